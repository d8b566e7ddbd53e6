"""What is asked of one relation, put together into one scan grouped by unit, and compiled to the engine's
SQL.

Counts and sums of any number of indicators and periods share a scan. Distinct counts and medians do not add
up, so their scans bring the values themselves, per unit. Compiling costs far more than a small scan:
statements are kept.
"""

from __future__ import annotations

import functools
import operator
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis

from fasti.indicators import conditions, engines, relations
from fasti.indicators.conditions import Asked

ADDITIVE = ("count", "sum")
UNKNOWN = "unknown"
_DIALECTS = {"duckdb": "duckdb", "sqlite": "sqlite", "postgres": "postgres"}
_statements: dict[str, str] = {}
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Bands:
    """Age bands, youngest first: each with the latest birthday of those too old for it (None: no upper
    bound).
    """

    bands: tuple[tuple[str, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Scan:
    """What one statement answers. Its rows have `unit`, `key` if broken down, and `m0`, `m1` ... or `v0`,
    `v1` ...
    """

    asked: tuple[Asked, ...]
    sql: str

    @property
    def is_additive(self) -> bool:
        return self.asked[0].indicator.measure in ADDITIVE


def plan(asked: Sequence[Asked], source: relations.Source, bands: Bands) -> Iterator[Scan]:
    """The scans that answer everything asked."""
    fused: dict[tuple[Any, ...], list[Asked]] = defaultdict(list)
    for one in asked:
        own = () if one.indicator.measure in ADDITIVE else (one.indicator.id, one.period)
        fused[(one.indicator.relation, one.indicator.unit, one.by, *own)].append(one)
    for together in fused.values():
        yield Scan(tuple(together), _statement(together, source, bands))


def _statement(asked: Sequence[Asked], source: relations.Source, bands: Bands) -> str:
    key = repr((asked, source.engine, sorted(source.dead), sorted(source.kinds.items()), bands))
    if key not in _statements:
        if len(_statements) >= _MOST:
            _statements.clear()
        _statements[key] = compiled(_scan(asked, source, bands), source)
    return _statements[key]


def compiled(expression: Any, source: relations.Source) -> str:
    """The SQL of an expression for the source's engine."""
    return str(ibis.to_sql(expression, dialect=_DIALECTS[source.engine]))


def rows_of(asked: Sequence[Asked], source: relations.Source, *, more: Set[str] = frozenset()) -> Any:
    """The relation of what is asked, with the columns it looks at and `more`."""
    need = frozenset().union(*(one.columns for one in asked)) | more
    return relations.relation(str(asked[0].indicator.relation), source, need)


def living(table: Any, name: str, source: relations.Source) -> Any:
    """The rows that stand."""
    dead = relations.is_live(name, source)
    return table.filter(table[dead].isnull()) if dead else table


def _scan(asked: Sequence[Asked], source: relations.Source, bands: Bands) -> Any:
    first = asked[0].indicator
    by = asked[0].by
    more = frozenset() if by is None else frozenset({"born_on" if by == "age_band" else by})
    table = living(rows_of(asked, source, more=more), str(first.relation), source)
    table = table.mutate(unit=table[first.unit])
    if by is not None:
        table = table.mutate(key=_key(table, by, bands))
    groups = ["unit", "key"] if by is not None else ["unit"]
    if len({(one.indicator.day, one.indicator.at, one.period) for one in asked}) == 1:
        table = table.filter(conditions.when(asked[0], table))
    tests = [conditions.test(one, table) for one in asked]
    table = table.filter(functools.reduce(operator.or_, tests) & table.unit.notnull())
    if first.measure in ADDITIVE:
        tests = [conditions.test(one, table) for one in asked]
        sums = {
            f"m{i}": _sum(one, table, test) for i, (one, test) in enumerate(zip(asked, tests, strict=True))
        }
        return table.group_by(groups).aggregate(**sums)
    values = {f"v{i}": table[column] for i, column in enumerate(first.of)}
    table = table.filter(*(value.notnull() for value in values.values()))
    found = table.select(
        *groups, **{name: table[column] for name, column in zip(values, first.of, strict=True)}
    )
    return found.distinct() if first.measure == "distinct" else found


def _sum(asked: Asked, table: Any, test: Any) -> Any:
    one = table[asked.indicator.of[0]] if asked.indicator.measure == "sum" else ibis.literal(1)
    return ibis.coalesce(test.ifelse(one, 0).sum(), 0).cast("int64")


def _key(table: Any, by: str, bands: Bands) -> Any:
    if by == "age_band":
        cases = [
            (ibis.literal(True) if born is None else table.born_on > ibis.literal(born), name)
            for name, born in bands.bands
        ]
        return ibis.cases((table.born_on.isnull(), UNKNOWN), *cases, else_=UNKNOWN)
    return ibis.coalesce(table[by].cast("string").nullif(""), UNKNOWN)


def run(scan: Scan, engine: engines.Engine) -> engines.Rows:
    """The rows of a scan."""
    return engine.run(scan.sql)
