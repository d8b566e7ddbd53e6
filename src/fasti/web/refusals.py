"""Refusals as pages, in the language of whoever asks: what is refused and why, never whether a thing exists."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from fasti import words
from fasti.access import rights
from fasti.acts.models import Body
from fasti.web import asked, kept

_logger = logging.getLogger("fasti.web")


class Refused(Exception):
    """A request that gets a page which says why it is refused."""

    status = 400
    message = "bad-request"


class NotGranted(Refused):
    """A right is missing: the page says which, and the same for a thing that does not exist."""

    status = 403
    message = "not-granted"

    def __init__(self, right: str, unit: int | None = None) -> None:
        super().__init__(right)
        if right not in rights.RIGHTS:
            raise ValueError(right)
        self.right = right
        self.unit = unit


class NotThere(Refused):
    """There is no such page, and everybody may know."""

    status = 404
    message = "not-there"


class Malformed(Refused):
    """The request cannot be understood: a forged number, a file that is none."""


def show(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The page of a refusal. What was typed into a refused form is shown again: a right may have ended meanwhile."""
    right = getattr(refused, "right", "")
    typed = _typed(request) if request.method == "POST" else []
    return _page(request, refused.message, refused.status, right=right, typed=typed)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what came is no text or no form of ours. 413: it is more than is taken in."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return _page(request, "too-large", 413)
    return _page(request, "bad-request", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 of the framework."""
    return _page(request, "bad-request", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _page(request, "not-there", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: our own mistake. Nothing was changed: every change is one transaction."""
    return _page(request, "failed", 500)


def no_body(request: HttpRequest) -> HttpResponse:
    """503: no body is begun here, or its database cannot be reached."""
    return _page(request, "no-body", 503)


def of_another_version(request: HttpRequest, made_by: str) -> HttpResponse:
    """503: another version made the body. Nothing but the sentence: what else a page says may be missing."""
    vars(request).pop("account", None)
    vars(request)["lang"] = asked.language_of_browser(request, "en")
    return _page(request, f"made-by-{made_by}", 503, unit=Body.objects.values_list("pack", flat=True).first())


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's mark does not fit the session any more: what was typed is shown again, nothing is lost."""
    _logger.info("form refused: %s", reason)
    back = kept.page_of(request)
    kept.keep(request, back=back)
    return _page(
        request, "stale-form", 403, typed=_typed(request), back=back if kept.has(request, back) else ""
    )


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, but for secrets and for what only machines read."""
    hidden = ("csrfmiddlewaretoken", "password", "code", "credential", "stamp", "digest", "version")
    return [
        (key, value[:10_000])
        for key, values in request.POST.lists()
        for value in values
        if value.strip() and not any(each in key for each in hidden)
    ][:200]


def _page(request: HttpRequest, message: str, status: int, **more: Any) -> HttpResponse:
    lang = getattr(request, "lang", None) or asked.language(request, "en")
    translation.activate(lang)
    context = {"refusal": message, "lang": lang, **more}
    if more.get("right"):
        context["right_name"] = words.say(f"right-{more['right']}", lang)
    return render(request, "refusal.html", context, status=status)
