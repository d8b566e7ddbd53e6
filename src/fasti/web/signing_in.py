"""How accounts sign in: by name and password, then a code or a passkey. Nobody opens an account for themselves.

What is still demanded of an account before it may work is asked here too: a password of its own in place of the one
it was given, and a second factor where the installation asks for one.
"""

from __future__ import annotations

import base64
import secrets
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from fasti import words
from fasti.access import factors, log, sight
from fasti.access.models import Account
from fasti.web import asked

RECENT = 300
"""Seconds after signing in or confirming during which changing how one signs in asks for nothing more."""
SAID = {
    "account/messages/password_changed.txt": "password-changed",
    "account/messages/logged_out.txt": "signed-out",
    "mfa/messages/totp_activated.txt": "app-added",
    "mfa/messages/totp_deactivated.txt": "app-removed",
    "mfa/messages/webauthn_added.txt": "key-added",
    "mfa/messages/webauthn_removed.txt": "key-removed",
    "mfa/messages/recovery_codes_generated.txt": "codes-made",
}
"""What is said on the next page, by what the sign-in package wants said. The rest is not said."""
KEPT = {
    "account/email/password_changed": "password.changed",
    "mfa/email/totp_activated": "factor.added",
    "mfa/email/totp_deactivated": "factor.removed",
    "mfa/email/webauthn_added": "factor.added",
    "mfa/email/webauthn_removed": "factor.removed",
    "mfa/email/recovery_codes_generated": "codes.made",
}
"""What the access log keeps of an account, in place of the mail that the sign-in package would send."""


def demanded(account: Account) -> str:
    """What must be done before any other page is shown: `password`, `factor`, or nothing.

    An account has no last sign-in until it has chosen a password of its own: the first one is known to two people.
    """
    if account.last_login is None:
        return "password"
    return "factor" if settings.REQUIRE_MFA and not factors.has_one(account.pk) else ""


class Adapter(DefaultAccountAdapter):
    """Accounts are opened by a registrar; what happens to them is kept in the access log."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def login(self, request: HttpRequest, user: Account) -> None:
        """Sign in. With a password that was given, the account still counts as one that never signed in."""
        is_first = user.last_login is None
        super().login(request, user)
        if is_first:
            user.last_login = None
            user.save(update_fields=["last_login"])
        _keep(user, "account.signed_in")

    def set_password(self, user: Account, password: str) -> None:
        """A password of one's own: from now on the account has signed in."""
        user.last_login = timezone.now()
        super().set_password(user, password)

    def get_login_stages(self) -> list[str]:
        """A machine is remembered beside the code, not on a page of its own."""
        return [each for each in super().get_login_stages() if not each.endswith("TrustStage")]

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """What the next page says, in our words. A message that comes without a template is about a passkey."""
        said = "key-unknown" if message_template is None else SAID.get(message_template)
        if said:
            lang = asked.language(request, "en")
            messages.add_message(request, level, words.say(f"web-account-said-{said}", lang))

    def send_notification_mail(self, template_prefix: str, user: Account, *args: Any, **kwargs: Any) -> None:
        """No mail is sent: the access log keeps it, where the person sees it."""
        if what := KEPT.get(template_prefix):
            _keep(user, what)

    def is_safe_url(self, url: str | None) -> bool:
        """Only addresses of our own, given without a host."""
        return (
            bool(url)
            and str(url).startswith("/")
            and url_has_allowed_host_and_scheme(str(url), allowed_hosts=None)
        )

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """To the overview, which says that it is done; whoever was made to choose one goes on to their work."""
        return "/" if getattr(request, "demanded", "") else "/account/two-factor/"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not from whoever has just signed in."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or timezone.now().timestamp() - records[-1]["at"] > RECENT


class SecondFactor(DefaultMFAAdapter):
    """Codes and passkeys. Their secrets are kept sealed with the key of the installation, which no backup holds."""

    def get_totp_label(self, user: Account) -> str:
        """The name by which one signs in."""
        return user.name

    def build_totp_svg(self, url: str) -> str:
        """Dark on white whatever the scheme of the page: cameras read no other."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        return str(qrcode.make(url, image_factory=SvgPathFillImage, border=3).to_string(encoding="unicode"))

    def generate_authenticator_name(self, user: Account, type: str) -> str:
        """What a new key is called until its holder names it."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return words.say("web-account-key-nth", user.language or "en", n=count + 1)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one where the installation asks for one."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=factors.STRONG)
        return not settings.REQUIRE_MFA or others.exclude(pk=authenticator.pk).exists()

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return factors.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret. Under another key it is lost: no code fits it any more, and none is guessed."""
        found = factors.unseal(encrypted_text)
        return base64.b32encode(secrets.token_bytes(20)).decode() if found is None else found


def _keep(account: Account, what: str) -> None:
    day = asked.now()
    log.keep(sight.Sight(day.date(), (), account=account, person=account.person_id), what, at=day)
