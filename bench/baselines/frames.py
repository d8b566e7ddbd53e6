"""The core job with pandas and with polars: read from the narrow files, grouped by unit, added along the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from bench.baselines import facts, statements
from bench.baselines import tree as trees

_KIND = {name: nth for nth, name in enumerate(facts.EFFECTS, 1)}
_TYPE = {name: nth for nth, name in enumerate(facts.TYPES, 1)}
_PERSONNEL = {
    **{figure: [kind] for figure, kind in statements.PERSONNEL.items()},
    "personnel.transferred_or_rotated": ["TRANSFER", "ROTATE"],
}


def by_pandas(job: facts.Job, folder: Path, tree: trees.Tree) -> trees.Ints:
    """Each table read with the columns it needs, the rows of the half-year kept, flags added up by unit."""

    def read(table: str) -> Any:
        return pq.read_table(folder / f"{table}.parquet").to_pandas()

    own = np.zeros((len(facts.FIGURES), tree.most), np.int64)
    for table, flags in _pandas_flags(job, read):
        found = pd.DataFrame(flags).groupby(table["unit"].to_numpy(), sort=False).sum()
        for figure in found.columns:
            own[facts.ROW[figure], found.index.to_numpy()] = found[figure].to_numpy()
    return trees.rolled_up(own, tree)


def _pandas_flags(job: facts.Job, read: Callable[[str], Any]) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Rows that matter, and what each adds to each figure."""
    effect = _signed(read("effect"), job)
    with_effects = effect["act"].unique()
    effect = effect[effect["kind"] > 0]
    managed = effect["managed"] == 1
    yield (
        effect,
        {
            **{
                figure: (managed & effect["kind"].isin([_KIND[kind] for kind in kinds])).to_numpy()
                for figure, kinds in _PERSONNEL.items()
            },
            "pool.entries": (effect["kind"] == _KIND["PLAN"]).to_numpy(),
            "awards.works": ((effect["kind"] == _KIND["AWARD"]) & (effect["has_work"] == 1)).to_numpy(),
        },
    )
    act = _signed(read("act"), job).merge(read("relation"), on="act", how="left")
    normative = (act["best"] == 0) & (act["organ"] == 1) & ~act["act"].isin(with_effects)
    yield (
        act,
        {
            "acts.issued": np.ones(len(act), bool),
            "acts.concretising": (act["best"] < act["rank"]).to_numpy(),
            **{
                figure: (normative & act["type"].isin([_TYPE[name] for name in names])).to_numpy()
                for figure, names in statements.NORMATIVE.items()
            },
        },
    )
    task = _signed(read("task"), job)
    yield (
        task,
        {"tasks.given": np.ones(len(task), bool), "tasks.incomplete": task["incomplete"].to_numpy() == 1},
    )
    yield from _pandas_spans(job, read)


def _pandas_spans(job: facts.Job, read: Callable[[str], Any]) -> Iterator[tuple[Any, dict[str, Any]]]:
    seats, tenure, vacancy, unit = (
        _holding(read(name), job) for name in ("establishment", "tenure", "vacancy", "unit_span")
    )
    yield seats, {"posts.seats": seats["seats"].to_numpy()}
    yield tenure, {"posts.filled": np.ones(len(tenure), bool)}
    long = (vacancy["since"] <= job.long).to_numpy()
    yield vacancy, {"posts.vacant": np.ones(len(vacancy), bool), "posts.vacant_long": long}
    unit = unit[unit["organ"] == 0]
    yield (
        unit,
        {"units.total": np.ones(len(unit), bool), "units.grassroots": unit["grassroots"].to_numpy() == 1},
    )
    member = read("membership")
    opening = member[(member["since"] < job.first) & (member["until"] >= job.first)]
    yield opening, {"members.opening": np.ones(len(opening), bool)}
    member = _holding(member, job)
    yield (
        member,
        {"members.total": np.ones(len(member), bool), "members.women": member["woman"].to_numpy() == 1},
    )
    for name, whose in (("rating", "members"), ("unit_rating", "units")):
        found = _holding(read(name), job)
        found = found[found["since"] >= job.first]
        grades = {f"ratings.{whose}_{grade}": found["grade"].to_numpy() == nth
                  for nth, grade in enumerate(facts.GRADES, 1)}  # fmt: skip
        yield found, {f"{whose}.classified": np.ones(len(found), bool), **grades}


