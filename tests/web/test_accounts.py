"""Accounts by pages and API: kept by those who may, passwords shown once."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from fasti import words
from fasti.access.models import AccessEntry, Account
from fasti.acts.models import Act
from fasti.subjects.models import Person
from tests import cast
from tests.api import conftest as api
from tests.web.conftest import SignIn
from tests.web.signing import PASSWORD, enter, logged, opened, text_of, with_app

pytestmark = pytest.mark.usefixtures("quick_passwords")


@pytest.fixture
def dora(guild: Act, client: Client) -> Client:
    """The deputy of the north, signed in by her password a moment ago; she keeps the accounts there."""
    opened("DORA")
    assert enter(client, "dora").status_code == 302
    return client


def names_in(page: str) -> list[str]:
    """The accounts listed."""
    return re.findall(r'<th scope="row"><a href="/accounts/([^/"]+)/">', page)


def password_in(page: str) -> str:
    (found,) = re.findall(r"<code>([a-z2-9]{5}(?:-[a-z2-9]{5}){3})</code>", page)
    return str(found)


# Kept by a registrar


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_accounts_within_reach_are_listed_in_every_language(sign_in: SignIn, lang: str) -> None:
    client = sign_in("DORA", lang=lang)
    for code in ("EMIL", "GORAN", "FATIMA"):
        opened(code, is_new=code == "GORAN")
    with_app(Account.objects.get(name="emil"))
    page = text_of(client.get("/accounts/"))
    assert names_in(page) == ["dora", "emil", "goran"], "not Fatima of the south"
    assert "Ek Emil" in page
    assert f'<html lang="{lang}"' in page
    for said in (
        "web-accounts-has-factor",
        "web-accounts-no-factor",
        "web-accounts-is-waiting",
        "web-place-accounts",
    ):
        assert html.escape(words.say(said, lang)) in page
    for address in (
        "/accounts/emil/",
        "/accounts/emil/close/",
        "/accounts/emil/forget/",
        "/accounts/new/?person=GORAN",
    ):
        page = text_of(client.get(address))
        assert f'<html lang="{lang}"' in page
        assert "<script>" not in page
        assert " style=" not in page
    assert 'value="goran.goric"' in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=goric", ["goran"]),
        ("q=EMIL", ["emil"]),
        ("q=farsi", []),
        ("unit=ALDER", ["dora", "emil", "goran"]),
        ("unit=ALDER&state=never", ["goran"]),
        ("unit=BIRCH", []),
        ("state=alone", ["dora", "goran"]),
        ("state=closed", []),
        ("q=%25_'", []),
        ("state=forged", ["dora", "emil", "goran"]),
    ],
)
def test_accounts_are_searched(sign_in: SignIn, asked: str, found: list[str]) -> None:
    client = sign_in("DORA")
    for code in ("EMIL", "GORAN", "FATIMA"):
        opened(code, is_new=code == "GORAN")
    with_app(Account.objects.get(name="emil"))
    assert names_in(text_of(client.get(f"/accounts/?{asked}"))) == found


def test_a_long_list_goes_on_where_it_ended_in_as_many_queries(
    sign_in: SignIn,
    django_assert_num_queries: Callable[..., Any],
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    client = sign_in("ADA")
    with django_assert_max_num_queries(40) as asked:
        client.get("/accounts/")
        few = len(asked)
    people = [
        Person(code=f"Q-{n:03}", family_name="Q", given_name=str(n), search_name=f"q {n}") for n in range(60)
    ]
    Person.objects.bulk_create(people)
    Account.objects.bulk_create(
        Account(name=f"q-{each.code[2:]}", person=each, opened_at=cast.at("2024-01-01"))
        for each in Person.objects.filter(code__startswith="Q-")
    )
    with django_assert_num_queries(few):
        page = text_of(client.get("/accounts/"))
    assert len(names_in(page)) == 50
    (after,) = re.findall(r'rel="next" href="([^"]+)"', page)
    rest = names_in(text_of(client.get(html.unescape(after))))
    assert sorted({*names_in(page), *rest}) == sorted(Account.objects.values_list("name", flat=True))
    assert client.get("/accounts/?after=forged").status_code == 400


@pytest.mark.parametrize("code", ["EMIL", "GORAN"])
def test_whoever_may_not_keep_accounts_is_refused_alike_everywhere(sign_in: SignIn, code: str) -> None:
    opened("FATIMA")
    client = sign_in(code)
    for address in ("", "new/", "fatima/", "nobody/", "fatima/close/", "fatima/password/", "nobody/forget/"):
        assert client.get(f"/accounts/{address}").status_code == 403, address
        assert client.post(f"/accounts/{address}").status_code in (403, 405), address
    assert 'href="/accounts/"' not in text_of(client.get("/"))
    assert Account.objects.get(name="fatima").closed_at is None


def test_an_account_out_of_reach_is_as_if_it_were_not_there(dora: Client) -> None:
    opened("FATIMA")
    there, nowhere = (text_of(dora.get(f"/accounts/{name}/")) for name in ("fatima", "nobody"))
    assert re.sub(r'"/[^"]*"|csrfmiddlewaretoken" value="\w+"|X-CSRFToken": "\w+', "", there) == re.sub(
        r'"/[^"]*"|csrfmiddlewaretoken" value="\w+"|X-CSRFToken": "\w+', "", nowhere
    )
    for what in ("close", "password", "forget", "reopen"):
        assert dora.post(f"/accounts/fatima/{what}/").status_code == 403
    assert Account.objects.get(name="fatima").check_password(PASSWORD)


def test_an_account_is_opened_and_its_first_password_shown_once(dora: Client) -> None:
    answer = dora.post("/accounts/new/", {"person": "GORAN", "name": "goran"})
    given = password_in(text_of(answer))
    assert "no-store" in answer["Cache-Control"]
    assert given not in text_of(dora.get("/accounts/goran/"))
    assert given not in str(list(AccessEntry.objects.values()))
    assert enter(Client(), "goran", given)["Location"] == "/"
    assert logged("account.opened") == [("dora", "GORAN")]
    first = Client()
    enter(first, "goran", given)
    assert first.get("/account/")["Location"].startswith("/account/password/change/"), (
        "a password of one's own first"
    )


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"person": "FATIMA", "name": "fatima"}, "not-granted"),
        ({"person": "NOBODY", "name": "nobody"}, "unknown-person"),
        ({"person": "GORAN", "name": "Goran"}, "account-name-malformed"),
        ({"person": "GORAN", "name": "dora"}, "account-name-taken"),
        ({"person": "DORA", "name": "dora2"}, "account-of-person"),
        ({"person": "", "name": "machine"}, "not-granted"),
        ({"person": "GORAN", "name": "x" * 10_000}, "account-name-malformed"),
    ],
)
def test_what_stands_in_the_way_is_told_beside_the_field(
    dora: Client, given: dict[str, str], code: str
) -> None:
    answer = dora.post("/accounts/new/", given)
    page = text_of(answer)
    assert answer.status_code == 409
    assert 'class="error"' in page
    assert html.escape(given["name"][:200]) in page
    assert Account.objects.count() == 1
    told = api.Program(api.key("DORA")).raw(
        "post", "accounts", {"account": given["name"][:64], "person": given["person"]}
    )
    if len(given["name"]) <= 64:
        assert code in [each["code"] for each in told.json()["findings"]]
        for each in told.json()["findings"]:
            assert html.escape(each["message"]) in page


def test_a_new_password_signs_out_and_must_be_changed(dora: Client) -> None:
    opened("GORAN")
    browser = Client()
    enter(browser, "goran")
    assert browser.get("/account/").status_code == 200
    given = password_in(text_of(dora.post("/accounts/goran/password/")))
    assert browser.get("/account/").status_code == 302
    account = Account.objects.get(name="goran")
    assert (account.check_password(given), account.last_login) == (True, None)
    assert logged("password.set") == [("dora", "GORAN")]


def test_somebody_who_sees_more_is_helped_at_the_machine(dora: Client) -> None:
    opened("ADA")
    answer = dora.post("/accounts/ada/password/")
    assert answer.status_code == 409
    assert html.escape(words.finding("account-above", "en", value="ada"), quote=False) in text_of(answer)
    assert Account.objects.get(name="ada").check_password(PASSWORD)


def test_second_factors_are_taken_away(dora: Client) -> None:
    goran = opened("GORAN")
    with_app(goran)
    assert "/accounts/goran/forget/" in text_of(dora.get("/accounts/goran/"))
    assert dora.post("/accounts/goran/forget/")["Location"] == "/accounts/goran/"
    assert not Authenticator.objects.exists()
    page = text_of(dora.get("/accounts/goran/"))
    assert words.say("web-accounts-said-forgotten", "en", name="goran") in page
    assert "/accounts/goran/forget/" not in page


def test_an_account_is_closed_and_opened_again_under_its_name(dora: Client) -> None:
    opened("GORAN")
    assert dora.post("/accounts/goran/close/")["Location"] == "/accounts/goran/"
    page = text_of(dora.get("/accounts/goran/"))
    assert words.say("web-accounts-is-closed", "en") in page
    assert "/accounts/goran/password/" not in page
    assert dora.post("/accounts/goran/close/").status_code == 409
    given = password_in(text_of(dora.post("/accounts/goran/reopen/")))
    account = Account.objects.get(name="goran")
    assert (account.closed_at, account.check_password(given)) == (None, True)


@pytest.mark.parametrize("what", ["password", "forget", "reopen"])
def test_what_opens_an_account_asks_who_it_is_and_then_goes_on(
    dora: Client, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody at a browser that was left signed in comes by no password."""
    goran = opened("GORAN")
    with_app(goran)
    if what == "reopen":
        Account.objects.filter(name="goran").update(closed_at=cast.at("2024-01-01"), is_active=False)
    monkeypatch.setattr("fasti.web.signing_in.RECENT", -1)
    monkeypatch.setattr("allauth.account.app_settings.REAUTHENTICATION_TIMEOUT", 300)
    answer = dora.post(f"/accounts/goran/{what}/")
    assert answer["Location"].startswith("/account/reauthenticate/")
    assert Authenticator.objects.count() == 2
    assert Account.objects.get(name="goran").check_password(PASSWORD)
    wrong = dora.post(answer["Location"], {"password": "not hers"})
    assert wrong.status_code == 200
    assert Account.objects.get(name="goran").check_password(PASSWORD)
    done = dora.post(answer["Location"], {"password": PASSWORD})
    if what == "forget":
        assert not Authenticator.objects.exists()
    else:
        assert Account.objects.get(name="goran").check_password(password_in(text_of(done)))


