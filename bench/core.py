"""The core job, all figures of all units of the country for a half-year, against seven other ways in the same run.

    python -m bench.core [--effects 1M] [--times 5] [--without postgres,...] [--work DIR] [--json]

The figures are the 33 counts and sums of the pack that can be told from one row or from an act and what it concretises,
as totals of each unit with all beneath it. Fasti reads the files of its column store through its own definitions. The
others are hand-written and tuned, and get narrow tables of numbers (see `baselines`). Growing the tree, composing the
statements and making those tables is not counted on any side. Each side runs in a process of its own; the median of its
runs counts, after one that does not. All must give the same digest of all totals, or nothing is printed but that.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import hashlib
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench import ROOT, body, goals, record
from bench.baselines import facts
from bench.baselines import tree as trees

PERIOD = "2024-H2"
"""The half-year in which members and units are rated."""
MEMORY = 400
FASTI = "fasti"
FROM_POSTGRES = ("postgres", "closure", "dhis2")
COUNTRY = 30_000_000
"""Effects from which on a body is that of a country: its records stand beside those of a smaller one."""
SIDES = (FASTI, "numpy", "duckdb", "polars", "pandas", "sqlite", *FROM_POSTGRES)


@dataclasses.dataclass(frozen=True, slots=True)
class Ran:
    """What one side took: seconds of each run, memory at its peak (MB), and the digest of its totals."""

    seconds: list[float]
    memory: int
    digest: str

    @property
    def median(self) -> float:
        """Of the runs that count."""
        return statistics.median(self.seconds)


def main() -> int:
    """Measure all sides and print the ratios; 1 if they disagree."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    body.add_arguments(parser)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--without", default="", help="sides to leave out, with commas between")
    parser.add_argument("--side", help=argparse.SUPPRESS)
    parser.add_argument("--address", default="", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    body.ready()
    with body.working(asked.work) as work:
        folder = body.files(work, asked.effects)
        if asked.side:
            print(json.dumps(dataclasses.asdict(side(asked.side, folder, asked.address, asked.times))))
            return 0
        left = [name for name in possible() if name not in asked.without.split(",")]
        found = measured(folder, left, asked.times)
        sizes = {
            "effects": num_of(folder, "effect"),
            "units": num_of(folder, "unit"),
            "figures": len(facts.FIGURES),
        }
    return told(found, sizes, as_json=asked.json)


def possible() -> list[str]:
    """The sides that can be run here: polars only where it is installed (`pip install polars`)."""
    if importlib.util.find_spec("polars"):
        return list(SIDES)
    print("polars is not installed: left out", file=sys.stderr)
    return [name for name in SIDES if name != "polars"]


def measured(folder: Path, sides: list[str], times: int) -> dict[str, Ran]:
    """All sides, one after the other."""
    from fasti.dates import periods

    narrow = body.narrow(folder, periods.Period.parse(PERIOD))
    tree = facts.tree(narrow, body.job(folder, periods.Period.parse(PERIOD)).last)
    with contextlib.ExitStack() as stack:
        address = ""
        if set(sides) & set(FROM_POSTGRES):
            address = postgres_address(narrow, tree)
        if "sqlite" in sides:
            fill_sqlite(narrow)
            stack.callback((folder / "narrow.sqlite3").unlink, missing_ok=True)
        return {name: _in_child(name, folder, address, times) for name in sides}


def postgres_address(narrow: Path, tree: trees.Tree) -> str:
    """The address of a database on a server of this process, filled."""
    from tests.engines import server

    from bench.baselines import databases

    address = server.address(f"bench_core_{time.time_ns()}")
    databases.postgres_filled(narrow, address, tree)
    return address


def fill_sqlite(narrow: Path) -> None:
    """The narrow tables as a file of SQLite beside them."""
    from bench.baselines import databases

    file = narrow.parent / "narrow.sqlite3"
    file.unlink(missing_ok=True)
    databases.sqlite_filled(narrow, file)


def _in_child(name: str, folder: Path, address: str, times: int) -> Ran:
    effects = folder.name.removeprefix("columns-")
    command = [sys.executable, "-m", "bench.core", "--side", name, "--times", str(times), "--address", address,
               "--work", str(folder.parent.resolve()), "--effects", effects]  # fmt: skip
    pool = (
        {} if name == FASTI else {"ARROW_DEFAULT_MEMORY_POOL": "mimalloc"}
    )  # Arrow's own, unless it is told.
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **pool})
    if done.returncode:
        raise SystemExit(f"{name} did not come to its end")
    return Ran(**json.loads(done.stdout.splitlines()[-1]))


