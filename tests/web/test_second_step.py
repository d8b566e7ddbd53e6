"""The second step of signing in, and what is demanded before any other page is shown."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from fasti import words
from fasti.access import actor, sight
from fasti.access.models import AccessEntry, Account
from fasti.operations import forget_factors, open_account
from tests import cast
from tests.web.signing import (
    LOGIN,
    NEW,
    PASSWORD,
    code_of,
    codes_of,
    confirmed,
    enter,
    opened,
    passkey,
    text_of,
    with_app,
)

pytestmark = pytest.mark.usefixtures("quick_passwords")


def test_with_an_app_the_code_is_asked_for_and_the_page_comes_after(account: Account, client: Client) -> None:
    secret = with_app(account)
    step = enter(client, next="/nowhere/")
    assert step["Location"] == "/account/two-factor/authenticate/"
    assert client.get("/nowhere/")["Location"].startswith(LOGIN)
    page = text_of(client.get(step["Location"]))
    assert words.say("web-account-step", "en", name="bruno") in page
    assert client.post(step["Location"], {"code": code_of(secret)})["Location"] == "/nowhere/"
    assert client.get("/nowhere/").status_code == 404


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_wrong_code_is_refused_next_to_its_field(account: Account, client: Client, lang: str) -> None:
    with_app(account)
    client.get(f"/language/?lang={lang}&next={LOGIN}")
    enter(client)
    page = text_of(client.post("/account/two-factor/authenticate/", {"code": "000000"}))
    assert words.say("web-account-refused-code", lang) in page
    assert client.get("/nowhere/")["Location"].startswith(LOGIN)


def test_five_wrong_codes_close_the_second_step(account: Account, client: Client) -> None:
    secret = with_app(account)
    enter(client)
    for _ in range(5):
        client.post("/account/two-factor/authenticate/", {"code": "000000"})
    page = text_of(client.post("/account/two-factor/authenticate/", {"code": code_of(secret)}))
    assert words.say("web-account-refused-too-many", "en") in page


def test_a_code_of_the_app_opens_once(account: Account, client: Client) -> None:
    code = code_of(with_app(account))
    enter(client)
    client.post("/account/two-factor/authenticate/", {"code": code})
    other = Client()
    enter(other)
    assert other.post("/account/two-factor/authenticate/", {"code": code}).status_code == 200


def test_a_recovery_code_opens_once(account: Account, client: Client) -> None:
    with_app(account)
    first, *rest = codes_of(account)
    enter(client)
    page = text_of(client.get("/account/two-factor/authenticate/?with=recovery"))
    assert words.say("web-account-recovery", "en") in page
    given = {"code": first, "with": "recovery"}
    assert client.post("/account/two-factor/authenticate/", given)["Location"] == "/"
    assert codes_of(account) == rest
    other = Client()
    enter(other)
    refused = other.post("/account/two-factor/authenticate/", given)
    assert words.say("web-account-refused-code", "en") in text_of(refused)
    assert words.say("web-account-recovery", "en") in text_of(refused)


def test_a_machine_is_remembered_only_if_asked_and_only_until_the_password_changes(
    account: Account, client: Client
) -> None:
    secret = with_app(account)
    enter(client)
    answer = client.post("/account/two-factor/authenticate/", {"code": code_of(secret), "remember": "yes"})
    cookie = answer.cookies["fasti_machine"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 7 * 86_400
    client.post("/account/logout/")
    assert enter(client)["Location"] == "/"
    client.post("/account/logout/")
    account.set_password(NEW)
    account.save()
    assert enter(client, password=NEW)["Location"] == "/account/two-factor/authenticate/"
    cache.clear()
    unasked = Client()
    enter(unasked, password=NEW)
    signed = unasked.post("/account/two-factor/authenticate/", {"code": code_of(secret)})
    assert signed["Location"] == "/"
    assert "fasti_machine" not in signed.cookies


def test_somebody_else_may_begin_anew_at_the_second_step(account: Account, client: Client) -> None:
    with_app(account)
    enter(client)
    assert client.get(LOGIN)["Location"] == "/account/two-factor/authenticate/"
    client.post("/account/logout/", {"next": LOGIN})
    assert client.get(LOGIN).status_code == 200


def test_the_secrets_of_the_second_step_are_sealed_and_lost_with_the_key(
    account: Account, client: Client, settings: object
) -> None:
    secret = with_app(account)
    kept = [str(row) for row in Authenticator.objects.values_list("data", flat=True)]
    assert not any(secret in each or codes_of(account)[0] in each for each in kept)
    settings.SECRET_KEY = "another installation"
    enter(client)
    for lang in words.LANGUAGES:
        client.cookies["fasti_lang"] = lang
        page = text_of(client.get("/account/two-factor/authenticate/"))
        assert words.say("web-account-app-closed", lang) in page
    for code in (code_of(secret), "000000", codes_of(account)[0]):
        assert client.post("/account/two-factor/authenticate/", {"code": code}).status_code == 200


def test_a_lost_device_is_forgotten_by_the_operator_and_by_a_registrar_of_no_less_sight(
    account: Account, client: Client
) -> None:
    with_app(account)
    day, pack = cast.at("2026-01-02"), cast.pack()
    dora = actor.signed_in(sight.of_account(opened("DORA"), pack=pack, day=day.date()))
    emil = actor.signed_in(sight.of_account(opened("EMIL"), pack=pack, day=day.date()))
    with pytest.raises(open_account.CannotChangeAccount):
        forget_factors.forget_factors("bruno", pack=pack, at=day, actor=emil)
    assert enter(client)["Location"] == "/account/two-factor/authenticate/"
    assert forget_factors.forget_factors("bruno", pack=pack, at=day, actor=dora) == 2
    assert enter(Client())["Location"] == "/"
    kept = AccessEntry.objects.get(what="factor.removed")
    assert (kept.account, kept.person) == (dora.sight.account, account.person)


def test_a_password_that_was_given_must_be_changed_before_anything_else(
    guild: object, client: Client
) -> None:
    account = opened("BRUNO", is_new=True)
    enter(client, next="/nowhere/")
    step = client.get("/nowhere/?as_of=2024-01-01")
    assert step["Location"] == "/account/password/change/?next=%2Fnowhere%2F%3Fas_of%3D2024-01-01"
    assert words.say("web-account-change-own-title", "en") in text_of(client.get(step["Location"]))
    client.post("/account/logout/")
    enter(client)
    assert client.get("/nowhere/")["Location"].startswith("/account/password/change/")
    same = {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD}
    assert words.say("web-account-refused-same", "en") in text_of(client.post(step["Location"], same))
    given = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW, "next": "/nowhere/"}
    assert client.post("/account/password/change/", given)["Location"] == "/nowhere/"
    assert client.get("/nowhere/").status_code == 404
    account.refresh_from_db()
    assert account.check_password(NEW)
    assert account.last_login is not None
    assert AccessEntry.objects.filter(account=account, what="password.changed").exists()


def test_an_installation_may_ask_every_account_for_a_second_step(
    account: Account, client: Client, settings: object
) -> None:
    settings.REQUIRE_MFA = True
    enter(client)
    step = client.get("/nowhere/")["Location"]
    assert step == "/account/two-factor/totp/activate/?next=%2Fnowhere%2F"
    page = text_of(client.get(step))
    assert words.say("web-account-must", "en") in page
    assert 'class="gatehouse"' in page
    secret = client.session[totp.SECRET_SESSION_KEY]
    done = client.post("/account/two-factor/totp/activate/", {"code": code_of(secret)})
    assert done["Location"] == "/account/two-factor/recovery-codes/"
    assert codes_of(account)[0] in text_of(client.get(done["Location"]))
    assert client.get("/nowhere/").status_code == 404
    refused = client.post("/account/two-factor/totp/deactivate/")
    assert words.say("web-account-refused-last-factor", "en") in text_of(refused)
    assert Authenticator.objects.filter(user=account, type="totp").exists()


def test_the_last_passkey_stays_where_a_second_step_is_asked_for(
    account: Account, client: Client, settings: object
) -> None:
    settings.REQUIRE_MFA = True
    key = passkey(account)
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = f"/account/two-factor/webauthn/keys/{key.pk}/remove/"
    assert words.say("web-account-refused-last-factor", "en") in text_of(
        confirmed(client, address, post=True)
    )
    assert Authenticator.objects.filter(pk=key.pk).exists()
