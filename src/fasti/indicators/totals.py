"""The counts and sums of every unit of the country at once, as arrays along the tree.

`compute.of_every_unit` makes a figure for each unit, to be shown; here nothing is made for a unit, so that all units of
a country take little longer than reading the rows behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from fasti import charter
from fasti.dates import periods
from fasti.indicators import compute, engines, perimeter
from fasti.indicators import tree as trees
from fasti.indicators.tallies import Ints

if TYPE_CHECKING:
    from fasti.charter import rules


@dataclass(frozen=True, eq=False)
class Totals:
    """The units living on the boundaries day, in preorder, and of each figure the total of each with all beneath it."""

    units: Ints
    values: Mapping[str, Ints]


def of_every_unit(
    pack: charter.Pack,
    ids: Iterable[str],
    engine: engines.Engine,
    *,
    period: periods.Period,
    boundaries: date | None = None,
) -> Totals:
    """The figures `ids` of all units; raises `ValueError` for one that is no count and no sum."""
    wanted = [_additive(pack, id, period) for id in ids]
    standing = perimeter.standings(engine)
    tree = standing.tree(boundaries or period.last_day)
    kinds = perimeter.kinds(standing, pack, as_of=period.last_day)
    return added_up(wanted, pack, engine, period=period, tree=tree, kinds=kinds)


def added_up(
    wanted: Sequence[rules.Indicator],
    pack: charter.Pack,
    engine: engines.Engine,
    *,
    period: periods.Period,
    tree: trees.Tree,
    kinds: Mapping[str, perimeter.Kind],
) -> Totals:
    """The counts and sums wanted (groups put into codes) of all units of a tree."""
    rows = {each.id: row for row, each in enumerate(wanted)}
    found = np.zeros((len(rows), len(tree)), np.int64)
    for those, counted in compute.counted(wanted, pack, period, None, engine, kinds):
        places = tree.places(np.asarray(counted["unit"], np.int64))
        of = np.flatnonzero(places != trees.NOWHERE) if (places == trees.NOWHERE).any() else slice(None)
        is_once = np.bincount(places[of]).max(initial=0) <= 1
        for nth, one in enumerate(those):
            _lay(
                found[rows[one.indicator.id]], places[of], np.asarray(counted[f"m{nth}"])[of], is_once=is_once
            )
    sums = np.zeros(len(tree) + 1, np.int64)
    for row in found:
        np.cumsum(row, out=sums[1:])
        np.take(sums, tree.ends, out=row, mode="clip")
        row -= sums[:-1]
    return Totals(tree.units, {id: found[row] for id, row in rows.items()})


def _lay(row: Ints, places: Ints, values: Ints, *, is_once: bool) -> None:
    """Put values at their places; `is_once`: no place has two."""
    if is_once:
        row[places] = values
    else:
        np.add.at(row, places, values.astype(np.int64))


def _additive(pack: charter.Pack, id: str, period: periods.Period) -> rules.Indicator:
    indicator = pack.indicator(id)
    if indicator.measure not in ("count", "sum"):
        raise ValueError(f"{id}: its parts do not add up")
    return pack.resolved(id, as_of=period.last_day, since=period.starts_on if indicator.day else None)
