"""Timeliness: over several periods, who of a perimeter handed in on time, who late, who not at all, who was sent back.

Who owed a return in a period follows from the tree and the duties of that period's last day. A unit that merged has
cells until its end and none after; its successor's are its own. So no rate of any period exceeds one hundred per cent.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fasti import charter
from fasti.acts.models import Act
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import returning
from fasti.indicators import engines, perimeter
from fasti.indicators import tree as trees
from fasti.indicators.figures import CannotCompute
from fasti.register.rows import ReturnRow
from fasti.returns import given

IN_TIME, LATE, MISSING, OPEN = "in_time", "late", "missing", "open"
STATES = (IN_TIME, LATE, MISSING, OPEN)
"""`open`: nothing was given and the days of grace are not over; it is in no rate yet."""
MOST_PERIODS = 40


@dataclass(frozen=True, slots=True)
class Cell:
    """What one unit owed for one period. `days_late` counts from the due day to the first handing in."""

    state: str
    due_on: date
    first_on: date | None
    days_late: int | None
    num_sent_back: int
    """How often it was returned for correction."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Counts of cells. `due` are those that should have come: in time, late and missing."""

    in_time: int
    late: int
    missing: int
    open: int
    sent_back: int
    """Returns that were returned for correction, of those that came."""
    mean_days_late: Fraction | None
    """Of those that came, with 0 for each up to its due day; None where none came."""
    median_days_late: Fraction | None

    @property
    def due(self) -> int:
        """How many should have come by now."""
        return self.in_time + self.late + self.missing


@dataclass(frozen=True, slots=True)
class Row:
    """One unit: its cells in the order of the periods (None: it owed nothing), and their rate."""

    unit: str
    names: Mapping[str, str]
    cells: tuple[Cell | None, ...]
    rate: Rate


@dataclass(frozen=True, slots=True)
class Timeliness:
    """The units of a perimeter over several periods."""

    unit: str
    form: str
    periods: tuple[periods.Period, ...]
    known: date | None
    rows: tuple[Row, ...]
    by_period: tuple[Rate, ...]
    whole: Rate


@dataclass(frozen=True, slots=True)
class Owed:
    """A unit that owes for a period, its duty, and who may report for it: the unit and its organs."""

    unit: int
    period: str
    duty: rules.Obligation
    issuers: tuple[int, ...]


def timeliness(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    first: periods.Period,
    last: periods.Period,
    day: date,
    known: date | None = None,
    database: str = "default",
) -> Timeliness:
    """The units directly beneath a unit, or of a peer group, from one period to another; raises `CannotCompute`.

    `day`: today, on which what is not due yet is open. As many queries for one period as for forty.
    """
    asked = _between(pack, form, first, last)
    with engines.opened(known=known, database=database) as engine:
        standing = perimeter.standings(engine)
    owed = list(_owed(pack, form, unit, asked, standing, database))
    period_codes = [period.code for period in asked]
    states = given.states_of(form, period_codes, {each.unit for each in owed}, known, database)
    reports = given.reports_of(form, period_codes, known, database)
    today = min(day, known) if known else day
    cells = {
        (each.unit, each.period): _cell(each, states.get((each.unit, each.period), ()), reports, today)
        for each in owed
    }
    ids = _in_order(owed)
    codes = perimeter.codes_of(ids, database)
    names = perimeter.names(codes.values(), asked[-1].last_day, database)
    rows = [_row(codes[id], names, [cells.get((id, period.code)) for period in asked]) for id in ids]
    by_period = tuple(rate(row.cells[place] for row in rows) for place in range(len(asked)))
    return Timeliness(unit, form, asked, known, tuple(rows), by_period, rate(cells.values()))


def _between(
    pack: charter.Pack, form: str, first: periods.Period, last: periods.Period
) -> tuple[periods.Period, ...]:
    """The periods in order; raises `CannotCompute` where they are no span of periods that the form is for."""
    rule = pack.form(form, as_of=last.last_day)
    found = [last]
    while found[-1].starts_on > first.starts_on and len(found) <= MOST_PERIODS:
        found.append(found[-1].previous())
    if last.kind not in rule.period_kinds or found[-1] != first or len(found) > MOST_PERIODS:
        message = f"{first.code} to {last.code} are not 1 to {MOST_PERIODS} periods of {form}."
        told = {"return_form": form, "first": first.code, "last": last.code, "limit": str(MOST_PERIODS)}
        raise CannotCompute("return-periods-wrong", message, **told)
    return tuple(reversed(found))


def _in_order(owed: Sequence[Owed]) -> list[int]:
    """The units in the order of the last period's perimeter; those that ended before it behind them."""
    by_period: dict[str, list[int]] = defaultdict(list)
    for each in owed:
        by_period[each.period].append(each.unit)
    return list(dict.fromkeys(unit for units in reversed(by_period.values()) for unit in units))


# -- who owed ----------------------------------------------------------------------------------------------------------


