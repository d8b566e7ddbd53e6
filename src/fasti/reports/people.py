"""Lists of people and of posts as pages show them: a page of them, with what the register says of each on a day.

A list is as known now. What is asked of a page is asked of all its rows at once, so the number of queries does not
grow with the body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL

from fasti import charter
from fasti.access import acts, holding, people, rights
from fasti.access.places import Start
from fasti.access.sight import Sight
from fasti.register import read
from fasti.register.models import Membership, PoolEntry, Tenure, UnitSpan
from fasti.subjects import names
from fasti.subjects.models import Person, Unit

Cursor = tuple[str, int]
_NAME = "person.search_name"
_BY_GIVEN = f"""substr({_NAME}, length(rtrim({_NAME}, replace({_NAME}, ' ', ''))) + 1) || ' ' || {_NAME}"""
_FEWEST, _MOST = 200, 5_000
"""People asked about at once: at first, and at most."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a list: where a member, and in which posts, on the day."""

    id: int
    code: str
    name: str
    unit: str
    unit_code: str
    posts: tuple[tuple[str, str], ...]
    """Code and office with unit, in words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list of people is asked for."""

    words: str = ""
    unit: int | None = None
    """With all that rests with it."""
    holds: bool = False
    """Only who holds a post."""
    planned: bool = False
    """Only who is planned as a successor."""


def page(
    sight: Sight, asked: Asked, pack: charter.Pack, *, after: Cursor | None = None, size: int
) -> list[Person]:
    """The next persons who are seen and answer to what is asked, in the order of names; fewer than `size` at the end.

    Of a few units the people are looked up. Where many units are within reach, or asked for, names are gone through in
    their order, and each handful of people is asked about at once: what a page costs does not grow with the body.
    """
    units = None if asked.unit is None else sight.beneath(frozenset({Start(asked.unit, True)}))
    by_reach = units is None and _is_near(sight)
    candidates = _narrowed(people.seen(sight) if by_reach else Person.objects.all(), sight, asked)
    if isinstance(units, list):
        candidates = candidates.filter(id__in=_ids_with(sight, units))
    candidates = in_order(candidates, pack)
    found: list[Person] = []
    step = max(_FEWEST, size)
    while len(found) < size:
        handful = list(_beyond(candidates, after)[:step])
        ids = {person.id for person in handful}
        kept = frozenset(ids) if by_reach else people.seen_among(sight, ids)
        if units is not None and not isinstance(units, list):
            kept &= frozenset(_ids_with(sight, units, among=ids))
        found += [person for person in handful if person.id in kept]
        if len(handful) < step:
            break
        after, step = place_of(handful[-1]), min(step * 2, _MOST)
    return found[:size]


def _is_near(sight: Sight) -> bool:
    """Whether few units are within reach: then all who rest with them are found sooner than any by name."""
    reach = sight.within(rights.PEOPLE)
    return not reach.is_all and reach.is_few


def _narrowed(query: QuerySet[Person], sight: Sight, asked: Asked) -> QuerySet[Person]:
    """Only who answers to words, and to holding a post or being planned for one."""
    for word in names.fold(asked.words).split():
        query = query.filter(Q(search_name__contains=word) | Q(code__iexact=word))
    if asked.holds:
        held = holding.seen(Tenure.objects.filter(read.on(sight.day)), sight)
        query = query.filter(id__in=held.values("person"))
    if asked.planned:
        entries = holding.seen(PoolEntry.objects.filter(read.on(sight.day)), sight)
        query = query.filter(id__in=entries.values("person"))
    return query


def _ids_with(
    sight: Sight, units: list[int] | RawSQL, *, among: Collection[int] | None = None
) -> QuerySet[Any, int]:
    """Ids of who is a member of, or is told to hold a post in, these units; `among`: only of these persons."""
    members = Membership.objects.filter(read.on(sight.day), unit__in=units)
    holders = holding.seen(Tenure.objects.filter(read.on(sight.day), post__unit__in=units), sight)
    if among is not None:
        members, holders = members.filter(person__in=among), holders.filter(person__in=among)
    return members.values_list("person", flat=True).union(holders.values_list("person", flat=True))


