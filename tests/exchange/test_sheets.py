"""Sheets and columns: one definition, words for all of it in four languages, and cells that say again what was said."""

from __future__ import annotations

import csv
import io
import pathlib
import unicodedata
from collections import defaultdict
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import example as with_example
from hypothesis import given, settings
from hypothesis import strategies as st

from fasti import charter, words
from fasti.acts import written
from fasti.exchange import (
    cells,
    choices,
    delimited,
    example,
    formats,
    headings,
    sheets,
    tables,
    templates,
    workbook,
    xlsx,
)
from tests import cast

PACKS = ("template", "vn_party")
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


def test_every_field_of_an_act_has_a_column_and_no_column_is_without_a_field() -> None:
    columns = {column.key for column in sheets.of(cast.pack())["acts"].columns}
    own = written._FIELDS - set(written._LISTS) - {"label"}
    assert columns - {"act", "symbol"} == own


@pytest.mark.parametrize("pack", PACKS)
def test_a_field_has_one_type_in_all_kinds_and_every_kind_is_in_the_sheet_of_effects(pack: str) -> None:
    found = defaultdict(set)
    for kind in sheets.effect_kinds():
        for column in sheets.fields(kind, charter.load(pack)):
            found[column.key].add((column.type, column.group))
    assert not {key: types for key, types in found.items() if len(types) > 1}
    effects = {column.key for column in sheets.of(charter.load(pack))["effects"].columns}
    assert set(found) <= effects


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_sheets_and_columns_are_named_in_each_language_and_no_two_of_a_sheet_alike(lang: str) -> None:
    for sheet in sheets.of(cast.pack()).values():
        assert headings.sheet_of(headings.of_sheet(sheet.key, lang), [sheet.key]) == sheet.key
        names = [headings.folded(headings.of_column(column.key, lang)) for column in sheet.columns]
        assert len(set(names)) == len(names)
        known = headings.meanings(sheet)
        for column in sheet.columns:
            field = column.field.replace("_", "-")
            assert words.knows(f"column-{field}", lang), column.key
            told = headings.of_column(column.key, lang)
            assert headings.key_of(told, sheet, known)[0] == column.key
            assert (
                headings.key_of(unicodedata.normalize("NFD", told.upper()) + " *", sheet, known)[0]
                == column.key
            )


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_choice_is_read_by_its_code_and_by_its_name_in_every_language(pack: str, lang: str) -> None:
    listed = choices.Choices(charter.load(pack), lang)
    groups = {
        column.group for sheet in sheets.of(charter.load(pack)).values() for column in sheet.columns
    } - {""}
    for group in groups:
        assert listed.labels(group), group
        for code, label in listed.labels(group).items():
            assert listed.code(group, code) == code
            assert listed.code(group, f"  {unicodedata.normalize('NFD', label)} ") == code


def test_a_name_of_two_codes_is_told_apart_or_asked() -> None:
    class Two:
        languages = ("en",)

        def names(self, group: str, lang: str) -> dict[str, str]:
            return {"a": "Board", "b": "board", "c": "Council"}

    listed = choices.Choices(Two(), "en")
    assert listed.labels("office") == {"a": "Board [a]", "b": "board [b]", "c": "Council"}
    assert listed.code("office", "Board [b]") == "b"
    with pytest.raises(choices.Unclear):
        listed.code("office", "board")
    with pytest.raises(LookupError):
        listed.code("office", "chair")


LIST = sheets.Column(key="authors", type="list")
MAP = sheets.Column(key="topics", type="map")
LONG = sheets.Column(key="text")


def again(value: Any, column: sheets.Column) -> Any:
    reader = cells.Reader(choices.Choices(cast.pack(), "en"), "en")
    return reader.read(tables.Cell(cells.written(value, column)), column, column.key)


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5))
@with_example(["[", "]"])
@with_example(["a;b"])
@with_example([""])
def test_a_list_in_a_cell_is_read_as_it_was(value: list[str]) -> None:
    told = [unicodedata.normalize("NFC", each) for each in value]
    assert again(told, LIST) == told


