"""Figures and their explanations: rights, small cells, acts that are not seen, questions without an answer."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from fasti import words
from tests import cast
from tests.web.conftest import SignIn

ASKED = "unit=NORTH&period=2020-H1"


def _confidential() -> None:
    effect = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}
    cast.issue(
        cast.act("NORTH-B", "decision", "A closed matter", "2020-03-01", effect, confidentiality="closed")
    )


def test_every_figure_is_listed_and_leads_to_its_explanation(sign_in: SignIn) -> None:
    text = sign_in("BRUNO").get(f"/figures/?{ASKED}").content.decode()
    assert "/figures/members.total/?unit=NORTH&amp;period=2020-H1" in text
    assert cast.pack().name("indicator", "posts.vacant", "en") in text


def test_an_explanation_names_definition_article_and_acts(sign_in: SignIn) -> None:
    text = sign_in("BRUNO").get(f"/figures/acts.issued/?{ASKED.replace('2020-H1', '2020')}").content.decode()
    assert cast.pack().name("definition", "acts.issued", "en") in text
    assert "Standing orders, s. 20" in text
    assert "acts.issued" in text


def test_of_returns_owed_the_duties_are_named_with_their_articles(sign_in: SignIn) -> None:
    text = sign_in("BRUNO").get(f"/figures/returns.missing/?{ASKED}").content.decode()
    assert words.say("web-figures-owed", "en") in text
    assert "due on 15 July 2020, in time until 20 July 2020 (§ Standing orders, s. 19)" in text


def test_acts_behind_a_figure_that_are_not_seen_are_neither_named_nor_counted(sign_in: SignIn) -> None:
    _confidential()
    address = "/figures/acts.issued/?unit=NORTH&period=2020-H1"
    chair = sign_in("BRUNO").get(address).content.decode()
    member = sign_in("GORAN").get(address).content.decode()
    assert "A closed matter" in chair
    assert "A closed matter" not in member


@pytest.mark.parametrize(("code", "unit"), [("GORAN", "SOUTH"), ("CHIARA", "ALDER"), ("BRUNO", "BIRCH")])
def test_figures_of_units_out_of_reach_are_refused_like_those_of_units_that_are_not_there(
    sign_in: SignIn, code: str, unit: str
) -> None:
    client = sign_in(code)
    for address in ("/figures/?unit={}&period=2020", "/figures/members.total/?unit={}&period=2020"):
        refused, absent = client.get(address.format(unit)), client.get(address.format("NOWHERE"))
        assert (refused.status_code, absent.status_code) == (403, 403)
        assert cast.pack().name("indicator", "members.total", "en") not in refused.content.decode()


def test_small_cells_are_withheld_from_whom_only_shared_figures_are_granted(sign_in: SignIn) -> None:
    address = f"/figures/members.total/?{ASKED}"
    assert words.say("report-under", "en", n=5) not in sign_in("BRUNO").get(address).content.decode()
    hana = {"kind": "ADMIT", "person": "HANA", "unit": "BIRCH", "stage": "full", "family_name": "Hart"}
    hana |= {"given_name": "Hana", "sex": "F", "born_on": "1990-01-01"}
    cast.issue(cast.act("BIRCH", "decision", "Hana joins", "2024-01-10", hana))
    text = sign_in("HANA").get("/figures/members.total/?unit=SOUTH&period=2020-H1").content.decode()
    assert words.say("report-under", "en", n=5) in text
    assert words.say("web-figures-withheld", "en") in text, "nor are the acts behind it"


def test_no_chart_or_table_gives_a_withheld_cell_away(sign_in: SignIn) -> None:
    for by in ("child", "sex", "month"):
        text = sign_in("GORAN").get(f"/figures/members.total/?{ASKED}&by={by}").content.decode()
        assert '<td class="num">2</td>' not in text
        assert '<td class="num">3</td>' not in text


@pytest.mark.parametrize("by", ["child", "month", "sex", "age_band", "stage", "nonsense"])
def test_a_figure_is_broken_down(sign_in: SignIn, by: str) -> None:
    assert sign_in("BRUNO").get(f"/figures/members.total/?{ASKED}&by={by}").status_code == 200


@pytest.mark.parametrize("by", ["child", "month"])
def test_a_theme_is_set_side_by_side(sign_in: SignIn, by: str) -> None:
    text = sign_in("BRUNO").get(f"/figures/?{ASKED}&theme=members&by={by}").content.decode()
    assert "mini" in text
    assert "tfoot" in text


def test_what_cannot_be_read_or_computed_is_said(sign_in: SignIn) -> None:
    client = sign_in("ADA")
    text = client.get("/figures/?unit=NORTH&period=never&boundaries=soon&known=later").content.decode()
    for field in ("period", "boundaries", "known"):
        assert words.say(f"web-figures-unread-{field}", "en") in text
    assert client.get("/figures/?unit=NORTH&period=1990").status_code == 200
    assert client.get("/figures/no.such/?unit=NORTH").status_code == 404
    assert client.get("/figures/members.total/?unit=NORTH&after=9999999999999999999").status_code == 200


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_it_speaks_every_language(sign_in: SignIn, lang: str) -> None:
    text = sign_in("ADA", lang=lang).get(f"/figures/members.total/?{ASKED}").content.decode()
    assert words.say("web-figures-about", lang) in text


@pytest.mark.parametrize(
    ("address", "num"),
    [
        ("/figures/?unit=NORTH&period=2024", 27),
        ("/figures/members.total/?unit=NORTH&period=2024", 36),
        ("/reports/?form=half-year&unit=NORTH&period=2024-H1", 41),
    ],
)
def test_the_questions_asked_are_few(
    sign_in: SignIn, address: str, num: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in("BRUNO")
    client.get(address)
    with django_assert_max_num_queries(num):
        assert client.get(address).status_code == 200
