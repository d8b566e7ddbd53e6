"""The judge of plain acts: asks what the judge of all acts asks, but no question twice whose answer is known.

What it has found nothing against before is remembered by all that the answer depends on: a paper by the kind of its
issuer, its type and class, the offices of its signer, the kinds of its effects and the age of the rule book; a unit's
place under another one by the days on which it stands there. Whatever it finds is worded by the ordinary judge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from fasti import charter
from fasti.acts import rules
from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.state import State
from fasti.operations import judging
from fasti.operations.importing import rule_book
from fasti.operations.importing.trial import NotPlain
from fasti.operations.prepared import Prepared
from fasti.register import rows


@dataclass(frozen=True)
class PlainJudge(judging.Judge):
    """Judges plain acts by the register as it stands before them."""

    # It answers what the judge asks of a pack, and remembers; a pack itself has no subclass to stand in for it.
    pack: rule_book.RuleBook  # type: ignore[assignment]
    _within: dict[tuple[int, int], tuple[date, date]] = field(default_factory=dict)
    _clean: set[tuple[Any, ...]] = field(default_factory=set)

    def forget(self) -> None:
        """Units may stand elsewhere from now on."""
        self._within.clear()

    def _check_paper(self, paper: rules.Paper) -> Iterable[Finding]:
        if paper.targets or paper.signer is None or paper.signer_post is None:
            return super()._check_paper(paper)
        key = (
            paper.issuer_kind,
            paper.type,
            self.pack.age(paper.signed_on),
            paper.signed_on <= paper.in_force_on,
            paper.confidentiality,
            *paper.signer_offices,
            frozenset(paper.effect_kinds),
        )
        if key in self._clean:
            return ()
        found = list(super()._check_paper(paper))
        if not found:
            self._clean.add(key)
        return found

    def _check_reach(self, prepared: Prepared, row: rows.UnitRow) -> Iterable[Finding]:
        day = prepared.written.signed_on
        served = row.parent if self.pack.unit_kind(row.kind, as_of=day).is_organ else prepared.issuer
        if served is None:
            return ()
        for effect in prepared.effects:
            if effect.on < day:
                raise NotPlain("reach")
            for unit in judging.reached(effect, prepared.trial):
                if unit != served and not self._is_within(unit, served, effect.on, prepared.trial):
                    raise NotPlain("reach")
        return ()

    def _is_within(self, unit: int, served: int, day: date, world: State) -> bool:
        """Whether the unit stands under the one served on a day, by one chain of spans."""
        span = self._within.get((unit, served))
        if span and span[0] <= day < span[1]:
            return True
        since, until, at, seen = date.min, date.max, unit, {unit}
        case = Case(world, cast(charter.Pack, self.pack))
        while at != served:
            row = case.unit_row(at, day)
            if row is None or row.parent is None or row.parent in seen:
                return False
            since, until = max(since, row.starts_on), min(until, row.ends_before or date.max)
            at = row.parent
            seen.add(at)
        self._within[(unit, served)] = (since, until)
        return True
