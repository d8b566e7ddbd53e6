"""The same period on the boundaries before and after units went over into one: the new is the sum of the old.

Nothing is overwritten: the old units keep their figures, and what the new one is shown with are those very acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fasti import charter
from fasti.access.sight import Sight
from fasti.dates import periods
from fasti.indicators.figures import Figure
from fasti.reports import discretion
from fasti.reports.units import cells, overview
from fasti.reports.units import unit as units
from fasti.reports.units.cells import Cell
from fasti.reports.units.standing import Called
from fasti.reports.units.unit import Shown

NEW = ("new",)
MOST = 8
"""Old units that stand side by side."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: of each old unit on the old boundaries, and of the new one on the new."""

    indicator: str
    old: tuple[Cell, ...]
    new: Cell
    adds_up: bool

    @property
    def is_any(self) -> bool:
        """Whether anything is counted before or after."""
        return any(cell.is_hidden or cell.value for cell in (*self.old, self.new))


@dataclass(frozen=True, slots=True)
class Beside:
    """Old and new boundaries side by side for a period."""

    on: date
    """The day on which the units went over."""
    period: periods.Period
    old: tuple[Called, ...]
    lines: tuple[Line, ...]
    num_left_out: int
    """Old units beyond those shown, or whose figures are not granted."""

    @property
    def adds_up(self) -> bool:
        """Whether every new figure is the sum of the old ones."""
        return all(line.adds_up for line in self.lines)


def days(shown: Shown) -> tuple[date, ...]:
    """The days on which units went over into the unit from elsewhere, the latest first."""
    came = [edge for edge in shown.edges if edge.successor == shown.id and edge.manner != "split"]
    outer = units.outer(shown) if came else frozenset()
    return tuple(sorted({edge.on for edge in came if edge.predecessor in outer}, reverse=True))


def beside(
    shown: Shown,
    sight: Sight,
    *,
    on: date,
    period: periods.Period,
    pack: charter.Pack,
    known: date | None,
) -> Beside | None:
    """A period on the boundaries before and after a day; None where the figures of the unit are not granted."""
    limit = sight.limit(shown.id)
    if limit is None:
        return None
    before = on - timedelta(days=1)
    outer = units.outer(shown)
    givers = {edge.predecessor for edge in shown.edges if edge.on == on and edge.predecessor in outer}
    stood = any(row.starts_on <= before for row in shown.spans)
    old_ids = ([shown.id] if stood else []) + sorted(givers, key=shown.names.code)
    granted = [unit for unit in old_ids if sight.limit(unit) is not None][:MOST]
    limit = max([limit, *(sight.limit(unit) or 0 for unit in granted)])
    ids = additive(pack, period)
    old_units = [shown.names.of(unit, before) for unit in granted]
    olds = [
        overview.on_boundaries(unit.code, ids, period, pack=pack, day=before, known=known)
        for unit in old_units
    ]
    new = overview.on_boundaries(shown.called.code, ids, period, pack=pack, day=on, known=known)
    is_whole = len(granted) == len(old_ids)
    told = discretion.Discretion(pack, discretion.Limits({}, limit))
    told.put(NEW, new, limit)
    for at, figures in enumerate(olds):
        told.put(("old", at), figures, limit)
    if is_whole:
        told.add_up([("old", at) for at in range(len(olds))], NEW)
    lines = tuple(
        _line(found, [old[at] for old in olds], told, is_whole=is_whole) for at, found in enumerate(new)
    )
    return Beside(on, period, tuple(old_units), lines, len(old_ids) - len(granted))


def _line(new: Figure, old: Sequence[Figure], told: discretion.Discretion, *, is_whole: bool) -> Line:
    values = [int(each.value or 0) for each in old]
    shown = tuple(cells.of(each, told, ("old", at), new.indicator) for at, each in enumerate(old))
    whole = cells.of(new, told, NEW, new.indicator)
    return Line(new.indicator, shown, whole, not is_whole or sum(values) == int(new.value or 0))


def additive(pack: charter.Pack, period: periods.Period) -> tuple[str, ...]:
    """The figures of the forms for such a period that add up over units, in the order of the form."""
    for form in pack.forms(as_of=period.last_day):
        rule = pack.form(form, as_of=period.last_day)
        if period.kind in rule.period_kinds:
            ids = (id for section in rule.sections for id in section.figures)
            return tuple(id for id in ids if pack.indicator(id).measure in ("count", "sum"))
    return ()
