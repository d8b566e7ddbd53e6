"""A person takes up a post by decision of the organ that manages it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import TenureLine, check_seat, planned_end
from fasti.effects.recorded import Recorded
from fasti.register.rows import TenureRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint:
    """Appointment to a post in which the person does not sit yet."""

    person: str
    post: str
    ends_planned_on: date | None = None
    """End of the term as decided. It does not end the tenure by itself."""
    on: date

    KIND: ClassVar = "APPOINT"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Appointment: { $person }, { $post }",
        "vi": "Bổ nhiệm: { $person }, { $post }",
        "ru": "Назначение: { $person }, { $post }",
        "cs": "Jmenování: { $person }, { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_end(effect, "ends_planned_on")

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        refused = check_seat(effect, line)
        if refused:
            return refused

        row = TenureRow(
            line.subject, effect.post or 0, "appointed", planned_end(effect), effect.on, None, effect.id, None
        )
        line.begin(effect.post, row)
        return ()
