"""The sheet of a return as a form: filled in, saved as it is, finished or not; nothing that was typed is lost.

Whoever saves after somebody else had saved is told so: the form keeps what was typed here, and shows beside each field
what the other one has saved there. Saving again takes what stands in the form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fasti.access import actor, rights
from fasti.acts.findings import Finding
from fasti.effects import given_figures
from fasti.operations import fill_return
from fasti.reports import returned
from fasti.returns.models import ReturnDraft
from fasti.web import asked, kept, pages, refusals, return_page, return_rows
from fasti.web.return_page import Page

MOST_PROPOSALS = 30
SPARE = 2
"""Empty fields for proposals beside those that are there."""


@require_http_methods(["GET", "POST"])
def fill(request: asked.Asked, form: str, period: str, unit: str) -> HttpResponse:
    """The sheet: what the unit declares and writes, and what the return still lacks."""
    try:
        page = return_page.of(request, form, period, unit)
    except return_page.NoReturn as refused:
        return return_page.none(request, refused, unit)
    if not request.sight.may(rights.DRAFT, page.found.served):
        raise refusals.NotGranted(rights.DRAFT)
    if request.method == "POST":
        return _saved(page)
    if returned.FILL not in page.found.steps:
        return redirect(page.address())
    typed = kept.take(request, account=request.account.pk)
    if typed is not None:
        return _shown(page, _content(typed, page), version=_version(typed), came_back=True)
    return _shown(page, page.sheet.content, version=page.sheet.draft_version)


def _version(typed: QueryDict) -> int:
    text = typed.get("version", "")
    if not text.isdecimal() or len(text) > 9:
        raise refusals.Malformed
    return int(text)


def _saved(page: Page) -> HttpResponse:
    """Keep what was typed; then the form again, or the next step that was asked for."""
    request, sheet = page.request, page.sheet
    content, version = _content(request.POST, page), _version(request.POST)
    try:
        found = fill_return.fill(
            sheet.code, sheet.form.id, sheet.period, content, version=version, pack=request.pack,
            filled_at=asked.now(), actor=actor.signed_in(request.sight),
        )  # fmt: skip
    except fill_return.CannotFill as refused:
        if any(each.code in ("not-granted", "not-cleared") for each in refused.findings):
            raise refusals.NotGranted(rights.DRAFT) from refused
        return _shown(page, content, version=version, refused=refused.findings, status=422)
    except fill_return.Stale as stale:
        return _shown(page, content, version=stale.version, is_stale=True, status=409)
    kept.forget(request)
    if request.POST.get("do") == "submit" and not found.findings:
        return redirect(page.address(returned.SUBMIT))
    saved = return_page.of(request, sheet.form.id, sheet.period.code, sheet.code)
    return _shown(saved, found.content, version=found.draft_version, is_saved=True)


def _shown(
    page: Page,
    content: Mapping[str, Any],
    *,
    version: int,
    refused: Sequence[Finding] = (),
    is_stale: bool = False,
    is_saved: bool = False,
    came_back: bool = False,
    status: int = 200,
) -> HttpResponse:
    request, sheet = page.request, page.sheet
    told = return_rows.told(refused, request) if refused else page.lacking if _is_begun(page, content) else []
    kept_ = ReturnDraft.objects.filter(unit=sheet.unit, form=sheet.form.id, period=sheet.period.code).first()
    theirs = dict(kept_.content) if kept_ and is_stale else {}
    rows = return_rows.Rows(request, sheet, content, tuple(told), theirs)
    context = page.context(
        rows=rows, version=version, is_stale=is_stale, is_saved=is_saved, came_back=came_back,
        is_refused=bool(refused), summary=[*page.locks, *told] if refused or is_saved else [],
        spare=[""] * SPARE, stamp=kept.stamp(request.account.pk), filled_at=kept_.filled_at if kept_ else None,
        filled_by=page.person(kept_.filled_by_id) if kept_ else "", can_submit=returned.SUBMIT in page.found.steps,
        their_proposals=[str(each) for each in theirs.get("proposals", ())],
    )  # fmt: skip
    return pages.show(request, "returns/fill.html", context, status=status)


def _is_begun(page: Page, content: Mapping[str, Any]) -> bool:
    """Whether anything is filled in: an empty sheet is not told off for being empty."""
    return bool(page.sheet.draft_version) and content == page.sheet.content


def _content(typed: QueryDict, page: Page) -> dict[str, Any]:
    """What was typed, as the sheet keeps it; figures without the marks by which people part thousands."""
    form = page.sheet.form
    declared = [each.id for each in form.handed_in.declared] if form.handed_in else []
    sections = [each.id for each in form.handed_in.narrative] if form.handed_in else []
    proposals = [text for text in map(_text, typed.getlist("proposal")[:MOST_PROPOSALS]) if text]
    parts: dict[str, Any] = {
        "declared": {id: figure(typed.get(f"declared-{id}", "")) for id in declared},
        "remarks": {id: _text(typed.get(f"remark-{id}", "")) for id in (*form.figures, *declared)},
        "narrative": {id: _text(typed.get(f"narrative-{id}", "")) for id in sections},
        "proposals": proposals,
    }
    plain = {
        name: {id: text for id, text in part.items() if text} if isinstance(part, dict) else part
        for name, part in parts.items()
    }
    return {name: part for name, part in plain.items() if part}


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def figure(text: str) -> str:
    """A figure as people write it, as the record writes it; what is none as typed.

    >>> figure(" 1 216 "), figure("12 / 14"), figure("1.216"), figure("–"), figure("many")
    ('1216', '12/14', '1216', 'none', 'many')
    """
    plain = "".join(text.split())
    if plain in ("–", "-", "—", given_figures.NONE):
        return given_figures.NONE
    for mark in (".", ","):
        groups = plain.split(mark)
        if (
            len(groups) > 1
            and 0 < len(groups[0]) <= 3
            and all(len(g) == 3 and g.isdecimal() for g in groups[1:])
        ):
            plain = "".join(groups)
    try:
        given_figures.read(plain)
    except given_figures.MalformedFigure:
        return text.strip()
    return plain
