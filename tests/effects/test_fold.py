"""The fold against time: back-dated, future-dated, same-day and withdrawn acts, and a rebuild that equals the tables.

A random sequence of acts, most of them wrong in some way, is handed in out of order; whatever is accepted, the
register must equal the fold of the whole record, the record must verify, and a merge must lose nobody.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti.acts.models import Act
from fasti.dates.axes import known_before
from fasti.effects import store
from fasti.operations import issue_act, rebuild_register, verify_record, withdraw_act
from fasti.register.models import Lineage, Membership, Tenure, UnitSpan, Vacancy
from tests import cast

pytestmark = pytest.mark.django_db


def move(kind: str, person: str, post: str, on: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "person": person, "post": post, "on": on, **more}


def decide(*effects: dict[str, Any], signed_on: str, at: str | None = None, issuer: str = "NORTH-B") -> Act:
    draft = cast.act(issuer, "decision", "Decision", signed_on, *effects)
    return cast.issue(draft, recorded_at=cast.at(at or signed_on))[0]


def holders(post: str, day: date) -> set[str]:
    found = Tenure.objects.filter(post__code=post, starts_on__lte=day).exclude(ends_before__lte=day)
    return set(found.values_list("person__code", flat=True))


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def test_back_dated_relief_recomputes_the_past() -> None:
    decide(move("APPOINT", "GORAN", "NORTH-B.member", "2024-02-01"), signed_on="2024-02-01")
    decide(
        move("RELIEVE", "GORAN", "NORTH-B.member", "2024-03-01", reason="request"),
        signed_on="2024-06-01",
    )
    assert holders("NORTH-B.member", date(2024, 2, 29)) == {"GORAN"}
    assert holders("NORTH-B.member", date(2024, 3, 1)) == set()
    assert rebuild_register.differences() == []


def test_a_future_end_does_not_end_the_post_today() -> None:
    decide(move("RELIEVE", "DORA", "NORTH-B.deputy", "2025-01-01", reason="age"), signed_on="2024-06-01")
    assert holders("NORTH-B.deputy", date(2024, 12, 31)) == {"DORA"}
    assert holders("NORTH-B.deputy", date(2025, 1, 1)) == set()


def test_a_planned_end_does_not_end_the_tenure() -> None:
    decide(
        move("REAPPOINT", "DORA", "NORTH-B.deputy", "2024-01-01", ends_planned_on="2024-02-01"),
        signed_on="2024-01-01",
    )
    assert holders("NORTH-B.deputy", date(2024, 6, 1)) == {"DORA"}
    assert not Vacancy.objects.filter(post__code="NORTH-B.deputy").exists()


def test_same_day_handover_leaves_no_vacancy_and_no_two_holders() -> None:
    decide(
        move("RELIEVE", "DORA", "NORTH-B.deputy", "2024-02-01", reason="request"),
        move("APPOINT", "GORAN", "NORTH-B.deputy", "2024-02-01"),
        signed_on="2024-02-01",
    )
    assert holders("NORTH-B.deputy", date(2024, 2, 1)) == {"GORAN"}
    assert not Vacancy.objects.filter(post__code="NORTH-B.deputy").exists()


def test_appointed_and_relieved_on_one_day_holds_on_no_day() -> None:
    decide(
        move("APPOINT", "GORAN", "NORTH-B.member", "2024-02-01"),
        move("RELIEVE", "GORAN", "NORTH-B.member", "2024-02-01", reason="request"),
        signed_on="2024-02-01",
    )
    assert not Tenure.objects.filter(person__code="GORAN").exists()


def test_a_transfer_opens_where_it_closes() -> None:
    decide(
        move("APPOINT", "GORAN", "NORTH-B.member", "2024-02-01"),
        signed_on="2024-02-01",
    )
    decide(
        move("RELIEVE", "DORA", "NORTH-B.deputy", "2024-03-01", reason="request"),
        move("TRANSFER", "GORAN", "NORTH-B.deputy", "2024-03-01", other_post="NORTH-B.member"),
        signed_on="2024-03-01",
    )
    tenure = Tenure.objects.get(person__code="GORAN", ends_before=None)
    assert (tenure.post.code, tenure.manner, tenure.starts_on) == (
        "NORTH-B.deputy",
        "transferred",
        date(2024, 3, 1),
    )


def test_withdrawing_what_later_acts_rest_on_is_refused() -> None:
    first = decide(move("APPOINT", "GORAN", "NORTH-B.member", "2024-02-01"), signed_on="2024-02-01")
    decide(move("RELIEVE", "GORAN", "NORTH-B.member", "2024-03-01", reason="request"), signed_on="2024-03-01")
    by = cast.act("NORTH-B", "decision", "Withdrawal", "2024-04-01")
    with pytest.raises(issue_act.CannotIssue) as refused:
        withdraw_act.withdraw(
            first.code, by, pack=cast.pack(), recorded_at=cast.at("2024-04-01"), actor="test"
        )
    assert {f.code for f in refused.value.findings} == {"does-not-hold-post", "withdraw-would-break"}


def test_withdrawing_a_withdrawal_brings_the_effects_back() -> None:
    first = decide(move("APPOINT", "GORAN", "NORTH-B.member", "2024-02-01"), signed_on="2024-02-01")
    second = _withdraw(first, "2024-03-01")
    assert not Tenure.objects.filter(person__code="GORAN").exists()
    _withdraw(second, "2024-04-01")
    assert Tenure.objects.filter(person__code="GORAN").exists()
    assert rebuild_register.differences() == []


def _withdraw(act: Act, day: str) -> Act:
    by = cast.act("NORTH-B", "decision", "Withdrawal", day)
    return withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at(day), actor="test")


def _merge(on: str = "2025-07-01") -> Act:
    merge = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": on}
    return decide(merge, signed_on="2025-06-12", issuer="COUNCIL")


def test_a_merge_takes_children_along_and_ends_organs_and_posts() -> None:
    _merge()
    day = date(2025, 7, 1)
    birch = UnitSpan.objects.get(unit__code="BIRCH", ends_before=None)
    assert birch.parent is not None
    assert (birch.parent.code, birch.starts_on) == ("NORTH", day)
    assert UnitSpan.objects.get(unit__code="SOUTH-B").ends_before == day
    assert Tenure.objects.get(post__code="SOUTH-B.chair").ends_before == day
    assert Lineage.objects.get().successor.code == "NORTH"
    assert rebuild_register.differences() == []


def test_withdrawing_a_merge_restores_units_posts_and_tenures_whole() -> None:
    before = {line: list(map(str, rows)) for line, rows in store.stored_register().items()}
    merge = _merge()
    by = cast.act("COUNCIL", "decision", "Withdrawal", "2025-07-10")
    withdraw_act.withdraw(merge.code, by, pack=cast.pack(), recorded_at=cast.at("2025-07-10"), actor="test")
    after = {line: list(map(str, rows)) for line, rows in store.stored_register().items()}
    assert after == before


def test_merging_lodges_takes_the_members_over() -> None:
    merge = {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER", "on": "2024-07-01"}
    decide(merge, signed_on="2024-06-01", issuer="COUNCIL")
    open_now = Membership.objects.filter(ends_before=None)
    assert open_now.filter(unit__code="ALDER").count() == len(cast.PEOPLE)
    assert not open_now.filter(unit__code="BIRCH").exists()
    assert rebuild_register.differences() == []


def test_probation_runs_on_through_a_merger() -> None:
    admit = {"kind": "ADMIT", "person": "IDA", "unit": "BIRCH", "family_name": "Iversen", "given_name": "Ida"}
    decide(admit, signed_on="2024-04-01", issuer="BIRCH")
    merge = {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER", "on": "2024-06-01"}
    decide(merge, signed_on="2024-05-20", issuer="COUNCIL")
    confirm = {"kind": "CONFIRM", "person": "IDA", "on": "2024-06-30"}
    draft = cast.act("NORTH-B", "decision", "Too early", "2024-06-25", confirm)
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(draft)
    assert {finding.code for finding in refused.value.findings} == {"probation-too-short"}
    decide({**confirm, "on": "2024-07-01"}, signed_on="2024-06-28")
    assert Membership.objects.get(person__code="IDA", ends_before=None).stage == "full"
    assert rebuild_register.differences() == []


def test_as_known_before_a_back_dated_act_it_is_not_there() -> None:
    decide(move("APPOINT", "GORAN", "NORTH-B.member", "2024-02-01"), signed_on="2024-02-01", at="2024-08-01")
    then = store.register_as_known(known_before(date(2024, 7, 31)))
    later = store.register_as_known(known_before(date(2024, 8, 1)))
    assert len(later["tenure"]) == len(then["tenure"]) + 1


def test_unit_tree_refuses_a_circle() -> None:
    merge = {"kind": "MERGE", "unit": "GLK", "other_unit": "NORTH", "on": "2024-07-01"}
    draft = cast.act("COUNCIL", "decision", "Circle", "2024-06-01", merge)
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(draft)
    assert "tree-cycle" in {finding.code for finding in refused.value.findings}


PERSONS = st.sampled_from(sorted(cast.PEOPLE))
POSTS = st.sampled_from(sorted(cast.POSTS))
DAYS = st.integers(0, 900).map(lambda n: (date(2023, 1, 1) + timedelta(days=n)).isoformat())
EFFECTS = st.one_of(
    st.builds(lambda p, q, d: move("APPOINT", p, q, d), PERSONS, POSTS, DAYS),
    st.builds(lambda p, q, d: move("RELIEVE", p, q, d, reason="request"), PERSONS, POSTS, DAYS),
    st.builds(lambda p, q, r, d: move("TRANSFER", p, q, d, other_post=r), PERSONS, POSTS, POSTS, DAYS),
    st.builds(lambda p, q, d: move("REAPPOINT", p, q, d), PERSONS, POSTS, DAYS),
    st.builds(lambda p, q, d: move("PLAN", p, q, d, term="2025-2030"), PERSONS, POSTS, DAYS),
    st.builds(lambda p, d: {"kind": "LEAVE", "person": p, "reason": "left", "on": d}, PERSONS, DAYS),
    st.builds(lambda q, d: {"kind": "ABOLISH_POST", "post": q, "on": d}, POSTS, DAYS),
    st.builds(
        lambda p, u, d: {"kind": "ADMIT", "person": p, "unit": u, "stage": "full", "on": d},
        PERSONS,
        st.sampled_from(["ALDER", "BIRCH"]),
        DAYS,
    ),
    st.builds(
        lambda u, v, d: {"kind": "MERGE", "unit": u, "other_unit": v, "on": d},
        st.sampled_from(["SOUTH", "BIRCH", "NORTH"]),
        st.sampled_from(["NORTH", "ALDER", "SOUTH"]),
        DAYS,
    ),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.lists(EFFECTS, min_size=1, max_size=3), st.integers(0, 5)), max_size=14))
def test_rebuild_equals_incremental_for_any_sequence(steps: list[Any]) -> None:
    from django.db import transaction

    sid = transaction.savepoint()
    at = cast.at("2025-12-01")
    issued: list[Act] = []
    for step in steps:
        draft = cast.act("COUNCIL", "decision", "Any", "2025-12-01")
        if isinstance(step, int):
            if step >= len(issued):
                continue
            draft = withdraw_act.content(issued[step].code, draft)
        else:
            draft["effects"] = step
        try:
            issued += cast.issue({**draft, "in_force_on": "2025-12-01"}, recorded_at=at)
        except issue_act.CannotIssue:
            continue
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()
    transaction.savepoint_rollback(sid)
