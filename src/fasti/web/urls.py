"""The addresses of the pages. Each noun keeps its own."""

from __future__ import annotations

import importlib
import importlib.util

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.urls.resolvers import URLPattern, URLResolver

NOUNS = (
    "home", "units", "acts", "act_page", "drafts", "people", "posts", "figures", "consolidations",
    "return_forms", "return_messages", "timeliness", "proposals", "peers", "points", "practices", "wordings",
    "readings", "returns", "reports", "charter", "log", "jobs", "search", "style", "prefs", "account",
    "own_account", "accounts", "rights",
)  # fmt: skip


def health(request: HttpRequest) -> HttpResponse:
    """Whether the application answers."""
    return HttpResponse("ok", content_type="text/plain")


def _nouns() -> list[URLPattern | URLResolver]:
    found: list[URLPattern | URLResolver] = []
    for noun in NOUNS:
        if importlib.util.find_spec(f"fasti.web.{noun}"):
            found += importlib.import_module(f"fasti.web.{noun}").urlpatterns
    return found


urlpatterns: list[URLPattern | URLResolver] = [
    *_nouns(),
    path("health/", health, name="health"),
]
