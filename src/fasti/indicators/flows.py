"""Which figures add up month by month, and under which name their counts are kept.

A flow counts or sums what happened on days of a period: that of a half-year is the sum of its six months, so a month
that was counted once need not be counted again. Nothing else adds up: different persons counted over two months are
fewer than those of each month together, a median is not the median of medians, and what stands on a day (a level) is
not the sum of what stood on earlier ones.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fasti.charter import rules
from fasti.dates import periods
from fasti.indicators import bases, conditions, duties, passages, relations, scans
from fasti.indicators.perimeter import Kind

DISTINCT, MEAN, MEDIAN, RATIO, LEVEL, DATED = "distinct", "mean", "median", "ratio", "level", "dated"
OWED = "owed"
"""Told from the rule book's duties and what came: a duty has no row of its own that could be gained or lost."""
NOT_KEPT = frozenset({DISTINCT, MEAN, MEDIAN, RATIO, OWED})
"""What no book of counts can hold, not even for a single day."""
TOLD_BY_KIND = frozenset(
    {
        "issuer_kind",
        "issuer_level",
        "issuer_is_organ",
        "concretises_level",
        "concretises_higher",
        "level",
        "is_organ",
    }
)
"""Columns that rest on what kind of unit somebody was on the day."""
_CODE = (bases, conditions, passages, relations, scans)


def why_not(indicator: rules.Indicator) -> str | None:
    """Why a figure is not the sum of its months; None for a flow."""
    if indicator.measure not in scans.ADDITIVE:
        return indicator.measure
    if indicator.relation == duties.RELATION:
        return OWED
    if not indicator.day or indicator.at != "period":
        return LEVEL
    return DATED if any("before_end" in each for each in _compared(indicator)) else None


def _compared(indicator: rules.Indicator) -> Iterator[Mapping[str, Any]]:
    """The conditions that are more than a value, also within others."""
    waiting: list[Any] = [each for way in (indicator.where, *indicator.any_of) for each in way.values()]
    while waiting:
        if isinstance(each := waiting.pop(), Mapping):
            yield each
            waiting += each.values()


def columns(indicator: rules.Indicator) -> frozenset[str]:
    """The columns of its relation that a flow looks at."""
    return conditions.Asked(indicator, periods.Period("year", 2000)).columns


def key(indicator: rules.Indicator, kinds: Mapping[str, Kind]) -> str:
    """What the counts of a flow are kept under: the same for all that count alike, another if anything is otherwise.

    `indicator` has its groups put into codes, so a rule that changes changes the key. The program that counts is part
    of it: a newer one counts anew.
    """
    says = (indicator.relation, indicator.measure, indicator.of, indicator.unit, indicator.day)
    where = (sorted(indicator.where.items()), [sorted(way.items()) for way in indicator.any_of])
    by_kind = sorted(kinds.items()) if columns(indicator) & TOLD_BY_KIND else ()
    return hashlib.sha256(repr((_program(), says, where, by_kind)).encode()).hexdigest()[:24]


@functools.cache
def _program() -> str:
    """A hash of the modules that say what is counted."""
    found = hashlib.sha256()
    for module in _CODE:
        found.update(Path(str(module.__file__)).read_bytes())
    return found.hexdigest()
