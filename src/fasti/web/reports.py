"""Reports: a form for a unit or peer group and a period, on boundaries and as known on a day; shown, downloaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from fasti import charter, words
from fasti.access import acts as seen_acts
from fasti.access import log, rights
from fasti.acts.models import Effect
from fasti.dates import periods
from fasti.indicators import explain, figures
from fasti.operations import jobs
from fasti.reports import assemble, discreet, discretion, formats, gather, handed_in_tables, model
from fasti.reports.peers.paper import Table
from fasti.subjects.models import Unit
from fasti.web import addresses, asked, drawn, pages, question, refusals, work
from fasti.web.figures import told

LARGE = 4_000_000
"""Effects recorded beyond which a report is not made while its reader waits."""
MOST_ROWS = 150
"""Units of a table on the page; the files hold them all."""
ACTS = 5


@dataclass(frozen=True)
class Asks:
    """What is asked of a report beside the question of its figures."""

    form: str
    beside: date | None
    against: periods.Period | None
    """Another period, whose figures are set beside these."""
    lang: str


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """The choice of a report, and, once a unit is chosen, the report."""
    asks, asked_ = _asks(request)
    question.require(request, asked_.unit)
    context: dict[str, Any] = {
        **question.choices(request, asked_),
        "asks": asks,
        "forms": [(id, request.pack.name("form", id, request.lang)) for id in _forms(request)],
        "languages_of_report": [
            (code, pages.NAMES[code]) for code in request.pack.languages if code in words.LANGUAGES
        ],
        "formats": formats.FORMATS,
        "boundaries": question.boundaries(request, asked_.period),
        "is_asked": "unit" in request.GET,
        "is_large": _is_large(),
    }
    if "unit" in request.GET and not _is_large():
        context |= _shown(request, asks, asked_)
    return pages.show(request, "reports/report.html", context)


def _forms(request: asked.Asked) -> tuple[str, ...]:
    return request.pack.forms(as_of=request.day)


def _asks(request: asked.Asked) -> tuple[Asks, question.Question]:
    forms = _forms(request)
    form = request.GET.get("form", "")
    form = form if form in forms else forms[0]
    kinds = request.pack.form(form, as_of=request.day).period_kinds
    asked_ = question.of(request, kinds=kinds)
    lang = request.GET.get("lang", "")
    against = None
    if text := request.GET.get("against", ""):
        try:
            against = periods.Period.parse(text)
        except periods.MalformedPeriod:
            against = None
    beside = asked.day_of(request.GET.get("beside", ""), None)
    return Asks(form, beside, against, lang if lang in words.LANGUAGES else request.lang), asked_


def _is_large() -> bool:
    """Whether the record is so large that a report is made as a job. Effects are numbered as they are recorded."""
    return (Effect.objects.order_by("-id").values_list("id", flat=True).first() or 0) > LARGE


def _gathered(
    request: asked.Asked, asks: Asks, asked_: question.Question, *, has_annex: bool
) -> tuple[gather.Gathered, discretion.Limits]:
    """The report with what its reader may be told; the same as the command line's. Raises what `gather` raises."""
    gathered = gather.gather(
        request.pack,
        asks.form,
        unit=asked_.unit,
        period=asked_.period,
        boundaries=asked_.boundaries,
        beside=asks.beside,
        known=asked_.known,
        has_annex=has_annex,
        with_people=discretion.asks_people(request.sight),
    )
    members = [unit.code for unit in gathered.computed.perimeter]
    try:
        limits = discretion.limits(request.sight, asked_.unit, members)
    except discretion.NotGranted as refused:
        raise refusals.NotGranted(rights.SHARED_FIGURES) from refused
    return discretion.seen(gathered, request.sight), limits


