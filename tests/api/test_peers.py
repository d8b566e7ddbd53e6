"""Points given by programs: by whom the scorecard names, once for each key, and told as everywhere what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from fasti.acts.models import Act
from tests import cast
from tests.api import conftest as api

PATH = "peers/regions/scores/regions-year"


@pytest.fixture(autouse=True)
def _home(guild: Act, settings: Any, tmp_path: Any) -> None:
    settings.HOME = tmp_path


def points(step: str, hospitality: str, unit: str = "NORTH", **more: Any) -> dict[str, Any]:
    judged = {"points": {"hospitality": hospitality}, **more}
    return {"period": "2024", "step": step, "signed_on": "2025-01-10", "members": {unit: judged}}


def test_points_are_given_once_by_whom_the_scorecard_names() -> None:
    bruno, chiara, emil = (api.Program(api.key(code)) for code in ("BRUNO", "CHIARA", "EMIL"))
    key = {"Idempotency_Key": "points-of-the-north"}
    made = bruno.ask("post", PATH, points("self", "7.5"), status=201, **key)
    assert bruno.ask("post", PATH, points("self", "7.5"), status=201, **key) == made
    (act,) = Act.objects.filter(type="report") | Act.objects.filter(type="letter")
    assert (act.symbol, act.issuer.code) == (made["symbol"], "NORTH-B")
    found = bruno.get(f"{PATH}?period=2024")["members"]
    assert [
        each["points"] for each in found[0]["steps"][0]["components"] if each["item"] == "hospitality"
    ] == ["15/2"]
    wrong = bruno.ask("post", PATH, points("self", "31"), status=422, Idempotency_Key="points-too-many")
    assert [(each["code"], each["article"]) for each in wrong["findings"]] == [
        ("score-above-most", "Standing orders, s. 33 as amended")
    ]
    # The south checks the north this year; whoever may not issue for its board is refused.
    for who, step in ((bruno, "check"), (bruno, "final")):
        told = who.ask(
            "post", PATH, points(step, "7"), status=422, Idempotency_Key=f"points-{step}-of-others"
        )
        assert [each["code"] for each in told["findings"]] == ["not-granted"]
    emil.ask("post", PATH, points("self", "7"), status=403, Idempotency_Key="points-of-a-lodge")
    chiara.ask("post", PATH, points("check", "7"), status=201, Idempotency_Key="points-of-the-south")
    unknown = [
        bruno.ask(
            "post", PATH, points("self", "7", unit=unit), status=422, Idempotency_Key=f"points-of-{unit}"
        )
        for unit in ("ALDER", "NOWHERE")
    ]
    assert {each["code"] for told in unknown for each in told["findings"]} == {"score-not-member"}
    bruno.ask(
        "post", "peers/regions/scores/moons", points("self", "7"), status=404, Idempotency_Key="points-moons"
    )
    assert Act.objects.count() == 3, cast.FOUNDED_ON