def test_the_address_for_messages_is_set_changed_and_removed_and_each_is_in_the_log(dora: Client) -> None:
    opened("GORAN")
    refused = dora.post("/accounts/goran/email/", {"email": "goran@"})
    assert refused.status_code == 409
    said = html.escape(words.finding("account-email-malformed", "en", value="goran@"), quote=False)
    assert said in text_of(refused)
    assert 'value="goran@"' in text_of(refused)
    assert logged("email.set") == []
    for address in ("goran@example.org", "g.goric@example.org", ""):
        answer = dora.post("/accounts/goran/email/", {"email": f" {address} "})
        assert answer["Location"] == "/accounts/goran/"
        assert Account.objects.get(name="goran").email == address
        assert (address or words.say("web-accounts-no-email", "en")) in text_of(dora.get("/accounts/goran/"))
    assert logged("email.set") == [("dora", "GORAN")] * 3
    assert "example.org" not in str(list(AccessEntry.objects.values()))
    assert dora.post("/accounts/goran/email/").status_code == 400, "what is not said removes nothing"
    opened("FATIMA")
    assert dora.post("/accounts/fatima/email/", {"email": "f@example.org"}).status_code == 403
    assert Account.objects.get(name="fatima").email == ""


def test_the_record_of_a_person_leads_to_the_account(sign_in: SignIn) -> None:
    opened("EMIL")
    dora = sign_in("DORA")
    assert 'href="/accounts/emil/"' in text_of(dora.get("/people/EMIL/"))
    assert 'href="/accounts/new/?person=GORAN"' in text_of(dora.get("/people/GORAN/"))
    assert '"/accounts/' not in text_of(sign_in("EMIL").get("/people/GORAN/"))


