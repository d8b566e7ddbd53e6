"""Consolidation: what the returns of the units beneath add up to, who is missing, and how it stands to the register.

Only accepted returns are added. A total of fewer than all that were owed is partial and says so; nothing is filled in
for a unit that gave none. Figures of which the parts do not add up (medians, distinct counts) are not added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from fasti import charter
from fasti.acts.models import Effect
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import given_figures, returning
from fasti.indicators import compute
from fasti.indicators.figures import Computed, Figure
from fasti.returns import expected, figures

LATE_ACT, BOUNDARIES, DEFINITION, UNEXPLAINED = "late_act", "boundaries", "definition", "unexplained"
REASONS = (LATE_ACT, BOUNDARIES, DEFINITION, UNEXPLAINED)
"""Why a figure of a return is not the register's: acts recorded since, another tree, another version of the rule book,
or nothing of these: then somebody should ask."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure over the units: `total` of the `num_given` that gave it, exact text; "" where it does not add up."""

    figure: str
    is_declared: bool
    total: str
    num_given: int
    num_due: int
    missing: tuple[str, ...]
    """The units that owed it and whose figure is not in the total."""
    register: str
    """The register's figure for all units together; "" for a declared figure."""

    @property
    def is_partial(self) -> bool:
        """Whether the total lacks a unit."""
        return self.num_given < self.num_due


@dataclass(frozen=True, slots=True)
class Deviation:
    """A unit's computed figure as handed in is not the register's of now."""

    unit: str
    figure: str
    stated: str
    register: str
    reason: str
    known_on: date
    """The day for which the unit read the register."""


@dataclass(frozen=True, slots=True)
class Consolidation:
    """The returns of a perimeter put together."""

    overview: expected.Overview
    sums: tuple[Sum, ...]
    deviations: tuple[Deviation, ...]
    proposals: tuple[tuple[str, str], ...]
    """Unit and what it proposes, of the accepted returns."""

    @property
    def accepted(self) -> tuple[str, ...]:
        """The units whose returns are in the totals."""
        return tuple(row.unit for row in self.overview.of(returning.ACCEPTED))

    @property
    def missing(self) -> tuple[expected.Expected, ...]:
        """Those whose returns are not, whatever state they are in."""
        return tuple(row for row in self.overview.rows if row.state != returning.ACCEPTED)


def consolidate(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    database: str = "default",
) -> Consolidation:
    """The accepted returns of the units beneath a unit, or of a peer group, beside the register; `CannotCompute`.

    `boundaries`: the tree on which the register is read for comparison, by default that of the period's last day.
    """
    overview = expected.expected(pack, form, unit=unit, period=period, known=known, database=database)
    rule = pack.form(form, as_of=period.last_day)
    effects = _submissions(overview, database)
    given = {code: effect.data for code, effect in effects.items()}
    now = compute.compute(
        pack, rule.figures, unit=unit, period=period, boundaries=boundaries, known=known, database=database
    )
    sums = (*_computed(rule, overview, given, now), *_declared(rule, overview, given))
    asked = _Asked(pack, rule, unit, period, boundaries, database)
    deviations = tuple(_deviations(asked, effects, now))
    proposals = tuple((code, text) for code, data in given.items() for text in data.get("proposals", ()))
    return Consolidation(overview, sums, deviations, proposals)


def _submissions(overview: expected.Overview, database: str) -> dict[str, Effect]:
    """The effect of each accepted return, in the order of the perimeter."""
    wanted = {row.unit: row.submission for row in overview.of(returning.ACCEPTED)}
    found = Effect.objects.using(database).select_related("act").in_bulk([id for id in wanted.values() if id])
    return {code: found[id] for code, id in wanted.items() if id in found}


def _computed(
    form: rules.Form, overview: expected.Overview, given: Mapping[str, Mapping[str, Any]], now: Computed
) -> list[Sum]:
    register = {figure.indicator: figure for figure in now.total}
    return [
        _sum(
            id, overview, {code: data["computed"].get(id, given_figures.NONE) for code, data in given.items()},
            adds_up=_adds_up(register[id]), register=figures.written(register[id]), is_declared=False,
        )
        for id in form.figures
    ]  # fmt: skip


