"""Changing how one signs in: password, app, passkeys, and the pages of it in every language."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from fasti import words
from fasti.access.models import AccessEntry, Account
from tests.web.conftest import SignIn
from tests.web.signing import (
    LOGIN,
    NEW,
    OVERVIEW,
    PASSWORD,
    code_of,
    codes_of,
    enter,
    opened,
    passkey,
    text_of,
    with_app,
)

pytestmark = pytest.mark.usefixtures("quick_passwords")


def test_a_new_password_says_what_is_wrong_with_it(account: Account, client: Client) -> None:
    enter(client)

    def refused(old: str, first: str, second: str, lang: str = "en") -> str:
        cache.clear()
        answer = client.post(
            "/account/password/change/", {"oldpassword": old, "password1": first, "password2": second}
        )
        return text_of(answer)

    assert words.say("web-account-refused-password", "en") in refused("wrong", NEW, NEW)
    assert words.say("web-account-refused-short", "en", n=12) in refused(PASSWORD, "short", "short")
    assert words.say("web-account-refused-common", "en") in refused(
        PASSWORD, "qwertyuiop123", "qwertyuiop123"
    )
    assert words.say("web-account-refused-unlike", "en") in refused(PASSWORD, NEW, NEW + "s")
    account.refresh_from_db()
    assert account.check_password(PASSWORD)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_changing_the_password_keeps_one_here_and_signs_out_elsewhere(
    account: Account, client: Client, lang: str
) -> None:
    Account.objects.update(language=lang)
    enter(client)
    elsewhere = Client()
    enter(elsewhere)
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    answer = client.post("/account/password/change/", given, follow=True)
    assert words.say("web-account-said-password-changed", lang) in text_of(answer)
    assert answer.redirect_chain == [(OVERVIEW, 302)]
    assert elsewhere.get("/nowhere/")["Location"].startswith(LOGIN)


def test_changing_how_one_signs_in_asks_for_the_password_unless_one_has_just_given_it(
    account: Account, client: Client
) -> None:
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = "/account/two-factor/totp/activate/"
    ask = client.get(address)
    assert ask["Location"] == "/account/reauthenticate/?next=%2Faccount%2Ftwo-factor%2Ftotp%2Factivate%2F"
    wrong = client.post(ask["Location"], {"password": "wrong and wrong"})
    assert words.say("web-account-refused-password", "en") in text_of(wrong)
    assert words.say("web-account-app-scan", "en") in text_of(
        client.post(ask["Location"], {"password": PASSWORD}, follow=True)
    )
    fresh = Client()
    enter(fresh)
    assert fresh.get(address).status_code == 200


def test_an_app_is_set_up_with_codes_shown_and_taken_down_again(
    account: Account,
    client: Client,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    enter(client)
    page = text_of(client.get("/account/two-factor/totp/activate/"))
    assert 'src="data:image/svg+xml;base64,' in page
    secret = client.session[totp.SECRET_SESSION_KEY]
    assert " ".join(re.findall("....", secret)) in page
    wrong = client.post("/account/two-factor/totp/activate/", {"code": "000000"})
    assert words.say("web-account-refused-code", "en") in text_of(wrong)
    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post("/account/two-factor/totp/activate/", {"code": code_of(secret)}, follow=True)
    file = client.get("/account/two-factor/recovery-codes/download/")
    assert file["Content-Type"].startswith("text/plain")
    assert "attachment" in file["Content-Disposition"]
    for code in codes_of(account):
        assert code in text_of(shown)
        assert code in text_of(file)
    old = codes_of(account)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/two-factor/recovery-codes/generate/")
    assert not set(old) & set(codes_of(account))
    gone = client.post("/account/two-factor/totp/deactivate/", follow=True)
    assert words.say("web-account-said-app-removed", "en") in text_of(gone)
    assert not Authenticator.objects.filter(user=account).exists()
    kept = list(AccessEntry.objects.filter(account=account).order_by("id").values_list("what", flat=True))
    assert kept == ["account.signed_in", "factor.added", "codes.made", "factor.removed"]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_page_of_signing_in_is_shown_in_every_language(
    account: Account, client: Client, lang: str
) -> None:
    Account.objects.update(language=lang)
    enter(client)
    pages = {
        "": "web-account-app-why",
        "totp/activate/": "web-account-app-scan",
        "webauthn/": "web-account-keys-none",
    }
    for address, said in pages.items():
        assert words.say(said, lang) in text_of(client.get(OVERVIEW + address)), address
    with_app(account)
    key = passkey(account)
    for address, said in {
        "": "web-account-active",
        "totp/deactivate/": "web-account-app-remove-why",
        "recovery-codes/": "web-account-codes-download",
        "recovery-codes/generate/": "web-account-codes-make-title",
        "webauthn/": "web-account-key-is-alone",
        f"webauthn/keys/{key.pk}/edit/": "web-account-key-save",
        f"webauthn/keys/{key.pk}/remove/": "web-account-key-remove-do",
        "reauthenticate/": "web-account-code-or-recovery",
    }.items():
        page = text_of(client.get(OVERVIEW + address))
        assert words.say(said, lang) in page, address
        assert f'<html lang="{lang}"' in page
        assert "<script>" not in page
        assert " style=" not in page


def test_adding_and_using_passkeys_is_offered(account: Account, client: Client) -> None:
    assert 'data-allauth-onload="allauth.webauthn.forms.loginForm"' in text_of(client.get(LOGIN))
    asked = client.get("/account/two-factor/webauthn/login/", headers={"Accept": "application/json"})
    assert "challenge" in asked.json()["request_options"]["publicKey"]
    enter(client)
    page = text_of(client.get("/account/two-factor/webauthn/add/"))
    assert words.say("web-account-key-nth", "en", n=1) in page
    assert "creation_options" in page


@pytest.mark.parametrize(
    "given",
    [
        "",
        "5",
        "[]",
        "{}",
        '{"id": 1}',
        "not json",
        "null",
        '{"response": 5, "id": "x", "rawId": "x", "type": "public-key"}',
    ],
)
def test_what_is_no_passkey_is_refused_with_a_sentence(account: Account, client: Client, given: str) -> None:
    answer = client.post("/account/two-factor/webauthn/login/", {"credential": given}, follow=True)
    assert words.say("web-account-said-key-unknown", "en") in text_of(answer)
    enter(client)
    added = client.post("/account/two-factor/webauthn/add/", {"credential": given, "name": "x"})
    assert added.status_code == 200
    assert not Authenticator.objects.exists()


def test_a_passkey_is_renamed_and_removed_by_its_holder_alone(account: Account, client: Client) -> None:
    key = passkey(account)
    opened("DORA")
    other = Client()
    enter(other, name="dora")
    for what in ("edit", "remove"):
        assert (
            other.post(f"/account/two-factor/webauthn/keys/{key.pk}/{what}/", {"name": "stolen"}).status_code
            == 404
        )
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get("/account/reauthenticate/")
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    client.post(f"/account/two-factor/webauthn/keys/{key.pk}/edit/", {"name": "<b>Green</b> key"})
    page = text_of(client.get("/account/two-factor/webauthn/"))
    assert "&lt;b&gt;Green&lt;/b&gt; key" in page
    client.post(f"/account/two-factor/webauthn/keys/{key.pk}/remove/")
    assert not Authenticator.objects.exists()


def test_only_what_accounts_need_is_served(account: Account, client: Client) -> None:
    names = set(get_resolver().reverse_dict)
    assert not {
        name
        for name in names
        if isinstance(name, str) and ("signup" in name or "reset" in name or "email" in name)
    } - {"account-email"}  # the registrar's own page of an account, not that of the library
    for address in ("signup/", "password/reset/", "email/", "password/set/"):
        assert client.get(f"/account/{address}").status_code == 404


def test_signed_in_pages_need_few_queries(
    account: Account, sign_in: SignIn, django_assert_max_num_queries: Callable
) -> None:
    client = sign_in("BRUNO")
    with django_assert_max_num_queries(14):
        client.get(OVERVIEW)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("127.0.0.1:8000", "http://localhost:8000/account/login/?next=/units/"),
        ("127.0.0.1", "http://localhost/account/login/?next=/units/"),
        ("[::1]:8000", "http://localhost:8000/account/login/?next=/units/"),
    ],
)
def test_at_the_machine_one_signs_in_at_a_name_for_passkeys_know_no_numbers(
    account: Account, settings: object, asked: str, named: str
) -> None:
    browser = Client(headers={"Host": asked})
    answer = browser.get("/account/login/?next=/units/")
    assert (answer.status_code, answer["Location"]) == (302, named)
    assert Client(headers={"Host": "localhost:8000"}).get(LOGIN).status_code == 200
    settings.ALLOWED_HOSTS = ["127.0.0.1", "[::1]"]
    assert browser.get(LOGIN).status_code == 200, "the name is not served here"
