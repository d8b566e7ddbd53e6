"""One reading of the live database: every table as of one instant, also while acts are being issued.

What a snapshot says was recorded last, and the rows it gives, belong together. On SQLite it is a connection of its
own that only reads, on PostgreSQL a cursor on the server: a table is never held in memory as a whole. Inside a
transaction of our own that transaction is the snapshot.

SQLite is read through the one library that also writes it. A second copy of SQLite in the same process (such as an
Arrow driver brings along) would let go of the first one's locks on the file, for the system knows locks by process:
readers would then see two states at once, and writers might not keep apart.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc
from django.db import connections

from fasti.indicators import bases

BATCH = 50_000
Mark = tuple[int, int, str]
"""The highest act, the highest effect, the hash of that act."""
_TYPES = {"int64": pa.int64(), "string": pa.string(), "date": pa.date32()}


class Snapshot(Protocol):
    """The database as of one instant."""

    def first(self, sql: str) -> Sequence[Any] | None: ...
    def all(self, sql: str) -> Sequence[Sequence[Any]]: ...
    def rows(self, table: str, since: int | None) -> Iterator[pa.Table]: ...


@contextlib.contextmanager
def reading(database: str) -> Iterator[Snapshot]:
    """A snapshot, for as long as the block lasts."""
    connection = connections[database]
    if connection.in_atomic_block:
        yield _Live(connection)
    elif connection.vendor == "sqlite" and Path(str(connection.settings_dict["NAME"])).is_file():
        path = Path(str(connection.settings_dict["NAME"])).resolve()
        raw = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=20)
        with contextlib.closing(raw):
            raw.execute("BEGIN")
            yield _OnFile(raw)
    elif connection.vendor == "postgresql":
        with contextlib.closing(_repeatable(connection)) as raw:
            yield _OnServer(raw)
    else:
        yield _Live(connection)


def live(database: str) -> Snapshot:
    """The database as it is now, each statement for itself."""
    return _Live(connections[database])


def _repeatable(connection: Any) -> Any:
    """A connection of its own on which everything is read as of its first statement."""
    import psycopg

    raw = connection.get_new_connection(connection.get_connection_params())
    raw.autocommit = False
    raw.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    raw.read_only = True
    return raw


def mark(snapshot: Snapshot) -> Mark:
    """How far the record goes."""
    effect = snapshot.first("SELECT COALESCE(MAX(id), 0) FROM effect") or (0,)
    act = snapshot.first("SELECT id, hash FROM act ORDER BY id DESC LIMIT 1") or (0, "")
    return int(act[0]), int(effect[0]), str(act[1])


class _Live:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def first(self, sql: str) -> Sequence[Any] | None:
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            found: Sequence[Any] | None = cursor.fetchone()
            return found

    def all(self, sql: str) -> Sequence[Sequence[Any]]:
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall())

    def rows(self, table: str, since: int | None) -> Iterator[pa.Table]:
        with self._connection.cursor() as cursor:
            cursor.execute(bases.select(table, vendor=self._connection.vendor, since=since))
            yield from _batches(table, cursor)


class _OnServer:
    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def first(self, sql: str) -> Sequence[Any] | None:
        found: Sequence[Any] | None = self._raw.execute(sql).fetchone()
        return found

    def all(self, sql: str) -> Sequence[Sequence[Any]]:
        return list(self._raw.execute(sql).fetchall())

    def rows(self, table: str, since: int | None) -> Iterator[pa.Table]:
        with self._raw.cursor(name="rows") as cursor:
            cursor.itersize = BATCH
            cursor.execute(bases.select(table, vendor="postgresql", since=since))
            yield from _batches(table, cursor)


class _OnFile:
    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def first(self, sql: str) -> Sequence[Any] | None:
        found: Sequence[Any] | None = self._raw.execute(sql).fetchone()
        return found

    def all(self, sql: str) -> Sequence[Sequence[Any]]:
        return list(self._raw.execute(sql).fetchall())

    def rows(self, table: str, since: int | None) -> Iterator[pa.Table]:
        cursor = self._raw.execute(bases.select(table, vendor="sqlite", since=since))
        try:
            yield from _batches(table, cursor)
        finally:
            # What was not read to its end may outlive the file.
            with contextlib.suppress(sqlite3.ProgrammingError):
                cursor.close()


def schema(table: str, *, is_numbered: bool = False) -> pa.Schema:
    """The columns of a table of the column store; `is_numbered`: with the numbers of a register's rows."""
    columns = bases.numbered(table) if is_numbered else bases.stored()[table]
    return pa.schema([(name, _TYPES[kind]) for name, kind in columns.items()])


def table(name: str, rows: Sequence[Sequence[Any]], *, is_numbered: bool = False) -> pa.Table:
    """Rows, days as text or as days, as one table."""
    fields = schema(name, is_numbered=is_numbered)
    columns = list(zip(*rows, strict=True)) or [()] * len(fields)
    return pa.table(
        [_array(values, field) for values, field in zip(columns, fields, strict=True)], schema=fields
    )


def _batches(name: str, cursor: Any) -> Iterator[pa.Table]:
    while batch := cursor.fetchmany(BATCH):
        yield table(name, batch, is_numbered=True)


def _without_empty(text: pa.Array) -> pa.Array:
    """An empty text is no text, whichever way it was read."""
    return pc.if_else(pc.equal(text, ""), None, text)


def _array(values: Sequence[Any], field: pa.Field) -> pa.Array:
    if pa.types.is_date32(field.type) and str in set(map(type, values)):
        return _without_empty(pa.array(values, pa.string())).cast(field.type)
    found = pa.array(values, field.type)
    return _without_empty(found) if pa.types.is_string(field.type) else found
