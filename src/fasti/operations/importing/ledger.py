"""The record as it would stand with the acts imported so far: what is stored, and over it what the staging file holds.

A source for the fold like any other, in bounded memory: what was touched lately is at hand, all else is read from the
file. It changes only by `take`, when an act has been accepted.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import orjson

from fasti.effects import kinds, vacancies
from fasti.effects.recorded import Recorded
from fasti.effects.stored import Stored
from fasti.operations.importing import lately, stage
from fasti.register import rows
from fasti.register.rows import Row

HOLDERS = "holders"
"""All tenures on one post, at hand with the post: asked for with every appointment, and of many persons."""
GROWING = frozenset(("membership", "tenure", "topic"))
"""Lines of which the day of the last effect is kept: what comes later is laid on what came out before."""
_ROW = {**rows.ROWS, HOLDERS: rows.TenureRow}
NUMBER = {line: number for number, line in enumerate(_ROW)}
"""The number of each line in the staging file."""
_NAMES = tuple(_ROW)
_CLASSES = ("unit", "person", "post")
_CLASS = {line: _CLASSES.index(kinds.SUBJECT_OF.get(line, "post")) for line in _ROW}
_DAYS = {
    line: tuple(
        place
        for place, kind in enumerate(typing.get_type_hints(row).values())
        if date in (kind, *typing.get_args(kind))
    )
    for line, row in _ROW.items()
}
"""Where a row of each line holds days."""
_OWNER = {
    "alias": "stands_for",
    "pool": "post",
    "membership": "unit",
    "unit": "parent",
    "lineage": "successor",
}
"""By which other subject a line's rows are asked for."""

_FIXED = ("unit", "establishment")
"""Lines that are asked for with nearly every effect and seldom change."""


class Held:
    """What the import holds of one line: its effects more, and its rows if they are other than those stored."""

    __slots__ = ("earlier", "effects", "is_kept", "last", "rows", "seats", "walk")

    def __init__(
        self, found: tuple[Row, ...] | None = None, *, earlier: Sequence[int] = (), last: date | None = None
    ) -> None:
        self.earlier = earlier
        """Ids of the first of its effects, which are not at hand."""
        self.effects: list[Recorded] = []
        self.rows = found
        self.is_kept = found is not None
        self.last = last
        """The day of the last of all its effects, if the rows are what they alone make; None when not known."""
        self.walk: vacancies.Walk | None = None
        """How its rows came out, where the line is that of a post's empty seats,"""
        self.seats: Sequence[Row] = ()
        """and by which seats."""


Laid = tuple[
    str,
    int,
    Sequence[Recorded],
    Sequence[Row],
    tuple[Row, ...],
    date | None,
    "vacancies.Walk | None",
]
"""A line folded by a plain act: line, subject, effects added, rows before and after, `Held.last`, `Held.walk`."""


