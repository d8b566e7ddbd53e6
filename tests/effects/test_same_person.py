"""Two entries of one person: merged by an act, folded as one career, taken apart again when the act is withdrawn.

Goran was entered a second time as GORIC at Birch, and there appointed to the south board. Whatever is merged and
withdrawn in whatever order, the register must equal the fold of the whole record, row for row.
"""

from __future__ import annotations

import json
import pathlib
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti.acts.models import Act, Effect
from fasti.cli import main
from fasti.dates.axes import known_before
from fasti.effects import kinds, parts, store
from fasti.operations import issue_act, merge_persons, rebuild_register, verify_record, withdraw_act
from fasti.register.models import Alias, Membership, Tenure, Vacancy
from fasti.register.rows import Row
from fasti.subjects.models import Person, Post
from tests import cast

pytestmark = pytest.mark.django_db


def admit(code: str, unit: str, on: str, **more: str) -> dict[str, Any]:
    return {"kind": "ADMIT", "person": code, "unit": unit, "stage": "full", "on": on, **more}


def appoint(code: str, post: str, on: str, kind: str = "APPOINT", **more: str) -> dict[str, Any]:
    return {"kind": kind, "person": code, "post": post, "on": on, **more}


def same(given_up: str, kept: str) -> dict[str, Any]:
    return {"kind": "SAME_PERSON", "person": given_up, "other_person": kept}


def decide(*effects: dict[str, Any], day: str, issuer: str = "COUNCIL", **more: Any) -> Act:
    return cast.issue(cast.act(issuer, "decision", "Decision", day, *effects, **more))[0]


def refused(*effects: dict[str, Any], day: str, issuer: str = "COUNCIL", **more: Any) -> dict[str, Any]:
    """The findings, code to arguments."""
    with pytest.raises(issue_act.CannotIssue) as found:
        decide(*effects, day=day, issuer=issuer, **more)
    return {finding.code: finding.args for finding in found.value.findings}


def withdraw(act: Act, day: str) -> Act:
    by = cast.act("COUNCIL", "decision", "Withdrawal", day)
    return withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at(day), actor="test")


def left_and_entered_again() -> None:
    """Goran left Alder in 2021; in 2022 Birch entered him anew as GORIC and the council appointed him."""
    decide({"kind": "LEAVE", "person": "GORAN", "reason": "left", "on": "2021-06-01"}, day="2021-06-01")
    decide(
        admit("GORIC", "BIRCH", "2022-03-01", family_name="Goric", given_name="Goran", born_on="1999-09-09"),
        appoint("GORIC", "SOUTH-B.deputy", "2023-01-01"),
        day="2023-01-01",
    )


@pytest.fixture(autouse=True)
def guild(monkeypatch: pytest.MonkeyPatch) -> Act:
    """The cast; the record is folded a few persons at a time, so that entries of one person fall into several parts."""
    monkeypatch.setattr(parts, "SIZE", 3)
    return cast.found_guild()


def lines_of(code: str) -> dict[str, list[Row]]:
    person = Person.objects.get(code=code).id
    return {line: store.rows_of(line, person=person) for line in kinds.PERSON_LINES}


def test_one_career_under_the_entry_kept() -> None:
    left_and_entered_again()
    merged = decide(same("GORIC", "GORAN"), day="2024-02-01")
    alias = Alias.objects.get()
    assert (alias.person.code, alias.stands_for.code) == ("GORIC", "GORAN")
    assert Effect.objects.get(id=alias.opened_by_id).act_id == merged.id
    spans = Membership.objects.filter(person__code="GORAN").order_by("starts_on")
    assert [(s.unit.code, s.starts_on, s.ends_before) for s in spans] == [
        ("ALDER", cast.FOUNDED_ON, date(2021, 6, 1)),
        ("BIRCH", date(2022, 3, 1), None),
    ]
    tenure = Tenure.objects.get(post__code="SOUTH-B.deputy")
    assert tenure.person.code == "GORAN"
    named = Effect.objects.values_list("person__code", flat=True).get(id=tenure.opened_by_id)
    assert named == "GORIC", "the act still names the entry it named"
    assert not any(lines_of("GORIC").values())
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()


