"""Which rows enter or leave which figures when an act is issued: the rows an indicator counts on the few that matter,
before and after, and the difference between the two.

Everything about a row but its days is tested by the engine, once for all periods; the days are compared here, since
an act dated years back can touch many periods and each would be a statement of its own.
"""

from __future__ import annotations

import dataclasses
import functools
import operator
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis

from fasti.charter import rules
from fasti.dates import periods
from fasti.indicators import conditions, duties, perimeter, relations, scans, trial
from fasti.indicators.conditions import Asked

Kinds = Mapping[str, perimeter.Kind]

RESTS_ON = {
    "acts": frozenset({"act"}),
    "tasks": frozenset({"act"}),
    "effects": frozenset({"effect"}),
    "topics": frozenset({"completed_topic"}),
    "memberships": frozenset({"membership"}),
    "establishment": frozenset({"establishment"}),
    "tenures": frozenset({"tenure"}),
    "vacancies": frozenset({"vacancy"}),
    "units": frozenset({"unit_span"}),
    "pool": frozenset({"pool_entry"}),
    "ratings": frozenset({"rating"}),
    "unit_ratings": frozenset({"unit_rating"}),
    "sanctions": frozenset({"sanction"}),
    "unit_sanctions": frozenset({"unit_sanction"}),
}
"""What must change for a relation to give other rows; one that is not listed is always looked at."""


@dataclass(frozen=True)
class Question:
    """An indicator with its groups put into codes, and the periods to which these codes apply."""

    indicator: rules.Indicator
    kinds: Kinds
    closed: tuple[periods.Period, ...]

    @property
    def timeless(self) -> rules.Indicator:
        """The indicator without the conditions that look at the period."""
        kept = {name: wanted for name, wanted in self.indicator.where.items() if not _is_dated(wanted)}
        return dataclasses.replace(self.indicator, where=kept)

    @property
    def dated(self) -> dict[str, int]:
        """Columns that must lie so many days before the end of the period."""
        where: Mapping[str, Any] = self.indicator.where
        return {name: int(wanted["before_end"]) for name, wanted in where.items() if _is_dated(wanted)}

    @property
    def days(self) -> tuple[str, ...]:
        """The columns of its day or days."""
        return conditions.days(self.indicator)

    @property
    def columns(self) -> tuple[str, ...]:
        """What is read of each row: the unit, what is measured, the days."""
        return tuple(dict.fromkeys(("unit", *self.indicator.of, *self.days, *self.dated)))

    def holds(self, row: Mapping[str, Any], period: periods.Period) -> bool:
        """Whether the row's days put it into the figure of a period."""
        asked = Asked(self.indicator, period)
        if not all(_by(row[name], asked.day - timedelta(days=n)) for name, n in self.dated.items()):
            return False
        if self.indicator.day:
            day = row[self.indicator.day]
            if day is None or not period.contains(day):
                return False
        if self.indicator.day and self.indicator.at == "period":
            return True
        return _by(row["starts_on"], asked.day) and not _by(row["ends_before"], asked.day)


@dataclass(frozen=True)
class Touch:
    """What enters (+) and leaves (-) the figures of an indicator and period, by the unit it is booked at.

    For counts and sums the amount; for others, how many rows differ: they have to be computed anew.
    """

    indicator: rules.Indicator
    period: periods.Period
    amounts: Mapping[int, int]
    units: frozenset[int]


def touches(asked: Sequence[Question], tried: trial.Trial) -> list[Touch]:
    """Every indicator and period with rows that enter or leave."""
    together: dict[tuple[Any, ...], list[Question]] = defaultdict(list)
    for question in asked:
        key = (question.indicator.relation, question.indicator.unit, repr(sorted(question.kinds.items())))
        together[key].append(question)
    found: list[Touch] = []
    for questions in together.values():
        sql = scans.kept(repr(questions), functools.partial(_statement, questions))
        before, after = (_counted(questions, tried.rows(sql, few)) for few in (trial.BEFORE, trial.AFTER))
        for question, old, new in zip(questions, before, after, strict=True):
            found += _touches(question, _difference(old, new))
    return found


def is_simple(indicator: rules.Indicator) -> bool:
    """Whether its alternatives look at no period: only then can the days be compared apart."""
    return not is_owed(indicator) and not any(
        _is_dated(wanted) for way in indicator.any_of for wanted in way.values()
    )


