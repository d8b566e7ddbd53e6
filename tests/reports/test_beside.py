"""The same report on the boundaries before and after a merger, side by side: nothing is counted twice or lost."""

from __future__ import annotations

import io
import json as reading
from datetime import date
from typing import Any

import openpyxl
import pytest

from fasti.dates import periods
from fasti.reports import assemble, docx, html, json, model, pdf, text, xlsx
from tests import cast

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse("2024-H1")
BEFORE, AFTER = date(2024, 6, 30), date(2024, 7, 1)


@pytest.fixture(autouse=True)
def merged() -> None:
    cast.found_guild()
    merger = {"kind": "MERGE", "unit": "SOUTH", "other_unit": "NORTH", "on": AFTER.isoformat()}
    cast.issue(cast.act("COUNCIL", "decision", "One region", "2024-06-01", merger))


def consolidated(lang: str = "en", **more: Any) -> model.Report:
    return assemble.consolidate(cast.pack(), "half-year", unit="GLK", period=HALF, lang=lang, **more)


def told(table: model.SideBySide, report: model.Report, id: str) -> list[tuple[str, int, Any]]:
    place = [figure.indicator for figure in report.figures].index(id)
    return [(row.unit, row.depth, row.amounts[place].value) for row in (*table.rows, *table.foot)]


@pytest.mark.parametrize("asked", [{"beside": AFTER}, {"boundaries": AFTER, "beside": BEFORE}])
def test_beneath_the_merged_unit_stand_those_it_came_from(asked: dict[str, Any]) -> None:
    report = consolidated(**asked)
    table = report.tables[-1]
    assert table.id == "beside"
    assert told(table, report, "members.total") == [
        ("NORTH", 0, 7),
        ("NORTH", 1, 5),
        ("SOUTH", 1, 2),
        ("GLK", 0, 7),
        ("GLK", 0, 7),
    ]


def test_a_report_without_other_boundaries_has_no_such_table() -> None:
    assert [table.id for table in consolidated().tables if table.id == "beside"] == []


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_every_format_shows_both(lang: str) -> None:
    report = consolidated(lang, beside=AFTER)
    title = report.tables[-1].title
    assert title in html.render(report).decode()
    assert title[:40] in text.render(report).decode()
    assert pdf.render(report).startswith(b"%PDF")
    assert docx.render(report)
    beside = reading.loads(json.render(report))["beside"]
    assert [unit["unit"] for unit in beside["units"][0]["from"]] == ["NORTH", "SOUTH"]
    assert any(
        sheet["A1"].value == title for sheet in openpyxl.load_workbook(io.BytesIO(xlsx.render(report)))
    )
