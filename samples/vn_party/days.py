"""The calendar of the story: its half-years and the days on which offices sign."""

from __future__ import annotations

import datetime
import random

from fasti.dates import periods

HALVES = tuple(
    periods.Period.parse(code) for code in ("2023-H1", "2023-H2", "2024-H1", "2024-H2", "2025-H1", "2025-H2")
)
FOUNDED_ON = datetime.date(2020, 10, 15)
RECORDING_BEGAN = datetime.datetime(2022, 12, 1, 8, tzinfo=datetime.UTC)
MERGED_ON = datetime.date(2025, 7, 1)
HOLIDAYS = ((1, 1), (4, 30), (5, 1), (9, 2))


def is_working_day(day: datetime.date) -> bool:
    """Monday to Friday, and no fixed public holiday."""
    return day.weekday() < 5 and (day.month, day.day) not in HOLIDAYS


def working_day(rng: random.Random, first: datetime.date, last: datetime.date) -> datetime.date:
    """Some working day from `first` to `last`, both included."""
    days = (last - first).days
    while True:
        day = first + datetime.timedelta(days=rng.randint(0, days))
        if is_working_day(day):
            return day


def next_working_day(day: datetime.date) -> datetime.date:
    """The day itself or the first working day after it."""
    while not is_working_day(day):
        day += datetime.timedelta(days=1)
    return day


def previous_working_day(day: datetime.date) -> datetime.date:
    """The day itself or the last working day before it."""
    while not is_working_day(day):
        day -= datetime.timedelta(days=1)
    return day


def later(day: datetime.date, *, years: int) -> datetime.date:
    """The same day some years later; 29 February becomes 28."""
    return datetime.date(day.year + years, day.month, min(day.day, 28) if day.month == 2 else day.day)


class Clock:
    """The moments at which the initial register was recorded, a minute apart."""

    def __init__(self) -> None:
        self._at = RECORDING_BEGAN

    def tick(self) -> datetime.datetime:
        """The next moment."""
        self._at += datetime.timedelta(minutes=1)
        return self._at
