"""What the returns beneath add up to: partial totals, the missing named, and why a figure is not the register's."""

from __future__ import annotations

import pathlib
from datetime import date
from typing import Any

import pytest

from fasti.dates import periods
from fasti.operations import submit_return
from fasti.returns import consolidate, versions
from tests import cast
from tests.returns import handed

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse(handed.PERIOD)


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def hand_in(unit: str, issuer: str, on: str, **declared: str) -> None:
    """A true return: the register's figures of its day, accepted two days later."""
    content = submit_return.content(
        unit, handed.FORM, HALF, {"signed_on": on, "issuer": issuer}, pack=cast.pack(),
        known_on=date.fromisoformat(on),
    )  # fmt: skip
    figures = handed.DECLARED | {key.replace("_", ".", 1): value for key, value in declared.items()}
    content["effects"][0] |= {
        "declared": figures,
        "narrative": handed.TOLD,
        "proposals": [f"Oil for {unit}."],
    }
    handed.issue(content)


def accept(unit: str, on: str) -> None:
    handed.issue(handed.answer("ACCEPT_RETURN", on, unit=unit))


def found(**more: Any) -> consolidate.Consolidation:
    return consolidate.consolidate(cast.pack(), handed.FORM, **{"unit": "GLK", "period": HALF, **more})


def total(figure: str, **more: Any) -> consolidate.Sum:
    (one,) = (each for each in found(**more).sums if each.figure == figure)
    return one


def test_only_what_is_accepted_is_added_and_the_missing_are_named() -> None:
    hand_in("SOUTH", "SOUTH-B", "2024-07-10")
    assert total("petitions.received").total == ""
    accept("SOUTH", "2024-07-12")
    hand_in(
        "NORTH", "NORTH-B", "2024-07-13", petitions_received="4", petitions_pending="0", petitions_settled="6"
    )
    partial = total("petitions.received")
    assert (partial.total, partial.num_given, partial.num_due, partial.missing, partial.is_partial) == (
        "9", 1, 2, ("NORTH",), True,
    )  # fmt: skip
    assert [row.unit for row in found().missing] == ["NORTH"]
    accept("NORTH", "2024-07-14")
    whole = total("petitions.received")
    assert (whole.total, whole.num_given, whole.missing, whole.is_partial) == ("13", 2, (), False)
    assert total("meetings.attended").total == "80/96"
    assert total("petitions.received", known=date(2024, 7, 12)).num_given == 1
    assert found().proposals == (("NORTH", "Oil for NORTH."), ("SOUTH", "Oil for SOUTH."))


def test_a_figure_that_a_unit_does_not_know_is_missing_and_not_nought() -> None:
    content = handed.submit(
        declared=handed.DECLARED | {"meetings.held": "none"}, remarks={"meetings.held": "The book burned."}
    )
    handed.issue(content)
    accept("SOUTH", "2024-07-12")
    assert total("meetings.held").missing == ("NORTH", "SOUTH")
    assert total("petitions.settled").missing == ("NORTH",)


def test_computed_figures_stand_beside_the_registers() -> None:
    for unit in ("NORTH", "SOUTH"):
        hand_in(unit, f"{unit}-B", "2024-07-10")
    for unit in ("NORTH", "SOUTH"):
        accept(unit, "2024-07-12")
    members = total("members.total")
    assert (members.total, members.register) == ("7", "7")
    assert total("members.women_share").total == total("members.women_share").register
    assert found().deviations == ()


def test_an_act_recorded_since_explains_a_difference() -> None:
    hand_in("SOUTH", "SOUTH-B", "2024-07-10")
    accept("SOUTH", "2024-07-12")
    admitted = {"kind": "ADMIT", "person": "HUGO", "unit": "BIRCH", "stage": "full", "on": "2024-06-20"}
    handed.issue(cast.act("COUNCIL", "decision", "Late admission", "2024-07-20", admitted))
    told = {each.figure: (each.stated, each.register, each.reason) for each in found().deviations}
    assert told["members.total"] == ("2", "3", "late_act")
    assert told["members.admitted"] == ("0", "1", "late_act")
    assert {reason for _, _, reason in told.values()} == {"late_act"}


def test_another_tree_explains_a_difference() -> None:
    hand_in("SOUTH", "SOUTH-B", "2024-07-10")
    accept("SOUTH", "2024-07-12")
    move = {"kind": "MOVE", "unit": "ALDER", "parent": "SOUTH", "on": "2024-08-01"}
    handed.issue(cast.act("COUNCIL", "decision", "Move", "2024-08-01", move))
    assert found().deviations == ()
    told = {each.figure: each.reason for each in found(boundaries=date(2024, 8, 1)).deviations}
    assert told["members.total"] == "boundaries"


def test_a_figure_written_by_hand_is_not_explained() -> None:
    handed.issue(handed.submit())
    accept("SOUTH", "2024-07-12")
    told = {each.figure: each.reason for each in found().deviations}
    assert told["members.total"] == "unexplained"


def test_versions_are_kept_and_compared() -> None:
    handed.issue(handed.submit())
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12"))
    corrected = handed.DECLARED | {"petitions.received": "11", "petitions.pending": "5"}
    handed.issue(handed.submit("2024-07-15", declared=corrected))
    accepting = handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-16", version=2))
    first, second = versions.versions("SOUTH", handed.FORM, HALF)
    assert (first.answer, list(first.reasons)) == ("sent_back", ["petitions.received"])
    assert (second.answer, second.answered_by, second.number) == ("accepted", accepting.code, 2)
    assert [(each.place, each.before, each.after) for each in versions.differences(first, second)] == [
        ("petitions.received", "9", "11"),
        ("petitions.pending", "3", "5"),
    ]
    (known,) = versions.versions("SOUTH", handed.FORM, HALF, known_before=cast.at("2024-07-11"))
    assert known.answer == ""
