"""Lay two entries of persons side by side: who they are, what the register says of them, the acts that name them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from fasti.acts.models import Act
from fasti.effects import kinds, store
from fasti.operations import find_duplicates
from fasti.register import rows
from fasti.register.models import Alias
from fasti.subjects.models import Person


@dataclass(frozen=True)
class Side:
    """One entry."""

    person: Person
    stands_for: Person | None
    """The entry kept in its place, when it was given up."""
    spans: tuple[tuple[str, rows.Row], ...]
    """Line and row, in the order of their days."""
    acts: tuple[Act, ...]
    """The acts whose effects name it, in the order of signing."""


@dataclass(frozen=True)
class Comparison:
    """Two entries and what speaks for and against their being one person."""

    first: Side
    second: Side
    grounds: tuple[str, ...]


def compare(first: Person, second: Person) -> Comparison:
    """Both entries as they stand today."""
    return Comparison(side(first), side(second), find_duplicates.grounds(first, second))


def side(person: Person) -> Side:
    """One entry with all that is recorded of it."""
    alias = Alias.objects.filter(person=person).select_related("stands_for").first()
    spans = [(line, row) for line in kinds.PERSON_LINES for row in store.rows_of(line, person=person.id)]
    named = Q(effects__person=person.id) | Q(effects__other_person=person.id)
    acts = Act.objects.filter(named).select_related("issuer").distinct().order_by("signed_on", "id")
    return Side(
        person,
        alias.stands_for if alias else None,
        tuple(sorted(spans, key=lambda each: (each[1].starts_on, each[1].opened_by))),
        tuple(acts),
    )
