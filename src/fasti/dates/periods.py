"""Reporting periods: a year, half-year, quarter or month, written 2024, 2024-H1, 2024-Q3, 2024-05.

A single day is a period too where only a stock is asked for; nobody reports on a day.

>>> half = Period.parse("2024-H1")
>>> half.starts_on, half.last_day
(datetime.date(2024, 1, 1), datetime.date(2024, 6, 30))
>>> half.year_before().code, half.previous().code
('2023-H1', '2023-H2')
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from fasti.dates import spans

_MONTHS = {"year": 12, "half_year": 6, "quarter": 3, "month": 1}
_MARKS = {"half_year": "H", "quarter": "Q"}
FIRST_YEAR, LAST_YEAR = 2, 9998
"""A period of another year has days, or is counted from days, that no calendar holds."""
_SHAPE = re.compile(r"(\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?")


class MalformedPeriod(ValueError):
    """The text is not a period such as 2024, 2024-H1, 2024-Q3 or 2024-05."""


@dataclass(frozen=True, slots=True)
class Period:
    """The `index`-th (from 0) year, half-year, quarter, month or day of a `year`."""

    kind: str
    year: int
    index: int = 0

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period's code; raises `MalformedPeriod`, also for years at the ends of the calendar.

        >>> Period.parse("2024-05")
        Period(kind='month', year=2024, index=4)
        >>> Period.parse("2024-H3")
        Traceback (most recent call last):
        ...
        fasti.dates.periods.MalformedPeriod: 2024-H3
        """
        found = _SHAPE.fullmatch(text)
        if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            raise MalformedPeriod(text)
        year = int(found[1])
        if found[2]:
            return cls("half_year", year, int(found[3]) - 1)
        if found[4]:
            return cls("quarter", year, int(found[5]) - 1)
        if found[6]:
            return cls("month", year, int(found[6]) - 1)
        return cls("year", year)

    @property
    def code(self) -> str:
        """The period as written: 2024, 2024-H1, 2024-Q3, 2024-05; a day as 2024-06-30."""
        if self.kind == "day":
            return self.starts_on.isoformat()
        if self.kind == "year":
            return f"{self.year}"
        if self.kind == "month":
            return f"{self.year}-{self.index + 1:02d}"
        return f"{self.year}-{_MARKS[self.kind]}{self.index + 1}"

    @property
    def starts_on(self) -> date:
        """The first day."""
        if self.kind == "day":
            return date(self.year, 1, 1) + timedelta(days=self.index)
        return date(self.year, self.index * _MONTHS[self.kind] + 1, 1)

    @property
    def ends_before(self) -> date:
        """The day after the last.

        >>> Period.parse("2024").ends_before
        datetime.date(2025, 1, 1)
        """
        if self.kind == "day":
            return self.starts_on + timedelta(days=1)
        month = (self.index + 1) * _MONTHS[self.kind]
        return date(self.year + month // 12, month % 12 + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day."""
        return self.ends_before - timedelta(days=1)

    def contains(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return self.starts_on <= day < self.ends_before

    def previous(self) -> Period:
        """The period of the same kind just before."""
        if self.kind == "day":
            return of_day("day", self.starts_on - timedelta(days=1))
        if self.index:
            return Period(self.kind, self.year, self.index - 1)
        return Period(self.kind, self.year - 1, 12 // _MONTHS[self.kind] - 1)

    def year_before(self) -> Period:
        """The same period of the year before; of 29 February the day before."""
        if self.kind == "day":
            return of_day("day", spans.months_after(self.starts_on, -12))
        return Period(self.kind, self.year - 1, self.index)

    def months(self) -> tuple[Period, ...]:
        """Its months in order; a day has none.

        >>> [month.code for month in Period.parse("2024-Q1").months()]
        ['2024-01', '2024-02', '2024-03']
        """
        if self.kind == "day":
            return ()
        first = self.index * _MONTHS[self.kind]
        return tuple(Period("month", self.year, first + i) for i in range(_MONTHS[self.kind]))

    def __str__(self) -> str:
        return self.code


def of_day(kind: str, day: date) -> Period:
    """The period of a kind in which a day lies.

    >>> of_day("half_year", date(2024, 7, 1)).code, of_day("month", date(2024, 2, 29)).code
    ('2024-H2', '2024-02')
    >>> of_day("day", date(2024, 2, 29)).code
    '2024-02-29'
    """
    if kind == "day":
        return Period(kind, day.year, day.timetuple().tm_yday - 1)
    return Period(kind, day.year, (day.month - 1) // _MONTHS[kind])


def parse_asked(text: str) -> Period:
    """Read what a figure is asked for: a period, or a single day for a stock; raises `MalformedPeriod`.

    >>> parse_asked("2024-06-30").last_day, parse_asked("2024-H1").code
    (datetime.date(2024, 6, 30), '2024-H1')
    """
    try:
        return of_day("day", spans.parse_day(text))
    except spans.MalformedDay:
        return Period.parse(text)
