"""One appointment, from the command to the report: the seven files of the README, one after the other."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest

from fasti.acts.models import Act
from fasti.cli import main
from fasti.register.models import Tenure
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_columns(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path


def run(capsys: pytest.CaptureFixture[str], *command: str) -> Any:
    """The JSON a command prints."""
    assert main([*command]) == 0
    return json.loads(capsys.readouterr().out)


def test_follow_one_act(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    cast.found_guild()
    question = ("--unit", "GLK", "--period", "2024-H1")
    assert run(capsys, "figure", "personnel.appointed", *question, "--json")["value"] == 0

    effect = {"kind": "APPOINT", "person": "GORAN", "post": "SOUTH-B.deputy", "on": "2024-02-01"}
    draft = tmp_path / "draft.json"
    draft.write_text(json.dumps(cast.act("SOUTH-B", "decision", "Deputy chair", "2024-02-01", effect)))
    code = run(capsys, "act", "issue", str(draft), "--json")["act"]

    tenure = Tenure.objects.get(post__code="SOUTH-B.deputy")
    assert tenure.opened_by.act == Act.objects.get(title="Deputy chair")

    explained = run(capsys, "figure", "personnel.appointed", *question, "--explain", "--json")
    assert (explained["value"], explained["acts"]) == (1, [code])

    report = run(capsys, "report", "half-year", *question, "--format", "json")
    figures = {figure["indicator"]: figure["value"] for figure in report["figures"]}
    assert figures["personnel.appointed"] == 1

    by = tmp_path / "by.json"
    by.write_text(json.dumps(cast.act("SOUTH-B", "decision", "Withdrawal", "2024-03-01")))
    by_code = run(capsys, "act", "withdraw", code, "--by", str(by), "--json")["act"]
    explained = run(capsys, "figure", "personnel.appointed", *question, "--explain", "--json")
    assert explained["value"] == 0
    assert [(left["act"], left["by"]) for left in explained["left_out"]] == [(code, by_code)]
