"""The column store: the tables figures are read from, as Parquet files, brought up to date before each
question.

What is appended to the record is appended here by highest id (acts are recorded under one lock, so ids are
committed in their own order); the register's tables are written anew when an act has been recorded since. All of
it is read in one snapshot of the database, and one state of the store takes the place of the one before in one step,
so a reader always sees one state (see the shelf). If the database is not the one the store was made from (restored,
made anew), or a file is not as it was written, the store is made anew. It holds no names.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings
from django.db import connections

from fasti.dates import axes
from fasti.indicators import bases, known, shelf, snapshots

SHAPE = 5
"""Raised whenever the files' columns change: older stores are then made anew."""
ROW_GROUP = 122_880
MANY_FILES = 16
MANY_KNOWN = 8
_SAVED = ("shape", "last_act", "last_effect", "last_hash", "last_ids", "files")


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
    leases: tuple[shelf.Lease, ...] = ()
    """While one of them is held, no process removes the files."""

    def paths(self, table: str) -> list[str]:
        """The files of a table, in order of their rows. Names may be whole paths."""
        return [str(Path(self.folder) / name) for name in self.files[table]]


def current(*, database: str = "default") -> Store:
    """The store, brought up to date with all that is recorded."""
    folder = _folder(database)
    with shelf.locked(folder):
        found = _read(folder)
        if found and (found.last_act, found.last_effect, found.last_hash) == _mark(database):
            return found
        shelf.sweep(folder)
        with snapshots.reading(database) as snapshot:
            mark = snapshots.mark(snapshot)
            base = found if found and _continues(found, database) else None
            return _replaced(folder, lambda: _bring_up(folder, base, mark, snapshot))


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
    with shelf.locked(folder):
        register = _read(folder) or _replaced(folder, lambda: _make_known(folder, cut, sealed, day))
        _keep_few(folder)
    files = {table: whole.paths(table) for table in whole.files}
    files |= {table: register.paths(table) for table in register.files}
    return replace(register, files=files, leases=(*whole.leases, *register.leases))


def forget(*, database: str = "default") -> None:
    """Remove the store, e.g. after a person's data were erased. The next question makes it anew."""
    shelf.clear(_folder(database))


def kept(*, database: str = "default") -> Store | None:
    """The store as it is, where it is up to date and sound; None where there is none, or it is behind or damaged."""
    folder = _folder(database)
    if not folder.is_dir():
        return None
    with shelf.locked(folder):
        found = _read(folder)
    if found is None or (found.last_act, found.last_effect, found.last_hash) != _mark(database):
        return None
    return found


def differs(store: Store, table: str, *, database: str = "default") -> bool:
    """Whether a table of the store holds other rows than the database, in whatever order."""
    since = 0 if table in bases.APPENDED else None
    order = [(name, "ascending") for name in snapshots.schema(table).names]
    none = snapshots.table(table, ())
    with snapshots.reading(database) as live:
        there = pa.concat_tables([none, *live.rows(table, since)])
    held = pa.concat_tables([none, *(pq.read_table(path) for path in store.paths(table))])
    return not bool(held.sort_by(order).equals(there.sort_by(order)))


def _folder(database: str) -> Path:
    description = connections[database].settings_dict
    parts = [str(description.get(key) or "") for key in ("ENGINE", "HOST", "PORT", "NAME")]
    name = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
    return Path(settings.HOME) / "columns" / name


def _read(folder: Path) -> Store | None:
    """The state of a folder with a lease on it; None if there is none, or it is not sound, or of another shape."""
    found = shelf.read(folder)
    if found is None or found.get("shape") != SHAPE:
        return None
    held = shelf.lease(folder, str(found["generation"]))
    return Store(str(folder), **{name: found[name] for name in _SAVED}, leases=(held,))


def _replaced(folder: Path, make: Callable[[], Store]) -> Store:
    """The state that `make` writes, put in the place of the one before; files left over are removed."""
    try:
        made = make()
        names = [name for names in made.files.values() for name in names]
        saved: dict[str, Any] = {name: getattr(made, name) for name in _SAVED}
        generation = shelf.replace(folder, saved, names)
        return replace(made, leases=(shelf.lease(folder, generation),))
    finally:
        shelf.sweep(folder)


def _mark(database: str) -> snapshots.Mark:
    return snapshots.mark(snapshots.live(database))


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


def _bring_up(folder: Path, base: Store | None, mark: snapshots.Mark, snapshot: snapshots.Snapshot) -> Store:
    files: dict[str, Sequence[str]] = {}
    last_ids = dict(base.last_ids) if base else {}
    for table in bases.APPENDED:
        old = list(base.files[table]) if base else []
        since = last_ids.get(table, 0)
        name, num, last = _write(folder, table, snapshot.rows(table, since))
        last_ids[table] = last or since
        if num or not old:
            old.append(name)
        files[table] = _compacted(folder, table, old)
    for table in (*bases.REGISTER, *bases.IDENTITIES):
        files[table] = [_write(folder, table, snapshot.rows(table, None))[0]]
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
        table: [_write(folder, table, iter([snapshots.table(table, rows)]))[0]]
        for table, rows in known.register(day).items()
    }
    return Store(str(folder), SHAPE, cut, 0, sealed, {}, files)


def _keep_few(folder: Path) -> None:
    """Mark the known day's folder as used, and remove those that have not been for longest and nobody reads."""
    os.utime(folder)
    used = sorted(folder.parent.glob("known-*"), key=lambda other: other.stat().st_mtime)
    for other in used[:-MANY_KNOWN]:
        if not any(shelf.is_read(file) for pattern in ("lock", "*.lease") for file in other.glob(pattern)):
            shutil.rmtree(other, ignore_errors=True)


def _write(folder: Path, table: str, tables: Iterator[pa.Table]) -> tuple[str, int, int]:
    """Write the rows as one file; its name, the number of rows and the last id (0 for tables without)."""
    name, num, last = f"{table}-{uuid.uuid4().hex}.parquet", 0, 0
    with pq.ParquetWriter(folder / name, snapshots.schema(table), compression="zstd") as writer:
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
