"""A unit no longer holds out a practice of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects import practising
from fasti.effects.case import Case
from fasti.effects.lines import PracticeLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPractice:
    """The end of a practice, and why. Units that adopted it are not told to stop."""

    unit: str
    practice: str
    because: str
    """Why it is held out no more."""
    on: date

    KIND: ClassVar = "WITHDRAW_PRACTICE"
    LINES: ClassVar[tuple[str, ...]] = ("practice",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Good practice withdrawn: { $practice }, { $unit } ({ $because })",
        "vi": "Rút cách làm: { $practice }, { $unit } ({ $because })",
        "ru": "Опыт отозван: { $practice }, { $unit } ({ $because })",
        "cs": "Praxe stažena: { $practice }, { $unit } ({ $because })",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return ()

    @staticmethod
    def apply(effect: Recorded, line: PracticeLine) -> Iterable[Finding]:
        return practising.withdraw(effect, line)
