"""A copy of the sheets with every finding in its cell: coloured, with the sentence as a note, and a list of them all.

A workbook is copied as it is, drop-downs and all. Tables, and workbooks too large to be held in memory, are written
anew row by row: their cells stand where they stood, so the findings are found as easily.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl import comments, styles
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.properties import PageSetupProperties

from fasti.exchange import delimited, headings, placed, reading, tables, xlsx

Told = Sequence[tuple[placed.Placed, str]]
"""Findings with their sentences."""
COLOUR = "FFE1B3"
_BY = "Fasti"
"""The author of the notes."""
_HELD = 12 * 1024**2
"""Bytes up to which a workbook is copied as it is."""
_MOST_NOTES = 5_000
_LONGEST_CELL = 32_767


def write(source: Path, target: Path, told: Told, *, lang: str, encoding: str = "") -> None:
    """Write the copy. `told`: the findings with their sentences in the reader's language."""
    target.parent.mkdir(parents=True, exist_ok=True)
    is_book = source.is_file() and source.suffix.lower() == ".xlsx"
    if is_book and source.stat().st_size <= _HELD and _is_workbook(source):
        _copy(source, target, told, lang)
    else:
        _write_anew(source, target, told, lang, encoding)


def _is_workbook(source: Path) -> bool:
    """Whether a reader that holds the whole workbook may be trusted with it."""
    try:
        with xlsx.Workbook(source) as book:
            return sum(each.file_size for each in book.parts) <= 20 * _HELD
    except tables.CannotRead:
        return False


def _notes(told: Told) -> dict[str, dict[tuple[int, int], str]]:
    """By sheet and cell: what is to be said there. A finding of a row stands in its first column."""
    found: dict[str, dict[tuple[int, int], list[str]]] = defaultdict(lambda: defaultdict(list))
    for each, sentence in told[:_MOST_NOTES]:
        if each.sheet:
            found[each.sheet][(max(each.row, 1), max(each.column, 0))].append(sentence)
    return {sheet: {at: "\n".join(lines) for at, lines in cells.items()} for sheet, cells in found.items()}


