"""Puts examined chunks into the staging file: salts and seals personal fields, writes each act in its canonical form,
and puts it at the end of its issuer's chain.

A long import does this in a process of its own, beside the examining; messages between the two are chunks of plain
values.
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
from fasti.operations.importing import chaining, stage

Chunk = Mapping[str, Any]
"""Plain values only: texts, integers, bytes, None, lists, tuples and maps of these. Days are written out."""

_SALTS = 1_000
_PIPE = 1 << 20
_ISSUER, _SIGNER, _SIGNER_POST = map(stage.EXAMINED.index, ("issuer_id", "signer_id", "signer_post_id"))


class Day(str):
    """A day or time as written, in the place of a date."""

    __slots__ = ()

    def isoformat(self) -> str:
        """As written."""
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
        self._chains = chaining.Chains(kept)

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
        hashed: list[tuple[int, bytes]] = []
        self._chains.begin(chunk["heads"])
        rows["unit"], rows["person"], rows["post"] = chunk["units"], chunk["persons"], chunk["posts"]
        for act, effects, relations, tasks, attachments in chunk["acts"]:
            kept = [_effect(act[0], place, each, rows, self._salts) for place, each in enumerate(effects, 1)]
            rows["relation"] += relations
            rows["task"] += tasks
            rows["attachment"] += attachments
            place, form = self._close(act, kept, relations, tasks, attachments, codes)
            rows["act"].append((*act, *place))
            hashed.append((act[0], form))
        with self._stage.writing():
            for table, found in rows.items():
                if found:
                    self._stage.insert(table, found)
            self._put_rest(chunk, hashed)

    def _put_rest(self, chunk: Chunk, hashed: Sequence[tuple[int, bytes]]) -> None:
        db = self._stage.db
        db.executemany("INSERT INTO hashed VALUES (?, ?)", hashed)
        self._chains.keep()
        for line, (found, shortened) in chunk["lines"].items():
            self._stage.put_lines(line, found, shortened)
        db.executemany("INSERT OR REPLACE INTO number VALUES (?, ?, ?)", chunk["numbers"])
        db.executemany("INSERT INTO voids VALUES (?, ?)", chunk["voids"])
        db.execute(
            "INSERT INTO chunk VALUES (?, ?, ?, ?, ?)",
            [chunk[name] for name in ("n", "digest", "num_acts", "num_effects", "contents")],
        )
        self._stage.set(**chunk["meta"])

    def _close(
        self,
        act: Sequence[Any],
        effects: Iterable[Effect],
        relations: Iterable[Sequence[Any]],
        tasks: Iterable[Sequence[Any]],
        attachments: Iterable[Sequence[Any]],
        codes: Any,
    ) -> tuple[tuple[int, str, str], bytes]:
        """The place of an act in its issuer's chain with the hash before it and its own, and its canonical form."""
        fields = dict(zip(stage.EXAMINED, act, strict=True))
        for name in ("signed_on", "in_force_on"):
            fields[name] = Day(fields[name])
        end = self._chains.head(act[_ISSUER])
        fields |= {"sequence": end.sequence + 1, "previous_hash": end.hash}
        fields["recorded_at"] = Day(self._chains.recorded_at)
        whole = self._content(
            SimpleNamespace(**fields),
            effects,
            _named("relation", relations),
            _named("task", tasks),
            _named("attachment", attachments),
            codes=codes,
        )
        form, digest = self._chains.add(act[_ISSUER], whole)
        return (end.sequence + 1, end.hash, digest), form


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
