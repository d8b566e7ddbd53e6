"""The search of everything: units, acts and people, as far as they are seen; as a page, or while one types."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import path

from fasti.access import acts, rights
from fasti.acts import search as full_text
from fasti.acts.models import Act
from fasti.reports import people
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
    query = full_text.matching(acts.seen(request.sight), _beginnings(text), request.lang)
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
    found = people.page(request.sight, question, request.pack, size=limit + 1)
    told = people.told(found[:limit], request.sight, request.pack, lang=request.lang)
    if not told and not request.sight.has(rights.PEOPLE):
        return None
    return {"name": "people", "found": told, "is_more": len(found) > limit}


_FINDERS = {"units": _units, "acts": _acts, "people": _people}

urlpatterns = [path("search/", show, name="search")]
