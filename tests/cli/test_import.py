"""`fasti import`, `fasti export xlsx|csv|templates` as a user meets them: sentences, places, exit codes."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import openpyxl
import pytest

from fasti import words
from fasti.acts.models import Act, Body
from fasti.cli import main
from fasti.exchange import headings
from tests.exchange import files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path / "home"
    Body.objects.create(id=1, pack="template")


def saved(path: pathlib.Path, lang: str = "en", **cells: Any) -> str:
    book = files.workbook(path, files.rows(lang), lang)
    for cell, value in cells.items():
        book[headings.of_sheet("acts", lang)][cell] = value
    book.save(path)
    return str(path)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_checked_then_imported_then_exported(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    path = saved(tmp_path / "in.xlsx", lang)
    assert main(["import", path, "--check", "--lang", lang]) == 0
    assert not Act.objects.exists()
    assert main(["import", path, "--lang", lang]) == 0
    assert Act.objects.count() == 1
    assert words.counted("act", 1, lang) in capsys.readouterr().out
    for format, name in (("xlsx", "out.xlsx"), ("csv", "out"), ("templates", "template.xlsx")):
        assert main(["export", format, "-o", str(tmp_path / name), "--lang", lang]) == 0
        assert (tmp_path / name).exists()
    assert main(["export", "csv", "-o", str(tmp_path / "out"), "--lang", lang]) == 2
    assert main(["export", "xlsx", "--lang", lang]) == 2
    assert main(["verify"]) == 0


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_findings_are_sentences_with_their_place(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    path = saved(tmp_path / "in.xlsx", lang, E2="?", C2="?")
    copy = tmp_path / "copy.xlsx"
    assert main(["import", path, "--lang", lang, "--annotated", str(copy)]) == 1
    told = capsys.readouterr()
    acts = headings.of_sheet("acts", lang)
    assert f"{acts}!E2  " in told.err
    assert "[day-unreadable]" in told.err
    assert "{" not in told.err
    assert told.out == ""
    assert not Act.objects.exists()
    assert openpyxl.load_workbook(copy).sheetnames[:2] == [headings.of_sheet("findings", lang), acts]


def test_findings_for_programs(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", saved(tmp_path / "in.xlsx", C2="plan"), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["is_recorded"] is False
    assert told["are_rules_asked"] is True
    first = told["findings"][0]
    assert (first["code"], first["sheet"], first["row"]) == ("effect-not-allowed", "Units", 2)
    assert first["article"]
    assert main(["import", saved(tmp_path / "in.xlsx"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "findings": [],
        "is_recorded": True,
        "acts": 1,
        "effects": 7,
        "rows": 8,
    }


@pytest.mark.parametrize("name", ["nowhere.xlsx", "nowhere", "in.pdf"])
def test_what_is_no_table_is_bad_input(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["import", str(tmp_path / name)]) == 2
    assert "Traceback" not in capsys.readouterr().err
