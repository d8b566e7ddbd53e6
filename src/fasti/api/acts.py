"""Acts: the register with its filters and full text, one act, its document, its files. What is secret is not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Literal
from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse
from ninja import Field, Query, Router, Schema

from fasti.access import acts as access
from fasti.access import log, people, rights
from fasti.acts import attachments
from fasti.acts.models import Act, Effect
from fasti.api import asked as asking
from fasti.api import etags, paging, problems, units
from fasti.api.asked import Asked, Days
from fasti.api.given import Day
from fasti.dates import axes
from fasti.operations import desk
from fasti.reports import act_document, act_words, formats
from fasti.reports.register_of_acts import asked as questions
from fasti.reports.register_of_acts import found as listing
from fasti.reports.register_of_acts import told
from fasti.subjects.models import Person

router = Router()
CODE = Field(
    description="Code of the act: issuer, series, number.", examples=["COUNCIL:2020-2024/decision:1"]
)


class ActOut(Schema):
    """An act in a list."""

    act: str = CODE
    symbol: str = Field(description="The number as printed.")
    issuer: str = Field(description="Code of the unit that issued it.")
    issuer_name: str = Field(description="As it was called on the day of signing.")
    type: str = Field(description="An id of the rule book.", examples=["decision"])
    title: str = Field(description="With the names of people on display.")
    language: str = Field(description="The language of title and text.", examples=["en"])
    confidentiality: str = Field(description="Class of confidentiality.", examples=["normal"])
    signed_on: date
    in_force_on: date
    recorded_at: datetime
    state: str = Field(
        description="in_force, not_yet or ended, on the day asked about.", examples=["in_force"]
    )


class Acts(paging.Page):
    """A page of acts."""

    items: list[ActOut]


class RelationOut(Schema):
    """How an act stands to another; acts that you may not see are left out."""

    kind: str = Field(examples=["concretises"])
    act: str = CODE


class EffectOut(Schema):
    """What the act changes."""

    effect: int = Field(description="Its place within the act, from 1.")
    kind: str = Field(examples=["APPOINT"])
    on: date = Field(description="The day it takes effect.")
    told: str = Field(description="The same in words.")
    unit: str
    person: str | None
    post: str | None
    voided_by: str | None = Field(description="Code of the act that made it void, if you may see it.")


class TaskOut(Schema):
    """Work that the act gives."""

    task: int
    text: str
    unit: str
    level: str | None
    responsible: str | None = Field(description="Code of the person responsible.")
    due_on: date | None


class AttachmentOut(Schema):
    """A file of the act."""

    attachment: int = Field(description="Its place, from 1: the last part of its address.")
    filename: str
    media_type: str
    size: int = Field(description="Bytes.")
    sha256: str


class WholeAct(ActOut):
    """An act with everything it says."""

    text: str
    signer: str | None = Field(description="Code of the person who signed.")
    signer_post: str | None
    capacity: str
    form: str
    period: str
    relations: list[RelationOut]
    related_from: list[RelationOut] = Field(description="Later acts that stand to this one.")
    effects: list[EffectOut]
    tasks: list[TaskOut]
    attachments: list[AttachmentOut]
    sequence: int = Field(description="Its place in the chain of its issuer.")
    previous_hash: str
    hash: str
    charter_version: str


class ActsAsked(Days):
    """Which acts."""

    q: str | None = Field(
        None,
        min_length=1,
        max_length=500,
        description="Words of symbol, title and text; marks may be left out, forms of a word are one.",
        examples=["appointment treasurer"],
    )
    view: Literal["all", "own", "superior", "late", "withdrawn"] = Field(
        "all",
        description="All; of one's own unit; of superiors and not concretised yet; recorded late; withdrawn.",
    )
    unit: str | None = Field(
        None, max_length=64, description="Issued by this unit or any beneath it.", examples=["NORTH"]
    )
    type: str | None = Field(None, max_length=64, description="Only of this type.", examples=["decision"])
    bucket: str | None = Field(
        None, max_length=64, description="Only of the types of this bucket of reports."
    )
    signed_from: Day | None = Field(None, description="Signed on this day or later.")
    signed_to: Day | None = Field(None, description="Signed on this day or earlier.")
    state: Literal["in_force", "not_yet", "ended"] | None = Field(
        None, description="The state on the day asked about."
    )
    confidentiality: str | None = Field(
        None, max_length=16, description="Only of this class.", examples=["normal"]
    )
    is_late: bool = Field(False, description="Only recorded late.")


def find(request: Asked, code: str) -> Act:
    """The act with this code, if it is seen; refused alike whether it is not there or not granted."""
    found = desk.find_act(code)
    if found is None or not access.sees(request.sight, found):
        raise problems.NotGranted(rights.ACTS)
    return found


@router.get("/acts", response={200: Acts, **problems.READING}, summary="The register of acts")
@etags.of_record
def acts(request: Asked, asked: Query[ActsAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """The acts that you may see, the latest signed first."""
    if not request.sight.has(rights.ACTS):
        raise problems.NotGranted(rights.ACTS)
    rows = listing.found(request.sight, _question(request, asked), pack=request.pack).select_related("issuer")
    found, after = paging.page(request, rows, page, by=("-signed_on", "-id"))
    return {"items": _lines(found, request, asked.day(request), asked.known_before), "next": after}


def _question(request: Asked, asked: ActsAsked) -> questions.Asked:
    if asked.bucket is not None and asked.bucket not in request.pack.buckets(as_of=asked.day(request)):
        raise problems.refused("wrong-type", field="query.bucket", value=asked.bucket)
    return questions.Asked(
        day=asked.day(request),
        known_before=asked.known_before,
        view=asked.view,
        words=asked.q or "",
        lang=request.lang,
        unit=units.find(asked.unit).id if asked.unit is not None else None,
        type=asked.type or "",
        bucket=asked.bucket or "",
        since=asked.signed_from,
        until=asked.signed_to,
        state=asked.state or "",
        confidentiality=asked.confidentiality or "",
        is_late=asked.is_late,
    )


def _lines(found: list[Act], request: Asked, day: date, known: datetime | None) -> list[dict[str, Any]]:
    lines = told.lines(
        found, request.sight, pack=request.pack, lang=request.lang, day=day, known_before=known
    )
    return [
        {
            "act": each.code,
            "symbol": each.symbol,
            "issuer": each.issuer,
            "issuer_name": each.issuer_name,
            "type": each.type,
            "title": each.title,
            "language": each.lang,
            "confidentiality": each.confidentiality,
            "signed_on": each.signed_on,
            "in_force_on": each.in_force_on,
            "recorded_at": each.recorded_at,
            "state": each.standing.state,
        }
        for each in lines
    ]


@router.get(
    "/acts/{path:act}/document",
    response={200: bytes, **problems.READING},
    summary="The official document",
    openapi_extra={
        "responses": {
            200: {
                "content": {
                    "application/pdf": {"schema": {"type": "string", "format": "binary"}},
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {
                        "schema": {"type": "string", "format": "binary"}
                    },
                }
            }
        }
    },
)
def document(request: Asked, act: str, format: Literal["pdf", "docx"] = "pdf") -> HttpResponse:
    """The act as it is printed, in the language asked for; its text stays in its own. Kept in the access log."""
    found = find(request, act)
    written = act_words.document(found, pack=request.pack, lang=request.lang, sight=request.sight)
    content = (act_document.render_pdf if format == "pdf" else act_document.render_docx)(written)
    log.keep(
        request.sight, "act.downloaded", at=asking.now(), unit=found.issuer_id, act=found.id, detail=format
    )
    return file(content, formats.MEDIA[format], f"{found.symbol}.{format}")


def file(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file to be kept, whatever it says it is: nothing in it is run by a browser."""
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return response


