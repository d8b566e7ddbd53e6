"""Writes the national body book by book: into the database as rows, or into files of the column store."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from fasti.indicators import bases, columns, pieces, snapshots
from samples.national import members, places, rows, story
from samples.national.book import NONE, Book, Ints, Numbered
from samples.national.plan import FIRST_PROVINCE, Plan

Progress = Callable[[int, int], None]
"""Told the number of books written and of all."""
Put = Callable[[str, pa.Table], None]


def write(
    plan: Plan, put: Put, *, version: str, with_chain: bool = True, progress: Progress | None = None
) -> rows.Numbers:
    """Hand over the rows of all books, in order; the numbers given. One book is held in memory at a time."""
    offsets = _offsets(plan)
    numbers = rows.Numbers(plan, version, with_chain)
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
    """The tables of the column store as one Parquet file each, written as the books come."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.num_rows, self.last = (
            folder,
            dict.fromkeys(bases.stored(), 0),
            dict.fromkeys(bases.stored(), 0),
        )
        self._waiting: dict[str, list[pa.Table]] = {table: [] for table in bases.stored()}
        self._writers = {
            table: pq.ParquetWriter(
                folder / f"{table}.parquet", snapshots.schema(table, is_numbered=True), compression="zstd"
            )
            for table in bases.stored()
        }

    def put(self, table: str, found: pa.Table) -> None:
        schema = snapshots.schema(table, is_numbered=True)
        arrays = [
            _filed(found.column(name), kind) if name in found.column_names else pa.nulls(found.num_rows, kind)
            for name, kind in zip(schema.names, schema.types, strict=True)
        ]
        self._waiting[table].append(pa.table(arrays, schema=schema))
        self.num_rows[table] += found.num_rows
        self.last[table] = max(self.last[table], pc.max(found.column("id")).as_py() or 0)
        if sum(each.num_rows for each in self._waiting[table]) >= pieces.ROW_GROUP:
            self._flush(table)

    def _flush(self, table: str) -> None:
        if self._waiting[table]:
            self._writers[table].write_table(pa.concat_tables(self._waiting[table]).combine_chunks())
        self._waiting[table] = []

    def closed(self) -> columns.Store:
        """The files as a state of the column store."""
        for table, writer in self._writers.items():
            self._flush(table)
            writer.close()
        for table in bases.OF_ACT:
            self._put_in_order(table)
        files = {table: [f"{table}.parquet"] for table in self._writers}
        num_rows = {f"{table}.parquet": num for table, num in self.num_rows.items()}
        last = self.last
        return columns.Store(
            str(self.folder), columns.SHAPE, last["act"], last["effect"], "", last, files, {}, num_rows,
            dict.fromkeys(files, "written"),
        )  # fmt: skip

    def _put_in_order(self, table: str) -> None:
        """By number, as the column store files the record: books come one by one, each with all its years."""
        file, draft = self.folder / f"{table}.parquet", self.folder / f"{table}.draft"
        schema = pq.read_schema(file)
        with duckdb.connect() as connection, pq.ParquetWriter(draft, schema, compression="zstd") as writer:
            connection.execute(f"SET memory_limit = '2GB'; SET temp_directory = '{self.folder / 'sorted'}'")
            ordered = connection.sql(f"FROM {bases.files([str(file)])} ORDER BY id")
            for batch in ordered.to_arrow_reader(pieces.ROW_GROUP):
                writer.write_table(pa.Table.from_batches([batch]).cast(schema))
        draft.replace(file)


def _filed(column: Any, kind: pa.DataType) -> Any:
    if pa.types.is_string(kind):
        return pc.if_else(pc.equal(column, ""), None, column)
    return column.cast(kind)


def into_files(plan: Plan, folder: Path, *, progress: Progress | None = None) -> columns.Store:
    """Write the tables of the column store into a folder, without any database."""
    files = Files(folder)
    write(plan, files.put, version="", with_chain=False, progress=progress)
    return files.closed()
