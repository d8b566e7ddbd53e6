"""Who holds a post by a confidential act: told to nobody who does not see the act, by page or program, in lists,
counts, search, exports, calendars and records; nor is the seat told to be empty.
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.cache import cache

from fasti.access import people, rights
from fasti.exchange import formats, icalendar, popolo
from fasti.exchange.work import export
from fasti.reports import waiting
from tests import cast
from tests.access import doors
from tests.access.conftest import TODAY, Look, person, unit

pytestmark = pytest.mark.usefixtures("guild", "secret")
POST = "NORTH-B.member"
NAMED = ("CHIARA", "Chiara", "Conti")
ROADS = [
    "/posts/?unit=NORTH", f"/posts/{POST}/", "/units/NORTH/", "/units/NORTH/?tab=posts", "/units/NORTH/?tab=life",
    "/units/NORTH-B/?tab=posts", "/people/", "/people/?unit=", "/people/?unit=NORTH", "/people/?unit=&holds=1",
    "/people/?unit=&q=Chiara", "/search/?q=Chiara", "/search/?q=CHIARA", "/posts/?unit=NORTH&view=ending", "/",
    "/drafts/suggest/?what=person&typed=Chiara",
    "/api/v1/posts?unit=NORTH", f"/api/v1/posts/{POST}", "/api/v1/units/NORTH", "/api/v1/units/NORTH-B",
    "/api/v1/units/NORTH/life", "/api/v1/people", "/api/v1/people?unit=NORTH", "/api/v1/people?holds=true",
    "/api/v1/people?q=Chiara", "/api/v1/people/CHIARA", "/api/v1/waiting", "/people/CHIARA/",
]  # fmt: skip
SPOKEN = "what was asked"


@pytest.fixture
def secret() -> None:
    """A sealed act of the council gives Chiara of the south a seat on the board of the north, another takes Dora's."""
    seat = {"kind": "APPOINT", "person": "CHIARA", "post": POST, "ends_planned_on": "2024-07-01"}
    relief = {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request"}
    cast.issue(
        cast.act("COUNCIL", "decision", "Sealed seat", "2024-04-01", seat, confidentiality="sealed"),
        cast.act("COUNCIL", "decision", "Sealed relief", "2024-04-02", relief, confidentiality="sealed"),
    )


@pytest.fixture(autouse=True)
def _alone(tmp_path: pathlib.Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.HOME = tmp_path
    cache.clear()


def _said(who: str, path: str) -> str:
    """What is said, but for the words of the question itself."""
    told = doors.said(doors.client(who).get(path))
    return told.replace('value="Chiara"', SPOKEN).replace('value="CHIARA"', SPOKEN)


@pytest.mark.parametrize("path", ROADS)
def test_a_holder_by_a_sealed_act_is_named_to_nobody_who_does_not_see_the_act(path: str) -> None:
    told = _said("BRUNO", path)
    asked = path.partition("?")[2] + path.rpartition("/people/")[2]
    assert not [name for name in NAMED if name in told and name not in asked], path
    assert "Conti" not in told
    assert "2024-04-01" not in told


@pytest.mark.parametrize("path", [ROADS[0], ROADS[1], "/units/NORTH-B/?tab=posts", "/people/?unit=NORTH"])
def test_it_is_told_to_whoever_sees_the_act(path: str) -> None:
    assert "Conti" in _said("ADA", path)


def test_a_seat_given_or_emptied_by_a_sealed_act_is_told_neither_held_nor_empty() -> None:
    rows = {each["post"]: each for each in _items("BRUNO", "posts?unit=NORTH")}
    assert rows[POST]["num_seats"] == 2
    assert (rows[POST]["num_held"], rows[POST]["holders"], len(rows[POST]["empty"]), rows[POST]["num_untold"]) == (
        0, [], 1, 1,
    )  # fmt: skip
    deputy = rows["NORTH-B.deputy"]
    assert (deputy["num_held"], deputy["empty"], deputy["num_untold"]) == (0, [], 1)
    assert (rows["NORTH-B.chair"]["num_held"], rows["NORTH-B.chair"]["num_untold"]) == (1, 0)
    whole = {each["post"]: each for each in _items("ADA", "posts?unit=NORTH")}
    assert (whole[POST]["num_held"], whole[POST]["num_untold"]) == (1, 0)
    assert len(whole["NORTH-B.deputy"]["empty"]) == 1
    empty = {each["post"] for each in _items("BRUNO", "posts?unit=NORTH&is_empty=true")}
    assert empty == {POST}
    assert "2 seats not told" not in _said("BRUNO", "/posts/?unit=NORTH")
    assert _said("BRUNO", "/posts/?unit=NORTH").count("1 seat not told") == 2


def _items(who: str, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = doors.client(who).get(f"/api/v1/{path}").json()["items"]
    return found


def test_the_seats_of_a_unit_say_what_they_do_not_tell() -> None:
    posts = {
        each["post"]: each["seats"]
        for each in doors.client("BRUNO").get("/api/v1/units/NORTH").json()["posts"]
    }
    (deputy,) = posts["NORTH-B.deputy"]
    assert deputy == {
        "is_empty": False, "person": None, "name": "", "since": None, "planned_until": None, "days_empty": 0,
        "is_too_long": False, "act": None, "is_told": False,
    }  # fmt: skip
    assert sorted((each["is_empty"], each["is_told"]) for each in posts[POST]) == [
        (False, False),
        (True, True),
    ]


def test_the_record_of_a_person_does_not_say_that_a_sealed_act_ended_a_tenure() -> None:
    for path in ("people/DORA", "posts/NORTH-B.deputy"):
        entries = doors.client("BRUNO").get(f"/api/v1/{path}?as_of=2024-06-01").json()["entries"]
        held = [each for each in entries if each["line"] == "tenure"]
        assert [(each["ends_before"], each["holds"], each["closed_by"]) for each in held] == [
            (None, None, None)
        ]
        assert "2024-04-02" not in json.dumps(entries)
    standing = doors.client("BRUNO").get("/api/v1/posts/NORTH-B.deputy").json()["standing"]
    assert standing == ["Of 1 seat it is not told whether it is held: a confidential act says so."]


def test_what_is_to_come_by_a_sealed_act_is_not_counted() -> None:
    later = {"kind": "APPOINT", "person": "GORAN", "post": POST, "on": "2030-01-01"}
    before = (
        _later("BRUNO", "people/GORAN"),
        _later("BRUNO", f"posts/{POST}"),
        _later("BRUNO", "units/NORTH/life"),
    )
    cast.issue(cast.act("COUNCIL", "decision", "Sealed", "2024-04-03", later, confidentiality="sealed"))
    assert before == (
        _later("BRUNO", "people/GORAN"), _later("BRUNO", f"posts/{POST}"), _later("BRUNO", "units/NORTH/life"),
    )  # fmt: skip
    assert _later("ADA", "people/GORAN") == 1


def _later(who: str, path: str) -> int:
    return int(doors.client(who).get(f"/api/v1/{path}").json()["num_later"])


def test_a_sealed_seat_brings_nobody_into_sight_but_oneself(look: Look) -> None:
    assert not people.sees(look("BRUNO"), person("CHIARA"))
    assert "CHIARA" not in {each.code for each in people.seen(look("BRUNO"))}
    assert people.sees(look("ADA"), person("CHIARA"))
    assert people.sees(look("FATIMA"), person("CHIARA"))
    own = doors.client("CHIARA").get("/api/v1/people/CHIARA").json()["entries"]
    assert POST in [each["codes"].get("post") for each in own]
    assert POST in _said("CHIARA", "/people/CHIARA/")


def test_the_days_of_change_do_not_betray_a_sealed_act() -> None:
    assert "2024-04-01" not in _said("BRUNO", "/units/NORTH/")
    assert "2024-04-02" not in _said("BRUNO", "/units/NORTH/")
    assert "2024-04-01" in _said("ADA", "/units/NORTH/")


# -- files -------------------------------------------------------------------------------------------------------------


def _written(who: str, look: Look, write: Callable[[formats.Asked], Any], **more: Any) -> str:
    asked = formats.Asked(pack=cast.pack(), lang="en", sight=look(who), has_names=True, **more)
    return b"".join(write(asked)).decode()


def test_open_data_leave_out_who_holds_by_a_sealed_act(look: Look) -> None:
    told = json.loads(_written("BRUNO", look, popolo.write, unit="NORTH"))
    held = {(each["person_id"], each.get("post_id")): each for each in told["memberships"]}
    assert ("CHIARA", POST) not in held
    assert "CHIARA" not in {each["id"] for each in told["persons"]}
    deputy = held[("DORA", "NORTH-B.deputy")]
    assert (deputy["end_date"], deputy["is_end_told"], len(deputy["sources"])) == (None, False, 1)
    whole = json.loads(_written("ADA", look, popolo.write, unit="NORTH"))
    assert ("CHIARA", POST) in {(each["person_id"], each.get("post_id")) for each in whole["memberships"]}


def test_a_calendar_leaves_out_terms_by_sealed_acts(look: Look) -> None:
    days = {"since": TODAY, "until": TODAY.replace(year=2025), "unit": "NORTH"}
    assert "Chiara" in _written("ADA", look, icalendar.write, **days)
    assert "Chiara" not in _written("BRUNO", look, icalendar.write, **days)
    items = waiting.of(look("BRUNO"), pack=cast.pack(), day=TODAY, lang="en")
    assert not [item for item in items if "Chiara" in item.what or "NORTH-B.deputy" in item.key]


def test_an_export_needs_its_rights_over_all_that_is_beneath(look: Look) -> None:
    """A keeper's rights end at the lodge and its organs; a file of the lodge has all beneath it."""
    assert export.may(look("EMIL"), "popolo", unit("ALDER"))
    assert export.may(look("BRUNO"), "popolo", unit("NORTH"))
    assert not export.may(look("BRUNO"), "csv", unit("NORTH"))
    assert export.may(look("ADA"), "csv", unit("GLK"))
    bruno = look("BRUNO")
    near = tuple(replace(grant, reach=rights.OWN) for grant in bruno.grants if grant.reach == rights.BELOW)
    assert not export.may(replace(bruno, grants=near), "popolo", unit("NORTH"))


# -- units out of reach ------------------------------------------------------------------------------------------------


def test_people_of_a_foreign_unit_are_not_found_by_the_posts_they_hold_there(look: Look) -> None:
    """Goran of the north comes to hold an open post in the south: in the north nothing tells where."""
    seat = {"kind": "APPOINT", "person": "GORAN", "post": "SOUTH-B.deputy"}
    cast.issue(cast.act("SOUTH-B", "decision", "A deputy", "2024-04-05", seat))
    for path in ("people?unit=SOUTH", "people?unit=SOUTH-B", "people?holds=true&q=goran"):
        assert _items("BRUNO", path) == []
        assert [each["person"] for each in _items("CHIARA", path)].count("GORAN") == 1
    assert "Gorić" not in _said("BRUNO", "/people/?unit=SOUTH")
