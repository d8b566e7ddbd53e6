"""A report of the cast: composed from the record, as known on a day, with what came late named."""

import io
from datetime import date

import openpyxl
import pytest

from fasti.dates import periods
from fasti.reports import assemble, docx, gather, html, json, pdf, text, xlsx
from tests import cast

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse("2024-H1")


@pytest.fixture
def guild():
    cast.found_guild()
    appoint = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}
    cast.issue(cast.act("NORTH-B", "decision", "Appointment", "2024-03-01", appoint))
    relieve = {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request"}
    late = cast.act("NORTH-B", "decision", "Relief", "2024-06-20", relieve)
    cast.issue(late, recorded_at=cast.at("2024-07-20"))


def consolidated(lang="en", **more):
    return assemble.consolidate(cast.pack(), "half-year", unit="GLK", period=HALF, lang=lang, **more)


def value(report, id):
    return next(figure.amount.value for figure in report.figures if figure.indicator == id)


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_every_format_of_a_composed_report(guild, lang):
    report = consolidated(lang, dated=date(2024, 7, 10))
    assert value(report, "personnel.relieved") == 1
    assert value(report, "members.total") == 7
    assert [row.unit for row in report.units] == ["NORTH", "SOUTH"]
    assert len(report.charts) >= 4
    assert len(report.annex) == len(report.figures)
    for form in (html, pdf, docx, json, text):
        assert form.render(report) == form.render(report)
    assert openpyxl.load_workbook(io.BytesIO(xlsx.render(report))).sheetnames


def test_as_known_names_what_came_late(guild):
    report = consolidated(known=date(2024, 7, 10))
    assert value(report, "personnel.relieved") == 0
    relieved = next(figure for figure in report.figures if figure.indicator == "personnel.relieved")
    assert relieved.now.value == 1
    assert [act.title for act in report.late] == ["Relief"]
    assert consolidated().late == ()


def test_coverage_names_the_missing(guild):
    report = consolidated()
    assert (report.coverage.reported, report.coverage.due) == (0, 2)
    assert report.coverage.missing == ("NORTH", "SOUTH")
    assert "North and South" in report.coverage.sentence


def test_form_for_another_period_is_refused(guild):
    with pytest.raises(gather.NotForPeriod):
        assemble.consolidate(
            cast.pack(), "half-year", unit="GLK", period=periods.Period.parse("2024"), lang="en"
        )
