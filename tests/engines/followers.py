"""A process that brings the column store up to date again and again while others issue.

Run as a program, with the body in FASTI_HOME or FASTI_DATABASE: `python -m tests.engines.followers 2 40` lets two
writers issue 40 acts in all and prints, as JSON, how often the store was continued meanwhile, which tables had a file
that was kept throughout, and which tables differ at the end.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from tests.engines import writers


def following(last: int) -> dict[str, Any]:
    """Follow the record until it has so many acts."""
    from fasti.indicators import columns

    store = columns.current()
    states, kept = 1, set(store.num_rows)
    while store.last_act < last:
        found = columns.current()
        states += found.last_act > store.last_act
        assert found.last_act >= store.last_act
        kept, store = kept & set(found.num_rows), found
    return {"states": states, "files": sorted(name.split("-")[0] for name in kept),
            "differing": [table for table in store.files if columns.differs(store, table)]}  # fmt: skip


if __name__ == "__main__":
    writers.load()
    import duckdb  # noqa: F401
    import pyarrow.parquet  # noqa: F401

    writers.forked(writers.begin)()
    number, acts = int(sys.argv[1]), int(sys.argv[2])
    wait = writers.forked(lambda: following(acts + 1))
    writers.run(number, acts)
    print(json.dumps(wait()))
