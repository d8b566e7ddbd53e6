"""Timeliness over several periods: each state, across a merger, in a fixed number of queries."""

from __future__ import annotations

import pathlib
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fasti.dates import periods
from fasti.indicators import compute, explain
from fasti.indicators.figures import CannotCompute
from fasti.returns import timeliness
from tests import cast
from tests.returns import handed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def found(first: str, last: str, *, day: str = "2026-06-01", **more: Any) -> timeliness.Timeliness:
    span = {"first": periods.Period.parse(first), "last": periods.Period.parse(last)}
    asked = {"unit": "GLK", "day": date.fromisoformat(day), **span, **more}
    return timeliness.timeliness(cast.pack(), handed.FORM, **asked)


def states(result: timeliness.Timeliness) -> dict[str, list[str | None]]:
    return {row.unit: [cell and cell.state for cell in row.cells] for row in result.rows}


def reported(issuer: str, period: str, signed_on: str) -> None:
    handed.issue(cast.act(issuer, "report", "Half-year", signed_on, form=handed.FORM, period=period))


def test_each_cell_says_what_came_and_the_rates_count_them() -> None:
    reported("NORTH-B", "2023-H2", "2024-01-15")
    reported("NORTH-B", "2024-H1", "2024-07-12")
    handed.issue(handed.submit("2024-07-22"))
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-23"))
    handed.issue(handed.submit("2024-07-25"))
    result = found("2023-H2", "2024-H1")
    assert states(result) == {"NORTH": ["in_time", "in_time"], "SOUTH": ["missing", "late"]}
    assert [(rate.due, rate.in_time, rate.late, rate.missing) for rate in result.by_period] == [
        (2, 1, 0, 1),
        (2, 1, 1, 0),
    ]
    south = result.rows[1].cells[1]
    assert south is not None
    assert (south.days_late, south.num_sent_back) == (7, 1)
    assert (result.whole.mean_days_late, result.whole.median_days_late) == (Fraction(7, 3), 0)
    assert result.whole.sent_back == 1


def test_figures_say_the_same_and_lead_to_article_and_acts() -> None:
    reported("NORTH-B", "2023-H1", "2023-07-29")
    reported("NORTH-B", "2024-H1", "2024-07-12")
    handed.issue(handed.submit("2024-07-22"))
    handed.issue(handed.answer("SEND_BACK_RETURN", "2024-07-23"))
    handed.issue(handed.submit("2024-07-25"))
    pack, half = cast.pack(), periods.Period.parse("2024-H1")
    for span in (half.year_before(), half):
        told = found(span.code, span.code).whole
        asked = ["returns.due", "returns.late", "returns.missing", "returns.days_late"]
        figures = compute.compute(pack, asked, unit="GLK", period=span, by="level").total
        regions = {
            each.indicator: {part.key: part.value for part in each.parts}["region"] for each in figures
        }
        wanted = {"due": told.due, "late": told.late, "missing": told.missing}
        assert regions == {f"returns.{name}": value for name, value in wanted.items()} | {
            "returns.days_late": told.mean_days_late
        }
    behind = explain.explain(pack, "returns.due", unit="GLK", period=half)
    assert [act.code for act in behind.acts] == ["NORTH-B:2024/report:1", "SOUTH-B:2024/report:1"]
    assert [(duty.level, duty.due_on.isoformat(), duty.reference) for duty in behind.duties] == [
        ("lodge", "2024-07-07", "Standing orders, s. 19"),
        ("region", "2024-07-15", "Standing orders, s. 19"),
    ]
    assert not explain.explain(pack, "acts.issued", unit="GLK", period=half).duties


def test_what_is_not_due_yet_is_open_and_in_no_rate() -> None:
    reported("NORTH-B", "2024-H1", "2024-07-02")
    before, after = (found("2024-H1", "2024-H1", day=day) for day in ("2024-07-20", "2024-07-21"))
    assert states(before) == {"NORTH": ["in_time"], "SOUTH": ["open"]}
    assert (before.whole.due, before.whole.open) == (1, 1)
    assert states(after) == {"NORTH": ["in_time"], "SOUTH": ["missing"]}
    assert found("2024-H1", "2024-H1", known=date(2024, 7, 1)).whole.open == 2


def test_no_rate_is_above_one_hundred_per_cent_across_a_merger() -> None:
    reported("NORTH-B", "2024-H2", "2025-01-05")
    reported("SOUTH-B", "2024-H2", "2025-01-06")
    effect = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": "2025-07-01"}
    handed.issue(cast.act("COUNCIL", "resolution", "One region", "2025-06-01", effect))
    reported("NORTH-B", "2025-H1", "2025-07-03")
    handed.issue(handed.submit("2025-07-08", issuer="NORTH-B", period="2025-H1"))
    reported("NORTH-B", "2025-H2", "2026-01-08")
    result = found("2024-H2", "2025-H2")
    assert states(result) == {"NORTH": ["in_time"] * 3, "SOUTH": ["in_time", "in_time", None]}
    for rate in (*result.by_period, *(row.rate for row in result.rows), result.whole):
        assert rate.in_time + rate.late <= rate.due
    assert [rate.due for rate in result.by_period] == [2, 2, 1]


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [("2024-H2", "2024-H1", "return-periods-wrong"), ("2024", "2024-H1", "return-periods-wrong"),
     ("2024", "2024", "return-periods-wrong"), ("1950-H1", "2024-H1", "return-periods-wrong")],
)  # fmt: skip
def test_what_is_no_span_of_periods_is_refused(first: str, last: str, code: str) -> None:
    with pytest.raises(CannotCompute) as refused:
        found(first, last)
    assert refused.value.code == code


def test_an_unknown_unit_is_refused_and_a_peer_group_is_side_by_side() -> None:
    with pytest.raises(CannotCompute) as refused:
        found("2024-H1", "2024-H1", unit="NOWHERE")
    assert refused.value.code == "unknown-unit"


def test_as_many_queries_for_one_period_as_for_twelve() -> None:
    found("2018-H1", "2023-H2")
    counts = []
    for first, unit in (("2023-H2", "NORTH"), ("2018-H1", "GLK")):
        with CaptureQueriesContext(connection) as asked:
            found(first, "2023-H2", unit=unit)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8
