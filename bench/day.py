"""Who holds posts and how many members there are, of every unit, on any day and in the boundaries of another day.

    python -m bench.day [--effects 1M] [--work DIR] [--json]

Seats held and members of all units on five days before the mergers of July 2025, added along the tree of the last day
of 2025: what is booked at a province that is gone belongs to its successor. PostgreSQL counts by unit over narrow
tables with covering indexes, and the same addition follows. Both must give the same totals on each day.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bench import body, core, record
from bench.baselines import databases, facts
from bench.baselines import tree as trees

FIGURES = ("posts.filled", "members.total")
DAYS = (date(2018, 6, 30), date(2019, 10, 3), date(2021, 2, 17), date(2023, 5, 9), date(2025, 3, 31))
BOUNDARIES = date(2025, 12, 31)
SECONDS = 0.3


def main() -> int:
    """Measure both sides day by day and print the ratios; 1 if they disagree."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    body.add_arguments(parser)
    asked = parser.parse_args()
    body.ready()
    with body.working(asked.work) as work:
        folder = body.files(work, asked.effects)
        sizes = {"effects": core.num_of(folder, "effect"), "units": core.num_of(folder, "unit")}
        ours, theirs = fasti(folder), postgres(folder)
        took: list[tuple[float, float]] = []
        for day in DAYS:
            (mine, totals), (other, wanted) = _timed(ours, day), _timed(theirs, day)
            if not np.array_equal(totals, wanted):
                print(f"{day}: the totals differ", file=sys.stderr)
                return 1
            took.append((mine, other))
    return told(took, sizes, as_json=asked.json)


def told(took: list[tuple[float, float]], sizes: dict[str, int], *, as_json: bool) -> int:
    """Print the ratios of the medians."""
    mine, other = (statistics.median(each) for each in zip(*took, strict=True))
    print(f"memory at its peak: {record.peak()} MB")
    record.tell(record.made("day.postgres", other / mine, ours=f"{mine:.3f} s", theirs=f"{other:.3f} s", sizes=sizes),
                as_json=as_json)  # fmt: skip
    record.tell(record.made("day.seconds", mine / SECONDS, ours=f"{mine:.3f} s", theirs=f"{SECONDS} s", sizes=sizes),
                as_json=as_json)  # fmt: skip
    return 0


def _timed(ask: Callable[[date], Any], day: date) -> tuple[float, Any]:
    """The median of three runs, after one that does not count."""
    ask(day)
    took, found = [], None
    for _ in range(3):
        begun = time.perf_counter()
        found = ask(day)
        took.append(time.perf_counter() - begun)
    return statistics.median(took), found


def fasti(folder: Path) -> Callable[[date], trees.Ints]:
    """Totals by units of rising id, by Fasti."""
    from fasti import charter
    from fasti.dates import periods
    from fasti.indicators import answers, engines, perimeter, totals

    pack, engine = charter.load(body.PACK), engines.over(body.store(folder))
    order = np.argsort(perimeter.standings(engine).tree(BOUNDARIES).units)

    def ask(day: date) -> trees.Ints:
        answers.forget()
        period = periods.Period("day", day.year, day.timetuple().tm_yday - 1)
        found = totals.of_every_unit(pack, FIGURES, engine, period=period, boundaries=BOUNDARIES)
        return np.array([found.values[name][order] for name in FIGURES])

    return ask


def postgres(folder: Path) -> Callable[[date], trees.Ints]:
    """The same by PostgreSQL, with a table of where each unit's figures belong on the boundaries day."""
    from fasti.dates import periods

    narrow = body.narrow(folder, periods.Period.parse(core.PERIOD))
    tree = facts.tree(narrow, facts.day_number(BOUNDARIES))
    ask = databases.postgres_over(core.postgres_address(narrow, tree))
    heirs = facts.heirs(narrow, tree)

    def on(day: date) -> trees.Ints:
        number = facts.day_number(day)
        own = np.zeros((len(FIGURES), len(heirs)), np.int64)
        for row, table in enumerate(("tenure", "membership")):
            holds = f"since <= {number} AND until > {number}"
            found = ask(f"SELECT unit, COUNT(*) FROM {table} WHERE {holds} GROUP BY unit")
            if found:
                np.add.at(own[row], heirs[np.asarray(found[0])], np.asarray(found[1], np.int64))
        return trees.rolled_up(own, tree)

    return on


if __name__ == "__main__":
    sys.exit(main())
