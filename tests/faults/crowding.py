"""Several processes bring the column store up to date at once while another issues acts: each sees one whole state.

`python -m tests.faults.crowding READERS STATES` with FASTI_HOME (and FASTI_DATABASE). Every act of the scene admits
one person, so a state in which acts and members are not of the same instant shows.
"""

from __future__ import annotations

import json
import os
import pathlib
import sys
import time
from typing import Any

from tests.engines import writers
from tests.faults import scene

LONGEST = 120
"""Seconds after which it ends however few states were seen."""


def issuing(until: float, stop: pathlib.Path) -> int:
    """Issue until an instant, or until there is a file; the number of acts."""
    from tests import cast

    num = 0
    for content in scene.drafts(scene.next_()):
        if time.time() > until or stop.exists():
            break
        cast.issue(content)
        num += 1
    return num


def reading(num_states: int, until: float) -> dict[str, Any]:
    """Read the store again and again until so many states were seen; how many, and what was wrong with them."""
    import duckdb

    from fasti.indicators import columns

    seen: set[int] = set()
    wrong: list[str] = []
    while len(seen) < num_states and time.time() < until:
        store = columns.current()
        time.sleep(0.05)  # others go on meanwhile, and may not take these files away
        found = {
            table: duckdb.connect()
            .execute("SELECT COUNT(*) FROM read_parquet(?)", [store.paths(table)])
            .fetchone()
            for table in ("act", "membership", "person")
        }
        num = {table: int(row[0]) for table, row in found.items() if row}
        if not num["act"] + 6 == num["membership"] == num["person"] or store.last_act != num["act"]:
            wrong.append(f"{num} up to act {store.last_act}")
        if seen and store.last_act < max(seen):
            wrong.append(f"act {store.last_act} after {max(seen)}")
        seen.add(store.last_act)
    return {"states": len(seen), "wrong": wrong}


def run(readers: int, num_states: int) -> dict[str, Any]:
    """One issues until all others have read so many states."""
    writers.forked(scene.begin)()
    until, stop = time.time() + LONGEST, pathlib.Path(os.environ["FASTI_HOME"]) / "stop"
    waits = [writers.forked(lambda: reading(num_states, until)) for _ in range(readers)]
    issuer = writers.forked(lambda: issuing(until, stop))
    found = [wait() for wait in waits]
    stop.touch()
    issued = issuer()
    assert writers.forked(lambda: scene.check(columns=True))()["faults"] == []
    return {"issued": issued, "states": [each["states"] for each in found],
            "wrong": [what for each in found for what in each["wrong"]]}  # fmt: skip


if __name__ == "__main__":
    scene.load()
    print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]))))
