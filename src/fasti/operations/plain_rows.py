"""Rows of the database as plain lines of text, the same from SQLite and from PostgreSQL, and back.

A line is a row: columns parted by tabs, `\\N` where there is nothing, a backslash before what would break the line
(the text format of PostgreSQL's COPY). Truth is `t` or `f`, days are ISO, instants UTC with six digits of a second.
The rows of all tables are read as of one instant, also while acts are being issued, and pass through in pieces:
no table is held in memory.
"""

from __future__ import annotations

import contextlib
import io
import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import IO, Any, Protocol

from django.apps import apps
from django.db import connections, models

BATCH = 2_000
Columns = Mapping[str, str]
"""Column to its kind: number, text, truth, day, instant or json."""
_KINDS = {
    "BooleanField": "truth",
    "DateField": "day",
    "DateTimeField": "instant",
    "JSONField": "json",
    "CharField": "text",
    "TextField": "text",
}
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


def tables() -> dict[str, dict[str, str]]:
    """Every table of the record with its columns; the body's own row last, for without it there is no body."""
    named = {model._meta.db_table: _columns(model) for model in apps.get_app_config("fasti").get_models()}
    named["body"] = named.pop("body")
    return named


def _columns(model: type[models.Model]) -> dict[str, str]:
    return {
        str(f.column): _KINDS.get(_base(f).get_internal_type(), "number") for f in model._meta.concrete_fields
    }


def _base(field: models.Field[Any, Any]) -> models.Field[Any, Any]:
    """The field that a reference points to, by which its column is typed."""
    return _base(field.target_field) if isinstance(field, models.ForeignKey) else field


class Source(Protocol):
    """All tables as of one instant."""

    def lines(self, table: str, columns: Columns) -> Iterator[bytes | memoryview]: ...
    def ask(self, sql: str) -> list[tuple[Any, ...]]: ...


@contextlib.contextmanager
def reading(database: str = "default") -> Iterator[Source]:
    """A connection of its own that sees everything committed until now and nothing that comes after."""
    connection = connections[database]
    raw: Any
    if connection.vendor == "sqlite":
        path = str(connection.settings_dict["NAME"])
        raw = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None, timeout=20)
        with contextlib.closing(raw):
            raw.execute("BEGIN")
            raw.execute("SELECT COUNT(*) FROM body").fetchone()
            yield _FromSqlite(raw)
    else:
        raw = connection.get_new_connection(connection.get_connection_params())
        with contextlib.closing(raw):
            raw.autocommit = True
            raw.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            raw.execute("SELECT COUNT(*) FROM body")
            yield _FromPostgres(raw)


class _FromSqlite:
    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self._raw.execute(sql).fetchall()

    def lines(self, table: str, columns: Columns) -> Iterator[bytes]:
        line = " || char(9) || ".join(_in_sqlite(name, kind) for name, kind in columns.items())
        cursor = self._raw.execute(f'SELECT {line} FROM "{table}" ORDER BY id')  # nosec B608 - our own names
        while rows := cursor.fetchmany(BATCH):
            yield "".join(f"{row[0]}\n" for row in rows).encode()


def _in_sqlite(name: str, kind: str) -> str:
    column = f'"{name}"'
    value = {
        "number": column,
        "day": column,
        "truth": f"CASE WHEN {column} THEN 't' WHEN NOT {column} THEN 'f' END",
        "instant": f"CASE WHEN instr({column}, '.') THEN {column} ELSE {column} || '.000000' END",
    }.get(kind)
    if value is None:
        value = f"replace({column}, '\\', '\\\\')"
        for code, letter in ((9, "t"), (10, "n"), (13, "r")):
            value = f"replace({value}, char({code}), '\\{letter}')"
    return f"COALESCE({value}, '\\N')"


class _FromPostgres:
    def __init__(self, raw: Any) -> None:
        self._raw = raw

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        return list(self._raw.execute(sql).fetchall())

    def lines(self, table: str, columns: Columns) -> Iterator[bytes | memoryview]:
        values = ", ".join(_in_postgres(name, kind) for name, kind in columns.items())
        sql = f'COPY (SELECT {values} FROM "{table}" ORDER BY id) TO STDOUT'  # nosec B608 - our own names
        with self._raw.cursor() as cursor, cursor.copy(sql) as copy:
            yield from copy


def _in_postgres(name: str, kind: str) -> str:
    if kind == "instant":
        return f"to_char(\"{name}\" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
    return f"to_char(\"{name}\", 'YYYY-MM-DD')" if kind == "day" else f'"{name}"'


def load(table: str, columns: Columns, content: IO[bytes], *, database: str = "default") -> int:
    """Insert the lines of a table with the ids they carry; the number of rows. Part of the caller's transaction."""
    connection = connections[database]
    if connection.vendor == "sqlite":
        return _load_sqlite(connection, table, columns, content)
    names = ", ".join(f'"{name}"' for name in columns)
    num = 0
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        while piece := content.read(1 << 20):
            copy.write(piece)
            num += piece.count(b"\n")
    return num


def _load_sqlite(connection: Any, table: str, columns: Columns, content: IO[bytes]) -> int:
    names = ", ".join(f'"{name}"' for name in columns)
    places = ", ".join(_into_sqlite(kind) for kind in columns.values())
    sql = f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # nosec B608 - our own names
    num = 0
    with connection.cursor() as cursor:
        for batch in _in_batches(content):
            cursor.executemany(sql, batch)
            num += len(batch)
    return num


def _into_sqlite(kind: str) -> str:
    return {"truth": "%s = 't'", "instant": "replace(%s, '.000000', '')"}.get(kind, "%s")


def _in_batches(content: IO[bytes]) -> Iterator[list[list[str | None]]]:
    batch: list[list[str | None]] = []
    for row in rows(content):
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def rows(content: IO[bytes]) -> Iterator[list[str | None]]:
    """The values of each line as text; None where there is nothing."""
    for line in io.TextIOWrapper(content, "utf-8", newline="\n"):
        yield [_value(each) for each in line.rstrip("\n").split("\t")]


def _value(text: str) -> str | None:
    if text == "\\N":
        return None
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), text) if "\\" in text else text


@contextlib.contextmanager
def unreferenced(database: str = "default") -> Iterator[None]:
    """References are checked at the end, table by table, and not row by row: that would be held in memory."""
    connection = connections[database]
    if connection.vendor == "sqlite":
        yield
        return
    mine = ", ".join(f"'{table}'" for table in tables())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.relname, c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c "  # nosec B608 - our own names
            "JOIN pg_class r ON r.oid = c.conrelid WHERE c.contype = 'f' "
            f"AND c.connamespace = current_schema()::regnamespace AND r.relname IN ({mine})"
        )
        found = cursor.fetchall()
        for table, name, _ in found:
            cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
        yield
        for table, name, definition in found:
            cursor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition}')


def reset_sequences(database: str = "default") -> None:
    """Let new rows be numbered after the highest id."""
    from django.core.management.color import no_style

    connection = connections[database]
    mine = list(apps.get_app_config("fasti").get_models())
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), mine):
            cursor.execute(statement)
