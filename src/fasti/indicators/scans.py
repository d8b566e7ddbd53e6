"""What is asked of one relation, put together into one scan grouped by unit, and compiled to the engine's
SQL.

Counts and sums of any number of indicators and periods share a scan, but for those that look at neighbouring rows:
they share one with those of the same day. Distinct counts and medians do not add
up, so their scans bring the values themselves, per unit. Compiling costs far more than a small scan:
statements are kept.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import sqlglot
from sqlglot.optimizer import eliminate_subqueries

from fasti import charter
from fasti.indicators import conditions, duties, engines, passages, perimeter, relations
from fasti.indicators.conditions import Asked

ADDITIVE = ("count", "sum")
AGE_BAND = "age_band"
UNKNOWN = "unknown"
_statements: dict[str, str] = {}
_MOST = 2_000
_DIALECTS = {"spark": "pyspark"}
"""What Ibis calls the language of an engine, where it is another word."""


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
    source: relations.Source
    bands: Bands

    @property
    def sql(self) -> str:
        """The statement, composed when it is first needed."""
        return _statement(self.asked, self.source, self.bands)

    @property
    def key(self) -> str:
        """What tells its answer from that of another."""
        return _key_of(("scan", self.asked, self.bands), self.source)


def plan(asked: Sequence[Asked], source: relations.Source, bands: Bands) -> Iterator[Scan]:
    """The scans that answer everything asked."""
    fused: dict[tuple[Any, ...], list[Asked]] = defaultdict(list)
    for one in asked:
        own: tuple[Any, ...] = () if one.indicator.measure in ADDITIVE else (one.indicator.id, one.period)
        if (
            one.columns & passages.COLUMNS
        ):  # what is told from neighbours is told of the few rows of a day only
            own = (*own, conditions.days(one.indicator))
        fused[(one.indicator.relation, one.indicator.unit, one.by, *own)].append(one)
    for together in fused.values():
        yield Scan(tuple(together), source, bands)


def _statement(asked: Sequence[Asked], source: relations.Source, bands: Bands) -> str:
    return statement(("scan", asked, bands), source, lambda: _scan(asked, source, bands))


def source(
    asked: Iterable[Asked],
    engine: engines.Engine,
    kinds: Mapping[str, perimeter.Kind],
    *,
    pack: charter.Pack,
    standing: perimeter.Standings,
) -> relations.Source:
    """What questions are put to: the tables of an engine, and where returns owed are asked for what was owed."""
    spans = [one.period for one in asked if one.indicator.relation == duties.RELATION]
    if not spans:
        return relations.Source(engine.name, kinds, engine.dead)
    deep = max(duties.organs_deep(pack, span.last_day) for span in spans)
    return relations.Source(engine.name, kinds, engine.dead, duties.of(pack, spans, standing), deep)


def statement(of: tuple[Any, ...], source: relations.Source, make: Callable[[], Any]) -> str:
    """The SQL of the expression that `make` gives; `of` says all it depends on but the source."""
    return kept(_key_of(of, source), lambda: compiled(make(), source))


def _key_of(of: tuple[Any, ...], source: relations.Source) -> str:
    of_body = (
        source.engine,
        sorted(source.dead),
        sorted(source.kinds.items()),
        source.duties,
        source.organs_deep,
    )
    return repr((of, *of_body))


def kept(key: str, make: Callable[[], str]) -> str:
    """The statement made for a key before, or made now."""
    if key not in _statements:
        if len(_statements) >= _MOST:
            _statements.clear()
        _statements[key] = make()
    return _statements[key]


def compiled(expression: Any, source: relations.Source) -> str:
    """The SQL of an expression for the source's engine."""
    sql = str(ibis.to_sql(expression, dialect=_DIALECTS.get(source.engine, source.engine)))
    return _flat(sql) if source.engine == "sqlite" else sql


def _flat(sql: str) -> str:
    """The statement with its nested queries named in front of it: SQLite's parser takes no deep brackets."""
    found = sqlglot.parse_one(sql, read="sqlite")
    return str(eliminate_subqueries.eliminate_subqueries(found).sql(dialect="sqlite"))


def rows_of(asked: Sequence[Asked], source: relations.Source, *, more: Set[str] = frozenset()) -> Any:
    """The relation of what is asked, with the columns it looks at and `more`; rows of other periods may be missing."""
    need = frozenset().union(*(one.columns for one in asked)) | more
    return relations.relation(str(asked[0].indicator.relation), source, need, early=_early(asked))


