"""Showing a page: the parts that stand around every one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fasti import words
from fasti.access import rights
from fasti.web import asked, opened

PLACES = (
    ("home", "/", "home", None),
    ("units", "/units/", "tree", rights.STRUCTURE),
    ("acts", "/acts/", "doc", rights.ACTS),
    ("people", "/people/", "person", rights.PEOPLE),
    ("posts", "/posts/", "key", rights.STRUCTURE),
    ("returns", "/returns/", "flow", rights.FIGURES),
    ("reports", "/reports/", "chart", rights.SHARED_FIGURES),
    ("charter", "/charter/", "book", None),
    ("accounts", "/accounts/", "lock", rights.ACCOUNTS),
    ("log", "/log/", "log", None),
)
"""The places of the side: name, address, icon, and the right without which it is not offered."""
BELONGS = {
    "reports": (
        "/figures/", "/peers/", "/practices/", "/readings/",
        "/returns/timeliness/", "/returns/proposals/", "/returns/consolidated/",
    ),
    "acts": ("/drafts/",),
}  # fmt: skip
"""Pages that belong to a place though their address begins otherwise."""
NAMES = {"vi": "Tiếng Việt", "ru": "Русский", "cs": "Čeština", "en": "English"}


def show(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page, or the region that a swap asked for when the template is one."""
    return render(request, template, {**(context or {})}, status=status)


def around(request: HttpRequest) -> dict[str, Any]:
    """What every page stands in: language, look, who is signed in, the places they may go, what they have open."""
    lang = getattr(request, "lang", None) or asked.language(request, "en")
    account = getattr(request, "account", None)
    base: dict[str, Any] = {
        "lang": lang,
        "languages": [(code, NAMES[code]) for code in _languages(request)],
        "account": account,
        "theme": getattr(account, "theme", ""),
        "density": getattr(account, "density", ""),
        "address": request.get_full_path(),
    }
    if account is None or not hasattr(request, "pack"):
        return base
    ask = cast(asked.Asked, request)
    return base | {
        "pack": ask.pack,
        "sight": ask.sight,
        "day": ask.day,
        "as_of": ask.as_of,
        "known": ask.known,
        "is_past": ask.is_past,
        "places": _places(ask),
        "opened": opened.of(ask),
        "me": opened.me(ask),
    }


def _languages(request: HttpRequest) -> list[str]:
    """The body's own languages first."""
    own = request.pack.languages if hasattr(request, "pack") else ()
    return list(dict.fromkeys((*own, *words.LANGUAGES)))


def _places(request: asked.Asked) -> list[dict[str, Any]]:
    return [
        {"name": name, "address": address, "icon": icon, "is_here": _is_here(request.path, name, address)}
        for name, address, icon, right in PLACES
        if right is None
        or request.sight.has(right)
        or (right == rights.SHARED_FIGURES and request.sight.has(rights.FIGURES))
    ]


def _is_here(path: str, name: str, address: str) -> bool:
    owner = next((place for place, within in BELONGS.items() if path.startswith(within)), name)
    return owner == name and (
        path == address if address == "/" else path.startswith((address, *BELONGS.get(name, ())))
    )
