"""The core job on databases: DuckDB over the narrow files, SQLite and PostgreSQL over tables with indexes.

Group-by and Euler: the database counts by unit, NumPy adds along the tree. Closure table: the database joins its counts
by unit to all pairs of a unit and one above it, and adds. Levels (as DHIS2 keeps its analytics tables): every row
carries the unit above it at each level, and each level is asked for by itself.
"""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import psycopg

from bench.baselines import facts, statements
from bench.baselines import tree as trees

Ask = Callable[[str], Sequence[Any]]
"""Puts a statement and gives its columns, the unit first."""
COVERED = {
    "effect": "day, kind, unit, managed, has_work", "act": "day, unit, type, organ, rank",
    "task": "day, unit, incomplete", "tenure": "since, until, unit", "rating": "since, until, unit, grade",
    "membership": "since, until, unit, woman",
}  # fmt: skip
"""Indexes from which a statement is answered without the table: made for these questions alone."""
TUNED = "-c jit=off -c work_mem=256MB -c max_parallel_workers_per_gather=2 -c random_page_cost=1.1"


def own(job: facts.Job, ask: Ask, most: int, *, unit: str = "unit", prefix: str = "") -> trees.Ints:
    """Each unit's own figures: rows as `facts.FIGURES`, columns by unit id."""
    found = np.zeros((len(facts.FIGURES), most), np.int64)
    for each in statements.statements(job, unit=unit, prefix=prefix):
        _lay(found, each.figures, ask(each.sql))
    return found


def _lay(found: trees.Ints, figures: Sequence[str], columns: Sequence[Any]) -> None:
    if not len(columns):
        return
    units = np.asarray(columns[0], np.int64)
    for figure, column in zip(figures, columns[1:], strict=True):
        found[facts.ROW[figure], units] = np.asarray(column, np.int64)


def euler(job: facts.Job, ask: Ask, tree: trees.Tree) -> trees.Ints:
    """Group-by in the database, the tree in NumPy."""
    return trees.rolled_up(own(job, ask, tree.most), tree)


def closure(job: facts.Job, ask: Ask, tree: trees.Tree) -> trees.Ints:
    """Group-by in the database, joined there to the pairs of the closure table."""
    found = np.zeros((len(facts.FIGURES), tree.most), np.int64)
    for each in statements.statements(job):
        names = [f"f{nth}" for nth in range(len(each.figures))]
        sums = ", ".join(f"SUM({name})::bigint" for name in names)
        sql = f"SELECT c.above, {sums} FROM ({each.sql}) x (unit, {', '.join(names)}) JOIN closure c USING (unit)"
        _lay(found, each.figures, ask(f"{sql} GROUP BY c.above"))
    return found[:, tree.units]


def levels(job: facts.Job, ask: Ask, tree: trees.Tree) -> trees.Ints:
    """Each level of the tree asked for by itself, over tables that carry the unit of each level."""
    found = np.zeros((len(facts.FIGURES), tree.most), np.int64)
    for nth in range(tree.levels.shape[1]):
        found += own(job, ask, tree.most, unit=f"l{nth}", prefix="level_")
    return found[:, tree.units]


def duckdb_over(folder: Path, *, threads: int = 2) -> Ask:
    """DuckDB over the narrow files."""
    connection = duckdb.connect()
    connection.execute(f"SET threads={threads}")
    for path in folder.glob("*.parquet"):
        connection.execute(f"CREATE VIEW {path.stem} AS FROM read_parquet('{path}')")
    return lambda sql: list(connection.execute(sql).fetchnumpy().values())


def _columns(rows: Sequence[Any]) -> Sequence[Any]:
    return list(zip(*rows, strict=True))


# -- SQLite ----------------------------------------------------------------------------------------------------------


def sqlite_filled(folder: Path, file: Path) -> None:
    """The narrow tables in a file of SQLite, with covering indexes."""
    connection = sqlite3.connect(file)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
    for table, columns, rows in _tables(folder):
        connection.execute(f"CREATE TABLE {table} ({', '.join(f'{name} INTEGER' for name in columns)})")
        places = ", ".join("?" * len(columns))
        for some in rows:
            lists = [column.to_pylist() for column in some]
            connection.executemany(f"INSERT INTO {table} VALUES ({places})", zip(*lists, strict=True))
    for sql in _indexes():
        connection.execute(sql)
    connection.commit()
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()


