"""A report as a word processor document, for those who must edit it into their own."""

from __future__ import annotations

from typing import Any

from fasti import words
from fasti.reports import annex, charts, handed_in_tables, model, writing


def render(report: model.Report) -> bytes:
    """The report as DOCX."""
    document = writing.paper(
        title=report.title, author=report.head.lines[-1], lang=report.lang, dated=report.dated
    )
    writing.letter(document, report.head)
    _title(document, report)
    _headline(document, report)
    for table in report.tables[:1]:
        _side_by_side(document, report, table)
    _charts(document, report)
    for section in report.sections:
        _section(document, section, report.lang)
    for table in report.tables[1:]:
        _side_by_side(document, report, table)
    _coverage(document, report)
    if report.returns:
        _returns(document, report.returns, report.lang)
    _late(document, report)
    _annex(document, report)
    return writing.finished(document)


def _title(document: Any, report: model.Report) -> None:
    writing.paragraph(document, report.title, align=writing.CENTRE, style="Title")
    for fact in report.facts:
        writing.paragraph(document, fact, align=writing.CENTRE)
    said = words.sentence(report.coverage.sentence)
    writing.paragraph(document, said, align=writing.CENTRE, bold=True)


def _headline(document: Any, report: model.Report) -> None:
    told = [report.figures[place] for place in report.headline]
    tiles = []
    for figure in told:
        before = words.say("report-before", report.lang, value=figure.before.text) if figure.before else ""
        tiles.append((figure.label, figure.amount.text, before))
    if tiles:
        writing.tiles(document, tiles)


def _section(document: Any, section: model.Section, lang: str) -> None:
    document.add_heading(section.title, 1)
    for figure in section.figures:
        writing.paragraph(document, figure.sentence).paragraph_format.keep_with_next = True
    for figure in section.figures:
        if figure.now is not None:
            told = words.say("report-now", lang, figure=figure.label, value=figure.now.text)
            writing.paragraph(document, told, italic=True)
    heads = [words.say(f"col-{name}", lang) for name in ("indicator", "value", "year-before", "change")]
    rows = []
    for figure in section.figures:
        before = figure.before.text if figure.before else ""
        label = f"{figure.label}\n– {figure.parts_told}" if figure.parts else figure.label
        rows.append([label, figure.amount.text, before, figure.difference])
    writing.table(document, heads, rows, widths=(6.6, 4.2, 4.2, 2.0))


def _side_by_side(document: Any, report: model.Report, table: model.SideBySide) -> None:
    document.add_heading(table.title, 1)
    note = writing.paragraph(document, table.note, italic=True)
    note.paragraph_format.keep_with_next = True
    figures = report.figures
    heads = [report.units_label, *(figures[column].label for column in table.columns)]
    rows = [_unit_row(row, table) for row in table.rows]
    foot = [_unit_row(row, table) for row in table.foot]
    weights = [2 if figures[column].amount.is_ratio else 1 for column in table.columns]
    widths = [weight * (writing.WRITING_WIDTH - 2.6) / sum(weights) for weight in weights]
    writing.table(document, heads, rows, widths=[2.6, *widths], foot=foot, size=8)


def _unit_row(row: model.UnitRow, table: model.SideBySide) -> list[str]:
    name = f"– {row.name}" if row.depth else row.name
    return [name, *(row.amounts[column].text for column in table.columns)]


def _charts(document: Any, report: model.Report) -> None:
    if not report.charts:
        return
    document.add_heading(words.say("heading-charts", report.lang), 1)
    writing.pictures(document, [_chart(chart, report.lang) for chart in report.charts])


def _chart(chart: model.Chart, lang: str) -> tuple[str, str, bytes, str]:
    told = "; ".join(f"{name}: {label}" for name, label in zip(chart.categories, chart.labels, strict=True))
    return chart.title, chart.subtitle, charts.png(chart, lang), f"{chart.title}. {told}"


def _coverage(document: Any, report: model.Report) -> None:
    lang = report.lang
    document.add_heading(words.say("heading-coverage", lang), 1)
    heads = [words.say(f"col-{name}", lang) for name in ("due-on", "act", "signed-on", "status")]
    rows = [
        [
            row.name,
            words.day(row.due_on, lang, style="short"),
            row.symbol,
            words.day(row.signed_on, lang, style="short") if row.signed_on else "",
            row.state,
        ]
        for row in report.coverage.rows
    ]
    widths = (4.2, 2.7, 3.2, 2.7, 4.2)
    writing.table(document, [report.units_label, *heads], rows, widths=widths, numbers_from=9)


def _returns(document: Any, found: model.Returns, lang: str) -> None:
    document.add_heading(found.title, 1)
    for line in handed_in_tables.lines(found, lang):
        writing.paragraph(document, line)
    for table in handed_in_tables.tables(found, lang):
        document.add_heading(table.title, 2)
        others = len(table.heads) - 1
        widths = (5.0, *[(writing.WRITING_WIDTH - 5.0) / others] * others)
        numbers_from = 9 if len(table.left) > 1 else 1
        writing.table(document, table.heads, table.rows, widths=widths, numbers_from=numbers_from, size=8)
        for note in table.notes:
            writing.paragraph(document, note, italic=True)


def _late(document: Any, report: model.Report) -> None:
    lang = report.lang
    document.add_heading(report.late_title, 1)
    writing.paragraph(document, report.late_lead)
    if not report.late:
        return
    heads = [words.say(f"col-{name}", lang) for name in ("act", "title", "issuer", "recorded-on", "status")]
    rows = [
        [
            words.act_reference(act.symbol, act.signed_on, lang),
            act.title,
            act.issuer,
            words.day(act.recorded_on, lang, style="short"),
            act.state,
        ]
        for act in report.late
    ]
    writing.table(document, heads, rows, widths=(3.4, 5.6, 3.2, 2.4, 2.4), numbers_from=9)


def _annex(document: Any, report: model.Report) -> None:
    document.add_heading(words.say("heading-annex", report.lang), 1)
    for number, entry in enumerate(report.annex, 1):
        document.add_heading(f"{number}. {entry.label}", 2)
        for line in annex.lines(entry, report.lang):
            writing.small(document, line)
    writing.paragraph(document, report.provenance, italic=True)
