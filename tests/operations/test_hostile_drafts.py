"""Drafts that nobody should write: each is refused with a finding that can be said, and nothing is recorded.

What stands here once raised an error, was recorded as nonsense, or was dropped without a word.
"""

from __future__ import annotations

import pathlib
from typing import Any

import pytest

from fasti import words
from fasti.acts.findings import Finding
from fasti.acts.models import Act, Draft, Effect
from fasti.cli import printing
from fasti.operations import draft_act, issue_act, rebuild_register, verify_record
from fasti.register.models import Membership, Tenure
from fasti.subjects.models import Person
from tests import cast

pytestmark = pytest.mark.django_db
Content = dict[str, Any]

FOUND = {"kind": "FOUND", "unit": "CEDAR", "parent": "NORTH", "unit_kind": "lodge", "name": {"en": "Cedar"}}
APPOINT = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}
MERGE = {"kind": "MERGE", "unit": "ALDER", "other_unit": "BIRCH"}
SEAT = {"kind": "ESTABLISH_POST", "post": "ALDER.second", "unit": "ALDER", "office": "keeper"}
AWARD = {
    "kind": "AWARD",
    "unit": "NORTH",
    "edition": "1",
    "category": "prose",
    "prize": "first",
    "work": "Lanterns",
    "authors": ["GORAN"],
}
PLAN = {"kind": "PLAN", "person": "GORAN", "post": "NORTH-B.chair", "term": "2025"}
LEAVE = {"kind": "LEAVE", "person": "GORAN", "reason": "left"}
TRANSFER = {"kind": "TRANSFER", "person": "DORA", "other_post": "NORTH-B.deputy", "post": "SOUTH-B.deputy"}


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def draft(*effects: Any, issuer: str = "COUNCIL", day: str = "2024-02-01", **more: Any) -> Content:
    return cast.act(issuer, "decision", "Something", day, *effects) | more


def admit(**more: Any) -> Content:
    person = {"person": "NEW", "unit": "ALDER", "stage": "full", "family_name": "Novák", "given_name": "Jan"}
    return {"kind": "ADMIT", **person, "sex": "M", "born_on": "1990-01-01", **more}


def task(**more: Any) -> Content:
    return draft(tasks=[{"text": "Light the lanterns", "unit": "NORTH", **more}])


def relate(kind: str, act: Any) -> Content:
    return draft(relations=[{"kind": kind, "act": act}])


def issue(*contents: Content) -> list[Act]:
    return issue_act.issue(contents, pack=cast.pack(), recorded_at=cast.at("2024-06-01"), actor="test")


def refused(*contents: Content) -> set[str]:
    """The codes of the findings, each of which can be said in every language; the record is as before."""
    before = (Act.objects.count(), Effect.objects.count(), Person.objects.count())
    with pytest.raises(issue_act.CannotIssue) as told:
        issue(*contents)
    assert before == (Act.objects.count(), Effect.objects.count(), Person.objects.count())
    for finding in told.value.findings:
        can_be_said(finding)
    return {finding.code for finding in told.value.findings}


def can_be_said(finding: Finding) -> None:
    assert set(finding.args) == set(words.FINDINGS[finding.code])
    for lang in words.LANGUAGES:
        said = printing.finding(finding, lang, pack=cast.pack())
        assert said.encode()
        assert "{" not in said or "{" in str(finding.args)


