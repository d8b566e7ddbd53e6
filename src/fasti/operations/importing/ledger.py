"""The record as it would stand with the acts imported so far: what is stored, and over it what the staging file holds.

A source for the fold like any other, in bounded memory: what was touched lately is at hand, all else is read from the
file. It changes only by `take`, when an act has been accepted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import orjson

from fasti.effects import kinds, vacancies
from fasti.effects.recorded import Recorded
from fasti.effects.stored import Stored
from fasti.operations.importing import lately, line_rows, stage, told
from fasti.operations.importing.line_rows import Held
from fasti.register import rows
from fasti.register.rows import Row

HOLDERS = "holders"
"""All tenures on one post, at hand with the post: asked for with every appointment, and of many persons."""
GROWING = frozenset(("membership", "tenure", "topic"))
"""Lines of which the day of the last effect is kept: what comes later is laid on what came out before."""
_FIXED = ("unit", "establishment")
"""Lines that are asked for with nearly every effect and seldom change."""
_CLASSES = ("unit", "person", "post")
_CLASS = {line: _CLASSES.index(kinds.SUBJECT_OF.get(line, "post")) for line in (*rows.ROWS, HOLDERS)}
_OF_CLASS = tuple(tuple(line for line in rows.ROWS if _CLASS[line] == number) for number in range(3))
"""The lines of units, of persons and of posts."""


_OWNER = {
    "alias": "stands_for",
    "pool": "post",
    "membership": "unit",
    "unit": "parent",
    "lineage": "successor",
}
"""By which other subject a line's rows are asked for,"""
_OWNED_BY = {"alias": "person", "pool": "post"} | dict.fromkeys(("membership", "unit", "lineage"), "unit")
"""and what that is."""
_COLUMNS = (
    'id, act_id, kind, "on", unit_id, person_id, post_id, other_unit_id, other_post_id, data, voids_id, '
    "other_person_id"
)
"""An effect in the order of `Recorded`."""


Laid = tuple[str, int, Sequence[Row], tuple[Row, ...], date | None, "vacancies.Walk | None"]
"""A line folded by a plain act: line, subject, rows before and after, `Held.last`, `Held.walk`."""


