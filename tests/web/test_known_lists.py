"""Lists of people and of posts on a day as the record knew it on another, by page and by program; whom they name."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from fasti import words
from fasti.reports import known_tree, people_known, posts_known
from tests import cast, lived_in
from tests.api import conftest as programs
from tests.web.conftest import SignIn
from tests.web.test_people import text

ON, EARLIER, LATER = "as_of=2024-05-01", "&known=2024-05-15", "&known=2024-06-02"


@pytest.fixture
def late(guild: object) -> None:
    """Goran's seat on the board since April is recorded in June; a lodge and its keeper since March, in July."""
    seat = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "ends_planned_on": "2024-06-01"}
    lodge = [
        {"kind": "FOUND", "unit": "CEDAR", "parent": "NORTH", "unit_kind": "lodge", "name": {"en": "Cedar"}},
        {"kind": "ESTABLISH_POST", "post": "CEDAR.keeper", "unit": "CEDAR", "office": "keeper", "seats": 1},
        {"kind": "ADMIT", "person": "HANA", "unit": "CEDAR", "stage": "full", "family_name": "Holá",
         "given_name": "Hana", "sex": "F", "born_on": "1990-01-01"},
        {"kind": "APPOINT", "person": "HANA", "post": "CEDAR.keeper"},
    ]  # fmt: skip
    cast.issue(
        cast.act("NORTH-B", "decision", "A seat", "2024-04-01", seat), recorded_at=cast.at("2024-06-01")
    )
    cast.issue(
        cast.act("COUNCIL", "decision", "A lodge", "2024-04-02", *lodge), recorded_at=cast.at("2024-07-01")
    )


def items(path: str, who: str = "BRUNO") -> list[dict[str, Any]]:
    """Everything a list of the API holds, page by page."""
    program = Client(headers={"Authorization": f"Bearer {programs.key(who)}"})
    found, cursor = [], ""
    while True:
        answer = program.get(f"/api/v1/{path}{cursor}").json()
        found += answer["items"]
        if answer["next"] is None:
            return found
        cursor = f"&cursor={answer['next']}"


