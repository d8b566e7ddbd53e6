"""People: whom one may see, the record of one with its acts, and who looked."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from fasti import words
from fasti.access.models import AccessEntry
from fasti.subjects.models import Person
from tests import cast
from tests.web.conftest import SignIn


def text(client: Client, address: str, *, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:500]
    return answer.content.decode()


def test_a_chair_sees_the_people_of_the_region_and_nobody_of_its_neighbour(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/people/?unit=")
    assert all(name in page for name in ("Ada", "Dvořáková", "Gorić"))
    assert not any(name in page for name in ("Conti", "Farsi", "CHIARA", "FATIMA"))


def test_a_unit_out_of_reach_lists_nobody(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/people/?unit=SOUTH")
    assert "Conti" not in page
    assert "Farsi" not in page
    assert words.say("web-people-none", "en") in page


@pytest.mark.parametrize("written", ["gorić", "GORIC", "goric goran", "GORAN"])
def test_a_name_is_found_without_its_marks(sign_in: SignIn, written: str) -> None:
    page = text(sign_in("BRUNO"), f"/people/?unit=&q={written}")
    assert '<a href="/people/GORAN/">' in page
    assert "/people/EMIL/" not in page


def test_only_who_holds_a_post(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/people/?unit=&holds=yes")
    assert "/people/EMIL/" in page
    assert "/people/GORAN/" not in page


def test_a_member_without_the_right_gets_no_list(sign_in: SignIn) -> None:
    page = text(sign_in("GORAN"), "/people/", status=403)
    assert words.say("right-people", "en") in page
    assert "Emil" not in page


def test_whoever_is_not_seen_looks_like_nobody(sign_in: SignIn) -> None:
    client = sign_in("BRUNO")
    hidden, nobody = client.get("/people/CHIARA/"), client.get("/people/NOBODY/")
    assert (hidden.status_code, nobody.status_code) == (403, 403)
    assert _main(hidden.content.decode()) == _main(nobody.content.decode())
    assert "Conti" not in hidden.content.decode()


def _main(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def test_the_record_tells_the_career_with_its_acts_newest_first(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/people/EMIL/")
    assert page.index("appointment") < page.index("admission")
    assert "10/10/1990" in page


def test_without_the_right_birth_day_and_sex_are_absent(sign_in: SignIn) -> None:
    cast.issue(
        cast.act("NORTH-B", "decision", "A board member", "2024-04-01",
                 {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"})
    )  # fmt: skip
    page = text(sign_in("GORAN"), "/people/EMIL/")
    assert "Ek" in page
    assert "1990" not in page
    assert words.say("web-people-sex-m", "en") not in _main(page)


def test_ones_own_record_is_shown_in_full(sign_in: SignIn) -> None:
    page = text(sign_in("GORAN"), "/people/GORAN/")
    assert "09/09/1999" in page
    assert words.say("web-people-own", "en") in page


def test_a_look_is_kept_once_and_shown_to_whom_it_concerns(sign_in: SignIn) -> None:
    other = sign_in("EMIL")
    for _ in range(3):
        text(other, "/people/GORAN/")
    entries = AccessEntry.objects.filter(person=Person.objects.get(code="GORAN"))
    assert [(entry.what, entry.account.name) for entry in entries if entry.account] == [
        ("person.seen", "emil")
    ]
    assert "Emil Ek" in text(sign_in("GORAN"), "/people/GORAN/") or "Ek Emil" in text(
        sign_in("GORAN"), "/people/GORAN/"
    )


def test_ones_own_look_is_not_kept(sign_in: SignIn) -> None:
    text(sign_in("GORAN"), "/people/GORAN/")
    assert not AccessEntry.objects.exists()


def test_a_sanction_is_told_only_by_the_right_to_personal_fields(sign_in: SignIn) -> None:
    cast.issue(
        cast.act("ALDER", "decision", "A reprimand", "2024-04-01",
                 {"kind": "SANCTION", "person": "GORAN", "form": "reprimand", "ground": "duties"}),
        cast.act("NORTH-B", "decision", "A board member", "2024-04-02",
                 {"kind": "APPOINT", "person": "DORA", "post": "NORTH-B.member"}),
        cast.act("NORTH-B", "decision", "No deputy", "2024-04-03",
                 {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request"}),
    )  # fmt: skip
    assert "reprimand" in text(sign_in("EMIL"), "/people/GORAN/")
    assert "reprimand" not in text(sign_in("DORA"), "/people/GORAN/")


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_pages_speak_every_language(sign_in: SignIn, lang: str) -> None:
    client = sign_in("BRUNO", lang=lang)
    assert words.say("web-people-find", lang) in text(client, "/people/")
    assert words.say("web-people-career", lang) in text(client, "/people/EMIL/")


@pytest.mark.parametrize("cursor", ["x", "e30", "WzEsMl0", "W10", "%F0%9F%98%80"])
def test_a_forged_place_in_the_list_is_refused(sign_in: SignIn, cursor: str) -> None:
    text(sign_in("BRUNO"), f"/people/?after={cursor}", status=400)


def test_the_list_goes_on_where_it_stopped(sign_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fasti.web.people.PAGE", 2)
    client, found, address = sign_in("BRUNO"), [], "/people/?unit="
    while address:
        page = text(client, address)
        found += [code for code in cast.PEOPLE if f'<th scope="row"><a href="/people/{code}/">' in page]
        address = (
            page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
            if 'rel="next"' in page
            else ""
        )
    assert sorted(found) == ["ADA", "BRUNO", "DORA", "EMIL", "GORAN"]


def test_a_list_asks_the_same_number_of_questions_whatever_its_length(
    sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in("ADA")
    client.get("/people/?unit=")
    with django_assert_max_num_queries(22):
        client.get("/people/?unit=")


def test_a_list_says_which_day_and_known_day_it_follows(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/people/?as_of=2024-03-01&known=2024-02-01")
    assert words.say("web-past-known", "en", day=date(2024, 3, 1), known=date(2024, 2, 1)) in page
    assert "/people/EMIL/?as_of=2024-03-01&amp;known=2024-02-01" in page
