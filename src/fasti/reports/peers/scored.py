"""A peer group scored by a scorecard: every component of every member, step by step, with what it rests on.

Figures are read from the register for the period, as known on a day if one is named; judged points from the acts of
each step. Self-assessment, cross-check and final score stay apart. What the reader may not be told of a figure is not
told of its points either, nor what was judged by an act that is closed to them; where anything is left out nobody's
total and place are told.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fasti import charter
from fasti.access import acts as seen_acts
from fasti.access.sight import Sight
from fasti.acts.models import Act, Effect
from fasti.charter import rules, scorecards, scoring
from fasti.dates import axes, periods
from fasti.effects import pointing, store
from fasti.indicators import explain, figures
from fasti.register.rows import ScoreRow
from fasti.reports import discreet, discretion, model, naming
from fasti.subjects.models import Unit


class WrongPeriod(LookupError):
    """The scorecard is not for such a period."""


@dataclass(frozen=True, slots=True)
class Component:
    """An item of a member: its points, their figure, the evidence given. `points` None: there are none, or not told."""

    id: str
    name: str
    part: str
    most: Fraction
    points: Fraction | None
    figure: str
    amount: model.Amount | None
    """The figure; None where the item is judged."""
    evidence: str
    is_withheld: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A member's score in one step: self, check or final. `act` None: nobody has given points in it yet."""

    step: str
    components: tuple[Component, ...]
    bonus: Fraction | None
    deductions: Fraction | None
    total: Fraction | None
    excluded: tuple[str, ...]
    """Names of the reasons why the member is not classed."""
    act: Act | None
    is_withheld: bool


