"""A span of days: it holds from its first day until the day before `ends_before`; an open end is None.

Facts of the register hold on whole days, so spans are half-open and two spans that follow each other share no day:

>>> first = Span(date(2024, 1, 1), date(2024, 7, 1))
>>> second = Span(date(2024, 7, 1), None)
>>> first.contains(date(2024, 6, 30)), first.contains(date(2024, 7, 1)), second.contains(date(2024, 7, 1))
(True, False, True)
>>> first.overlaps(second)
False
"""

from __future__ import annotations

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")
_LAST_YEAR = 9998
"""So that every day has a day after it."""


class MalformedDay(ValueError):
    """The text is not a day of the years 1000 to 9998 written as YYYY-MM-DD."""


@functools.lru_cache(maxsize=20_000)
def parse_day(text: str) -> date:
    """The day written as ``YYYY-MM-DD``; raises `MalformedDay`.

    >>> parse_day("2024-06-30")
    datetime.date(2024, 6, 30)
    >>> parse_day("2024-02-30")
    Traceback (most recent call last):
    ...
    fasti.dates.spans.MalformedDay: 2024-02-30
    """
    if not _SHAPE.fullmatch(text) or int(text[:4]) > _LAST_YEAR:
        raise MalformedDay(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MalformedDay(text) from None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where it is shorter.

    >>> months_after(date(2024, 8, 31), 6), months_after(date(2023, 11, 15), 24)
    (datetime.date(2025, 2, 28), datetime.date(2025, 11, 15))
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `starts_on` up to, not including, `ends_before` (None: open)."""

    starts_on: date
    ends_before: date | None = None

    def contains(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.starts_on <= day and (self.ends_before is None or day < self.ends_before)

    def overlaps(self, other: Span) -> bool:
        """Whether the spans share at least one day.

        >>> Span(date(2024, 1, 1)).overlaps(Span(date(2023, 1, 1), date(2024, 1, 2)))
        True
        """
        return self.intersect(other) is not None

    def intersect(self, other: Span) -> Span | None:
        """The days both hold, or None.

        >>> Span(date(2024, 1, 1)).intersect(Span(date(2023, 1, 1), date(2024, 1, 2)))
        Span(starts_on=datetime.date(2024, 1, 1), ends_before=datetime.date(2024, 1, 2))
        """
        start = max(self.starts_on, other.starts_on)
        ends = [end for end in (self.ends_before, other.ends_before) if end is not None]
        end = min(ends) if ends else None
        if end is not None and end <= start:
            return None
        return Span(start, end)

    def days(self) -> int | None:
        """The number of days, None when the end is open.

        >>> Span(date(2024, 1, 1), date(2024, 1, 3)).days()
        2
        """
        return None if self.ends_before is None else (self.ends_before - self.starts_on).days
