"""An import as a whole: what is shown in the copy, what goes on after a cut, and how little memory it needs."""

from __future__ import annotations

import csv
import pathlib
import sqlite3
import tracemalloc
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from fasti import charter, words
from fasti.acts.models import Act, Body
from fasti.exchange import (
    annotated,
    example,
    formats,
    headings,
    intake,
    reading,
    sheets,
    staging,
    tables,
    workbook,
)
from fasti.subjects.models import Person
from tests import cast
from tests.exchange import files

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path / "home"
    Body.objects.create(id=1, pack="template")


@pytest.mark.parametrize("pack", ["template", "vn_party"])
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_the_example_of_a_template_filled_in_is_imported(
    tmp_path: pathlib.Path, pack: str, lang: str
) -> None:
    rules = charter.load(pack)
    with workbook.Book(tmp_path / "in.xlsx", rules, lang) as book:
        for sheet in sheets.of(rules).values():
            book.add(sheet)
        book.add_lists()
        for key, row in example.rows(rules, lang):
            book.row(key, row)
    Body.objects.update(pack=pack)
    outcome = intake.take(
        tmp_path / "in.xlsx",
        pack=rules,
        manner=reading.Manner(lang=lang),
        recorded_at=cast.at("2026-01-01"),
        actor="test",
        work=tmp_path / "work",
    )
    assert files.told(outcome) == []
    assert Act.objects.get().signer == Person.objects.get()


def spoiled(path: pathlib.Path) -> intake.Outcome:
    book = files.workbook(path, files.rows())
    book["Acts"]["E2"] = "soon"
    book["Acts"]["C2"] = "decree"
    book["People"]["H2"] = "31/02/1980"
    book["Units"]["I9"].font = openpyxl.styles.Font(bold=True)
    book["Units"].merge_cells("A2:A4")
    book.save(path)
    return files.take(path)


def sentences(outcome: intake.Outcome) -> list[tuple[Any, str]]:
    return [(each, f"={each.finding.code}.") for each in outcome.findings]


def test_the_copy_of_a_workbook_shows_each_finding_in_its_cell(tmp_path: pathlib.Path) -> None:
    outcome = spoiled(tmp_path / "in.xlsx")
    annotated.write(tmp_path / "in.xlsx", tmp_path / "out" / "copy.xlsx", sentences(outcome), lang="en")
    book = openpyxl.load_workbook(tmp_path / "out" / "copy.xlsx")
    assert book.sheetnames == ["Findings", "Acts", "Units", "Posts", "People", "Holders"]
    assert book["Acts"]["E2"].comment.text == "=day-unreadable."
    assert book["Acts"]["E2"].fill.start_color.rgb.endswith(annotated.COLOUR)
    assert book["Acts"]["D2"].comment is None
    assert book["People"]["H2"].value == "31/02/1980"
    assert "cells-merged" in book["Units"]["A2"].comment.text
    listed = [[cell.value for cell in row] for row in book["Findings"].iter_rows(min_row=2)]
    assert ["People", 2, "H", "=day-impossible.", "day-impossible"] in listed
    assert len(listed) == outcome.num_findings
    assert book["Findings"]["C2"].hyperlink.location is None
    assert book["Findings"]["C2"].hyperlink.target.startswith("#'Acts'!")


def test_a_copy_that_was_corrected_and_checked_again_shows_only_what_is_left(tmp_path: pathlib.Path) -> None:
    book = files.workbook(tmp_path, files.rows())
    book["Acts"]["E2"], book["People"]["H2"], book["Posts"]["F1"] = "soon", "31/02/1980", "Colour"
    book["Posts"]["F1"].comment = Comment("as it was", "")
    book["Holders"].row_dimensions[2].hidden = True
    book.save(tmp_path / "in.xlsx")
    copy = tmp_path / "copy.xlsx"
    annotated.write(
        tmp_path / "in.xlsx", copy, sentences(files.take(tmp_path / "in.xlsx", check_only=True)), lang="en"
    )
    first = openpyxl.load_workbook(copy)
    rows = {row[3].row: [cell.value for cell in row] for row in first["Findings"].iter_rows(min_row=2)}
    assert sorted(str(row[2]) for row in rows.values()) == ["E", "F", "H", "None"]
    assert first["Posts"]["F1"].comment.text.endswith("as it was")
    first["Acts"]["E2"] = date(2024, 1, 15)
    first["Posts"]["F1"] = None
    first.save(copy)
    annotated.write(copy, copy, sentences(files.take(copy, check_only=True)), lang="en")
    second = openpyxl.load_workbook(copy)
    assert second.sheetnames == ["Findings", "Acts", "Units", "Posts", "People", "Holders"]
    assert second["Acts"]["E2"].comment is None
    assert not second["Acts"]["E2"].fill.start_color.rgb.endswith(annotated.COLOUR)
    assert second["Posts"]["F1"].comment.text == "as it was"
    assert second["People"]["H2"].comment is not None


def test_the_copy_of_tables_is_a_workbook_with_the_findings(tmp_path: pathlib.Path) -> None:
    rows = files.rows()
    rows["acts"][0] |= {"signed_on": "soon", "title": "=1+1"}
    path = files.folder(tmp_path / "in", rows)
    (path / "holders.csv").write_bytes(b'act,person,post\n1,"')
    outcome = files.take(path)
    annotated.write(path, tmp_path / "copy.xlsx", sentences(outcome), lang="ru")
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert set(book.sheetnames) == {headings.of_sheet("findings", "ru"), *rows}
    assert book["acts"]["E2"].value == "soon"
    assert book["acts"]["E2"].comment.text == "=day-unreadable."
    assert book["acts"]["D2"].value == "=1+1"
    assert book["acts"]["D2"].data_type == "s"
    assert book["acts"]["E2"].fill.start_color.rgb.endswith(annotated.COLOUR)


