"""Filling, handing in, answering: what is kept, who may, and that the figures are those of the register."""

from __future__ import annotations

import pathlib
from typing import Any

import pytest

from fasti.access import actor, sight
from fasti.access.actor import Actor
from fasti.access.models import AccessEntry, Account
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.operations import (
    accept_return,
    fill_return,
    issue_act,
    rebuild_register,
    reopen_return,
    send_back_return,
    submit_return,
    verify_record,
)
from fasti.returns import sheet as sheets
from fasti.returns.models import ReturnDraft
from fasti.subjects.models import Person
from tests import cast
from tests.returns import handed

HALF = periods.Period.parse(handed.PERIOD)
CONTENT = {"declared": handed.DECLARED, "narrative": handed.TOLD, "proposals": ["Send oil."]}


@pytest.fixture(autouse=True)
def _guild(db: None, tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def of(code: str, day: str = "2024-07-10") -> Actor:
    account, _ = Account.objects.get_or_create(
        person=Person.objects.get(code=code),
        defaults={"name": code.lower(), "opened_at": cast.at("2020-01-02")},
    )
    return actor.signed_in(sight.of_account(account, pack=cast.pack(), day=cast.at(day).date()))


def fill(content: dict[str, Any], day: str = "2024-07-10", **more: Any) -> sheets.Sheet:
    asked = {"pack": cast.pack(), "filled_at": cast.at(day), "actor": "test", **more}
    return fill_return.fill("SOUTH", handed.FORM, HALF, content, **asked)


def submit(day: str = "2024-07-10", by: str | Actor = "test", **head: Any) -> Act:
    return submit_return.submit(
        "SOUTH", handed.FORM, HALF, {"signed_on": day, **head}, pack=cast.pack(), recorded_at=cast.at(day),
        actor=by,
    )  # fmt: skip


def manner(day: str, by: str | Actor = "test") -> dict[str, Any]:
    return {"pack": cast.pack(), "recorded_at": cast.at(day), "actor": by}


def codes(found: Any) -> set[str]:
    return {each.code for each in found.value.findings}


def test_an_unfinished_sheet_is_kept_and_says_what_it_lacks() -> None:
    found = fill({"declared": {"meetings.held": 6, "petitions.received": "9"}})
    lacking = {(each.code, each.args["figure"]) for each in found.findings}
    assert lacking == {
        ("return-figure-missing", "meetings.attended"),
        ("return-figure-missing", "petitions.carried"),
        ("return-figure-missing", "petitions.settled"),
        ("return-figure-missing", "petitions.pending"),
        ("return-narrative-missing", "results"),
    }
    assert ReturnDraft.objects.get().content == {
        "declared": {"meetings.held": "6", "petitions.received": "9"}
    }
    with pytest.raises(issue_act.CannotIssue) as refused:
        submit()
    assert codes(refused) == {"return-figure-missing", "return-narrative-missing"}
    assert ReturnDraft.objects.exists()


def test_what_is_handed_in_is_the_registers_figures_and_the_sheet() -> None:
    assert fill(CONTENT).findings == ()
    act = submit()
    assert (act.issuer.code, act.type, act.form, act.period) == ("SOUTH-B", "report", "half-year", "2024-H1")
    assert act.signer
    assert act.signer.code == "CHIARA"
    data = act.effects.get().data
    assert data["declared"] == handed.DECLARED
    assert data["proposals"] == ["Send oil."]
    assert data["known_on"] == "2024-07-10"
    assert (data["computed"]["members.total"], data["computed"]["members.women_share"]) == ("2", "2/2")
    assert data["computed"].keys() == handed.computed().keys()
    assert not ReturnDraft.objects.exists()
    assert verify_record.verify().faults == ()


def test_the_whole_way_with_a_correction() -> None:
    fill(CONTENT)
    submit()
    send_back_return.send_back(
        "SOUTH", handed.FORM, HALF, {"petitions.received": "Eleven came."}, {"signed_on": "2024-07-12"},
        **manner("2024-07-12"),
    )  # fmt: skip
    again = sheets.sheet(
        cast.pack(), handed.FORM, unit="SOUTH", period=HALF, day=cast.at("2024-07-13").date()
    )
    assert (again.state, again.version, again.reasons) == (
        "sent_back",
        1,
        {"petitions.received": "Eleven came."},
    )
    assert again.content["declared"] == handed.DECLARED
    corrected = handed.DECLARED | {"petitions.received": "11", "petitions.pending": "5"}
    fill({**CONTENT, "declared": corrected}, "2024-07-13")
    submit("2024-07-15")
    act = accept_return.accept(
        {"SOUTH": 2}, handed.FORM, HALF, {"signed_on": "2024-07-16"}, **manner("2024-07-16")
    )
    assert (act.issuer.code, act.type) == ("COUNCIL", "letter")
    assert [state for state, _, _ in handed.states()] == ["submitted", "sent_back", "submitted", "accepted"]
    with pytest.raises(fill_return.CannotFill) as refused:
        fill(CONTENT, "2024-07-17")
    assert codes(refused) == {"return-accepted"}
    reopen_return.reopen(
        "SOUTH",
        handed.FORM,
        HALF,
        "a petition was found",
        {"signed_on": "2024-07-18"},
        **manner("2024-07-18"),
    )
    fill(CONTENT, "2024-07-18")
    assert rebuild_register.differences() == []


def test_several_returns_are_accepted_by_one_act() -> None:
    handed.issue(handed.submit())
    handed.issue(handed.submit(unit="NORTH", issuer="NORTH-B"))
    act = accept_return.accept(
        {"SOUTH": None, "NORTH": None}, handed.FORM, HALF, {"signed_on": "2024-07-12"}, **manner("2024-07-12")
    )
    assert act.effects.count() == 2
    assert handed.states("NORTH")[-1] == ("accepted", 1, "2024-07-12")


def test_what_was_never_handed_in_is_not_accepted() -> None:
    with pytest.raises(issue_act.CannotIssue) as refused:
        accept_return.accept(
            {"SOUTH": None}, handed.FORM, HALF, {"signed_on": "2024-07-12"}, **manner("2024-07-12")
        )
    assert codes(refused) == {"return-not-submitted"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ({"declared": {"petitions.lost": "1"}}, "return-figure-unknown"),
        ({"declared": {"meetings.held": "many"}}, "return-figure-malformed"),
        ({"declared": ["meetings.held"]}, "wrong-type"),
        ({"declared": {"meetings.held": None}}, "wrong-type"),
        ({"declared": {"meetings.held": True}}, "wrong-type"),
        ({"proposals": "oil"}, "wrong-type"),
        ({"narrative": {"results": "nul\x00"}}, "text-has-nul"),
        ({"remarks": {"meetings.held": "pasted\x0bfrom elsewhere"}}, "text-has-control"),
        ({"computed": {"members.total": "7"}}, "unexpected-field"),
        ({"wishes": {}}, "unexpected-field"),
    ],
)
def test_what_is_no_content_of_the_form_is_refused(content: dict[str, Any], code: str) -> None:
    with pytest.raises(fill_return.CannotFill) as refused:
        fill(content)
    assert code in codes(refused)
    assert not ReturnDraft.objects.exists()


