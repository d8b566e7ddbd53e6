"""The figures of a unit with all beneath it on a day: a strip of stocks, members by age and stage, how they moved.

They are the charter's own figures, asked for a single day, so each is explained by its acts like any other. What is
computed is kept for as long as the record stays as it is.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.indicators import compute, figures
from fasti.reports import discretion
from fasti.reports.units import cells
from fasti.reports.units.cells import Cell

STRIP = (
    "members.total", "members.women_share", "units.grassroots",
    "units.total", "posts.vacant", "posts.vacant_long",
)  # fmt: skip
"""Stocks that are shown where the pack declares them."""
WHOLES = {"posts.vacant": "posts.seats"}
"""Of which other stock one is a part."""
MEMBERS = "members.total"
SPLITS = ("age_band", "stage", "sex")
_IS_OF = {"age_band": "born_on"}
MOVEMENT = (
    "members.opening", "members.admitted", "members.moved_in",
    "members.left", "members.moved_out", "members.total",
)  # fmt: skip


WHOLE = ("at",)


@dataclass(frozen=True, slots=True)
class Stock:
    """A figure of the strip."""

    indicator: str
    cell: Cell
    numerator: int | None
    denominator: int | None
    whole: Cell | None = None
    """What it is a part of."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a figure by its key."""

    key: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a unit on a day, and by splits; `movement` over the last half-year ended by the day."""

    total: Cell
    splits: dict[str, tuple[Bar, ...]]
    period: periods.Period
    movement: tuple[Bar, ...]


def strip(unit: str, *, limit: int, pack: charter.Pack, as_of: date, known: date | None) -> tuple[Stock, ...]:
    """The stocks of a unit on a day; raises `CannotCompute` for a unit that does not stand then."""
    ids = declared(pack, (*STRIP, *WHOLES.values()))
    computed = _computed(pack, ids, unit, periods.of_day("day", as_of), known, None)
    found = {each.indicator: each for each in computed}
    told = _told(pack, computed, limit)
    return tuple(_stock(found[id], found.get(WHOLES.get(id, "")), told) for id in ids if id in STRIP)


def _told(pack: charter.Pack, computed: Sequence[figures.Figure], limit: int) -> discretion.Discretion:
    """What of figures of one unit and day is told."""
    told = discretion.Discretion(pack, discretion.Limits({}, limit))
    told.put(WHOLE, computed, limit)
    return told


def _stock(figure: figures.Figure, whole: figures.Figure | None, told: discretion.Discretion) -> Stock:
    of = cells.of(whole, told, WHOLE, whole.indicator) if whole else None
    cell = cells.of(figure, told, WHOLE, figure.indicator)
    return Stock(figure.indicator, cell, figure.numerator, figure.denominator, of)


def members(unit: str, *, limit: int, pack: charter.Pack, as_of: date, known: date | None) -> Members | None:
    """The members of a unit on a day; None where the pack counts none. Raises `CannotCompute`."""
    if not declared(pack, [MEMBERS]):
        return None
    day, period = periods.of_day("day", as_of), ended_by(as_of)
    whole = _computed(pack, (MEMBERS,), unit, day, known, None)[0]
    told = _told(pack, [whole], limit)
    total = cells.of(whole, told, WHOLE, MEMBERS)
    columns = pack.indicator(MEMBERS).by
    # Of so few people not even a part without anybody is told: it says what they all are.
    allowed = [by for by in SPLITS if not total.is_hidden and _IS_OF.get(by, by) in columns]
    parted = {by: _computed(pack, (MEMBERS,), unit, day, known, by)[0] for by in allowed}
    for by, figure in parted.items():
        told.put_parts(by, figure, figure.parts, WHOLE)
    splits = {by: _bars(by, figure, told) for by, figure in parted.items()}
    moved = _computed(pack, declared(pack, MOVEMENT), unit, period, known, None)
    steps = _told(pack, moved, limit)
    bars = tuple(Bar(each.indicator, cells.of(each, steps, WHOLE, each.indicator)) for each in moved)
    return Members(total, splits, period, bars)


def ended_by(day: date) -> periods.Period:
    """The last half-year that had ended by a day.

    >>> ended_by(date(2024, 6, 30)).code, ended_by(date(2024, 7, 14)).code, ended_by(date(2024, 6, 29)).code
    ('2024-H1', '2024-H1', '2023-H2')
    """
    running = periods.of_day("half_year", day)
    return running if running.last_day == day else running.previous()


def _bars(by: str, figure: figures.Figure, told: discretion.Discretion) -> tuple[Bar, ...]:
    return tuple(
        Bar(part.key, cells.of(part, told, (by, figure.indicator, part.key), figure.indicator))
        for part in figure.parts
    )


def declared(pack: charter.Pack, ids: Sequence[str]) -> tuple[str, ...]:
    """Those of figures that the pack declares."""
    known = {indicator.id for indicator in pack.indicators}
    return tuple(id for id in ids if id in known)


def _computed(
    pack: charter.Pack,
    ids: tuple[str, ...],
    unit: str,
    period: periods.Period,
    known: date | None,
    by: str | None,
) -> tuple[figures.Figure, ...]:
    return _kept(pack, ids, unit, period, None, known, by, _seal())


def on_boundaries(
    unit: str,
    ids: tuple[str, ...],
    period: periods.Period,
    *,
    pack: charter.Pack,
    day: date,
    known: date | None,
) -> tuple[figures.Figure, ...]:
    """Figures of a period on the boundaries of a day."""
    return _kept(pack, ids, unit, period, day, known, None, _seal())


@functools.lru_cache(maxsize=512)
def _kept(
    pack: charter.Pack,
    ids: tuple[str, ...],
    unit: str,
    period: periods.Period,
    boundaries: date | None,
    known: date | None,
    by: str | None,
    _sealed: str,
) -> tuple[figures.Figure, ...]:
    return compute.compute(
        pack, ids, unit=unit, period=period, boundaries=boundaries, known=known, by=by, with_people=True
    ).total


def _seal() -> str:
    """The seal on the last act: what was computed holds as long as it is the same."""
    return Act.objects.order_by("-id").values_list("hash", flat=True).first() or ""
