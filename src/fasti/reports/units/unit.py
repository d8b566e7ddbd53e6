"""One unit on a day: what it is, under which unit, with which organs, since when, until when, what it went into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from fasti import charter
from fasti.acts.models import Effect
from fasti.dates.axes import When
from fasti.effects import as_known
from fasti.register import read, rows
from fasti.register.models import Lineage, UnitSpan
from fasti.register.rows import LineageRow, UnitRow
from fasti.reports.units import standing
from fasti.reports.units.standing import Called
from fasti.subjects.models import Unit

_HIGHEST = 24
"""Levels that are followed up: more than any body has."""


class NotKnown(LookupError):
    """There is no such unit, or the record did not know it by then."""


@dataclass(frozen=True)
class Shown:
    """A unit on a day, as known then. `row` None: it does not stand on the day."""

    id: int
    called: Called
    row: UnitRow | None
    spans: tuple[UnitRow, ...]
    parent: Called | None
    organs: tuple[int, ...]
    """The organs that serve it on the day, or did on the nearest day on which it stood, in the order of the charter."""
    edges: tuple[LineageRow, ...]
    """What it came from and went into, parts given and taken among them, in order."""
    names: standing.Names

    @property
    def units(self) -> tuple[int, ...]:
        """The unit with its organs."""
        return (self.id, *self.organs)

    @property
    def starts_on(self) -> date:
        """The day on which it began."""
        return self.spans[0].starts_on

    @property
    def last_day(self) -> date | None:
        """Its last day, if it has one."""
        end = self.spans[-1].ends_before
        return end - timedelta(days=1) if end else None

    def successors(self) -> tuple[int, ...]:
        """The units that it went over into as a whole."""
        whole = (edge for edge in self.edges if edge.predecessor == self.id and edge.manner != "split")
        return tuple(edge.successor for edge in whole)


def of_code(code: str, *, pack: charter.Pack, when: When, lang: str) -> Shown:
    """The unit of a code; raises `NotKnown`."""
    id = Unit.objects.filter(code=code).values_list("id", flat=True).first()
    if id is None:
        raise NotKnown(code)
    names = standing.Names(pack, lang, when)
    names.learn([id])
    spans = names.spans(id)
    if not spans:
        raise NotKnown(code)
    row, nearest = standing.on(spans, when.as_of), standing.nearest(spans, when.as_of)
    edges = lineage(id, when)
    parent = nearest.parent if nearest else None
    names.learn([parent, *(unit for edge in edges for unit in (edge.predecessor, edge.successor))])
    return Shown(
        id, names.of(id), row, tuple(spans), names.of(parent) if parent else None,
        _organs(id, pack, _standing(nearest, when), names), tuple(edges), names,
    )  # fmt: skip


def outer(shown: Shown) -> frozenset[int]:
    """The units that went over into this one from elsewhere: the day before, they stood neither beneath it nor beneath
    another of them. What was beneath is part of the figures of what it stood under.
    """
    came = {edge.predecessor: edge.on for edge in shown.edges if edge.successor == shown.id}
    inside = {shown.id, *came}
    left: dict[int, int | None] = {unit: unit for unit in came}
    found = set(came)
    for _ in range(_HIGHEST):
        shown.names.learn(left.values())
        left = {unit: _above(shown, at, came[unit]) for unit, at in left.items() if at is not None}
        found -= {unit for unit, at in left.items() if at in inside}
        left = {unit: at for unit, at in left.items() if at is not None and unit in found}
        if not left:
            break
    return frozenset(found)


def _above(shown: Shown, unit: int, on: date) -> int | None:
    row = standing.on(shown.names.spans(unit), on - timedelta(days=1))
    return row.parent if row else None


def _standing(row: UnitRow | None, when: When) -> When:
    """The day asked about, or the nearest one on which the span holds."""
    if row is None or rows.holds(row, when.as_of):
        return when
    is_over = row.ends_before is not None and row.ends_before <= when.as_of
    return When(
        row.ends_before - timedelta(days=1) if is_over and row.ends_before else row.starts_on,
        when.known_before,
    )


def lineage(unit: int, when: When) -> list[LineageRow]:
    """What a unit came from and went into, in order."""
    if when.known_before is None:
        query = Lineage.objects.filter(Q(predecessor=unit) | Q(successor=unit))
        found = [LineageRow(*values) for values in query.values_list(*LineageRow._fields)]
        return sorted(found, key=rows.by_day)
    named = Effect.objects.filter(other_unit=unit, person=None, recorded_at__lt=when.known_before)
    givers = set(named.values_list("unit", flat=True)) | {unit}
    known = as_known.rows_of_each("lineage", givers, known_before=when.known_before)
    found = [row for each in known.values() for row in each if unit in (row.predecessor, row.successor)]
    return sorted(found, key=rows.by_day)


def _organs(unit: int, pack: charter.Pack, when: When, names: standing.Names) -> tuple[int, ...]:
    kinds = standing.organ_kinds(pack)
    if when.known_before is None:
        query = UnitSpan.objects.filter(read.on(when.as_of), parent=unit, kind__in=kinds)
        found = [UnitRow(*values) for values in query.values_list(*UnitRow._fields)]
    else:
        candidates = standing.ever_under([unit], when)[unit]
        placed = (standing.on(spans, when.as_of) for spans in standing.spans_of(candidates, when).values())
        found = [row for row in placed if row and row.parent == unit and row.kind in kinds]
    names.learn((row.unit for row in found), {row.unit: [row] for row in found})
    return tuple(row.unit for row in _in_order(found, pack, names))


def _in_order(found: Sequence[UnitRow], pack: charter.Pack, names: standing.Names) -> list[UnitRow]:
    order = {kind: place for place, kind in enumerate(pack.tables["unit_kinds"])}
    return sorted(found, key=lambda row: (order.get(row.kind, 999), names.code(row.unit)))
