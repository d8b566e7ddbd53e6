"""Single lines of the register as they were known at an instant: only what is asked for is folded."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import models as db

from fasti.acts.models import Act, Effect
from fasti.effects import kinds, parts, stored
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.register import rows
from fasti.register.rows import PoolRow, Row, TenureRow

_ONE_FOLDS = threading.RLock()
"""What is folded for one request may serve the next; two at once would see each other's half-folded lines."""


class AsKnown(State):
    """The register as known at an instant (None: now), each line folded from the record when it is first asked for."""

    def __init__(self, known_before: datetime | None) -> None:
        self._read = stored.Log(known_before)
        self._naming: dict[int, list[Recorded]] = {}
        super().__init__(self._read, only=("alias",))
        given_up = self._read.read(Effect.objects.filter(kind__in=kinds.kinds_of("alias")))
        for person in {effect.person for effect in given_up if effect.person is not None}:
            self.refold("alias", person)

    def read_of(self, field: str, subjects: Collection[int]) -> None:
        """Read the effects of units, of persons or of posts at once, before their lines are asked for."""
        self._read.read_of(field, subjects)
        if field == "person":
            self._read_around(subjects)
        if field == "post":
            self._read.read_posts(subjects)
            self._read_units({self._read.unit_of(post) for post in subjects})
        if field == "unit":
            self._read_units(subjects)

    def _read_around(self, persons: Collection[int]) -> None:
        """Read what folding the lines of persons will ask of the posts and units that they were in."""
        effects = [
            effect
            for line in ("membership", "tenure", "pool")
            for person in persons
            for effect in self._read.effects(line, person)
        ]
        posts = {post for each in effects for post in (each.post, each.other_post) if post is not None}
        self.read_of("post", posts)
        units = {unit for each in effects for unit in (each.unit, each.other_unit) if unit is not None}
        self._read_units(units)

    def _read_units(self, units: Collection[int]) -> None:
        """Read what was decided on units, on those above them, and on those that they went over into."""
        seen, new = set[int](), set(units)
        while new:
            self._read.read_of("unit", new)
            seen |= new
            effects = [effect for unit in new for effect in self._read.effects("unit", unit)]
            new = {effect.other_unit for effect in effects if effect.other_unit is not None} - seen

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

    def read_posts(self, posts: Collection[int]) -> None:
        """Read what was ever decided on posts, and on whoever held them or was planned for them, at once."""
        missing = set(posts) - self._naming.keys()
        self._naming |= {post: [] for post in missing}
        wanted = sorted({*kinds.kinds_of("tenure"), *kinds.kinds_of("pool")})
        for chunk in stored.in_chunks(missing):
            named = db.Q(post__in=chunk) | db.Q(other_post__in=chunk)
            for effect in self._read.read(Effect.objects.filter(named, kind__in=wanted)):
                for post in {each for each in (effect.post, effect.other_post) if each in missing}:
                    self._naming[post or 0].append(effect)
        self.read_of("post", missing)
        self.read_of(
            "person", {person for post in missing for each in self._naming[post] for person in _persons(each)}
        )

    def _on_post(self, line: str, post: int) -> list[Any]:
        """The rows of a post, from the lines of all persons whom an effect ever set beside it."""
        self.read_posts([post])
        of_line = kinds.kinds_of(line)
        effects = [effect for effect in self._naming[post] if effect.kind in of_line]
        persons = {person for effect in effects for person in _persons(effect)}
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


def rows_on_posts(line: str, posts: Collection[int], *, known_before: datetime) -> dict[int, list[Row]]:
    """The tenures, plannings or vacancies of many posts as known at an instant; their effects are read at once."""
    with _ONE_FOLDS:
        state = _as_known(known_before, _last_hash())
        state.read_posts(posts)
        of: dict[str, Callable[[int], Sequence[Any]]] = {
            "tenure": state.holders,
            "pool": state.planned,
            "vacancy": functools.partial(state.rows, "vacancy"),
        }
        return {post: list(of[line](post)) for post in posts}


def _persons(effect: Recorded) -> set[int]:
    return {person for person in (effect.person, effect.other_person) if person is not None}


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