def is_owed(indicator: rules.Indicator) -> bool:
    """Whether it counts returns owed: they follow from whole lives of units and are counted anew on both sides."""
    return indicator.relation == duties.RELATION


def may_change(indicator: rules.Indicator, tried: trial.Trial) -> bool:
    """Whether a row can enter or leave a figure: rows of its relation differ, of acts and effects such as it counts."""
    relation = str(indicator.relation)
    changed = set(tried.patch.tables)
    if is_owed(indicator):
        return bool(tried.reported or changed & {"return_state", "unit_span"})
    changed |= {"effect"} if tried.reach.judged_effects else set()
    changed |= {"act"} if tried.reach.judged_acts else set()
    if relation in RESTS_ON and not RESTS_ON[relation] & changed:
        return False
    column, judged = {"effects": ("kind", tried.kinds), "acts": ("act_type", tried.types)}.get(
        relation, ("", frozenset())
    )
    wanted = indicator.where.get(column)
    listed = (wanted,) if isinstance(wanted, str) else wanted
    return not isinstance(listed, tuple) or None in listed or bool(judged & set(listed))


def _statement(questions: Sequence[Question]) -> str:
    """The rows of a relation that some question counts, with a mark for each question."""
    first = questions[0]
    source = relations.Source("duckdb", first.kinds, frozenset({"dead_effect", "dead_act", "alias"}))
    asked = [Asked(question.timeless, periods.Period("year", 2000)) for question in questions]
    names = list(dict.fromkeys(name for question in questions for name in question.columns))
    relation, unit = str(first.indicator.relation), first.indicator.unit
    more = frozenset({*names, unit} - {"unit"}).union(*(one.columns for one in asked))
    table = scans.living(relations.relation(relation, source, more), relation, source)
    marks = {f"t{i}": _mark(one, table) for i, one in enumerate(asked)}
    values = {f"c_{name}": table[unit if name == "unit" else name] for name in names}
    found = table.select(**marks, **values)
    wanted = conditions.joined([found[name] for name in marks], operator.or_)
    return scans.compiled(found.filter(wanted & found.c_unit.notnull()), source)


def _mark(asked: Asked, table: Any) -> Any:
    tests = list(conditions.parts(asked, table).values())
    return conditions.joined(tests, operator.and_) if tests else ibis.literal(True)


def _counted(
    questions: Sequence[Question], rows: Iterable[tuple[Any, ...]]
) -> list[Counter[tuple[Any, ...]]]:
    """For each question its rows, by what is read of them, and how often each occurs."""
    names = list(dict.fromkeys(name for question in questions for name in question.columns))
    places = [[len(questions) + names.index(name) for name in question.columns] for question in questions]
    found: list[Counter[tuple[Any, ...]]] = [Counter() for _ in questions]
    for row in rows:
        for i, counted in enumerate(found):
            if row[i]:
                counted[tuple(row[place] for place in places[i])] += 1
    return found


def _difference(
    before: Counter[tuple[Any, ...]], after: Counter[tuple[Any, ...]]
) -> Counter[tuple[Any, ...]]:
    left = Counter(after)
    left.subtract(before)
    return Counter({row: n for row, n in left.items() if n})


def _touches(question: Question, difference: Counter[tuple[Any, ...]]) -> Iterable[Touch]:
    if not difference:
        return
    rows = [(dict(zip(question.columns, row, strict=True)), n) for row, n in difference.items()]
    for period in question.closed:
        amounts: Counter[int] = Counter()
        units: set[int] = set()
        for row, n in rows:
            if question.holds(row, period) and (amount := _amount(question.indicator, row)):
                amounts[row["unit"]] += n * amount
                units.add(row["unit"])
        if units:
            yield Touch(question.indicator, period, dict(amounts), frozenset(units))


def _amount(indicator: rules.Indicator, row: Mapping[str, Any]) -> int:
    """What a row adds; 1 where it does not add up, 0 where there is nothing to measure."""
    if indicator.measure == "sum":
        return int(row[indicator.of[0]] or 0)
    return int(indicator.measure == "count" or all(row[name] is not None for name in indicator.of))


def _is_dated(wanted: Any) -> bool:
    return isinstance(wanted, Mapping) and "before_end" in wanted


def _by(day: date | None, latest: date) -> bool:
    return day is not None and day <= latest
