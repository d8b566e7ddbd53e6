"""Lists of people and of posts as pages show them: a page of them, with what the register says of each on a day.

A list is of a day, as known now; `people_known` finds whom the record knew by an earlier day. What is asked of a page
is asked of all its rows at once, so the number of queries does not grow with the body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat

from fasti import charter
from fasti.access import acts, holding, people, places, rights
from fasti.access.places import Start
from fasti.access.sight import Sight
from fasti.dates.axes import When
from fasti.effects import as_known
from fasti.register import read, rows
from fasti.register.models import Membership, PoolEntry, Tenure, UnitSpan
from fasti.register.rows import TenureRow
from fasti.reports.units import standing
from fasti.subjects import names, person_words
from fasti.subjects.models import Person, Post, Unit

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
    sight: Sight,
    asked: Asked,
    pack: charter.Pack,
    *,
    as_of: date | None = None,
    after: Cursor | None = None,
    size: int,
) -> list[Person]:
    """The next persons who are seen and answer to what is asked, in the order of names; fewer than `size` at the end.

    Of a few units the people are looked up. Where many units are within reach, or asked for, names are gone through in
    their order, and each handful of people is asked about at once: what a page costs does not grow with the body.
    """
    day = as_of or sight.day
    units = None if asked.unit is None else _beneath(asked.unit, sight, day)
    by_reach = units is None and _is_near(sight)
    called = person_words.named(people.seen(sight) if by_reach else Person.objects.all(), asked.words)
    candidates = _narrowed(called.people, sight, asked, day)
    if isinstance(units, list):
        candidates = candidates.filter(id__in=_ids_with(sight, units, day))
    candidates = in_order(candidates, pack, is_few=called.is_few)
    found: list[Person] = []
    step = max(_FEWEST, size)
    while len(found) < size:
        handful = list(beyond(candidates, after)[:step])
        ids = {person.id for person in handful}
        kept = frozenset(ids) if by_reach else people.seen_among(sight, ids)
        if units is not None and not isinstance(units, list):
            kept &= frozenset(_ids_with(sight, units, day, among=ids))
        found += [person for person in handful if person.id in kept]
        if len(handful) < step:
            break
        after, step = place_of(handful[-1]), min(step * 2, _MOST)
    return found[:size]


def _beneath(unit: int, sight: Sight, day: date) -> list[int] | RawSQL:
    """The unit with all that rests with it on a day."""
    start = Start(unit, True)
    if day == sight.day:
        return sight.beneath(frozenset({start}))
    few = places.few([start], organs=sight.organs, day=day)
    return places.beneath([start], organs=sight.organs, day=day) if few is None else few


def _is_near(sight: Sight) -> bool:
    """Whether few units are within reach: then all who rest with them are found sooner than any by name."""
    reach = sight.within(rights.PEOPLE)
    return not reach.is_all and reach.is_few


def _narrowed(query: QuerySet[Person], sight: Sight, asked: Asked, day: date) -> QuerySet[Person]:
    """Only who holds a post or is planned for one, where that is asked."""
    if asked.holds:
        held = holding.seen(Tenure.objects.filter(read.on(day)), sight)
        query = query.filter(id__in=held.values("person"))
    if asked.planned:
        entries = holding.seen(PoolEntry.objects.filter(read.on(day)), sight)
        query = query.filter(id__in=entries.values("person"))
    return query


def _ids_with(
    sight: Sight, units: list[int] | RawSQL, day: date, *, among: Collection[int] | None = None
) -> QuerySet[Any, int]:
    """Ids of who is a member of, or is told to hold a post in, these units; `among`: only of these persons."""
    members = Membership.objects.filter(read.on(day), unit__in=units)
    holders = holding.seen(Tenure.objects.filter(read.on(day), post__unit__in=units), sight)
    if among is not None:
        members, holders = members.filter(person__in=among), holders.filter(person__in=among)
    return members.values_list("person", flat=True).union(holders.values_list("person", flat=True))


def in_order(query: QuerySet[Person], pack: charter.Pack, *, is_few: bool = False) -> QuerySet[Person]:
    """The people in the order of names, each with its `place` in it; those of one name follow by `id`.

    Where the body's first language lists people by the given name, so does the list. Databases keep both orders;
    `is_few`: they are not to go through them, the people are sooner found and put in order then.
    """
    by_given = pack.languages[0] in names.BY_GIVEN
    query = query.annotate(place=_by_given() if by_given else F("search_name"))
    return query.order_by(Concat("place", Value("")) if is_few else "place", "id")


def _by_given() -> RawSQL:
    """The last word of the folded name, then all of it, compared sign by sign on every database.

    Written word for word as the index `person_by_given` is, else the database does not know its own order again.
    """
    collation = "C" if connection.vendor == "postgresql" else "BINARY"
    return RawSQL(f'({_BY_GIVEN}) COLLATE "{collation}"', (), TextField())  # nosec B611 - our own names


def place_of(person: Person) -> Cursor:
    """Where a person of `page` stands, for the page that follows."""
    return str(vars(person)["place"]), person.id  # annotated by `in_order`


def beyond(query: QuerySet[Person], cursor: Cursor | None) -> QuerySet[Person]:
    """Only who comes after a place in the order of names."""
    if cursor is None:
        return query
    name, id = cursor
    later: dict[str, Any] = {"place__gte": name}  # `place` is annotated by `in_order`
    return query.filter(Q(place__gt=name) | Q(place=name, id__gt=id), **later)


def told(
    persons: Sequence[Person], sight: Sight, pack: charter.Pack, *, lang: str, when: When | None = None
) -> list[Listed]:
    """The persons of one page with unit and posts, today or as `when` says. Posts out of reach are left out, and those
    that confidential acts out of sight gave.
    """
    when = when or When(sight.day)
    ids = [person.id for person in persons]
    unit_of, tenures = standing_of(ids, when)
    held = {id: (code, office, unit) for id, code, office, unit in _posts({row.post for row in tenures})}
    sight.learn({unit for *_, unit in held.values()})
    untold = acts.untold_among(sight, (row.opened_by for row in tenures))
    shown = names_then({*unit_of.values(), *(unit for *_, unit in held.values())}, pack, when=when, lang=lang)
    posts: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in tenures:
        code, office, unit = held[row.post]
        if row.person == sight.person or (row.opened_by not in untold and sight.may(rights.PEOPLE, unit)):
            posts[row.person].append((code, f"{pack.name('office', office, lang)}, {shown[unit][1]}"))
    return [
        Listed(
            person.id, person.code, person.full_name or person.code, shown[unit_of[person.id]][1],
            shown[unit_of[person.id]][0], tuple(posts[person.id]),
        )
        if person.id in unit_of
        else Listed(person.id, person.code, person.full_name or person.code, "", "", tuple(posts[person.id]))
        for person in persons
    ]  # fmt: skip


def _posts(ids: Collection[int]) -> QuerySet[Post, tuple[int, str, str, int]]:
    return Post.objects.filter(id__in=ids).values_list("id", "code", "office", "unit")


def standing_of(ids: Collection[int], when: When) -> tuple[dict[int, int], list[TenureRow]]:
    """Of persons the unit of which each is a member on the day, and the posts they hold, the oldest first."""
    if when.known_before is None:
        members = Membership.objects.filter(read.on(when.as_of), person__in=ids)
        tenures = Tenure.objects.filter(read.on(when.as_of), person__in=ids).order_by("starts_on", "id")
        unit_of = dict(members.values_list("person", "unit"))
        return unit_of, [TenureRow(*row) for row in tenures.values_list(*TenureRow._fields)]
    unit_of = {row.person: row.unit for row in folded("membership", ids, when)}
    return unit_of, sorted(folded("tenure", ids, when), key=rows.by_day)


def folded(line: str, ids: Collection[int], when: When) -> list[Any]:
    """The rows of a line of persons that hold on the day, as known then."""
    if when.known_before is None:
        raise ValueError("what is known now is in the tables")
    found = as_known.rows_of_each(line, ids, known_before=when.known_before)
    return [row for each in found.values() for row in each if rows.holds(row, when.as_of)]


def names_then(
    units: Iterable[int], pack: charter.Pack, *, when: When, lang: str
) -> Mapping[int, tuple[str, str]]:
    """Code and name of units on a day, as known then."""
    if when.known_before is None:
        return unit_names(units, pack, as_of=when.as_of, lang=lang)
    names, asked = standing.Names(pack, lang, when), set(units)
    names.learn(asked)
    return {unit: (names.code(unit), names.of(unit).name) for unit in asked}


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
