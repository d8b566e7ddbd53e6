"""Signing in and what changes it: limits, steps, codes, passkeys, and refusals in four languages."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import auth as recovery
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from fasti import words
from fasti.access import actor, sight
from fasti.access.models import AccessEntry, Account
from fasti.operations import forget_factors, open_account
from fasti.subjects.models import Person
from tests import cast
from tests.web.conftest import SignIn

PASSWORD = "seven lanterns by the quay"
NEW = "nine boats and no harbour"
LOGIN = "/account/login/"
OVERVIEW = "/account/two-factor/"
Open = Callable[..., Account]


@pytest.fixture(autouse=True)
def _quick_passwords(settings: object) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture
def account(guild: object) -> Account:
    """Bruno's account, with a password of his own."""
    return opened("BRUNO")


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
    return answer.content.decode()  # type: ignore[attr-defined]


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
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # type: ignore[attr-defined]
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


# The second step


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
    settings.SECRET_KEY = "another installation"  # type: ignore[attr-defined]
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


# What is demanded first


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
    settings.REQUIRE_MFA = True  # type: ignore[attr-defined]
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
    settings.REQUIRE_MFA = True  # type: ignore[attr-defined]
    key = passkey(account)
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = f"/account/two-factor/webauthn/keys/{key.pk}/remove/"
    assert words.say("web-account-refused-last-factor", "en") in text_of(
        confirmed(client, address, post=True)
    )
    assert Authenticator.objects.filter(pk=key.pk).exists()


# How one signs in


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


def confirmed(client: Client, address: str, *, post: bool = False) -> object:
    """A page that asks for the password first."""
    first = client.post(address) if post else client.get(address)
    assert first["Location"].startswith("/account/reauthenticate/")
    return client.post(first["Location"], {"password": PASSWORD}, follow=True)


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


def passkey(account: Account, name: str = "Blue key") -> Authenticator:
    """A passkey as the package keeps it."""
    return Authenticator.objects.create(
        user=account,
        type="webauthn",
        data={"name": name, "credential": {"clientExtensionResults": {"credProps": {"rk": True}}}},
    )


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
    }
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
    settings.ALLOWED_HOSTS = ["127.0.0.1", "[::1]"]  # type: ignore[attr-defined]
    assert browser.get(LOGIN).status_code == 200, "the name is not served here"