@router.get(
    "/acts/{path:act}/attachments/{int:attachment}",
    response={200: bytes, **problems.READING},
    summary="A file of an act",
    openapi_extra={
        "responses": {
            200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
        }
    },
)
def attachment(request: Asked, act: str, attachment: int) -> HttpResponse:
    """The file as it was attached. Kept in the access log."""
    found = find(request, act)
    row = found.attachments.filter(ordinal=attachment).first() if attachment < 2**31 else None
    if row is None:
        raise problems.NotThere
    try:
        content = attachments.path(settings.HOME, row.sha256).read_bytes()
    except OSError as error:
        raise problems.NotThere from error
    log.keep(
        request.sight,
        "act.downloaded",
        at=asking.now(),
        unit=found.issuer_id,
        act=found.id,
        detail=row.filename,
    )
    return file(content, "application/octet-stream", row.filename)


class ActAsked(Schema):
    """As of when."""

    known: Day | None = Field(None, description="As the body knew it at the end of this day.")


@router.get("/acts/{path:act}", response={200: WholeAct, **problems.READING}, summary="One act")
@etags.of_record
def act(request: Asked, act: str, asked: Query[ActAsked]) -> dict[str, Any]:
    """Everything the act says, its relations, and its place in the chain. Reading a confidential one is kept."""
    found, known = find(request, act), axes.known_before(asked.known)
    if known is not None and found.recorded_at >= known:
        raise problems.NotGranted(rights.ACTS)
    if found.confidentiality not in access.OPEN:
        log.keep(request.sight, "act.seen", at=asking.now(), unit=found.issuer_id, act=found.id, detail="api")
    return _whole(found, request, known)


