"""A person is confirmed in a post for a further term."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import TenureLine, found
from fasti.effects.recorded import Recorded
from fasti.effects.seats import planned_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Reappoint:
    """Reappointment or extension: the tenure goes on with a new planned end."""

    person: str
    post: str
    ends_planned_on: date | None = None
    on: date

    KIND: ClassVar = "REAPPOINT"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Reappointment: { $person }, { $post }",
        "vi": "Bổ nhiệm lại: { $person }, { $post }",
        "ru": "Повторное назначение: { $person }, { $post }",
        "cs": "Opětovné jmenování: { $person }, { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_end(effect, "ends_planned_on")

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        if effect.post not in line.open:
            return found("does-not-hold-post", effect, person=effect.person, post=effect.post, day=effect.on)
        row = line.end(effect.post, effect.on, effect.id)
        row = row._replace(ends_planned_on=planned_end(effect), starts_on=effect.on, opened_by=effect.id)
        line.begin(effect.post, row)
        return ()
