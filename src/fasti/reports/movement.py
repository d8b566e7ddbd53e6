"""The movement of members of a unit, read from the register as it is or as it was known, with the acts behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fasti.acts.models import Act, Effect
from fasti.dates.periods import Period
from fasti.effects import store
from fasti.indicators import tree as trees
from fasti.register import movement
from fasti.register.models import Membership
from fasti.register.rows import LineageRow, MembershipRow, UnitRow

_EPOCH = date(1970, 1, 1)
_AT_ONCE = 500
"""Identities named in one query."""


@dataclass(frozen=True)
class Told:
    """A movement, and the acts by which members came and went: act to the number of members, for each kind."""

    movement: movement.Movement
    acts: Mapping[tuple[str, str], Mapping[str, int]]
    """Kind and reason to the acts' codes with their numbers."""


def of_unit(
    unit: int,
    period: Period,
    *,
    boundaries: date | None,
    known_before: datetime | None = None,
) -> Told:
    """The movement of a unit with all beneath it.

    `boundaries`: the day whose tree says what is beneath, on every day; None: the tree of each day itself, so that
    members also come and go with a unit that moves.
    """
    units = store.rows_of("unit", known_before=known_before)
    perimeter = (
        movement.each_day(unit, units)
        if boundaries is None
        else movement.fixed(
            beneath(unit, units, store.rows_of("lineage", known_before=known_before), boundaries)
        )
    )
    found = list(movement.presences(_members(perimeter, known_before), perimeter))
    crossing = [each for each in found if movement.begins(each, period) or movement.ends(each, period)]
    memberships = _of_persons({each.person for each in crossing}, known_before)
    causes = _causes(crossing)
    told = movement.movement(found, period, memberships=memberships, causes=causes)
    return Told(told, _acts([*told.ins, *told.outs]))


def beneath(unit: int, units: Iterable[UnitRow], lineage: Iterable[LineageRow], day: date) -> tuple[int, ...]:
    """The units whose figures belong to a unit on the boundaries of a day: those beneath it, and what went over
    into them or came from them (see `indicators.tree`).
    """
    spans = [
        trees.Standing(row.unit, row.parent, row.kind, _number(row.starts_on), _number(row.ends_before))
        for row in units
    ]
    edges = (
        trees.Succession(row.predecessor, row.successor, _number(row.on), is_split=row.manner == "split")
        for row in lineage
    )
    tree = trees.grow(spans, edges, day=_number(day))
    place = tree.position(unit)
    if place == trees.NOWHERE:
        return ()
    end = int(tree.ends[place])
    return tuple(each for each in {span.unit for span in spans} if place <= tree.place(each) < end)


def _number(day: date | None) -> int:
    return trees.OPEN if day is None else (day - _EPOCH).days


def _members(units: Iterable[int], known_before: datetime | None) -> Iterable[MembershipRow]:
    """The memberships of units."""
    wanted = sorted(units)
    if known_before is not None:
        among = set(wanted)
        return (row for row in store.rows_of("membership", known_before=known_before) if row.unit in among)
    parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    return (row for part in parts for row in _rows(unit__in=part))


def _rows(**among: Sequence[int]) -> Iterable[MembershipRow]:
    found = Membership.objects.filter(**among).values_list(*MembershipRow._fields)
    return (MembershipRow(*values) for values in found.iterator())


def _of_persons(
    persons: Iterable[int], known_before: datetime | None
) -> Mapping[int, Sequence[MembershipRow]]:
    """All memberships of persons."""
    wanted = sorted(persons)
    found: dict[int, list[MembershipRow]] = defaultdict(list)
    if known_before is not None:
        for row in store.rows_of("membership", known_before=known_before):
            found[row.person].append(row)
        return found
    for start in range(0, len(wanted), _AT_ONCE):
        for row in _rows(person__in=wanted[start : start + _AT_ONCE]):
            found[row.person].append(row)
    return found


def _causes(crossing: Iterable[movement.Presence]) -> dict[int, movement.Cause]:
    """The effects at the ends of presences."""
    ids = {
        effect
        for each in crossing
        for effect in (each.first.opened_by, each.last.closed_by)
        if effect is not None
    }
    wanted = sorted(ids)
    return {
        id: movement.Cause(kind, str(data.get("reason", "")))
        for start in range(0, len(wanted), _AT_ONCE)
        for id, kind, data in Effect.objects.filter(id__in=wanted[start : start + _AT_ONCE]).values_list(
            "id", "kind", "data"
        )
    }


def _acts(steps: Sequence[movement.Step]) -> dict[tuple[str, str], dict[str, int]]:
    """The acts of steps, in the order in which they were recorded."""
    wanted = sorted({step.effect for step in steps if step.effect is not None})
    act_of: dict[int, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        query = Effect.objects.filter(id__in=wanted[start : start + _AT_ONCE])
        act_of |= dict(query.values_list("id", "act"))
    acts: dict[int, Act] = {}
    ids = sorted(set(act_of.values()))
    for start in range(0, len(ids), _AT_ONCE):
        acts |= Act.objects.select_related("issuer").in_bulk(ids[start : start + _AT_ONCE])
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for step in sorted(steps, key=lambda step: step.effect or 0):
        if step.effect is not None:
            code = acts[act_of[step.effect]].code
            counted = found[(step.kind, step.reason)]
            counted[code] = counted.get(code, 0) + 1
    return dict(found)
