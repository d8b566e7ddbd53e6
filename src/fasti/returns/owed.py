"""What one unit owed over the latest periods, and in what state each of its returns is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fasti import charter
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import handing_in
from fasti.register.models import ReturnState, UnitSpan
from fasti.returns import given
from fasti.returns.expected import MISSING, REPORTED

PAST = 3 * 366
"""Days back to which periods are looked at."""
AHEAD = 31
"""Days before its end from which a period is looked at."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A return that the unit owed. `state` is one of the register, `reported` (without figures), or `missing`."""

    form: str
    period: periods.Period
    duty: rules.Obligation
    closes_on: date | None
    state: str
    version: int
    first_on: date | None
    since: date | None

    @property
    def days_late(self) -> int:
        """Days from the due day to the first handing in; 0 up to that day, and where nothing was handed in."""
        return 0 if self.first_on is None else self.duty.days_late(self.first_on)

    @property
    def is_late(self) -> bool:
        """Whether it was handed in after the days of grace."""
        return self.first_on is not None and self.duty.is_late(self.first_on)


def of_unit(unit: int, *, pack: charter.Pack, day: date) -> tuple[Owed, ...]:
    """The returns that a unit (by its id) owed for periods over, or soon over, on a day; the latest period first.

    Forms that are not handed in as returns are left out.
    """
    spans = list(UnitSpan.objects.filter(unit=unit).values_list("kind", "starts_on", "ends_before"))
    asked = sorted(
        _asked(pack, day), key=lambda each: (each[1].last_day, each[1].kind, each[0]), reverse=True
    )
    states, reports = _given(unit, asked, pack)
    owed = (_owed(form, period, spans, states, reports, pack) for form, period in asked)
    return tuple(each for each in owed if each is not None)


_States = Mapping[tuple[str, str], Sequence[ReturnState]]
"""By form and period."""
_Reports = Mapping[tuple[str, str], Sequence[date]]
"""The days of reports without figures, by form and period."""


def _given(
    unit: int, asked: Iterable[tuple[str, periods.Period]], pack: charter.Pack
) -> tuple[_States, _Reports]:
    states: dict[tuple[str, str], list[ReturnState]] = defaultdict(list)
    for row in ReturnState.objects.filter(unit=unit).order_by("starts_on", "opened_by"):
        states[row.form, row.period].append(row)
    codes: dict[str, list[str]] = defaultdict(list)
    for form, period in asked:
        codes[form].append(period.code)
    reports: dict[tuple[str, str], list[date]] = defaultdict(list)
    issuers = _with_organs(unit, pack)
    for form, among in codes.items():
        for (_, code), acts in given.reports_of(form, among, None, "default", by=issuers).items():
            reports[form, code] += [act.signed_on for act in acts]
    return states, reports


def _with_organs(unit: int, pack: charter.Pack) -> set[int]:
    """The unit and the organs that serve it, or did."""
    found, above = {unit}, {unit}
    while above:
        spans = UnitSpan.objects.filter(parent__in=above).values_list("unit", "kind", "starts_on")
        above = {id for id, kind, on in spans if pack.unit_kind(kind, as_of=on).is_organ} - found
        found |= above
    return found


def _asked(pack: charter.Pack, day: date) -> Iterator[tuple[str, periods.Period]]:
    for form in pack.forms(as_of=day):
        for kind in pack.form(form, as_of=day).period_kinds:
            period = periods.of_day(kind, day)
            while period.last_day >= day - timedelta(days=PAST):
                if period.last_day <= day + timedelta(days=AHEAD):
                    yield form, period
                period = period.previous()


def _owed(
    form: str,
    period: periods.Period,
    spans: Iterable[tuple[str, date, date | None]],
    states: _States,
    reports: _Reports,
    pack: charter.Pack,
) -> Owed | None:
    last = period.last_day
    kind = next((kind for kind, start, end in spans if start <= last and (end is None or last < end)), None)
    if kind is None:
        return None
    try:
        rule = pack.form(form, as_of=last)
        duty = pack.obligation(form, level=pack.unit_kind(kind, as_of=last).level, period=period)
    except charter.NoRule:
        return None
    if rule.handed_in is None or pack.unit_kind(kind, as_of=last).is_organ:
        return None
    key = form, period.code
    rows, told = states.get(key, ()), reports.get(key, ())
    closes = handing_in.closes_on(rule.handed_in, duty)
    first = min((row.starts_on for row in rows if row.submission_id is not None), default=None)
    on = min(told, default=None)
    if rows:
        now, begun = rows[-1], on if first is None else first
        return Owed(form, period, duty, closes, now.state, now.version, begun, now.starts_on)
    return Owed(form, period, duty, closes, MISSING if on is None else REPORTED, 0, on, on)
