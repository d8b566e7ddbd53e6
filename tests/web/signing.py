"""Accounts that sign in: by name and password, with an app, with a passkey."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import auth as recovery
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from fasti.access.models import AccessEntry, Account
from fasti.subjects.models import Person
from tests import cast

PASSWORD = "seven lanterns by the quay"


NEW = "nine boats and no harbour"


LOGIN = "/account/login/"


OVERVIEW = "/account/two-factor/"


def opened(code: str, *, is_new: bool = False, lang: str = "en") -> Account:
    """An account of a person of the cast; a new one has a password that was given."""
    made = Account(
        name=code.lower(),
        person=Person.objects.get(code=code),
        opened_at=cast.at("2020-01-02"),
        language=lang,
    )
    made.set_password(PASSWORD)
    made.last_login = None if is_new else cast.at("2020-02-01")
    made.save()
    return made


def enter(client: Client, name: str = "bruno", password: str = PASSWORD, **more: str) -> object:
    return client.post(LOGIN, {"login": name, "password": password, **more})


def with_app(account: Account) -> str:
    """The account with an authenticator app and recovery codes; the key of the app."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(account, secret)
    recovery.RecoveryCodes.activate(account)
    return secret


def code_of(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def codes_of(account: Account) -> list[str]:
    return list(Authenticator.objects.get(user=account, type="recovery_codes").wrap().get_unused_codes())


def text_of(answer: object) -> str:
    return answer.content.decode()


def confirmed(client: Client, address: str, *, post: bool = False) -> object:
    """A page that asks for the password first."""
    first = client.post(address) if post else client.get(address)
    assert first["Location"].startswith("/account/reauthenticate/")
    return client.post(first["Location"], {"password": PASSWORD}, follow=True)


def passkey(account: Account, name: str = "Blue key") -> Authenticator:
    """A passkey as the package keeps it."""
    return Authenticator.objects.create(
        user=account,
        type="webauthn",
        data={"name": name, "credential": {"clientExtensionResults": {"credProps": {"rk": True}}}},
    )


def logged(what: str) -> list[tuple[str | None, str | None]]:
    """By whom and about whom an event was kept, one after the other."""
    entries = AccessEntry.objects.filter(what=what).order_by("id")
    return [
        (each.account.name if each.account else None, each.person.code if each.person else None)
        for each in entries
    ]