REFUSED: list[tuple[str, str, list[Any]]] = [
    ("a day that is none", "malformed-day", [draft(admit(born_on="1990-02-30"))]),
    ("a birthday in words", "malformed-day", [draft(admit(born_on="yesterday"))]),
    ("born after the admission", "day-not-after", [draft(admit(born_on="2090-01-01"))]),
    ("a sex in words", "wrong-type", [draft(admit(sex="female"))]),
    ("a name too long", "text-too-long", [draft(admit(family_name="N" * 121))]),
    ("a day by week", "malformed-day", [draft({**APPOINT, "on": "2024-W05-1"})]),
    ("the first day of all", "malformed-day", [draft({**MERGE, "on": "0001-01-01"})]),
    ("the last day of all", "malformed-day", [draft(APPOINT, in_force_on="9999-12-31")]),
    ("a day as a number", "malformed-day", [draft({**APPOINT, "on": 20240201})]),
    ("a code with a colon", "malformed-code", [draft({**FOUND, "unit": "A:B"})]),
    ("a code with a bracket", "malformed-code", [draft(admit(person="N]"))]),
    ("a code with a new line", "malformed-code", [draft(admit(person="N\nM"))]),
    ("a code too long", "malformed-code", [draft(admit(person="N" * 65))]),
    ("a code of spaces", "missing-field", [draft(admit(person="  "))]),
    ("a unit twice", "unit-already-founded", [draft(FOUND, FOUND)]),
    ("a unit twice in two acts", "unit-already-founded", [draft(FOUND), draft(FOUND)]),
    ("a person twice", "already-member", [draft(admit(), admit())]),
    ("a post twice", "duplicate-code", [draft(SEAT, {**SEAT, "unit": "BIRCH"})]),
    (
        "a post taken to another unit",
        "duplicate-code",
        [
            draft({"kind": "ABOLISH_POST", "post": "NORTH-B.member"}),
            draft({**SEAT, "post": "NORTH-B.member", "unit": "SOUTH-B", "office": "board_member"}),
        ],
    ),
    ("a known person by another name", "personal-data-differ", [draft(LEAVE), draft(admit(person="GORAN"))]),
    ("somebody new by another name", "personal-data-differ", [draft(admit()), draft(admit(sex="F"))]),
    ("a name without a language", "missing-field", [draft({**FOUND, "name": {}})]),
    ("a name without letters", "missing-field", [draft({**FOUND, "name": {"en": " "}})]),
    ("a name in no language", "unexpected-field", [draft({**FOUND, "name": {"xx": "Cedar"}})]),
    ("a key that is not ASCII", "wrong-type", [draft({**FOUND, "name": {"é": "Cedar"}})]),
    ("NUL in a map", "text-has-nul", [draft({**FOUND, "name": {"en": "a\x00"}})]),
    ("NUL in a key", "text-has-nul", [draft({**FOUND, "name": {"e\x00": "a"}})]),
    ("half a character", "text-malformed", [draft(title="a\ud800")]),
    ("half a character deep down", "text-malformed", [draft({**FOUND, "name": {"en": "\udfff"}})]),
    ("half a character in a code", "text-malformed", [relate("concretises", "\ud800:2020/decision:1")]),
    ("half a character in a key", "text-malformed", [draft() | {"\ud800": 1}]),
    ("an organ by assertion", "unexpected-field", [draft({**FOUND, "organ": 1})]),
    ("no reason", "missing-field", [draft({**LEAVE, "reason": ""})]),
    ("no work", "missing-field", [draft({**AWARD, "work": ""})]),
    ("an unknown author", "unknown-person", [draft({**AWARD, "authors": ["NOBODY"]})]),
    ("an author by number", "wrong-type", [draft({**AWARD, "authors": [1]})]),
    ("a title of spaces", "missing-field", [draft(title="   ")]),
    ("a title as a number", "wrong-type", [draft(title=5)]),
    ("a title in bytes", "wrong-type", [draft(title=b"abc")]),
    ("a million seats", "wrong-type", [draft({**SEAT, "seats": 1_000_000})]),
    ("seats beyond all integers", "wrong-type", [draft({**SEAT, "seats": 2**60})]),
    ("seats as a text", "wrong-type", [draft({**SEAT, "seats": "2"})]),
    ("seats as a truth", "wrong-type", [draft({**SEAT, "seats": True})]),
    ("a number as a text", "wrong-type", [draft(number="3")]),
    ("a number as a truth", "wrong-type", [draft(number=True)]),
    ("a number beyond all integers", "wrong-type", [draft(number=2**60)]),
    ("a number of the database's edge", "wrong-type", [draft(number=2**31 - 1)]),
    ("a number taken", "number-taken", [draft(number=3), draft(number=3)]),
    ("a number below", "number-taken", [draft(number=3), draft(number=2)]),
    ("a form that is none", "unknown-form", [draft(form="w", period="2024")]),
    ("a form without a period", "missing-field", [draft(form="half-year")]),
    ("a language that is none", "wrong-type", [draft(language="xx")]),
    ("a capacity that is none", "wrong-type", [draft(capacity="emperor")]),
    ("a confidentiality too long", "text-too-long", [draft(confidentiality="w" * 50)]),
    ("a task for an unknown level", "unknown-level", [task(level="planet")]),
    ("a task for yesterday", "day-not-after", [task(due_on="2020-01-01")]),
    ("a task group too long", "text-too-long", [task(group="g" * 65)]),
    ("a task for a unit that ended", "unit-not-there", [draft(MERGE), task(unit="ALDER")]),
    ("VOID by hand", "void-by-relation", [draft({"kind": "VOID", "voids": "COUNCIL:2020/decision:1#1"})]),
    ("an act that withdraws itself", "unknown-act", [relate("withdraws", "COUNCIL:2024/decision:1")]),
    (
        "an act by a code of digits",
        "unknown-act",
        [relate("concretises", "COUNCIL:2020/decision:" + "9" * 5000)],
    ),
    ("an act by a raised digit", "unknown-act", [relate("concretises", "COUNCIL:2020/decision:²")]),
    ("an act by a map", "unknown-act", [relate("concretises", {"a": 1})]),
    (
        "withdrawn twice in a batch",
        "already-withdrawn",
        [draft(), *[relate("withdraws", "COUNCIL:2024/decision:1")] * 2],
    ),
    ("merged into what has no members", "unit-without-members", [draft({**MERGE, "other_unit": "SOUTH"})]),
    (
        "merged in a circle",
        "successor-not-there",
        [draft(MERGE, {**MERGE, "unit": "BIRCH", "other_unit": "ALDER"})],
    ),
    (
        "founded and dissolved on one day",
        "unit-without-day",
        [draft(FOUND, {"kind": "DISSOLVE", "unit": "CEDAR"})],
    ),
    (
        "merged into a foreign region",
        "effect-outside-unit",
        [draft({**MERGE, "other_unit": "BIRCH"}, issuer="NORTH-B")],
    ),
    ("a post fetched from a foreign region", "effect-outside-unit", [draft(TRANSFER, issuer="SOUTH-B")]),
    (
        "a post on the day it ends",
        "post-not-there",
        [draft({"kind": "ABOLISH_POST", "post": "NORTH-B.member"}, APPOINT)],
    ),
    (
        "a term that ends before it begins",
        "day-not-after",
        [draft({**APPOINT, "ends_planned_on": "2023-01-01"})],
    ),
    ("planned until the past", "day-not-after", [draft({**PLAN, "until": "2020-01-01"})]),
    ("a term too long in name", "text-too-long", [draft({**PLAN, "term": "t" * 33})]),
    (
        "leaving before taking up a post",
        "still-holds-posts",
        [draft({**APPOINT, "on": "2024-03-01"}), draft({**LEAVE, "on": "2024-02-15"}, day="2024-02-20")],
    ),
    ("a file that is a folder", "attachment-unreadable", [draft(attachments=["/"])]),
    ("a file with too long a path", "attachment-missing", [draft(attachments=["/" + "a" * 5000])]),
    ("a file with NUL", "text-has-nul", [draft(attachments=["/a\x00"])]),
    ("a file by map with more", "unexpected-field", [draft(attachments=[{"path": "/", "mode": 7}])]),
    (
        "a relation with more",
        "unexpected-field",
        [draft(relations=[{"kind": "answers", "act": "x", "z": 1}])],
    ),
    ("a list for an act", "wrong-type", [["a"]]),
    ("nothing for an act", "wrong-type", [None]),
]