def sqlite_over(file: Path) -> Ask:
    """SQLite with room for the whole file in memory."""
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    for pragma in ("cache_size=-1000000", "mmap_size=8000000000", "temp_store=memory", "threads=2"):
        connection.execute(f"PRAGMA {pragma}")
    return lambda sql: _columns(connection.execute(sql).fetchall())


def _indexes() -> Iterator[str]:
    for table, columns in COVERED.items():
        yield f"CREATE INDEX {table}_covered ON {table} ({columns})"
    yield "CREATE INDEX effect_act ON effect (act, day)"
    yield "CREATE INDEX relation_act ON relation (act, best)"


# -- PostgreSQL ------------------------------------------------------------------------------------------------------


def postgres_filled(folder: Path, address: str, tree: trees.Tree) -> None:
    """The narrow tables in PostgreSQL with their indexes, the closure table, and the tables with levels."""
    with psycopg.connect(address, autocommit=True) as connection:
        for table, columns, rows in _tables(folder):
            named = ", ".join(f"{name} {_type(name)}" for name in columns)
            connection.execute(f"CREATE UNLOGGED TABLE {table} ({named})")
            _copy(connection, table, rows)
        _closure(connection, tree)
        _with_levels(connection, folder, tree)
        for sql in _indexes():
            connection.execute(sql)
        connection.execute("CREATE INDEX closure_unit ON closure (unit) INCLUDE (above)")
        connection.execute("VACUUM ANALYZE")


def postgres_over(address: str) -> Ask:
    """One session with the best settings found; answers are taken over in binary."""
    connection = psycopg.connect(address, autocommit=True, options=TUNED)
    cursor = connection.cursor(binary=True)

    def ask(sql: str) -> Sequence[Any]:
        return _columns(cursor.execute(sql).fetchall())

    return ask


def _type(name: str) -> str:
    small = {
        "kind",
        "managed",
        "has_work",
        "type",
        "rank",
        "organ",
        "best",
        "incomplete",
        "woman",
        "grade",
        "grassroots",
    }
    return "smallint" if name in small else "integer"


def _copy(connection: psycopg.Connection[Any], table: str, rows: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN (FORMAT csv)") as copy:
        for some in rows:
            copy.write(_csv(some))


def _csv(columns: Sequence[Any]) -> bytes:
    import pyarrow as pa
    from pyarrow import csv

    made = io.BytesIO()
    names = [f"c{nth}" for nth in range(len(columns))]
    csv.write_csv(pa.table(list(columns), names=names), made, csv.WriteOptions(include_header=False))
    return made.getvalue()


def _closure(connection: psycopg.Connection[Any], tree: trees.Tree) -> None:
    connection.execute("CREATE UNLOGGED TABLE closure (unit integer, above integer)")
    pairs = [(tree.units[column > 0], column[column > 0]) for column in tree.levels.T]
    _copy(connection, "closure", [_arrow(pair) for pair in pairs])


def _with_levels(connection: psycopg.Connection[Any], folder: Path, tree: trees.Tree) -> None:
    names = [f"l{nth}" for nth in range(tree.levels.shape[1])]
    connection.execute(
        f"CREATE UNLOGGED TABLE level ({', '.join(f'{name} integer' for name in ['unit', *names])})"
    )
    _copy(connection, "level", [_arrow([tree.units, *tree.levels.T])])
    for table in sorted(path.stem for path in folder.glob("*.parquet")):
        if table in ("relation", "lineage"):
            continue
        listed = ", ".join(f"l.{name}" for name in names)
        connection.execute(
            f"CREATE UNLOGGED TABLE level_{table} AS SELECT t.*, {listed} FROM {table} t JOIN level l USING (unit)"
        )
        day = "day" if table in ("effect", "act", "task") else "since"
        connection.execute(f"CREATE INDEX level_{table}_day ON level_{table} ({day})")
    connection.execute("CREATE INDEX level_effect_act ON level_effect (act, day)")


def _arrow(arrays: Iterable[Any]) -> list[Any]:
    import pyarrow as pa

    return [pa.array(each) for each in arrays]


def _tables(folder: Path) -> Iterator[tuple[str, list[str], Iterator[Sequence[Any]]]]:
    """Each table with its columns and its rows, a part at a time."""
    import pyarrow.parquet as pq

    for path in sorted(folder.glob("*.parquet")):
        file = pq.ParquetFile(path)
        yield path.stem, file.schema_arrow.names, (batch.columns for batch in file.iter_batches(100_000))
