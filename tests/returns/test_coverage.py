"""Who owed a report and gave it: in time, late, withdrawn, by an organ, as known when, on later boundaries."""

from __future__ import annotations

import pathlib
from datetime import date
from typing import Any

import pytest

from fasti.acts.models import Act
from fasti.dates import periods
from fasti.operations import withdraw_act
from fasti.returns import coverage
from tests import cast
from tests.returns import handed

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse("2024-H1")
DUE, GRACE_ENDS = "2024-07-15", "2024-07-20"


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def report(issuer: str, signed_on: str, period: str = "2024-H1") -> Act:
    return cast.issue(cast.act(issuer, "report", "Half-year", signed_on, form="half-year", period=period))[0]


def found(**more: Any) -> coverage.Coverage:
    return coverage.coverage(cast.pack(), "half-year", **{"unit": "GLK", "period": HALF, **more})


def counts(**more: Any) -> tuple[int, int, int]:
    result = found(**more)
    return result.reported, result.late, result.due


def test_nobody_reported_yet() -> None:
    assert counts() == (0, 0, 2)
    assert [row.unit for row in found().missing] == ["NORTH", "SOUTH"]


def test_a_report_by_the_board_is_that_of_the_region() -> None:
    act = report("NORTH-B", DUE)
    north, south = found().rows
    assert (north.act, north.days_late, north.in_time) == (act.code, 0, True)
    assert south.act is None
    assert counts() == (1, 0, 2)


@pytest.mark.parametrize(
    ("signed_on", "days_late", "expected"),
    [(DUE, 0, (1, 0, 2)), ("2024-07-16", 1, (1, 0, 2)), (GRACE_ENDS, 5, (1, 0, 2)), ("2024-07-21", 6, (0, 1, 2))],
)  # fmt: skip
def test_late_is_after_the_grace_days(signed_on: str, days_late: int, expected: tuple[int, int, int]) -> None:
    report("NORTH-B", signed_on)
    assert counts() == expected
    assert found().rows[0].days_late == days_late


def test_a_report_on_another_period_does_not_count() -> None:
    report("NORTH-B", "2024-01-10", period="2023-H2")
    assert counts() == (0, 0, 2)


def test_a_withdrawn_report_does_not_count_once_that_is_known() -> None:
    act = report("NORTH-B", "2024-07-10")
    by = cast.act("NORTH-B", "decision", "Withdrawal", "2024-07-12")
    withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at("2024-07-12"), actor="test")
    assert counts() == (0, 0, 2)
    assert counts(known=date(2024, 7, 11)) == (1, 0, 2)
    assert counts(known=date(2024, 7, 9)) == (0, 0, 2)


def test_lodges_owe_theirs_to_the_region() -> None:
    assert [row.unit for row in found(unit="NORTH").rows] == ["ALDER"]
    assert found(unit="NORTH").rows[0].due_on == date(2024, 7, 7)


def merge() -> None:
    effect = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2025-07-01"}
    cast.issue(cast.act("COUNCIL", "resolution", "One region", "2025-06-01", effect))


def test_who_owed_it_does_not_change_with_a_later_merger() -> None:
    report("NORTH-B", "2024-07-10")
    report("SOUTH-B", "2024-07-11")
    merge()
    assert counts() == (2, 0, 2)


@pytest.mark.parametrize("both", [False, True])
def test_on_later_boundaries_a_successor_needs_the_reports_of_all(both: bool) -> None:
    report("NORTH-B", "2024-07-10")
    act = report("SOUTH-B", "2024-07-11") if both else None
    merge()
    result = found(boundaries=date(2025, 7, 1))
    assert (result.reported, result.due) == (int(both), 1)
    (row,) = result.rows
    assert (row.unit, row.of) == ("NORTH", ("NORTH", "SOUTH"))
    assert row.act == (act.code if act else None)


def test_a_level_without_obligation_owes_nothing() -> None:
    assert counts(unit="ALDER") == (0, 0, 0)


def test_a_return_sent_back_is_not_given_until_it_is_handed_in_again() -> None:
    first = handed.issue(handed.submit("2024-07-10"))
    assert counts() == (1, 0, 2)
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12"))
    assert counts() == (0, 0, 2)
    assert counts(known=date(2024, 7, 11)) == (1, 0, 2)
    handed.issue(handed.submit("2024-07-25"))
    assert counts() == (1, 0, 2)
    assert found().rows[1].act == first.code


def test_what_a_successor_hands_in_for_a_merged_unit_is_that_units() -> None:
    effect = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2024-07-05"}
    cast.issue(cast.act("COUNCIL", "resolution", "One region", "2024-07-01", effect))
    act = handed.issue(handed.submit("2024-07-10", issuer="NORTH-B"))
    assert [(row.unit, row.act) for row in found().rows] == [("NORTH", None), ("SOUTH", act.code)]
