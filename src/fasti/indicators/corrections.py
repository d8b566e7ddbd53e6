"""What a book of counts is to be corrected by: its counts over the rows that changed, as they were and as they are.

A figure's row rests on few rows of the record: an appointment on its effect, on whether that was voided, on what kind
of unit issued the act. From the numbers of the rows added and gone since a book was made follows which effects, acts,
persons, posts or units can count otherwise. Those alone are counted twice, over the tables as they were and as they
are, by the statement that made the book; the difference is what is to be added. To take too many is never wrong, for
what did not change counts alike on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import duckdb
import pyarrow as pa

from fasti.indicators import alive, bases, columns, engines, flows, pieces
from fasti.indicators.books import Book, Rows, added_up, named

TABLES = {
    "acts": ("act", "effect", "relation", "unit_span"),
    "effects": ("effect", "alias", "pool_entry", "unit_span"),
    "tasks": ("task", "relation", "unit_span"),
    "topics": ("completed_topic",),
    "memberships": ("membership",),
    "establishment": ("establishment",),
    "tenures": ("tenure",),
    "vacancies": ("vacancy",),
    "units": ("unit_span",),
    "pool": ("pool_entry",),
    "ratings": ("rating",),
    "unit_ratings": ("unit_rating",),
    "sanctions": ("sanction",),
    "unit_sanctions": ("unit_sanction",),
}
"""What can make a row of a relation count otherwise. All else it looks at (effects by their number, posts, persons) is
never changed once it is there."""
_BY_SUBJECT = frozenset(TABLES) - {"acts", "effects", "tasks"}


def rests_on(relation: str, looked_at: Iterable[str]) -> list[str]:
    """The tables whose changes can change the counts of figures that look at these columns."""
    looked_at = frozenset(looked_at)
    left_out = set()
    if relation not in _BY_SUBJECT and not looked_at & flows.TOLD_BY_KIND:
        left_out.add("unit_span")
    if relation == "effects" and "was_planned" not in looked_at:
        left_out.add("pool_entry")
    return [table for table in TABLES[relation] if table not in left_out]


def is_ahead(book: Book, store: columns.Store) -> bool:
    """Whether the book counts what this state of the store does not have yet."""
    found = [(book.marks[table], store.mark(table)) for table in rests_on(book.relation, book.looked_at)]
    return any(
        old.epoch == now.epoch and (old.last > now.last or old.num_gone > now.num_gone) for old, now in found
    )


def is_other(book: Book, store: columns.Store) -> bool:
    """Whether a table was written anew since, so that what it gained and lost cannot be told."""
    tables = rests_on(book.relation, book.looked_at)
    return any(book.marks[table].epoch != store.mark(table).epoch for table in tables)


def is_behind(book: Book, store: columns.Store) -> bool:
    """Whether the tables it rests on went on."""
    return any(book.marks[table] != store.mark(table) for table in rests_on(book.relation, book.looked_at))


class Reader:
    """The tables of one state of the store, and beside them as they were at some marks."""

    def __init__(self, store: columns.Store, engine: engines.Engine) -> None:
        self._store = store  # its files stay while they are read
        self._connection = engines.connect(store)
        self._earlier: list[tuple[Mapping[str, columns.Mark], _Earlier]] = []
        _put_dead(self._connection, "main.dead_effect", engine.dead_effects)
        _put_dead(self._connection, "main.dead_act", engine.dead_acts)

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def counted(self, sql: str, keys: Sequence[str]) -> Rows:
        """What a statement counts over the tables as they are."""
        self._connection.execute("SET search_path = 'main'")
        return added_up([named(self._connection.execute(sql).fetchnumpy(), keys)])

    def correction(self, book: Book, sql: str) -> Rows:
        """What is to be added to a book."""
        earlier = self._as_at(book.marks)
        earlier.pick(book.relation, book.looked_at)
        found = []
        for path, sign in (("few_after,main", 1), (f"few_before,{earlier.schema},main", -1)):
            self._connection.execute(f"SET search_path = '{path}'")
            found.append(named(self._connection.execute(sql).fetchnumpy(), book.keys, sign=sign))
        self._connection.execute("SET search_path = 'main'")
        return added_up(found)

    def _as_at(self, marks: Mapping[str, columns.Mark]) -> _Earlier:
        for kept, found in self._earlier:
            if kept == marks:
                return found
        made = _Earlier(self._connection, self._store, marks, f"earlier_{len(self._earlier)}")
        self._earlier.append((marks, made))
        return made


class _Earlier:
    """The tables that differ as they were at some marks, in a schema of their own."""

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        store: columns.Store,
        marks: Mapping[str, columns.Mark],
        schema: str,
    ) -> None:
        self._do, self._connection = connection.execute, connection
        self._store, self._marks, self.schema = store, marks, schema
        self._told: set[str] = set()
        self._do(f"CREATE SCHEMA {schema}")
        every = {table for tables in TABLES.values() for table in tables}
        self._differing = {
            table for table in every if marks[table] != store.mark(table) and self._is_told(table)
        }
        for table in sorted(self._differing):
            self._lay(table)
        if "effect" in self._differing:
            self._lay_dead_effects()
        if "relation" in self._differing:
            self._lay_dead_acts()

    def _is_told(self, table: str) -> bool:
        return self._marks[table].epoch == self._store.mark(table).epoch

    def _lay(self, table: str) -> None:
        """The table as it was, and (of the register) the numbers that went since."""
        last, num_gone = self._marks[table].last, self._marks[table].num_gone
        left = ""
        if table in bases.REGISTER:
            gone = _gone(self._store, table)
            self._fill(f"{table}_gone_before", gone.slice(0, num_gone))
            self._fill(f"{table}_gone_since", gone.slice(num_gone))
            left = f" ANTI JOIN {self.schema}.{table}_gone_before g ON t.id = g.id"
        rows = f"SELECT {bases.names(table)} FROM {bases.files(self._store.paths(table))} t{left} WHERE t.id <= {last}"  # nosec B608
        self._do(f'CREATE VIEW {self.schema}."{table}" AS {rows}')

    def _fill(self, name: str, ids: pa.Array) -> None:
        self._connection.register("ids", pa.table({"id": ids}))
        self._do(f"CREATE TABLE {self.schema}.{name} AS SELECT id FROM ids")  # nosec B608 - our own names
        self._connection.unregister("ids")

    def _lay_dead_effects(self) -> None:
        sql = f"SELECT id, act_id, voids_id FROM {self.schema}.effect WHERE voids_id IS NOT NULL"  # nosec B608
        found = alive.voided({row[0]: (row[1], row[2]) for row in self._do(sql).fetchall()})
        _put_dead(self._connection, f"{self.schema}.dead_effect", found)

    def _lay_dead_acts(self) -> None:
        sql = f"SELECT act_id, target_id FROM {self.schema}.relation WHERE kind = '{bases.WITHDRAWS}'"  # nosec B608
        found = alive.withdrawn((row[0], row[1]) for row in self._do(sql).fetchall())
        _put_dead(self._connection, f"{self.schema}.dead_act", found)

    def pick(self, relation: str, looked_at: Iterable[str]) -> None:
        """Lay the rows that can count otherwise into `few_before` and `few_after`."""
        for schema in ("few_before", "few_after"):
            self._do(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
            self._do(f"CREATE SCHEMA {schema}")
        found = ["SELECT NULL::BIGINT AS id WHERE FALSE", *self._changed(relation, frozenset(looked_at))]
        self._do(f"CREATE OR REPLACE TABLE main.changed AS {' UNION '.join(found)}")
        for table, column in _PICKED.get(relation, ((TABLES[relation][0], ""),)):
            column = column or next(iter(bases.REGISTER[table]))
            wanted = "changed" if (relation, table) != ("acts", "act") else "changed_and_targets"
            if wanted == "changed_and_targets":
                self._do(_TARGETS)
            for schema, of in (("few_before", self._before(table)), ("few_after", f'main."{table}"')):
                where = f"WHERE {column} IN (SELECT id FROM main.{wanted})"  # nosec B608 - our own names
                self._do(f'CREATE TABLE {schema}."{table}" AS SELECT * FROM {of} {where}')  # nosec B608

    def _before(self, table: str) -> str:
        return f'{self.schema if table in self._differing else "main"}."{table}"'

    def _changed(self, relation: str, looked_at: frozenset[str]) -> list[str]:
        """Statements that together give the numbers of what can count otherwise."""
        if relation in _BY_SUBJECT:
            return self._subjects(TABLES[relation][0])
        found = self._appended(relation)
        issuers = self._subjects("unit_span") if looked_at & flows.TOLD_BY_KIND else []
        if issuers:
            units = " UNION ".join(issuers)
            table = "effect" if relation == "effects" else "act"
            found.append(f"SELECT id FROM main.{table} WHERE issuer_id IN ({units})")  # nosec B608
            found += [f"{_CONCRETISING} WHERE a.issuer_id IN ({units})"] if relation == "acts" else []
        return found + (self._of_people(looked_at) if relation == "effects" else [])

    def _appended(self, relation: str) -> list[str]:
        """What was added to the record, and what was voided or withdrawn or stands again."""
        found = []
        for table, column in _APPENDED[relation]:
            if table in self._differing:
                found.append(f"SELECT {column} FROM main.{table} WHERE id > {self._marks[table].last}")  # nosec B608
        dead, rests = ("dead_effect", "effect") if relation == "effects" else ("dead_act", "relation")
        if rests in self._differing:
            column = next(iter(bases.DEAD[dead]))
            sides = (f"{self.schema}.{dead}", f"main.{dead}")
            for one, other in (sides, sides[::-1]):
                found.append(f"SELECT {column} FROM {one} ANTI JOIN {other} USING ({column})")  # nosec B608
        return found

    def _of_people(self, looked_at: frozenset[str]) -> list[str]:
        """Effects of persons whose entry was given up for another, or who came into or left the pool."""
        people = self._subjects("alias")
        pool = self._subjects("pool_entry") if "was_planned" in looked_at else []
        if pool:
            planned = " UNION ".join(pool)
            people += pool
            people += [
                f"SELECT person_id FROM {alias} WHERE stands_for_id IN ({planned})"  # nosec B608
                for alias in (self._before("alias"), "main.alias")
            ]
        listed = " UNION ".join(people)
        return [f"SELECT id FROM main.effect WHERE person_id IN ({listed})"] if people else []  # nosec B608

    def _subjects(self, table: str) -> list[str]:
        """Statements for the subjects whose rows of a register's table differ."""
        if table not in self._differing:
            return []
        if table not in self._told:
            self._told.add(table)
            self._do(self._differing_subjects(table))
        return [f"SELECT subject FROM {self.schema}.{table}_subjects"]  # nosec B608 - our own names

    def _differing_subjects(self, table: str) -> str:
        """Rows written again as they were are no difference."""
        names, files, last = (
            bases.names(table),
            bases.files(self._store.paths(table)),
            self._marks[table].last,
        )
        before, since = (f"{self.schema}.{table}_gone_{when}" for when in ("before", "since"))
        gone = f"(SELECT id FROM {before} UNION ALL SELECT id FROM {since})"  # nosec B608 - our own names
        added = f"SELECT {names} FROM {files} t ANTI JOIN {gone} g ON t.id = g.id WHERE t.id > {last}"  # nosec B608
        lost = f"SELECT {names} FROM {files} t SEMI JOIN {since} g ON t.id = g.id WHERE t.id <= {last}"  # nosec B608
        subject = next(iter(bases.REGISTER[table]))
        return (
            f"CREATE TABLE {self.schema}.{table}_subjects AS WITH added AS MATERIALIZED ({added}),"  # nosec B608
            f" lost AS MATERIALIZED ({lost}) SELECT DISTINCT {subject} AS subject FROM ("
            "(SELECT * FROM added EXCEPT ALL SELECT * FROM lost) UNION ALL"
            " (SELECT * FROM lost EXCEPT ALL SELECT * FROM added))"
        )


