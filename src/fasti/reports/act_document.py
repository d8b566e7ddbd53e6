"""Any act as the official document of its body: head, type, abstract, body, articles, signature, recipients.

The layout is the pack's; this module only sets it, as PDF/A and as a word processor document. Articles are
the act's effects in words, numbered in their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from docx.shared import Cm, Pt

from fasti import words
from fasti.reports import model, pdf, writing
from fasti.reports.peers.paper import Table


@dataclass(frozen=True, slots=True)
class Article:
    """One numbered article: its label ("Điều 1.") and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """An act as it is printed: texts in the language of the document, persons by their name on display."""

    lang: str
    dated: date
    head: model.Head
    marks: tuple[str, ...]
    """Draft, withdrawn by, confidentiality: what must be seen before reading."""
    name: str
    """The type of act, set as the title."""
    about: str
    """The abstract: what the act is about."""
    grounds: tuple[str, ...]
    """The acts it rests on or changes, a line each."""
    body: tuple[str, ...]
    decides: str
    """Who decides, set above the articles; empty where there are none."""
    articles: tuple[Article, ...]
    tables: tuple[Table, ...]
    """The figures of returns that the act hands in."""
    tasks: tuple[str, ...]
    attachments: tuple[str, ...]
    capacity: tuple[str, ...]
    """In whose name and in which office it is signed, a line each."""
    signer: str
    recipients: tuple[str, ...]


def render_pdf(document: Document) -> bytes:
    """The document as PDF/A-2b."""
    told = {
        "lang": document.lang,
        "dated": [document.dated.year, document.dated.month, document.dated.day],
        "head": pdf.head(document.head),
        "number": document.head.number,
        "marks": list(document.marks),
        "name": document.name,
        "about": document.about,
        "grounds": list(document.grounds),
        "body": list(document.body),
        "decides": document.decides,
        "articles": [{"label": article.label, "text": article.text} for article in document.articles],
        "tables": [_table(table) for table in document.tables],
        "tasks": list(document.tasks),
        "attachments": list(document.attachments),
        "capacity": list(document.capacity),
        "signed": _signed(document),
        "signer": document.signer,
        "recipients": list(document.recipients),
        "words": {
            "tasks": words.say("document-tasks", document.lang),
            "attachments": words.say("document-attachments", document.lang),
            "recipients": words.say("document-recipients", document.lang),
        },
    }
    return pdf.typeset("act.typ", told)


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "head": list(table.heads),
        "rows": [list(row) for row in table.rows],
        "notes": list(table.notes),
    }


def render_docx(document: Document) -> bytes:
    """The document as DOCX."""
    title = f"{document.name} {document.head.number}".strip()
    paper = writing.paper(
        title=title, author=document.head.lines[-1], lang=document.lang, dated=document.dated
    )
    if document.marks:
        writing.paragraph(paper, " · ".join(document.marks), bold=True)
    writing.letter(paper, document.head)
    writing.paragraph(paper, document.name, align=writing.CENTRE, style="Title")
    writing.paragraph(paper, document.about, align=writing.CENTRE, bold=True)
    for line in document.grounds:
        _indented(writing.paragraph(paper, f"{line};", align=writing.JUSTIFY, italic=True))
    for line in document.body:
        _indented(writing.paragraph(paper, line, align=writing.JUSTIFY))
    _articles(paper, document)
    for table in document.tables:
        _drawn(paper, table)
    for key, lines in (("document-tasks", document.tasks), ("document-attachments", document.attachments)):
        if lines:
            paper.add_heading(words.say(key, document.lang), 2)
        for line in lines:
            _indented(writing.paragraph(paper, f"– {line}"))
    _closing(paper, document)
    return writing.finished(paper)


def _signed(document: Document) -> str:
    return words.say("document-signed", document.lang) if document.signer else ""


def _indented(paragraph: Any) -> None:
    paragraph.paragraph_format.first_line_indent = Cm(1)


def _articles(paper: Any, document: Document) -> None:
    if document.decides:
        writing.paragraph(paper, document.decides, align=writing.CENTRE, bold=True)
    for article in document.articles:
        written = writing.paragraph(paper, f"{article.label} ", align=writing.JUSTIFY, bold=True)
        written.add_run(article.text)
        _indented(written)


def _drawn(paper: Any, table: Table) -> None:
    paper.add_heading(table.title, 2)
    for note in table.notes:
        writing.paragraph(paper, note, italic=True)
    others = len(table.heads) - 1
    widths = (8.0, *[(writing.WRITING_WIDTH - 8.0) / others] * others)
    writing.table(paper, table.heads, table.rows, widths=widths)


def _closing(paper: Any, document: Document) -> None:
    """Recipients on the left; capacity, office and name of the signer on the right."""
    paper.add_paragraph()
    left, right = paper.add_table(rows=1, cols=2).rows[0].cells
    if document.recipients:
        run = left.paragraphs[0].add_run(words.say("document-recipients", document.lang))
        run.bold = run.italic = run.underline = True
    for line in document.recipients:
        told = left.add_paragraph(f"- {line}")
        told.paragraph_format.space_after = Pt(0)
        told.runs[0].font.size = Pt(10.5)
    signature = right.paragraphs[0]
    signature.alignment = writing.CENTRE
    for place, line in enumerate(document.capacity):
        run = signature.add_run(line)
        run.bold = True
        if place < len(document.capacity) - 1:
            run.add_break()
    for text, face in ((_signed(document), "italic"), ("", ""), (document.signer, "bold")):
        added = right.add_paragraph()
        added.alignment = writing.CENTRE
        run = added.add_run(text)
        if face:
            setattr(run, face, True)
