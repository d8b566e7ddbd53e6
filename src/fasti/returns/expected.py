"""Expected returns: who owed one for a period, in what state it is, how late it came, and how often it was corrected.

Who owes one follows from the tree and the duties of the period's last day, whatever became of the units since; only
what was owed is counted as given. So a rate never exceeds one hundred per cent when a unit closes, opens or merges.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from fasti import charter
from fasti.acts.models import Act, Effect
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import handing_in, returning
from fasti.indicators import perimeter
from fasti.register.rows import ReturnRow
from fasti.returns import given, owing

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
    shown_under: str = ""
    """The unit of later boundaries that has its figures, where other boundaries were asked for; else itself."""

    @property
    def days_late(self) -> int | None:
        """Days from the due day to the first handing in; 0 up to that day, None where nothing was given."""
        return None if self.first_on is None else self.duty.days_late(self.first_on)

    @property
    def is_late(self) -> bool:
        """Whether it came after the days of grace, or has not come at all."""
        return self.first_on is None or self.duty.is_late(self.first_on)

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
    boundaries: date | None = None,
    known: date | None = None,
    itself: bool = False,
    database: str = "default",
) -> Overview:
    """The returns owed by the units directly beneath a unit, or by those of a peer group; raises `CannotCompute`.

    `boundaries`: the tree of another day, by which the unit asked about is found and those that owed shown; who owed
    is of the period's last day all the same. `itself`: the return that the unit itself owes, instead. Only the default
    database knows what was known on a day.
    """
    if itself:
        owed = _alone(pack, unit, period, known, database)
    else:
        owed = owing.owing(pack, unit, period=period, boundaries=boundaries, known=known, database=database)
    tree, places = owed.tree, owed.members
    rule = pack.form(form, as_of=period.last_day)
    duties = {
        code: duty
        for code, place in places.items()
        if (duty := pack.duty(form, level=owed.kinds[tree.kinds[place]].level, period=period))
    }
    found = given.states(form, period, [int(tree.units[places[code]]) for code in duties], known, database)
    reports = given.reports(form, period, known, database)
    acts = _acts_of([rows[-1].submission for rows in found.values()], database)
    rows = []
    for code, duty in duties.items():
        issuers = given.with_organs(places[code], tree, owed.kinds)
        told = [act for issuer in issuers for act in reports.get(issuer, ())]
        own = found.get(int(tree.units[places[code]]), [])
        row = _row(code, owed.names.get(code, {}), duty, rule, own, told, acts)
        rows.append(replace(row, shown_under=owed.shown_under.get(code, code)))
    return Overview(unit, form, period, known, tuple(rows))


def _alone(
    pack: charter.Pack, unit: str, period: periods.Period, known: date | None, database: str
) -> owing.Owing:
    """The unit itself; of a peer group its units."""
    owed = owing.owing(pack, unit, period=period, known=known, database=database)
    id = perimeter.ids_of([unit], database).get(unit)
    if id is None:
        return owed
    names = perimeter.names([unit], period.last_day, database)
    return replace(owed, members={unit: owed.tree.position(id)}, names=names, shown_under={unit: unit})


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
        if own:  # opened again, so that figures may follow
            state, since = own[-1].state, own[-1].starts_on
            return Expected(code, names, duty, closes, state, 0, day, since, None, report.code)
        return Expected(code, names, duty, closes, REPORTED, 0, day, day, None, report.code)
    return Expected(code, names, duty, closes, MISSING, 0, None, None, None, "")
