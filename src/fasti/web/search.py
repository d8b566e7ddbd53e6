"""The search of everything: units, acts and people, as far as they are seen; as a page, or while one types.

Like every list it is of a day, as known on a day: who held a post then, and the acts signed and recorded by then.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import path

from fasti.access import rights
from fasti.acts.models import Act
from fasti.reports import people, people_known
from fasti.reports.register_of_acts import asked as questions
from fasti.reports.register_of_acts import found as register
from fasti.reports.units import find, standing
from fasti.web import asked, pages

GROUPS = ("units", "acts", "people")
SUGGESTED, SHOWN, ALONE = 4, 8, 100
"""Of each group: while typing, on the page, and where one group alone is asked for."""
LONGEST = 200


def show(request: asked.Asked) -> HttpResponse:
    """What fits the words; a swap gets the list alone."""
    text = " ".join(request.GET.get("q", "").split())[:LONGEST]
    only = request.GET.get("only", "")
    wanted = (only,) if only in GROUPS else GROUPS
    is_alone = only in GROUPS
    limit = SHOWN if is_alone == request.is_swap else ALONE if is_alone else SUGGESTED
    groups = [group for name in wanted if (group := _FINDERS[name](request, text, limit))] if text else []
    context = {
        "text": text,
        "only": only,
        "groups": groups,
        "is_any": any(group["found"] for group in groups),
    }
    return pages.show(request, "search/suggested.html" if request.is_swap else "search/page.html", context)


def _units(request: asked.Asked, text: str, limit: int) -> dict[str, Any] | None:
    if not request.sight.has(rights.STRUCTURE):
        return None
    page = find.units(text, pack=request.pack, lang=request.lang, when=request.when, limit=limit)
    return {"name": "units", "found": page.found, "is_more": page.is_more}


def _acts(request: asked.Asked, text: str, limit: int) -> dict[str, Any] | None:
    if not request.sight.has(rights.ACTS):
        return None
    question = questions.Asked(
        day=request.as_of,
        known_before=request.when.known_before,
        words=_beginnings(text),
        lang=request.lang,
    )
    query = register.found(request.sight, question, pack=request.pack)
    found: list[Act] = list(query.defer("text").order_by("-signed_on", "-id")[: limit + 1])
    names = standing.Names(request.pack, request.lang, request.when)
    names.learn({act.issuer_id for act in found[:limit]})
    told = [(act, names.of(act.issuer_id, act.signed_on).name) for act in found[:limit]]
    return {"name": "acts", "found": told, "is_more": len(found) > limit}


def _beginnings(text: str) -> str:
    """The words as beginnings, unless whoever asks says more exactly what they are."""
    return text if '"' in text or "*" in text else " ".join(f"{word}*" for word in text.split())


def _people(request: asked.Asked, text: str, limit: int) -> dict[str, Any] | None:
    """Everybody may find themselves; others where people are seen."""
    question = people.Asked(words=text)
    page = people_known.listed(request.sight, question, request.pack, when=request.when, size=limit)
    told = people.told(page.people, request.sight, request.pack, lang=request.lang, when=request.when)
    may_list = request.sight.has(rights.PEOPLE)
    if not told and not may_list:
        return None
    return {
        "name": "people",
        "found": told,
        "is_more": page.after is not None,
        "num_gone_through": people_known.MOST if page.is_cut and may_list else 0,
    }


_FINDERS = {"units": _units, "acts": _acts, "people": _people}

urlpatterns = [path("search/", show, name="search")]
