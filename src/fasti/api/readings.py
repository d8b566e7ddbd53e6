"""Narrative reports read: sent as a file, read as a job, got back as claims beside the register's figures."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any, Literal

from ninja import Field, File, Form, Path, Query, Router, Schema
from ninja.files import UploadedFile
from ninja.responses import Status

from fasti import words
from fasti.access import actor
from fasti.access import acts as seen_acts
from fasti.access.models import Job
from fasti.acts.models import Act
from fasti.api import asked as asking
from fasti.api import figures, jobs, paging, periods, problems
from fasti.api.asked import Asked
from fasti.api.given import Body, Day
from fasti.exchange import work
from fasti.exchange.work import judged
from fasti.exchange.work import reading as working
from fasti.operations import jobs as kept_jobs
from fasti.operations.jobs.record import OVER
from fasti.reports import naming, readings, reason_words

router = Router()
Place = Annotated[int, Path(ge=0, le=2**31, description="Place of the claim among the lines, from 0.")]
_FIELD = "Left out: as it was read."


class ReadingAsked(Body):
    """What the report is about, and how it is to be read."""

    unit: str = Field(max_length=64, description="Code of a unit or peer group.", examples=["NORTH"])
    period: str = periods.FIELD
    boundaries: Day | None = Field(
        None, description="On the tree of this day; left out, of the period's last."
    )
    known: Day | None = Field(None, description="As the body knew it at the end of this day.")
    written: Day | None = Field(None, description="The day of the report; left out, as it says itself.")
    text_lang: Literal["", "vi", "ru", "cs", "en"] = Field(
        "", description="Its language, where it cannot be told."
    )


class ReadingOut(jobs.JobOut):
    """A reading: how far it is; of one that is done, what came of it."""

    unit: str
    period: str
    languages: list[str] = []
    notes: list[problems.Found] = Field([], description="How it was read, and what was not.")
    totals: list[dict[str, Any]] = Field([], description="Totals whose parts do not add up.")
    lines: list[dict[str, Any]] = Field([], description="The claims in order, each beside the register.")
    left_out: dict[str, int] = Field(
        {}, description="Figures of the register that the report does not mention."
    )


class Judging(Body):
    """What is said of a claim: fields left out are right as they were read."""

    indicator: str | None = Field(None, max_length=64, description=f"The figure. {_FIELD}")
    qualifier: Literal["exact", "approx", "at_least", "at_most"] | None = Field(None, description=_FIELD)
    value: str | None = Field(None, max_length=40, description=f"The number, such as 12 or 25/2. {_FIELD}")
    period: str | None = Field(None, max_length=32, description=f"The period the text names. {_FIELD}")
    phrase: str = Field(
        "", max_length=120, description="The words that say so: an act that teaches them is drafted."
    )


class Judged(Schema):
    """What was said of a claim."""

    verdict: Literal["confirmed", "corrected"]
    indicator: str
    qualifier: str
    value: str
    period: str
    by: str = Field(description="Code of the person, or name of the account.")
    at: str
    draft: int | None = Field(None, description="The draft of the act that teaches the phrase.")


class Readings(paging.Page):
    """A page of readings, without what came of them."""

    items: list[ReadingOut]


def _tenure(request: Asked) -> int | None:
    return request.token.tenure_effect_id if request.token is not None else None


def _may_see(request: Asked, job: Job) -> bool:
    return working.may_see(job, request.account, request.sight, pack=request.pack)


def _one(request: Asked, id: int) -> Job:
    """A reading that is seen; any other is as if it were not there."""
    seen = working.seen(request.account, request.sight, tenure=_tenure(request))
    found = seen.filter(pk=id).first()
    if found is None or not _may_see(request, found):
        raise problems.NotThere
    return found


def _head(request: Asked, job: Job) -> dict[str, Any]:
    return {**jobs.told_of(job, request), "unit": job.question["unit"], "period": job.question["period"]}


@router.get("/readings", response={200: Readings, **problems.READING}, summary="Reports that were read")
def listed(request: Asked, page: Query[paging.Paging]) -> dict[str, Any]:
    """One's own readings and those shared in the unit, the latest first."""
    seen = working.seen(request.account, request.sight, tenure=_tenure(request))
    found, after = paging.page(request, seen, page, by=("-id",))
    return {"items": [_head(request, each) for each in found if _may_see(request, each)], "next": after}