def side(name: str, folder: Path, address: str, times: int) -> Ran:
    """One side, in this process."""
    run = prepared(name, folder, address)
    digest = digested(run())
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - begun)
    return Ran(seconds, record.peak(), digest)


def digested(totals: trees.Ints) -> str:
    """One word for all totals: figures by units of rising id."""
    return hashlib.sha256(totals.astype("<i8").tobytes()).hexdigest()


def prepared(name: str, folder: Path, address: str = "") -> Callable[[], trees.Ints]:
    """The job of a side, ready to be run: it gives the totals, figures by units of rising id."""
    from fasti.dates import periods

    period = periods.Period.parse(PERIOD)
    if name == FASTI:
        return _fasti(folder, period)
    narrow, job = folder / "narrow", body.job(folder, period)
    tree = facts.tree(narrow, job.last)
    if name in ("numpy", "pandas", "polars"):
        return _in_memory(name, narrow, job, tree)
    from bench.baselines import databases

    if name == "duckdb":
        ask = databases.duckdb_over(narrow)
    elif name == "sqlite":
        ask = databases.sqlite_over(folder / "narrow.sqlite3")
    else:
        ask = databases.postgres_over(address)
    way = {"closure": databases.closure, "dhis2": databases.levels}.get(name, databases.euler)
    return lambda: way(job, ask, tree)


def _in_memory(name: str, narrow: Path, job: facts.Job, tree: trees.Tree) -> Callable[[], trees.Ints]:
    if name == "numpy":
        from bench.baselines import arrays

        columns = arrays.loaded(narrow)
        return lambda: arrays.figures(job, columns, tree)
    from bench.baselines import frames

    way = frames.by_pandas if name == "pandas" else frames.by_polars
    return lambda: way(job, narrow, tree)


def _fasti(folder: Path, period: Any) -> Callable[[], trees.Ints]:
    import numpy as np

    from fasti import charter
    from fasti.indicators import answers, engines, totals

    pack, engine = charter.load(body.PACK), engines.over(body.store(folder))
    order = np.argsort(totals.of_every_unit(pack, facts.FIGURES, engine, period=period).units)

    def run() -> trees.Ints:
        answers.forget()
        found = totals.of_every_unit(pack, facts.FIGURES, engine, period=period)
        made = np.empty((len(facts.FIGURES), len(order)), np.int64)
        for name, row in zip(facts.FIGURES, made, strict=True):
            np.take(found.values[name], order, out=row, mode="clip")
        return made

    return run


def num_of(folder: Path, table: str) -> int:
    """Rows of a table of the store."""
    return body.store(folder).num_held(table)


def told(found: Mapping[str, Ran], sizes: Mapping[str, int | str], *, as_json: bool) -> int:
    """Print what each side took and the records; 1 if they disagree."""
    wrong = [name for name, ran in found.items() if ran.digest != found[FASTI].digest]
    if wrong:
        print(f"these do not give Fasti's totals: {', '.join(wrong)}", file=sys.stderr)
        return 1
    ours = found[FASTI]
    for name, ran in found.items():
        print(f"{name:10} {ran.median:8.3f} s  {ran.memory:6} MB  {ran.median / ours.median:7.2f} x")
    of = "country" if int(sizes["effects"]) >= COUNTRY else "core"
    for name in found:
        if name != FASTI and f"{of}.{name}" in goals.GOALS:
            ratio = ours.median / found[name].median
            record.tell(record.made(
                f"{of}.{name}", ratio if name == "numpy" else 1 / ratio, ours=f"{ours.median:.3f} s",
                theirs=f"{found[name].median:.3f} s", sizes=sizes), as_json=as_json)  # fmt: skip
    record.tell(record.made(f"{of}.memory", ours.memory / MEMORY, ours=f"{ours.memory} MB", theirs=f"{MEMORY} MB",
                            sizes=sizes), as_json=as_json)  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
