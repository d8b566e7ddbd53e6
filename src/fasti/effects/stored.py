"""The stored record and register as sources for the fold. What is asked for is read at once and once."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from django.db import models as db

from fasti.acts.by_ids import ByIds
from fasti.acts.models import Act, Effect
from fasti.effects import kinds, log
from fasti.effects.recorded import Recorded
from fasti.effects.state import Key
from fasti.register import models, rows
from fasti.register.rows import AliasRow, LineageRow, MembershipRow, PoolRow, Row, TenureRow, UnitRow
from fasti.subjects.models import Person, Post, Unit

TABLES: dict[str, type[db.Model]] = {
    "alias": models.Alias,
    "unit": models.UnitSpan,
    "lineage": models.Lineage,
    "membership": models.Membership,
    "establishment": models.Establishment,
    "tenure": models.Tenure,
    "pool": models.PoolEntry,
    "topic": models.CompletedTopic,
    "rating": models.Rating,
    "unit_rating": models.UnitRating,
    "sanction": models.Sanction,
    "unit_sanction": models.UnitSanction,
    "return": models.ReturnState,
    "proposal": models.Proposal,
    "score": models.UnitScore,
    "practice": models.Practice,
    "adoption": models.Adoption,
    "wording": models.Wording,
    "vacancy": models.Vacancy,
}
"""The table of each line."""

_FIELDS = Recorded._fields
_WANTED = (*_FIELDS, "voided_by", "voided_by__recorded_at")
_CHUNK = 5000


def in_chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Ids in lists that a statement can carry."""
    ordered = sorted(ids)
    return (ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK))


def effects_of(act: int) -> list[Recorded]:
    """The effects of an act in their order."""
    query = Effect.objects.filter(act=act).order_by("ordinal")
    return [Recorded(*values) for values in query.values_list(*_FIELDS)]


def posts() -> dict[int, tuple[int, str]]:
    """Every post with its unit and office."""
    return {id: (unit, office) for id, unit, office in Post.objects.values_list("id", "unit", "office")}


class Log(log.Nothing):
    """The record of effects alone, with nothing folded yet; as it was known at an instant if one is given."""

    def __init__(self, known_before: datetime | None = None) -> None:
        self._known_before = known_before
        self._found: dict[int, Recorded] = {}
        self._voids: dict[int, list[int]] = {}
        self._effects: dict[Key, list[Recorded]] = {}
        self._posts: dict[int, tuple[int, str]] = {}

    def read(self, query: db.QuerySet[Effect]) -> list[Recorded]:
        """The effects of a query in the order of the record. What voids them, and those in turn, is known with them."""
        if self._known_before is not None:
            query = query.filter(recorded_at__lt=self._known_before)
        return self._take(query.values_list(*_WANTED).iterator(chunk_size=_CHUNK))

    def _take(self, wanted: Iterable[Sequence[Any]]) -> list[Recorded]:
        read: dict[int, Recorded] = {}
        pairs = []
        for *values, void, at in wanted:
            read[values[0]] = Recorded(*values)
            if void is not None and (self._known_before is None or at < self._known_before):
                pairs.append((values[0], void))
        self._found |= read
        for effect, void in pairs:
            voids = self._voids.setdefault(effect, [])
            if void not in voids:
                voids.append(void)
        self.know([void for _, void in pairs])
        return [read[id] for id in sorted(read)]

    def read_live(self, query: db.QuerySet[Effect]) -> list[Recorded]:
        """The effects of a query that are not voided."""
        return [effect for effect in self.read(query) if self.is_live(effect.id)]

    def know(self, effects: Collection[int]) -> None:
        """Read effects by their ids, those not read yet."""
        missing = set(effects) - self._found.keys()
        if missing and self._known_before is None:
            self._take(_EFFECTS.rows(missing))
            return
        for chunk in in_chunks(missing):
            self.read(Effect.objects.filter(id__in=chunk))

    def recorded(self, id: int) -> Recorded:
        """An effect by its id; raises LookupError."""
        self.know([id])
        if id not in self._found:
            raise LookupError(id)
        return self._found[id]

    def voids_of(self, effect: int) -> Sequence[int]:
        """The effects that void this one, voided ones among them."""
        if effect not in self._found:
            self.know([effect])
        return self._voids.get(effect, ())

    def is_live(self, effect: int) -> bool:
        """Whether no voiding of an effect stands."""
        return not any(self.is_live(void) for void in self.voids_of(effect))

    def successor_of(self, effect: int) -> int | None:
        """The unit that takes over by an effect that ends one."""
        return self.recorded(effect).other_unit

    def read_of(self, field: str, subjects: Collection[int]) -> None:
        """Read the effects of all lines of units, of persons or of posts."""
        lines = _LINES[field]
        missing = {each for each in subjects if (lines[0], each) not in self._effects}
        for line in lines:
            self._effects |= {(line, each): [] for each in missing}
        for chunk in map(set, in_chunks(missing)):
            for effect in self._of_subjects(field, chunk):
                for line, subject in kinds.lines_of(effect):
                    if line in lines and subject in chunk:
                        self._effects[(line, subject)].append(effect)

    def _of_subjects(self, field: str, subjects: set[int]) -> list[Recorded]:
        if self._known_before is None:
            return self._take(_OF_SUBJECTS[field].rows(subjects))
        return self.read(_of_subjects(field, sorted(subjects)))

    def effects(self, line: str, subject: int) -> Sequence[Recorded]:
        """The effects of a line, voided ones among them."""
        if (line, subject) not in self._effects:
            self.read_of(kinds.SUBJECT_OF[line], [subject])
        return self._effects[(line, subject)]

    def read_posts(self, posts: Collection[int]) -> None:
        """Read the units and offices of posts."""
        for id, unit, office in _POSTS.rows({post for post in posts if post not in self._posts}):
            self._posts[id] = (unit, office)

    def unit_of(self, post: int) -> int:
        """The unit a post belongs to."""
        self.read_posts([post])
        return self._posts[post][0]

    def office_of(self, post: int) -> str:
        """The office of a post."""
        self.read_posts([post])
        return self._posts[post][1]


