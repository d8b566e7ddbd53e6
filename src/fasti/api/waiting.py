"""What waits for you: drafts, tasks, ending terms, empty posts, reports due; each with its article and next step."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Field, Query, Router, Schema

from fasti.api import paging, problems
from fasti.api.asked import Asked
from fasti.reports import waiting

router = Router()


class Item(Schema):
    """Something that waits."""

    kind: str = Field(description="sign, check, report, post, term, task or proposal.", examples=["term"])
    key: str = Field(description="What it is about; stays the same from day to day.")
    group: str = Field(description="Its urgency: overdue, week or next.", examples=["overdue"])
    what: str
    why: str
    unit: str = Field(description="Code of the unit it belongs to.")
    article: str
    due_on: date | None
    since: date | None
    days_late: int = Field(description="Days after the due day; negative before it.")
    step: str = Field(description="What to do next.", examples=["draft"])
    place: str = Field(
        description="Where: draft, drafts-new, act, unit, post, person, report, return, returns or proposals."
    )
    args: dict[str, str] = Field(description="What is asked there.")


class Items(paging.Page):
    """A page of what waits, the most urgent first."""

    items: list[Item]


@router.get("/waiting", response={200: Items, **problems.READING}, summary="What waits for you")
def waits(request: Asked, page: Query[paging.Paging]) -> dict[str, Any]:
    """Everything that waits for you today, as far as your rights reach."""
    found = waiting.of(request.sight, pack=request.pack, day=request.day, lang=request.lang)
    shown, after = paging.part(request, found, page)
    return {"items": [_item(each) for each in shown], "next": after}


def _item(each: waiting.Item) -> Item:
    return Item(
        kind=each.kind,
        key=each.key,
        group=each.group,
        what=each.what,
        why=each.why,
        unit=each.unit,
        article=each.article,
        due_on=each.due_on,
        since=each.since,
        days_late=each.days_late,
        step=each.step.verb,
        place=each.step.place,
        args=dict(each.step.args),
    )
