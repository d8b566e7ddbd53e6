"""Drafts: what is being written, what waits to be checked and signed; writing one, issuing it, withdrawing an act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fasti.access import actor, drafts, rights
from fasti.access import acts as access
from fasti.access import people as seen_people
from fasti.acts import attachments, uploads
from fasti.acts.findings import Finding
from fasti.acts.models import Act, Draft
from fasti.operations import (
    check_draft,
    desk,
    draft_act,
    drop_draft,
    issue_act,
    issue_draft,
    preview_change,
    save_draft,
)  # fmt: skip
from fasti.reports import act_words, marks, people
from fasti.subjects.models import Person
from fasti.web import (
    asked,
    draft_begun,
    draft_changes,
    draft_form,
    draft_names,
    draft_page,
    draft_pointed,
    draft_stale,
    draft_windows,
    kept,
    pages,
    refusals,
)  # fmt: skip
from fasti.web import uploads as sent
from fasti.web.draft_page import Page

PAGE = 40
VIEWS = ("all", "mine", "check", "sign")
_LARGEST_ID = 2**63


# -- lists -----------------------------------------------------------------------------------------------------------


@require_GET
def listed(request: asked.Asked) -> HttpResponse:
    """The drafts one may see: all, one's own, those that wait to be checked, those that wait to be signed."""
    if not any(request.sight.has(right) for right in drafts.WORK):
        raise refusals.NotGranted(rights.DRAFT)
    view = request.GET.get("view", "all")
    view = view if view in VIEWS else "all"
    place = marks.read(request.GET.get("after", ""), int)
    query = _of_view(request, view).order_by("-id")
    query = query if place is None else query.filter(id__lt=place[0])
    related = query.select_related("unit", "drafted_by", "changed_by", "checked_by")
    found = list(related[: PAGE + 1])
    shown = found[:PAGE]
    context = {
        "view": view,
        "views": VIEWS,
        "rows": _rows(request, shown),
        "next": marks.write((shown[-1].id,)) if len(found) > PAGE else "",
        "is_first": place is None,
        "may_draft": request.sight.has(rights.DRAFT),
    }
    return pages.show(request, "drafts/list.html", context)


def _rows(request: asked.Asked, shown: list[Draft]) -> list[tuple[Draft, str, str]]:
    """The drafts of one page with the names of issuer and writer, asked for all at once."""
    units = {each.unit_id for each in shown if each.unit_id}
    named = people.unit_names(units, request.pack, as_of=request.day, lang=request.lang)
    writers = {each.drafted_by_id for each in shown if each.drafted_by_id}
    seen = seen_people.seen_among(request.sight, writers)
    return [
        (each, named[each.unit_id][1] if each.unit_id else "", _writer(each.drafted_by, seen))
        for each in shown
    ]


def _writer(person: Person | None, seen: frozenset[int]) -> str:
    if person is None:
        return ""
    return (person.id in seen and person.full_name) or person.code


def _of_view(request: asked.Asked, view: str) -> QuerySet[Draft]:
    seen, sight = drafts.seen(request.sight), request.sight
    if view == "mine":
        return seen.filter(draft_page.open_for(request)) if sight.person else seen.none()
    if view == "check":
        others = seen.filter(unit__isnull=False, checked_at=None)
        return _of_others(others.filter(drafts.held(sight, rights.CHECK)), sight.person)
    if view == "sign":
        return seen.filter(drafts.held(sight, rights.ISSUE), checked_at__isnull=False)
    return seen


def _of_others(query: QuerySet[Draft], person: int | None) -> QuerySet[Draft]:
    return query.exclude(drafted_by=person) if person else query


# -- beginning one ---------------------------------------------------------------------------------------------------


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
    act = Act.objects.select_related("issuer").filter(id=id).first() if id < _LARGEST_ID else None
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


# -- writing one -----------------------------------------------------------------------------------------------------


def _draft(request: asked.Asked, id: int) -> Draft:
    """The open draft, where it is seen."""
    found = None
    if id < _LARGEST_ID:
        related = Draft.objects.select_related("unit", "drafted_by", "changed_by", "checked_by")
        found = related.filter(id=id, issued_as=None, dropped_at=None).first()
    if not drafts.sees(request.sight, found or drafts.ABSENT) or found is None:
        raise refusals.NotGranted(rights.DRAFT)
    return found


@require_http_methods(["GET", "POST"])
def edit(request: asked.Asked, id: int) -> HttpResponse:
    """The page of a draft, and whatever is done on it."""
    if issued := _issued(request, id):
        return redirect(f"/acts/{issued}/")
    draft = _draft(request, id)
    if request.method == "POST":
        return _saved(request, draft)
    typed = kept.take(request, account=request.account.pk)
    if typed is not None:
        names = draft_names.Names(request)
        content = draft_stale.mine(typed) if "mine" in typed else _typed(request, draft, names, typed)
        windows = draft_windows.typed(typed, content)
        page = Page(request, draft, draft_form.cleaned(content), names=names, windows=windows)
        return _shown(page, came_back=True, version=_version(typed))
    return _shown(Page(request, draft, draft.content))


def _issued(request: asked.Asked, id: int) -> int | None:
    """The act that the draft has become, where it is seen."""
    related = Act.objects.select_related("issuer").filter(draft__id=id)
    act = related.first() if id < _LARGEST_ID else None
    return act.id if act is not None and access.sees(request.sight, act) else None


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


def _version(typed: Any) -> int:
    text = typed.get("version", "")
    if not text.isdecimal() or len(text) > 9:
        raise refusals.Malformed
    return int(text)