def _of_subjects(field: str, subjects: list[int]) -> db.QuerySet[Effect]:
    """The effects that may take part in lines of units, persons or posts."""
    if field == "person":
        return Effect.objects.filter(db.Q(person__in=subjects) | db.Q(other_person__in=subjects))
    made_of = {kind for line in _LINES[field] for kind in kinds.kinds_of(line)}
    query = Effect.objects.filter(**{f"{field}__in": subjects}, kind__in=sorted(made_of))
    return query.filter(person=None) if field == "unit" else query


def _wanted_of(field: str, subjects: list[int]) -> db.QuerySet[Effect, Any]:
    return _of_subjects(field, subjects).values_list(*_WANTED)


_LINES = {
    field: [line for line, named in kinds.SUBJECT_OF.items() if named == field]
    for field in ("unit", "person", "post")
}
_EFFECTS = ByIds(lambda ids: Effect.objects.filter(id__in=ids).values_list(*_WANTED))
_OF_SUBJECTS = {field: ByIds(functools.partial(_wanted_of, field)) for field in _LINES}
_POSTS = ByIds(lambda ids: Post.objects.filter(id__in=ids).values_list("id", "unit", "office"))


class Stored:
    """The stored record and register. What is asked for is read once and kept: use one for one piece of work."""

    def __init__(self) -> None:
        self._log = Log()
        self._rows: dict[Key, list[Row]] = {}
        self._by: dict[Key, list[Row]] = {}
        self.top = _tops()
        """The highest id of units, persons, posts, acts and effects."""

    # -- reading at once what will be asked for ------------------------------------------------------------------

    def prefetch(self, *, units: Collection[int], persons: Collection[int], posts: Collection[int]) -> None:
        """Read what a batch of acts will ask for first, in a fixed number of queries; with posts also their units."""
        self._log.read_posts(posts)
        units = {*units, *map(self._log.unit_of, posts)}
        self._read_aliases(persons)
        for field, subjects in (("unit", units), ("person", persons), ("post", posts)):
            self._log.read_of(field, subjects)
        for line, subjects in (("unit", units), ("establishment", posts), ("membership", persons)):
            self._read_rows(line, subjects)
        self._read_rows("tenure", persons)

    def expect(self, keys: Collection[Key]) -> None:
        """Read the lines that will be folded, and what their fold asks of other lines."""
        subjects: dict[str, set[int]] = defaultdict(set)
        for line, subject in keys:
            if not self._is_new(line, subject):
                subjects[line].add(subject)
        for line, found in subjects.items():
            if line == "alias" or line in kinds.PERSON_LINES:
                self._read_aliases(found)
            if line != "vacancy":
                self._log.read_of(kinds.SUBJECT_OF[line], found)
            if line != "alias":
                self._read_rows(line, found)
            self._expect_others(line, found)

    def _expect_others(self, line: str, subjects: Collection[int]) -> None:
        if line == "vacancy":
            self._read_by("tenure", "tenure", "post", subjects)
            self._read_rows("establishment", subjects)
            return
        effects = [each for subject in subjects for each in self._log.effects(line, subject)]
        if line == "membership":
            self._read_rows("unit", {effect.unit for effect in effects})
        elif line in ("tenure", "pool"):
            posts = {post for each in effects for post in (each.post, each.other_post) if post is not None}
            self._read_rows("establishment", posts)
            self._log.read_posts(posts)

    def know(self, effects: Collection[int]) -> None:
        """Read effects that will be asked for by their id."""
        self._log.know(effects)

    def _is_new(self, line: str, subject: int) -> bool:
        """Whether an identity was not recorded yet when this source was opened: nothing can be stored of it."""
        field = "post" if line == "vacancy" else kinds.SUBJECT_OF[line]
        return subject > self.top[field]

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

    def _read_aliases(self, persons: Collection[int]) -> None:
        """What persons' entries stand for, and what stands for them."""
        missing = {each for each in persons if ("entries", each) not in self._by}
        for each in missing:
            self._rows[("alias", each)], self._by[("entries", each)] = [], []
        for chunk in map(set, in_chunks(missing)):
            for values in _ALIASES.rows(chunk):
                row = AliasRow(*values)
                if row.person in chunk:
                    self._rows[("alias", row.person)].append(row)
                if row.stands_for in chunk:
                    self._by[("entries", row.stands_for)].append(row)

    # -- what is stored (Source) ---------------------------------------------------------------------------------

    def effects(self, line: str, subject: int) -> Sequence[Recorded]:
        """The effects of a line, voided ones among them."""
        return () if self._is_new(line, subject) else self._log.effects(line, subject)

    def voids_of(self, effect: int) -> Sequence[int]:
        """The effects that void this one, voided ones among them."""
        return self._log.voids_of(effect)

    def recorded(self, id: int) -> Recorded:
        """An effect by its id; raises LookupError."""
        return self._log.recorded(id)

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """The spans of a line."""
        if self._is_new(line, subject):
            return ()
        if line == "alias":
            self._read_aliases([subject])
        elif (line, subject) not in self._rows:
            self._read_rows(line, [subject])
        return self._rows[(line, subject)]

    def _related(self, name: str, line: str, field: str, subject: int) -> list[Any]:
        if subject > self.top["post" if field == "post" else "unit"]:
            return []
        if (name, subject) not in self._by:
            self._read_by(name, line, field, [subject])
        return self._by[(name, subject)]

    def entries_of(self, person: int) -> Sequence[AliasRow]:
        """The entries that were given up for this one."""
        if person > self.top["person"]:
            return ()
        self._read_aliases([person])
        return self._by[("entries", person)]

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
        if unit > self.top["unit"]:
            return []
        return list(Post.objects.filter(unit=unit).values_list("id", flat=True))

    def unit_of(self, post: int) -> int:
        """The unit a post belongs to."""
        return self._log.unit_of(post)

    def office_of(self, post: int) -> str:
        """The office of a post."""
        return self._log.office_of(post)

    def successor_of(self, effect: int) -> int | None:
        """The unit that takes over by an effect that ends one."""
        return self._log.successor_of(effect)


