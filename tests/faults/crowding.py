"""Several processes bring the column store up to date at once while another issues acts: each sees one whole state.

`python -m tests.faults.crowding READERS SECONDS` with FASTI_HOME (and FASTI_DATABASE). Every act of the scene admits
one person, so a state in which acts and members are not of the same instant shows.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from tests.engines import writers
from tests.faults import scene


def issuing(until: float) -> int:
    """Issue until an instant; the number of acts."""
    from tests import cast

    num = 0
    for content in scene.drafts(scene.next_()):
        if time.time() > until:
            break
        cast.issue(content)
        num += 1
    return num


def reading(until: float) -> dict[str, Any]:
    """Read the store again and again; the states seen, and what was wrong with them."""
    import duckdb

    from fasti.indicators import columns

    seen: set[int] = set()
    wrong: list[str] = []
    while time.time() < until:
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


def run(readers: int, seconds: float) -> dict[str, Any]:
    """One issues, the others read."""
    writers.forked(scene.begin)()
    until = time.time() + seconds
    waits = [writers.forked(lambda: reading(until)) for _ in range(readers)]
    issued = writers.forked(lambda: issuing(until))()
    found = [wait() for wait in waits]
    assert writers.forked(lambda: scene.check(columns=True))()["faults"] == []
    return {"issued": issued, "states": [each["states"] for each in found],
            "wrong": [what for each in found for what in each["wrong"]]}  # fmt: skip


if __name__ == "__main__":
    scene.load()
    print(json.dumps(run(int(sys.argv[1]), float(sys.argv[2]))))
