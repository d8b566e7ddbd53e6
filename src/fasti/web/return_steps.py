"""The acts about a return: handed in, accepted, sent back with reasons, opened again; each seen before it is issued."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fasti.access import actor, rights
from fasti.acts.findings import Finding
from fasti.effects.handing_in import WHOLE
from fasti.operations import (
    accept_return,
    answering,
    fill_return,
    issue_act,
    reopen_return,
    send_back_return,
    submit_return,
)
from fasti.reports import returned
from fasti.returns import sheet
from fasti.web import asked, pages, refusals, return_act, return_page, return_rows
from fasti.web.return_page import Page


def _drafted(page: Page, make: Callable[[dict[str, str]], dict[str, Any]]) -> return_act.Drafted:
    """The act that `make` drafts from its head, examined; a return is signed by an office that its form names."""
    handed_in = page.sheet.form.handed_in
    offices = handed_in.signers if handed_in else ()
    return return_act.drafted(page.request, make, names=page.names, offices=offices)


def _page(request: asked.Asked, form: str, period: str, unit: str, step: str, right: str) -> Page:
    """The return, where the step may be taken; refused without the right, and where the state does not allow it."""
    page = return_page.of(request, form, period, unit)
    if step not in page.found.steps:
        over = page.found.served if step == returned.SUBMIT else page.sheet.recipient
        if not request.sight.may(right, over):
            raise refusals.NotGranted(right)
    return page


def _refused(page: Page, found: Sequence[Finding]) -> list[return_rows.Told]:
    return return_rows.told(found, page.request, has_remarks=True)


def _done(page: Page) -> HttpResponse:
    return redirect(page.address())


# -- handing in --------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def submit(request: asked.Asked, form: str, period: str, unit: str) -> HttpResponse:
    """Hand the return in: the act as it would be issued; then it is."""
    try:
        page = _page(request, form, period, unit, returned.SUBMIT, rights.ISSUE)
    except return_page.NoReturn as refused:
        return return_page.none(request, refused, unit)
    if request.method == "POST" and "preview" not in request.POST:
        return _submitted(page)
    return _submission(page)


def _submission(page: Page, found: Sequence[Finding] = (), *, status: int = 200, **more: Any) -> HttpResponse:
    request, sheet_ = page.request, page.sheet
    drafted = _drafted(
        page,
        lambda head: submit_return.content(
            sheet_.code,
            sheet_.form.id,
            sheet_.period,
            head,
            pack=request.pack,
            known_on=asked.now().date(),
            sight=request.sight,
        ),
    )
    told = _refused(page, found or drafted.findings)
    context = page.context(
        rows=page.rows(),
        drafted=drafted,
        told=told,
        version=sheet_.draft_version,
        **_lateness(page, drafted),
        **more,
    )
    return pages.show(request, "returns/submit.html", context, status=status)


def _lateness(page: Page, drafted: return_act.Drafted) -> dict[str, Any]:
    """How many days after the due day it comes, if it is the first time."""
    on, duty = date.fromisoformat(drafted.signed_on), page.sheet.duty
    is_late = not page.sheet.version and duty.is_late(on)
    return {"late": duty.days_late(on) if is_late else 0, "is_correction": page.sheet.version > 0}


def _submitted(page: Page) -> HttpResponse:
    request, sheet_ = page.request, page.sheet
    version = request.POST.get("version", "")
    if not version.isdecimal() or len(version) > 9:
        raise refusals.Malformed
    try:
        submit_return.submit(
            sheet_.code, sheet_.form.id, sheet_.period, return_act.head(request), version=int(version),
            pack=request.pack, recorded_at=asked.now(), actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
    except (issue_act.CannotIssue, sheet.NoSheet) as refused:
        return _submission(page, refused.findings, status=422)
    except fill_return.Stale:
        return _submission(page, status=409, was_changed=True)
    return _done(page)


# -- answering ---------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def answer(request: asked.Asked, form: str, period: str, unit: str) -> HttpResponse:
    """Accept the version that was looked at, or send it back with a reason beside each figure."""
    try:
        page = _page(request, form, period, unit, returned.ANSWER, rights.ISSUE)
    except return_page.NoReturn as refused:
        return return_page.none(request, refused, unit)
    if request.method == "POST" and "preview" not in request.POST:
        return _answered(page)
    return _answer(page)


def _answer(page: Page, found: Sequence[Finding] = (), *, status: int = 200) -> HttpResponse:
    drafted = _drafted(page, lambda head: _draft_of_answer(page, "ACCEPT_RETURN", head))
    reasons = _reasons(page)
    rows = page.rows()
    rows = dataclasses.replace(rows, sheet=dataclasses.replace(rows.sheet, reasons=reasons))
    context = page.context(
        rows=rows, drafted=drafted, told=_refused(page, found or drafted.findings), last=page.version,
        version=page.sheet.version,
    )  # fmt: skip
    return pages.show(page.request, "returns/answer.html", context, status=status)


def _draft_of_answer(page: Page, kind: str, head: dict[str, str]) -> dict[str, Any]:
    sheet_ = page.sheet
    told = {"version": sheet_.version} if kind != "REOPEN_RETURN" else {"explanation": "–"}
    return answering.content(
        kind, sheet_.form.id, sheet_.period, {sheet_.code: told}, head, pack=page.request.pack
    )


def _reasons(page: Page) -> dict[str, str]:
    """What was written beside the figures and sections."""
    form, typed = page.sheet.form, page.request.POST
    parts = form.handed_in
    places = (
        [*form.figures, *(each.id for each in parts.declared), *(each.id for each in parts.narrative)]
        if parts
        else []
    )
    found = {id: typed.get(f"reason-{id}", "").replace("\r\n", "\n").strip() for id in (*places, WHOLE)}
    return {id: text for id, text in found.items() if text}


def _answered(page: Page) -> HttpResponse:
    request, sheet_ = page.request, page.sheet
    version = request.POST.get("version", "")
    if not version.isdecimal() or len(version) > 9:
        raise refusals.Malformed
    manner: dict[str, Any] = {
        "pack": request.pack, "recorded_at": asked.now(), "actor": actor.signed_in(request.sight), "lang": request.lang,
    }  # fmt: skip
    name = (sheet_.form.id, sheet_.period)
    try:
        if request.POST.get("do") == "send_back":
            send_back_return.send_back(
                sheet_.code, *name, _reasons(page), return_act.head(request), version=int(version), **manner
            )
        else:
            accept_return.accept({sheet_.code: int(version)}, *name, return_act.head(request), **manner)
    except issue_act.CannotIssue as refused:
        return _answer(page, refused.findings, status=422)
    return _done(page)


# -- opening again -----------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def reopen(request: asked.Asked, form: str, period: str, unit: str) -> HttpResponse:
    """Open a locked return again, and say why."""
    try:
        page = _page(request, form, period, unit, returned.REOPEN, rights.ISSUE)
    except return_page.NoReturn as refused:
        return return_page.none(request, refused, unit)
    if request.method == "POST" and "preview" not in request.POST:
        return _reopened(page)
    return _reopening(page)


def _reopening(page: Page, found: Sequence[Finding] = (), *, status: int = 200) -> HttpResponse:
    drafted = _drafted(page, lambda head: _draft_of_answer(page, "REOPEN_RETURN", head))
    context = page.context(
        drafted=drafted, told=_refused(page, found or drafted.findings),
        explanation=page.request.POST.get("explanation", ""),
    )  # fmt: skip
    return pages.show(page.request, "returns/reopen.html", context, status=status)


def _reopened(page: Page) -> HttpResponse:
    request, sheet_ = page.request, page.sheet
    explanation = request.POST.get("explanation", "").replace("\r\n", "\n").strip()
    try:
        reopen_return.reopen(
            sheet_.code, sheet_.form.id, sheet_.period, explanation, return_act.head(request), pack=request.pack,
            recorded_at=asked.now(), actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
    except issue_act.CannotIssue as refused:
        return _reopening(page, refused.findings, status=422)
    return _done(page)
