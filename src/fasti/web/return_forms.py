"""The form of a return as a workbook: given out, taken back; and accepted returns for other systems.

For whoever may draft for the unit and sees all its figures, as whoever fills the return in on its page.
"""

from __future__ import annotations

import pathlib
import tempfile
from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from fasti import charter, words
from fasti.access import actor, log, rights
from fasti.dates import periods
from fasti.exchange import (
    adx_intake,
    annotated,
    formats,
    placed,
    return_data,
    return_form,
    return_formats,
    return_intake,
    tables,
)
from fasti.indicators.figures import CannotCompute
from fasti.operations import telling
from fasti.reports import naming, returned
from fasti.returns import sheet as sheets
from fasti.subjects.models import Unit
from fasti.web import asked, attached, pages, refusals, uploads

LARGEST = 5 * 2**20
_NAME = "form.xlsx"
MOST = 200
"""Findings shown on the page; the copy has them all."""


@require_safe
def download(request: asked.Asked, unit: str, form: str, period: str) -> HttpResponse:
    """The form as it stands today."""
    found = _sheet(request, unit, form, period)
    content = return_form.written(found, pack=request.pack, lang=request.lang, known_on=request.day)
    detail = f"{form} {period}"
    log.keep(request.sight, "return.form-downloaded", at=asked.now(), unit=found.unit, detail=detail)
    response = HttpResponse(content, content_type=return_form.MEDIA)
    return attached.attached(response, return_form.filename(unit, form, period))


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: asked.Asked, unit: str, form: str, period: str) -> HttpResponse:
    """The page of the form; a filled one that is sent is taken in, or everything that stands in the way is shown."""
    found = _sheet(request, unit, form, period)
    error, outcome = "", None
    if request.method == "POST":
        upload = request.FILES.get("file")
        error = complaint(request, upload)
        if not error:
            outcome, error, marked = _taken(request, found, upload)
            if marked is not None and "marked" in request.POST:
                return attached.attached(
                    HttpResponse(marked, content_type=return_form.MEDIA),
                    return_form.filename(unit, form, f"{period} *"),
                )
    context = {
        "unit": unit, "form": form, "period": period, "error": error, "largest": LARGEST // 2**20,
        "unit_name": naming.Names(request.pack, request.lang, request.day).of_unit(unit),
        "heading": _said(request, "title", unit, found), "taken": _said(request, "taken", unit, found),
        "outcome": outcome, "parts": parts(request, outcome) if outcome else (),
    }  # fmt: skip
    is_refused = bool(error or (outcome and outcome.findings))
    return pages.show(request, "returns/form_file.html", context, status=422 if is_refused else 200)


def _said(request: asked.Asked, message: str, unit: str, found: sheets.Sheet) -> str:
    """A sentence that names the return."""
    form, period = (
        request.pack.name("form", found.form.id, request.lang),
        words.period(found.period, request.lang),
    )
    name = naming.Names(request.pack, request.lang, request.day).of_unit(unit)
    return words.say(f"return-form-{message}", request.lang, unit=name, form=form, period=period)


def _sheet(request: asked.Asked, unit: str, form: str, period: str) -> sheets.Sheet:
    """The sheet that the form is filled from; refused without the rights to fill it."""
    try:
        return returned.fillable(
            request.pack, form, unit=unit, period=_period(period), sight=request.sight, day=request.day
        )
    except returned.NotGranted as error:
        raise refusals.NotGranted(error.right) from error
    except (sheets.NoSheet, CannotCompute, charter.NoRule) as error:
        raise refusals.NotThere from error


def _period(text: str) -> periods.Period:
    try:
        return periods.Period.parse(text)
    except periods.MalformedPeriod as error:
        raise refusals.NotThere from error


def complaint(request: asked.Asked, upload: Any) -> str:
    """What is wrong with an upload before it is read; empty for nothing."""
    if uploads.left_out(request) or (upload is not None and upload.size > LARGEST):
        return words.say("web-return-form-too-large", request.lang, n=LARGEST // 2**20)
    return "" if upload is not None else words.say("web-return-form-choose", request.lang)


def _taken(
    request: asked.Asked, found: sheets.Sheet, upload: Any
) -> tuple[return_intake.Outcome | None, str, bytes | None]:
    """What became of a file: the outcome or why it cannot be read, and a copy with the findings."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / _NAME
        with file.open("wb") as into:
            into.writelines(upload.chunks())
        try:
            outcome = return_intake.take(
                file, found.code, found.form.id, found.period, pack=request.pack, filled_at=asked.now(),
                actor=actor.signed_in(request.sight), lang=request.lang,
            )  # fmt: skip
        except tables.CannotRead as error:
            name = str(getattr(upload, "name", _NAME))
            return None, words.finding(error.code, request.lang, **{**error.args_, "file": name}), None
        told = [(each, _sentence(request, each)) for each in outcome.told]
        copy = pathlib.Path(folder) / "copy.xlsx"
        annotated.write(file, copy, told, lang=request.lang)
        return outcome, "", copy.read_bytes()


def _sentence(request: asked.Asked, each: placed.Placed) -> str:
    return telling.sentence(each.finding, request.lang, pack=request.pack)


def parts(request: asked.Asked, outcome: return_intake.Outcome | adx_intake.Outcome) -> list[dict[str, Any]]:
    """What is to be told, by its weight."""
    listed = (
        ("refused", outcome.findings),
        ("lacks", outcome.lacking),
        ("notices", outcome.notices),
    )
    return [
        {
            "title": f"return-form-{name}", "is_refused": name == "refused",
            "rows": [(placed.where(each), _sentence(request, each)) for each in found[:MOST]],
        }
        for name, found in listed
        if found
    ]  # fmt: skip


@require_safe
def export(request: asked.Asked, form: str, period: str) -> HttpResponse:
    """The accepted returns of a perimeter in a format of other systems."""
    unit, format = request.GET.get("unit", ""), request.GET.get("format", return_formats.ADX)
    if not return_data.may(request.sight, unit, pack=request.pack, day=request.day):
        raise refusals.NotGranted(rights.EXPORT)
    if format not in return_formats.FORMATS:
        raise refusals.NotThere
    try:
        data = return_data.data(request.pack, form, unit=unit, period=_period(period), sight=request.sight)
    except (formats.CannotWrite, CannotCompute, charter.NoRule) as error:
        raise refusals.NotThere from error
    content = return_formats.written(data, format, pack=request.pack, at=asked.now())
    id = Unit.objects.filter(code=unit).values_list("id", flat=True).first()
    log.keep(request.sight, "return.exported", at=asked.now(), unit=id, detail=f"{form} {period} {format}")
    response = HttpResponse(content, content_type=return_formats.FORMATS[format][0])
    return attached.attached(response, return_formats.filename(data, unit, format))


urlpatterns = [
    path("returns/<path:unit>/<str:form>/<str:period>/form.xlsx", download, name="return-form-xlsx"),
    path("returns/<path:unit>/<str:form>/<str:period>/form", send, name="return-form"),
    path("returns/<str:form>/<str:period>/export", export, name="return-export"),
]
