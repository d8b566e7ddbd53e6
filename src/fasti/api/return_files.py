"""Returns as files: the form as a workbook, out and back; accepted returns out to other systems, theirs in."""

from __future__ import annotations

import pathlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from django.http import HttpResponse
from ninja import Field, Query, Router, Schema

from fasti.access import actor, log, rights
from fasti.acts.findings import Finding
from fasti.api import acts, periods, problems, reports
from fasti.api import asked as asking
from fasti.api.asked import Asked
from fasti.api.given import Day
from fasti.exchange import adx_intake, placed, return_data, return_form, return_formats, return_intake, tables
from fasti.operations import telling
from fasti.reports import returned
from fasti.returns import sheet as sheets
from fasti.subjects.models import Unit

router = Router()
BINARY = {"schema": {"type": "string", "format": "binary"}}
BODY = {"application/octet-stream": BINARY}
"""The file as it is; whatever the request calls it, what it holds decides."""


class PlacedFinding(problems.Found):
    """A finding in its place of the file."""

    figure: str = Field(description="The figure or section it is about; empty for none.")


class Taken(Schema):
    """A return that was filled in; it is not handed in yet."""

    unit: str
    form: str
    period: str
    draft_version: int = Field(description="Version of the sheet in work.")


class Filled(Schema):
    """What was taken from a file."""

    returns: list[Taken]
    lacking: list[PlacedFinding] = Field(description="What stands in the way of handing in.")
    notices: list[PlacedFinding] = Field(description="What should be known and need not be corrected.")


class ExportAsked(Schema):
    """Of whom, and as what."""

    unit: str = Field(max_length=64, description="Code of a unit or peer group.", examples=["NORTH"])
    itself: bool = Field(
        False, description="The return of the unit itself, not those of the units beneath it."
    )
    known: Day | None = Field(None, description="As the body knew it at the end of this day.")
    format: Literal["adx", "sdmx-csv", "dsd"] = Field(
        "adx", description="ADX; SDMX-CSV 2.0; the structure of both."
    )


@router.get(
    "/returns/{path:unit}/{form}/{period}/form.xlsx",
    response={200: bytes, **problems.READING},
    summary="The form of a return as a workbook",
    openapi_extra={"responses": {200: {"content": BODY}}},
)
def form(request: Asked, unit: str, form: str, period: str) -> HttpResponse:
    """The form as it stands today, to be filled in without a connection. Kept in the access log."""
    found = _sheet(request, unit, form, period)
    content = return_form.written(found, pack=request.pack, lang=request.lang, known_on=request.day)
    log.keep(
        request.sight, "return.form-downloaded", at=asking.now(), unit=found.unit, detail=f"{form} {period}"
    )
    return acts.file(content, return_form.MEDIA, return_form.filename(unit, form, period))


@router.post(
    "/returns/{path:unit}/{form}/{period}/form",
    response={200: Filled, **problems.CHANGING},
    summary="Fill in a return from its form",
    openapi_extra={"requestBody": {"required": True, "content": BODY}},
)
def fill(request: Asked, unit: str, form: str, period: str) -> Filled:
    """Take a filled form in, sent as the body of the request: all of it, or nothing. Nothing is handed in by it."""
    found = _sheet(request, unit, form, period)
    with _file(request, "form.xlsx") as path:
        outcome = return_intake.take(
            path, found.code, found.form.id, found.period, pack=request.pack, filled_at=asking.now(),
            actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
    return _answer(request, outcome, [outcome.sheet] if outcome.sheet else [])


@router.get(
    "/returns/{form}/{period}/export",
    response={200: bytes, **problems.READING},
    summary="Accepted returns for other systems",
    openapi_extra={
        "responses": {200: {"content": {media: BINARY for media, _ in return_formats.FORMATS.values()}}}
    },
)
def export(request: Asked, form: str, period: str, asked: Query[ExportAsked]) -> HttpResponse:
    """The accepted returns of the units beneath a unit or of a peer group, of those whose figures you see whole. Kept
    in the access log.
    """
    if not return_data.may(request.sight, asked.unit, pack=request.pack, day=request.day):
        raise problems.NotGranted(rights.EXPORT)
    reports.require_form(request, form)
    data = return_data.data(
        request.pack, form, unit=asked.unit, period=periods.period(period), sight=request.sight,
        itself=asked.itself, known=asked.known,
    )  # fmt: skip
    content = return_formats.written(data, asked.format, pack=request.pack, at=asking.now())
    unit = Unit.objects.filter(code=asked.unit).values_list("id", flat=True).first()
    detail = f"{form} {period} {asked.format}"
    log.keep(request.sight, "return.exported", at=asking.now(), unit=unit, detail=detail)
    media = return_formats.FORMATS[asked.format][0]
    return acts.file(content, media, return_formats.filename(data, asked.unit, asked.format))


class ImportAsked(Schema):
    """Of which form."""

    form: str = Field("", max_length=32, description="The form of groups that name no `dataSet`.")


@router.post(
    "/returns/import",
    response={200: Filled, **problems.CHANGING},
    summary="Fill in returns from another system",
    openapi_extra={"requestBody": {"required": True, "content": BODY}},
)
def import_(request: Asked, asked: Query[ImportAsked]) -> Filled:
    """Take an ADX message in, sent as the body of the request: all of it, or nothing. Nothing is handed in by it."""
    with _file(request, "message.xml") as path:
        outcome = adx_intake.take(
            path, form=asked.form, pack=request.pack, filled_at=asking.now(),
            actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
    return _answer(request, outcome, list(outcome.sheets))


def _sheet(request: Asked, unit: str, form: str, period: str) -> sheets.Sheet:
    """The sheet that the form is filled from; refused without the rights to fill it."""
    try:
        return returned.fillable(
            request.pack, form, unit=unit, period=periods.period(period), sight=request.sight, day=request.day
        )
    except returned.NotGranted as refused:
        raise problems.NotGranted(refused.right) from refused
    except sheets.NoSheet as refused:
        raise problems.Refused("findings", 422, findings=refused.findings) from refused


@contextmanager
def _file(request: Asked, name: str) -> Iterator[pathlib.Path]:
    """The body of a request as a file; what cannot be read is refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        path.write_bytes(request.body)
        try:
            yield path
        except tables.CannotRead as error:
            found = Finding(error.code, dict(error.args_))
            raise problems.Refused("findings", 422, findings=[found]) from error


def _answer(request: Asked, outcome: Any, kept: list[sheets.Sheet]) -> Filled:
    """What was taken; refused with every finding where nothing was."""
    if outcome.findings:
        found = [_found(request, each) for each in outcome.findings]
        raise problems.Refused("findings", 422, findings=found)
    return Filled(
        returns=[
            Taken(
                unit=each.code, form=each.form.id, period=each.period.code, draft_version=each.draft_version
            )
            for each in kept
        ],
        lacking=[_found(request, each) for each in outcome.lacking],
        notices=[_found(request, each) for each in outcome.notices],
    )


def _found(request: Asked, each: placed.Placed) -> PlacedFinding:
    sentence = telling.sentence(each.finding, request.lang, pack=request.pack)
    return PlacedFinding(
        code=each.finding.code, message=sentence, where=placed.where(each), article=each.finding.reference,
        figure=str(each.finding.args.get("figure", "")),
    )  # fmt: skip
