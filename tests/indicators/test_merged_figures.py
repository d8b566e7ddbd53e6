"""Figures across a merger: what two units had is added in the one that took over, and nothing is lost in any sum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from fasti.acts.models import Act
from fasti.dates import periods
from fasti.indicators import compute
from fasti.operations import withdraw_act
from tests import cast

pytestmark = pytest.mark.django_db
MERGED_ON = "2024-07-01"
OLD, NEW = date(2024, 6, 30), date(2024, 7, 1)
HALF = periods.Period.parse("2024-H1")


@pytest.fixture(autouse=True)
def guild() -> Act:
    return cast.found_guild()


def figure(id: str, unit: str, boundaries: date) -> Any:
    return compute.compute(cast.pack(), [id], unit=unit, period=HALF, boundaries=boundaries).total[0].value


def parts(id: str, unit: str, boundaries: date) -> dict[str, Any]:
    found = compute.compute(cast.pack(), [id], unit=unit, period=HALF, boundaries=boundaries)
    return {code: figures[0].value for code, figures in found.units.items()}


def admissions(unit: str, num: int) -> Sequence[dict[str, Any]]:
    return [
        {"kind": "ADMIT", "person": f"{unit}-{i}", "unit": unit, "stage": "full", "family_name": f"New {i}",
         "given_name": unit.title()}
        for i in range(num)
    ]  # fmt: skip


def decide(*effects: dict[str, Any], signed_on: str) -> Act:
    return cast.issue(cast.act("COUNCIL", "decision", "Decision", signed_on, *effects))[0]


@pytest.mark.parametrize(
    "merger",
    [
        ({"kind": "MERGE", "unit": "BIRCH", "other_unit": "ALDER"}, "ALDER", "BIRCH"),
        ({"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH"}, "NORTH", "SOUTH"),
        ({"kind": "DISSOLVE", "unit": "BIRCH", "other_unit": "ALDER"}, "ALDER", "BIRCH"),
    ],
)
def test_10_and_7_are_17_on_the_new_boundaries_and_10_and_7_on_the_old(
    merger: tuple[dict[str, Any], str, str],
) -> None:
    effect, heir, gone = merger
    decide(*admissions("ALDER", 10), *admissions("BIRCH", 7), signed_on="2024-02-01")
    act = decide({**effect, "on": MERGED_ON}, signed_on="2024-06-01")
    assert (figure("members.admitted", heir, OLD), figure("members.admitted", gone, OLD)) == (10, 7)
    assert figure("members.admitted", heir, NEW) == 17
    assert figure("members.admitted", "GLK", OLD) == figure("members.admitted", "GLK", NEW) == 17
    by = cast.act("COUNCIL", "decision", "Withdrawal", "2024-09-01")
    withdraw_act.withdraw(act.code, by, pack=cast.pack(), recorded_at=cast.at("2024-09-01"), actor="test")
    assert (figure("members.admitted", heir, NEW), figure("members.admitted", gone, NEW)) == (10, 7)


def test_every_additive_figure_has_one_sum_on_old_and_on_new_boundaries() -> None:
    decide(*admissions("ALDER", 10), *admissions("BIRCH", 7), signed_on="2024-02-01")
    decide({"kind": "RELIEVE", "person": "CHIARA", "post": "SOUTH-B.chair", "reason": "request"},
           {"kind": "APPOINT", "person": "BIRCH-1", "post": "SOUTH-B.deputy"}, signed_on="2024-03-01")  # fmt: skip
    decide({"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": MERGED_ON}, signed_on="2024-06-01")
    pack = cast.pack()
    ids = [one.id for one in pack.indicators if one.measure in ("count", "sum")]
    sums = {}
    for day in (OLD, NEW):
        found = compute.compute(pack, ids, unit="GLK", period=HALF, boundaries=day)
        of_parts = [found.own, *found.units.values()]
        sums[day] = [sum(int(part[i].value or 0) for part in of_parts) for i in range(len(ids))]
        assert sums[day] == [figure.value for figure in found.total]
    assert sums[OLD] == sums[NEW]
    assert set(parts("members.admitted", "GLK", OLD)) == {"NORTH", "SOUTH"}
    assert set(parts("members.admitted", "GLK", NEW)) == {"NORTH"}
