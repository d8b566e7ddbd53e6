"""Prove the body: every check of the table over record, register, attachments and column store.

The record is read through once, act by act, for all checks that look at acts; the others ask the database as a whole.
Nothing is written. Each finding names the act to blame, where one is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection

from fasti import charter
from fasti.acts import snapshots
from fasti.operations import checks
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body, as_day
from fasti.operations.checks.naming import Names
from fasti.operations.checks.table import Check, Found

KEPT = 1_000
"""Findings of one check that are kept; the others are counted."""
Progress = Callable[[str, int, int], None]
"""Told the group at hand, the checks done and all checks."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place at which a check does not hold, with codes in place of ids."""

    check: Check
    act: str
    """Code of the act to blame, empty where none is."""
    args: Mapping[str, Any]
    """What the sentence names: texts, numbers, days."""

    @property
    def code(self) -> str:
        """The check's id."""
        return self.check.id

    @property
    def subject(self) -> str:
        """The unit, person or post concerned, by code."""
        named = (self.args.get(name) for name in ("person", "post", "unit"))
        return ", ".join(str(code) for code in named if code)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was examined, and everything found."""

    num_acts: int
    num_effects: int
    num_issuers: int
    checks: tuple[Check, ...]
    """Those that ran."""
    findings: tuple[Finding, ...]
    """By group, in the order of the table."""
    left_out: Mapping[str, int]
    """By id of a check, how many findings more than those kept."""

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Record or register are not as they should be."""
        return tuple(each for each in self.findings if each.check.severity == "fault")

    @property
    def notices(self) -> tuple[Finding, ...]:
        """What somebody should look at."""
        return tuple(each for each in self.findings if each.check.severity == "notice")


class UnknownGroup(LookupError):
    """There is no group of checks with this name."""


def verify(
    *,
    only: Collection[str] = (),
    as_of: date | None = None,
    pack: charter.Pack | None = None,
    progress: Progress | None = None,
) -> Proof:
    """Run the checks, those of the groups `only` if any are named; raises `UnknownGroup`.

    `as_of`: the day by which terms are over and seats vacant for long; left out, the day of the last recording.
    `pack`: the rule book; left out, the one the body says it is kept by.
    """
    unknown = set(only) - {group.name for group in checks.GROUPS}
    if unknown:
        raise UnknownGroup(min(unknown))
    chosen = tuple(check for check in checks.CHECKS if not only or check.group in only)
    with snapshots.snapshot(), stored.as_stored():
        body = Body(pack or _pack(), as_of=as_of or _last_day(), home=settings.HOME)
        found = _Gathered(progress, len(chosen))
        _run(chosen, body, found)
        names = Names(each for several in found.kept.values() for each in several)
        return Proof(
            *_sizes(),
            chosen,
            tuple(
                Finding(check, names.act(each), names.args(each))
                for check in chosen
                for each in found.kept.get(check.id, ())
            ),
            {id: count - KEPT for id, count in found.counts.items() if count > KEPT},
        )


class _Gathered:
    """The findings by check, the first thousand of each."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.kept: dict[str, list[Found]] = defaultdict(list)
        self.counts: dict[str, int] = defaultdict(int)
        self._progress = progress
        self._total = total
        self._done = 0

    def add(self, check: Check, found: Iterable[Found]) -> None:
        for each in found:
            self.counts[check.id] += 1
            if self.counts[check.id] <= KEPT and each not in self.kept[check.id]:
                self.kept[check.id].append(each)

    def done(self, group: str, num: int) -> None:
        self._done += num
        if self._progress:
            self._progress(group, self._done, self._total)


def _run(chosen: Iterable[Check], body: Body, found: _Gathered) -> None:
    by_act = [check for check in chosen if check.each]
    if by_act:
        for sheet in body.sheets():
            for check in by_act:
                if check.each:
                    found.add(check, check.each(sheet, body))
        found.done("record", len(by_act))
    for check in chosen:
        if check.whole:
            found.add(check, check.whole(body))
            found.done(check.group, 1)


def _pack() -> charter.Pack | None:
    """The rule book the body is kept by, None when there is none that can be read."""
    for (name,) in _rows("SELECT pack FROM body ORDER BY id"):
        try:
            return charter.load(stored.shown(name))
        except (charter.BadPack, OSError, ValueError):
            return None
    return None


def _last_day() -> date:
    for (last,) in _rows("SELECT CAST(MAX(recorded_at) AS TEXT) FROM act"):
        return as_day(str(last)[:10]) or date.min
    return date.min


def _sizes() -> tuple[int, int, int]:
    ((acts, issuers),) = _rows("SELECT COUNT(*), COUNT(DISTINCT issuer_id) FROM act")
    ((effects,),) = _rows("SELECT COUNT(*) FROM effect")
    return acts, effects, issuers


def _rows(sql: str) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        yield from cursor.fetchall()