@router.get("/readings/{int:reading}", response={200: ReadingOut, **problems.READING}, summary="One reading")
def one(request: Asked, reading: jobs.Number) -> dict[str, Any]:
    """How far it is; once it is done, every claim with the register's figure and the reasons for a difference."""
    job = _one(request, reading)
    return _head(request, job) | (_told(request, job) if job.state == "done" else {})


def _told(request: Asked, job: Job) -> dict[str, Any]:
    try:
        kept, said = working.kept(job), judged.of(job)
    except working.NotKept as gone:
        raise problems.NotThere from gone
    given = [each for line in kept["lines"] for each in line["reasons"]]
    ids = seen_acts.seen_among(request.sight, [id for each in given for id in each["acts"]])
    codes = {act.pk: act.code for act in Act.objects.select_related("issuer").filter(pk__in=ids)}
    names = naming.Names(request.pack, request.lang, request.day)
    names.learn_codes(each["args"]["unit"] for each in given if "unit" in each["args"])
    return {
        "languages": kept["languages"],
        "notes": [_note(each, request.lang) for each in kept["notes"]],
        "totals": kept["totals"],
        "lines": [
            {
                **line,
                "reasons": [_reason(each, request, codes, names) for each in line["reasons"]],
                "judged": dataclasses.asdict(said[place]) if place in said else None,
            }
            for place, line in enumerate(kept["lines"])
        ],
        "left_out": dict(kept["left_out"]),
    }


def _note(note: dict[str, Any], lang: str) -> dict[str, str]:
    message = words.finding(note["code"], lang, **note["args"])
    return {"code": note["code"], "message": message, "where": "", "article": ""}


def _reason(
    written: dict[str, Any], request: Asked, codes: dict[int, str], names: naming.Names
) -> dict[str, Any]:
    said = reason_words.sentence(
        readings.reason_of(written), pack=request.pack, lang=request.lang, names=names
    )
    acts = [codes[id] for id in written["acts"] if id in codes]
    return {**{key: value for key, value in written.items() if key != "args"}, "acts": acts, "sentence": said}


@router.post("/readings", response={202: ReadingOut, **problems.CHANGING}, summary="Have a report read")
def read(request: Asked, file: File[UploadedFile], asked: Form[ReadingAsked]) -> Status[Any]:
    """Have a narrative report (TXT, DOCX, PDF with text) read and set beside the register."""
    figures.require(request, asked.unit)
    wrong = working.complaint(file.name or "", file.size or 0)
    if wrong:
        raise problems.refused(wrong, file=file.name or "", limit=str(working.LARGEST // 2**20))
    told = asked.model_dump(mode="json")
    if request.token is not None:
        told["tenure"] = request.token.tenure_effect_id
    job = working.ask(request.account, told, file, sight=request.sight, at=asking.now())
    work.pool(now=asking.now).submit(job)
    job.refresh_from_db()
    return Status(202, _head(request, job))


@router.post(
    "/readings/{int:reading}/lines/{int:line}",
    response={200: Judged, **problems.CHANGING},
    summary="Confirm or correct a claim",
)
def judge(request: Asked, reading: jobs.Number, line: Place, said: Judging) -> dict[str, Any]:
    """Say of a claim of one's own reading that it was read rightly, or how it should have been read.

    It is kept with the reading.
    """
    job = _one(request, reading)
    if job.account_id != request.account.pk:
        raise problems.NotThere
    given = {key: value for key, value in said.model_dump(exclude={"phrase"}).items() if value is not None}
    try:
        made, draft = judged.judge(
            job, line, given, pack=request.pack, actor=actor.signed_in(request.sight), at=asking.now(),
            phrase=said.phrase,
        )  # fmt: skip
    except LookupError as error:
        raise problems.NotThere from error
    return {**dataclasses.asdict(made), "draft": draft.pk if draft else None}


@router.delete("/readings/{int:reading}", response={204: None, **problems.CHANGING}, summary="Drop a reading")
def remove(request: Asked, reading: jobs.Number) -> Status[Any]:
    """Drop one's own reading that is over."""
    job = _one(request, reading)
    if job.account_id != request.account.pk:
        raise problems.NotThere
    if job.state not in OVER:
        raise problems.Refused("not-ready", 409)
    kept_jobs.remove(job)
    return Status(204, None)