def _owed(
    pack: charter.Pack,
    form: str,
    unit: str,
    asked: Sequence[periods.Period],
    standing: perimeter.Standings,
    database: str,
) -> Iterable[Owed]:
    """Whoever owed, period by period. The unit need not have stood in all of them, but in one."""
    members = _Members(pack, unit, asked, database)
    stood = False
    for period in asked:
        tree = standing.tree(period.last_day)
        kinds = perimeter.kinds(standing, pack, as_of=period.last_day)
        places = members.places(tree, kinds, period)
        stood = stood or places is not None
        yield from owed_at(pack, form, period, places or (), tree, kinds)
    if not stood:
        day = asked[-1].last_day.isoformat()
        raise CannotCompute("not-living", f"{unit} does not exist on {day}.", unit=unit, day=day, into="")


def owed_at(
    pack: charter.Pack,
    form: str,
    period: periods.Period,
    places: Iterable[int],
    tree: trees.Tree,
    kinds: Mapping[str, perimeter.Kind],
) -> Iterable[Owed]:
    """Those of the units at places of a period's tree that owe a return for it."""
    for place in places:
        duty = pack.duty(form, level=kinds[tree.kinds[place]].level, period=period)
        if duty is not None:
            yield Owed(
                int(tree.units[place]), period.code, duty, tuple(given.with_organs(place, tree, kinds))
            )


class _Members:
    """The units directly beneath a unit, or of a peer group, on the tree of each period."""

    def __init__(self, pack: charter.Pack, unit: str, asked: Sequence[periods.Period], database: str) -> None:
        self._pack, self._code = pack, unit
        groups = {period: self._group(period) for period in asked}
        wanted = {unit, *(code for codes in groups.values() for code in codes)}
        self._groups, self._ids = groups, perimeter.ids_of(wanted, database)
        if unit not in self._ids and not any(groups.values()):
            day = asked[-1].last_day.isoformat()
            message = f"There is no unit and no peer group {unit} on {day}."
            raise CannotCompute("unknown-unit", message, unit=unit, day=day)

    def _group(self, period: periods.Period) -> tuple[str, ...]:
        try:
            return tuple(self._pack.peer_group(self._code, as_of=period.last_day).units)
        except charter.NoRule:
            return ()

    def places(
        self, tree: trees.Tree, kinds: Mapping[str, perimeter.Kind], period: periods.Period
    ) -> list[int] | None:
        """The places of the members; None where the unit did not stand."""
        id = self._ids.get(self._code)
        if id is None:
            found = (tree.position(self._ids[code]) for code in self._groups[period] if code in self._ids)
            return [place for place in found if place != trees.NOWHERE] or None
        place = tree.position(id)
        if place == trees.NOWHERE:
            return None
        return [child for child in tree.children(place) if not kinds[tree.kinds[child]].is_organ]


# -- what was given ----------------------------------------------------------------------------------------------------


def first_days(
    form: str, asked: Sequence[periods.Period], units: set[int], *, known: date | None = None
) -> dict[given.Key, date]:
    """The day on which each unit first gave something, a return or a report, by unit (or organ) and period."""
    codes = [period.code for period in asked]
    reports = given.reports_of(form, codes, known, "default")
    found = {key: min(act.signed_on for act in acts) for key, acts in reports.items()}
    for key, rows in given.states_of(form, codes, units, known, "default").items():
        days = [row.starts_on for row in rows if row.submission is not None]
        if days:
            found[key] = min(days)
    return found


def _cell(
    owed: Owed, rows: Sequence[ReturnRow], reports: Mapping[given.Key, Sequence[Act]], today: date
) -> Cell:
    days = [row.starts_on for row in rows if row.submission is not None]
    if not days:
        days = [act.signed_on for issuer in owed.issuers for act in reports.get((issuer, owed.period), ())]
    first, duty = min(days, default=None), owed.duty
    sent_back = sum(row.state == returning.SENT_BACK for row in rows)
    if first is None:
        return Cell(MISSING if duty.is_late(today) else OPEN, duty.due, None, None, sent_back)
    return Cell(LATE if duty.is_late(first) else IN_TIME, duty.due, first, duty.days_late(first), sent_back)


# -- rates -------------------------------------------------------------------------------------------------------------


def _row(code: str, names: Mapping[str, Mapping[str, str]], cells: list[Cell | None]) -> Row:
    return Row(code, names.get(code, {}), tuple(cells), rate(cells))


def rate(cells: Iterable[Cell | None]) -> Rate:
    """The counts of cells, and how late those were that came."""
    there = [cell for cell in cells if cell is not None]
    num = {state: sum(cell.state == state for cell in there) for state in STATES}
    days = [Fraction(cell.days_late) for cell in there if cell.days_late is not None]
    return Rate(
        num[IN_TIME], num[LATE], num[MISSING], num[OPEN], sum(cell.num_sent_back > 0 for cell in there),
        Fraction(sum(days), len(days)) if days else None,
        Fraction(statistics.median(days)) if days else None,
    )  # fmt: skip
