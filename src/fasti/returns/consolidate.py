"""Consolidation: what the returns of the units beneath add up to, who is missing, and how it stands to the register.

Only accepted returns are added. A total of fewer than all that were owed is partial and says so; nothing is filled in
for a unit that gave none. Figures of which the parts do not add up (medians, distinct counts) are not added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import charter
from fasti.acts.models import Effect
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import consolidating, given_figures, handing_in, returning
from fasti.indicators import compute
from fasti.indicators.figures import Computed
from fasti.returns import expected, figures


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
    """One of `consolidating.REASONS`."""
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


@dataclass(frozen=True, slots=True)
class Worked:
    """A consolidation with what it was made of, for whoever must know which cells are small."""

    consolidation: Consolidation
    given: Mapping[str, Mapping[str, str]]
    """By unit that is in the totals: its figures as handed in."""
    register: Computed
    acts: Mapping[str, int]
    """By unit that is in the totals: the id of the act that handed its return in."""


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

    `boundaries`: the tree on which the unit is found and the register is read for comparison, by default that of the
    period's last day.
    """
    return worked(
        pack, form, unit=unit, period=period, boundaries=boundaries, known=known, database=database
    ).consolidation


def worked(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    with_people: bool = False,
    register: Computed | None = None,
    database: str = "default",
) -> Worked:
    """The same with what it was made of. `with_people`: as of `compute`. `register`: its figures, where they are there
    already.
    """
    overview = expected.expected(
        pack, form, unit=unit, period=period, boundaries=boundaries, known=known, database=database
    )
    rule = pack.form(form, as_of=period.last_day)
    effects = _submissions(overview, database)
    given = {code: effect.data for code, effect in effects.items()}
    now = register or compute.compute(
        pack, rule.figures, unit=unit, period=period, boundaries=boundaries, known=known,
        with_people=with_people, database=database,
    )  # fmt: skip
    sums = tuple(_sums(rule, pack, overview, given, now))
    asked = _Asked(pack, rule, unit, period, boundaries, database)
    deviations = tuple(_deviations(asked, effects, now))
    proposals = tuple((code, text) for code, data in given.items() for text in data.get("proposals", ()))
    stated = {code: handing_in.given_of(data) for code, data in given.items()}
    acts = {code: effect.act_id for code, effect in effects.items()}
    return Worked(Consolidation(overview, sums, deviations, proposals), stated, now, acts)


def _submissions(overview: expected.Overview, database: str) -> dict[str, Effect]:
    """The effect of each accepted return, in the order of the perimeter."""
    wanted = {row.unit: row.submission for row in overview.of(returning.ACCEPTED)}
    found = Effect.objects.using(database).select_related("act").in_bulk([id for id in wanted.values() if id])
    return {code: found[id] for code, id in wanted.items() if id in found}


def _sums(
    form: rules.Form,
    pack: charter.Pack,
    overview: expected.Overview,
    given: Mapping[str, Mapping[str, Any]],
    now: Computed,
) -> Iterator[Sum]:
    """Every figure of the form: computed ones with the register's, then those declared."""
    register = {figure.indicator: figures.written(figure) for figure in now.total}
    for id, total in consolidating.totals(form, pack, given).items():
        num_given = len(given) - len(total.lacking)
        missing = tuple(
            row.unit for row in overview.rows if row.unit not in given or row.unit in total.lacking
        )
        yield Sum(id, id not in register, total.text, num_given, overview.due, missing, register.get(id, ""))


@dataclass(frozen=True, slots=True)
class _Asked:
    pack: charter.Pack
    form: rules.Form
    unit: str
    period: periods.Period
    boundaries: date | None
    database: str

    def members(self, *, known: date | None = None) -> dict[str, dict[str, str]]:
        """The register's figures of each unit on the tree of the period's last day.

        On later boundaries the unit asked about may not have stood on that day: then they are read of every unit.
        """
        how: dict[str, Any] = {"period": self.period, "known": known, "database": self.database}
        if self.boundaries:
            return figures.of_every_unit(self.pack, self.form, **how)
        return figures.of_members(self.pack, self.form, unit=self.unit, **how)


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
            _reason(stated, plain.get(code, {}).get(id), then.get(code, {}).get(id), effects[code], asked.pack),
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
        return consolidating.BOUNDARIES
    if stated == as_known_then:
        return consolidating.LATE_ACT
    is_of_now = effect.act.charter_version == pack.version
    return consolidating.UNEXPLAINED if is_of_now else consolidating.DEFINITION
