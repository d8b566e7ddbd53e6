"""A person's mandates by office over time: on which days a seat came with a post, derived day by day as the rule book
of each day says, and shown as spans. They begin and end with the tenure they rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from fasti.register import mandates, rows
from fasti.register.mandates import Mandate
from fasti.reports.timelines.reading import Reading

_LEVELS = 3
"""A seat comes at the unit itself, or at one of two levels above it."""


def of_person(reading: Reading, person: int) -> Iterator[tuple[Mandate, rows.TenureRow]]:
    """Each mandate with the days it held, as a row of the tenure it rests on."""
    held = reading.rows("tenure", person=person)
    offices = {reading.office_of(row.post) for row in held}
    days = _days(reading, held)
    if not any(rule.holding in offices for day in days for rule in reading.pack.mandates(as_of=day)):
        return
    units = _around(reading, {reading.unit_of(row.post) for row in held})
    days |= _turns(units)
    posts = {row.post: (reading.unit_of(row.post), reading.office_of(row.post)) for row in held}
    begun: dict[tuple[int, str, int], tuple[Mandate, date]] = {}
    for day in sorted(days):
        found = mandates.mandates(held, posts=posts, units=units, pack=reading.pack, as_of=day)
        keyed = {(each.unit, each.office, each.tenure.opened_by): each for each in found}
        for key in [key for key in begun if key not in keyed]:
            yield _span(*begun.pop(key), day)
        for key, mandate in keyed.items():
            begun.setdefault(key, (mandate, day))
    for mandate, since in begun.values():
        yield _span(mandate, since, None)


def _span(mandate: Mandate, since: date, end: date | None) -> tuple[Mandate, rows.TenureRow]:
    held = mandate.tenure
    by = held.closed_by if end == held.ends_before else None
    return mandate, held._replace(starts_on=since, ends_before=end, closed_by=by)


def _days(reading: Reading, held: Iterable[rows.TenureRow]) -> set[date]:
    """The days on which a tenure begins or ends, and those on which the rules change."""
    found = _turns(held)
    for table, series in reading.pack.changes():
        if table == "ex_officio":
            found |= {version.starts_on for version in series.versions}
    return found


def _turns(found: Iterable[rows.Row]) -> set[date]:
    return {day for row in found for day in (row.starts_on, row.ends_before) if day is not None}


def _around(reading: Reading, units: set[int]) -> list[rows.UnitRow]:
    """The spans of the units, of what they ever stood under, and of all that ever stood under one of these."""
    seen: set[int] = set()
    wanted = set(units)
    for _ in range(_LEVELS):
        wanted -= seen
        seen |= wanted
        wanted = {row.parent for row in reading.spans_of(wanted) if row.parent is not None}
    return reading.spans_of(seen | reading.beneath(seen))
