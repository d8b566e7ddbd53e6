"""Expected returns: who owed one for a period, in what state it is, how late it came, and how often it was corrected.

Who owes one follows from the tree and the duties of the period's last day, whatever became of the units since; only
what was owed is counted as given. So a rate never exceeds one hundred per cent when a unit closes, opens or merges.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from fasti import charter
from fasti.acts.models import Act, Effect
from fasti.charter import rules
from fasti.dates import axes, periods
from fasti.effects import as_known, handing_in, returning
from fasti.indicators import engines, perimeter
from fasti.indicators import tree as trees
from fasti.register.models import ReturnState
from fasti.register.rows import ReturnRow
from fasti.returns import coverage

MISSING, REPORTED = "missing", "reported"
"""Beside the states of the register: nothing was given; a report was given, but not as a return with figures."""
STATES = (*returning.STATES, REPORTED, MISSING)


@dataclass(frozen=True, slots=True)
class Expected:
    """What one unit owed, and what became of it. `days_late` counts from the due day to the first handing in."""

    unit: str
    names: Mapping[str, str]
    duty: rules.Obligation
    closes_on: date | None
    """The last day for handing in without being opened again; None: the form does not close by time."""
    state: str
    version: int
    first_on: date | None
    """When it was first handed in."""
    since: date | None
    """Since when it has been in this state."""
    submission: int | None
    """The effect that holds the figures of the last version."""
    act: str
    """The code of the act that handed the last version in, or of the report; "" where there is none."""

    @property
    def days_late(self) -> int | None:
        """Days from the due day to the first handing in; 0 in time, None where nothing was given."""
        return None if self.first_on is None else max(0, (self.first_on - self.duty.due).days)

    @property
    def is_late(self) -> bool:
        """Whether it came after the days of grace, or has not come at all."""
        return self.first_on is None or self.first_on > self.duty.due + timedelta(days=self.duty.grace_days)

    @property
    def is_corrected(self) -> bool:
        """Whether it was handed in more than once."""
        return self.version > 1


@dataclass(frozen=True, slots=True)
class Overview:
    """The returns that the units of a perimeter owed on a form for a period, in the order of the perimeter."""

    unit: str
    form: str
    period: periods.Period
    known: date | None
    rows: tuple[Expected, ...]

    @property
    def due(self) -> int:
        """How many were owed."""
        return len(self.rows)

    def of(self, *states: str) -> tuple[Expected, ...]:
        """Those in one of the states."""
        return tuple(row for row in self.rows if row.state in states)

    @property
    def in_time(self) -> int:
        """How many were given within the days of grace."""
        return sum(not row.is_late for row in self.rows)

    @property
    def late(self) -> int:
        """How many were given after them."""
        return sum(row.is_late and row.first_on is not None for row in self.rows)

    @property
    def mean_days_late(self) -> Fraction | None:
        """Of those that were given; None where none was."""
        days = [row.days_late for row in self.rows if row.days_late is not None]
        return Fraction(sum(days), len(days)) if days else None


def expected(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    known: date | None = None,
    itself: bool = False,
    database: str = "default",
) -> Overview:
    """The returns owed by the units directly beneath a unit, or by those of a peer group; raises `CannotCompute`.

    `itself`: the return that the unit itself owes, instead. Only the default database knows what was known on a day.
    """
    day = period.last_day
    with engines.opened(known=known, database=database) as engine:
        standing = perimeter.standings(engine)
    tree = standing.tree(day)
    kinds = perimeter.kinds(standing, pack, as_of=day)
    around = perimeter.of(unit, pack=pack, tree=tree, kinds=kinds, day=day, database=database)
    places, names = around.members, around.names
    if itself and not around.is_group:
        id = perimeter.ids_of([unit], database)[unit]
        places, names = {unit: tree.position(id)}, perimeter.names([unit], day, database)
    rule = pack.form(form, as_of=day)
    duties = {
        code: duty
        for code, place in places.items()
        if (duty := _duty(pack, form, place, tree, kinds, period))
    }
    found = _states(form, period, [int(tree.units[places[code]]) for code in duties], known, database)
    reports = coverage.reports(form, period, known, database)
    acts = _acts_of([rows[-1].submission for rows in found.values()], database)
    rows = []
    for code, duty in duties.items():
        place = places[code]
        issuers = coverage.with_organs(place, tree, kinds)
        given = [act for issuer in issuers for act in reports.get(issuer, ())]
        own = found.get(int(tree.units[place]), [])
        rows.append(_row(code, names.get(code, {}), duty, rule, own, given, acts))
    return Overview(unit, form, period, known, tuple(rows))


def _duty(
    pack: charter.Pack,
    form: str,
    place: int,
    tree: trees.Tree,
    kinds: Mapping[str, perimeter.Kind],
    period: periods.Period,
) -> rules.Obligation | None:
    try:
        return pack.obligation(form, level=kinds[tree.kinds[place]].level, period=period)
    except charter.NoRule:
        return None


def _states(
    form: str, period: periods.Period, units: Collection[int], known: date | None, database: str
) -> dict[int, list[ReturnRow]]:
    """The states of the returns of units in their order, where there are any."""
    if known is not None:
        before = axes.known_before(known)
        if before is None:
            raise ValueError(known)
        folded = as_known.rows_of_each("return", units, known_before=before)
        kept = {
            unit: [row for row in rows if (row.form, row.period) == (form, period.code)]
            for unit, rows in folded.items()
        }
        return {unit: rows for unit, rows in kept.items() if rows}
    query = ReturnState.objects.using(database).filter(form=form, period=period.code, unit__in=list(units))
    found: dict[int, list[ReturnRow]] = {}
    for values in query.order_by("starts_on", "opened_by").values_list(*ReturnRow._fields):
        row = ReturnRow(*values)
        found.setdefault(row.unit, []).append(row)
    return found


def _acts_of(effects: Collection[int | None], database: str) -> dict[int, str]:
    """The code of the act of each effect."""
    query = Effect.objects.using(database).filter(id__in=[each for each in effects if each is not None])
    return {each.id: each.act.code for each in query.select_related("act__issuer")}


def _row(
    code: str,
    names: Mapping[str, str],
    duty: rules.Obligation,
    form: rules.Form,
    own: list[ReturnRow],
    reports: list[Act],
    acts: Mapping[int, str],
) -> Expected:
    closes = handing_in.closes_on(form.handed_in, duty) if form.handed_in else None
    first = min((row.starts_on for row in own if row.submission is not None), default=None)
    if own and (own[-1].submission is not None or not reports):
        last = own[-1]
        act = acts.get(last.submission or 0, "")
        return Expected(
            code, names, duty, closes, last.state, last.version, first, last.starts_on, last.submission, act
        )
    if reports:
        report = min(reports, key=lambda act: (act.signed_on, act.pk))
        day = report.signed_on
        return Expected(code, names, duty, closes, REPORTED, 0, day, day, None, report.code)
    return Expected(code, names, duty, closes, MISSING, 0, None, None, None, "")
