"""What stands around every page: safe headers, text that a database can keep, who asks, and refusals as pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from fasti import charter
from fasti.access import sight
from fasti.acts import texts
from fasti.acts.models import Body
from fasti.dates import axes
from fasti.operations import upgrade_body
from fasti.reports import marks
from fasti.web import asked, kept, refusals, signing_in

Answer = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
OPEN = ("/account/", "/static/", "/api/", "/calendar/", "/language/", "/health/")
"""Addresses that ask for no signing in here: they are public, or examine who asks themselves."""
WITHIN = ("/account/tokens/", "/account/sessions/")
"""Addresses under these that are for who is signed in all the same; so is `/account/` itself."""
STEPS = {"password": "/account/password/change/", "factor": "/account/two-factor/totp/activate/"}  # nosec B105
"""Where what is demanded of an account before anything else is done."""
PROGRAMS = ("/api/", "/calendar/")
"""Addresses that programs ask: they refuse in their own form what is no text, and where no body is begun."""
LONGEST = 20_000
"""Characters of an address with its query."""


def headers(answer: Answer) -> Answer:
    """Every answer forbids what a page of ours never does, and no answer about people is kept by a machine between."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        response.headers.setdefault("X-Frame-Options", "DENY")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def plain_text(answer: Answer) -> Answer:
    """An address or a form with what is no text (NUL, half of a pair) is refused before anybody reads it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(PROGRAMS):
            return answer(request)
        asks = [request.path, *_values(request.GET)]
        if sum(map(len, asks)) > LONGEST or not all(map(texts.is_keepable, asks)):
            return refusals.bad_request(request)
        return answer(request)

    return middleware


def _values(given: QueryDict) -> list[str]:
    return [each for key, values in given.lists() for each in (key, *(str(value) for value in values))]


def asking(answer: Answer) -> Answer:
    """Who asks, about which day, in which language; whoever is not signed in is sent to sign in, and back."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            body = Body.objects.values_list("pack", flat=True).first()
        except DatabaseError:
            body = None
        if body is None and not request.path.startswith(("/static/", "/health/", *PROGRAMS)):
            return refusals.no_body(request)
        ask = cast(asked.Asked, request)
        if body is not None:
            try:
                _complete(ask, charter.load(body))
            except DatabaseError:
                told = _of_another_version(request)
                if told is None:
                    raise
                if not request.path.startswith(PROGRAMS):
                    return told
        translation.activate(getattr(ask, "lang", settings.LANGUAGE_CODE))
        if not _is_open(request.path):
            if not request.user.is_authenticated:
                return _to(settings.LOGIN_URL, request)
            if ask.demanded:
                return _to(STEPS[ask.demanded], request)
        return answer(request)

    # Django asks a middleware for this attribute, and the type of a function has none.
    cast(Any, middleware).process_exception = _refuse
    return middleware


def _is_open(path: str) -> bool:
    return path.startswith(OPEN) and path != "/account/" and not path.startswith(WITHIN)


def _refuse(request: HttpRequest, error: Exception) -> HttpResponse | None:
    if isinstance(error, marks.NotOurs):
        error = refusals.Malformed()
    if isinstance(error, DatabaseError):
        return _of_another_version(request)
    return refusals.show(request, error) if isinstance(error, refusals.Refused) else None


def _of_another_version(request: HttpRequest) -> HttpResponse | None:
    """What the database could not do because another version made the body is told as that."""
    made_by = upgrade_body.made_by()
    return refusals.of_another_version(request, made_by) if made_by else None


def _complete(request: asked.Asked, pack: charter.Pack) -> None:
    request.pack = pack
    _tell_swap(request)
    request.lang = asked.language(request, pack.languages[0])
    request.day = asked.now().date()
    request.as_of = asked.day_of(request.GET.get("as_of", ""), None) or request.day
    request.known = asked.day_of(request.GET.get("known", ""), None)
    request.misread = [
        given
        for key in ("as_of", "known")
        if (given := request.GET.get(key, "").strip()[:40]) and asked.day_of(given, None) is None
    ]
    request.when = axes.When(request.as_of, axes.known_before(request.known))
    request.is_past = request.as_of != request.day or request.known is not None
    if request.user.is_authenticated:
        request.account = request.user
        request.demanded = signing_in.demanded(request.account)
        lazy: Any = SimpleLazyObject(lambda: sight.of_account(request.account, pack=pack, day=request.day))
        request.sight = lazy


def _tell_swap(request: asked.Asked) -> None:
    """The one place that knows how a swap is asked for. Back asks like one, for a page that is not kept any more."""
    request.is_swap = _is_swap(request)
    request.target = request.headers.get("HX-Target", "") if request.is_swap else ""


def _is_swap(request: HttpRequest) -> bool:
    asks = request.headers
    return asks.get("HX-Request") == "true" and asks.get("HX-History-Restore-Request") != "true"


def _to(step: str, request: HttpRequest) -> HttpResponse:
    """To a step that comes first, and back."""
    back = request.get_full_path() if request.method == "GET" else kept.page_of(request)
    if request.method == "POST":
        kept.keep(request, back=back)
    address = f"{step}?{urlencode({'next': back})}"
    if _is_swap(request):
        response = HttpResponse(status=401)
        response.headers["HX-Redirect"] = address
        return response
    return redirect(address)
