"""Files for imports: the worked example of the template pack as tables or a workbook, changed cell by cell."""

from __future__ import annotations

import csv
import io
import pathlib
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import openpyxl

from fasti.exchange import example, headings, intake, reading, sheets, tables
from tests import cast

Rows = dict[str, list[dict[str, Any]]]
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def rows(lang: str = "en") -> Rows:
    """The rows of the example by sheet."""
    found: Rows = {}
    for key, values in example.rows(cast.pack(), lang):
        found.setdefault(key, []).append(dict(values))
    return found


def columns(listed: list[dict[str, Any]], key: str) -> list[str]:
    known = [column.key for column in sheets.of(cast.pack())[key].columns]
    return [each for each in known if any(each in row for row in listed)]


def text_of(
    rows_: list[dict[str, Any]], key: str, *, delimiter: str = ",", heads: Mapping[str, str] | None = None
) -> str:
    """A table as text, with keys or other heads."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter)
    names = columns(rows_, key)
    writer.writerow([(heads or {}).get(name, name) for name in names])
    writer.writerows([row.get(name, "") for name in names] for row in rows_)
    return file.getvalue()


def folder(
    path: pathlib.Path, rows_: Rows, *, encoding: str = "utf-8", form: str = "NFC", **how: Any
) -> pathlib.Path:
    """The tables as CSV files."""
    path.mkdir(parents=True, exist_ok=True)
    for key, listed in rows_.items():
        text = unicodedata.normalize(form, text_of(listed, key, **how))
        (path / f"{key}.csv").write_bytes(encoded(text, encoding))
    return path


def encoded(text: str, encoding: str) -> bytes:
    """The text in an encoding; Windows-1258 writes tones of its own, and Cyrillic and Czech have no loose marks."""
    if encoding == "cp1258":
        return b"".join(_in_1258(char) for char in unicodedata.normalize("NFC", text))
    if encoding.startswith("cp"):
        text = unicodedata.normalize("NFC", text)
    return text.encode(encoding)


def _in_1258(char: str) -> bytes:
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", char)
        bare = unicodedata.normalize("NFC", "".join(each for each in parts if each not in _TONES))
        return (bare + "".join(each for each in parts if each in _TONES)).encode("cp1258")


def workbook(path: pathlib.Path, rows_: Rows, lang: str = "en") -> Any:
    """An open workbook as a person would have made it: headings in a language, rows from the second on."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for key, listed in rows_.items():
        sheet = book.create_sheet(headings.of_sheet(key, lang))
        names = columns(listed, key)
        sheet.append([headings.of_column(name, lang) for name in names])
        for row in listed:
            sheet.append([row.get(name) for name in names])
    return book


def take(
    path: pathlib.Path, lang: str = "en", encoding: str = "", *, check_only: bool = False
) -> intake.Outcome:
    """Import into the body at hand."""
    return intake.take(
        path,
        pack=cast.pack(),
        manner=reading.Manner(lang=lang, encoding=encoding),
        recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
        actor="test",
        work=path.parent / "work",
        check_only=check_only,
    )


def told(outcome: intake.Outcome) -> list[tuple[str, str]]:
    """Each finding as `sheet!C7` and code."""
    found = []
    for each in outcome.findings:
        column = tables.letter(each.column) if each.column >= 0 else ""
        found.append((f"{each.sheet}!{column}{each.row or ''}", each.finding.code))
    return found


def repacked(path: pathlib.Path, part: str, change: Callable[[bytes], bytes]) -> pathlib.Path:
    """A copy of a workbook with one part changed."""
    target = path.with_name("in.xlsx")
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in whole.namelist():
            new.writestr(name, change(whole.read(name)) if name == part else whole.read(name))
    return target
