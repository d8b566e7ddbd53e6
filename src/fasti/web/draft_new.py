"""Beginning a draft: an empty one, or one that withdraws an act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fasti.access import actor, rights
from fasti.access import acts as access
from fasti.acts.models import Act, Draft
from fasti.operations import desk, draft_act, preview_change
from fasti.reports import act_words
from fasti.web import asked, draft_begun, draft_changes, draft_found, kept, pages, refusals
from fasti.web.draft_page import Page


@require_http_methods(["GET", "POST"])
def new(request: asked.Asked) -> HttpResponse:
    """Begin a draft: who issues what, when; then its page."""
    if not request.sight.has(rights.DRAFT):
        raise refusals.NotGranted(rights.DRAFT)
    if request.method == "GET" and (code := request.GET.get("withdraws", "")):
        return redirect(f"/acts/{_seen_act(request, code).id}/withdraw/")
    begun = draft_begun.Begun(request)
    if request.method == "POST":
        try:
            made = draft_act.draft(
                begun.content(), drafted_at=asked.now(), actor=actor.signed_in(request.sight)
            )
        except draft_act.CannotKeep as refused:
            return pages.show(request, "drafts/new.html", begun.context(refused.findings), status=422)
        kept.forget(request)
        return redirect(f"/drafts/{made.id}/")
    return pages.show(request, "drafts/new.html", begun.context())


def _seen_act(request: asked.Asked, code: str) -> Act:
    act = desk.find_act(code)
    if act is None or not access.sees(request.sight, act):
        raise refusals.NotGranted(rights.ACTS)
    return act


@require_http_methods(["GET", "POST"])
def withdraw(request: asked.Asked, id: int) -> HttpResponse:
    """Withdraw an act: first what would be undone, then a draft that does it."""
    act = Act.objects.select_related("issuer").filter(id=id).first() if id < draft_found.LARGEST_ID else None
    if act is None or not access.sees(request.sight, act):
        raise refusals.NotGranted(rights.ACTS)
    if not request.sight.has(rights.DRAFT):
        raise refusals.NotGranted(rights.DRAFT)
    content = draft_begun.withdrawing(request, act)
    if request.method == "POST":
        try:
            made = draft_act.draft(content, drafted_at=asked.now(), actor=actor.signed_in(request.sight))
        except draft_act.CannotKeep as refused:
            return _withdrawal(request, act, content, refused.findings, status=422)
        return redirect(f"/drafts/{made.id}/")
    return _withdrawal(request, act, content)


def _withdrawal(
    request: asked.Asked, act: Act, content: Mapping[str, Any], refused: Any = (), *, status: int = 200
) -> HttpResponse:
    page = Page(request, Draft(content={}), content, refused=refused)
    changes = (
        []
        if page.gate.findings
        else draft_changes.rows(preview_change.told(page.gate.seen), page.gate.seen.desk.names, request.lang)
    )
    context = {
        "act": act,
        "act_told": page.names.act(act).rpartition(" (")[0],
        "act_title": act_words.named(act.title, request.lang),
        "page": page,
        "summary": page.findings if refused else (),
        "changes": changes,
        "num_effects": len(page.gate.seen.prepared[0].effects) if page.gate.seen.prepared else 0,
    }
    return pages.show(request, "drafts/withdraw.html", context, status=status)