_ALIASES = ByIds(
    lambda ids: (
        models.Alias.objects.filter(db.Q(person__in=ids) | db.Q(stands_for__in=ids))
        .order_by("id")
        .values_list(*AliasRow._fields)
    )
)
_NUMBERED: dict[str, type[db.Model]] = {
    "unit": Unit,
    "person": Person,
    "post": Post,
    "act": Act,
    "effect": Effect,
}


def _tops() -> dict[str, int]:
    highest = ", ".join(f'(SELECT MAX(id) FROM "{model._meta.db_table}")' for model in _NUMBERED.values())  # nosec B608 - our own names
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {highest}")  # nosec B608 - our own names
        return {name: top or 0 for name, top in zip(_NUMBERED, cursor.fetchone(), strict=True)}


@functools.cache
def _reader(line: str, field: str) -> ByIds:
    names = rows.ROWS[line]._fields
    return ByIds(
        lambda ids: (
            TABLES[line]._default_manager.filter(**{f"{field}__in": ids}).order_by("id").values_list(*names)
        )
    )


def _rows(line: str, field: str, subjects: Collection[int]) -> dict[int, list[Row]]:
    make = rows.ROWS[line]._make
    found: dict[int, list[Row]] = defaultdict(list)
    for values in _reader(line, field).rows(subjects):
        each = make(values)
        found[getattr(each, field)].append(each)
    for each in found.values():
        each.sort(key=rows.by_day)
    return found


def rows_between(line: str, field: str, first: int, beyond: int) -> list[Row]:
    """The stored rows of a line with ids in a field from the first on and below the second, in the order of rows."""
    row = rows.ROWS[line]
    query = TABLES[line]._default_manager.filter(**{f"{field}__gte": first, f"{field}__lt": beyond})
    return sorted((row(*values) for values in query.values_list(*row._fields)), key=rows.order)
