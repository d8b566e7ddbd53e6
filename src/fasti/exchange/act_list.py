"""A list of acts as a table for a spreadsheet: the lines of the register of acts, as CSV or as a workbook."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import xlsxwriter

from fasti import words
from fasti.exchange import delimited, workbook
from fasti.reports.register_of_acts import standing
from fasti.reports.register_of_acts.told import Line

COLUMNS = (
    "symbol", "title", "type", "issuer", "issuer-code", "signed", "in-force", "recorded", "days-late",
    "higher", "state", "ended-by", "confidentiality", "code",
)  # fmt: skip
MOST = 50_000
"""Lines of one list that is handed over at once; longer ones are to be narrowed."""
Value = str | int | date | None


def heads(lang: str) -> list[str]:
    """The headings of the columns."""
    return [words.say(f"acts-column-{column}", lang) for column in COLUMNS]


def values(line: Line, lang: str) -> list[Value]:
    """A line as the values of the columns."""
    ended = line.standing.ended
    return [
        line.symbol, line.title, line.type_name, line.issuer_name, line.issuer, line.signed_on,
        line.in_force_on, line.recorded_at.date(), line.standing.days_late or None,
        ", ".join(other.symbol for other in line.higher), state(line.standing, lang),
        ended.by.symbol if ended and ended.by else "", line.confidentiality, line.code,
    ]  # fmt: skip


def state(found: standing.Standing, lang: str) -> str:
    """The state of an act in a word."""
    return words.say(f"acts-state-{found.ended.kind if found.ended else found.state}".replace("_", "-"), lang)


def write_csv(lines: Iterable[Line], lang: str) -> Iterator[bytes]:
    """The table as CSV in UTF-8, days in ISO; line by line."""
    yield b"\xef\xbb\xbf" + _line(heads(lang))
    for line in lines:
        yield _line([_plain(value) for value in values(line, lang)])


def _plain(value: Value) -> str:
    return delimited.guarded(value.isoformat() if isinstance(value, date) else str(value or ""))


def _line(cells: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()


def write_xlsx(lines: Iterable[Line], lang: str) -> bytes:
    """The table as a workbook of one sheet, with a filter over its headings."""
    with tempfile.TemporaryDirectory(prefix="fasti-acts-") as folder:
        path = Path(folder) / "acts.xlsx"
        manner = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(str(path), manner) as book:
            _fill(book, lines, lang)
        return path.read_bytes()


def _fill(book: xlsxwriter.Workbook, lines: Iterable[Line], lang: str) -> None:
    book.set_properties({"title": words.say("acts-list", lang), "created": workbook.CREATED})
    sheet = book.add_worksheet(words.say("acts-list", lang)[:31])
    look = book.add_format({"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True})
    bold = book.add_format(
        {"font_name": "Arial", "font_size": 10, "bold": True, "bottom": 1, "text_wrap": True}
    )
    days = book.add_format({"font_name": "Arial", "font_size": 10, "valign": "top", "align": "left",
                            "num_format": workbook.DAYS[lang]})  # fmt: skip
    for column, width in enumerate((16, 60, 16, 34, 14, 12, 12, 12, 10, 20, 16, 16, 14, 30)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.write_row(0, 0, heads(lang), bold)
    row = 0
    for row, line in enumerate(lines, 1):
        for column, value in enumerate(values(line, lang)):
            if isinstance(value, date):
                sheet.write_datetime(row, column, value, days)
            else:
                sheet.write(row, column, value if value is not None else "", look)
    sheet.autofilter(0, 0, row, len(COLUMNS) - 1)


WRITERS: dict[str, Callable[[Iterable[Line], str], Iterator[bytes] | bytes]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
}
"""By format, what hands over the table."""
