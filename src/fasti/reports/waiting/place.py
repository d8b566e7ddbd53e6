"""Where somebody stands: the unit their post serves, its organs, the units directly beneath with theirs, those above.

A few queries by index, however large the body is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fasti import charter
from fasti.access import granting, places
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.subjects.models import Post, Unit


@dataclass(frozen=True)
class Place:
    """A unit and what is near it on a day."""

    unit: int
    code: str
    level: str
    own: frozenset[int]
    """The unit and its organs."""
    children: Mapping[int, str]
    """The units directly beneath, organs left out, with their levels."""
    served: Mapping[int, int]
    """Every unit and organ of these to the unit it serves."""
    above: frozenset[int]
    pack: charter.Pack
    day: date

    def posts(self) -> Q:
        """The posts that the unit fills: its own, and those beneath that its level manages."""
        near = [unit for unit in self.served if unit not in self.own]
        managed = self.pack.managed(self.level, as_of=self.day)
        return Q(unit__in=self.own) | Q(unit__in=near, office__in=managed)

    def filled(self) -> dict[int, Post]:
        """Those posts by their ids."""
        return {post.id: post for post in Post.objects.filter(self.posts()).select_related("unit")}


def around(unit: int, *, pack: charter.Pack, day: date) -> Place | None:
    """The place of a unit; None if it does not stand on the day."""
    span = UnitSpan.objects.filter(read.on(day), unit=unit).select_related("unit").first()
    if span is None:
        return None
    kinds = granting.organs(pack)
    rows = [
        *UnitSpan.objects.filter(read.on(day), parent=unit)
        .exclude(kind__in=kinds)
        .values_list("unit", "kind")
    ]
    children = {child: _level(pack, kind, day) for child, kind in rows}
    served = {unit: unit} | {child: child for child in children}
    _add_organs(served, kinds, day)
    above = {step.over for step in places.over([unit], day=day)} - {unit}
    own = frozenset(each for each, home in served.items() if home == unit)
    level = _level(pack, span.kind, day)
    return Place(unit, span.unit.code, level, own, children, served, frozenset(above), pack, day)


def root(day: date) -> int | None:
    """The unit at the top."""
    found = UnitSpan.objects.filter(read.on(day), parent=None).order_by("starts_on", "id")
    return found.values_list("unit", flat=True).first()


def codes(units: Iterable[int]) -> dict[int, str]:
    """The codes of units."""
    return dict(Unit.objects.filter(id__in=list(units)).values_list("id", "code"))


def _add_organs(served: dict[int, int], kinds: Iterable[str], day: date) -> None:
    """Put the organs under units, and those under these, with the unit they serve."""
    wanted = list(served)
    while wanted:
        found = UnitSpan.objects.filter(read.on(day), parent__in=wanted, kind__in=list(kinds))
        new = [pair for pair in found.values_list("unit", "parent") if pair[0] not in served]
        served |= {organ: served[parent] for organ, parent in new}
        wanted = [organ for organ, _ in new]


def _level(pack: charter.Pack, kind: str, day: date) -> str:
    try:
        return pack.unit_kind(kind, as_of=day).level
    except charter.NoRule:
        return ""
