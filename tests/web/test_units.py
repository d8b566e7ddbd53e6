"""Units: the tree a branch at a time, a unit's page as of any day, and nothing that the account may not see."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from fasti import words
from fasti.acts.models import Act
from fasti.dates import axes
from fasti.reports.units import tree
from fasti.subjects.models import Unit
from tests import cast
from tests.web.conftest import SignIn

SWAP = {"HX-Request": "true"}


def text(client: Client, address: str, *, status: int = 200, swap: str = "") -> str:
    headers = {**SWAP, "HX-Target": swap} if swap else {}
    answer = client.get(address, headers=headers)
    assert answer.status_code == status, answer.content.decode()[:600]
    return answer.content.decode()


def lodges(num: int) -> None:
    """So many lodges more in the north, L001 and on, founded on 1 March 2021."""
    effects = [
        {
            "kind": "FOUND",
            "unit": f"L{at:03}",
            "unit_kind": "lodge",
            "name": {"en": f"Lodge {at:03}"},
            "parent": "NORTH",
        }
        for at in range(1, num + 1)
    ]
    cast.issue(cast.act("NORTH-B", "decision", "New lodges", "2021-03-01", *effects))


def merge(by: str = "2024-07-01") -> Act:
    """Birch goes over into Alder."""
    effect = {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER"}
    return cast.issue(cast.act("COUNCIL", "decision", "Birch joins Alder", by, effect))[0]


# -- the tree --------------------------------------------------------------------------------------------------------


def test_the_tree_is_opened_down_to_ones_own_unit_and_no_further(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/units/")
    assert all(f'href="/units/{code}/"' in page for code in ("GLK", "NORTH", "SOUTH", "ALDER", "NORTH-B"))
    assert 'href="/units/BIRCH/"' not in page


def test_a_branch_comes_alone_opened_and_closed(sign_in: SignIn) -> None:
    client = sign_in("BRUNO")
    opened = text(client, "/units/?under=SOUTH")
    assert opened.count("<li") == 3
    assert 'aria-expanded="true"' in opened
    assert 'href="/units/BIRCH/"' in opened
    closed = text(client, "/units/?under=SOUTH&shut=1")
    assert closed.count("<li") == 1
    assert 'aria-expanded="false"' in closed
    assert words.say("web-units-open", "en", unit="South", n=2) in closed


def test_a_hundred_children_at_once_then_the_rest(sign_in: SignIn) -> None:
    lodges(130)
    client = sign_in("BRUNO")
    first = text(client, "/units/?under=NORTH")
    assert 'href="/units/L098/"' not in first or first.count("<li id=") == 101
    assert first.count("<li id=") == 101  # North itself and a hundred beneath.
    assert words.say("web-units-more", "en", n=32) in first
    rest = text(client, "/units/?under=NORTH&after=L099")
    assert rest.count("<li id=") == 32
    assert 'href="/units/L130/"' in rest
    assert "L099" not in rest.split("<li id=", 1)[1].split("L100")[0]


def test_the_unit_looked_at_is_in_the_tree_even_beyond_the_first_hundred(sign_in: SignIn) -> None:
    lodges(130)
    assert 'aria-current="page">Lodge 130' in text(sign_in("BRUNO"), "/units/L130/")


def test_ended_units_are_shown_only_when_asked_for(sign_in: SignIn) -> None:
    merge()
    client = sign_in("BRUNO")
    assert "Birch" not in text(client, "/units/?under=SOUTH")
    shown = text(client, "/units/?under=SOUTH&ended=1")
    assert 'class="gone leaf"' in shown
    assert words.say("web-until", "en", day=date(2024, 6, 30)) in shown
    assert "Birch" in text(client, "/units/?under=SOUTH&as_of=2024-06-30")


def test_a_branch_as_known_before_an_act_was_recorded(sign_in: SignIn) -> None:
    effect = {
        "kind": "FOUND",
        "unit": "CEDAR",
        "unit_kind": "lodge",
        "name": {"en": "Cedar"},
        "parent": "SOUTH",
    }
    late = cast.act("SOUTH-B", "decision", "Cedar", "2024-03-14", effect)
    cast.issue(late, recorded_at=cast.at("2024-04-02"))
    client = sign_in("CHIARA")
    assert "Cedar" in text(client, "/units/?under=SOUTH&as_of=2024-03-20")
    before = text(client, "/units/?under=SOUTH&as_of=2024-03-20&known=2024-04-01")
    assert "Cedar" not in before
    assert "Birch" in before
    assert text(client, "/units/CEDAR/?known=2024-04-01", status=404).count("CEDAR") > 0
    life = text(client, "/units/CEDAR/?tab=life")
    assert words.say("web-units-known-later", "en", day="14/03/2024", known="02/04/2024") in life


@pytest.mark.parametrize("known", [None, date(2024, 6, 1)])
def test_a_branch_asks_as_much_of_a_wide_unit_as_of_a_narrow_one(
    guild: Act, django_assert_num_queries: DjangoAssertNumQueries, known: date | None
) -> None:
    when = axes.When(date(2023, 1, 1), axes.known_before(known))
    north = Unit.objects.get(code="NORTH").id
    tree.Tree(cast.pack(), lang="en", when=when).branch(north)
    lodges(60)
    with django_assert_num_queries(4 if known is None else 11):
        found = tree.Tree(cast.pack(), lang="en", when=when).branch(north)
    assert len(found.nodes) == 62


# -- a unit ----------------------------------------------------------------------------------------------------------


def test_a_unit_as_of_a_day_with_posts_and_holders(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/units/NORTH/?as_of=2024-06-30")
    assert "Becker Bruno" in page or "Bruno Becker" in page
    assert words.say("web-past", "en", day=date(2024, 6, 30)) in page
    assert 'data-change="previous"' in page
    assert words.say("web-units-since", "en", day=cast.FOUNDED_ON) in page


def test_a_seat_that_stands_empty_too_long_is_the_next_step_with_its_article(sign_in: SignIn) -> None:
    page = text(sign_in("DORA"), "/units/NORTH/")
    assert "Standing orders, s. 14" in page
    assert 'href="/drafts/new/?post=NORTH-B.member"' in page
    past = text(sign_in("DORA"), "/units/NORTH/?as_of=2024-06-30")
    assert "Standing orders, s. 14" in past
    assert "/drafts/new/" not in past


def test_of_a_neighbour_one_sees_the_structure_alone(sign_in: SignIn) -> None:
    merge()
    client = sign_in("EMIL")
    for tab in ("", "?tab=posts", "?tab=life", "?tab=acts", "?tab=members"):
        page = text(client, f"/units/SOUTH/{tab}")
        assert not any(name in page for name in ("Conti", "CHIARA", "Farsi", "FATIMA"))
        assert "tab=acts" not in page.split('id="part"')[1]
        assert "tab=members" not in page.split('id="part"')[1]
        assert words.say("web-units-vacant", "en", n=1)[:6] not in page
    assert "SOUTH-B.chair" in text(client, "/units/SOUTH/?tab=posts")


@pytest.mark.parametrize("region", ["strip", "members", "ages", "boundaries"])
def test_figures_that_are_not_granted_are_refused(sign_in: SignIn, region: str) -> None:
    page = text(sign_in("GORAN"), f"/units/BIRCH/?region={region}", status=403)
    assert words.say("right-figures", "en") in page


def test_small_cells_are_hidden_from_whom_only_shared_figures_are_granted(sign_in: SignIn) -> None:
    told = words.say("web-units-hidden", "en", n=5)
    assert told in text(sign_in("GORAN"), "/units/NORTH/?region=strip")
    whole = text(sign_in("BRUNO"), "/units/NORTH/?region=strip")
    assert told not in whole
    assert ">5</a>" in whole
    bars = text(sign_in("GORAN"), "/units/NORTH/?region=members")
    assert told in bars
    assert words.say("web-units-suppressed", "en", n=5) in bars
    assert told not in text(sign_in("BRUNO"), "/units/NORTH/?region=members")


def test_a_figure_leads_to_its_explanation_of_that_very_day(sign_in: SignIn) -> None:
    strip = text(sign_in("BRUNO"), "/units/NORTH/?region=strip&as_of=2024-06-29")
    assert "/figures/members.total/?unit=NORTH&amp;period=2024-06-29" in strip


def test_without_scripts_the_figures_come_with_the_page(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/units/NORTH/?now=1")
    assert 'id="region-strip"' in page
    assert "/figures/members.total/" in page
    assert "/units/NORTH/?now=1" in text(sign_in("BRUNO"), "/units/NORTH/")


def test_after_a_merger_the_timeline_draws_it_and_both_boundaries_stand_side_by_side(sign_in: SignIn) -> None:
    merge()
    client = sign_in("ADA")
    life = text(client, "/units/ALDER/?tab=life")
    assert words.say("unit-life-merged", "en", others="Birch", n=1) in life
    assert 'role="img"' in life
    assert "Birch</text>" in life
    page = text(client, "/units/ALDER/?tab=boundaries&period=2024-H1&now=1")
    row = page.split("members.total/?unit=ALDER&amp;period=2024-H1&amp;boundaries=2024-07-01")[0].rsplit(
        "<tr>", 1
    )[1]
    assert [cell.split("<")[0] for cell in row.split('<td class="num">')[1:3]] == ["5", "2"]
    assert words.say("web-units-boundaries-sum", "en") in page
    gone = text(client, "/units/BIRCH/")
    assert words.say("web-units-ended-into", "en", day=date(2024, 6, 30)) in gone
    assert 'href="/units/ALDER/"' in gone
    assert words.say("web-units-mark", "en", day="01/07/2024") in gone


def test_a_day_before_a_unit_was_founded_says_so(sign_in: SignIn) -> None:
    page = text(sign_in("BRUNO"), "/units/NORTH/?as_of=2019-05-05")
    assert words.say("web-units-not-yet", "en", day=cast.FOUNDED_ON) in page


def test_a_confidential_act_is_not_named_to_whom_it_is_not_cleared(sign_in: SignIn) -> None:
    secret = cast.act("NORTH-B", "decision", "A sealed matter", "2024-05-02", confidentiality="closed")
    cast.issue(secret)
    assert "A sealed matter" in text(sign_in("BRUNO"), "/units/NORTH/?tab=acts")
    page = text(sign_in("GORAN"), "/units/NORTH/?tab=acts")
    assert "A sealed matter" not in page
    assert words.say("web-units-acts", "en") in page


def test_the_acts_of_a_day_and_as_known_then(sign_in: SignIn) -> None:
    cast.issue(cast.act("NORTH-B", "decision", "Later", "2024-05-02"))
    client = sign_in("BRUNO")
    assert "Later" in text(client, "/units/NORTH/?tab=acts")
    assert "Later" not in text(client, "/units/NORTH/?tab=acts&as_of=2024-05-01")
    assert "Later" not in text(client, "/units/NORTH/?tab=acts&known=2024-05-01")


def test_a_tab_swaps_its_part_alone_and_the_history_gets_the_page(sign_in: SignIn) -> None:
    client = sign_in("BRUNO")
    part = text(client, "/units/NORTH/?tab=posts", swap="part")
    assert part.lstrip().startswith('<div class="stack" id="part">')
    assert "<html" not in part
    answer = client.get(
        "/units/NORTH/?tab=posts",
        headers={**SWAP, "HX-Target": "part", "HX-History-Restore-Request": "true"},
    )
    assert "<html" in answer.content.decode()


@pytest.mark.parametrize("address", ["/units/NOPE/", "/units/?under=NOPE", "/units/NORTH/nope/"])
def test_a_unit_that_is_not_there(sign_in: SignIn, address: str) -> None:
    assert words.say("web-refusal-not-there-why", "en") in text(sign_in("BRUNO"), address, status=404)


@pytest.mark.parametrize(
    "query", ["tab=x", "region=x", "at=!!", "period=1", "on=1", "as_of=x", "here=x", "after=x"]
)
def test_what_cannot_be_read_fails_nothing(sign_in: SignIn, query: str) -> None:
    merge()
    client = sign_in("BRUNO")
    for tab in ("", "&tab=acts", "&tab=boundaries"):
        assert client.get(f"/units/ALDER/?{query}{tab}").status_code in (200, 400)


@pytest.mark.parametrize("written", ["30.06.2024", "30/6/2024", "30. 6. 2024", "2024-06-30"])
def test_a_day_is_read_as_people_write_it(sign_in: SignIn, written: str) -> None:
    page = sign_in("BRUNO", lang="cs").get("/units/NORTH/", {"as_of": written}).content.decode()
    assert words.say("web-past", "cs", day=date(2024, 6, 30)) in page


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("tab", ["overview", "posts", "members", "acts", "life", "boundaries"])
def test_every_part_speaks_every_language(sign_in: SignIn, lang: str, tab: str) -> None:
    merge()
    page = text(sign_in("ADA", lang=lang), f"/units/ALDER/?tab={tab}&now=1")
    assert f'<html lang="{lang}"' in page
    if tab != "members":
        assert words.say(f"web-units-tab-{tab}", lang) in page


def test_a_page_asks_no_more_of_a_large_unit(
    sign_in: SignIn, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    lodges(120)
    client = sign_in("ADA")
    client.get("/units/NORTH/")
    for tab in ("overview", "posts", "acts", "life"):
        with django_assert_max_num_queries(48):
            client.get(f"/units/NORTH/?tab={tab}")
