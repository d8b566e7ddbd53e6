"""The core job with counts kept by month, without them, and as NumPy over columns already in memory, in the same run.

    python -m bench.partials [--effects 1M] [--engine files|sqlite|postgres] [--work DIR] [--json]

Up to thirty figures for every unit of the country, one half-year, with all units beneath: kinds of effect by the day
they take effect, types of act by the day of signing, ten head counts of members (all, by sex and stage, and those of
the day before the half-year). NumPy has its columns in memory as integers, the tree in preorder, and counts
with one `bincount` for each table. The other two read files; what they keep in memory between two questions is let go.
All three must give the same digest. Then (with a database) acts are issued and the counts are put right.
"""

from __future__ import annotations

import argparse
import dataclasses
import functools
import pathlib
import shutil
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from bench import body, record

GOAL, RAW_GOAL, REFRESH_GOAL, RUNS = 0.4, 1.0, 0.02, 7


def main() -> None:
    """Build, measure, compare, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    body.add_arguments(parser)
    parser.add_argument("--engine", choices=("files", "sqlite", "postgres"), default="files")
    parser.add_argument("--new", type=int, default=10_000)
    asked = parser.parse_args()
    with body.alone(asked.engine, "partials") as address, body.working(asked.work) as work:
        measure(asked.effects, asked.engine, address, asked.new, work, as_json=asked.json)


def measure(effects: str, engine: str, address: str, new: int, work: pathlib.Path, *, as_json: bool) -> None:
    """Print the ratios."""
    from samples.national import plan

    from fasti.cli import sample
    from fasti.indicators import columns

    planned = plan.plan(sample.number(effects))
    if engine == "files":
        found = body.store(body.files(work, effects))
        shutil.rmtree(pathlib.Path(found.folder) / "partials", ignore_errors=True)
        store = dataclasses.replace(found, epochs=dict.fromkeys(found.files, "written"))
    else:
        body.write(effects, address, work)
        store = columns.current()
    core = Core(store)
    print(f"{store.num_held('effect'):,} effects, {store.num_held('act'):,} acts, "
          f"{store.num_held('membership'):,} memberships, {len(core.tree):,} units, "
          f"{len(core.figures)} figures", flush=True)  # fmt: skip
    took = compare(core)
    record_of(core, took, as_json=as_json)
    if engine != "files":
        refreshed(core, took, new, planned)


def record_of(core: Core, took: Mapping[str, float], *, as_json: bool) -> None:
    """Print the records of the counts."""
    sizes = {"effects": core.store.num_held("effect"), "units": len(core.tree), "figures": len(core.figures)}
    ours, rows = took["from the counts"], took["from the rows"]
    for claim, theirs, ratio in (
        ("partials.numpy", took["NumPy in memory"], ours / took["NumPy in memory"]),
        ("partials.rows", rows, rows / ours),
    ):
        found = record.made(claim, ratio, ours=f"{ours:.3f} s", theirs=f"{theirs:.3f} s", sizes=sizes)
        record.tell(found, as_json=as_json)


def compare(core: Core) -> dict[str, float]:
    """Median seconds of each way; the first run with counts is the one that makes them."""
    in_memory = InMemory(core)
    ways: dict[str, Callable[[], Any]] = {
        "NumPy in memory": in_memory.job,
        "from the rows": lambda: core.job(is_kept=False),
        "from the counts": lambda: core.job(is_kept=True),
    }
    first, _ = timed(ways["from the counts"])
    digests = {name: digest(way()) for name, way in ways.items()}
    runs: dict[str, list[float]] = {name: [] for name in ways}
    busy: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, way in ways.items():
            begun = time.process_time()
            runs[name].append(timed(way)[0])
            busy[name].append(time.process_time() - begun)
    took, work = ({name: statistics.median(each) for name, each in kept.items()} for kept in (runs, busy))
    base = took["NumPy in memory"]
    for name, seconds in took.items():
        goal = {"from the rows": RAW_GOAL, "from the counts": GOAL}.get(name)
        met = "" if goal is None else f" (goal {goal}: {told(seconds <= goal * base)})"
        print(f"{name}: {seconds * 1000:.1f} ms; {seconds / base:.2f} of NumPy in memory{met}; "
              f"{work[name] / work['NumPy in memory']:.2f} of its processor time", flush=True)  # fmt: skip
    print(f"with the counts made: {first * 1000:.0f} ms")
    print(f"digests: {'equal' if len(set(digests.values())) == 1 else f'DIFFERENT {digests}'}", flush=True)
    return took


def refreshed(core: Core, took: Mapping[str, float], new: int, planned: Any) -> None:
    """Bring store and counts up to date by new effects, and compare with the rows."""
    from bench import columns as following
    from fasti.indicators import columns

    for wanted, period in ((new, "2025"), (1, "2025-H2")):
        num = following.issue(wanted, planned, period)
        refresh, store = timed(columns.current)
        later = Core(store)
        right, kept = timed(functools.partial(later.job, is_kept=True))
        is_same = digest(kept) == digest(later.job(is_kept=False))
        print(f"{num:,} effects: store brought up to date in {refresh * 1000:.0f} ms, "
              f"{refresh / took['from the rows']:.2f} of the core job from the rows (goal {REFRESH_GOAL}: "
              f"{told(refresh <= REFRESH_GOAL * took['from the rows'])}); first job with the counts put right "
              f"{right * 1000:.0f} ms; counts and rows {'agree' if is_same else 'DIFFER'}", flush=True)  # fmt: skip


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds and what came of it."""
    begun = time.perf_counter()
    made = work()
    return time.perf_counter() - begun, made