def _whole(act: Act, request: Asked, known: datetime | None) -> dict[str, Any]:
    signer, post = act.signer, act.signer_post
    return {
        **_lines([act], request, request.day, known)[0],
        "text": act_words.named(act.text, request.lang),
        "signer": _seen_code(signer, request),
        "signer_post": post.code if post else None,
        "capacity": act.capacity,
        "form": act.form,
        "period": act.period,
        "relations": list(_relations(act, request)),
        "related_from": list(_related_from(act, request, known)),
        "effects": list(_effects(act, request, known)),
        "tasks": list(_tasks(act, request)),
        "attachments": [
            {"attachment": each.ordinal, "filename": each.filename, "media_type": each.media_type, "size": each.size,
             "sha256": each.sha256}
            for each in act.attachments.order_by("ordinal")
        ],
        "sequence": act.sequence,
        "previous_hash": act.previous_hash,
        "hash": act.hash,
        "charter_version": act.charter_version,
    }  # fmt: skip


def _seen_code(person: Person | None, request: Asked) -> str | None:
    """The code of a person who is seen: the act's words name everybody, but a code leads to a record."""
    return person.code if person and people.sees(request.sight, person.id) else None


def _relations(act: Act, request: Asked) -> Iterator[dict[str, str]]:
    rows = access.restrict(act.relations.select_related("target__issuer"), request.sight, "target")
    for each in rows.order_by("id"):
        yield {"kind": each.kind, "act": each.target.code}


def _related_from(act: Act, request: Asked, known: datetime | None) -> Iterator[dict[str, str]]:
    rows = access.restrict(act.related_from.select_related("act__issuer"), request.sight, "act")
    if known is not None:
        rows = rows.filter(act__recorded_at__lt=known)
    for each in rows.order_by("id"):
        yield {"kind": each.kind, "act": each.act.code}


def _effects(act: Act, request: Asked, known: datetime | None) -> Iterator[dict[str, Any]]:
    wording = act_words.Wording(act, request.pack, request.lang, sight=request.sight)
    found = wording.effects
    open_to = people.seen_among(request.sight, (each.person_id for each in found if each.person_id))
    voids = Effect.objects.filter(voids__in=[each.id for each in found])
    if known is not None:
        voids = voids.filter(recorded_at__lt=known)
    seen = access.restrict(voids, request.sight, "act").select_related("act__issuer")
    by = {void.voids_id: void.act.code for void in seen.order_by("-id")}
    for each in found:
        yield {
            "effect": each.ordinal,
            "kind": each.kind,
            "on": each.on,
            "told": wording.effect(each),
            "unit": each.unit.code,
            "person": each.person.code if each.person and each.person_id in open_to else None,
            "post": each.post.code if each.post else None,
            "voided_by": by.get(each.id),
        }


def _tasks(act: Act, request: Asked) -> Iterator[dict[str, Any]]:
    found = list(act.tasks.select_related("unit", "responsible").order_by("ordinal"))
    open_to = people.seen_among(request.sight, (each.responsible_id for each in found if each.responsible_id))
    for each in found:
        yield {
            "task": each.ordinal,
            "text": act_words.named(each.text, request.lang),
            "unit": each.unit.code,
            "level": each.level or None,
            "responsible": each.responsible.code
            if each.responsible and each.responsible_id in open_to
            else None,
            "due_on": each.due_on,
        }
