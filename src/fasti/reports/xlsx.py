"""A report as a workbook: a sheet per section, numbers as numbers, ratios with their parts, native charts."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import xlsxwriter

from fasti import words
from fasti.reports import annex, charts, handed_in_tables, model, packing

DAYS = {"en": "dd/mm/yyyy", "vi": "dd/mm/yyyy", "ru": "dd.mm.yyyy", "cs": "d. m. yyyy"}
PORTRAIT = 95  # characters of width that still print upright
SHAPES = {"bars": "bar", "columns": "column", "days": "bar"}


def render(report: model.Report) -> bytes:
    """The report as XLSX."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(
        written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    moment = datetime.combine(report.dated or date(1980, 1, 1), time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": report.title, "author": report.head.lines[-1], "created": moment})
    _Writer(book, report).write()
    book.close()
    return packing.timeless(written.getvalue())


class _Writer:
    """The sheets of one report, in order, each name given once."""

    def __init__(self, book: Any, report: model.Report) -> None:
        self.book, self.report, self.lang = book, report, report.lang
        self.names: set[str] = set()
        self.widths: Sequence[float] = ()
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        looks: dict[str, dict[str, Any]] = {
            "text": {"text_wrap": True},
            "title": {"bold": True, "font_size": 14},
            "plain": {},
            "head": {"bold": True, "text_wrap": True, "bg_color": "#EEF0F4", "bottom": 1},
            "head_number": {
                "bold": True,
                "text_wrap": True,
                "bg_color": "#EEF0F4",
                "bottom": 1,
                "align": "right",
            },
            "number": {"num_format": "#,##0.##"},
            "whole": {"num_format": "#,##0"},
            "share": {"num_format": "0.0 %"},
            "day": {"num_format": DAYS[report.lang], "align": "left"},
            "strong": {"bold": True, "top": 1},
            "strong_whole": {"bold": True, "top": 1, "num_format": "#,##0"},
            "strong_number": {"bold": True, "top": 1, "num_format": "#,##0.##"},
            "strong_share": {"bold": True, "top": 1, "num_format": "0.0 %"},
        }
        self.looks = {name: book.add_format({**base, **look}) for name, look in looks.items()}

    def write(self) -> None:
        """Every sheet."""
        self._summary()
        for section in self.report.sections:
            self._section(section)
        for table in self.report.tables:
            if table.id == "beside":
                self._beside(table)
        if self.report.charts:
            self._charts()
        self._coverage()
        if self.report.returns:
            self._returns(self.report.returns)
        self._late()
        self._annex()

    def _sheet(self, title: str, widths: Sequence[float]) -> Any:
        """A sheet with a name Excel accepts: no reserved signs, at most 31, told apart."""
        name = re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip()
        number = 2
        while name.lower() in self.names:
            name, number = f"{name[:27]} ({number})", number + 1
        self.names.add(name.lower())
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        if sum(widths) > PORTRAIT:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&R&P / &N")
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self.widths = widths
        return sheet

    def _say(self, *ids: str) -> list[str]:
        return [words.say(message, self.lang) for message in ids]

    def _row(self, sheet: Any, line: int, values: Sequence[object], look: str = "text") -> None:
        for column, value in enumerate(values):
            if isinstance(value, date):
                sheet.write_datetime(line, column, datetime.combine(value, time()), self.looks["day"])
            elif isinstance(value, int):
                strong = "strong_whole" if look == "strong" else "whole"
                sheet.write_number(line, column, value, self.looks[strong])
            elif isinstance(value, str):
                sheet.write_string(line, column, value, self.looks[look])

    def _head(self, sheet: Any, line: int, heads: Sequence[str], *, numbers_from: int = 99) -> None:
        """The head of a table, as high as its longest name; numbers have theirs to the right."""
        lines = 1
        for column, text in enumerate(heads):
            look = "head" if column < numbers_from else "head_number"
            sheet.write_string(line, column, text, self.looks[look])
            lines = max(lines, len(textwrap.wrap(text, max(int(self.widths[column]) - 2, 4))))
        sheet.set_row(line, 14 * lines + 2)

    def _amount(self, sheet: Any, line: int, column: int, amount: model.Amount, *, strong: str = "") -> int:
        """Writes an amount; a ratio takes three columns. Returns the next column."""
        if amount.value is not None:
            is_whole = not amount.is_ratio and amount.value.denominator == 1
            look = "share" if amount.is_ratio else "whole" if is_whole else "number"
            sheet.write_number(line, column, float(amount.value), self.looks[strong + look])
        else:
            sheet.write_string(line, column, amount.text, self.looks["text"])
        if not amount.is_ratio:
            return column + 1
        if amount.withheld:
            return column + 3
        for place, value in enumerate((amount.numerator, amount.denominator), 1):
            sheet.write_number(line, column + place, value or 0, self.looks[strong + "whole"])
        return column + 3

    def _summary(self) -> None:
        report = self.report
        sheet = self._sheet(words.say("heading-summary", self.lang), (46, 30, *[12] * 6))
        line = 0
        for text in (*report.head.lines, report.head.number, report.head.motto, report.head.place_and_day):
            if text:
                sheet.write_string(line, 0, text, self.looks["plain"])
                line += 1
        sheet.write_string(line, 0, report.title, self.looks["title"])
        for text in (*report.facts, words.sentence(report.coverage.sentence)):
            line += 1
            sheet.write_string(line, 0, text, self.looks["plain"])
        self._figures(sheet, line + 2, report.figures)

    def _figures(self, sheet: Any, line: int, figures: Sequence[model.Figure]) -> int:
        """The figures with parts and the year before; returns the line after them."""
        columns = ("col-indicator", "col-code", "col-value", "col-numerator", "col-denominator")
        again = ("col-year-before", "col-numerator", "col-denominator")
        self._head(sheet, line, self._say(*columns, *again), numbers_from=2)
        for figure in figures:
            line += 1
            sheet.write_string(line, 0, figure.label, self.looks["text"])
            sheet.write_string(line, 1, figure.indicator, self.looks["text"])
            self._amount(sheet, line, 2, figure.amount)
            if figure.before is not None:
                self._amount(sheet, line, 5, figure.before)
            for part in figure.parts:
                line += 1
                sheet.write_string(line, 0, f"   {part.label}", self.looks["text"])
                self._amount(sheet, line, 2, part.amount)
        return line + 1

    def _section(self, section: model.Section) -> None:
        sheet = self._sheet(section.title, (46, 30, *[16] * 16))
        sheet.write_string(0, 0, section.title, self.looks["title"])
        for line, figure in enumerate(section.figures, 1):
            sheet.write_string(line, 0, figure.sentence, self.looks["plain"])
        line = self._figures(sheet, len(section.figures) + 2, section.figures) + 1
        self._units(sheet, line, section)

    def _units(self, sheet: Any, line: int, section: model.Section) -> None:
        """The units side by side: one column for a count, three for a ratio."""
        figures = self.report.figures
        places = [place for place, figure in enumerate(figures) if figure in section.figures]
        heads = [words.say("col-code", self.lang)]
        for place in places:
            heads += self._heads(figures[place])
        self._head(sheet, line, [self.report.units_label, *heads], numbers_from=2)
        for row in self.report.units:
            line += 1
            self._row(sheet, line, (row.name, row.unit))
            self._amounts(sheet, line, [row.amounts[place] for place in places], figures, places)
        line += 1
        self._row(sheet, line, (self.report.total_label, self.report.unit), "strong")
        self._amounts(
            sheet, line, [figures[place].amount for place in places], figures, places, strong="strong_"
        )

    def _beside(self, table: model.SideBySide) -> None:
        """The figures on two boundaries: the later units, beneath each those it came from."""
        figures = self.report.figures
        sheet = self._sheet(words.say("report-sheet-beside", self.lang), (46, 16, *[16] * 24))
        sheet.write_string(0, 0, table.title, self.looks["title"])
        sheet.write_string(1, 0, table.note, self.looks["plain"])
        heads = [words.say("col-code", self.lang)]
        for place in table.columns:
            heads += self._heads(figures[place])
        self._head(sheet, 3, [self.report.units_label, *heads], numbers_from=2)
        for line, row in enumerate((*table.rows, *table.foot), 4):
            strong = "strong" if row in table.foot else ""
            self._row(sheet, line, ("   " * row.depth + row.name, row.unit), strong or "text")
            told = [row.amounts[place] for place in table.columns]
            self._amounts(sheet, line, told, figures, table.columns, strong=strong and "strong_")

    def _heads(self, figure: model.Figure) -> list[str]:
        return (
            [figure.label, *self._say("col-numerator", "col-denominator")]
            if figure.amount.is_ratio
            else [figure.label]
        )

    def _amounts(
        self,
        sheet: Any,
        line: int,
        amounts: Sequence[model.Amount],
        figures: Sequence[model.Figure],
        places: Sequence[int],
        *,
        strong: str = "",
    ) -> None:
        column = 2
        for amount, place in zip(amounts, places, strict=True):
            self._amount(sheet, line, column, amount, strong=strong)
            column += 3 if figures[place].amount.is_ratio else 1

    def _charts(self) -> None:
        """Each chart's table, and beside it the chart drawn from these cells."""
        title = words.say("heading-charts", self.lang)
        sheet = self._sheet(title, (28, *[14] * 4))
        line = 0
        for chart in self.report.charts:
            sheet.write_string(line, 0, chart.title, self.looks["title"])
            sheet.write_string(line + 1, 0, chart.subtitle, self.looks["plain"])
            first = line + 3
            heads = [chart.head, *(series.label for series in chart.series)]
            self._head(sheet, first - 1, heads, numbers_from=1)
            for place, values in enumerate(_table(chart)):
                self._row(sheet, first + place, values)
            drawn = self._drawn(chart, sheet.get_name(), first)
            sheet.insert_chart(line, 6, drawn, {"description": f"{chart.title}. {chart.subtitle}"})
            line = max(first + len(chart.categories) + 2, line + 20)

    def _drawn(self, chart: model.Chart, sheet: str, first: int) -> Any:
        subtype = {"subtype": "stacked"} if len(chart.series) > 1 else {}
        drawn = self.book.add_chart({"type": SHAPES[chart.kind], **subtype})
        last = first + len(chart.categories) - 1
        for place, series in enumerate(chart.series, 1):
            drawn.add_series(
                {
                    "name": [sheet, first - 1, place],
                    "categories": [sheet, first, 0, last, 0],
                    "values": [sheet, first, place, last, place],
                    "fill": {"color": charts.COLOURS[series.colour - 1]},
                    "gap": 50,
                    "data_labels": {"value": len(chart.series) == 1},
                }
            )
        drawn.set_title({"name": chart.title, "name_font": {"size": 12}})
        drawn.set_legend({"position": "top"} if len(chart.series) > 1 else {"none": True})
        drawn.set_size({"width": 620, "height": max(300, 60 + 22 * len(chart.categories))})
        if SHAPES[chart.kind] == "bar":
            drawn.set_y_axis({"reverse": True, "label_position": "low"})
            drawn.set_x_axis({"major_gridlines": {"visible": False}, "label_position": "high"})
        return drawn

    def _coverage(self) -> None:
        report = self.report
        sheet = self._sheet(words.say("heading-coverage", self.lang), (28, 14, 14, 22, 14, 26, 14))
        sheet.write_string(0, 0, words.sentence(report.coverage.sentence), self.looks["title"])
        heads = self._say("col-code", "col-due-on", "col-act", "col-signed-on", "col-status", "col-days-late")
        self._head(sheet, 2, [report.units_label, *heads])
        for line, row in enumerate(report.coverage.rows, 3):
            told = (row.name, row.unit, row.due_on, row.symbol, row.signed_on, row.state, row.days_late)
            self._row(sheet, line, told)

    def _returns(self, found: model.Returns) -> None:
        """The accepted returns: totals as numbers beside the register's, then where a unit's return differs."""
        sheet = self._sheet(found.title, (46, 30, *[12] * 9, 60))
        sheet.write_string(0, 0, found.title, self.looks["title"])
        line = 0
        for line, text in enumerate(handed_in_tables.lines(found, self.lang), 1):
            sheet.write_string(line, 0, text, self.looks["plain"])
        parts = ("col-numerator", "col-denominator")
        heads = self._say(
            "col-indicator", "col-code", "return-column-total", *parts, "return-column-given",
            "report-returns-owed", "return-column-register", *parts,
        )  # fmt: skip
        self._head(sheet, line + 2, heads, numbers_from=2)
        first = line + 3
        for line, total in enumerate(found.totals, first):
            self._row(sheet, line, (total.label, total.figure))
            self._amount(sheet, line, 2, total.amount)
            sheet.write_number(line, 5, total.num_given, self.looks["whole"])
            sheet.write_number(line, 6, total.num_due, self.looks["whole"])
            if total.register is not None:
                self._amount(sheet, line, 7, total.register)
            if total.without:
                sheet.write_string(line, 10, handed_in_tables.given(total, self.lang), self.looks["plain"])
        self._departures(sheet, line + 2, found)

    def _departures(self, sheet: Any, line: int, found: model.Returns) -> None:
        parts = ("col-numerator", "col-denominator")
        heads = self._say(
            "col-indicator", "return-column-unit", "report-returns-stated", *parts, "col-code",
            "return-column-register", *parts, "col-reason",
        )  # fmt: skip
        if not found.departures:
            return
        sheet.write_string(line, 0, words.say("report-returns-departures", self.lang), self.looks["title"])
        self._head(sheet, line + 1, heads, numbers_from=2)
        for at, each in enumerate(found.departures, line + 2):
            self._row(sheet, at, (each.label, each.name))
            self._amount(sheet, at, 2, each.stated)
            sheet.write_string(at, 5, each.unit, self.looks["plain"])
            self._amount(sheet, at, 6, each.register)
            sheet.write_string(at, 9, each.told, self.looks["plain"])

    def _late(self) -> None:
        report = self.report
        sheet = self._sheet(words.say("report-sheet-late", self.lang), (22, 60, 30, 14, 14, 22))
        sheet.write_string(0, 0, report.late_title, self.looks["title"])
        sheet.write_string(1, 0, report.late_lead, self.looks["plain"])
        if not report.late:
            return
        heads = ("col-act", "col-title", "col-issuer", "col-signed-on", "col-recorded-on", "col-status")
        self._head(sheet, 3, self._say(*heads))
        for line, act in enumerate(report.late, 4):
            told = (act.symbol, act.title, act.issuer, act.signed_on, act.recorded_on, act.state)
            self._row(sheet, line, told)

    def _annex(self) -> None:
        sheet = self._sheet(words.say("report-sheet-annex", self.lang), (34, 34, 90))
        sheet.write_string(0, 0, words.say("heading-annex", self.lang), self.looks["title"])
        self._head(sheet, 2, self._say("col-indicator", "col-code", "col-computed"))
        for line, entry in enumerate(self.report.annex, 3):
            lines = annex.lines(entry, self.lang)
            told = "\n".join(lines)
            sheet.set_row(line, 13.5 * sum(1 + len(text) // 100 for text in lines) + 6)
            self._row(sheet, line, (entry.label, entry.indicator, told))
        sheet.write_string(len(self.report.annex) + 4, 0, self.report.provenance, self.looks["plain"])


def _table(chart: model.Chart) -> Iterator[tuple[object, ...]]:
    for name, row in zip(charts.names(chart), chart.values, strict=True):
        yield (name, *row)
