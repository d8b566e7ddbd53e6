"""What is read from files as people send them: encodings, forms of letters, days, and every finding in its cell."""

from __future__ import annotations

import pathlib
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from fasti import words
from fasti.acts.models import Act, Effect
from fasti.exchange import encodings, headings, intake, reading, sheets, staging, written_days
from fasti.operations import telling
from fasti.subjects.models import Person, Unit
from tests import cast
from tests.exchange import files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_body")]
NAMES = {
    "vi": [("Nguyễn Thị Hường", "Đức"), ("Trần Hữu", "Thuỷ"), ("Lê", "Mẫu"), ("Đặng Ngọc", "Ưng")],
    "ru": [("Подъячев", "Фёдор"), ("Иванова", "Юлия")],
    "cs": [("Dvořáková", "Žofie"), ("Šťastný", "Jiří"), ("Kůň", "Zdeňka")],
}
CODED = [("vi", "cp1258"), ("ru", "cp1251"), ("cs", "cp1250")]
EVERY = [*CODED, *((lang, codec) for lang in NAMES for codec in ("utf-8", "utf-8-sig", "utf-16"))]


def with_people(lang: str) -> files.Rows:
    rows = files.rows(lang)
    first = rows["people"][0]
    for number, (family, given) in enumerate(NAMES[lang]):
        rows["people"].append({**first, "person": f"P-{number}", "family_name": family, "given_name": given})
    return rows


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("lang", "codec"), EVERY)
@pytest.mark.parametrize("is_named", [True, False])
def test_names_in_every_encoding_and_form(
    tmp_path: pathlib.Path, lang: str, codec: str, form: str, is_named: bool
) -> None:
    path = files.folder(tmp_path / "in", with_people(lang), encoding=codec, form=form)
    named = f"windows-{codec[2:]}" if codec.startswith("cp") else codec.removesuffix("-sig")
    assert files.told(files.take(path, lang, named if is_named else "")) == []
    found = set(Person.objects.exclude(code="M-0001").values_list("family_name", "given_name"))
    assert found == set(NAMES[lang])


def test_an_encoding_that_cannot_be_told_is_asked_for(tmp_path: pathlib.Path) -> None:
    path = files.folder(tmp_path / "in", files.rows())
    (path / "people.csv").write_bytes(
        (path / "people.csv").read_bytes().replace(b"Anna", b"\xc0\xd5\xdf \xa5\xc0x")
    )
    outcome = files.take(path)
    assert files.told(outcome) == [("people!", "encoding-undecided")]
    assert "windows-1251" in str(outcome.findings[0].finding.args["value"])


def test_a_row_that_is_not_in_the_encoding_named_is_found(tmp_path: pathlib.Path) -> None:
    rows = files.rows()
    rows["people"] += [{**rows["people"][0], "person": f"P-{n}"} for n in range(900)]
    rows["people"][600]["family_name"] = "Dvořák"
    path = files.folder(tmp_path / "in", rows, encoding="cp1250")
    assert files.told(files.take(path, encoding="utf-8")) == [("people!602", "encoding-wrong")]