def test_a_registrar_who_sees_no_people_sees_codes_alone(guild: Act, client: Client) -> None:
    opened("GORAN")
    Account.objects.create(
        name="desk", is_registrar=True, opened_at=cast.at("2020-01-02"), last_login=cast.at("2020-01-02")
    )
    desk = Account.objects.get(name="desk")
    client.force_login(desk, backend="allauth.account.auth_backends.AuthenticationBackend")
    for address in ("/accounts/", "/accounts/goran/"):
        page = text_of(client.get(address))
        assert "GORAN" in page
        assert "Gorić" not in page
    assert names_in(text_of(client.get("/accounts/?q=goric"))) == []
    assert names_in(text_of(client.get("/accounts/?q=goran"))) == ["goran"]
    assert 'value=""' in text_of(client.get("/accounts/new/?person=GORAN")), (
        "no name is made of one that is not seen"
    )


# Through the API


def test_programs_keep_accounts_alike(guild: Act) -> None:
    dora = api.Program(api.key("DORA"))
    made = dora.post("accounts", {"account": "goran", "person": "GORAN"}, status=201)
    assert Account.objects.get(name="goran").check_password(made["password"])
    assert (made["person"], made["name"], made["unit"], made["is_waiting"]) == (
        "GORAN",
        "Gorić Goran",
        "ALDER",
        True,
    )
    assert [each["account"] for each in dora.get("accounts")["items"]] == ["dora", "goran"]
    assert [each["account"] for each in dora.get("accounts?q=goric&state=never")["items"]] == ["goran"]
    with_app(Account.objects.get(name="goran"))
    assert dora.get("accounts/goran")["has_second_factor"] is True
    assert dora.post("accounts/goran/forget", status=200)["num_forgotten"] == 2
    mail = dora.post("accounts/goran/email", {"email": "goran@example.org"}, status=200)
    assert (mail["email"], dora.get("accounts/goran")["email"]) == ("goran@example.org",) * 2
    new = dora.post("accounts/goran/password", status=200)["password"]
    assert Account.objects.get(name="goran").check_password(new)
    assert dora.post("accounts/goran/close", status=200)["closed_at"]
    told = dora.post("accounts/goran/close", status=422)
    assert [each["code"] for each in told["findings"]] == ["account-closed"]
    told = dora.post("accounts/goran/email", {"email": "goran@example.org"}, status=422)
    assert [each["code"] for each in told["findings"]] == ["account-closed"]
    assert "password" not in json.dumps(dora.get("accounts/goran"))
    assert logged("account.opened") == [("dora", "GORAN")]


def test_programs_without_the_right_are_refused_and_learn_nothing(guild: Act) -> None:
    opened("FATIMA")
    emil, dora = api.Program(api.key("EMIL")), api.Program(api.key("DORA"))
    assert emil.get("accounts", status=403)["right"] == "accounts"
    there, nowhere = (dora.get(f"accounts/{name}", status=403) for name in ("fatima", "nobody"))
    assert {**there, "instance": ""} == {**nowhere, "instance": ""}
    for what in ("close", "password", "forget"):
        dora.post(f"accounts/fatima/{what}", status=403)
