"""Reports that one's unit owes and has not given, and those that the units beneath have not given to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fasti import words
from fasti.access import returns as access
from fasti.charter import rules
from fasti.dates import periods
from fasti.reports.waiting import ledger
from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.item import HORIZON, Item, Step, days_late
from fasti.reports.waiting.place import Place

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
    for form, period in place.ledger.asked:
        yield from _own(asked, place, form, period)
        yield from _beneath(asked, place, form, period)


def received(place: Place, form: str, period: periods.Period) -> Received | None:
    """Who of the units beneath gave the report on a period; None if none of them owed one. The tree is the period's."""
    day, ledger_ = period.last_day, place.ledger
    beneath = ledger_.beneath(day)
    of_kind = {kind: place.pack.duty_of_kind(form, kind, period) for kind in {kind for _, kind in beneath}}
    duties = {unit: duty for unit, kind in beneath if (duty := of_kind[kind])}
    if not duties:
        return None
    given = ledger_.first(form, period, ledger_.with_organs(duties, day))
    found: dict[str, list[int]] = defaultdict(list)
    for unit, duty in duties.items():
        found[_state(given.get(unit), duty)].append(unit)
    duty = max(duties.values(), key=lambda each: each.due)
    return Received(form, period, duty, *(tuple(found[state]) for state in ("in_time", "late", "missing")))


def _state(signed_on: date | None, duty: rules.Obligation) -> str:
    if signed_on is None:
        return "missing"
    return "late" if duty.is_late(signed_on) else "in_time"


def _is_near(due: date, day: date) -> bool:
    return day - timedelta(days=ledger.LONGEST_PAST) <= due <= day + timedelta(days=HORIZON)


def _own(asked: Asked, place: Place, form: str, period: periods.Period) -> Iterator[Item]:
    kind = place.ledger.kind(period.last_day)
    duty = asked.pack.duty_of_kind(form, kind, period) if kind else None
    if duty is None or not _is_near(duty.due, asked.day):
        return
    issuers = place.ledger.with_organs([place.unit], period.last_day) | dict.fromkeys(place.own, place.unit)
    if not place.ledger.first(form, period, issuers):
        told = {"form": asked.pack.name("form", form, asked.lang), "period": words.period(period, asked.lang)}
        yield _item(
            asked,
            f"report:{place.code}:{form}:{period.code}",
            asked.say("waiting-report", unit=asked.unit(place.code), **told),
            asked.say("waiting-report-why", day=asked.day_in(duty.cut_off)),
            place,
            duty,
            _step(asked, place, form, period, handed_in=("fill-return", "return"), otherwise="report"),
        )


def _beneath(asked: Asked, place: Place, form: str, period: periods.Period) -> Iterator[Item]:
    found = received(place, form, period)
    if found is None or not found.missing or not _is_near(found.duty.due, asked.day):
        return
    told = {"form": asked.pack.name("form", form, asked.lang), "period": words.period(period, asked.lang)}
    asked.names.learn(found.missing[:_NAMED])
    names = [asked.names.short(place.ledger.codes[unit])[0] for unit in found.missing[:_NAMED]]
    more = len(found.missing) - len(names)
    yield _item(
        asked,
        f"reports:{place.code}:{form}:{period.code}",
        asked.say("waiting-reports", n=len(found.missing), m=found.due, **told),
        asked.say("waiting-reports-why", units="; ".join(names), more=more),
        place,
        found.duty,
        _step(asked, place, form, period, handed_in=("reports", "returns"), otherwise="reports"),
    )


def _step(
    asked: Asked,
    place: Place,
    form: str,
    period: periods.Period,
    *,
    handed_in: tuple[str, str],
    otherwise: str,
) -> Step:
    """To the return where the form is handed in as one, and may be seen; else to the report."""
    args = {"form": form, "unit": place.code, "period": period.code}
    is_return = asked.pack.form(form, as_of=period.last_day).handed_in is not None
    if is_return and access.sees(asked.sight, place.unit):
        return Step(*handed_in, args)
    return Step(otherwise, "report", args)


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
