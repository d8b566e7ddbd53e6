"""A document of tables in each format of reports: page, PDF/A, word processor, workbook, JSON, plain text."""

from __future__ import annotations

import html as markup
import io
import json as plain_json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from fasti.reports import html as pages
from fasti.reports import packing, pdf, writing
from fasti.reports.peers.paper import Paper, Table
from fasti.reports.timelines import text as lines

esc = markup.escape
WIDTH = 17.0
"""Centimetres between the margins of a page."""


def render(paper: Paper, format: str) -> bytes:
    """The document in one format of `formats.FORMATS`."""
    return FORMATS[format](paper)


def filename(paper: Paper, format: str) -> str:
    """A name for its file."""
    return f"{paper.name}.{paper.lang}.{'txt' if format == 'text' else format}"


def text(paper: Paper) -> bytes:
    """As lines with aligned columns."""
    return ("\n".join(_lines(paper)) + "\n").encode()


def _lines(paper: Paper) -> Iterator[str]:
    yield paper.title
    yield from (f"  {fact}" for fact in paper.facts)
    for table in paper.tables:
        yield ""
        yield table.title
        right = [i for i in range(len(table.heads)) if i not in table.left]
        yield from lines.table([table.heads, *table.rows, *table.foot], right=right)
        yield from (f"  {note}" for note in table.notes)


def json(paper: Paper) -> bytes:
    """Exact values for programs."""
    return (plain_json.dumps(paper.plain, ensure_ascii=False, indent=2) + "\n").encode()


def html(paper: Paper) -> bytes:
    """As one page that needs nothing else."""
    facts = "".join(f"<p>{esc(fact)}</p>" for fact in paper.facts)
    body = "\n".join(
        [f'<div class="head"><h1>{esc(paper.title)}</h1>{facts}</div>', *map(_section, paper.tables)]
    )
    return pages.PAGE.format(
        lang=paper.lang, title=esc(paper.title), style=pages.style(), skip=esc(paper.title), body=body
    ).encode()


def _section(table: Table) -> str:
    heads = "".join(
        f'<th scope="col"{_side(table, i)}>{esc(each)}</th>' for i, each in enumerate(table.heads)
    )
    rows = "".join(_row(table, row) for row in table.rows)
    foot = "".join(_row(table, row) for row in table.foot)
    notes = "".join(f"<p>{esc(note)}</p>" for note in table.notes)
    return (
        f'<section class="panel"><header><h2>{esc(table.title)}</h2></header><div class="scroll" tabindex="0" '
        f'role="region" aria-label="{esc(table.title)}"><table><caption>{esc(table.title)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>{f'<tfoot>{foot}</tfoot>' if foot else ''}"
        f"</table></div>{notes}</section>"
    )


def _row(table: Table, row: tuple[str, ...]) -> str:
    cells = "".join(f"<td{_side(table, i)}>{esc(each)}</td>" for i, each in enumerate(row) if i)
    return f'<tr><th scope="row">{esc(row[0])}</th>{cells}</tr>'


def _side(table: Table, column: int) -> str:
    return "" if column in table.left else ' class="num"'


def pdf_(paper: Paper) -> bytes:
    """As PDF/A, tagged."""
    return pdf.typeset("tables.typ", {
        "lang": paper.lang, "title": paper.title, "author": paper.author, "facts": list(paper.facts),
        "tables": [
            {
                "title": each.title, "head": list(each.heads), "rows": [list(row) for row in each.rows],
                "foot": [list(row) for row in each.foot], "notes": list(each.notes), "left": list(each.left),
            }
            for each in paper.tables
        ],
    })  # fmt: skip


def docx(paper: Paper) -> bytes:
    """As a word processor document."""
    document = writing.paper(title=paper.title, author=paper.author, lang=paper.lang, dated=None)
    writing.paragraph(document, paper.title, align=writing.CENTRE, style="Title")
    for fact in paper.facts:
        writing.paragraph(document, fact, align=writing.CENTRE)
    for table in paper.tables:
        document.add_heading(table.title, 1)
        others = len(table.heads) - 1
        widths = [WIDTH / 4, *[WIDTH * 3 / 4 / max(others, 1)] * others]
        writing.table(document, table.heads, table.rows, widths=widths, foot=table.foot, size=8)
        for note in table.notes:
            writing.paragraph(document, note, italic=True)
    return writing.finished(document)


def xlsx(paper: Paper) -> bytes:
    """As a workbook, a sheet for each table; numbers of which the text is the exact value are numbers."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(
        written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {
            "title": paper.title,
            "author": paper.author,
            "created": datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None),
        }
    )
    bold, wrap = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
    for n, table in enumerate(paper.tables, 1):
        sheet = book.add_worksheet(str(n))
        told = [paper.title, *paper.facts, table.title]
        for y, each in enumerate(told):
            sheet.write_string(y, 0, each, bold if y in (0, len(told) - 1) else None)
        sheet.write_row(len(told), 0, table.heads, bold)
        sheet.set_column(0, 0, 30, wrap)
        sheet.set_column(1, len(table.heads), 16, wrap)
        for y, row in enumerate(
            (*table.rows, *table.foot, *((note,) for note in table.notes)), len(told) + 1
        ):
            for x, each in enumerate(row):
                _put(sheet, y, x, each)
    book.close()
    return packing.timeless(written.getvalue())


def _put(sheet: Any, y: int, x: int, each: str) -> None:
    if each.isascii() and each.isdigit():
        sheet.write_number(y, x, int(each))
    else:
        sheet.write_string(y, x, each)


FORMATS: Mapping[str, Callable[[Paper], bytes]] = {
    "html": html, "pdf": pdf_, "docx": docx, "xlsx": xlsx, "json": json, "text": text,
}  # fmt: skip
