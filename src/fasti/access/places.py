"""Where the record of a unit rests on a day, and so who has it within reach: two walks through the tree, in SQL.

A unit that stands rests under its superior unit. One that was merged or dissolved into others rests with them. One
that ended otherwise, or is only to be founded, rests under the superior unit it last had, or is to have. From above,
`beneath` gives all that rests with some units as a subquery; from below, `over` gives all that a unit rests with. Both
engines know one recursive term, so its two ways (tree and lineage) are joined to it side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models.expressions import RawSQL

_WAYS = "(SELECT 0 AS way UNION ALL SELECT 1) AS ways"
_HOLDS = "({0}.starts_on <= %s AND ({0}.ends_before IS NULL OR {0}.ends_before > %s))"
_ENDED = """(span.ends_before <= %s
    AND NOT EXISTS (SELECT 1 FROM unit_span AS later
        WHERE later.unit_id = span.unit_id AND later.starts_on > span.starts_on AND later.starts_on <= %s)
    AND NOT EXISTS (SELECT 1 FROM lineage AS gone WHERE gone.predecessor_id = span.unit_id
        AND gone.manner IN ('merged', 'dissolved') AND gone."on" <= %s))"""
_TO_COME = """(span.starts_on > %s AND NOT EXISTS (SELECT 1 FROM unit_span AS earlier
        WHERE earlier.unit_id = span.unit_id AND earlier.starts_on < span.starts_on))"""
_RESTS = f"({_HOLDS.format('span')} OR {_ENDED} OR {_TO_COME})"
_WENT = f"""(line.manner IN ('merged', 'dissolved') AND line."on" <= %s AND NOT EXISTS (
        SELECT 1 FROM unit_span AS still
        WHERE still.unit_id = line.predecessor_id AND {_HOLDS.format("still")}))"""  # nosec B608 - our own names
_NUM_RESTS, _NUM_WENT = _RESTS.count("%s"), _WENT.count("%s")


@dataclass(frozen=True, slots=True)
class Start:
    """A unit from which a reach is measured: with all beneath it, or (not `is_deep`) with its organs alone."""

    unit: int
    is_deep: bool


_FEW = 200


def few(starts: Collection[Start], *, organs: Collection[str], day: date) -> list[int] | None:
    """The ids that `beneath` gives, where they are few; None: they are many.

    Few are better named. PostgreSQL cannot guess how much a recursion gives, takes it for much, and reads a whole table
    of people in order to find the seven of a branch.
    """
    asked = beneath(starts, organs=organs, day=day)
    with connection.cursor() as cursor:
        cursor.execute(f"{asked.sql} LIMIT {_FEW + 1}", asked.params)  # nosec B608 - our own names
        ids = [int(id) for (id,) in cursor.fetchall()]
    return ids if len(ids) <= _FEW else None


def beneath(starts: Collection[Start], *, organs: Collection[str], day: date) -> RawSQL:
    """The ids of all units that rest with the starts, as a subquery. `organs`: kinds serving what they are under."""
    deep = [start.unit for start in starts if start.is_deep] or [0]
    units = sorted({start.unit for start in starts}) or [0]
    kinds = sorted(organs) or [""]
    sql = f"""WITH RECURSIVE reach(unit, deep) AS (
        SELECT unit.id, CASE WHEN unit.id IN ({_marks(deep)}) THEN 1 ELSE 0 END
        FROM unit WHERE unit.id IN ({_marks(units)})
        UNION
        SELECT CASE WHEN ways.way = 0 THEN span.unit_id ELSE line.predecessor_id END, reach.deep
        FROM reach CROSS JOIN {_WAYS}
        LEFT JOIN unit_span AS span ON ways.way = 0 AND span.parent_id = reach.unit
            AND (reach.deep = 1 OR span.kind IN ({_marks(kinds)})) AND {_RESTS}
        LEFT JOIN lineage AS line ON ways.way = 1 AND line.successor_id = reach.unit AND {_WENT}
        WHERE span.id IS NOT NULL OR line.id IS NOT NULL
    ) SELECT unit FROM reach"""  # nosec B608 - our own names
    return RawSQL(sql, [*deep, *units, *kinds, *[day] * (_NUM_RESTS + _NUM_WENT)])  # nosec B611 - values are bound


@dataclass(frozen=True, slots=True)
class Step:
    """A unit rests with another: under it in the tree, as a unit of `kind`, or (`kind` empty) by going over to it."""

    unit: int
    over: int
    kind: str


def over(units: Iterable[int], *, day: date) -> tuple[Step, ...]:
    """Every step from the units up to the top, each once."""
    asked = sorted(set(units))
    if not asked:
        return ()
    sql = f"""WITH RECURSIVE climb(unit, above, kind) AS (
        SELECT unit.id, unit.id, CAST('' AS text) FROM unit WHERE unit.id IN ({_marks(asked)})
        UNION
        SELECT climb.above, CASE WHEN ways.way = 0 THEN span.parent_id ELSE line.successor_id END,
            CAST(COALESCE(span.kind, '') AS text)
        FROM climb CROSS JOIN {_WAYS}
        LEFT JOIN unit_span AS span ON ways.way = 0 AND span.unit_id = climb.above
            AND span.parent_id IS NOT NULL AND {_RESTS}
        LEFT JOIN lineage AS line ON ways.way = 1 AND line.predecessor_id = climb.above AND {_WENT}
        WHERE span.id IS NOT NULL OR line.id IS NOT NULL
    ) SELECT unit, above, kind FROM climb WHERE unit <> above"""  # nosec B608 - our own names
    with connection.cursor() as cursor:
        cursor.execute(sql, [*asked, *[day] * (_NUM_RESTS + _NUM_WENT)])
        return tuple(Step(*row) for row in cursor.fetchall())


@dataclass(frozen=True, slots=True)
class Place:
    """What a unit rests with, itself included: `deep` by whatever way, `near` as one of its organs or by lineage."""

    deep: frozenset[int]
    near: frozenset[int]


def all_places(units: Iterable[int], steps: Iterable[Step], *, organs: Collection[str]) -> dict[int, Place]:
    """The place of each unit by the steps above them all."""
    above: dict[int, list[Step]] = defaultdict(list)
    near: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        above[step.unit].append(step)
        if not step.kind or step.kind in organs:
            near[step.unit].append(step)
    return {unit: Place(_closed(unit, above), _closed(unit, near)) for unit in units}


def served(unit: int, steps: Iterable[Step], *, organs: Collection[str]) -> int:
    """The unit that another serves: itself, or for an organ the first above it that is none."""
    above = {step.unit: step for step in steps if step.kind}
    while unit in above and above[unit].kind in organs:
        unit = above[unit].over
    return unit


def _closed(unit: int, above: Mapping[int, Iterable[Step]]) -> frozenset[int]:
    found, waiting = {unit}, [unit]
    while waiting:
        for step in above.get(waiting.pop(), ()):
            if step.over not in found:
                found.add(step.over)
                waiting.append(step.over)
    return frozenset(found)


def _marks(values: Collection[object]) -> str:
    return ", ".join(["%s"] * len(values))
