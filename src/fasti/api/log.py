"""The access log: what you did, who looked at you, and, with the right, what was seen and done in your units."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from django.db.models import QuerySet
from ninja import Field, Query, Router, Schema

from fasti.access import log, rights
from fasti.access.models import AccessEntry
from fasti.api import paging, problems
from fasti.api.asked import Asked

router = Router()


class Entry(Schema):
    """Somebody saw or did something."""

    at: datetime
    account: str | None = Field(description="Who; null: the operator at the command line.")
    what: str = Field(description="What was seen or done.", examples=["person.seen"])
    person: str | None = Field(description="Code of the person it was about.")
    unit: str | None
    act: str | None = Field(description="Code of the act it was about, if you may see it.")
    detail: str


class Entries(paging.Page):
    """A page of entries."""

    items: list[Entry]


class LogAsked(Schema):
    """Which entries."""

    of: Literal["mine", "me", "units"] = Field(
        "mine",
        description="What I did; who looked at my record; what was seen and done in units within my reach.",
    )
    what: str | None = Field(
        None, max_length=32, description="Only events of this kind.", examples=["act.issued"]
    )


@router.get("/log", response={200: Entries, **problems.READING}, summary="Who saw and did what")
def entries(request: Asked, asked: Query[LogAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """Entries, the latest first."""
    rows = _rows(request, asked.of)
    if asked.what is not None:
        rows = rows.filter(what=asked.what)
    found, after = paging.page(request, rows, page, by=("-id",))
    named = log.named(found, request.sight)
    return {"items": [_entry(each, named) for each in found], "next": after}


def _rows(request: Asked, of: str) -> QuerySet[AccessEntry]:
    if of == "units":
        if not request.sight.has(rights.LOG):
            raise problems.NotGranted(rights.LOG)
        return log.seen(request.sight)
    if of == "me":
        return log.of_person(request.sight.person or 0)
    linked = ("account", "person", "unit", "act__issuer", "tenure_effect")
    return AccessEntry.objects.filter(account=request.account).select_related(*linked)


def _entry(each: AccessEntry, named: log.Named) -> Entry:
    return Entry(
        at=each.at,
        account=each.account.name if each.account else None,
        what=each.what,
        person=each.person.code if each.person else None,
        unit=each.unit.code if each.unit else None,
        act=each.act.code if each.act and each.act_id in named.acts else None,
        detail=each.detail,
    )
