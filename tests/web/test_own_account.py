"""One's own account: second steps, sessions, and keys for programs bound to a post."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from fasti import words
from fasti.access import tokens
from fasti.access.models import Account, Token
from fasti.acts.models import Act
from tests import cast
from tests.api import conftest as api
from tests.web import signing as signing_in
from tests.web.conftest import SignIn
from tests.web.signing import PASSWORD, enter, logged, opened, text_of, with_app

pytestmark = pytest.mark.usefixtures("quick_passwords")


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_own_account_tells_factors_sessions_and_keys_in_every_language(
    guild: Act, client: Client, lang: str
) -> None:
    with_app(opened("BRUNO", lang=lang))
    api.key("BRUNO")
    client.force_login(
        Account.objects.get(name="bruno"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    page = text_of(client.get("/account/"))
    assert f'<html lang="{lang}"' in page
    for said in ("web-own", "web-own-tokens", "web-own-sessions", "web-account-app", "web-account-codes"):
        assert words.say(said, lang) in page
    assert "<script>" not in page
    assert " style=" not in page


def test_nobody_sees_it_without_signing_in(guild: Act, client: Client) -> None:
    for address in ("/account/", "/account/tokens/", "/account/sessions/end/", "/account/sessions/1/end/"):
        assert client.get(address)["Location"].startswith("/account/login/")
        assert client.post(address)["Location"].startswith("/account/login/")


def key_in(page: str) -> str:
    (found,) = re.findall(r"<code>(fasti_[\w-]+)</code>", page)
    return str(found)


def test_a_key_is_made_for_a_post_shown_once_used_and_revoked(guild: Act, client: Client) -> None:
    opened("BRUNO")
    enter(client)
    page = text_of(client.get("/account/"))
    assert re.findall(r'<option value="([\w.-]+)">', page) == ["NORTH-B.chair", "api", "calendar"]
    answer = client.post("/account/tokens/", {"name": "Payroll", "post": "NORTH-B.chair", "purpose": "api"})
    key = key_in(text_of(answer))
    assert "no-store" in answer["Cache-Control"]
    page = text_of(client.get("/account/"))
    assert key not in page
    assert "Payroll" in page
    assert words.say("web-own-token-unused", "en") in page
    assert api.Program(key).get("me")["post"] == "NORTH-B.chair"
    assert words.say("web-own-token-unused", "en") not in text_of(client.get("/account/"))
    client.post(f"/account/tokens/{Token.objects.get().id}/revoke/")
    assert words.say("web-own-said-revoked", "en") in text_of(client.get("/account/"))
    assert api.Program(key).raw("get", "me").status_code == 401
    assert logged("token.made") == logged("token.revoked") == [("bruno", "BRUNO")]


def test_a_key_for_the_calendar_comes_with_its_address(guild: Act, client: Client) -> None:
    opened("BRUNO")
    enter(client)
    page = text_of(
        client.post("/account/tokens/", {"name": "Phone", "post": "NORTH-B.chair", "purpose": "calendar"})
    )
    (address,) = re.findall(r"<code>http://testserver(/calendar/[\w-]+\.ics)</code>", page)
    assert b"BEGIN:VCALENDAR" in Client().get(address).content


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": " ", "post": "NORTH-B.chair"}, "web-own-token-nameless"),
        ({"name": "x", "post": "SOUTH-B.chair"}, "web-own-token-no-tenure"),
        ({"name": "x", "post": "nowhere"}, "web-own-token-no-tenure"),
        ({"name": "x"}, "web-own-token-no-tenure"),
        ({"name": "x", "post": "NORTH-B.chair", "purpose": "everything"}, "web-own-token-unknown-purpose"),
    ],
)
def test_a_key_that_cannot_be_made_is_refused_with_a_sentence(
    guild: Act, client: Client, given: dict[str, str], said: str
) -> None:
    opened("BRUNO")
    enter(client)
    assert words.say(said, "en") in text_of(client.post("/account/tokens/", given))
    assert not Token.objects.exists()


def test_keys_are_no_endless_heap(guild: Act, client: Client) -> None:
    opened("BRUNO")
    enter(client)
    for n in range(20):
        client.post("/account/tokens/", {"name": f"n{n}", "post": "NORTH-B.chair"})
    refused = client.post("/account/tokens/", {"name": "one more", "post": "NORTH-B.chair"})
    assert words.say("web-own-token-too-many-tokens", "en") in text_of(refused)
    assert Token.objects.count() == 20


def test_a_key_ends_with_the_post_and_the_page_says_so(guild: Act, client: Client) -> None:
    opened("BRUNO")
    enter(client)
    key = key_in(text_of(client.post("/account/tokens/", {"name": "x", "post": "NORTH-B.chair"})))
    relieve = {"kind": "RELIEVE", "person": "BRUNO", "post": "NORTH-B.chair", "reason": "request"}
    cast.issue(cast.act("COUNCIL", "decision", "Relief", "2021-05-01", relieve))
    page = text_of(client.get("/account/"))
    assert words.say("web-own-token-ended", "en") in page
    assert words.say("web-own-token-no-post", "en") in page
    assert tokens.find(key, purpose="api", day=cast.at("2026-01-01").date()) is None


def test_nobody_revokes_or_ends_what_is_somebody_elses(guild: Act, client: Client) -> None:
    opened("BRUNO")
    opened("DORA")
    enter(client)
    client.post("/account/tokens/", {"name": "x", "post": "NORTH-B.chair"})
    other = Client()
    enter(other, "dora")
    session = signing_in_of(client)
    assert other.post(f"/account/tokens/{Token.objects.get().id}/revoke/").status_code == 404
    assert other.post(f"/account/sessions/{session}/end/").status_code == 404
    assert other.post(f"/account/sessions/{2**70}/end/").status_code == 404
    assert client.get("/account/").status_code == 200


def signing_in_of(client: Client) -> int:
    """The number of the session of a browser."""
    from allauth.usersessions.models import UserSession

    return int(UserSession.objects.get(session_key=client.session.session_key).pk)


def test_another_browser_is_signed_out(guild: Act, client: Client) -> None:
    opened("BRUNO")
    left = Client(headers={"User-Agent": "Library <b>terminal</b> 3"})
    lost = Client(headers={"User-Agent": "Phone"})
    for each in (client, left, lost):
        enter(each)
    page = text_of(client.get("/account/"))
    assert "Library &lt;b&gt;terminal&lt;/b&gt; 3" in page
    assert page.count(words.say("web-own-this", "en")) == 1
    client.post(f"/account/sessions/{signing_in_of(left)}/end/")
    assert left.get("/account/").status_code == 302
    assert lost.get("/account/").status_code == 200
    said = text_of(client.post("/account/sessions/end/", follow=True))
    assert words.say("web-own-said-ended", "en", n=1) in said
    assert lost.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200
    assert logged("session.ended") == [("bruno", "BRUNO")] * 2


def test_a_session_that_a_new_password_ended_is_not_listed(guild: Act, client: Client) -> None:
    opened("BRUNO")
    other = Client(headers={"User-Agent": "Phone"})
    for each in (client, other):
        enter(each)
    client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": signing_in.NEW, "password2": signing_in.NEW},
    )
    page = text_of(client.get("/account/"))
    assert words.say("web-own-this", "en") in page
    assert "Phone" not in page


def test_a_key_asks_who_it_is_where_one_has_not_just_signed_in(sign_in: SignIn) -> None:
    answer = sign_in("BRUNO").post("/account/tokens/", {"name": "x", "post": "NORTH-B.chair"})
    assert answer["Location"].startswith("/account/reauthenticate/")
    assert not Token.objects.exists()


def test_the_own_page_takes_few_queries_whatever_there_is(
    guild: Act,
    client: Client,
    django_assert_max_num_queries: Callable[..., Any],
    django_assert_num_queries: Callable[..., Any],
) -> None:
    opened("BRUNO")
    enter(client)
    client.get("/account/")
    with django_assert_max_num_queries(30) as asked:
        client.get("/account/")
        few = len(asked)
    for n in range(3):
        client.post("/account/tokens/", {"name": f"n{n}", "post": "NORTH-B.chair"})
        enter(Client())
    client.get("/account/")
    with django_assert_num_queries(few):
        client.get("/account/")


def test_the_address_for_messages_is_kept_and_what_is_none_is_refused_beside_it(sign_in: SignIn) -> None:
    browser = sign_in("EMIL")
    refused = browser.post("/account/mail/", {"email": "emil"})
    assert refused.status_code == 409
    assert 'value="emil"' in refused.content.decode()
    assert browser.post("/account/mail/", {"email": "emil@example.org"}).status_code == 302
    assert "emil@example.org" in browser.get("/account/").content.decode()
    assert Account.objects.get(person__code="EMIL").email == "emil@example.org"
