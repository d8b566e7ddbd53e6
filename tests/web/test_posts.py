"""Posts: the establishment, vacancies by age with the article, and the succession of one post."""

from __future__ import annotations

import pytest

from fasti import words
from tests import cast
from tests.web.conftest import SignIn
from tests.web.test_people import text


def test_the_establishment_of_the_own_region_with_holders(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/posts/")
    assert "NORTH-B.member" in page
    assert "SOUTH-B.chair" not in page
    assert "/people/EMIL/" in page


def test_elsewhere_posts_are_shown_without_their_holders(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/posts/?unit=SOUTH")
    assert "/posts/SOUTH-B.chair/" in page
    assert "Conti" not in page
    assert words.say("web-posts-not-shown", "en") in page


def test_a_seat_empty_too_long_names_the_article_and_the_next_step(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/posts/?view=long&as_of=2024-06-30")
    assert "Standing orders, s. 14" in page
    assert "/posts/NORTH-B.member/" in page
    assert "/posts/ALDER.keeper/" not in page
    assert "/drafts/new/?post=NORTH-B.member" not in page, "nothing is drafted in the past"
    assert "/drafts/new/?post=NORTH-B.member" in text(sign_in("BRUNO"), "/posts/?view=long")


def test_the_numbers_add_up(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/posts/?as_of=2024-06-30")
    start = page.index('class="panel figs"')
    figures = [part.split("</dd>")[0] for part in page[start:].split("<dd>")[1:4]]
    assert figures == ["5", "3", "2"]


def test_a_post_that_ended_its_term_is_listed_as_ending(sign_in: SignIn) -> None:
    cast.issue(
        cast.act("NORTH-B", "decision", "For a term", "2024-04-01",
                 {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "ends_planned_on": "2024-08-01"})
    )  # fmt: skip
    page = text(sign_in("BRUNO"), "/posts/?view=ending&as_of=2024-06-30")
    assert "/posts/NORTH-B.member/" in page
    assert "/posts/ALDER.keeper/" not in page


def test_the_succession_names_holders_only_within_reach(sign_in: SignIn) -> None:
    assert "Emil" in text(sign_in("BRUNO"), "/posts/ALDER.keeper/")
    page = text(sign_in("CHIARA"), "/posts/ALDER.keeper/")
    assert "Emil" not in page
    assert "Ek" not in page.split("<main")[1].split("</main>")[0]
    assert words.say("web-posts-not-shown-why", "en") in page


@pytest.mark.parametrize("address", ["/posts/NO.such/", "/posts/?unit=NOWHERE", "/posts/?view=nonsense"])
def test_what_is_not_there_is_not_there(sign_in: SignIn, address: str) -> None:
    text(sign_in("BRUNO"), address, status=404)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_pages_speak_every_language(sign_in: SignIn, lang: str) -> None:
    client = sign_in("BRUNO", lang=lang)
    assert words.say("web-posts-view-long", lang) in text(client, "/posts/")
    assert words.say("web-posts-succession", lang) in text(client, "/posts/ALDER.keeper/")
