"""What an act undoes of earlier ones: which of their effects it voids, by the relation in which it stands to them.

To withdraw voids all that an act caused, and with the leading act of a plan all its parts. To correct voids the
effects named, which were wrong from the beginning; to amend, only such as have not come yet; to repeal, all that
have not come yet. What shall hold instead stands among the effects of the new act itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from fasti.acts.findings import Finding
from fasti.acts.models import Act, Relation
from fasti.acts.written import WrittenRelation
from fasti.effects import store
from fasti.effects.recorded import Recorded
from fasti.effects.state import State
from fasti.operations.prepared import Prepared

WITHDRAWS, CORRECTS, AMENDS, REPEALS, PART_OF = "withdraws", "corrects", "amends", "repeals", "part_of"
UNDOING = (WITHDRAWS, CORRECTS, AMENDS, REPEALS)
"""The relations that may void effects. Who may do so is a question of the issuers' reach."""


class Related:
    """Acts by the acts they relate to: those recorded, and those of the batch at hand."""

    def __init__(self) -> None:
        self._effects: dict[int, list[Recorded]] = {}
        self._related: dict[int, list[tuple[str, Act]]] = defaultdict(list)

    def learn(self, act: Act, effects: list[Recorded], targets: Iterable[tuple[str, Act]]) -> None:
        """Make an act known that was accepted but is not recorded yet."""
        self._effects[act.id] = effects
        for kind, target in targets:
            self._related[target.id].append((kind, act))

    def effects_of(self, act: Act) -> Sequence[Recorded]:
        """The effects of an act in their order."""
        return self._effects[act.id] if act.id in self._effects else store.effects_of(act.id)

    def relating_to(self, act: Act, *kinds: str) -> list[Act]:
        """The acts that stand in one of these relations to an act, oldest first."""
        stored = Relation.objects.filter(kind__in=kinds, target=act.id).select_related("act__issuer")
        found = {each.act_id: each.act for each in stored.order_by("id")}
        found |= {each.id: each for kind, each in self._related.get(act.id, ()) if kind in kinds}
        return list(found.values())

    def withdrawn_by(self, act: Act) -> Act | None:
        """The act that withdrew another and still holds, if there is one."""
        by = self.relating_to(act, WITHDRAWS)
        return next((each for each in by if self.withdrawn_by(each) is None), None)


def undo(prepared: Prepared, related: Related, state: State) -> list[Recorded]:
    """The earlier effects that an act voids, in order; adds findings, and the parts of a withdrawn plan as targets."""
    work = _Undoing(prepared, related, state)
    asked = list(zip(prepared.written.relations, list(prepared.targets), strict=True))
    work.withdraws([act for _, (kind, act) in asked if kind == WITHDRAWS])
    for relation, (kind, act) in asked:
        if relation.effects and kind not in (CORRECTS, AMENDS):
            prepared.findings.append(Finding("unexpected-field", {"field": "relations.effects"}))
        elif kind in UNDOING and kind != WITHDRAWS:
            getattr(work, kind)(act, relation)
    return work.voided


