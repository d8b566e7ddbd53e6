"""Signing in, signing out, and how one signs in: password, authenticator app, passkeys, recovery codes.

The views are those of django-allauth with pages and words of ours. Its other addresses (signing up, mail, resetting a
password by mail) are not served: accounts are opened, and passwords given, by a registrar.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account import views as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as factors
from allauth.mfa.internal.flows import trust
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn import views as keys
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import include, path

from fasti.access import factors as factors_kept
from fasti.web import refusals


def by_name(request: HttpRequest) -> str:
    """The same address by the name of this machine, where it was asked for by its number; empty otherwise.

    Browsers know passkeys at names alone, and a session belongs to the address at which it began.
    """
    asked = urlsplit(f"//{request.get_host()}")
    if asked.hostname not in NUMBERS or "localhost" not in settings.ALLOWED_HOSTS or settings.IS_HTTPS:
        return ""
    port = f":{asked.port}" if asked.port else ""
    return f"http://localhost{port}{request.get_full_path()}"


NUMBERS = ("127.0.0.1", "::1")
"""This machine, by its number."""


def login(request: HttpRequest) -> HttpResponse:
    """Signing in; at the machine itself by its name, so that passkeys work."""
    named = by_name(request) if request.method == "GET" else ""
    answer: HttpResponse = HttpResponseRedirect(named) if named else account.login(request)
    return answer


class Code(factors.AuthenticateView):
    """The second step of signing in: a code of the app, a recovery code, or a passkey."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Signed in; the machine is remembered if that was asked."""
        account = self.stage.login.user
        response: HttpResponse = super().form_valid(form)
        if self.request.POST.get("remember"):
            trust.trust_browser(self.request, account, response)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what this account has, and which of them is asked for now."""
        account = self.stage.login.user
        has_app = is_mfa_enabled(account, [Authenticator.Type.TOTP])
        with_recovery = (self.request.POST or self.request.GET).get("with") == "recovery"
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {
            "name": account.name,
            "has_app": has_app,
            "has_key": is_mfa_enabled(account, [Authenticator.Type.WEBAUTHN]),
            "with_recovery": with_recovery,
            "is_closed": has_app and factors_kept.is_closed_to(account.pk),
        }


class Password(account.PasswordChangeView):
    """A new password. An account without one signs in by passkey and gets one from the registrar."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for an account that has one."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise refusals.NotThere
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


class RemoveKey(keys.RemoveWebAuthnView):
    """Removing a passkey, unless it is the last factor and one is asked for."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it, or say why not."""
        if not get_adapter().can_delete_authenticator(self.object):
            form.add_error(None, get_adapter().validation_error("cannot_delete_authenticator"))
            refused: HttpResponse = self.form_invalid(form)
            return refused
        removed: HttpResponse = super().form_valid(form)
        return removed


urlpatterns = [
    path("account/login/", login, name="account_login"),
    path("account/logout/", account.logout, name="account_logout"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("account/password/change/", Password.as_view(), name="account_change_password"),
    path("account/two-factor/authenticate/", Code.as_view(), name="mfa_authenticate"),
    path(
        "account/two-factor/webauthn/keys/<int:pk>/remove/", RemoveKey.as_view(), name="mfa_remove_webauthn"
    ),
    path("account/two-factor/", include("allauth.mfa.urls")),
]