def _adds_up(figure: Figure) -> bool:
    """Counts, sums and ratios of them add up; a ratio by numerator and denominator."""
    return figure.additive or figure.denominator is not None


def _declared(
    form: rules.Form, overview: expected.Overview, given: Mapping[str, Mapping[str, Any]]
) -> list[Sum]:
    listed = form.handed_in.declared if form.handed_in else ()
    return [
        _sum(
            each.id, overview,
            {code: data.get("declared", {}).get(each.id, given_figures.NONE) for code, data in given.items()},
            adds_up=True, register="", is_declared=True,
        )
        for each in listed
    ]  # fmt: skip


def _sum(
    id: str,
    overview: expected.Overview,
    given: Mapping[str, str],
    *,
    adds_up: bool,
    register: str,
    is_declared: bool,
) -> Sum:
    known = {code: text for code, text in given.items() if text != given_figures.NONE}
    missing = tuple(row.unit for row in overview.rows if row.unit not in known)
    total = added(list(known.values())) if adds_up else ""
    return Sum(id, is_declared, total, len(known), overview.due, missing, register)


def added(given: Sequence[str]) -> str:
    """The sum of figures as exact text; of ratios that of their parts, "" of none.

    >>> added(["3", "5"]), added(["1/2", "3/4"]), added([])
    ('8', '4/6', '')
    """
    if not given:
        return ""
    if any(given_figures.is_ratio(text) for text in given):
        pairs = [text.partition("/") for text in given]
        return f"{sum(int(part) for part, _, _ in pairs)}/{sum(int(whole or 1) for _, _, whole in pairs)}"
    return given_figures.written(
        sum((given_figures.read(text) or Fraction(0) for text in given), Fraction(0))
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    pack: charter.Pack
    form: rules.Form
    unit: str
    period: periods.Period
    boundaries: date | None
    database: str

    def members(self, *, known: date | None = None) -> dict[str, dict[str, str]]:
        """The register's figures of each unit on the tree of the period's last day."""
        return figures.of_members(
            self.pack, self.form, unit=self.unit, period=self.period, known=known, database=self.database
        )


def _deviations(asked: _Asked, effects: Mapping[str, Effect], now: Computed) -> list[Deviation]:
    """Where a unit's computed figures are not the register's, and why, as far as that can be told."""
    current = {
        code: {figure.indicator: figures.written(figure) for figure in found}
        for code, found in now.units.items()
    }
    differing: dict[str, list[str]] = {}
    for code, effect in effects.items():
        stated, there = effect.data["computed"], current.get(code, {})
        differing[code] = [id for id in asked.form.figures if id in there and stated.get(id) != there[id]]
    plain = asked.members() if asked.boundaries and any(differing.values()) else current
    then = _as_known_then(asked, {code: effects[code] for code, ids in differing.items() if ids})
    return [
        Deviation(
            code, id, stated, current[code][id],
            _reason(stated, plain[code].get(id), then.get(code, {}).get(id), effects[code], asked.pack),
            date.fromisoformat(effects[code].data["known_on"]),
        )
        for code, ids in differing.items()
        for id in ids
        if (stated := effects[code].data["computed"].get(id, given_figures.NONE))
    ]  # fmt: skip


def _as_known_then(asked: _Asked, effects: Mapping[str, Effect]) -> dict[str, dict[str, str]]:
    """The register's figures of each unit as they were known on the day its return was handed in."""
    by_day: dict[date, list[str]] = defaultdict(list)
    for code, effect in effects.items():
        by_day[date.fromisoformat(effect.data["known_on"])].append(code)
    found: dict[str, dict[str, str]] = {}
    for day, codes in by_day.items():
        members = asked.members(known=day)
        found |= {code: members.get(code, {}) for code in codes}
    return found


def _reason(
    stated: str, on_own_tree: str | None, as_known_then: str | None, effect: Effect, pack: charter.Pack
) -> str:
    if stated == on_own_tree:
        return BOUNDARIES
    if stated == as_known_then:
        return LATE_ACT
    return DEFINITION if effect.act.charter_version != pack.version else UNEXPLAINED
