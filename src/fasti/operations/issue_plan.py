"""A plan: several acts prepared together, judged and previewed as a whole, issued together or not at all.

The first act leads. The others are recorded as parts of it, so that withdrawing the leading act undoes the whole
plan. Each act is judged as every act is, by its own issuer and signer, with those before it in force.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.acts.models import Act
from fasti.operations import issue_act, undoing

_SHARED = (
    "issuer",
    "type",
    "signed_on",
    "in_force_on",
    "signer",
    "signer_post",
    "language",
    "confidentiality",
)
"""Fields that a plan may state once for all its acts; an act may state its own."""
_FIELDS = {"plan", "acts", *_SHARED}
_LEADING = "leading"


class BadPlan(Exception):
    """The plan is not one; `findings` says what is wrong with its shape."""

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__(", ".join(sorted({finding.code for finding in found})))
        self.findings = tuple(found)


def contents(plan: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The drafts of a plan in their order, with what the plan states for all; raises `BadPlan`.

    `plan`: a title for the reader under `plan`, the drafts under `acts`, and fields stated once for all.
    """
    acts = plan.get("acts")
    found = [
        Finding("unexpected-field", {"field": texts.readable(key)}) for key in plan if key not in _FIELDS
    ]
    if not isinstance(acts, list) or not acts:
        found.append(Finding("missing-field", {"field": "acts"}))
        raise BadPlan(found)
    for index, each in enumerate(acts):
        if not isinstance(each, Mapping):
            wrong = Finding("wrong-type", {"field": "acts", "value": texts.readable(each)})
            found.append(replace(wrong, act=index))
    if found:
        raise BadPlan(found)
    shared = {name: plan[name] for name in _SHARED if name in plan}
    drafts = [{**_own(shared, each), **each} for each in acts]
    drafts[0].setdefault("label", _LEADING)
    for part in drafts[1:]:
        part["relations"] = [
            *_listed(part.get("relations")),
            {"kind": undoing.PART_OF, "act": f"@{drafts[0]['label']}"},
        ]
    return drafts


def _own(shared: Mapping[str, Any], act: Mapping[str, Any]) -> dict[str, Any]:
    """What the plan states for all, without the signer where an act has an issuer of its own."""
    if act.get("issuer", shared.get("issuer")) == shared.get("issuer"):
        return dict(shared)
    return {name: value for name, value in shared.items() if name not in ("signer", "signer_post")}


def _listed(relations: Any) -> list[Any]:
    return relations if isinstance(relations, list) else [relations] if relations else []


def preview(
    plan: Mapping[str, Any], *, pack: charter.Pack, lang: str = "en", actor: str | Actor = "preview"
) -> issue_act.Preview:
    """Examine a plan as a whole; nothing is written. Raises `BadPlan`."""
    return issue_act.preview(contents(plan), pack=pack, lang=lang, actor=actor)


def issue(
    plan: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> list[Act]:
    """Issue all acts of a plan, the leading one first; raises `BadPlan` or `issue_act.CannotIssue`."""
    return issue_act.issue(contents(plan), pack=pack, recorded_at=recorded_at, actor=actor, lang=lang)
