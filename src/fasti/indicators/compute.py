"""Figures of a unit or peer group for a period: every indicator asked for, for the whole, for each unit in
it.

The boundaries are the tree of one day (the period's last unless said otherwise). Whatever is recorded of the
period is booked where it belongs on that day, so the totals do not depend on it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from fasti import charter
from fasti.charter import rules
from fasti.dates import periods
from fasti.indicators import engines, perimeter, tallies
from fasti.indicators import tree as trees
from fasti.indicators.figures import CannotCompute, Computed, Figure, Part

if TYPE_CHECKING:
    from fasti.indicators import scans
    from fasti.indicators.conditions import Asked

Tallies = Mapping[tuple[str, str], tallies.Tally]
"""By indicator and period."""
CHILD, MONTH, AGE_BAND = "child", "month", "age_band"


def compute(
    pack: charter.Pack,
    ids: Iterable[str],
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    by: str | None = None,
    with_people: bool = False,
    engine: str | None = None,
    database: str = "default",
) -> Computed:
    """The figures `ids` of a unit or peer group; raises `CannotCompute`.

    `with_people`: count as well how many different persons each figure is about, where a person may enter it twice.

    `by` breaks the figures of the whole down by child, month or a column the indicator allows; those that
    allow none have no parts, and if that is so of all, it cannot be computed.
    """
    ids = tuple(ids)
    day = boundaries or period.last_day
    wanted = {
        id: pack.resolved(id, as_of=period.last_day, since=_since(pack.indicator(id), period))
        for id in _all(pack, ids)
    }
    people = {each.id: each for each in map(_of_people, wanted.values()) if each} if with_people else {}
    _require_breakdown([wanted[id] for id in ids], by)
    with engines.opened(engine, known=known, database=database) as opened:
        ground = perimeter.ground(opened, unit, pack=pack, day=day, as_of=period.last_day, database=database)
        tree, around = ground.tree, ground.around
        found, lost = tallied(
            [*wanted.values(), *people.values()], pack, period, by, opened, tree, ground.kinds
        )
        unplaced = perimeter.codes_of(lost, database)
    order = [band.id for band in pack.age_bands(as_of=period.last_day).bands] if by == AGE_BAND else []
    make = _Maker(wanted | people, found, period, by, order)
    units = _Units(around.members, lambda place: make.figures(ids, [(place, int(tree.ends[place]))]))
    total = make.figures(ids, around.whole, units if by == CHILD else None, with_parts=True)
    own = make.figures(ids, around.own) if not around.is_group else ()
    return Computed(
        unit,
        period,
        day,
        known,
        opened.name,
        around.refs,
        total,
        units,
        own,
        tuple(sorted(unplaced.values())),
    )


REPEATED = ("effects", "tenures", "pool", "topics", "ratings", "sanctions")
"""Relations of persons in which one may stand several times."""
_PEOPLE = "~people"


def _of_people(indicator: rules.Indicator) -> rules.Indicator | None:
    """The figure of the different persons behind another; None where no person is counted twice in it."""
    if indicator.relation not in REPEATED or indicator.of == ("person_id",):
        return None
    return dataclasses.replace(
        indicator, id=f"{indicator.id}{_PEOPLE}", measure="distinct", of=("person_id",)
    )


def heirs(
    pack: charter.Pack,
    units: Iterable[str],
    *,
    unit: str,
    boundaries: date,
    known: date | None = None,
    engine: str | None = None,
    database: str = "default",
) -> dict[str, str]:
    """For units of any day, by code: the unit within `unit` on the boundaries day where their figures are booked.

    A unit whose figures go to none of those is left out. Raises `CannotCompute`.
    """
    with engines.opened(engine, known=known, database=database) as opened:
        ground = perimeter.ground(
            opened, unit, pack=pack, day=boundaries, as_of=boundaries, database=database
        )
    ids = perimeter.ids_of(units, database)
    found = {}
    for code, id in ids.items():
        place = ground.tree.place(id)
        for member, first in ground.around.members.items():
            if first <= place < ground.tree.ends[first]:
                found[code] = member
    return found


def of_every_unit(
    pack: charter.Pack,
    ids: Iterable[str],
    *,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    engine: str | None = None,
    database: str = "default",
) -> dict[str, tuple[Figure, ...]]:
    """The figures `ids` of each unit that stands on the boundaries day, by its code: counted once for all of them."""
    ids = tuple(ids)
    wanted = {
        id: pack.resolved(id, as_of=period.last_day, since=_since(pack.indicator(id), period))
        for id in _all(pack, ids)
    }
    with engines.opened(engine, known=known, database=database) as opened:
        standing = perimeter.standings(opened)
        tree = standing.tree(boundaries or period.last_day)
        kinds = perimeter.kinds(standing, pack, as_of=period.last_day)
        found, _ = tallied(wanted.values(), pack, period, None, opened, tree, kinds)
        codes = perimeter.codes_of(tree.units.tolist(), database)
    make = _Maker(wanted, found, period, None, ())
    places = ((codes[unit], (place, int(tree.ends[place]))) for place, unit in enumerate(tree.units.tolist()))
    return {code: make.figures(ids, [run]) for code, run in places}


def _since(indicator: rules.Indicator, period: periods.Period) -> date | None:
    """Groups of a flow are those in force on any day of the period, of a stock those of its last day."""
    return period.starts_on if indicator.day else None


def _all(pack: charter.Pack, ids: Iterable[str]) -> list[str]:
    """The indicators asked for, and those that ratios among them divide."""
    found: dict[str, None] = {}
    for id in ids:
        indicator = pack.indicator(id)
        found.update(dict.fromkeys([id, *filter(None, (indicator.numerator, indicator.denominator))]))
    return list(found)


def _require_breakdown(wanted: Sequence[rules.Indicator], by: str | None) -> None:
    if by is not None and not any(_allows(indicator, by) for indicator in wanted):
        ids = ", ".join(indicator.id for indicator in wanted)
        raise CannotCompute("no-breakdown", f"{ids} cannot be broken down by {by}.", indicator=ids, by=by)


def _allows(indicator: rules.Indicator, by: str | None) -> bool:
    """Whether a figure can be broken down so: by child and month always, else as the pack allows."""
    return by in (CHILD, MONTH, *indicator.by) or (by == AGE_BAND and "born_on" in indicator.by)


def tallied(
    wanted: Iterable[rules.Indicator],
    pack: charter.Pack,
    period: periods.Period,
    by: str | None,
    engine: engines.Engine,
    tree: trees.Tree,
    kinds: Mapping[str, perimeter.Kind],
) -> tuple[Tallies, set[int]]:
    """What is wanted (groups put into codes), counted and laid along a tree, and the units without a place in it."""
    found: dict[tuple[str, str], tallies.Tally] = {}
    lost: set[int] = set()
    for those, rows in counted(wanted, pack, period, by, engine, kinds):
        made, nowhere = tallies.tallied(rows, [one.indicator.measure for one in those], tree)
        found.update(zip(((one.indicator.id, one.period.code) for one in those), made, strict=True))
        lost.update(nowhere)
    return found, lost


def counted(
    wanted: Iterable[rules.Indicator],
    pack: charter.Pack,
    period: periods.Period,
    by: str | None,
    engine: engines.Engine,
    kinds: Mapping[str, perimeter.Kind],
) -> Iterator[tuple[tuple[Asked, ...], engines.Rows]]:
    """What is wanted, in parts that are answered together, and the rows of each as a scan gives them."""
    from fasti.indicators import counting, partials, scans

    asked = [
        one for indicator in wanted if indicator.measure != "ratio" for one in _asked(indicator, period, by)
    ]
    source = scans.source(asked, engine, kinds, pack=pack, standing=perimeter.standings(engine))
    kept = [one for one in asked if partials.is_answered(one)] if partials.are_kept(engine) else []
    read = asked if not kept else [one for one in asked if not partials.is_answered(one)]
    planned = scans.plan(read, source, bands(pack, period.last_day) if by == AGE_BAND else scans.Bands())
    yield from counting.all_of(planned, engine, source)
    if kept:
        yield from ((part.asked, part.rows) for part in partials.parts(kept, engine, source))


def _asked(indicator: rules.Indicator, period: periods.Period, by: str | None) -> list[Asked]:
    from fasti.indicators.conditions import Asked

    allowed = _allows(indicator, by)
    whole = Asked(indicator, period, by if allowed and by not in (CHILD, MONTH) else None)
    months = period.months() if by == MONTH and allowed else ()
    return [whole, *(Asked(indicator, month) for month in months)]


def bands(pack: charter.Pack, day: date) -> scans.Bands:
    """The age bands with birthdays, for ages reached by a day."""
    from fasti.indicators.scans import Bands

    found = pack.age_bands(as_of=day).bands
    return Bands(
        tuple((band.id, None if band.below is None else _years_before(day, band.below)) for band in found)
    )


def _years_before(day: date, years: int) -> date:
    """The latest birthday of those who are at least so many years old on a day.

    >>> _years_before(date(2024, 2, 29), 31)
    datetime.date(1993, 2, 28)
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