def _signed(table: Any, job: facts.Job) -> Any:
    return table[(table["day"] >= job.first) & (table["day"] < job.end)]


def _holding(table: Any, job: facts.Job) -> Any:
    return table[(table["since"] <= job.last) & (table["until"] > job.last)]


# -- polars ----------------------------------------------------------------------------------------------------------


def by_polars(job: facts.Job, folder: Path, tree: trees.Tree) -> trees.Ints:
    """Lazy scans of all tables, collected together by the streaming engine."""
    import polars as pl

    queries = [
        frame.group_by("unit").agg(**sums) for frame, sums in _polars_queries(job, folder, pl)
    ]  # fmt: skip
    own = np.zeros((len(facts.FIGURES), tree.most), np.int64)
    for found in pl.collect_all(queries, engine="streaming"):
        units = found["unit"].to_numpy()
        for figure in found.columns[1:]:
            own[facts.ROW[figure], units] = found[figure].to_numpy()
    return trees.rolled_up(own, tree)


def _polars_queries(job: facts.Job, folder: Path, pl: Any) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    c = pl.col

    def read(table: str) -> Any:
        return pl.scan_parquet(folder / f"{table}.parquet")

    signed = (c.day >= job.first) & (c.day < job.end)
    holds = (c.since <= job.last) & (c.until > job.last)
    effect = read("effect").filter(signed)
    managed = c.managed == 1
    yield (
        effect.filter(c.kind > 0),
        {
            **{
                figure: (managed & c.kind.is_in([_KIND[kind] for kind in kinds])).sum()
                for figure, kinds in _PERSONNEL.items()
            },
            "pool.entries": (c.kind == _KIND["PLAN"]).sum(),
            "awards.works": ((c.kind == _KIND["AWARD"]) & (c.has_work == 1)).sum(),
        },
    )
    act = read("act").filter(signed)
    yield act, {"acts.issued": pl.len()}
    above = act.join(read("relation"), on="act")
    yield above, {"acts.concretising": (c.best < c.rank).sum()}
    normative = above.filter((c.best == 0) & (c.organ == 1)).join(effect.select("act"), on="act", how="anti")
    yield (
        normative,
        {
            figure: c.type.is_in([_TYPE[name] for name in names]).sum()
            for figure, names in statements.NORMATIVE.items()
        },
    )
    yield (
        read("task").filter(signed),
        {"tasks.given": pl.len(), "tasks.incomplete": (c.incomplete == 1).sum()},
    )
    yield read("establishment").filter(holds), {"posts.seats": c.seats.sum()}
    yield read("tenure").filter(holds), {"posts.filled": pl.len()}
    yield (
        read("vacancy").filter(holds),
        {"posts.vacant": pl.len(), "posts.vacant_long": (c.since <= job.long).sum()},
    )
    yield (
        read("unit_span").filter(holds & (c.organ == 0)),
        {"units.total": pl.len(), "units.grassroots": (c.grassroots == 1).sum()},
    )
    opening = (c.since < job.first) & (c.until >= job.first)
    yield (
        read("membership").filter(holds | opening),
        {
            "members.opening": opening.sum(),
            "members.total": holds.sum(),
            "members.women": (holds & (c.woman == 1)).sum(),
        },
    )
    for name, whose in (("rating", "members"), ("unit_rating", "units")):
        grades = {
            f"ratings.{whose}_{grade}": (c.grade == nth).sum() for nth, grade in enumerate(facts.GRADES, 1)
        }
        yield read(name).filter(holds & (c.since >= job.first)), {f"{whose}.classified": pl.len(), **grades}
