"""The claims and their goals: every line of the table of performance, in its order.

A claim is a ratio of two measurements of one run. `most` is what it may be at most, `least` what it must be at least;
a claim with neither is shown for comparison. The first part are the ratios that were set before anything was built.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """A claim in words, what it is held against, and the script that measures it."""

    words: str
    baseline: str
    script: str
    most: float | None = None
    least: float | None = None

    @property
    def told(self) -> str:
        """The goal as it stands in the table."""
        if self.most is not None:
            return f"≤ {self.most:g}"
        return f"≥ {self.least:g}" if self.least is not None else ""

    def met(self, ratio: float) -> bool | None:
        """Whether a ratio reaches the goal; None where there is none."""
        if self.most is None and self.least is None:
            return None
        return (self.most is None or ratio <= self.most) and (self.least is None or ratio >= self.least)


_CORE = "core job from files"
_DAY = "holders and headcount of the country on any day, boundaries of another day"
GOALS: Mapping[str, Goal] = {
    "core.numpy": Goal(f"{_CORE}: its time to", "NumPy over columns in memory", "core.py", most=1.0),
    "core.postgres": Goal(f"{_CORE}: times as fast as", "PostgreSQL, group-by and Euler", "core.py", least=9),
    "core.closure": Goal(f"{_CORE}: times as fast as", "PostgreSQL, closure table", "core.py", least=20),
    "core.sqlite": Goal(f"{_CORE}: times as fast as", "SQLite, group-by and Euler", "core.py", least=30),
    "core.pandas": Goal(f"{_CORE}: times as fast as", "pandas", "core.py", least=3.5),
    "core.memory": Goal(f"{_CORE}: memory at its peak to", "400 MB", "core.py", most=1.0),
    "core.dhis2": Goal(
        f"{_CORE}: times as fast as", "PostgreSQL, one column per level of the tree (DHIS2)", "core.py"
    ),
    "core.polars": Goal(f"{_CORE}: times as fast as", "polars", "core.py"),
    "core.duckdb": Goal(f"{_CORE}: times as fast as", "DuckDB by hand", "core.py"),
    "country.numpy": Goal(
        "core job from files, a whole country: its time to", "NumPy over columns in memory", "core.py", most=1.0
    ),
    "country.memory": Goal(
        "core job from files, a whole country: memory at its peak to", "400 MB", "core.py", most=1.0
    ),
    "country.polars": Goal("core job from files, a whole country: times as fast as", "polars", "core.py"),
    "country.duckdb": Goal("core job from files, a whole country: times as fast as", "DuckDB by hand", "core.py"),
    "partials.numpy": Goal(
        "core job with sealed monthly partials: its time to", "NumPy over columns in memory", "partials.py", most=0.4
    ),
    "partials.rows": Goal(
        "core job with sealed monthly partials: times as fast as", "the same from the rows", "partials.py"
    ),
    "day.postgres": Goal(f"{_DAY}: times as fast as", "PostgreSQL, group-by and Euler", "day.py", least=10),
    "day.seconds": Goal(f"{_DAY}: its time to", "0.3 s", "day.py", most=1.0),
    "refresh.core": Goal("refresh after 10,000 effects: its time to", "the core job", "columns.py", most=0.02),
    "refresh.anew": Goal(
        "refresh after 10,000 effects: its time to", "making the store anew", "columns.py", most=0.02
    ),
    "import.bulk_create": Goal(
        "import of effects with checks and chain: times as fast as", "Django's bulk_create", "importing.py", least=4
    ),
    "page.sample": Goal(
        "page of a unit in the largest body: its p95 to", "the sample body's page of a unit", "web.py", most=1.3
    ),
    "page.size": Goal(
        "page of a unit in the larger body: its p95 to", "the same page of the smaller body", "web.py", most=1.3
    ),
    "scan.size": Goal(
        "cost of an effect, full scan of all years, larger body: to", "the smaller body", "scan.py", most=1.15
    ),
    "memory.report": Goal("national report: memory at its peak to", "1 GiB", "memory.py", most=1.0),
    "memory.import": Goal(
        "import of a larger register: memory at its peak to", "a smaller one's", "memory.py", most=1.2
    ),
    "memory.store": Goal(
        "column store made from a larger body: memory at its peak to", "a smaller one's", "memory.py", most=1.2
    ),
    "memory.refresh": Goal(
        "refresh of a larger body after as many effects: memory at its peak to", "a smaller one's", "memory.py",
        most=1.2,
    ),
    "report.sqlite": Goal(
        "figures of the half-year report: times as fast as", "plain SQL on SQLite", "report.py"
    ),
    "issuing.writers": Goal("issuing with 8 writers: acts a second to", "1 writer", "issuing.py"),
    "issuing.size": Goal(
        "issuing in the larger body: its p50 to", "the smaller body", "issuing.py", most=1.3
    ),
    "claims.pages": Goal("20 pages of narrative read: their time to", "2 s", "claims.py", most=1.0),
}  # fmt: skip
