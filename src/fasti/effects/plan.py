"""A person enters the succession pool of a post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.dates import spans
from fasti.effects.case import Case
from fasti.effects.lines import PoolLine, found
from fasti.effects.recorded import Recorded
from fasti.register.rows import PoolRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Succession planning: the person is planned for the post for a term, until a day where one is set."""

    person: str
    post: str
    term: str
    """The term planned for, e.g. 2025-2030."""
    until: date | None = None
    """The day the planning ends by itself."""
    on: date

    KIND: ClassVar = "PLAN"
    LINES: ClassVar[tuple[str, ...]] = ("pool",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Planned as successor: { $person }, { $post }",
        "vi": "Quy hoạch: { $person }, { $post }",
        "ru": "Зачисление в кадровый резерв: { $person }, { $post }",
        "cs": "Zařazení do kádrové rezervy: { $person }, { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        yield from case.check_plan(effect)
        yield from case.check_higher(effect)
        yield from case.check_end(effect, "until")

    @staticmethod
    def apply(effect: Recorded, line: PoolLine) -> Iterable[Finding]:
        if effect.post in line.open:
            return found("already-planned", effect, person=effect.person, post=effect.post, day=effect.on)
        if not line.world.stands("establishment", effect.post or 0, effect.on):
            return found("post-not-there", effect, post=effect.post, day=effect.on)
        until = spans.parse_day(effect.data["until"]) if "until" in effect.data else None
        row = PoolRow(line.subject, effect.post or 0, effect.data["term"], effect.on, until, effect.id, None)
        line.begin(effect.post, row)
        return ()
