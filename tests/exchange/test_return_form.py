"""The form of a return as a workbook: filled in elsewhere, taken whole or not at all, every mistake in its cell."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from fasti import words
from fasti.dates import periods
from fasti.exchange import annotated, return_form, return_intake, tables
from fasti.exchange import return_places as places
from fasti.operations import fill_return, telling
from fasti.returns import sheet as sheets
from fasti.returns.models import ReturnDraft
from tests import cast
from tests.returns import handed

pytestmark = pytest.mark.django_db
HALF = periods.Period.parse(handed.PERIOD)
NOW = cast.at("2024-07-10")
Change = Callable[[dict[str, list[Any]]], None]


@pytest.fixture(autouse=True)
def guild(settings: Any, tmp_path: pathlib.Path) -> None:
    settings.HOME = tmp_path
    cast.found_guild()


def now(unit: str = "SOUTH") -> sheets.Sheet:
    return sheets.sheet(cast.pack(), handed.FORM, unit=unit, period=HALF, day=NOW.date())


def made(tmp_path: pathlib.Path, lang: str = "en", unit: str = "SOUTH") -> pathlib.Path:
    path = tmp_path / f"{unit}.xlsx"
    path.write_bytes(return_form.written(now(unit), pack=cast.pack(), lang=lang, known_on=NOW.date()))
    return path


def lines(book: Any) -> dict[str, list[Any]]:
    """The rows of the form by their keys."""
    return {
        str(row[0].value): list(row)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        if row[0].value and ":" in str(row[0].value)
    }


def put(found: dict[str, list[Any]], key: str, **given: Any) -> None:
    columns = {"value": 2, "whole": 3, "unknown": 4, "remark": 6}
    for name, value in given.items():
        found[key][columns[name]].value = value


def fill(found: dict[str, list[Any]]) -> None:
    """All that the South declares."""
    for id, text in handed.DECLARED.items():
        part, _, whole = text.partition("/")
        put(found, f"declared:{id}", value=int(part), **({"whole": int(whole)} if whole else {}))
    found["narrative:results"][2].value = "The lamps were lit."
    found["proposal:1"][2].value = "Send oil."


def changed(path: pathlib.Path, *changes: Change) -> pathlib.Path:
    book = openpyxl.load_workbook(path)
    for change in changes:
        change(lines(book))
    book.save(path)
    return path


def take(path: pathlib.Path, unit: str = "SOUTH", lang: str = "en", **more: Any) -> return_intake.Outcome:
    given = {"pack": cast.pack(), "filled_at": NOW, "actor": "test", "lang": lang, **more}
    return return_intake.take(path, unit, handed.FORM, HALF, **given)


def where(outcome: return_intake.Outcome) -> set[tuple[str, str]]:
    """The findings with the places they stand at, the sheet left out."""
    return {
        (each.finding.code, f"{tables.letter(each.column)}{each.row}" if each.row else "")
        for each in outcome.findings
    }


@pytest.mark.parametrize("lang", ["en", "vi", "ru", "cs"])
def test_what_is_filled_in_comes_back(lang: str, tmp_path: pathlib.Path) -> None:
    path = changed(made(tmp_path, lang), fill)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        words.say(f"return-form-sheet-{name}", lang) for name in ("guide", "figures", "texts")
    ]
    outcome = take(path, lang=lang)
    assert outcome.sheet is not None
    assert (outcome.findings, outcome.lacking, outcome.notices) == ((), (), ())
    assert outcome.sheet.content["declared"] == handed.DECLARED
    assert outcome.sheet.content["narrative"] == handed.TOLD
    assert outcome.sheet.content["proposals"] == ["Send oil."]
    again = tmp_path / "again.xlsx"
    again.write_bytes(return_form.written(now(), pack=cast.pack(), lang=lang, known_on=NOW.date()))
    second = take(again)
    assert second.sheet is not None
    assert second.sheet.content == outcome.sheet.content


def test_only_what_the_unit_says_is_open_and_every_number_is_checked(tmp_path: pathlib.Path) -> None:
    book = openpyxl.load_workbook(made(tmp_path))
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    found = lines(book)
    figures = book.worksheets[1]
    for key, row in found.items():
        is_declared = key.startswith("declared:")
        assert row[2].protection.locked is (
            not is_declared and ":" in key and not key.startswith(("narr", "prop"))
        )
        if key.startswith(("declared:", "computed:")):
            assert row[6].protection.locked is False
    assert figures[found["declared:meetings.held"][2].coordinate].comment.text.startswith(
        "“Meetings held”: 0 to"
    )
    checks = {str(each.sqref): each for each in figures.data_validations.dataValidation}
    held = checks[found["declared:meetings.held"][2].coordinate]
    assert (held.type, held.formula1, held.formula2) == ("whole", "0", "200")
    assert checks[found["declared:meetings.held"][4].coordinate].type == "list"


def test_a_long_text_goes_on_in_the_next_line(tmp_path: pathlib.Path) -> None:
    text = "đèn " * 9_999 + "."
    fill_return.fill(
        "SOUTH",
        handed.FORM,
        HALF,
        {"narrative": {"results": text}},
        pack=cast.pack(),
        filled_at=NOW,
        actor="t",
    )
    outcome = take(made(tmp_path))
    assert outcome.sheet is not None
    assert outcome.sheet.content["narrative"]["results"] == text


def test_what_is_not_known_is_said_so(tmp_path: pathlib.Path) -> None:
    def unknown(found: dict[str, list[Any]]) -> None:
        put(found, "declared:meetings.held", value=None, unknown="not known", remark="The book burned.")

    outcome = take(changed(made(tmp_path), fill, unknown))
    assert outcome.sheet is not None
    assert outcome.sheet.content["declared"]["meetings.held"] == "none"
    assert outcome.lacking == ()


def test_every_mistake_is_in_its_cell_and_nothing_is_taken(tmp_path: pathlib.Path) -> None:
    places_: dict[str, str] = {}

    def wrong(found: dict[str, list[Any]]) -> None:
        places_.update({key: row[2].coordinate for key, row in found.items()})
        put(found, "declared:meetings.held", value=6.5)
        put(found, "declared:petitions.received", value="=4+5")
        put(found, "declared:petitions.settled", unknown="maybe")
        put(found, "declared:petitions.pending", unknown="not known")
        put(found, "declared:meetings.attended", value=None)
        put(found, "computed:acts.issued", value=999)
        found["declared:petitions.carried"][0].value = "declared:petitions.lost"

    path = changed(made(tmp_path), fill, wrong)
    outcome = take(path)
    assert outcome.sheet is None
    assert not ReturnDraft.objects.exists()
    unknown = {id: f"E{places_[f'declared:{id}'][1:]}" for id in ("petitions.settled", "petitions.pending")}
    assert where(outcome) == {
        ("return-figure-malformed", places_["declared:meetings.held"]),
        ("return-figure-malformed", places_["declared:meetings.attended"]),
        ("cell-formula", places_["declared:petitions.received"]),
        ("choice-unknown", unknown["petitions.settled"]),
        ("return-figure-known-and-not", unknown["petitions.pending"]),
        ("return-form-altered", places_["computed:acts.issued"]),
        ("return-form-row-missing", ""),
    }
    copy = tmp_path / "copy.xlsx"
    told = [(each, telling.sentence(each.finding, "en", pack=cast.pack())) for each in outcome.told]
    annotated.write(path, copy, told, lang="en")
    marked = openpyxl.load_workbook(copy)
    assert marked.worksheets[0].max_row == len(told) + 1
    cell = marked[words.say("return-form-sheet-figures", "en")][places_["computed:acts.issued"]]
    assert "999" in cell.comment.text


def test_what_hinders_handing_in_is_kept_and_told_in_its_cell(tmp_path: pathlib.Path) -> None:
    def odd(found: dict[str, list[Any]]) -> None:
        put(found, "declared:petitions.pending", value=7)
        found["narrative:results"][2].value = None

    outcome = take(changed(made(tmp_path), fill, odd))
    assert outcome.sheet is not None
    assert {each.finding.code for each in outcome.lacking} == {
        "return-sum-differs",
        "return-narrative-missing",
    }
    assert all(each.row for each in outcome.lacking)


def test_another_return_or_an_older_state_is_refused(tmp_path: pathlib.Path) -> None:
    other = changed(made(tmp_path, unit="NORTH"), fill)
    assert where(take(other)) == {("return-form-of-other", "")}
    assert take(other).notices == (), "another unit's figures have not moved"
    path = changed(made(tmp_path), fill)
    assert take(path).sheet is not None
    assert where(take(path)) == {("return-form-older", "")}, "the sheet has been filled in since"


def test_a_register_that_has_moved_is_told_and_refuses_nothing(tmp_path: pathlib.Path) -> None:
    path = changed(made(tmp_path), fill)
    cast.issue(cast.act("SOUTH-B", "decision", "Late", "2024-06-01"), recorded_at=NOW)
    outcome = take(path)
    assert outcome.sheet is not None
    (notice,) = outcome.notices
    assert (notice.finding.code, notice.finding.args["figure"]) == ("return-register-moved", "acts.issued")
    assert (notice.finding.args["value"], notice.finding.args["register"]) == ("0", "1")


@pytest.mark.parametrize("content", [b"", b"no workbook", None])
def test_what_is_no_form_is_refused(content: bytes | None, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "other.xlsx"
    if content is None:
        openpyxl.Workbook().save(path)
    else:
        path.write_bytes(content)
    with pytest.raises(tables.CannotRead):
        take(path)


def test_the_stamp_names_every_figure() -> None:
    about = places.About("A", "half-year", "2024-H1", "1", NOW.date(), 0, 0)
    assert places.about(about.written()) == about
    assert places.stamp(about, {"a": "1"}) != places.stamp(about, {"a": "2"})
    assert places.about({}) is None
