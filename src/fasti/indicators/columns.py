"""The column store: the tables figures are read from, as Parquet files, brought up to date before each
question.

What is appended to the record is appended here by highest id (acts are recorded under one lock, so ids are
committed in their own order); the register's tables are written anew when an act has been recorded since. A
manifest names the files that belong together and is replaced in one step, so a reader always sees one state.
If the database is not the one the store was made from (restored, made anew), the store is made anew too. It
holds no names.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.conf import settings
from django.db import connections

from fasti.dates import axes
from fasti.indicators import bases, known

SHAPE = 3
"""Raised whenever the files' columns change: older stores are then made anew."""
BATCH = 50_000
ROW_GROUP = 122_880
MANY_FILES = 16
MANY_KNOWN = 8
_TYPES = {"int64": pa.int64(), "string": pa.string(), "date": pa.date32()}


@dataclass(frozen=True, slots=True)
class Store:
    """One state of the store: the files of each table. Rows of acts after `last_act` are not part of it."""

    folder: str
    shape: int
    last_act: int
    last_effect: int
    last_hash: str
    last_ids: Mapping[str, int]
    files: Mapping[str, Sequence[str]]

    def paths(self, table: str) -> list[str]:
        """The files of a table, in order of their rows. Names may be whole paths."""
        return [str(Path(self.folder) / name) for name in self.files[table]]


def current(*, database: str = "default") -> Store:
    """The store, brought up to date with all that is recorded."""
    folder = _folder(database)
    with _locked(folder):
        found = _read(folder)
        mark = _mark(database)
        if found and (found.last_act, found.last_effect, found.last_hash) == mark:
            return found
        base = found if found and _continues(found, database) else None
        made = _bring_up(folder, base, mark, database)
        _replace(folder, made, found)
        return made


def as_known(day: date, *, database: str = "default") -> Store:
    """The store as it would have been at the end of a known day: the register of then, the record up to then.

    Only for the default database, whose effects the register is folded from.
    """
    if database != "default":
        raise ValueError(f"{database}: only the default database can be read as known on a day")
    whole = current(database=database)
    cut, sealed = _last_act_before(day, database)
    if cut >= whole.last_act:
        return whole
    folder = _folder(database) / f"known-{cut}-{sealed[:16]}"
    with _locked(folder):
        register = _read(folder) or _make_known(folder, cut, sealed, day)
    _keep_few(folder)
    files = {table: whole.paths(table) for table in whole.files}
    files |= {table: register.paths(table) for table in register.files}
    return replace(register, files=files)


def forget(*, database: str = "default") -> None:
    """Remove the store, e.g. after a person's data were erased. The next question makes it anew."""
    shutil.rmtree(_folder(database), ignore_errors=True)


