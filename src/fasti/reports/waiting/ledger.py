"""A unit with those directly beneath it and the organs of all, about a day; and the reports due of them and given.

Read at once for every form and period: the tree of each period's last day is taken from the spans of that time.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from fasti import charter
from fasti.acts.models import Act, Effect, Relation
from fasti.dates import periods
from fasti.effects import returning
from fasti.register.models import ReturnState, UnitSpan

LONGEST_PAST = 400
"""Days after which a report that never came is history, and no longer waits."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A unit under another, as a kind, over a span of days."""

    unit: int
    code: str
    parent: int | None
    kind: str
    starts_on: date
    ends_before: date | None

    def on(self, day: date) -> bool:
        """Whether it stood so on a day."""
        return self.starts_on <= day and (self.ends_before is None or day < self.ends_before)


@dataclass(frozen=True)
class Ledger:
    """The spans of a unit, of those directly beneath it and of the organs of all of these, and what they reported."""

    unit: int
    organs: frozenset[str]
    """The kinds of unit that are organs."""
    asked: tuple[tuple[str, periods.Period], ...]
    """The forms and periods that may be due."""
    spans: tuple[Stood, ...]

    @functools.cached_property
    def given(self) -> Mapping[tuple[str, str, int], date]:
        """The day of the first report that stands, by form, period and issuer; read when it is first asked for."""
        return _given(self.asked, {self.unit, *(each.unit for each in self.spans)})

    @functools.cached_property
    def codes(self) -> Mapping[int, str]:
        """The codes of the units."""
        return {each.unit: each.code for each in self.spans}

    def kind(self, day: date) -> str | None:
        """The kind of the unit on a day; None if it does not stand."""
        return next((each.kind for each in self.spans if each.unit == self.unit and each.on(day)), None)

    def beneath(self, day: date) -> list[tuple[int, str]]:
        """The units directly beneath on a day with their kinds, organs left out."""
        return [
            (each.unit, each.kind)
            for each in self.spans
            if each.parent == self.unit and each.kind not in self.organs and each.on(day)
        ]

    def with_organs(self, units: Iterable[int], day: date) -> dict[int, int]:
        """Units and their organs on a day, each to the unit."""
        found = {unit: unit for unit in units}
        under = [each for each in self.spans if each.kind in self.organs and each.on(day)]
        while new := [each for each in under if each.parent in found and each.unit not in found]:
            found |= {each.unit: found[each.parent] for each in new if each.parent is not None}
        return found

    def first(self, form: str, period: periods.Period, issuers: Mapping[int, int]) -> dict[int, date]:
        """The day of the first report of each unit, given by it or one of its organs."""
        found: dict[int, date] = {}
        for issuer, unit in issuers.items():
            day = self.given.get((form, period.code, issuer))
            if day is not None:
                found[unit] = min(day, found.get(unit, day))
        return found


def asked_for(pack: charter.Pack, day: date) -> Iterator[tuple[str, periods.Period]]:
    """The forms and periods that may be due about a day, the latest first."""
    for form in pack.forms(as_of=day):
        for kind in pack.form(form, as_of=day).period_kinds:
            period = periods.of_day(kind, day)
            while period.last_day >= day - timedelta(days=LONGEST_PAST):
                yield form, period
                period = period.previous()


def read(unit: int, *, pack: charter.Pack, organs: frozenset[str], day: date) -> Ledger:
    """The ledger of a unit about a day."""
    asked = tuple(asked_for(pack, day))
    days = [day, *(period.last_day for _, period in asked)]
    return Ledger(unit, organs, asked, _spans(unit, organs, min(days), max(days)))


def _spans(unit: int, organs: frozenset[str], first: date, last: date) -> tuple[Stood, ...]:
    found = _among(Q(unit=unit) | Q(parent=unit), first, last)
    known = {each.unit for each in found}
    wanted = known - {unit}
    while wanted:
        more = _among(Q(parent__in=wanted, kind__in=organs), first, last)
        found += more
        wanted = {each.unit for each in more} - known
        known |= wanted
    return tuple(found)


def _among(which: Q, first: date, last: date) -> list[Stood]:
    there = Q(starts_on__lte=last) & (Q(ends_before=None) | Q(ends_before__gt=first))
    rows = UnitSpan.objects.filter(which, there).order_by("id")
    columns = ("unit", "unit__code", "parent", "kind", "starts_on", "ends_before")
    return [Stood(*row) for row in rows.values_list(*columns)]


def _given(
    asked: Iterable[tuple[str, periods.Period]], units: Iterable[int]
) -> dict[tuple[str, str, int], date]:
    """Reports by their issuer, returns by the unit whose they are, whoever handed them in and unless sent back."""
    forms, codes = {form for form, _ in asked}, {period.code for _, period in asked}
    units = list(units)
    withdrawn = Relation.objects.filter(kind="withdraws", target=OuterRef("pk"))
    returned = Effect.objects.filter(kind="SUBMIT_RETURN", act=OuterRef("pk"))
    acts = Act.objects.filter(~Exists(withdrawn), ~Exists(returned), form__in=forms, period__in=codes)
    rows = acts.filter(issuer__in=units).order_by("-signed_on")
    found = {
        (form, period, issuer): signed_on
        for form, period, issuer, signed_on in rows.values_list("form", "period", "issuer", "signed_on")
    }
    return {**found, **_returned(forms, codes, units)}


def _returned(
    forms: Iterable[str], codes: Iterable[str], units: Iterable[int]
) -> dict[tuple[str, str, int], date]:
    """The day of the first handing in of returns, but of those sent back and not handed in again."""
    states = ReturnState.objects.filter(
        unit__in=units, form__in=forms, period__in=codes, submission__isnull=False
    )
    columns = ("form", "period", "unit", "state", "starts_on")
    found: dict[tuple[str, str, int], tuple[date, str]] = {}
    for form, period, unit, state, day in states.order_by("starts_on", "opened_by").values_list(*columns):
        first, _ = found.get((form, period, unit), (day, ""))
        found[form, period, unit] = first, state
    return {key: first for key, (first, state) in found.items() if state != returning.SENT_BACK}