def test_a_large_workbook_is_copied_row_by_row(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotated, "_HELD", 1)
    outcome = spoiled(tmp_path / "in.xlsx")
    annotated.write(tmp_path / "in.xlsx", tmp_path / "copy.xlsx", sentences(outcome), lang="en")
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert book["Acts"]["E2"].comment.text == "=day-unreadable."
    assert book["People"]["H2"].value == "31/02/1980"


def test_a_workbook_that_cannot_be_read_still_has_its_list(tmp_path: pathlib.Path) -> None:
    (tmp_path / "in.xlsx").write_bytes(b"no workbook")
    outcome = files.take(tmp_path / "in.xlsx")
    annotated.write(tmp_path / "in.xlsx", tmp_path / "copy.xlsx", sentences(outcome), lang="cs")
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert book.active["D2"].value == "=workbook-unreadable."


def many(path: pathlib.Path, num: int) -> pathlib.Path:
    """The example with so many members, in acts of 50 each."""
    rows = files.rows()
    folder = files.folder(path, rows)
    with (
        (folder / "acts.csv").open("a", newline="") as acts,
        (folder / "people.csv").open("a", newline="") as people,
    ):
        (act,), (person,) = rows["acts"], rows["people"]
        for number in range(num):
            key = f"A{number // 50}"
            if number % 50 == 0:
                values = {**act, "act": key, "signed_on": date(2024, 2, 1)}
                csv.writer(acts).writerow(
                    values.get(name, "") for name in files.columns(rows["acts"], "acts")
                )
            values = {**person, "act": key, "person": f"P{number}"}
            csv.writer(people).writerow(
                values.get(name, "") for name in files.columns(rows["people"], "people")
            )
    return folder


def test_memory_of_reading_does_not_grow_with_the_rows(tmp_path: pathlib.Path) -> None:
    peaks = []
    for num in (1_000, 8_000):
        path = many(tmp_path / f"in{num}", num)
        tracemalloc.start()
        with staging.Stage(tmp_path / f"stage{num}.sqlite") as stage:
            found = reading.read(path, stage, pack=cast.pack(), manner=reading.Manner())
            assert not found.num
            assert sum(len(each.get("effects", ())) for each in intake.contents(stage)) == num + 7
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0] + 500_000


def test_an_import_that_was_cut_off_begins_again_where_it_was_and_is_whole(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = many(tmp_path / "in", 4_600)

    def cut(done: int, whole: int) -> None:
        if done >= 4_000:
            raise KeyboardInterrupt

    def take(**more: Any) -> intake.Outcome:
        return intake.take(
            path,
            pack=cast.pack(),
            manner=reading.Manner(),
            recorded_at=cast.at("2026-01-01"),
            actor="test",
            work=tmp_path / "work",
            **more,
        )

    with pytest.raises(KeyboardInterrupt):
        take(examining=cut)
    assert not Act.objects.exists()
    assert list((tmp_path / "work").glob("*/issuing/*"))
    outcome = take()
    assert (outcome.num_acts, outcome.num_effects) == (93, 4_607)
    assert Act.objects.count() == 93
    assert not list((tmp_path / "work").iterdir())


def test_of_very_many_findings_the_first_are_shown_and_all_counted(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = files.rows()
    rows["people"] = [{**rows["people"][0], "person": f"P{n}", "born_on": "never"} for n in range(10_050)]
    outcome = files.take(files.folder(tmp_path / "in", rows))
    assert (len(outcome.findings), outcome.num_findings) == (10_000, 10_050)


def test_the_stage_is_new_when_the_rows_are_read_again(tmp_path: pathlib.Path) -> None:
    for _ in range(2):
        with staging.Stage(tmp_path / "stage.sqlite") as stage:
            reading.read(
                files.folder(tmp_path / "in", files.rows()), stage, pack=cast.pack(), manner=reading.Manner()
            )
            assert (stage.num_acts, stage.num_parts) == (1, 7)
    assert sqlite3.connect(tmp_path / "stage.sqlite").execute("SELECT count(*) FROM act").fetchone() == (1,)


def test_a_unit_that_is_not_there_cannot_be_exported(tmp_path: pathlib.Path) -> None:
    asked = formats.Asked(pack=cast.pack(), lang="en", unit="NOWHERE")
    with pytest.raises(formats.CannotWrite):
        workbook.write_to(asked, tmp_path / "out.xlsx")
    assert not list(tmp_path.glob("out*"))


def test_the_file_itself_is_not_there(tmp_path: pathlib.Path) -> None:
    with pytest.raises(tables.CannotRead):
        files.take(tmp_path / "gone.csv")


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", "sub/../../secret.txt", "link.txt"])
def test_a_sheet_names_no_file_outside_its_folder(tmp_path: pathlib.Path, path: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("a secret", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "acts.csv").write_text(
        "act,issuer,type,title,signed_on\n1,COUNCIL,decision,Founding,2020-01-01\n", encoding="utf-8"
    )
    (folder / "attachments.csv").write_text(f"act,path\n1,{path}\n", encoding="utf-8")
    outcome = intake.take(
        folder,
        pack=cast.pack(),
        manner=reading.Manner(lang="en"),
        recorded_at=cast.at("2026-01-01"),
        actor="test",
        work=tmp_path / "work",
    )
    assert "attachment-elsewhere" in {placed.finding.code for placed in outcome.findings}
    assert Act.objects.count() == 0
