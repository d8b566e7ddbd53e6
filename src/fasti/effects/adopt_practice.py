"""A unit adopts the practice of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects import practising
from fasti.effects.case import Case
from fasti.effects.lines import AdoptionLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptPractice:
    """From the day on the unit works by another's practice."""

    unit: str
    """The unit that adopts it."""
    other_unit: str
    """The unit whose practice it is."""
    practice: str
    on: date

    KIND: ClassVar = "ADOPT_PRACTICE"
    LINES: ClassVar[tuple[str, ...]] = ("adoption",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Good practice adopted: { $practice } of { $other_unit }, by { $unit }",
        "vi": "Áp dụng cách làm: { $practice } của { $other_unit }, đơn vị áp dụng: { $unit }",
        "ru": "Опыт принят: { $practice }, чей: { $other_unit }; принимает: { $unit }",
        "cs": "Praxe převzata: { $practice }, od: { $other_unit }; přebírá: { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return practising.check_adopted(effect, case)

    @staticmethod
    def apply(effect: Recorded, line: AdoptionLine) -> Iterable[Finding]:
        return practising.adopt(effect, line)
