"""The relations figures are counted over, as blocks of plain numbers: what `relations` says as a statement, said
again for rows that are already numbers.

Only what stands beside a row, can be looked up by a number in it or follows from the kind of a unit is here; a figure
that looks at anything else is told by the engine's statement. Both give the same rows, which a test demands of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np

from fasti.indicators.lookups import Lookups
from fasti.indicators.plain import BLOCK, NO_DAY, Column, Columns, Numbers

Words = Sequence[Any]
"""What the numbers 0, 1, 2 ... stand for."""


@dataclass(frozen=True, slots=True)
class Values:
    """A column of some rows: numbers, and what they stand for or (without words) which of them stands for nothing."""

    numbers: Numbers
    none: int
    words: Words | None


@dataclass(frozen=True, slots=True)
class Form:
    """Where the columns of a relation are found.

    `own`: in which column of its table. `by`: in which column of which other table, by the number in one of its own.
    `given`: true where a column of its table holds something. `dead`: what no longer stands, by the number in a column.
    """

    table: str
    own: Mapping[str, str]
    by: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    dead: tuple[str, str] | None = None


def _same(*names: str, **others: str) -> dict[str, str]:
    return dict(zip(names, names, strict=True)) | others


def _span(table: str, *names: str) -> Form:
    found = _same(
        *names, "starts_on", "ends_before", effect_id="opened_by_id", closing_effect_id="closed_by_id"
    )
    post = {"office": ("post_id", "post", "office"), "unit_id": ("post_id", "post", "unit_id")}
    return Form(
        table, found, (post if "post_id" in names else {}) | (_OF_PERSON if "person_id" in names else {})
    )


_OF_PERSON = {"sex": ("person_id", "person", "sex"), "born_on": ("person_id", "person", "born_on")}
_OF_ACT = {"unit_id": ("act_id", "act", "issuer_id"), "issuer_id": ("act_id", "act", "issuer_id"),
           "signed_on": ("act_id", "act", "signed_on"), "act_type": ("act_id", "act", "type")}  # fmt: skip
FORMS = {
    "acts": Form(
        "act",
        _same("signed_on", "in_force_on", "issuer_id", "form", "period", act_id="id", unit_id="issuer_id",
              act_type="type"),
        dead=("dead_act", "id"),
    ),
    "effects": Form(
        "effect",
        _same("act_id", "unit_id", "kind", "on", "person_id", "post_id", "ordinal", "reason", "work", "category",
              "course", "signed_on", "act_type", "issuer_id", "office", effect_id="id"),
        _OF_PERSON,
        dead=("dead_effect", "id"),
    ),
    "tasks": Form(
        "task", _same("act_id", "due_on", "ordinal", "group", task_id="id"), _OF_ACT,
        {"has_responsible": "responsible_id", "has_due": "due_on"}, ("dead_act", "act_id"),
    ),
    "memberships": _span("membership", "person_id", "unit_id", "stage"),
    "establishment": _span("establishment", "post_id", "seats"),
    "tenures": _span("tenure", "person_id", "post_id", "manner"),
    "vacancies": _span("vacancy", "post_id"),
    "pool": _span("pool_entry", "person_id", "post_id"),
    "ratings": _span("rating", "person_id", "unit_id", "period", "grade"),
    "unit_ratings": _span("unit_rating", "unit_id", "period", "grade"),
    "sanctions": _span("sanction", "person_id", "unit_id", "form"),
    "unit_sanctions": _span("unit_sanction", "unit_id", "form"),
}  # fmt: skip
_OF_ISSUER = {"issuer_kind": "", "issuer_level": "level", "issuer_is_organ": "is_organ"}
_OF_OTHER_ACTS = frozenset({"num_effects", "concretises_level", "concretises_higher"})
_OF_LIVES = ("unit_id", "kind", "starts_on", "ends_before")
_UNITS = frozenset({"unit_id", "kind", "starts_on", "ends_before", "level", "is_organ"})


def are_told(relation: str, need: Set[str], dead: Set[str]) -> bool:
    """Whether the columns needed of a relation can be told here; `dead`: the tables of what no longer stands."""
    if relation == "units":
        return need <= _UNITS
    form = FORMS.get(relation)
    if form is None or (relation == "effects" and "alias" in dead and need & {"person_id", *_OF_PERSON}):
        return False
    found = {*form.own, *form.by, *form.given}
    found |= {*_OF_ISSUER} if {"issuer_id", "signed_on"} <= found else set()
    return need <= (found | _OF_OTHER_ACTS if relation == "acts" else found)


class Block(Protocol):
    """Neighbouring rows of a relation."""

    num: int

    def ends(self, name: str) -> tuple[int, int] | None:
        """The least and the most number of a column, where they are known without reading it."""
        ...

    def values(self, name: str, rows: Numbers | None = None) -> Values:
        """A column, of all rows or of some."""
        ...

    def is_gone(self, rows: Numbers) -> Any:
        """Which of some rows count no more."""
        ...


class Held:
    """Rows that are held as they are."""

    def __init__(self, found: Mapping[str, Values]) -> None:
        self.found = found
        self.num = len(next(iter(found.values())).numbers)

    def ends(self, name: str) -> tuple[int, int] | None:
        return None

    def values(self, name: str, rows: Numbers | None = None) -> Values:
        each = self.found[name]
        return each if rows is None else Values(each.numbers[rows], each.none, each.words)

    def is_gone(self, rows: Numbers) -> Any:
        return None


@dataclass(eq=False)
class Filed:
    """A block of a file of the store."""

    form: Form
    lookups: Lookups
    files: Mapping[str, Column]
    place: int
    gone: Numbers
    dead: Numbers
    buffers: dict[str, Numbers]
    """Of the blocks of a file, one after the other: what was read of the one before is not looked at again."""
    _read: dict[str, Numbers] = field(default_factory=dict)
    _told: dict[str, tuple[Numbers | None, Numbers]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.first = self.place * BLOCK
        self.last = min(self.first + BLOCK, next(iter(self.files.values())).num)
        self.num = self.last - self.first

    def ends(self, name: str) -> tuple[int, int] | None:
        if name not in self.form.own:
            return None
        column = self.files[self.form.own[name]]
        return column.least[self.place], column.most[self.place]

    def values(self, name: str, rows: Numbers | None = None) -> Values:
        form = self.form
        if name in form.own:
            column = self.files[form.own[name]]
            return Values(self._own(form.own[name], rows), column.none, column.words)
        if name in form.given:
            column = self.files[form.given[name]]
            return Values(
                (self._own(form.given[name], rows) != column.none).astype(np.uint8), -1, (False, True)
            )
        if name in form.by:
            key, table, column_ = form.by[name]
            words = self.lookups.columns.words(table, column_)
            numbers = self.lookups.of(table, column_, self._own(key, rows))
            return Values(numbers, NO_DAY if name.endswith("_on") else -1, words)
        return self._derived(name, rows)

    def _own(self, name: str, rows: Numbers | None) -> Numbers:
        if name not in self._read:
            column = self.files[name]
            if name not in self.buffers:
                self.buffers[name] = np.empty(BLOCK, column.width)
            folder = self.lookups.columns.folder
            self._read[name] = column.read(folder, self.first, self.last, self.buffers[name])
        return self._read[name] if rows is None else self._read[name][rows]

    def _derived(self, name: str, rows: Numbers | None) -> Values:
        words = derived_words(name, self.lookups)
        if name == "num_effects":
            return Values(self.lookups.num_effects(self._own("id", rows)), -1, None)
        if name in _OF_ISSUER:
            return Values(self._issuers(rows), -1, words)
        ranks = self._once("ranks", rows, lambda: self.lookups.concretised_ranks(self._own("id", rows)))
        if name == "concretises_level":
            return Values(np.minimum(ranks, len(words or ()) - 1), -1, words)
        own = np.array([-1 if rank is None else rank for rank in self.lookups.of_kinds("rank")])
        return Values((ranks < own[self._issuers(rows)]).astype(np.uint8), -1, words)

    def _issuers(self, rows: Numbers | None) -> Numbers:
        """The kinds of the issuers on the day of signing."""

        def kinds() -> Numbers:
            units, days = (self.values(name, rows).numbers for name in ("issuer_id", "signed_on"))
            return self.lookups.kinds_of(units, days)

        return self._once("kinds", rows, kinds)

    def _once(self, name: str, rows: Numbers | None, make: Callable[[], Numbers]) -> Numbers:
        """What is told of the same rows again."""
        if name not in self._told or self._told[name][0] is not rows:
            self._told[name] = (rows, make())
        return self._told[name][1]

    def is_gone(self, rows: Numbers) -> Any:
        found = None
        if len(self.gone):
            found = np.isin(rows, self.gone)
        if len(self.dead) and self.form.dead:
            is_dead = np.isin(self._own(self.form.dead[1], rows), self.dead)
            found = is_dead if found is None else found | is_dead
        return found


def derived_words(name: str, lookups: Lookups) -> Words | None:
    """What the numbers of a column stand for that follows from others."""
    if name == "issuer_kind":
        return lookups.kind_words()
    if name in _OF_ISSUER:
        return lookups.of_kinds(_OF_ISSUER[name])
    if name == "concretises_level":
        levels = dict(sorted({(kind.rank, kind.level) for kind in lookups.kinds.values()}, reverse=True))
        return [*(levels.get(rank) for rank in range(max(levels, default=-1) + 1)), None]
    return (False, True) if name == "concretises_higher" else None


def words_of(relation: str, name: str, lookups: Lookups) -> Words | None:
    """Every value a column of words can have; None for one of numbers."""
    if relation == "units":
        return _lives(lookups).found[name].words
    form = FORMS[relation]
    if name in form.own:
        return lookups.columns.words(form.table, form.own[name])
    if name in form.by:
        return lookups.columns.words(*form.by[name][1:])
    return (False, True) if name in form.given else derived_words(name, lookups)


def blocks_of(
    relation: str, need: Set[str], lookups: Lookups, dead: Mapping[str, Sequence[int]]
) -> Iterator[Block]:
    """The rows of a relation with at least the columns needed, in blocks; `dead`: what no longer stands, by table."""
    if relation == "units":
        yield _lives(lookups)
        return
    form = FORMS[relation]
    killed = np.array(sorted(dead.get(form.dead[0], ())) if form.dead else [], np.int64)
    columns, names = lookups.columns, _own_columns(form, need, is_dead_asked=bool(len(killed)))
    gone = columns.gone(form.table)
    for place, files in enumerate(columns.of(form.table, names)):
        buffers: dict[str, Numbers] = {}
        for nth in range(-(-files[names[0]].num // BLOCK)):
            first, last = nth * BLOCK, (nth + 1) * BLOCK
            here = gone[place][(gone[place] >= first) & (gone[place] < last)] - first
            yield Filed(form, lookups, files, nth, here, killed, buffers)


def decode(relation: str, need: Set[str], columns: Columns) -> None:
    """Decode the columns that a relation is told from, where they are not yet."""
    if relation == "units":
        columns.of("unit_span", _OF_LIVES)
        return
    form = FORMS[relation]
    columns.of(form.table, _own_columns(form, need, is_dead_asked=False))
    for name in sorted(need - {*form.own} & {*form.by}):
        columns.of(form.by[name][1], [form.by[name][2]])


def _own_columns(form: Form, need: Set[str], *, is_dead_asked: bool) -> list[str]:
    """The columns of its table that a relation is told from."""
    found = {form.own[name] for name in need if name in form.own}
    found |= {form.by[name][0] for name in need if name not in form.own and name in form.by}
    found |= {form.given[name] for name in need if name in form.given}
    if need & {*_OF_ISSUER, "concretises_higher"}:
        found |= {
            form.own[name] if name in form.own else form.by[name][0] for name in ("issuer_id", "signed_on")
        }
    if need & _OF_OTHER_ACTS:
        found.add("id")
    if form.dead and is_dead_asked:
        found.add(form.dead[1])
    return sorted(found)


def _lives(lookups: Lookups) -> Held:
    """The life of each unit under one kind, as `passages.lives` tells it."""
    columns = lookups.columns
    found: dict[str, Numbers] = columns.kept("lives", lambda: _ordered_lives(lookups))
    kinds = found["kind"]
    return Held({
        "unit_id": Values(found["unit_id"], -1, None), "kind": Values(kinds, -1, lookups.kind_words()),
        "level": Values(kinds, -1, lookups.of_kinds("level")),
        "is_organ": Values(kinds, -1, lookups.of_kinds("is_organ")),
        "starts_on": Values(found["starts_on"], NO_DAY, None),
        "ends_before": Values(found["ends_before"], NO_DAY, None),
    })  # fmt: skip


def _ordered_lives(lookups: Lookups) -> dict[str, Numbers]:
    span = lookups.columns.whole("unit_span", _OF_LIVES)
    order = np.lexsort((span["starts_on"], span["kind"], span["unit_id"]))
    span = {name: each[order] for name, each in span.items()}
    is_other = (np.diff(span["unit_id"]) != 0) | (np.diff(span["kind"]) != 0)
    first, last = np.flatnonzero(np.r_[True, is_other]), np.flatnonzero(np.r_[is_other, True])
    if not len(order):
        first = last = order
    ends = span["ends_before"][last]
    return {name: span[name][first] for name in ("unit_id", "kind", "starts_on")} | {"ends_before": ends}
