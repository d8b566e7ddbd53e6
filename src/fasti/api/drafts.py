"""Drafts: written, saved without overwriting what another wrote, tried out, checked, issued, given up; files for them.

Every version has a tag. A change names the version it was made from in `If-Match`; where that is not the last any more,
nothing is changed and the answer shows the draft as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, TypeVar

from django.conf import settings
from django.http import HttpResponse
from ninja import Field, File, Header, Path, Query, Router, Schema
from ninja.files import UploadedFile
from ninja.responses import Status
from pydantic import ConfigDict

from fasti.access import actor as actors
from fasti.access import drafts as access
from fasti.access import rights
from fasti.acts import uploads
from fasti.acts.models import Act, Draft
from fasti.api import acts, answered, etags, paging, previews, problems
from fasti.api import asked as asking
from fasti.api.asked import Asked
from fasti.api.given import Body, Day
from fasti.operations import (
    check_draft,
    draft_act,
    drop_draft,
    issue_draft,
    preview_change,
    save_draft,
    withdraw_act,
)

router = Router()
Made = TypeVar("Made")
Number = Annotated[int, Path(ge=1, le=2**62, description="Number of the draft.", examples=[17])]
Tag = Annotated[
    str,
    Header(
        alias="If-Match", min_length=1, description="The tag of the version that you read.", examples=['"3"']
    ),
]
Key = Annotated[
    str,
    Header(alias="Idempotency-Key", min_length=8, max_length=120, pattern=r"^[\x21-\x7e]+$",
           description=answered.KEY_DESCRIPTION, examples=["2f1c9a54-5c0e-4f0e-9d0a-6f3f0c5f7d11"]),
]  # fmt: skip
CHANGED: dict[Any, Any] = {**problems.CHANGING, 412: problems.Problem}


class Content(Body):
    """An act as written. Nothing but what is asked by the rule book is required; see the reference of effects."""

    model_config = ConfigDict(extra="allow")

    issuer: str | None = Field(
        None, description="Code of the unit that is to issue it.", examples=["NORTH-B"]
    )
    type: str | None = Field(None, examples=["decision"])
    title: str | None = Field(None, examples=["Appointment of a deputy chair"])
    text: str | None = None
    signed_on: Day | None = Field(None, examples=["2024-05-02"])
    in_force_on: Day | None = None
    signer: str | None = Field(None, description="Code of the person who signs.", examples=["BRUNO"])
    signer_post: str | None = Field(None, examples=["NORTH-B.chair"])
    confidentiality: str | None = Field(None, examples=["normal"])
    effects: list[dict[str, Any]] | None = Field(
        None, examples=[[{"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.deputy"}]]
    )
    relations: list[dict[str, Any]] | None = Field(None, examples=[[]])
    tasks: list[dict[str, Any]] | None = Field(None, examples=[[]])
    attachments: list[dict[str, Any]] | None = Field(
        None, description="Files sent to /uploads before.", examples=[[]]
    )

    def plain(self) -> dict[str, Any]:
        """What was written, and nothing else."""
        return self.model_dump(mode="json", exclude_unset=True)


class DraftOut(Schema):
    """A draft in a list."""

    draft: int = Field(description="Its number.")
    version: int
    unit: str | None = Field(description="Code of the unit that is to issue it.")
    type: str
    title: str
    drafted_by: str | None = Field(description="Code of the person who wrote it.")
    changed_by: str | None
    checked_by: str | None = Field(description="Who found it ready to be signed; emptied by every change.")
    drafted_at: datetime
    changed_at: datetime | None
    checked_at: datetime | None


class WholeDraft(DraftOut):
    """A draft with what is written in it."""

    content: dict[str, Any]


class Drafts(paging.Page):
    """A page of drafts."""

    items: list[DraftOut]


class Issued(Schema):
    """The act that came of it."""

    act: str = Field(description="Code of the act.", examples=["NORTH-B:2020-2024/decision:1"])
    symbol: str = Field(description="Its number as printed.")
    hash: str = Field(description="Its seal.")


class UploadOut(Schema):
    """A file taken in, as a draft refers to it in `attachments`."""

    upload: str = Field(description="Its key; it cannot be guessed.")
    filename: str
    size: int
    sha256: str


def _actor(request: Asked) -> actors.Actor:
    return actors.signed_in(request.sight)


def _tried(work: Callable[[], Made]) -> Made:
    """Do something with a draft; what stands in its way is refused as it is everywhere."""
    try:
        return work()
    except draft_act.NotDrafted as error:
        raise problems.NotGranted(rights.DRAFT) from error
    except save_draft.Stale as error:
        raise problems.Refused("stale", 412, current=_plain(error.kept)) from error
    except check_draft.CannotCheck as error:
        raise problems.Refused("findings", 422, findings=error.findings) from error


def find(request: Asked, id: int) -> Draft:
    """The open draft with this number, if it is seen; refused alike whether it is not there or not granted."""
    found = Draft.objects.select_related("unit", "issued_as").filter(id=id, dropped_at=None).first()
    if not access.sees(request.sight, found or access.ABSENT) or found is None:
        raise problems.NotGranted(rights.DRAFT)
    if found.issued_as_id is not None:
        raise problems.Refused("issued", 409)
    return found


def tag(draft: Draft) -> str:
    """The tag of a version of a draft, checked or not."""
    return f"{draft.version}{'c' if draft.checked_at else ''}"


def _matched(request: Asked, id: int, header: str) -> Draft:
    found = find(request, id)
    etags.require_match(header, tag(found), current=_plain(found))
    return found


# -- reading -----------------------------------------------------------------------------------------------------------


@router.get("/drafts", response={200: Drafts, **problems.READING}, summary="Open drafts")
def drafts(request: Asked, page: Query[paging.Paging]) -> dict[str, Any]:
    """Your own drafts, and those of units for which you draft, check or issue; the latest first."""
    linked = ("unit", "drafted_by", "changed_by", "checked_by")
    found, after = paging.page(request, access.seen(request.sight).select_related(*linked), page, by=("-id",))
    return {"items": [_listed(each) for each in found], "next": after}


def _listed(draft: Draft) -> dict[str, Any]:
    return {
        "draft": draft.id,
        "version": draft.version,
        "unit": draft.unit.code if draft.unit else None,
        "type": str(draft.content.get("type") or ""),
        "title": str(draft.content.get("title") or ""),
        "drafted_by": draft.drafted_by.code if draft.drafted_by else None,
        "changed_by": draft.changed_by.code if draft.changed_by else None,
        "checked_by": draft.checked_by.code if draft.checked_by else None,
        "drafted_at": draft.drafted_at,
        "changed_at": draft.changed_at,
        "checked_at": draft.checked_at,
    }


def _whole(draft: Draft) -> dict[str, Any]:
    return {**_listed(draft), "content": draft.content}


def _plain(draft: Draft) -> dict[str, Any]:
    """The draft as JSON keeps it."""
    return WholeDraft(**_whole(draft)).model_dump(mode="json")


def _tagged(request: Asked, draft: Draft) -> dict[str, Any]:
    request.etag = tag(draft)
    return _whole(draft)


@router.get("/drafts/{int:draft}", response={200: WholeDraft, **problems.READING}, summary="One draft")
def draft(request: Asked, draft: Number) -> Any:
    """What is written in it, its version and who checked it. Its tag is for `If-Match`."""
    found = find(request, draft)
    answer = _tagged(request, found)
    if etags.matches(request.headers.get("If-None-Match", ""), tag(found)):
        return HttpResponse(status=304)
    return answer


# -- writing -----------------------------------------------------------------------------------------------------------


@router.post("/drafts", response={201: WholeDraft, **problems.CHANGING}, summary="Keep a draft")
def keep(request: Asked, content: Content) -> Status[Any]:
    """Keep a draft as it is written; what stands in its way is told by trying it out."""
    kept = _tried(lambda: draft_act.draft(content.plain(), drafted_at=asking.now(), actor=_actor(request)))
    return Status(201, _tagged(request, kept))


@router.put("/drafts/{int:draft}", response={200: WholeDraft, **CHANGED}, summary="Save a draft")
def save(request: Asked, draft: Number, content: Content, if_match: Tag) -> dict[str, Any]:
    """Put the content in the place of the version that you read."""
    version = _matched(request, draft, if_match).version
    kept = _tried(
        lambda: save_draft.save(
            draft, content.plain(), version=version, changed_at=asking.now(), actor=_actor(request)
        )
    )
    return _tagged(request, kept)


@router.delete("/drafts/{int:draft}", response={204: None, **CHANGED}, summary="Give up a draft")
def drop(request: Asked, draft: Number, if_match: Tag) -> Status[Any]:
    """Nothing of it was in the record; what was written is removed."""
    version = _matched(request, draft, if_match).version
    _tried(lambda: drop_draft.drop(draft, version=version, dropped_at=asking.now(), actor=_actor(request)))
    return Status(204, None)


@router.post("/uploads", response={201: UploadOut, **problems.CHANGING}, summary="Send a file for a draft")
def upload(request: Asked, file: File[UploadedFile]) -> Status[Any]:
    """Take in a file that a draft may name by the key of the answer."""
    if not request.sight.has(rights.DRAFT):
        raise problems.NotGranted(rights.DRAFT)
    try:
        taken = uploads.take_in(settings.HOME, file.name or "file", file.chunks())
    except uploads.Unfit as error:
        raise problems.refused(
            error.code, file=error.filename, **previews.limits(error.code, file.size)
        ) from error
    return Status(
        201, {"upload": taken.key, "filename": taken.filename, "size": taken.size, "sha256": taken.sha256}
    )


# -- trying out, checking, issuing, withdrawing ------------------------------------------------------------------------


@router.post(
    "/drafts/preview", response={200: previews.PreviewOut, **problems.CHANGING}, summary="Try out a text"
)
def preview(request: Asked, content: Content) -> previews.PreviewOut:
    """What stands in the way of an act, or what it would change. Nothing is kept."""
    return _previewed(request, content.plain())


@router.post(
    "/drafts/{int:draft}/preview",
    response={200: previews.PreviewOut, **problems.CHANGING},
    summary="Try out a draft",
)
def preview_kept(request: Asked, draft: Number) -> previews.PreviewOut:
    """What stands in the way of the draft, or what it would change. Nothing is changed."""
    return _previewed(request, find(request, draft).content)


def _previewed(request: Asked, content: dict[str, Any]) -> previews.PreviewOut:
    if not any(request.sight.has(right) for right in access.WORK):
        raise problems.NotGranted(rights.DRAFT)
    seen = preview_change.preview(
        [content], pack=request.pack, today=request.day, lang=request.lang, actor=_actor(request)
    )
    return previews.out(seen, request)


@router.post("/drafts/{int:draft}/check", response={200: WholeDraft, **CHANGED}, summary="Find a draft ready")
def check(request: Asked, draft: Number, if_match: Tag) -> dict[str, Any]:
    """Answer for having looked: nothing stands in its way and it may be signed."""
    version = _matched(request, draft, if_match).version
    kept = _tried(
        lambda: check_draft.check(
            draft,
            version=version,
            pack=request.pack,
            checked_at=asking.now(),
            actor=_actor(request),
            lang=request.lang,
        )
    )
    return _tagged(request, kept)


@router.post("/drafts/{int:draft}/issue", response={201: Issued, **CHANGED}, summary="Issue a draft")
def issue(request: Asked, draft: Number, if_match: Tag, idempotency_key: Key) -> Any:
    """Make the draft an act: numbered, sealed and in the register. All of it or nothing."""

    def work() -> tuple[int, dict[str, str]]:
        version = _matched(request, draft, if_match).version
        act = _tried(
            lambda: issue_draft.issue(
                draft, version=version, pack=request.pack, recorded_at=asking.now(), actor=_actor(request),
                lang=request.lang,
            )
        )  # fmt: skip
        return 201, issued(act)

    return answered.once(request, idempotency_key, work)


def issued(act: Act) -> dict[str, str]:
    """How an act that was issued is answered."""
    return {"act": act.code, "symbol": act.symbol, "hash": act.hash}


@router.post(
    "/acts/{path:act}/withdrawal",
    response={201: WholeDraft, **problems.CHANGING},
    summary="Draft a withdrawal",
)
def withdraw(request: Asked, act: str, by: Content) -> Status[Any]:
    """Keep a draft that withdraws an act; try it out, have it checked and issue it like any other."""
    target = acts.find(request, act)
    content = withdraw_act.content(target.code, by.plain())
    kept = _tried(lambda: draft_act.draft(content, drafted_at=asking.now(), actor=_actor(request)))
    return Status(201, _tagged(request, kept))
