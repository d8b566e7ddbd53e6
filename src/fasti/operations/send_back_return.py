"""Send a return back to the unit, with a reason for each figure or section that is to be put right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.operations import answering


def send_back(
    unit: str,
    form: str,
    period: periods.Period,
    reasons: Mapping[str, str],
    head: Mapping[str, Any],
    *,
    version: int | None = None,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Send back the version that was looked at (None: the last handed in). `reasons`: by figure, section, or `all`.

    `head`: `signed_on` at least; issuer, type and signer follow from the rules. Raises `issue_act.CannotIssue`.
    """
    told = {"version": answering.version(unit, form, period, version), "reasons": dict(reasons)}
    return answering.answer(
        "SEND_BACK_RETURN", form, period, {unit: told}, head, pack=pack, recorded_at=recorded_at, actor=actor,
        lang=lang,
    )  # fmt: skip