class Ledger:
    """A source for the fold over the record and a staging file."""

    TURN = 40_000
    """Subjects after which a new turn begins."""

    def __init__(self, kept: stage.Stage) -> None:
        self._stage = kept
        self._record = Stored()
        self._lines: lately.Lately[int, dict[str, Held]] = lately.Lately()
        self._posts: lately.Lately[int, tuple[int, str]] = lately.Lately()
        self._effects: lately.Lately[int, Recorded] = lately.Lately()
        self._voids: dict[int, list[int]] = {}
        self._fixed: dict[tuple[str, int], Sequence[Row]] = {}
        self.lasting: set[int] = set()
        """Units of which it is known that nothing ends them."""
        self._told = told.Told()
        self._dirty: dict[str, dict[int, Held]] = {}
        self._first = {name: top + 1 for name, top in self._record.top.items()}
        self._top = [_top(kept, name) or self._first[name] - 1 for name in _CLASSES]
        self._in_file = set(rows.ROWS) if kept.get("next") else set()
        """Lines of which the file may hold something."""
        for id, effect in kept.db.execute("SELECT id, effect FROM voids ORDER BY id"):
            self._voids.setdefault(effect, []).append(id)
        self.has_voids = bool(self._voids) or _is_any("effect", kind="VOID")
        self.has_aliases = _is_any("alias") or kept.has_lines("alias")

    # -- one line as the import holds it -------------------------------------------------------------------------

    def _of(self, line: str, subject: int) -> dict[str, Held]:
        """All lines that the import holds of a subject."""
        number = _CLASS[line]
        key = subject * 3 + number
        found = self._lines.now.get(key)
        if found is None:
            found = self._lines.get(key)
            if found is None:
                if subject > self._top[number]:  # the act at hand brings it in
                    return {}
                self.bring(_CLASSES[number], [subject])
                found = self._lines.now[key]
        return found

    def held(self, line: str, subject: int) -> Held | None:
        """What the import holds of a line, None when nothing."""
        return self._of(line, subject).get(line)

    def come_to(self, line: str, subject: int) -> tuple[Sequence[Row], date | None]:
        """A line's rows, and the day of the last of all its effects; None when that is not known."""
        if subject > self._top[_CLASS[line]]:  # the act at hand brings it in
            return (), date.min
        of = self._lines.now.get(subject * 3 + _CLASS[line])
        held = (self._of(line, subject) if of is None else of).get(line)
        if held is None:
            return ((), date.min) if self.is_new(line, subject) else (self._record.rows(line, subject), None)
        return self._record.rows(line, subject) if held.rows is None else held.rows, held.last

    def bring(self, name: str, ids: Iterable[int]) -> None:
        """Have at hand what the import holds of some subjects."""
        number, lines = _CLASSES.index(name), self._lines
        _, unknown = lines.several([id * 3 + number for id in ids])
        missing: dict[int, dict[str, Held]] = {key // 3: {} for key in unknown}
        for line in _OF_CLASS[number] if missing else ():
            if line in self._in_file:
                for subject, place, *values, last in self._stage.lines_of(line, missing):
                    held = missing[subject].setdefault(line, Held(()))
                    held.read(line, (subject, *values), place, last)
        for id, found in missing.items():
            lines.put(id * 3 + number, found)

    def _of_post(self, post: int) -> Held:
        """The tenures on a post that the import brought in."""
        held = self._of(HOLDERS, post).get(HOLDERS)
        return held or self._bring_holders([post])[post]

    def _bring_holders(self, posts: Collection[int]) -> dict[int, Held]:
        """Have at hand the tenures on some posts, all at once."""
        found: dict[int, list[Row]] = {post: [] for post in posts}
        for person, _, post, *values, _ in self._stage.holders_of(posts) if posts else ():
            found[post].append(line_rows.row("tenure", (person, post, *values)))
        held = {post: Held(tuple(rows)) for post, rows in found.items()}
        for post, each in held.items():
            if post <= self._top[_CLASS[HOLDERS]]:
                self._of(HOLDERS, post)[HOLDERS] = each
        return held

    # -- taking an accepted act ----------------------------------------------------------------------------------

    def begin(self, name: str, id: int) -> None:
        """A new identity: the file holds nothing of it."""
        number = _CLASSES.index(name)
        self._top[number] = id
        self._lines.now[id * 3 + number] = {HOLDERS: Held(())} if name == "post" else {}

    def add_post(self, post: int, unit: int, office: str) -> None:
        """A new post."""
        self._posts.put(post, (unit, office))

    def take(self, effects: Sequence[Recorded], after: Mapping[tuple[str, int], Sequence[Row]]) -> None:
        """Take over an act's effects, and the lines that came out of them."""
        self._told.add(effects)
        for effect in effects:
            for line, subject in kinds.lines_of(effect):
                held = self.hold(line, subject)
                held.last = None
                if held.rows is None and self.is_new(line, subject):
                    held.rows = ()
            if effect.voids is not None:
                self._voids.setdefault(effect.voids, []).append(effect.id)
                self.has_voids = True
            self.has_aliases = self.has_aliases or effect.kind == "SAME_PERSON"
        for (line, subject), found in after.items():
            self._put(line, subject, tuple(found))

    def hold(self, line: str, subject: int) -> Held:
        """What the import holds of a line, to be changed."""
        of = self._lines.now.get(subject * 3 + _CLASS[line])
        if of is None:
            of = self._of(line, subject)
        held = of.get(line)
        if held is None:
            held = of[line] = Held()
        if line in _FIXED:
            self._fixed.pop((line, subject), None)
            self.lasting.discard(subject)
        dirty = self._dirty.get(line)
        if dirty is None:
            dirty = self._dirty[line] = {}
        dirty[subject] = held
        return held

    def take_plain(self, effects: Sequence[Recorded], laid: Iterable[Laid]) -> None:
        """Take over an act without anything voided: each line it touched with what came out."""
        self._told.add(effects)
        for line, subject, before, found, last, walk in laid:
            if line == "tenure":
                self._seat(subject, before, found)
            held = self.hold(line, subject)
            held.rows = found
            held.last = last
            if line == "vacancy":
                held.walk, held.seats = walk, self.rows("establishment", subject)

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

    def _seat(self, person: int, before: Sequence[Row], found: Sequence[Row]) -> None:
        """A person's tenures come out new: so do the holders of the posts concerned."""
        is_first = not self._is_changed("tenure", person)
        for post in {
            row.post for row in (*before, *found) if is_first or row not in before or row not in found
        }:
            held = self._of_post(post)
            others = [row for row in held.rows or () if row.person != person]
            held.rows = (*others, *(row for row in found if row.post == post))

    # -- handing over to the file --------------------------------------------------------------------------------

    def changed(self) -> dict[str, tuple[list[stage.LineRow], list[tuple[int, int]]]]:
        """What `Stage.put_lines` takes for each line, of all that changed since the last call."""
        found = {line: line_rows.changed(line, dirty) for line, dirty in self._dirty.items()}
        self._in_file |= self._dirty.keys()
        self._dirty, self._told = {}, told.Told()
        return found

    @property
    def is_full(self) -> bool:
        """Whether so much has come together that a new turn should begin."""
        return len(self._lines) >= self.TURN

    def turn(self) -> None:
        """Forget what was not used lately. Call between chunks, when the file holds all handed over."""
        for kept in (self._lines, self._posts, self._effects):
            kept.turn()
        self._record = Stored()
        self._fixed.clear()
        self.lasting.clear()

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
        self._bring_holders([post for post in posts if HOLDERS not in self._of(HOLDERS, post)])
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
        stored = () if self.is_new(line, subject) else self._record.effects(line, subject)
        new = self._told.of(line, subject)
        if subject > self._top[_CLASS[line]] or line not in self._in_file:
            return [*stored, *new]
        self._stage.settle()
        read: dict[int, Recorded] = {}
        for field in kinds.SUBJECTS_OF[line]:
            self._stage.index("effect", f"{field}_id")
            asked = f"SELECT {_COLUMNS} FROM effect WHERE {field}_id = ?"  # nosec B608 - our own names
            found = (self.effect_of(row) for row in self._stage.db.execute(asked, [subject]))
            read |= {each.id: each for each in found if (line, subject) in kinds.lines_of(each)}
        return [*stored, *(read[id] for id in sorted(read)), *new]

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
        found = self._told.get(id) or self._effects.get(id)
        if found is None:
            self._stage.settle()
            asked = f"SELECT {_COLUMNS} FROM effect WHERE id = ?"  # nosec B608 - our own names
            row = self._stage.db.execute(asked, [id]).fetchone()
            if row:
                found = self.effect_of(row)
                self._effects.put(id, found)
        return found

    def effects_of(self, act: int) -> list[Recorded]:
        """The effects of an act that the import brought in, in their order."""
        self._stage.index("effect", "act_id")
        self._stage.settle()
        asked = f"SELECT {_COLUMNS} FROM effect WHERE act_id = ? ORDER BY ordinal"  # nosec B608 - our own names
        return [self.effect_of(row) for row in self._stage.db.execute(asked, [act]).fetchall()]

    def effect_of(self, row: Sequence[Any]) -> Recorded:
        """An effect as the staging file holds it."""
        id, act, kind, on, unit, person, post, other_unit, other_post, data, voids, other_person = row
        where = (unit, person, post, other_unit, other_post)
        return Recorded(id, act, kind, line_rows.day_of(on), *where, orjson.loads(data), voids, other_person)

    def recorded(self, id: int) -> Recorded:
        """An effect by its id."""
        return self._staged_effect(id) or self._record.recorded(id)

    def successor_of(self, effect: int) -> int | None:
        """The unit that takes over by an effect that ends one."""
        staged = self._staged_effect(effect)
        return staged.other_unit if staged else self._record.successor_of(effect)

    def _subjects(self, line: str, owner: int) -> set[int]:
        """The subjects whose rows, changed by the import, name an owner, or did when they were put into the file."""
        field = _OWNER[line]
        dirty = self._dirty.get(line, {})
        found = {id for id, held in dirty.items() for row in held.rows or () if getattr(row, field) == owner}
        if line in self._in_file:
            table, columns = f"line_{line}", self._stage.lines[line]
            column = columns[rows.ROWS[line]._fields.index(field)]
            self._stage.index(table, column)
            self._stage.settle()
            asked = f'SELECT "{columns[0]}" FROM "{table}" WHERE "{column}" = ?'  # nosec B608 - our own names
            found |= {subject for (subject,) in self._stage.db.execute(asked, [owner])}
        return found

    def _overlaid(self, line: str, owner: int, stored: Iterable[Any]) -> list[Any]:
        if owner > self._top[_CLASSES.index(_OWNED_BY[line])]:
            return []
        field, name = _OWNER[line], rows.ROWS[line]._fields[0]
        kept = [row for row in stored if not self._is_changed(line, getattr(row, name))]
        mine = [
            row
            for subject in sorted(self._subjects(line, owner))
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
        if unit > self._top[_CLASSES.index("unit")]:
            return []
        self._stage.index("post", "unit_id")
        self._stage.settle()
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


def _top(kept: stage.Stage, name: str) -> int | None:
    """The highest id of units, persons or posts in the file."""
    found: int | None = kept.db.execute(f'SELECT MAX(id) FROM "{name}"').fetchone()[0]  # nosec B608 - our own names
    return found
