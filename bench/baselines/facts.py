"""The body in the form all baselines get: narrow tables of numbers, written once from the files of the column store.

Days are day numbers (the open end of a span a number beyond all days), words are codes, units of posts and acts, the
level of an issuer and the sex of a member stand beside the row. No kind of a unit changes in the national body and
nothing in it is withdrawn: the baselines rely on both, Fasti does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import numpy as np

from bench.baselines import tree as trees

OPEN = 2**31 - 1
EFFECTS = ("APPOINT", "REAPPOINT", "NOMINATE", "TRANSFER", "ROTATE", "RELIEVE", "PLAN", "AWARD")
TYPES = (
    "scheme", "project", "resolution", "conclusion", "decision", "regulation", "plan", "dispatch", "guidance",
)  # fmt: skip
GRADES = ("excellent", "good")
FIGURES = (
    "acts.issued", "acts.concretising", "acts.project", "acts.resolution", "acts.decision", "acts.plan",
    "acts.guidance", "personnel.appointed", "personnel.reappointed", "personnel.nominated", "personnel.transferred",
    "personnel.rotated", "personnel.relieved", "personnel.transferred_or_rotated", "pool.entries", "awards.works",
    "posts.seats", "posts.filled", "posts.vacant", "posts.vacant_long", "units.total", "units.grassroots",
    "members.opening", "members.total", "members.women", "units.classified", "ratings.units_excellent",
    "ratings.units_good", "members.classified", "ratings.members_excellent", "ratings.members_good", "tasks.given",
    "tasks.incomplete",
)  # fmt: skip
"""The figures of the core job, in the order of the rows of every result: the pack's counts and sums that can be told
from one row, or from an act and what it concretises.
"""
ROW = {name: nth for nth, name in enumerate(FIGURES)}


@dataclass(frozen=True)
class Rules:
    """What the pack says that the figures depend on."""

    managed: Sequence[str]
    """Offices managed by the province."""
    organs: Sequence[str]
    """Kinds of the organs of a province."""
    ranks: Mapping[str, int]
    """The rank of the level of each kind of unit, 0 the centre."""
    organ_kinds: Sequence[str]
    """Kinds that are organs, at any level."""
    grassroots: Sequence[str]
    """Kinds of grassroots organisations."""
    long: int
    """Days after which an empty seat has been empty for long."""


@dataclass(frozen=True)
class Job:
    """The half-year asked about, as day numbers: from `first` until before `end`."""

    first: int
    end: int
    long: int

    @property
    def last(self) -> int:
        """Its last day."""
        return self.end - 1


def day_number(day: date) -> int:
    """Days since 1 January 1970."""
    return (day - date(1970, 1, 1)).days


def _code(column: str, names: Sequence[str]) -> str:
    """The number of a word in a list, from 1; 0 for any other."""
    cases = " ".join(f"WHEN '{name}' THEN {nth}" for nth, name in enumerate(names, 1))
    return f"CAST(CASE {column} {cases} ELSE 0 END AS SMALLINT)"


def _in(column: str, names: Sequence[str]) -> str:
    listed = ", ".join(f"'{name}'" for name in names)
    return f"CAST(COALESCE({column} IN ({listed}), FALSE) AS SMALLINT)"


def _day(column: str) -> str:
    return f"CAST(COALESCE(date_diff('day', DATE '1970-01-01', {column}), {OPEN}) AS INTEGER)"


def tables(rules: Rules) -> dict[str, str]:
    """The statement that makes each table from the views of the store."""
    ranks = " ".join(f"WHEN '{kind}' THEN {rank}" for kind, rank in rules.ranks.items())
    kind = "(SELECT unit_id AS id, arg_min(kind, starts_on) AS kind FROM unit_span GROUP BY 1)"
    rank = f"CAST(CASE k.kind {ranks} END AS SMALLINT)"
    span = f"{_day('s.starts_on')} AS since, {_day('s.ends_before')} AS until"
    of_post = "CAST(p.unit_id AS INTEGER) AS unit"
    unit = "CAST(s.unit_id AS INTEGER) AS unit"
    return {
        "effect": f"SELECT CAST(act_id AS INTEGER) AS act, CAST(unit_id AS INTEGER) AS unit, {_code('kind', EFFECTS)}"
        f" AS kind, {_in('office', rules.managed)} AS managed, CAST(work IS NOT NULL AS SMALLINT) AS has_work,"
        f" {_day('signed_on')} AS day FROM effect WHERE unit_id IS NOT NULL",
        "act": f"SELECT CAST(a.id AS INTEGER) AS act, CAST(a.issuer_id AS INTEGER) AS unit, {_code('a.type', TYPES)} AS"
        f" type, {_day('a.signed_on')} AS day, {rank} AS rank, {_in('k.kind', rules.organs)} AS organ"
        f" FROM act a JOIN {kind} k ON k.id = a.issuer_id",
        "relation": f"SELECT CAST(r.act_id AS INTEGER) AS act, MIN({rank}) AS best FROM relation r JOIN act t"
        f" ON t.id = r.target_id JOIN {kind} k ON k.id = t.issuer_id WHERE r.kind = 'concretises' GROUP BY 1",
        "task": f"SELECT CAST(a.issuer_id AS INTEGER) AS unit, {_day('a.signed_on')} AS day, CAST(t.responsible_id"
        " IS NULL OR t.due_on IS NULL AS SMALLINT) AS incomplete FROM task t JOIN act a ON a.id = t.act_id",
        "establishment": f"SELECT {of_post}, CAST(seats AS INTEGER) AS seats, {span} FROM establishment s JOIN post p"
        " ON p.id = s.post_id",
        "tenure": f"SELECT {of_post}, {span} FROM tenure s JOIN post p ON p.id = s.post_id",
        "vacancy": f"SELECT {of_post}, {span} FROM vacancy s JOIN post p ON p.id = s.post_id",
        "membership": f"SELECT {unit}, CAST(p.sex = 'F' AS SMALLINT) AS woman, {span} FROM membership s JOIN person p"
        " ON p.id = s.person_id",
        "rating": f"SELECT {unit}, {_code('grade', GRADES)} AS grade, {span} FROM rating s",
        "unit_rating": f"SELECT {unit}, {_code('grade', GRADES)} AS grade, {span} FROM unit_rating s",
        "lineage": "SELECT CAST(predecessor_id AS INTEGER) AS unit, CAST(successor_id AS INTEGER) AS heir FROM lineage"
        " WHERE manner <> 'split'",
        "unit_span": f"SELECT {unit}, {_in('kind', rules.organ_kinds)} AS organ, {_in('kind', rules.grassroots)}"
        f" AS grassroots, CAST(COALESCE(parent_id, 0) AS INTEGER) AS parent, {span} FROM unit_span s",
    }  # fmt: skip


def write(views: duckdb.DuckDBPyConnection, folder: Path, rules: Rules) -> None:
    """Write the tables; raises `ValueError` for a body in which something was undone."""
    undone = "SELECT COUNT(voids_id) + (SELECT COUNT(*) FROM relation WHERE kind = 'withdraws') FROM effect"
    if (views.execute(undone).fetchone() or (0,))[0]:
        raise ValueError("something in this body was withdrawn: the baselines would count it")
    folder.mkdir(parents=True, exist_ok=True)
    for table, sql in tables(rules).items():
        views.execute(f"COPY ({sql}) TO '{folder / table}.parquet' (FORMAT parquet, COMPRESSION zstd)")


def tree(folder: Path, day: int) -> trees.Tree:
    """The tree of a day; every unit living then must have its parent living."""
    found = (
        duckdb.connect()
        .execute(
            f"SELECT unit, parent FROM read_parquet('{folder}/unit_span.parquet')"
            f" WHERE since <= {day} AND until > {day} ORDER BY unit"
        )
        .fetchnumpy()
    )
    return trees.grown(found["unit"].astype(np.int64), found["parent"].astype(np.int64))


def heirs(folder: Path, tree: trees.Tree) -> trees.Ints:
    """For each unit by its id, the unit of the tree where its figures belong: itself, else its successor's, else its
    parent's. No unit of this body has two successors.
    """
    views = duckdb.connect()
    lineage = views.execute(f"FROM read_parquet('{folder}/lineage.parquet')").fetchnumpy()
    spans = views.execute(
        f"SELECT unit, arg_max(parent, since) AS above FROM read_parquet('{folder}/unit_span.parquet') GROUP BY unit"
    ).fetchnumpy()
    found = np.zeros(max(int(spans["unit"].max()) + 1, tree.most), np.int64)
    found[spans["unit"]] = spans["above"]
    found[lineage["unit"]] = lineage["heir"]
    found[tree.units] = tree.units
    while not np.array_equal(further := found[found], found):
        found = further
    return found
