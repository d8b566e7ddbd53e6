"""Single lines of the register as they were known at an instant: only what is asked for is folded."""

from __future__ import annotations

import functools
import threading
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import models as db

from fasti.acts.models import Act, Effect
from fasti.effects import kinds, parts, stored
from fasti.effects.state import State
from fasti.register import rows
from fasti.register.rows import PoolRow, Row, TenureRow

_ONE_FOLDS = threading.RLock()
"""What is folded for one request may serve the next; two at once would see each other's half-folded lines."""


class AsKnown(State):
    """The register as known at an instant (None: now), each line folded from the record when it is first asked for."""

    def __init__(self, known_before: datetime | None) -> None:
        self._read = stored.Log(known_before)
        super().__init__(self._read, only=("alias",))
        given_up = self._read.read(Effect.objects.filter(kind__in=kinds.kinds_of("alias")))
        for person in {effect.person for effect in given_up if effect.person is not None}:
            self.refold("alias", person)

    def read_of(self, field: str, subjects: Collection[int]) -> None:
        """Read the effects of units, of persons or of posts at once, before their lines are asked for."""
        self._read.read_of(field, subjects)

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """The spans of a line."""
        key = (line, subject)
        if line != "alias" and key not in self._rows and key not in self._folding:
            self._keep(key, self._fold(line, subject)[0])
        return super().rows(line, subject)

    def holders(self, post: int) -> Sequence[TenureRow]:
        """All who held a post, ever."""
        return self._on_post("tenure", post)

    def planned(self, post: int) -> Sequence[PoolRow]:
        """All who were planned for a post, ever."""
        return self._on_post("pool", post)

    def _on_post(self, line: str, post: int) -> list[Any]:
        """The rows of a post, from the lines of all persons whom an effect ever set beside it."""
        named = db.Q(post=post) | db.Q(other_post=post)
        effects = self._read.read(Effect.objects.filter(named, kind__in=kinds.kinds_of(line)))
        persons = {
            person for each in effects for person in (each.person, each.other_person) if person is not None
        }
        self._read.read_of("person", persons)
        entries = sorted({self.kept(person) for person in persons})
        return [row for entry in entries for row in self.rows(line, entry) if row.post == post]


def rows_of(line: str, *, known_before: datetime, **where: int) -> list[Row]:
    """The rows of a line as known at an instant, by the values of fields."""
    with _ONE_FOLDS:
        return _rows_of(line, known_before, where)


def rows_of_each(line: str, subjects: Collection[int], *, known_before: datetime) -> dict[int, list[Row]]:
    """The rows of a line of many units, persons or posts as known at an instant; their effects are read at once."""
    with _ONE_FOLDS:
        state = _as_known(known_before, _last_hash())
        state.read_of(kinds.SUBJECT_OF[line], subjects)
        return {subject: list(state.rows(line, subject)) for subject in subjects}


def _rows_of(line: str, known_before: datetime, where: dict[str, int]) -> list[Row]:
    state = _as_known(known_before, _last_hash())
    owner = rows.ROWS[line]._fields[0]
    if owner in where:
        found = list(state.rows(line, where[owner]))
    elif line == "tenure" and "post" in where:
        found = list(state.holders(where["post"]))
    elif line == "pool" and "post" in where:
        found = list(state.planned(where["post"]))
    else:
        found = list(_whole(known_before, line, _last_hash()))
    return [row for row in found if all(getattr(row, field) == value for field, value in where.items())]


def register(
    known_before: datetime | None, *, lines: Sequence[str] = tuple(rows.ROWS)
) -> dict[str, list[Row]]:
    """The register as it was known at an instant (None: now), folded from the record. Rows by line."""
    found: dict[str, list[Row]] = {line: [] for line in lines}
    by_post: dict[int, list[TenureRow]] = {}

    def held(first: int, beyond: int) -> list[TenureRow]:
        return [row for post in range(first, beyond) for row in by_post.get(post, ())]

    needed = {*lines, "tenure"} if "vacancy" in lines else lines
    for part in parts.parts(known_before=known_before, lines=needed, held=held):
        if part.line == "tenure":
            for row in part.rows:
                by_post.setdefault(row.post, []).append(row)
        if part.line in found:
            found[part.line] += part.rows
    return found


@functools.lru_cache(maxsize=4)
def _as_known(known_before: datetime, _last_hash: str) -> AsKnown:
    return AsKnown(known_before)


@functools.lru_cache(maxsize=4)
def _whole(known_before: datetime, line: str, _last_hash: str) -> list[Row]:
    return register(known_before, lines=(line,))[line]


def _last_hash() -> str:
    """The seal on the last act: what was folded before holds as long as it is the same."""
    return Act.objects.order_by("-id").values_list("hash", flat=True).first() or ""
