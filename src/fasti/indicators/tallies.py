"""Rows counted by unit, laid along the tree, so that the figure of any run of places is read off at once.

Counts and sums are prefix sums in preorder: a subtree's total is the difference of two of them. Distinct
counts, means and medians are taken over the values found in the run.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from fasti.indicators import tree as trees
from fasti.indicators.figures import Value

Run = tuple[int, int]
"""Places from the first up to, not including, the second."""
Ints = npt.NDArray[np.int64]


@dataclass(eq=False)
class Tally:
    """Amounts or values at places in rising order; `measure` says how they make a figure."""

    measure: str
    places: Ints
    values: Ints
    keys: npt.NDArray[np.object_] | None = None

    def value(self, runs: Sequence[Run]) -> Value:
        """The figure of some runs of places."""
        bounds = [tuple(np.searchsorted(self.places, run).tolist()) for run in runs]
        if self.measure in ("count", "sum"):
            return int(sum(int(self.sums[high] - self.sums[low]) for low, high in bounds))
        found = [self.values[low:high] for low, high in bounds]
        values = np.concatenate(found) if found else self.values[:0]
        return OF_VALUES[self.measure](values)

    def of(self, key: str) -> Tally:
        """The part of one key."""
        chosen = np.flatnonzero(self.keys == key)
        return Tally(self.measure, self.places[chosen], self.values[chosen])

    def all_keys(self) -> list[str]:
        """The keys there are."""
        return [] if self.keys is None else sorted(set(self.keys.tolist()))

    @functools.cached_property
    def sums(self) -> Ints:
        """Of counts and sums: what the rows before each come to."""
        sums = np.zeros(len(self.values) + 1, np.int64)
        np.cumsum(self.values, out=sums[1:])
        return sums


def median(values: Ints) -> Value:
    """The exact median; None of nothing.

    >>> median(np.array([3, 1, 2])), median(np.array([1, 2])), median(np.array([], np.int64))
    (2, Fraction(3, 2), None)
    """
    if not len(values):
        return None
    ordered = np.sort(values)
    low, high = int(ordered[(len(ordered) - 1) // 2]), int(ordered[len(ordered) // 2])
    return whole(Fraction(low + high, 2))


def mean(values: Ints) -> Value:
    """The exact mean; None of nothing.

    >>> mean(np.array([0, 0, 7])), mean(np.array([1, 3])), mean(np.array([], np.int64))
    (Fraction(7, 3), 2, None)
    """
    return whole(Fraction(int(values.sum()), len(values))) if len(values) else None


def whole(value: Fraction) -> int | Fraction:
    """A fraction, as a whole number where it is one."""
    return int(value) if value.denominator == 1 else value


OF_VALUES: Mapping[str, Callable[[Ints], Value]] = {
    "distinct": lambda values: len(np.unique(values)),
    "mean": mean,
    "median": median,
}
"""The measures that do not add up, over the values found."""


def codes(columns: Sequence[Any]) -> Ints:
    """One number per row, equal for rows with equal values.

    >>> codes([np.array([1, 1, 2]), np.array(["a", "a", "a"], object)]).tolist()
    [0, 0, 1]
    """
    found = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        distinct, inverse = np.unique(column, return_inverse=True)
        _, found = np.unique(found * max(len(distinct), 1) + inverse, return_inverse=True)
    return found


def tallied(rows: Any, measures: Sequence[str], tree: trees.Tree) -> tuple[list[Tally], list[int]]:
    """The tallies of a scan's rows, and the units that have no place in the tree."""
    units = np.asarray(rows["unit"], np.int64)
    places = tree.places(units)
    order = np.argsort(places, kind="stable")
    order = order[np.searchsorted(places[order], 0) :]
    keys = np.asarray(rows["key"], object)[order] if "key" in rows else None
    if measures[0] in ("count", "sum"):
        columns = [np.asarray(rows[f"m{i}"], np.int64) for i in range(len(measures))]
    elif measures[0] == "distinct":
        columns = [codes([np.asarray(rows[name]) for name in sorted(rows) if name.startswith("v")])]
    else:
        columns = [np.asarray(rows["v0"], np.int64)]
    ordered = places[order]
    found = [
        Tally(measure, ordered, column[order], keys)
        for measure, column in zip(measures, columns, strict=True)
    ]  # fmt: skip
    lost = np.unique(units[places == trees.NOWHERE]).tolist()
    return found, lost