def _early(asked: Sequence[Asked]) -> relations.Early:
    """Keeps the rows of the periods asked about, where all days that says are there."""
    first = {(one.indicator.day, one.indicator.at, one.period): one for one in asked}.values()
    looked_at = {name for one in first for name in conditions.days(one.indicator)}

    def kept(table: Any) -> Any:
        if not looked_at <= set(table.columns):
            return table
        return table.filter(conditions.joined([conditions.when(one, table) for one in first], operator.or_))

    return kept


def living(table: Any, name: str, source: relations.Source) -> Any:
    """The rows that stand."""
    dead = relations.is_live(name, source)
    return table.filter(table[dead].isnull()) if dead else table


def _scan(asked: Sequence[Asked], source: relations.Source, bands: Bands) -> Any:
    first, by = asked[0].indicator, asked[0].by
    more = frozenset() if by is None else frozenset({"born_on" if by == AGE_BAND else by})
    table = living(rows_of(asked, source, more=more), str(first.relation), source)
    groups = (
        {"unit": table[first.unit]}
        if by is None
        else {"unit": table[first.unit], "key": _key(table, by, bands)}
    )
    if first.measure in ADDITIVE:
        return _added_up(asked, table, groups)
    found = _meeting(asked, table, groups)
    values = [f"v{i}" for i in range(len(_values(asked)))]
    found = found.filter(*(found[name].notnull() for name in values)).select(*groups, *values)
    return found.distinct() if first.measure == "distinct" else found


def monthly(asked: Sequence[Asked], source: relations.Source) -> str:
    """The SQL that counts additive figures, all of one day and period, by unit and month (12 x year + month from 0).

    What is asked for a day of its span has month 0.
    """
    return statement(("monthly", asked), source, lambda: _monthly(asked, source))


def _monthly(asked: Sequence[Asked], source: relations.Source) -> Any:
    first = asked[0].indicator
    table = living(rows_of(asked, source), str(first.relation), source)
    month = ibis.literal(0, type="int64")
    if first.day:
        day = table[first.day]
        month = (day.year().cast("int64") * 12 + day.month() - 1).cast("int64")
    return _added_up(asked, table, {"unit": table[first.unit], "month": month})


def _added_up(asked: Sequence[Asked], table: Any, groups: Mapping[str, Any]) -> Any:
    found = _meeting(asked, table, groups)
    sums = {f"m{i}": _sum(one, found, found[f"t{i}"], _values(asked)) for i, one in enumerate(asked)}
    return found.group_by(list(groups)).aggregate(**sums)


def _meeting(asked: Sequence[Asked], table: Any, groups: Mapping[str, Any]) -> Any:
    """The rows that enter some figure, with a mark for each and the values measured."""
    tests = {f"t{i}": conditions.test(one, table) for i, one in enumerate(asked)}
    values = {f"v{i}": table[column] for i, column in enumerate(_values(asked))}
    found = table.select(**groups, **tests, **values)
    meets = conditions.joined([found[name] for name in tests], operator.or_)
    return found.filter(meets & found.unit.notnull())


def _values(asked: Sequence[Asked]) -> list[str]:
    """The columns whose values are summed, counted or ordered."""
    return list(dict.fromkeys(column for one in asked for column in one.indicator.of))


def _sum(asked: Asked, table: Any, test: Any, values: Sequence[str]) -> Any:
    is_sum = asked.indicator.measure == "sum"
    one = table[f"v{values.index(asked.indicator.of[0])}"] if is_sum else ibis.literal(1)
    return ibis.coalesce(test.ifelse(one, 0).sum(), 0).cast("int64")


def _key(table: Any, by: str, bands: Bands) -> Any:
    if by == AGE_BAND:
        cases = [
            (ibis.literal(True) if born is None else table.born_on > ibis.literal(born), name)
            for name, born in bands.bands
        ]
        return ibis.cases((table.born_on.isnull(), UNKNOWN), *cases, else_=UNKNOWN)
    return ibis.coalesce(table[by].cast("string").nullif(""), UNKNOWN)


def run(scan: Scan, engine: engines.Engine) -> engines.Rows:
    """The rows of a scan."""
    return engine.answer(scan.sql)
