"""The last step of an import: everything the staging file holds goes into the record in one transaction.

On SQLite the file is attached and its tables are copied; on PostgreSQL they go over the wire as COPY. All triggers and
constraints stay. Where an import brings more rows than a table has, the table's indexes are built anew after it, in the
same transaction: whoever is killed in the midst leaves the table and its indexes as they were.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, cast

from django.db import connection, models

from fasti.effects import kinds
from fasti.effects.stored import TABLES
from fasti.operations.importing import stage
from fasti.register import rows

CACHE = 48_000
"""KiB of a SQLite database that are held in memory while the rows go in."""
_BLOCK = 2_000
"""Rows sent to PostgreSQL at once."""
_FEW = 10_000
"""Up to so many rows indexes are never built anew."""
TIMED = ("act", "effect")
"""The tables whose rows say when they were recorded."""


def lines() -> dict[str, list[str]]:
    """The columns of each line of the register, the subject first."""
    return {line: [_column(TABLES[line], name) for name in row._fields] for line, row in rows.ROWS.items()}


def _column(table: type[models.Model], field: str) -> str:
    return str(cast("models.Field[Any, Any]", table._meta.get_field(field)).column)


def record(
    kept: stage.Stage, *, first: Mapping[str, int], recorded_at: datetime, is_within: bool = False
) -> None:
    """Write what the staging file holds. Call under the lock of the body, with the record as it was examined.

    `is_within`: the transaction is a part of another one.
    """
    target = _target(kept, is_within=is_within)
    at = connection.ops.adapt_datetimefield_value(recorded_at)
    with target.open():
        _remove_old_lines(kept, first)
        for source in sources(kept):
            target.copy(source, str(at))


class Source(NamedTuple):
    """A table of the staging file, and where its rows go."""

    table: str
    """The table of the record."""
    name: str
    """The table of the staging file."""
    columns: Sequence[str]
    is_timed: bool = False
    """Whether its rows say when they were recorded."""
    key: str = "rowid"
    """By which number its rows are in order."""

    @property
    def rows(self) -> str:
        """Which of its rows are copied."""
        return "TRUE" if self.key == "rowid" else f"place > {stage.EMPTY}"


def sources(kept: stage.Stage) -> list[Source]:
    """All tables of the staging file that are copied, each after those it refers to."""
    found = [Source(table, table, stage.TABLES[table], table in TIMED) for table in stage.TABLES]
    return found + [
        Source(TABLES[line]._meta.db_table, f"line_{line}", columns, key=columns[0])
        for line, columns in kept.lines.items()
    ]


# -- register rows that give way ---------------------------------------------------------------------------------


def _remove_old_lines(kept: stage.Stage, first: Mapping[str, int]) -> None:
    """Take out the stored rows of lines that the import changed."""
    for line, columns in kept.lines.items():
        limit = first[kinds.SUBJECT_OF.get(line, "post")]
        if limit == 1:
            continue
        table, column = TABLES[line]._meta.db_table, columns[0]
        asked = f'SELECT DISTINCT "{column}" FROM "line_{line}" WHERE "{column}" < ?'  # nosec B608
        subjects = kept.db.execute(asked, [limit]).fetchall()
        statement = f'DELETE FROM "{table}" WHERE "{column}" = %s'  # nosec B608 - our own names
        with connection.cursor() as cursor:
            cursor.executemany(statement, subjects)


def _target(kept: stage.Stage, *, is_within: bool) -> Any:
    if connection.vendor == "postgresql":
        return _Postgres(kept, is_within=is_within)
    return _OneByOne(kept) if is_within else _Sqlite(kept)


# -- SQLite ------------------------------------------------------------------------------------------------------


class _Sqlite:
    """Copies tables of the attached staging file."""

    def __init__(self, kept: stage.Stage) -> None:
        self._stage = kept

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        """Attach the file for as long as the rows go in."""
        with connection.cursor() as cursor:
            (usual,) = cursor.execute("PRAGMA cache_size").fetchone()
            cursor.execute("ATTACH DATABASE %s AS staged", [str(self._stage.path)])
            cursor.execute(f"PRAGMA cache_size = -{CACHE}")
            try:
                yield
            finally:
                cursor.execute(f"PRAGMA cache_size = {int(usual)}")

    def copy(self, source: Source, at: str) -> None:
        """Copy a table, with the time of recording."""
        table = source.table
        with connection.cursor() as cursor:
            (num,) = cursor.execute(f'SELECT COUNT(*) FROM staged."{source.name}"').fetchone()  # nosec B608
            if not num:
                return
            (has,) = cursor.execute(f'SELECT COALESCE(MAX(id), 0) FROM main."{table}"').fetchone()  # nosec B608
            asked, args = _select(source, at, file="staged.")
            with _without_indexes(table, cursor) if num > max(has, _FEW) else contextlib.nullcontext():
                cursor.execute(f'INSERT INTO main."{table}" ({_names(source)}) {asked}', args)  # nosec B608


def _names(source: Source) -> str:
    names = (*source.columns, "recorded_at") if source.is_timed else source.columns
    return ", ".join(f'"{name}"' for name in names)


def _select(source: Source, at: str, *, file: str = "") -> tuple[str, list[str]]:
    listed = [f'kept."{name}"' for name in source.columns]
    listed += ["%s"] if source.is_timed else []
    statement = (
        f'SELECT {", ".join(listed)} FROM {file}"{source.name}" AS kept'  # nosec B608 - our own names
        f' WHERE {source.rows} ORDER BY kept."{source.key}"'
    )
    return statement, [at] if source.is_timed else []


@contextlib.contextmanager
def _without_indexes(table: str, cursor: Any) -> Iterator[None]:
    """Take a table's indexes away and build them anew: many times as fast as to keep them up row by row."""
    asked = (
        "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL"
    )
    found = cursor.execute(asked, [table]).fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX main."{name}"')
    yield
    for _, statement in found:
        cursor.execute(statement.replace("%", "%%"))


