"""The columns of the column store's files as plain numbers, beside them: what is counted over and over is decoded once.

A file of the store never changes, so what was decoded from it stays right for as long as it is there; an act that is
issued adds a file, and only that one is decoded. Words become small numbers with a list beside them, days the number of
the day, and each run of rows says its least and its most number, so that the runs no question asks for are not read.
The decoded files are one state of a folder (see the shelf): one that is not as it was written makes it as if there were
none, and they are decoded again.
"""

from __future__ import annotations

import functools
import os
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from fasti.indicators import columns, shelf

SHAPE = 2
"""Raised whenever what is written changes: older files are then decoded again."""
BLOCK = 131_072
"""Rows that are read at a time: few enough that what is done with them stays near the processor."""
NO_DAY = 2**31 - 1
"""The day of what has none, as the open end of a span: beyond all days."""
WINDOW = 8 * BLOCK
BY_DAY = dict.fromkeys(("rating", "unit_rating", "sanction", "unit_sanction", "completed_topic"), "starts_on")
"""Tables of what happens on a day and is asked for by that day; in the order of their days few blocks have to be read.
The record has that order of itself, by number."""
_BUFFER = 2**20
"""Bytes of a file that are read ahead: without it all of a column's run is held at once."""
_EPOCH = date(1970, 1, 1)
_FAR = 2**15
"""A day in the year 2059: days beyond it are kept in wide numbers."""
Numbers = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of one file of the store: a number for each row.

    `none` stands for nothing. `words`: what the numbers stand for (0: nothing), None where they are what they say.
    `least` and `most`: of each block, nothing included. Without a `file` all rows hold `least[0]`.
    """

    file: str
    num: int
    width: str
    none: int
    words: tuple[str | None, ...] | None
    least: Sequence[int]
    most: Sequence[int]

    def read(self, folder: Path, first: int, last: int, into: Numbers | None = None) -> Numbers:
        """The numbers of the rows from the first up to, not including, the last; `OSError` if they are not there.

        `into`: an array of the column's width that they may be put in.
        """
        if not self.file:
            return np.full(last - first, self.least[0] if self.least else 0, self.width)
        found = np.empty(last - first, self.width) if into is None else into[: last - first]
        file = os.open(f"{folder}/{self.file}", os.O_RDONLY)
        try:
            if os.preadv(file, [found.data], first * found.itemsize) != found.nbytes:
                raise OSError(f"{self.file} is cut short")
        finally:
            os.close(file)
        return found


@dataclass(eq=False)
class Columns:
    """The decoded columns of one state of the store. They stay for as long as this is held."""

    store: columns.Store
    _found: dict[tuple[str, str], Column] = field(default_factory=dict)
    _gone: dict[str, list[Numbers]] = field(default_factory=dict)
    _leases: list[shelf.Lease] = field(default_factory=list)
    _kept: dict[str, Any] = field(default_factory=dict)

    @functools.cached_property
    def folder(self) -> Path:
        """Where they lie."""
        return Path(self.store.folder) / "plain"

    def of(self, table: str, names: Sequence[str]) -> list[dict[str, Column]]:
        """Columns of a table by name, for each of its files; those not yet decoded are decoded now."""
        files = self.store.files[table]
        if any((file, name) not in self._found for file in files for name in names):
            self._decode(table, names)
        return [{name: self._found[file, name] for name in names} for file in files]

    def whole(self, table: str, names: Sequence[str]) -> dict[str, Numbers]:
        """Columns of a table, all rows that count. Words have numbers that are the same in all files (see `words`)."""
        parts: dict[str, list[Numbers]] = {name: [] for name in names}
        for place, found in enumerate(self.of(table, names)):
            gone = self.gone(table)[place]
            for name, column in found.items():
                numbers = self.widened(table, name, column, column.read(self.folder, 0, column.num))
                parts[name].append(np.delete(numbers, gone) if len(gone) else numbers)
        return {name: np.concatenate(each) if each else np.zeros(0, np.int64) for name, each in parts.items()}

    def words(self, table: str, name: str) -> tuple[str | None, ...] | None:
        """All words of a column over all files, nothing first; None for one of numbers."""
        found: tuple[str | None, ...] | None = self.kept(
            f"{table} {name} words", lambda: self._words(table, name)
        )
        return found

    def _words(self, table: str, name: str) -> tuple[str | None, ...] | None:
        found = [each[name].words for each in self.of(table, [name])]
        if any(words is None for words in found):
            return None
        return tuple(dict.fromkeys([None, *(word for words in found for word in words or ())]))

    def widened(self, table: str, name: str, column: Column, numbers: Numbers) -> Numbers:
        """Numbers of one file as those of the whole table: of words by `words`, of no day `NO_DAY`."""
        if column.words is not None:
            words = self.words(table, name) or ()
            if words == column.words:
                return numbers
            every = {word: place for place, word in enumerate(words)}
            return np.array([every[word] for word in column.words], np.int32)[numbers]
        if column.none in (-1, NO_DAY):
            return numbers
        wide = numbers.astype(np.int32)
        wide[numbers == column.none] = NO_DAY
        return wide

    def kept(self, name: str, make: Callable[[], Any]) -> Any:
        """What was made of them before under a name, or is made now."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def numbered_from(self, table: str) -> int | None:
        """The number of the first row of a table whose rows are numbered one after the other; None for any other."""
        found: int | None = self.kept(f"{table} numbered", lambda: _first(self.whole(table, ["id"])["id"]))
        return found

    def gone(self, table: str) -> list[Numbers]:
        """For each file of a table the places of the rows that count no more."""
        if table not in self._gone:
            lists = [pq.read_table(path).column("id").to_numpy() for path in self.store.gone_paths(table)]
            gone = np.sort(np.concatenate(lists)) if lists else np.zeros(0, np.int64)
            found = self.of(table, ["id"]) if len(gone) else [{} for _ in self.store.files[table]]
            self._gone[table] = [self._places(each.get("id"), gone) for each in found]
        return self._gone[table]

    def _places(self, ids: Column | None, gone: Numbers) -> Numbers:
        parts = [np.zeros(0, np.int64)]
        for first, last, least, most in blocks(ids) if ids else ():
            low, high = np.searchsorted(gone, [least, most + 1])
            if low < high and ids:
                numbers = ids.read(self.folder, first, last)
                parts.append(first + np.flatnonzero(np.isin(numbers, gone[low:high])))
        return np.concatenate(parts)

    def _decode(self, table: str, names: Sequence[str]) -> None:
        """Take up what other processes decoded, and decode what none did."""
        with shelf.locked(self.folder):
            saved = shelf.read(self.folder)
            kept = _taken_up(saved) if saved and saved.get("shape") == SHAPE else {}
            kept = {key: each for key, each in kept.items() if (Path(self.store.folder) / key[0]).exists()}
            wanted = [(file, name) for file in self.store.files[table] for name in names]
            missing = [key for key in wanted if key not in kept]
            self.folder.mkdir(exist_ok=True)
            for file, name in missing:
                path = Path(self.store.folder) / file
                kept[file, name] = decoded(path, name, self.folder, by_day=BY_DAY.get(table))
                pa.default_memory_pool().release_unused()
            if missing or saved is None:
                listed = [
                    [*key, *(getattr(each, slot) for slot in Column.__slots__)] for key, each in kept.items()
                ]
                files = [each.file for each in kept.values() if each.file]
                generation = shelf.replace(self.folder, {"shape": SHAPE, "columns": listed}, files)
                self._leases.append(shelf.lease(self.folder, generation))
                shelf.sweep(self.folder)
            else:
                self._leases.append(shelf.lease(self.folder, str(saved["generation"])))
            self._found |= kept


