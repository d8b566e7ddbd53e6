"""Open a locked return again, so that it can be corrected or handed in after its closing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.operations import answering


def reopen(
    unit: str,
    form: str,
    period: periods.Period,
    explanation: str,
    head: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Open the return of a unit again and say why. `head`: `signed_on` at least. Raises `issue_act.CannotIssue`."""
    told = {unit: {"explanation": explanation}}
    return answering.answer(
        "REOPEN_RETURN", form, period, told, head, pack=pack, recorded_at=recorded_at, actor=actor, lang=lang
    )
