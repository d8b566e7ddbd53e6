"""Units: the tree as of any day, one unit with its posts, its life, and the movement of its members."""

from __future__ import annotations

from datetime import date
from typing import Any

from ninja import Field, Query, Router, Schema

from fasti.access import acts, rights
from fasti.api import etags, paging, periods, problems
from fasti.api.asked import Asked, Days
from fasti.api.given import Day
from fasti.dates import axes
from fasti.dates.axes import When
from fasti.operations import desk
from fasti.register import movement as moving
from fasti.reports import movement as movements
from fasti.reports import suppression
from fasti.reports.units import find as finding
from fasti.reports.units import life, seats, standing, tree
from fasti.reports.units import unit as one
from fasti.subjects.models import Unit

router = Router()
UNIT = Field(description="Code of the unit.", examples=["NORTH"])


class UnitOut(Schema):
    """A unit in a list."""

    unit: str = UNIT
    name: str
    kind: str = Field(description="Kind of unit, an id of the rule book.", examples=["region"])
    is_organ: bool
    num_children: int
    last_day: date | None = Field(description="Its last day, where it has ended by the day asked about.")


class Units(paging.Page):
    """A page of units."""

    items: list[UnitOut]


class FoundUnit(Schema):
    """A unit that fits a search."""

    unit: str = UNIT
    name: str
    kind: str
    parent: str | None
    last_day: date | None
    formerly: str = Field(description="The name by which it was found, where it bears another now.")


class FoundUnits(paging.Page):
    """A page of units found."""

    items: list[FoundUnit]


class FoundAsked(Days):
    """Which units."""

    q: str = Field(
        min_length=1,
        max_length=250,
        description="Beginnings of words of the name, or the code.",
        examples=["nor"],
    )


class ChildrenAsked(Days):
    """Which children."""

    has_ended: bool = Field(False, description="Also units that have ended, where they stood last.")


class SeatOut(Schema):
    """A seat of a post."""

    is_empty: bool
    person: str | None = Field(description="Code of the holder; null: nobody, or nobody whom you may see.")
    name: str
    since: date | None
    planned_until: date | None = Field(description="End of the term as decided.")
    days_empty: int
    is_too_long: bool = Field(description="Empty longer than the rule book allows.")
    act: str | None = Field(description="The number of the act that filled or emptied it, if you may see it.")
    is_told: bool = Field(
        description="False: you are told neither who sits there nor whether it is empty; a confidential act says so."
    )


class PostOfUnit(Schema):
    """A post of the unit, or of one of its organs, on the day."""

    post: str = Field(description="Code of the post.")
    office: str = Field(description="The office, an id of the rule book.")
    unit: str
    num_seats: int
    seats: list[SeatOut] | None = Field(description="Null: you may not see who sits there.")


class Edge(Schema):
    """A unit went over into another, or gave a part to it."""

    on: date
    predecessor: str
    successor: str
    manner: str = Field(examples=["merged"])
    share: int = Field(description="Per cent that went over; 0 where not stated.")


class UnitDay(Schema):
    """A unit on a day."""

    unit: str = UNIT
    name: str
    names: dict[str, str] = Field(description="Its names by language on the day.")
    as_of: date
    known: date | None
    stands: bool = Field(description="Whether it stands on the day.")
    kind: str
    parent: str | None
    organs: list[str] = Field(description="Codes of the organs that serve it.")
    starts_on: date
    last_day: date | None
    lineage: list[Edge]
    posts: list[PostOfUnit]


class LifeEntry(Schema):
    """Something that happened to the unit."""

    kind: str = Field(
        description="founded, renamed, moved, merged, ended, split, beneath, leader or return.",
        examples=["founded"],
    )
    on: date
    told: str
    known_on: date | None = Field(description="Since when the body knew it, where that is later.")
    act: str | None = Field(description="The number of the act, if you may see it.")


class LifeOut(Schema):
    """A unit's life up to a day, the latest first."""

    unit: str = UNIT
    entries: list[LifeEntry]
    num_later: int


class Step(Schema):
    """Members who came or went in one way."""

    kind: str = Field(examples=["admitted"])
    reason: str = Field(description="The reason given, an id of the rule book; empty where none is.")
    number: int | None = Field(description="How many; null: fewer than may be told.")
    acts: dict[str, int] = Field(description="The acts behind them that you may see, with how many each.")


