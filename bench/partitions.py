"""Whether partitioning the effects by year would pay on PostgreSQL: one table against one with a partition for each of
ten years, in one run (decision 032).

    python bench/partitions.py postgresql://.../empty [--rows 2000000]

Both have the columns and indexes of `effect`; the partitioned one has the year in its key, as PostgreSQL demands. Rows
come in the order of their ids, years rise with them. Each look-up is asked for other values every time.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable

import psycopg

COLUMNS = """id bigint NOT NULL, act_id bigint NOT NULL, ordinal int NOT NULL, kind varchar(32) NOT NULL,
    "on" date NOT NULL, unit_id bigint NOT NULL, person_id bigint, post_id bigint, voids_id bigint,
    data jsonb NOT NULL, year int NOT NULL"""
ROWS = """SELECT g, g / 7 + 1, g %% 7, 'ADMIT', DATE '2016-01-01' + (g * 3650 / %(rows)s)::int, g %% 30000 + 1,
    (g * 7919) %% (%(rows)s / 8) + 1, g %% 40000 + 1, NULL, '{"stage": "full"}'::jsonb, 2016 + (g * 10 / %(rows)s)::int
    FROM generate_series(0::bigint, %(rows)s - 1) g"""
INDEXES = ("act_id", "unit_id", "person_id", "post_id", '"on"', "voids_id")
ASKED = {
    "effects of an act": "act_id = %s",
    "effects of a person": "person_id = %s",
    "effects of a unit": "unit_id = %s",
    "an effect by its id": "id = %s",
}


def make(cursor: psycopg.Cursor, table: str, num: int) -> float:
    """Fill a table; seconds."""
    before = time.perf_counter()
    sql = f"INSERT INTO {table} {ROWS}"  # nosec B608 - our own names
    cursor.execute(sql % {"rows": num})
    for column in INDEXES:
        cursor.execute(f"CREATE INDEX ON {table} ({column})")
    cursor.execute(f"ANALYZE {table}")
    return time.perf_counter() - before


def median(ask: Callable[[], object], times: int) -> float:
    """The median of so many, in milliseconds."""
    took = []
    for _ in range(times):
        before = time.perf_counter()
        ask()
        took.append(1000 * (time.perf_counter() - before))
    return statistics.median(took)


def main() -> None:
    """Fill both, ask both, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--rows", type=int, default=2_000_000)
    given = parser.parse_args()
    dice = random.Random(1)
    with psycopg.connect(given.address, autocommit=True) as connection:
        cursor = connection.cursor()
        cursor.execute(f"CREATE TABLE one ({COLUMNS}, PRIMARY KEY (id))")
        cursor.execute(f"CREATE TABLE parted ({COLUMNS}, PRIMARY KEY (id, year)) PARTITION BY RANGE (year)")
        for year in range(2016, 2026):
            cursor.execute(
                f"CREATE TABLE parted_{year} PARTITION OF parted FOR VALUES FROM ({year}) TO ({year + 1})"
            )
        found = {"filled and indexed, s": [make(cursor, table, given.rows) for table in ("one", "parted")]}
        highest = {
            "act_id": given.rows // 7,
            "person_id": given.rows // 8,
            "unit_id": 30_000,
            "id": given.rows,
        }

        def ask(table: str, where: str, times: int) -> float:
            sql, top = f"SELECT * FROM {table} WHERE {where}", highest[where.split()[0]]  # nosec B608
            return median(lambda: cursor.execute(sql, [dice.randint(1, top - 1)]).fetchall(), times)

        for name, where in ASKED.items():
            found[f"{name}, ms"] = [ask(table, where, 400) for table in ("one", "parted")]
        half = """SELECT unit_id, count(*) FROM {} WHERE "on" >= '2024-01-01' AND "on" < '2024-07-01'{} GROUP BY 1"""
        found["a half-year by unit, ms"] = [
            median(lambda sql=half.format(*each): cursor.execute(sql).fetchall(), 5)
            for each in (("one", ""), ("parted", " AND year = 2024"))
        ]
        print(f"{given.rows} rows: one table, ten partitions, ratio")
        for name, (one, parted) in found.items():
            print(f"{name:28} {one:10.3f} {parted:10.3f} {parted / one:8.2f}")
        cursor.execute("DROP TABLE one, parted")


if __name__ == "__main__":
    main()
