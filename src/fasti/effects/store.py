"""The stored register as a source for the fold, and the one place where register tables are written."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import models as db

from fasti.acts import bulk
from fasti.acts.models import Effect
from fasti.effects import kinds, log
from fasti.effects.recorded import Recorded
from fasti.effects.state import Change
from fasti.register import models, rows
from fasti.register.rows import LineageRow, MembershipRow, PoolRow, Row, TenureRow, UnitRow
from fasti.subjects.models import Person, Post, Unit

TABLES: dict[str, type[db.Model]] = {
    "unit": models.UnitSpan,
    "lineage": models.Lineage,
    "membership": models.Membership,
    "establishment": models.Establishment,
    "tenure": models.Tenure,
    "pool": models.PoolEntry,
    "topic": models.CompletedTopic,
    "vacancy": models.Vacancy,
}
"""The table of each line."""

_FIELDS = ("id", "act", "kind", "on", "unit", "person", "post", "other_unit", "other_post", "data", "voids")
_CHUNK = 5000


def _recorded(query: db.QuerySet[Effect]) -> Iterator[Recorded]:
    return (Recorded(*values) for values in query.values_list(*_FIELDS).iterator(chunk_size=_CHUNK))


def effects(*, known_before: datetime | None = None) -> list[Recorded]:
    """All effects in the order of the record, those recorded before an instant if one is given."""
    query = Effect.objects.order_by("id")
    if known_before is not None:
        query = query.filter(recorded_at__lt=known_before)
    return list(_recorded(query))


def effects_of(act: int) -> list[Recorded]:
    """The effects of an act in their order."""
    return list(_recorded(Effect.objects.filter(act=act).order_by("ordinal")))


def posts() -> dict[int, tuple[int, str]]:
    """Every post with its unit and office."""
    return {id: (unit, office) for id, unit, office in Post.objects.values_list("id", "unit", "office")}


def voided(voids: Iterable[Recorded]) -> set[int]:
    """The effects that no longer live, given all VOID effects in the order of the record."""
    targets: dict[int, int] = {}
    dead: set[int] = set()
    for void in voids:
        target = void.voids
        targets[void.id] = target or 0
        while target:
            dead ^= {target}
            target = targets.get(target)
    return dead


def register_as_known(known_before: datetime | None) -> dict[str, list[Row]]:
    """The register as it was known at an instant (None: now), folded from the record. Rows by line."""
    return log.register(effects(known_before=known_before), posts=posts())


def stored_register() -> dict[str, list[Row]]:
    """The register as it stands in the tables, in the order of `register_as_known`."""
    result = {}
    for line, table in TABLES.items():
        row = rows.ROWS[line]
        found = (row(*values) for values in table._default_manager.values_list(*row._fields))
        result[line] = sorted(found, key=log._order)
    return result


def rows_of(line: str, *, known_before: datetime | None = None, **where: int) -> list[Row]:
    """Rows of a line by the values of fields: from the tables, or as known at an instant from the record."""
    if known_before is not None:
        folded = _known(known_before, line, where.get("person"), _top(Effect))
        return [row for row in folded if all(getattr(row, f) == v for f, v in where.items())]
    row = rows.ROWS[line]
    query = TABLES[line]._default_manager.filter(**where)
    order = ("on", "opened_by") if line == "lineage" else ("starts_on", "opened_by", "id")
    return [row(*values) for values in query.order_by(*order).values_list(*row._fields)]


_NEEDS = {
    "unit": ("unit", "lineage"),
    "lineage": ("unit", "lineage"),
    "membership": ("unit", "lineage", "membership"),
    "establishment": ("unit", "lineage", "establishment"),
    "tenure": ("unit", "lineage", "establishment", "tenure"),
    "pool": ("unit", "lineage", "establishment", "pool"),
    "topic": ("topic",),
    "vacancy": ("unit", "lineage", "establishment", "tenure"),
}
"""The lines that a line's fold rests on: nothing else has to be folded to read it."""


