"""Accepting several returns by one act: those marked on the list, each in the version that was shown there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from fasti import words
from fasti.access import actor
from fasti.acts.findings import Finding
from fasti.dates import periods
from fasti.effects import returning
from fasti.operations import accept_return, answering, issue_act
from fasti.register.models import ReturnState
from fasti.reports import answerable, naming, returned
from fasti.web import addresses, asked, pages, question, refusals, return_act, return_page, return_rows

MOST = 200
"""Returns that one act accepts by this page; the list shows fewer on each of its own."""


@dataclass(frozen=True)
class Chosen:
    """The returns marked: by unit the version that was looked at. `unit`: whose list it was."""

    form: str
    period: periods.Period
    unit: str
    versions: dict[str, int]

    @property
    def back(self) -> str:
        """The list."""
        return addresses.of_returns(form=self.form, unit=self.unit, period=self.period.code)


def mark(unit: str, version: int) -> str:
    """What a check box of the list stands for."""
    return f"{version}:{unit}"


def _chosen(given: QueryDict) -> Chosen:
    """What was marked; refused where it is no mark of ours."""
    try:
        period = question.period(given.get("period", ""))
    except periods.MalformedPeriod as error:
        raise refusals.Malformed from error
    marks = given.getlist("chosen")
    if len(marks) > MOST:
        raise refusals.Malformed
    longest = return_page.LONGEST
    found = dict(map(_read, marks))
    return Chosen(given.get("form", "")[:longest], period, given.get("unit", "")[:longest], found)


def _read(text: str) -> tuple[str, int]:
    version, sign, unit = text.partition(":")
    is_version = version.isascii() and version.isdigit() and len(version) <= 6
    if not (sign and unit and is_version and len(unit) <= return_page.LONGEST):
        raise refusals.Malformed
    return unit, int(version)


@require_http_methods(["GET", "POST"])
def accept(request: asked.Asked) -> HttpResponse:
    """The returns marked and the act as it would be issued; then it is."""
    chosen = _chosen(request.POST if request.method == "POST" else request.GET)
    try:
        answerable.require_returns(
            request.pack, chosen.form, units=list(chosen.versions), period=chosen.period, sight=request.sight,
            day=request.day,
        )  # fmt: skip
    except returned.NotGranted as error:
        raise refusals.NotGranted(error.right) from error
    if not chosen.versions:
        return pages.show(request, "returns/accept.html", {"chosen": chosen})
    if request.method == "POST" and "preview" not in request.POST:
        return _accepted(request, chosen)
    return _page(request, chosen)


def _page(
    request: asked.Asked, chosen: Chosen, against: Iterable[Finding] = (), *, status: int = 200
) -> HttpResponse:
    names = naming.Names(request.pack, request.lang, chosen.period.last_day)
    names.learn_codes(chosen.versions)

    def make(head: dict[str, str]) -> dict[str, Any]:
        told = {unit: {"version": version} for unit, version in chosen.versions.items()}
        return answering.content(
            "ACCEPT_RETURN", chosen.form, chosen.period, told, head, pack=request.pack
        )  # fmt: skip

    drafted = return_act.drafted(request, make, names=names)
    context = {
        "chosen": chosen,
        "title": return_rows.name(request, chosen.form, chosen.period),
        "rows": list(_rows(request, chosen, names)),
        "drafted": drafted,
        "told": return_rows.told(against or drafted.findings, request),
    }
    return pages.show(request, "returns/accept.html", context, status=status)


def _rows(request: asked.Asked, chosen: Chosen, names: naming.Names) -> Iterator[dict[str, Any]]:
    """Each return marked beside how it stands now: what has changed meanwhile is not accepted by mistake."""
    stand = ReturnState.objects.filter(
        unit__code__in=chosen.versions, form=chosen.form, period=chosen.period.code, ends_before=None
    )
    now = {
        code: (state, version) for code, state, version in stand.values_list("unit__code", "state", "version")
    }
    for unit, version in chosen.versions.items():
        state, last = now.get(unit, ("missing", 0))
        told = words.say(f"return-state-{state.replace('_', '-')}", request.lang)
        name, lang = names.short(unit)
        yield {
            "mark": mark(unit, version),
            "name": name,
            "lang": lang,
            "version": version,
            "address": addresses.of_return(chosen.form, unit=unit, period=chosen.period.code),
            "standing": words.say("web-returns-accept-standing", request.lang, n=last, state=told)
            if last
            else told,
            "is_same": (state, last) == (returning.SUBMITTED, version),
        }


def _accepted(request: asked.Asked, chosen: Chosen) -> HttpResponse:
    try:
        accept_return.accept(
            chosen.versions, chosen.form, chosen.period, return_act.head(request), pack=request.pack,
            recorded_at=asked.now(), actor=actor.signed_in(request.sight), lang=request.lang,
        )  # fmt: skip
    except issue_act.CannotIssue as refused:
        return _page(request, chosen, refused.findings, status=422)
    return redirect(chosen.back)