class _Undoing:
    """One act's undoing. What it voids counts at once, so that it may take back a correction and then the act."""

    def __init__(self, prepared: Prepared, related: Related, state: State) -> None:
        self._prepared = prepared
        self._related = related
        self._state = state
        self._toggled: set[int] = set()
        self._known: dict[int, Recorded] = {}
        self._withdrawn: set[int] = {act.id for kind, act in prepared.targets if kind == WITHDRAWS}
        self.voided: list[Recorded] = []

    def withdraws(self, acts: Iterable[Act]) -> None:
        """All that holds of acts, and of the parts of their plans.

        The latest goes first: what it had voided of the others holds again then, and goes with them.
        """
        found: dict[int, Act] = {}
        for act in acts:
            by = self._related.withdrawn_by(act)
            if by is not None:
                self._find("already-withdrawn", value=act.code, day=by.in_force_on)
            else:
                found |= {each.id: each for each in (act, *self._parts(act))}
        for _, act in sorted(found.items(), reverse=True):
            self._require_unchanged(act)
            for effect in self._effects_of(act):
                if self._holds(effect):
                    self._void(effect)

    def corrects(self, act: Act, relation: WrittenRelation) -> None:
        """The effects named."""
        for effect in self._named(act, relation):
            self._void(effect)

    def amends(self, act: Act, relation: WrittenRelation) -> None:
        """The effects named, none of which may have come already."""
        day = self._prepared.written.in_force_on
        for effect in self._named(act, relation):
            if effect.on < day:
                self._find("amends-the-past", value=act.code, number=self._ordinal(act, effect), day=day)
            else:
                self._void(effect)

    def repeals(self, act: Act, relation: WrittenRelation) -> None:
        """Every effect that has not come yet."""
        for effect in self._effects_of(act):
            if effect.on >= self._prepared.written.in_force_on and self._holds(effect):
                self._void(effect)

    def _parts(self, act: Act) -> Iterable[Act]:
        """The parts of the plan that an act leads, where they were not withdrawn on their own; they become targets."""
        for part in self._related.relating_to(act, PART_OF):
            if part.id not in self._withdrawn and self._related.withdrawn_by(part) is None:
                self._withdrawn.add(part.id)
                self._prepared.targets.append((WITHDRAWS, part))
                yield part
                yield from self._parts(part)

    def _require_unchanged(self, act: Act) -> None:
        """An act that a later one changed goes together with that one. Or what was put right would stay; and what was
        repealed would hold again once the repeal was withdrawn.
        """
        own = {effect.id for effect in self._related.effects_of(act)}
        for later in self._related.relating_to(act, CORRECTS, AMENDS, REPEALS):
            holds = later.id not in self._withdrawn and self._related.withdrawn_by(later) is None
            if holds and any(each.voids in own for each in self._related.effects_of(later)):
                self._find("withdraw-corrected", value=act.code, act=later.code)

    def _named(self, act: Act, relation: WrittenRelation) -> Iterable[Recorded]:
        """The effects of an act by their places in it, as far as they are there and hold."""
        effects = self._related.effects_of(act)
        for place in relation.effects:
            if not 1 <= place <= len(effects):
                self._find("no-such-effect", value=act.code, number=place)
            elif not self._holds(effects[place - 1]):
                by = self._voided_by(act, effects[place - 1])
                self._find("already-voided", effect=f"{act.code}#{place}", value=by)
            else:
                yield effects[place - 1]

    def _voided_by(self, act: Act, effect: Recorded) -> str:
        """The code of the act that voided an effect last; this act itself where it names the effect twice."""
        for later in reversed(self._related.relating_to(act, *UNDOING)):
            if any(each.voids == effect.id for each in self._related.effects_of(later)):
                return later.code
        return self._prepared.written.title

    def _ordinal(self, act: Act, effect: Recorded) -> int:
        return [each.id for each in self._related.effects_of(act)].index(effect.id) + 1

    def _effects_of(self, act: Act) -> Sequence[Recorded]:
        """The effects of an act; what voids them, and what they void, is then read at once."""
        effects = self._related.effects_of(act)
        self._state.know([effect.id for effect in effects])
        self._state.know([effect.voids for effect in effects if effect.voids is not None])
        return effects

    def _holds(self, effect: Recorded) -> bool:
        self._known[effect.id] = effect
        return self._state.is_live(effect.id) != (effect.id in self._toggled)

    def _void(self, effect: Recorded) -> None:
        self.voided.append(effect)
        self._toggled ^= {effect.id}
        while effect.voids is not None:
            effect = self._state.recorded(effect.voids)
            self._toggled ^= {effect.id}

    def _find(self, code: str, **args: Any) -> None:
        self._prepared.findings.append(Finding(code, args))
