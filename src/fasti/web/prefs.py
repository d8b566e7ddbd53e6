"""How an account likes its pages: language, light or dark, dense or roomy, shortcuts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from fasti import words
from fasti.web import asked, refusals
from fasti.web.signing_in import Adapter

CHOICES = {
    "language": ("", *words.LANGUAGES),
    "theme": ("", "light", "dark"),
    "density": ("", "roomy"),
    "has_shortcuts": ("", "yes"),
}


def _back(address: str) -> HttpResponse:
    return redirect(address if Adapter().is_safe_url(address) else "/")


@require_GET
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language before signing in; kept by the browser."""
    lang = request.GET.get("lang", "")
    if lang not in words.LANGUAGES:
        raise refusals.Malformed
    response = _back(request.GET.get("next", "/"))
    response.set_cookie(
        asked.LANGUAGE_COOKIE,
        lang,
        max_age=365 * 86_400,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response


@require_POST
def prefer(request: asked.Asked) -> HttpResponse:
    """Keep one preference of the account and go back."""
    account = request.account
    for key, allowed in CHOICES.items():
        value = request.POST.get(key)
        if value is None:
            continue
        if value not in allowed:
            raise refusals.Malformed
        setattr(account, key, value == "yes" if key == "has_shortcuts" else value)
        account.save(update_fields=[key])
    return _back(request.POST.get("next", "/"))


urlpatterns = [path("language/", language, name="language"), path("preferences/", prefer, name="preferences")]
