"""Issuing, as ratios within one run: many writers against one, a large body against a small one, and against the bare
rows without any rule, chain or fold.

    python -m bench.issuing [--acts N] [--writers 1,8] [--sizes 10000,5000000] [--engines sqlite,postgres]

For the sizes a body is filled by statements of the database: lodges of a thousand members each, every person with the
effect that admitted them and the membership that follows from it, acts of a thousand admissions in one chain per
lodge. Simplified: the acts' hashes are chained but computed from place and issuer alone, so the proof of the record
would not accept them; nobody has personal fields. Issuing reads of them what it reads of real ones.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Any

from bench import ROOT

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")

IN_LODGE = 1000
DAY = "2024-02-01"


def main() -> int:
    """Print what was measured; each part in a process of its own, which knows its database from the start."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--acts", type=int, default=800, help="acts issued in each measurement")
    parser.add_argument("--writers", default="1,8")
    parser.add_argument("--sizes", default="10000,5000000", help="members; the first is the baseline")
    parser.add_argument("--engines", default="sqlite,postgres")
    parser.add_argument("--json", action="store_true", help="print records for programs")
    parser.add_argument("--part", choices=("writers", "size"), help=argparse.SUPPRESS)
    parser.add_argument("--of", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        print(
            json.dumps(
                writers(asked.of, asked.acts) if asked.part == "writers" else sized(asked.of, asked.acts)
            )
        )
        return 0
    print(f"machine: {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, "
          f"SQLite {sqlite3.sqlite_version}, load {os.getloadavg()[0]:.1f}")  # fmt: skip
    for engine in asked.engines.split(","):
        compare_writers(engine, [int(n) for n in asked.writers.split(",")], asked.acts, as_json=asked.json)
        compare_sizes(engine, [int(n) for n in asked.sizes.split(",") if n], asked.acts, as_json=asked.json)
    return 0


def part(engine: str, name: str, of: int, acts: int) -> Any:
    """Measure one part on a new database."""
    with tempfile.TemporaryDirectory() as home:
        given = {**os.environ, "FASTI_HOME": home, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
        given.pop("FASTI_DATABASE", None)
        if engine == "postgres":
            from tests.engines import server

            given["FASTI_DATABASE"] = server.address(f"bench_{name}_{of}")
        command = [
            sys.executable,
            "-m",
            "bench.issuing",
            "--part",
            name,
            "--of",
            str(of),
            "--acts",
            str(acts),
        ]
        return json.loads(subprocess.run(command, env=given, check=True, stdout=subprocess.PIPE).stdout)


# -- writers ---------------------------------------------------------------------------------------------------------


def compare_writers(engine: str, numbers: list[int], acts: int, *, as_json: bool) -> None:
    first: dict[str, Any] = {}
    for number in numbers:
        found = part(engine, "writers", number, acts)
        first = first or found
        print(f"{engine}, {number} writer(s): {found['rate']:.0f} acts/s ({found['rate'] / first['rate']:.2f} x one), "
              f"p50 {found['p50']:.1f} ms, p99 {found['p99']:.1f} ms, worst {found['worst']:.0f} ms; "
              f"the bare rows alone: p50 {found['bare']:.2f} ms")  # fmt: skip
    ours, theirs = (f"{rate:.0f} acts/s" for rate in (found["rate"], first["rate"]))
    told("issuing.writers", found["rate"] / first["rate"], ours=ours, theirs=theirs,
         sizes={"writers": numbers[-1], "engine": engine}, as_json=as_json)  # fmt: skip


def told(claim: str, ratio: float, *, as_json: bool, **what: Any) -> None:
    """Print the record of a claim."""
    from bench import record

    record.tell(record.made(claim, ratio, **what), as_json=as_json)


def writers(number: int, acts: int) -> dict[str, float]:
    """So many processes issue `acts` in all."""
    from tests.engines import writers as processes

    processes.load()
    processes.forked(processes.begin)()
    found = processes.run(number, acts)
    proved = processes.forked(processes.prove)()
    assert not proved["faults"], proved["faults"]
    assert all(each == list(range(1, len(each) + 1)) for each in proved["numbers"].values())
    took = [each for writer in found["took"] for each in writer]
    bare = processes.forked(bare_rows)()
    return {"rate": len(took) / found["seconds"], **spread(took), "bare": statistics.median(bare)}


def spread(took: list[float]) -> dict[str, float]:
    ordered = sorted(took)
    return {"p50": statistics.median(ordered), "p99": ordered[int(len(ordered) * 0.99)], "worst": ordered[-1]}


def bare_rows() -> list[float]:
    """Milliseconds of a transaction that writes the same number of rows as such an act, and nothing else."""
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (id integer PRIMARY KEY, text text)")
    took = []
    for turn in range(200):
        before = time.perf_counter()
        with transaction.atomic(), connection.cursor() as cursor:
            rows = [(turn * 10 + n, "x" * 200) for n in range(7)]
            cursor.executemany("INSERT INTO bare VALUES (%s, %s)", rows)
        took.append((time.perf_counter() - before) * 1000)
    return took


# -- sizes -----------------------------------------------------------------------------------------------------------


def compare_sizes(engine: str, sizes: list[int], acts: int, *, as_json: bool) -> None:
    first: dict[str, Any] = {}
    for size in sizes:
        found = part(engine, "size", size, min(acts, 400))
        first = first or found
        ratio = {name: found[name] / first[name] for name in ("p50", "p99", "rebuild")}
        print(f"{engine}, {size:,} members (filled in {found['filled']:.0f} s): issuing p50 {found['p50']:.1f} ms "
              f"({ratio['p50']:.2f} x), p99 {found['p99']:.1f} ms ({ratio['p99']:.2f} x); one subject rebuilt in "
              f"{found['rebuild']:.2f} ms ({ratio['rebuild']:.2f} x)")  # fmt: skip
    of = {"members": sizes[-1], "members_in_the_smaller": sizes[0], "engine": engine}
    told("issuing.size", found["p50"] / first["p50"], ours=f"{found['p50']:.1f} ms", theirs=f"{first['p50']:.1f} ms",
         sizes=of, as_json=as_json)  # fmt: skip


def sized(size: int, acts: int) -> dict[str, float]:
    """Issuing and rebuilding in a body of so many members; the caches of database and process are warm."""
    from tests.engines import writers as processes

    processes.load()
    processes.begin()
    before = time.perf_counter()
    fill(size)
    filled = time.perf_counter() - before
    issue(0, 30)
    return {"filled": filled, **spread(issue(30, acts)), "rebuild": statistics.median(rebuilt(size))}


def issue(first: int, num: int) -> list[float]:
    """Milliseconds of each act: half admit somebody new, half let a member of a large lodge go."""
    from tests import cast

    took = []
    for turn in range(first, first + num):
        before = time.perf_counter()
        cast.issue(draft(turn))
        took.append((time.perf_counter() - before) * 1000)
    return took


def draft(turn: int) -> dict[str, Any]:
    from tests import cast

    if turn % 2:
        effect = {"kind": "LEAVE", "person": f"F{turn * 7 + 1}", "reason": "left", "on": DAY}
    else:
        effect = {"kind": "ADMIT", "person": f"N{turn}", "unit": "LODGE-1", "stage": "full", "on": DAY,
                  "family_name": "Novák", "given_name": f"N{turn}", "born_on": "1990-01-01", "sex": "F"}  # fmt: skip
    return cast.act("NORTH-B", "decision", f"Number {turn}", DAY, effect)


def rebuilt(size: int) -> list[float]:
    """Milliseconds to fold one person's membership anew from the record and compare it with the table."""
    from fasti.effects import store
    from fasti.effects.state import State

    took = []
    for turn in range(100):
        person = 100 + turn * (size // 200)
        before = time.perf_counter()
        state = State(store.Stored())
        state._refold("membership", person)
        took.append((time.perf_counter() - before) * 1000)
        assert not state.changes, "the filled body is not what its effects say"
    return took


def fill(size: int) -> None:
    """The lodges and their members, by statements of the database."""
    from django.db import connection, transaction

    lodges = -(-size // IN_LODGE)
    with transaction.atomic(), connection.cursor() as cursor:
        base = {table: top(cursor, table) for table in ("unit", "person", "act", "effect")}
        names = {
            "lodges": lodges,
            "size": lodges * IN_LODGE,
            "per": IN_LODGE,
            **{f"b_{t}": n for t, n in base.items()},
        }
        cursor.execute("SELECT id FROM unit WHERE code = 'NORTH'")
        names["north"] = cursor.fetchone()[0]
        cursor.execute("SELECT MIN(charter_version) FROM act")
        names["version"] = cursor.fetchone()[0]
        for statement in statements(connection.vendor):
            cursor.execute(statement.format(**names))
    with connection.cursor() as cursor:
        from fasti.operations import plain_rows

        plain_rows.reset_sequences()
        cursor.execute("ANALYZE" if connection.vendor == "postgresql" else "PRAGMA wal_checkpoint(TRUNCATE)")


def top(cursor: Any, table: str) -> int:
    cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}")
    return int(cursor.fetchone()[0])


def statements(vendor: str) -> list[str]:
    """Lodge k is founded by effect k of the first new act; person n is admitted by effect `lodges` + n."""
    series = "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {{{}}}) "
    lodges, people = series.format("lodges"), series.format("size")
    at, no = (
        ("'2020-02-01 12:00:00+00'", "FALSE") if vendor == "postgresql" else ("'2020-02-01 12:00:00'", "0")
    )
    sealed = "lpad(CAST({} AS text), 64, '0')" if vendor == "postgresql" else "printf('%064d', {})"
    day, member = "CAST('2020-02-01' AS date)", "CAST('2020-03-01' AS date)"
    if vendor == "sqlite":
        day, member = "'2020-02-01'", "'2020-03-01'"
    lodge = "({b_unit} + 1 + (n - 1) / {per})"
    effect = "{b_effect} + {lodges} + n"
    act = "{b_act} + 1 + (n + {per} - 1) / {per}"
    acts = ("INSERT INTO act (id, issuer_id, type, series, number, is_number_given, symbol, title, text, language, "
            "signed_on, in_force_on, capacity, confidentiality, form, period, charter_version, recorded_at, sequence, "
            "previous_hash, hash) ")  # fmt: skip
    columns = 'id, act_id, ordinal, kind, "on", unit_id, person_id, other_unit_id, data, recorded_at'
    effects = f"INSERT INTO effect ({columns})"
    return [
        f"INSERT INTO unit (id, code) {lodges} SELECT {{b_unit}} + n, 'LODGE-' || n FROM s",
        f"INSERT INTO person (id, code, family_name, given_name, full_name, search_name, sex, document_hash) {people} "
        "SELECT {b_person} + n, 'F' || n, 'Family' || n % 977, 'G' || n, 'Family' || n % 977 || ' G' || n, "
        "'family' || n % 977 || ' g' || n, CASE WHEN n % 2 = 0 THEN 'F' ELSE 'M' END, '' FROM s",
        f"{acts} SELECT {{b_act}} + 1, {{north}}, 'resolution', 'filled', 1, {no}, 'F', 'Filled', '', "
        f"'en', {day}, {day}, '', 'normal', '', '', '{{version}}', {at}, 1, {sealed.format(0)}, {sealed.format(1)}",
        f"{acts} {lodges} SELECT {{b_act}} + 1 + n, {{b_unit}} + n, 'decision', 'filled', 1, {no}, 'F', 'Filled', '', "
        f"'en', {member}, {member}, '', 'normal', '', '', '{{version}}', {at}, 1, {sealed.format(0)}, "
        f"{sealed.format('n')} FROM s",
        f"{effects} {lodges} SELECT {{b_effect}} + n, {{b_act}} + 1, n, 'FOUND', {day}, {{b_unit}} + n, NULL, "
        "{north}, "
        """'{{"unit_kind": "lodge", "name": {{"en": "Lodge"}}}}', """ + f"{at} FROM s",
        f"INSERT INTO unit_span (unit_id, parent_id, kind, names, abbreviation, starts_on, opened_by_id) {lodges} "
        """SELECT {b_unit} + n, {north}, 'lodge', '{{"en": "Lodge"}}', '', """
        + f"{day}, {{b_effect}} + n FROM s",
        f"{effects} {people} SELECT {effect}, {act}, (n - 1) % {{per}} + 1, 'ADMIT', {member}, {lodge}, "
        """{b_person} + n, NULL, '{{"stage": "full"}}', """ + f"{at} FROM s",
        f"INSERT INTO membership (person_id, unit_id, stage, starts_on, opened_by_id) {people} "
        f"SELECT {{b_person}} + n, {lodge}, 'full', {member}, {effect} FROM s",
    ]


if __name__ == "__main__":
    sys.exit(main())
