"""Returns handed in, sent back, accepted, opened again: by acts, in the fold, and taken back like everything else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fasti import words
from fasti.cli import printing
from fasti.effects import kinds, store
from fasti.operations import issue_act, naming, rebuild_register, telling, verify_record
from tests import cast
from tests.effects.decided import register, withdraw
from tests.returns import handed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guild() -> None:
    cast.found_guild()


def refusal(content: dict[str, Any]) -> set[str]:
    """The codes of the findings; each is a sentence in every language."""
    before = register()
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(content)
    assert register() == before
    for finding in refused.value.findings:
        for lang in words.LANGUAGES:
            said = telling.sentence(finding, lang, pack=cast.pack())
            assert "{" not in said
            assert "half-year" not in said or lang == "en"
    return {finding.code for finding in refused.value.findings}


def test_a_return_goes_through_all_hands_and_every_version_is_kept() -> None:
    handed.issue(handed.submit())
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12"))
    corrected = handed.DECLARED | {"petitions.received": "11", "petitions.pending": "5"}
    handed.issue(handed.submit("2024-07-20", declared=corrected))
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-22", version=2))
    assert handed.states() == [
        ("submitted", 1, "2024-07-10"),
        ("sent_back", 1, "2024-07-12"),
        ("submitted", 2, "2024-07-20"),
        ("accepted", 2, "2024-07-22"),
    ]
    kept = [store.effects_of(act) for act in (2, 4)]
    assert [each[0].data["declared"]["petitions.received"] for each in kept] == ["9", "11"]
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()


CASES = {
    "SUBMIT_RETURN": ([], handed.submit()),
    "ACCEPT_RETURN": ([handed.submit()], handed.answer("ACCEPT_RETURN", "2024-07-12")),
    "SEND_BACK_RETURN": ([handed.submit()], handed.answer("SEND_BACK_RETURN", "2024-07-12")),
    "REOPEN_RETURN": (
        [handed.submit(), handed.answer("ACCEPT_RETURN", "2024-07-12")],
        handed.answer("REOPEN_RETURN", "2024-07-15"),
    ),
    "ANSWER_PROPOSAL": (
        [handed.submit(proposals=["Buy oil."])],
        handed.answer("ANSWER_PROPOSAL", "2024-07-12", version=1, position=1, answer="accepted"),
    ),
}


def test_every_kind_on_returns_has_its_case() -> None:
    assert tuple(CASES) == kinds.OF_RETURNS


@pytest.mark.parametrize("kind", CASES)
def test_withdrawing_restores_the_register_row_for_row(kind: str) -> None:
    earlier, content = CASES[kind]
    for each in earlier:
        handed.issue(each)
    before = register()
    act = handed.issue(content)
    changed = register()
    assert changed != before
    by = withdraw(act, "2024-08-01")
    assert register() == before
    withdraw(by, "2024-08-05")
    assert register() == changed
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()


def test_the_unit_itself_withdraws_what_it_handed_in() -> None:
    act = handed.issue(handed.submit())
    handed.issue(
        cast.act(
            "SOUTH-B", "decision", "Mistake", "2024-07-11", relations=[{"kind": "withdraws", "act": act.code}]
        )
    )
    assert handed.states() == []


def test_what_was_answered_cannot_be_withdrawn_beneath_the_answer() -> None:
    act = handed.issue(handed.submit())
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-12"))
    content = cast.act(
        "SOUTH-B", "decision", "Mistake", "2024-07-15", relations=[{"kind": "withdraws", "act": act.code}]
    )
    assert refusal(content) == {"return-not-submitted", "withdraw-would-break"}


def test_the_state_as_known_on_a_day() -> None:
    handed.issue(handed.submit())
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-12"))
    known = store.rows_of("return", known_before=cast.at("2024-07-11"))
    assert [row.state for row in known] == ["submitted"]
    now = store.rows_of("return")
    assert [(row.state, row.ends_before) for row in now] == [
        ("submitted", date(2024, 7, 12)),
        ("accepted", None),
    ]


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("kind", CASES)
def test_every_kind_says_what_it_is_about(kind: str, lang: str) -> None:
    earlier, content = CASES[kind]
    for each in earlier:
        handed.issue(each)
    act = handed.issue(content)
    said = printing.effect(act.effects.get(), naming.Names(pack=cast.pack(), lang=lang), lang)
    assert "SOUTH" in said
    assert "{" not in said
    assert cast.pack().name("form", "half-year", lang) in said
    if kind == "SUBMIT_RETURN":
        assert cast.pack().name("declared", "meetings.held", lang) in said
        assert cast.pack().name("indicator", "members.total", lang) in said
        assert "40/48" in said
    if kind == "SEND_BACK_RETURN":
        assert cast.pack().name("declared", "petitions.received", lang) in said


# -- refused: each beside the success above that differs in one thing ---------------------------------------------


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"period": "2024-H3"}, {"period-malformed"}),
        ({"period": "2024"}, {"return-wrong-period"}),
        ({"period": "2025-H1"}, {"day-not-after"}),
        ({"return_form": "quarterly"}, {"unknown-form"}),
        ({"return_form": "year", "period": "2024"}, {"return-form-not-handed-in"}),
        ({"other_unit": "NORTH"}, {"return-to-other"}),
        ({"unit": "NORTH"}, {"effect-outside-unit", "return-of-other-unit"}),
        ({"unit": "SOUTH-B"}, {"return-not-owed"}),
        ({"unit": "GLK", "other_unit": "SOUTH"}, {"return-not-owed"}),
        ({"computed": {"acts.issued": "1"}}, {"return-figure-missing"}),
        ({"computed": handed.computed() | {"acts.resolution": "1"}}, {"return-figure-unknown"}),
        ({"declared": handed.DECLARED | {"meetings.held": "many"}}, {"return-figure-malformed"}),
        ({"declared": handed.DECLARED | {"meetings.held": "6/7"}}, {"return-figure-malformed"}),
        ({"declared": handed.DECLARED | {"meetings.attended": "6"}}, {"return-figure-malformed"}),
        ({"declared": handed.DECLARED | {"meetings.held": "none"}}, {"return-figure-missing"}),
        ({"declared": handed.DECLARED | {"meetings.held": "201"}}, {"return-figure-outside"}),
        ({"declared": handed.DECLARED | {"petitions.pending": "4"}}, {"return-sum-differs"}),
        (
            {"declared": handed.DECLARED | {"petitions.settled": "12"}},
            {"return-figure-above", "return-sum-differs"},
        ),
        ({"remarks": {"petitions.lost": "two"}}, {"return-figure-unknown"}),
        ({"narrative": {}}, {"return-narrative-missing"}),
        ({"narrative": handed.TOLD | {"hopes": "many"}}, {"return-figure-unknown"}),
    ],
)
def test_a_return_is_refused(change: dict[str, Any], codes: set[str]) -> None:
    assert refusal(handed.submit(**change)) == codes


def test_a_return_is_handed_in_on_the_day_it_is_signed() -> None:
    content = handed.submit()
    content["effects"][0]["on"] = "2024-07-05"
    assert refusal(content) == {"return-other-day"}


def test_a_figure_that_is_not_known_needs_a_remark() -> None:
    declared = handed.DECLARED | {"meetings.held": "none"}
    handed.issue(handed.submit(declared=declared, remarks={"meetings.held": "The book burned."}))
    assert handed.states() == [("submitted", 1, "2024-07-10")]


def test_the_act_names_form_and_period_and_its_signer_holds_a_fitting_office() -> None:
    content = handed.submit()
    assert refusal({**content, "period": "2023-H2"}) == {"return-other-form"}
    deputy = {"kind": "APPOINT", "person": "FATIMA", "post": "SOUTH-B.deputy"}
    handed.issue(cast.act("COUNCIL", "decision", "Deputy", "2024-07-01", deputy))
    signed = {"signer": "FATIMA", "signer_post": "SOUTH-B.deputy"}
    assert refusal({**content, **signed}) == {"return-signed-by-other"}


def test_rules_that_are_not_strict_take_a_remark() -> None:
    handed.issue(handed.submit())
    later = {"period": "2024-H2", "known_on": "2025-01-08"}
    declared = handed.DECLARED | {"petitions.carried": "2", "meetings.held": "20"}
    content = handed.submit("2025-01-08", declared=declared, **later)
    assert refusal(content) == {"return-not-carried", "return-far-from-previous"}
    remarks = {"petitions.carried": "One was counted twice.", "meetings.held": "Elections were held."}
    handed.issue(handed.submit("2025-01-08", declared=declared, remarks=remarks, **later))
    assert handed.states(period="2024-H2") == [("submitted", 1, "2025-01-08")]


def test_an_accepted_return_is_locked_until_it_is_opened_again() -> None:
    handed.issue(handed.submit())
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-12"))
    with pytest.raises(issue_act.CannotIssue) as refused:
        cast.issue(handed.submit("2024-07-15"))
    (finding,) = refused.value.findings
    assert finding.code == "return-accepted"
    said = telling.sentence(finding, "en", pack=cast.pack())
    assert "12 July 2024" in said
    assert "Standing orders, s. 18 as amended" in said
    assert "recipient" in said
    handed.issue(handed.answer("REOPEN_RETURN", "2024-07-15"))
    handed.issue(handed.submit("2024-07-15"))
    assert handed.states()[-1] == ("submitted", 2, "2024-07-15")
    assert rebuild_register.differences() == []


def test_a_form_closes_with_time_until_it_is_opened_again() -> None:
    handed.issue(handed.submit("2024-10-18"))
    withdraw(handed.issue(handed.submit("2024-10-18")), "2024-10-18")
    late = handed.submit("2024-10-19")
    assert refusal(late) == {"return-closed"}
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-10-19"))
    handed.issue(late)
    assert refusal(handed.submit("2024-10-20")) == {"return-closed"}
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-10-20", version=2))
    handed.issue(handed.answer("REOPEN_RETURN", "2024-10-21"))
    handed.issue(handed.submit("2024-10-21"))
    assert handed.states()[-1] == ("submitted", 3, "2024-10-21")


def test_a_return_never_handed_in_is_opened_again_too() -> None:
    handed.issue(handed.answer("REOPEN_RETURN", "2025-02-01"))
    handed.issue(handed.submit("2025-02-01"))
    assert handed.states() == [("submitted", 1, "2025-02-01")]


def test_only_the_version_looked_at_is_answered() -> None:
    assert refusal(handed.answer("ACCEPT_RETURN", "2024-07-12")) == {"return-not-submitted"}
    handed.issue(handed.submit())
    handed.issue(handed.submit("2024-07-11"))
    assert refusal(handed.answer("ACCEPT_RETURN", "2024-07-12")) == {"return-other-version"}
    assert refusal(handed.answer("REOPEN_RETURN", "2024-07-12")) == {"return-not-locked"}
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-12", version=2))


@pytest.mark.parametrize("issuer", ["SOUTH-B", "NORTH-B", "BIRCH"])
def test_nobody_but_the_recipient_or_one_above_answers(issuer: str) -> None:
    handed.issue(handed.submit())
    found = refusal(handed.answer("ACCEPT_RETURN", "2024-07-12", issuer=issuer))
    assert found <= {"return-answered-by-other", "effect-outside-unit"}
    assert "return-answered-by-other" in found


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        ({}, "missing-field"),
        ({"lamps": "why?"}, "return-figure-unknown"),
        ({"results": " "}, "missing-field"),
    ],
)
def test_a_return_is_sent_back_for_something(reasons: dict[str, str], code: str) -> None:
    handed.issue(handed.submit())
    assert refusal(handed.answer("SEND_BACK_RETURN", "2024-07-12", reasons=reasons)) == {code}
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12", reasons={"all": "Not signed by hand."}))


def test_a_unit_that_has_ended_is_answered_for_by_the_one_it_went_over_into() -> None:
    merge = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2024-07-02"}
    handed.issue(cast.act("COUNCIL", "decision", "Merger", "2024-07-01", merge))
    handed.issue(handed.submit("2024-07-10", issuer="NORTH-B"))
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-12"))
    assert [state for state, _, _ in handed.states()] == ["submitted", "accepted"]
    assert verify_record.verify().faults == ()
