"""Issuing: what an act needs, what it changes, and that a refusal leaves nothing behind."""

from __future__ import annotations

from typing import Any

import pytest

from fasti.acts.models import Act, Effect
from fasti.operations import issue_act, rebuild_register, verify_record, withdraw_act
from fasti.register.models import Membership, Tenure, UnitSpan, Vacancy
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def guild() -> Act:
    return cast.found_guild()


def codes(*contents: dict[str, Any], at: str | None = None) -> set[str]:
    """The codes of the findings against drafts; the register is as before."""
    before = Effect.objects.count()
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(*contents, recorded_at=cast.at(at) if at else None)
    assert Effect.objects.count() == before
    return {finding.code for finding in refused.value.findings}


def appoint(person: str, post: str, on: str = "2024-02-01", **more: Any) -> dict[str, Any]:
    return {"kind": "APPOINT", "person": person, "post": post, "on": on, **more}


def test_the_first_act_founds_the_body(guild: Act) -> None:
    assert guild.code == "COUNCIL:2020/decision:1"
    assert UnitSpan.objects.count() == len(cast.UNITS)
    assert Membership.objects.count() == len(cast.PEOPLE)
    assert Tenure.objects.count() == len(cast.HOLDERS)
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()


def test_appointing_fills_a_seat_and_names_the_effect(guild: Act) -> None:
    draft = cast.act("NORTH-B", "decision", "Board member", "2024-02-01", appoint("GORAN", "NORTH-B.member"))
    (act,) = cast.issue(draft)
    tenure = Tenure.objects.get(person__code="GORAN")
    assert tenure.opened_by.act == act
    assert Vacancy.objects.filter(post__code="NORTH-B.member", ends_before=None).count() == 1
    assert rebuild_register.differences() == []


def test_withdrawing_takes_back_what_the_act_changed(guild: Act) -> None:
    draft = cast.act("NORTH-B", "decision", "Board member", "2024-02-01", appoint("GORAN", "NORTH-B.member"))
    (act,) = cast.issue(draft)
    by = cast.act("NORTH-B", "decision", "Withdrawal", "2024-03-01")
    withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at("2024-03-01"), actor="test")
    assert not Tenure.objects.filter(person__code="GORAN").exists()
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()


def test_numbers_run_without_gaps_past_a_refusal(guild: Act) -> None:
    good = cast.act("NORTH-B", "decision", "One", "2024-02-01")
    bad = cast.act("NORTH-B", "decision", "Two", "2024-02-02", appoint("BRUNO", "NORTH-B.chair"))
    first = cast.issue(good)[0]
    assert codes(bad) == {"already-holds-post"}
    second = cast.issue({**good, "signed_on": "2024-02-03"})[0]
    assert (first.number, second.number) == (1, 2)
    assert second.previous_hash == first.hash


REFUSED: dict[str, dict[str, Any]] = {
    "unknown-unit": {"issuer": "NOWHERE"},
    "unknown-act-type": {"type": "ukase"},
    "not-authorised": {"issuer": "ALDER", "type": "plan"},
    "signer-not-in-office": {"signer": "GORAN"},
    "signer-may-not-sign": {"signer": "EMIL", "signer_post": "ALDER.keeper"},
    "unknown-person": {"effects": [appoint("NOBODY", "NORTH-B.member")]},
    "unknown-post": {"effects": [appoint("GORAN", "NO.post")]},
    "unknown-effect": {"effects": [{"kind": "ENNOBLE", "person": "GORAN"}]},
    "missing-field": {"title": ""},
    "unexpected-field": {"colour": "red"},
    "malformed-day": {"signed_on": "2024-02-30"},
    "wrong-type": {"effects": "all"},
    "in-force-before-signed": {"in_force_on": "2024-01-01"},
    "period-malformed": {"period": "2024-H3"},
    "unknown-act": {"relations": [{"kind": "concretises", "act": "COUNCIL:2020/decision:99"}]},
    "effect-not-allowed": {"type": "rule", "effects": [appoint("GORAN", "NORTH-B.member")]},
    "effect-outside-unit": {"effects": [appoint("GORAN", "SOUTH-B.deputy")]},
    "post-occupied": {"effects": [appoint("GORAN", "NORTH-B.chair")]},
    "post-over-seats": {"effects": [appoint(who, "NORTH-B.member") for who in ("GORAN", "EMIL", "DORA")]},
    "person-in-two-places": {
        "issuer": "COUNCIL",
        "signer": "ADA",
        "signer_post": "COUNCIL.president",
        "effects": [{"kind": "ADMIT", "person": "GORAN", "unit": "BIRCH", "stage": "full"}],
    },
    "does-not-hold-post": {
        "effects": [{"kind": "RELIEVE", "person": "GORAN", "post": "NORTH-B.chair", "reason": "request"}]
    },
    "unknown-reason": {
        "effects": [{"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "whim"}]
    },
    "still-holds-posts": {"effects": [{"kind": "LEAVE", "person": "EMIL", "reason": "left"}]},
    "training-without-topics": {
        "effects": [
            {"kind": "COMPLETE_TRAINING", "person": "GORAN", "unit": "NORTH", "course": "C1", "topics": {}}
        ]
    },
    "unit-has-members": {"effects": [{"kind": "DISSOLVE", "unit": "ALDER"}]},
    "same-unit": {"effects": [{"kind": "MERGE", "unit": "ALDER", "other_unit": "ALDER"}]},
    "effect-before-unit": {
        "effects": [{"kind": "ADMIT", "person": "NEW", "unit": "ALDER", "stage": "full", "on": "2019-01-01"}]
    },
    "task-without-unit": {"tasks": [{"text": "Light the lanterns"}]},
    "attachment-missing": {"attachments": [{"path": "/nowhere/at/all.pdf"}]},
    "text-has-nul": {"title": "a\x00b"},
    "text-has-control": {"text": "pasted\x0bfrom elsewhere"},
}


@pytest.mark.parametrize("code", REFUSED)
def test_refused(guild: Act, code: str) -> None:
    draft = cast.act("NORTH-B", "decision", "Something", "2024-02-01") | REFUSED[code]
    assert code in codes(draft, at="2024-02-01")


def test_all_findings_come_at_once(guild: Act) -> None:
    draft = cast.act("NORTH-B", "decision", "", "2024-02-30", colour="red")
    assert codes(draft, at="2024-02-01") == {"missing-field", "malformed-day", "unexpected-field"}
