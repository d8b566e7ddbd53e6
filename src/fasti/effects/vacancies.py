"""Empty seats: what is left of a post's seats when its holders are set against them.

A seat stands empty from the day it is established or left until the day somebody takes it; of several, the one
empty longest is filled first. More holders than seats on a day is a finding, not a negative vacancy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from fasti.acts.findings import Finding
from fasti.register.rows import EstablishmentRow, TenureRow, VacancyRow


class _Change(NamedTuple):
    on: date
    turn: int
    """Within a day: a seat is left (0) or ended (1) before seats are set up (2) and taken (3)."""
    by: int | None
    seats: int
    holder: int


def vacancies(
    post: int, seats: Sequence[EstablishmentRow], holders: Iterable[TenureRow]
) -> tuple[tuple[VacancyRow, ...], tuple[Finding, ...]]:
    """The empty seats of a post as spans, and findings for each day with more holders than seats."""
    empty: list[tuple[date, int | None]] = []
    done: list[VacancyRow] = []
    findings: list[Finding] = []
    limit = 0
    for change in sorted(_changes(seats, holders)):
        if change.turn == 0:
            empty.append((change.on, change.by))
        elif change.turn == 1:
            done += [_closed(post, seat, change) for seat in empty]
            empty, limit = [], 0
        elif change.turn == 2:
            limit = change.seats
            empty += [(change.on, change.by)] * change.seats
        elif empty:
            done.append(_closed(post, empty.pop(0), change))
        else:
            args = {"post": post, "limit": limit, "day": change.on}
            findings.append(Finding("post-over-seats", args, effect=change.by))
    rows = [row for row in done if row.ends_before is None or row.starts_on < row.ends_before]
    rows += [VacancyRow(post, since, None, by or 0, None) for since, by in empty]
    return tuple(sorted(rows, key=lambda row: (row.starts_on, row.opened_by))), tuple(findings)


def _closed(post: int, seat: tuple[date, int | None], change: _Change) -> VacancyRow:
    return VacancyRow(post, seat[0], change.on, seat[1] or 0, change.by)


def _changes(seats: Sequence[EstablishmentRow], holders: Iterable[TenureRow]) -> Iterable[_Change]:
    ends = {row.ends_before for row in seats}
    for row in seats:
        yield _Change(row.starts_on, 2, row.opened_by, row.seats, 0)
        if row.ends_before is not None:
            yield _Change(row.ends_before, 1, row.closed_by, 0, 0)
    for held in _joined(holders):
        yield _Change(held.starts_on, 3, held.opened_by, 0, held.person)
        if held.ends_before is not None and held.ends_before not in ends:
            yield _Change(held.ends_before, 0, held.closed_by, 0, held.person)


def _joined(holders: Iterable[TenureRow]) -> Iterable[TenureRow]:
    """Tenures with spans of the same person that follow each other without a gap put together."""
    last: TenureRow | None = None
    for row in sorted(holders, key=lambda row: (row.person, row.starts_on, row.opened_by)):
        if last and last.person == row.person and last.ends_before == row.starts_on:
            last = last._replace(ends_before=row.ends_before, closed_by=row.closed_by)
            continue
        if last:
            yield last
        last = row
    if last:
        yield last
