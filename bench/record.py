"""The record of a measurement: a claim, the ratio found, the goal, and what it was measured on.

Every script of this folder prints its records with `--json`, one to a line after the word RECORD, so that
`fasti bench all` can put them into one table whatever else the script prints.
"""

from __future__ import annotations

import dataclasses
import importlib.metadata
import json
import os
import platform
import resource
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import goals

MARK = "RECORD "
PACKAGES = ("fasti", "duckdb", "numpy", "pandas", "polars", "pyarrow", "psycopg", "ibis-framework", "Django")


@dataclasses.dataclass(frozen=True, slots=True)
class Record:
    """One claim as measured. `met` is None where the claim has no goal."""

    claim: str
    """Its id in `goals`."""
    script: str
    ratio: float
    goal: str
    met: bool | None
    baseline: str
    ours: str
    """What was measured, in its own unit."""
    theirs: str
    machine: Mapping[str, Any]
    versions: Mapping[str, str]
    sizes: Mapping[str, int | str]
    date: str


def made(
    claim: str, ratio: float, *, ours: str, theirs: str, sizes: Mapping[str, int | str], note: str = ""
) -> Record:
    """The record of a claim on this machine now. `note` says what of the baseline is special in this run."""
    goal = goals.GOALS[claim]
    baseline = f"{goal.baseline} ({note})" if note else goal.baseline
    return Record(
        claim, goal.script, float(f"{ratio:.4g}"), goal.told, goal.met(ratio), baseline, ours, theirs, machine(),
        versions(), dict(sizes), datetime.now(UTC).date().isoformat(),
    )  # fmt: skip


def machine() -> dict[str, Any]:
    """Cores, kind of processor, memory and what else is going on."""
    return {
        "cores": os.cpu_count(), "processor": platform.machine(), "gib": _gib(), "load": round(os.getloadavg()[0], 1),
    }  # fmt: skip


def _gib() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def peak() -> int:
    """MB this process held at most. What `getrusage` tells on Linux includes what its parent held when it began it."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def versions() -> dict[str, str]:
    """Python and the packages measured, those that are there."""
    found = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def tell(found: Record, *, as_json: bool) -> None:
    """Print a record: for programs as a marked line, for people as a sentence."""
    if as_json:
        print(MARK + json.dumps(dataclasses.asdict(found), ensure_ascii=False), flush=True)
        return
    met = {True: "met", False: "NOT met", None: "no goal"}[found.met]
    print(f"{found.claim}: {found.ratio:g} against {found.baseline} (goal {found.goal or 'none'}: {met});"
          f" {found.ours} to {found.theirs}", flush=True)  # fmt: skip


def read(printed: str) -> list[Record]:
    """The records in what a script printed."""
    lines = (line for line in printed.splitlines() if line.startswith(MARK))
    return [Record(**json.loads(line.removeprefix(MARK))) for line in lines]
