"""Books of counts by unit and month, as files: for figures of one relation and half-year (levels: and day).

What a book's rows say is added up, so it is put right by a further file that holds what is to be added, with a minus
what is to be taken away. All books of a body are one state of a folder (see the shelf): a file that is not as it was
written makes it as if there were none. The statement that counts stands in a book's first file.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from fasti.indicators import columns, shelf

SHAPE = 3
"""Raised whenever what is saved changes: books of another shape are made anew."""
MANY_FILES = 8
MANY_BOOKS = 400
Ints = npt.NDArray[np.int64]
Rows = Mapping[str, Ints]
"""Columns `unit`, `month` (12 x year + month from 0) and one of counts for each figure, under its key."""
_PLACES = ("unit", "month")
_SQL = b"counted by"


@dataclass(frozen=True, slots=True)
class Book:
    """The counts of the figures `keys` in a half-year or on a day, as far as the tables went at `marks`.

    `looked_at`: the columns of the relation that its figures look at.
    """

    relation: str
    period: str
    keys: tuple[str, ...]
    looked_at: tuple[str, ...]
    marks: Mapping[str, columns.Mark]
    files: tuple[str, ...]


def read(folder: Path) -> list[Book]:
    """The books of a folder, those used last at the end; none if a file is not as it was written. When `locked`."""
    found = shelf.read(folder)
    if found is None or found.get("shape") != SHAPE:
        return []
    states = [{name: columns.Mark(*mark) for name, mark in state.items()} for state in found["states"]]
    return [
        Book(each["relation"], each["period"], tuple(each["keys"]), tuple(each["looked_at"]), states[each["state"]],
             tuple(each["files"]))
        for each in found["books"]
    ]  # fmt: skip


def save(folder: Path, books: Sequence[Book]) -> None:
    """Make these the books of the folder; of too many, those not used for longest go. Call it when `locked`."""
    books = books[-MANY_BOOKS:]
    states: list[Mapping[str, columns.Mark]] = []
    for book in books:
        if book.marks not in states:
            states.append(book.marks)
    listed = [
        {"relation": book.relation, "period": book.period, "keys": book.keys, "looked_at": book.looked_at,
         "state": states.index(book.marks), "files": book.files}
        for book in books
    ]  # fmt: skip
    shelf.replace(
        folder,
        {"shape": SHAPE, "states": states, "books": listed},
        {name for book in books for name in book.files},
    )
    shelf.sweep(folder)


def written(folder: Path, book: Book, sql: str, rows: Rows) -> Book:
    """A book with its first file."""
    return replace(book, files=(_file(folder, book, sql, rows),))


def corrected(folder: Path, book: Book, marks: Mapping[str, columns.Mark], more: Rows) -> Book:
    """The book with what is to be added to it, as far as `marks`; many files are put together as one."""
    files = book.files if not len(more["unit"]) else (*book.files, _file(folder, book, "", more))
    made = replace(book, marks=marks, files=files)
    if len(files) < MANY_FILES:
        return made
    return written(folder, made, statement(folder, book), counts(folder, made, book.keys))


def _file(folder: Path, book: Book, sql: str, rows: Rows) -> str:
    name = f"{book.period}-{uuid.uuid4().hex}.arrow"
    names = [*_PLACES, *(f"m{i}" for i in range(len(book.keys)))]
    table = pa.table([pa.array(_narrow(rows[column])) for column in (*_PLACES, *book.keys)], names=names)
    table = table.replace_schema_metadata({_SQL: sql.encode()})
    with pa.ipc.new_file(folder / name, table.schema) as writer:
        writer.write_table(table)
    return name


def _narrow(column: Any) -> Any:
    """In the smallest integers that hold all of it: most counts of a unit and month fit a byte."""
    ends = (int(column.min()), int(column.max())) if len(column) else (0, 0)
    return column.astype(np.min_scalar_type(min(ends[0], -1 - ends[1])))


def _read_file(path: Path) -> pa.Table:
    """Read into memory: a file that is cut short while it is mapped would end the process."""
    return pa.ipc.open_file(pa.py_buffer(path.read_bytes())).read_all()


def statement(folder: Path, book: Book) -> str:
    """The SQL that counts what the book holds: `unit`, `month`, and `m0`, `m1` ... in the order of its keys."""
    return str(_read_file(folder / book.files[0]).schema.metadata[_SQL].decode())


def counts(folder: Path, book: Book, keys: Iterable[str]) -> Rows:
    """The counts of some of its figures, a row for each unit and month that has any."""
    wanted = {f"m{book.keys.index(key)}": key for key in keys}
    blocks = [_read_file(folder / name).select([*_PLACES, *wanted]) for name in book.files]
    found = [
        {wanted.get(name, name): block.column(name).to_numpy() for name in block.column_names}
        for block in blocks
    ]
    return found[0] if len(found) == 1 else added_up(found)


def added_up(blocks: Sequence[Rows]) -> Rows:
    """Rows of the same unit and month as one, in their order; those that come to nothing are left out.

    >>> one = {"unit": np.array([7, 8]), "month": np.array([3, 3]), "a": np.array([2, 1])}
    >>> less = {"unit": np.array([8]), "month": np.array([3]), "a": np.array([-1])}
    >>> {name: column.tolist() for name, column in added_up([one, less]).items()}
    {'unit': [7], 'month': [3], 'a': [2]}
    """
    names = list(blocks[0])
    found = {name: np.concatenate([block[name] for block in blocks]) for name in names}
    order = np.lexsort((found["month"], found["unit"]))
    found = {name: column[order] for name, column in found.items()}
    if not len(order):
        return found
    is_other = (np.diff(found["unit"]) != 0) | (np.diff(found["month"]) != 0)
    first = np.flatnonzero(np.r_[True, is_other])
    sums = {
        name: np.add.reduceat(found[name], first, dtype=np.int64) for name in names if name not in _PLACES
    }
    is_left = np.logical_or.reduce([column != 0 for column in sums.values()])
    return {name: (sums[name] if name in sums else found[name][first])[is_left] for name in names}


def by_unit(rows: Rows) -> Rows:
    """Neighbouring rows of one unit as one."""
    if not len(rows["unit"]):
        return rows
    first = np.flatnonzero(np.r_[True, np.diff(rows["unit"]) != 0])
    if len(first) == len(rows["unit"]):
        return {**rows, "unit": rows["unit"].astype(np.int64)}
    sums = {name: np.add.reduceat(column, first, dtype=np.int64) for name, column in rows.items()}
    return {**sums, "unit": rows["unit"][first].astype(np.int64)}


def named(rows: Mapping[str, Any], keys: Sequence[str], *, sign: int = 1) -> Rows:
    """What a statement gave, under the keys of its figures; `sign` -1: to be taken away."""
    places = {name: np.asarray(rows[name], np.int64) for name in _PLACES}
    return places | {key: sign * np.asarray(rows[f"m{i}"], np.int64) for i, key in enumerate(keys)}
