"""An act of one effect that a unit wants issued, its issuer, type and signer as the rules say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.acts.models import Act
from fasti.operations import issue_act, return_heads
from fasti.subjects.models import Unit


def issue(
    effect: Mapping[str, Any],
    head: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue the act with an effect of the unit it names, e.g. PUBLISH_PRACTICE or LEARN_WORDING.

    `head`: `signed_on` and `title` at least. Raises `issue_act.CannotIssue`.
    """
    served = Unit.objects.filter(code=effect["unit"]).values_list("id", flat=True).first()
    if served is None:
        raise issue_act.CannotIssue([Finding("unknown-unit", {"unit": effect["unit"]})])
    made = return_heads.issuing(str(effect["kind"]), served=served, given=head, pack=pack)
    (act,) = issue_act.issue(
        [{**made, "effects": [dict(effect)]}], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang
    )
    return act
