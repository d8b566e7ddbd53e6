"""Counts and sums of many figures in one pass over plain numbers: which figures a row enters is found once for all rows
that are alike, and the rows are then only counted.

The conditions of all figures of a scan look at few columns. For each column the values that no condition tells apart
are one class; a row's classes together say which figures it enters. So a figure's definition is judged for a few
hundred combinations, as Python judges values, and millions of rows are numbers that index a table.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.conf import settings

from fasti.indicators import arrays, conditions, engines, perimeter, relations, scans
from fasti.indicators.arrays import Block, Values
from fasti.indicators.conditions import Asked
from fasti.indicators.lookups import Lookups
from fasti.indicators.plain import Numbers

MANY_CLASSES = 2**15
"""Combinations beyond which the engine is asked."""
THREADS = 2
"""Scans that are counted side by side."""
FULL = 0.6
"""The part of a block from which on all of it is looked at: picking rows costs more than looking at them."""


def all_of(
    planned: Iterable[scans.Scan], engine: engines.Engine, source: relations.Source
) -> Iterator[tuple[tuple[Asked, ...], engines.Rows]]:
    """What is asked in each scan and its rows, those of a large body side by side."""
    planned = list(planned)
    if not is_large(engine):
        yield from ((scan.asked, run(scan, engine, source)) for scan in planned)
        return
    for scan in planned:  # Before any is counted: decoding takes memory that counting then has.
        if engine.plain and why_not(scan.asked, source.dead) is None:
            need = frozenset().union(*(one.columns for one in scan.asked))
            arrays.decode(str(scan.asked[0].indicator.relation), need, engine.plain)
    with ThreadPoolExecutor(THREADS) as threads:
        found = threads.map(lambda scan: run(scan, engine, source), planned)
        yield from zip((scan.asked for scan in planned), found, strict=True)


def is_large(engine: engines.Engine) -> bool:
    """Whether the engine's body is large enough to gain by plain numbers."""
    store = engine.store
    return bool(store and engine.plain and store.num_held("effect") >= settings.PLAIN_FROM)


def run(scan: scans.Scan, engine: engines.Engine, source: relations.Source) -> engines.Rows:
    """The rows of a scan: counted here in a large body, where it can be, else by the engine's statement."""
    plain = engine.plain
    if plain is None or not is_large(engine):
        return scans.run(scan, engine)
    if why_not(scan.asked, source.dead) is not None:
        return scans.run(scan, engine)
    dead = {"dead_effect": [*engine.dead_effects], "dead_act": [*engine.dead_acts]}

    def counted() -> engines.Rows:
        found = rows(scan.asked, Lookups(plain, source.kinds), dead)
        return engine.run(scan.sql) if found is None else found

    return engine.kept(scan.key, counted)


def why_not(asked: Sequence[Asked], dead: Set[str]) -> str | None:
    """Why a scan is not counted here; None where it is."""
    first = asked[0]
    if first.by is not None or first.indicator.measure not in ("count", "sum"):
        return "it does not add up, or is broken down"
    need = frozenset().union(*(one.columns for one in asked))
    if not arrays.are_told(str(first.indicator.relation), need, dead):
        return "its columns are told by the engine"
    return None


def rows(
    asked: Sequence[Asked], lookups: Lookups, dead: Mapping[str, Sequence[int]]
) -> dict[str, Numbers] | None:
    """What a scan gives: `unit`, and `m0`, `m1` ... for each figure; None with too many combinations."""
    relation = str(asked[0].indicator.relation)
    judge = _Judge(asked, lookups)
    if judge.num > MANY_CLASSES:
        return None
    need = frozenset().union(*(one.columns for one in asked))
    counted = _Counted(asked, judge, lookups.num_units())
    for block in arrays.blocks_of(relation, need, lookups, dead):
        picked = judge.picked(block)
        if picked is not None:
            counted.add(block, *picked)
    return counted.rows()


@dataclass(frozen=True, slots=True)
class _Test:
    """One condition on one column, `key` what it says; `latest`: the day it compares with, as a number."""

    column: str
    key: str
    latest: int | None
    wanted: Any = field(compare=False)

    def of_word(self, word: Any) -> bool:
        """Whether a value meets it."""
        return conditions.meets(word, self.wanted)

    def of_numbers(self, values: Values) -> Any:
        """Which numbers meet it."""
        return _met(values, self.wanted, self.latest)


def _met(values: Values, wanted: Any, latest: int | None) -> Any:
    numbers = values.numbers
    if isinstance(wanted, Mapping) and "not" in wanted:
        return ~_met(values, wanted["not"], latest)
    if isinstance(wanted, Mapping):
        return numbers <= latest
    if isinstance(wanted, (tuple, list)):
        return np.isin(numbers, [values.none if value is None else int(value) for value in wanted])
    return numbers == (values.none if wanted is None else int(wanted))


Range = tuple[str, int | None, int | None]
"""A column of days, the first day and the one after the last; None: open."""