@pytest.mark.usefixtures("late")
@pytest.mark.parametrize("few", [known_tree.FEW, 0])
def test_what_was_recorded_later_is_not_there(
    sign_in: SignIn, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the branch is folded from above or, being large, unit by unit from beneath."""
    monkeypatch.setattr(known_tree, "FEW", few)
    bruno = sign_in("BRUNO")
    posts = {known: text(bruno, f"/posts/?{ON}{known}") for known in (EARLIER, LATER, "")}
    assert ["/people/GORAN/" in page for page in posts.values()] == [False, True, True]
    assert ["CEDAR.keeper" in page for page in posts.values()] == [False, False, True]
    assert [words.say("web-posts-no-totals", "en", n=few) in page for page in posts.values()] == (
        [not few, not few, False]
    )
    people = {known: text(bruno, f"/people/?unit=NORTH&holds=yes&{ON}{known}") for known in posts}
    assert ["/people/GORAN/" in page for page in people.values()] == [False, True, True]
    assert ["/people/HANA/" in page for page in people.values()] == [False, False, True]
    assert "/people/HANA/" not in text(bruno, f"/people/?unit=&{ON}{LATER}")
    assert "/people/HANA/" not in text(bruno, "/people/?unit=NORTH&as_of=2024-03-01")
    ending = {known: text(bruno, f"/posts/?view=ending&{ON}{known}") for known in posts}
    assert ["/posts/NORTH-B.member/" in page for page in ending.values()] == [False, True, True]
    long = {known: text(bruno, f"/posts/?view=long&{ON}{known}") for known in posts}
    assert ["/posts/NORTH-B.member/" in page for page in long.values()] == [True, True, True]
    asked = {known: items(f"posts?unit=NORTH&{ON}{known}&limit=3") for known in posts}
    held = [sum(each["num_held"] for each in found) for found in asked.values()]
    assert held == [3, 4, 5]
    names = {known: {each["person"] for each in items(f"people?{ON}{known}&limit=2")} for known in posts}
    assert [{"GORAN", "HANA"} & found for found in names.values()] == [
        {"GORAN"},
        {"GORAN"},
        {"GORAN", "HANA"},
    ]


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("day", ["2024-02-15", "2024-12-31", "2026-03-01"])
def test_as_known_today_a_list_says_what_it_says_as_known_now(sign_in: SignIn, day: str) -> None:
    lived_in.build_more()
    known = "&known=2100-01-01"
    for who in ("ADA", "BRUNO"):
        for path in (
            "posts?unit=GLK",
            "posts?unit=NORTH&is_empty=true",
            "people?unit=GLK",
            "people?holds=true",
        ):
            path = f"{path}&as_of={day}"
            assert items(path + known, who) == items(path, who), (who, path)
        for path in ("/posts/?unit=NORTH", "/posts/?unit=GLK&view=ending", "/people/?unit=NORTH&planned=yes"):
            pages = [text(sign_in(who), f"{path}&as_of={day}{more}") for more in ("", known)]
            shown = [
                page[page.index('class="stack"') :].replace("&amp;known=2100-01-01", "") for page in pages
            ]
            shown[1] = shown[1].replace('<input type="hidden" name="known" value="2100-01-01">', "")
            assert shown[0].split("<table")[1:] == shown[1].split("<table")[1:], (who, path)


@pytest.mark.usefixtures("late")
def test_a_page_that_stops_at_its_limit_says_so_and_the_next_goes_on(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (posts_known, people_known):
        monkeypatch.setattr(room, "MOST", 1)
        monkeypatch.setattr(room, "_AT_ONCE", 1)
    page = text(sign_in("BRUNO"), f"/posts/?view=empty&{ON}{EARLIER}")
    assert words.say("web-known-cut", "en", n=1) in page
    assert 'rel="next"' in page
    assert words.say("web-known-cut", "en", n=1) in text(
        sign_in("BRUNO"), f"/people/?holds=yes&{ON}{EARLIER}"
    )
    assert {each["post"] for each in items(f"posts?unit=NORTH&{ON}{EARLIER}&is_empty=true")} == {
        "NORTH-B.member"
    }
    assert {each["person"] for each in items(f"people?unit=NORTH&holds=true&{ON}{EARLIER}")} == {
        "ADA", "BRUNO", "DORA", "EMIL",
    } - {"ADA"}  # fmt: skip


@pytest.fixture
def gone(guild: object) -> None:
    """Goran sat on the northern board in April, and has been a member in the south since May."""
    away = [
        {"kind": "RELIEVE", "person": "GORAN", "post": "NORTH-B.member", "reason": "request"},
    ]
    cast.issue(
        cast.act("NORTH-B", "decision", "In", "2024-04-01",
                 {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}),
        cast.act("NORTH-B", "decision", "Out", "2024-05-01", *away),
        cast.act("COUNCIL", "decision", "South", "2024-05-02",
                 {"kind": "TRANSFER_MEMBER", "person": "GORAN", "unit": "BIRCH", "other_unit": "ALDER"}),
    )  # fmt: skip


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize("known", ["", "&known=2024-04-20"])
def test_a_holder_gone_out_of_reach_since_is_named_no_more(sign_in: SignIn, known: str) -> None:
    day = f"as_of=2024-04-15{known}"
    pages = (f"/posts/?unit=NORTH&{day}", f"/people/?unit=NORTH&{day}", f"/people/?unit=NORTH&q=Goran&{day}",
             f"/search/?q=goric&{day}", f"/units/NORTH-B/?tab=posts&{day}")  # fmt: skip
    bruno = [text(sign_in("BRUNO"), page) for page in pages]
    assert not [
        page for page, told in zip(pages, bruno, strict=True) if "Gorić" in told or "/people/GORAN" in told
    ]
    assert words.say("web-units-not-seen", "en") in bruno[0]
    assert "Gorić" in text(sign_in("ADA"), pages[0])
    post = f"/posts/NORTH-B.member/?{day}"
    assert words.say("timeline-out-of-reach", "en") in text(sign_in("BRUNO"), post)
    assert "Gorić" not in text(sign_in("BRUNO"), post)
    assert "Gorić" in text(sign_in("ADA"), post)
    for who, told in (("BRUNO", [None, None]), ("ADA", ["GORAN", "Gorić Goran"])):
        rows = {each["post"]: each for each in items(f"posts?unit=NORTH&{day}", who)}
        (holder,) = rows["NORTH-B.member"]["holders"]
        assert [holder["person"], holder["name"]] == told
        assert rows["NORTH-B.member"]["num_held"] == 1
        found = {each["person"] for each in items(f"people?unit=NORTH&{day}", who)}
        assert ("GORAN" in found) == (who == "ADA")


@pytest.fixture
def moved(guild: object) -> None:
    """Goran sat on the northern board in spring 2024, as was recorded in June; in July he left it."""
    cast.issue(
        cast.act("NORTH-B", "decision", "A lantern seat", "2024-04-01",
                 {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}),
        recorded_at=cast.at("2024-06-01"),
    )  # fmt: skip
    cast.issue(
        cast.act("NORTH-B", "decision", "A lantern gone", "2024-07-01",
                 {"kind": "RELIEVE", "person": "GORAN", "post": "NORTH-B.member", "reason": "request"})
    )  # fmt: skip


@pytest.mark.usefixtures("moved")
@pytest.mark.parametrize("is_swap", [False, True])
def test_a_search_tells_the_posts_of_the_day_as_known_then(sign_in: SignIn, is_swap: bool) -> None:
    bruno = sign_in("BRUNO")
    days = {
        "": False,
        f"&{ON}": True,
        f"&{ON}{EARLIER}": False,
        f"&{ON}{LATER}": True,
        "&as_of=2024-03-31": False,
    }
    shown = {day: searched(bruno, f"/search/?q=goric{day}", is_swap=is_swap) for day in days}
    assert {day: "member of the board" in page for day, page in shown.items()} == days
    assert all("/people/GORAN/" in page for page in shown.values())
    assert f'href="/people/GORAN/?{ON}{LATER.replace("&", "&amp;")}"' in shown[f"&{ON}{LATER}"]
    acts = {day: searched(bruno, f"/search/?q=lantern{day}", is_swap=is_swap) for day in days}
    told = {day: ("A lantern seat" in page, "A lantern gone" in page) for day, page in acts.items()}
    assert told == {
        "": (True, True),
        f"&{ON}": (True, False),
        f"&{ON}{EARLIER}": (False, False),
        f"&{ON}{LATER}": (True, False),
        "&as_of=2024-03-31": (False, False),
    }


def searched(client: Client, address: str, *, is_swap: bool) -> str:
    answer = client.get(address, headers={"HX-Request": "true"} if is_swap else {})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("late")
@pytest.mark.parametrize("who", ["ADA", "BRUNO", "CHIARA"])
def test_who_was_not_known_yet_is_not_found_and_whoever_is_out_of_reach_never(
    sign_in: SignIn, who: str
) -> None:
    client = sign_in(who)
    found = {
        known: "/people/HANA/" in text(client, f"/search/?q=hola&{ON}{known}")
        for known in (EARLIER, LATER, "")
    }
    assert found == {EARLIER: False, LATER: False, "": who != "CHIARA"}


@pytest.mark.usefixtures("moved")
def test_the_search_of_a_past_page_stays_on_its_day(sign_in: SignIn) -> None:
    day = f"{ON}{LATER}".replace("&", "&amp;")
    page = text(sign_in("BRUNO"), f"/posts/?{ON}{LATER}")
    assert f'hx-get="/search/?{day}"' in page
    head = page[page.index("<search") : page.index("</search>")]
    assert 'name="as_of" value="2024-05-01"' in head
    assert 'name="known" value="2024-06-02"' in head
    assert 'name="as_of"' not in text(sign_in("BRUNO"), "/people/?unit=").partition("</search>")[0]
    page = text(sign_in("BRUNO"), f"/search/?q=goric&{ON}{LATER}")
    assert f'<a href="/search/?q=goric">{words.say("web-back-to-today", "en")}</a>' in page


@pytest.mark.usefixtures("moved")
def test_a_search_that_stops_at_its_limit_leads_on_to_the_list(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MOST", "_AT_ONCE"):
        monkeypatch.setattr(people_known, name, 1)
    page = text(sign_in("BRUNO"), f"/search/?q=a&{ON}{EARLIER}")
    assert words.say("web-search-people-cut", "en", n=1) in page
    (onward,) = re.findall('href="(/people/[^"]*unit=)"', page)
    assert text(sign_in("BRUNO"), onward.replace("&amp;", "&"))


@pytest.mark.usefixtures("moved")
def test_a_program_that_searches_is_told_the_posts_of_the_day_as_known_then(sign_in: SignIn) -> None:
    days = {"": [], f"&{ON}": ["NORTH-B.member"], f"&{ON}{EARLIER}": [], f"&{ON}{LATER}": ["NORTH-B.member"]}
    for day, posts in days.items():
        (goran,) = items(f"people?q=goric{day}")
        assert [each["post"] for each in goran["posts"]] == posts, day
    acts = {day: len(items(f"acts?q=lantern{day}")) for day in days}
    assert list(acts.values()) == [2, 1, 0, 1]
