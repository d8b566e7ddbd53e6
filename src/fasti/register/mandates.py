"""Mandates ex officio: the seats that come with an office and are never given by an act of their own.

The chair of a region sits on the council because the statutes say so; nobody appoints the chair to it. Such a mandate
is not stored and never folded: it follows, on each day, from who holds which post, from the tree, and from the rule
book of that day. So it begins and ends with the tenure it rests on, and names it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.register import rows
from fasti.register.rows import TenureRow, UnitRow


@dataclass(frozen=True, slots=True)
class Mandate:
    """A person sits in an organ (`unit`) as holder of `office` because of a tenure of another post."""

    person: int
    unit: int
    office: str
    rule: charter.ExOfficio
    """The rule of the day, with its article."""
    tenure: TenureRow
    """The tenure it follows from; `tenure.opened_by` is the effect that opened it."""


def mandates(
    tenures: Iterable[TenureRow],
    *,
    posts: Mapping[int, tuple[int, str]],
    units: Iterable[UnitRow],
    pack: charter.Pack,
    as_of: date,
) -> tuple[Mandate, ...]:
    """The mandates that hold on a day, by organ, office and person; one for each tenure that carries it.

    `posts`: post to its unit and office. Rows that do not hold on the day are left out.
    """
    standing = {row.unit: row for row in units if rows.holds(row, as_of)}
    under: dict[tuple[int | None, str], list[int]] = defaultdict(list)
    for row in standing.values():
        under[(row.parent, row.kind)].append(row.unit)
    rules = pack.mandates(as_of=as_of)
    found = [
        Mandate(held.person, organ, rule.carries, rule, held)
        for held in tenures
        if rows.holds(held, as_of)
        for rule in rules
        if posts[held.post][1] == rule.holding
        for organ in under[(_served(posts[held.post][0], standing, rule, pack, as_of), rule.organ)]
    ]
    return tuple(sorted(found, key=lambda each: (each.unit, each.office, each.person, each.tenure.opened_by)))


def _served(
    unit: int, standing: Mapping[int, UnitRow], rule: charter.ExOfficio, pack: charter.Pack, day: date
) -> int | None:
    """The unit whose organ the mandate is in: the one the post serves, or the one directly above that."""
    row = standing.get(unit)
    if row is None:
        return None
    if pack.unit_kind(row.kind, as_of=day).is_organ and row.parent is not None:
        row = standing.get(row.parent, row)
    return row.parent if rule.is_superior else row.unit