@dataclass(frozen=True, slots=True)
class Member:
    """A unit of the group with its steps; `place` None: nobody is ranked, it is not classed, or not all are scored."""

    unit: str
    name: str
    lang: str
    checker: str
    """Code of the member that checks it this year; empty: nobody does."""
    checker_name: str
    steps: tuple[Step, ...]
    place: int | None

    def step(self, name: str) -> Step:
        """The step of that name."""
        return next(each for each in self.steps if each.step == name)


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of a group for a period."""

    card: scorecards.Scorecard
    name: str
    group_name: str
    period: periods.Period
    known: date | None
    members: tuple[Member, ...]
    ranking: rules.Ranking
    has_places: bool


def scored(
    pack: charter.Pack,
    card: str,
    sight: Sight,
    *,
    period: periods.Period,
    known: date | None = None,
    lang: str,
) -> Scored:
    """The group of a scorecard, scored by the rules of the period's last day.

    Raises `charter.NoRule`, `WrongPeriod`, `figures.CannotCompute` and `discretion.NotGranted`.
    """
    rule = pack.scorecard(card, as_of=period.last_day)
    if period.kind != rule.period_kind:
        raise WrongPeriod(card)
    found, told = discreet.computed(
        pack, rule.figures, sight, unit=rule.peer_group, period=period, known=known
    )
    return _Making(pack, rule, sight, period, known, lang, found, told).scored()


class _Making:
    """One group in the making."""

    def __init__(
        self, pack: charter.Pack, card: scorecards.Scorecard, sight: Sight, period: periods.Period,
        known: date | None, lang: str, found: figures.Computed, told: discretion.Discretion,
    ) -> None:  # fmt: skip
        self.pack, self.card, self.period, self.known, self.lang = pack, card, period, known, lang
        self.found, self.told = found, told
        self.codes = [each.code for each in found.perimeter]
        self.ids = dict(Unit.objects.filter(code__in=self.codes).values_list("code", "id"))
        self.names = naming.Names(pack, lang, found.boundaries)
        self.names.learn_codes(self.codes)
        self.figures = {code: {each.indicator: each for each in of} for code, of in found.units.items()}
        self.rows = _latest(card.id, period, self.ids.values(), known)
        self.effects = Effect.objects.select_related("act__issuer").in_bulk(
            [row.opened_by for row in self.rows.values()]
        )
        self.seen = seen_acts.seen_among(sight, [each.act_id for each in self.effects.values()])
        self.closed = seen_acts.untold_among(sight, self.effects)

    def scored(self) -> Scored:
        ranking = self.pack.ranking(as_of=self.period.last_day)
        finals = {code: self._score(code, pointing.FINAL) for code in self.codes}
        is_whole = not any(self._hidden(code, pointing.FINAL) for code in self.codes)
        places: Mapping[str, int] = {}
        if ranking.is_on and is_whole:
            places = scoring.places(self.card, finals)
        members = tuple(self._member(code, places.get(code)) for code in self.codes)
        return Scored(
            self.card, self.pack.name("scorecard", self.card.id, self.lang),
            self.pack.name("peer_group", self.card.peer_group, self.lang), self.period, self.known, members, ranking,
            bool(places),
        )  # fmt: skip

    def _member(self, code: str, place: int | None) -> Member:
        checker = ""
        if self.card.pairs == scorecards.ROTATION:
            checker = scorecards.checker(tuple(self.codes), code, on=self.period.last_day)
        named = self.names.of_unit(checker) if checker else ""
        steps = tuple(self._step(code, step) for step in pointing.STEPS)
        return Member(code, *self.names.short(code), checker, named, steps, place)

    def _effect(self, code: str, step: str) -> Effect | None:
        row = self.rows.get((self.ids.get(code, 0), step))
        return self.effects.get(row.opened_by) if row else None

    def _score(self, code: str, step: str) -> scoring.Score:
        effect = self._effect(code, step)
        data = effect.data if effect else {}
        judged = {id: pointing.read(text) or Fraction(0) for id, text in data.get("points", {}).items()}
        values = {id: _value(self.figures[code].get(id)) for id in self.card.figures}
        return scoring.score(self.card, figures=values, judged=judged, excluded=data.get("excluded", ()))

    def _hidden(self, code: str, step: str) -> bool:
        """Whether a figure of the member is not told, or the act by which the step was given is closed."""
        return self._closed(code, step) or any(self.told.hides(("at", code), id) for id in self.card.figures)

    def _closed(self, code: str, step: str) -> bool:
        row = self.rows.get((self.ids.get(code, 0), step))
        return row is not None and row.opened_by in self.closed

    def _step(self, code: str, step: str) -> Step:
        effect, score, is_hidden = self._effect(code, step), self._score(code, step), self._hidden(code, step)
        is_closed = self._closed(code, step)
        evidence = effect.data.get("evidence", {}) if effect and not is_closed else {}
        components = tuple(
            self._component(code, each, evidence.get(each.id, ""), is_closed=is_closed)
            for each in score.components
        )
        names = self.pack.names("score_item", self.lang)
        act = effect.act if effect and effect.act_id in self.seen else None
        total = None if is_hidden or effect is None else score.total
        excluded = () if is_hidden else tuple(names.get(id, id) for id in score.excluded)
        return Step(
            step,
            components,
            None if is_hidden else score.bonus,
            None if is_hidden else score.deductions,
            total,
            excluded,
            act,
            is_hidden and effect is not None,
        )

    def _component(self, code: str, each: scoring.Component, evidence: str, *, is_closed: bool) -> Component:
        name = self.pack.name("score_item", each.id, self.lang)
        amount, is_withheld = None, is_closed and not each.figure
        if each.figure:
            row = ("at", code)
            amount = self.told.amount(row, self.figures[code][each.figure], each.figure, self.lang)
            is_withheld = self.told.hides(row, each.figure)
        points = None if is_withheld else each.points
        return Component(
            each.id, name, each.part, each.most, points, each.figure or "", amount, evidence, is_withheld
        )


def _value(found: figures.Figure | None) -> Fraction | None:
    """The exact value of a figure; none of a ratio of nothing."""
    if found is None or found.value is None or found.denominator == 0:
        return None
    return Fraction(found.value)


def _latest(
    card: str, period: periods.Period, units: Iterable[int], known: date | None
) -> dict[tuple[int, str], ScoreRow]:
    """The points that stand last, by unit and step, whoever gave them."""
    wanted = set(units)
    found: dict[tuple[int, str], ScoreRow] = {}
    rows: Sequence[ScoreRow] = [
        row
        for row in store.rows_of("score", known_before=axes.known_before(known))
        if isinstance(row, ScoreRow)
    ] if known else _stored(card, period, wanted)  # fmt: skip
    for row in sorted(rows, key=lambda row: (row.starts_on, row.opened_by)):
        if (
            (row.scorecard, row.period) == (card, period.code)
            and row.scored in wanted
            and row.ends_before is None
        ):
            found[(row.scored, row.step)] = row
    return found


def _stored(card: str, period: periods.Period, units: set[int]) -> list[ScoreRow]:
    query = store.TABLES["score"]._default_manager.filter(
        scorecard=card, period=period.code, scored__in=units, ends_before=None
    )
    return [ScoreRow(*values) for values in query.values_list(*ScoreRow._fields)]


def behind(
    pack: charter.Pack, found: Scored, unit: str, sight: Sight, *, limit: int = 5
) -> dict[str, tuple[list[Act], int]]:
    """The acts behind each figure of a member's score that the reader sees: the first ones, and how many more."""
    told: dict[str, tuple[list[Act], int]] = {}
    member = next(each for each in found.members if each.unit == unit)
    for each in member.step(pointing.FINAL).components:
        if each.figure and not each.is_withheld:
            ids = explain.behind(pack, each.figure, unit=unit, period=found.period, known=found.known)
            seen = discreet.seen(sight, sorted(ids))
            listed = Act.objects.select_related("issuer").in_bulk(seen[:limit])
            told[each.figure] = [listed[id] for id in seen[:limit]], max(0, len(seen) - limit)
    return told


def only(found: Scored, unit: str) -> Scored:
    """The same with one member alone; its place is kept."""
    members = tuple(each for each in found.members if each.unit == unit)
    return dataclasses.replace(found, members=members)
