"""Timeliness of returns: units by periods, each square marked so that it is legible without colour; rates beneath."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import charter, words
from fasti.dates import periods
from fasti.indicators.figures import CannotCompute
from fasti.reports import timeliness as telling
from fasti.returns import timeliness
from fasti.web import asked, pages, question
from fasti.web.figures import told

USUAL = 6
"""Periods that are shown where none are asked for."""


@require_safe
def shown(request: asked.Asked) -> HttpResponse:
    """The squares of a unit or peer group for a form."""
    forms = request.pack.forms(as_of=request.day)
    form = request.GET.get("form", "")
    form = form if form in forms else forms[0]
    kinds = request.pack.form(form, as_of=request.day).period_kinds
    asked_ = question.of(request, kinds=kinds)
    question.require(request, asked_.unit)
    last = _period(request.GET.get("to", ""), kinds) or question.default_period(request.day, kinds)
    first = _period(request.GET.get("from", ""), kinds) or _before(last, USUAL - 1)
    context: dict[str, Any] = {
        **question.choices(request, asked_),
        "form": form,
        "forms": [(id, request.pack.name("form", id, request.lang)) for id in forms],
        "first": first.code,
        "last": last.code,
        "periods": [
            (each.code, words.period(each, request.lang)) for each in _offered(first, last, kinds, request)
        ],
    }
    return pages.show(request, "returns/timeliness.html", context | _read(request, asked_, form, first, last))


def _read(
    request: asked.Asked, asked_: question.Question, form: str, first: periods.Period, last: periods.Period
) -> dict[str, Any]:
    try:
        found = timeliness.timeliness(
            request.pack, form, unit=asked_.unit, first=first, last=last, day=request.day, known=asked_.known
        )
    except CannotCompute as refused:
        return {"refusal": told(refused, request.lang)}
    except charter.NoRule as refused:
        return {"refusal": str(refused)}
    name = question.name(request, asked_.unit, last.last_day)
    return {
        "found": found,
        "heading": telling.heading(found, name, request.pack, request.lang),
        "sentences": list(telling.sentences(found.whole, request.lang)),
        "heads": [words.period(each, request.lang) for each in found.periods],
        "rows": [_row(row, request.lang) for row in found.rows],
        "foot": [_rate(rate, request.lang) for rate in (*found.by_period, found.whole)],
    }


def _row(row: timeliness.Row, lang: str) -> dict[str, Any]:
    cells = [
        {"state": telling.state(cell), "mark": telling.mark(cell), "told": telling.told(cell, lang)}
        for cell in row.cells
    ]
    return {"unit": row.unit, "name": telling.name(row, lang), "cells": cells, **_rate(row.rate, lang)}


def _rate(rate: timeliness.Rate, lang: str) -> dict[str, Any]:
    return {
        "share": telling.share(rate),
        "mean": telling.days(rate.mean_days_late, lang),
        "median": telling.days(rate.median_days_late, lang),
        "sent_back": rate.sent_back,
    }


def _period(text: str, kinds: tuple[str, ...]) -> periods.Period | None:
    """A period of the form's kinds; what is none is as if it were not there."""
    try:
        found = question.period(text.strip())
    except periods.MalformedPeriod:
        return None
    return found if found.kind in kinds else None


def _before(period: periods.Period, num: int) -> periods.Period:
    for _ in range(num):
        period = period.previous()
    return period


def _offered(
    first: periods.Period, last: periods.Period, kinds: tuple[str, ...], request: asked.Asked
) -> list[periods.Period]:
    """The latest periods of the form's kind, the latest first, with the two that are chosen."""
    period = max(last, periods.of_day(kinds[0], request.day), key=lambda each: each.starts_on)
    latest = [_before(period, n) for n in range(2 * USUAL + 4)]
    return sorted({*latest, first, last}, key=lambda each: each.starts_on, reverse=True)


urlpatterns = [path("returns/timeliness/", shown, name="timeliness")]
