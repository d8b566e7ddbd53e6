"""The register folded from the record part by part, so that a body of any size can be proved or rebuilt.

The lines of units and posts are folded first and kept: every other line rests on them. The lines of persons follow,
some thousand persons at a time, and last the empty seats. What is held in memory grows with the units and posts of a
body, not with its members and their acts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.db import models as db

from fasti.acts.findings import Finding
from fasti.acts.models import Effect
from fasti.effects import kinds, log, stored, vacancies
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.register import rows
from fasti.register.rows import Row, TenureRow
from fasti.subjects.models import Person, Post, Unit

SIZE = 5_000
"""Subjects folded at a time."""
BASE = tuple(line for line in rows.ROWS if line not in kinds.PERSON_LINES and line != "vacancy")
"""The lines of units and posts, and who stands for whom."""
_SUBJECTS: dict[str, type[db.Model]] = {"unit": Unit, "person": Person, "post": Post}


class Part(NamedTuple):
    """All rows of a line whose subjects have ids from `first` on and below `beyond`, in the order of `rows.order`."""

    line: str
    first: int
    beyond: int
    rows: list[Row]
    findings: list[Finding]
    """What in the lines does not fit together: nothing, in a record of acts that were all checked."""


Held = Callable[[int, int], Iterable[TenureRow]]
"""Who ever held the posts with ids from the first on and below the second."""


def parts(
    *,
    known_before: datetime | None = None,
    lines: Collection[str] = tuple(rows.ROWS),
    held: Held | None = None,
) -> Iterator[Part]:
    """The register in parts, as known at an instant (None: now), in the order in which lines rest on each other.

    `lines`: those that are wanted. `held`: where the tenures are that empty seats are counted against; by default the
    table, which must then have been written or proved before.
    """
    base = _base(known_before)
    found: dict[str, list[Row]] = {line: [] for line in BASE}
    for (line, _), change in base.changes.items():
        found[line] += change.after
    for line in BASE:
        if line in lines:
            yield from _cut(line, found[line], base)
    wanted = [line for line in kinds.PERSON_LINES if line in lines]
    for first in _ranges("person") if wanted else ():
        yield from _of_persons(base, first, wanted, known_before)
    for first in _ranges("post") if "vacancy" in lines else ():
        yield _vacant(base, first, held or stored_holders)


def stored_holders(first: int, beyond: int) -> list[TenureRow]:
    """Who ever held posts, from the table."""
    return stored.rows_between("tenure", "post", first, beyond)


def _ranges(subject: str) -> range:
    top = _SUBJECTS[subject]._default_manager.aggregate(top=db.Max("id"))["top"]
    return range(1, (top or 0) + 1, SIZE)


def _base(known_before: datetime | None) -> State:
    """The lines of units and posts, folded whole."""
    base = State(log.Nothing(), only=BASE)
    for post, (unit, office) in stored.posts().items():
        base.add_post(post, unit, office)
    made_of = sorted({kind for line in BASE for kind in kinds.kinds_of(line)})
    base.add(stored.Log(known_before).read_live(Effect.objects.filter(kind__in=made_of)))
    return base


def _cut(line: str, found: list[Row], base: State) -> Iterator[Part]:
    found.sort(key=rows.order)
    at = 0
    for first in _ranges(kinds.SUBJECT_OF[line]):
        start = at
        while at < len(found) and found[at][0] < first + SIZE:
            at += 1
        yield Part(line, first, first + SIZE, found[start:at], base.findings_of(line, first, first + SIZE))


def _of_persons(base: State, first: int, lines: list[str], known_before: datetime | None) -> Iterator[Part]:
    """The lines of persons in a range; what acts say of entries given up for them is read with their own."""
    trial = State(base, only=lines)
    trial.add(_effects(base, first, lines, known_before))
    found: dict[str, list[Row]] = {line: [] for line in lines}
    for (line, subject), change in trial.changes.items():
        if first <= subject < first + SIZE:
            found[line] += change.after
    for line in lines:
        findings = trial.findings_of(line, first, first + SIZE)
        yield Part(line, first, first + SIZE, sorted(found[line], key=rows.order), findings)


def _effects(base: State, first: int, lines: list[str], known_before: datetime | None) -> list[Recorded]:
    made_of = {kind for line in lines for kind in kinds.kinds_of(line)}
    between = range(first, first + SIZE)
    queries = [
        Effect.objects.filter(person__gte=first, person__lt=first + SIZE),
        Effect.objects.filter(other_person__gte=first, other_person__lt=first + SIZE),
    ]
    for chunk in stored.in_chunks(
        change.subject
        for (line, _), change in base.changes.items()
        if line == "alias" and change.after[0].stands_for in between
    ):
        queries.append(Effect.objects.filter(db.Q(person__in=chunk) | db.Q(other_person__in=chunk)))
    read = stored.Log(known_before)
    found = {effect.id: effect for query in queries for effect in read.read_live(query)}
    return [effect for effect in found.values() if effect.kind in made_of]


def _vacant(base: State, first: int, held: Held) -> Part:
    holders: dict[int, list[TenureRow]] = {}
    for row in held(first, first + SIZE):
        holders.setdefault(row.post, []).append(row)
    found: list[Row] = []
    findings: list[Finding] = []
    for post in range(first, first + SIZE):
        seats = base.rows("establishment", post)
        if seats or post in holders:
            empty, over = vacancies.vacancies(post, seats, holders.get(post, ()))
            found += empty
            findings += over
    return Part("vacancy", first, first + SIZE, sorted(found, key=rows.order), findings)
