"""The core job as SQL that DuckDB, PostgreSQL and SQLite all read: one statement for each table, grouped by unit.

`unit` names the column grouped by and `prefix` the tables: with one column per level of the tree, the same statements
are put once for each level.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bench.baselines import facts

_KIND = {name: nth for nth, name in enumerate(facts.EFFECTS, 1)}
_TYPE = {name: nth for nth, name in enumerate(facts.TYPES, 1)}


@dataclass(frozen=True)
class Statement:
    """A statement whose rows are a unit and an amount for each of `figures`."""

    figures: tuple[str, ...]
    sql: str


def statements(job: facts.Job, *, unit: str = "unit", prefix: str = "") -> list[Statement]:
    """All statements of the job."""
    made = [
        _made(table, where, amounts, unit, prefix) for table, where, amounts in _plain(job)
    ]  # fmt: skip
    return [*made, *_of_acts(job, unit, prefix)]


def _plain(job: facts.Job) -> list[tuple[str, str, Mapping[str, str]]]:
    """Table, rows that matter, and the amount of each figure."""
    signed = f"t.day >= {job.first} AND t.day < {job.end}"
    holds = f"t.since <= {job.last} AND t.until > {job.last}"
    rated = f"t.since >= {job.first} AND t.since < {job.end} AND t.until > {job.last}"
    opening = f"t.since < {job.first} AND t.until >= {job.first}"
    return [
        ("effect", f"{signed} AND t.kind > 0", _of_effects()),
        ("task", signed, {"tasks.given": "COUNT(*)", "tasks.incomplete": _count("t.incomplete = 1")}),
        ("establishment", holds, {"posts.seats": "SUM(t.seats)"}),
        ("tenure", holds, {"posts.filled": "COUNT(*)"}),
        ("vacancy", holds, {"posts.vacant": "COUNT(*)", "posts.vacant_long": _count(f"t.since <= {job.long}")}),
        ("unit_span", f"{holds} AND t.organ = 0",
         {"units.total": "COUNT(*)", "units.grassroots": _count("t.grassroots = 1")}),
        ("membership", f"(({holds}) OR ({opening}))",
         {"members.opening": _count(opening), "members.total": _count(holds),
          "members.women": _count(f"{holds} AND t.woman = 1")}),
        ("unit_rating", rated, {"units.classified": "COUNT(*)", "ratings.units_excellent": _count("t.grade = 1"),
                                "ratings.units_good": _count("t.grade = 2")}),
        ("rating", rated, {"members.classified": "COUNT(*)", "ratings.members_excellent": _count("t.grade = 1"),
                           "ratings.members_good": _count("t.grade = 2")}),
    ]  # fmt: skip


PERSONNEL = {
    "personnel.appointed": "APPOINT",
    "personnel.reappointed": "REAPPOINT",
    "personnel.nominated": "NOMINATE",
    "personnel.transferred": "TRANSFER",
    "personnel.rotated": "ROTATE",
    "personnel.relieved": "RELIEVE",
}


def _of_effects() -> dict[str, str]:
    found = {
        figure: _count(f"t.managed = 1 AND t.kind = {_KIND[kind]}") for figure, kind in PERSONNEL.items()
    }
    moved = f"{_KIND['TRANSFER']}, {_KIND['ROTATE']}"
    return found | {
        "personnel.transferred_or_rotated": _count(f"t.managed = 1 AND t.kind IN ({moved})"),
        "pool.entries": _count(f"t.kind = {_KIND['PLAN']}"),
        "awards.works": _count(f"t.kind = {_KIND['AWARD']} AND t.has_work = 1"),
    }


NORMATIVE = {
    "acts.project": ("scheme", "project"),
    "acts.resolution": ("resolution", "conclusion"),
    "acts.decision": ("decision", "regulation"),
    "acts.plan": ("plan", "dispatch"),
    "acts.guidance": ("guidance",),
}


def _of_acts(job: facts.Job, unit: str, prefix: str) -> list[Statement]:
    signed = f"t.day >= {job.first} AND t.day < {job.end}"
    act, effect = f"{prefix}act t", f"{prefix}effect e"
    concretising = f"{act} JOIN relation r ON r.act = t.act"
    bare = f"NOT EXISTS (SELECT 1 FROM {effect} WHERE e.act = t.act AND e.day >= {job.first} AND e.day < {job.end})"
    of = {
        figure: _count(f"t.type IN ({', '.join(str(_TYPE[name]) for name in names)})")
        for figure, names in NORMATIVE.items()
    }
    return [
        _made(act, signed, {"acts.issued": "COUNT(*)"}, unit, ""),
        _made(concretising, f"{signed} AND r.best < t.rank", {"acts.concretising": "COUNT(*)"}, unit, ""),
        _made(
            concretising, f"{signed} AND t.organ = 1 AND t.type > 0 AND r.best = 0 AND {bare}", of, unit, ""
        ),
    ]


def _made(table: str, where: str, amounts: Mapping[str, str], unit: str, prefix: str) -> Statement:
    source = table if " t" in table else f"{prefix}{table} t"
    listed = ", ".join(amounts.values())
    sql = f"SELECT t.{unit}, {listed} FROM {source} WHERE {where} GROUP BY t.{unit}"
    return Statement(tuple(amounts), sql)


def _count(where: str) -> str:
    return f"COUNT(*) FILTER (WHERE {where})"
