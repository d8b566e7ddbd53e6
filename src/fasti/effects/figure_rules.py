"""Whether the figures of a return keep the rules of its form: sums, bounds, the period before, outliers. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from fasti.charter import rules
from fasti.effects import given_figures

FEWEST = 3
"""Below so many earlier figures nothing can be said to lie outside them."""
Broken = tuple[str, dict[str, object]]
"""The code of a finding and the arguments beside the figure and its value."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a return as given, those of the period before, and by figure those of all periods before."""

    given: Mapping[str, str]
    before: Mapping[str, str] = field(default_factory=dict)
    history: Sequence[Mapping[str, str]] = ()

    def value(self, id: str) -> Fraction | None:
        """The value of a figure; None where it is missing, has none, or is no figure."""
        return _value(self.given, id)


def broken(rule: rules.FigureRule, figures: Figures) -> Broken | None:
    """What is wrong with a figure by a rule; None where it is kept, or cannot be asked because a figure is missing."""
    value = figures.value(rule.figure)
    return None if value is None else _CHECKS[rule.check](rule, value, figures)


def _sum(rule: rules.FigureRule, figures: Figures) -> Fraction | None:
    values = [figures.value(id) for id in (*rule.of, *rule.less)]
    if any(value is None for value in values):
        return None
    known = [value or Fraction(0) for value in values]
    return sum(known[: len(rule.of)], Fraction(0)) - sum(known[len(rule.of) :], Fraction(0))


def _foots(rule: rules.FigureRule, value: Fraction, figures: Figures) -> Broken | None:
    total = _sum(rule, figures)
    return None if total in (None, value) else ("return-sum-differs", {"sum": str(total)})


def _at_most(rule: rules.FigureRule, value: Fraction, figures: Figures) -> Broken | None:
    total = _sum(rule, figures)
    return None if total is None or value <= total else ("return-figure-above", {"limit": str(total)})


def _between(rule: rules.FigureRule, value: Fraction, figures: Figures) -> Broken | None:
    low, high = rule.low or 0, rule.high or 0
    return None if low <= value <= high else ("return-figure-outside", {"low": str(low), "high": str(high)})


def _carried(rule: rules.FigureRule, value: Fraction, figures: Figures) -> Broken | None:
    before = _value(figures.before, rule.of[0])
    return None if before in (None, value) else ("return-not-carried", {"before": str(before)})


def _previous(rule: rules.FigureRule, value: Fraction, figures: Figures) -> Broken | None:
    before = _value(figures.before, rule.figure)
    if before is None or abs(value - before) <= before * (rule.within or Fraction(0)):
        return None
    return "return-far-from-previous", {"before": str(before)}


def _outlier(rule: rules.FigureRule, value: Fraction, figures: Figures) -> Broken | None:
    """Distances are measured by their median, which a single odd figure does not move; it is at least one."""
    known = [found for each in figures.history if (found := _value(each, rule.figure)) is not None]
    if len(known) < FEWEST:
        return None
    middle = statistics.median(known)
    spread = max(statistics.median([abs(each - middle) for each in known]), Fraction(1))
    if abs(value - middle) <= spread * (rule.times or 1):
        return None
    return "return-figure-unusual", {"before": str(middle)}


def _value(given: Mapping[str, str], id: str) -> Fraction | None:
    try:
        return given_figures.read(given[id]) if id in given else None
    except given_figures.MalformedFigure:
        return None


EARLIER = ("carried", "previous", "outlier")
"""The checks that compare with what the unit gave before."""
_CHECKS: Mapping[str, Callable[[rules.FigureRule, Fraction, Figures], Broken | None]] = {
    "sum": _foots,
    "at_most": _at_most,
    "between": _between,
    "carried": _carried,
    "previous": _previous,
    "outlier": _outlier,
}
