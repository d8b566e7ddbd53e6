"""The wordings learned from reports that were read wrongly. One is taught by an act: by a draft with its effect."""

from __future__ import annotations

from typing import Any

from ninja import Field, Query, Router, Schema

from fasti.access import rights
from fasti.api import etags, paging, problems
from fasti.api.asked import Asked
from fasti.api.given import Day
from fasti.dates import axes
from fasti.reports import wordings

router = Router()


class Wording(Schema):
    """A phrase and what it is read as."""

    language: str
    phrase: str = Field(examples=["raised to the lamp"])
    indicator: str = Field(description="The figure; empty where it tells a qualifier.")
    qualifier: str
    authors: list[str] = Field(description="Codes of those who taught it.")
    sentence_hash: str = Field(description="SHA-256 of the sentence it was met in; empty where unknown.")
    starts_on: str
    ends_before: str | None
    act: str


class Wordings(paging.Page):
    """A page of wordings."""

    items: list[Wording]


class WordingsAsked(Schema):
    """On which day, and as known when."""

    as_of: Day | None = Field(None, description="Those learned by this day; left out, today.")
    known: Day | None = Field(None, description="As the body knew it at the end of this day.")


@router.get("/wordings", response={200: Wordings, **problems.READING}, summary="Wordings learned")
@etags.of_record
def listed(request: Asked, asked: Query[WordingsAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """What readers of reports taught beside the lists of the rule book, the latest first."""
    if not request.sight.has(rights.ACTS):
        raise problems.NotGranted(rights.ACTS)
    when = axes.When(asked.as_of or request.day, axes.known_before(asked.known))
    found = wordings.listed(request.sight, request.pack, when, lang=request.lang)
    shown, after = paging.part(request, found, page)
    return {"items": [wordings.plain(each) for each in shown], "next": after}