def _saved(request: asked.Asked, draft: Draft) -> HttpResponse:
    do, version = request.POST.get("do", "save"), _version(request.POST)
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
    draft = _draft(request, id)
    draft.version = _version(request.POST)
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
        request, "drafts/form_swap.html", page.context(version=_version(request.POST), writes=True)
    )


@require_POST
def preview(request: asked.Asked, id: int) -> HttpResponse:
    """What issuing what was typed so far would change; nothing is saved."""
    page = _unsaved(request, id)
    return pages.show(request, "drafts/preview.html", _changes(page))


def _unsaved(request: asked.Asked, id: int) -> Page:
    draft, names = _draft(request, id), draft_names.Names(request)
    content = draft_form.cleaned(_typed(request, draft, names, request.POST))
    windows = draft_windows.typed(request.POST, content)
    return Page(request, draft, content, names=names, windows=windows)


def _changes(page: Page) -> dict[str, Any]:
    """What would change, in rows and figures."""
    request = page.request
    if page.gate.findings:
        return page.context(changes=None)
    seen = preview_change.preview(
        [page.content], pack=request.pack, today=request.day, lang=request.lang, actor=page.gate.who
    )
    figures = draft_changes.figures(seen, request)
    return page.context(
        changes=draft_changes.rows(seen.spans, seen.seen.desk.names, request.lang),
        num_changes=len(seen.spans),
        num_more=max(0, len(seen.spans) - draft_changes.MOST),
        num_more_figures=max(0, len(figures) - draft_changes.MOST_FIGURES),
        figures=figures[: draft_changes.MOST_FIGURES],
        num_figures=len(figures),
        since=draft_changes.first_day(seen),
        numbers=_numbers(seen, len(figures)),
    )


def _numbers(seen: preview_change.Preview, num_figures: int) -> list[tuple[str, int]]:
    """What will happen, counted."""
    effects = [each for prepared in seen.seen.prepared for each in prepared.effects]
    counts = {
        "effects": len(effects),
        "persons": len({each.person for each in effects if each.person}),
        "posts": len({each.post for each in effects if each.post}),
        "units": len({each.unit for each in effects if each.unit}),
        "tasks": sum(len(prepared.written.tasks) for prepared in seen.seen.prepared),
        "figures": num_figures,
    }
    return [(f"web-drafts-num-{name}", num) for name, num in counts.items()]


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
    draft = _draft(request, id)
    mine, content = draft_stale.chosen(request, draft)
    who = actor.signed_in(request.sight)
    try:
        save_draft.save(id, content, version=_version(request.POST), changed_at=asked.now(), actor=who)
    except draft_act.NotDrafted as error:
        raise refusals.NotGranted(rights.DRAFT) from error
    except save_draft.Stale as stale:
        return draft_stale.page(request, stale.kept, mine)
    except draft_act.CannotKeep as refused:
        page = Page(request, draft, draft_form.cleaned(content), refused=refused.findings)
        return _shown(page, status=422)
    kept.forget(request)
    return redirect(f"/drafts/{id}/")


# -- ending one ------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def issue(request: asked.Asked, id: int) -> HttpResponse:
    """What issuing will do, in numbers; then the act."""
    if issued := _issued(request, id):
        return redirect(f"/acts/{issued}/")
    draft = _draft(request, id)
    if request.method == "GET":
        return _confirm(Page(request, draft, draft.content))
    try:
        act = issue_draft.issue(
            id, version=_version(request.POST), pack=request.pack, recorded_at=asked.now(),
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
        **_changes(page),
        "reasons": reasons[: draft_pointed.MOST],
        "num_reasons": len(reasons),
        **more,
    }
    context["num_more_reasons"] = max(0, len(reasons) - draft_pointed.MOST)
    return pages.show(page.request, "drafts/issue.html", context, status=status)


@require_http_methods(["GET", "POST"])
def drop(request: asked.Asked, id: int) -> HttpResponse:
    """Give a draft up, after asking once more."""
    draft = _draft(request, id)
    page = Page(request, draft, draft.content)
    if not page.gate.may_draft:
        raise refusals.NotGranted(rights.DRAFT)
    if request.method == "GET":
        return pages.show(request, "drafts/drop.html", page.context())
    try:
        version, who = _version(request.POST), actor.signed_in(request.sight)
        drop_draft.drop(id, version=version, dropped_at=asked.now(), actor=who)
    except save_draft.Stale as stale:
        page = Page(request, stale.kept, stale.kept.content)
        return pages.show(request, "drafts/drop.html", page.context(was_changed=True), status=409)
    except (draft_act.NotDrafted, draft_act.CannotKeep) as error:
        raise refusals.NotGranted(rights.DRAFT) from error
    return redirect("/drafts/")


urlpatterns = [
    path("drafts/", listed, name="drafts"),
    path("drafts/new/", new, name="draft-new"),
    path("drafts/suggest/", suggest, name="draft-suggest"),
    path("drafts/<int:id>/", edit, name="draft"),
    path("drafts/<int:id>/findings/", findings, name="draft-findings"),
    path("drafts/<int:id>/form/", form, name="draft-form"),
    path("drafts/<int:id>/preview/", preview, name="draft-preview"),
    path("drafts/<int:id>/merge/", merge, name="draft-merge"),
    path("drafts/<int:id>/check/", check, name="draft-check"),
    path("drafts/<int:id>/issue/", issue, name="draft-issue"),
    path("drafts/<int:id>/drop/", drop, name="draft-drop"),
    path("acts/<int:id>/withdraw/", withdraw, name="act-withdraw"),
]
