"""Memory at its peak: the national report, and import, column store and refresh at two sizes, each in its own process.

    python -m bench.memory [--sizes 200k,1M] [--imports 20000,100000] [--new 2000] [--work DIR] [--json]

For each size a national body is written into SQLite. Then, one process after the other: the column store is made, the
half-year report of the whole country is written as PDF, acts with so many new effects are issued, and the store is
brought up to date. A register in acts is imported in two sizes of its own (`importing.py`). What a process holds at
its peak includes Python and its packages, about 150 MB of it. Memory is constant if a larger body takes no more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import ROOT, body, importing, record

GIB = 1024
PERIOD = "2024-H2"
FILE = "fasti.sqlite3"


def main() -> int:
    """Measure both sizes and print the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="200k,1M", help="effects of the bodies; the first is the baseline")
    parser.add_argument("--imports", default="20000,100000", help="effects of the registers imported")
    parser.add_argument("--new", type=int, default=2_000, help="effects issued before the refresh")
    parser.add_argument("--work", type=Path, help="a folder to keep bodies in for the next run")
    parser.add_argument("--json", action="store_true", help="print records for programs")
    parser.add_argument("--part", choices=("store", "issue"), help=argparse.SUPPRESS)
    parser.add_argument("--of", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part:
        return part(asked.part, asked.of, asked.new)
    with body.working(asked.work) as work:
        sizes = asked.sizes.split(",")
        found = [of_body(work, size, asked.new) for size in sizes]
        told(found, sizes, as_json=asked.json)
        imports = [int(size) for size in asked.imports.split(",")]
        told_imports([of_import(size) for size in imports], imports, as_json=asked.json)
    return 0


def of_body(work: Path, size: str, new: int) -> dict[str, int]:
    """MB at the peak of each process over a copy of a body of that size."""
    kept = work / f"national-{size}.sqlite3"
    with tempfile.TemporaryDirectory(prefix="fasti-bench-") as name:
        home = Path(name)
        if not kept.exists():
            made = home / "made.sqlite3"
            peak(home, "-m", "fasti", "sample", "national", "--effects", size, "--to", f"sqlite:///{made}")
            shutil.move(made, kept)
        shutil.copy(kept, home / FILE)
        script = ["-m", "bench.memory", "--of", size, "--new", str(new)]
        report = ["report", "half-year", "--unit", "VN", "--period", PERIOD, "-o", str(home / "report.pdf")]
        found = {"store": peak(home, *script, "--part", "store")}
        found["report"] = peak(home, "-m", "fasti", *report)
        peak(home, *script, "--part", "issue")
        return {**found, "refresh": peak(home, *script, "--part", "store")}


def peak(home: Path, *command: str) -> int:
    """Run Python so over the body in a folder; MB it held at most. Ends here if it fails."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "FASTI_HOME": str(home), "FASTI_DATABASE": f"sqlite:///{home / FILE}"}
    given = {**environment, "PYTHONPATH": paths}
    child = subprocess.Popen([sys.executable, *command], env=given, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)}: did not come to its end")
    return used.ru_maxrss // 1024


def part(name: str, size: str, new: int) -> int:
    """In a process of its own: the store brought up to date, or acts issued."""
    body.ready()
    from fasti.indicators import columns

    if name == "store":
        columns.current()
        return 0
    from samples.national import plan

    from bench import columns as issuing
    from fasti.cli import sample

    issuing.issue(new, plan.plan(sample.number(size)), "2025")
    return 0


def of_import(size: int) -> int:
    """MB at the peak of importing a register of so many effects, with the process beside it."""
    with tempfile.TemporaryDirectory(prefix="fasti-bench-") as name:
        folder = Path(name)
        file = folder / "acts.jsonl"
        importing.make(file, size)
        found = importing.in_process(
            "import", database=f"sqlite:///{folder / FILE}", home=folder, file=str(file)
        )
    print(f"import of {size:,} effects: {json.dumps(found)}")
    return int(found["peak_mb"] + found["peak_beside_mb"])


def told(found: Sequence[dict[str, int]], sizes: Sequence[str], *, as_json: bool) -> None:
    """Print the records of the bodies, the last against the first."""
    first, last = found[0], found[-1]
    told_of: dict[str, int | str] = {"effects": sizes[-1], "effects_in_the_smaller": sizes[0]}
    report = record.made("memory.report", last["report"] / GIB, ours=f"{last['report']} MB", theirs="1 GiB",
                         sizes={"effects": sizes[-1]})  # fmt: skip
    record.tell(report, as_json=as_json)
    for name in ("store", "refresh"):
        record.tell(record.made(f"memory.{name}", last[name] / first[name], ours=f"{last[name]} MB",
                                theirs=f"{first[name]} MB", sizes=told_of), as_json=as_json)  # fmt: skip


def told_imports(found: Sequence[int], sizes: Sequence[int], *, as_json: bool) -> None:
    """Print the record of the imports."""
    told_of: dict[str, int | str] = {"effects": sizes[-1], "effects_in_the_smaller": sizes[0]}
    record.tell(record.made("memory.import", found[-1] / found[0], ours=f"{found[-1]} MB", theirs=f"{found[0]} MB",
                            sizes=told_of), as_json=as_json)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
