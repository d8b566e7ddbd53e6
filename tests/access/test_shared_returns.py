"""Returns put together, as an attacker would read them: by page, file and program, from above and from beside."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest
from django.core.cache import cache

from fasti import words
from fasti.dates import periods
from fasti.effects import given_figures
from fasti.operations import submit_return
from tests import cast
from tests.access import doors
from tests.returns import handed

pytestmark = pytest.mark.usefixtures("guild")
HALF = periods.Period.parse(handed.PERIOD)
ASKED = "unit=NORTH&period=2024-H1&form=half-year"


@pytest.fixture(autouse=True)
def _alone(tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path
    cache.clear()


@pytest.fixture
def two() -> None:
    """Alder and Cedar hand in to the north, and are accepted: few petitions in Cedar, many in Alder."""
    hand_in()


def hand_in(**classes: str) -> None:
    """Both hand in and are accepted, by acts of these classes of confidentiality."""
    for unit, received in (("ALDER", 40), ("CEDAR", 2)):
        head = {"signed_on": "2024-07-05", "issuer": unit}
        made = submit_return.content(
            unit, handed.FORM, HALF, head, pack=cast.pack(), known_on=cast.at("2024-07-05").date()
        )
        declared = {
            "petitions.received": str(received),
            "petitions.settled": "0",
            "petitions.carried": "0",
            "petitions.pending": str(received),
        }
        made["effects"][0] |= {
            "declared": handed.DECLARED | declared,
            "narrative": handed.TOLD,
            "proposals": [f"Oil for {unit}."],
        }
        if unit in classes:
            made["confidentiality"] = classes[unit]
        if unit == "CEDAR":
            made |= {"signer": "HANA", "signer_post": "CEDAR.keeper"}
        handed.issue(made)
    for unit in ("ALDER", "CEDAR"):
        handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-08", issuer="NORTH-B", unit=unit))


def _told(who: str, asked: str = ASKED) -> dict[str, Any]:
    found: dict[str, Any] = doors.client(who).get(f"/api/v1/consolidations?{asked}").json()
    return found


def _figures(who: str) -> dict[str, dict[str, Any]]:
    return {each["figure"]: each for each in _told(who)["figures"]}


def test_who_stands_above_sees_all_and_a_member_no_small_cell(two: None) -> None:
    above, beside = _figures("BRUNO"), _figures("GORAN")
    assert (above["petitions.received"]["total"], above["petitions.received"]["is_withheld"]) == ("42", False)
    assert beside["petitions.received"]["total"] is None, (
        "Alder's return, which he can read, would leave the 2 of Cedar"
    )
    assert beside["petitions.received"]["is_withheld"]
    assert beside["members.total"]["total"] is None
    assert beside["members.total"]["in_register"] is None
    assert beside["posts.seats"]["total"] == above["posts.seats"]["total"], "what everybody may know"
    assert [each["unit"] for each in _told("BRUNO")["proposals"]] == ["ALDER", "CEDAR"]
    assert _told("GORAN")["proposals"] == []


def test_page_and_file_withhold_the_same(two: None) -> None:
    browser = doors.client("GORAN")
    page = browser.get(f"/returns/consolidated/?{ASKED}").content.decode()
    file = browser.get(f"/returns/consolidated/download/?{ASKED}").content.decode()
    assert '<td class="num" data-l="total">42' not in page
    assert ",42," not in file
    assert ",*," in file
    open_file = doors.client("BRUNO").get(f"/returns/consolidated/download/?{ASKED}").content.decode()
    assert ",42,2,2," in open_file


def test_a_figure_that_differs_is_told_without_its_small_numbers(two: None) -> None:
    admitted = {"kind": "ADMIT", "person": "M-77", "unit": "CEDAR", "stage": "full", "on": "2024-06-20",
                "family_name": "Kqnew", "given_name": "Ida", "sex": "F", "born_on": "1990-01-01"}  # fmt: skip
    handed.issue(cast.act("COUNCIL", "decision", "Late admission", "2024-07-20", admitted))
    above = {(each["unit"], each["figure"]): each for each in _told("BRUNO")["deviations"]}
    beside = {(each["unit"], each["figure"]): each for each in _told("GORAN")["deviations"]}
    key = ("CEDAR", "members.total")
    assert (above[key]["stated"], above[key]["in_register"], above[key]["reason"]) == ("2", "3", "late_act")
    assert (beside[key]["stated"], beside[key]["in_register"], beside[key]["reason"]) == (
        None,
        None,
        "late_act",
    )


def test_what_only_a_closed_return_says_is_not_told_to_whom_its_act_is_closed() -> None:
    """Neither in the sum of what units declare, from which the other return could be taken, nor where it departs."""
    admitted = {"kind": "ADMIT", "person": "M-77", "unit": "CEDAR", "stage": "full", "on": "2024-06-20",
                "family_name": "Kqnew", "given_name": "Ida", "sex": "F", "born_on": "1990-01-01"}  # fmt: skip
    hand_in(CEDAR="sealed")
    handed.issue(cast.act("COUNCIL", "decision", "Late admission", "2024-07-20", admitted))
    for who, total, stated in (("ADA", "42", "2"), ("BRUNO", None, None)):
        told = _told(who)
        figures = {each["figure"]: each for each in told["figures"]}
        departs = {(each["unit"], each["figure"]): each for each in told["deviations"]}
        assert figures["petitions.received"]["total"] == total
        assert figures["members.total"]["total"], "what the register says as well"
        assert departs["CEDAR", "members.total"]["stated"] == stated
        assert ("CEDAR" in {each["unit"] for each in told["proposals"]}) is (who == "ADA")
        report = doors.client(who).get(f"/reports/download/json/?{ASKED}").json()["returns"]
        values = {each["figure"]: each["value"] for each in report["totals"]}
        assert values["petitions.received"] == (total and int(total))


@pytest.mark.parametrize("level", ["normal", "sealed"])
def test_what_a_unit_signed_itself_is_told_to_whom_its_return_is_open(two: None, level: str) -> None:
    """Beside totals of today, totals of an earlier day would tell what came to them since."""
    head = {"signed_on": "2024-07-10", "issuer": "NORTH-B"}
    made = submit_return.content(
        "NORTH", handed.FORM, HALF, head, pack=cast.pack(), known_on=cast.at("2024-07-10").date()
    )
    made["effects"][0] |= {"declared": handed.DECLARED, "narrative": handed.TOLD}
    handed.issue(made | {"confidentiality": level})
    column = words.say("web-consolidation-signed", "en")
    told = {who: column.lower() in _page(who).lower() for who in ("ADA", "BRUNO", "GORAN")}
    assert told == {"ADA": True, "BRUNO": level == "normal", "GORAN": False}


def _page(who: str) -> str:
    return str(doors.client(who).get(f"/returns/consolidated/?{ASKED}").content.decode())


def test_nothing_of_it_is_told_to_whom_no_figures_are_granted(two: None) -> None:
    for path in ("/returns/consolidated/", "/returns/consolidated/download/", "/api/v1/consolidations"):
        answers = [
            doors.client("GORAN").get(f"{path}?unit={unit}&period=2024-H1&form=half-year")
            for unit in ("SOUTH", "NOWHERE")
        ]
        assert {answer.status_code for answer in answers} == {answers[0].status_code}
        assert answers[0].status_code in (403, 404)
        assert "SOUTH" not in json.dumps([given_figures.NONE, answers[1].content.decode()])


def test_a_report_withholds_of_the_returns_what_their_consolidation_does(two: None) -> None:
    asked = "form=half-year&unit=NORTH&period=2024-H1"
    for who in ("BRUNO", "GORAN"):
        answer = doors.client(who).get(f"/reports/download/json/?{asked}").json()["returns"]
        told = {each["figure"]: each["value"] for each in answer["totals"]}
        there = {id: each for id, each in _figures(who).items() if id in told}
        assert {id for id, value in told.items() if value is None} >= {
            id for id, each in there.items() if each["is_withheld"]
        }
        assert told["petitions.received"] == (42 if who == "BRUNO" else None)
        page = doors.client(who).get(f"/reports/?{asked}").content.decode()
        assert ('<td class="num" data-l="Total">42' in page) is (who == "BRUNO")


def test_of_a_peer_group_the_neighbours_are_told_who_handed_in_and_not_what() -> None:
    asked = "unit=regions&period=2023-H2&form=half-year"
    beside = doors.client("CHIARA")
    page = beside.get(f"/returns/?{asked}")
    assert page.status_code == 200
    text = page.content.decode()
    assert "/returns/half-year/2023-H2/SOUTH/" in text, "her own"
    assert "/returns/half-year/2023-H2/NORTH/" not in text
    assert ">North<" in text
    answer = beside.get(f"/api/v1/returns?{asked}").json()
    assert [each["unit"] for each in answer["items"]] == ["NORTH", "SOUTH"]
    assert beside.get("/returns/half-year/2023-H2/NORTH/").status_code in (403, 404)
    for door in ("/returns/", "/api/v1/returns"):
        assert doors.client("EMIL").get(f"{door}?{asked}").status_code == 403
