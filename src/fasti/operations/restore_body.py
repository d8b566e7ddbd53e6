"""Restore a body from its archive into an empty place, and prove it there before it counts as one.

All rows, the proof of the record and the comparison with its fold are one transaction: whoever interrupts it leaves
empty tables. A body that is there is never overwritten. An archive of an older version is brought up to this one;
then its rows come first, and the row that makes them a body last.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from fasti.access import factors
from fasti.indicators import columns
from fasti.operations import (
    archive,
    archived_factors,
    archived_files,
    backup_body,
    index_acts,
    index_units,
    plain_rows,
    verify_record,
)

_FILE = re.compile(
    r"attachments/([0-9a-f]{2})/\1[0-9a-f]{62}|uploads/([0-9a-f]{2})/\2[0-9a-f]{46}|keys/[\w-][\w.-]*(/[\w-][\w.-]*)*"
    r"|jobs/[0-9]{1,19}/[\w-][\w.\- ]*"
)
_FOLDERS = (
    archived_files.ATTACHMENTS, archived_files.UPLOADS, archived_files.KEYS, archived_files.JOBS,
)  # fmt: skip


class CannotRestore(Exception):
    """The body was not restored. `code` names the sentence (`restore-...`), `args_` what stands in it."""

    def __init__(self, code: str, **args: Any) -> None:
        super().__init__(f"{code}: {args}")
        self.code = code
        self.args_ = args


@dataclass(frozen=True)
class Restored:
    """What was restored, and the faults it has (none, unless they were to be let pass)."""

    pack: str
    num_acts: int
    taken_at: str
    faults: tuple[verify_record.Finding, ...]
    closed: tuple[str, ...]
    """Accounts of which the app or the recovery codes were sealed with another key than this installation has."""


def restore(file: Path, *, with_faults: bool = False) -> Restored:
    """Restore and prove; raises `CannotRestore`, and then there is no body here.

    `with_faults`: restore a record even if its proof fails, to look into it.
    """
    try:
        with archive.reading(file) as read, _placed(read) as place:
            return _restored(read, place, file, with_faults)
    except archive.NotAnArchive as error:
        code = "no-backup" if error.code == "foreign" and not error.member else error.code
        raise CannotRestore(f"restore-{code}", file=str(file), member=error.member or "-") from error


def _restored(read: archive.Reader, place: Place, file: Path, with_faults: bool) -> Restored:
    manifest = read.manifest
    older = _require_readable(manifest, file)
    _require_empty()
    call_command("migrate", *(("fasti", *older) if older else ()), verbosity=0, interactive=False)
    with transaction.atomic():
        _lock()
        _require_empty()
        _load(read, file, [table for table in manifest["tables"] if table != "body"])
        if not older:
            faults = _finish(read, place, file, with_faults)
    if older:
        call_command("migrate", verbosity=0, interactive=False)
        with transaction.atomic():
            faults = _finish(read, place, file, with_faults)
    place.keep()
    columns.forget()
    index_acts.catch_up()
    index_units.catch_up()
    return Restored(
        str(manifest["charter"]),
        manifest["tables"]["act"]["rows"],
        str(manifest["taken_at"]),
        faults,
        tuple(factors.closed()),
    )


def _require_readable(manifest: Any, file: Path) -> list[str]:
    """The last migration of an archive older than this version; empty when they are the same."""
    if not _is_complete(manifest):
        raise CannotRestore("restore-changed", file=str(file), member=archive.MANIFEST)
    if manifest.get("version") != archive.VERSION:
        raise CannotRestore("restore-newer", file=str(file), detail=f"version {manifest.get('version')}")
    known = {name for app, name in MigrationLoader(None).disk_migrations if app == "fasti"}
    applied = [str(name) for name in manifest["migrations"]]
    unknown = sorted(set(applied) - known)
    if unknown:
        raise CannotRestore("restore-newer", file=str(file), detail=unknown[0])
    return [] if set(applied) == known else [max(applied)]


def _is_complete(manifest: Any) -> bool:
    """Whether all that a restore reads of the manifest is there: whoever makes up an archive can seal it too."""
    tables, migrations, members = (manifest.get(name) for name in ("tables", "migrations", "members"))
    return (
        {"charter", "taken_at", "heads", "missing"} <= manifest.keys()
        and isinstance(migrations, list)
        and bool(migrations)
        and isinstance(members, dict)
        and isinstance(tables, dict)
        and {"act", "body"} <= tables.keys()
        and all(
            isinstance(said, dict) and isinstance(said.get("columns"), dict) and "rows" in said
            for said in tables.values()
        )
        and all(f"tables/{table}.tsv" in members for table in tables)
    )


def _require_empty() -> None:
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in reversed(plain_rows.tables()):
            if table not in there:
                continue
            cursor.execute(f'SELECT * FROM "{table}" LIMIT 1')  # nosec B608 - our own names
            row = cursor.fetchone()
            if row and table == "body":
                raise CannotRestore("restore-body-here", pack=str(row[1]), place=_where())
            if row:
                raise CannotRestore("restore-not-empty", table=table, place=_where())


def _where() -> str:
    """The database, without its password."""
    return str(connection.settings_dict["NAME"])


def _lock() -> None:
    """Two restores at once: the second waits, and then finds a body. SQLite's transaction has the lock already."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE body IN EXCLUSIVE MODE")


