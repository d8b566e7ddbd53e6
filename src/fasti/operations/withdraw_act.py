"""Withdraw an act by a later one: each of its effects is voided, and what they changed is folded again without them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.models import Act
from fasti.operations import issue_act


def content(act_code: str, by: Mapping[str, Any]) -> dict[str, Any]:
    """The withdrawing act's draft: `by` with the relation to the act withdrawn."""
    relations = [*(by.get("relations") or []), {"kind": "withdraws", "act": act_code}]
    return {**by, "relations": relations}


def withdraw(
    act_code: str,
    by: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue the act `by` (issuer, type, title, signed_on, signer ...) that withdraws another.

    Raises `issue_act.CannotIssue`: also when later acts rest on the one withdrawn.
    """
    draft = content(act_code, by)
    return issue_act.issue([draft], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang)[0]
