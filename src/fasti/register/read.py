"""What the register says of a day: the tree, a unit, a person, a post. Every reader names the day it asks about."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from fasti.register.models import Establishment, Membership, Tenure, UnitSpan


def _on(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_before__isnull=True) | Q(ends_before__gt=day))


def units(*, as_of: date) -> QuerySet[UnitSpan]:
    """The spans of all units that stand on a day."""
    return UnitSpan.objects.filter(_on(as_of)).select_related("unit", "parent").order_by("unit__code")


def holders(unit: int, *, as_of: date) -> QuerySet[Tenure]:
    """Who holds the posts of a unit on a day."""
    query = Tenure.objects.filter(_on(as_of), post__unit=unit)
    return query.select_related("person", "post", "opened_by__act__issuer").order_by("post__code", "id")


def seats(unit: int, *, as_of: date) -> QuerySet[Establishment]:
    """The posts of a unit with their seats on a day."""
    query = Establishment.objects.filter(_on(as_of), post__unit=unit)
    return query.select_related("post").order_by("post__code")


def num_members(unit: int, *, as_of: date) -> int:
    """The number of members of a unit itself on a day."""
    return Membership.objects.filter(_on(as_of), unit=unit).count()
