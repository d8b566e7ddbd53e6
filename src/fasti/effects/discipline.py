"""The checks of ratings and sanctions: what the rule book says of grades, forms and grounds, and who was there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fasti import charter
from fasti.acts.findings import Finding
from fasti.dates import periods
from fasti.effects.case import Case
from fasti.effects.recorded import Recorded
from fasti.register import rows


def check_rating(effect: Recorded, case: Case) -> Iterable[Finding]:
    """The period is one, its subject was there in it, and the grade is on the charter's list."""
    try:
        period = periods.Period.parse(effect.data["period"])
    except periods.MalformedPeriod:
        yield Finding("period-malformed", {"value": effect.data["period"]}, effect=effect.id)
        return
    if effect.on < period.starts_on:
        args: dict[str, object] = {"field": "on", "until": effect.on, "day": period.starts_on}
        yield Finding("day-not-after", args, effect=effect.id)
    yield from _check_there(effect, case, period.starts_on, period.last_day)
    yield from case.check_listed(effect, "grade", "rating.grades", "unknown-grade")
    line, subject = ("rating", effect.person) if effect.person else ("unit_rating", effect.unit)
    yield from case.check_does_something(effect, line, subject or 0, "grade")


def _check_there(effect: Recorded, case: Case, first: date, last: date) -> Iterable[Finding]:
    """The person was a member, or the unit stood, on some day from the first to the last."""
    line, subject = ("membership", effect.person) if effect.person else ("unit", effect.unit)
    found = case.world.rows(line, subject or 0)
    if any(row.starts_on <= last and (row.ends_before is None or row.ends_before > first) for row in found):
        return
    if effect.person:
        yield Finding("not-a-member", {"person": effect.person, "day": last}, effect=effect.id)
    else:
        yield Finding("unit-not-there", {"unit": effect.unit, "day": last}, effect=effect.id)


def check_sanction(effect: Recorded, case: Case) -> Iterable[Finding]:
    """The form is for such a subject, the ground is on the list, and what the form takes away ends with it."""
    before = date.fromordinal(effect.on.toordinal() - 1)
    yield from _check_there(effect, case, before, effect.on)
    yield from case.check_listed(effect, "ground", "sanction.grounds", "unknown-ground")
    try:
        form = case.pack.sanction(effect.data["form"], as_of=effect.on)
    except charter.NoRule:
        yield Finding("unknown-sanction", {"value": effect.data["form"]}, effect=effect.id)
        return
    if _sanctioned_as(effect, case) not in form.subjects:
        args = {"value": form.id, "article": form.reference}
        yield Finding("sanction-not-for", args, form.reference, effect=effect.id)
    elif form.ends and not _ends_with(effect, case, form.ends):
        args = {"value": form.id, "article": form.reference}
        yield Finding("sanction-without-end", args, form.reference, effect=effect.id)


def _sanctioned_as(effect: Recorded, case: Case) -> str:
    """As what the subject is sanctioned: unit, probationary or full member."""
    if effect.person is None:
        return "unit"
    stages = [
        row.stage
        for row in case.world.rows("membership", effect.person)
        if row.starts_on <= effect.on and (row.ends_before is None or row.ends_before >= effect.on)
    ]
    return stages[-1] if stages else ""


def _ends_with(effect: Recorded, case: Case, line: str) -> bool:
    """Whether a span of the subject's line is ended on the day by the same act, and none goes on after it."""
    found = case.world.rows(line, effect.person or effect.unit)
    ended = [row for row in found if row.ends_before == effect.on and _by_same_act(effect, case, row)]
    goes_on = line != "tenure" and any(rows.holds(row, effect.on) for row in found)
    return bool(ended) and not goes_on


def _by_same_act(effect: Recorded, case: Case, row: rows.Row) -> bool:
    return row.closed_by is not None and case.world.recorded(row.closed_by).act == effect.act