@settings(deadline=None)
@given(st.dictionaries(st.text("abc:;_ ", max_size=4), st.lists(TEXTS, max_size=3), min_size=1, max_size=4))
@with_example({"academy": ["T1", "T2"], "leaders": ["T3"]})
@with_example({"academy": []})
@with_example({"{": ["}"]})
def test_a_map_in_a_cell_is_read_as_it_was(value: dict[str, list[str]]) -> None:
    told = {key: [unicodedata.normalize("NFC", each) for each in inner] for key, inner in value.items()}
    assert cells.fitting(again(told, MAP), dict[str, list[str]]) == told


@settings(deadline=None, max_examples=60)
@given(TEXTS)
@with_example("=1+1")
@with_example("'=1")
@with_example("''-x")
@with_example("a\r\nb\rc\nd")
@with_example("_x000D_ \x0b \x1f \ufffe _x005F_ _x0041_")
@with_example(" spaced \n")
def test_any_text_survives_a_cell_of_either_format(text: str) -> None:
    told = unicodedata.normalize("NFC", text)
    if not told.strip():
        return
    assert through_csv(told) == told
    assert through_xlsx(told) == told


def through_csv(text: str) -> Any:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([delimited.guarded(text)])
    file.seek(0)
    return again(delimited.unguarded(next(csv.reader(file, strict=True))[0]), LONG)


def through_xlsx(text: str, folder: list[pathlib.Path] = []) -> Any:  # noqa: B006 - one folder for all examples
    if not folder:
        import tempfile

        folder.append(pathlib.Path(tempfile.mkdtemp()))
    path = folder[0] / "cell.xlsx"
    with workbook.Book(path, cast.pack(), "en") as book:
        book.add(sheets.of(cast.pack())["texts"])
        book.row("texts", {"act": "1", "text": text})
    with xlsx.Workbook(path) as read:
        (sheet,) = read.sheets()
        *_, row = sheet.rows
    return again(row.cells[2].value, LONG)


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_template_has_guide_example_lists_and_drop_downs(
    tmp_path: pathlib.Path, pack: str, lang: str
) -> None:
    path = tmp_path / "template.xlsx"
    templates.write_to(formats.Asked(pack=charter.load(pack), lang=lang), path)
    book = openpyxl.load_workbook(path)
    known = sheets.of(charter.load(pack))
    titles = [headings.of_sheet(key, lang) for key in ("guide", "example", *known, "lists")]
    assert book.sheetnames == titles
    for key, sheet in known.items():
        made = book[headings.of_sheet(key, lang)]
        columns = [c for c in sheet.columns if not c.is_shown and c.key != "document_hash"]
        told = [
            headings.of_column(column.key, lang) + (" *" if column.is_required else "") for column in columns
        ]
        assert [cell.value for cell in made[1]] == told
        assert [cell.value for cell in made[2]] == [column.key for column in columns]
        assert made.freeze_panes == "B3"
        listed = {str(each.sqref).split(":")[0]: each for each in made.data_validations.dataValidation}
        chosen = {f"{tables.letter(at)}3": column.group for at, column in enumerate(columns) if column.group}
        assert set(listed) == set(chosen)
        for at, group in chosen.items():
            title, span = listed[at].formula1.lstrip("=").rsplit("!", 1)
            assert title.strip("'") == titles[-1]
            values = [cell.value for (cell,) in book[titles[-1]][span.replace("$", "")]]
            assert values == list(choices.Choices(charter.load(pack), lang).labels(group).values())
            if group.startswith("literal:"):
                assert not set(values) & (set(group.removeprefix("literal:").split()) - {"exact"})
            headed = book[titles[-1]][span.partition(":")[0].replace("$", "").rstrip("3") + "1"].value
            assert headed in {headings.of_column(c.key, lang) for each in known.values() for c in each.columns
                              if c.group == group}  # fmt: skip
        assert all(cell.comment for cell in made[1] if headings.note(key, columns[cell.column - 1].key, lang))
    noted = book[headings.of_sheet("units", lang)]
    kind = next(cell for cell in noted[2] if cell.value == "unit_kind")
    first = charter.load(pack).unit_kinds(as_of=date(2024, 1, 1))[0]
    assert (
        charter.load(pack).unit_kind(first, as_of=date(2024, 1, 1)).reference
        in noted.cell(1, kind.column).comment.text
    )


@pytest.mark.parametrize("pack", PACKS)
def test_every_rule_book_has_an_example(pack: str) -> None:
    keys = [key for key, _ in example.rows(charter.load(pack), "en")]
    assert {"acts", "units", "posts", "people", "holders"} == set(keys)
