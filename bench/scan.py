"""What an effect costs in a scan of all years, in a body ten times as large against a smaller one.

    python -m bench.scan [--sizes 1M,10M] [--times 5] [--work DIR] [--json]

For each body of the sizes asked for, three figures of effects are counted for each of its nine years and every unit, in
one scan that reads all effects, and added along the tree, as a figure is: from plain numbers, decoded before. Planning
the scan is part of it, so that a small body pays more for each effect. Each body is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import ROOT, body, record

FIGURES = ("personnel.appointed", "personnel.relieved", "pool.entries")
YEARS = range(2017, 2026)


def main() -> int:
    """Measure the bodies and print the ratio of the largest to the first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="1M,10M", help="effects; the first is the baseline")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--work", type=Path, help="a folder to keep bodies in for the next run")
    parser.add_argument("--json", action="store_true", help="print records for programs")
    parser.add_argument("--of", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    body.ready()
    with body.working(asked.work) as work:
        if asked.of:
            print(json.dumps(scanned(body.files(work, asked.of), asked.times)))
            return 0
        found = [_in_child(size, work, asked.times) for size in asked.sizes.split(",")]
    (few, first), (many, last) = found[0], found[-1]
    ours, theirs = last / many * 1e9, first / few * 1e9
    record.tell(
        record.made("scan.size", ours / theirs, ours=f"{ours:.0f} ns", theirs=f"{theirs:.0f} ns",
                    sizes={"effects": many, "effects_in_the_smaller": few}), as_json=asked.json)  # fmt: skip
    return 0


def _in_child(size: str, work: Path, times: int) -> tuple[int, float]:
    body.files(work, size)
    command = [
        sys.executable,
        "-m",
        "bench.scan",
        "--of",
        size,
        "--work",
        str(work.resolve()),
        "--times",
        str(times),
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    num, seconds = json.loads(done.stdout.splitlines()[-1])
    return num, seconds


def scanned(folder: Path, times: int) -> tuple[int, float]:
    """The number of effects, and the seconds of a scan over all of them."""
    store = body.store(folder)
    scan_all = _scan(folder)
    scan_all()
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        scan_all()
        took.append(time.perf_counter() - begun)
    return store.num_held("effect"), statistics.median(took)


def _scan(folder: Path) -> Callable[[], None]:
    from fasti import charter
    from fasti.dates import periods
    from fasti.indicators import answers, conditions, counting, engines, perimeter, relations, scans, tallies

    pack, engine = charter.load(body.PACK), engines.over(body.store(folder))
    years = [periods.Period.parse(str(year)) for year in YEARS]
    standing = perimeter.standings(engine)
    tree = standing.tree(years[-1].last_day)
    kinds = perimeter.kinds(standing, pack, as_of=years[-1].last_day)
    source = relations.Source(engine.name, kinds, engine.dead)
    asked = [
        conditions.Asked(pack.resolved(id, as_of=year.last_day, since=year.starts_on), year)
        for id in FIGURES
        for year in years
    ]

    def run() -> None:
        answers.forget()
        planned = scans.plan(asked, source, scans.Bands())
        for those, rows in counting.all_of(planned, engine, source):
            tallies.tallied(rows, ["count"] * len(those), tree)

    return run


if __name__ == "__main__":
    sys.exit(main())
