"""The tree of units on one day, and where figures of any other day belong in it.

Units are numbered in preorder, so a unit and all beneath it are one run of numbers and a subtree total is the
difference of two prefix sums (see `tallies`). A unit that no longer exists on the day follows its successors,
one that does not exist yet its predecessors; without either it belongs to its parent. Where that leaves
several units, the figure belongs to the nearest unit above them all. So nothing is lost, and no total depends
on the day chosen. A unit that gave a part away is followed to nobody; one that began as such a part belongs,
before it was there, to the unit it was part of.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
OPEN = np.iinfo(np.int64).max
NOWHERE = -1


class CyclicTree(ValueError):
    """Units stand under each other in a circle; `units` are those that no root reaches."""

    def __init__(self, units: Iterable[int]) -> None:
        self.units = tuple(units)
        super().__init__(f"{len(self.units)} units stand under each other in a circle: {self.units[:5]}")


class Standing(NamedTuple):
    """A unit under a parent from a day until before another; days are day numbers, `OPEN` without end."""

    unit: int
    parent: int | None
    kind: str
    starts_on: int
    ends_before: int


class Succession(NamedTuple):
    """A unit went over into another on a day, or (`is_split`) gave a part to it and went on."""

    predecessor: int
    successor: int
    on: int
    is_split: bool = False


@dataclass(eq=False)
class Tree:
    """Units living on `day`, in preorder: the unit at place i has the places i to `ends[i]` beneath and
    including it.
    """

    day: int
    units: Ints
    parents: Ints
    ends: Ints
    kinds: tuple[str, ...]
    _position: Mapping[int, int]
    _spans: Mapping[int, tuple[Standing, ...]]
    _after: Mapping[int, tuple[Succession, ...]]
    _before: Mapping[int, tuple[Succession, ...]]
    _places: dict[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.units)

    def position(self, unit: int) -> int:
        """The place of a unit living on the day, `NOWHERE` for others."""
        return self._position.get(unit, NOWHERE)

    def children(self, place: int) -> list[int]:
        """The places of the units directly under the one at a place."""
        found, child = [], place + 1
        while child < self.ends[place]:
            found.append(child)
            child = int(self.ends[child])
        return found

    def places(self, units: Ints) -> Ints:
        """The place at which the figures of each unit belong, `NOWHERE` where there is none."""
        table = self._by_id
        if len(units) and units.min() >= 0 and units.max() < len(table):
            found = table[units]
        else:
            is_known = (units >= 0) & (units < len(table))
            found = np.full(len(units), NOWHERE, np.int64)
            found[is_known] = table[units[is_known]]
        for i in np.flatnonzero(found == NOWHERE).tolist():
            found[i] = self.place(int(units[i]))
        return found

    @functools.cached_property
    def _by_id(self) -> Ints:
        """The place of each unit by its id, which are numbered one after the other."""
        found = np.full(int(self.units.max()) + 1 if len(self.units) else 0, NOWHERE, np.int64)
        found[self.units] = np.arange(len(self.units))
        return found

    def place(self, unit: int) -> int:
        """The place at which the figures of a unit belong, `NOWHERE` if there is none."""
        if unit not in self._places:
            self._places[unit] = self._find(unit, frozenset())
        return self._places[unit]

    def _find(self, unit: int, seen: frozenset[int]) -> int:
        if unit in self._position:
            return self._position[unit]
        spans = self._spans.get(unit, ())
        if not spans or unit in seen:
            return NOWHERE
        seen = seen | {unit}
        begun = [span for span in spans if span.starts_on <= self.day]
        heirs = self._heirs(unit) if begun else [edge.predecessor for edge in self._before.get(unit, ())]
        place = self._above_all(self._find(heir, seen) for heir in heirs)
        parent = (begun[-1] if begun else spans[0]).parent
        return place if place != NOWHERE or parent is None else self._find(parent, seen)

    def _heirs(self, unit: int) -> list[int]:
        return [edge.successor for edge in self._after.get(unit, ()) if edge.on <= self.day]

    def _above_all(self, places: Iterable[int]) -> int:
        """The nearest place that is above, or is, each of the places."""
        known = [place for place in places if place != NOWHERE]
        if not known:
            return NOWHERE
        low, high, place = min(known), max(known), min(known)
        while not place <= low <= high < self.ends[place]:
            if self.parents[place] == NOWHERE:
                return NOWHERE
            place = int(self.parents[place])
        return place


def grow(spans: Iterable[Standing], successions: Iterable[Succession], *, day: int) -> Tree:
    """The tree on a day from all spans and successions; raises `CyclicTree`."""
    by_unit: dict[int, list[Standing]] = defaultdict(list)
    for span in spans:
        by_unit[span.unit].append(span)
    kept = {unit: tuple(sorted(found, key=lambda span: span.starts_on)) for unit, found in by_unit.items()}
    living = [span for found in kept.values() for span in found if span.starts_on <= day < span.ends_before]
    edges = sorted(successions, key=lambda edge: (edge.on, edge.predecessor, edge.successor))
    begun = {unit: found[0].starts_on for unit, found in kept.items()}
    after = _grouped([edge for edge in edges if not edge.is_split], 0)
    before = _grouped(
        [edge for edge in edges if not edge.is_split or edge.on == begun.get(edge.successor)], 1
    )
    return _order(sorted(living), kept, after, before, day)


def _grouped(edges: Iterable[Succession], column: int) -> dict[int, tuple[Succession, ...]]:
    found: dict[int, list[Succession]] = defaultdict(list)
    for edge in edges:
        found[edge[column]].append(edge)
    return {unit: tuple(edges_) for unit, edges_ in found.items()}


def _order(
    living: list[Standing],
    spans: Mapping[int, tuple[Standing, ...]],
    after: Mapping[int, tuple[Succession, ...]],
    before: Mapping[int, tuple[Succession, ...]],
    day: int,
) -> Tree:
    ids = np.fromiter((span.unit for span in living), np.int64, len(living))
    index = {span.unit: i for i, span in enumerate(living)}
    # Parents are looked up in a tree without order, so that a unit whose parent is gone stands under its heir.
    flat = Tree(
        day, ids, np.full(len(ids), NOWHERE), np.arange(1, len(ids) + 1), (), index, spans, after, before
    )
    above = (NOWHERE if span.parent is None else flat.place(span.parent) for span in living)
    parent = np.fromiter(above, np.int64, len(living))
    first, size = preorder(parent)
    if unreached := np.flatnonzero(first == NOWHERE).tolist():
        raise CyclicTree(ids[unreached].tolist())
    order = np.argsort(first)
    moved = np.where(parent == NOWHERE, NOWHERE, first[parent])[order] if len(parent) else parent
    position = dict(zip(ids[order].tolist(), range(len(order)), strict=True))
    kinds = tuple(living[i].kind for i in order)
    ends = np.arange(len(order)) + size[order]
    return Tree(day, ids[order], moved, ends, kinds, position, spans, after, before)


def preorder(parent: Ints) -> tuple[Ints, Ints]:
    """The preorder number and subtree size of each node, from the index of its parent (-1: a root).

    Nodes that no root reaches get number -1.

    >>> first, size = preorder(np.array([-1, 0, 0, 1]))
    >>> first.tolist(), size.tolist()
    ([0, 1, 3, 2], [4, 2, 1, 1])
    """
    levels = _levels(parent)
    size = np.ones(len(parent), np.int64)
    for level in reversed(levels[1:]):
        size += np.bincount(parent[level], weights=size[level], minlength=len(parent)).astype(np.int64)
    first = np.full(len(parent), NOWHERE, np.int64)
    for depth, level in enumerate(levels):
        before = np.cumsum(size[level]) - size[level]
        if depth == 0:
            first[level] = before
            continue
        above = parent[level]
        eldest = np.r_[True, above[1:] != above[:-1]]
        base = np.maximum.accumulate(np.where(eldest, np.arange(len(level)), 0))
        first[level] = first[above] + 1 + before - before[base]
    return first, size


def _levels(parent: Ints) -> list[Ints]:
    """The nodes of each level below the roots, children of one parent side by side."""
    by_parent = np.argsort(parent, kind="stable")
    starts = np.searchsorted(parent[by_parent], np.arange(len(parent) + 1))
    levels, level = [], np.flatnonzero(parent == NOWHERE)
    while len(level):
        levels.append(level)
        runs = [
            by_parent[starts[node] : starts[node + 1]] for node in level if starts[node] < starts[node + 1]
        ]
        level = np.concatenate(runs) if runs else np.array([], np.int64)
    return levels