_PICKED = {
    "effects": (("effect", "id"),),
    "acts": (("act", "id"),),
    "tasks": (("task", "act_id"), ("act", "id")),
}
_APPENDED = {
    "effects": (("effect", "id"),),
    "acts": (("act", "id"), ("effect", "act_id"), ("relation", "act_id")),
    "tasks": (("task", "act_id"),),
}
_CONCRETISING = "SELECT r.act_id FROM main.relation r JOIN main.act a ON r.target_id = a.id"
_TARGETS = (
    "CREATE OR REPLACE TABLE main.changed_and_targets AS SELECT id FROM main.changed"
    " UNION SELECT target_id FROM main.relation WHERE act_id IN (SELECT id FROM main.changed)"
)


def _gone(store: columns.Store, table: str) -> pa.Array:
    """The numbers of the rows that are gone, in the order in which they went."""
    found = [each.column("id").combine_chunks() for each in pieces.read(store.gone_paths(table))]
    return pa.concat_arrays([pa.array([], pa.int64()), *found])


def _put_dead(connection: duckdb.DuckDBPyConnection, name: str, dead: Mapping[int, int]) -> None:
    columns_ = list(bases.DEAD[name.rpartition(".")[2]])
    table = pa.table([pa.array(dead.keys(), pa.int64()), pa.array(dead.values(), pa.int64())], names=columns_)
    connection.register("dead", table)
    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM dead")  # nosec B608 - our own names
    connection.unregister("dead")
