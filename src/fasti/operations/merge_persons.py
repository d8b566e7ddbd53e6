"""Merge two entries of one person by an act: one is given up and stands for the other until the act is withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.models import Act
from fasti.operations import issue_act


def content(given_up: str, kept: str, by: Mapping[str, Any]) -> dict[str, Any]:
    """The merging act's draft: `by` with the effect that says the two codes are one person."""
    effects = by.get("effects")
    effect = {"kind": "SAME_PERSON", "person": given_up, "other_person": kept}
    return {**by, "effects": [*(effects if isinstance(effects, list) else []), effect]}


def merge(
    given_up: str,
    kept: str,
    by: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue the act `by` (issuer, type, title, signed_on, signer ...) that merges two entries, by their codes.

    `by` may itself carry effects and relations that make the two histories fit together: a relation `corrects` that
    takes back a second admission, the end of one of two memberships. Raises `issue_act.CannotIssue`.
    """
    draft = content(given_up, kept, by)
    return issue_act.issue([draft], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang)[0]
