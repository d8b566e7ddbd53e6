"""Which rows of a register's table, held in the column store, the database no longer has.

Rows of the register are never changed: what changes about a unit, person or post takes some of its rows of a line out
and puts new ones in, with higher numbers. Where the number of rows does not show that all are still there, the rows of
those who have newer ones are looked for in the database. If some are still missing, as of a line left without any row,
rows are counted in runs of numbers on both sides, and those runs that differ are compared number by number. Whatever
took rows out, the store is found right or put right.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from fasti.indicators import bases, snapshots

RUN = 4_096


class NotFollowed(RuntimeError):
    """The database has rows that its numbering does not explain; the table is to be read as a whole."""


class Reader:
    """What files are read with. It is opened when it is first used: most acts change none of the register's tables."""

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        if "_connection" in vars(self):
            self._connection.close()

    @functools.cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        return duckdb.connect()

    def execute(self, sql: str) -> duckdb.DuckDBPyConnection:
        """Run a statement."""
        return self._connection.execute(sql)

    def add(self, sql: str, rows: Sequence[Sequence[int]]) -> None:
        """Run a statement for each of some rows."""
        self._connection.executemany(sql, rows)


@dataclass(frozen=True, slots=True)
class Held:
    """What the store holds of a table: its files, the lists of rows that were gone before, how many rows are left."""

    table: str
    paths: Sequence[str]
    gone: Sequence[str]
    num: int


def vanished(
    reader: Reader, held: Held, new: Sequence[str], num_new: int, snapshot: snapshots.Snapshot
) -> list[int]:
    """The ids, in order. `new`: files of the rows with higher numbers than any held, and how many these are."""
    ((num,),) = snapshot.all(f'SELECT COUNT(*) FROM "{held.table}"')  # nosec B608 - our own names
    if num == held.num + num_new:
        return []
    _lay(reader, held, new)
    _look_for(reader, held.table, snapshot)
    counted = "(SELECT COUNT(*) FROM new) - (SELECT COUNT(*) FROM vanished)"
    ((more,),) = reader.execute(f"SELECT {counted}").fetchall()  # nosec B608 - our own names
    if held.num + more != num:
        _compare(reader, held.table, snapshot)
    return [row[0] for row in reader.execute("SELECT id FROM vanished ORDER BY id").fetchall()]


def _lay(reader: Reader, held: Held, new: Sequence[str]) -> None:
    subject = next(iter(bases.REGISTER[held.table]))
    left = f" ANTI JOIN {_files(held.gone)} g ON t.id = g.id" if held.gone else ""
    rows = f"SELECT t.id, t.{subject} AS subject FROM {_files(held.paths)} t{left}"  # nosec B608 - our own names
    added = f"SELECT id, {subject} AS subject FROM {_files(new)}" if new else f"{rows} WHERE FALSE"  # nosec B608
    reader.execute(f"CREATE OR REPLACE VIEW held AS {rows}")
    reader.execute(f"CREATE OR REPLACE TABLE new AS {added}")
    reader.execute("CREATE OR REPLACE TABLE vanished AS SELECT id FROM held SEMI JOIN new USING (subject)")


def _look_for(reader: Reader, table: str, snapshot: snapshots.Snapshot) -> None:
    """Leave among the vanished only what the database does not have."""
    asked = [row[0] for row in reader.execute("SELECT id FROM vanished ORDER BY id").fetchall()]
    for start in range(0, len(asked), RUN):
        few = asked[start : start + RUN]
        sql = f'SELECT id FROM "{table}" WHERE id IN ({", ".join(map(str, few))})'  # nosec B608 - our own names
        there = [row[0] for row in snapshot.all(sql)]
        if there:
            reader.execute(f"DELETE FROM vanished WHERE id IN ({', '.join(map(str, there))})")  # nosec B608


def _files(paths: Sequence[str]) -> str:
    listed = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
    return f"read_parquet([{listed}])"


def _compare(reader: Reader, table: str, snapshot: snapshots.Snapshot) -> None:
    """Put among the vanished what is in no run of the database; raises `NotFollowed`."""
    both = "SELECT id FROM held UNION ALL SELECT id FROM new"
    reader.execute(f"CREATE OR REPLACE TABLE kept AS SELECT id FROM ({both}) ANTI JOIN vanished USING (id)")  # nosec B608
    runs = f'SELECT id / {RUN}, COUNT(*) FROM "{table}" GROUP BY 1'  # nosec B608 - our own names
    there = {int(run): int(num) for run, num in snapshot.all(runs)}
    here = dict(reader.execute(f"SELECT id // {RUN}, COUNT(*) FROM kept GROUP BY 1").fetchall())  # nosec B608
    for run in sorted({*here, *there}):
        if here.get(run, 0) != there.get(run, 0):
            _compare_run(reader, table, run, snapshot)


def _compare_run(reader: Reader, table: str, run: int, snapshot: snapshots.Snapshot) -> None:
    where = f"id >= {run * RUN} AND id < {(run + 1) * RUN}"
    there = {row[0] for row in snapshot.all(f'SELECT id FROM "{table}" WHERE {where}')}  # nosec B608
    here = {row[0] for row in reader.execute(f"SELECT id FROM kept WHERE {where}").fetchall()}  # nosec B608
    if there - here:
        raise NotFollowed(f"{table}: {len(there - here)} rows with numbers that were passed before")
    reader.add("INSERT INTO vanished VALUES (?)", [[id] for id in sorted(here - there)])
