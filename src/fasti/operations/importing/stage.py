"""The file in which an import keeps what it has examined: rows ready to be recorded, and the lines as they stand.

A chunk of acts is put into it in one transaction together with the place in the stream, so that a process that was
killed goes on after its last chunk. The file belongs to one import and is thrown away when that is done.
"""

from __future__ import annotations

import contextlib
import pathlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import orjson

FORMAT = 5
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
        "sequence",
        "previous_hash",
        "hash",
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
"""The tables of the record, without the time of recording."""
EXAMINED = TABLES["act"][:-3]
"""The columns of an act that are known once it is examined: all but its place in the chain."""

_OWN = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE chunk (n INTEGER PRIMARY KEY, digest BLOB, num_acts INTEGER, num_effects INTEGER, contents BLOB);
CREATE TABLE hashed (id INTEGER PRIMARY KEY, form BLOB);
CREATE TABLE head (issuer INTEGER PRIMARY KEY, sequence INTEGER, hash TEXT);
CREATE TABLE number (issuer INTEGER, series TEXT, last INTEGER, PRIMARY KEY (issuer, series)) WITHOUT ROWID;
CREATE TABLE voids (id INTEGER PRIMARY KEY, effect INTEGER);
CREATE UNIQUE INDEX unit_code ON unit (code);
CREATE UNIQUE INDEX person_code ON person (code);
CREATE UNIQUE INDEX post_code ON post (code);
CREATE INDEX line_tenure_post_id ON line_tenure (post_id);
"""
_CHECKPOINT = 8_000
"""Pages after which the log beside the file is written into it."""
EMPTY = -1
"""The place of the row that stands for a line with no rows: it was touched, and nothing came out of it."""
LineRow = Sequence[Any]
"""Subject, place in the line from 0, the other columns; and in the last row of a line the day of its last effect."""


class Stage:
    """An open staging file. `lines`: for each line its columns in the register, the subject first.

    `settle`: returns when everything handed over to a process that writes the file is in it.
    """

    def __init__(self, path: pathlib.Path, *, lines: Mapping[str, Sequence[str]]) -> None:
        self.path = path
        self.lines = lines
        self.settle: Callable[[], None] = _nothing
        self._indexed: set[tuple[str, ...]] = set()
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=NORMAL")
        self.db.execute("PRAGMA cache_size=-16000")
        self.db.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT}")
        if not self._is_ours():
            self._begin()

    def _is_ours(self) -> bool:
        with contextlib.suppress(sqlite3.DatabaseError):
            return bool(self.get("format") == FORMAT)
        return False

    def _begin(self) -> None:
        with self.writing():
            for name, columns in TABLES.items():
                listed = ", ".join(
                    f'"{column}" INTEGER PRIMARY KEY' if column == "id" else f'"{column}"'
                    for column in columns
                )
                self.db.execute(f'CREATE TABLE "{name}" ({listed})')
            for line, (subject, *others) in self.lines.items():
                listed = ", ".join(f'"{name}"' for name in (subject, "place", *others, "last"))
                key = f'PRIMARY KEY ("{subject}", place)'
                self.db.execute(f'CREATE TABLE "line_{line}" ({listed}, {key}) WITHOUT ROWID')
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

    def index(self, table: str, *columns: str) -> None:
        """Have an index by which a table is about to be searched: most imports never ask for most of them."""
        if (table, *columns) in self._indexed:
            return
        self.settle()
        listed = ", ".join(f'"{column}"' for column in columns)
        name = "_".join((table, *columns))
        self.db.execute(f'CREATE INDEX IF NOT EXISTS "{name}" ON "{table}" ({listed})')
        self._indexed.add((table, *columns))

    def close(self, *, is_done: bool = False) -> None:
        """Close the file; with less care when nobody needs it any more."""
        if is_done:
            self.db.execute("PRAGMA synchronous=OFF")
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

    def insert(self, table: str, found: Iterable[Sequence[Any]]) -> None:
        """Put rows into a table, all of whose columns they give."""
        self.db.executemany(f'INSERT INTO "{table}" VALUES ({_places(len(TABLES[table]))})', found)  # nosec B608 - our own names

    def put_lines(self, line: str, found: Iterable[LineRow], shortened: Iterable[tuple[int, int]]) -> None:
        """Keep rows of a line, in the place of those that stood there; `shortened`: subjects with the first place
        from which on they have none any more.
        """
        name, (subject, *columns) = f"line_{line}", self.lines[line]
        gone = f'DELETE FROM "{name}" WHERE "{subject}" = ? AND place >= ?'  # nosec B608 - our own names
        self.db.executemany(gone, shortened)
        places = _places(len(columns) + 3)
        self.db.executemany(f'INSERT OR REPLACE INTO "{name}" VALUES ({places})', found)  # nosec B608 - our own names

    # -- reading lines -------------------------------------------------------------------------------------------

    def lines_of(self, line: str, subjects: Collection[int]) -> Iterable[LineRow]:
        """The rows of a line of subjects, those of one subject in their order."""
        name, subject = f"line_{line}", self.lines[line][0]
        asked = (
            f'SELECT line.* FROM json_each(?) AS asked JOIN "{name}" AS line ON line."{subject}" = asked.value'  # nosec B608
            f' ORDER BY line."{subject}", line.place'
        )
        return self.db.execute(asked, [orjson.dumps(sorted(subjects)).decode()])

    def codes(self, table: str, ids: Collection[int]) -> dict[int, str]:
        """The codes of units, persons or posts in the file, by id."""
        asked = f'SELECT id, code FROM "{table}" WHERE id IN (SELECT value FROM json_each(?))'  # nosec B608
        return dict(self.db.execute(asked, [orjson.dumps(list(ids)).decode()])) if ids else {}

    def holders_of(self, posts: Collection[int]) -> Iterable[LineRow]:
        """The tenures on some posts, those of one post by person and in their order."""
        asked = (
            "SELECT line.* FROM json_each(?) AS asked JOIN line_tenure AS line ON line.post_id = asked.value"
            " ORDER BY line.person_id, line.place"
        )
        return self.db.execute(asked, [orjson.dumps(list(posts)).decode()])

    def has_lines(self, line: str) -> bool:
        """Whether the file holds anything of a line."""
        return self.db.execute(f'SELECT 1 FROM "line_{line}" LIMIT 1').fetchone() is not None  # nosec B608


def _nothing() -> None:
    """Nothing is under way."""


def _places(num: int) -> str:
    return ", ".join("?" * num)