def test_an_act_of_later_days_goes_on_from_both() -> None:
    left_and_entered_again()
    decide(same("GORIC", "GORAN"), day="2024-02-01")
    decide(appoint("GORAN", "SOUTH-B.deputy", "2024-03-01", "RELIEVE", reason="request"), day="2024-03-01")
    assert Tenure.objects.get(post__code="SOUTH-B.deputy").ends_before == date(2024, 3, 1)
    assert Vacancy.objects.filter(post__code="SOUTH-B.deputy", starts_on=date(2024, 3, 1)).exists()
    assert rebuild_register.differences() == []


def test_withdrawing_takes_them_apart_again() -> None:
    left_and_entered_again()
    before = store.stored_register()
    merged = decide(same("GORIC", "GORAN"), day="2024-02-01")
    assert store.stored_register() != before
    undone = withdraw(merged, "2024-03-01")
    assert store.stored_register() == before
    withdraw(undone, "2024-04-01")
    assert Alias.objects.exists()
    assert rebuild_register.differences() == []


def test_what_rests_on_the_merger_keeps_it() -> None:
    left_and_entered_again()
    merged = decide(same("GORIC", "GORAN"), day="2024-02-01")
    decide(appoint("GORAN", "SOUTH-B.deputy", "2024-03-01", "RELIEVE", reason="request"), day="2024-03-01")
    by = merge_persons.content("X", "Y", cast.act("COUNCIL", "decision", "Withdrawal", "2024-04-01"))
    with pytest.raises(issue_act.CannotIssue) as found:
        withdraw_act.withdraw(
            merged.code,
            by | {"effects": []},
            pack=cast.pack(),
            recorded_at=cast.at("2024-04-01"),
            actor="test",
        )
    assert "withdraw-would-break" in {finding.code for finding in found.value.findings}


def test_as_known_before_the_merger_there_are_two() -> None:
    left_and_entered_again()
    decide(same("GORIC", "GORAN"), day="2024-02-01")
    goric, goran = (Person.objects.get(code=code).id for code in ("GORIC", "GORAN"))
    then, later = known_before(date(2024, 1, 31)), known_before(date(2024, 2, 1))
    assert then is not None
    assert later is not None
    assert [row.person for row in store.rows_of("tenure", known_before=then, person=goric)] == [goric]
    assert [row.person for row in store.rows_of("tenure", known_before=later, person=goran)] == [goran]
    assert store.rows_of("membership", known_before=later, person=goric) == []
    assert len(store.rows_of("membership", known_before=then, person=goran)) == 1
    assert len(store.rows_of("membership", known_before=later, person=goran)) == 2
    post = Post.objects.get(code="SOUTH-B.deputy").id
    for known, holder in ((then, goric), (later, goran)):
        assert [row.person for row in store.rows_of("tenure", known_before=known, post=post)] == [holder]
        assert store.register_as_known(known)["tenure"][-1].person == holder


def test_an_act_may_not_name_the_entry_given_up() -> None:
    left_and_entered_again()
    decide(same("GORIC", "GORAN"), day="2024-02-01")
    found = refused(appoint("GORIC", "NORTH-B.member", "2024-03-01"), day="2024-03-01")
    assert set(found) == {"entry-given-up"}
    assert found["entry-given-up"]["other_person"] == "Gorić Goran (GORAN)"
    work = dict.fromkeys(("edition", "category", "prize", "work"), "lamp")
    award = {"kind": "AWARD", "unit": "BIRCH", **work, "authors": ["GORIC"]}
    assert "entry-given-up" in refused(award, day="2024-03-01")
    task = {"text": "Light the lamps", "unit": "BIRCH", "responsible": "GORIC"}
    assert "entry-given-up" in refused(day="2024-03-01", tasks=[task])


@pytest.mark.parametrize(
    ("effect", "code"),
    [
        (same("GORAN", "GORAN"), "same-entry"),
        (same("GORIC", "EMIL"), "entry-given-up"),
        (same("EMIL", "GORIC"), "entry-given-up"),
        (same("GORAN", "GORIC"), "entry-given-up"),
        (same("NOBODY", "GORAN"), "unknown-person"),
    ],
)
def test_refused(effect: dict[str, Any], code: str) -> None:
    left_and_entered_again()
    decide(same("GORIC", "GORAN"), day="2024-02-01")
    assert code in refused(effect, day="2024-03-01")


