"""A work, or a person, is given a prize."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import Line
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """An award of an edition: the work, its authors, the prize."""

    unit: str
    """The unit that gives the award."""
    edition: str
    category: str
    prize: str
    work: str
    """The work by its title or entry code."""
    authors: list[str]
    """Codes of the authors: one, or a group."""
    on: date

    KIND: ClassVar = "AWARD"
    LINES: ClassVar[tuple[str, ...]] = ()
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Award: { $work } ({ $prize })",
        "vi": "Trao giải: { $work } ({ $prize })",
        "ru": "Присуждение премии: { $work } ({ $prize })",
        "cs": "Udělení ceny: { $work } ({ $prize })",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_award(effect)

    @staticmethod
    def apply(effect: Recorded, line: Line) -> Iterable[Finding]:
        return ()
