"""A figure about few people is not told to whom small cells are not granted, however many acts it counts, by page,
program and report alike.
"""

from __future__ import annotations

import pathlib
from typing import Any

import pytest
from django.core.cache import cache

from fasti.dates import periods
from fasti.indicators import compute
from tests import cast
from tests.access import doors

pytestmark = pytest.mark.usefixtures("guild")
ASKED = "unit=NORTH&period=2024-H1"


@pytest.fixture(autouse=True)
def _alone(tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path
    cache.clear()


@pytest.fixture
def busy() -> None:
    """In a half-year Goran comes to the board of the north and leaves it three times, Ivan twice."""
    for n, who in enumerate(("GORAN", "IVAN", "GORAN", "IVAN", "GORAN", "GORAN"), 1):
        post = {"person": who, "post": "NORTH-B.member"}
        cast.issue(
            cast.act("NORTH-B", "decision", "In", f"2024-0{n}-02", {"kind": "APPOINT", **post}),
            cast.act("NORTH-B", "decision", "Out", f"2024-0{n}-20",
                     {"kind": "RELIEVE", **post, "reason": "request"}),
        )  # fmt: skip


def _figure(who: str, indicator: str = "personnel.appointed", more: str = "") -> Any:
    return doors.client(who).get(f"/api/v1/figures/{indicator}?{ASKED}{more}").json()


def test_the_persons_behind_a_figure_are_counted_where_one_may_enter_it_twice(busy: None) -> None:
    ids = ("personnel.appointed", "members.total", "acts.issued", "training.participants")
    found = compute.compute(
        cast.pack(), ids, unit="NORTH", period=periods.Period.parse("2024-H1"), by="child", with_people=True
    )
    told = {figure.indicator: (figure.value, figure.num_people) for figure in found.total}
    assert told["personnel.appointed"] == (6, 2)
    assert told["members.total"][1] is None
    assert told["acts.issued"][1] is None
    plain = compute.compute(cast.pack(), ids, unit="NORTH", period=periods.Period.parse("2024-H1"))
    assert [figure.num_people for figure in plain.total] == [None] * len(ids)
    assert [figure.value for figure in plain.total] == [figure.value for figure in found.total]


def test_six_appointments_of_two_people_are_not_told_to_a_member_of_the_lodge(busy: None) -> None:
    assert (_figure("BRUNO")["value"], _figure("BRUNO")["is_withheld"]) == (6, False)
    told = _figure("GORAN")
    assert (told["value"], told["is_withheld"], told["text"]) == (None, True, "not shown")
    page = doors.said(doors.client("GORAN").get(f"/figures/personnel.appointed/?{ASKED}"))
    assert "not shown" in page
    assert (
        doors.client("GORAN").get(f"/api/v1/figures/personnel.appointed/acts?{ASKED}").json()["items"] == []
    )


def test_the_report_says_the_same(busy: None) -> None:
    def stated(who: str) -> Any:
        report = doors.client(who).get(f"/api/v1/reports/half-year?{ASKED}&format=json").json()
        return next(each for each in _figures(report) if each.get("indicator") == "personnel.appointed")

    assert "6" in str(stated("BRUNO"))
    assert "not shown" in str(stated("GORAN"))


def _figures(report: Any) -> list[dict[str, Any]]:
    if isinstance(report, dict):
        own = [report] if "indicator" in report else []
        return own + [found for each in report.values() for found in _figures(each)]
    return [found for each in report for found in _figures(each)] if isinstance(report, list) else []


def test_parts_about_few_people_are_withheld_with_another(busy: None) -> None:
    parts = _figure("GORAN", more="&by=month")["parts"]
    assert parts
    assert all(part["is_withheld"] for part in parts)
    assert not any(part["is_withheld"] for part in _figure("BRUNO", more="&by=month")["parts"])
