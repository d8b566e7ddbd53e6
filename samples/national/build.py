"""Writes the national body book by book: into the database as rows, or into files of the column store."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from fasti.indicators import bases, columns, pieces, snapshots
from samples.national import members, places, rows, story
from samples.national.book import NONE, YEARS, Book, Ints, Numbered
from samples.national.plan import FIRST_PROVINCE, Plan

Progress = Callable[[int, int], None]
"""Told the number of books written and of all."""
Put = Callable[[str, pa.Table], None]


def write(
    plan: Plan, put: Put, *, version: str, with_chain: bool = True, progress: Progress | None = None
) -> rows.Numbers:
    """Hand over the rows of all books, in order; the numbers given. One book is held in memory at a time."""
    return _write(plan, put, _offsets(plan), rows.Numbers(plan, version, with_chain), progress)


def _write(
    plan: Plan, put: Put, offsets: list[Ints], numbers: rows.Numbers, progress: Progress | None
) -> rows.Numbers:
    num = story.number_of_books(plan)
    for place, numbered in enumerate(_numbered(plan, offsets)):
        for table, found in rows.tables(numbered, place, numbers):
            put(table, found)
        if progress:
            progress(place + 1, num)
    return numbers


def _offsets(plan: Plan) -> list[Ints]:
    """The first act, effect, relation and task of each book (row) in each year: year by year, book by book."""
    counts = np.array([each.counted() for each in _books(plan, None)])
    by_year = [counts[:, nth].T for nth in range(counts.shape[1])]
    return [(1 + np.cumsum(each.ravel()) - each.ravel()).reshape(each.shape).T for each in by_year]


def _books(plan: Plan, above: Callable[[Book, Ints, Ints], tuple[Any, Ints]] | None) -> Iterator[Book]:
    """Every book. `above` says what the others are told of the centre's; without it they are only counted."""
    centre, acts, merged = story.centre(plan)
    yield centre
    told: tuple[Any, Ints] = ((_days_of(centre, acts), acts), merged)
    if above:
        told = above(centre, acts, merged)
    into = np.full(plan.num_provinces, NONE)
    for source, target in places.mergers():
        into[source] = FIRST_PROVINCE + target
    for number in range(plan.num_provinces):
        yield story.province(plan, number, told[0], int(told[1][number]), int(into[number]))
    for number in range(plan.num_districts):
        yield members.district(plan, number)


def _days_of(centre: Book, acts: Ints) -> Ints:
    return centre.signed()[acts]


def _numbered(plan: Plan, offsets: list[Ints]) -> Iterator[Numbered]:
    def above(centre: Book, acts: Ints, merged: Ints) -> tuple[Any, Ints]:
        found = centre.numbered([each[0] for each in offsets])
        return (_days_of(centre, acts), found.act_of[acts]), found.effect_of[merged]

    for place, each in enumerate(_books(plan, above)):
        yield each.numbered([first[place] for first in offsets])


# -- into the database -----------------------------------------------------------------------------------------------


def into_database(plan: Plan, *, version: str, progress: Progress | None = None) -> None:
    """Fill the configured, begun and empty database, in one transaction: by COPY on PostgreSQL."""
    from django.db import transaction

    from fasti.acts.models import Act, Body
    from fasti.operations import index_acts, index_units, plain_rows

    kinds = plain_rows.tables()

    def put(table: str, found: pa.Table) -> None:
        plain_rows.load(table, kinds[table], io.BytesIO(lines(found, kinds[table])))

    with transaction.atomic():
        with plain_rows.unreferenced():
            write(plan, put, version=version, progress=progress)
        Body.objects.update(last_recorded_at=Act.objects.latest("id").recorded_at)
        plain_rows.reset_sequences()
    index_units.catch_up()
    index_acts.catch_up()


def lines(found: pa.Table, kinds: Mapping[str, str]) -> bytes:
    """The rows as lines of text, in the order of the columns of the database."""
    columns_ = [_text(found, name, kind) for name, kind in kinds.items()]
    joined = pc.binary_join_element_wise(*columns_, "\t")
    return ("\n".join(joined.to_pylist()) + "\n").encode() if found.num_rows else b""