class _Units(Mapping[str, tuple[Figure, ...]]):
    """The figures of the units asked about, each made when it is first read: most readers want the whole alone."""

    def __init__(self, places: Mapping[str, int], make: Callable[[int], tuple[Figure, ...]]) -> None:
        self._places, self._make = places, make
        self._made: dict[str, tuple[Figure, ...]] = {}

    def __getitem__(self, code: str) -> tuple[Figure, ...]:
        if code not in self._made:
            self._made[code] = self._make(self._places[code])
        return self._made[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Maker:
    """Makes figures of runs of places out of tallies."""

    def __init__(
        self,
        wanted: Mapping[str, rules.Indicator],
        found: Tallies,
        period: periods.Period,
        by: str | None,
        order: Sequence[str],
    ) -> None:
        self.wanted, self.found, self.period, self.by, self.order = wanted, found, period, by, order

    def figures(
        self,
        ids: Iterable[str],
        runs: Sequence[tallies.Run],
        units: Mapping[str, Sequence[Figure]] | None = None,
        *,
        with_parts: bool = False,
    ) -> tuple[Figure, ...]:
        """The figures of some runs; with `units`, these are their parts."""
        made = []
        for i, id in enumerate(ids):
            if units is not None:
                parts = tuple(_part(code, found[i]) for code, found in units.items())
            else:
                parts = self._parts(self.wanted[id], runs) if with_parts else ()
            made.append(self._figure(self.wanted[id], runs, parts))
        return tuple(made)

    def _figure(
        self, indicator: rules.Indicator, runs: Sequence[tallies.Run], parts: tuple[Part, ...]
    ) -> Figure:
        additive = indicator.measure in ("count", "sum")
        if indicator.measure != "ratio":
            value = self._tally(indicator.id, self.period).value(runs)
            people = self._people(indicator.id, runs, self.period, None)
            return Figure(indicator.id, value, None, None, additive, parts, people)
        share = self._share("", indicator, runs, self.period, None)
        return Figure(
            indicator.id, share.value, share.numerator, share.denominator, False, parts, share.num_people
        )

    def _people(
        self, id: str, runs: Sequence[tallies.Run], period: periods.Period, key: str | None
    ) -> int | None:
        """The different persons behind a figure, where they were counted."""
        asked = f"{id}{_PEOPLE}"
        return int(self._value(asked, runs, period, key) or 0) if asked in self.wanted else None

    def _parts(self, indicator: rules.Indicator, runs: Sequence[tallies.Run]) -> tuple[Part, ...]:
        if self.by in (None, CHILD) or not _allows(indicator, self.by):
            return ()
        if self.by == MONTH:
            months = self.period.months()
            return tuple(self._part(month.code, indicator, runs, month, None) for month in months)
        keys = self._keys(indicator)
        return tuple(self._part(key, indicator, runs, self.period, key) for key in keys)

    def _keys(self, indicator: rules.Indicator) -> list[str]:
        ids = (
            filter(None, (indicator.numerator, indicator.denominator))
            if indicator.measure == "ratio"
            else [indicator.id]
        )
        keys = {key for id in ids for key in self._tally(id, self.period).all_keys()}
        return sorted(
            keys, key=lambda key: (self.order.index(key) if key in self.order else len(self.order), key)
        )

    def _part(
        self,
        name: str,
        indicator: rules.Indicator,
        runs: Sequence[tallies.Run],
        period: periods.Period,
        key: str | None,
    ) -> Part:
        if indicator.measure == "ratio":
            return self._share(name, indicator, runs, period, key)
        people = self._people(indicator.id, runs, period, key)
        return Part(name, self._value(indicator.id, runs, period, key), num_people=people)

    def _share(
        self,
        name: str,
        ratio: rules.Indicator,
        runs: Sequence[tallies.Run],
        period: periods.Period,
        key: str | None,
    ) -> Part:
        above, below = (
            self._value(str(id), runs, period, key) for id in (ratio.numerator, ratio.denominator)
        )
        numerator, denominator = int(above or 0), int(below or 0)
        value = Fraction(numerator, denominator) if denominator else None
        people = self._people(str(ratio.numerator), runs, period, key)
        return Part(name, value, numerator, denominator, people)

    def _value(
        self, id: str, runs: Sequence[tallies.Run], period: periods.Period, key: str | None
    ) -> int | Fraction | None:
        tally = self._tally(id, period)
        return (tally if key is None else tally.of(key)).value(runs)

    def _tally(self, id: str, period: periods.Period) -> tallies.Tally:
        return self.found[(id, period.code)]


def _part(key: str, figure: Figure) -> Part:
    return Part(key, figure.value, figure.numerator, figure.denominator, figure.num_people)
