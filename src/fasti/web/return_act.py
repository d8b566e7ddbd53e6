"""The act of a step with returns or proposals, as its page shows it before it is issued, and the fields of its head.

Who issues and signs, and by which type of act, follows from the rule book; offered are those who may sign.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import words
from fasti.access import actor
from fasti.acts.findings import Finding
from fasti.operations import issue_act
from fasti.reports import naming
from fasti.returns import sheet
from fasti.subjects.models import Unit
from fasti.web import asked, draft_signers


@dataclass(frozen=True)
class Drafted:
    """The act as it would be issued: number, issuer, who may sign it, and what stands in its way."""

    content: Mapping[str, Any]
    symbol: str
    issuer: str
    signers: tuple[tuple[str, str], ...]
    signer: str
    signed_on: str
    signed_told: str
    findings: tuple[Finding, ...]


def head(request: asked.Asked) -> dict[str, str]:
    """What is said of the act: the day it is signed, and by whom where that was chosen."""
    signer = request.POST.get("signed_by", "")[:64]
    day = draft_signers.signed_on(request).isoformat()
    return {"signed_on": day, **({"signer": signer} if signer else {})}


def drafted(
    request: asked.Asked,
    make: Callable[[dict[str, str]], dict[str, Any]],
    *,
    names: naming.Names,
    offices: Collection[str] = (),
) -> Drafted:
    """The act that `make` drafts from its head, examined. `offices`: of those that hand a return in, one must sign."""
    said = head(request)
    found: list[Finding] = []
    content: dict[str, Any] = {}
    try:
        content = make(said)
        seen = issue_act.preview(
            [content], pack=request.pack, lang=request.lang, actor=actor.signed_in(request.sight)
        )
        found, acts = list(seen.findings), seen.acts
    except (issue_act.CannotIssue, sheet.NoSheet) as refused:
        found, acts = list(refused.findings), ()
    code = str(content.get("issuer", ""))
    return Drafted(
        content, acts[0].symbol if acts and not found else "", names.of_unit(code) if code else "",
        tuple(_signers(request, content, said, offices)), str(content.get("signer", "")), said["signed_on"],
        words.day(date.fromisoformat(said["signed_on"]), request.lang, style="short"), tuple(found),
    )  # fmt: skip


def _signers(
    request: asked.Asked, content: Mapping[str, Any], said: Mapping[str, str], offices: Collection[str]
) -> list[tuple[str, str]]:
    """Those who may sign it, by code and in words."""
    issuer = Unit.objects.filter(code=content.get("issuer", "")).first()
    if issuer is None:
        return []
    day = date.fromisoformat(said["signed_on"])
    of_form = offices if content.get("form") else ()
    return draft_signers.options(
        request, issuer=issuer.id, act_type=str(content["type"]), day=day, offices=of_form
    )
