"""Reports: a form for a unit or peer group and a period, as a file in any format, made as on the command line."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpResponse
from ninja import Field, Query, Router, Schema

from fasti.access import log, rights
from fasti.api import acts, figures, periods, problems
from fasti.api import asked as asking
from fasti.api.asked import Asked
from fasti.api.given import Day
from fasti.reports import assemble, discretion, formats, gather
from fasti.subjects.models import Unit

router = Router()
BINARY = {"schema": {"type": "string", "format": "binary"}}


class Form(Schema):
    """A form of report."""

    form: str = Field(examples=["half-year"])
    name: str
    period_kinds: list[str] = Field(description="Kinds of period that it is for.", examples=[["half_year"]])
    reference: str


class Forms(Schema):
    """The forms of the rule book."""

    items: list[Form]


class ReportAsked(figures.FigureAsked):
    """Of whom, for when, and as what."""

    beside: Day | None = Field(None, description="And on the tree of this day, side by side.")
    format: Literal["html", "pdf", "docx", "xlsx", "json", "text"] = "json"


@router.get("/reports", response={200: Forms, **problems.READING}, summary="The forms there are")
def forms(request: Asked) -> Forms:
    """Every form of report that the rule book knows today."""
    found = [(id, request.pack.form(id, as_of=request.day)) for id in request.pack.forms(as_of=request.day)]
    return Forms(
        items=[
            Form(
                form=id,
                name=request.pack.name("form", id, request.lang),
                period_kinds=list(each.period_kinds),
                reference=each.reference,
            )
            for id, each in found
        ]
    )


@router.get(
    "/reports/{form}",
    response={200: bytes, **problems.READING},
    summary="A report as a file",
    openapi_extra={
        "responses": {200: {"content": {each.partition(";")[0]: BINARY for each in formats.MEDIA.values()}}}
    },
)
def report(request: Asked, form: str, asked: Query[ReportAsked]) -> HttpResponse:
    """The report, with what you may not be told left out. Kept in the access log. Ask for a large one as a job."""
    figures.require(request, asked.unit)
    require_form(request, form)
    gathered, limits = _gathered(request, form, asked)
    made = assemble.tell(gathered, lang=request.lang, limits=limits)
    content = formats.render(made, asked.format)
    unit = Unit.objects.filter(code=asked.unit).values_list("id", flat=True).first()
    detail = f"{form} {asked.period} {asked.format}"
    log.keep(request.sight, "report.downloaded", at=asking.now(), unit=unit, detail=detail)
    return acts.file(content, formats.MEDIA[asked.format], formats.filename(made, asked.format))


def require_form(request: Asked, form: str) -> None:
    """There is such a form today."""
    if form not in request.pack.forms(as_of=request.day):
        raise problems.NotThere


def _gathered(request: Asked, form: str, asked: ReportAsked) -> tuple[gather.Gathered, discretion.Limits]:
    try:
        found = gather.gather(
            request.pack, form, unit=asked.unit, period=periods.period(asked.period), boundaries=asked.boundaries,
            beside=asked.beside, known=asked.known, with_people=discretion.asks_people(request.sight),
        )  # fmt: skip
        members = [unit.code for unit in found.computed.perimeter]
        limits = discretion.limits(request.sight, asked.unit, members)
    except discretion.NotGranted as error:
        raise problems.NotGranted(rights.SHARED_FIGURES) from error
    except gather.NotForPeriod as error:
        raise problems.refused("period-malformed", value=asked.period) from error
    return discretion.seen(found, request.sight), limits


def question(asked: ReportAsked, form: str, lang: str) -> dict[str, Any]:
    """The same question as a job keeps it."""
    days = {"boundaries": asked.boundaries, "beside": asked.beside, "known": asked.known}
    return {
        "form": form,
        "unit": asked.unit,
        "period": asked.period,
        "lang": lang,
        **{name: day.isoformat() for name, day in days.items() if day},
    }
