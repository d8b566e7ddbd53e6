"""Reports as files: what is read, and the finding that says what was not. Never a crash, never a guess."""

from __future__ import annotations

import io
import pathlib
import time
import unicodedata

import docx
import pypdf
import pytest
import typst

from fasti import claims, words
from tests.claims import gold

VI = "Năm 2023, toàn tỉnh kết nạp 156 đảng viên mới và thành lập 5 chi bộ."
RU = "За 2023 год в партию принято 156 новых членов, создано 5 первичных организаций."
CS = "Za rok 2023 bylo přijato 156 nových členů a vzniklo 5 základních organizací. Žádný člen nebyl vyloučen."
BOTH = {(156, "members.admitted"), (5, "units.created")}


def read(path: pathlib.Path, encoding: str = "") -> claims.Report:
    return claims.read(claims.open_document(path, encoding=encoding), claimed=gold.words())


def told(report: claims.Report) -> set[tuple[int, str]]:
    return {(int(each.value), each.indicator) for each in report.claims}


def codes(report: claims.Report) -> list[str]:
    for note in report.notes:
        for lang in words.LANGUAGES:
            assert words.finding(note.code, lang, **note.args)
    return [note.code for note in report.notes]


def in_1258(letter: str) -> bytes:
    """Windows-1258 keeps letters with hats and writes most tones apart."""
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        base, *marks = list(unicodedata.normalize("NFD", letter))
        hats = "".join(mark for mark in marks if mark in "\u0302\u0306\u031b")
        tones = "".join(mark for mark in marks if mark not in hats)
        return (unicodedata.normalize("NFC", base + hats) + tones).encode("cp1258")


def pdf(pages: list[str]) -> bytes:
    source = "#set page(height: 12cm, width: 16cm)\n" + "\n#pagebreak()\n".join(pages)
    return bytes(typst.compile(source.encode()))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(VI, "utf-8"), (VI, "utf-16"), (RU, "cp1251"), (RU, "utf-8-sig"), (CS, "cp1250"), (CS, "utf-16")],
)
def test_a_text_is_read_in_its_encoding(tmp_path: pathlib.Path, text: str, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode(encoding))
    report = read(path)
    assert told(report) >= BOTH
    assert codes(report) == []


def test_vietnamese_of_one_byte_is_read(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"".join(map(in_1258, VI * 3)))
    assert told(read(path)) >= BOTH


def test_broken_bytes_are_said_and_not_guessed(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(
        b"\xc3\x28 156 \xff\xfe\xfa \x81\x8d\x8f\x90 members \xe2\x28\xa1 5 \xf0\x28\x8c\x28 " * 20
    )
    report = read(path)
    assert report.claims == []
    assert codes(report) == ["encoding-undecided"]


def test_letters_lost_before_are_left_out(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        f"{VI}\n\nN\ufffdm 2023, k\ufffdt n\ufffdp 88 \ufffd\ufffdng vi\ufffdn.\n", encoding="utf-8"
    )
    report = read(path)
    assert told(report) == BOTH
    assert codes(report) == ["claims-passages-unread"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "claims-empty"),
        ("blank.txt", b"  \n\n \n", "claims-empty"),
        ("report.xyz", b"members 15", "claims-format-unknown"),
        ("binary.txt", b"\x00\x01\x02 15", "claims-format-unknown"),
        ("report.docx", b"no zip at all", "claims-unreadable"),
        ("report.pdf", b"no pdf at all", "claims-unreadable"),
        ("empty.pdf", b"", "claims-unreadable"),
        ("german.txt", b"Der Verband nahm im Jahr 25 neue Mitglieder auf.", "claims-language-unknown"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: pathlib.Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    report = read(path)
    assert report.claims == []
    assert codes(report) == [code]


def test_a_word_document_is_read_with_its_tables(tmp_path: pathlib.Path) -> None:
    written = docx.Document()
    written.add_paragraph(VI)
    table = written.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("", "2022", "2023"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("Đảng viên bị kỷ luật", "44", "51"), strict=True):
        cell.text = text
    path = tmp_path / "report.docx"
    written.save(str(path))
    report = read(path)
    assert told(report) == BOTH | {(44, "members.disciplined"), (51, "members.disciplined")}
    assert codes(report) == ["claims-tables"]
    rows = [
        (each.passage.table, each.passage.row, each.period) for each in report.claims if each.passage.table
    ]
    assert rows == [(1, 2, "2022"), (1, 2, "2023")]


def test_headings_over_several_columns_name_the_figures_beneath(tmp_path: pathlib.Path) -> None:
    written = docx.Document()
    written.add_paragraph(VI)
    table = written.add_table(rows=3, cols=5)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Đảng viên bị kỷ luật"
    table.cell(0, 3).merge(table.cell(0, 4)).text = "Đảng viên mới kết nạp"
    for row, texts in ((1, ("", "2022", "2023", "2022", "2023")), (2, ("Huyện A", "44", "51", "96", "88"))):
        for cell, text in zip(table.rows[row].cells, texts, strict=True):
            cell.text = text
    path = tmp_path / "report.docx"
    written.save(str(path))
    found = [
        (int(each.value), each.indicator, each.period) for each in read(path).claims if each.passage.table
    ]
    assert found == [
        (44, "members.disciplined", "2022"), (51, "members.disciplined", "2023"),
        (96, "members.admitted", "2022"), (88, "members.admitted", "2023"),
    ]  # fmt: skip


def test_a_pdf_is_read_page_by_page(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf([VI, CS]))
    report = read(path)
    assert told(report) >= BOTH
    assert {each.passage.page for each in report.claims} == {1, 2}
    assert codes(report) == ["claims-languages-mixed"]


def test_scanned_pages_are_named(tmp_path: pathlib.Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([VI])))
    for _ in range(3):
        writer.add_blank_page()
    path = tmp_path / "report.pdf"
    writer.write(path)
    report = read(path)
    assert told(report) == BOTH
    assert codes(report) == ["claims-pages-without-text"]
    assert report.notes[0].args["pages"] == "2-4"


def test_a_locked_pdf_is_said(tmp_path: pathlib.Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([VI])))
    writer.encrypt("secret", algorithm="RC4-128")
    path = tmp_path / "report.pdf"
    writer.write(path)
    report = read(path)
    assert report.claims == []
    assert codes(report) == ["claims-locked"]


