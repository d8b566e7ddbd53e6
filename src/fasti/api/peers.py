"""Peer groups side by side and scored, and the library of good practices: as data, or as a file in any format."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpResponse
from ninja import Field, Query, Router, Schema

from fasti import charter
from fasti.access import actor, rights
from fasti.api import acts, answered, drafts, etags, paging, periods, problems, returns
from fasti.api import asked as asking
from fasti.api.asked import Asked
from fasti.api.given import Body, Day
from fasti.api.reports import BINARY
from fasti.indicators.figures import CannotCompute
from fasti.operations import give_points
from fasti.reports import discreet, discretion, formats, practices
from fasti.reports.peers import beside, rendered, score_told, scored, told
from fasti.reports.peers.paper import Paper

router = Router()
FILES: dict[str, Any] = {
    "responses": {200: {"content": {each.partition(";")[0]: BINARY for each in formats.MEDIA.values()}}}
}


class Group(Schema):
    """A peer group."""

    group: str = Field(examples=["regions"])
    name: str
    units: list[str] = Field(description="Codes of the members, in the order of the charter.")
    scorecards: list[str] = Field(description="Scorecards by which it is scored.")
    is_ranked: bool = Field(description="Whether the charter allows places.")
    reference: str


class Groups(Schema):
    """The peer groups that you may see."""

    items: list[Group]


class PeersAsked(Schema):
    """When, and as what."""

    period: str = periods.FIELD
    known: Day | None = Field(None, description="As the body knew it at the end of this day.")
    format: Literal["html", "pdf", "docx", "xlsx", "json", "text"] = "json"


class BesideAsked(PeersAsked):
    """Which figures, on which tree, with places or without."""

    figures: str = Field("", max_length=1000, description="Ids parted by commas; left out, the form's first.")
    boundaries: Day | None = Field(None, description="On the tree of this day.")
    places: bool = Field(False, description="With places, where the charter ranks.")


class JudgedIn(Body):
    """What was judged of a member."""

    points: dict[str, str] = Field(
        description="By item, exact: 12, 7.5 or 20/3.", examples=[{"hospitality": "7.5"}]
    )
    evidence: dict[str, str] = Field({}, description="By item: what the points rest on.")
    excluded: list[str] = Field([], description="Why it is not classed: ids of the scorecard's exclusions.")


class PointsIn(returns.Head):
    """The points of one step, of one member or several; whoever gives them follows from the scorecard."""

    period: str = periods.FIELD
    step: Literal["self", "check", "final"] = Field(
        description="By the member itself, by the member that checks it, by the body above."
    )
    members: dict[str, JudgedIn] = Field(min_length=1, max_length=200, description="By code of the member.")


class Adopted(Schema):
    """A unit that adopted a practice."""

    unit: str
    on: str
    act: str


class Practice(Schema):
    """A good practice."""

    unit: str
    practice: str
    topic: str
    title: str
    text: str
    worked_at: str
    published_on: str
    act: str
    withdrawn_on: str | None
    withdrawn_by: str | None = Field(description="Null also where you do not see the act.")
    because: str
    adopted: list[Adopted]


class Practices(paging.Page):
    """A page of the library."""

    items: list[Practice]


class LibraryAsked(Schema):
    """Which practices."""

    q: str = Field("", max_length=200, description="Words that must all be found; marks do not matter.")
    topic: str = Field("", max_length=32, description="A topic of the charter.")


@router.get("/peers", response={200: Groups, **problems.READING}, summary="The peer groups")
@etags.of_record
def groups(request: Asked) -> Groups:
    """The peer groups in force today whose figures you may see."""
    pack, day = request.pack, request.day
    cards = [pack.scorecard(id, as_of=day) for id in pack.scorecards(as_of=day)]
    return Groups(
        items=[
            Group(
                group=code, name=pack.name("peer_group", code, request.lang),
                units=list(pack.peer_group(code, as_of=day).units),
                scorecards=[card.id for card in cards if card.peer_group == code],
                is_ranked=pack.ranking(as_of=day).is_on, reference=pack.peer_group(code, as_of=day).reference,
            )
            for code in pack.peer_groups(as_of=day)
            if discreet.is_granted(request.sight, code, pack=pack, day=day)
        ]
    )  # fmt: skip


@router.get(
    "/peers/{group}", response={200: bytes, **problems.READING}, summary="Members side by side",
    openapi_extra=FILES,
)  # fmt: skip
def side_by_side(request: Asked, group: str, asked: Query[BesideAsked]) -> HttpResponse:
    """The members on the same figures, with what you may not be told left out."""
    _require(request, group)
    wanted = [each.strip() for each in asked.figures.split(",") if each.strip()]
    known = {each.id for each in request.pack.indicators}
    if any(each not in known for each in wanted):
        raise problems.NotThere
    try:
        found = beside.side_by_side(
            request.pack, group, request.sight, period=periods.period(asked.period), wanted=wanted,
            boundaries=asked.boundaries, known=asked.known, ranked=asked.places, lang=request.lang,
        )  # fmt: skip
    except discretion.NotGranted as error:
        raise problems.NotGranted(rights.SHARED_FIGURES) from error
    except (CannotCompute, charter.NoRule) as error:
        raise problems.NotThere from error
    return _file(told.paper(found, request.lang), asked.format)


@router.get(
    "/peers/{group}/scores/{card}", response={200: bytes, **problems.READING}, summary="Members by a scorecard",
    openapi_extra=FILES,
)  # fmt: skip
def scores(request: Asked, group: str, card: str, asked: Query[PeersAsked]) -> HttpResponse:
    """Every component of every member, in the three steps, with what you may not be told left out."""
    _require(request, group)
    period = periods.period(asked.period)
    try:
        if request.pack.scorecard(card, as_of=period.last_day).peer_group != group:
            raise problems.NotThere
        found = scored.scored(
            request.pack, card, request.sight, period=period, known=asked.known, lang=request.lang
        )
    except discretion.NotGranted as error:
        raise problems.NotGranted(rights.SHARED_FIGURES) from error
    except scored.WrongPeriod as error:
        raise problems.refused("period-malformed", value=asked.period) from error
    except (CannotCompute, charter.NoRule) as error:
        raise problems.NotThere from error
    return _file(score_told.paper(found, request.pack, request.lang), asked.format)


@router.post(
    "/peers/{group}/scores/{card}",
    response={201: drafts.Issued, **problems.CHANGING},
    summary="Give points",
)
def give(request: Asked, group: str, card: str, body: PointsIn, idempotency_key: drafts.Key) -> Any:
    """Issue the act that gives members of the group their points in one step: all of them, or none."""
    _require(request, group)
    period = periods.period(body.period)
    try:
        if request.pack.scorecard(card, as_of=period.last_day).peer_group != group:
            raise problems.NotThere
    except charter.NoRule as error:
        raise problems.NotThere from error
    judged = {
        unit: give_points.Judged(each.points, each.evidence, tuple(each.excluded))
        for unit, each in body.members.items()
    }

    def work() -> tuple[int, dict[str, str]]:
        act = give_points.give(
            give_points.Round(card, period, body.step), judged, body.plain(request), pack=request.pack,
            recorded_at=asking.now(), actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
        return 201, drafts.issued(act)

    return answered.once(request, idempotency_key, work)


@router.get("/practices", response={200: Practices, **problems.READING}, summary="Good practices")
@etags.of_record
def library(request: Asked, asked: Query[LibraryAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """The library, the latest first, withdrawn ones among them."""
    _require_acts(request)
    found = practices.library(
        request.sight, request.pack, as_of=request.day, lang=request.lang, find=asked.q, topic=asked.topic,
        limit=MOST,
    )  # fmt: skip
    shown, after = paging.part(request, list(found), page)
    return {"items": [practices.plain(each) for each in shown], "next": after}


MOST = 5_000
"""Practices of which pages are told."""


@router.get(
    "/practices/{unit}/{practice}", response={200: Practice, **problems.READING}, summary="One good practice"
)
@etags.of_record
def practice(request: Asked, unit: str, practice: str) -> dict[str, Any]:
    """The practice, who adopted it, and whether it was withdrawn."""
    _require_acts(request)
    found = practices.one(request.sight, request.pack, unit, practice, as_of=request.day, lang=request.lang)
    if found is None:
        raise problems.NotThere
    return practices.plain(found)


def _require_acts(request: Asked) -> None:
    if not request.sight.has(rights.ACTS):
        raise problems.NotGranted(rights.ACTS)


def _require(request: Asked, group: str) -> None:
    """Refused where no figures of the group are granted, also where there is none of that code."""
    pack = request.pack
    is_there = group in pack.peer_groups(as_of=request.day)
    if not is_there or not discreet.is_granted(request.sight, group, pack=pack, day=request.day):
        raise problems.NotGranted(rights.SHARED_FIGURES)


def _file(paper: Paper, format: str) -> HttpResponse:
    return acts.file(rendered.render(paper, format), formats.MEDIA[format], rendered.filename(paper, format))
