"""Counts by unit, kept beside the column store: a half-year is added up from its six months, and the rows themselves
are not read again.

Each book of counts says how far the tables went when it was made. Before it is used it is put right by what they have
gained and lost since (see `corrections`), so a back-dated or withdrawn act is in it as it is in the record. What no
book holds is counted now, and kept. Flows add up by months (see `flows`); a level is kept for the day it was asked for;
different persons and medians do not even add up over units and are told from the rows, as is any figure broken down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from django.conf import settings

from fasti.dates import periods
from fasti.indicators import (
    answers,
    bases,
    books,
    columns,
    corrections,
    engines,
    flows,
    passages,
    relations,
    scans,
    shelf,
)
from fasti.indicators.conditions import Asked


@dataclass(frozen=True, slots=True)
class Part:
    """The counts of figures of one relation and period. Rows have `unit` and `m0`, `m1` ..., as those of a scan."""

    asked: tuple[Asked, ...]
    rows: engines.Rows


def are_kept(engine: engines.Engine) -> bool:
    """Whether books are kept: over a state of the column store as known now, of a body large enough to gain by it."""
    store = engine.store
    return bool(store and store.epochs and store.num_held("effect") >= settings.PARTIALS_FROM)


def is_answered(one: Asked) -> bool:
    """Whether a figure can be told from books: one that adds up over units, not broken down."""
    return one.by is None and flows.why_not(one.indicator) not in flows.NOT_KEPT


def parts(asked: Iterable[Asked], engine: engines.Engine, source: relations.Source) -> Iterator[Part]:
    """The counts of everything asked, all of it such that `is_answered`, of an engine with books."""
    groups: dict[tuple[object, ...], list[Asked]] = defaultdict(list)
    for one in asked:
        found = one.indicator
        apart = found.day if one.columns & passages.COLUMNS else ""
        groups[(found.relation, found.unit, found.day, apart, is_by_month(one), _standing(one))].append(one)
    with _Books(engine, source) as kept:
        for together in groups.values():
            rows = _months(together, kept) if is_by_month(together[0]) else _at_once(together, kept)
            yield Part(tuple(together), rows)


def is_by_month(one: Asked) -> bool:
    """Whether a figure is added up from months; any other is kept for the day or the period it was asked for."""
    return bool(one.period.months()) and flows.why_not(one.indicator) is None


def _standing(one: Asked) -> periods.Period:
    """The period a figure is kept for: of a level, only its day counts, whichever period ends or begins on it."""
    if one.indicator.day:
        return one.period
    return periods.of_day("day", one.period.starts_on if one.indicator.at == "start" else one.period.last_day)


def _months(asked: Sequence[Asked], kept: _Books) -> engines.Rows:
    """The counts of the months of one period."""
    keys = [flows.key(one.indicator, kept.source.kinds) for one in asked]
    months = [12 * month.year + month.index for month in asked[0].period.months()]
    halves = dict.fromkeys(periods.of_day("half_year", month.starts_on) for month in asked[0].period.months())
    blocks = [kept.counts(half, dict(zip(keys, asked, strict=True))) for half in halves]
    names = dict.fromkeys(("unit", "month", *keys))
    found = {name: np.concatenate([block[name] for block in blocks]) for name in names}
    is_wanted = (found["month"] >= months[0]) & (found["month"] <= months[-1])
    return _of(found, keys, is_wanted)


def _at_once(asked: Sequence[Asked], kept: _Books) -> engines.Rows:
    """The counts of a day, or of a period that has no months or whose months do not add up."""
    keys = [flows.key(one.indicator, kept.source.kinds) for one in asked]
    found = kept.counts(_standing(asked[0]), dict(zip(keys, asked, strict=True)))
    return _of(found, keys, np.ones(len(found["unit"]), bool))


def _of(found: books.Rows, keys: Sequence[str], is_wanted: Any) -> engines.Rows:
    """The rows that some of the figures count, as those of a scan."""
    is_wanted &= np.logical_or.reduce([found[key] != 0 for key in dict.fromkeys(keys)])
    chosen = slice(None) if is_wanted.all() else np.flatnonzero(is_wanted)
    rows = {"unit": found["unit"][chosen]}
    return books.by_unit(rows | {f"m{i}": found[key][chosen] for i, key in enumerate(keys)})


class _Books:
    """The books of a store while a question is answered. They are locked from the first that has to be opened."""

    def __init__(self, engine: engines.Engine, source: relations.Source) -> None:
        if engine.store is None:
            raise ValueError("Only the column store has books.")
        self.source, self._engine, self._store = source, engine, engine.store
        self._folder = Path(engine.store.folder) / "partials"
        self._books: list[books.Book] | None = None
        self._reader: corrections.Reader | None = None
        self._is_other, self._open = False, ExitStack()

    def __enter__(self) -> _Books:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._open:
            if self._reader:
                self._reader.close()
            if self._books is not None and self._is_other and kind is None:
                books.save(self._folder, self._books)

    def counts(self, period: periods.Period, figures: Mapping[str, Asked]) -> books.Rows:
        """Counts by unit and month of a half-year or day, by the keys of figures; once for each state of the record."""
        name = (self._engine.state, "partials", period.code, tuple(figures))
        return answers.kept(name, lambda: self._counts(period, figures))

    def _counts(self, period: periods.Period, figures: Mapping[str, Asked]) -> books.Rows:
        mine = [
            each
            for each in self._all()
            if each.period == period.code and not figures.keys().isdisjoint(each.keys)
        ]
        if any(corrections.is_ahead(each, self._store) for each in mine):
            return self._counted(period, figures)[1]
        found, left = [], dict(figures)
        for each in mine:
            if (book := self._brought_up(each)) and (keys := [key for key in left if key in book.keys]):
                found.append(books.counts(self._folder, book, keys))
                left = {key: one for key, one in left.items() if key not in keys}
        if left:
            found.append(self._made(period, left))
        return _side_by_side(found, list(figures))

    def _all(self) -> list[books.Book]:
        if self._books is None:
            self._open.enter_context(shelf.locked(self._folder))
            self._books = books.read(self._folder)
        return self._books

    def _brought_up(self, book: books.Book) -> books.Book | None:
        """The book with all that is recorded; None where it has to be made anew."""
        if not corrections.is_behind(book, self._store):
            return book
        if corrections.is_other(book, self._store):
            self._replace(book, None)
            return None
        more = self._read().correction(book, books.statement(self._folder, book))
        made = books.corrected(self._folder, book, self._marks, more)
        self._replace(book, made)
        return made

    def _made(self, period: periods.Period, figures: Mapping[str, Asked]) -> books.Rows:
        """A book of what no other holds."""
        sql, rows = self._counted(period, figures)
        looked_at = frozenset().union(*(one.columns for one in figures.values()))
        relation = str(next(iter(figures.values())).indicator.relation)
        book = books.Book(relation, period.code, tuple(figures), tuple(sorted(looked_at)), self._marks, ())
        self._replace(None, books.written(self._folder, book, sql, rows))
        return rows

    def _counted(self, period: periods.Period, figures: Mapping[str, Asked]) -> tuple[str, books.Rows]:
        """The statement that counts figures of a half-year, and what it gives."""
        source = replace(self.source, dead=frozenset({*bases.DEAD, "alias"}))
        sql = scans.monthly([replace(one, period=period) for one in figures.values()], source)
        return sql, self._read().counted(sql, tuple(figures))

    def _replace(self, old: books.Book | None, new: books.Book | None) -> None:
        self._books = [each for each in self._all() if each is not old] + ([new] if new else [])
        self._is_other = True

    def _read(self) -> corrections.Reader:
        self._reader = self._reader or corrections.Reader(self._store, self._engine)
        return self._reader

    @property
    def _marks(self) -> dict[str, columns.Mark]:
        return {table: self._store.mark(table) for table in self._store.files}


def _side_by_side(blocks: Sequence[books.Rows], keys: Sequence[str]) -> books.Rows:
    """Rows of several books, none in the columns of the others."""
    if len(blocks) == 1:
        return blocks[0]

    def column(name: str) -> books.Ints:
        return np.concatenate([block.get(name, np.zeros(len(block["unit"]), np.int64)) for block in blocks])

    return {name: column(name) for name in ("unit", "month", *keys)}
