"""Points given at the machine: by whom the scorecard names, issued or kept as a draft, or refused in one answer."""

from __future__ import annotations

import json
import pathlib
from fractions import Fraction
from typing import Any

import pytest

from fasti import cli
from fasti.access import sight
from fasti.acts.models import Act, Draft
from fasti.dates import periods
from fasti.operations import rebuild_register
from fasti.reports.peers import scored
from tests import cast

YEAR = periods.Period.parse("2024")


@pytest.fixture
def body(db: None, settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def test_points_of_three_steps_are_given_by_whom_the_scorecard_names(
    body: None, capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path
) -> None:
    def run(*more: str, code: int = 0) -> Any:
        command = ("peers", "give", "regions-year", "--period", "2024", *more, "--json")
        assert cli.main([*command]) == code
        return json.loads(capsys.readouterr().out)

    one = ("--unit", "NORTH", "--points", "hospitality=20/3")
    refused = run("--step", "self", "--unit", "NORTH", "--points", "hospitality=31", "new_lights=1", code=1)
    assert [each["code"] for each in refused["findings"]] == ["score-above-most", "score-evidence-missing"]
    assert all(each["article"] == "Standing orders, s. 33 as amended" for each in refused["findings"])
    assert [each["code"] for each in run("--step", "final", "--unit", "ALDER", code=1)["findings"]] == [
        "score-not-member"
    ]
    assert Act.objects.count() == 1, "nothing was issued"
    for step, day in (("self", "2025-01-10"), ("check", "2025-01-12"), ("final", "2025-01-20")):
        run("--step", step, *one, "--signed-on", day)
    issued = list(Act.objects.order_by("id"))[1:]
    assert [act.issuer.code for act in issued] == ["NORTH-B", "SOUTH-B", "COUNCIL"]
    assert "Self-assessment" in issued[0].title
    several = tmp_path / "points.json"
    judged = {"points": {"hospitality": "7.5", "new_lights": "5"}, "evidence": {"new_lights": "Letter 4"}}
    several.write_text(json.dumps({"NORTH": {"points": {"hospitality": "7"}}, "SOUTH": judged}))
    draft = run("--step", "final", "--file", str(several), "--draft")["draft"]
    kept = Draft.objects.get(id=draft).content
    assert [each["other_unit"] for each in kept["effects"]] == ["NORTH", "SOUTH"]
    run("--step", "final", "--file", str(several), "--signed-on", "2025-01-25")
    found = scored.scored(cast.pack(), "regions-year", sight.OPERATOR, period=YEAR, lang="en")
    given = [[step.components[2].points for step in each.steps] for each in found.members]
    assert given == [[Fraction("6.67"), Fraction("6.67"), 7], [None, None, Fraction("7.5")]]
    assert rebuild_register.differences() == []
    for bad in ('["NORTH"]', '{"NORTH": {"points": {"hospitality": 7}}}', "{"):
        several.write_text(bad)
        assert cli.main(["peers", "give", "regions-year", "--period", "2024", "--step", "final",
                         "--file", str(several)]) == 2  # fmt: skip