def _text(found: pa.Table, name: str, kind: str) -> Any:
    if name not in found.column_names:
        none = {"text": "", "truth": "f", "json": "{}"}.get(kind, "\\N")
        return pa.array([none] * found.num_rows)
    return pc.fill_null(found.column(name).combine_chunks().cast(pa.string()), "\\N")


# -- into files of the column store ----------------------------------------------------------------------------------


class Files:
    """The tables of the column store as Parquet files, written as the books come.

    Books come one by one, each with all its years, while the record is numbered year by year: each of its tables is a
    file for each year, so that its rows lie in the order of their numbers.
    """

    def __init__(self, folder: Path, first: Mapping[str, Ints]) -> None:
        """`first`: of each table of the record the first number of each year."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self._first = folder, first
        self.num_rows: dict[str, int] = {}
        self.last = dict.fromkeys(bases.stored(), 0)
        self._waiting: dict[str, list[pa.Table]] = {}
        self._writers: dict[str, pq.ParquetWriter] = {}
        for table in bases.stored():
            for name in self._names(table):
                self.num_rows[name], self._waiting[name] = 0, []
                schema = snapshots.schema(table, is_numbered=True)
                self._writers[name] = pq.ParquetWriter(folder / name, schema, compression="zstd")

    def _names(self, table: str) -> list[str]:
        if table in self._first:
            return [f"{table}-{year}.parquet" for year in YEARS]
        return [f"{table}.parquet"]

    def put(self, table: str, found: pa.Table) -> None:
        """Rows of a book, those of the record by rising number."""
        schema = snapshots.schema(table, is_numbered=True)
        arrays = [
            _filed(found.column(name), kind) if name in found.column_names else pa.nulls(found.num_rows, kind)
            for name, kind in zip(schema.names, schema.types, strict=True)
        ]
        rows = pa.table(arrays, schema=schema)
        self.last[table] = max(self.last[table], pc.max(rows.column("id")).as_py() or 0)
        ends = [0, rows.num_rows]
        if table in self._first:
            ids = rows.column("id").to_numpy()
            ends = [0, *np.searchsorted(ids, self._first[table][1:]).tolist(), rows.num_rows]
        for name, begin, end in zip(self._names(table), ends[:-1], ends[1:], strict=True):
            if begin < end:
                self._wait(name, rows.slice(begin, end - begin))

    def _wait(self, name: str, rows: pa.Table) -> None:
        self._waiting[name].append(rows)
        self.num_rows[name] += rows.num_rows
        if sum(each.num_rows for each in self._waiting[name]) >= pieces.ROW_GROUP:
            self._flush(name)

    def _flush(self, name: str) -> None:
        if self._waiting[name]:
            self._writers[name].write_table(pa.concat_tables(self._waiting[name]).combine_chunks())
        self._waiting[name] = []

    def closed(self) -> columns.Store:
        """The files as a state of the column store."""
        for name, writer in self._writers.items():
            self._flush(name)
            writer.close()
        files = {table: self._names(table) for table in bases.stored()}
        last = self.last
        return columns.Store(
            str(self.folder), columns.SHAPE, last["act"], last["effect"], "", last, files, {}, self.num_rows,
            dict.fromkeys(files, "written"),
        )  # fmt: skip


def _filed(column: Any, kind: pa.DataType) -> Any:
    if pa.types.is_string(kind):
        return pc.if_else(pc.equal(column, ""), None, column)
    return column.cast(kind)


def into_files(plan: Plan, folder: Path, *, progress: Progress | None = None) -> columns.Store:
    """Write the tables of the column store into a folder, without any database."""
    offsets = _offsets(plan)
    files = Files(folder, {table: each[0] for table, each in zip(bases.OF_ACT, offsets, strict=True)})
    _write(plan, files.put, offsets, rows.Numbers(plan, "", with_chain=False), progress)
    return files.closed()
