"""Good practices: the library with its search, and one practice with who adopted it."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti.access import rights
from fasti.reports import marks, practices
from fasti.web import asked, pages, refusals

PAGE = 20


@require_safe
def listed(request: asked.Asked) -> HttpResponse:
    """The library, the latest first."""
    _require(request)
    place = marks.read(request.GET.get("after", ""), int)
    topics = request.pack.names("practice_topic", request.lang)
    topic = request.GET.get("topic", "")
    found = practices.library(
        request.sight, request.pack, as_of=request.day, lang=request.lang, find=request.GET.get("q", "")[:200],
        topic=topic if topic in topics else "", has_withdrawn=request.GET.get("open", "") != "1",
        before=int(str(place[0])) if place else None, limit=PAGE + 1,
    )  # fmt: skip
    shown = found[:PAGE]
    context = {
        "rows": [(each, practices.state(each, request.lang)) for each in shown], "topics": topics.items(),
        "topic": topic, "q": request.GET.get("q", "")[:200], "is_open": request.GET.get("open", "") == "1",
        "next": marks.write((shown[-1].effect,)) if len(found) > PAGE else "",
    }  # fmt: skip
    return pages.show(request, "practices/list.html", context)


@require_safe
def shown(request: asked.Asked, unit: str, practice: str) -> HttpResponse:
    """One practice; refused alike where there is none and where it may not be told."""
    _require(request)
    found = practices.one(request.sight, request.pack, unit, practice, as_of=request.day, lang=request.lang)
    if found is None:
        raise refusals.NotThere
    context = {
        "found": found,
        "state": practices.state(found, request.lang),
        "may_draft": request.sight.has(rights.DRAFT),
    }
    return pages.show(request, "practices/practice.html", context)


def _require(request: asked.Asked) -> None:
    if not request.sight.has(rights.ACTS):
        raise refusals.NotGranted(rights.ACTS)


urlpatterns = [
    path("practices/", listed, name="practices"),
    path("practices/<str:unit>/<str:practice>/", shown, name="practice"),
]