def test_two_who_fill_at_once_lose_nothing() -> None:
    assert fill(CONTENT).draft_version == 1
    assert fill(CONTENT, version=1).draft_version == 2
    with pytest.raises(fill_return.Stale) as stale:
        fill({}, version=1)
    assert stale.value.version == 2
    assert ReturnDraft.objects.get().content["declared"] == handed.DECLARED


@pytest.mark.parametrize("unit", ["NOWHERE", "GLK", "SOUTH-B"])
def test_a_unit_that_owes_none_has_no_sheet(unit: str) -> None:
    with pytest.raises(sheets.NoSheet):
        fill_return.fill(
            unit, handed.FORM, HALF, {}, pack=cast.pack(), filled_at=cast.at("2024-07-10"), actor="test"
        )


# -- rights: by the grants of the template pack -------------------------------------------------------------------


@pytest.mark.parametrize("who", ["CHIARA", "ADA"])
def test_who_may_draft_for_the_unit_fills_it_and_is_kept_in_the_log(who: str) -> None:
    fill(CONTENT, actor=of(who))
    assert AccessEntry.objects.filter(what="return.filled", unit__code="SOUTH").count() == 1
    kept = ReturnDraft.objects.get().filled_by
    assert kept
    assert kept.code == who


@pytest.mark.parametrize("who", ["BRUNO", "FATIMA", "GORAN"])
def test_others_do_not_and_learn_nothing_by_it(who: str) -> None:
    handed.issue(handed.submit())
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-10"))
    with pytest.raises(fill_return.CannotFill) as refused:
        fill(CONTENT, actor=of(who))
    assert codes(refused) == {"not-granted"}


def test_only_who_issues_for_the_unit_hands_in_and_only_the_recipient_accepts() -> None:
    fill(CONTENT)
    with pytest.raises(issue_act.CannotIssue) as refused:
        submit(by=of("BRUNO"))
    assert codes(refused) == {"not-granted"}
    submit(by=of("CHIARA"))
    for who in ("CHIARA", "BRUNO"):
        with pytest.raises(issue_act.CannotIssue) as refused:
            accept_return.accept(
                {"SOUTH": 1}, handed.FORM, HALF, {"signed_on": "2024-07-10"}, **manner("2024-07-10", of(who))
            )
        assert codes(refused) == {"not-granted"}
    accept_return.accept(
        {"SOUTH": 1}, handed.FORM, HALF, {"signed_on": "2024-07-10"}, **manner("2024-07-10", of("ADA"))
    )
    assert handed.states()[-1][0] == "accepted"
