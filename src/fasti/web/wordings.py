"""Whether claims were read rightly, said by their reader; and the list of wordings that were learned from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from fasti import words
from fasti.access import actor, rights
from fasti.acts.findings import Finding, named
from fasti.claims import learned
from fasti.exchange.work import judged, reading
from fasti.operations import draft_act, naming, telling, wording_acts
from fasti.reports import marks, wordings
from fasti.web import asked, judgements, pages, readings, refusals

PAGE = 20
_LONGEST = 200


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """The wordings learned, the latest first, on the day and as known on the day asked for."""
    if not request.sight.has(rights.ACTS):
        raise refusals.NotGranted(rights.ACTS)
    place = marks.read(request.GET.get("after", ""), int)
    found = wordings.listed(
        request.sight, request.pack, request.when, lang=request.lang, before=int(str(place[0])) if place else None,
        limit=PAGE + 1,
    )  # fmt: skip
    context = {
        "rows": [(each, wordings.state(each, request.lang)) for each in found[:PAGE]],
        "next": marks.write((found[PAGE - 1].id,)) if len(found) > PAGE else "",
    }
    return pages.show(request, "readings/learned.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def line(request: asked.Asked, id: int, line: int) -> HttpResponse:
    """One claim of one's own reading: what was read, and what its reader says of it."""
    job = readings.found(request, id)
    try:
        claim = judged.claim(job, line) if job.account_id == request.account.pk else None
    except reading.NotKept as gone:
        raise refusals.NotThere from gone
    if claim is None:
        raise refusals.NotThere
    if request.method != "POST":
        return pages.show(request, "readings/line.html", _context(request, job, line, claim, {}))
    typed = {key: request.POST.get(key, "")[:_LONGEST] for key in (*judged.FIELDS, "phrase")}
    do = request.POST.get("do", "")
    try:
        _, draft = judged.judge(
            job, line, {} if do == "confirm" else _given(typed), pack=request.pack,
            actor=actor.signed_in(request.sight), at=asked.now(), phrase=typed["phrase"] if do == "learn" else "",
        )  # fmt: skip
    except LookupError as gone:
        raise refusals.NotThere from gone
    except draft_act.CannotKeep as refused:
        context = _context(request, job, line, claim, typed) | {"errors": _said(request, refused.findings)}
        return pages.show(request, "readings/line.html", context, status=422)
    if draft is not None:
        return redirect(f"/drafts/{draft.id}/")
    return redirect(f"/readings/{id}/{_part(claim)}#r{line}")


def _part(claim: Mapping[str, Any]) -> str:
    """The part of the text in which the claim stands, so that one comes back to where one was."""
    before = int(claim["where"]["passage"]) - 1
    return f"?after={before}" if before >= readings.PASSAGES else ""


def _given(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed; the value as people write it, with a comma or a blank."""
    value = "".join(typed["value"].split()).replace(",", ".")
    return {**{key: typed[key] for key in judged.FIELDS}, "value": value}


def _said(request: asked.Asked, found: Sequence[Finding]) -> list[str]:
    names = naming.Names(pack=request.pack, lang=request.lang, sight=request.sight)
    return [telling.sentence(named(each, names), request.lang, pack=request.pack) for each in found]


def _context(
    request: asked.Asked, job: Any, place: int, claim: Mapping[str, Any], typed: Mapping[str, str]
) -> dict[str, Any]:
    read = judged.read_as(claim)
    said = judged.of(job).get(place)
    now = {key: getattr(said, key) for key in judged.FIELDS} if said else read
    return {
        "job": job,
        "place": place,
        "claim": claim,
        "read": judgements.told(request, read),
        "said": judgements.sentences(request, {place: said}).get(place) if said else None,
        "typed": {"phrase": claim["unit_of_count"] or "", **now, **typed},
        "figures": figures(request, claim["indicator"]),
        "qualifiers": [(each, words.say(f"cli-claims-{each}", request.lang)) for each in learned.QUALIFIERS],
        "may_draft": request.sight.has(rights.DRAFT),
    }


def figures(request: asked.Asked, own: str) -> list[tuple[str, str]]:
    """The figures a claim may be of, by their names; the one it was read as among them."""
    named_ = request.pack.names("indicator", request.lang)
    ids = dict.fromkeys([own, *wording_acts.figures(request.pack)])
    return sorted(((id, str(named_.get(id, id))) for id in ids), key=lambda each: each[1].lower())


urlpatterns = [
    path("readings/learned/", listed, name="readings-learned"),
    path("readings/<int:id>/lines/<int:line>/", line, name="reading-line"),
]