def _ranges(asked: Asked) -> tuple[Range, ...]:
    """The days that put a row into the period, as `conditions.when` says."""
    found: list[Range] = []
    indicator, number = asked.indicator, perimeter.day_number
    if indicator.day:
        found.append((indicator.day, number(asked.period.starts_on), number(asked.period.ends_before)))
    if not indicator.day or indicator.at != "period":
        day = number(asked.day)
        found += [("starts_on", None, day + 1), ("ends_before", day + 1, None)]
    return tuple(_both(list(each)) for _, each in itertools.groupby(sorted(found, key=_column), _column))


def _column(one: Range) -> str:
    return one[0]


def _both(ranges: Sequence[Range]) -> Range:
    """What lies in all ranges of one column."""
    lows = [low for _, low, _ in ranges if low is not None]
    highs = [high for _, _, high in ranges if high is not None]
    return ranges[0][0], max(lows, default=None), min(highs, default=None)


class _Judge:
    """Says of each row which combination of figures it enters: 0 for none."""

    def __init__(self, asked: Sequence[Asked], lookups: Lookups) -> None:
        relation = str(asked[0].indicator.relation)
        self.whens = list(dict.fromkeys(_ranges(one) for one in asked))
        tests = dict.fromkeys(test for one in asked for test in _tests(one))
        by_column = itertools.groupby(sorted(tests, key=lambda test: test.column), lambda test: test.column)
        self.axes = [_Axis(list(each), arrays.words_of(relation, name, lookups)) for name, each in by_column]
        self.sizes = [2 ** len(self.whens), *(axis.num for axis in self.axes)]
        self.num = int(np.prod(self.sizes))
        self.width = np.dtype(np.uint8 if self.num <= 256 else np.uint16)
        if self.num <= MANY_CLASSES:
            self.combinations, self.of_key = self._combinations(asked)

    def _combinations(self, asked: Sequence[Asked]) -> tuple[Any, Numbers]:
        """Of each combination of figures which it has, and the combination of each combination of classes."""
        every = np.stack([np.broadcast_to(self._enters(one), self.sizes).ravel() for one in asked])
        packed = np.packbits(every, axis=0)
        none = np.zeros(len(packed), np.uint8).tobytes()
        known, of_key = {none: 0}, np.zeros(self.num, np.uint16)
        for key, each in enumerate(packed.T):
            of_key[key] = known.setdefault(each.tobytes(), len(known))
        found = np.zeros((len(known), len(asked)), bool)
        found[of_key] = every.T
        return found, of_key if len(known) > 256 else of_key.astype(np.uint8)

    def _enters(self, one: Asked) -> Any:
        """Whether the rows of each combination of classes enter a figure."""
        when = (np.arange(self.sizes[0]) >> self.whens.index(_ranges(one))) & 1
        found = when.astype(bool).reshape(-1, *[1] * len(self.axes))
        for column, wanted in one.indicator.where.items():
            found = found & self._meets(_test(one, column, wanted))
        if one.indicator.any_of:
            ways = [[self._meets(_test(one, *each)) for each in way.items()] for way in one.indicator.any_of]
            found = found & functools.reduce(
                np.logical_or, [functools.reduce(np.logical_and, way) for way in ways]
            )
        return found

    def _meets(self, test: _Test) -> Any:
        shape = [1] * (len(self.axes) + 1)
        place = next(place for place, axis in enumerate(self.axes) if axis.name == test.column)
        shape[place + 1] = -1
        return self.axes[place].truth[:, self.axes[place].tests.index(test)].reshape(shape)

    def picked(self, block: Block) -> tuple[Numbers | None, Numbers] | None:
        """The rows of a block (None: all) that enter some figure and the combination of each; None without any."""
        bits = self._bits(block)
        if bits is None:
            return None
        is_of = bits.astype(bool)
        num = int(np.count_nonzero(is_of))
        if not num:
            return None
        rows = np.flatnonzero(is_of) if num < FULL * len(bits) else None
        key = (bits if rows is None else bits[rows]).astype(self.width)
        for axis in self.axes:
            key *= self.width.type(axis.num)
            key += axis.classes(block.values(axis.name, rows)).astype(self.width, copy=False)
        found = _looked_up(self.of_key, key)
        if found.min():
            return rows, found
        which = np.flatnonzero(found.astype(bool))  # Of truths it takes a third of the time.
        return (which if rows is None else rows[which]), found[which]

    def _bits(self, block: Block) -> Any:
        """A bit for each of the days asked for; None where no row can be of any."""
        bits, width = None, np.dtype(np.uint8 if len(self.whens) <= 8 else np.uint16)
        for place, ranges in enumerate(self.whens):
            if not all(_can(block.ends(name), low, high) for name, low, high in ranges):
                continue
            tests = [each for one in ranges for each in _within(block, *one)]
            met = functools.reduce(np.logical_and, tests) if tests else np.ones(block.num, bool)
            more = met.astype(width) * width.type(1 << place) if place else met.astype(width)
            bits = more if bits is None else bits | more
        return bits


