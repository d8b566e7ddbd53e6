"""Which figures of closed periods an act not yet issued would change, and by how much.

What enters and leaves is found on the few rows the act bears on (see `touched`). Counts and sums are then the figure
as it stands plus the difference; shares follow from their two parts; medians and distinct counts are computed anew
on the tables as they would stand. Where the act moves units in the tree of a period, all its figures are computed
on both trees. So every figure given is the one that would be computed after issuing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from fasti import charter
from fasti.charter import rules
from fasti.dates import periods
from fasti.indicators import closed, columns, perimeter, scans, tallies, touched, trial
from fasti.indicators import tree as trees
from fasti.indicators.conditions import Asked
from fasti.indicators.figures import Value

ADDITIVE = ("count", "sum")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure; a ratio with its numerator and denominator."""

    value: Value
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A figure of a unit for a closed period, before and after. None: the unit does not stand at its end."""

    unit: str
    indicator: str
    period: periods.Period
    before: Amount | None
    after: Amount | None

    @property
    def difference(self) -> Value:
        """After less before; None where one of them has no value."""
        if not self.before or not self.after or self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value


class OtherState(RuntimeError):
    """The record has gone on since the acts were examined; examine them again."""


def shifts(
    pack: charter.Pack, patch: trial.Patch, *, today: date, database: str = "default"
) -> tuple[Shift, ...]:
    """The figures of closed periods that would change: of the units concerned and all above them.

    Ordered by unit from the top, then as the pack lists the indicators, then by period. Raises `OtherState`.
    """
    store = columns.current(database=database)
    first = min(patch.column("act", "id"), default=store.last_act + 1)
    if first != store.last_act + 1:
        raise OtherState(f"acts up to {store.last_act} are recorded, the draft was examined for {first}")
    tried = trial.Trial(store, patch)
    return _Shifting(pack, tried, closed.over(pack, closed.earliest(tried), today), database).found()


@dataclass
class _Side:
    """One state: its trees, and what has been counted on it."""

    engine: Any
    standing: perimeter.Standings
    found: dict[tuple[str, str], tallies.Tally]

    def tree(self, period: periods.Period) -> trees.Tree:
        return self.standing.tree(period.last_day)

    def count(self, asked: Sequence[Asked], kinds: touched.Kinds, pack: charter.Pack) -> None:
        """Count what is asked and not yet counted."""
        left = [one for one in asked if (one.indicator.id, one.period.code) not in self.found]
        source = scans.source(left, self.engine, kinds, pack=pack, standing=self.standing)
        for scan in scans.plan(left, source, scans.Bands()):
            rows = scans.run(scan, self.engine)
            measures = [one.indicator.measure for one in scan.asked]
            for day in {one.period.last_day for one in scan.asked}:
                made, _ = tallies.tallied(rows, measures, self.standing.tree(day))
                for one, tally in zip(scan.asked, made, strict=True):
                    if one.period.last_day == day:
                        self.found[(one.indicator.id, one.period.code)] = tally

    def value(self, id: str, period: periods.Period, unit: int) -> Value:
        place = self.tree(period).position(unit)
        return self.found[(id, period.code)].value([(place, int(self.tree(period).ends[place]))])


class _Shifting:
    """The work on one trial."""

    def __init__(
        self, pack: charter.Pack, tried: trial.Trial, closed: Sequence[periods.Period], database: str
    ) -> None:
        self.pack, self.tried, self.closed, self.database = pack, tried, closed, database
        self.before = _Side(tried.before, perimeter.standings(tried.before), {})
        moves = {"unit_span", "lineage"} & set(tried.patch.tables)
        self.after = _Side(
            tried.after, perimeter.standings(tried.after) if moves else self.before.standing, {}
        )
        self.moved = {period for period in closed if moves and self._is_moved(period)}
        self._resolved: dict[tuple[str, periods.Period], rules.Indicator] = {}
        self.touched: dict[tuple[str, periods.Period], touched.Touch] = {}

    def found(self) -> tuple[Shift, ...]:
        if not self.closed:
            return ()
        for touch in touched.touches(self._questions(), self.tried):
            self.touched[(touch.indicator.id, touch.period)] = touch
        self._count()
        shifts = [shift for period in self.closed for shift in self._shifts(period)]
        return tuple(self._named(shifts))

    # -- what is asked -------------------------------------------------------------------------------------------

    def _one(self, id: str, period: periods.Period) -> rules.Indicator:
        """The indicator with its groups put into the codes of a period."""
        if (id, period) not in self._resolved:
            since = period.starts_on if self.pack.indicator(id).day else None
            found = self.pack.resolved(id, as_of=period.last_day, since=since)
            self._resolved[(id, period)] = found
        return self._resolved[(id, period)]

    def _kinds(self, side: _Side, period: periods.Period) -> dict[str, perimeter.Kind]:
        return perimeter.kinds(side.standing, self.pack, as_of=period.last_day)

    def _questions(self) -> list[touched.Question]:
        """The indicators, periods with the same codes together."""
        together: dict[str, list[tuple[rules.Indicator, touched.Kinds, periods.Period]]] = defaultdict(list)
        for period in self.closed:
            kinds = {**self._kinds(self.before, period), **self._kinds(self.after, period)}
            asked = [one for one in self.pack.indicators if self._may_change(one)]
            of_kinds = repr(sorted(kinds.items()))
            for each in asked:
                one = self._one(each.id, period)
                together[of_kinds + repr(one)].append((one, kinds, period))
        return [
            touched.Question(same[0][0], same[0][1], tuple(period for _, _, period in same))
            for same in together.values()
        ]

    def _may_change(self, one: rules.Indicator) -> bool:
        return one.measure != "ratio" and not touched.is_owed(one) and touched.may_change(one, self.tried)

    def _is_moved(self, period: periods.Period) -> bool:
        """Whether a unit that was known before would have another place in the tree of the period's end."""
        old, new = self.before.tree(period), self.after.tree(period)
        was, is_now = self._kinds(self.before, period), self._kinds(self.after, period)
        if any(is_now.get(kind, found) != found for kind, found in was.items()):
            return True
        units = {span.unit for span in self.before.standing.spans}
        return any(_stand(old, unit) != _stand(new, unit) for unit in units)

    # -- counting ------------------------------------------------------------------------------------------------

    def _ids(self, period: periods.Period) -> list[rules.Indicator]:
        """The indicators whose figures of a period have to be looked at."""
        asked = (one for one in self.pack.indicators if self._is_asked(one, period))
        return [self._one(one.id, period) for one in asked]

    def _is_asked(self, one: rules.Indicator, period: periods.Period) -> bool:
        if touched.is_owed(one):
            return touched.may_change(one, self.tried)
        if period in self.moved or (one.id, period) in self.touched or not touched.is_simple(one):
            return True
        return any((part, period) in self.touched for part in (one.numerator, one.denominator))

    def _count(self) -> None:
        """Count what stands, and on the tables as they would be what cannot be had by adding."""
        by_kinds: dict[str, tuple[list[Asked], list[Asked], Any, Any]] = {}
        for period in self.closed:
            old, new = self._kinds(self.before, period), self._kinds(self.after, period)
            before, after, *_ = by_kinds.setdefault(
                repr((sorted(old.items()), sorted(new.items()))), ([], [], old, new)
            )
            for one in self._parts(period):
                before.append(Asked(one, period))
                if not self._adds_up(one, period):
                    after.append(Asked(one, period))
        for before, after, old, new in by_kinds.values():
            self.before.count(before, old, self.pack)
            self.after.count(after, new, self.pack)

    def _parts(self, period: periods.Period) -> list[rules.Indicator]:
        """What has to be counted: the indicators, of ratios the two that are divided."""
        ids: dict[str, None] = {}
        for one in self._ids(period):
            parts = (one.numerator, one.denominator) if one.measure == "ratio" else (one.id,)
            ids.update(dict.fromkeys(str(part) for part in parts))
        return [self._one(id, period) for id in ids]

    def _adds_up(self, one: rules.Indicator, period: periods.Period) -> bool:
        """Whether the figure after is the one before and what enters and leaves."""
        simple = touched.is_simple(one) and period not in self.moved
        return simple and (one.measure in ADDITIVE or (one.id, period) not in self.touched)

    # -- figures -------------------------------------------------------------------------------------------------

    def _shifts(self, period: periods.Period) -> Iterator[tuple[int, Shift]]:
        for one in self._ids(period):
            for unit in self._concerned(one, period):
                old = self._amount(one, period, unit, is_after=False)
                new = self._amount(one, period, unit, is_after=True)
                if old != new and not (_is_nothing(old) and _is_nothing(new)):
                    yield unit, Shift("", one.id, period, old, new)

    def _concerned(self, one: rules.Indicator, period: periods.Period) -> list[int]:
        """The units whose figure may differ: those where something is booked or moves, and all above."""
        units: set[int] = set()
        for id in (one.id, one.numerator, one.denominator):
            touch = self.touched.get((str(id), period))
            units |= touch.units if touch else set()
        if period in self.moved or not touched.is_simple(one):
            units |= {each.subject for changes in self.tried.patch.tables.values() for each in changes}
        if touched.is_owed(one):
            units |= self.tried.reach.units
        return self._and_above(frozenset(units), period)

    def _and_above(self, units: Set[int], period: periods.Period) -> list[int]:
        found: dict[int, None] = {}
        for side in (self.before, self.after):
            tree = side.tree(period)
            for unit in sorted(units):
                place = tree.place(unit)
                while place != trees.NOWHERE:
                    found[int(tree.units[place])] = None
                    place = int(tree.parents[place])
        return list(found)

    def _amount(
        self, one: rules.Indicator, period: periods.Period, unit: int, *, is_after: bool
    ) -> Amount | None:
        if (self.after if is_after else self.before).tree(period).position(unit) == trees.NOWHERE:
            return None
        if one.measure != "ratio":
            return Amount(self._value(one, period, unit, is_after=is_after))
        parts = (self._one(str(id), period) for id in (one.numerator, one.denominator))
        above, below = (int(self._value(part, period, unit, is_after=is_after) or 0) for part in parts)
        return Amount(Fraction(above, below) if below else None, above, below)

    def _value(self, one: rules.Indicator, period: periods.Period, unit: int, *, is_after: bool) -> Value:
        if not is_after:
            return self.before.value(one.id, period, unit)
        if not self._adds_up(one, period):
            return self.after.value(one.id, period, unit)
        stood = self.before.tree(period).position(unit) != trees.NOWHERE
        value = self.before.value(one.id, period, unit) if stood else 0
        return (value + self._entered(one, period, unit)) if isinstance(value, int) else value

    def _entered(self, one: rules.Indicator, period: periods.Period, unit: int) -> int:
        """What enters less what leaves, in the unit and beneath it."""
        touch = self.touched.get((one.id, period))
        if touch is None or one.measure not in ADDITIVE:
            return 0
        tree = self.after.tree(period)
        top = tree.position(unit)
        places = ((tree.place(each), amount) for each, amount in touch.amounts.items())
        return sum(amount for place, amount in places if top <= place < int(tree.ends[top]))

    # -- names and order -----------------------------------------------------------------------------------------

    def _named(self, found: Iterable[tuple[int, Shift]]) -> list[Shift]:
        listed = list(found)
        codes = perimeter.codes_of({unit for unit, _ in listed}, self.database)
        new = self.tried.patch
        codes |= dict(zip(new.column("unit", "id"), new.column("unit", "code"), strict=True))
        order = {one.id: n for n, one in enumerate(self.pack.indicators)}

        def place(each: tuple[int, Shift]) -> tuple[Any, ...]:
            unit, shift = each
            days = (shift.period.starts_on, shift.period.ends_before)
            return (self._depth(unit), codes[unit], order[shift.indicator], days)

        return [replace(shift, unit=codes[unit]) for unit, shift in sorted(listed, key=place)]

    def _depth(self, unit: int) -> int:
        """How far beneath the root a unit stands at the end of the last period."""
        side = self.after if self.after.tree(self.closed[-1]).place(unit) != trees.NOWHERE else self.before
        tree = side.tree(self.closed[-1])
        place, depth = tree.place(unit), 0
        while place != trees.NOWHERE:
            place, depth = int(tree.parents[place]), depth + 1
        return depth


def _stand(tree: trees.Tree, unit: int) -> tuple[int, int]:
    """The unit at which figures of a unit are booked, and the one above it."""
    place = tree.place(unit)
    if place == trees.NOWHERE:
        return (trees.NOWHERE, trees.NOWHERE)
    above = int(tree.parents[place])
    return int(tree.units[place]), int(tree.units[above]) if above != trees.NOWHERE else trees.NOWHERE


def _is_nothing(amount: Amount | None) -> bool:
    """Whether there is no figure, or nothing in it: a unit that is not there needs no row of noughts."""
    return amount is None or not (amount.value or amount.denominator)
