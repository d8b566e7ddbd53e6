"""`fasti return`: the whole way of a return by commands, told in four languages and to programs."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from fasti import cli, words
from fasti.acts.models import Act
from fasti.operations import rebuild_register
from tests import cast
from tests.returns import handed

pytestmark = pytest.mark.django_db
SOUTH = ["half-year", "--unit", "SOUTH", "--period", "2024-H1"]


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


@pytest.fixture
def sheet(tmp_path: pathlib.Path) -> pathlib.Path:
    file = tmp_path / "sheet.json"
    file.write_text(json.dumps({"declared": handed.DECLARED, "narrative": handed.TOLD}), encoding="utf-8")
    return file


def run(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    assert cli.main(["return", *arguments]) == code
    told = capsys.readouterr()
    return told.out, told.err


def answer(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    return json.loads(run(capsys, *arguments, "--json", code=code)[0])


def test_the_whole_way(sheet: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = answer(capsys, "fill", *SOUTH, str(sheet), code=1)["findings"]
    assert [each["code"] for each in found] == ["return-closed"]
    opened = answer(capsys, "reopen", *SOUTH, "--because", "The book was found.")
    assert opened["act"].startswith("COUNCIL:")
    assert answer(capsys, "fill", *SOUTH, str(sheet))["findings"] == []
    first = answer(capsys, "submit", *SOUTH)["act"]
    assert first.startswith("SOUTH-B:")
    back = answer(
        capsys, "return", *SOUTH, "--reason", "petitions.received=Eleven came.", "--reason", "all=Sign it."
    )
    shown = answer(capsys, "show", *SOUTH)
    assert (shown["state"], shown["reasons"]["petitions.received"]) == ("sent_back", "Eleven came.")
    assert shown["versions"][0]["answered_by"] == back["act"]
    corrected = handed.DECLARED | {"petitions.received": "11", "petitions.pending": "5"}
    sheet.write_text(json.dumps({"declared": corrected, "narrative": handed.TOLD}), encoding="utf-8")
    answer(capsys, "fill", *SOUTH, str(sheet))
    answer(capsys, "submit", *SOUTH, "--title", "Corrected")
    assert Act.objects.order_by("id").last().title == "Corrected"
    found = answer(capsys, "accept", *SOUTH, "--version", "1", code=1)["findings"]
    assert [each["code"] for each in found] == ["return-other-version"]
    answer(capsys, "accept", *SOUTH, "--version", "2")
    listed = answer(capsys, "list", "half-year", "--unit", "GLK", "--period", "2024-H1")
    assert [(row["unit"], row["state"], row["version"]) for row in listed["returns"]] == [
        ("NORTH", "missing", 0),
        ("SOUTH", "accepted", 2),
    ]
    together = answer(capsys, "consolidate", "half-year", "--unit", "GLK", "--period", "2024-H1")
    sums = {each["figure"]: each for each in together["figures"]}
    assert (sums["petitions.received"]["total"], sums["petitions.received"]["missing"]) == ("11", ["NORTH"])
    assert sums["petitions.received"]["is_partial"]
    assert rebuild_register.differences() == []


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_verb_tells_people_in_their_language(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    handed.issue(handed.submit("2024-07-22"))
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-23"))
    handed.issue(handed.submit("2024-07-24", narrative={"results": "Better."}, proposals=["Send oil."]))
    shown, _ = run(capsys, "show", *SOUTH, "--lang", lang)
    assert cast.pack().name("declared", "petitions.pending", lang) in shown
    assert "Better." in shown
    handed.issue(handed.answer("ACCEPT_RETURN", "2024-07-25", version=2))
    listed, _ = run(capsys, "list", "half-year", "--unit", "GLK", "--period", "2024-H1", "--lang", lang)
    assert words.say("return-state-missing", lang) in listed
    assert words.say("return-state-accepted", lang) in listed
    totals, _ = run(
        capsys, "consolidate", "half-year", "--unit", "GLK", "--period", "2024-H1", "--lang", lang
    )
    assert "NORTH" in totals
    assert "Send oil." in totals
    assert words.say("return-of", lang, n=1, m=2) in totals
    _, refused = run(capsys, "submit", *SOUTH, "--lang", lang, code=1)
    assert "return-accepted" in refused
    assert cast.pack().name("form", "half-year", lang) in refused
    for told in (shown, listed, totals, refused):
        assert "{" not in told


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list", "half-year", "--unit", "NOWHERE", "--period", "2024-H1"], 2),
        (["list", "monthly", "--unit", "GLK", "--period", "2024-H1"], 2),
        (["show", "half-year", "--unit", "NOWHERE", "--period", "2024-H1"], 1),
        (["show", "half-year", "--unit", "GLK", "--period", "2024-H1"], 1),
        (["show", "year", "--unit", "SOUTH", "--period", "2024"], 1),
        (["submit", "half-year", "--unit", "NOWHERE", "--period", "2024-H1"], 1),
        (["accept", "half-year", "--unit", "NOWHERE", "SOUTH", "--period", "2024-H1"], 1),
        (["return", *SOUTH, "--reason", "no equals sign"], 2),
        (["fill", *SOUTH, "/nowhere/sheet.json"], 2),
    ],
)
def test_what_cannot_be_is_said(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = run(capsys, *arguments, code=code)
    assert told.strip()
    assert "Traceback" not in told


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_the_form_goes_out_and_comes_back(
    lang: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form, copy = tmp_path / "form.xlsx", tmp_path / "copy.xlsx"
    run(capsys, "form", *SOUTH, "--lang", lang, "--out", str(form))
    _, closed = run(capsys, "fill", *SOUTH, str(form), "--lang", lang, "--annotated", str(copy), code=1)
    assert "return-closed" in closed
    assert copy.stat().st_size > form.stat().st_size
    run(capsys, "reopen", *SOUTH, "--because", "The book was found.")
    _, older = run(capsys, "fill", *SOUTH, str(form), "--lang", lang, code=0)
    assert "return-figure-missing" in older
    assert f"{words.say('return-form-sheet-figures', lang)}!C" in older
    assert answer(capsys, "fill", *SOUTH, str(form), code=1)["findings"][0]["code"] == "return-form-older"
    other = ["half-year", "--unit", "NORTH", "--period", "2024-H1"]
    _, refused = run(capsys, "fill", *other, str(form), "--lang", lang, code=1)
    assert "return-form-of-other" in refused
    for told in (closed, older, refused):
        assert "{" not in told


def test_timeliness_is_told_as_marks_as_json_and_as_csv(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["timeliness", "half-year", "--unit", "GLK", "--from", "2023-H1", "--to", "2024-H1"]
    for lang in words.LANGUAGES:
        out, _ = run(capsys, *asked, "--lang", lang)
        assert out.count("×") == 2 * 3 + 1
        assert words.say("timeliness-legend", lang) in out
    told = answer(capsys, *asked)
    assert (told["all"]["due"], told["all"]["in_time"], told["all"]["missing"]) == (6, 0, 6)
    lines = run(capsys, *asked, "--format", "csv")[0].splitlines()
    assert lines[1] == "NORTH,2023-H1,missing,2023-07-15,,,0"
    wrong, _ = run(capsys, *asked[:-1], "2022-H1", code=2)[::-1]
    assert "2023-H1" in wrong


def test_a_proposal_is_listed_until_it_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    handed.issue(handed.submit("2024-07-10", proposals=["Buy oil.", "Mend the roof."]))
    waiting = answer(capsys, "proposals", "list", "--waiting-for", "GLK")
    assert [(each["position"], each["text"], each["due_on"]) for each in waiting] == [
        (1, "Buy oil.", "2024-08-09"),
        (2, "Mend the roof.", "2024-08-09"),
    ]
    assert answer(capsys, "proposals", "list", "--proposed-by", "NORTH") == []
    given = ["proposals", "answer", "half-year", "1.2", "declined", "--unit", "SOUTH", "--period", "2024-H1"]
    assert answer(capsys, *given, code=1)["findings"][0]["code"] == "missing-field"
    assert answer(capsys, *given, "--because", "There is no money.")["act"].startswith("COUNCIL:")
    for lang in words.LANGUAGES:
        told, _ = run(capsys, "proposals", "list", "--all", "--lang", lang)
        assert words.say("proposal-answer-declined", lang) in told
        assert "There is no money." in told
    assert len(answer(capsys, "proposals", "list")) == 1
