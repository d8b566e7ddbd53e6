"""Which returns are seen: those of units whose figures are granted with their small cells, up to the class of the act.

Sideways nothing is seen: what peers are told of each other are figures, and of those the small ones are left out. A
sheet that is being filled is seen by those alone who draft, check or issue for its unit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from fasti import charter
from fasti.access import acts, rights
from fasti.access.sight import Sight
from fasti.effects import handing_in, store
from fasti.effects.case import Case
from fasti.effects.state import State
from fasti.register.models import Lineage, UnitSpan

WORK = (rights.DRAFT, rights.CHECK, rights.ISSUE)
"""The rights of which each lets one see what a unit has filled in and not handed in yet."""


def sees(sight: Sight, unit: int) -> bool:
    """Whether the returns of a unit are seen, those in acts of a higher class left out."""
    return sight.may(rights.FIGURES, unit)


def sees_version(sight: Sight, unit: int, confidentiality: str) -> bool:
    """Whether a version is seen that was handed in by an act of a class of confidentiality."""
    return acts.may(rights.FIGURES, sight, unit=unit, confidentiality=confidentiality)


def sees_sheet(sight: Sight, unit: int) -> bool:
    """Whether the sheet is seen that the unit is filling."""
    return any(may(sight, right, unit) for right in WORK)


def may(sight: Sight, right: str, unit: int) -> bool:
    """Whether a right is held over papers of a unit as they are written unless said otherwise."""
    return acts.may(right, sight, unit=unit, confidentiality=acts.LOWEST)


def above(unit: int, day: date, pack: charter.Pack) -> list[int]:
    """A unit, or whoever answers for it, and those above on a day, upward."""
    case = Case(State(store.Stored()), pack)
    there = handing_in.heir(case, unit, day)
    return list(case.ancestors(there, day)) or [there]


def answered_for(units: Iterable[int], day: date) -> frozenset[int]:
    """Units, and those that have ended and for which they answer on a day: what was handed in to these waits for them.

    The same heirs as in `handing_in.heir`, asked the other way about: whom a unit went over into, else what it stood
    under at its end. Two queries for units that nothing ended into; otherwise five for each step back.
    """
    found = frozenset(units)
    latest = found
    while latest:
        gone = _once_near(latest, day) - found
        latest = (
            frozenset(unit for unit, heir in _heirs(gone, day).items() if heir in found) if gone else gone
        )
        found |= latest
    return found


def _once_near(units: Collection[int], day: date) -> frozenset[int]:
    """The units that went over into one of some, or whose last place may have been under it."""
    over = Lineage.objects.filter(successor__in=units, on__lte=day)
    under = UnitSpan.objects.filter(parent__in=units, ends_before__lte=day)
    return frozenset([*over.values_list("predecessor", flat=True), *under.values_list("unit", flat=True)])


def _heirs(units: Collection[int], day: date) -> dict[int, int | None]:
    """Of those of the units that do not stand on a day: what each went over into at its end, else stood under."""
    spans = UnitSpan.objects.filter(unit__in=units).order_by("starts_on", "id")
    last = {row[0]: row for row in spans.values_list("unit", "parent", "ends_before", "closed_by")}
    ended = {unit: row for unit, row in last.items() if row[2] is not None and row[2] <= day}
    edges = Lineage.objects.filter(predecessor__in=ended)
    into = {
        (one, by): successor
        for one, by, successor in edges.values_list("predecessor", "opened_by", "successor")
    }
    return {unit: into.get((unit, by)) or parent for unit, (_, parent, _, by) in ended.items()}


def may_answer(sight: Sight, units: Iterable[int]) -> bool:
    """Whether acts of one of the units may be issued, by which what was handed in is answered."""
    return any(may(sight, rights.ISSUE, unit) for unit in units)