class Movement(Schema):
    """opening + ins - outs = closing."""

    unit: str = UNIT
    period: str
    boundaries: date | None = Field(description="The day whose tree is meant; null: the tree of each day.")
    opening: int | None
    ins: list[Step]
    outs: list[Step]
    closing: int | None


class MovementAsked(Schema):
    """Which movement."""

    period: str = periods.FIELD
    boundaries: Day | None = Field(
        None, description="On the tree of this day; left out, of the period's last."
    )
    each_day: bool = Field(False, description="On the tree of each day instead of one day's.")
    known: Day | None = Field(None, description="As the body knew it at the end of this day.")


def find(code: str) -> Unit:
    """The unit with this code; that there are units is no secret."""
    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise problems.NotThere
    return found


def _when(request: Asked, days: Days) -> When:
    return When(days.day(request), days.known_before)


@router.get("/units", response={200: FoundUnits, **problems.READING}, summary="Find units")
@etags.of_record
def units(request: Asked, asked: Query[FoundAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """Units by the beginning of words of their names, marks left out, or by code; also by a name borne before."""
    found = finding.units(asked.q, pack=request.pack, lang=request.lang, when=_when(request, asked)).found
    shown, after = paging.part(request, found, page)
    items = [
        FoundUnit(
            unit=each.unit.code,
            name=each.unit.name,
            kind=each.unit.kind,
            parent=each.parent.code if each.parent else None,
            last_day=each.last_day,
            formerly=each.formerly,
        )
        for each in shown
    ]
    return {"items": items, "next": after}


@router.get("/tree", response={200: Units, **problems.READING}, summary="The top of the tree")
@etags.of_record
def top(request: Asked, asked: Query[ChildrenAsked], page: Query[paging.Paging]) -> dict[str, Any]:
    """The units that stand under no other."""
    return _branch(request, None, asked, page)


@router.get(
    "/units/{path:unit}/children", response={200: Units, **problems.READING}, summary="Units under a unit"
)
@etags.of_record
def children(
    request: Asked, unit: str, asked: Query[ChildrenAsked], page: Query[paging.Paging]
) -> dict[str, Any]:
    """The units directly under a unit, in the order of their codes."""
    return _branch(request, find(unit).id, asked, page)


def _branch(request: Asked, parent: int | None, asked: ChildrenAsked, page: paging.Paging) -> dict[str, Any]:
    after = paging.position(request, page)
    grown = tree.Tree(request.pack, lang=request.lang, when=_when(request, asked), is_whole=asked.has_ended)
    branch = grown.branch(parent, after=after, limit=page.limit)
    items = [
        UnitOut(
            unit=node.unit.code,
            name=node.unit.name,
            kind=node.unit.kind,
            is_organ=node.unit.is_organ,
            num_children=node.num_children,
            last_day=node.last_day,
        )
        for node in branch.nodes
    ]
    return {"items": items, "next": paging.sealed(request, [branch.after]) if branch.after else None}


@router.get("/units/{path:unit}/life", response={200: LifeOut, **problems.READING}, summary="A unit's life")
@etags.of_record
def unit_life(request: Asked, unit: str, days: Query[Days]) -> LifeOut:
    """Founded, renamed, moved, split, merged, ended; who led it, if you may see its people; what became of its
    returns, if you may see these.
    """
    when = _when(request, days)
    shown = _known(request, unit, when)
    told = life.of_unit(shown, request.sight, pack=request.pack, when=when, lang=request.lang)
    entries = [
        LifeEntry(
            kind=each.kind,
            on=each.on,
            told=each.told,
            known_on=each.known_on,
            act=(each.deed.symbol or None) if each.deed else None,
        )
        for each in told.entries
    ]
    return LifeOut(unit=shown.called.code, entries=entries, num_later=told.num_later)


def _known(request: Asked, unit: str, when: When) -> one.Shown:
    try:
        return one.of_code(unit, pack=request.pack, when=when, lang=request.lang)
    except one.NotKnown as error:
        raise problems.NotThere from error


@router.get(
    "/units/{path:unit}/movement", response={200: Movement, **problems.READING}, summary="Movement of members"
)
@etags.of_record
def movement(request: Asked, unit: str, asked: Query[MovementAsked]) -> Movement:
    """Members before the period, who came and went and by which acts, and members on its last day."""
    found, period = find(unit), periods.period(asked.period)
    limit = request.sight.limit(found.id)
    if limit is None:
        raise problems.NotGranted(rights.SHARED_FIGURES)
    boundaries = None if asked.each_day else asked.boundaries or period.last_day
    known_before = axes.known_before(asked.known)
    told = movements.of_unit(found.id, period, boundaries=boundaries, known_before=known_before)
    footing = _Footing(
        told, limit, seen_codes(request, {code for acts in told.acts.values() for code in acts})
    )
    return Movement(
        unit=unit,
        period=period.code,
        boundaries=boundaries,
        opening=footing.told(("opening",)),
        ins=footing.steps("in"),
        outs=footing.steps("out"),
        closing=footing.told(("closing",)),
    )


class _Footing:
    """A movement of which the counts too small to be told, and those from which they would follow, are left out."""

    def __init__(self, told: movements.Told, limit: int, open_to: set[str]) -> None:
        found = told.movement
        self._acts, self._open_to = told.acts, open_to
        self._ways = {
            "in": found.counted(found.ins, moving.INS),
            "out": found.counted(found.outs, moving.OUTS),
        }
        self._values: dict[suppression.Cell, int] = {("opening",): found.opening, ("closing",): found.closing}
        for way, counted in self._ways.items():
            self._values |= {(way, kind, reason): number for kind, reason, number in counted}
        limits = dict.fromkeys(self._values, limit)
        self._gone = suppression.hidden(self._values, limits, [suppression.Sum(tuple(self._values))])

    def told(self, cell: suppression.Cell) -> int | None:
        """The count, unless it is left out."""
        return None if cell in self._gone else self._values[cell]

    def steps(self, way: str) -> list[Step]:
        """The ways in or out, with their acts where the count is told."""
        made = []
        for kind, reason, _ in self._ways[way]:
            number = self.told((way, kind, reason))
            acts = self._acts.get((kind, reason), {}) if number is not None else {}
            seen = {act: num for act, num in acts.items() if act in self._open_to}
            made.append(Step(kind=kind, reason=reason, number=number, acts=seen))
        return made


def seen_codes(request: Asked, codes: set[str]) -> set[str]:
    """Those of the acts, by code, that are seen."""
    found = {code: act for code in codes if (act := desk.find_act(code))}
    open_to = acts.seen_among(request.sight, [act.id for act in found.values()])
    return {code for code, act in found.items() if act.id in open_to}


@router.get("/units/{path:unit}", response={200: UnitDay, **problems.READING}, summary="A unit on a day")
@etags.of_record
def unit(request: Asked, unit: str, days: Query[Days]) -> UnitDay:
    """Its place and kind, what it came from and went into, its posts, and who sits there if you may see its people."""
    when = _when(request, days)
    shown = _known(request, unit, when)
    held = seats.of_units(shown.units, request.sight, pack=request.pack, when=when, lang=request.lang)
    row = standing.nearest(shown.spans, when.as_of)
    return UnitDay(
        unit=shown.called.code,
        name=shown.called.name,
        names={lang: str(name) for lang, name in row.names.items()} if row else {},
        as_of=when.as_of,
        known=days.known,
        stands=shown.row is not None,
        kind=shown.called.kind,
        parent=shown.parent.code if shown.parent else None,
        organs=[shown.names.code(each) for each in shown.organs],
        starts_on=shown.starts_on,
        last_day=shown.last_day,
        lineage=[_edge(each, shown) for each in shown.edges],
        posts=[_post(each, shown) for each in held],
    )


def _edge(each: Any, shown: one.Shown) -> Edge:
    code = shown.names.code
    return Edge(
        on=each.on,
        predecessor=code(each.predecessor),
        successor=code(each.successor),
        manner=each.manner,
        share=each.share,
    )


def _post(held: seats.Held, shown: one.Shown) -> PostOfUnit:
    return PostOfUnit(
        post=held.post,
        office=held.office,
        unit=shown.names.code(held.unit),
        num_seats=held.num_seats,
        seats=None if held.seats is None else [_seat(each) for each in held.seats],
    )


def _seat(each: seats.Seat) -> SeatOut:
    return SeatOut(
        is_empty=each.is_empty,
        person=each.person or None,
        name=each.name,
        since=each.since,
        planned_until=each.planned_until,
        days_empty=each.days_empty,
        is_too_long=each.is_too_long,
        act=(each.deed.symbol or None) if each.deed else None,
        is_told=each.is_told,
    )
