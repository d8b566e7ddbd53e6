"""The column store: the tables figures are read from, as Parquet files, brought up to date before each
question.

What is appended to the record and to the identities is appended here by highest id (acts are recorded under one lock,
so ids are committed in their own order). Of the register, the rows of lines that were written since are added and those
they took the place of are named as gone (see `vanished`). All of it is read in one snapshot of the database, and
one state of the store takes the place of the one before in one step, so a reader always sees one state (see the
shelf). If the database is not the one the store was made from (restored, made anew), or a file is not as it was
written, the store is made anew. It holds no names.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from django.conf import settings
from django.db import connections

from fasti.dates import axes
from fasti.indicators import bases, known, pieces, shelf, snapshots, vanished

SHAPE = 7
"""Raised whenever the files' columns change: older stores are then made anew."""
MANY_FILES = pieces.MANY_FILES
MANY_KNOWN = 8
_SAVED = ("shape", "last_act", "last_effect", "last_hash", "last_ids", "files", "gone", "num_rows", "epochs")


class Mark(NamedTuple):
    """How far a table of the store goes: its epoch, its highest id, the length of its lists of gone rows."""

    epoch: str
    last: int
    num_gone: int


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
    gone: Mapping[str, Sequence[str]]
    """For tables of the register: files with the numbers of rows that count no more."""
    num_rows: Mapping[str, int]
    """Of each file."""
    epochs: Mapping[str, str] = field(default_factory=dict)
    """For each table a name that is another as soon as its files hold no longer all they ever held: rows that are gone
    were left out of them, or the table was read as a whole."""
    leases: tuple[shelf.Lease, ...] = ()
    """While one of them is held, no process removes the files."""

    def paths(self, table: str) -> list[str]:
        """The files of a table, in order of their rows. Names may be whole paths."""
        return [str(Path(self.folder) / name) for name in self.files[table]]

    def gone_paths(self, table: str) -> list[str]:
        """The files that say which rows of a table count no more."""
        return [str(Path(self.folder) / name) for name in self.gone.get(table, ())]

    def pieces_of(self, table: str) -> list[pieces.Piece]:
        """The files of a table with their numbers of rows."""
        return [
            pieces.Piece(name, self.num_rows[name], self.last_ids.get(table, 0)) for name in self.files[table]
        ]

    def mark(self, table: str) -> Mark:
        """How far a table goes: with an equal epoch, what it has more than before can be told from its files."""
        return Mark(
            self.epochs[table], self.last_ids[table], sum(piece.num_rows for piece in self.gone_of(table))
        )

    def num_held(self, table: str) -> int:
        """How many rows of a table count."""
        gone = sum(piece.num_rows for piece in self.gone_of(table))
        return sum(piece.num_rows for piece in self.pieces_of(table)) - gone

    def gone_of(self, table: str) -> list[pieces.Piece]:
        """The same of its lists of gone rows."""
        return [pieces.Piece(name, self.num_rows[name], 0) for name in self.gone.get(table, ())]


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
    return replace(register, files=files, gone={}, leases=(*whole.leases, *register.leases))


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
    order = [(name, "ascending") for name in snapshots.schema(table).names]
    none = snapshots.table(table, (), is_numbered=True)
    with snapshots.reading(database) as live:
        there = pa.concat_tables([none, *live.rows(table, None)])
    held = pa.concat_tables([none, *pieces.read(store.paths(table), store.gone_paths(table))])
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
        saved: dict[str, Any] = {name: getattr(made, name) for name in _SAVED}
        generation = shelf.replace(folder, saved, made.num_rows)
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
    with vanished.Reader() as reader:
        made = [_brought_up(folder, table, base, snapshot, reader) for table in bases.stored()]
    files = {each.table: [piece.name for piece in each.rows] for each in made}
    gone = {each.table: [piece.name for piece in each.gone] for each in made if each.gone}
    num_rows = {piece.name: piece.num_rows for each in made for piece in (*each.rows, *each.gone)}
    last_ids = {each.table: each.last for each in made}
    epochs = {each.table: each.epoch for each in made}
    return Store(str(folder), SHAPE, mark[0], mark[1], mark[2], last_ids, files, gone, num_rows, epochs)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the store: its files, its lists of gone rows, its highest id, its epoch."""

    table: str
    rows: Sequence[pieces.Piece]
    gone: Sequence[pieces.Piece]
    last: int
    epoch: str


def _brought_up(
    folder: Path, table: str, base: Store | None, snapshot: snapshots.Snapshot, reader: vanished.Reader
) -> _Table:
    """A table, continued from the state before or read as a whole."""
    if base is not None:
        try:
            return _continued(folder, table, base, snapshot, reader)
        except vanished.NotFollowed:
            pass  # E.g. rows put back with the numbers they had. Reading all of it is always right.
    made = pieces.write(folder, table, snapshots.schema(table, is_numbered=True), snapshot.rows(table, 0))
    return _Table(table, [made], [], made.last, _new_epoch())


def _continued(
    folder: Path, table: str, base: Store, snapshot: snapshots.Snapshot, reader: vanished.Reader
) -> _Table:
    since = base.last_ids[table]
    made = pieces.added(folder, table, snapshots.schema(table, is_numbered=True), snapshot.rows(table, since))
    new = [made] if made else []
    gone = base.gone_of(table)
    if table in bases.REGISTER:
        held = vanished.Held(table, base.paths(table), base.gone_paths(table), base.num_held(table))
        paths, num_new = [str(folder / piece.name) for piece in new], sum(piece.num_rows for piece in new)
        lost = vanished.vanished(reader, held, paths, num_new, snapshot)
        gone += [pieces.numbers(folder, table, lost)] if lost else []
    files, lists = pieces.settled(folder, table, [*base.pieces_of(table), *new], gone)
    epoch = _new_epoch() if gone and not lists else base.epochs[table]
    return _Table(table, files, lists, made.last if made else since, epoch)


def _new_epoch() -> str:
    return uuid.uuid4().hex


def _make_known(folder: Path, cut: int, sealed: str, day: date) -> Store:
    """The register's tables alone; the record's own are those of the whole store up to an act."""
    made = {
        table: pieces.write(folder, table, snapshots.schema(table), [snapshots.table(table, rows)])
        for table, rows in known.register(day).items()
    }
    files = {table: [piece.name] for table, piece in made.items()}
    num_rows = {piece.name: piece.num_rows for piece in made.values()}
    return Store(str(folder), SHAPE, cut, 0, sealed, {}, files, {}, num_rows)


def _keep_few(folder: Path) -> None:
    """Mark the known day's folder as used, and remove those that have not been for longest and nobody reads."""
    os.utime(folder)
    used = sorted(folder.parent.glob("known-*"), key=lambda other: other.stat().st_mtime)
    for other in used[:-MANY_KNOWN]:
        if not any(shelf.is_read(file) for pattern in ("lock", "*.lease") for file in other.glob(pattern)):
            shutil.rmtree(other, ignore_errors=True)
