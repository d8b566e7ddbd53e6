"""The file in which an import keeps what it has examined: rows ready to be recorded, and the lines as they stand.

A chunk of acts is put into it in one transaction together with the place in the stream, so that a process that was
killed goes on after its last chunk. The file belongs to one import and is thrown away when that is done.
"""

from __future__ import annotations

import contextlib
import pathlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

FORMAT = 3
"""Raised whenever the shape of the file changes: a file of another shape is begun anew."""
NAME = "import.sqlite3"

TABLES: dict[str, tuple[str, ...]] = {
    "unit": ("id", "code"),
    "person": (
        "id",
        "code",
        "family_name",
        "given_name",
        "full_name",
        "search_name",
        "sex",
        "born_on",
        "document_hash",
    ),
    "post": ("id", "code", "unit_id", "office"),
    "act": (
        "id",
        "issuer_id",
        "type",
        "series",
        "number",
        "is_number_given",
        "symbol",
        "title",
        "text",
        "language",
        "signed_on",
        "in_force_on",
        "signer_id",
        "signer_post_id",
        "capacity",
        "confidentiality",
        "form",
        "period",
        "charter_version",
    ),
    "effect": (
        "id",
        "act_id",
        "ordinal",
        "kind",
        "on",
        "unit_id",
        "person_id",
        "post_id",
        "other_unit_id",
        "other_post_id",
        "other_person_id",
        "data",
        "voids_id",
    ),
    "personal_field": ("effect_id", "field", "value", "salt"),
    "relation": ("act_id", "kind", "target_id"),
    "task": (
        "act_id",
        "ordinal",
        "group",
        "text",
        "unit_id",
        "level",
        "responsible_id",
        "due_on",
        "evidence",
    ),
    "attachment": ("act_id", "ordinal", "filename", "media_type", "size", "sha256"),
}
"""The tables of the record with the columns that are known before the acts are recorded."""

_OWN = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE chunk (n INTEGER PRIMARY KEY, digest BLOB, num_acts INTEGER, num_effects INTEGER, contents BLOB);
CREATE TABLE sealed (id INTEGER PRIMARY KEY, head BLOB, middle BLOB, tail BLOB);
CREATE TABLE line (key INTEGER PRIMARY KEY, effects BLOB, rows BLOB);
CREATE TABLE related (line INTEGER, owner INTEGER, subject INTEGER, PRIMARY KEY (line, owner, subject)) WITHOUT ROWID;
CREATE TABLE number (issuer INTEGER, series TEXT, last INTEGER, PRIMARY KEY (issuer, series)) WITHOUT ROWID;
CREATE TABLE voids (id INTEGER PRIMARY KEY, effect INTEGER);
CREATE UNIQUE INDEX unit_code ON unit (code);
CREATE UNIQUE INDEX person_code ON person (code);
CREATE UNIQUE INDEX post_code ON post (code);
CREATE INDEX line_tenure_post ON line_tenure (post_id);
CREATE INDEX post_unit ON post (unit_id);
CREATE INDEX act_code ON act (issuer_id, number, series);
CREATE INDEX effect_act ON effect (act_id);
CREATE INDEX relation_target ON relation (target_id);
"""


class Stage:
    """An open staging file. `lines`: for each line its columns in the register, the subject first."""

    def __init__(self, path: pathlib.Path, *, lines: Mapping[str, Sequence[str]]) -> None:
        self.path = path
        self.lines = lines
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=NORMAL")
        self.db.execute("PRAGMA cache_size=-32000")
        if not self._is_ours():
            self._begin()

    def _is_ours(self) -> bool:
        with contextlib.suppress(sqlite3.DatabaseError):
            return bool(self.get("format") == FORMAT)
        return False

    def _begin(self) -> None:
        with self.writing():
            for name, columns in (*TABLES.items(), *((f"line_{k}", v) for k, v in self.lines.items())):
                listed = ", ".join(
                    f'"{column}" INTEGER PRIMARY KEY' if column == "id" else f'"{column}"'
                    for column in columns
                )
                self.db.execute(f'CREATE TABLE "{name}" ({listed})')
            for line, columns in self.lines.items():
                self.db.execute(f'CREATE INDEX "line_{line}_of" ON "line_{line}" ("{columns[0]}")')
            for statement in filter(str.strip, _OWN.split(";")):
                self.db.execute(statement)
            self.set(format=FORMAT)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction on the file."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    # -- single values -------------------------------------------------------------------------------------------

    def get(self, key: str) -> Any:
        """A value kept under a name, None if there is none."""
        found = self.db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return orjson.loads(found[0]) if found else None

    def set(self, **values: Any) -> None:
        """Keep values under names."""
        rows = [(key, orjson.dumps(value)) for key, value in values.items()]
        self.db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)

    # -- writing -------------------------------------------------------------------------------------------------

    def insert(self, table: str, found: Iterable[Sequence[Any]], *, columns: int = 0) -> None:
        """Put rows into a table, all of whose columns they give."""
        num = columns or len(TABLES[table])
        self.db.executemany(f'INSERT INTO "{table}" VALUES ({_places(num)})', found)  # nosec B608 - our own names

    def put_lines(self, changed: Iterable[tuple[str, int, int, int, Any, Any, bool]]) -> None:
        """Keep lines as they stand now.

        Each: line, its number, key and id of its subject, effects, rows (None: as recorded), whether kept before.
        """
        changes = list(changed)
        by_line: dict[str, list[tuple[int, Any, bool]]] = {}
        for line, _, _, subject, _, found, is_known in changes:
            if found is not None and line in self.lines:
                by_line.setdefault(line, []).append((subject, found, is_known))
        for line, each in by_line.items():
            name, columns = f"line_{line}", self.lines[line]
            old = [[subject] for subject, _, is_known in each if is_known]
            self.db.executemany(f'DELETE FROM "{name}" WHERE "{columns[0]}" = ?', old)  # nosec B608 - our own names
            new = [_plain(row) for _, found, _ in each for row in found]
            self.insert(name, new, columns=len(columns))
        self.db.executemany(
            "INSERT OR REPLACE INTO line VALUES (?, ?, ?)",
            [
                (key_of(number, key), orjson.dumps(effects), orjson.dumps(found))
                for _, number, key, _, effects, found, _ in changes
            ],
        )


def key_of(number: int, subject: int) -> int:
    """One number for a line and its subject's key; all lines of one subject follow each other."""
    return subject * 32 + number


def _places(num: int) -> str:
    return ", ".join("?" * num)


def _plain(row: Sequence[Any]) -> list[Any]:
    return [orjson.dumps(value).decode() if isinstance(value, dict) else value for value in row]
