"""Scorecards as a pack writes them: how the units of a peer group are given points. Pure.

Every number is exact: points, targets and thresholds are fractions, whatever way they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

RATIO, BANDS, JUDGED = "ratio", "bands", "judged"
ROTATION = "rotation"
NEEDS: Mapping[str, tuple[str, ...]] = {
    RATIO: ("figure", "target", "cap"),
    BANDS: ("figure", "bands"),
    JUDGED: (),
}
"""What each kind of criterion needs beside its highest points."""


@dataclass(frozen=True, slots=True)
class Band:
    """From a value of the figure on (until the next band) these points."""

    starts_at: Fraction
    points: Fraction


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is given points: by the ratio of a figure to its target, by bands of a figure, or by judgement.

    A ratio of actual to `target` is counted up to `cap`, where it gives `most`.
    """

    id: str
    theme: str
    kind: str
    most: Fraction
    figure: str | None
    target: Fraction | None
    cap: Fraction
    bands: tuple[Band, ...]
    needs_evidence: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A bonus or a deduction: judged, or so many points (`each`) for each one that a figure counts; `most` at most."""

    id: str
    most: Fraction
    figure: str | None
    each: Fraction
    needs_evidence: bool


@dataclass(frozen=True, slots=True)
class Extra:
    """Bonuses, or deductions, with the most that all of them together may come to."""

    most: Fraction
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Why a unit is not classed: a figure of it is above a bound, or (without a figure) an act says so."""

    id: str
    figure: str | None
    above: Fraction


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How the units of a peer group are scored for a period."""

    id: str
    peer_group: str
    period_kind: str
    decimals: int
    """Each item is rounded to so many places, half up, before items are added."""
    criteria: tuple[Criterion, ...]
    bonus: Extra
    deductions: Extra
    exclusions: tuple[Exclusion, ...]
    ties: tuple[str, ...]
    """Criteria that decide between equal totals, in this order; units equal in all of them share their place."""
    pairs: str
    """rotation: each is checked by another of the group, a step further every year; none: nobody is."""
    reference: str
    verified: bool

    @property
    def judged(self) -> tuple[str, ...]:
        """What has to be given points by judgement."""
        return tuple(each.id for each in self.criteria if each.kind == JUDGED)

    @property
    def figures(self) -> tuple[str, ...]:
        """Every figure it is computed from, each once."""
        named = [each.figure for each in self.criteria]
        named += [each.figure for each in (*self.bonus.items, *self.deductions.items)]
        named += [each.figure for each in self.exclusions]
        return tuple(dict.fromkeys(each for each in named if each))

    def limits(self) -> dict[str, Fraction]:
        """What may be given by judgement, and how much at most: criteria, bonuses and deductions."""
        judged = {each.id: each.most for each in self.criteria if each.kind == JUDGED}
        extra = (*self.bonus.items, *self.deductions.items)
        return {**judged, **{each.id: each.most for each in extra if each.figure is None}}

    def evidenced(self) -> frozenset[str]:
        """Those that need evidence where they are given points."""
        extra = (*self.bonus.items, *self.deductions.items)
        return frozenset(
            [each.id for each in self.criteria if each.needs_evidence]
            + [each.id for each in extra if each.needs_evidence]
        )


def read(id: str, written: Mapping[str, Any], *, reference: str, verified: bool) -> Scorecard:
    """The scorecard of a version in the pack."""
    return Scorecard(
        id, written["peer_group"], written["period_kind"], written["decimals"],
        tuple(_criterion(each) for each in written["criteria"]), _extra(written["bonus"]),
        _extra(written["deductions"]),
        tuple(
            Exclusion(each["id"], each.get("figure"), exact(each.get("above", 0))) for each in written["exclusions"]
        ),
        tuple(written["ties"]), written["pairs"], reference, verified,
    )  # fmt: skip


def exact(written: int | str) -> Fraction:
    """A number as written, whole: no float on its way.

    >>> exact(12), exact("2.5"), exact("1/3")
    (Fraction(12, 1), Fraction(5, 2), Fraction(1, 3))
    """
    return Fraction(written)


def checker(units: tuple[str, ...], unit: str, *, on: date) -> str:
    """The member that checks another by rotation: next year it is one further, and never the unit itself.

    >>> members = ("A", "B", "C")
    >>> [checker(members, "A", on=date(year, 12, 31)) for year in (2023, 2024, 2025)]
    ['C', 'B', 'C']
    """
    step = 1 + on.year % (len(units) - 1)
    return units[(units.index(unit) + step) % len(units)]


def _criterion(written: Mapping[str, Any]) -> Criterion:
    bands = tuple(Band(exact(each["from"]), exact(each["points"])) for each in written.get("bands", ()))
    target = exact(written["target"]) if "target" in written else None
    return Criterion(
        written["id"], written["theme"], written["kind"], exact(written["most"]), written.get("figure"), target,
        exact(written.get("cap", 1)), bands, written.get("evidence", False),
    )  # fmt: skip


def _extra(written: Mapping[str, Any]) -> Extra:
    items = tuple(
        Item(
            each["id"], exact(each["most"]), each.get("figure"), exact(each.get("each", 0)),
            each.get("evidence", False),
        )
        for each in written["items"]
    )  # fmt: skip
    return Extra(exact(written["most"]), items)