def in_order(query: QuerySet[Person], pack: charter.Pack) -> QuerySet[Person]:
    """The people in the order of names, each with its `place` in it; those of one name follow by `id`.

    Where the body's first language lists people by the given name, so does the list. Databases keep both orders.
    """
    by_given = pack.languages[0] in names.BY_GIVEN
    return query.annotate(place=_by_given() if by_given else F("search_name")).order_by("place", "id")


def _by_given() -> RawSQL:
    """The last word of the folded name, then all of it, compared sign by sign on every database.

    Written word for word as the index `person_by_given` is, else the database does not know its own order again.
    """
    collation = "C" if connection.vendor == "postgresql" else "BINARY"
    return RawSQL(f'({_BY_GIVEN}) COLLATE "{collation}"', (), TextField())  # nosec B611 - our own names


def place_of(person: Person) -> Cursor:
    """Where a person of `page` stands, for the page that follows."""
    return str(vars(person)["place"]), person.id  # annotated by `in_order`


def _beyond(query: QuerySet[Person], cursor: Cursor | None) -> QuerySet[Person]:
    """Only who comes after a place in the order of names."""
    if cursor is None:
        return query
    name, id = cursor
    later: dict[str, Any] = {"place__gte": name}  # `place` is annotated by `in_order`
    return query.filter(Q(place__gt=name) | Q(place=name, id__gt=id), **later)


def told(persons: Sequence[Person], sight: Sight, pack: charter.Pack, *, lang: str) -> list[Listed]:
    """The persons of one page with unit and posts. Posts out of reach are left out, and those that confidential acts
    out of sight gave.
    """
    ids = [person.id for person in persons]
    day = sight.day
    members = Membership.objects.filter(read.on(day), person__in=ids).values_list("person", "unit")
    tenures = Tenure.objects.filter(read.on(day), person__in=ids).order_by("starts_on", "id")
    held = list(tenures.values_list("person", "post__code", "post__office", "post__unit", "opened_by"))
    sight.learn({unit for *_, unit, _ in held})
    untold = acts.untold_among(sight, (by for *_, by in held))
    unit_of = dict(members)
    shown = unit_names({*unit_of.values(), *(unit for *_, unit, _ in held)}, pack, as_of=day, lang=lang)
    posts: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for person, code, office, unit, by in held:
        if person == sight.person or (by not in untold and sight.may(rights.PEOPLE, unit)):
            posts[person].append((code, f"{pack.name('office', office, lang)}, {shown[unit][1]}"))
    return [
        Listed(
            person.id, person.code, person.full_name or person.code, shown[unit_of[person.id]][1],
            shown[unit_of[person.id]][0], tuple(posts[person.id]),
        )
        if person.id in unit_of
        else Listed(person.id, person.code, person.full_name or person.code, "", "", tuple(posts[person.id]))
        for person in persons
    ]  # fmt: skip


def unit_names(
    units: Iterable[int], pack: charter.Pack, *, as_of: date, lang: str
) -> Mapping[int, tuple[str, str]]:
    """Code and name of units on a day (of one that does not stand, the last name before, else the first)."""
    asked = set(units)
    codes = dict(Unit.objects.filter(id__in=asked).values_list("id", "code"))
    chosen: dict[int, Mapping[str, str]] = {}
    spans = UnitSpan.objects.filter(unit__in=asked).order_by("starts_on", "id")
    for unit, spoken, starts_on in spans.values_list("unit", "names", "starts_on"):
        if unit not in chosen or starts_on <= as_of:
            chosen[unit] = spoken
    order = (lang, *pack.languages)
    return {
        unit: (code, next((chosen[unit][each] for each in order if chosen.get(unit, {}).get(each)), code))
        for unit, code in codes.items()
    }
