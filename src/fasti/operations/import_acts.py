"""Import acts by the million: every check that issuing makes, in bounded memory, all recorded or nothing.

Acts are examined in order, chunk by chunk, and kept ready in a staging file; when all have passed, one transaction
under the lock of the body takes everything over. A process that is killed leaves the record as it was, and the next run
with the same contents and the same folder goes on after the last chunk kept.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log
from fasti.access.actor import Actor
from fasti.acts import findings, texts
from fasti.acts.findings import Finding
from fasti.acts.models import Act, Body, Effect, Relation
from fasti.operations import granted, index_acts, index_units, issue_act
from fasti.operations.importing import (
    chaining,
    chunks,
    examining,
    folders,
    ledger,
    parts,
    reading_ahead,
    recording,
    stage,
    stager,
)
from fasti.operations.importing.folders import InputChanged as InputChanged
from fasti.operations.importing.folders import RecordBusy as RecordBusy
from fasti.register import rows
from fasti.subjects.models import Person, Post, Unit

MOST_FINDINGS = 1_000
"""How many findings are kept; of the rest only the number is told."""
_LONG = 4_000
"""Effects after which writing the staging file is done by a process of its own."""
_TRIES = 5


@dataclass(frozen=True)
class Imported:
    """What was recorded (or, when only checked, would be)."""

    num_acts: int
    num_effects: int


def import_acts(
    contents: Iterable[Mapping[str, Any]],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
    check_only: bool = False,
    progress: Callable[[int], None] | None = None,
    work: pathlib.Path | None = None,
) -> Imported:
    """Record acts in order, all or none; raises `issue_act.CannotIssue` with the findings of all acts.

    A finding's `act` is the place in the stream from 0, its `effect` the ordinal in the act. `progress` is called with
    the number of effects examined so far. `work`: a folder kept between runs, in which an import that was killed is
    resumed, and one that was killed just after it had recorded everything is not repeated; raises `InputChanged` when
    the contents are not the same as then. Raises `RecordBusy` when others go on
    recording acts all the time.
    """
    who = actors.of(actor)
    with folders.opened(work) as (folder, lock), _seldom_collecting():
        for _ in range(_TRIES):
            with contextlib.closing(_Import(folder, lock, pack, lang, progress, recorded_at)) as run:
                done = _granted(who, pack, contents, run.examine)
                if check_only or run.is_recorded or run.record():
                    break
                contents = run.again()
        else:
            raise RecordBusy("other acts were recorded while these were examined; try again when it is quiet")
        if not check_only:
            _keep(who, done, recorded_at)
            index_units.catch_up()
            index_acts.catch_up()  # Killed here, it goes on with the next run: the acts are recorded.
            folders.leave(folder)
        return done


def _granted(
    who: Actor,
    pack: charter.Pack,
    contents: Iterable[Mapping[str, Any]],
    examine: Callable[[Iterable[Mapping[str, Any]]], Imported],
) -> Imported:
    """The examination of what the actor may import; of anything else no more is told than that."""
    if granted.is_everything(who.sight):
        return examine(contents)
    passing = granted.Imported(who, pack)
    try:
        done = examine(passing.passing(contents))
    except issue_act.CannotIssue as refused:
        raise issue_act.CannotIssue(passing.findings or refused.findings) from None
    if passing.findings:
        raise issue_act.CannotIssue(passing.findings)
    return done


def _keep(who: Actor, done: Imported, at: datetime) -> None:
    if who.is_kept:
        detail = f"{done.num_acts} acts, {done.num_effects} effects"
        log.keep(who.sight, "register.imported", at=at, unit=who.sight.home, detail=detail)


@contextlib.contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Millions of small values come and go in order: looking for circles among them so often costs a sixth of all."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


class _Import:
    """One run over the contents, on a staging file that may hold a part of them already."""

    def __init__(
        self,
        folder: pathlib.Path,
        lock: int,
        pack: charter.Pack,
        lang: str,
        progress: Callable[[int], None] | None,
        recorded_at: datetime,
    ) -> None:
        self._folder, self._pack, self._recorded_at = folder, pack, recorded_at
        self._lock = lock
        self.is_recorded = False
        """All is in the record, perhaps by an earlier run killed after that: then only the contents are compared."""
        self._progress = progress
        self._head = _head(pack)
        self._stage = self._opened()
        self._stage.settle = self._wait
        self._writer: stager.Beside | stager.Inline = stager.Inline(self._stage)
        self._desk = examining.Desk(self._stage, ledger.Ledger(self._stage), pack=pack, lang=lang)
        self._numbers = issue_act.Numbers(self._desk)
        for issuer, series, last in self._stage.db.execute("SELECT issuer, series, last FROM number"):
            self._numbers._last[(issuer, series)] = last
        self._last = Body.objects.values_list("last_recorded_at", flat=True).get()
        self._findings: list[Finding] = []
        self._num_left_out = 0
        self._num_acts, self._num_effects = 0, 0

    def _opened(self) -> stage.Stage:
        """The staging file of an earlier run if it was made against the record as it stands, else a new one."""
        path = self._folder / stage.NAME
        kept = None
        with contextlib.suppress(Exception):
            kept = stage.Stage(path, lines=recording.lines())
            self.is_recorded = _is_recorded(kept)
            if self.is_recorded:
                return kept
            if kept.get("head") == self._head and not kept.get("unsound"):
                chaining.retime(kept, self._recorded_at.isoformat())
                return kept
        if kept:
            kept.close()
        folders.clear(self._folder)
        kept = stage.Stage(path, lines=recording.lines())
        kept.set(head=self._head, recorded_at=self._recorded_at.isoformat())
        return kept

    def close(self) -> None:
        """Close the staging file."""
        self._writer.close()
        self._stage.close(is_done=self.is_recorded)

    def _wait(self) -> None:
        self._writer.settle()

    # -- examining -----------------------------------------------------------------------------------------------

    def examine(self, contents: Iterable[Mapping[str, Any]]) -> Imported:
        """Examine everything; raises `CannotIssue`."""
        kept = dict(self._stage.db.execute("SELECT n, digest FROM chunk"))
        n = -1
        for n, chunk in enumerate(parts.chunks(contents)):
            written = b"\n".join(parts.written(content) for content in chunk)
            digest = hashlib.sha256(written).digest()
            if n in kept:
                if kept[n] != digest:
                    raise folders.changed(self._folder, self._num_acts)
                self._num_acts += len(chunk)
                self._num_effects += parts.num_effects(chunk)
            else:
                self._examine_chunk(n, chunk, written, digest)
            if self._progress:
                self._progress(self._num_effects)
        if any(number > n for number in kept):
            raise folders.changed(self._folder, self._num_acts)
        self._wait()
        self._stage.db.execute("PRAGMA optimize")
        if self._findings:
            if self._num_left_out:
                self._findings.append(Finding("findings-left-out", {"count": self._num_left_out}))
            raise issue_act.CannotIssue(self._findings)
        return Imported(self._num_acts, self._num_effects)

    def _examine_chunk(self, n: int, chunk: Sequence[Any], written: bytes, digest: bytes) -> None:
        work = chunks.Chunk(self._desk)
        before, num = len(self._findings), 0
        for draft in self._desk.expect(chunk, is_clean=texts.is_clean_json(written)):
            self._examine_act(draft, work)
        num = parts.num_effects(chunk)
        self._num_effects += num
        meta: dict[str, Any] = {"next": self._desk.next, "labels": self._desk.acts.labels}
        if len(self._findings) > before:
            meta["unsound"] = True
        self._put(
            {
                **work.plain(),
                "n": n,
                "digest": digest,
                "contents": written,
                "num_acts": len(chunk),
                "num_effects": num,
                "lines": self._desk.book.changed(),
                "meta": meta,
            }
        )
        if self._desk.book.is_full:
            self._wait()
            self._desk.book.turn()
            self._desk.turn()

    def _put(self, chunk: Mapping[str, Any]) -> None:
        self._writer.put(chunk)
        if self._num_effects > _LONG and isinstance(self._writer, stager.Inline):
            self._writer = stager.Beside(self._stage.path, self._stage.lines, lock=self._lock)

    def _examine_act(self, draft: reading_ahead.Draft, work: chunks.Chunk) -> None:
        """As in issuing: refused acts leave no trace, those after them are examined without them."""
        index = self._num_acts
        self._num_acts += 1
        prepared = self._desk.examine_draft(draft, index)
        number = 0 if prepared.findings else self._numbers.allot(prepared)
        if not prepared.findings and self._last and self._recorded_at < self._last:
            args = {"unit": prepared.written.issuer, "day": self._last.date()}
            prepared.findings.append(Finding("recorded-out-of-order", args, act=index))
        if prepared.findings:
            self._find(prepared.findings)
            return
        act = work.add(prepared, number=number, pack=self._pack)
        self._desk.accept(prepared)
        self._desk.learn_act(act, prepared)

    def _find(self, found: Iterable[Finding]) -> None:
        for each in found:
            if len(self._findings) < MOST_FINDINGS:
                self._findings.append(findings.named(each, self._desk.names))
            else:
                self._num_left_out += 1

    # -- recording -----------------------------------------------------------------------------------------------

    def record(self) -> bool:
        """Take everything over; False when the record is not the one against which the acts were examined."""
        is_within = connection.in_atomic_block
        self._desk.leave()
        with transaction.atomic():
            Body.objects.select_for_update().get()
            if _head(self._pack) != self._head:
                return False
            if self._num_acts:
                first = self._desk.first
                with index_acts.made_ready(self._pack):
                    recording.record(
                        self._stage, first=first, recorded_at=self._recorded_at, is_within=is_within
                    )
                Body.objects.update(last_recorded_at=self._recorded_at)
        self.is_recorded = True
        if connection.vendor == "sqlite":
            with contextlib.suppress(Exception), connection.cursor() as cursor:
                cursor.execute("DETACH DATABASE staged")
        return True

    def again(self) -> Iterator[Mapping[str, Any]]:
        """The contents as kept, to be examined against the record as it stands now."""
        before = self._folder / "before.sqlite3"
        self._stage.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.close()
        (self._folder / stage.NAME).replace(before)
        return parts.spooled(before)


def _is_recorded(kept: stage.Stage) -> bool:
    """Whether the acts of a staging file are in the record."""
    last = kept.db.execute("SELECT id, hash FROM act ORDER BY id DESC LIMIT 1").fetchone()
    return last is not None and Act.objects.filter(id=last[0], hash=last[1]).exists()


# -- contents and head -------------------------------------------------------------------------------------------


def _head(pack: charter.Pack) -> dict[str, Any]:
    """What the record looked like: as long as this is the same, nothing was recorded in between."""
    last = Body.objects.values_list("last_recorded_at", flat=True).get()
    tops = {
        model.__name__: model._default_manager.aggregate(top=models.Max("id"))["top"] or 0
        for model in (Unit, Person, Post, Act, Effect, Relation)
    }
    return {
        "at": last.isoformat() if last else "",
        "tops": tops,
        "pack": pack.version,
        "lines": list(rows.ROWS),
    }
