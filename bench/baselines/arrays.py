"""The core job in NumPy: over columns that are already in memory. It reads nothing; it is the limit of memory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq

from bench.baselines import facts, statements
from bench.baselines import tree as trees

Columns = Mapping[str, Mapping[str, Any]]
_KIND = {name: nth for nth, name in enumerate(facts.EFFECTS, 1)}
_TYPE = {name: nth for nth, name in enumerate(facts.TYPES, 1)}


def loaded(folder: Path) -> Columns:
    """Every column of every narrow table, as an array."""
    return {path.stem: _arrays(pq.read_table(path)) for path in sorted(folder.glob("*.parquet"))}


def _arrays(table: Any) -> Mapping[str, Any]:
    columns = zip(table.column_names, table.columns, strict=True)
    return {name: column.combine_chunks().to_numpy(zero_copy_only=False) for name, column in columns}


def figures(job: facts.Job, columns: Columns, tree: trees.Tree) -> trees.Ints:
    """All figures of all units."""
    own = _Own(job, columns, tree.most)
    own.effects()
    own.acts()
    own.tasks()
    own.posts()
    own.units()
    own.members()
    own.ratings("rating", "members")
    own.ratings("unit_rating", "units")
    return trees.rolled_up(own.found, tree)


class _Own:
    """Each unit's own figures, counted table by table."""

    def __init__(self, job: facts.Job, columns: Columns, most: int) -> None:
        self.job, self.columns, self.most = job, columns, most
        self.found = np.zeros((len(facts.FIGURES), most), np.int64)

    def put(self, figure: str, units: Any, weights: Any = None) -> None:
        self.found[facts.ROW[figure]] = np.bincount(units, weights, minlength=self.most)

    def signed(self, table: Mapping[str, Any]) -> Any:
        return np.flatnonzero((table["day"] >= self.job.first) & (table["day"] < self.job.end))

    def holding(self, table: Mapping[str, Any]) -> Any:
        return np.flatnonzero((table["since"] <= self.job.last) & (table["until"] > self.job.last))

    def effects(self) -> None:
        """All kinds in one count by unit and kind."""
        table = self.columns["effect"]
        rows = self.signed(table)
        self.acts_with_effects = table["act"][rows]
        rows = rows[table["kind"][rows] > 0]
        num = len(facts.EFFECTS) + 1
        keys = table["unit"][rows].astype(np.int64) * num + table["kind"][rows]
        every = np.bincount(keys, minlength=self.most * num).reshape(self.most, num).T
        is_managed = np.flatnonzero(table["managed"][rows])
        managed = np.bincount(keys[is_managed], minlength=self.most * num).reshape(self.most, num).T
        for figure, kind in statements.PERSONNEL.items():
            self.found[facts.ROW[figure]] = managed[_KIND[kind]]
        both = managed[_KIND["TRANSFER"]] + managed[_KIND["ROTATE"]]
        self.found[facts.ROW["personnel.transferred_or_rotated"]] = both
        self.found[facts.ROW["pool.entries"]] = every[_KIND["PLAN"]]
        works = rows[(table["kind"][rows] == _KIND["AWARD"]) & (table["has_work"][rows] == 1)]
        self.put("awards.works", table["unit"][works])

    def acts(self) -> None:
        """After `effects`, which finds the acts that carry some."""
        table, relation = self.columns["act"], self.columns["relation"]
        rows = self.signed(table)
        self.put("acts.issued", table["unit"][rows])
        best = np.full(int(table["act"].max()) + 1, 127, np.int16)
        best[relation["act"]] = relation["best"]
        above = best[table["act"][rows]]
        self.put("acts.concretising", table["unit"][rows[above < table["rank"][rows]]])
        rows = rows[(above == 0) & (table["organ"][rows] == 1)]
        rows = rows[~np.isin(table["act"][rows], self.acts_with_effects)]
        for figure, types in statements.NORMATIVE.items():
            of_type = np.isin(table["type"][rows], [_TYPE[name] for name in types])
            self.put(figure, table["unit"][rows[of_type]])

    def tasks(self) -> None:
        table = self.columns["task"]
        rows = self.signed(table)
        self.put("tasks.given", table["unit"][rows])
        self.put("tasks.incomplete", table["unit"][rows[table["incomplete"][rows] == 1]])

    def posts(self) -> None:
        seats, tenure, vacancy = (self.columns[name] for name in ("establishment", "tenure", "vacancy"))
        rows = self.holding(seats)
        self.put("posts.seats", seats["unit"][rows], seats["seats"][rows])
        self.put("posts.filled", tenure["unit"][self.holding(tenure)])
        rows = self.holding(vacancy)
        self.put("posts.vacant", vacancy["unit"][rows])
        self.put("posts.vacant_long", vacancy["unit"][rows[vacancy["since"][rows] <= self.job.long]])

    def units(self) -> None:
        table = self.columns["unit_span"]
        rows = self.holding(table)
        rows = rows[table["organ"][rows] == 0]
        self.put("units.total", table["unit"][rows])
        self.put("units.grassroots", table["unit"][rows[table["grassroots"][rows] == 1]])

    def members(self) -> None:
        table = self.columns["membership"]
        first = self.job.first
        self.put("members.opening", table["unit"][(table["since"] < first) & (table["until"] >= first)])
        rows = self.holding(table)
        self.put("members.total", table["unit"][rows])
        self.put("members.women", table["unit"][rows[table["woman"][rows] == 1]])

    def ratings(self, name: str, whose: str) -> None:
        table = self.columns[name]
        began = (table["since"] >= self.job.first) & (table["since"] < self.job.end)
        rows = np.flatnonzero(began & (table["until"] > self.job.last))
        num = len(facts.GRADES) + 1
        keys = table["unit"][rows].astype(np.int64) * num + table["grade"][rows]
        found = np.bincount(keys, minlength=self.most * num).reshape(self.most, num).T
        self.found[facts.ROW[f"{whose}.classified"]] = found.sum(0)
        for nth, grade in enumerate(facts.GRADES, 1):
            self.found[facts.ROW[f"ratings.{whose}_{grade}"]] = found[nth]