class Ledger:
    """A source for the fold over the record and a staging file. `wait`: returns when the file holds all handed over."""

    TURN = 16_000
    """Subjects after which a new turn begins."""

    def __init__(self, kept: stage.Stage, *, wait: Callable[[], None]) -> None:
        self._stage = kept
        self._wait = wait
        self._record = Stored()
        self._lines: lately.Lately[int, dict[str, Held]] = lately.Lately()
        self._by: lately.Lately[tuple[str, int], set[int]] = lately.Lately()
        self._new_by: lately.Lately[tuple[str, int], set[int]] = lately.Lately()
        self._posts: lately.Lately[int, tuple[int, str]] = lately.Lately()
        self._effects: lately.Lately[int, Recorded] = lately.Lately()
        self._voids: dict[int, list[int]] = {}
        self._days: dict[str, date] = {}
        self.written: Callable[[date], str] = functools.lru_cache(maxsize=20_000)(date.isoformat)
        self._fixed: dict[tuple[str, int], Sequence[Row]] = {}
        self._dirty: dict[tuple[str, int], Held] = {}
        self._related: set[tuple[int, int, int]] = set()
        self._first = {name: top + 1 for name, top in self._record._top.items()}
        for id, effect in kept.db.execute("SELECT id, effect FROM voids ORDER BY id"):
            self._voids.setdefault(effect, []).append(id)
        self.has_voids = bool(self._voids) or _is_any("effect", kind="VOID")
        self.has_aliases = _is_any("alias") or _is_staged(kept, "alias")

    # -- one line as the import holds it -------------------------------------------------------------------------

    def _of(self, line: str, subject: int) -> dict[str, Held]:
        """All lines that the import holds of a subject."""
        key = subject * 3 + _CLASS[line]
        found = self._lines.now.get(key)
        if found is None:
            found = self._lines.get(key)
            if found is None:
                found = self._read(key)
                self._lines.put(key, found)
        return found

    def held(self, line: str, subject: int) -> Held | None:
        """What the import holds of a line, None when nothing."""
        return self._of(line, subject).get(line)

    def _read(self, key: int) -> dict[str, Held]:
        found = {}
        first = stage.key_of(0, key)
        asked = "SELECT key, effects, rows FROM line WHERE key BETWEEN ? AND ?"
        for number, effects, held in self._stage.db.execute(asked, [first, first + 31]):
            line = _NAMES[number - first]
            found[line] = self._kept(line, effects, held)
        return found

    def _kept(self, line: str, effects: bytes, held: bytes) -> Held:
        last, *earlier = orjson.loads(effects)
        spans = self._rows(line, orjson.loads(held))
        return Held(spans, earlier=earlier, last=self._day(last) if last else None)

    def bring(self, name: str, ids: Iterable[int]) -> None:
        """Have at hand what the import holds of some subjects."""
        first, lines = _CLASSES.index(name), self._lines
        missing = [key for id in ids if lines.get(key := id * 3 + first) is None]
        for key in missing:
            lines.put(key, {})
        asked = (
            "SELECT line.key, effects, rows FROM json_each(?) AS asked"
            " JOIN line ON line.key BETWEEN asked.value AND asked.value + 31"
        )
        keys = orjson.dumps(sorted(stage.key_of(0, key) for key in missing)).decode()
        for number, effects, held in self._stage.db.execute(asked, [keys]) if missing else ():
            line = _NAMES[number & 31]
            lines.now[number >> 5][line] = self._kept(line, effects, held)

    def _all_effects(self, held: Held) -> Sequence[Recorded]:
        """The effects that the import brought into a line."""
        if held.earlier:
            held.effects[:0] = [self.recorded(id) for id in held.earlier]
            held.earlier = ()
        return held.effects

    def _of_post(self, post: int) -> Held:
        """The tenures on a post that the import brought in."""
        of = self._of(HOLDERS, post)
        held = of.get(HOLDERS)
        if held is None:
            asked = "SELECT * FROM line_tenure WHERE post_id = ?"
            found = [list(row) for row in self._stage.db.execute(asked, [post])]
            held = of[HOLDERS] = Held(self._rows("tenure", found))
        return held

    def _day(self, text: str) -> date:
        found = self._days.get(text)
        if found is None:
            found = self._days[text] = date.fromisoformat(text)
        return found

    def _effect(self, values: Sequence[Any]) -> Recorded:
        id, act, kind, on, *rest = values
        return Recorded(id, act, kind, self._day(on), *rest)

    def _rows(self, line: str, found: Iterable[list[Any]] | None) -> tuple[Row, ...] | None:
        if found is None:
            return None
        result = []
        for values in found:
            for place in _DAYS[line]:
                if values[place] is not None:
                    values[place] = self._day(values[place])
            result.append(_ROW[line](*values))
        return tuple(result)

    # -- taking an accepted act ----------------------------------------------------------------------------------

    def begin(self, name: str, id: int) -> None:
        """A new identity: the file holds nothing of it."""
        self._lines.put(id * 3 + _CLASSES.index(name), {HOLDERS: Held(())} if name == "post" else {})

    def add_post(self, post: int, unit: int, office: str) -> None:
        """A new post."""
        self._posts.put(post, (unit, office))

    def take(self, effects: Iterable[Recorded], after: Mapping[tuple[str, int], Sequence[Row]]) -> None:
        """Take over an act's effects, and the lines that came out of them."""
        for effect in effects:
            self._effects.put(effect.id, effect)
            for line, subject in kinds.lines_of(effect):
                held = self.hold(line, subject)
                held.effects.append(effect)
                held.last = None
            if effect.voids is not None:
                self._voids.setdefault(effect.voids, []).append(effect.id)
                self.has_voids = True
            self.has_aliases = self.has_aliases or effect.kind == "SAME_PERSON"
        for (line, subject), found in after.items():
            self._put(line, subject, tuple(found))

    def hold(self, line: str, subject: int) -> Held:
        """What the import holds of a line, to be changed."""
        of = self._of(line, subject)
        held = of.get(line)
        if held is None:
            held = of[line] = Held()
        if line in _FIXED:
            self._fixed.pop((line, subject), None)
        self._dirty[(line, subject)] = held
        return held

    def take_plain(self, effects: Iterable[Recorded], laid: Iterable[Laid]) -> None:
        """Take over an act without anything voided: each line it touched with its effects and what came out."""
        at_hand = self._effects.now
        for effect in effects:
            at_hand[effect.id] = effect
        for line, subject, added, before, found, last, walk in laid:
            if line == "tenure":
                self._seat(subject, before, found)
            held = self.hold(line, subject)
            was_related = held.rows is not None and line == "membership" and len(found) > 1
            held.effects += added
            held.rows = found
            held.last = last
            if line == "vacancy":
                held.walk, held.seats = walk, self.rows("establishment", subject)
            if line in _OWNER and not (was_related and found[-1].unit == before[-1].unit):
                self._relate(line, subject, found)

    def _put(self, line: str, subject: int, found: tuple[Row, ...]) -> None:
        if found == tuple(self.rows(line, subject)):
            return
        if line == "tenure":
            before = self.rows("tenure", subject)
            self._seat(subject, before, found)
            for post in {row.post for row in (*before, *found)}:
                empty = self.held("vacancy", post)
                if empty is not None:  # the seats left empty may be the same, and others sit on the rest
                    empty.walk = None
        held = self.hold(line, subject)
        held.rows, held.last, held.walk = found, None, None
        if line in _OWNER:
            self._relate(line, subject, found)

    def _seat(self, person: int, before: Sequence[Row], found: Sequence[Row]) -> None:
        """A person's tenures come out new: so do the holders of the posts concerned."""
        is_first = not self._is_changed("tenure", person)
        for post in {
            row.post for row in (*before, *found) if is_first or row not in before or row not in found
        }:
            held = self._of_post(post)
            others = [row for row in held.rows or () if row.person != person]
            held.rows = (*others, *(row for row in found if row.post == post))

    def _relate(self, line: str, subject: int, found: tuple[Row, ...]) -> None:
        owner, number = _OWNER[line], NUMBER[line]
        for row in found:
            id = getattr(row, owner)
            if id is None or (number, id, subject) in self._related:
                continue
            self._related.add((number, id, subject))
            key = (line, id)
            known = self._by.get(key)
            if known is not None:
                known.add(subject)
            new = self._new_by.get(key)
            if new is None:
                self._new_by.put(key, {subject})
            else:
                new.add(subject)

    # -- handing over to the file --------------------------------------------------------------------------------

    def changed(self) -> tuple[list[tuple[Any, ...]], list[tuple[int, int, int]]]:
        """The lines changed since the last call as plain values, and what they are related to."""
        found = []
        for (line, subject), held in self._dirty.items():
            effects: list[Any] = [held.last and self.written(held.last), *held.earlier]
            effects += [effect.id for effect in held.effects]
            spans = None if held.rows is None else [self._plain(row, _DAYS[line]) for row in held.rows]
            key = subject * 3 + _CLASS[line]
            found.append((line, NUMBER[line], key, subject, effects, spans, held.is_kept))
            held.is_kept = held.rows is not None
        related = list(self._related)
        self._dirty, self._related = {}, set()
        return found, related

    def _plain(self, row: Row, days: Iterable[int]) -> list[Any]:
        """A row with its days written out."""
        values = list(row)
        for place in days:
            day = values[place]
            if day is not None:
                values[place] = self.written(day)
        return values

    @property
    def is_full(self) -> bool:
        """Whether so much has come together that a new turn should begin."""
        return len(self._lines) >= self.TURN

    def turn(self) -> None:
        """Forget what was not used lately. Call between chunks, when the file holds all handed over."""
        for kept in (self._lines, self._by, self._new_by, self._posts, self._effects):
            kept.turn()
        self._record = Stored()
        self._fixed.clear()

    # -- Source --------------------------------------------------------------------------------------------------

    def expect(self, keys: Collection[tuple[str, int]]) -> None:
        """Lines that will be folded."""
        self._record.expect([key for key in keys if not self.is_new(*key)])

    def know(self, effects: Collection[int]) -> None:
        """Effects that will be asked for by id."""
        self._record.know([id for id in effects if self._staged_effect(id) is None])

    def prefetch(self, *, units: Collection[int], persons: Collection[int], posts: Collection[int]) -> None:
        """Read at once what a chunk of acts will ask of the record."""
        first = self._first
        for name, ids in (("unit", units), ("person", persons), ("post", posts)):
            self.bring(name, ids)
        known = [
            [id for id in ids if id < first[name]]
            for name, ids in (("unit", units), ("person", persons), ("post", posts))
        ]
        if any(known):
            self._record.prefetch(units=known[0], persons=known[1], posts=known[2])

    def is_new(self, line: str, subject: int) -> bool:
        """Whether the import brought the subject in."""
        return subject >= self._first[_CLASSES[_CLASS[line]]]

    def effects(self, line: str, subject: int) -> Sequence[Recorded]:
        """The effects of a line, voided ones among them."""
        held = self._of(line, subject).get(line)
        if self.is_new(line, subject):
            return self._all_effects(held) if held else ()
        stored = self._record.effects(line, subject)
        return [*stored, *self._all_effects(held)] if held else stored

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """The spans of a line."""
        fixed = self._fixed.get((line, subject))
        if fixed is not None:
            return fixed
        held = self._of(line, subject).get(line)
        found: Sequence[Row]
        if held is not None and held.rows is not None:
            found = held.rows
        else:
            found = () if self.is_new(line, subject) else self._record.rows(line, subject)
        if line in _FIXED:
            self._fixed[(line, subject)] = found
        return found

    def voids_of(self, effect: int) -> Sequence[int]:
        """The effects that void this one."""
        return [*self._record.voids_of(effect), *self._voids.get(effect, ())]

    def is_live(self, effect: int) -> bool:
        """Whether no voiding of an effect stands."""
        return not any(self.is_live(void) for void in self.voids_of(effect))

    def _staged_effect(self, id: int) -> Recorded | None:
        found = self._effects.get(id)
        if found is None:
            columns = (
                'id, act_id, kind, "on", unit_id, person_id, post_id, other_unit_id, other_post_id, data'
            )
            asked = f"SELECT {columns}, voids_id, other_person_id FROM effect WHERE id = ?"  # nosec B608 - our own names
            row = self._stage.db.execute(asked, [id]).fetchone()
            found = self.effect_of(row) if row else None
        return found

    def effect_of(self, row: Sequence[Any]) -> Recorded:
        """An effect as the staging file holds it."""
        data = orjson.loads(row[9])
        return self._effect([*row[:9], data, *row[10:]])

    def recorded(self, id: int) -> Recorded:
        """An effect by its id."""
        return self._staged_effect(id) or self._record.recorded(id)

    def successor_of(self, effect: int) -> int | None:
        """The unit that takes over by an effect that ends one."""
        staged = self._staged_effect(effect)
        return staged.other_unit if staged else self._record.successor_of(effect)

    def subjects(self, line: str, owner: int) -> set[int]:
        """The subjects whose rows, changed by the import, name an owner."""
        found = self._by.get((line, owner))
        if found is None:
            asked = "SELECT subject FROM related WHERE line = ? AND owner = ?"
            found = {subject for (subject,) in self._stage.db.execute(asked, [NUMBER[line], owner])}
            found |= self._new_by.get((line, owner)) or set()
            self._by.put((line, owner), found)
        return found

    def _overlaid(self, line: str, owner: int, stored: Iterable[Any]) -> list[Any]:
        field, name = _OWNER[line], rows.ROWS[line]._fields[0]
        kept = [row for row in stored if not self._is_changed(line, getattr(row, name))]
        mine = [
            row
            for subject in sorted(self.subjects(line, owner))
            for row in self.rows(line, subject)
            if getattr(row, field) == owner and self._is_changed(line, subject)
        ]
        return kept + mine

    def _is_changed(self, line: str, subject: int) -> bool:
        held = self._of(line, subject).get(line)
        return held is not None and held.rows is not None

    def entries_of(self, person: int) -> Sequence[Any]:
        """The entries that were given up for this one."""
        return self._overlaid("alias", person, self._record.entries_of(person)) if self.has_aliases else ()

    def holders(self, post: int) -> Sequence[Any]:
        """All who held a post, ever."""
        mine = self._of_post(post).rows or ()
        if self.is_new(HOLDERS, post):
            return mine
        return [
            *(row for row in self._record.holders(post) if not self._is_changed("tenure", row.person)),
            *mine,
        ]

    def planned(self, post: int) -> Sequence[Any]:
        """All who were planned for a post, ever."""
        return self._overlaid("pool", post, self._record.planned(post))

    def members_of(self, unit: int) -> Sequence[Any]:
        """All who were members of a unit, ever."""
        return self._overlaid("membership", unit, self._record.members_of(unit))

    def children_of(self, unit: int) -> Sequence[Any]:
        """All that stood under a unit, ever."""
        return self._overlaid("unit", unit, self._record.children_of(unit))

    def predecessors_of(self, unit: int) -> Sequence[Any]:
        """All units that went over into this one."""
        return self._overlaid("lineage", unit, self._record.predecessors_of(unit))

    def posts_of(self, unit: int) -> Sequence[int]:
        """All posts of a unit, ever."""
        self._wait()
        staged = {id for (id,) in self._stage.db.execute("SELECT id FROM post WHERE unit_id = ?", [unit])}
        staged |= {id for id, (at, _) in self._posts.now.items() if at == unit}
        staged |= {id for id, (at, _) in self._posts.before.items() if at == unit}
        staged = {id for id in staged if id >= self._first["post"]}
        return [*self._record.posts_of(unit), *sorted(staged)]

    def _post(self, post: int) -> tuple[int, str]:
        found = self._posts.get(post)
        if found is None:
            asked = "SELECT unit_id, office FROM post WHERE id = ?"
            found = self._stage.db.execute(asked, [post]).fetchone()
            found = found or (self._record.unit_of(post), self._record.office_of(post))
            self._posts.put(post, found)
        return found

    def unit_of(self, post: int) -> int:
        """The unit a post belongs to."""
        return self._post(post)[0]

    def office_of(self, post: int) -> str:
        """The office of a post."""
        return self._post(post)[1]


def _is_any(table: str, **where: Any) -> bool:
    from fasti.acts.models import Effect
    from fasti.effects.stored import TABLES

    model: Any = Effect if table == "effect" else TABLES[table]
    return bool(model.objects.filter(**where).exists())


def _is_staged(kept: stage.Stage, line: str) -> bool:
    return kept.db.execute(f'SELECT 1 FROM "line_{line}" LIMIT 1').fetchone() is not None  # nosec B608 - our own names
