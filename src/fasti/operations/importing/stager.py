"""Puts examined chunks into the staging file: salts and seals personal fields, writes each act in its canonical form.

What is sealed into an act's hash later (the place in its issuer's chain, the hash before it, the time of recording) is
left open: the canonical form is kept in three pieces around those places. A long import does this in a process of
its own, beside the examining; messages between the two are chunks of plain values.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import marshal
import os
import pathlib
import secrets
import struct
import subprocess  # nosec B404 - our own interpreter with our own module
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import IO, Any, NamedTuple

import orjson

from fasti.acts import chain
from fasti.operations.importing import stage

Chunk = Mapping[str, Any]
"""Plain values only: texts, integers, bytes, None, lists, tuples and maps of these. Days are written out."""

_OPEN_HASH = secrets.token_hex(32)
_OPEN_PLACE = 2**53 - 1
_SALTS = 1_000
_PIPE = 1 << 20
_HEAD = f'"previous_hash":"{_OPEN_HASH}","recorded_at":"{_OPEN_HASH}"'.encode()
_ISSUER, _SIGNER, _SIGNER_POST = map(stage.TABLES["act"].index, ("issuer_id", "signer_id", "signer_post_id"))
_PLACE = f'"sequence":{_OPEN_PLACE}'.encode()


class Day(str):
    """A day as written, in the place of a date."""

    __slots__ = ()

    def isoformat(self) -> str:
        """The day."""
        return self


class Effect(NamedTuple):
    """An effect in the order of the staging file's columns, its act and ordinal first."""

    id: int
    act_id: int
    ordinal: int
    kind: str
    on: Day
    unit_id: int
    person_id: int | None
    post_id: int | None
    other_unit_id: int | None
    other_post_id: int | None
    other_person_id: int | None
    data: dict[str, Any]
    voids_id: int | None


class Writer:
    """Puts chunks into the staging file, one transaction each."""

    def __init__(self, kept: stage.Stage) -> None:
        from fasti.acts import record

        self._stage = kept
        self._content: Any = record.content
        self._codes = record.Codes
        self._salts = _salts()

    def put(self, chunk: Chunk) -> None:
        """Keep a chunk: all of it or nothing."""
        codes = self._codes()
        for name, known in chunk["codes"].items():
            codes.learn(name, known)
        for name, ids in _named_in(chunk).items():
            of_chunk = {row[0]: row[1] for row in chunk[f"{name}s"]}
            codes.learn(name, of_chunk)
            codes.learn(name, self._stage.codes(name, ids - of_chunk.keys() - chunk["codes"][name].keys()))
        rows: dict[str, list[Any]] = {name: [] for name in stage.TABLES}
        sealed: list[tuple[int, int, bytes, bytes, bytes]] = []
        rows["unit"], rows["person"], rows["post"] = chunk["units"], chunk["persons"], chunk["posts"]
        for act, effects, relations, tasks, attachments in chunk["acts"]:
            kept = [_effect(act[0], place, each, rows, self._salts) for place, each in enumerate(effects, 1)]
            rows["act"].append(act)
            rows["relation"] += relations
            rows["task"] += tasks
            rows["attachment"] += attachments
            sealed.append((act[0], act[1], *self._open(act, kept, relations, tasks, attachments, codes)))
        with self._stage.writing():
            for table, found in rows.items():
                if found:
                    self._stage.insert(table, found)
            self._put_rest(chunk, sealed)

    def _put_rest(self, chunk: Chunk, sealed: Sequence[tuple[int, int, bytes, bytes, bytes]]) -> None:
        db = self._stage.db
        db.executemany("INSERT INTO sealed VALUES (?, ?, ?, ?, ?)", sealed)
        for line, (found, shortened) in chunk["lines"].items():
            self._stage.put_lines(line, found, shortened)
        db.executemany("INSERT OR REPLACE INTO number VALUES (?, ?, ?)", chunk["numbers"])
        db.executemany("INSERT INTO voids VALUES (?, ?)", chunk["voids"])
        db.execute(
            "INSERT INTO chunk VALUES (?, ?, ?, ?, ?)",
            [chunk[name] for name in ("n", "digest", "num_acts", "num_effects", "contents")],
        )
        self._stage.set(**chunk["meta"])

    def _open(
        self,
        act: Sequence[Any],
        effects: Iterable[Effect],
        relations: Iterable[Sequence[Any]],
        tasks: Iterable[Sequence[Any]],
        attachments: Iterable[Sequence[Any]],
        codes: Any,
    ) -> tuple[bytes, bytes, bytes]:
        """The canonical form of an act in pieces: before what the chain sets, between, and after."""
        fields = dict(zip(stage.TABLES["act"], act, strict=True))
        for name in ("signed_on", "in_force_on"):
            fields[name] = Day(fields[name])
        fields |= {"sequence": _OPEN_PLACE, "previous_hash": _OPEN_HASH, "recorded_at": Day(_OPEN_HASH)}
        whole = self._content(
            SimpleNamespace(**fields),
            effects,
            _named("relation", relations),
            _named("task", tasks),
            _named("attachment", attachments),
            codes=codes,
        )
        before, head, rest = chain.canonical(whole).partition(_HEAD)
        between, place, after = rest.partition(_PLACE)
        if not head or not place:
            raise ValueError("the hashed record has another shape than the import expects")
        return before, between, after


