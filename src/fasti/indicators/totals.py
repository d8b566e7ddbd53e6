"""The counts and sums of every unit of the country at once, as arrays along the tree.

`compute.of_every_unit` makes a figure for each unit, to be shown; here nothing is made for a unit, so that all units of
a country take little longer than reading the rows behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fasti import charter
from fasti.dates import periods
from fasti.indicators import compute, engines, perimeter, tallies
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
    found, _ = compute.tallied(wanted, pack, period, None, engine, tree, kinds)
    own = {each.id: found[(each.id, period.code)] for each in wanted}
    return Totals(tree.units, tallies.totals(own, tree.ends))


def _additive(pack: charter.Pack, id: str, period: periods.Period) -> rules.Indicator:
    indicator = pack.indicator(id)
    if indicator.measure not in ("count", "sum"):
        raise ValueError(f"{id}: its parts do not add up")
    return pack.resolved(id, as_of=period.last_day, since=period.starts_on if indicator.day else None)