def told(is_met: bool) -> str:
    return "met" if is_met else "NOT met"


def digest(found: Mapping[str, Any]) -> tuple[int, ...]:
    """A number for each figure, that changes with any of its totals and their order."""
    return tuple(
        int((each.astype(np.int64) * np.arange(1, len(each) + 1)).sum() % 2**40)
        for _, each in sorted(found.items())
    )


class Core:
    """The figures over one state of the store."""

    def __init__(self, store: Any) -> None:
        from fasti import charter
        from fasti.dates import periods
        from fasti.indicators import engines, perimeter

        self.period, self.pack = periods.Period.parse("2024-H1"), charter.load("vn_party")
        self.store, self.engine = store, engines.over(store)
        standing = perimeter.standings(self.engine)
        self.tree = standing.tree(self.period.last_day)
        self.kinds = perimeter.kinds(standing, self.pack, as_of=self.period.last_day)
        self.figures = [*self._of_effects(), *self._of_acts(), *self._of_members()]

    def job(self, *, is_kept: bool) -> dict[str, Any]:
        """Totals of all units, in preorder."""
        from django.conf import settings

        from fasti.indicators import answers, totals

        settings.PARTIALS_FROM = 0 if is_kept else 10**15
        answers.forget()
        found = totals.added_up(
            self.figures, self.pack, self.engine, period=self.period, tree=self.tree, kinds=self.kinds
        )
        return dict(found.values)

    def most(self, table: str, column: str, num: int) -> list[str]:
        """The most frequent values of a column."""
        sql = f'SELECT {column} AS found FROM "{table}" GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT {num}'  # nosec B608
        return [str(each) for each in self.engine.run(sql)["found"]]

    def _of_effects(self) -> list[Any]:
        kinds = self.most("effect", "kind", 12)
        return [indicator(f"e{i}", "effects", day="on", where={"kind": kind}) for i, kind in enumerate(kinds)]

    def _of_acts(self) -> list[Any]:
        types = self.most("act", "type", 8)
        return [
            indicator(f"a{i}", "acts", day="signed_on", where={"act_type": type_})
            for i, type_ in enumerate(types)
        ]

    def _of_members(self) -> list[Any]:
        ways: list[dict[str, Any]] = [{}]
        ways += [{"sex": sex} for sex in "FM"] + [{"stage": stage} for stage in STAGES]
        ways += [{"sex": sex, "stage": stage} for sex in "FM" for stage in STAGES]
        found = [indicator(f"m{i}", "memberships", at="end", where=way) for i, way in enumerate(ways)]
        return [*found, indicator("m9", "memberships", at="start", where={})]


STAGES = ("full", "probationary")