class _OneByOne:
    """Hands rows over. Within a transaction of others a file cannot be attached: it could not be let go again."""

    def __init__(self, kept: stage.Stage) -> None:
        self._stage = kept

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        """Nothing to open."""
        yield

    def copy(self, source: Source, at: str) -> None:
        """Copy a table, with the time of recording."""
        asked, args = _select(source, at)
        places = ", ".join(["%s"] * (len(source.columns) + source.is_timed))
        found = self._stage.db.execute(asked.replace("%s", "?"), args)
        with connection.cursor() as cursor:
            while block := found.fetchmany(_BLOCK):
                statement = f'INSERT INTO "{source.table}" ({_names(source)}) VALUES ({places})'  # nosec B608
                cursor.executemany(statement, block)


# -- PostgreSQL --------------------------------------------------------------------------------------------------


class _Postgres:
    """Sends tables of the staging file as COPY; SQLite writes the lines of text.

    Where an import brings more rows than a table has, the table's indexes and foreign keys are built anew after all
    tables: a foreign key is then checked for all rows at once instead of row by row. Not within a transaction of
    others, in which rows may still wait to be checked.
    """

    def __init__(self, kept: stage.Stage, *, is_within: bool) -> None:
        self._stage = kept
        self._is_within = is_within
        self._later: list[str] = []

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        """Take away first what is built anew at the end: rows that wait to be checked would forbid it later."""
        for source in () if self._is_within else sources(self._stage):
            num = self._num(source)
            if num > _FEW and num > _num_rows(source.table) and _is_ours(source.table):
                self._take_away(source.table)
        yield
        with connection.cursor() as cursor:
            if self._later:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for statement in self._later:
                cursor.execute(statement)

    def _num(self, source: Source) -> int:
        """The number of rows of a table of the staging file."""
        return int(self._stage.db.execute(f'SELECT COUNT(*) FROM "{source.name}"').fetchone()[0])  # nosec B608

    def _take_away(self, table: str) -> None:
        """Take away the indexes and foreign keys of a table, until its rows are in."""
        with connection.cursor() as cursor:
            asked = (
                "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
                " WHERE contype = 'f' AND conrelid = %s::regclass ORDER BY conname"
            )
            cursor.execute(asked, [f'"{table}"'])
            keys = cursor.fetchall()
            asked = (
                "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
                " WHERE indrelid = %s::regclass AND NOT indisprimary"
                " AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)"
            )
            cursor.execute(asked, [f'"{table}"'])
            indexes = cursor.fetchall()
            for name, _ in keys:
                cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
            for name, _ in indexes:
                cursor.execute(f"DROP INDEX {name}")
        self._later[:0] = [statement for _, statement in indexes]
        self._later += [f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {rule}' for name, rule in keys]

    def copy(self, source: Source, at: str) -> None:
        """Copy a table, with the time of recording."""
        key = f'kept."{source.key}"'
        asked = f'SELECT MIN({key}), MAX({key}) FROM "{source.name}" AS kept'  # nosec B608 - our own names
        first, last = self._stage.db.execute(asked).fetchone()
        if last is None:
            return
        listed = [_csv(f'kept."{name}"') for name in source.columns] + ["?"] * source.is_timed
        line = " || ',' || ".join(listed)
        block = f"{source.rows} AND {key} >= ? AND {key} < ?"
        within = f'SELECT {line} AS line FROM "{source.name}" AS kept WHERE {block} ORDER BY {key}'  # nosec B608
        asked = f"SELECT group_concat(line, char(10)) || char(10) FROM ({within})"  # nosec B608
        with connection.cursor() as cursor:
            statement = f'COPY "{source.table}" ({_names(source)}) FROM STDIN WITH (FORMAT csv)'
            with cursor.cursor.copy(statement) as copy:
                for start in range(first, last + 1, _BLOCK):
                    args = [f'"{at}"'] if source.is_timed else []
                    (text,) = self._stage.db.execute(asked, [*args, start, start + _BLOCK]).fetchone()
                    if text:
                        copy.write(text)


def _is_ours(table: str) -> bool:
    """Whether the user of the connection may change a table, and not only what is in it."""
    with connection.cursor() as cursor:
        asked = "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = %s::regclass"
        cursor.execute(asked, [f'"{table}"'])
        return bool(cursor.fetchone()[0])


def _num_rows(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT COUNT(*) FROM "{table}"')  # nosec B608 - our own names
        return int(cursor.fetchone()[0])


def _csv(column: str) -> str:
    """A value as CSV: nothing for NULL, a number bare, all else in quotes."""
    quoted = f"""'"' || replace({column}, '"', '""') || '"'"""
    return f"CASE typeof({column}) WHEN 'null' THEN '' WHEN 'integer' THEN {column} ELSE {quoted} END"
