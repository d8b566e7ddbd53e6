"""What `act check`, `act withdraw --check` and `plan check` show: spans and past figures, before and after."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from fasti import words
from fasti.acts.models import Act
from fasti.cli import main, previews
from tests import cast

pytestmark = pytest.mark.django_db
MEMBERS = ("members.total", "2024-H2")


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> Act:
    settings.HOME = tmp_path
    return cast.found_guild()


@pytest.fixture
def draft(tmp_path: pathlib.Path) -> str:
    """A back-dated relief, which touches four half-years and more."""
    relief = {
        "kind": "RELIEVE",
        "person": "DORA",
        "post": "NORTH-B.deputy",
        "on": "2024-03-01",
        "reason": "request",
    }
    path = tmp_path / "draft.json"
    path.write_text(
        json.dumps(cast.act("NORTH-B", "decision", "Relief", "2025-12-01", relief)), encoding="utf-8"
    )
    return str(path)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_spans_and_figures_are_shown_before_and_after(
    draft: str, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert main(["act", "check", draft, "--lang", lang]) == 0
    told = capsys.readouterr().out
    first, last = (
        words.day(cast.date.fromisoformat(day), lang, style="short") for day in ("2020-01-01", "2024-02-29")
    )
    assert f"{words.say('cli-from', lang, day=first)} → " in told
    assert words.say("cli-from-until", lang, day=first, until=last) in told
    assert words.say("preview-figures", lang) in told
    assert cast.pack().name("indicator", "posts.vacant", lang) in told
    assert words.signed(-1, lang) in told


def test_the_unit_concerned_and_every_unit_above_it_are_named(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["act", "check", draft, "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    vacant = [
        each
        for each in shown["figures"]
        if (each["indicator"], each["period"]) == ("posts.vacant", "2024-H1")
    ]
    assert [each["unit"] for each in vacant] == ["GLK", "NORTH", "NORTH-B"]
    assert {each["difference"] for each in vacant} == {1}
    span = next(each for each in shown["spans"] if each["line"] == "tenure")
    assert (span["before"]["ends_before"], span["after"]["ends_before"]) == (None, "2024-03-01")


def test_a_withdrawal_shows_what_comes_back(
    draft: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["act", "issue", draft, "--json"]) == 0
    code = json.loads(capsys.readouterr().out)["act"]
    by = tmp_path / "by.json"
    by.write_text(json.dumps(cast.act("NORTH-B", "decision", "Withdrawal", "2026-01-10")), encoding="utf-8")
    assert main(["act", "withdraw", code, "--by", str(by), "--check"]) == 0
    told = capsys.readouterr().out
    assert (
        "~ tenure, Dvořáková Dora (DORA), deputy chair (NORTH-B.deputy): 01/01/2020 to 29/02/2024 → from 01/01/2020"
        in told
    )
    assert "- no longer: vacancy" in told
    assert Act.objects.count() == 2


def test_a_plan_is_shown_as_a_whole(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    merge = {"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER", "on": "2024-07-01"}
    admit = {
        "kind": "ADMIT",
        "person": "IDA",
        "unit": "ALDER",
        "stage": "full",
        "family_name": "I",
        "on": "2024-07-01",
    }
    acts = [
        cast.act("COUNCIL", "decision", title, "2025-12-01", each)
        for title, each in (("A", merge), ("B", admit))
    ]
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps({"plan": "Merger", "acts": acts}), encoding="utf-8")
    assert main(["plan", "check", str(plan), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    found = {each["unit"]: each for each in figures if (each["indicator"], each["period"]) == MEMBERS}
    assert (found["ALDER"]["before"]["value"], found["ALDER"]["after"]["value"]) == (5, 8)
    assert (found["BIRCH"]["before"]["value"], found["BIRCH"]["after"]) == (2, None)


def test_a_draft_for_the_future_changes_no_past_figure(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "on": "9000-01-01"}
    path = tmp_path / "later.json"
    content = cast.act("NORTH-B", "decision", "Later", "9000-01-01", later)
    path.write_text(json.dumps(content), encoding="utf-8")
    assert main(["act", "check", str(path)]) == 0
    assert "No figure of a past period would change." in capsys.readouterr().out


def test_a_rename_shows_the_new_name_in_its_language(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rename = {"kind": "RENAME", "unit": "ALDER", "name": {"en": "Alder on Water", "cs": "Olše u vody"}}
    file = tmp_path / "rename.json"
    file.write_text(json.dumps(cast.act("COUNCIL", "decision", "A new name", "2024-05-01", rename)), "utf-8")
    for lang, name in (("en", "Alder on Water"), ("cs", "Olše u vody")):
        assert main(["act", "check", str(file), "--lang", lang]) == 0
        assert f"{name} (ALDER)" in capsys.readouterr().out


def test_few_figures_are_shown_the_issuers_and_the_top_units_first_in_time(
    draft: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["act", "check", draft, "--json"]) == 0
    all_of_them = json.loads(capsys.readouterr().out)["figures"]
    assert len(all_of_them) > previews.MOST
    assert main(["act", "check", draft]) == 0
    lines = capsys.readouterr().out.splitlines()
    table = [line for line in lines if "(NORTH-B)" in line or "(GLK)" in line or "(NORTH)" in line]
    figures = [line for line in table if not line.startswith("  ~") and not line.startswith("  +")]
    assert len(figures) == previews.MOST
    units = [next(unit for unit in ("(NORTH-B)", "(GLK)", "(NORTH)") if unit in line) for line in figures]
    assert units == sorted(units, key=["(NORTH-B)", "(GLK)", "(NORTH)"].index)
    assert {"(NORTH-B)", "(GLK)"} <= set(units)
    whole = [cast.pack().name("indicator", each, "en") for each in ("posts.filled", "posts.vacant")]
    assert all(name in figures[at] for at, name in enumerate(whole))
    times = ("first half of 2024", "second half of 2024", " 2024 ")
    assert [next(time for time in times if time in line) for line in figures[:6]] == sorted(
        (next(time for time in times if time in line) for line in figures[:6]), key=times.index
    )
    assert f"{len(all_of_them) - previews.MOST} more figures" in lines[-1]
