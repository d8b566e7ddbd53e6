"""A person or a unit is given a grade for a period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects import discipline
from fasti.effects.case import Case
from fasti.effects.lines import RatingLine
from fasti.effects.recorded import Recorded
from fasti.register.rows import RatingRow, UnitRatingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The rating of a period. A later one of the same subject and period takes its place from its own day.

    Either `person` or `unit` is given.
    """

    person: str = ""
    """The person rated; a unit otherwise."""
    unit: str = ""
    """The unit rated; left out for a person."""
    period: str
    """The period judged, such as 2024 or 2024-H1."""
    grade: str
    """A grade of the charter's list."""
    on: date

    KIND: ClassVar = "RATE"
    LINES: ClassVar[tuple[str, ...]] = ("rating", "unit_rating")
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    ONE_OF: ClassVar[tuple[str, ...]] = ("person", "unit")
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Rating ({ $period }): { $subject }, { $grade }",
        "vi": "Xếp loại kỳ { $period }: { $subject }, { $grade }",
        "ru": "Оценка за период { $period }: { $subject }, { $grade }",
        "cs": "Hodnocení za období { $period }: { $subject }, { $grade }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return discipline.check_rating(effect, case)

    @staticmethod
    def apply(effect: Recorded, line: RatingLine) -> Iterable[Finding]:
        period, grade = effect.data["period"], effect.data["grade"]
        if period in line.open:
            line.end(period, effect.on, effect.id)
        row: RatingRow | UnitRatingRow
        if effect.person is None:
            row = UnitRatingRow(effect.unit, period, grade, effect.on, None, effect.id, None)
        else:
            row = RatingRow(line.subject, effect.unit, period, grade, effect.on, None, effect.id, None)
        line.begin(period, row)
        return ()
