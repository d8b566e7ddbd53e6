"""Kinds of effect on memberships: transfer, striking off, readmission."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fasti.operations import issue_act
from fasti.register.models import Membership
from tests import cast
from tests.effects.decided import decide, effect, refusal, withdraw

pytestmark = pytest.mark.django_db
DAY = "2024-04-01"


@pytest.fixture(autouse=True)
def guild() -> None:
    cast.found_guild()


def spans(person: str) -> list[tuple[str, str, str, str | None]]:
    rows = Membership.objects.filter(person__code=person).order_by("starts_on")
    return [
        (row.unit.code, row.stage, str(row.starts_on), str(row.ends_before) if row.ends_before else None)
        for row in rows
    ]


def transfer(person: str = "GORAN", on: str = "", **fields: Any) -> dict[str, Any]:
    return effect(
        "TRANSFER_MEMBER", on, **{"person": person, "unit": "BIRCH", "other_unit": "ALDER", **fields}
    )


def test_a_member_goes_over_and_stays_what_the_member_is() -> None:
    decide(transfer(), on=DAY)
    assert spans("GORAN") == [("ALDER", "full", "2020-01-01", DAY), ("BIRCH", "full", DAY, None)]


def test_probation_runs_on_through_a_transfer() -> None:
    decide(
        effect("ADMIT", person="IDA", unit="ALDER", family_name="Iversen", given_name="Ida"), on="2024-04-01"
    )
    decide(transfer("IDA"), on="2024-05-15")
    confirm = effect("CONFIRM", person="IDA")
    assert refusal(confirm, on="2024-06-30") == {"probation-too-short"}
    decide(confirm, on="2024-07-01")
    assert [stage for _, stage, _, _ in spans("IDA")] == ["probationary", "probationary", "full"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": "CHIARA"}, "not-member-of"),
        ({"unit": "ALDER"}, "same-unit"),
        ({"unit": "SOUTH"}, "unit-without-members"),
        ({"on": "2019-01-01"}, "not-a-member"),
        ({"other_unit": ""}, "missing-field"),
        ({"person": "NOBODY"}, "unknown-person"),
    ],
)
def test_a_transfer_is_refused(fields: dict[str, Any], code: str) -> None:
    assert code in refusal(transfer(**fields), on=DAY)


def test_a_transfer_to_a_unit_not_yet_there_is_refused() -> None:
    found = effect(
        "FOUND", "2024-06-01", unit="CEDAR", parent="NORTH", unit_kind="lodge", name={"en": "Cedar"}
    )
    assert refusal(found, transfer(unit="CEDAR"), on=DAY) == {"effect-before-unit"}


def test_members_are_transferred_before_their_unit_is_dissolved_on_the_same_day() -> None:
    relieved = [
        effect("RELIEVE", person=who, post=post, reason="other_work")
        for post, who in cast.HOLDERS.items()
        if cast.PEOPLE[who][4] == "ALDER" and post == "ALDER.keeper"
    ]
    gone = [transfer(person) for person, data in cast.PEOPLE.items() if data[4] == "ALDER"]
    assert "unit-has-members" in refusal(*gone[1:], effect("DISSOLVE", unit="ALDER"), on=DAY)
    decide(*relieved, *gone, effect("DISSOLVE", unit="ALDER"), on=DAY)
    assert Membership.objects.filter(unit__code="BIRCH", ends_before=None).count() == len(cast.PEOPLE)


def test_nobody_is_brought_into_a_unit_that_was_later_dissolved_with_nobody_in_it() -> None:
    cedar = effect("FOUND", unit="CEDAR", parent="NORTH", unit_kind="lodge", name={"en": "Cedar"})
    decide(cedar, on="2024-02-01")
    there = decide(transfer(unit="CEDAR"), on="2024-03-01")
    back = decide(transfer(unit="ALDER", other_unit="CEDAR"), on=DAY)
    decide(effect("DISSOLVE", unit="CEDAR"), on="2024-05-01")
    ida = effect("ADMIT", "2024-04-15", person="IDA", unit="CEDAR", family_name="Iversen")
    assert refusal(ida, on="2024-06-01") == {"unit-has-members"}
    with pytest.raises(issue_act.CannotIssue) as refused:
        withdraw(back, "2024-06-01")
    assert "unit-has-members" in {finding.code for finding in refused.value.findings}
    assert there.effects.get().kind == "TRANSFER_MEMBER"


def test_a_member_is_struck_off() -> None:
    decide(effect("STRIKE_OFF", person="GORAN", reason="unpaid"), on=DAY)
    assert spans("GORAN") == [("ALDER", "full", "2020-01-01", DAY)]
    assert Membership.objects.get(person__code="GORAN").closed_by.kind == "STRIKE_OFF"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"person": "GORAN", "reason": "left"}, "unknown-reason"),
        ({"person": "EMIL", "reason": "unpaid"}, "still-holds-posts"),
        ({"person": "GORAN", "reason": "unpaid", "on": "2019-01-01"}, "not-a-member"),
    ],
)
def test_striking_off_is_refused(fields: dict[str, Any], code: str) -> None:
    assert code in refusal(effect("STRIKE_OFF", **fields), on=DAY)


READMIT = effect("READMIT", person="GORAN", unit="BIRCH")


def test_who_left_comes_back_after_the_waiting_time() -> None:
    decide(effect("LEAVE", person="GORAN", reason="left"), on=DAY)
    assert refusal(READMIT, on="2025-03-31") == {"readmit-too-early"}
    decide(READMIT, on="2025-04-01")
    assert spans("GORAN")[-1] == ("BIRCH", "probationary", "2025-04-01", None)


def test_who_was_a_member_is_readmitted_not_admitted() -> None:
    decide(effect("LEAVE", person="GORAN", reason="left"), on=DAY)
    admit = effect("ADMIT", person="GORAN", unit="BIRCH", stage="full")
    assert refusal(admit, on="2025-04-01") == {"was-a-member"}


@pytest.mark.parametrize(
    ("effects", "code"),
    [
        ([READMIT], "person-in-two-places"),
        ([{**READMIT, "unit": "ALDER"}], "already-member"),
        ([{**READMIT, "stage": "honorary"}], "stage-unknown"),
        ([{**READMIT, "person": "NEW"}], "unknown-person"),
    ],
)
def test_a_readmission_is_refused(effects: list[dict[str, Any]], code: str) -> None:
    assert code in refusal(*effects, on="2025-04-01")


def test_who_never_was_a_member_is_admitted() -> None:
    decide(effect("ADMIT", person="IDA", unit="ALDER", family_name="I"), on="2024-05-01")
    assert "never-a-member" in refusal({**READMIT, "person": "IDA", "on": "2024-04-01"}, on="2024-05-02")


def test_confirmed_and_transferred_on_one_day_foots_in_both_units() -> None:
    decide(effect("ADMIT", person="IDA", unit="ALDER", family_name="I"), on="2024-04-01")
    both = [effect("CONFIRM", person="IDA"), transfer("IDA")]
    act = decide(*both, on="2024-07-01")
    old, new = Membership.objects.filter(person__code="IDA").order_by("starts_on")
    assert old.closed_by is not None
    assert new.opened_by is not None
    assert (old.closed_by.kind, new.opened_by.kind, new.stage) == (
        "TRANSFER_MEMBER",
        "TRANSFER_MEMBER",
        "full",
    )
    withdraw(act, "2024-08-01")
    decide(*({**each, "on": "2024-07-01"} for each in reversed(both)), on="2024-08-01")
    old, new = Membership.objects.filter(person__code="IDA").order_by("starts_on")
    assert old.closed_by is not None
    assert new.opened_by is not None
    assert (old.closed_by.kind, new.opened_by.kind, new.stage) == (
        "TRANSFER_MEMBER",
        "TRANSFER_MEMBER",
        "full",
    )


def test_a_member_who_moves_and_leaves_on_one_day_left() -> None:
    decide(transfer(), effect("LEAVE", person="GORAN", reason="left"), on=DAY)
    row = Membership.objects.get(person__code="GORAN")
    assert row.closed_by is not None
    assert (row.closed_by.kind, row.ends_before, row.unit.code) == ("LEAVE", date(2024, 4, 1), "ALDER")
