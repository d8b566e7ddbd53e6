"""Correcting, amending, repealing and withdrawing: exactly the effects meant are voided, and a plan goes as a whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fasti.acts.models import Act, Effect, Relation
from fasti.effects import store
from fasti.operations import issue_act, issue_plan, naming, rebuild_register, verify_record, withdraw_act
from fasti.register.models import Membership, Tenure, UnitSpan
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def tenure(kind: str, person: str, post: str, on: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "person": person, "post": post, "on": on, **more}


def decide(*effects: dict[str, Any], signed_on: str, issuer: str = "NORTH-B", **more: Any) -> Act:
    return cast.issue(cast.act(issuer, "decision", "Decision", signed_on, *effects, **more))[0]


def relation(kind: str, act: Act, *places: int) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": kind, "act": act.code}
    return {**found, "effects": list(places)} if places else found


def refusal(content: dict[str, Any]) -> set[str]:
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(content)
    return {finding.code for finding in refused.value.findings}


def held(person: str) -> list[tuple[str, date, date | None]]:
    rows = Tenure.objects.filter(person__code=person).order_by("starts_on")
    return list(rows.values_list("post__code", "starts_on", "ends_before"))


def sound() -> bool:
    return rebuild_register.differences() == [] and not verify_record.verify().faults


def two_appointments() -> Act:
    return decide(
        tenure("APPOINT", "GORAN", "NORTH-B.member", "2024-02-01"),
        tenure("APPOINT", "EMIL", "NORTH-B.member", "2024-02-01"),
        signed_on="2024-02-01",
    )


def test_a_correction_puts_one_effect_right_from_its_own_day_and_leaves_the_others() -> None:
    first = two_appointments()
    decide(
        tenure("APPOINT", "GORAN", "NORTH-B.member", "2024-01-15"),
        signed_on="2024-03-01",
        relations=[relation("corrects", first, 1)],
    )
    assert held("GORAN") == [("NORTH-B.member", date(2024, 1, 15), None)]
    assert ("NORTH-B.member", date(2024, 2, 1), None) in held("EMIL")
    assert Effect.objects.filter(kind="VOID").count() == 1
    assert sound()


def test_what_was_known_before_the_correction_is_still_known_so() -> None:
    first = two_appointments()
    decide(
        tenure("APPOINT", "GORAN", "NORTH-B.member", "2024-01-15"),
        signed_on="2024-03-01",
        relations=[relation("corrects", first, 1)],
    )
    goran = first.effects.get(ordinal=1).person_id
    (row,) = store.rows_of("tenure", known_before=cast.at("2024-03-01", 0), person=goran)
    assert row.starts_on == date(2024, 2, 1)


def test_a_corrected_act_is_withdrawn_together_with_its_correction() -> None:
    first = two_appointments()
    second = decide(
        tenure("APPOINT", "GORAN", "NORTH-B.member", "2024-01-15"),
        signed_on="2024-03-01",
        relations=[relation("corrects", first, 1)],
    )
    alone = cast.act("NORTH-B", "decision", "W", "2024-04-01", relations=[relation("withdraws", first)])
    assert "withdraw-corrected" in refusal(alone)
    decide(signed_on="2024-04-01", relations=[relation("withdraws", second), relation("withdraws", first)])
    assert held("GORAN") == []
    assert held("EMIL") == [("ALDER.keeper", cast.FOUNDED_ON, None)]
    assert sound()


def test_withdrawing_a_correction_brings_the_first_version_back() -> None:
    first = two_appointments()
    second = decide(
        tenure("APPOINT", "GORAN", "NORTH-B.member", "2024-01-15"),
        signed_on="2024-03-01",
        relations=[relation("corrects", first, 1)],
    )
    decide(signed_on="2024-04-01", relations=[relation("withdraws", second)])
    assert held("GORAN") == [("NORTH-B.member", date(2024, 2, 1), None)]
    assert sound()


@pytest.mark.parametrize(
    ("places", "code"), [([3], "no-such-effect"), ([0], "wrong-type"), (["1"], "wrong-type"), ([1], None)]
)
def test_a_correction_names_effects_that_are_there(places: list[Any], code: str | None) -> None:
    first = two_appointments()
    content = cast.act("NORTH-B", "decision", "C", "2024-03-01")
    content["relations"] = [{"kind": "corrects", "act": first.code, "effects": places}]
    if code is None:
        assert cast.issue(content)
    else:
        assert code in refusal(content)


def test_an_effect_is_corrected_once() -> None:
    first = two_appointments()
    decide(signed_on="2024-03-01", relations=[relation("corrects", first, 1)])
    again = cast.act("NORTH-B", "decision", "C", "2024-03-02", relations=[relation("corrects", first, 1)])
    assert "already-voided" in refusal(again)


def test_an_amendment_changes_what_has_not_come_yet() -> None:
    first = decide(
        tenure("RELIEVE", "DORA", "NORTH-B.deputy", "2024-02-01", reason="request"),
        tenure("APPOINT", "GORAN", "NORTH-B.deputy", "2025-01-01"),
        signed_on="2024-02-01",
    )
    past = cast.act("NORTH-B", "decision", "A", "2024-06-01", relations=[relation("amends", first, 1)])
    assert refusal(past) == {"amends-the-past"}
    decide(
        tenure("APPOINT", "GORAN", "NORTH-B.deputy", "2024-09-01"),
        signed_on="2024-06-01",
        relations=[relation("amends", first, 2)],
    )
    assert held("GORAN") == [("NORTH-B.deputy", date(2024, 9, 1), None)]
    assert sound()


def test_a_repeal_keeps_what_has_come_and_stops_the_rest() -> None:
    first = decide(
        tenure("RELIEVE", "DORA", "NORTH-B.deputy", "2024-02-01", reason="request"),
        tenure("APPOINT", "GORAN", "NORTH-B.deputy", "2025-01-01"),
        signed_on="2024-02-01",
    )
    decide(signed_on="2024-06-01", relations=[relation("repeals", first)])
    assert held("DORA") == [("NORTH-B.deputy", cast.FOUNDED_ON, date(2024, 2, 1))]
    assert held("GORAN") == []
    assert sound()


def test_only_the_issuer_or_a_higher_organ_corrects() -> None:
    first = two_appointments()
    foreign = cast.act("SOUTH-B", "decision", "C", "2024-03-01", relations=[relation("corrects", first, 1)])
    assert "may-not-change" in refusal(foreign)
    by_council = cast.act(
        "COUNCIL", "decision", "C", "2024-03-01", relations=[relation("corrects", first, 1)]
    )
    assert cast.issue(by_council)


def test_other_relations_name_no_effects() -> None:
    first = two_appointments()
    content = cast.act("NORTH-B", "decision", "C", "2024-03-01", relations=[relation("answers", first, 1)])
    assert "unexpected-field" in refusal(content)


MERGER = {
    "plan": "One region",
    "signed_on": "2024-05-01",
    "in_force_on": "2024-07-01",
    "issuer": "COUNCIL",
    "type": "decision",
    "signer": "ADA",
    "signer_post": "COUNCIL.president",
    "acts": [
        {
            "label": "merge",
            "title": "The South goes over into the North",
            "effects": [{"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH"}],
        },
        {
            "title": "Birch goes over into Alder",
            "effects": [{"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER"}],
        },
        {
            "title": "A second deputy of the North",
            "issuer": "NORTH-B",
            "signer": "BRUNO",
            "signer_post": "NORTH-B.chair",
            "effects": [
                {
                    "kind": "ESTABLISH_POST",
                    "post": "NORTH-B.deputy-2",
                    "unit": "NORTH-B",
                    "office": "deputy_chair",
                },
                {"kind": "APPOINT", "person": "CHIARA", "post": "NORTH-B.deputy-2"},
            ],
        },
    ],
}


def run(plan: dict[str, Any]) -> list[Act]:
    return issue_plan.issue(plan, pack=cast.pack(), recorded_at=cast.at("2024-05-01"), actor="test")


def stored() -> dict[str, list[Any]]:
    return {line: [row[:-2] for row in rows] for line, rows in store.stored_register().items()}


def test_a_plan_is_issued_together_and_undone_by_one_withdrawal() -> None:
    before = stored()
    acts = run(MERGER)
    assert [act.title for act in acts] == [each["title"] for each in MERGER["acts"]]
    assert Relation.objects.filter(kind="part_of", target=acts[0]).count() == 2
    assert set(Membership.objects.filter(ends_before=None).values_list("unit__code", flat=True)) == {"ALDER"}
    assert not UnitSpan.objects.filter(unit__code="SOUTH", ends_before=None).exists()
    withdraw_act.withdraw(
        acts[0].code,
        cast.act("COUNCIL", "decision", "The plan is given up", "2024-06-01"),
        pack=cast.pack(),
        recorded_at=cast.at("2024-06-01"),
        actor="test",
    )
    assert stored() == before
    assert Relation.objects.filter(kind="withdraws").count() == 3
    assert sound()


def test_a_plan_is_previewed_as_a_whole_and_writes_nothing() -> None:
    seen = issue_plan.preview(MERGER, pack=cast.pack())
    assert seen.findings == ()
    assert {change.line for change in seen.changes} >= {"unit", "lineage", "membership", "tenure"}
    assert len(seen.acts) == 3
    assert Act.objects.count() == 1


def test_one_wrong_act_refuses_the_whole_plan() -> None:
    wrong = {**MERGER, "acts": [*MERGER["acts"], {"title": "No such post", "effects": [
        {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.nowhere"}]}]}  # fmt: skip
    with pytest.raises(issue_act.CannotIssue) as refused:
        run(wrong)
    assert [(each.code, each.act) for each in refused.value.findings] == [("unknown-post", 3)]
    assert Act.objects.count() == 1


def test_a_part_of_a_refused_leading_act_says_so() -> None:
    acts = [dict(each) for each in MERGER["acts"]]
    acts[0]["effects"] = [{"kind": "MERGE", "unit": "SOUTH", "other_unit": "NOWHERE"}]
    with pytest.raises(issue_act.CannotIssue) as refused:
        run({**MERGER, "acts": acts})
    codes = {each.act: each.code for each in refused.value.findings}
    assert codes[0] == "unknown-unit"
    assert codes[1] == "relation-target-not-issued"


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        ({}, "missing-field"),
        ({"acts": []}, "missing-field"),
        ({"acts": ["x"]}, "wrong-type"),
        ({"acts": [{}], "colour": "red"}, "unexpected-field"),
    ],
)
def test_a_plan_of_the_wrong_shape_is_refused(plan: dict[str, Any], code: str) -> None:
    with pytest.raises(issue_plan.BadPlan) as refused:
        issue_plan.contents(plan)
    assert code in {each.code for each in refused.value.findings}


def test_no_act_brings_a_foreign_unit_within_its_own_reach() -> None:
    grab = {"kind": "MOVE", "unit": "BIRCH", "parent": "NORTH", "on": "2024-07-01"}
    content = cast.act("NORTH-B", "decision", "Birch comes to us", "2024-05-01", grab)
    assert refusal(content) == {"effect-outside-unit"}
    assert cast.issue(cast.act("COUNCIL", "decision", "Birch goes to the North", "2024-05-01", grab))


def test_a_part_belongs_to_units_whose_acts_the_leader_may_withdraw() -> None:
    """A foreign part would go with the plan, or keep its issuer from ever withdrawing it."""
    leading = two_appointments()
    part = [relation("part_of", leading)]
    foreign = cast.act("SOUTH-B", "decision", "Part of another's plan", "2024-05-01", relations=part)
    assert refusal(foreign) == {"may-not-be-part"}
    higher = cast.act("COUNCIL", "decision", "Part of a lower plan", "2024-05-01", relations=part)
    assert refusal(higher) == {"may-not-be-part"}
    [own] = cast.issue(
        cast.act("ALDER", "decision", "Part of the board's plan", "2024-05-01", relations=part)
    )
    by = cast.act("NORTH-B", "decision", "The plan is given up", "2024-06-01")
    withdraw_act.withdraw(leading.code, by, pack=cast.pack(), recorded_at=cast.at("2024-06-01"), actor="test")
    assert Relation.objects.filter(kind="withdraws", target=own).exists()
    assert sound()


def test_a_founding_is_corrected_to_an_earlier_day() -> None:
    cedar = {
        "kind": "FOUND",
        "unit": "CEDAR",
        "parent": "NORTH",
        "unit_kind": "lodge",
        "name": {"en": "Cedar"},
    }
    first = decide({**cedar, "on": "2024-03-01"}, signed_on="2024-03-01")
    decide({**cedar, "on": "2024-02-01"}, signed_on="2024-04-01", relations=[relation("corrects", first, 1)])
    assert UnitSpan.objects.get(unit__code="CEDAR").starts_on == date(2024, 2, 1)
    assert sound()


def test_an_early_day_does_not_bring_back_what_has_gone_to_others() -> None:
    move = {"kind": "MOVE", "unit": "ALDER", "parent": "SOUTH", "on": "2023-01-01"}
    cast.issue(cast.act("COUNCIL", "decision", "Alder goes to the South", "2023-01-01", move))
    rename = {"kind": "RENAME", "unit": "ALDER", "name": {"en": "Alder on Water"}, "on": "2022-06-01"}
    assert refusal(cast.act("NORTH-B", "decision", "R", "2024-05-01", rename)) == {"effect-outside-unit"}
    strike = {"kind": "STRIKE_OFF", "person": "GORAN", "reason": "absent", "on": "2022-06-01"}
    assert "effect-outside-unit" in refusal(cast.act("NORTH-B", "decision", "S", "2024-05-01", strike))
    assert cast.issue(cast.act("SOUTH-B", "decision", "R", "2024-05-01", {**rename, "on": "2023-06-01"}))


def test_a_member_who_went_to_others_is_theirs_to_judge() -> None:
    transfer = {"kind": "TRANSFER_MEMBER", "person": "GORAN", "unit": "BIRCH", "other_unit": "ALDER"}
    cast.issue(cast.act("COUNCIL", "decision", "T", "2023-01-01", {**transfer, "on": "2023-01-01"}))
    reprimand = {
        "kind": "SANCTION",
        "person": "GORAN",
        "form": "reprimand",
        "ground": "duties",
        "on": "2022-06-01",
    }
    assert refusal(cast.act("NORTH-B", "decision", "S", "2024-05-01", reprimand)) == {"effect-outside-unit"}
    assert cast.issue(cast.act("SOUTH-B", "decision", "S", "2024-05-01", {**reprimand, "on": "2024-05-01"}))


def test_an_act_is_not_signed_in_the_future() -> None:
    content = cast.act("NORTH-B", "decision", "Later", "2024-06-03")
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(content, recorded_at=cast.at("2024-06-01"))
    assert [finding.code for finding in refused.value.findings] == ["signed-in-future"]
    assert cast.issue(content, recorded_at=cast.at("2024-06-02", 11))


def test_a_unit_bears_no_name_before_its_time() -> None:
    rename = {"kind": "RENAME", "unit": "ALDER", "name": {"en": "Alder on Water"}, "on": "2030-01-01"}
    decide(rename, signed_on="2024-06-01")
    alder = UnitSpan.objects.filter(unit__code="ALDER").values_list("unit", flat=True)[0]
    assert naming.Names(pack=cast.pack(), lang="en").unit(alder) == "Alder (ALDER)"
    later = naming.Names(pack=cast.pack(), lang="en", before=date(2030, 1, 2))
    assert later.unit(alder) == "Alder on Water (ALDER)"
