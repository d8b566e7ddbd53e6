"""A superior organ puts a person into an elective post without an election."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import TenureLine
from fasti.effects.recorded import Recorded
from fasti.effects.seats import take


@dataclass(frozen=True, slots=True, kw_only=True)
class Designate:
    """Designation to a post in which the person does not sit yet."""

    person: str
    post: str
    ends_planned_on: date | None = None
    """End of the term as decided. It does not end the tenure by itself."""
    on: date

    KIND: ClassVar = "DESIGNATE"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Designation: { $person }, { $post }",
        "vi": "Chỉ định: { $person }, { $post }",
        "ru": "Назначение вышестоящим органом: { $person }, { $post }",
        "cs": "Ustanovení nadřízeným orgánem: { $person }, { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_end(effect, "ends_planned_on")

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        return take(effect, line, manner="designated")
