"""What the pages of units draw: the axis of time with its marks, bars, tiny bars. x in per cent, y in pixels."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from fasti import charter, words
from fasti.reports.units import boundaries, overview
from fasti.reports.units.cells import Cell
from fasti.reports.units.changes import Changes

Key = TypeVar("Key", bound=Hashable)
MOST_YEARS = 5


# -- the axis of time ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """A day of change at its place; `told` is what stands beside a big one."""

    x: float
    is_big: bool
    told: str = ""

    @property
    def anchor(self) -> str:
        """On which side of the mark its words stand."""
        return "end" if self.x > 50 else "start"


@dataclass(frozen=True, slots=True)
class Year:
    """A year's beginning at its place."""

    x: float
    year: str

    @property
    def anchor(self) -> str:
        """So that no number leaves the drawing."""
        return "start" if self.x < 4 else "end" if self.x > 96 else "middle"


@dataclass(frozen=True)
class Axis:
    """The days of a unit from before its beginning to today, with those on which something changed."""

    starts_on: date
    num_days: int
    value: int
    previous: date | None
    next: date | None
    marks: tuple[Mark, ...]
    years: tuple[Year, ...]
    told: str


def axis(found: Changes, *, as_of: date, today: date, lang: str) -> Axis:
    """The axis of time of a unit."""
    first, last = min((*found.days, as_of)), max((*found.big, as_of, today))
    starts, ends = date(first.year, 1, 1), date(last.year + 1, 1, 1)
    num = (ends - starts).days

    def x(day: date) -> float:
        return round((day - starts).days / num * 100, 2)

    step = max(1, -(-(ends.year - starts.year) // MOST_YEARS))
    years = (Year(x(date(year, 1, 1)), str(year)) for year in range(starts.year, ends.year + 1, step))
    return Axis(
        starts, num, (as_of - starts).days, found.before(as_of), found.after(as_of),
        tuple(_marks(found, x, lang)), tuple(years), _told(found, lang),
    )  # fmt: skip


def _marks(found: Changes, x: Callable[[date], float], lang: str) -> list[Mark]:
    """One small mark for each place, all the big ones, the latest of them named."""
    places = {round(x(day), 1) for day in found.days if day not in found.big and x(day) <= 100}
    marks = [Mark(place, False) for place in sorted(places)]
    for day in found.big:
        named = words.say("web-units-mark", lang, day=words.day(day, lang, style="short"))
        marks.append(Mark(x(day), True, named if day == found.big[-1] else ""))
    return marks


def _told(found: Changes, lang: str) -> str:
    if not found.big:
        return words.say("web-units-changes", lang, n=len(found.days))
    return words.say("web-units-changes-big", lang, n=len(found.days), day=found.big[-1])


# -- bars ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label and what is told at its end; nothing is drawn of what is hidden."""

    label: str
    told: str
    share: str
    is_hidden: bool = False


def bars(
    found: Sequence[tuple[Key, Cell]], label: Callable[[Key], str], lang: str, *, limit: int = 0
) -> list[Bar]:
    """Bars beside each other, the longest whole."""
    most = max((float(cell.number) for _, cell in found), default=0) or 1
    return [
        Bar(label(key), told(cell, limit, lang), f"{float(cell.number) / most * 100:.2f}", cell.is_hidden)
        for key, cell in found
    ]


def told(cell: Cell, limit: int, lang: str) -> str:
    """A count, "under 5" where it is too small to be told, "not shown" where it is hidden for another reason, a dash
    where there is none.
    """
    if cell.is_hidden and not cell.is_small:
        return words.say("report-withheld", lang)
    if cell.is_hidden:
        return words.say("web-units-hidden", lang, n=limit)
    return "–" if cell.value is None else words.number(cell.value, lang)


def members(found: overview.Members, pack: charter.Pack, lang: str, limit: int) -> dict[str, list[Bar]]:
    """The charts of members: by each split, and the movement."""

    def label(by: str) -> Callable[[str], str]:
        named = pack.names(by, lang)
        return lambda key: named.get(key) or _word(by, key, lang)

    charts = {
        by: bars([(bar.key, bar.cell) for bar in each], label(by), lang, limit=limit)
        for by, each in found.splits.items()
    }
    moved = [(bar.key, bar.cell) for bar in found.movement]
    return charts | {"movement": bars(moved, label("indicator"), lang, limit=limit)}


def _word(by: str, key: str, lang: str) -> str:
    id = f"web-units-{by}-{key}".replace("_", "-").lower()
    return words.say(id, lang) if words.knows(id, lang) else key


def line(found: boundaries.Line, limit: int, lang: str) -> dict[str, Any]:
    """A row of old and new boundaries; tiny bars compare within the row, and none is drawn of what is hidden."""
    most = max((float(cell.number) for cell in (*found.old, found.new)), default=0) or 1

    def one(cell: Cell) -> dict[str, str]:
        share = float(cell.number) / most * 100
        bar = {"share": f"{share:.1f}", "rest": f"{100 - share:.1f}"} if share else {}
        return {"told": told(cell, limit, lang), **bar}

    return {"indicator": found.indicator, "cells": [one(cell) for cell in found.old], **one(found.new)}
