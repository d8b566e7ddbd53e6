"""Indicators as a pack declares them, and their conditions with the charter's groups put into codes.

A condition of a pack may name a group instead of codes: the act types of a bucket, the offices managed by a
level, the kinds of unit of a level. Which codes these are depends on the day.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fasti.charter import rules

GROUPS: Mapping[str, frozenset[str]] = {
    "act_types": frozenset({"bucket"}),
    "offices": frozenset({"managed_by", "leader", "committee"}),
    "unit_kinds": frozenset({"level", "organ"}),
}
Codes = Callable[[str, Mapping[str, Any]], tuple[str, ...]]
Days = Callable[[str], int]


def indicator(id_: str, written: Mapping[str, Any]) -> rules.Indicator:
    """The indicator as written, its defaults filled in."""
    of = written.get("of", ())
    day = written.get("day")
    return rules.Indicator(
        id=id_,
        relation=written.get("relation"),
        measure=written["measure"],
        of=(of,) if isinstance(of, str) else tuple(of),
        where=_frozen(written.get("where", {})),
        any_of=tuple(_frozen(part) for part in written.get("any_of", ())),
        day=day,
        at=written.get("at", "period" if day or written["measure"] == "ratio" else "end"),
        numerator=written.get("numerator"),
        denominator=written.get("denominator"),
        by=tuple(written.get("by", ())),
        unit=written.get("unit", "unit_id"),
        reference=written["reference"],
        verified=written["verified"],
    )


def group_of(condition: rules.Condition) -> str | None:
    """The table a condition's group is taken from, None for plain codes."""
    if not isinstance(condition, Mapping):
        return None
    return next((table for table, keys in GROUPS.items() if keys & condition.keys()), None)


def resolved(found: rules.Indicator, *, codes: Codes, days: Days) -> rules.Indicator:
    """The indicator with every group put into codes and every number of days into a number."""

    def put(where: Mapping[str, rules.Condition]) -> dict[str, rules.Condition]:
        return {column: _put(condition, codes, days) for column, condition in where.items()}

    return dataclasses.replace(found, where=put(found.where), any_of=tuple(map(put, found.any_of)))


def union(codes_on: Callable[[date], tuple[str, ...]], days: tuple[date, ...]) -> tuple[str, ...]:
    """The codes of all the days, each once, in the order met."""
    return tuple(dict.fromkeys(code for day in days for code in codes_on(day)))


def _put(condition: rules.Condition, codes: Codes, days: Days) -> rules.Condition:
    table = group_of(condition)
    if table is not None and isinstance(condition, Mapping):
        return codes(table, condition)
    before = condition.get("before_end") if isinstance(condition, Mapping) else None
    return {"before_end": days(before["value"])} if isinstance(before, Mapping) else condition


def _frozen(where: Mapping[str, Any]) -> dict[str, rules.Condition]:
    return {column: _freeze(condition) for column, condition in where.items()}


def _freeze(condition: Any) -> Any:
    if isinstance(condition, list):
        return tuple(condition)
    if isinstance(condition, dict):
        return {key: _freeze(part) for key, part in condition.items()}
    return condition