def _load(read: archive.Reader, file: Path, tables: list[str]) -> None:
    with plain_rows.unreferenced():
        for table in tables:
            said = read.manifest["tables"][table]
            _require_columns(table, said["columns"], file)
            with read.open(f"tables/{table}.tsv") as content:
                if plain_rows.load(table, said["columns"], content) != said["rows"]:
                    raise CannotRestore("restore-changed", file=str(file), member=f"tables/{table}.tsv")


def _require_columns(table: str, said: dict[str, str], file: Path) -> None:
    """The columns are those of the table: names from an archive are put into no statement before."""
    with connection.cursor() as cursor:
        names = set(connection.introspection.table_names(cursor))
        there = connection.introspection.get_table_description(cursor, table) if table in names else []
    if {column.name for column in there} != set(said):
        raise CannotRestore("restore-changed", file=str(file), member=archive.MANIFEST)


def _finish(
    read: archive.Reader, place: Place, file: Path, with_faults: bool
) -> tuple[verify_record.Finding, ...]:
    """The files, the body's own row, and the proof."""
    place.put(file)
    _load(read, file, ["body"])
    plain_rows.reset_sequences()
    archived_factors.load(read)
    faults = tuple(
        fault
        for fault in verify_record.verify().faults
        if not (fault.code == "attachment-lost" and read.manifest["missing"])
    )
    if _heads() != read.manifest["heads"]:
        raise CannotRestore("restore-changed", file=str(file), member=archive.MANIFEST)
    if faults and not with_faults:
        first = faults[0]
        raise CannotRestore(
            "restore-faulty", file=str(file), n=len(faults), fault=first.code, act=first.act or "-"
        )
    return faults


def _heads() -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(backup_body.HEADS)
        return {code: {"sequence": sequence, "hash": sealed} for code, sequence, sealed in cursor.fetchall()}


class Place:
    """Where the files of the archive are put; taken away again unless they are to be kept."""

    def __init__(self, read: archive.Reader) -> None:
        self._read = read
        self._new: list[Path] = []

    def put(self, file: Path) -> None:
        """Put attachments, files of drafts and keys into the data folder, each whole or not at all."""
        for name in (name for folder in _FOLDERS for name in self._read.names(folder)):
            if not _FILE.fullmatch(name):
                raise CannotRestore("restore-foreign", file=str(file), member=name)
            with self._read.open(name) as content:
                self._put_one(Path(settings.HOME) / name, content)

    def _put_one(self, target: Path, content: IO[bytes]) -> None:
        if target.exists() and _same(target, content):
            return
        if target.exists() and target.parent.name != target.name[:2]:
            raise CannotRestore("restore-not-empty", table=target.name, place=str(target.parent))
        content.seek(0)
        _make(target.parent)
        handle, draft = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as out:
                shutil.copyfileobj(content, out)
                out.flush()
                os.fsync(out.fileno())
            self._new += [] if target.exists() else [target]
            Path(draft).replace(target)
        finally:
            Path(draft).unlink(missing_ok=True)

    def keep(self) -> None:
        """The files belong to a body now."""
        self._new = []

    def take_away(self) -> None:
        """Remove what was put here."""
        for path in self._new:
            path.unlink(missing_ok=True)


def _make(folder: Path) -> None:
    """A folder for files; those of long work are open to nobody else."""
    own = folder.parent.name == archived_files.JOBS
    for each in (folder.parent, folder) if own else ():
        each.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)


def _same(target: Path, content: IO[bytes]) -> bool:
    with target.open("rb") as there:
        return archive.digest(there) == archive.digest(content)


@contextlib.contextmanager
def _placed(read: archive.Reader) -> Iterator[Place]:
    place = Place(read)
    try:
        yield place
    finally:
        place.take_away()
