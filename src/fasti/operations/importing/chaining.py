"""The chains of an import: the place of each act in its issuer's chain, and its hash, found as the acts are kept.

Until the acts are recorded the chains hold for a record that stays as it was and for one time of recording. The first
is asked before anything is recorded; for another time, that of a run that goes on after one that was killed, the hashes
are made anew from the acts' canonical forms.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import orjson

from fasti.acts import chain
from fasti.operations.importing import stage

_AT_ONCE = 1_000
_NEXT = "SELECT id, issuer_id, previous_hash, form FROM act JOIN hashed USING (id) WHERE id > ? ORDER BY id LIMIT ?"


class Head(NamedTuple):
    """The end of an issuer's chain."""

    sequence: int
    hash: str


START = Head(0, chain.GENESIS)


class Chains:
    """The chains of all issuers, as far as the file goes."""

    def __init__(self, kept: stage.Stage) -> None:
        self._stage = kept
        self.recorded_at: str = kept.get("recorded_at")
        """The time of recording, as it is hashed."""
        found = kept.db.execute("SELECT issuer, sequence, hash FROM head")
        self._heads = {issuer: Head(sequence, hash) for issuer, sequence, hash in found}
        self._changed: set[int] = set()

    def begin(self, recorded: Mapping[int, tuple[int, str]]) -> None:
        """The ends that the chains of issuers had in the record before the import."""
        for issuer, head in recorded.items():
            self._heads.setdefault(issuer, Head(*head))

    def head(self, issuer: int) -> Head:
        """The end of an issuer's chain."""
        return self._heads.get(issuer, START)

    def add(self, issuer: int, content: Mapping[str, Any]) -> tuple[bytes, str]:
        """Put an act at the end of its issuer's chain; its canonical form, and its hash."""
        form = chain.canonical(content)
        digest = hashlib.sha256(form).hexdigest()
        self._heads[issuer] = Head(content["sequence"], digest)
        self._changed.add(issuer)
        return form, digest

    def keep(self) -> None:
        """Write the ends that have changed into the file."""
        rows = [(issuer, *self._heads[issuer]) for issuer in self._changed]
        self._stage.db.executemany("INSERT OR REPLACE INTO head VALUES (?, ?, ?)", rows)
        self._changed.clear()


def retime(kept: stage.Stage, recorded_at: str) -> None:
    """Close the chains anew, for acts that are recorded at another time than the file was made for."""
    if kept.get("recorded_at") == recorded_at:
        return
    ends: dict[int, str] = {}
    with kept.writing():
        for rows in _pages(kept):
            new = [_retimed(*row, ends=ends, recorded_at=recorded_at) for row in rows]
            kept.db.executemany(
                "UPDATE act SET previous_hash = ?, hash = ? WHERE id = ?",
                [(previous, digest, id) for id, previous, digest, _ in new],
            )
            kept.db.executemany(
                "UPDATE hashed SET form = ? WHERE id = ?", [(form, id) for id, _, _, form in new]
            )
        kept.db.executemany("UPDATE head SET hash = ? WHERE issuer = ?", [(h, i) for i, h in ends.items()])
        kept.set(recorded_at=recorded_at)


def _pages(kept: stage.Stage) -> Iterator[list[tuple[int, int, str, bytes]]]:
    last = 0
    while rows := kept.db.execute(_NEXT, [last, _AT_ONCE]).fetchall():
        yield rows
        last = rows[-1][0]


def _retimed(
    id: int, issuer: int, previous: str, form: bytes, *, ends: dict[int, str], recorded_at: str
) -> tuple[int, str, str, bytes]:
    previous = ends.get(issuer, previous)
    new = chain.canonical(orjson.loads(form) | {"recorded_at": recorded_at, "previous_hash": previous})
    ends[issuer] = hashlib.sha256(new).hexdigest()
    return id, previous, ends[issuer], new
