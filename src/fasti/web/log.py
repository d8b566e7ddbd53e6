"""The access log: who saw or did what. One's own entries, and those of units whose log one may see."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path

from fasti import words
from fasti.access import log, rights
from fasti.reports import marks
from fasti.web import asked, pages, refusals

PAGE = 50
VIEWS = ("mine", "about-me", "units")


def listed(request: asked.Asked) -> HttpResponse:
    """The entries of a view, the latest first."""
    sight = request.sight
    view = request.GET.get("view", "mine")
    if view not in VIEWS:
        raise refusals.NotThere
    if view == "units" and not sight.has(rights.LOG):
        raise refusals.NotGranted(rights.LOG)
    entries = {
        "mine": lambda: log.by_account(request.account),
        "about-me": lambda: log.of_person(sight.person or 0),
        "units": lambda: log.seen(sight),
    }[view]()
    what = request.GET.get("what", "")
    if what in log.BY_RIGHT:
        entries = entries.filter(what=what)
    place = marks.read(request.GET.get("after", ""), int)
    found = list((entries.filter(id__lt=place[0]) if place else entries)[: PAGE + 1])
    shown = found[:PAGE]
    context = {
        "view": view,
        "views": [
            (each, f"web-log-view-{each}") for each in VIEWS if each != "units" or sight.has(rights.LOG)
        ],
        "what": what,
        "whats": [(each, words.say(f"log-{each.replace('.', '-')}", request.lang)) for each in log.BY_RIGHT],
        "entries": shown,
        "named": log.named(shown, sight),
        "next": marks.write((shown[-1].id,)) if len(found) > PAGE else "",
    }
    return pages.show(request, "log/list.html", context)


urlpatterns = [path("log/", listed, name="log")]
