"""The page everybody arrives at: what waits for them, their unit's figures, and nothing that is not theirs."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from fasti import words
from fasti.access import sight as sights
from fasti.access.models import Account
from fasti.acts.models import Draft
from fasti.reports import waiting
from fasti.subjects.models import Person, Unit
from fasti.web import addresses, asked
from tests import cast
from tests.returns import handed
from tests.web.conftest import SignIn

QUESTIONS = 40
"""Few enough for a page that everybody opens first."""


def _draft(title: str = "Lamps for Alder") -> Draft:
    content = {"issuer": "NORTH-B", "type": "decision", "title": title, "signed_on": "2024-06-18"}
    return Draft.objects.create(
        content=content, unit=Unit.objects.get(code="NORTH-B"), drafted_at=cast.at("2024-06-18"),
        drafted_by=Person.objects.get(code="DORA"),
    )  # fmt: skip


def test_what_waits_is_shown_with_its_article_and_one_step(sign_in: SignIn) -> None:
    draft = _draft()
    text = sign_in("BRUNO").get("/").content.decode()
    assert "Lamps for Alder" in text
    assert f'href="/drafts/{draft.pk}/"' in text
    assert "Standing orders, s. 14" in text, "the article of the empty post"
    assert text.count("btn--main") == 1


def test_chips_choose_a_kind(sign_in: SignIn) -> None:
    _draft()
    client = sign_in("BRUNO")
    assert "Lamps for Alder" not in client.get("/?kind=post").content.decode()
    assert "Lamps for Alder" in client.get("/?kind=check").content.decode()


@pytest.mark.parametrize("code", ["CHIARA", "FATIMA", "GORAN"])
def test_a_draft_of_another_region_is_not_told(sign_in: SignIn, code: str) -> None:
    draft = _draft()
    text = sign_in(code).get("/").content.decode()
    assert "Lamps for Alder" not in text
    assert f"/drafts/{draft.pk}/" not in text


def test_a_member_without_posts_sees_their_own_and_an_empty_list_that_teaches(sign_in: SignIn) -> None:
    text = sign_in("GORAN").get("/").content.decode()
    assert words.say("web-home-none-member", "en") in text
    assert 'href="/people/GORAN/"' in text
    assert 'href="/units/ALDER/"' in text
    assert words.say("web-home-planned-none", "en") not in text


def test_small_figures_of_a_unit_that_is_not_theirs_to_see_are_withheld(sign_in: SignIn) -> None:
    hana = {"kind": "ADMIT", "person": "HANA", "unit": "BIRCH", "stage": "full", "family_name": "Hart"}
    hana |= {"given_name": "Hana", "sex": "F", "born_on": "1990-01-01"}
    cast.issue(cast.act("BIRCH", "decision", "Hana joins", "2024-01-10", hana))
    text = sign_in("HANA").get("/").content.decode()
    assert words.say("report-under", "en", n=5) in text


def test_a_technical_account_sees_the_system_and_no_content(guild: object) -> None:
    account = Account.objects.create(name="machine", opened_at=cast.at("2020-01-02"))
    client = Client()
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    _draft()
    text = client.get("/").content.decode()
    assert words.say("web-home-technical", "en") in text
    assert "Lamps" not in text
    assert "Founding of the guild" not in text
    assert "Alder" not in text


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_it_speaks_every_language(sign_in: SignIn, lang: str) -> None:
    text = sign_in("BRUNO", lang=lang).get("/").content.decode()
    assert words.say("web-home-foot", lang) in text


def test_the_questions_asked_do_not_grow_with_what_waits(
    sign_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in("BRUNO")
    _draft()
    client.get("/")
    for more in (0, 20):
        for i in range(more):
            _draft(f"Draft {i}")
        with django_assert_num_queries(QUESTIONS):
            assert client.get("/").status_code == 200


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_how_long_a_seat_may_be_empty_is_the_rule_books_to_say(sign_in: SignIn, lang: str) -> None:
    rule = cast.pack().value("posts.vacant_long_days", as_of=asked.now().date())
    text = sign_in("BRUNO", lang=lang).get("/").content.decode()
    assert rule.reference in text
    assert words.say("web-home-age-over", lang, first=90) in text, (
        "the last age begins with the limit of 90 days"
    )
    assert "180" not in text


def test_a_proposal_waits_for_whom_it_was_made_with_its_article_and_is_listed(sign_in: SignIn) -> None:
    cast.issue(handed.submit("2024-07-10", proposals=["Buy oil for the lamps."]))
    ada = sign_in("ADA")
    sight = sights.of_account(Account.objects.get(name="ada"), pack=cast.pack(), day=date(2024, 8, 12))
    for lang in words.LANGUAGES:
        found = waiting.of(sight, pack=cast.pack(), day=date(2024, 8, 12), lang=lang)
        (item,) = (each for each in found if each.kind == "proposal")
        assert "Buy oil for the lamps." in item.what
        assert (item.article, item.days_late, item.group) == ("Standing orders, s. 18", 3, "overdue")
    page = ada.get(addresses.of_step(item.step)).content.decode()
    assert "Buy oil for the lamps." in page
    assert "Standing orders, s. 18" in page
    made = sign_in("CHIARA").get("/returns/proposals/?unit=SOUTH").content.decode()
    assert "Buy oil for the lamps." in made
    assert (
        "Buy oil for the lamps." not in sign_in("EMIL").get("/returns/proposals/?unit=ALDER").content.decode()
    )
    cast.issue(handed.answer("ANSWER_PROPOSAL", "2024-08-13", version=1, position=1, answer="accepted"))
    assert "Buy oil for the lamps." not in ada.get("/returns/proposals/?unit=GLK").content.decode()
    assert "Buy oil for the lamps." in ada.get("/returns/proposals/?unit=GLK&all=1").content.decode()
