"""People: who is found by name, code, unit or post, and the career of one. Whom you may not see is not there."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.cache import cache
from ninja import Field, Query, Router, Schema

from fasti.access import log, people, rights
from fasti.api import asked as asking
from fasti.api import paging, problems, timelines, units
from fasti.api.asked import Asked, Days
from fasti.dates import axes
from fasti.reports import people as listing
from fasti.reports import people_known
from fasti.reports.timelines import career, seen
from fasti.reports.timelines.timeline import NotKnown
from fasti.subjects.models import Person

router = Router()
ONCE_IN = 300
"""Seconds within which looking again at the same person is the same look."""


class PersonPost(Schema):
    """A post held on the day."""

    post: str = Field(description="Code of the post.")
    office: str = Field(description="The office with its unit, in words.")


class PersonOut(Schema):
    """A person in a list."""

    person: str = Field(description="Code of the person.", examples=["ADA"])
    name: str
    unit: str | None = Field(description="Code of the unit of which a member.")
    unit_name: str | None
    posts: list[PersonPost]


class People(paging.Page):
    """A page of people."""

    items: list[PersonOut]


class PeopleAsked(Days):
    """Which people, on which day, as known when."""

    q: str | None = Field(
        None,
        min_length=1,
        max_length=250,
        description="Words of the name, or the code.",
        examples=["dvorakova"],
    )
    unit: str | None = Field(
        None, max_length=64, description="Members and holders of posts there and beneath."
    )
    holds: bool = Field(False, description="Only who holds a post.")
    planned: bool = Field(False, description="Only who is planned as a successor.")


class Career(timelines.TimelineOut):
    """A person with everything the register says that you may see."""

    family_name: str
    given_name: str
    sex: str | None = Field(description="F, M, or empty where not recorded; null: not granted.")
    born_on: date | None = Field(description="Null: not recorded, or not granted.")


@router.get("/people", response={200: People, **problems.READING}, summary="People by name, unit or post")
def people_(request: Asked, asked: Query[PeopleAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """The people you may see, in the order of their names, marks left out: by the given name where the body lists
    people so.

    With `known`, a page may be shorter than asked for, and still have a `next`: it goes through so many people at most.
    """
    if not request.sight.has(rights.PEOPLE):
        raise problems.NotGranted(rights.PEOPLE)
    unit = units.find(asked.unit).id if asked.unit is not None else None
    question = listing.Asked(asked.q or "", unit, asked.holds, asked.planned)
    place = paging.opened(request, page, 2)
    after = (str(place[0]), int(place[1])) if place else None
    when = axes.When(asked.day(request), asked.known_before)
    found = people_known.listed(
        request.sight, question, request.pack, when=when, after=after, size=page.limit
    )
    told = listing.told(found.people, request.sight, request.pack, lang=request.lang, when=when)
    return {
        "items": [_person(each) for each in told],
        "next": paging.sealed(request, found.after) if found.after else None,
    }


def _person(each: listing.Listed) -> PersonOut:
    return PersonOut(
        person=each.code,
        name=each.name,
        unit=each.unit_code or None,
        unit_name=each.unit or None,
        posts=[PersonPost(post=code, office=office) for code, office in each.posts],
    )


@router.get("/people/{path:person}", response={200: Career, **problems.READING}, summary="A person's career")
def person(request: Asked, person: str, days: Query[Days]) -> Career:
    """Memberships, posts, planning, courses, awards; ratings, sanctions and personal fields where granted.

    That you looked is kept in the access log, where the person can read it.
    """
    found = Person.objects.filter(code=person).first()
    # Whoever is not there is looked for as long as whoever is not seen.
    if not people.sees(request.sight, found.id if found else 0) or found is None:
        raise problems.NotGranted(rights.PEOPLE)
    try:
        shown = career.of_person(
            found.id, request.pack, as_of=days.day(request), known=days.known, lang=request.lang
        )
    except NotKnown as error:
        raise problems.NotGranted(rights.PEOPLE) from error
    _keep(request, found.id)
    is_own = found.id == request.sight.person
    is_personal = people.sees_personal(request.sight, found.id)
    shown = seen.seen(shown, request.sight, is_own=is_own, without=() if is_personal else seen.PERSONAL)
    return Career(
        **timelines.out(shown).model_dump(),
        family_name=found.family_name,
        given_name=found.given_name,
        sex=found.sex if is_personal else None,
        born_on=found.born_on if is_personal else None,
    )


def _keep(request: Asked, person: int) -> None:
    """Keep that the record was looked at: one look within some minutes, by page or program."""
    if cache.add(f"looked:{request.account.pk}:{person}", 1, ONCE_IN):
        log.keep(request.sight, "person.seen", at=asking.now(), person=person, detail="api")