def test_a_circle_by_a_withdrawn_withdrawal_is_refused() -> None:
    left_and_entered_again()
    undone = withdraw(decide(same("GORIC", "GORAN"), day="2024-02-01"), "2024-02-02")
    decide(same("GORAN", "GORIC"), day="2024-02-03")
    by = cast.act("COUNCIL", "decision", "Withdrawal", "2024-03-01")
    with pytest.raises(issue_act.CannotIssue) as found:
        withdraw_act.withdraw(
            undone.code, by, pack=cast.pack(), recorded_at=cast.at("2024-03-01"), actor="test"
        )
    assert "entries-in-a-circle" in {finding.code for finding in found.value.findings}


def test_a_chain_ends_at_the_last_entry_kept() -> None:
    left_and_entered_again()
    decide({"kind": "LEAVE", "person": "GORIC", "reason": "left", "on": "2023-02-01"},
           appoint("GORIC", "SOUTH-B.deputy", "2023-02-01", "RELIEVE", reason="request"), day="2023-02-01")  # fmt: skip
    decide(admit("THIRD", "ALDER", "2024-01-01"), day="2024-01-01")
    decide(same("GORIC", "GORAN"), day="2024-02-01")
    second = decide(same("GORAN", "THIRD"), day="2024-02-02")
    third = Person.objects.get(code="THIRD").id
    assert set(Alias.objects.values_list("person__code", "stands_for")) == {
        ("GORIC", third),
        ("GORAN", third),
    }
    assert len(lines_of("THIRD")["membership"]) == 3
    assert rebuild_register.differences() == []
    withdraw(second, "2024-02-03")
    assert set(Alias.objects.values_list("person__code", "stands_for__code")) == {("GORIC", "GORAN")}
    assert len(lines_of("GORAN")["membership"]) == 2
    assert rebuild_register.differences() == []


def test_open_in_two_places_until_the_act_puts_that_right() -> None:
    entered = decide(
        admit("GORIC", "BIRCH", "2022-03-01", family_name="Goric"),
        appoint("GORIC", "SOUTH-B.deputy", "2023-01-01"),
        day="2023-01-01",
    )
    found = refused(same("GORIC", "GORAN"), day="2024-02-01")
    assert set(found) == {"person-in-two-places", "entries-do-not-fit"}
    assert found["entries-do-not-fit"]["value"] == f"{entered.code}#1"
    merged = decide(
        same("GORIC", "GORAN"),
        day="2024-02-01",
        relations=[{"kind": "corrects", "act": entered.code, "effects": [1]}],
    )
    assert [row.unit for row in lines_of("GORAN")["membership"]] == [
        Membership.objects.get(person__code="EMIL").unit_id
    ]
    assert Tenure.objects.get(post__code="SOUTH-B.deputy").person.code == "GORAN"
    assert rebuild_register.differences() == []
    withdraw(merged, "2024-03-01")
    assert Membership.objects.get(person__code="GORIC").unit.code == "BIRCH"
    assert rebuild_register.differences() == []


def test_the_end_of_the_earlier_membership_may_stand_in_the_merging_act() -> None:
    decide(admit("GORIC", "BIRCH", "2022-03-01"), day="2023-01-01")
    leave = {"kind": "LEAVE", "person": "GORAN", "reason": "left", "on": "2022-02-28"}
    decide(leave, same("GORIC", "GORAN"), day="2024-02-01")
    assert [row.ends_before for row in lines_of("GORAN")["membership"]] == [date(2022, 2, 28), None]
    assert rebuild_register.differences() == []


def test_an_issuer_merges_only_whom_it_reaches() -> None:
    decide({"kind": "LEAVE", "person": "GORAN", "reason": "left", "on": "2021-06-01"}, day="2021-06-01")
    decide(admit("GORIC", "BIRCH", "2022-03-01"), day="2023-01-01")
    assert "effect-outside-unit" in refused(same("GORAN", "GORIC"), day="2024-02-01", issuer="NORTH-B")


@pytest.mark.parametrize("entries", [("GORAN", "GORIC"), ("GORIC", "GORAN")])
def test_the_day_that_the_act_names_brings_nobody_within_reach(entries: tuple[str, str]) -> None:
    """On that day one had left and the other had not come: neither was a member anywhere."""
    decide({"kind": "LEAVE", "person": "GORAN", "reason": "left", "on": "2021-06-01"}, day="2021-06-01")
    decide(admit("GORIC", "BIRCH", "2022-08-01"), day="2023-01-01")
    between = {**same(*entries), "on": "2022-01-15"}
    assert "effect-outside-unit" in refused(between, day="2024-02-01", issuer="NORTH-B")
    decide(between, day="2024-02-01")


