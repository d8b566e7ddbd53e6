"""Who owed a return, in what state it is and how late it came: the denominator is the period's, whoever ends since."""

from __future__ import annotations

import pathlib
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from fasti.dates import periods
from fasti.returns import expected
from fasti.returns import sheet as sheets
from tests import cast
from tests.effects.decided import withdraw
from tests.returns import handed

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse(handed.PERIOD)


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def found(**more: Any) -> expected.Overview:
    return expected.expected(cast.pack(), handed.FORM, **{"unit": "GLK", "period": HALF, **more})


def decide(*effects: dict[str, Any], on: str) -> None:
    handed.issue(cast.act("COUNCIL", "decision", "Decision", on, *effects))


def north(on: str) -> dict[str, Any]:
    return handed.submit(on, unit="NORTH", issuer="NORTH-B")


def test_each_state_is_told_with_its_days() -> None:
    assert [(row.unit, row.state, row.days_late) for row in found().rows] == [
        ("NORTH", "missing", None),
        ("SOUTH", "missing", None),
    ]
    handed.issue(handed.submit("2024-07-22"))
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-23"))
    south = found().rows[1]
    assert (south.state, south.version, south.days_late, south.is_late, south.is_corrected) == (
        "sent_back", 1, 7, True, False,
    )  # fmt: skip
    act = handed.issue(handed.submit("2024-07-25"))
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-26", version=2))
    south = found().rows[1]
    assert (south.state, south.version, south.act, south.is_corrected) == ("accepted", 2, act.code, True)
    assert (south.first_on, south.since, south.closes_on) == (
        date(2024, 7, 22),
        date(2024, 7, 26),
        date(2024, 10, 18),
    )


def test_lateness_counts_from_the_first_handing_in_and_grace_is_in_time() -> None:
    handed.issue(north("2024-07-18"))
    handed.issue(handed.submit("2024-07-22"))
    result = found()
    assert (result.due, result.in_time, result.late, len(result.of("missing"))) == (2, 1, 1, 0)
    assert result.mean_days_late == Fraction(3 + 7, 2)


def test_a_report_without_figures_is_reported_and_cannot_be_accepted() -> None:
    handed.issue(cast.act("SOUTH-B", "report", "By letter", "2024-07-10", form="half-year", period="2024-H1"))
    row = found().rows[1]
    assert (row.state, row.version, row.submission, row.is_late) == ("reported", 0, None, False)
    sheet = sheets.sheet(cast.pack(), handed.FORM, unit="SOUTH", period=HALF, day=date(2024, 7, 11))
    assert sheet.state == "reported"


def test_a_submission_withdrawn_is_missing_and_was_known_then() -> None:
    withdraw(handed.issue(handed.submit("2024-07-10")), "2024-07-12")
    assert [row.state for row in found().rows] == ["missing", "missing"]
    assert found(known=date(2024, 7, 11)).rows[1].state == "submitted"
    assert found(known=date(2024, 7, 9)).rows[1].state == "missing"


def test_the_unit_itself() -> None:
    handed.issue(handed.submit("2024-07-10"))
    rows = found(unit="SOUTH", itself=True).rows
    assert [(row.unit, row.state) for row in rows] == [("SOUTH", "submitted")]


# -- units that close, open and merge within the period -----------------------------------------------------------


def test_a_unit_that_closed_within_the_period_owes_none_and_gives_none() -> None:
    decide({"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH"}, on="2024-05-01")
    handed.issue(north("2024-07-10"))
    result = found()
    assert (result.due, result.in_time) == (1, 1)


def test_one_that_opened_within_the_period_owes_one() -> None:
    name = {"en": "West"}
    decide(
        {"kind": "FOUND", "unit": "WEST", "parent": "GLK", "unit_kind": "region", "name": name},
        on="2024-06-30",
    )
    assert [row.unit for row in found().rows] == ["NORTH", "SOUTH", "WEST"]


def test_one_that_merged_after_the_period_still_owes_and_both_are_given() -> None:
    decide({"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH"}, on="2024-07-02")
    handed.issue(north("2024-07-10"))
    handed.issue(handed.submit("2024-07-12", issuer="NORTH-B"))
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-15"))
    result = found()
    assert (result.due, result.in_time, len(result.of("accepted"))) == (2, 2, 1)
    assert result.in_time + result.late <= result.due


# -- an old period on later boundaries --------------------------------------------------------------------------------

LATER = date(2025, 7, 1)


def test_on_later_boundaries_those_that_owed_are_shown_under_their_heirs() -> None:
    handed.issue(north("2024-07-10"))
    decide({"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2025-07-01"}, on="2025-06-01")
    rows = found(boundaries=LATER).rows
    assert [(row.unit, row.shown_under, row.state) for row in rows] == [
        ("NORTH", "NORTH", "submitted"),
        ("SOUTH", "NORTH", "missing"),
    ]
    lodges = found(unit="NORTH", boundaries=LATER).rows
    assert [row.unit for row in found(unit="NORTH").rows] == ["ALDER"]
    assert {row.unit for row in lodges} > {"ALDER"}
    assert all(row.shown_under == row.unit for row in lodges)


def test_a_unit_founded_since_is_asked_for_what_was_owed_to_its_predecessors() -> None:
    name = {"en": "Lakeland"}
    decide(
        {"kind": "FOUND", "unit": "LAKE", "parent": "GLK", "unit_kind": "region", "name": name, "on": "2025-07-01"},
        {"kind": "MERGE", "unit": "NORTH", "other_unit": "LAKE", "on": "2025-07-01"},
        {"kind": "MERGE", "unit": "SOUTH", "other_unit": "LAKE", "on": "2025-07-01"},
        on="2025-06-01",
    )  # fmt: skip
    beneath = found(unit="LAKE", boundaries=LATER)
    assert "ALDER" in {row.unit for row in beneath.rows}
    assert not {"NORTH", "SOUTH"} & {row.unit for row in beneath.rows}
    above = found(boundaries=LATER).rows
    assert [(row.unit, row.shown_under) for row in above] == [("NORTH", "LAKE"), ("SOUTH", "LAKE")]


def test_a_unit_dissolved_since_owed_its_return_to_the_one_above_it() -> None:
    elm = {"kind": "FOUND", "unit": "ELM", "parent": "NORTH", "unit_kind": "lodge", "name": {"en": "Elm"}}
    decide(elm, on="2024-05-01")
    decide({"kind": "DISSOLVE", "unit": "ELM", "on": "2025-07-01"}, on="2025-06-01")
    rows = found(unit="NORTH", boundaries=LATER).rows
    assert [(row.unit, row.shown_under) for row in rows] == [("ELM", "NORTH"), ("ALDER", "ALDER")]
    assert [row.unit for row in found(boundaries=LATER).rows] == ["NORTH", "SOUTH"]