def _folder(database: str) -> Path:
    description = connections[database].settings_dict
    parts = [str(description.get(key) or "") for key in ("ENGINE", "HOST", "PORT", "NAME")]
    name = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
    return Path(settings.HOME) / "columns" / name


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _read(folder: Path) -> Store | None:
    try:
        found = Store(**json.loads((folder / "manifest.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.shape == SHAPE else None


def _mark(database: str) -> tuple[int, int, str]:
    with connections[database].cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(id), 0) FROM effect")
        effect = int(cursor.fetchone()[0])
        cursor.execute("SELECT id, hash FROM act ORDER BY id DESC LIMIT 1")
        act, sealed = cursor.fetchone() or (0, "")
    return int(act), effect, str(sealed)


def _continues(found: Store, database: str) -> bool:
    """Whether the database still holds the record up to where the store ends."""
    with connections[database].cursor() as cursor:
        cursor.execute("SELECT hash FROM act WHERE id = %s", [found.last_act])
        row = cursor.fetchone()
    return bool(row and row[0] == found.last_hash)


def _last_act_before(day: date, database: str) -> tuple[int, str]:
    """The last act recorded until the end of a day, and its hash. Acts are recorded in the order of their ids."""
    sql = "SELECT id, hash FROM act WHERE recorded_at < %s ORDER BY recorded_at DESC, id DESC LIMIT 1"
    with connections[database].cursor() as cursor:
        cursor.execute(sql, [axes.known_before(day)])
        found = cursor.fetchone()
    return (int(found[0]), str(found[1])) if found else (0, "")


def _bring_up(folder: Path, base: Store | None, mark: tuple[int, int, str], database: str) -> Store:
    files: dict[str, Sequence[str]] = {}
    last_ids = dict(base.last_ids) if base else {}
    for table in bases.APPENDED:
        old = list(base.files[table]) if base else []
        since = last_ids.get(table, 0)
        rows = _rows(table, database, since=since)
        name, num, last = _write(folder, table, rows)
        last_ids[table] = last or since
        if num or not old:
            old.append(name)
        files[table] = _compacted(folder, table, old)
    for table in (*bases.REGISTER, *bases.IDENTITIES):
        files[table] = [_write(folder, table, _rows(table, database))[0]]
    return Store(str(folder), SHAPE, mark[0], mark[1], mark[2], last_ids, files)


def _compacted(folder: Path, table: str, names: list[str]) -> list[str]:
    """The files, put into one when there are many."""
    if len(names) < MANY_FILES:
        return names
    tables = (pq.read_table(folder / name) for name in names)
    return [_write(folder, table, tables)[0]]


def _make_known(folder: Path, cut: int, sealed: str, day: date) -> Store:
    """The register's tables alone; the record's own are those of the whole store up to an act."""
    files = {
        table: [_write(folder, table, iter([_table(table, rows)]))[0]]
        for table, rows in known.register(day).items()
    }
    made = Store(str(folder), SHAPE, cut, 0, sealed, {}, files)
    _replace(folder, made, None)
    return made


def _keep_few(folder: Path) -> None:
    """Mark the known day's folder as used, and remove those that have not been for longest."""
    os.utime(folder)
    used = sorted(folder.parent.glob("known-*"), key=lambda other: other.stat().st_mtime)
    for other in used[:-MANY_KNOWN]:
        shutil.rmtree(other, ignore_errors=True)


def _replace(folder: Path, made: Store, before: Store | None) -> None:
    """Make `made` the state of the store; files of neither it nor the state before are removed."""
    draft = folder / f"manifest-{uuid.uuid4().hex}"
    draft.write_text(json.dumps(asdict(made), indent=1), "utf-8")
    draft.replace(folder / "manifest.json")
    kept = {name for store in (made, before) if store for names in store.files.values() for name in names}
    for file in folder.glob("*.parquet"):
        if file.name not in kept:
            file.unlink(missing_ok=True)


def _write(folder: Path, table: str, tables: Iterator[pa.Table]) -> tuple[str, int, int]:
    """Write the rows as one file; its name, the number of rows and the last id (0 for tables without)."""
    name, num, last = f"{table}-{uuid.uuid4().hex}.parquet", 0, 0
    with pq.ParquetWriter(folder / name, _schema(table), compression="zstd") as writer:
        for rows in _gathered(tables):
            writer.write_table(rows)
            num += rows.num_rows
            if table in bases.APPENDED and rows.num_rows:
                last = rows.column("id")[-1].as_py()
    return name, num, last


def _gathered(tables: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """The rows in few large pieces: each becomes a row group, and a scan pays for every one."""
    waiting: list[pa.Table] = []
    num = 0
    for rows in tables:
        waiting.append(rows)
        if (num := num + rows.num_rows) >= ROW_GROUP:
            yield pa.concat_tables(waiting).combine_chunks()
            waiting, num = [], 0
    if waiting:
        yield pa.concat_tables(waiting).combine_chunks()


def _schema(table: str) -> pa.Schema:
    return pa.schema([(name, _TYPES[kind]) for name, kind in bases.stored()[table].items()])


def _rows(table: str, database: str, *, since: int | None = None) -> Iterator[pa.Table]:
    """The rows of a table of the live database, or those after an id, in batches."""
    connection = connections[database]
    if connection.vendor == "sqlite" and _is_shared_file(connection):
        sql = bases.select(table, vendor="sqlite", since=since, never_null=True)
        yield from _rows_by_adbc(table, sql, connection.settings_dict["NAME"])
        return
    with connection.cursor() as cursor:
        cursor.execute(bases.select(table, vendor=connection.vendor, since=since))
        while batch := cursor.fetchmany(BATCH):
            yield _table(table, batch)


def _is_shared_file(connection: Any) -> bool:
    """Whether another connection sees the same rows: a file, and no transaction open in this one."""
    return not connection.in_atomic_block and Path(str(connection.settings_dict["NAME"])).is_file()


def _rows_by_adbc(table: str, sql: str, path: Any) -> Iterator[pa.Table]:
    from adbc_driver_sqlite import dbapi

    with dbapi.connect(f"file:{path}?mode=ro") as connection, connection.cursor() as cursor:
        cursor.execute(sql)
        for batch in cursor.fetch_record_batch():
            columns = [batch.column(i) for i in range(batch.num_columns)]
            yield pa.table([_cast(column, field) for column, field in zip(columns, _schema(table), strict=True)],
                           schema=_schema(table))  # fmt: skip


def _cast(column: pa.Array, field: pa.Field) -> pa.Array:
    if pa.types.is_integer(field.type):
        return column.cast(field.type)
    text = column.cast(pa.string())
    return pc.if_else(pc.equal(text, ""), None, text).cast(field.type)


def _table(table: str, rows: Sequence[Sequence[Any]]) -> pa.Table:
    """Rows, days as text or as days, as one table."""
    schema = _schema(table)
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table(
        [_array(values, field) for values, field in zip(columns, schema, strict=True)], schema=schema
    )


def _array(values: Sequence[Any], field: pa.Field) -> pa.Array:
    if pa.types.is_date32(field.type) and any(isinstance(value, str) for value in values):
        return pa.array(values, pa.string()).cast(field.type)
    return pa.array(values, field.type)
