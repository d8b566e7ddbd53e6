"""Drafts: their addresses, and writing one; listing, beginning and ending them have files of their own."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fasti.access import actor, rights
from fasti.acts import attachments, uploads
from fasti.acts.findings import Finding
from fasti.acts.models import Draft
from fasti.operations import check_draft, draft_act, save_draft
from fasti.web import (
    asked,
    draft_ending,
    draft_form,
    draft_found,
    draft_list,
    draft_names,
    draft_new,
    draft_preview,
    draft_stale,
    draft_windows,
    kept,
    pages,
    refusals,
)
from fasti.web import uploads as sent
from fasti.web.draft_page import Page


@require_http_methods(["GET", "POST"])
def edit(request: asked.Asked, id: int) -> HttpResponse:
    """The page of a draft, and whatever is done on it."""
    if issued := draft_found.issued(request, id):
        return redirect(f"/acts/{issued}/")
    draft = draft_found.draft(request, id)
    if request.method == "POST":
        return _saved(request, draft)
    typed = kept.take(request, account=request.account.pk)
    if typed is not None:
        names = draft_names.Names(request)
        content = draft_stale.mine(typed) if "mine" in typed else _typed(request, draft, names, typed)
        windows = draft_windows.typed(typed, content)
        page = Page(request, draft, draft_form.cleaned(content), names=names, windows=windows)
        return _shown(page, came_back=True, version=draft_found.version(typed))
    return _shown(Page(request, draft, draft.content))


def _shown(page: Page, *, status: int = 200, **more: Any) -> HttpResponse:
    writes = page.gate.may_draft
    template = "drafts/draft.html" if writes else "drafts/read.html"
    return pages.show(page.request, template, page.context(writes=writes, **more), status=status)


def _typed(request: asked.Asked, draft: Draft, names: draft_names.Names, typed: Any) -> dict[str, Any]:
    providers = list(request.pack.names("provider", request.lang))
    asked: set[tuple[str, str]] = set()

    def remember(what: str, text: str) -> str:
        asked.add((what, text))
        return text

    draft_form.content(typed, draft.content, providers=providers, resolve=remember)
    names.expect_typed(asked)
    return draft_form.content(typed, draft.content, providers=providers, resolve=names.code)


def _saved(request: asked.Asked, draft: Draft) -> HttpResponse:
    do, version = request.POST.get("do", "save"), draft_found.version(request.POST)
    names = draft_names.Names(request)
    typed = draft_form.picked(request.POST)
    content, place = draft_form.stepped(_typed(request, draft, names, typed), do, typed)
    content, new, unfit = _with_files(request, content)
    windows = draft_windows.typed(typed, content, place=place)
    who = actor.signed_in(request.sight)
    try:
        saved = save_draft.save(draft.id, content, version=version, changed_at=asked.now(), actor=who)
    except draft_act.CannotKeep as refused:
        uploads.drop(settings.HOME, new)
        page = Page(
            request,
            draft,
            draft_form.cleaned(content),
            refused=refused.findings,
            names=names,
            windows=windows,
        )
        return _shown(page, status=422, version=version)
    except draft_act.NotDrafted as error:
        raise refusals.NotGranted(rights.DRAFT) from error
    except save_draft.Stale as stale:
        return draft_stale.page(request, stale.kept, content)
    kept.forget(request)
    if unfit:
        page = Page(request, saved, saved.content, refused=unfit, names=names, windows=windows)
        return _shown(page, status=422)
    if do == "check":
        return _checked(request, saved)
    if do in ("issue", "drop"):
        return redirect(f"/drafts/{draft.id}/{do}/")
    return redirect(f"/drafts/{draft.id}/" + draft_windows.address(windows, place or "draft"))


def _with_files(
    request: asked.Asked, content: dict[str, Any]
) -> tuple[dict[str, Any], list[str], list[Finding]]:
    """The draft with the files sent along, their keys, and what is said of those that were not taken in."""
    limit = {"number": attachments.LARGEST, "limit": attachments.LARGEST}
    unfit = [Finding("attachment-too-large", {"file": name, **limit}) for name in sent.left_out(request)]
    taken = []
    for file in request.FILES.getlist("files"):
        try:
            taken.append(uploads.take_in(settings.HOME, file.name or "", file.chunks()))
        except uploads.Unfit as error:
            args = limit if error.code == "attachment-too-large" else {}
            unfit.append(Finding(error.code, {"file": error.filename, **args}))
    if taken:
        content = {
            **content,
            "attachments": [*content.get("attachments", ()), *(each.written() for each in taken)],
        }
    return content, [each.key for each in taken], unfit


def _checked(request: asked.Asked, draft: Draft) -> HttpResponse:
    try:
        check_draft.check(
            draft.id, version=draft.version, pack=request.pack, checked_at=asked.now(),
            actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
    except (check_draft.CannotCheck, draft_act.CannotKeep) as refused:
        return _shown(Page(request, draft, draft.content, refused=refused.findings), status=422)
    except save_draft.Stale as stale:
        return draft_stale.page(request, stale.kept, draft.content)
    return redirect(f"/drafts/{draft.id}/#gate")


@require_POST
def check(request: asked.Asked, id: int) -> HttpResponse:
    """Find a draft ready that one may not change oneself."""
    draft = draft_found.draft(request, id)
    draft.version = draft_found.version(request.POST)
    return _checked(request, draft)


@require_POST
def findings(request: asked.Asked, id: int) -> HttpResponse:
    """What stands in the way of what was typed so far; nothing is saved."""
    return pages.show(request, "drafts/findings_swap.html", _unsaved(request, id).context(writes=True))


@require_POST
def form(request: asked.Asked, id: int) -> HttpResponse:
    """The form with what was typed so far, where a choice has changed what else is asked; nothing is saved."""
    page = _unsaved(request, id)
    return pages.show(
        request, "drafts/form_swap.html", page.context(version=draft_found.version(request.POST), writes=True)
    )


@require_POST
def preview(request: asked.Asked, id: int) -> HttpResponse:
    """What issuing what was typed so far would change; nothing is saved."""
    page = _unsaved(request, id)
    return pages.show(request, "drafts/preview.html", draft_preview.told(page))


def _unsaved(request: asked.Asked, id: int) -> Page:
    draft, names = draft_found.draft(request, id), draft_names.Names(request)
    content = draft_form.cleaned(_typed(request, draft, names, request.POST))
    windows = draft_windows.typed(request.POST, content)
    return Page(request, draft, content, names=names, windows=windows)


@require_GET
def suggest(request: asked.Asked) -> HttpResponse:
    """Who or what may be meant by what was typed so far."""
    what = request.GET.get("what", "")
    if what not in ("person", "post", "unit", "act"):
        raise refusals.Malformed
    if not request.sight.has(rights.DRAFT):
        raise refusals.NotGranted(rights.DRAFT)
    text = next((str(value) for key, value in request.GET.items() if key != "what"), "")
    return pages.show(
        request, "drafts/suggested.html", {"found": draft_names.Names(request).suggested(what, text)}
    )


@require_POST
def merge(request: asked.Asked, id: int) -> HttpResponse:
    """Save what was chosen, part by part, of two texts of one draft."""
    draft = draft_found.draft(request, id)
    mine, content = draft_stale.chosen(request, draft)
    who = actor.signed_in(request.sight)
    try:
        save_draft.save(
            id, content, version=draft_found.version(request.POST), changed_at=asked.now(), actor=who
        )
    except draft_act.NotDrafted as error:
        raise refusals.NotGranted(rights.DRAFT) from error
    except save_draft.Stale as stale:
        return draft_stale.page(request, stale.kept, mine)
    except draft_act.CannotKeep as refused:
        page = Page(request, draft, draft_form.cleaned(content), refused=refused.findings)
        return _shown(page, status=422)
    kept.forget(request)
    return redirect(f"/drafts/{id}/")


urlpatterns = [
    path("drafts/", draft_list.listed, name="drafts"),
    path("drafts/new/", draft_new.new, name="draft-new"),
    path("drafts/suggest/", suggest, name="draft-suggest"),
    path("drafts/<int:id>/", edit, name="draft"),
    path("drafts/<int:id>/findings/", findings, name="draft-findings"),
    path("drafts/<int:id>/form/", form, name="draft-form"),
    path("drafts/<int:id>/preview/", preview, name="draft-preview"),
    path("drafts/<int:id>/merge/", merge, name="draft-merge"),
    path("drafts/<int:id>/check/", check, name="draft-check"),
    path("drafts/<int:id>/issue/", draft_ending.issue, name="draft-issue"),
    path("drafts/<int:id>/drop/", draft_ending.drop, name="draft-drop"),
    path("acts/<int:id>/withdraw/", draft_new.withdraw, name="act-withdraw"),
]
