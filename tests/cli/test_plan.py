"""`fasti plan`, with the plan of the how-to page as it stands there."""

from __future__ import annotations

import json
import pathlib
import re

import pytest

from fasti import cli
from fasti.acts.models import Act
from tests import cast

pytestmark = pytest.mark.django_db
PAGE = pathlib.Path(__file__).parents[2] / "docs" / "how-to" / "restructure.md"


@pytest.fixture
def plan(tmp_path: pathlib.Path) -> str:
    cast.found_guild()
    found = re.search(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    file = tmp_path / "plan.yaml"
    file.write_text(found[1], encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_checking_says_what_the_whole_would_change(
    plan: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["plan", "check", plan, "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert "One region" in told
    assert "SOUTH" in told
    assert Act.objects.count() == 1


def test_issuing_names_every_act_and_how_to_undo_them(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["plan", "issue", plan]) == 0
    told = capsys.readouterr().out
    codes = [act.code for act in Act.objects.order_by("id")][1:]
    assert len(codes) == 2
    assert all(code in told for code in codes)
    assert f"Withdrawing {codes[0]} undoes the whole plan." in told


def test_a_plan_with_one_wrong_act_issues_none(plan: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = pathlib.Path(plan)
    file.write_text(
        file.read_text(encoding="utf-8").replace("unit: SOUTH", "unit: NOWHERE"), encoding="utf-8"
    )
    assert cli.main(["plan", "issue", plan, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {(each["act"], each["code"]) for each in found} >= {(1, "unknown-unit")}
    assert Act.objects.count() == 1


def test_what_is_no_plan_is_refused(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    cast.found_guild()
    file = tmp_path / "plan.yaml"
    file.write_text("acts: []", encoding="utf-8")
    assert cli.main(["plan", "check", str(file)]) == 1
    assert "missing-field" in capsys.readouterr().err
