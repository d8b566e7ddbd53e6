"""The search: units, acts and people in three groups, folded, and only what one may see."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from fasti import words
from fasti.operations import index_units, rebuild_register, withdraw_act
from fasti.register import unit_words
from tests import cast
from tests.web.conftest import SignIn


def text(client: Client, address: str, *, is_swap: bool = False) -> str:
    answer = client.get(address, headers={"HX-Request": "true"} if is_swap else {})
    assert answer.status_code == 200
    return answer.content.decode()


def named(*names: tuple[str, str]) -> None:
    effects = [
        {
            "kind": "FOUND",
            "unit": code,
            "unit_kind": "lodge",
            "name": {"en": name, "vi": name},
            "parent": "SOUTH",
        }
        for code, name in names
    ]
    cast.issue(cast.act("SOUTH-B", "decision", "New lodges", "2021-03-01", *effects))


@pytest.mark.parametrize("written", ["Đức Thọ", "duc tho", "THO duc", "  duc  ", "S-9", "s-9"])
def test_a_unit_is_found_by_the_beginnings_of_its_words_or_by_its_code(sign_in: SignIn, written: str) -> None:
    named(("S-9", "Đức Thọ"), ("S-10", "Kỳ Anh"))
    page = sign_in("BRUNO").get("/search/", {"q": written}).content.decode()
    assert 'href="/units/S-9/"' in page
    assert 'href="/units/S-10/"' not in page


def test_a_unit_is_found_by_the_name_it_bore_before(sign_in: SignIn) -> None:
    effect = {"kind": "RENAME", "unit": "BIRCH", "name": {"en": "Silver Birch"}}
    cast.issue(cast.act("COUNCIL", "decision", "A new name", "2022-01-01", effect))
    effect = {"kind": "RENAME", "unit": "BIRCH", "name": {"en": "Aspen"}}
    cast.issue(cast.act("COUNCIL", "decision", "Another name", "2023-01-01", effect))
    page = text(sign_in("BRUNO"), "/search/?q=silver")
    assert "<b>Aspen</b>" in page
    assert words.say("web-search-formerly", "en", name="Silver Birch") in page
    assert words.say("web-search-formerly", "en", name="Birch")[:8] not in text(
        sign_in("BRUNO"), "/search/?q=aspen"
    )


def test_a_name_that_was_withdrawn_finds_nothing(sign_in: SignIn) -> None:
    effect = {"kind": "RENAME", "unit": "BIRCH", "name": {"en": "Mistake"}}
    (act,) = cast.issue(cast.act("COUNCIL", "decision", "A new name", "2022-01-01", effect))
    assert 'href="/units/BIRCH/"' in text(sign_in("BRUNO"), "/search/?q=mistake")
    by = cast.act("COUNCIL", "decision", "It was a mistake", "2022-02-01")
    withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at("2022-02-01"), actor="test")
    assert 'href="/units/BIRCH/"' not in text(sign_in("BRUNO"), "/search/?q=mistake")


def test_the_words_are_the_same_after_a_rebuild(sign_in: SignIn) -> None:
    named(("S-9", "Đức Thọ"))
    before = _words()
    assert before
    rebuild_register.rebuild()
    assert _words() == before
    assert index_units.num_behind() == 0
    unit_words.empty()
    assert index_units.num_behind() > 0
    index_units.catch_up()
    assert _words() == before


def _words() -> list[tuple[str, int]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT word, unit_id FROM unit_word ORDER BY word, unit_id")
        return list(cursor.fetchall())


def test_people_and_acts_of_a_neighbour_are_absent_from_page_and_suggestions(sign_in: SignIn) -> None:
    cast.issue(cast.act("SOUTH-B", "decision", "Lanterns of the coast", "2024-02-02"))
    for is_swap in (False, True):
        for query in ("conti", "chiara", "lanterns", "coast"):
            page = text(sign_in("BRUNO"), f"/search/?q={query}", is_swap=is_swap)
            assert not any(found in page for found in ("/people/CHIARA", "Conti", "Lanterns"))
            assert not re.search("/acts/[0-9]", page)
    assert "Lanterns of the coast" in text(sign_in("CHIARA"), "/search/?q=lantern")
    assert "/people/CHIARA/" in text(sign_in("ADA"), "/search/?q=conti", is_swap=True)


def test_a_confidential_act_is_not_suggested_to_whom_it_is_not_cleared(sign_in: SignIn) -> None:
    secret = cast.act("NORTH-B", "decision", "Sealed lanterns", "2024-05-02", confidentiality="closed")
    cast.issue(secret)
    assert "Sealed lanterns" in text(sign_in("BRUNO"), "/search/?q=sealed", is_swap=True)
    assert "Sealed lanterns" not in text(sign_in("GORAN"), "/search/?q=sealed", is_swap=True)


def test_everybody_finds_themselves(sign_in: SignIn) -> None:
    page = text(sign_in("GORAN"), "/search/?q=goran")
    assert "/people/GORAN/" in page
    assert "/people/EMIL/" not in text(sign_in("GORAN"), "/search/?q=emil")


def test_a_swap_gets_the_list_alone_and_one_group_alone_if_asked(sign_in: SignIn) -> None:
    client = sign_in("ADA")
    page = text(client, "/search/?q=a", is_swap=True)
    assert "<html" not in page
    assert words.say("web-search-units", "en") in page
    only = text(client, "/search/?q=a&only=units", is_swap=True)
    assert words.say("web-search-people", "en") not in only


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("query", ["", "alder", "nothing-fits-this", "%", "'\"--", "\u202e", "x" * 5000])
def test_every_question_is_answered_in_every_language(sign_in: SignIn, lang: str, query: str) -> None:
    answer = sign_in("ADA", lang=lang).get("/search/", {"q": query})
    assert answer.status_code == 200
    assert words.say("web-search-hint", lang) in answer.content.decode()


def test_a_search_asks_the_same_however_much_is_found(
    sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    named(*((f"S-{at}", f"Lodge {at}") for at in range(100, 160)))
    client = sign_in("ADA")
    with django_assert_max_num_queries(30):
        page = text(client, "/search/?q=lodge")
    assert words.say("web-search-more-units", "en") in page
    assert words.say("web-search-more-units", "en") not in text(client, "/search/?q=lodge&only=units")