@functools.lru_cache(maxsize=8)
def _known(known_before: datetime, line: str, person: int | None, _last_effect: int) -> list[Row]:
    """A line as known at an instant; of one person where only that one is asked for."""
    wanted = {kind for need in _NEEDS[line] for kind in kinds.kinds_of(need)} | {"VOID"}
    query = Effect.objects.filter(recorded_at__lt=known_before, kind__in=wanted).order_by("id")
    if person is not None:
        query = query.filter(db.Q(person=None) | db.Q(person=person))
    read: dict[int, Recorded] = {}
    for effect in _recorded(query):
        if effect.voids is None or effect.voids in read:
            read[effect.id] = effect
    return log.register(read.values(), posts=posts())[line]


class Stored:
    """The stored record and register. What is asked for is read once and kept: use one for one piece of work."""

    def __init__(self) -> None:
        self._effects: dict[tuple[str, int], list[Recorded]] = {}
        self._rows: dict[tuple[str, int], list[Row]] = {}
        self._by: dict[tuple[str, int], list[Row]] = {}
        self._posts: dict[int, tuple[int, str]] = {}
        self._top = {
            name: _top(model) for name, model in (("unit", Unit), ("person", Person), ("post", Post))
        }
        self._dead = voided(_recorded(Effect.objects.filter(kind="VOID").order_by("id")))

    def prefetch(self, *, units: Collection[int], persons: Collection[int], posts: Collection[int]) -> None:
        """Read what a batch of acts will ask for, in a fixed number of queries."""
        for line, field in kinds.SUBJECT_OF.items():
            subjects = {"unit": units, "person": persons, "post": posts}[field]
            self._read_effects(line, field, subjects)
            self._read_rows(line, subjects)
        self._read_rows("vacancy", posts)
        for name, line, field, subjects in (
            ("tenure", "tenure", "post", posts),
            ("pool", "pool", "post", posts),
        ):
            self._read_by(name, line, field, subjects)
        for id, unit, office in Post.objects.filter(id__in=posts).values_list("id", "unit", "office"):
            self._posts[id] = (unit, office)

    def _is_new(self, line: str, subject: int) -> bool:
        """Whether an identity was not recorded yet when this source was opened: nothing can be stored of it."""
        field = "post" if line == "vacancy" else kinds.SUBJECT_OF[line]
        return subject > self._top[field]

    def _read_effects(self, line: str, field: str, subjects: Collection[int]) -> None:
        missing = {each for each in subjects if (line, each) not in self._effects}
        found: dict[int, list[Recorded]] = defaultdict(list)
        if missing:
            query = Effect.objects.filter(**{f"{field}__in": missing}, kind__in=kinds.kinds_of(line))
            for effect in _recorded(query):
                found[getattr(effect, field)].append(effect)
        for each in missing:
            self._effects[(line, each)] = found[each]

    def _read_rows(self, line: str, subjects: Collection[int]) -> None:
        missing = {each for each in subjects if (line, each) not in self._rows}
        found = _rows(line, rows.ROWS[line]._fields[0], missing)
        for each in missing:
            self._rows[(line, each)] = found[each]

    def _read_by(self, name: str, line: str, field: str, subjects: Collection[int]) -> None:
        missing = {each for each in subjects if (name, each) not in self._by}
        found = _rows(line, field, missing)
        for each in missing:
            self._by[(name, each)] = found[each]

    def effects(self, line: str, subject: int) -> Sequence[Recorded]:
        """The effects of a line, voided ones among them."""
        if self._is_new(line, subject):
            return ()
        if (line, subject) not in self._effects:
            self._read_effects(line, kinds.SUBJECT_OF[line], [subject])
        return self._effects[(line, subject)]

    def is_live(self, effect: int) -> bool:
        """Whether an effect is not voided."""
        return effect not in self._dead

    def recorded(self, id: int) -> Recorded:
        """An effect by its id; raises LookupError."""
        for effect in _recorded(Effect.objects.filter(id=id)):
            return effect
        raise LookupError(id)

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """The spans of a line."""
        if self._is_new(line, subject):
            return ()
        if (line, subject) not in self._rows:
            self._read_rows(line, [subject])
        return self._rows[(line, subject)]

    def _related(self, name: str, line: str, field: str, subject: int) -> list[Any]:
        if subject > self._top["post" if field == "post" else "unit"]:
            return []
        if (name, subject) not in self._by:
            self._read_by(name, line, field, [subject])
        return self._by[(name, subject)]

    def holders(self, post: int) -> Sequence[TenureRow]:
        """All who held a post, ever."""
        return self._related("tenure", "tenure", "post", post)

    def planned(self, post: int) -> Sequence[PoolRow]:
        """All who were planned for a post, ever."""
        return self._related("pool", "pool", "post", post)

    def members_of(self, unit: int) -> Sequence[MembershipRow]:
        """All who were members of a unit, ever."""
        return self._related("membership", "membership", "unit", unit)

    def children_of(self, unit: int) -> Sequence[UnitRow]:
        """All that stood under a unit, ever."""
        return self._related("children", "unit", "parent", unit)

    def predecessors_of(self, unit: int) -> Sequence[LineageRow]:
        """All units that went over into this one."""
        return self._related("into", "lineage", "successor", unit)

    def posts_of(self, unit: int) -> Sequence[int]:
        """All posts of a unit, ever."""
        if unit > self._top["unit"]:
            return []
        return list(Post.objects.filter(unit=unit).values_list("id", flat=True))

    def _post(self, post: int) -> tuple[int, str]:
        if post not in self._posts:
            self._posts[post] = Post.objects.values_list("unit", "office").get(id=post)
        return self._posts[post]

    def unit_of(self, post: int) -> int:
        """The unit a post belongs to."""
        return self._post(post)[0]

    def office_of(self, post: int) -> str:
        """The office of a post."""
        return self._post(post)[1]

    def successor_of(self, effect: int) -> int | None:
        """The unit that takes over by an effect that ends one."""
        return Effect.objects.values_list("other_unit", flat=True).get(id=effect)