def _copy(source: Path, target: Path, told: Told, lang: str) -> None:
    book = openpyxl.load_workbook(source)
    fill = styles.PatternFill("solid", start_color=COLOUR)
    _clean(book)
    for title, notes in _notes(told).items():
        sheet: Any = book[title] if title in book.sheetnames else None
        for (row, column), text in notes.items() if sheet is not None else ():
            cell = sheet.cell(row=row, column=column + 1)
            if isinstance(cell, MergedCell):
                continue
            cell.fill = fill
            if cell.comment is not None:
                text = f"{text}\n\n{cell.comment.text}"
            note = comments.Comment(text, _BY)
            note.width, note.height = 360, 40 + 22 * (len(text) // 50 + 1)
            cell.comment = note
    _list(book, told, lang)
    book.save(target)


def _clean(book: Any) -> None:
    """Take out what an earlier copy said: whoever corrects that copy and checks it again sees what is left."""
    for sheet in book.worksheets:
        if headings.sheet_of(sheet.title, ()) == "findings" and len(book.worksheets) > 1:
            book.remove(sheet)
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is None or cell.comment.author != _BY:
                    continue
                _, _, before = cell.comment.text.partition("\n\n")
                cell.comment = comments.Comment(before, "") if before else None
                cell.fill = styles.PatternFill()


def _list(book: Any, told: Told, lang: str) -> None:
    title = _free(headings.of_sheet("findings", lang), book.sheetnames)
    sheet = book.create_sheet(title, 0)
    sheet.append(_head(lang))
    for cell in sheet[1]:
        cell.font = styles.Font(bold=True)
        cell.fill = styles.PatternFill("solid", start_color="EEF0F4")
    for at, (each, sentence) in enumerate(told, 2):
        for column, value in enumerate(_line(each, sentence), 1):
            cell = sheet.cell(row=at, column=column)
            cell.value, cell.data_type = value, "n" if isinstance(value, int) else "s"
            cell.alignment = styles.Alignment(wrap_text=column == 4, vertical="top")
        if each.sheet in book.sheetnames and each.row:
            quoted = each.sheet.replace("'", "''")
            link = f"#'{quoted}'!{tables.letter(max(each.column, 0))}{each.row}"
            linked = sheet.cell(row=at, column=3 if each.column >= 0 else 2)
            linked.hyperlink = link
            linked.font = styles.Font(color="0563C1", underline="single")
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False


_WIDTHS = (22, 8, 9, 100, 26)


def _head(lang: str) -> list[str]:
    return [headings.of_column(key, lang) for key in ("sheet", "row", "column", "finding", "code")]


def _line(each: placed.Placed, sentence: str) -> list[str | int]:
    column = tables.letter(each.column) if each.column >= 0 else ""
    return [each.sheet, each.row or "", column, sentence, each.finding.code]


def _free(title: str, taken: Iterable[str]) -> str:
    """A title that no sheet has yet."""
    used = {each.casefold() for each in taken}
    return next(
        each for each in [title, *(f"{title} {n}" for n in range(2, 999))] if each.casefold() not in used
    )


def _write_anew(source: Path, target: Path, told: Told, lang: str, encoding: str) -> None:
    manner = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(target), manner)
    look = book.add_format({"bg_color": f"#{COLOUR}", "text_wrap": False})
    bold = book.add_format({"bold": True, "bg_color": "#EEF0F4"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    titles: list[str] = []
    first = book.add_worksheet(_free(headings.of_sheet("findings", lang), titles))
    titles.append(first.get_name())
    first.freeze_panes(1, 0)
    first.set_landscape()
    first.fit_to_pages(1, 0)
    for column, width in enumerate(_WIDTHS):
        first.set_column(column, column, width)
    first.write_row(0, 0, _head(lang), bold)
    for at, (each, sentence) in enumerate(told, 1):
        for column, value in enumerate(_line(each, sentence)):
            first.write(at, column, value, wrapped)
    notes = _notes(told)
    with ExitStack() as open_:
        for raw in _sheets(source, encoding, open_):
            title = _free(re.sub(r"[\[\]:*?/\\]", "_", raw.title)[:28] or "_", titles)
            titles.append(title)
            _copy_rows(raw, book.add_worksheet(title), notes.get(raw.title, {}), look)
    book.close()


def _sheets(source: Path, encoding: str, open_: ExitStack) -> Iterator[tables.RawSheet]:
    """What can still be read of the files."""
    for file in reading.files(source):
        try:
            if file.suffix.lower().startswith(".xls"):
                yield from open_.enter_context(xlsx.Workbook(file)).sheets()
            else:
                yield delimited.sheet(file, encoding=encoding, known=headings.everything())
        except tables.CannotRead:
            continue


def _copy_rows(raw: tables.RawSheet, sheet: Any, notes: dict[tuple[int, int], str], look: Any) -> None:
    waiting = sorted(notes)
    try:
        for row in raw.rows:
            marked = {at[1] for at in waiting if at[0] == row.number} if waiting else set()
            for at in sorted({*row.cells, *marked}):
                format_ = look if at in marked else None
                cell = row.cells.get(at)
                _write_cell(sheet, row.number - 1, at, cell.value if cell else None, format_)
            waiting = [at for at in waiting if at[0] > row.number] if marked else waiting
    except tables.CannotRead:
        pass  # what could be read is there; the finding says where it ended
    for (row_number, column), text in notes.items():
        sheet.write_comment(row_number - 1, column, text, {"x_scale": 2.5, "y_scale": 1 + len(text) // 160})


def _write_cell(sheet: Any, row: int, column: int, value: tables.Value, look: Any) -> None:
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    elif isinstance(value, date | datetime):
        sheet.write_string(row, column, value.isoformat(), look)
    else:
        sheet.write_string(row, column, value[:_LONGEST_CELL], look)
