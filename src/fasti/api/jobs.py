"""Long work: large reports, imports and exports, done while nobody waits; how far it is, and what came of it."""

from __future__ import annotations

import pathlib
import re
from datetime import datetime
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.http import HttpResponse
from ninja import Field, File, Form, Path, Query, Router, Schema
from ninja.files import UploadedFile
from ninja.responses import Status

from fasti.access import rights
from fasti.access.models import Job
from fasti.api import acts, figures, paging, periods, problems, reports, units
from fasti.api import asked as asking
from fasti.api.asked import Asked
from fasti.api.given import Body, Day
from fasti.exchange import work
from fasti.exchange.work import export
from fasti.operations import jobs
from fasti.operations.jobs import record
from fasti.operations.jobs.record import OVER

router = Router()
Number = Annotated[int, Path(ge=1, le=2**62, description="Number of the job.")]
_FORBIDDEN = re.compile(r"[^\w.\- ]")
SUFFIXES = (".xlsx", ".csv")


class JobOut(Schema):
    """A piece of long work."""

    job: int
    kind: str = Field(description="report, import, export or reading.", examples=["report"])
    state: str = Field(description="waiting, running, done, refused or failed.", examples=["running"])
    num_done: int
    num_all: int = Field(description="0 while it is not known.")
    files: list[str] = Field(description="Names of the files that came of it.")
    told: dict[str, Any] = Field(description="What else came of it: counts, findings, why it was refused.")
    asked_at: datetime
    ended_at: datetime | None


class Jobs(paging.Page):
    """A page of jobs."""

    items: list[JobOut]


class ReportJob(Body):
    """Which report."""

    form: str = Field(max_length=64, examples=["half-year"])
    unit: str = Field(max_length=64, examples=["NORTH"])
    period: str = periods.FIELD
    boundaries: Day | None = None
    beside: Day | None = None
    known: Day | None = None


class ExportJob(Body):
    """What is to be exported."""

    unit: str = Field(max_length=64, examples=["NORTH"])
    format: Literal["xlsx", "csv", "popolo"]


def _seen(request: Asked) -> QuerySet[Job]:
    """The jobs of this account; by a token those alone that its tenure asked for, as others had more rights."""
    tenure = request.token.tenure_effect_id if request.token is not None else None
    return jobs.of_account(request.account, tenure=tenure)


def _own(request: Asked, id: int) -> Job:
    """A job of this account; any other is as if it were not there."""
    found = _seen(request).filter(pk=id).first()
    if found is None:
        raise problems.NotThere
    return found


def told_of(job: Job, request: Asked) -> dict[str, Any]:
    """The job; once a post is not held any more by which it was done, without what came of it."""
    answer = job.answer if jobs.is_open(job, request.sight) else {"why": "not-granted"}
    told = {key: value for key, value in answer.items() if key not in ("files", record.BY)}
    return {
        "job": job.pk,
        "kind": job.kind,
        "state": job.state,
        "num_done": job.num_done,
        "num_all": job.num_all,
        "files": list(answer.get("files", ())),
        "told": told,
        "asked_at": job.asked_at,
        "ended_at": job.ended_at,
    }


@router.get("/jobs", response={200: Jobs, **problems.READING}, summary="One's own jobs")
def listed(request: Asked, page: Query[paging.Paging]) -> dict[str, Any]:
    """The jobs of the account, the latest first."""
    found, after = paging.page(request, _seen(request), page, by=("-id",))
    return {"items": [told_of(each, request) for each in found], "next": after}


@router.get("/jobs/{int:job}", response={200: JobOut, **problems.READING}, summary="One job")
def one(request: Asked, job: Number) -> dict[str, Any]:
    """How far it is, or what came of it."""
    return told_of(_own(request, job), request)


@router.get(
    "/jobs/{int:job}/files/{name}",
    response={200: bytes, **problems.READING},
    summary="A file of a job",
    openapi_extra={
        "responses": {
            200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
        }
    },
)
def file(request: Asked, job: Number, name: str) -> HttpResponse:
    """A file that came of it, for nobody but its account."""
    path = jobs.file_of(_own(request, job), name, request.sight)
    if path is None:
        raise problems.NotThere
    return acts.file(path.read_bytes(), "application/octet-stream", name)


@router.delete("/jobs/{int:job}", response={204: None, **problems.CHANGING}, summary="Forget a job")
def remove(request: Asked, job: Number) -> Status[Any]:
    """Forget a job that is over, with its files; what it recorded stays recorded."""
    found = _own(request, job)
    if found.state not in OVER:
        raise problems.Refused("not-ready", 409)
    jobs.remove(found)
    return Status(204, None)


@router.post("/jobs/reports", response={202: JobOut, **problems.CHANGING}, summary="Have a report made")
def report(request: Asked, asked: ReportJob) -> Status[Any]:
    """Have a report made in every format."""
    figures.require(request, asked.unit)
    reports.require_form(request, asked.form)
    asks = reports.ReportAsked(**asked.model_dump(exclude={"form"}))
    return _submitted(request, _ask(request, "report", reports.question(asks, asked.form, request.lang)))


@router.post(
    "/jobs/exports", response={202: JobOut, **problems.CHANGING}, summary="Have the register exported"
)
def give(request: Asked, asked: ExportJob) -> Status[Any]:
    """Have the register of a unit and all beneath it written, if you may see all that is in it."""
    if not request.sight.has(rights.EXPORT) or not export.may(
        request.sight, asked.format, units.find(asked.unit).id
    ):
        raise problems.NotGranted(rights.EXPORT)
    told = {"unit": asked.unit, "format": asked.format, "lang": request.lang, "title": asked.unit}
    return _submitted(request, _ask(request, "export", told))


@router.post(
    "/jobs/imports", response={202: JobOut, **problems.CHANGING}, summary="Import a workbook or table"
)
def take(request: Asked, file: File[UploadedFile], check_only: Form[bool] = False) -> Status[Any]:
    """Import acts and all they say: all of it or nothing. Findings come back in an annotated copy."""
    if not request.sight.has(rights.IMPORT):
        raise problems.NotGranted(rights.IMPORT)
    name = _FORBIDDEN.sub("_", pathlib.PurePath(file.name or "").name)[-100:].lstrip(".")
    if pathlib.Path(name).suffix.lower() not in SUFFIXES or not file.size:
        raise problems.refused("file-not-tables", file=name)
    told = {"file": name, "title": name, "lang": request.lang, "encoding": "", "check_only": check_only}
    job = _ask(request, "import", told)
    jobs.take(job, name, file.chunks())
    return _submitted(request, job)


def _ask(request: Asked, kind: str, question: dict[str, Any]) -> Job:
    """Keep the job; asked for by a token, it has the rights of the token's tenure alone."""
    if request.token is not None:
        question["tenure"] = request.token.tenure_effect_id
    return jobs.ask(request.account, kind, question, at=asking.now())


def _submitted(request: Asked, job: Job) -> Status[Any]:
    work.pool(now=asking.now).submit(job)
    job.refresh_from_db()
    return Status(202, told_of(job, request))
