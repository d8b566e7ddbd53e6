"""The acts by which points are given: only to members of the group, and only by whom the scorecard lets give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fasti import charter
from fasti.acts.findings import Finding
from fasti.charter import scorecards
from fasti.dates import periods
from fasti.effects import pointing
from fasti.effects.case import Case
from fasti.effects.recorded import Recorded
from fasti.operations.prepared import Prepared

IdOf = Callable[[str], int | None]
"""The id of a unit's code, also of a unit that the same sheets bring in."""


def check(prepared: Prepared, pack: charter.Pack, id_of: IdOf) -> Iterable[Finding]:
    """What stands against the points that an act gives."""
    case = Case(prepared.trial, pack)
    for effect in prepared.effects:
        if effect.kind == "SCORE":
            yield from _check_giver(effect, case, id_of)


def _check_giver(effect: Recorded, case: Case, id_of: IdOf) -> Iterable[Finding]:
    """The unit is of the group; its giver is itself, the member that checks it, or one above it that is no member."""
    try:
        day = periods.Period.parse(effect.data["period"]).last_day
        card = case.pack.scorecard(effect.data["scorecard"], as_of=day)
    except (periods.MalformedPeriod, charter.NoRule):
        return  # said by the effect's own check
    codes = {id_of(code): code for code in case.pack.peer_group(card.peer_group, as_of=day).units}
    scored, giver = codes.get(effect.other_unit), codes.get(effect.unit)
    named = {"other_unit": effect.other_unit, "scorecard": card.id, "article": card.reference}
    if effect.other_unit is None or scored is None:
        yield Finding("score-not-member", named, card.reference, effect=effect.id)
        return
    may = {
        pointing.SELF: giver == scored,
        pointing.CHECK: card.pairs == scorecards.ROTATION
        and giver == scorecards.checker(tuple(codes.values()), scored, on=day),
        pointing.FINAL: effect.unit in list(case.ancestors(effect.other_unit, day))[1:],
    }
    if not may[effect.data["step"]]:
        args = {**named, "unit": effect.unit, "step": effect.data["step"]}
        yield Finding("score-by-other", args, card.reference, effect=effect.id)
