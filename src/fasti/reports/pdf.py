"""A report as a document for the archive: PDF/A-2b, tagged for screen readers, A4, set by Typst.

The report enters the template as data, never as markup, so no text of an act can change the document. Only
the fonts inside the typesetter are used: the same report is the same file on every machine.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

import orjson
import typst

from fasti import words
from fasti.reports import annex, charts, handed_in_tables, model

FOLDER = Path(__file__).parent
STANDARDS: list[Literal["a-2b", "ua-1"]] = ["a-2b", "ua-1"]


def render(report: model.Report) -> bytes:
    """The report as PDF."""
    return typeset("report.typ", _report(report))


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """A template of this folder filled with data, as PDF/A-2b."""
    inputs = {"data": orjson.dumps(data).decode()}
    made = typst.compile(
        FOLDER / template,
        root=FOLDER,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=[*STANDARDS],
        ignore_system_fonts=True,
    )
    return bytes(made)


def head(written: model.Head) -> dict[str, Any]:
    """The head of a document as the templates read it."""
    return {
        "lines": list(written.lines),
        "separator": written.separator,
        "number": written.number,
        "motto": written.motto,
        "place": written.place_and_day,
    }


def _report(report: model.Report) -> dict[str, Any]:
    lang = report.lang
    return {
        "lang": lang,
        "title": report.title,
        "author": report.head.lines[-1],
        "keywords": [report.form, report.unit, report.period],
        "dated": _day(report.dated or report.known or report.boundaries),
        "words": {
            "charts": words.say("heading-charts", lang),
            "coverage": words.say("heading-coverage", lang),
            "annex": words.say("heading-annex", lang),
        },
        "head": head(report.head),
        "facts": list(report.facts),
        "coverage": words.sentence(report.coverage.sentence),
        "headline": [_tile(report.figures[place], lang) for place in report.headline],
        "sections": [_section(section, lang) for section in report.sections],
        "tables": [_side_by_side(report, table) for table in report.tables],
        "charts": [_chart(chart, lang) for chart in report.charts],
        "reported": _coverage(report),
        "returns": _returns(report.returns, report.lang) if report.returns else None,
        "late": _late(report),
        "annex": [{"label": entry.label, "lines": annex.lines(entry, lang)} for entry in report.annex],
        "provenance": report.provenance,
    }


def _tile(figure: model.Figure, lang: str) -> dict[str, str]:
    before = words.say("report-before", lang, value=figure.before.text) if figure.before else ""
    return {"label": figure.label, "value": figure.amount.text, "before": before}


def _section(section: model.Section, lang: str) -> dict[str, Any]:
    told = [figure.sentence for figure in section.figures]
    told += [
        words.say("report-now", lang, figure=figure.label, value=figure.now.text)
        for figure in section.figures
        if figure.now
    ]
    heads = [words.say(f"col-{name}", lang) for name in ("indicator", "value", "year-before", "change")]
    rows = []
    for figure in section.figures:
        before = figure.before.text if figure.before else ""
        rows.append([figure.label, figure.parts_told, figure.amount.text, before, figure.difference])
    return {"title": section.title, "sentences": told, "heads": heads, "rows": rows}


def _side_by_side(report: model.Report, table: model.SideBySide) -> dict[str, Any]:
    figures = report.figures
    return {
        "title": table.title,
        "note": table.note,
        "widths": [2 if figures[column].amount.is_ratio else 1 for column in table.columns],
        "head": [report.units_label, *(figures[column].label for column in table.columns)],
        "rows": [_unit_row(row, table) for row in table.rows],
        "foot": [_unit_row(row, table) for row in table.foot],
    }


def _unit_row(row: model.UnitRow, table: model.SideBySide) -> list[str]:
    name = f"– {row.name}" if row.depth else row.name
    return [name, *(row.amounts[column].text for column in table.columns)]


def _chart(chart: model.Chart, lang: str) -> dict[str, str]:
    told = "; ".join(f"{name}: {label}" for name, label in zip(chart.categories, chart.labels, strict=True))
    return {
        "title": chart.title,
        "subtitle": chart.subtitle,
        "svg": charts.svg(chart, lang, font=charts.SERIF),
        "alt": f"{chart.title}. {told}",
    }


def _coverage(report: model.Report) -> dict[str, Any]:
    lang = report.lang
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
    return {"head": [report.units_label, *heads], "rows": rows}


def _returns(found: model.Returns, lang: str) -> dict[str, Any]:
    return {
        "title": found.title,
        "lines": handed_in_tables.lines(found, lang),
        "tables": [
            {
                "title": table.title, "head": list(table.heads), "rows": [list(row) for row in table.rows],
                "left": list(table.left), "notes": list(table.notes),
            }
            for table in handed_in_tables.tables(found, lang)
        ],
    }  # fmt: skip


def _late(report: model.Report) -> dict[str, Any]:
    lang = report.lang
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
    return {"title": report.late_title, "lead": report.late_lead, "head": heads, "rows": rows}


def _day(day: date) -> list[int]:
    """The date in the file's properties, which PDF/A asks for: of an undated report, the day it speaks of."""
    return [day.year, day.month, day.day]