def _can(ends: tuple[int, int] | None, low: int | None, high: int | None) -> bool:
    """Whether some number of a block can lie in a range."""
    return ends is None or ((low is None or ends[1] >= low) and (high is None or ends[0] < high))


def _within(block: Block, name: str, low: int | None, high: int | None) -> Iterator[Any]:
    """The tests of a range that are not met by all."""
    ends = block.ends(name)
    if low is not None and not (ends and ends[0] >= low):
        yield block.values(name).numbers >= low
    if high is not None and not (ends and ends[1] < high):
        yield block.values(name).numbers < high


def _looked_up(table: Numbers, numbers: Numbers) -> Numbers:
    """`table[numbers]`; where both are bytes, as bytes are translated, which takes a fraction of the time."""
    if table.dtype != np.uint8 or numbers.dtype != np.uint8 or len(table) > 256:
        return table[numbers]
    padded = np.zeros(256, np.uint8)
    padded[: len(table)] = table
    return np.frombuffer(numbers.tobytes().translate(padded.tobytes()), np.uint8)


def _tests(one: Asked) -> Iterator[_Test]:
    for where in (one.indicator.where, *one.indicator.any_of):
        for column, wanted in where.items():
            yield _test(one, column, wanted)


def _test(one: Asked, column: str, wanted: Any) -> _Test:
    days = conditions.days_before_end(wanted)
    latest = None if days is None else perimeter.day_number(one.day) - days
    return _Test(column, repr(wanted), latest, wanted)


class _Axis:
    """A column that conditions look at: its values in classes that no condition tells apart."""

    def __init__(self, tests: list[_Test], words: Sequence[Any] | None) -> None:
        self.tests, self.name = tests, tests[0].column
        self._of_word: dict[Any, int] = {}
        self._tables: dict[int, tuple[Any, Numbers]] = {}
        if words is None:
            bits = np.arange(2 ** len(tests))
            self.truth = (bits[:, None] >> np.arange(len(tests))) & 1 == 1
        else:
            known: dict[tuple[bool, ...], int] = {}
            for word in words:
                truth = tuple(test.of_word(word) for test in tests)
                self._of_word[word] = known.setdefault(truth, len(known))
            self.truth = np.array([*known], bool).reshape(-1, len(tests))
        self.num = len(self.truth)

    def classes(self, values: Values) -> Numbers:
        """The class of each value."""
        if values.words is None:
            found = np.zeros(len(values.numbers), np.uint16)
            for place, test in enumerate(self.tests):
                found |= test.of_numbers(values).astype(np.uint16) << np.uint16(place)
            return found
        if id(values.words) not in self._tables:
            table = np.array([self._of_word[word] for word in values.words])
            table = table.astype(np.uint8 if self.num <= 256 else np.uint16)
            self._tables[id(values.words)] = (values.words, table)
        return _looked_up(self._tables[id(values.words)][1], values.numbers)


class _Counted:
    """Adds up the rows of each combination and unit."""

    def __init__(self, asked: Sequence[Asked], judge: _Judge, num_units: int) -> None:
        """`num_units`: one more than the highest number of a unit."""
        self.asked, self.judge, self.unit = asked, judge, asked[0].indicator.unit
        self.of = list(dict.fromkeys(one.indicator.of[0] for one in asked if one.indicator.measure == "sum"))
        self.num_units = num_units
        self.found = {
            name: np.zeros(len(judge.combinations) * num_units, np.int64) for name in ("", *self.of)
        }

    def add(self, block: Block, rows: Numbers | None, found: Numbers) -> None:
        """Rows of a block (None: all of them) with the combination of each."""
        gone = block.is_gone(np.arange(block.num) if rows is None else rows)
        units = block.values(self.unit, rows)
        kept = units.numbers != units.none
        if gone is not None:
            kept &= ~gone
        if not kept.all():
            rows = np.flatnonzero(kept) if rows is None else rows[kept]
            found, units = found[kept], Values(units.numbers[kept], units.none, None)
        keys = np.multiply(found, self.num_units, dtype=np.int64)
        keys += units.numbers
        np.add.at(self.found[""], keys, 1)
        for name in self.of:
            values = block.values(name, rows)
            amounts = np.where(values.numbers == values.none, 0, values.numbers)
            np.add.at(self.found[name], keys, amounts.astype(np.int64))

    def rows(self) -> dict[str, Numbers]:
        """As a statement gives them."""
        tables = {name: each.reshape(-1, self.num_units) for name, each in self.found.items()}
        units = np.flatnonzero(tables[""].sum(0))
        made = {"unit": units}
        for place, one in enumerate(self.asked):
            table = tables[one.indicator.of[0] if one.indicator.measure == "sum" else ""]
            which = np.flatnonzero(self.judge.combinations[:, place])
            made[f"m{place}"] = table[which].sum(0)[units] if len(which) != 1 else table[which[0]][units]
        return made
