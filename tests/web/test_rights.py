"""The page that says why one sees what one sees: every ground with its act and article, and what is not granted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from fasti import words
from fasti.access.models import Account
from fasti.acts.models import Act
from tests import cast
from tests.web.conftest import SignIn


def page_of(client: Client) -> str:
    return client.get("/rights/").content.decode()


def not_included(page: str) -> str:
    """What stands under the last heading."""
    return page.split('id="not"')[1]


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_post_is_named_with_its_unit_day_act_reach_and_article(
    sign_in: SignIn, guild: Act, lang: str
) -> None:
    page = page_of(sign_in("BRUNO", lang=lang))
    names = cast.pack().names("office", lang)
    assert f"{names['chair'][:1].upper()}{names['chair'][1:]}, Board of the North" in page
    assert words.say("web-rights-reach-below", lang, unit="North") in page
    assert f'<a href="/acts/{guild.id}/"><span class="id">{guild.symbol}</span></a>' in page
    assert '<a class="rule" lang="en" href="/charter/#grants.chairs">Statutes, art. 8</a>' in page
    assert words.say("right-accounts", lang) in page.split('id="not"')[0]


def test_a_chair_is_told_that_issuing_reaches_less_far_and_what_is_not_granted(sign_in: SignIn) -> None:
    page = page_of(sign_in("BRUNO"))
    assert words.say("web-rights-reach-own", "en", unit="North") in page
    assert words.say("right-import", "en") in not_included(page)
    assert words.say("web-rights-class", "en", **{"class": "sealed"}) in not_included(page)
    assert words.say("right-acts", "en") not in not_included(page)


def test_the_president_reaches_the_whole_body_and_every_class(sign_in: SignIn) -> None:
    page = page_of(sign_in("ADA"))
    assert words.say("web-rights-reach-body", "en") in page
    assert "sealed" in page.split('id="not"')[0]
    assert "sealed" not in not_included(page)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_plain_member_is_told_so_and_sees_the_own_record(sign_in: SignIn, lang: str) -> None:
    page = page_of(sign_in("GORAN", lang=lang))
    assert words.say("web-rights-no-post", lang) in page
    assert words.say("web-rights-member", lang, unit="Alder") in page
    assert 'href="/people/GORAN/"' in page
    assert 'href="/log/?view=about-me"' in page
    for right in ("people", "personal", "draft", "issue", "log", "accounts"):
        assert words.say(f"right-{right}", lang) in not_included(page)


def test_a_post_that_ended_is_no_ground_any_more(sign_in: SignIn) -> None:
    relieve = {"kind": "RELIEVE", "person": "BRUNO", "post": "NORTH-B.chair", "reason": "request"}
    cast.issue(cast.act("COUNCIL", "decision", "Relief", "2021-05-01", relieve))
    page = page_of(sign_in("BRUNO"))
    assert "Board of the North" not in page
    assert words.say("web-rights-no-post", "en") in page


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_technical_account_is_told_that_it_sees_no_content(guild: Act, lang: str) -> None:
    account = Account.objects.create(
        name="machine", language=lang, opened_at=cast.at("2020-01-02"), last_login=cast.at("2020-01-02")
    )
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = page_of(client)
    assert words.say("web-rights-technical", lang) in page
    assert guild.symbol not in page
    assert "/people/" not in page.split("<main")[1]
    for right in ("acts", "people", "figures"):
        assert words.say(f"right-{right}", lang) in not_included(page)


def test_a_registrar_is_told_of_the_registry(guild: Act) -> None:
    account = Account.objects.create(
        name="desk", is_registrar=True, opened_at=cast.at("2020-01-02"), last_login=cast.at("2020-01-02")
    )
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = page_of(client)
    assert words.say("web-rights-by-registrar", "en") in page
    assert words.say("web-rights-by-beginning", "en") not in page


def test_the_page_takes_the_same_few_queries_whoever_asks(
    sign_in: SignIn, django_assert_max_num_queries: Callable[..., object]
) -> None:
    client = sign_in("BRUNO")
    with django_assert_max_num_queries(24):
        client.get("/rights/")


def test_nothing_is_changed_here(sign_in: SignIn) -> None:
    assert sign_in("BRUNO").post("/rights/").status_code == 405
