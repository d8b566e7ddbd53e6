"""A peer group side by side and scored: exact places, what may be told, no place where the charter does not rank."""

from __future__ import annotations

import json
import pathlib
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from fasti import cli
from fasti.access import sight
from fasti.access.models import Account
from fasti.dates import periods
from fasti.operations import issue_act, rebuild_register, verify_record
from fasti.reports import formats
from fasti.reports.peers import beside, rendered, score_told, scored, told
from fasti.subjects.models import Person
from tests import cast

H1 = periods.Period.parse("2024-H1")
FIGURES = ("acts.issued", "members.women_share")


@pytest.fixture
def body(db: None, settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()
    cast.issue(cast.act("NORTH-B", "decision", "One", "2024-02-01"))
    cast.issue(cast.act("NORTH-B", "decision", "Two", "2024-02-02"))
    cast.issue(cast.act("SOUTH-B", "decision", "Three", "2024-02-03"))


def test_members_stand_side_by_side_with_exact_figures_and_places_only_where_the_charter_ranks(
    body: None,
) -> None:
    found = beside.side_by_side(
        cast.pack(), "regions", sight.OPERATOR, period=H1, wanted=FIGURES, ranked=True, lang="en"
    )
    assert [each.unit for each in found.members] == ["NORTH", "SOUTH"]
    assert [[one.place for one in each.cells] for each in found.members] == [[1, 2], [2, 1]]
    share = found.members[0].cells[1].amount
    assert (share.value, share.numerator, share.denominator) == (Fraction(2, 5), 2, 5)
    after = periods.Period.parse("2025-H1")
    later = beside.side_by_side(cast.pack(), "regions", sight.OPERATOR, period=after, ranked=True, lang="en")
    assert not later.may_rank
    assert {one.place for each in later.members for one in each.cells} == {None}


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_the_document_is_made_in_every_format(lang: str, body: None) -> None:
    found = beside.side_by_side(cast.pack(), "regions", sight.OPERATOR, period=H1, wanted=FIGURES, lang=lang)
    paper = told.paper(found, lang)
    made = {format: rendered.render(paper, format) for format in formats.FORMATS}
    begins = {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK"}
    assert all(made[format].startswith(mark) for format, mark in begins.items())
    assert all(paper.title in made[format].decode() for format in ("text", "html"))
    assert json.loads(made["json"])["members"][0]["figures"][1]["denominator"] == 5


def given(step: str, giver: str, unit: str, hospitality: str, **more: Any) -> dict[str, Any]:
    return {
        "kind": "SCORE", "unit": giver, "other_unit": unit, "scorecard": "regions-year", "period": "2024",
        "step": step, "points": {"hospitality": hospitality, **more.pop("points", {})}, **more,
    }  # fmt: skip


def test_points_are_exact_steps_stay_apart_and_places_wait_for_all(body: None) -> None:
    cast.issue(
        cast.act("NORTH-B", "report", "Ourselves", "2025-01-10", given("self", "NORTH", "NORTH", "30")),
        cast.act("SOUTH-B", "report", "The north", "2025-01-12", given("check", "SOUTH", "NORTH", "20/3")),
        cast.act("COUNCIL", "decision", "North", "2025-01-20", given("final", "GLK", "NORTH", "7.5", points={
            "absences": "1"})),
    )  # fmt: skip
    year = periods.Period.parse("2024")
    found = scored.scored(cast.pack(), "regions-year", sight.OPERATOR, period=year, lang="en")
    north, south = found.members
    assert (north.checker, south.checker) == ("SOUTH", "NORTH")
    # Two acts of three give 80/3 of forty, to hundredths; one vacant seat of the north gives twenty; one admission: no.
    seats = north.step("self").components[1].points
    assert [step.total for step in north.steps] == [
        Fraction("26.67") + seats + 30 if seats is not None else None,
        Fraction("26.67") + (seats or 0) + Fraction("6.67"),
        Fraction("26.67") + (seats or 0) + Fraction("7.5") - 1,
    ]
    assert {step.total for step in south.steps} == {None}
    assert (north.place, found.has_places) == (None, False)
    cast.issue(
        cast.act("COUNCIL", "decision", "South", "2025-01-21", given("final", "GLK", "SOUTH", "29", points={
            "new_lights": "5"}, evidence={"new_lights": "Letter 4"})),
    )  # fmt: skip
    found = scored.scored(cast.pack(), "regions-year", sight.OPERATOR, period=year, lang="en")
    assert sorted(each.place or 0 for each in found.members) == [1, 2]
    behind = scored.behind(cast.pack(), found, "NORTH", sight.OPERATOR)
    assert [act.title for act in behind["acts.issued"][0]] == ["One", "Two"]
    for lang in ("en", "vi", "ru", "cs"):
        assert rendered.render(score_told.paper(found, cast.pack(), lang, behind=behind), "text")
    assert rebuild_register.differences() == []
    assert verify_record.verify().faults == ()


def test_what_was_judged_by_a_closed_act_is_told_to_whom_it_is_open(body: None) -> None:
    """Neither the points nor what they rest on, nor what they add up to; then nobody has a place."""
    points: dict[str, Any] = {"points": {"new_lights": "5"}, "evidence": {"new_lights": "Letter kq4"}}
    for unit, level in (("NORTH", "sealed"), ("SOUTH", "normal")):
        act = cast.act(
            "COUNCIL", "decision", unit, "2025-01-20", given("final", "GLK", unit, "7.5", **points)
        )
        cast.issue(act | {"confidentiality": level})
    for who in ("ADA", "BRUNO"):
        account = Account.objects.create(
            name=who, person=Person.objects.get(code=who), opened_at=cast.at("2020-01-02")
        )
        seen = sight.of_account(account, pack=cast.pack(), day=date(2025, 2, 1))
        found = scored.scored(
            cast.pack(), "regions-year", seen, period=periods.Period.parse("2024"), lang="en"
        )
        north = score_told.plain(scored.only(found, "NORTH"), {})["members"][0]
        final = next(each for each in north["steps"] if each["step"] == "final")
        judged = next(each for each in final["components"] if each["item"] == "new_lights")
        is_told = who == "ADA"
        assert ("kq4" in json.dumps(north), final["is_withheld"]) == (is_told, not is_told)
        assert [
            value is not None for value in (judged["points"], final["bonus"], final["total"], north["place"])
        ] == [is_told] * 4


REFUSED = {
    "score-by-other": given("check", "NORTH", "NORTH", "1"),
    "score-not-member": {**given("final", "GLK", "NORTH", "1"), "other_unit": "ALDER"},
    "score-above-most": given("final", "GLK", "NORTH", "31"),
    "score-malformed": given("final", "GLK", "NORTH", "many"),
    "score-item-missing": {**given("final", "GLK", "NORTH", "1"), "points": {}},
    "score-item-unknown": given("final", "GLK", "NORTH", "1", points={"charm": "2"}),
    "score-evidence-missing": given("final", "GLK", "NORTH", "1", points={"new_lights": "2"}),
    "score-wrong-period": {**given("final", "GLK", "NORTH", "1"), "period": "2024-H1"},
    "unknown-scorecard": {**given("final", "GLK", "NORTH", "1"), "scorecard": "moons"},
    "practice-not-there": {"kind": "ADOPT_PRACTICE", "unit": "NORTH", "other_unit": "SOUTH", "practice": "dusk"},
    "unknown-topic": {
        "kind": "PUBLISH_PRACTICE", "unit": "NORTH", "practice": "dusk", "practice_topic": "moons", "title": "A",
        "text": "B",
    },
}  # fmt: skip


def test_points_and_practices_are_refused_for_what_the_charter_does_not_allow(body: None) -> None:
    for code, effect in REFUSED.items():
        with pytest.raises(issue_act.CannotIssue) as refused:
            cast.issue(cast.act("COUNCIL", "decision", code, "2025-01-20", effect))
        assert code in {each.code for each in refused.value.findings}, code


def test_a_practice_is_published_found_without_marks_adopted_and_withdrawn(
    body: None, capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path
) -> None:
    def run(*arguments: str, code: int = 0) -> Any:
        assert cli.main(["practice", *arguments, "--json"]) == code
        return json.loads(capsys.readouterr().out)

    text = tmp_path / "text.txt"
    text.write_text("Žárovky are changed at dusk.", encoding="utf-8")
    run("publish", "dusk", "--unit", "NORTH", "--topic", "lights", "--text", str(text), "--title", "Lights at dusk",
        "--signed-on", "2024-03-01")  # fmt: skip
    run("adopt", "dusk", "--unit", "SOUTH", "--of", "NORTH", "--title", "Dusk", "--signed-on", "2024-04-01")
    assert [each["title"] for each in run("list", "--find", "zarovky DUSK")] == ["Lights at dusk"]
    assert run("list", "--find", "dawn") == []
    again = run("adopt", "dusk", "--unit", "SOUTH", "--of", "NORTH", "--title", "Again", code=1)
    assert [each["code"] for each in again["findings"]] == ["practice-adopted-already"]
    run("withdraw", "dusk", "--unit", "NORTH", "--title", "No more", "--because", "Too dark.",
        "--signed-on", "2024-05-01")  # fmt: skip
    shown = run("show", "NORTH", "dusk")
    assert (shown["withdrawn_on"], shown["because"]) == ("2024-05-01", "Too dark.")
    assert [(each["unit"], each["on"]) for each in shown["adopted"]] == [("SOUTH", "2024-04-01")]
    for lang in ("en", "vi", "ru", "cs"):
        assert cli.main(["practice", "show", "NORTH", "dusk", "--lang", lang]) == 0
        assert cli.main(["practice", "list", "--lang", lang]) == 0
    assert rebuild_register.differences() == []
