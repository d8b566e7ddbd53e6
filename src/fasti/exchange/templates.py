"""An empty workbook to fill in: a guide, sheets with drop-downs and notes, the lists, and a worked example."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from fasti import words
from fasti.exchange import example, formats, headings, sheets, workbook

_NUM_STEPS = 9


def write_to(asked: formats.Asked, target: Path) -> None:
    """Write the template in the language asked for."""
    part = target.with_name(target.name + ".part")
    try:
        with workbook.Book(part, asked.pack, asked.lang) as book:
            known = sheets.of(asked.pack)
            _guide(book, known)
            _example(book, known, book.plain_sheet("example"))
            for sheet in known.values():
                book.add(_without_shown(sheet))
            book.add_lists()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _without_shown(sheet: sheets.Sheet) -> sheets.Sheet:
    """The sheet without the columns that only an export fills."""
    columns = tuple(
        each for each in sheet.columns if not each.is_shown and each.key not in sheets.SEALED.values()
    )
    return sheets.Sheet(key=sheet.key, slot=sheet.slot, columns=columns, kind=sheet.kind)


def _guide(book: workbook.Book, known: dict[str, sheets.Sheet]) -> None:
    """What to do, step by step, and what each sheet is for."""
    lang = book.lang
    written = book.plain_sheet("guide")
    written.hide_gridlines(2)
    written.set_column(0, 0, 4)
    written.set_column(1, 1, 24)
    written.set_column(2, 2, 96)
    title = book.format("title", bold=True, font_size=16, font_color="#2F5D8C")
    bold = book.format("bold", bold=True)
    wrapped = book.format("plain", text_wrap=True)
    body = book.pack.name("body", "name", lang if lang in book.pack.languages else book.pack.languages[0])
    written.set_row(0, 28)
    written.write_string(0, 1, words.say("sheet-guide-title", lang, body=body), title)
    row = 2
    for number in range(1, _NUM_STEPS + 1):
        told = words.say(f"sheet-guide-{number}", lang)
        written.set_row(row, _height(told, 128))
        written.write_number(row, 0, number, bold)
        written.merge_range(row, 1, row, 2, told, wrapped)
        row += 1
    row += 1
    written.write_string(row, 1, headings.of_column("sheet", lang), book.head())
    written.write_string(row, 2, words.say("sheet-what-for", lang), book.head())
    for key in (*known, "lists", "example"):
        row += 1
        told = words.say(f"sheet-for-{key}", lang)
        written.set_row(row, _height(told, 104))
        name = headings.of_sheet(key, lang)
        written.write_url(
            row, 1, f"internal:'{name}'!A1", book.format("link", font_color="#0563C1", underline=1), name
        )
        written.write_string(row, 2, told, wrapped)
    written.set_landscape()
    written.fit_to_pages(1, 0)


def _height(text: str, width: int) -> float:
    """The height of a row that a text of some lines needs, in points."""
    return 15.0 * sum(len(line) // width + 1 for line in text.split("\n")) + 4


def _example(book: workbook.Book, known: dict[str, sheets.Sheet], written: Any) -> None:
    """Rows as they would stand in the sheets, sheet by sheet. Nothing of it is taken in."""
    lang = book.lang
    written.hide_gridlines(2)
    written.set_column(0, 12, 22)
    written.set_row(0, 22)
    written.write_string(
        0, 0, words.say("sheet-example-title", lang), book.format("subtitle", bold=True, font_size=12)
    )
    row = 2
    for key, listed in itertools.groupby(example.rows(book.pack, lang), key=lambda each: each[0]):
        values = [each for _, each in listed]
        columns = [column for column in known[key].columns if any(column.key in each for each in values)]
        written.write_string(
            row, 0, headings.of_sheet(key, lang), book.format("block", bold=True, font_color="#2F5D8C")
        )
        for at, column in enumerate(columns):
            written.write_string(row + 1, at, book.heading(column), book.head_look(column))
        row += 2
        for each in values:
            for at, column in enumerate(columns):
                if each.get(column.key) not in (None, ""):
                    book.cell(written, row, at, each[column.key], column)
            row += 1
        row += 1
    written.set_landscape()
    written.fit_to_pages(1, 0)
