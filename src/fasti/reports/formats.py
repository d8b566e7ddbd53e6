"""The formats of a report, each with its file in this folder: what it is called as a file, and its media type."""

from __future__ import annotations

import importlib

from fasti.reports import model

FORMATS = ("html", "pdf", "docx", "xlsx", "json", "text")
MEDIA = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "text": "text/plain; charset=utf-8",
}


def render(report: model.Report, format: str) -> bytes:
    """The report in one format."""
    return bytes(importlib.import_module(f"fasti.reports.{format}").render(report))


def filename(report: model.Report, format: str) -> str:
    """A name for its file: unit, period, form and language."""
    ending = "txt" if format == "text" else format
    return f"{report.unit}-{report.period}-{report.form}.{report.lang}.{ending}"
