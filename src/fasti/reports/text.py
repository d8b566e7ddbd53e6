"""A report for the terminal: at most 100 columns, no colour, aligned also where a sign is two columns wide.

The figures are numbered; the tables of units bear these numbers instead of long heads.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from fasti import words
from fasti.reports import annex, handed_in_tables, model

COLUMNS = 100
MARGIN = "  "


def render(report: model.Report) -> bytes:
    """The report as UTF-8 text, ending with a line break."""
    lines = [line.rstrip() for line in _lines(report)]
    return ("\n".join(lines) + "\n").encode()


def width(text: str) -> int:
    """The number of terminal columns a text takes: marks none, wide characters two.

    >>> width("Thuỳ"), width(unicodedata.normalize("NFD", "Thuỳ")), width("中央")
    (4, 4, 4)
    """
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, broken at spaces; a longer word is cut.

    >>> wrap("one two three", 7)
    ['one two', 'three']
    """
    lines = [""]
    for word in text.split():
        if lines[-1] and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += " " + word
            continue
        lines.append("")
        for sign in word:
            if width(lines[-1]) + _columns(sign) > columns:
                lines.append("")
            lines[-1] += sign
    return lines[1:] if len(lines) > 1 else lines


def _lines(report: model.Report) -> Iterator[str]:
    yield from _head(report.head)
    yield from _centred(report.title)
    for fact in report.facts:
        yield from _centred(fact)
    yield ""
    yield from _paragraph(words.sentence(report.coverage.sentence))
    yield from _figures(report)
    for table in report.tables:
        yield from _heading(table.title, report.lang)
        yield from _paragraph(table.note)
        yield from _side_by_side(report, table)
    for chart in report.charts:
        yield from _heading(chart.title, report.lang)
        yield from _paragraph(chart.subtitle)
        yield from _chart(chart)
    if report.returns:
        yield from _returns(report.returns, report.lang)
    yield from _late(report)
    yield from _annex(report)
    yield ""
    yield from _paragraph(report.provenance)


def _head(head: model.Head) -> Iterator[str]:
    left = [line for text in (*head.lines, head.separator, head.number) if text for line in wrap(text, 46)]
    right = [line for text in (head.motto, head.place_and_day) if text for line in wrap(text, 46)]
    for place in range(max(len(left), len(right))):
        halves = (side[place] if place < len(side) else "" for side in (left, right))
        yield "  ".join(_centre(half, 49) for half in halves)
    yield ""


