"""Find entries that look like the same person: one document, or one folded name and birth day. Nothing is changed.

Whole bodies are searched along indexes, a page of groups at a time; a unit's members are compared with everybody.
Entries that were given up already are left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from fasti.register.models import Alias, Membership, UnitSpan
from fasti.subjects.models import Person

WEIGHTS = {"document": 60, "name": 25, "birth": 15, "other-document": -30}
"""What each ground adds to the score of a pair, of 100."""
_CHUNK = 2_000
_FEW = 200
"""Up to so many units, their members are looked through one by one; of more, all groups of the body are."""


@dataclass(frozen=True)
class Pair:
    """Two entries that may be one person: the one recorded first would be kept."""

    kept: Person
    given_up: Person
    grounds: tuple[str, ...]
    """document, name, birth; other-document: both have one, and they differ."""

    @property
    def score(self) -> int:
        """How much speaks for it, of 100."""
        return sum(WEIGHTS[ground] for ground in self.grounds)


@dataclass(frozen=True)
class Page:
    """Pairs, the likeliest first, and where the next page begins (empty: this was the last)."""

    pairs: tuple[Pair, ...]
    after: str


class UnknownPlace(LookupError):
    """There is no such place to go on from."""


def duplicates(
    *, unit: int | None = None, as_of: date | None = None, after: str = "", limit: int = 50
) -> Page:
    """A page of at least `limit` pairs, while there are any.

    `unit`: only pairs with a member of that unit or one beneath it on the day `as_of` (None: ever). `after`: from the
    page before; raises `UnknownPlace`.
    """
    found: dict[tuple[int, int], Pair] = {}
    for place, pairs in _groups(after) if unit is None else _of_unit(unit, after, as_of=as_of):
        found |= {(pair.kept.id, pair.given_up.id): pair for pair in pairs}
        if len(found) >= limit:
            return _page(found.values(), place)
    return _page(found.values(), "")


def _page(found: Iterable[Pair], after: str) -> Page:
    return Page(tuple(sorted(found, key=lambda pair: (-pair.score, pair.kept.id))), after)


def grounds(first: Person, second: Person) -> tuple[str, ...]:
    """What speaks for and against two entries being one person."""
    found = []
    if first.document_hash and second.document_hash:
        found.append("document" if first.document_hash == second.document_hash else "other-document")
    if first.search_name and first.search_name == second.search_name:
        found.append("name")
    if first.born_on and first.born_on == second.born_on:
        found.append("birth")
    return tuple(found)


# -- the whole body ----------------------------------------------------------------------------------------------


def _groups(after: str) -> Iterator[tuple[str, list[Pair]]]:
    """Groups of entries, those with one document before those with one name and birth day, each with its place."""
    stage, since = _place(after, ("document", "name"))
    if stage in ("", "document"):
        for same in _batches(_same_document, since):
            yield from _paired("document", same, lambda person: person.document_hash)
        since = None
    for same in _batches(_same_name, since):
        yield from _paired("name", same, lambda person: (person.born_on, person.search_name))


def _place(after: str, stages: Collection[str]) -> tuple[str, Person | None]:
    if not after:
        return "", None
    stage, _, code = after.partition(":")
    person = Person.objects.filter(code=code).first()
    if stage not in stages or person is None:
        raise UnknownPlace(after)
    return stage, person


def _batches(read: Any, since: Person | None) -> Iterator[list[Person]]:
    """The entries of some groups at a time, in the order of an index."""
    while batch := read(since):
        yield batch
        since = batch[-1]


def _same_document(since: Person | None) -> list[Person]:
    known = Person.objects.exclude(document_hash="")
    later = known.filter(document_hash__gt=since.document_hash) if since else known
    groups = later.values("document_hash").annotate(n=Count("*")).filter(n__gt=1).order_by("document_hash")
    hashes = [group["document_hash"] for group in groups[:_CHUNK]]
    return list(known.filter(document_hash__in=hashes).order_by("document_hash", "id"))


def _same_name(since: Person | None) -> list[Person]:
    known = Person.objects.filter(born_on__isnull=False).exclude(search_name="")
    if since is not None and since.born_on is not None:
        beyond = Q(born_on__gt=since.born_on) | Q(search_name__gt=since.search_name)
        known = known.filter(beyond, born_on__gte=since.born_on)
    groups = known.values("born_on", "search_name").annotate(n=Count("*")).filter(n__gt=1)
    some = list(groups.order_by("born_on", "search_name")[:_CHUNK])
    found: list[Person] = []
    for start in range(0, len(some), 200):
        either = Q()
        for group in some[start : start + 200]:
            either |= Q(born_on=group["born_on"], search_name=group["search_name"])
        found += Person.objects.filter(either)
    return sorted(found, key=lambda each: (each.born_on or date.min, each.search_name, each.id))


def _paired(stage: str, persons: list[Person], key: Any) -> Iterator[tuple[str, list[Pair]]]:
    """Each group as pairs with its first entry; its place is named by that entry."""
    given_up = _given_up(person.id for person in persons)
    groups: dict[Any, list[Person]] = {}
    for person in persons:
        groups.setdefault(key(person), []).append(person)
    for group in groups.values():
        standing = [person for person in group if person.id not in given_up]
        pairs = [Pair(standing[0], other, grounds(standing[0], other)) for other in standing[1:]]
        if stage == "name":
            pairs = [pair for pair in pairs if "document" not in pair.grounds]
        if pairs:
            yield f"{stage}:{group[0].code}", pairs


def _given_up(persons: Iterable[int]) -> set[int]:
    ids, found = list(persons), set()
    for start in range(0, len(ids), _CHUNK):
        found |= set(
            Alias.objects.filter(person__in=ids[start : start + _CHUNK]).values_list("person", flat=True)
        )
    return found


# -- the members of a unit ---------------------------------------------------------------------------------------


def _of_unit(unit: int, after: str, *, as_of: date | None) -> Iterator[tuple[str, list[Pair]]]:
    units = _beneath(unit, as_of=as_of)
    return _of_members(units, after, as_of=as_of) if len(units) <= _FEW else _among(units, after, as_of=as_of)


def _among(units: list[int], after: str, *, as_of: date | None) -> Iterator[tuple[str, list[Pair]]]:
    """The groups of the whole body, of each the pairs with a member of the units."""
    groups = _groups(after)
    while some := list(itertools.islice(groups, _FEW)):
        persons = {entry.id for _, pairs in some for pair in pairs for entry in (pair.kept, pair.given_up)}
        within = _members(units, persons, as_of=as_of)
        for place, pairs in some:
            mine = [pair for pair in pairs if {pair.kept.id, pair.given_up.id} & within]
            if mine:
                yield place, mine


def _beneath(unit: int, *, as_of: date | None) -> list[int]:
    """A unit and all that stands under it on a day (None: ever)."""
    found, level = {unit}, {unit}
    while level:
        spans = UnitSpan.objects.filter(_on(as_of), parent__in=level)
        level = set(spans.values_list("unit", flat=True)) - found
        found |= level
    return sorted(found)


def _on(day: date | None, prefix: str = "") -> Q:
    if day is None:
        return Q()
    begun, open_end = Q(**{f"{prefix}starts_on__lte": day}), Q(**{f"{prefix}ends_before__isnull": True})
    return begun & (open_end | Q(**{f"{prefix}ends_before__gt": day}))


def _of_members(units: list[int], after: str, *, as_of: date | None) -> Iterator[tuple[str, list[Pair]]]:
    """Members with an entry like theirs, each with the pairs it is part of."""
    _, since = _place(after, ("member",))
    last = since.id if since else 0
    while members := _alike_members(units, last, as_of=as_of):
        alike = {member.id: list(_alike(member)) for member in members}
        within = _members(units, {other.id for others in alike.values() for other in others}, as_of=as_of)
        given_up = _given_up({*alike, *(other.id for others in alike.values() for other in others)})
        for member in members:
            pairs = _pairs_of(member, alike, within, given_up)
            if pairs:
                yield f"member:{member.code}", pairs
        last = members[-1].id


def _pairs_of(
    member: Person, alike: Mapping[int, list[Person]], within: Collection[int], given_up: Collection[int]
) -> list[Pair]:
    """A member's pairs; of two members of the perimeter, the one recorded first has the pair."""
    pairs = []
    for other in alike[member.id]:
        first, second = sorted((member, other), key=lambda person: person.id)
        is_own = first is member or first.id not in within
        if is_own and not {first.id, second.id} & set(given_up):
            pairs.append(Pair(first, second, grounds(first, second)))
    return pairs


