"""Every format says the same figures, in four languages, in the same bytes each time."""

import io
import json as jsons
import re
import zipfile

import docx as word
import openpyxl
import pypdf
import pytest

from fasti import words
from fasti.reports import docx, handed_in_tables, html, json, pdf, text, xlsx
from tests.reports import sample

LANGUAGES = ("en", "vi", "ru", "cs")
FORMATS = {"html": html, "pdf": pdf, "docx": docx, "xlsx": xlsx, "json": json, "text": text}


def plain(written: str) -> str:
    """Text as compared: no-break spaces as spaces, one space between words."""
    return re.sub(r"\s+", " ", written.replace("\N{NO-BREAK SPACE}", " "))


def read(name: str, written: bytes) -> str:
    """The words of a document of a format."""
    if name == "pdf":
        return plain(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(written)).pages))
    if name == "docx":
        document = word.Document(io.BytesIO(written))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return plain(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))
    return plain(written.decode())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["html", "pdf", "docx", "text"])
def test_says_every_figure_and_its_sentence(name, lang):
    report = sample.report(lang, missing=lang == "cs")
    told = read(name, FORMATS[name].render(report)).replace("&amp;", "&").replace("- ", "")
    for figure in report.figures:
        assert plain(figure.amount.text) in told, figure.indicator
        if name in ("html", "docx"):
            assert plain(figure.sentence) in told
    assert plain(report.title) in told
    assert "517-QĐ/TU" in told
    found = report.returns
    assert plain(found.lead) in told
    assert all(plain(total.label) in told and plain(total.amount.text) in told for total in found.totals)
    assert plain(handed_in_tables.given(found.totals[0], lang)) in told
    assert plain(found.departures[0].told.partition("(")[0]) in told
    for unit in found.missing:
        assert plain(words.say("return-not-in-totals", lang, unit=unit.name, state=unit.state)) in told


@pytest.mark.parametrize("name", FORMATS)
def test_same_report_same_bytes(name):
    assert FORMATS[name].render(sample.report("vi")) == FORMATS[name].render(sample.report("vi"))


def test_pdf_is_for_the_archive():
    written = pdf.render(sample.report("vi"))
    reader = pypdf.PdfReader(io.BytesIO(written))
    marks = reader.xmp_metadata.stream.get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in marks
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in marks
    assert reader.trailer["/Root"]["/Lang"] == "vi"
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    pages = len(reader.pages)
    assert f"{pages} / {pages}" in reader.pages[-1].extract_text()


def test_text_of_an_act_is_never_markup():
    told = read("pdf", pdf.render(sample.report("en")))
    assert "về công tác #[quy hoạch] cán bộ" in told
    assert "&lt;Ngữ&gt; &amp; ỦY VIÊN" in html.render(sample.report("en")).decode()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_workbook_has_numbers_and_native_charts(lang):
    report = sample.report(lang)
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(report)))
    assert len(book.sheetnames) == 1 + len(report.sections) + 5
    summary = book.worksheets[0]
    rows = {row[1].value: row for row in summary.iter_rows() if row[1].value}
    for figure in report.figures:
        row = rows[figure.indicator]
        if figure.amount.is_ratio:
            assert [cell.value for cell in row[3:5]] == [figure.amount.numerator, figure.amount.denominator]
        else:
            assert row[2].value == figure.amount.value
    returned = {row[1].value: row for row in book[report.returns.title].iter_rows() if row[1].value}
    appointed = returned["personnel.appointed"]
    assert [cell.value for cell in (appointed[2], appointed[5], appointed[6], appointed[7])] == [
        217,
        14,
        14,
        216,
    ]
    drawn = [chart for sheet in book.worksheets for chart in sheet._charts]
    assert len(drawn) == len(report.charts) == 5


def test_workbook_units_add_up():
    report = sample.report("en")
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(report)))
    sheet = book.worksheets[1]
    codes = {row[1].value: row[2].value for row in sheet.iter_rows()}
    assert sum(codes[unit] for unit, _ in sample.UNITS) == codes["cluster-2"] == 5


def test_json_shape():
    told = jsons.loads(json.render(sample.report("vi", missing=True)))
    assert told["report"] == "half-year"
    assert (told["unit"], told["period"]) == ("cluster-2", "2024-H1")
    assert (told["coverage"]["reported"], told["coverage"]["due"]) == (12, 14)
    assert told["coverage"]["missing"] == ["VN-67", "VN-63"]
    figures = {figure["indicator"]: figure for figure in told["figures"]}
    assert figures["acts.project"]["value"] == 5
    assert figures["personnel.appointed"]["as_known_now"] == {"value": 218}
    assert (figures["members.women_share"]["numerator"], figures["members.women_share"]["denominator"]) == (
        8455,
        25368,
    )
    assert figures["posts.days_to_fill"]["value"] == 42.5
    assert [part["value"] for part in figures["training.topics"]["parts"]] == [17, 3]
    assert len(told["units"]) == 14
    returns = told["returns"]
    assert (returns["accepted"], returns["due"], len(returns["missing"])) == (12, 14, 2)
    assert [total["is_partial"] for total in returns["totals"]] == [True, True, True]
    assert returns["totals"][2]["in_register"]["denominator"] == 25368
    assert [each["reason"] for each in returns["differences"]] == ["late_act"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_is_accessible(lang):
    page = html.render(sample.report(lang)).decode()
    assert page.startswith(f'<!doctype html>\n<html lang="{lang}">')
    assert page.count("<table") == page.count("<caption") == page.count('role="region"')
    assert page.count('<svg role="img"') == 5 == page.count("<details>")
    assert ('<th scope="row" lang="vi">Hải Phòng</th>' in page) is (lang != "vi")
    assert "<script" not in page
    assert re.search(r"(?:href|src)=\"(?!#)", page) is None
    assert len(re.findall(r'id="([^"]+)"', page)) == len(set(re.findall(r'id="([^"]+)"', page)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_terminal_lines_fit(lang):
    lines = text.render(sample.report(lang, missing=True)).decode().splitlines()
    assert max(map(text.width, lines)) <= text.COLUMNS
    assert not any("\x1b" in line for line in lines)


def test_word_document_is_in_its_language():
    written = docx.render(sample.report("cs"))
    document = word.Document(io.BytesIO(written))
    assert document.core_properties.language == "cs-CZ"
    assert 'w:val="cs-CZ"' in zipfile.ZipFile(io.BytesIO(written)).read("word/styles.xml").decode()
    assert len(document.inline_shapes) == 5
    assert all(shape._inline.docPr.get("descr") for shape in document.inline_shapes)


def test_every_word_of_the_room_is_in_every_language():
    own = {lang: {id for id in words.ids(lang) if id.startswith(("report-", "act-"))} for lang in LANGUAGES}
    assert own["en"] == own["vi"] == own["ru"] == own["cs"]
    for id in own["en"]:
        assert len({words.variables(id, lang) for lang in LANGUAGES}) == 1, id
