"""Where somebody stands: the unit their post serves, its organs, the units directly beneath with theirs, those above.

A few queries by index, however large the body is.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fasti import charter
from fasti.access import granting, places, returns
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.reports.waiting import ledger as ledgers
from fasti.subjects.models import Post


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
    ledger: ledgers.Ledger
    """The reports due about the day, of the unit and to it."""

    @functools.cached_property
    def answers_for(self) -> frozenset[int]:
        """The unit and its organs, and those that have ended and for which they answer."""
        return returns.answered_for(self.own, self.day)

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
    ledger = ledgers.read(unit, pack=pack, organs=granting.organs(pack), day=day)
    kind = ledger.kind(day)
    if kind is None:
        return None
    children = {child: _level(pack, child_kind, day) for child, child_kind in ledger.beneath(day)}
    served = ledger.with_organs([unit, *children], day)
    above = {step.over for step in places.over([unit], day=day)} - {unit}
    own = frozenset(each for each, home in served.items() if home == unit)
    level = _level(pack, kind, day)
    return Place(unit, ledger.codes[unit], level, own, children, served, frozenset(above), pack, day, ledger)


def root(day: date) -> int | None:
    """The unit at the top."""
    found = UnitSpan.objects.filter(read.on(day), parent=None).order_by("starts_on", "id")
    return found.values_list("unit", flat=True).first()


def _level(pack: charter.Pack, kind: str, day: date) -> str:
    try:
        return pack.unit_kind(kind, as_of=day).level
    except charter.NoRule:
        return ""