def test_effects_on_units_name_no_person() -> None:
    """Lines of units are read from the record without looking at the effects on persons."""
    for name, kind in kinds.KINDS.items():
        if {"unit", "lineage"} & set(kind.LINES):
            assert "person" not in kind.__dataclass_fields__, name


def test_who_took_a_course_under_two_entries_counts_once(
    tmp_path: pathlib.Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.HOME = tmp_path
    left_and_entered_again()
    topics = {"academy": ["one"]}
    course = {
        "kind": "COMPLETE_TRAINING",
        "unit": "BIRCH",
        "course": "C-1",
        "topics": topics,
        "on": "2024-01-10",
    }
    decide({**course, "person": "GORIC"}, {**course, "person": "GORAN"}, day="2024-01-10")
    ask = ["figure", "training.participants", "--unit", "GLK", "--period", "2024-H1", "--json"]
    figures = []
    for merge in (False, True):
        if merge:
            decide(same("GORIC", "GORAN"), day="2024-02-01")
        assert main(ask) == 0
        figures.append(json.loads(capsys.readouterr().out)["value"])
    assert figures == [2, 1]


def test_one_subject_is_put_right() -> None:
    tenure = Tenure.objects.get(person__code="EMIL")
    Tenure.objects.filter(id=tenure.id).update(starts_on=date(2021, 1, 1))
    Vacancy.objects.filter(post=tenure.post_id).delete()
    assert rebuild_register.differences() != []
    change = rebuild_register.rebuild_subject("tenure", tenure.person_id)
    assert change is not None
    assert change.after[0].starts_on == cast.FOUNDED_ON
    assert rebuild_register.differences() == []
    assert rebuild_register.rebuild_subject("tenure", tenure.person_id) is None


PERSONS = st.sampled_from([*sorted(cast.PEOPLE), "GORIC", "NEW-1", "NEW-2"])
POSTS = st.sampled_from(sorted(cast.POSTS))
DAYS = st.integers(0, 900).map(lambda n: (date(2023, 1, 1) + timedelta(days=n)).isoformat())
LODGES = st.sampled_from(["ALDER", "BIRCH"])
EFFECTS = st.one_of(
    st.builds(same, PERSONS, PERSONS),
    st.builds(same, PERSONS, PERSONS),
    st.builds(appoint, PERSONS, POSTS, DAYS),
    st.builds(lambda p, q, d: appoint(p, q, d, "RELIEVE", reason="request"), PERSONS, POSTS, DAYS),
    st.builds(lambda p, q, d: appoint(p, q, d, "PLAN", term="2025-2030"), PERSONS, POSTS, DAYS),
    st.builds(lambda p, d: {"kind": "LEAVE", "person": p, "reason": "left", "on": d}, PERSONS, DAYS),
    st.builds(admit, PERSONS, LODGES, DAYS),
)
STEPS = st.one_of(
    st.lists(EFFECTS, min_size=1, max_size=3),
    st.builds(lambda p, q: [same(p, q)], PERSONS, PERSONS),
    st.integers(0, 7),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=16))
def test_rebuild_equals_incremental_with_random_mergers(steps: list[Any]) -> None:
    """Steps are the effects of an act, or which of the acts so far is withdrawn (withdrawals among them)."""
    sid = transaction.savepoint()
    issued: list[Act] = []
    for number, step in enumerate(steps):
        draft = cast.act("COUNCIL", "decision", "Any", "2025-12-01")
        if isinstance(step, int):
            if step >= len(issued):
                continue
            draft = withdraw_act.content(issued[step].code, draft)
        else:
            draft["effects"] = step
        try:
            issued += cast.issue(
                draft | {"in_force_on": "2025-12-01"},
                recorded_at=cast.at("2025-12-01") + timedelta(hours=number),
            )
        except issue_act.CannotIssue:
            continue
    assert rebuild_register.differences() == []
    for known in (cast.at("2025-12-01") + timedelta(hours=4), None):
        folded = store.register_as_known(known)
        for line in (*kinds.PERSON_LINES, "alias") if known else ():
            for person in Person.objects.values_list("id", flat=True):
                mine = [row for row in folded[line] if row.person == person]
                assert store.rows_of(line, known_before=known, person=person) == mine
    transaction.savepoint_rollback(sid)
