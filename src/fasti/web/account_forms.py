"""The forms of signing in: what they refuse beyond the package's own, and every refusal as a sentence of ours."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, PasswordVerificationMixin
from allauth.mfa.webauthn import forms as keys
from django.core.exceptions import ValidationError
from django.forms import BaseForm, BoundField, HiddenInput, JSONField
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

from fasti import words

SENTENCES = {
    "required": ("required",),
    "mismatch": ("username_password_mismatch",),
    "too-many": ("too_many_login_attempts", "rate_limited"),
    "code": ("incorrect_code",),
    "password": ("incorrect_password", "enter_current_password"),
    "short": ("password_too_short",),
    "common": ("password_too_common",),
    "similar": ("password_too_similar",),
    "unlike": ("password_unlike",),
    "same": ("password_same",),
    "last-factor": ("cannot_delete_authenticator",),
    "no-factor": ("cannot_generate_recovery_codes",),
    "long": ("max_length",),
}
"""The end of a message's name, and the codes of the refusals that it tells."""
_ENDS = {code: end for end, codes in SENTENCES.items() for code in codes}
_OTHERWISE = "unreadable"


def sentence(error: ValidationError, lang: str, *, field: str = "") -> str:
    """What a form refuses, in words of ours."""
    end = _ENDS.get(error.code or "", _OTHERWISE)
    if end == "code" and field == "credential":
        end = "key"
    args = {key: value for key, value in (error.params or {}).items() if key in ("min_length", "limit_value")}
    return words.say(f"web-account-refused-{end}", lang, n=next(iter(args.values()), 0))


def of_field(field: BoundField, lang: str) -> list[str]:
    """Why a field is refused."""
    return [sentence(each, lang, field=field.name) for each in field.errors.as_data()]


def of_form(form: BaseForm, lang: str) -> list[str]:
    """Why a form is refused as a whole, or by a field that nobody sees."""
    found = [sentence(each, lang) for each in form.non_field_errors().as_data()]
    hidden = [each for field in form.hidden_fields() for each in of_field(field, lang)]
    return found + hidden


class ChangePassword(ChangePasswordForm):
    """A new password: typed twice alike, and not the old one again."""

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ, and the one that is there already."""
        given: dict[str, Any] = super(PasswordVerificationMixin, self).clean() or {}
        first, second, old = (given.get(key) for key in ("password1", "password2", "oldpassword"))
        if first and second and first != second:
            self.add_error("password2", ValidationError("", code="password_unlike"))
        if first and first == old:
            self.add_error("password1", ValidationError("", code="password_same"))
        return given


class Credential(JSONField):
    """What a browser says for a passkey. Anything else is refused here, before the package reads it."""

    def __init__(self, shape: type[AuthenticationResponse | RegistrationResponse]) -> None:
        super().__init__(required=True, widget=HiddenInput)
        self.shape = shape

    def to_python(self, value: Any) -> Any:
        """The answer as read; raises ValidationError where it is none."""
        read = super().to_python(value)
        try:
            self.shape.from_dict(read)
        except (TypeError, ValueError, KeyError, AttributeError, IndexError) as error:
            raise ValidationError("", code="incorrect_code") from error
        return read


class AddKey(keys.AddWebAuthnForm):
    """A new passkey."""

    credential = Credential(RegistrationResponse)


class LoginKey(keys.LoginWebAuthnForm):
    """Signing in with a passkey alone."""

    credential = Credential(AuthenticationResponse)


class AuthenticateKey(keys.AuthenticateWebAuthnForm):
    """A passkey as the second step."""

    credential = Credential(AuthenticationResponse)


class ReauthenticateKey(keys.ReauthenticateWebAuthnForm):
    """A passkey to confirm that it is oneself."""

    credential = Credential(AuthenticationResponse)
