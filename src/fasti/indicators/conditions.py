"""An indicator's conditions as tests on the columns of its relation."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis

from fasti.charter import rules
from fasti.dates import periods
from fasti.indicators import figures


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator, its groups put into codes, for a period; broken down by a column if `by` is given."""

    indicator: rules.Indicator
    period: periods.Period
    by: str | None = None

    @property
    def day(self) -> date:
        """The day at which a span must hold: the period's last, or the one before its first."""
        if self.indicator.at == "start":
            return self.period.starts_on - timedelta(days=1)
        return self.period.last_day

    @property
    def columns(self) -> frozenset[str]:
        """The columns its conditions and its measure look at."""
        found = self.indicator
        parts = (key for part in found.any_of for key in part)
        return frozenset({*found.where, *found.of, *days(found), found.unit, *parts})


def days(indicator: rules.Indicator) -> tuple[str, ...]:
    """The columns of days that put a row into a period: its day, or both ends of its span, or all of them."""
    span = () if indicator.day and indicator.at == "period" else ("starts_on", "ends_before")
    return tuple(dict.fromkeys([*filter(None, [indicator.day]), *span]))


def test(asked: Asked, table: Any) -> Any:
    """Whether a row enters the figure."""
    return joined([when(asked, table), *parts(asked, table).values()], operator.and_)


def when(asked: Asked, table: Any) -> Any:
    """Whether a row is of the period: its day falls in it, its span holds on the day asked for, or both."""
    found = asked.indicator
    tests = []
    if found.day:
        day = _column(table, found.day, found)
        tests.append((day >= _literal(asked.period.starts_on)) & (day < _literal(asked.period.ends_before)))
    if not found.day or found.at != "period":
        starts, ends = _column(table, "starts_on", found), _column(table, "ends_before", found)
        tests.append((starts <= _literal(asked.day)) & (ends.isnull() | (ends > _literal(asked.day))))
    return joined(tests, operator.and_)


def parts(asked: Asked, table: Any) -> dict[str, Any]:
    """Each condition by its column; alternatives together under `any_of`."""
    found = asked.indicator
    tests = {
        column: _meets(_column(table, column, found), wanted, asked) for column, wanted in found.where.items()
    }
    if found.any_of:
        ways = [joined(_each(table, way, asked), operator.and_) for way in found.any_of]
        tests["any_of"] = joined(ways, operator.or_)
    return tests


def _each(table: Any, where: Mapping[str, rules.Condition], asked: Asked) -> list[Any]:
    return [
        _meets(_column(table, column, asked.indicator), wanted, asked) for column, wanted in where.items()
    ]


def joined(tests: Sequence[Any], how: Callable[[Any, Any], Any]) -> Any:
    """The tests put together in halves of halves: no deeper than it must be, for parsers that count brackets."""
    if len(tests) == 1:
        return tests[0]
    middle = len(tests) // 2
    return how(joined(tests[:middle], how), joined(tests[middle:], how))


def _column(table: Any, name: str, indicator: rules.Indicator) -> Any:
    if name not in table.columns:
        raise figures.CannotCompute(
            "column-unknown", f"{indicator.id}: the relation {indicator.relation} has no column {name}.",
            indicator=indicator.id, column=name,
        )  # fmt: skip
    return table[name]


def _meets(column: Any, wanted: Any, asked: Asked) -> Any:
    """The test of one condition; it is never null."""
    if isinstance(wanted, Mapping) and "not" in wanted:
        return ~_meets(column, wanted["not"], asked)
    if isinstance(wanted, Mapping) and "before_end" in wanted:
        latest = asked.day - timedelta(days=int(wanted["before_end"]))
        return ibis.coalesce(column <= _literal(latest), False)
    if isinstance(wanted, (tuple, list)):
        values = [value for value in wanted if value is not None]
        met = ibis.coalesce(column.isin(values), False) if values else ibis.literal(False)
        return met | column.isnull() if None in wanted else met
    if wanted is None:
        return column.isnull()
    return ibis.coalesce(column == wanted, False)


def meets(value: Any, wanted: Any) -> bool:
    """The same test of a value, other than of days.

    >>> meets("F", ("F", None)), meets(None, {"not": None}), meets(None, "F")
    (True, False, False)
    """
    if isinstance(wanted, Mapping):
        return not meets(value, wanted["not"])
    return value in wanted if isinstance(wanted, (tuple, list)) else value == wanted


def days_before_end(wanted: Any) -> int | None:
    """How many days before the end of the period a column of days must lie; None where it is not asked."""
    if isinstance(wanted, Mapping):
        return int(wanted["before_end"]) if "before_end" in wanted else days_before_end(wanted["not"])
    return None


def _literal(day: date) -> Any:
    return ibis.literal(day, type="date")
