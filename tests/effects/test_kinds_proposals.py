"""Proposals in returns: answered, declined, forwarded upward and answered there, carried over, given up, withdrawn."""

from __future__ import annotations

from typing import Any

import pytest

from fasti.operations import issue_act, rebuild_register, verify_record
from fasti.register.models import Proposal
from tests import cast
from tests.effects.decided import withdraw
from tests.returns import handed

pytestmark = pytest.mark.django_db
OIL, ROOF = "Buy oil for the lamps.", "Mend the roof."


@pytest.fixture(autouse=True)
def guild() -> None:
    cast.found_guild()


def answer(
    on: str, position: int = 1, said: str = "accepted", *, version: int = 1, **more: Any
) -> dict[str, Any]:
    told = {"version": version, "position": position, "answer": said, **more}
    return handed.answer("ANSWER_PROPOSAL", on, **told)


def states() -> list[tuple[int, int, str, bool]]:
    rows = Proposal.objects.filter(unit__code="SOUTH").order_by("starts_on", "opened_by", "position")
    return [(row.version, row.position, row.state, row.ends_before is None) for row in rows]


def refusal(content: dict[str, Any]) -> set[str]:
    with pytest.raises(issue_act.CannotIssue) as refused:
        handed.issue(content)
    return {finding.code for finding in refused.value.findings}


def test_each_proposal_is_tracked_until_it_is_answered() -> None:
    handed.issue(handed.submit("2024-07-10", proposals=[OIL, ROOF]))
    handed.issue(answer("2024-07-12", 2, "declined", explanation="There is no money."))
    handed.issue(answer("2024-07-15", 1))
    assert states() == [
        (1, 1, "open", False), (1, 2, "open", False), (1, 2, "declined", True), (1, 1, "accepted", True),
    ]  # fmt: skip
    assert refusal(answer("2024-07-16", 1)) == {"proposal-answered"}
    assert refusal(answer("2024-07-16", 3)) == {"proposal-not-there"}
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()


def test_a_corrected_version_carries_over_what_it_repeats_and_gives_up_what_it_leaves_out() -> None:
    handed.issue(handed.submit("2024-07-10", proposals=[OIL, ROOF]))
    handed.issue(answer("2024-07-11", 1))
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-12"))
    handed.issue(handed.submit("2024-07-14", proposals=["Sing.", OIL]))
    assert [(version, place, state) for version, place, state, still in states() if still] == [
        (1, 1, "accepted"), (2, 1, "open"),
    ]  # fmt: skip
    assert refusal(answer("2024-07-15", 2)) == {"proposal-not-there"}


def test_withdrawn_with_its_return_it_is_gone_and_an_answer_withdrawn_leaves_it_open() -> None:
    first = handed.issue(handed.submit("2024-07-10", proposals=[OIL]))
    withdraw(handed.issue(answer("2024-07-12")), "2024-07-13")
    assert states() == [(1, 1, "open", True)]
    withdraw(first, "2024-07-14")
    assert states() == []
    assert rebuild_register.differences() == []


@pytest.mark.parametrize(
    ("said", "more", "codes"),
    [
        ("perhaps", {}, {"proposal-answer-unknown"}),
        ("declined", {}, {"missing-field"}),
        ("forwarded", {}, {"proposal-forwarded-nowhere"}),
        ("forwarded", {"other_unit": "NORTH"}, {"proposal-forwarded-nowhere"}),
        ("accepted", {"other_unit": "GLK"}, {"proposal-forwarded-nowhere"}),
    ],
)
def test_what_is_no_answer_is_refused(said: str, more: dict[str, Any], codes: set[str]) -> None:
    handed.issue(handed.submit("2024-07-10", proposals=[OIL]))
    assert refusal(answer("2024-07-12", 1, said, **more)) == codes


def test_only_whoever_received_it_or_one_above_answers() -> None:
    handed.issue(handed.submit("2024-07-10", proposals=[OIL]))
    effect = answer("2024-07-12", issuer="SOUTH-B")
    assert "return-answered-by-other" in refusal(effect)


def test_a_proposal_of_a_lodge_goes_up_until_somebody_answers() -> None:
    lodge = {"unit": "BIRCH", "other_unit": "SOUTH"}
    rule = cast.pack().form(handed.FORM, as_of=handed.periods.Period.parse(handed.PERIOD).last_day)
    assert rule.handed_in is not None
    handed.issue(
        cast.act("BIRCH", "report", "Half-year", "2024-07-05", handed.submission(**lodge, proposals=[OIL]),
                 form=handed.FORM, period=handed.PERIOD)
    )  # fmt: skip
    named = {"unit": "BIRCH", "other_unit": "GLK"}
    handed.issue(answer("2024-07-08", said="forwarded", issuer="SOUTH-B", **named))
    waiting = Proposal.objects.get(ends_before=None)
    assert (waiting.state, waiting.recipient and waiting.recipient.code) == ("forwarded", "GLK")
    handed.issue(answer("2024-07-10", unit="BIRCH", explanation="It is bought."))
    assert [row.state for row in Proposal.objects.order_by("starts_on")] == ["open", "forwarded", "accepted"]
