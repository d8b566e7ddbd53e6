"""The tables figures are read from as they would stand after an act: the store, with what the act adds and changes
laid over it in memory.

Four states lie side by side in one connection: the tables as they are (`main`) and as they would be (`changed`), and
of both the few rows that the difference between them can rest on (`few_before`, `few_after`). Rows that stand in both
of the latter are equal there, whatever else is missing around them; so what a relation gives on one and not on the
other is what the act changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from fasti.effects import store as register
from fasti.effects.state import Change
from fasti.indicators import bases, columns, engines, known, snapshots
from fasti.register import rows

BEFORE, AFTER = "few_before", "few_after"
_CHANGED, _ADDED, _GONE, _IDS = "changed", "added", "gone", "ids"
_BY_ACT = ("relation", "task")


@dataclass(frozen=True)
class Patch:
    """What acts not yet issued would add to the record, and the lines of the register they would change.

    `appended`: rows by table (act, effect, relation, task, unit, person, post), each in the order of its columns in
    the column store.
    """

    appended: Mapping[str, Sequence[Sequence[Any]]]
    changes: Sequence[Change]

    def column(self, table: str, name: str) -> list[Any]:
        """The values of a column of the appended rows."""
        at = list(bases.stored()[table]).index(name)
        return [row[at] for row in self.appended.get(table, ())]

    @property
    def tables(self) -> dict[str, list[Change]]:
        """The changed lines by the table they are kept in, those that figures are read from."""
        found: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes:
            table = str(register.TABLES[change.line]._meta.db_table)
            if table in bases.REGISTER:
                found[table].append(change)
        return found


@dataclass
class Reach:
    """The identities, acts and effects that what changes can rest on."""

    effects: set[int] = field(default_factory=set)
    acts: set[int] = field(default_factory=set)
    persons: set[int] = field(default_factory=set)
    posts: set[int] = field(default_factory=set)
    units: set[int] = field(default_factory=set)
    judged_effects: frozenset[int] = frozenset()
    """Effects that may enter or leave a figure themselves."""
    judged_acts: frozenset[int] = frozenset()
    """Acts that may, with their tasks."""


class Trial:
    """The four states over one state of the store."""

    def __init__(self, store: columns.Store, patch: Patch) -> None:
        self.patch = patch
        self._store = store  # its files stay while they are read
        self.before = engines.over(store)
        self._connection = engines.connect(store)
        for schema in (_CHANGED, _ADDED, _GONE, _IDS, BEFORE, AFTER):
            self._do(f"CREATE SCHEMA {schema}")
        for table in store.files:
            self._lay(table)
        self.after = engines.Engine("duckdb", self._runs(_CHANGED), (object(),))
        engines.lay_out_dead(self.after)
        self.reach = self._reach()
        self._pick(store.files)
        self.kinds = self._named_by("kind", "effect", self.reach.judged_effects)
        self.types = self._named_by("type", "act", self.reach.judged_acts)
        self.reported = self._named_by("form", "act", self.reach.judged_acts) - {"", None}
        """The forms of reports that come or go."""

    def rows(self, sql: str, state: str) -> list[tuple[Any, ...]]:
        """The rows of a statement on one of the states."""
        cursor = self._connection.cursor()
        cursor.execute(f"USE {state}")
        return list(cursor.execute(sql).fetchall())

    def _named_by(self, name: str, table: str, ids: Iterable[int]) -> frozenset[str]:
        """What the effects or acts that may enter or leave a figure are."""
        listed = ", ".join(map(str, sorted(ids))) or "NULL"
        sql = f'SELECT DISTINCT "{name}" FROM "{table}" WHERE id IN ({listed})'  # nosec B608 - our own names
        return frozenset(row[0] for row in self.rows(sql, AFTER))

    def _runs(self, schema: str) -> engines.Runs:
        def run(sql: str) -> engines.Rows:
            cursor = self._connection.cursor()
            cursor.execute(f"USE {schema}")
            found = cursor.execute(sql)
            return found.fetchnumpy() if found.description else {}

        return run

    def _do(self, sql: str) -> None:
        self._connection.execute(sql)

    def _keep(self, name: str, made: Any) -> None:
        self._connection.register("made", made)
        self._do(f"CREATE TABLE {name} AS SELECT * FROM made")  # nosec B608 - our own names
        self._connection.unregister("made")

    def _keep_ids(self, name: str, ids: Iterable[int]) -> None:
        self._keep(name, _numbers(["id"], [(id,) for id in sorted(ids)]))

    # -- what the act adds and takes away ------------------------------------------------------------------------

    def _lay(self, table: str) -> None:
        """The table as it would stand."""
        added, where = list(self.patch.appended.get(table, ())), ""
        changes = self.patch.tables.get(table, [])
        if changes:
            self._keep_ids(f'{_GONE}."{table}"', {change.subject for change in changes})
            column = _subject(changes[0].line)
            where = f' WHERE "{column}" NOT IN (SELECT id FROM {_GONE}."{table}")'  # nosec B608 - our own names
            added += known.columns_of(changes[0].line, table, [row for each in changes for row in each.after])
        sql = f'SELECT * FROM main."{table}"{where}'  # nosec B608 - our own names
        if added:
            self._keep(f'{_ADDED}."{table}"', snapshots.table(table, added))
            sql += f' UNION ALL SELECT * FROM {_ADDED}."{table}"'  # nosec B608 - our own names
        self._do(f'CREATE VIEW {_CHANGED}."{table}" AS {sql}')

    # -- what that can rest on -----------------------------------------------------------------------------------

    def _reach(self) -> Reach:
        reach = Reach()
        for table, changes in self.patch.tables.items():
            for row in (row for change in changes for row in (*change.before, *change.after)):
                self._reach_row(table, change_row=row, line=changes[0].line, reach=reach)
        recast = self._units_of_other_kind()
        dead = set(self.before.dead_effects) ^ set(self.after.dead_effects)
        judged = {*self.patch.column("effect", "id"), *dead, *self._planned()}
        judged |= self._of("effect", "id", "issuer_id", recast)
        acts = {*self.patch.column("act", "id"), *(set(self.before.dead_acts) ^ set(self.after.dead_acts))}
        acts |= self._of("act", "id", "issuer_id", recast)
        acts |= self._of("relation", "act_id", "target_id", self._of("act", "id", "issuer_id", recast))
        reach.judged_effects, reach.judged_acts = frozenset(judged), frozenset(acts)
        reach.effects |= judged | self._of("effect", "id", "act_id", acts)
        self._reach_from(reach)
        return reach

    def _reach_row(self, table: str, *, change_row: Any, line: str, reach: Reach) -> None:
        (values,) = known.columns_of(line, table, [change_row])
        places = {
            "person_id": reach.persons, "post_id": reach.posts, "unit_id": reach.units, "parent_id": reach.units,
            "stands_for_id": reach.persons, "opened_by_id": reach.effects, "closed_by_id": reach.effects,
        }  # fmt: skip
        for name, value in zip(bases.REGISTER[table], values, strict=True):
            if name in places and value is not None:
                places[name].add(value)

    def _reach_from(self, reach: Reach) -> None:
        """What the effects and acts reached name themselves."""
        names = ("act_id", "person_id", "post_id", "issuer_id")
        named = self._named("effect", names, "id", reach.effects)
        reach.persons |= named["person_id"] | self._of(
            "alias", "stands_for_id", "person_id", named["person_id"]
        )
        reach.posts |= named["post_id"]
        targets = self._of("relation", "target_id", "act_id", reach.judged_acts)
        reach.acts |= reach.judged_acts | targets | named["act_id"]
        reach.units |= named["issuer_id"] | self._of("act", "issuer_id", "id", reach.acts)
        reach.units |= self._of("post", "unit_id", "id", reach.posts)

    def _units_of_other_kind(self) -> set[int]:
        """Units whose kind on some day would be another: what their acts count as depends on it."""
        changes = self.patch.tables.get("unit_span", [])
        return {each.subject for each in changes if _kinds(each.before) != _kinds(each.after)}

    def _planned(self) -> set[int]:
        """Effects on persons whose planning for a post would be another, or who would be another person."""
        persons = {each.subject for each in self.patch.tables.get("pool_entry", ())}
        persons |= self._of("alias", "person_id", "stands_for_id", persons)
        persons |= {each.subject for each in self.patch.tables.get("alias", ())}
        return self._of("effect", "id", "person_id", persons)

    def _of(self, table: str, name: str, key: str, ids: Iterable[int]) -> set[int]:
        return self._named(table, (name,), key, ids)[name]

    def _named(self, table: str, names: Sequence[str], key: str, ids: Iterable[int]) -> dict[str, set[int]]:
        """The values of columns in the rows, as they would stand, with one of the ids in `key`."""
        found: dict[str, set[int]] = {name: set() for name in names}
        listed = ", ".join(map(str, sorted(ids)))
        if not listed:
            return found
        wanted = ", ".join(f'"{name}"' for name in names)
        sql = f'SELECT {wanted} FROM "{table}" WHERE "{key}" IN ({listed})'  # nosec B608 - our own names
        for row in self.rows(sql, _CHANGED):
            for name, value in zip(names, row, strict=True):
                if value is not None:
                    found[name].add(value)
        return found

    # -- the few rows --------------------------------------------------------------------------------------------

    def _pick(self, tables: Iterable[str]) -> None:
        reach = self.reach
        ids: dict[str, tuple[str, set[int]]] = {
            "effect": ("id", reach.effects),
            "act": ("id", reach.acts),
            "person": ("id", reach.persons),
            "post": ("id", reach.posts),
            "unit": ("id", reach.units),
            **{table: ("act_id", set(reach.judged_acts)) for table in _BY_ACT},
        }
        for table in tables:
            key, wanted = ids.get(table) or self._subjects(table)
            self._keep_ids(f'{_IDS}."{table}"', wanted)
            for few, state in ((BEFORE, "main"), (AFTER, _CHANGED)):
                where = f'"{key}" IN (SELECT id FROM {_IDS}."{table}")'  # nosec B608 - our own names
                sql = f'SELECT * FROM {state}."{table}" WHERE {where}'  # nosec B608 - our own names
                self._do(f'CREATE TABLE {few}."{table}" AS {sql}')
        for few, engine in ((BEFORE, self.before), (AFTER, self.after)):
            self._pick_dead(few, "dead_effect", engine.dead_effects, reach.effects)
            self._pick_dead(few, "dead_act", engine.dead_acts, reach.acts)

    def _subjects(self, table: str) -> tuple[str, set[int]]:
        """The column of a register table's subject, and the subjects whose rows matter."""
        changes = self.patch.tables.get(table, [])
        line = next(line for line, model in register.TABLES.items() if model._meta.db_table == table)
        subjects = {each.subject for each in changes}
        if table == "unit_span":
            subjects |= self.reach.units
        if table in ("pool_entry", "alias"):
            subjects |= self.reach.persons
        return _subject(line), subjects

    def _pick_dead(self, few: str, table: str, dead: Mapping[int, int], ids: set[int]) -> None:
        pairs = [(id, dead[id]) for id in sorted(ids & set(dead))]
        self._keep(f"{few}.{table}", _numbers(list(bases.DEAD[table]), pairs))


def _subject(line: str) -> str:
    """The column that names the subject of a line."""
    return f"{rows.ROWS[line]._fields[0]}_id"


def _kinds(spans: Sequence[Any]) -> list[Any]:
    """A unit's kinds in order with the day of each change; the first counts also before it was founded."""
    found: list[Any] = []
    for span in sorted(spans, key=lambda span: span.starts_on):
        if not found or found[-1][1] != span.kind:
            found.append((span.starts_on if found else None, span.kind))
    return found


def _numbers(names: Sequence[str], found: Sequence[Sequence[int]]) -> pa.Table:
    """Rows of numbers as a table."""
    values = list(zip(*found, strict=True)) or [()] * len(names)
    return pa.table({name: pa.array(column, pa.int64()) for name, column in zip(names, values, strict=True)})