def _top(model: type[db.Model]) -> int:
    return int(model._default_manager.aggregate(top=db.Max("id"))["top"] or 0)


def _rows(line: str, field: str, subjects: Collection[int]) -> dict[int, list[Row]]:
    row = rows.ROWS[line]
    found: dict[int, list[Row]] = defaultdict(list)
    if subjects:
        query = TABLES[line]._default_manager.filter(**{f"{field}__in": subjects})
        order = ("on", "opened_by") if line == "lineage" else ("starts_on", "opened_by", "id")
        for values in query.order_by(*order).values_list(*row._fields):
            each = row(*values)
            found[getattr(each, field)].append(each)
    return found


def write(changes: Iterable[Change]) -> None:
    """Put the changed lines into the tables: their old rows out, their new ones in."""
    by_line: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_line[change.line].append(change)
    for line, changed in by_line.items():
        old = [change.subject for change in changed if change.before]
        for start in range(0, len(old), _CHUNK):
            subject = rows.ROWS[line]._fields[0]
            query = TABLES[line]._default_manager.filter(**{f"{subject}__in": old[start : start + _CHUNK]})
            query._raw_delete(query.db)
        _insert(line, (row for change in changed for row in change.after))


def replace(register: dict[str, list[Row]]) -> None:
    """Empty the tables and write a whole register."""
    for line, found in register.items():
        query = TABLES[line]._default_manager.all()
        query._raw_delete(query.db)
        _insert(line, found)


_REFERENCES = {
    "unit",
    "parent",
    "person",
    "post",
    "predecessor",
    "successor",
    "opened_by",
    "closed_by",
}


def _insert(line: str, found: Iterable[Row]) -> None:
    table = TABLES[line]
    names = [f"{name}_id" if name in _REFERENCES else name for name in rows.ROWS[line]._fields]
    bulk.insert(table, (table(**dict(zip(names, row, strict=True))) for row in found))
