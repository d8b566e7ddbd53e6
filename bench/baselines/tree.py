"""The tree of units for the baselines, numbered in preorder, and totals of subtrees by prefix sums (Euler order)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Tree:
    """Units by rising id: the place of each in preorder and the end of its run, and its unit at each level."""

    units: Ints
    places: Ints
    ends: Ints
    levels: Ints
    """A row for each unit: the unit above it (or itself) at each level, 0 where it does not reach so deep."""

    @property
    def most(self) -> int:
        """One more than the highest id."""
        return int(self.units[-1]) + 1


def grown(units: Ints, parents: Ints) -> Tree:
    """The tree of units (rising ids) under their parents (0: none), level by level from the root."""
    index = np.zeros(int(units.max()) + 1, np.int64)
    index[units] = np.arange(len(units))
    above = np.where(parents == 0, -1, index[parents])
    found, level = [], np.flatnonzero(above == -1)
    while len(level):
        found.append(level)
        level = np.flatnonzero(np.isin(above, level))
    return Tree(units, *_numbered(above, found), _levels(units, above, found))


def _numbered(above: Ints, levels: list[Ints]) -> tuple[Ints, Ints]:
    size = np.ones(len(above), np.int64)
    for level in reversed(levels[1:]):
        np.add.at(size, above[level], size[level])
    place = np.zeros(len(above), np.int64)
    for level in levels[1:]:
        level = level[np.argsort(above[level], kind="stable")]
        before = np.cumsum(size[level]) - size[level]
        first = np.r_[True, above[level][1:] != above[level][:-1]]
        since = before[np.maximum.accumulate(np.where(first, np.arange(len(level)), 0))]
        place[level] = place[above[level]] + 1 + before - since
    return place, place + size


def _levels(units: Ints, above: Ints, levels: list[Ints]) -> Ints:
    found = np.zeros((len(units), len(levels)), np.int64)
    for depth, level in enumerate(levels):
        if depth:
            found[level] = found[above[level]]
        found[level, depth] = units[level]
    return found


def rolled_up(own: Any, tree: Tree) -> Ints:
    """Totals of subtrees (figures by units of rising id) from each unit's own (figures by unit id)."""
    totals = np.empty((len(own), len(tree.units)), np.int64)
    by_place = np.empty(len(tree.units), np.int64)
    by_place[tree.places] = tree.units
    sums = np.zeros(len(tree.units) + 1, np.int64)
    for nth, row in enumerate(own):
        np.cumsum(row[by_place], out=sums[1:])
        np.subtract(sums[tree.ends], sums[tree.places], out=totals[nth])
    return totals
