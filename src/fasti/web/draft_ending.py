"""Ending a draft: issuing it after what that does was told in numbers, or giving it up."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fasti.access import actor, rights
from fasti.access import acts as access
from fasti.operations import draft_act, drop_draft, issue_act, issue_draft, save_draft
from fasti.web import asked, draft_found, draft_pointed, draft_preview, pages, refusals
from fasti.web.draft_page import Page


@require_http_methods(["GET", "POST"])
def issue(request: asked.Asked, id: int) -> HttpResponse:
    """What issuing will do, in numbers; then the act."""
    if issued := draft_found.issued(request, id):
        return redirect(f"/acts/{issued}/")
    draft = draft_found.draft(request, id)
    if request.method == "GET":
        return _confirm(Page(request, draft, draft.content))
    try:
        act = issue_draft.issue(
            id, version=draft_found.version(request.POST), pack=request.pack, recorded_at=asked.now(),
            actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
    except issue_act.CannotIssue as refused:
        return _confirm(Page(request, draft, draft.content, refused=refused.findings), status=422)
    except save_draft.Stale as stale:
        return _confirm(Page(request, stale.kept, stale.kept.content), status=409, was_changed=True)
    except draft_act.NotDrafted as error:
        raise refusals.NotGranted(rights.DRAFT) from error
    return redirect(f"/acts/{act.id}/" if access.sees(request.sight, act) else "/drafts/")


def _confirm(page: Page, *, status: int = 200, **more: Any) -> HttpResponse:
    reasons = page.gate.reasons
    context = {
        **draft_preview.told(page),
        "reasons": reasons[: draft_pointed.MOST],
        "num_reasons": len(reasons),
        **more,
    }
    context["num_more_reasons"] = max(0, len(reasons) - draft_pointed.MOST)
    return pages.show(page.request, "drafts/issue.html", context, status=status)


@require_http_methods(["GET", "POST"])
def drop(request: asked.Asked, id: int) -> HttpResponse:
    """Give a draft up, after asking once more."""
    draft = draft_found.draft(request, id)
    page = Page(request, draft, draft.content)
    if not page.gate.may_draft:
        raise refusals.NotGranted(rights.DRAFT)
    if request.method == "GET":
        return pages.show(request, "drafts/drop.html", page.context())
    try:
        version, who = draft_found.version(request.POST), actor.signed_in(request.sight)
        drop_draft.drop(id, version=version, dropped_at=asked.now(), actor=who)
    except save_draft.Stale as stale:
        page = Page(request, stale.kept, stale.kept.content)
        return pages.show(request, "drafts/drop.html", page.context(was_changed=True), status=409)
    except (draft_act.NotDrafted, draft_act.CannotKeep) as error:
        raise refusals.NotGranted(rights.DRAFT) from error
    return redirect("/drafts/")
