"""Posts: the establishment of units, who holds a post, which seats stand empty, and the succession of holders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ninja import Field, Query, Router, Schema

from fasti.access import rights
from fasti.api import etags, paging, problems, timelines, units
from fasti.api.asked import Asked, Days
from fasti.dates import axes
from fasti.reports import posts as listing
from fasti.reports import posts_known
from fasti.reports.timelines import seen, succession
from fasti.reports.timelines.timeline import NotKnown
from fasti.subjects.models import Post

router = Router()
Found = tuple[Sequence[Post], str | None]


class HolderOut(Schema):
    """Who sits in a seat."""

    person: str | None = Field(
        description="Code of the person. Null: the record is out of your reach by now."
    )
    name: str | None
    since: date
    ends_planned_on: date | None = Field(description="End of the term as decided.")


class PostOut(Schema):
    """A post in a list."""

    post: str = Field(description="Code of the post.", examples=["NORTH-B.chair"])
    office: str = Field(description="The office in words.")
    unit: str = Field(description="Code of its unit.")
    unit_name: str
    num_seats: int
    num_held: int = Field(description="Seats of which you are told that they are held.")
    holders: list[HolderOut] | None = Field(description="Null: you may not see the people of this unit.")
    empty: list[int] = Field(description="Of each seat that stands empty the days, the longest first.")
    is_too_long: bool = Field(description="A seat stands empty longer than the rule book allows.")
    num_untold: int = Field(
        description="Seats of which you are not told whether they are held: a confidential act says so."
    )


class Posts(paging.Page):
    """A page of posts."""

    items: list[PostOut]


class PostsAsked(Days):
    """Which posts, on which day, as known when."""

    unit: str = Field(max_length=64, description="Code of a unit, with all beneath it.", examples=["NORTH"])
    is_empty: bool = Field(False, description="Only posts with an empty seat.")
    office: str | None = Field(
        None, max_length=64, description="Only of this office, an id of the rule book."
    )


@router.get("/posts", response={200: Posts, **problems.READING}, summary="Posts of a unit and all beneath it")
@etags.of_record
def posts(request: Asked, asked: Query[PostsAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """Posts with a seat on the day, in the order of their codes; holders where you may see the people of the unit.

    With `known`, a page may be shorter than asked for, and still have a `next`: it goes through so many posts at most.
    """
    when = axes.When(asked.day(request), asked.known_before)
    found, after = (_stored if asked.known is None else _known)(request, asked, page, when)
    told = listing.told(found, request.sight, request.pack, when=when, lang=request.lang)
    return {"items": [_post(each) for each in told], "next": after}


def _stored(request: Asked, asked: PostsAsked, page: paging.Paging, when: axes.When) -> Found:
    beneath = listing.beneath(units.find(asked.unit).id, request.sight, as_of=when.as_of)
    rows = listing.found(beneath, request.sight, as_of=when.as_of, is_empty=asked.is_empty)
    return paging.page(
        request, rows if asked.office is None else rows.filter(office=asked.office), page, by=("code",)
    )


def _known(request: Asked, asked: PostsAsked, page: paging.Paging, when: axes.When) -> Found:
    view = "empty" if asked.is_empty else "all"
    question = posts_known.Asked(units.find(asked.unit).id, view, asked.office or "")
    after = paging.position(request, page)
    found = posts_known.Establishment(question, request.sight, when).page(after=after, size=page.limit)
    return found.posts, paging.sealed(request, [found.after]) if found.after else None


def _post(each: listing.Listed) -> PostOut:
    holders = each.holders and [
        HolderOut(
            person=one.code or None,
            name=one.name or None,
            since=one.since,
            ends_planned_on=one.ends_planned_on,
        )
        for one in each.holders
    ]
    return PostOut(
        post=each.code,
        office=each.office,
        unit=each.unit_code,
        unit_name=each.unit,
        num_seats=each.num_seats,
        num_held=each.num_held,
        holders=None if each.holders is None else list(holders or []),
        empty=list(each.empty),
        is_too_long=each.is_too_long,
        num_untold=each.num_untold,
    )


@router.get(
    "/posts/{path:post}",
    response={200: timelines.TimelineOut, **problems.READING},
    summary="A post over time",
)
@etags.of_record
def post(request: Asked, post: str, days: Query[Days]) -> timelines.TimelineOut:
    """Its seats and vacancies; who held it by which acts, and who is planned, if you may see people there."""
    found = Post.objects.filter(code=post).first()
    if found is None:
        raise problems.NotThere
    try:
        shown = succession.of_post(
            found.id, request.pack, as_of=days.day(request), known=days.known, lang=request.lang,
            sight=request.sight,
        )  # fmt: skip
    except NotKnown as error:
        raise problems.NotThere from error
    shown = seen.seen(shown, request.sight)
    return timelines.out(shown if request.sight.may(rights.PEOPLE, found.unit_id) else timelines.bare(shown))