@pytest.mark.parametrize(("lang", "codec"), CODED)
def test_rows_of_utf_8_among_those_of_another_encoding_are_found(
    tmp_path: pathlib.Path, lang: str, codec: str
) -> None:
    path = files.folder(tmp_path / "in", with_people(lang), encoding=codec)
    assert files.told(files.take(path, lang, check_only=True)) == []
    table = path / "people.csv"
    row = files.text_of([{**with_people(lang)["people"][1], "person": "P-9"}], "people").splitlines()[1]
    table.write_bytes(table.read_bytes() + row.encode() + b"\r\n")
    num = len(NAMES[lang]) + 3
    assert files.told(files.take(path, lang, codec)) == [(f"people!{num}", "encoding-wrong")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_tables_with_any_delimiter_and_headings_of_any_language(
    tmp_path: pathlib.Path, delimiter: str, lang: str
) -> None:
    rows = files.rows(lang)
    rows["acts"][0]["title"] = 'Two\nlines, "quoted"; and\ta tab'
    known = {column.key for sheet in sheets.of(cast.pack()).values() for column in sheet.columns}
    heads = {key: headings.of_column(key, lang) for key in known}
    path = files.folder(tmp_path / "in", rows, delimiter=delimiter, heads=heads)
    for key in rows:
        (path / f"{key}.csv").rename(path / f"{headings.of_sheet(key, lang)}.csv")
    assert files.told(files.take(path, lang)) == []
    assert Act.objects.get().title == rows["acts"][0]["title"]


DAYS = [
    ("2021-03-04", ""), ("2021-3-4", "en"), ("04/03/2021", "vi"), ("4-3-2021", "vi"), ("04.03.2021", "ru"),
    ("4. 3. 2021", "cs"), ("4.3.2021", "cs"), ("4 March 2021", "en"), ("4 Mar 2021", ""), ("4th March, 2021", "en"),
    ("March 4, 2021", "en"), ("ngày 4 tháng 3 năm 2021", "vi"), ("Ngày 04 tháng 03 năm 2021", "vi"),
    ("4 tháng 3 năm 2021", "vi"), ("4 марта 2021 г.", "ru"), ("04 марта 2021 года", "ru"), ("4 мар. 2021", "ru"),
    ("4. března 2021", "cs"), ("4. 3. 2021", "en"), ("04.03.2021 г.", "ru"), ("4.\u00a0března\u00a02021", "cs"),
    (unicodedata.normalize("NFD", "ngày 4 tháng 3 năm 2021"), "vi"), ("2021-03-04 00:00:00", "en"),
    ("2021/03/04", "en"), ("2021.3.4", ""), ("4-Mar-2021", "en"), ("04-мар-2021", "ru"), ("4th of March 2021", "en"),
    ("ngày 04/03/2021", "vi"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang"), DAYS)
def test_days_as_they_are_written(text: str, lang: str) -> None:
    assert written_days.read(text, lang) == date(2021, 3, 4)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("style", ["long", "short", "act"])
def test_days_as_we_write_them_are_read_again(lang: str, style: str) -> None:
    for day in (date(2021, 12, 31), date(1899, 2, 28)):
        assert written_days.read(words.day(day, lang, style=style), lang) == day
    for month in range(1, 13):
        assert written_days.read(words.day(date(2024, month, 29), lang, style=style), lang) == date(
            2024, month, 29
        )


@pytest.mark.parametrize(
    ("text", "lang", "error"),
    [
        ("05/06/2024", "en", written_days.Ambiguous),
        ("05/06/2024", "", written_days.Ambiguous),
        ("06/25/2024", "en", written_days.Impossible),
        ("31.02.2024", "ru", written_days.Impossible),
        ("30. února 2024", "cs", written_days.Impossible),
        ("1.1.24", "ru", written_days.Impossible),
        ("2024-13-01", "", written_days.Impossible),
        ("0000-01-01", "", written_days.Impossible),
        ("tomorrow", "en", written_days.NotADay),
        ("2024", "en", written_days.NotADay),
        ("4 Marchember 2024", "en", written_days.NotADay),
        ("٤/٣/٢٠٢١", "vi", written_days.NotADay),
    ],
)
def test_days_that_are_none_or_two_are_refused(text: str, lang: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        written_days.read(text, lang)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_workbook_with_real_days_is_read(tmp_path: pathlib.Path, lang: str) -> None:
    book = files.workbook(tmp_path, files.rows(lang), lang)
    book.save(tmp_path / "in.xlsx")
    assert files.told(files.take(tmp_path / "in.xlsx", lang)) == []
    assert Person.objects.get().born_on == date(1980, 3, 8)
    assert str(Act.objects.get().signed_on) == "2024-01-15"


def test_a_workbook_that_counts_from_1904_is_read(tmp_path: pathlib.Path) -> None:
    book = files.workbook(tmp_path, files.rows())
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.save(tmp_path / "in.xlsx")
    assert files.told(files.take(tmp_path / "in.xlsx")) == []
    assert Person.objects.get().born_on == date(1980, 3, 8)


Change = Callable[[Any], None]


def put(sheet: str, cell: str, value: Any) -> Change:
    def changed(book: Any) -> None:
        book[sheet][cell] = value

    return changed


def renamed(sheet: str) -> Change:
    def changed(book: Any) -> None:
        book[sheet].title = "Danh sách 7"

    return changed


def classed(value: str) -> Change:
    def changed(book: Any) -> None:
        book["Acts"]["I1"], book["Acts"]["I2"] = "Confidentiality", value

    return changed


def day_before_1900(book: Any) -> None:
    book["People"]["H2"] = 1
    book["People"]["H2"].number_format = "dd/mm/yyyy"


def plain_number(book: Any) -> None:
    book["Acts"]["E2"] = 45306
    book["Acts"]["E2"].number_format = "General"


def error_cell(book: Any) -> None:
    book["Units"]["E2"] = "#N/A"
    book["Units"]["E2"].data_type = "e"


def hidden_row(book: Any) -> None:
    book["People"].row_dimensions[2].hidden = True


def hidden_sheet(book: Any) -> None:
    book["Holders"].sheet_state = "hidden"


def merged(book: Any) -> None:
    book["Units"].merge_cells("A2:A4")


def second_heading(book: Any) -> None:
    book["Posts"]["F1"] = "Office"


def unknown_sheet(book: Any) -> None:
    book.create_sheet("Pencils").append(["colour", "number"])


def gone(sheet: str) -> Change:
    return lambda book: book.remove(book[sheet])


def twice(sheet: str, row: int, **cells: Any) -> Change:
    def changed(book: Any) -> None:
        copied = [cell.value for cell in book[sheet][row]]
        book[sheet].append(copied)
        for column, value in cells.items():
            book[sheet][f"{column}{book[sheet].max_row}"] = value

    return changed


def odd_effects(*row: Any) -> Change:
    """A row of the sheet of effects: kind, person, post, reason, authors, topics."""

    def changed(book: Any) -> None:
        sheet = book.create_sheet("Effects")
        sheet.append(["Act", "Kind of effect", "Person", "Post", "Reason", "Authors", "Topics"])
        sheet.append(["1", *row])

    return changed


def ordered(book: Any) -> None:
    book["Units"]["F1"] = "Order"
    for row in range(2, 6):
        book["Units"][f"F{row}"] = 1 if row < 4 else None


# The example in English: Acts A act B issuer C type D title E signed_on F signer G signer_post H language;
# Units A act B unit C parent D unit_kind E name.en; Posts A act B post C unit D office E seats;
# People A act B person C unit D stage E family_name F given_name G sex H born_on; Holders A act B person C post.
FINDINGS = [
    (put("Acts", "D2", "=1+1"), [("Acts!D2", "cell-formula")]),
    (error_cell, [("Units!E2", "cell-error")]),
    (hidden_row, [("People!2", "row-hidden")]),
    (hidden_sheet, [("Holders!", "sheet-hidden")]),
    (merged, [("Units!A3", "missing-field"), ("Units!A4", "missing-field"), ("Units!A2", "cells-merged")]),
    (second_heading, [("Posts!F1", "heading-twice")]),
    (put("Posts", "F1", "Colour"), [("Posts!F1", "heading-unknown")]),
    (put("Posts", "D1", None), [("Posts!1", "heading-missing"), ("Posts!D2", "cell-without-heading"),
                                ("Posts!2", "missing-field")]),
    (put("People", "J2", "note"), [("People!J2", "cell-without-heading")]),
    (unknown_sheet, [("Pencils!", "sheet-unknown")]),
    (lambda book: book.create_sheet("Tasks").append(["x", "y"]), [("Tasks!", "sheet-without-headings")]),
    (lambda book: book.create_sheet("Tasks"), [("Tasks!", "sheet-without-headings")]),
    (lambda book: book.create_sheet("Sheet1"), []),
    (gone("Acts"), [("!", "sheet-missing")]),
    (put("Acts", "E2", "05/06/2024"), [("Acts!E2", "day-ambiguous")]),
    (put("Acts", "E2", "30/02/2024"), [("Acts!E2", "day-impossible")]),
    (put("Acts", "E2", "soon"), [("Acts!E2", "day-unreadable")]),
    (plain_number, [("Acts!E2", "day-is-number")]),
    (day_before_1900, [("People!H2", "day-is-number")]),
    *((renamed(sheet), []) for sheet in ("Acts", "Units", "Posts", "People", "Holders")),
    (classed("Normal"), []),
    (classed("hush"), [("Acts!I2", "choice-unknown")]),
    (put("Acts", "E2", datetime(2024, 1, 15, 8, 30)), [("Acts!E2", "day-with-time")]),  # noqa: DTZ001
    (put("Acts", "E2", None), [("Acts!E2", "missing-field")]),
    (put("Acts", "C2", "decree"), [("Acts!C2", "choice-unknown")]),
    (put("Acts", "B2", 17), [("Acts!B2", "cell-number-for-code")]),
    (put("Acts", "D2", date(2024, 5, 1)), [("Acts!D2", "cell-day-for-text")]),
    (put("Acts", "D2", True), [("Acts!D2", "wrong-type")]),
    (put("Posts", "E2", "two"), [("Posts!E2", "cell-not-whole")]),
    (put("Posts", "E2", 1.5), [("Posts!E2", "cell-not-whole")]),
    (put("Posts", "E2", "1"), []),
    (put("Posts", "E2", 1.0), []),
    (put("Posts", "E2", -1), [("Posts!E2", "wrong-type")]),
    (put("People", "E2", "x" * 121), [("People!E2", "text-too-long")]),
    (put("People", "A2", "9"), [("People!A2", "act-key-unknown")]),
    (put("People", "A2", None), [("People!A2", "missing-field")]),
    (put("People", "A2", 1), []),
    (twice("Acts", 2), [("Acts!A3", "act-key-twice")]),
    (ordered, [("Units!F3", "order-twice")]),
    (odd_effects("nonsense"), [("Effects!B2", "choice-unknown")]),
    (odd_effects(None, "M-0001"), [("Effects!B2", "missing-field")]),
    (odd_effects("leaving", "M-0001", "U1-A.1", "bored"),
     [("Effects!D2", "field-not-of-kind"), ("Effects!E2", "choice-unknown")]),
    (odd_effects("leaving", "M-0001"), [("Effects!E2", "missing-field")]),
    (odd_effects("AWARD", None, None, None, "[broken"),
     [("Effects!F2", "list-malformed"), *[("Effects!2", "missing-field")] * 5]),
    (odd_effects("COMPLETE_TRAINING", "M-0001", None, None, None, "T1, T2"),
     [("Effects!G2", "list-malformed"), *[("Effects!2", "missing-field")] * 2]),
    # what only the rules know
    (put("Units", "C4", "NOWHERE"), [("Units!C4", "unknown-unit")]),
    (put("Units", "D4", "outpost"), [("Units!D4", "unknown-kind")]),
    (put("Posts", "D2", "chair"), [("Posts!D2", "post-not-for-unit")]),
    (put("Holders", "B2", "NOBODY"), [("Holders!B2", "unknown-person")]),
    (put("Acts", "F2", "NOBODY"), [("Acts!F2", "unknown-person")]),
    (put("Acts", "C2", "plan"), [("Units!2", "effect-not-allowed")]),
    (put("People", "H2", date(2025, 1, 1)), [("People!H2", "day-not-after")]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), FINDINGS)
def test_each_finding_stands_in_its_cell_and_nothing_is_recorded(
    tmp_path: pathlib.Path, change: Change, expected: list[tuple[str, str]]
) -> None:
    book = files.workbook(tmp_path, files.rows())
    change(book)
    book.save(tmp_path / "in.xlsx")
    outcome = files.take(tmp_path / "in.xlsx")
    found = files.told(outcome)
    assert set(expected) <= set(found)
    if not outcome.are_rules_asked or not expected:
        assert sorted(found) == sorted(expected)
    assert outcome.num_findings == len(found)
    assert Act.objects.exists() is not bool(expected)
    assert not (tmp_path / "work").exists() or not list((tmp_path / "work").iterdir())


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_what_the_rules_find_names_headings_and_speaks_one_language(
    tmp_path: pathlib.Path, lang: str
) -> None:
    def sentences(sheet: str, cell: str, value: object) -> list[str]:
        book = files.workbook(tmp_path, files.rows(lang), lang)
        book[headings.of_sheet(sheet, lang)][cell] = value
        book.save(tmp_path / "in.xlsx")
        outcome = files.take(tmp_path / "in.xlsx", lang)
        return [telling.sentence(each.finding, lang, pack=cast.pack()) for each in outcome.findings]

    (late,) = sentences("people", "H2", date(2025, 1, 1))
    assert headings.of_column("born_on", lang) in late
    (unknown,) = sentences("acts", "F2", "NOBODY")
    assert "NOBODY" in unknown
    assert sentences("acts", "F2", "M-0001") == []
    offices = cast.pack().names("office", lang).values()
    assert any(office in each for each in sentences("acts", "F2", "M-0001") for office in offices)


def test_all_findings_of_all_rows_come_at_once(tmp_path: pathlib.Path) -> None:
    book = files.workbook(tmp_path, files.rows())
    for cell, value in (("E2", "soon"), ("C2", "decree"), ("H2", "Klingon")):
        book["Acts"][cell] = value
    book["People"]["H2"] = "31/02/1980"
    book["Holders"]["A2"] = "2"
    book.save(tmp_path / "in.xlsx")
    assert set(files.told(files.take(tmp_path / "in.xlsx"))) == {
        ("Acts!C2", "choice-unknown"),
        ("Acts!E2", "day-unreadable"),
        ("Acts!H2", "choice-unknown"),
        ("People!H2", "day-impossible"),
        ("Holders!A2", "act-key-unknown"),
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("people.csv", b"Anna", b"An\x00na", ("people!F2", "text-has-nul")),
        ("people.csv", b"Anna", b'An"na"', None),
        ("people.csv", b"Anna", b'"Anna', ("people!2", "csv-malformed")),
        ("people.csv", b"Anna", b'"An"na', ("people!2", "csv-malformed")),
        ("acts.csv", b"2024-01-15", b"05/06/2024", ("acts!E2", "day-ambiguous")),
        ("acts.csv", b"title", b"titel", ("acts!D1", "heading-unknown")),
    ],
)
def test_findings_of_tables(
    tmp_path: pathlib.Path, file: str, old: bytes, new: bytes, expected: tuple[str, str] | None
) -> None:
    path = files.folder(tmp_path / "in", files.rows())
    content = (path / file).read_bytes()
    assert old in content
    (path / file).write_bytes(content.replace(old, new, 1))
    found = files.told(files.take(path))
    assert expected in found if expected else found == []


def test_rows_of_an_act_need_not_stand_together_and_come_by_their_order(tmp_path: pathlib.Path) -> None:
    rows = files.rows()
    second = {**rows["acts"][0], "act": "second", "title": "Second", "signed_on": date(2024, 2, 1)}
    rows["acts"].append(second)
    lodge = rows["units"][-1]
    rows["units"] = [
        {**lodge, "act": "second", "unit": "L-9", "order": 2},
        *rows["units"],
        {**lodge, "act": "second", "unit": "L-8", "order": 1},
    ]
    path = files.folder(tmp_path / "in", rows)
    assert files.told(files.take(path)) == []
    units = (
        Effect.objects.filter(act__title="Second").order_by("ordinal").values_list("unit__code", flat=True)
    )
    assert list(units) == ["L-8", "L-9"]


def test_acts_of_a_file_relate_to_each_other_by_their_keys(tmp_path: pathlib.Path) -> None:
    rows = files.rows()
    member = {**rows["people"][0], "act": "A 2", "person": "M-2"}
    rows["people"].append(member)
    for key, title in (("A 2", "Admission"), ("A 3", "Withdrawal")):
        rows["acts"].append({**rows["acts"][0], "act": key, "title": title, "signed_on": date(2024, 3, 1)})
    rows["relations"] = [{"act": "A 3", "relation": "withdraws", "target": "A 2"}]
    path = files.folder(tmp_path / "in", rows)
    assert files.told(files.take(path)) == []
    assert Effect.objects.get(kind="VOID").voids.act.title == "Admission"
    rows["relations"][0]["target"] = "A 9"
    Path = files.folder(tmp_path / "other", {key: rows[key] for key in ("acts", "relations")})
    assert ("relations!C2", "unknown-act") in files.told(files.take(Path))


def test_what_is_only_checked_is_not_recorded(tmp_path: pathlib.Path) -> None:
    path = files.folder(tmp_path / "in", files.rows())
    outcome = files.take(path, check_only=True)
    assert (outcome.num_acts, outcome.num_findings) == (1, 0)
    assert not Act.objects.exists()
    assert not Unit.objects.exists()


def test_shared_texts_of_several_looks_and_with_readings_are_one_text(tmp_path: pathlib.Path) -> None:
    rows = files.rows()
    rows["acts"][0]["title"] = "On taking"
    book = xlsxwriter.Workbook(str(tmp_path / "shared.xlsx"))
    for key, listed in rows.items():
        sheet, names = book.add_worksheet(headings.of_sheet(key, "en")), files.columns(listed, key)
        sheet.write_row(0, 0, names)
        for at, row in enumerate(listed, 1):
            sheet.write_row(at, 0, [str(row.get(name, "")) for name in names])
    book.close()
    runs = b'<r><rPr><b/></rPr><t xml:space="preserve">On </t></r><r><t>taking</t></r>'
    rich = b"<si>" + runs + b'<rPh sb="0" eb="1"><t>x</t></rPh></si>'
    assert b"<si><t>On taking</t></si>" in zipfile.ZipFile(tmp_path / "shared.xlsx").read(
        "xl/sharedStrings.xml"
    )

    def change(xml: bytes) -> bytes:
        return xml.replace(b"<si><t>On taking</t></si>", rich)

    path = files.repacked(tmp_path / "shared.xlsx", "xl/sharedStrings.xml", change)
    assert files.told(files.take(path)) == []
    assert Act.objects.get().title == "On taking"


def test_looks_do_not_matter(tmp_path: pathlib.Path) -> None:
    book = files.workbook(tmp_path, files.rows())
    book["Acts"].insert_rows(1, 2)
    book["Acts"]["A1"] = "Register of the guild"
    book["Acts"]["A1"].font = Font(bold=True)
    book["Acts"].merge_cells("A1:D1")
    book.save(tmp_path / "in.xlsx")
    assert files.told(files.take(tmp_path / "in.xlsx")) == []


def test_the_number_of_a_document_is_sealed_before_anything_is_kept(
    tmp_path: pathlib.Path, settings: Any
) -> None:
    pathlib.Path(settings.HOME).mkdir()
    rows = files.rows()
    rows["people"][0]["document_number"] = "034203001234"
    path = files.folder(tmp_path / "in", rows)
    with staging.Stage(tmp_path / "stage.sqlite") as stage:
        found = reading.read(path, stage, pack=cast.pack(), manner=reading.Manner())
        (content,) = intake.contents(stage)
    assert not found.num
    assert "034203001234" not in str(content)
    assert b"034203001234" not in (tmp_path / "stage.sqlite").read_bytes()
    rows["people"][0]["document_number"] = "x"
    path = files.folder(tmp_path / "other", rows)
    outcome = files.take(path)
    assert [code for _, code in files.told(outcome)] == ["malformed-document-number"]


def test_every_name_of_an_encoding_is_one_python_knows() -> None:
    for codec in encodings.NAMES.values():
        "x".encode(codec)
