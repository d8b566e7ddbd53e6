"""Lists of people as the record knew them on an earlier day: whom it knew, where each was a member, what each held.

Who is found is gone through in the order of names, and each handful is folded from the record. For a branch of a few
units only those whom an act ever set beside it are gone through; else all names are, up to a limit: a page that stops
there says so, and the next one goes on.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from fasti import charter
from fasti.access import acts, rights
from fasti.access import people as access
from fasti.access.sight import Sight
from fasti.acts.models import Effect
from fasti.dates.axes import When
from fasti.register.models import Alias
from fasti.reports import known_tree, people
from fasti.reports.people import Asked, Cursor
from fasti.subjects import person_words
from fasti.subjects.models import Person, Post

_AT_ONCE = 200
MOST = 4_000
"""People that one page goes through."""


@dataclass(frozen=True, slots=True)
class Page:
    """People in the order of names."""

    people: tuple[Person, ...]
    after: Cursor | None
    """The place after which the next page begins; None: these are all."""
    is_cut: bool = False
    """The page stopped at the limit: there may be more, though it is not full."""


def listed(
    sight: Sight, asked: Asked, pack: charter.Pack, *, when: When, after: Cursor | None = None, size: int
) -> Page:
    """The next people of a day: from the tables, or as the record knew them by an earlier day."""
    if when.known_before is not None:
        return page(sight, asked, pack, when=when, after=after, size=size)
    found = people.page(sight, asked, pack, as_of=when.as_of, after=after, size=size + 1)
    return Page(tuple(found[:size]), people.place_of(found[size - 1]) if len(found) > size else None)


def page(
    sight: Sight, asked: Asked, pack: charter.Pack, *, when: When, after: Cursor | None = None, size: int
) -> Page:
    """The next persons who are seen today, were known by then and answer to what is asked."""
    tree = known_tree.Tree(when)
    few = None if asked.unit is None else tree.few(asked.unit)
    called = person_words.named(Person.objects.all(), asked.words)
    candidates = called.people if few is None else called.people.filter(id__in=_ever_at(few, when))
    candidates = people.in_order(candidates, pack, is_few=called.is_few or few is not None)
    found: list[Person] = []
    for num in range(_AT_ONCE, MOST + 1, _AT_ONCE):
        handful = list(people.beyond(candidates, after)[:_AT_ONCE])
        kept = _kept({person.id for person in handful}, asked, sight, when, tree)
        found += [person for person in handful if person.id in kept]
        if len(found) > size:
            return Page(tuple(found[:size]), people.place_of(found[size - 1]))
        if len(handful) < _AT_ONCE:
            break
        after = people.place_of(handful[-1])
        if num >= MOST:
            return Page(tuple(found), after, is_cut=True)
    return Page(tuple(found), None)


def _ever_at(units: Collection[int], when: When) -> QuerySet[Any, int]:
    """Ids of all whom an act known by then ever set beside the units, or beside one that went over into them."""
    places = known_tree.with_predecessors(units, when)
    posts = Post.objects.filter(unit__in=places).values("id")
    named = Q(unit__in=places) | Q(other_unit__in=places) | Q(post__in=posts) | Q(other_post__in=posts)
    effects = Effect.objects.filter(named, recorded_at__lt=when.known_before, person__isnull=False)
    persons = effects.values_list("person", flat=True)
    others = effects.filter(other_person__isnull=False).values_list("other_person", flat=True)
    kept = Alias.objects.filter(person__in=effects.values("person")).values_list("stands_for", flat=True)
    return persons.union(others, kept)


def _kept(ids: Collection[int], asked: Asked, sight: Sight, when: When, tree: known_tree.Tree) -> set[int]:
    """Those who are seen, were known, and answer to what is asked."""
    seen = set(access.seen_among(sight, ids))
    known = Effect.objects.filter(person__in=seen, recorded_at__lt=when.known_before)
    seen &= set(known.values_list("person", flat=True))
    unit_of, tenures = people.standing_of(sorted(seen), when)
    held = {(row.person, unit) for row, unit in _told(tenures, sight)}
    if asked.holds:
        seen &= {person for person, _ in held}
    if asked.planned:
        planned = people.folded("pool", sorted(seen), when)
        seen &= {row.person for row, _ in _told(planned, sight)}
    if asked.unit is not None:
        places = {(person, unit) for person, unit in unit_of.items() if person in seen} | held
        beneath = tree.beneath({unit for _, unit in places}, asked.unit)
        seen &= {person for person, unit in places if unit in beneath}
    return seen


def _told(rows: Collection[Any], sight: Sight) -> list[tuple[Any, int]]:
    """Tenures or plannings that are told, each with the unit of its post."""
    unit_of = dict(Post.objects.filter(id__in={row.post for row in rows}).values_list("id", "unit"))
    sight.learn(set(unit_of.values()))
    untold = acts.untold_among(sight, {row.opened_by for row in rows})
    return [
        (row, unit_of[row.post])
        for row in rows
        if row.person == sight.person
        or (row.opened_by not in untold and sight.may(rights.PEOPLE, unit_of[row.post]))
    ]
