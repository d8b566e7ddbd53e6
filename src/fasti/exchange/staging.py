"""Rows on their way into the record, kept on disk: brought together by act there, whatever order they stand in.

So a million rows need no more memory than a thousand, and an act's rows need not stand side by side. The stage also
remembers from which sheet and row everything came, so that what is found later can be shown in its cell.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SLOTS = ("effects", "relations", "tasks", "attachments", "texts")
_AT_ONCE = 2000
_UNORDERED = 10**13
"""Rows without an order come after those with one, by sheet and row."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stood: the number of its sheet in the stage, and its row."""

    sheet: int
    row: int


@dataclass(frozen=True, slots=True)
class StagedAct:
    """An act with its rows: its number from 1, its own fields, its rows by slot, whether another act relates to it."""

    number: int
    content: dict[str, Any]
    parts: dict[str, list[dict[str, Any]]]
    is_target: bool


class Stage:
    """The rows of one import in a file of their own. Use as a context."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # what a kill or a full disk left behind need not be a database any more
        self._db = sqlite3.connect(path)
        self._db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "DROP TABLE IF EXISTS sheet; DROP TABLE IF EXISTS act; DROP TABLE IF EXISTS part;"
            "CREATE TABLE sheet(id INTEGER PRIMARY KEY, title TEXT, columns TEXT);"
            "CREATE TABLE act(no INTEGER PRIMARY KEY, key TEXT, sheet INT, row INT, content TEXT);"
            "CREATE TABLE part(id INTEGER PRIMARY KEY, key TEXT, slot INT, ord INT, given INT, sheet INT, row INT,"
            " target TEXT, content TEXT);"
        )
        self._acts: list[tuple[Any, ...]] = []
        self._parts: list[tuple[Any, ...]] = []

    def __enter__(self) -> Stage:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def add_sheet(self, title: str, columns: Mapping[str, int]) -> int:
        """Make a sheet known, with the place of each column by key; returns its number."""
        values = (title, json.dumps(columns))
        return int(self._db.execute("INSERT INTO sheet(title, columns) VALUES (?, ?)", values).lastrowid or 0)

    def add_act(self, key: str, place: Place, content: Mapping[str, Any]) -> None:
        """Put an act on the stage; acts are issued in the order of their rows."""
        self._acts.append((key, place.sheet, place.row, _dumped(content)))
        if len(self._acts) >= _AT_ONCE:
            self.flush()

    def add_part(
        self, key: str, slot: str, place: Place, content: Mapping[str, Any], *, order: int | None, rank: int
    ) -> None:
        """Put a row of an act on the stage. `rank`: place of its sheet among those of the slot."""
        ordered = order if order is not None else _UNORDERED + rank * 10**9 + place.row
        values = (
            key,
            SLOTS.index(slot),
            ordered,
            order,
            place.sheet,
            place.row,
            content.get("act"),
            _dumped(content),
        )
        self._parts.append(values)
        if len(self._parts) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what was added."""
        self._db.executemany("INSERT INTO act(key, sheet, row, content) VALUES (?, ?, ?, ?)", self._acts)
        self._db.executemany(
            "INSERT INTO part(key, slot, ord, given, sheet, row, target, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            self._parts,
        )
        self._acts, self._parts = [], []

    def close_rows(self) -> None:
        """All rows are there: make them findable by act."""
        self.flush()
        self._db.execute("CREATE INDEX part_of_act ON part(key, slot, ord, id)")
        self._db.execute("CREATE INDEX act_key ON act(key)")
        self._db.execute("CREATE INDEX part_target ON part(target) WHERE target IS NOT NULL")
        self._db.commit()

    @property
    def num_acts(self) -> int:
        """How many acts there are."""
        return int(self._db.execute("SELECT count(*) FROM act").fetchone()[0])

    @property
    def num_parts(self) -> int:
        """How many other rows there are."""
        return int(self._db.execute("SELECT count(*) FROM part").fetchone()[0])

    def twice(self) -> Iterator[tuple[str, Place]]:
        """Keys that a second act bears, with its place."""
        query = (
            "SELECT a.key, a.sheet, a.row FROM act a WHERE EXISTS"
            " (SELECT 1 FROM act b WHERE b.key = a.key AND b.no < a.no) ORDER BY a.no"
        )
        for key, sheet, row in self._db.execute(query):
            yield key, Place(sheet, row)

    def homeless(self) -> Iterator[tuple[str, Place]]:
        """Rows whose act is not there."""
        query = (
            "SELECT p.key, p.sheet, p.row FROM part p WHERE NOT EXISTS (SELECT 1 FROM act a WHERE a.key = p.key)"
            " ORDER BY p.sheet, p.row"
        )
        for key, sheet, row in self._db.execute(query):
            yield key, Place(sheet, row)

    def same_order(self) -> Iterator[tuple[int, Place]]:
        """Rows that bear the order of another row of their act."""
        query = (
            "SELECT p.given, p.sheet, p.row FROM part p WHERE p.given IS NOT NULL AND EXISTS (SELECT 1 FROM part q"
            " WHERE q.key = p.key AND q.slot = p.slot AND q.ord = p.ord AND q.id < p.id) ORDER BY p.id"
        )
        for order, sheet, row in self._db.execute(query):
            yield order, Place(sheet, row)

    def number_of(self, key: str) -> int | None:
        """The number of the act of the file with this key, from 1."""
        found = self._db.execute("SELECT no FROM act WHERE key = ? LIMIT 1", (key,)).fetchone()
        return int(found[0]) if found else None

    def acts(self) -> Iterator[StagedAct]:
        """The acts in order, each with its rows."""
        query = (
            "SELECT a.no, a.content, p.slot, p.content,"
            " EXISTS (SELECT 1 FROM part r WHERE r.target = a.key)"
            " FROM act a LEFT JOIN part p ON p.key = a.key ORDER BY a.no, p.slot, p.ord, p.id"
        )
        last: StagedAct | None = None
        for no, own, slot, part, is_target in self._db.execute(query):
            if last is None or no != last.number:
                if last is not None:
                    yield last
                last = StagedAct(no, json.loads(own), {slot: [] for slot in SLOTS}, bool(is_target))
            if slot is not None:
                last.parts[SLOTS[slot]].append(json.loads(part))
        if last is not None:
            yield last

    def place_of_act(self, index: int) -> tuple[str, Place]:
        """The key and place of the act at this place in the order, from 0."""
        key, sheet, row = self._db.execute(
            "SELECT key, sheet, row FROM act ORDER BY no LIMIT 1 OFFSET ?", (index,)
        ).fetchone()
        return key, Place(sheet, row)

    def place_of_part(self, key: str, slot: str, ordinal: int) -> Place | None:
        """The place of a row of an act, by its ordinal in its slot from 1; None where it has fewer."""
        found = self._db.execute(
            "SELECT sheet, row FROM part WHERE key = ? AND slot = ? ORDER BY ord, id LIMIT 1 OFFSET ?",
            (key, SLOTS.index(slot), ordinal - 1),
        ).fetchone()
        return Place(*found) if found else None

    def content_at(self, place: Place) -> dict[str, Any]:
        """What the row at a place says."""
        for table in ("part", "act"):
            query = f"SELECT content FROM {table} WHERE sheet = ? AND row = ?"  # nosec B608 - our own names
            found = self._db.execute(query, (place.sheet, place.row)).fetchone()
            if found:
                return dict(json.loads(found[0]))
        return {}

    def sheet(self, number: int) -> tuple[str, dict[str, int]]:
        """The title of a sheet and the place of each of its columns by key."""
        title, columns = self._db.execute(
            "SELECT title, columns FROM sheet WHERE id = ?", (number,)
        ).fetchone()
        return title, json.loads(columns)


def _dumped(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
