"""Empty seats: what is left of a post's seats when its holders are set against them.

A seat stands empty from the day it is established or left until the day somebody takes it; of several, the one
empty longest is filled first. Where seats are taken away, those empty for the shortest time go first: a long vacancy
is not hidden by a cut. More holders than seats on a day is a finding, not a negative vacancy.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from fasti.acts.findings import Finding
from fasti.register import rows
from fasti.register.rows import EstablishmentRow, TenureRow, VacancyRow


class Change(NamedTuple):
    """Something that happens to the seats of a post."""

    on: date
    turn: int
    """Within a day: a seat is left (0) or the post ends (1) before its seats are set (2) and taken (3)."""
    by: int | None
    seats: int
    holder: int


LEFT, ENDED, SET_UP, TAKEN = range(4)


_START = operator.attrgetter("starts_on", "opened_by")


class Walk:
    """A post walked through in order of days: its seats, who sits on them, and since when the others are empty."""

    def __init__(self, post: int) -> None:
        self.post = post
        self.seats = 0
        self.sitting: list[int] = []
        self.empty: list[tuple[date, int | None]] = []
        self.done: list[VacancyRow] = []
        self.findings: list[Finding] = []
        self.last = date.min
        """The day of the last change."""

    def copied(self) -> Walk:
        """A walk that has come as far, to be gone on with."""
        other = Walk(self.post)
        other.seats, other.last = self.seats, self.last
        other.sitting, other.empty, other.done = self.sitting.copy(), self.empty.copy(), self.done.copy()
        return other

    def go(self, changes: Iterable[Change]) -> None:
        """Go on through changes that all come after those walked through before."""
        turns = (self.left, self.ended, self.set_up, self.taken)
        for change in sorted(changes):
            turns[change.turn](change)
            self.last = change.on

    def rows(self) -> tuple[VacancyRow, ...]:
        """The empty seats as spans."""
        found = self.done.copy()
        for since, by in self.empty:
            found.append(VacancyRow(self.post, since, None, by or 0, None))
        if len(found) > 1:
            found.sort(key=_START)
        return tuple(found)

    def left(self, change: Change) -> None:
        if change.holder in self.sitting:
            self.sitting.remove(change.holder)
        if len(self.sitting) + len(self.empty) < self.seats:
            self.empty.append((change.on, change.by))

    def ended(self, change: Change) -> None:
        for _ in list(self.empty):
            self._fill(0, change)
        self.seats, self.sitting = 0, []

    def set_up(self, change: Change) -> None:
        self.seats = change.seats
        free = max(0, self.seats - len(self.sitting))
        self.empty += [(change.on, change.by)] * (free - len(self.empty))
        while len(self.empty) > free:
            self._fill(-1, change)
        if len(self.sitting) > self.seats:
            args = {"post": self.post, "number": self.seats, "count": len(self.sitting), "day": change.on}
            self.findings.append(Finding("seats-below-holders", args, effect=change.by))

    def taken(self, change: Change) -> None:
        if self.empty:
            self._fill(0, change)
        elif self.seats == len(self.sitting) == 1:
            args = {"post": self.post, "person": self.sitting[0], "day": change.on}
            self.findings.append(Finding("post-occupied", args, effect=change.by))
        else:
            args = {"post": self.post, "limit": self.seats, "day": change.on}
            self.findings.append(Finding("post-over-seats", args, effect=change.by))
        self.sitting.append(change.holder)

    def _fill(self, place: int, change: Change) -> None:
        """One of the empty seats is empty no longer."""
        since, by = self.empty.pop(place)
        if since < change.on:
            self.done.append(VacancyRow(self.post, since, change.on, by or 0, change.by))


def vacancies(
    post: int, seats: Sequence[EstablishmentRow], holders: Iterable[TenureRow]
) -> tuple[tuple[VacancyRow, ...], tuple[Finding, ...]]:
    """The empty seats of a post as spans, and findings for each day with more holders than seats."""
    walked = walk(post, seats, holders)
    return walked.rows(), tuple(walked.findings)


def walk(post: int, seats: Sequence[EstablishmentRow], holders: Iterable[TenureRow]) -> Walk:
    """A post walked through from its beginning."""
    walked = Walk(post)
    walked.go(_changes(seats, holders))
    return walked


def _changes(seats: Sequence[EstablishmentRow], holders: Iterable[TenureRow]) -> Iterable[Change]:
    ends = {run.ends_before: run.closed_by for run in rows.runs(seats) if run.ends_before is not None}
    yield from (Change(day, 1, by, 0, 0) for day, by in ends.items())
    yield from (Change(row.starts_on, 2, row.opened_by, row.seats, 0) for row in seats)
    for held in _joined(holders):
        yield Change(held.starts_on, 3, held.opened_by, 0, held.person)
        if held.ends_before is not None and held.ends_before not in ends:
            yield Change(held.ends_before, 0, held.closed_by, 0, held.person)


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
