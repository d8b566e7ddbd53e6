"""Returns as files by the API: the form out and back, accepted returns out, another system's message in."""

from __future__ import annotations

import io
import pathlib
from typing import Any

import openpyxl
import pytest
from lxml import etree

from fasti.api import asked
from fasti.dates import periods
from fasti.exchange import return_data
from fasti.returns.models import ReturnDraft
from tests.api import conftest
from tests.returns import handed

pytestmark = pytest.mark.django_db
NOW = periods.of_day("half_year", asked.now().date())
SOUTH = f"returns/SOUTH/half-year/{NOW.code}/form"


@pytest.fixture
def program(guild: object, settings: Any, tmp_path: pathlib.Path) -> conftest.Program:
    settings.HOME = tmp_path
    return conftest.Program(conftest.key("CHIARA"))


def message(unit: str, value: str) -> bytes:
    return (
        f'<adx xmlns="urn:ihe:qrph:adx:2015" exported="2024-07-10T00:00:00Z"><group orgUnit="{unit}"'
        f' period="{return_data.interval(NOW)}" dataSet="half-year"><dataValue dataElement="meetings_held"'
        f' value="{value}"/></group></adx>'
    ).encode()


def test_the_form_out_and_back(program: conftest.Program) -> None:
    book = openpyxl.load_workbook(io.BytesIO(program.raw("get", f"{SOUTH}.xlsx").content))
    cell = next(row[2] for row in book.worksheets[1].iter_rows() if row[0].value == "declared:meetings.held")
    bodies = []
    for value in ("many", 6):
        cell.value = value
        into = io.BytesIO()
        book.save(into)
        bodies.append(into.getvalue())
    refused = program.ask("post", SOUTH, bodies[0], status=422)
    assert [(each["code"], each["where"]) for each in refused["findings"]] == [
        ("return-figure-malformed", f"Figures!{cell.coordinate}")
    ]
    assert not ReturnDraft.objects.exists()
    taken = program.ask("post", SOUTH, bodies[1])
    assert taken["returns"] == [
        {"unit": "SOUTH", "form": "half-year", "period": NOW.code, "draft_version": 1}
    ]
    assert {each["code"] for each in taken["lacking"]} >= {"return-figure-missing"}
    assert (
        program.ask("post", SOUTH, b"no workbook", status=422)["findings"][0]["code"] == "workbook-unreadable"
    )


def test_what_is_not_granted_and_what_is_not_there_are_refused_alike(program: conftest.Program) -> None:
    for path in (f"{SOUTH}.xlsx", "returns/half-year/2024-H1/export?unit=SOUTH"):
        answers = [
            program.ask("get", path.replace("SOUTH", unit), status=403) for unit in ("NORTH", "NOWHERE")
        ]
        assert [{**each, "instance": ""} for each in answers[:1]] == [{**answers[1], "instance": ""}]
    for unit in ("NORTH", "NOWHERE"):
        refused = program.ask("post", "returns/import", message(unit, "6"), status=422)
        assert [each["code"] for each in refused["findings"]] == ["not-granted"]
    assert program.ask("post", SOUTH.replace("SOUTH", "NORTH"), b"x", status=403)["code"] == "not-granted"


def test_accepted_returns_out_and_a_message_in(program: conftest.Program) -> None:
    handed.issue(handed.submit(), handed.answer("ACCEPT_RETURN", "2024-07-20"))
    address = "returns/half-year/2024-H1/export?unit=SOUTH&itself=true"
    for format, start in (("adx", b"<?xml"), ("sdmx-csv", b"STRUCTURE,"), ("dsd", b"<?xml")):
        answer = program.raw("get", f"{address}&format={format}")
        assert answer.status_code == 200
        assert answer.content.startswith(start)
    assert etree.fromstring(program.raw("get", address).content)[0].get("orgUnit") == "SOUTH"
    none = program.ask("get", "returns/half-year/2023-H1/export?unit=SOUTH&itself=true", status=422)
    assert [each["code"] for each in none["findings"]] == ["return-nothing-to-send"]
    taken = program.ask("post", "returns/import", message("SOUTH", "6"))
    assert [each["unit"] for each in taken["returns"]] == ["SOUTH"]
    wrong = program.ask("post", "returns/import", message("SOUTH", "6.5"), status=422)
    assert [each["where"] for each in wrong["findings"]] == ["message.xml:1"]
    assert ReturnDraft.objects.get().content["declared"] == {"meetings.held": "6"}
