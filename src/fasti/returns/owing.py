"""Who owed a return to a unit, or within a peer group: by the tree of the period's last day, whatever became of them.

On later boundaries the question is put to the tree of that day: those owed who stood directly beneath the unit then, or
went over into one that does, or into the unit itself. Each is named with
the unit of the later tree under which it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from fasti import charter
from fasti.dates import periods
from fasti.indicators import engines, perimeter
from fasti.indicators import tree as trees


@dataclass(frozen=True)
class Owing:
    """The units that may owe a return, on the tree of the period's last day."""

    tree: trees.Tree
    kinds: Mapping[str, perimeter.Kind]
    members: Mapping[str, int]
    """Code to place in the tree."""
    names: Mapping[str, Mapping[str, str]]
    shown_under: Mapping[str, str]
    """Each with the unit of the later tree that has its figures; by default itself."""
    later_names: Mapping[str, Mapping[str, str]]


def owing(
    pack: charter.Pack,
    unit: str,
    *,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    database: str = "default",
) -> Owing:
    """Those beneath a unit, or of a peer group; raises `CannotCompute` where there is none such on the day."""
    day = period.last_day
    with engines.opened(known=known, database=database) as engine:
        standing = perimeter.standings(engine)
        asked = boundaries or day
        ground = perimeter.ground(engine, unit, pack=pack, day=asked, as_of=day, database=database)
    around = ground.around
    if asked == day:
        same = {code: code for code in around.members}
        return Owing(ground.tree, ground.kinds, around.members, around.names, same, around.names)
    return _on_boundaries(standing.tree(day), ground, day, asked, database)


def _on_boundaries(
    tree: trees.Tree, ground: perimeter.Ground, day: date, asked: date, database: str
) -> Owing:
    around, later = ground.around, ground.tree
    into = later.places(tree.units)
    codes = {place: code for code, place in around.members.items()}
    if not around.is_group:
        codes[around.whole[0][0]] = around.code
    wanted = np.isin(into, np.fromiter(codes, np.int64, len(codes)))
    top = [place for place in np.flatnonzero(wanted).tolist() if _owed(place, tree, into, ground)]
    places = _topmost(top, tree)
    by_unit = perimeter.codes_of([int(tree.units[place]) for place in places], database)
    found = {by_unit[int(tree.units[place])]: place for place in places}
    under = {code: codes[int(into[place])] for code, place in found.items()}
    order = sorted(found, key=lambda code: (int(into[found[code]]), found[code]))
    members, names = {code: found[code] for code in order}, perimeter.names(found, day, database)
    later_names = {**around.names, **perimeter.names([around.code], asked, database)}
    return Owing(tree, ground.kinds, members, names, under, later_names)


def _owed(place: int, tree: trees.Tree, into: trees.Ints, ground: perimeter.Ground) -> bool:
    """Whether a unit stood beneath: one that is in the unit itself now must have stood under what it came from."""
    if ground.kinds[tree.kinds[place]].is_organ:
        return False
    around = ground.around
    if around.is_group or int(into[place]) != around.whole[0][0]:
        return True
    above = int(tree.parents[place])
    return above != trees.NOWHERE and int(into[above]) == int(into[place])


def _topmost(places: list[int], tree: trees.Tree) -> list[int]:
    """Those beneath none of the others: what a lower one reported is in what the higher one did."""
    found: list[int] = []
    for place in sorted(places):
        if not found or place >= tree.ends[found[-1]]:
            found.append(place)
    return found