def _centre(text: str, columns: int) -> str:
    room = max(columns - width(text), 0)
    return " " * (room // 2) + text + " " * (room - room // 2)


def _centred(text: str) -> Iterator[str]:
    for line in wrap(text, COLUMNS):
        yield _centre(line, COLUMNS)


def _heading(text: str, lang: str) -> Iterator[str]:
    yield ""
    yield from wrap(text, COLUMNS)
    yield "─" * min(width(text), COLUMNS)


def _paragraph(text: str, indent: str = "") -> Iterator[str]:
    for line in wrap(text, COLUMNS - len(indent)):
        yield indent + line


def _figures(report: model.Report) -> Iterator[str]:
    number = 0
    for section in report.sections:
        yield from _heading(section.title, report.lang)
        rows = [("", words.say("col-value", report.lang), words.say("col-year-before", report.lang), "")]
        for figure in section.figures:
            number += 1
            before = figure.before.text if figure.before else ""
            rows.append((f"{number:>3}  {figure.label}", figure.amount.text, before, figure.difference))
        yield from _table(rows)
        first = number - len(section.figures) + 1
        yield from _remarks(section, first, report.lang)


def _remarks(section: model.Section, first: int, lang: str) -> Iterator[str]:
    """The parts of figures, and the figures that have changed since the known day."""
    for number, figure in enumerate(section.figures, first):
        if figure.parts:
            yield from _paragraph(f"({number}) {figure.parts_told}", MARGIN)
        if figure.now is not None:
            told = words.say("report-now", lang, figure=figure.label, value=figure.now.text)
            yield from _paragraph(f"({number}) {told}", MARGIN)


def _side_by_side(report: model.Report, table: model.SideBySide) -> Iterator[str]:
    heads = (report.units_label, *(f"({column + 1})" for column in table.columns))
    rows = [_unit_row("  " * row.depth + row.name, row, table) for row in table.rows]
    yield from _table([heads, *rows], foot=[_unit_row(row.name, row, table) for row in table.foot])


def _unit_row(name: str, row: model.UnitRow, table: model.SideBySide) -> tuple[str, ...]:
    return (name, *(row.amounts[column].text for column in table.columns))


def _table(rows: Sequence[Sequence[str]], *, foot: Sequence[Sequence[str]] = ()) -> Iterator[str]:
    """Rows under their heads: the first column to the left, the others to the right."""
    every = [*rows, *foot]
    wide = [max(width(row[column]) for row in every) for column in range(len(rows[0]))]
    first = min(wide[0], COLUMNS - sum(wide[1:]) - 2 * len(wide[1:]))
    for place, row in enumerate(every):
        if place == 1 or (foot and place == len(rows)):
            yield "-" * min(COLUMNS, first + sum(wide[1:]) + 2 * len(wide[1:]))
        lines = wrap(row[0], max(first, 12)) if width(row[0]) > first else [row[0]]
        yield from lines[:-1]
        cells = (" " * (room - width(cell) + 2) + cell for cell, room in zip(row[1:], wide[1:], strict=True))
        yield lines[-1] + " " * (first - width(lines[-1])) + "".join(cells)


def _chart(chart: model.Chart) -> Iterator[str]:
    """Bars of signs, one of its own for each series."""
    marks = "█▓▒░▚▞"
    if len(chart.series) > 1:
        yield MARGIN + "   ".join(f"{marks[i]} {series.label}" for i, series in enumerate(chart.series))
    room = max([*(width(name) for name in chart.categories), 1])
    most = max([1, *(sum(abs(value or 0) for value in row) for row in chart.values)])
    for name, row, label in zip(chart.categories, chart.values, chart.labels, strict=True):
        if chart.kind == "days":
            bar = ""
        else:
            bar = "".join(marks[i] * round((value or 0) * 50 / most) for i, value in enumerate(row)) + " "
        yield MARGIN + name + " " * (room - width(name) + 1) + bar + label


def _returns(found: model.Returns, lang: str) -> Iterator[str]:
    """The accepted returns: totals in tables, differences of units in sentences."""
    yield from _heading(found.title, lang)
    for line in handed_in_tables.lines(found, lang):
        yield from _paragraph(line)
    for table in handed_in_tables.tables(found, lang, is_narrow=True):
        yield ""
        yield from _paragraph(table.title)
        yield from _table([table.heads, *table.rows])
    for total in found.totals:
        if total.without:
            yield from _paragraph(f"{total.label}: {handed_in_tables.given(total, lang)}", MARGIN)
    for departure in found.departures[: handed_in_tables.MOST]:
        yield from _paragraph(f"≠ {handed_in_tables.departure(departure, lang)}", MARGIN)
    for more in handed_in_tables.more(found, lang):
        yield from _paragraph(more, MARGIN)


def _late(report: model.Report) -> Iterator[str]:
    yield from _heading(report.late_title, report.lang)
    yield from _paragraph(report.late_lead)
    for act in report.late:
        signed = words.act_reference(act.symbol, act.signed_on, report.lang)
        recorded = words.say("report-recorded", report.lang, day=words.day(act.recorded_on, report.lang))
        yield from _paragraph(f"- {act.issuer}, {signed}: {act.title}; {recorded} ({act.state})", MARGIN)


def _annex(report: model.Report) -> Iterator[str]:
    yield from _heading(words.say("heading-annex", report.lang), report.lang)
    for number, entry in enumerate(report.annex, 1):
        yield from _paragraph(f"{number}. {entry.label}")
        for line in annex.lines(entry, report.lang):
            yield from _paragraph(line, "   ")
