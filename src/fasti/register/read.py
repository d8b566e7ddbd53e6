"""What the register says of a day: the tree, a unit, a person, a post. Every reader names the day it asks about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from fasti import charter
from fasti.register import mandates as derived
from fasti.register.models import Establishment, Membership, Tenure, UnitSpan
from fasti.register.rows import TenureRow, UnitRow
from fasti.subjects.models import Post


def on(day: date) -> Q:
    return Q(starts_on__lte=day) & (Q(ends_before__isnull=True) | Q(ends_before__gt=day))


def units(*, as_of: date) -> QuerySet[UnitSpan]:
    """The spans of all units that stand on a day."""
    return UnitSpan.objects.filter(on(as_of)).select_related("unit", "parent").order_by("unit__code")


def holders(unit: int, *, as_of: date) -> QuerySet[Tenure]:
    """Who holds the posts of a unit on a day."""
    query = Tenure.objects.filter(on(as_of), post__unit=unit)
    return query.select_related("person", "post", "opened_by__act__issuer").order_by("post__code", "id")


def seats(unit: int, *, as_of: date) -> QuerySet[Establishment]:
    """The posts of a unit with their seats on a day."""
    query = Establishment.objects.filter(on(as_of), post__unit=unit)
    return query.select_related("post").order_by("post__code")


def num_members(unit: int, *, as_of: date) -> int:
    """The number of members of a unit itself on a day."""
    return Membership.objects.filter(on(as_of), unit=unit).count()


def mandates(
    *, pack: charter.Pack, as_of: date, person: int | None = None, unit: int | None = None
) -> tuple[derived.Mandate, ...]:
    """The seats that come with an office on a day: all, those of a person, or those in an organ (`unit`)."""
    holding = {rule.holding for rule in pack.mandates(as_of=as_of)}
    tenures = Tenure.objects.filter(on(as_of), post__office__in=holding)
    if person is not None:
        tenures = tenures.filter(person=person)
    if unit is not None:
        tenures = tenures.filter(post__unit__in=_near(unit, as_of))
    held = [TenureRow(*values) for values in tenures.values_list(*TenureRow._fields)]
    posts = {
        id: (at, office)
        for id, at, office in Post.objects.filter(id__in={row.post for row in held}).values_list(
            "id", "unit", "office"
        )
    }
    units = _around({at for at, _ in posts.values()}, pack, as_of)
    found = derived.mandates(held, posts=posts, units=units, pack=pack, as_of=as_of)
    return tuple(each for each in found if unit in (None, each.unit))


def _near(organ: int, day: date) -> set[int]:
    """The units whose posts may carry a seat in an organ: where it stands, and two levels beneath that."""
    spans = UnitSpan.objects.filter(on(day))
    served = spans.filter(unit=organ).values("parent")
    beneath = spans.filter(parent__in=served).values("unit")
    near = spans.filter(Q(unit__in=served) | Q(parent__in=served) | Q(parent__in=beneath))
    return set(near.values_list("unit", flat=True))


def _around(units: set[int], pack: charter.Pack, day: date) -> Iterable[UnitRow]:
    """The spans of units, of what they stand under (up to two levels), and of the organs there."""
    spans, found, wanted = UnitSpan.objects.filter(on(day)), dict[int, UnitRow](), set(units)
    for _ in range(3):
        new = [UnitRow(*row) for row in spans.filter(unit__in=wanted).values_list(*UnitRow._fields)]
        found |= {row.unit: row for row in new}
        wanted = {row.parent for row in new if row.parent is not None} - found.keys()
    kinds = {rule.organ for rule in pack.mandates(as_of=day)}
    organs = spans.filter(kind__in=kinds, parent__in=found)
    return [
        *found.values(),
        *(UnitRow(*row) for row in organs.values_list(*UnitRow._fields) if row[0] not in found),
    ]