def test_mixed_languages_are_read_each_in_its_own(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("\n\n".join([VI, RU, CS]), encoding="utf-8")
    report = read(path)
    assert {each.language for each in report.claims} == {"vi", "ru", "cs"}
    assert codes(report) == ["claims-languages-mixed"]


def test_twenty_pages_are_read_in_less_than_two_seconds(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "report.txt"
    page = "\n".join(f"{VI} {VI.replace('156', str(100 + i))}" for i in range(12))
    path.write_text("\n\n".join([page] * 20), encoding="utf-8")
    gold.words()
    begun = time.process_time()
    report = read(path)
    assert time.process_time() - begun < 2
    assert len(report.claims) == 20 * 12 * 4


def test_a_text_beyond_all_bounds_is_cut_and_said() -> None:
    found = claims.from_string("x " * 2_600_000, name="long.txt")
    assert [note.code for note in found.notes] == ["claims-cut"]


def test_a_table_in_plain_text_is_read_cell_by_cell() -> None:
    rows = "Town;Cells;Members\nOld Bridge;14;1 206\nHigh Hill;9;788"
    said = f"What the towns told us.\n\n{rows}\n\nThe union admitted 12 members."
    report = claims.read(claims.from_string(said), claimed=gold.words(), lang="en")
    assert [(int(each.value), each.indicator) for each in report.claims] == [
        (14, "units.cells"),
        (1206, "members.total"),
        (9, "units.cells"),
        (788, "members.total"),
        (12, "members.admitted"),
    ]
    place = report.claims[2].plain()["where"]
    assert isinstance(place, dict)
    assert (place["table"], place["row"]) == (1, 3)
    assert [note.code for note in report.notes] == ["claims-tables"]


@pytest.mark.parametrize(
    "said", ["One; two; three\nFour; five; six", "Who | was\nthere | 12 of them\nat | noon"]
)
def test_lines_with_marks_are_not_always_a_table(said: str) -> None:
    assert "claims-tables" not in [note.code for note in claims.from_string(said).notes]


def test_a_passage_in_another_tongue_is_left_out_and_said() -> None:
    said = "The union admitted 12 members.\n\nDer Verband nahm 77 Mitglieder neu auf, darunter viele junge Frauen."
    report = claims.read(claims.from_string(said), claimed=gold.words())
    assert [int(each.value) for each in report.claims] == [12]
    assert [note.code for note in report.notes] == ["claims-passages-unread"]


@pytest.mark.parametrize("written", ["9" * 5000, "99 " * 3000, "million " * 200, "7" * 20])
def test_a_number_beyond_all_counting_is_no_claim(written: str) -> None:
    report = claims.read(claims.from_string(f"The union has {written} members."), claimed=gold.words())
    assert [each for each in report.claims if each.value >= 10**13] == []


def test_an_old_russian_encoding_is_asked_and_not_guessed(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("В профсоюз принято 45 человек. Отчёт подписал Иванов.".encode("koi8-r"))
    assert [note.code for note in claims.open_document(path).notes] == ["encoding-undecided"]
