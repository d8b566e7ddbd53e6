"""The files of one table of the column store: written in large pieces, added to, put together when there are many.

A table is what its files hold, less the rows whose numbers its lists of gone rows name. Files are never changed: what
is added is a new file, what is taken away a new list. Small files are put together, large ones are left alone until
too much of them is gone.
"""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROW_GROUP = 122_880
MANY_FILES = 16
GONE_AT_MOST = 8
"""A table is written anew when one row in so many is gone."""
NUMBERS = pa.schema([("id", pa.int64())])


@dataclass(frozen=True, slots=True)
class Piece:
    """A file by its name, with the number of its rows and the highest id among them (0: it has none)."""

    name: str
    num_rows: int
    last: int


def write(folder: Path, table: str, schema: pa.Schema, tables: Iterable[pa.Table]) -> Piece:
    """Write the rows as one file; a row group is held in memory at a time."""
    name, num, last = f"{table}-{uuid.uuid4().hex}.parquet", 0, 0
    with pq.ParquetWriter(folder / name, schema, compression="zstd") as writer:
        for rows in _gathered(tables):
            writer.write_table(rows)
            num += rows.num_rows
            if "id" in schema.names and rows.num_rows:
                last = max(last, pc.max(rows.column("id")).as_py())
    return Piece(name, num, last)


def added(folder: Path, table: str, schema: pa.Schema, tables: Iterator[pa.Table]) -> Piece | None:
    """Write the rows as one file, if there are any."""
    first = next(tables, None)
    return write(folder, table, schema, itertools.chain([first], tables)) if first is not None else None


def _gathered(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """The rows in few large pieces: each becomes a row group, and a scan pays for every one."""
    waiting: list[pa.Table] = []
    num = 0
    for rows in tables:
        waiting.append(rows)
        if (num := num + rows.num_rows) >= ROW_GROUP:
            yield pa.concat_tables(waiting).combine_chunks()
            waiting, num = [], 0
    if waiting:
        yield pa.concat_tables(waiting).combine_chunks()


def numbers(folder: Path, table: str, ids: Sequence[int]) -> Piece:
    """Write a list of rows that are gone."""
    return write(folder, f"{table}-gone", NUMBERS, [pa.table({"id": pa.array(ids, pa.int64())})])


def read(paths: Iterable[str], gone: Iterable[str] = ()) -> Iterator[pa.Table]:
    """The rows of files, in order, less those that are gone."""
    lists = [pq.read_table(path).column("id").combine_chunks() for path in gone]
    left_out = pa.concat_arrays(lists) if lists else None
    for path in paths:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(ROW_GROUP):
                found = pa.Table.from_batches([batch])
                if left_out is not None:
                    found = found.filter(pc.invert(pc.is_in(found.column("id"), value_set=left_out)))
                yield found


def put_together(folder: Path, table: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The files; when there are many, the last ones as one: as many as are together no smaller than the next."""
    if len(pieces) < MANY_FILES:
        return list(pieces)
    first, num = len(pieces) - 2, sum(piece.num_rows for piece in pieces[-2:])
    while first and pieces[first - 1].num_rows <= num:
        first -= 1
        num += pieces[first].num_rows
    paths = [str(folder / piece.name) for piece in pieces[first:]]
    made = write(folder, table, pq.read_schema(paths[0]), read(paths))
    return [*pieces[:first], made]


def settled(
    folder: Path, table: str, pieces: Sequence[Piece], gone: Sequence[Piece]
) -> tuple[list[Piece], list[Piece]]:
    """The files and the lists of gone rows of a table; where much is gone, one file without it."""
    num_gone, num = (sum(piece.num_rows for piece in each) for each in (gone, pieces))
    if not num_gone or num_gone * GONE_AT_MOST <= num:
        return put_together(folder, table, pieces), put_together(folder, f"{table}-gone", gone)
    paths, lists = ([str(folder / piece.name) for piece in each] for each in (pieces, gone))
    made = write(folder, table, pq.read_schema(paths[0]), read(paths, lists))
    return [Piece(made.name, made.num_rows, max(piece.last for piece in pieces))], []
