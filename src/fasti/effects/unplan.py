"""A person leaves the succession pool of a post before the planning ends by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import PoolLine, found
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplan:
    """Removal from the pool, with its reason by the charter's list."""

    person: str
    post: str
    reason: str
    """A reason of the charter's list."""
    on: date

    KIND: ClassVar = "UNPLAN"
    LINES: ClassVar[tuple[str, ...]] = ("pool",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Removed from the succession pool: { $person }, { $post }; reason: { $reason }",
        "vi": "Đưa ra khỏi quy hoạch: { $person }, { $post }; lý do: { $reason }",
        "ru": "Исключение из кадрового резерва: { $person }, { $post }; основание: { $reason }",
        "cs": "Vyřazení z kádrové rezervy: { $person }, { $post }; důvod: { $reason }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_reason(effect, "unplan.reasons")

    @staticmethod
    def apply(effect: Recorded, line: PoolLine) -> Iterable[Finding]:
        if effect.post not in line.open:
            return found("not-planned", effect, person=effect.person, post=effect.post, day=effect.on)
        line.end(effect.post, effect.on, effect.id)
        return ()