def _shown(request: asked.Asked, asks: Asks, asked_: question.Question) -> dict[str, Any]:
    try:
        gathered, limits = _gathered(request, asks, asked_, has_annex=False)
        against = _against(request, asks, asked_)
    except figures.CannotCompute as refused:
        return {"refusal": told(refused, request.lang)}
    except discretion.NotGranted as refused:
        raise refusals.NotGranted(rights.SHARED_FIGURES) from refused
    except gather.NotForPeriod:
        form = request.pack.name("form", asks.form, request.lang)
        period = drawn.period(asked_.period.code, request.lang)
        return {"refusal": words.say("web-reports-not-for-period", request.lang, form=form, period=period)}
    except charter.NoRule as refused:
        return {"refusal": str(refused)}
    report = assemble.tell(gathered, lang=request.lang, limits=limits)
    return {
        "report": report,
        "limit": limits.most,
        "headline": [_figure(report, place, asked_) for place in report.headline],
        "tables": [_table(table, report, asked_) for table in report.tables],
        "sections": [_section(section, asked_) for section in report.sections],
        "has_before": any(figure.before for figure in report.figures),
        "charts": [drawn.of_report(chart, request.lang) for chart in report.charts[:4]],
        "more_charts": [drawn.of_report(chart, request.lang) for chart in report.charts[4:]],
        "covered": words.sentence(report.coverage.sentence),
        "is_covered": report.coverage.reported == report.coverage.due,
        "against": against
        and {**against, "pairs": list(zip(report.figures, against["amounts"], strict=False))},
        "query": _query(request),
        "returns_said": handed_in_tables.lines(report.returns, request.lang) if report.returns else [],
        "returns_tables": [_of_words(each) for each in handed_in_tables.tables(report.returns, request.lang)]
        if report.returns
        else [],
        "late_acts": _late(request, gathered, report),
        "rail": _rail(request, report, asked_),
    }


def _query(request: asked.Asked) -> str:
    """The address of this report without its format."""
    return request.GET.urlencode()


def _figure(report: model.Report, place: int, asked_: question.Question) -> dict[str, Any]:
    figure = report.figures[place]
    return {"figure": figure, "address": _address(figure.indicator, asked_.unit, asked_)}


def _section(section: model.Section, asked_: question.Question) -> dict[str, Any]:
    rows = [
        {"figure": figure, "address": _address(figure.indicator, asked_.unit, asked_)}
        for figure in section.figures
    ]
    return {"id": section.id, "title": section.title, "rows": rows}


def _address(indicator: str, unit: str, asked_: question.Question) -> str:
    return addresses.of_figure(
        indicator, unit=unit, period=asked_.period.code, boundaries=asked_.boundaries, known=asked_.known
    )


def _table(table: model.SideBySide, report: model.Report, asked_: question.Question) -> dict[str, Any]:
    """A table of units with tiny bars, each number a link to its explanation."""
    most = [
        max((float(row.amounts[column].value or 0) for row in table.rows), default=0.0)
        for column in table.columns
    ]
    rows = []
    for row in table.rows[:MOST_ROWS]:
        cells = []
        for column, top in zip(table.columns, most, strict=True):
            amount, id = row.amounts[column], report.figures[column].indicator
            share = 100 * float(amount.value or 0) / top if top else 0.0
            linked = (
                ""
                if amount.withheld or table.id == "beside" or not amount.value
                else _address(id, row.unit, asked_)
            )
            cells.append(
                {"amount": amount, "x": f"{100 - share:.1f}", "width": f"{share:.1f}", "address": linked}
            )
        rows.append({"row": row, "cells": cells})
    return {
        "table": table,
        "heads": [report.figures[column].label for column in table.columns],
        "rows": rows,
        "num_left_out": max(0, len(table.rows) - MOST_ROWS),
        "foot": [
            {"row": row, "amounts": [row.amounts[column] for column in table.columns]} for row in table.foot
        ],
    }


def _of_words(table: Table) -> dict[str, Any]:
    """A table of text; each cell with its head and whether it is a number."""
    marks = ["" if place in table.left else "num" for place in range(len(table.heads))]
    return {
        "title": table.title,
        "heads": list(zip(table.heads, marks, strict=True)),
        "rows": [list(zip(row, table.heads, marks, strict=True)) for row in table.rows],
        "notes": table.notes,
    }


