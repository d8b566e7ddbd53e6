"""`fasti charter check|test|show`: exit codes, what is printed, and the same refusals as the room's."""

from __future__ import annotations

import json
import pathlib
import shutil

import pytest

from fasti import charter, cli


def test_sound_packs_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["charter", "check", "template"]) == 0
    assert cli.main(["charter", "test", "template"]) == 0
    assert "0 failed, 0 sides" in capsys.readouterr().out


def test_mistakes_are_findings(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = pathlib.Path(shutil.copytree(charter.PACKS / "template", tmp_path / "template"))
    (copy / "pack.yaml").write_text("id: template\n", encoding="utf-8")
    assert cli.main(["charter", "check", str(copy)]) == 1
    assert "pack.yaml:1: The key languages is missing from the file." in capsys.readouterr().out
    assert cli.main(["charter", "check", str(copy), "--json"]) == 1
    assert {row["code"] for row in json.loads(capsys.readouterr().out)} == {"key-missing"}
    assert cli.main(["charter", "show", str(copy)]) == 2
    assert "key-missing" in capsys.readouterr().err


def test_a_case_that_fails_and_a_change_not_asked_about(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = pathlib.Path(shutil.copytree(charter.PACKS / "template", tmp_path / "template"))
    path = copy / "cases" / "rules.yaml"
    text = path.read_text(encoding="utf-8").replace("expected: {value: 6}", "expected: {value: 7}")
    path.write_text(text.replace("day: 2025-01-01", "day: 2025-01-02"), encoding="utf-8")
    assert cli.main(["charter", "test", str(copy)]) == 1
    out = capsys.readouterr().out
    assert "value is 6, not 7" in out
    assert "numbering.yearly: no case asks on 2025-01-01" in out


def test_rules_are_shown_with_article_mark_and_name(capsys: pytest.CaptureFixture[str]) -> None:
    shown = ["charter", "show", "vn_party", "act_types.scheme", "--as-of", "2024-06-30", "--lang", "en"]
    assert cli.main(shown) == 0
    out = capsys.readouterr().out
    assert "✓ act_types.scheme (scheme)  from 2017-02-06: abbreviation ĐA" in out
    assert "[66-QĐ/TW: thể loại văn bản]" in out
    assert cli.main(["charter", "show", "vn_party", "values.posts.vacant_long_days", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["value"], row["verified"]) == (180, False)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["show", "template", "moons"], 2, "There is no table moons"),
        (["show", "template", "offices.warden"], 1, "has no rule offices.warden"),
        (["show", "template", "--lang", "de"], 2, "no words in de"),
        (["check", "atlantis"], 2, "There is no pack atlantis"),
        (["test", "atlantis"], 2, "There is no pack atlantis"),
    ],
)
def test_what_cannot_be_shown(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["charter", *arguments]) == code
    assert said in capsys.readouterr().err


def test_a_day_that_is_none() -> None:
    assert cli.main(["charter", "show", "template", "--as-of", "2024-02-30"]) == 2
