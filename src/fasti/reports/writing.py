"""Writing word processor documents with python-docx: paper, fonts, the official head, tables, page numbers.

Used by the report and by the act as an official document.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from fasti.reports import model, packing

SERIF = "Times New Roman"
LOCALES = {"en": "en-GB", "vi": "vi-VN", "ru": "ru-RU", "cs": "cs-CZ"}
TOGETHER = 26  # rows of a table that a page does not part
HEAD_SMALLER = 1  # points by which the head of a table is smaller
WRITING_WIDTH = 17.0  # centimetres between the margins
CENTRE, RIGHT, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY


def paper(*, title: str, author: str, lang: str, dated: date | None) -> Any:
    """An empty A4 document in the language, with page numbers; dated by its own day or not at all."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(2.5), Cm(1.5), Cm(2), Cm(2)
    _styles(document, lang)
    document.settings.element.find(qn("w:defaultTabStop")).addnext(OxmlElement("w:autoHyphenation"))
    _page_numbers(page.footer.paragraphs[0])
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, LOCALES[lang]
    properties.comments, properties.last_modified_by = "", author
    moment = datetime.combine(dated or date(1980, 1, 1), time(), UTC)
    properties.created = properties.modified = moment
    return document


def finished(document: Any) -> bytes:
    """The document as a file that bears no time of writing."""
    written = io.BytesIO()
    document.save(written)
    return packing.timeless(written.getvalue())


def _styles(document: Any, lang: str) -> None:
    sizes = {"Normal": 12, "Title": 15, "Heading 1": 13, "Heading 2": 11, "Table Grid": 9}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size = SERIF, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), SERIF)
    normal = document.styles["Normal"]
    spoken = OxmlElement("w:lang")
    for script in ("val", "eastAsia", "bidi"):
        spoken.set(qn(f"w:{script}"), LOCALES[lang])
    normal.element.get_or_add_rPr().append(spoken)
    normal.paragraph_format.space_after = Pt(4)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].paragraph_format.keep_with_next = True
        document.styles[name].font.bold = True
    document.styles["Title"].paragraph_format.space_before = Pt(18)
    document.styles["Title"].paragraph_format.space_after = Pt(4)
    _unruled(document.styles["Title"])


def _unruled(style: Any) -> None:
    for border in style.element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)


def _page_numbers(paragraph: Any) -> None:
    paragraph.alignment = RIGHT
    for place, code in enumerate(("PAGE", "NUMPAGES")):
        if place:
            paragraph.add_run(" / ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        field.append(run)
        paragraph._p.append(field)


def letter(document: Any, head: model.Head) -> None:
    """The official head: issuer and number on the left, motto, place and day on the right."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    left, right = table.rows[0].cells
    left.width = right.width = Cm(WRITING_WIDTH / 2)
    for place, line in enumerate(head.lines):
        _line(left, line, bold=place == len(head.lines) - 1)
    for line in (head.separator, head.number):
        if line:
            _line(left, line)
    if head.motto:
        _line(right, head.motto, bold=True, underline=True)
    _line(right, head.place_and_day, italic=True)
    for cell in (left, right):
        cell._tc.remove(cell.paragraphs[0]._p)


def _line(cell: Any, text: str, **face: bool) -> None:
    paragraph = cell.add_paragraph()
    paragraph.alignment = CENTRE
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    for name, value in face.items():
        setattr(run, name, value)


def paragraph(document: Any, text: str, *, align: Any = None, style: str | None = None, **face: bool) -> Any:
    """A paragraph of one run; `face` are bold and italic."""
    written = document.add_paragraph(style=style)
    written.alignment = align
    run = written.add_run(text)
    for name, value in face.items():
        setattr(run, name, value)
    return written


def small(document: Any, text: str) -> None:
    """A close line of small print."""
    written = document.add_paragraph()
    written.paragraph_format.space_after = Pt(0)
    written.add_run(text).font.size = Pt(9.5)


def table(
    document: Any,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float],
    foot: Sequence[Sequence[str]] = (),
    numbers_from: int = 1,
    size: float = 9,
) -> None:
    """A ruled table whose head repeats on every page; from column `numbers_from` on, cells stand to the right."""
    every = [heads, *rows, *foot]
    drawn = document.add_table(rows=len(every), cols=len(heads), style="Table Grid")
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    drawn.autofit = False
    _margins(drawn)
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = Cm(width)
    for number, (line, texts) in enumerate(zip(drawn.rows, every, strict=True)):
        is_strong = number == 0 or number > len(rows)
        for column, (cell, text) in enumerate(zip(line.cells, texts, strict=True)):
            cell.width = Cm(widths[column])
            smaller = HEAD_SMALLER if number == 0 else 0
            _cell(cell, text, is_strong=is_strong, is_number=column >= numbers_from, size=size - smaller)
            is_last = number == len(every) - 1
            cell.paragraphs[0].paragraph_format.keep_with_next = len(every) <= TOGETHER and not is_last
            if number == 0:
                _shade(cell)
        _keep(line, is_head=number == 0)
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    after.paragraph_format.line_spacing = Pt(6)


def tiles(document: Any, told: Sequence[tuple[str, str, str]], *, in_row: int = 4) -> None:
    """The leading figures as tiles: the name, the value large beneath it, and what it was before."""
    lines = -(-len(told) // in_row)
    drawn = document.add_table(rows=lines, cols=in_row, style="Table Grid")
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    for place, (label, value, before) in enumerate(told):
        cell = drawn.rows[place // in_row].cells[place % in_row]
        first, *_ = cell.paragraphs
        rest = [cell.add_paragraph(), cell.add_paragraph()]
        faces = ((label, 9.0, False), (value, 16.0 if len(value) < 10 else 11.0, True), (before, 8.0, False))
        for written, (text, size, bold) in zip([first, *rest], faces, strict=True):
            run = written.add_run(text)
            run.font.size, run.bold = Pt(size), bold
            written.paragraph_format.space_after = Pt(0)
        first.paragraph_format.space_before = rest[-1].paragraph_format.space_after = Pt(3)
    for line in drawn.rows:
        _keep(line, is_head=False)


def _margins(table: Any) -> None:
    """Narrow margins beside the text of cells, so that the heads of many columns keep their words whole."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "57")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "EEF0F4")):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _cell(cell: Any, text: str, *, is_strong: bool, is_number: bool, size: float) -> None:
    written = cell.paragraphs[0]
    written.paragraph_format.space_after = Pt(0)
    if is_number:
        written.alignment = RIGHT
    run = written.add_run(text)
    run.bold, run.font.size = is_strong, Pt(size)


def _keep(line: Any, *, is_head: bool) -> None:
    """Rows do not break over pages; the head repeats."""
    properties = line._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def pictures(document: Any, drawn: Sequence[tuple[str, str, bytes, str]]) -> None:
    """Pictures two by two, each as title, measure, PNG and the words that stand for it."""
    half = WRITING_WIDTH / 2
    table = document.add_table(rows=(len(drawn) + 1) // 2, cols=2)
    table.autofit = False
    for number, (title, measure, png, told) in enumerate(drawn):
        cell = table.rows[number // 2].cells[number % 2]
        cell.width = Cm(half)
        above = cell.paragraphs[0]
        above.add_run(title).bold = True
        above.add_run(f"\n{measure}").font.size = Pt(9)
        shape = cell.add_paragraph().add_run().add_picture(io.BytesIO(png), width=Cm(half - 0.5))
        shape._inline.docPr.set("descr", told)
    for line in table.rows:
        _keep(line, is_head=False)
