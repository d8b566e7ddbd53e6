"""Writes sheets of a register as a workbook: headings in the reader's language, keys for machines below, drop-downs.

Rows go to disk as they come, so the size of the body does not matter. A sheet that is full goes on in another of the
same name with a number.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import xlsxwriter

from fasti import charter, words
from fasti.acts import snapshots
from fasti.exchange import cells, choices, formats, headings, record_rows, sheets, tables

DAYS = {"en": "yyyy-mm-dd", "vi": "dd/mm/yyyy", "ru": "dd.mm.yyyy", "cs": "d. m. yyyy"}
_FULL = 1_048_000
_FIRST_DAY = datetime.date(1900, 3, 1)
"""Spreadsheets count days before it wrongly: these are written as text."""
_WIDTHS = {"day": 18, "whole": 11, "code": 18, "choice": 26, "list": 24, "map": 28}
_WIDE = {"title": 46, "text": 46, "evidence": 30, "path": 40, "work": 36}
_LAST_ROW = 1_048_575
_TABS = {"acts": "#2F5D8C", "effects": "#4F8A5B", "relations": "#8C6D2F"}
CREATED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - the same record makes the same file
_MANNER = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def write_to(asked: formats.Asked, target: Path) -> None:
    """Write the record as a workbook, and the files of its acts into a folder beside it where there are any."""
    part = target.with_name(target.name + ".part")
    files: list[record_rows.File] = []
    try:
        with snapshots.snapshot(), Book(part, asked.pack, asked.lang) as book:
            for sheet in sheets.of(asked.pack).values():
                book.add(sheet)
            book.add_lists()
            for row in record_rows.rows(asked):
                if isinstance(row, record_rows.File):
                    files.append(row)
                else:
                    book.row(*row)
        record_rows.copy_files(files, target.parent)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


class Book:
    """A workbook being written. Use as a context."""

    def __init__(self, path: Path, pack: charter.Pack, lang: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._book = xlsxwriter.Workbook(str(path), dict(_MANNER))
        self._book.set_properties({"title": headings.of_sheet("guide", lang), "created": CREATED})
        self.lang, self.pack = lang, pack
        self.choices = choices.Choices(pack, lang)
        self._sheets = sheets.of(pack)
        self._open: dict[str, tuple[Any, int]] = {}
        self._num: dict[str, int] = {}
        self._lists: dict[str, int] = {}
        self._list_names: dict[str, str] = {}
        self._formats: dict[str, Any] = {}

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._book.close()

    def format(self, name: str, **how: Any) -> Any:
        """A look by name, made once."""
        if name not in self._formats:
            self._formats[name] = self._book.add_format(
                {"font_name": "Arial", "font_size": 10, "valign": "top", **how}
            )
        return self._formats[name]

    def _look(self, column: sheets.Column) -> Any:
        if column.is_shown:
            return self.format("shown", font_color="#777777", italic=True)
        if column.type == "day":
            return self.format("day", num_format=DAYS[self.lang], align="left")
        if column.type == "whole":
            return self.format("whole", num_format="0")
        if column.key in sheets.SPACED:
            return self.format("long", text_wrap=True, num_format="@")
        return self.format("text", num_format="@")

    def plain_sheet(self, key: str) -> Any:
        """A sheet that is no table of the register: the guide, the example."""
        return self._book.add_worksheet(headings.of_sheet(key, self.lang))

    def add(self, sheet: sheets.Sheet) -> None:
        """Begin a sheet, or its next part when it is full."""
        self._num[sheet.key] = self._num.get(sheet.key, 0) + 1
        title = headings.of_sheet(sheet.key, self.lang)
        number = self._num[sheet.key]
        written = self._book.add_worksheet(title if number == 1 else f"{title} {number}")
        written.set_tab_color(
            _TABS.get(sheet.key, _TABS["effects" if sheet.slot == "effects" else "relations"])
        )
        written.freeze_panes(2, 1)
        written.set_landscape()
        written.fit_to_pages(1, 0)
        written.repeat_rows(0, 1)
        written.set_row(0, 30)
        written.set_row(1, 11)
        self._columns(written, sheet)
        self._open[sheet.key] = (written, 1)

    def _columns(self, written: Any, sheet: sheets.Sheet) -> None:
        for at, column in enumerate(sheet.columns):
            width = _WIDE.get(column.key, _WIDTHS.get(column.type, 16))
            written.set_column(at, at, width, self._look(column))
            written.write_string(0, at, self.heading(column), self.head_look(column))
            note = self.note(sheet, column)
            if note:
                written.write_comment(
                    0, at, note, {"x_scale": 2.4, "y_scale": 0.6 + len(note) / 170, "font_size": 9}
                )
            self._drop_down(written, at, column)
        small = self.format("key", font_size=7, font_color="#999999", bottom=1)
        for at, column in enumerate(sheet.columns):  # rows go to disk one after the other
            written.write_string(1, at, column.key, small)
        written.autofilter(1, 0, 1, len(sheet.columns) - 1)

    def heading(self, column: sheets.Column) -> str:
        """A column's heading; a required one bears an asterisk."""
        return headings.of_column(column.key, self.lang) + (" *" if column.is_required else "")

    def head_look(self, column: sheets.Column) -> Any:
        """How a heading looks: what must be filled in is darker."""
        if column.is_required:
            return self.format("head_required", bold=True, text_wrap=True, bg_color="#C9D7E8")
        return self.head()

    def head(self) -> Any:
        """How a heading looks."""
        return self.format("head", bold=True, text_wrap=True, bg_color="#EEF0F4")

    def note(self, sheet: sheets.Sheet, column: sheets.Column) -> str:
        """What belongs in a column, with the rule behind its choices."""
        parts = [headings.note(sheet.key, column.key, self.lang)]
        if column.group:
            articles = dict.fromkeys(
                filter(None, map(self._article(column.group), self.choices.labels(column.group)))
            )
            if articles:
                told = "; ".join(list(articles)[:6]) + (" …" if len(articles) > 6 else "")
                parts.append(words.say("sheet-by-rule", self.lang, article=told))
        return "\n".join(filter(None, parts))

    def _article(self, group: str) -> Any:
        return lambda code: choices.article(self.pack, group, code)

    def _drop_down(self, written: Any, at: int, column: sheets.Column) -> None:
        if not column.group or not self.choices.labels(column.group):
            return
        place = self._lists.setdefault(column.group, len(self._lists))
        self._list_names.setdefault(column.group, headings.of_column(column.key, self.lang))
        letter, title = tables.letter(place * 3), headings.of_sheet("lists", self.lang).replace("'", "''")
        last = len(self.choices.labels(column.group)) + 2
        written.data_validation(
            2,
            at,
            _LAST_ROW,
            at,
            {
                "validate": "list",
                "source": f"='{title}'!${letter}$3:${letter}${last}",
                "error_title": headings.of_column(column.key, self.lang)[:32],
                "error_message": words.say("sheet-choose", self.lang),
            },
        )

    def add_lists(self) -> None:
        """The sheet of everything that can be chosen: what is shown, its code, the article it comes from."""
        written = self.plain_sheet("lists")
        written.freeze_panes(2, 0)
        written.set_landscape()
        written.fit_to_pages(1, 0)
        cell = self.format("plain", text_wrap=True)
        groups = sorted(self._lists.items(), key=lambda pair: pair[1])
        for group, place in groups:  # rows go to disk one after the other
            written.write_string(0, place * 3, self._list_names[group], self.head())
        columns = []
        for group, place in groups:
            for at, key in enumerate(("value", "code", "article")):
                told = headings.of_column(key, self.lang)
                written.write_string(1, place * 3 + at, told, self.head())
                written.set_column(place * 3 + at, place * 3 + at, (34, 22, 26)[at], cell)
            columns.append(
                [
                    (label, code, self._article(group)(code))
                    for code, label in self.choices.labels(group).items()
                ]
            )
        for row in range(max(map(len, columns), default=0)):
            for place, listed in enumerate(columns):
                if row < len(listed):
                    written.write_row(row + 2, place * 3, listed[row])

    def row(self, key: str, values: Mapping[str, Any]) -> None:
        """Write a row of the register: values by column, as a draft has them."""
        if self._open[key][1] >= _FULL:
            self.add(self._sheets[key])
        written, last = self._open[key]
        for at, column in enumerate(self._sheets[key].columns):
            value = values.get(column.key)
            if value is not None and value != "":
                self.cell(written, last + 1, at, value, column)
        self._open[key] = (written, last + 1)

    def cell(self, written: Any, row: int, at: int, value: Any, column: sheets.Column) -> None:
        """Write one value by its column."""
        look = self._look(column)
        if isinstance(value, datetime.date):
            if value >= _FIRST_DAY:
                written.write_datetime(row, at, datetime.datetime(value.year, value.month, value.day), look)  # noqa: DTZ001
            else:
                written.write_string(row, at, value.isoformat(), look)
            return
        told = self.choices.label(column.group, value) if column.group else cells.written(value, column)
        if isinstance(told, int):
            written.write_number(row, at, told, look)
        else:
            written.write_string(row, at, told, look)
