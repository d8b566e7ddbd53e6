"""The lines that an import has touched: what it holds of each, and their rows as the staging file has them.

In the file a row begins with its subject and its place in the line. The last row of a line carries the day of the last
effect of that line; a line of which nothing is left has one row that says so.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import orjson

from fasti.effects import vacancies
from fasti.operations.importing import stage
from fasti.register import rows
from fasti.register.rows import Row

day_of: Callable[[str], date] = functools.lru_cache(maxsize=20_000)(date.fromisoformat)
"""A day as the file has it."""
written: Callable[[date], str] = functools.lru_cache(maxsize=20_000)(date.isoformat)
"""A day as it is put into the file."""


def _places(line: str, wanted: type) -> tuple[int, ...]:
    """Where a row of a line holds values of a type."""
    hints = enumerate(typing.get_type_hints(rows.ROWS[line]).values())
    return tuple(
        at for at, hint in hints if wanted in (hint, typing.get_origin(hint), *typing.get_args(hint))
    )


_DAYS = {line: _places(line, date) for line in rows.ROWS}
_MAPS = {line: _places(line, dict) for line in rows.ROWS}


class Held:
    """What the import holds of one line."""

    __slots__ = ("kept", "last", "rows", "seats", "walk")

    def __init__(self, found: tuple[Row, ...] | None = None, *, last: date | None = None) -> None:
        self.rows = found
        """Its rows; None where they are those stored."""
        self.kept = found or ()
        """Its rows as the file has them."""
        self.last = last
        """The day of the last of all its effects, if the rows are what they alone make; None when not known."""
        self.walk: vacancies.Walk | None = None
        """How its rows came out, where the line is that of a post's empty seats,"""
        self.seats: Sequence[Row] = ()
        """and by which seats."""

    def read(self, line: str, values: Iterable[Any], place: int, last: str | None) -> None:
        """Take in a row from the file, the last one of the line so far."""
        self.last = day_of(last) if last else None
        if place != stage.EMPTY:
            self.rows = self.kept = (*(self.rows or ()), row(line, values))


def row(line: str, values: Iterable[Any]) -> Row:
    """A row from the file."""
    made = list(values)
    for place in _DAYS[line]:
        if made[place] is not None:
            made[place] = day_of(made[place])
    for place in _MAPS[line]:
        made[place] = orjson.loads(made[place])
    return rows.ROWS[line]._make(made)


def changed(line: str, dirty: Mapping[int, Held]) -> tuple[list[stage.LineRow], list[tuple[int, int]]]:
    """What `stage.Stage.put_lines` takes of a line, by subject; from then on the file has the rows as they are."""
    new: list[stage.LineRow] = []
    shortened: list[tuple[int, int]] = []
    nothing = (None,) * (len(rows.ROWS[line]._fields) - 1)
    for subject, held in dirty.items():
        now, kept = held.rows, held.kept
        if now is None:
            continue
        last = written(held.last) if held.last else None
        if len(now) == 1 and len(kept) < 2:
            new.append((subject, 0, *_plain(line, now[0]), last))
            held.kept = now
            continue
        if len(now) < len(kept):
            shortened.append((subject, len(now)))
        if not now:
            new.append((subject, stage.EMPTY, *nothing, last))
        end = len(now) - 1
        for place, each in enumerate(now):
            if place == end:
                new.append((subject, place, *_plain(line, each), last))
            elif place >= len(kept) or each is not kept[place]:
                new.append((subject, place, *_plain(line, each), None))
        held.kept = now
    return new, shortened


def _plain(line: str, each: Row) -> list[Any]:
    """A row without its subject, with its days and maps written out."""
    values = list(each)
    for place in _DAYS[line]:
        day = values[place]
        if day is not None:
            values[place] = written(day)
    for place in _MAPS[line]:
        values[place] = orjson.dumps(values[place]).decode()
    return values[1:]
