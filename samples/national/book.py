"""A book: the acts of one issuer with their effects, put together column by column and numbered year by year.

Acts are added in any order and stand by the day on which they were signed; `numbered` gives them and their effects
the numbers they have in the whole body. Until then an act or effect is known by its place in the book.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
NONE = -1
YEARS = range(2017, 2026)
KINDS = ("FOUND", "ESTABLISH_POST", "ADMIT", "CONFIRM", "LEAVE", "RATE", "APPOINT", "RELIEVE", "MERGE")
ABBREVIATIONS = {
    "decision": "QĐ",
    "resolution": "NQ",
    "plan": "KH",
    "guidance": "HD",
    "scheme": "ĐA",
    "directive": "CT",
}
TYPES = tuple(ABBREVIATIONS)
TERMS = {
    "centre": (("2016-01-29", "2016-2021"), ("2021-02-02", "2021-2026")),
    "province": (("2015-11-01", "2015-2020"), ("2020-11-01", "2020-2025"), ("2025-11-01", "2025-2030")),
    "district": (("2015-09-01", "2015-2020"), ("2020-09-01", "2020-2025"), ("2025-09-01", "2025-2030")),
}
"""As the pack numbers them."""
CAPACITIES = {
    "centre": ("for_politburo", "for_politburo"),
    "province": ("for_standing_committee", "for_committee"),
    "district": ("for_standing_committee", "for_committee"),
}
"""In what capacity an act is signed; that of a resolution is the second."""


def day(text: str) -> int:
    """The number of a day."""
    return int(np.datetime64(text, "D").astype(np.int64))


def year(days: Ints) -> Ints:
    """The place in `YEARS` of each day."""
    found: Ints = np.asarray(days, "datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970 - YEARS[0]
    return found


@dataclass
class Book:
    """The acts of an issuer. `level` says when its terms begin; `sign` stands after the number of an act."""

    issuer: int
    level: str
    sign: str
    signer: tuple[int, int]
    """Person and post."""
    titles: list[str] = field(default_factory=list)
    data: list[Mapping[str, Any]] = field(default_factory=lambda: [{}])
    rows: dict[str, list[Mapping[str, Any]]] = field(default_factory=dict)
    """Identities, spans, relations and tasks by table; effects and acts in them are places in this book."""
    _acts: list[tuple[Ints, ...]] = field(default_factory=list)
    _effects: list[tuple[Ints, ...]] = field(default_factory=list)
    _num_acts: int = 0
    _num_effects: int = 0

    def act(self, signed: Any, title: str, *, kind: Any = 0, in_force: Any = None) -> Ints:
        """Add acts signed on some days; their places. `kind`: place in `TYPES`."""
        signed = np.atleast_1d(np.asarray(signed, np.int64))
        num = len(signed)
        in_force = signed if in_force is None else np.broadcast_to(in_force, num)
        self.titles.append(title)
        self._acts.append((signed, np.broadcast_to(kind, num), in_force, np.full(num, len(self.titles) - 1)))
        self._num_acts += num
        return np.arange(self._num_acts - num, self._num_acts)

    def effect(self, kind: str, act: Any, on: Any, unit: Any, *, person: Any = NONE, post: Any = NONE,
               other_unit: Any = NONE, data: Any = 0) -> Ints:  # fmt: skip
        """Add effects; their places. Whatever is one value holds for all of them; `data` are places in `data`."""
        given = (act, KINDS.index(kind), on, unit, person, post, other_unit, data)
        columns = tuple(np.atleast_1d(np.asarray(each, np.int64)) for each in given)
        num = next((len(each) for each in columns if len(each) != 1), 1)
        self._effects.append(tuple(np.broadcast_to(each, num) for each in columns))
        self._num_effects += num
        return np.arange(self._num_effects - num, self._num_effects)

    def datum(self, **data: Any) -> int:
        """The place of what an effect says beside its subjects."""
        self.data.append(data)
        return len(self.data) - 1

    def row(self, table: str, **columns: Any) -> None:
        """Add rows of another table, column by column."""
        self.rows.setdefault(table, []).append(columns)

    def signed(self) -> Ints:
        """The day of each act, by its place."""
        return np.concatenate([each[0] for each in self._acts])

    def counted(self) -> list[Ints]:
        """How many acts, effects, relations and tasks there are in each year."""
        years = year(self.signed())
        of = years[np.concatenate([each[0] for each in self._effects])] if self._effects else years[:0]
        linked = [years[_joined(self.rows.get(table, ()), "act_id")] for table in ("relation", "task")]
        return [np.bincount(each, minlength=len(YEARS)) for each in (years, of, *linked)]

    def numbered(self, first: Sequence[Ints]) -> Numbered:
        """The book with its numbers; the first act, effect, relation and task of each year are given."""
        acts = [np.concatenate(each) for each in zip(*self._acts, strict=True)]
        order = np.argsort(acts[0], kind="stable")
        acts = [each[order] for each in acts]
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        effects = [np.concatenate(each) for each in zip(*self._effects, strict=True)]
        turn = np.argsort(rank[effects[0]], kind="stable")
        effects = [each[turn] for each in effects]
        effects[0] = rank[effects[0]]
        years = year(acts[0])
        act_id = _run_on(years, first[0])
        effect_id = _run_on(years[effects[0]], first[1])
        effect_of, act_of = np.empty(len(turn) + 1, np.int64), np.empty(len(order) + 1, np.int64)
        effect_of[turn], effect_of[NONE] = effect_id, NONE
        act_of[order], act_of[NONE] = act_id, NONE
        starts = np.searchsorted(effects[0], np.arange(len(order) + 1))
        return Numbered(self, act_id, effect_id, acts, effects, act_of, effect_of, years, starts, first[2:])


def _joined(rows: Iterable[Mapping[str, Any]], name: str) -> Ints:
    found = [np.asarray(each[name], np.int64) for each in rows]
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _run_on(years: Ints, first: Ints) -> Ints:
    """Numbers that run on from the first of each year; years are in order."""
    found: Ints = first[years] + np.arange(len(years)) - np.searchsorted(years, years)
    return found


@dataclass(frozen=True)
class Numbered:
    """A book with the numbers of its acts and effects, in their order."""

    book: Book
    act_id: Ints
    effect_id: Ints
    acts: list[Ints]
    """Day of signing, type, day in force, title."""
    effects: list[Ints]
    """Place of the act, kind, day, unit, person, post, other unit, data."""
    act_of: Ints
    """Number by place as added; the last is that of none."""
    effect_of: Ints
    years: Ints
    starts: Ints
    """Where the effects of each act begin, and where those of the last end."""
    first_links: Sequence[Ints]
    """The first relation and the first task of each year."""

    def capacities(self) -> list[str]:
        """In what capacity each act is signed."""
        usual, of_resolutions = CAPACITIES[self.book.level]
        resolution = TYPES.index("resolution")
        return [of_resolutions if each == resolution else usual for each in self.acts[1].tolist()]

    def link_ids(self, table: str, acts: Ints) -> Ints:
        """Numbers of relations or tasks whose acts, given by number, are in order."""
        years = self.years[np.searchsorted(self.act_id, acts)]
        return _run_on(years, self.first_links[("relation", "task").index(table)])

    @property
    def ordinals(self) -> Ints:
        """The place of each effect in its act, from 1."""
        found: Ints = np.arange(len(self.effects[0])) - self.starts[self.effects[0]] + 1
        return found

    def series(self) -> tuple[list[str], Ints]:
        """The series of each act and its number in it."""
        terms = TERMS[self.book.level]
        term = np.searchsorted([day(since) for since, _ in terms], self.acts[0], side="right") - 1
        key = term * len(TYPES) + self.acts[1]
        number = np.empty(len(key), np.int64)
        for each in np.unique(key):
            chosen = np.flatnonzero(key == each)
            number[chosen] = np.arange(1, len(chosen) + 1)
        names = [f"{terms[each // len(TYPES)][1]}/{TYPES[each % len(TYPES)]}" for each in key.tolist()]
        return names, number
