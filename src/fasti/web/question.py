"""What a page of figures is asked: unit or peer group, period, boundaries, known day; read from an address.

Who may see no figures of a unit is told the same as for a unit that is not there.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import words
from fasti.access import rights
from fasti.dates import periods, spans
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.reports import discreet, discretion, naming
from fasti.reports.waiting.place import root
from fasti.subjects.models import Unit
from fasti.web import asked, drawn, refusals

FIRST_YEAR, MOST_YEARS = 1900, 6
MOST_CHILDREN = 200


@dataclass(frozen=True)
class Question:
    """A unit or peer group, and the times it is asked about."""

    unit: str
    period: periods.Period
    boundaries: date | None
    known: date | None
    errors: tuple[str, ...] = ()
    """Fields that could not be read, by name; they are as if they were not there."""


def of(
    request: asked.Asked, *, kinds: Sequence[str] = (), given: Mapping[str, str] | None = None
) -> Question:
    """The question of a request; what is left out is one's own unit, and the last period of a kind that is over.

    `given`: the fields of a form that asks it, in place of the address.
    """
    errors = []
    fields = request.GET if given is None else given
    code = fields.get("unit", "").strip() or default_unit(request)
    period, text = default_period(request.day, kinds), fields.get("period", "").strip()
    if text:
        try:
            period = _period(text)
        except (periods.MalformedPeriod, spans.MalformedDay):
            errors.append("period")
    days = {}
    for name in ("boundaries", "known", "beside"):
        written = fields.get(name, "").strip()
        days[name] = asked.day_of(written, None)
        if written and days[name] is None:
            errors.append(name)
    return Question(code, period, days["boundaries"], days["known"], tuple(errors))


def replaced(question: Question, *, period: periods.Period) -> Question:
    """The same question about another period, for what is asked of other kinds of period only."""
    return dataclasses.replace(question, period=period)


def _period(text: str) -> periods.Period:
    if len(text) == len("2024-06-30"):
        return periods.of_day("day", spans.parse_day(text))
    return period(text)


def period(text: str) -> periods.Period:
    """The period of a code; raises `MalformedPeriod`, also for years that nobody reports on."""
    found = periods.Period.parse(text)
    if found.year < FIRST_YEAR:
        raise periods.MalformedPeriod(text)
    return found


def default_unit(request: asked.Asked) -> str:
    """One's own unit; the top for whoever sees all."""
    unit = request.sight.home
    if unit is None:
        unit = root(request.day)
    return Unit.objects.filter(id=unit or 0).values_list("code", flat=True).first() or ""


def default_period(day: date, kinds: Sequence[str]) -> periods.Period:
    """The last half-year that is over, or the last period of the first kind named."""
    kind = kinds[0] if kinds else "half_year"
    return periods.of_day(kind, day).previous()


def require(request: asked.Asked, unit: str) -> None:
    """Refuse whoever may see no figures of a unit or peer group; also where there is none of that code."""
    if not discreet.is_granted(request.sight, unit, pack=request.pack, day=request.day):
        raise refusals.NotGranted(rights.SHARED_FIGURES)


def choices(request: asked.Asked, question: Question) -> dict[str, Any]:
    """What the form offers: peer groups and units near, periods, days on which the boundaries changed."""
    return {
        "question": question,
        "units": _units(request, question.unit),
        "periods": _periods(question.period, request),
        "unit_name": name(request, question.unit, question.boundaries or question.period.last_day),
        "period_told": drawn.period(question.period.code, request.lang),
    }


def name(request: asked.Asked, code: str, day: date) -> str:
    """The name of a unit or peer group."""
    found = request.pack.names("peer_group", request.lang).get(code)
    return found or naming.Names(request.pack, request.lang, day).of_unit(code)


def _units(request: asked.Asked, chosen: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Peer groups that may be seen, one's own unit, what is above it and directly beneath it."""
    sight, pack, lang = request.sight, request.pack, request.lang
    groups = []
    for code in pack.peer_groups(as_of=request.day):
        try:
            discretion.limits(sight, code, pack.peer_group(code, as_of=request.day).units)
        except discretion.NotGranted:
            continue
        groups.append((code, pack.name("peer_group", code, lang)))
    home = sight.home if sight.home is not None else root(request.day)
    spans_ = UnitSpan.objects.filter(read.on(request.day)).select_related("unit")
    own = list(spans_.filter(unit=home))
    beneath = spans_.filter(parent=home).exclude(kind__in=sight.organs).order_by("unit__code")[:MOST_CHILDREN]
    above = spans_.filter(unit__in=[span.parent_id for span in own if span.parent_id])
    listed = [*own, *above, *beneath]
    sight.learn({span.unit_id for span in listed})
    names = naming.Names(pack, lang, request.day)
    names.learn(span.unit_id for span in listed)
    units = [
        (span.unit.code, names.of_unit(span.unit.code))
        for span in listed
        if sight.limit(span.unit_id) is not None
    ]
    known = {code for code, _ in [*groups, *units]}
    if chosen and chosen not in known:
        units.insert(0, (chosen, names.of_unit(chosen)))
    found = [("groups", groups), ("units", units)]
    return [(label, rows) for label, rows in found if rows]


def _periods(chosen: periods.Period, request: asked.Asked) -> list[tuple[str, str]]:
    """The half-years and years until now, the latest first, with the one chosen."""
    found = [chosen] if chosen.kind not in ("half_year", "year") else []
    last = max(request.day.year, chosen.year)
    for year in range(last, last - MOST_YEARS, -1):
        found += [
            periods.Period("year", year),
            periods.Period("half_year", year, 1),
            periods.Period("half_year", year, 0),
        ]
    if chosen not in found:
        found.append(chosen)
    return [(period.code, drawn.period(period.code, request.lang)) for period in found]


def boundaries(request: asked.Asked, period: periods.Period) -> list[tuple[str, str]]:
    """Days to choose for the tree: the period's last, and the days since on which units went over into others."""
    from fasti.register.models import Lineage

    days = Lineage.objects.filter(on__gt=period.last_day, on__lte=request.day).exclude(manner="split")
    listed = list(days.order_by("-on").values_list("on", flat=True).distinct()[:6])
    return [(day.isoformat(), words.day(day, request.lang, style="short")) for day in listed]
