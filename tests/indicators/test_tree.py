"""The tree on any day: every unit has a place, and no total depends on the boundaries."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasti.indicators import tallies, tree

LAST_DAY = 60


@dataclass
class History:
    """Units founded, merged, moved and dissolved day by day, as the register would have it. Unit 0 is the root."""

    random: Random
    open: dict[int, tuple[int | None, int]] = field(default_factory=lambda: {0: (None, 0)})
    spans: list[tree.Standing] = field(default_factory=list)
    edges: list[tree.Succession] = field(default_factory=list)
    units: int = 1

    def live(self) -> None:
        for day in range(1, LAST_DAY):
            self.random.choice([self.found, self.found, self.split, self.merge, self.move, self.dissolve])(
                day
            )
        for unit in list(self.open):
            self.close(unit, tree.OPEN)

    def close(self, unit: int, day: int) -> None:
        parent, since = self.open.pop(unit)
        if since < day:
            self.spans.append(tree.Standing(unit, parent, "k", since, day))

    def found(self, day: int) -> None:
        self.open[self.units] = (self.random.choice(list(self.open)), day)
        self.units += 1

    def split(self, day: int) -> None:
        """A unit gives a part to a new unit beside it, or to one that is there already."""
        units = [unit for unit in self.open if unit]
        if not units:
            return
        source, target = self.random.choice(units), self.random.choice([*units, self.units])
        if target == self.units:
            self.open[target] = (self.open[source][0], day)
            self.units += 1
        if source != target:
            self.edges.append(tree.Succession(source, target, day, is_split=True))

    def under(self, unit: int) -> set[int]:
        below = {unit}
        for _ in self.open:
            below |= {child for child, (parent, _) in self.open.items() if parent in below}
        return below

    def pick(self) -> tuple[int, int] | None:
        """A unit other than the root, and one that does not stand beneath it."""
        units = [unit for unit in self.open if unit]
        if not units:
            return None
        unit = self.random.choice(units)
        return unit, self.random.choice(sorted(set(self.open) - self.under(unit)))

    def merge(self, day: int) -> None:
        if found := self.pick():
            unit, into = found
            for child in [child for child, (parent, _) in self.open.items() if parent == unit]:
                self.close(child, day)
                self.open[child] = (into, day)
            self.close(unit, day)
            self.edges.append(tree.Succession(unit, into, day))

    def move(self, day: int) -> None:
        if found := self.pick():
            unit, parent = found
            self.close(unit, day)
            self.open[unit] = (parent, day)

    def dissolve(self, day: int) -> None:
        leaves = set(self.open) - {parent for parent, _ in self.open.values()} - {0}
        if leaves:
            self.close(self.random.choice(sorted(leaves)), day)


@given(st.integers(0, 2**32), st.integers(0, LAST_DAY))
def test_totals_do_not_change_with_boundaries(seed: int, day: int) -> None:
    history = History(Random(seed))
    history.live()
    units = np.array(sorted({span.unit for span in history.spans}), np.int64)
    amounts = np.array([history.random.randrange(1, 100) for _ in units], np.int64)
    grown = tree.grow(history.spans, history.edges, day=day)
    (tally,), lost = tallies.tallied({"unit": units, "m0": amounts}, ["count"], grown)
    assert lost == []
    whole = (0, int(grown.ends[0]))
    assert tally.value([whole]) == amounts.sum()
    for place in range(len(grown)):
        beneath = [(child, int(grown.ends[child])) for child in grown.children(place)]
        own = [(place, place + 1)]
        assert tally.value([*own, *beneath]) == tally.value([(place, int(grown.ends[place]))])


@given(st.integers(0, 2**32), st.integers(0, LAST_DAY))
def test_a_living_unit_stays_where_it_is(seed: int, day: int) -> None:
    history = History(Random(seed))
    history.live()
    grown = tree.grow(history.spans, history.edges, day=day)
    living = {span.unit: span.parent for span in history.spans if span.starts_on <= day < span.ends_before}
    assert set(grown.units.tolist()) == set(living)
    for unit, parent in living.items():
        place = grown.place(unit)
        assert grown.units[place] == unit
        above = grown.parents[place]
        assert (None if above == tree.NOWHERE else grown.units[above]) == parent


def standing(unit: int, parent: int | None, starts: int = 0, ends: int = tree.OPEN) -> tree.Standing:
    return tree.Standing(unit, parent, "k", starts, ends)


def test_a_unit_gone_into_several_belongs_above_them() -> None:
    spans = [standing(1, None), standing(2, 1), standing(3, 2), standing(4, 2), standing(5, 1, 0, 10)]
    edges = [tree.Succession(5, 3, 10), tree.Succession(5, 4, 10)]
    grown = tree.grow(spans, edges, day=20)
    assert grown.units[grown.place(5)] == 2


def test_a_unit_that_does_not_exist_yet_is_with_its_predecessor() -> None:
    spans = [standing(1, None), standing(2, 1, 0, 10), standing(3, 1, 10), standing(4, 3, 15)]
    grown = tree.grow(spans, [tree.Succession(2, 3, 10)], day=5)
    assert grown.units[grown.place(3)] == 2
    assert grown.units[grown.place(4)] == 2


def test_a_part_belongs_to_the_unit_it_was_part_of_until_it_is_there() -> None:
    spans = [standing(1, None), standing(2, 1), standing(3, 1, 10)]
    edges = [tree.Succession(2, 3, 10, is_split=True)]
    before, after = (tree.grow(spans, edges, day=day) for day in (9, 10))
    assert before.units[before.place(3)] == 2
    assert (after.units[after.place(3)], after.units[after.place(2)]) == (3, 2)


def test_a_split_is_not_the_end_of_a_unit() -> None:
    """A unit that gave a part away and then went over into another one is followed there alone."""
    spans = [standing(1, None), standing(2, 1, 0, 20), standing(3, 1, 10), standing(4, 1)]
    edges = [tree.Succession(2, 3, 10, is_split=True), tree.Succession(2, 4, 20)]
    grown = tree.grow(spans, edges, day=30)
    assert grown.units[grown.place(2)] == 4


def test_an_unknown_unit_has_no_place() -> None:
    assert tree.grow([standing(1, None)], [], day=0).place(99) == tree.NOWHERE


def test_a_circle_is_named() -> None:
    with pytest.raises(tree.CyclicTree) as refused:
        tree.grow([standing(1, None), standing(2, 3), standing(3, 2)], [], day=0)
    assert refused.value.units == (2, 3)


@given(st.lists(st.integers(0, 1000), min_size=1))
def test_preorder_numbers_each_subtree_in_one_run(choices: list[int]) -> None:
    parent = np.array([-1, *(choice % (i + 1) for i, choice in enumerate(choices))], np.int64)
    first, size = tree.preorder(parent)
    assert sorted(first.tolist()) == list(range(len(parent)))
    for node, above in enumerate(parent.tolist()):
        if above >= 0:
            assert first[above] < first[node] < first[node] + size[node] <= first[above] + size[above]
