"""Which people are seen, and of whom the personal fields: those whose record rests with a unit within reach.

The record of a person rests where the person is a member and holds posts on the day; of one who does neither, where the
person last was, or is to be, a member; of one who never was a member, where the person last held a post. A post held by
a confidential act brings nobody into the sight of those who do not see the act. Everybody sees themselves in full.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from fasti.access import holding, rights
from fasti.access.grants import Grant
from fasti.access.sight import Sight
from fasti.register import read
from fasti.register.models import Alias, Membership, Tenure
from fasti.subjects.models import Person

_NOWHERE = (0,)
"""Looked up for whoever rests with no unit: nobody learns from the time it takes that there is no such person."""


def seen(
    sight: Sight, *, right: str = rights.PEOPLE, among: Collection[int] | None = None
) -> QuerySet[Person]:
    """Every person who is seen. `right` PERSONAL: whose personal fields are seen.

    `among`: only these (ids); then their records alone are read, however many people the body has.
    """
    persons = Person.objects.all() if among is None else Person.objects.filter(id__in=among)
    reach = sight.within(right)
    if reach.is_all:
        return persons
    own = persons.filter(id=sight.person or 0)
    if not reach.grants:
        return own
    members, holders = _members(sight.day), _holders(sight.day)
    if among is not None:
        members, holders = members.filter(person__in=among), holders.filter(person__in=among)
    within = reach.restrict(members, "unit_id").values("person")
    holders = holding.told(holders, sight)
    # One set of ids, and no "or": else each person of the body is looked at.
    rests = within.union(reach.restrict(holders, "post__unit_id").values("person"), own.values("id"))
    return Person.objects.filter(id__in=rests)


def sees(sight: Sight, person: int, *, right: str = rights.PEOPLE) -> bool:
    """Whether a person is seen."""
    return person == sight.person or ground(sight, person, right=right) is not None


def sees_personal(sight: Sight, person: int) -> bool:
    """Whether birth day, sex, ratings and sanctions of a person are seen."""
    return sees(sight, person, right=rights.PERSONAL)


def seen_among(sight: Sight, persons: Iterable[int], *, right: str = rights.PEOPLE) -> frozenset[int]:
    """Those of the persons (ids) who are seen, in one query."""
    asked = set(persons)
    found = seen(sight, right=right, among=asked).values_list("id", flat=True) if asked else ()
    return frozenset(found)


def ground(sight: Sight, person: int, *, right: str = rights.PEOPLE) -> Grant | None:
    """By which grant a person is seen; None: by none. Seeing oneself needs no grant."""
    reach = sight.within(right)
    if not reach.grants:
        return None
    if reach.is_all:
        return next(grant for grant in reach.grants if grant.reach == rights.BODY)
    units = rests_with(person, day=sight.day, sight=sight)
    sight.learn(units or _NOWHERE)
    return next((found for unit in units if (found := sight.ground(right, unit))), None)


def rests_with(person: int, *, day: date, sight: Sight | None = None) -> tuple[int, ...]:
    """The units with which the record of a person rests, those of memberships first; `sight`: as far as it is told.

    An entry given up rests as the one that is kept.
    """
    kept = Alias.objects.filter(person=person).values_list("stands_for", flat=True).first() or person
    member_of = _members(day).filter(person=kept).order_by("id").values_list("unit", flat=True)
    held = _holders(day).filter(person=kept)
    told = held if sight is None else holding.told(held, sight)
    holds = told.order_by("id").values_list("post__unit", flat=True)
    return tuple(dict.fromkeys((*member_of, *holds)))


def _members(day: date) -> QuerySet[Membership]:
    """Of each person the memberships by which the record rests with a unit."""
    others = Membership.objects.filter(person=OuterRef("person"))
    later = others.filter(starts_on__gt=OuterRef("starts_on"), starts_on__lte=day)
    earlier = others.filter(starts_on__lt=OuterRef("starts_on"))
    return Membership.objects.filter(
        read.on(day) | (Q(ends_before__lte=day) & ~Exists(later)) | (Q(starts_on__gt=day) & ~Exists(earlier))
    )


def _holders(day: date) -> QuerySet[Tenure]:
    """Of each person the tenures by which the record rests with the unit of a post."""
    later = Tenure.objects.filter(
        person=OuterRef("person"), starts_on__gt=OuterRef("starts_on"), starts_on__lte=day
    )
    never_member = ~Exists(Membership.objects.filter(person=OuterRef("person")))
    ended = Q(ends_before__lte=day) & ~Exists(later) & never_member
    return Tenure.objects.filter(read.on(day) | ended)
