"""Signing in and what changes it: limits, steps, codes, passkeys, and refusals in four languages."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from django.test import Client

from fasti import words
from fasti.access.models import AccessEntry, Account
from tests.web.signing import LOGIN, PASSWORD, enter, opened, text_of

pytestmark = pytest.mark.usefixtures("quick_passwords")

Open = Callable[..., Account]


# By name and password


def test_name_and_password_lead_to_the_page_that_was_asked_for(account: Account, client: Client) -> None:
    page = client.get(f"{LOGIN}?next=/nowhere/")
    assert 'name="next" value="/nowhere/"' in text_of(page)
    assert enter(client, next="/nowhere/")["Location"] == "/nowhere/"
    assert client.get("/nowhere/").status_code == 404
    assert AccessEntry.objects.filter(account=account, what="account.signed_in").count() == 1


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_wrong_password_is_refused_in_the_language_and_says_nothing_of_the_account(
    account: Account, client: Client, lang: str
) -> None:
    client.get(f"/language/?lang={lang}&next={LOGIN}")
    known = text_of(enter(client, password="not this one at all"))
    unknown = text_of(enter(client, name="nobody", password="not this one at all"))
    for page in (known, unknown):
        assert words.say("web-account-refused-mismatch", lang) in page
        assert f'<html lang="{lang}"' in page
    bare = re.compile(r'value="[^"]*"')
    assert bare.sub("", known) == bare.sub("", unknown)


def test_five_wrong_passwords_close_the_account_to_signing_in_and_not_the_others(
    account: Account, client: Client
) -> None:
    opened("DORA")
    for _ in range(5):
        assert words.say("web-account-refused-mismatch", "en") in text_of(
            enter(client, password="wrong and wrong")
        )
    assert words.say("web-account-refused-too-many", "en") in text_of(enter(client))
    assert enter(Client(), name="dora").status_code == 302


def test_an_address_that_tries_many_accounts_is_stopped(account: Account, client: Client) -> None:
    for number in range(10):
        enter(client, name=f"guess{number}", password="wrong and wrong")
    assert words.say("web-account-refused-too-many", "en") in text_of(enter(client))
    assert enter(Client(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_behind_a_proxy_the_limit_counts_the_address_that_the_proxy_names(
    account: Account, client: Client, settings: object
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(11):
        client.post(
            LOGIN,
            {"login": f"guess{number}", "password": "wrong"},
            headers={"X-Forwarded-For": "203.0.113.9, 192.0.2.1"},
        )
    other = client.post(
        LOGIN, {"login": "bruno", "password": PASSWORD}, headers={"X-Forwarded-For": "203.0.113.9, 192.0.2.2"}
    )
    assert other.status_code == 302


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_whoever_asks_too_often_gets_a_page_that_says_so(account: Account, client: Client, lang: str) -> None:
    client.get(f"/language/?lang={lang}&next={LOGIN}")
    for _ in range(30):
        client.post(LOGIN, {})
    answer = client.post(LOGIN, {})
    assert answer.status_code == 429
    assert words.say("web-account-too-many-why", lang) in text_of(answer)


def test_an_empty_form_says_at_each_field_what_is_missing(account: Account, client: Client) -> None:
    page = text_of(client.post(LOGIN, {}))
    assert page.count(words.say("web-account-refused-required", "en")) == 2
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_login-e1 "' in page


@pytest.mark.parametrize("given", ["\0", "x\0y", "a" * 10_000, "‮reversed", "' OR 1=1 --"])
def test_bad_names_are_refused_and_break_nothing(account: Account, client: Client, given: str) -> None:
    assert enter(client, name=given).status_code in (200, 400)
    assert not client.session.get("_auth_user_id")


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "\\\\evil",
    ],
)
def test_signing_in_never_leads_out_of_the_application(
    account: Account, client: Client, address: str
) -> None:
    assert enter(client, next=address)["Location"] == "/"


def test_the_session_has_another_key_after_signing_in_and_after_signing_out(
    account: Account, client: Client
) -> None:
    client.get(f"{LOGIN}?next=/x/")
    enter(client, password="wrong and wrong")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["fasti_session"] = session.session_key
    before = session.session_key
    enter(client)
    signed = client.session.session_key
    assert signed != before
    client.post("/account/logout/")
    assert client.session.session_key != signed
    client.cookies["fasti_session"] = signed
    assert client.get("/nowhere/").status_code == 302


def test_signing_out_takes_a_form_and_says_that_it_is_done(account: Account, client: Client) -> None:
    enter(client)
    assert words.say("web-account-sign-out-title", "en") in text_of(client.get("/account/logout/"))
    assert client.get("/nowhere/").status_code == 404
    answer = client.post("/account/logout/", follow=True)
    assert answer.redirect_chain == [(LOGIN, 302)]
    assert words.say("web-account-said-signed-out", "en") in text_of(answer)


def test_a_closed_account_does_not_get_in_and_an_open_session_of_it_ends(
    account: Account, client: Client
) -> None:
    enter(client)
    Account.objects.filter(id=account.id).update(is_active=False)
    assert client.get("/nowhere/")["Location"].startswith(LOGIN)
    answer = client.post(LOGIN, {"login": "bruno", "password": PASSWORD}, follow=True)
    assert words.say("web-account-closed-why", "en") in text_of(answer)


def test_cookies_are_for_this_site_alone_and_travel_on_https_alone_where_there_is_https(
    account: Account, client: Client
) -> None:
    enter(client)
    cookie = client.cookies["fasti_session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["secure"]) == (True, "Lax", "")
    script = (
        "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.SESSION_COOKIE_HTTPONLY, s.CSRF_COOKIE_HTTPONLY, s.MFA_TRUST_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0, "
        "s.SECURE_PROXY_SSL_HEADER is not None, s.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN, s.ALLAUTH_TRUSTED_PROXY_COUNT)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], env={"FASTI_HTTPS": "1", "DJANGO_SETTINGS_MODULE": "fasti.settings"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.split() == ["True"] * 7 + ["False", "1"]
