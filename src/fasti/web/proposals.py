"""Proposals in returns: those that wait for a unit, and what became of those that it made; the oldest first."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import words
from fasti.access import returns as access
from fasti.dates import periods
from fasti.reports import answerable, marks, naming
from fasti.returns import proposals
from fasti.subjects.models import Unit
from fasti.web import addresses, asked, pages, proposal_answer, question

PAGE = 50
LISTS = (("waiting", "waiting_for", "after"), ("made", "proposed_by", "made_after"))
"""Both lists of a page: its name, what is asked of a unit, and the field of the address where its page begins."""


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """Both lists of a unit; only what stands in returns whose act is seen.

    What waits for a unit that has ended waits for whoever answers for it.
    """
    asked_ = question.of(request)
    question.require(request, asked_.unit)
    ids = list(Unit.objects.filter(code=asked_.unit).values_list("id", flat=True))
    wanted = {"waiting_for": sorted(access.answered_for(ids, request.day)), "proposed_by": ids}
    found = [(name, mark, *_page(request, {asks: wanted[asks]}, mark)) for name, asks, mark in LISTS]
    may = any(answerable.may(request.sight, id, day=request.day, pack=request.pack) for id in ids)
    names = naming.Names(request.pack, request.lang, request.day)
    codes = {code for _, _, rows, _ in found for each in rows for code in (each.unit, each.recipient) if code}
    names.learn(Unit.objects.filter(code__in=codes).values_list("id", flat=True))
    context = {
        **question.choices(request, asked_),
        "all": _is_all(request),
        "lists": [
            {
                "id": name,
                "mark": mark,
                "is_first": not request.GET.get(mark),
                "rows": [_row(each, request, names, may=may and name == "waiting") for each in rows],
                "next": after,
            }
            for name, mark, rows, after in found
        ],
    }
    return pages.show(request, "returns/proposals.html", context)


def _is_all(request: asked.Asked) -> bool:
    return request.GET.get("all") == "1"


def _page(
    request: asked.Asked, asks: dict[str, list[int]], mark: str
) -> tuple[tuple[proposals.Proposal, ...], str]:
    """A page of a list, and the mark of the next one."""
    place: Any = marks.read(request.GET.get(mark, ""), str, int, int, question=mark)
    rows = proposals.proposals(
        request.pack, waiting_for=asks.get("waiting_for"), proposed_by=asks.get("proposed_by"),
        with_answered=_is_all(request), sight=request.sight, after=place, limit=PAGE + 1,
    )  # fmt: skip
    shown = rows[:PAGE]
    return shown, marks.write(shown[-1].mark, question=mark) if len(rows) > PAGE else ""


def _row(each: proposals.Proposal, request: asked.Asked, names: naming.Names, *, may: bool) -> dict[str, Any]:
    return {
        "proposal": each,
        "unit": names.of_unit(each.unit),
        "recipient": names.of_unit(each.recipient) if each.recipient else "",
        "form": request.pack.name("form", each.form, request.lang),
        "period": words.period(periods.Period.parse(each.period), request.lang),
        "state": words.say(f"proposal-answer-{each.state}", request.lang),
        "days": each.days(request.day),
        "rule": addresses.of_rule(each.article) if each.article else "",
        "is_late": each.due_on is not None and each.due_on < request.day,
        "answer": addresses.of_answer(each.form, unit=each.unit, period=each.period, place=each.place)
        if may and each.is_waiting
        else "",
    }


urlpatterns = [
    path("returns/proposals/", listed, name="proposals"),
    path(
        "returns/<str:form>/<str:period>/<str:unit>/proposals/<str:place>/",
        proposal_answer.answer,
        name="proposal-answer",
    ),
]