def _alike_members(units: list[int], last: int, *, as_of: date | None) -> list[Person]:
    """Members with ids after `last` who have an entry like theirs, as many as a batch holds, in the order of ids."""
    same_name = Person.objects.filter(born_on=OuterRef("born_on"), search_name=OuterRef("search_name"))
    same_document = Person.objects.filter(document_hash=OuterRef("document_hash")).exclude(document_hash="")
    is_alike = (~Q(search_name="") & Exists(same_name.exclude(id=OuterRef("id")))) | Exists(
        same_document.exclude(id=OuterRef("id"))
    )
    of_units = Membership.objects.filter(_on(as_of), unit__in=units, person__gt=last)
    query = Person.objects.filter(is_alike, id__in=of_units.values("person"), id__gt=last)
    return list(query.order_by("id")[:_FEW])


def _alike(member: Person) -> QuerySet[Person]:
    like = Q()
    if member.document_hash:
        like |= Q(document_hash=member.document_hash) & ~Q(document_hash="")
    if member.born_on and member.search_name:
        like |= Q(born_on=member.born_on, search_name=member.search_name)
    return Person.objects.filter(like).exclude(id=member.id).order_by("id")


def _members(units: list[int], persons: Collection[int], *, as_of: date | None) -> set[int]:
    """Those of some persons who are members of the units on a day."""
    known = set(units)
    query = Membership.objects.filter(_on(as_of), person__in=persons).values_list("person", "unit")
    return {person for person, unit in query if unit in known}
