"""A report as one page that needs nothing else: own style, light and dark, for screen and print.

Charts are drawings with a data table beneath; every table has a caption and scoped heads; names and titles in
another language than the report bear their own `lang`.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from fasti import words
from fasti.reports import annex, charts, handed_in_tables, model
from fasti.reports.peers.paper import Table

PAGE = """<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>{title}</title>
<style>
{style}</style></head>
<body><a class="skip" href="#main">{skip}</a>
<main id="main">
{body}
</main></body></html>
"""

esc = html.escape

MARK_ROLES = re.compile(r' (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*")')
"""What a drawing says of each of its marks to a screen reader."""


def render(report: model.Report) -> bytes:
    """The report as a self-contained HTML page."""
    title = f"{report.title} · {report.unit_name}"
    skip = words.say("report-skip", report.lang)
    body = "\n".join(_body(report))
    return PAGE.format(lang=report.lang, title=esc(title), style=style(), skip=esc(skip), body=body).encode()


@functools.cache
def style() -> str:
    """The look of every page made here."""
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")


def _body(report: model.Report) -> Iterator[str]:
    yield _head(report)
    yield _headline(report)
    for table in report.tables[:1]:
        yield _side_by_side(report, table)
    if report.charts:
        drawn = "\n".join(_chart(chart, report.lang) for chart in report.charts)
        yield f'<div class="pair">\n{drawn}\n</div>'
    for section in report.sections:
        yield _section(report, section)
    for table in report.tables[1:]:
        yield _side_by_side(report, table)
    yield _coverage(report)
    if report.returns:
        yield _returns(report.returns, report.lang)
    yield _late(report)
    yield _annex(report)
    yield f"<footer><p>{esc(report.provenance)}</p></footer>"


def _head(report: model.Report) -> str:
    head = report.head
    *above, issuer = head.lines
    left = [*(f"<p>{esc(line)}</p>" for line in above), f"<p><b>{esc(issuer)}</b></p>"]
    left += [f"<p>{esc(line)}</p>" for line in (head.separator, head.number) if line]
    right = f'<p><b class="motto">{esc(head.motto)}</b></p>' if head.motto else ""
    right += f"<p><i>{esc(head.place_and_day)}</i></p>"
    covered = esc(words.sentence(report.coverage.sentence))
    full = report.coverage.reported == report.coverage.due
    facts = " · ".join(esc(fact) for fact in report.facts)
    return (
        f'<div class="letter"><div>{"".join(left)}</div><div>{right}</div></div>\n'
        f'<div class="head"><h1>{esc(report.title)}</h1><p>{facts}</p>'
        f'<p class="tag{"" if full else " tag--warn"}">{covered}</p></div>'
    )


def _headline(report: model.Report) -> str:
    figures = report.figures
    told = "".join(_tile(figures[place], report.lang) for place in report.headline)
    label = esc(words.say("heading-summary", report.lang))
    return f'<section aria-label="{label}"><dl class="figs">{told}</dl></section>'


def _tile(figure: model.Figure, lang: str) -> str:
    before = ""
    if figure.before is not None:
        before = f"<dd>{esc(words.say('report-before', lang, value=figure.before.text))}</dd>"
    small = ' class="small"' if figure.amount.is_ratio else ""
    return f"<div><dt>{esc(figure.label)}</dt><dd{small}>{esc(figure.amount.text)}</dd>{before}</div>"


def _section(report: model.Report, section: model.Section) -> str:
    lang = report.lang
    said = "".join(f"<p>{esc(figure.sentence)}</p>" for figure in section.figures)
    since = [
        words.say("report-now", lang, figure=figure.label, value=figure.now.text)
        for figure in section.figures
        if figure.now is not None
    ]
    said += "".join(f'<p class="note">{esc(line)}</p>' for line in since)
    heads = [words.say(f"col-{name}", lang) for name in ("indicator", "value", "year-before", "change")]
    rows = "".join(_figure_rows(figure) for figure in section.figures)
    table = _table(section.title, heads, rows, kind="wrap")
    return _panel(section.id, section.title, f'<div class="say">{said}</div>{table}')


def _figure_rows(figure: model.Figure) -> str:
    before = figure.before.text if figure.before else ""
    cells = "".join(
        f'<td class="num">{esc(cell)}</td>' for cell in (figure.amount.text, before, figure.difference)
    )
    parts = f"<small>{esc(figure.parts_told)}</small>" if figure.parts else ""
    return f'<tr><th scope="row">{esc(figure.label)}{parts}</th>{cells}</tr>'


def _row(head: str, cells: Sequence[str]) -> str:
    told = "".join(f'<td class="num">{esc(cell)}</td>' for cell in cells)
    return f'<tr><th scope="row">{esc(head)}</th>{told}</tr>'


def _table(
    caption: str,
    heads: Sequence[str],
    rows: str,
    *,
    kind: str = "",
    foot: str = "",
    text: int = 1,
    marks: Sequence[str] = (),
) -> str:
    """A table in a region the keyboard can scroll; the first `text` columns are words, the others numbers.

    `marks`: an attribute for each head instead.
    """
    marked = marks or ["" if place < text else " class=num" for place in range(len(heads))]
    told = "".join(
        f'<th scope="col"{mark}>{esc(head)}</th>' for head, mark in zip(heads, marked, strict=True)
    )
    name = esc(caption)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{name}"><table class="{kind}">'
        f'<caption class="sr">{name}</caption><thead><tr>{told}</tr></thead>'
        f"<tbody>{rows}</tbody>{foot}</table></div>"
    )


def _panel(key: str, title: str, inside: str, *, note: str = "") -> str:
    told = f"<p>{esc(note)}</p>" if note else ""
    return (
        '<section class="panel">'
        f'<header><h2 id="{esc(key)}">{esc(title)}</h2>{told}</header>{inside}</section>'
    )


def _side_by_side(report: model.Report, table: model.SideBySide) -> str:
    figures = report.figures
    most = {
        column: max([_size(row.amounts[column]) for row in table.rows], default=0) for column in table.columns
    }
    rows = []
    for row in table.rows:
        cells = "".join(_cell(row.amounts[column], most[column]) for column in table.columns)
        named = f' lang="{row.lang}"' if row.lang != report.lang else ""
        within = ' class="from"' if row.depth else ""
        rows.append(f'<tr{within}><th scope="row"{named}>{esc(row.name)}</th>{cells}</tr>')
    totals = "".join(
        _row(row.name, [row.amounts[column].text for column in table.columns]) for row in table.foot
    )
    heads = [report.units_label, *(figures[column].label for column in table.columns)]
    drawn = _table(
        f"{table.title}: {report.units_label}", heads, "\n".join(rows), foot=f"<tfoot>{totals}</tfoot>"
    )
    return _panel(f"side-{table.id}", table.title, drawn, note=table.note)


def _size(amount: model.Amount) -> Fraction:
    return Fraction(amount.value or 0)


def _cell(amount: model.Amount, most: Fraction | int) -> str:
    part = float(100 * _size(amount) / most) if most else 0.0
    place = f'x="{100 - part:.1f}%" width="{part:.1f}%" height="4"'
    bar = f'<svg class="mini" width="100%" height="4" aria-hidden="true"><rect {place}/></svg>'
    return f'<td class="num">{esc(amount.text)}{bar}</td>'


def _chart(chart: model.Chart, lang: str) -> str:
    # The picture is one image with one name; its marks are read from the table beside it.
    drawn = MARK_ROLES.sub("", charts.svg(chart, lang))
    named = esc(f"{chart.title}. {chart.subtitle}")
    drawn = drawn.replace("<svg ", f'<svg role="img" aria-label="{named}" ', 1)
    rows = "".join(_row(name, cells) for name, cells in chart_rows(chart, lang))
    heads = [chart.head, *(series.label for series in chart.series)]
    summary = esc(words.say("report-data-table", lang))
    told = f"{chart.title}. {summary}"
    data = f"<details><summary>{summary}</summary>{_table(told, heads, rows)}</details>"
    caption = f"<figcaption><b>{esc(chart.title)}</b><span>{esc(chart.subtitle)}</span></figcaption>"
    return f'<figure class="panel chart">{caption}{drawn}{data}</figure>'


def chart_rows(chart: model.Chart, lang: str) -> Iterator[tuple[str, list[str]]]:
    """The data table of a chart: each category with its values; days in words."""
    for name, row, label in zip(chart.categories, chart.values, chart.labels, strict=True):
        told = [label] if chart.kind == "days" else [_value(value, lang) for value in row]
        yield name, told


def _value(value: int | None, lang: str) -> str:
    return words.say("not-applicable", lang) if value is None else words.number(value, lang)


def _coverage(report: model.Report) -> str:
    lang = report.lang
    heads = [
        report.units_label,
        *(words.say(f"col-{name}", lang) for name in ("due-on", "act", "signed-on", "status")),
    ]
    rows = []
    for row in report.coverage.rows:
        given = words.day(row.signed_on, lang, style="short") if row.signed_on else ""
        named = f' lang="{row.lang}"' if row.lang != lang else ""
        cells = (words.day(row.due_on, lang, style="short"), row.symbol, given, row.state)
        rows.append(
            f'<tr><th scope="row"{named}>{esc(row.name)}</th>'
            + "".join(f"<td>{esc(cell)}</td>" for cell in cells)
            + "</tr>"
        )
    table = _table(words.sentence(report.coverage.sentence), heads, "\n".join(rows), text=len(heads))
    return _panel("coverage", words.say("heading-coverage", lang), table)


def _returns(found: model.Returns, lang: str) -> str:
    said = "".join(f"<p>{esc(line)}</p>" for line in handed_in_tables.lines(found, lang))
    told = "".join(map(_of_words, handed_in_tables.tables(found, lang)))
    return _panel("returns", found.title, f'<div class="say">{said}</div>{told}')


def _of_words(table: Table) -> str:
    """A table that says itself which of its columns are words."""
    marks = ["" if place in table.left else " class=num" for place in range(len(table.heads))]
    rows = "".join(_marked(row, marks) for row in table.rows)
    drawn = _table(table.title, table.heads, rows, marks=marks)
    return f'<div class="say"><h3>{esc(table.title)}</h3></div>{drawn}{_paragraphs(table.notes)}'


def _marked(row: Sequence[str], marks: Sequence[str]) -> str:
    cells = "".join(f"<td{mark}>{esc(cell)}</td>" for cell, mark in zip(row[1:], marks[1:], strict=True))
    return f'<tr><th scope="row">{esc(row[0])}</th>{cells}</tr>'


def _late(report: model.Report) -> str:
    lang = report.lang
    said = f'<div class="say"><p>{esc(report.late_lead)}</p></div>'
    if not report.late:
        return _panel("late", report.late_title, said)
    heads = [
        words.say(f"col-{name}", lang)
        for name in ("act", "title", "issuer", "signed-on", "recorded-on", "status")
    ]
    rows = "\n".join(_late_row(act, lang) for act in report.late)
    return _panel("late", report.late_title, said + _table(report.late_title, heads, rows, text=len(heads)))


def _late_row(act: model.LateAct, lang: str) -> str:
    days = (words.day(day, lang, style="short") for day in (act.signed_on, act.recorded_on))
    cells = "".join(f"<td>{esc(cell)}</td>" for cell in (act.issuer, *days, act.state))
    named = f' lang="{act.lang}"' if act.lang != lang else ""
    return f'<tr><th scope="row">{esc(act.symbol)}</th><td{named}>{esc(act.title)}</td>{cells}</tr>'


def _annex(report: model.Report) -> str:
    told = "\n".join(_annex_item(entry, report.lang) for entry in report.annex)
    return _panel("annex", words.say("heading-annex", report.lang), f'<ol class="annex">{told}</ol>')


def _annex_item(entry: model.AnnexEntry, lang: str) -> str:
    definition, article, *rest = annex.lines(entry, lang)
    head = f"<h3>{esc(entry.label)}</h3><p><code>{esc(entry.indicator)}</code></p>"
    return f'<li>{head}<p>{esc(definition)}</p><p class="rule">{esc(article)}</p>{_paragraphs(rest)}</li>'


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{esc(line)}</p>" for line in lines)