def indicator(
    id: str, relation: str, *, where: Mapping[str, Any], day: str | None = None, at: str = "period"
) -> Any:
    """A count."""
    from fasti.charter import rules

    return rules.Indicator(id, relation, "count", (), where, (), day, at, None, None, (), "unit_id", "", True)


class InMemory:
    """The same by NumPy over columns of integers that lie in memory."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._first, self._last = (
            (day - np.datetime64("1970-01-01")).astype(int)
            for day in (np.datetime64(core.period.starts_on), np.datetime64(core.period.ends_before))
        )
        dead = ", ".join(map(str, core.engine.dead_effects)) or "0"
        gone = ", ".join(map(str, core.engine.dead_acts)) or "0"
        self._effect = self._columns(
            f"SELECT unit_id, {coded('kind', core.most('effect', 'kind', 12))} AS code, "  # nosec B608
            f"{days('on')} AS day FROM effect WHERE unit_id IS NOT NULL AND id NOT IN ({dead})"
        )
        self._act = self._columns(
            f"SELECT issuer_id AS unit_id, {coded('type', core.most('act', 'type', 8))} AS code, "  # nosec B608
            f"{days('signed_on')} AS day FROM act WHERE id NOT IN ({gone})"
        )
        self._member = self._columns(
            f"SELECT unit_id, {coded('sex', list('FM'))} * 3 + {coded('stage', list(STAGES))} AS code, "  # nosec B608
            f"{days('starts_on')} AS starts, COALESCE({days('ends_before')}, 99999999) AS ends "
            "FROM membership m LEFT JOIN person p ON p.id = m.person_id"
        )

    def _columns(self, sql: str) -> dict[str, Any]:
        found = {name: np.asarray(each) for name, each in self._core.engine.run(sql).items()}
        units = found.pop("unit_id").astype(np.int64)
        found["place"] = self._core.tree.places(units).astype(np.int32)
        found["code"] = found["code"].astype(np.int8)
        return {name: each if name == "code" else each.astype(np.int32) for name, each in found.items()}

    def job(self) -> dict[str, Any]:
        """Totals of all units, in preorder."""
        kinds, types = (sum(each.id[0] == mark for each in self._core.figures) for mark in "ea")
        own = [
            *self._flows(self._effect, kinds + 1)[:kinds],
            *self._flows(self._act, types + 1)[:types],
            *self._levels(),
        ]
        ends, sums, found = self._core.tree.ends, np.zeros(len(self._core.tree) + 1, np.int64), {}
        for figure, each in zip(self._core.figures, own, strict=True):
            np.cumsum(each, out=sums[1:])
            found[figure.id] = sums[ends] - sums[:-1]
        return found

    def _flows(self, table: Mapping[str, Any], num: int) -> Any:
        rows = np.flatnonzero((table["day"] >= self._first) & (table["day"] < self._last))
        return self._counted(table["place"][rows], table["code"][rows], num)

    def _counted(self, places: Any, codes: Any, num: int) -> Any:
        units = len(self._core.tree)
        return np.bincount(codes.astype(np.int64) * units + places, minlength=num * units).reshape(num, units)

    def _levels(self) -> list[Any]:
        table = self._member
        rows = np.flatnonzero((table["starts"] < self._last) & (table["ends"] >= self._last))
        cells = self._counted(table["place"][rows], table["code"][rows], 9).reshape(3, 3, -1)
        rows = np.flatnonzero((table["starts"] < self._first) & (table["ends"] >= self._first))
        opening = np.bincount(table["place"][rows], minlength=len(self._core.tree))
        by_sex, by_stage = cells.sum(1), cells.sum(0)
        crossed = [cells[sex, stage] for sex in (0, 1) for stage in (0, 1)]
        return [cells.sum((0, 1)), by_sex[0], by_sex[1], by_stage[0], by_stage[1], *crossed, opening]


def coded(column: str, values: list[str]) -> str:
    """SQL that gives the place of a value in a list, or the number of them."""
    cases = " ".join(f"WHEN '{value}' THEN {i}" for i, value in enumerate(values))
    return f"(CASE {column} {cases} ELSE {len(values)} END)"


def days(column: str) -> str:
    """SQL that gives a day as its number."""
    return f"date_diff('day', DATE '1970-01-01', \"{column}\")"


if __name__ == "__main__":
    main()