@pytest.mark.parametrize(("code", "contents"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(code: str, contents: list[Any]) -> None:
    assert code in refused(*contents)


def test_a_file_that_cannot_be_read_to_the_end() -> None:
    if pathlib.Path("/proc/self/mem").exists():
        assert refused(draft(attachments=["/proc/self/mem"])) == {"attachment-unreadable"}


def test_an_act_and_its_withdrawal_in_one_batch() -> None:
    issue(draft(APPOINT), relate("withdraws", "COUNCIL:2024/decision:1"))
    assert not Tenure.objects.filter(person__code="GORAN").exists()
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()


def test_an_act_is_withdrawn_once_until_the_withdrawal_is_withdrawn() -> None:
    issue(draft(APPOINT), relate("withdraws", "COUNCIL:2024/decision:1"))
    assert refused(relate("withdraws", "COUNCIL:2024/decision:1")) == {"already-withdrawn"}
    issue(relate("withdraws", "COUNCIL:2024/decision:2"))
    assert Tenure.objects.filter(person__code="GORAN").exists()
    issue(relate("withdraws", "COUNCIL:2024/decision:1"))
    assert not Tenure.objects.filter(person__code="GORAN").exists()
    assert rebuild_register.differences() == []


def test_an_organ_withdraws_only_within_its_own_unit() -> None:
    (act,) = issue(draft(issuer="BIRCH"))
    withdrawal = {"relations": [{"kind": "withdraws", "act": act.code}]}
    assert refused(draft(issuer="NORTH-B") | withdrawal) == {"may-not-withdraw"}
    issue(draft(issuer="SOUTH-B") | withdrawal)


def test_what_stands_in_the_way_of_a_withdrawal_is_named() -> None:
    first, second = issue(
        draft(APPOINT), draft({**APPOINT, "kind": "RELIEVE", "reason": "request", "on": "2024-03-01"})
    )
    with pytest.raises(issue_act.CannotIssue) as told:
        issue(relate("withdraws", first.code))
    found = {finding.code: finding for finding in told.value.findings}
    assert found["withdraw-would-break"].args == {"act": first.code, "value": f"{second.code}#1"}
    assert found["does-not-hold-post"].effect is None
    for finding in told.value.findings:
        can_be_said(finding)


def test_a_relation_stated_twice_is_one() -> None:
    (act,) = issue(draft(relations=[{"kind": "concretises", "act": "COUNCIL:2020/decision:1"}] * 2))
    assert act.relations.count() == 1


def test_who_left_comes_back_by_readmission() -> None:
    again = {"family_name": "Gorić", "given_name": "Goran", "sex": "M", "born_on": "1999-09-09"}
    issue(draft(LEAVE))
    assert refused(draft(admit(person="GORAN", **again, unit="BIRCH", on="2025-03-01"))) == {"was-a-member"}
    issue(draft({"kind": "READMIT", "person": "GORAN", "unit": "BIRCH", "stage": "full", "on": "2025-03-01"}))
    units = Membership.objects.filter(person__code="GORAN").order_by("starts_on")
    assert [each.unit.code for each in units] == ["ALDER", "BIRCH"]
    assert rebuild_register.differences() == []


def test_a_task_may_fall_to_who_is_admitted_by_the_same_act() -> None:
    (act,) = issue(draft(admit(), tasks=[{"text": "Sweep", "unit": "NORTH", "responsible": "NEW"}]))
    assert act.tasks.get().responsible == Person.objects.get(code="NEW")


def test_a_title_may_be_long() -> None:
    (act,) = issue(draft(title="a" * 1_000_000))
    assert len(Act.objects.get(id=act.id).title) == 1_000_000
    assert verify_record.verify().faults == ()


def test_a_draft_that_no_database_can_keep_is_not_kept() -> None:
    for bad in (draft(title="a\x00"), draft(title="\ud800"), {"\x00": 1}):
        with pytest.raises(draft_act.CannotKeep):
            draft_act.draft(bad, drafted_at=cast.at("2024-02-01"), actor="test")
    draft_act.draft(draft(title=float("nan")), drafted_at=cast.at("2024-02-01"), actor="test")
    assert Draft.objects.get().content["title"] == "nan"


def test_probation_that_began_on_a_day_its_last_month_lacks() -> None:
    begins = admit(stage="probationary", on="2023-08-31")
    confirm = {"kind": "CONFIRM", "person": "NEW"}
    months = int(cast.pack().value("membership.probation_months", as_of=cast.FOUNDED_ON).value)
    assert months in (6, 12)
    last = "2024-02-29" if months == 6 else "2024-08-31"
    early = "2024-02-28" if months == 6 else "2024-08-30"
    assert refused(draft(begins, {**confirm, "on": early})) == {"probation-too-short"}
    issue(draft(begins, {**confirm, "on": last}))


def test_recording_never_goes_back() -> None:
    cast.issue(draft(), recorded_at=cast.at("2024-06-01"))
    with pytest.raises(issue_act.CannotIssue) as told:
        cast.issue(draft(), recorded_at=cast.at("2024-05-31"))
    assert [finding.code for finding in told.value.findings] == ["recorded-out-of-order"]
    can_be_said(told.value.findings[0])


def test_a_day_without_a_rule_is_a_finding() -> None:
    assert "no-rule" in refused(draft({**LEAVE, "on": "1500-01-01"}))
