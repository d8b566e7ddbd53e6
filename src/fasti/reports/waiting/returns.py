"""Reports that one's unit owes and has not given, and those that the units beneath have not given to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from fasti import charter, words
from fasti.access import granting
from fasti.acts.models import Act, Relation
from fasti.charter import rules
from fasti.dates import periods
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.item import HORIZON, Item, Step, days_late
from fasti.reports.waiting.place import Place, codes

LONGEST_PAST = 400
"""Days after which a report that never came is history, and no longer waits."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Received:
    """Of the units that owed a report on a period: who gave it in time, who late, who not. By ids."""

    form: str
    period: periods.Period
    duty: rules.Obligation
    in_time: tuple[int, ...]
    late: tuple[int, ...]
    missing: tuple[int, ...]

    @property
    def due(self) -> int:
        """How many owed one."""
        return len(self.in_time) + len(self.late) + len(self.missing)


def items(asked: Asked, place: Place) -> Iterator[Item]:
    """Own reports first, then those of the units beneath; of each form and period that is due about now."""
    for form, period in asked_for(asked.pack, asked.day):
        yield from _own(asked, place, form, period)
        yield from _beneath(asked, place, form, period)


def asked_for(pack: charter.Pack, day: date) -> Iterator[tuple[str, periods.Period]]:
    """The forms and periods that may be due about a day, the latest first."""
    for form in pack.forms(as_of=day):
        for kind in pack.form(form, as_of=day).period_kinds:
            period = periods.of_day(kind, day)
            while period.last_day >= day - timedelta(days=LONGEST_PAST):
                yield form, period
                period = period.previous()


def received(place: Place, form: str, period: periods.Period) -> Received | None:
    """Who of the units beneath gave the report on a period; None if none of them owed one. The tree is the period's."""
    day, pack = period.last_day, place.pack
    organs = granting.organs(pack)
    rows = UnitSpan.objects.filter(read.on(day), parent=place.unit).exclude(kind__in=organs)
    duties = {
        unit: duty
        for unit, kind in rows.values_list("unit", "kind")
        if (duty := _duty(pack, form, kind, period))
    }
    if not duties:
        return None
    given = _given(form, period, _with_organs(list(duties), organs, day))
    found: dict[str, list[int]] = defaultdict(list)
    for unit, duty in duties.items():
        found[_state(given.get(unit), duty)].append(unit)
    duty = max(duties.values(), key=lambda each: each.due)
    return Received(form, period, duty, *(tuple(found[state]) for state in ("in_time", "late", "missing")))


def _state(signed_on: date | None, duty: rules.Obligation) -> str:
    if signed_on is None:
        return "missing"
    return "in_time" if signed_on <= duty.due + timedelta(days=duty.grace_days) else "late"


def _duty(pack: charter.Pack, form: str, kind: str, period: periods.Period) -> rules.Obligation | None:
    try:
        level = pack.unit_kind(kind, as_of=period.last_day).level
        return pack.obligation(form, level=level, period=period)
    except charter.NoRule:
        return None


def _with_organs(units: list[int], organs: frozenset[str], day: date) -> dict[int, int]:
    """Units and their organs, each to the unit."""
    found, wanted = {unit: unit for unit in units}, units
    while wanted:
        rows = UnitSpan.objects.filter(read.on(day), parent__in=wanted, kind__in=organs)
        new = {
            organ: found[parent] for organ, parent in rows.values_list("unit", "parent") if organ not in found
        }
        found |= new
        wanted = list(new)
    return found


def _given(form: str, period: periods.Period, issuers: dict[int, int]) -> dict[int, date]:
    """The day of the first report of each unit that stands."""
    withdrawn = Relation.objects.filter(kind="withdraws", target=OuterRef("pk"))
    acts = Act.objects.filter(~Exists(withdrawn), form=form, period=period.code, issuer__in=issuers)
    found: dict[int, date] = {}
    for issuer, signed_on in acts.order_by("-signed_on").values_list("issuer", "signed_on"):
        found[issuers[issuer]] = signed_on
    return found


def _is_near(due: date, day: date) -> bool:
    return day - timedelta(days=LONGEST_PAST) <= due <= day + timedelta(days=HORIZON)


def _own(asked: Asked, place: Place, form: str, period: periods.Period) -> Iterator[Item]:
    span = UnitSpan.objects.filter(read.on(period.last_day), unit=place.unit).first()
    duty = _duty(asked.pack, form, span.kind, period) if span else None
    if duty is None or not _is_near(duty.due, asked.day):
        return
    issuers = _with_organs([place.unit], granting.organs(asked.pack), period.last_day) | dict.fromkeys(
        place.own, place.unit
    )
    if not _given(form, period, issuers):
        told = {"form": asked.pack.name("form", form, asked.lang), "period": words.period(period, asked.lang)}
        yield _item(
            asked,
            f"report:{place.code}:{form}:{period.code}",
            asked.say("waiting-report", unit=asked.unit(place.code), **told),
            asked.say("waiting-report-why", day=asked.day_in(duty.cut_off)),
            place,
            duty,
            Step("report", "report", {"form": form, "unit": place.code, "period": period.code}),
        )


def _beneath(asked: Asked, place: Place, form: str, period: periods.Period) -> Iterator[Item]:
    found = received(place, form, period)
    if found is None or not found.missing or not _is_near(found.duty.due, asked.day):
        return
    told = {"form": asked.pack.name("form", form, asked.lang), "period": words.period(period, asked.lang)}
    named = codes(found.missing[:_NAMED])
    asked.names.learn(named)
    names = [asked.names.short(named[unit])[0] for unit in found.missing[:_NAMED]]
    more = len(found.missing) - len(names)
    yield _item(
        asked,
        f"reports:{place.code}:{form}:{period.code}",
        asked.say("waiting-reports", n=len(found.missing), m=found.due, **told),
        asked.say("waiting-reports-why", units="; ".join(names), more=more),
        place,
        found.duty,
        Step("reports", "report", {"form": form, "unit": place.code, "period": period.code}),
    )


def _item(
    asked: Asked, key: str, what: str, why: str, place: Place, duty: rules.Obligation, step: Step
) -> Item:
    return Item(
        kind="report",
        key=key,
        what=what,
        why=why,
        unit=place.code,
        article=duty.reference,
        due_on=duty.due,
        since=None,
        days_late=days_late(duty.due, asked.day),
        step=step,
    )
