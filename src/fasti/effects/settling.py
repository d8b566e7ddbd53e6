"""What the rule book adds to an effect when it is issued, so that the fold needs no rule book ever after."""

from __future__ import annotations

from datetime import date
from typing import Any

from fasti import charter
from fasti.effects.reading import WrittenEffect


def settle(effect: WrittenEffect, *, pack: charter.Pack) -> dict[str, Any]:
    """The data of an effect as it will be recorded: as written, with what the rule book of its day decides.

    What the rule book does not know adds nothing; the check of the kind says so.
    """
    decide = _DECIDE.get(effect.kind)
    if decide is None:
        return dict(effect.data)
    try:
        return {**effect.data, **decide(effect, pack, effect.on)}
    except charter.NoRule:
        return dict(effect.data)


def _organ(effect: WrittenEffect, pack: charter.Pack, day: date) -> dict[str, int]:
    """Whether a unit founded is an organ: it will end with the unit it serves."""
    return {"organ": 1} if pack.unit_kind(effect.data["unit_kind"], as_of=day).is_organ else {}


def _months(effect: WrittenEffect, pack: charter.Pack, day: date) -> dict[str, int]:
    """How long a sanction lasts, if it ends by itself."""
    months = pack.sanction(effect.data["form"], as_of=day).months
    return {"months": months} if months else {}


_DECIDE = {"FOUND": _organ, "SANCTION": _months}
DECIDED = frozenset(_DECIDE)
"""Kinds of effect of which the rule book decides something."""