def _first(ids: Numbers) -> int | None:
    return int(ids[0]) if len(ids) and bool((np.diff(ids) == 1).all()) else None


def _taken_up(saved: Mapping[str, Any]) -> dict[tuple[str, str], Column]:
    found = {}
    for file, name, path, num, width, none, words, least, most in saved["columns"]:
        found[file, name] = Column(
            path, num, width, none, None if words is None else tuple(words), least, most
        )
    return found


def blocks(column: Column) -> Iterator[tuple[int, int, int, int]]:
    """Each block of a column: its first row, the one after its last, its least and its most number."""
    for place, (least, most) in enumerate(zip(column.least, column.most, strict=True)):
        yield place * BLOCK, min((place + 1) * BLOCK, column.num), least, most


def decoded(file: Path, name: str, folder: Path, *, by_day: str | None = None) -> Column:
    """Decode a column of a file, a batch of rows at a time, in the narrowest numbers that hold all of it.

    `by_day`: a column of days in whose order the rows of each window are filed, the same for all columns of the file.
    """
    with _Source(file, name) as source:
        if source.num_rows and source.is_nothing:
            width, none = ("uint16", 2**16 - 1) if source.is_of_days else ("int8", -1)
            if source.is_of_words:
                width, none = "uint8", 0
            blank = [none] * -(-source.num_rows // BLOCK)
            return Column(
                "", source.num_rows, width, none, (None,) if source.is_of_words else None, blank, blank
            )
        if source.is_of_words:
            words = source.words()
            width, none, found = _narrowest(0, len(words)), 0, source.coded(words)
        else:
            words = None
            least, most = source.ends()
            width, none = _narrowest(min(least, -1), max(most, 0)), -1
            if (
                source.is_of_days
            ):  # What stands for nothing lies beyond all days, also beyond those asked about.
                width = "uint16" if least >= 0 and most < _FAR else "int32"
                none = 2**16 - 1 if width == "uint16" else NO_DAY
            found = source.integers(none)
        narrow = (each.astype(width) for each in found)
        ordered = _in_order(narrow, file, by_day) if by_day else narrow
        return _written(folder, ordered, width, none, None if words is None else (None, *words))


class _Source:
    """One column of a file of the store, read a batch of rows at a time."""

    def __init__(self, file: Path, name: str) -> None:
        self._metadata = metadata = pq.read_metadata(file)
        schema = metadata.schema.to_arrow_schema()
        self._name, self._place = name, schema.get_field_index(name)
        self.num_rows: int = metadata.num_rows
        kind = schema.field(name).type
        self.is_of_words, self.is_of_days = pa.types.is_string(kind), pa.types.is_date(kind)
        coded = [name] if self.is_of_words else None
        self._file = pq.ParquetFile(file, metadata=metadata, buffer_size=_BUFFER, read_dictionary=coded)

    def __enter__(self) -> _Source:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _batches(self) -> Iterator[pa.Array]:
        for batch in self._file.iter_batches(BLOCK, columns=[self._name], use_threads=False):
            yield batch.column(0)

    @functools.cached_property
    def _parts(self) -> list[tuple[int, Any, Any] | None]:
        """Of each part of the column how many rows hold nothing, the least and the most (None: nothing at all); None
        where the file does not say.
        """
        found: list[tuple[int, Any, Any] | None] = []
        for nth in range(self._metadata.num_row_groups):
            group = self._metadata.row_group(nth)
            column = group.column(self._place)
            told = column.statistics  # Only there for as long as its column.
            if told is None or not told.has_null_count:
                found.append(None)
            elif told.null_count == group.num_rows:
                found.append((group.num_rows, None, None))
            else:
                found.append((told.null_count, told.min, told.max) if told.has_min_max else None)
        return found

    @property
    def is_nothing(self) -> bool:
        """Whether all rows hold nothing, by what the file says."""
        return sum(part[0] for part in self._parts if part) == self.num_rows

    def ends(self) -> tuple[int, int]:
        """The least and the most number; 0 and 0 where there is none."""
        if None in self._parts:
            found = [end for each in self._batches() for end in _ends(each) if end is not None]
        else:
            every = (end for part in self._parts if part for end in part[1:])
            found = [_number(end) for end in every if end is not None]
        return min(found, default=0), max(found, default=0)

    def words(self) -> list[str]:
        """Every word there is."""
        found = (word for each in self._batches() for word in each.dictionary.to_pylist())
        return list(dict.fromkeys(word for word in found if word is not None))

    def coded(self, words: Sequence[str]) -> Iterator[Numbers]:
        """The places of the words from 1; 0 for nothing."""
        known: dict[str | None, int] = {None: 0, **{word: place for place, word in enumerate(words, 1)}}
        for each in self._batches():
            places = np.array([*(known[word] for word in each.dictionary.to_pylist()), 0], np.int32)
            yield places[pc.fill_null(each.indices, len(places) - 1).to_numpy()]

    def integers(self, none: int) -> Iterator[Numbers]:
        """The numbers, of days those since 1 January 1970; `none` for nothing."""
        for each in self._batches():
            yield pc.fill_null(_integers(each), none).to_numpy()


def _number(end: Any) -> int:
    return (end - _EPOCH).days if isinstance(end, date) else int(end)


def _in_order(found: Iterator[Numbers], file: Path, by_day: str) -> Iterator[Numbers]:
    """The numbers, those of each window in the order of its days."""
    with _Source(file, by_day) as source:
        least, most = source.ends()
        width = np.uint16 if least >= 0 and most < _FAR else np.int32
        none = int(np.iinfo(width).max)
        days = (each.astype(width) for each in source.integers(none))
        for numbers, of_day in zip(_in_runs(found, WINDOW), _in_runs(days, WINDOW), strict=True):
            yield numbers[np.argsort(of_day, kind="stable")]


def _integers(array: pa.Array) -> pa.Array:
    return array.cast(pa.int32()).cast(pa.int64()) if pa.types.is_date(array.type) else array.cast(pa.int64())


def _ends(array: pa.Array) -> tuple[int | None, int | None]:
    found = pc.min_max(_integers(array)).as_py()
    return found["min"], found["max"]


def _narrowest(least: int, most: int) -> str:
    """The width of the smallest numbers that hold all from the least to the most.

    >>> _narrowest(0, 200), _narrowest(-1, 200), _narrowest(0, 70_000)
    ('uint8', 'int16', 'int32')
    """
    widths = ("uint8", "int8", "uint16", "int16", "int32", "int64")
    return next(each for each in widths if np.iinfo(each).min <= least and most <= np.iinfo(each).max)


def _written(
    folder: Path, found: Iterator[Numbers], width: str, none: int, words: tuple[str | None, ...] | None
) -> Column:
    name, num = f"{uuid.uuid4().hex}.plain", 0
    least: list[int] = []
    most: list[int] = []
    with (folder / name).open("wb") as file:
        for block in _in_runs(found, BLOCK):
            num += len(block)
            least.append(int(block.min()))
            most.append(int(block.max()))
            file.write(block.data)
    if len({*least, *most}) <= 1:  # All rows hold the same, as the end of spans that are all open.
        (folder / name).unlink()
        name = ""
    return Column(name, num, width, none, words, least, most)


def _in_runs(found: Iterator[Numbers], length: int) -> Iterator[Numbers]:
    waiting, num = [], 0
    for each in found:
        waiting.append(each)
        num += len(each)
        if num >= length:
            together = np.concatenate(waiting)
            whole = num - num % length
            yield from np.split(together[:whole], whole // length)
            waiting, num = [together[whole:]], num - whole
    if num:
        yield np.concatenate(waiting)