def _named_in(chunk: Chunk) -> dict[str, set[int]]:
    """The units, persons and posts that the acts of a chunk name."""
    units, persons, posts = set(), set(), set()
    for act, effects, _, tasks, _ in chunk["acts"]:
        units.add(act[_ISSUER])
        persons.add(act[_SIGNER])
        posts.add(act[_SIGNER_POST])
        for _, _, _, unit, person, post, other_unit, other_post, other_person, *_ in effects:
            units |= {unit, other_unit}
            persons |= {person, other_person}
            posts |= {post, other_post}
        units |= {task[4] for task in tasks}
        persons |= {task[6] for task in tasks}
    return {"unit": units - {None}, "person": persons - {None}, "post": posts - {None}}


def sealed(
    before: bytes, between: bytes, after: bytes, *, previous: str, recorded_at: str, place: int
) -> bytes:
    """The canonical form of an act with its place in the chain."""
    head = f'"previous_hash":"{previous}","recorded_at":"{recorded_at}"'.encode()
    return b"".join((before, head, between, b'"sequence":%d' % place, after))


def _named(table: str, found: Iterable[Sequence[Any]]) -> list[SimpleNamespace]:
    names = stage.TABLES[table]
    rows = [dict(zip(names, row, strict=True)) for row in found]
    for row in rows:
        if row.get("due_on"):
            row["due_on"] = Day(row["due_on"])
    return [SimpleNamespace(**row) for row in rows]


def _salts() -> Iterator[str]:
    """Salts drawn many at once. Each writer draws its own, so that no two processes ever share any."""
    while True:
        drawn = secrets.token_hex(16 * _SALTS)
        yield from (drawn[start : start + 32] for start in range(0, len(drawn), 32))


def _effect(
    act: int, ordinal: int, given: Sequence[Any], rows: dict[str, list[Any]], salts: Iterator[str]
) -> Effect:
    """The effect with its personal fields sealed; adds the rows of both."""
    id, kind, on, unit, person, post, other_unit, other_post, other_person, data, voids, personal, salted = (
        given
    )
    if personal:
        commitments = {}
        for name in sorted(personal):
            salt = next(salts)
            commitments[name] = chain.commitment(salt, personal[name])
            rows["personal_field"].append((id, name, personal[name], salt))
        data = {**data, "commitments": commitments}
    rows["personal_field"] += salted or ()
    text = orjson.dumps(data).decode()
    subjects = (unit, person, post, other_unit, other_post, other_person)
    rows["effect"].append((id, act, ordinal, kind, on, *subjects, text, voids))
    return Effect(id, act, ordinal, kind, Day(on), *subjects, data, voids)


# -- a process of its own ----------------------------------------------------------------------------------------


class Beside:
    """A writer in a process of its own. `put` hands a chunk over and waits only when too many are under way.

    `lock`: the open lock of the folder. The process holds it too, so that the next run waits for its last chunk.
    """

    MOST = 3

    def __init__(self, path: pathlib.Path, lines: Mapping[str, Sequence[str]], *, lock: int) -> None:
        code = "from fasti.operations.importing import stager; stager.main()"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(  # nosec B603 - our own interpreter with our own module
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            pass_fds=(lock,),
        )
        self._under_way = 0
        _widen(self._process.stdin)
        self._send({"path": str(path), "lines": {line: list(names) for line, names in lines.items()}})

    def _send(self, value: Any) -> None:
        if self._process.stdin is None:
            raise Broken("the process that writes the staging file cannot be reached")
        try:
            _write(self._process.stdin, value)
        except BrokenPipeError:
            raise Broken("the process that writes the staging file has ended") from None

    def put(self, chunk: Chunk) -> None:
        """Hand a chunk over; raises `Broken` when the process has ended."""
        while self._under_way >= self.MOST:
            self._hear()
        self._send(chunk)
        self._under_way += 1

    def _hear(self) -> None:
        if self._process.stdout is None or self._process.stdout.read(1) != b".":
            raise Broken("the process that writes the staging file has ended")
        self._under_way -= 1

    def settle(self) -> None:
        """Wait until every chunk handed over is kept."""
        while self._under_way:
            self._hear()

    def close(self) -> None:
        """End the process."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process.wait()


class Inline:
    """A writer in the same process, for short imports."""

    def __init__(self, kept: stage.Stage) -> None:
        self._writer = Writer(kept)

    def put(self, chunk: Chunk) -> None:
        """Keep a chunk."""
        self._writer.put(chunk)

    def settle(self) -> None:
        """Nothing is under way."""

    def close(self) -> None:
        """Nothing to end."""


class Broken(RuntimeError):
    """The process beside has ended before its time."""


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold as much as the system allows: the less often both sides wait for each other."""
    size = getattr(fcntl, "F_SETPIPE_SZ", None)
    with contextlib.suppress(OSError):
        if pipe and size:
            fcntl.fcntl(pipe, size, _PIPE)


def _write(pipe: IO[bytes], value: Any) -> None:
    written = marshal.dumps(value)
    pipe.write(struct.pack("<Q", len(written)))
    pipe.write(written)
    pipe.flush()


def _read(pipe: IO[bytes]) -> Any:
    size = pipe.read(8)
    if len(size) < 8:
        return None
    (length,) = struct.unpack("<Q", size)
    written = pipe.read(length)
    return None if len(written) < length else marshal.loads(written)  # nosec B302 - written by the process that started this one


def main() -> None:
    """Put chunks from standard input into the staging file named first, and answer each with a dot."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    django.setup()
    gc.disable()
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    asked = _read(source)
    kept = stage.Stage(pathlib.Path(asked["path"]), lines=asked["lines"])
    writer = Writer(kept)
    while (chunk := _read(source)) is not None:
        writer.put(chunk)
        answers.write(b".")
        answers.flush()
    kept.close()
