"""Peer groups: members side by side on the same figures, their scores, each shown and downloaded in every format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import charter, words
from fasti.access import log, rights
from fasti.indicators import engines
from fasti.indicators.figures import CannotCompute
from fasti.reports import discreet, discretion, formats
from fasti.reports.peers import beside, rendered, score_told, scored, told
from fasti.reports.peers.paper import Paper, Table
from fasti.web import addresses, asked, pages, points_offered, question, refusals
from fasti.web import figures as figure_pages

YEARS = ("year", "half_year", "quarter")


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """The groups that may be seen, their members and their scorecards."""
    day = request.day
    groups = []
    for code in request.pack.peer_groups(as_of=day):
        if not discreet.is_granted(request.sight, code, pack=request.pack, day=day):
            continue
        rule = request.pack.peer_group(code, as_of=day)
        groups.append(
            {
                "code": code, "name": request.pack.name("peer_group", code, request.lang),
                "num": len(rule.units), "reference": rule.reference, "cards": cards(request, code),
            }
        )  # fmt: skip
    return pages.show(request, "peers/list.html", {"groups": groups})


def cards(request: asked.Asked, group: str) -> list[tuple[str, str]]:
    """The scorecards of a group that are in force today."""
    found = [
        request.pack.scorecard(id, as_of=request.day) for id in request.pack.scorecards(as_of=request.day)
    ]
    return [
        (each.id, request.pack.name("scorecard", each.id, request.lang))
        for each in found
        if each.peer_group == group
    ]


def require_card(request: asked.Asked, group: str, card: str) -> None:
    """Refused where the group is not scored by such a card today."""
    if card not in {id for id, _ in cards(request, group)}:
        raise refusals.NotThere


@require_safe
def group(request: asked.Asked, group: str) -> HttpResponse:
    """The members of a group side by side, as a page or as a file."""
    asked_ = asked_of(request, group, ())
    themes = figure_pages.themes(request.pack)
    theme = request.GET.get("theme", "")
    wanted = themes.get(theme, [])[: beside.COLUMNS]
    is_ranked = request.GET.get("places", "") == "1"
    context: dict[str, Any] = {
        **shared(request, group, asked_), "theme": theme, "is_ranked": is_ranked,
        "themes": [(id, figure_pages.theme_name(request, id)) for id in themes],
        "boundaries": question.boundaries(request, asked_.period),
        "may_rank": request.pack.ranking(as_of=asked_.period.last_day).is_on,
    }  # fmt: skip
    try:
        with engines.one_state():
            found = beside.side_by_side(
                request.pack, group, request.sight, period=asked_.period, wanted=wanted,
                boundaries=asked_.boundaries, known=asked_.known, ranked=is_ranked, lang=request.lang,
            )  # fmt: skip
        if (file := _file(request, told.paper(found, request.lang), group)) is not None:
            return file
        context |= _side_by_side(request, found, asked_)
    except discretion.NotGranted as refused:
        raise refusals.NotGranted(rights.SHARED_FIGURES) from refused
    except CannotCompute as refused:
        context["refusal"] = figure_pages.told(refused, request.lang)
    except charter.NoRule as refused:
        context["refusal"] = str(refused)
    return pages.show(request, "peers/group.html", context)


def asked_of(request: asked.Asked, group: str, kinds: tuple[str, ...]) -> question.Question:
    """What is asked of a group; refused alike where none is granted and where there is none of that code."""
    asked_ = question.of(request, kinds=kinds)
    question.require(request, group)
    if group not in request.pack.peer_groups(as_of=request.day):
        raise refusals.NotGranted(rights.SHARED_FIGURES)
    return question.Question(group, asked_.period, asked_.boundaries, asked_.known, asked_.errors)


def shared(request: asked.Asked, group: str, asked_: question.Question) -> dict[str, Any]:
    return {
        **question.choices(request, asked_), "group": group, "cards": cards(request, group),
        "group_name": request.pack.name("peer_group", group, request.lang), "formats": formats.FORMATS,
    }  # fmt: skip


def _side_by_side(request: asked.Asked, found: beside.Beside, asked_: question.Question) -> dict[str, Any]:
    known, boundaries = asked_.known, asked_.boundaries
    columns = [
        {
            "label": label, "total": whole,
            "address": addresses.of_figure(
                id, unit=found.group, period=found.period.code, boundaries=boundaries, known=known
            ),
        }
        for id, label, whole in zip(found.figures, found.labels, found.whole, strict=True)
    ]  # fmt: skip
    rows = [
        {"member": each, "cells": [told.cell(one, request.lang) for one in each.cells]}
        for each in found.members
    ]
    return {
        "found": found, "columns": columns, "rows": rows, "note": told.note(found, request.lang),
        "charts": [_dots(found, place, label) for place, label in enumerate(found.labels)],
    }  # fmt: skip


def _dots(found: beside.Beside, place: int, label: str) -> dict[str, Any]:
    """One figure as dots on lines, from nothing to the highest; who is not told has no dot."""
    amounts = [each.cells[place].amount for each in found.members]
    most = max([each.value for each in amounts if each.value is not None], default=0)
    dots = []
    for member, amount in zip(found.members, amounts, strict=True):
        at = None if amount.value is None or not most else f"{2 + 96 * float(amount.value / most):.2f}"
        dots.append({"label": member.name, "lang": member.lang, "at": at, "told": amount.text})
    return {"title": label, "dots": dots}


def _file(request: asked.Asked, paper: Paper, group: str) -> HttpResponse | None:
    """The document, where a format is asked for; kept in the access log."""
    format = request.GET.get("format", "")
    if format not in formats.FORMATS:
        return None
    name = rendered.filename(paper, format)
    log.keep(request.sight, "report.downloaded", at=asked.now(), unit=None, detail=f"{group} {name}")
    response = HttpResponse(rendered.render(paper, format), content_type=formats.MEDIA[format])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def score(request: asked.Asked, group: str, card: str) -> HttpResponse:
    """The members by a scorecard: totals of the three steps, and the sheet of the one chosen."""
    kinds: tuple[str, ...] = YEARS
    if card in request.pack.scorecards(as_of=request.day):
        kinds = (request.pack.scorecard(card, as_of=request.day).period_kind,)
    asked_ = asked_of(request, group, kinds)
    require_card(request, group, card)
    context = {
        **shared(request, group, asked_), "card": card,
        "card_name": words.sentence(request.pack.name("scorecard", card, request.lang)).rstrip("."),
    }  # fmt: skip
    try:
        with engines.one_state():
            found = scored.scored(
                request.pack, card, request.sight, period=asked_.period, known=asked_.known, lang=request.lang
            )
        if (file := _file(request, score_told.paper(found, request.pack, request.lang), group)) is not None:
            return file
        context |= _scores(request, found, asked_)
    except discretion.NotGranted as refused:
        raise refusals.NotGranted(rights.SHARED_FIGURES) from refused
    except scored.WrongPeriod:
        told_ = {"card": context["card_name"], "period": words.period(asked_.period, request.lang)}
        context["refusal"] = words.say("score-wrong-kind", request.lang, **told_)
    except CannotCompute as refused:
        context["refusal"] = figure_pages.told(refused, request.lang)
    except charter.NoRule as refused:
        context["refusal"] = str(refused)
    return pages.show(request, "peers/score.html", context)


def _scores(request: asked.Asked, found: scored.Scored, asked_: question.Question) -> dict[str, Any]:
    lang, chosen = request.lang, request.GET.get("of", "")
    shown = next((each for each in found.members if each.unit == chosen), found.members[0])
    rows = [
        {
            "member": each, "totals": [
                (words.say(f"score-step-{step.step}", lang), score_told.total(step, found, lang))
                for step in each.steps
            ],
            "place": score_told.place(each, lang), "is_shown": each is shown,
        }
        for each in found.members
    ]  # fmt: skip
    sheet = score_told.paper(scored.only(found, shown.unit), request.pack, lang).tables[1]
    final = shown.steps[-1].components
    items = [
        {"cells": _headed(sheet, row)[1:], "name": row[0], "address": _behind(each, shown, asked_)}
        for row, each in zip(sheet.rows, final, strict=True)
    ]
    return {
        "found": found, "rows": rows, "shown": shown, "sheet": sheet, "items": items,
        "foot": [_headed(sheet, row) for row in sheet.foot],
        "notes": score_told.notes(found, request.pack, lang),
        "steps": [words.say(f"score-step-{each.step}", lang) for each in shown.steps],
        "given": [(words.say(f"score-step-{each.step}", lang), each.act) for each in shown.steps if each.act],
        "giving": points_offered.offered(request, found, shown.unit),
        "evidence": [(each.name, each.evidence) for each in final if each.evidence],
    }  # fmt: skip


def _headed(sheet: Table, row: Sequence[str]) -> list[dict[str, str]]:
    """The cells of a row, each with the head of its column: on a narrow page it stands before the cell."""
    return [{"head": head, "text": text} for head, text in zip(sheet.heads, row, strict=True)]


def _behind(each: scored.Component, member: scored.Member, asked_: question.Question) -> str:
    """Where the acts behind a component are: those of its figure; nowhere for what is judged."""
    if not each.figure or each.is_withheld:
        return ""
    return addresses.of_figure(each.figure, unit=member.unit, period=asked_.period.code, known=asked_.known)


urlpatterns = [
    path("peers/", listed, name="peers"),
    path("peers/<str:group>/", group, name="peer-group"),
    path("peers/<str:group>/score/<str:card>/", score, name="peer-score"),
]
