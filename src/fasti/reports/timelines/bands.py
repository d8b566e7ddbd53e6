"""A timeline as bands: a lane for each line, a band for each stretch, placed between the first day and the last. Pure.

Places are shares of the width in per cent, so a drawing of any size can use them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fasti.reports.timelines.timeline import Entry

Place = Callable[[date], float]
LANES = (
    ("tenure", ("tenure",)),
    ("mandate", ("mandate",)),
    ("membership", ("membership",)),
    ("pool", ("pool",)),
    ("topic", ("topic",)),
)
MOST_YEARS = 12
"""How many years are written beneath at most."""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch or an event on a lane. `x` and `width` in per cent."""

    x: float
    width: float
    told: str
    is_open: bool
    manner: str
    starts_on: date
    ends_before: date | None


@dataclass(frozen=True, slots=True)
class Lane:
    """The bands of one line."""

    name: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Bands:
    """All lanes that have a band, and the years beneath, as (per cent, year)."""

    lanes: tuple[Lane, ...]
    years: tuple[tuple[float, int], ...]


def bands(entries: Iterable[Entry], *, as_of: date) -> Bands:
    """The bands of what had begun by the day."""
    found = [entry for entry in entries if any(entry.line in lines for _, lines in LANES)]
    if not found:
        return Bands((), ())
    first = min(entry.starts_on for entry in found)
    num_days = max((as_of - first).days, 30)

    def at(day: date) -> float:
        return round(min(max((day - first).days / num_days, 0), 1) * 100, 2)

    lanes = tuple(
        Lane(name, tuple(_band(entry, at, as_of) for entry in found if entry.line in lines))
        for name, lines in LANES
    )
    return Bands(tuple(lane for lane in lanes if lane.bands), tuple(_years(first, as_of, at)))


def _band(entry: Entry, at: Place, as_of: date) -> Band:
    ends = entry.ends_before
    x = at(entry.starts_on)
    last = x if entry.is_event else at(min(ends, as_of) if ends else as_of)
    return Band(
        x, max(round(last - x, 2), 0.6), entry.what, ends is None and entry.is_end_told and not entry.is_event,
        str(entry.codes.get("manner", "")), entry.starts_on, ends,
    )  # fmt: skip


def _years(first: date, last: date, at: Place) -> Iterator[tuple[float, int]]:
    step = max(1, -(-(last.year - first.year) // MOST_YEARS))
    for year in range(first.year + 1, last.year + 1, step):
        yield at(date(year, 1, 1)), year
