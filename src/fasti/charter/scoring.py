"""Points by a scorecard: from figures and judgements to items, totals and places. Pure, and exact to the last digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fasti.charter import findings, scorecards
from fasti.charter.scorecards import Criterion, Extra, Item, Scorecard

CRITERION, BONUS, DEDUCTION = "criterion", "bonus", "deduction"


@dataclass(frozen=True, slots=True)
class Component:
    """An item with its points; `points` None: it has not been judged, or there is no figure to compute it from."""

    id: str
    part: str
    """criterion, bonus or deduction."""
    most: Fraction
    figure: str | None
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class Score:
    """What a unit comes to: every component, the bonus and the deductions within their limits, and the total."""

    components: tuple[Component, ...]
    bonus: Fraction
    deductions: Fraction
    total: Fraction | None
    """None while a criterion has no points."""
    excluded: tuple[str, ...]
    """Why the unit is not classed, by the ids of the exclusions."""

    def points(self, id: str) -> Fraction:
        """The points of a component; nothing for one that has none."""
        return next((each.points for each in self.components if each.id == id and each.points), Fraction(0))


def score(
    card: Scorecard,
    *,
    figures: Mapping[str, Fraction | None],
    judged: Mapping[str, Fraction],
    excluded: Sequence[str] = (),
) -> Score:
    """A unit's score. `figures` by indicator; `judged` and `excluded` as an act gave them.

    No total is below nothing. A figure that has no value gives no points, and then no total.
    """
    criteria = tuple(_criterion(each, card, figures, judged) for each in card.criteria)
    bonus = tuple(_item(each, BONUS, card, figures, judged) for each in card.bonus.items)
    deductions = tuple(_item(each, DEDUCTION, card, figures, judged) for each in card.deductions.items)
    more, less = _within(card.bonus, bonus), _within(card.deductions, deductions)
    given = [each.points for each in criteria]
    total = None
    if None not in given:
        total = max(Fraction(0), sum((each for each in given if each), Fraction(0)) + more - less)
    return Score((*criteria, *bonus, *deductions), more, less, total, _excluded(card, figures, excluded))


def given(card: Scorecard, criterion: str, value: str) -> dict[str, str]:
    """The points a criterion gives for a value of its figure, as text: for the cases of a pack."""
    found = next((each for each in card.criteria if each.id == criterion), None)
    if found is None:
        raise findings.NoRule(f"criterion {criterion}", pack=card.id)
    points = _points(found, scorecards.exact(value))
    return {"points": str(rounded(points, card.decimals)), "reference": card.reference}


def places(card: Scorecard, scores: Mapping[str, Score]) -> dict[str, int]:
    """The place of each unit that is classed, the highest total first; equal ones share it and the next is left out.

    Nobody has a place while one that is to be classed has no total.
    """
    classed = {unit: each for unit, each in scores.items() if not each.excluded}
    keys: dict[str, tuple[Fraction, ...]] = {}
    for unit, each in classed.items():
        if each.total is None:
            return {}
        keys[unit] = (each.total, *(each.points(id) for id in card.ties))
    return {unit: 1 + sum(other > key for other in keys.values()) for unit, key in keys.items()}


def rounded(value: Fraction, decimals: int) -> Fraction:
    """A number that is not negative, rounded half up.

    >>> rounded(Fraction(1, 3), 2), rounded(Fraction(1, 8), 2)
    (Fraction(33, 100), Fraction(13, 100))
    """
    scale: int = 10**decimals
    return Fraction(int(value * scale * 2 + 1) // 2, scale)


def _criterion(
    each: Criterion, card: Scorecard, figures: Mapping[str, Fraction | None], judged: Mapping[str, Fraction]
) -> Component:
    if each.figure is None:
        points = judged.get(each.id)
    else:
        value = figures.get(each.figure)
        points = None if value is None else _points(each, value)
    told = None if points is None else rounded(points, card.decimals)
    return Component(each.id, CRITERION, each.most, each.figure, told)


def _points(each: Criterion, value: Fraction) -> Fraction:
    """A ratio counts up to its cap, which gives the most; a band is the last one that begins at or below the value."""
    if each.kind == scorecards.RATIO and each.target:
        return each.most * min(value / each.target, each.cap) / each.cap
    found = [band.points for band in each.bands if band.starts_at <= value]
    return found[-1] if found else Fraction(0)


def _item(
    each: Item,
    part: str,
    card: Scorecard,
    figures: Mapping[str, Fraction | None],
    judged: Mapping[str, Fraction],
) -> Component:
    """A bonus or deduction; one that nobody gave and nothing counts is none."""
    if each.figure is None:
        points = judged.get(each.id, Fraction(0))
    else:
        points = each.each * (figures.get(each.figure) or 0)
    return Component(each.id, part, each.most, each.figure, rounded(min(points, each.most), card.decimals))


def _within(extra: Extra, found: Sequence[Component]) -> Fraction:
    return min(extra.most, sum((each.points or Fraction(0) for each in found), Fraction(0)))


def _excluded(
    card: Scorecard, figures: Mapping[str, Fraction | None], said: Sequence[str]
) -> tuple[str, ...]:
    return tuple(
        each.id
        for each in card.exclusions
        if each.id in said or (each.figure and (figures.get(each.figure) or 0) > each.above)
    )