def _against(request: asked.Asked, asks: Asks, asked_: question.Question) -> dict[str, Any] | None:
    """The same form for another period, figure by figure."""
    if asks.against is None:
        return None
    found, told_ = discreet.computed(
        request.pack,
        gather.ids(request.pack.form(asks.form, as_of=asked_.period.last_day)),
        request.sight,
        unit=asked_.unit,
        period=asks.against,
        boundaries=asked_.boundaries,
        known=asked_.known,
    )
    rows = [told_.amount(discreet.WHOLE, each, each.indicator, request.lang) for each in found.total]
    return {"period": drawn.period(asks.against.code, request.lang), "amounts": rows}


def _late(request: asked.Asked, gathered: gather.Gathered, report: model.Report) -> list[dict[str, Any]]:
    return [{"told": late, "id": act.pk} for late, act in zip(report.late, gathered.late, strict=False)]


def _rail(request: asked.Asked, report: model.Report, asked_: question.Question) -> dict[str, Any] | None:
    """The explanation of one figure of the strip: the one chosen, else the first personnel figure."""
    chosen = request.GET.get("figure", "")
    ids = [report.figures[place].indicator for place in report.headline]
    if not ids:
        return None
    id = chosen if chosen in ids else next((each for each in ids if each.startswith("personnel.")), ids[0])
    figure = next(each for each in report.figures if each.indicator == id)
    found = {
        "figure": figure,
        "definition": request.pack.name("definition", id, report.lang),
        "reference": request.pack.indicator(id).reference,
        "address": _address(id, asked_.unit, asked_),
    }
    if figure.amount.withheld:
        return found | {"acts": []}
    behind = explain.behind(
        request.pack,
        id,
        unit=asked_.unit,
        period=asked_.period,
        boundaries=asked_.boundaries,
        known=asked_.known,
    )
    latest = sorted(behind, reverse=True)[:200]
    seen = (
        seen_acts.seen(request.sight)
        .filter(id__in=latest)
        .select_related("issuer")
        .order_by("-signed_on", "-id")
    )
    return found | {"acts": [{"act": act, "count": behind[act.pk]} for act in seen[:ACTS]]}


@require_safe
def download(request: asked.Asked, format: str) -> HttpResponse:
    """The report as a file, made by the same functions as on the command line."""
    if format not in formats.FORMATS:
        raise refusals.NotThere
    asks, asked_ = _asks(request)
    question.require(request, asked_.unit)
    if _is_large():
        return redirect("/reports/" + ("?" + request.GET.urlencode()))
    try:
        gathered, limits = _gathered(request, asks, asked_, has_annex=True)
    except (figures.CannotCompute, gather.NotForPeriod, charter.NoRule):
        return redirect("/reports/?" + request.GET.urlencode())
    report = assemble.tell(gathered, lang=asks.lang, limits=limits)
    unit = Unit.objects.filter(code=asked_.unit).values_list("id", flat=True).first()
    log.keep(
        request.sight,
        "report.downloaded",
        at=asked.now(),
        unit=unit,
        detail=f"{asks.form} {asked_.period.code} {format}",
    )
    response = HttpResponse(formats.render(report, format), content_type=formats.MEDIA[format])
    response.headers["Content-Disposition"] = f'attachment; filename="{formats.filename(report, format)}"'
    return response


@require_POST
def as_job(request: asked.Asked) -> HttpResponse:
    """Have the report made in every format as a job."""
    request.GET = request.POST
    asks, asked_ = _asks(request)
    question.require(request, asked_.unit)
    days = {"boundaries": asked_.boundaries, "beside": asks.beside, "known": asked_.known}
    wanted = {key: value.isoformat() for key, value in days.items() if value}
    told_ = {
        "form": asks.form,
        "unit": asked_.unit,
        "period": asked_.period.code,
        "lang": asks.lang,
        **wanted,
    }
    job = jobs.ask(request.account, "report", told_, at=asked.now())
    work.POOL.submit(job)
    return redirect(f"/jobs/{job.pk}/")


urlpatterns = [
    path("reports/", listed, name="reports"),
    path("reports/as-job/", as_job, name="report-job"),
    path("reports/download/<str:format>/", download, name="report-download"),
]
