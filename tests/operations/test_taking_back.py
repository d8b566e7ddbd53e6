"""Taking back what was decided: whatever changed it since, wherever its units are by then, nothing of it is left."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import pytest

from fasti.acts.models import Act, Relation
from fasti.operations import issue_act, issue_plan, rebuild_register, verify_record, withdraw_act
from tests import cast
from tests.effects.decided import effect, holders, register

pytestmark = pytest.mark.django_db
POST = "NORTH-B.member"
CEDAR = effect(
    "FOUND", "2024-06-01", unit="CEDAR", parent="NORTH", unit_kind="lodge", name={"en": "Cedar"}
)  # fmt: skip
HANA = effect(
    "ADMIT", "2024-06-02", person="HANA", unit="CEDAR", stage="full", family_name="Horák", given_name="Hana"
)  # fmt: skip
KEEPER = effect(
    "ESTABLISH_POST", "2024-06-01", post="CEDAR.keeper", unit="CEDAR", office="keeper", seats=1
)  # fmt: skip


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def appointed(on: str, who: str = "GORAN") -> dict[str, Any]:
    return effect("APPOINT", on, person=who, post=POST)


def decide(on: str, *effects: dict[str, Any], issuer: str = "COUNCIL", **more: Any) -> Act:
    return cast.issue(cast.act(issuer, "decision", f"Of {on}", on, *effects, **more))[0]


def changed(kind: str, act: Act, *places: int) -> list[dict[str, Any]]:
    return [{"kind": kind, "act": act.code, **({"effects": list(places)} if places else {})}]


def withdraw(on: str, *acts: Act, issuer: str = "COUNCIL") -> Act:
    """One act that withdraws others; register and record agree then."""
    by = cast.act(issuer, "decision", f"Withdrawal of {on}", on)
    for act in acts:
        by = withdraw_act.content(act.code, by)
    (found,) = cast.issue(by)
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()
    return found


def refusal(on: str, act: Act, issuer: str = "COUNCIL") -> set[str]:
    with pytest.raises(issue_act.CannotIssue) as refused:
        withdraw(on, act, issuer=issuer)
    return {each.code for each in refused.value.findings}


def told() -> dict[str, list[str]]:
    return {line: list(map(str, rows)) for line, rows in register().items()}


# -- in whatever order -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_an_act_amended_twice_is_withdrawn_with_both_amendments_in_any_order(order: Sequence[int]) -> None:
    before = told()
    first = decide("2024-03-01", appointed("2024-06-01"))
    second = decide("2024-03-02", appointed("2024-07-01"), relations=changed("amends", first, 1))
    third = decide("2024-03-03", appointed("2024-08-01"), relations=changed("amends", second, 1))
    acts = (first, second, third)
    undone = withdraw("2024-03-04", *(acts[place] for place in order))
    assert told() == before
    withdraw("2024-03-05", undone)
    assert [str(row.starts_on) for row in register()["tenure"] if row.opened_by in _own(third)] == [
        "2024-08-01"
    ]


def _own(act: Act) -> set[int]:
    return set(act.effects.values_list("id", flat=True))


@pytest.mark.parametrize("is_within", [True, False])
def test_a_plan_one_part_of_which_corrects_another_is_undone_by_one_withdrawal(is_within: bool) -> None:
    before = told()
    right = appointed("2024-07-01")
    acts = [
        cast.act("COUNCIL", "decision", "Leading", "2024-03-01", appointed("2024-06-01")),
        cast.act("COUNCIL", "decision", "Part", "2024-03-01", appointed("2024-06-01", "EMIL")),
    ]
    if is_within:
        corrects = [{"kind": "corrects", "act": "@leading", "effects": [1]}]
        acts.append(cast.act("COUNCIL", "decision", "Correction", "2024-03-01", right, relations=corrects))
    leading, part, *_ = issue_plan.issue(
        {"acts": acts}, pack=cast.pack(), recorded_at=cast.at("2024-03-01"), actor="test"
    )
    if not is_within:
        also = [*changed("corrects", leading, 1), {"kind": "part_of", "act": leading.code}]
        decide("2024-03-03", right, relations=also)
    undone = withdraw("2024-04-01", leading)
    assert told() == before
    assert Relation.objects.filter(kind="withdraws", target=part).exists()
    back = withdraw("2024-04-02", undone)
    assert holders(POST, cast.at("2024-06-02").date()) == {"EMIL"}
    assert holders(POST, cast.at("2024-07-02").date()) == {"EMIL", "GORAN"}
    withdraw("2024-04-03", back)
    assert told() == before


def test_what_was_repealed_does_not_come_back_when_only_the_repeal_is_withdrawn_after_the_act() -> None:
    before = told()
    act = decide("2024-03-01", appointed("2024-06-01"))
    repeal = decide("2024-03-02", relations=changed("repeals", act))
    assert refusal("2024-03-03", act) == {"withdraw-corrected"}
    withdraw("2024-03-03", act, repeal)
    assert told() == before


def test_two_withdrawals_that_both_hold_are_taken_back_one_by_one() -> None:
    before = told()
    act = decide("2024-03-01", CEDAR, HANA, appointed("2024-06-01"))
    first = withdraw("2024-03-02", act)
    back = withdraw("2024-03-03", first)
    second = withdraw("2024-03-04", act)
    withdraw("2024-03-05", back)
    assert told() == before
    withdraw("2024-03-06", second)
    assert told() == before
    withdraw("2024-03-07", first)
    assert holders(POST, cast.at("2024-06-02").date()) == {"GORAN"}


# -- wherever its units are --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "effects",
    [
        [CEDAR],
        [CEDAR, KEEPER, effect("DESIGNATE", "2024-06-01", person="GORAN", post="CEDAR.keeper")],
        [CEDAR, HANA],
        [CEDAR, effect("TRANSFER_MEMBER", "2024-06-01", person="GORAN", unit="CEDAR", other_unit="ALDER")],
        [CEDAR, effect("MERGE", "2024-06-01", unit="ALDER", other_unit="CEDAR")],
    ],
)
@pytest.mark.parametrize("kind", ["withdraws", "repeals"])
def test_a_unit_that_is_still_to_come_does_not_come(effects: list[dict[str, Any]], kind: str) -> None:
    before = told()
    act = decide("2024-03-01", *effects)
    assert told() != before
    undone = decide("2024-03-02", relations=changed(kind, act))
    assert told() == before
    withdraw("2024-03-03", undone)
    assert told() != before
    assert rebuild_register.differences() == []


def test_a_unit_still_to_come_is_put_off() -> None:
    act = decide("2024-03-01", CEDAR)
    decide("2024-03-02", {**CEDAR, "on": "2024-09-01"}, relations=changed("amends", act, 1))
    assert [str(row.starts_on) for row in register()["unit"]][-1] == "2024-09-01"


def test_what_was_decided_on_a_unit_that_has_ended_since_is_put_right() -> None:
    rated = effect("RATE", "2024-03-01", unit="BIRCH", period="2023", grade="good")
    act = decide("2024-03-01", rated)
    decide("2024-05-01", effect("MERGE", "2024-05-01", unit="BIRCH", other_unit="ALDER"))
    decide("2024-06-01", {**rated, "grade": "fair"}, relations=changed("corrects", act, 1))
    assert [row.grade for row in register()["unit_rating"]] == ["fair"]


def test_what_has_gone_to_others_with_its_unit_is_theirs() -> None:
    rated = effect("RATE", "2024-03-01", unit="BIRCH", period="2023", grade="good")
    act = decide("2024-03-01", rated, issuer="SOUTH-B")
    decide("2024-05-01", effect("MERGE", "2024-05-01", unit="BIRCH", other_unit="ALDER"))
    assert refusal("2024-06-01", act, issuer="SOUTH-B") == {"effect-outside-unit"}
    withdraw("2024-06-01", act)


def test_who_received_a_member_takes_its_own_act_back() -> None:
    before = told()
    moved = effect("TRANSFER_MEMBER", "2024-03-01", person="GORAN", unit="BIRCH", other_unit="ALDER")
    act = decide("2024-03-01", moved, issuer="SOUTH-B")
    withdraw("2024-03-02", act, issuer="SOUTH-B")
    assert told() == before
