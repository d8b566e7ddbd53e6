"""Accept returns: an act of the recipient, one effect for each unit. An accepted return is locked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.operations import answering


def accept(
    units: Mapping[str, int | None],
    form: str,
    period: periods.Period,
    head: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Accept the returns of units, each in the version that was looked at (None: the last handed in).

    `head`: `signed_on` at least; issuer, type and signer follow from the rules. Raises `issue_act.CannotIssue`.
    """
    told = {unit: {"version": answering.version(unit, form, period, given)} for unit, given in units.items()}
    return answering.answer(
        "ACCEPT_RETURN", form, period, told, head, pack=pack, recorded_at=recorded_at, actor=actor, lang=lang
    )
