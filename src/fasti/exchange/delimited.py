"""Tables as CSV. Reads commas, semicolons or tabs, quoted line breaks, any encoding that can be told; writes UTF-8.

Rows are counted as a spreadsheet shows them, so a quoted line break does not move the numbers.
"""

from __future__ import annotations

import csv
import itertools
import re
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from fasti.acts import snapshots, texts
from fasti.exchange import cells, encodings, formats, record_rows, sheets, tables

DELIMITERS = (",", ";", "\t")
LONGEST_CELL = 16 * 1024**2
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """A text as it is written: what a spreadsheet would take for a formula gets an apostrophe, taken off on reading.

    >>> guarded("=1+1"), unguarded("'=1+1"), unguarded(guarded("'-5")), guarded("a=b")
    ("'=1+1", '=1+1', "'-5", 'a=b')
    """
    return "'" + text if _DANGEROUS.match(text) else text


def unguarded(text: str) -> str:
    """The text meant by a cell."""
    return text[1:] if _GUARDED.match(text) else text


def sheet(path: Path, *, encoding: str, known: Collection[str]) -> tables.RawSheet:
    """The file as a sheet of its name. `known` are the headings by which the delimiter is told."""
    codec = encodings.of(path, encoding)
    return tables.RawSheet(path.stem, _rows(path, codec, _delimiter(path, codec, known)))


def _delimiter(path: Path, codec: str, known: Collection[str]) -> str:
    """The delimiter by which the first rows hold most headings."""
    with path.open(encoding=codec, errors="replace", newline="") as file:
        start = list(itertools.islice(file, 20))

    def num_known(delimiter: str) -> tuple[int, int]:
        rows = list(_lenient(start, delimiter))
        told = max((sum(each.strip().casefold() in known for each in row) for row in rows), default=0)
        return told, max(map(len, rows), default=0)

    return max(DELIMITERS, key=num_known)


def _lenient(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error:
        return


def _rows(path: Path, codec: str, delimiter: str) -> Iterator[tables.RawRow]:
    csv.field_size_limit(LONGEST_CELL)
    number = 0
    try:
        # Bytes that are no letters come as halves of characters: so the row is known in which they stand.
        with path.open(encoding=codec, errors="surrogateescape", newline="") as file:
            for number, values in enumerate(csv.reader(file, delimiter=delimiter, strict=True), 1):
                if not all(map(_is_written, values)) or any(_is_of_utf8(value, codec) for value in values):
                    raise tables.CannotRead(
                        "encoding-wrong", row=number, file=path.name, value=encodings_name(codec)
                    )
                cells = {at: tables.Cell(unguarded(value)) for at, value in enumerate(values) if value}
                if cells:
                    yield tables.RawRow(number, cells)
    except UnicodeDecodeError as error:
        name = encodings_name(codec)
        raise tables.CannotRead("encoding-wrong", row=number + 1, file=path.name, value=name) from error
    except csv.Error as error:
        raise tables.CannotRead("csv-malformed", row=number + 1, file=path.name) from error


def _is_written(text: str) -> bool:
    return text.isascii() or texts.is_keepable(text.replace("\0", ""))


def _is_of_utf8(text: str, codec: str) -> bool:
    """Whether the bytes of a cell in another encoding are letters of UTF-8: rows of two files have been joined."""
    if text.isascii() or not codec.startswith("cp"):
        return False
    try:
        told = text.encode(codec, "surrogateescape").decode()
    except UnicodeError:
        return False
    return len(text) - len(told) > 1  # one pair of bytes may be a word of one letter and a hard space


def write_to(asked: formats.Asked, target: Path) -> None:
    """Write the record as a folder of tables, one for each sheet, with the files of its acts."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise formats.CannotWrite("folder-not-empty", file=str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        part.chmod(0o755)
        with snapshots.snapshot():
            _write_tables(asked, part)
        if target.exists():
            target.rmdir()
        part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write_tables(asked: formats.Asked, folder: Path) -> None:
    known = sheets.of(asked.pack)
    with ExitStack() as open_:
        writers = {}
        for sheet in known.values():
            file = (folder / f"{sheet.key}.csv").open("w", encoding="utf-8-sig", newline="")
            writers[sheet.key] = csv.writer(open_.enter_context(file))
            writers[sheet.key].writerow([column.key for column in sheet.columns])
        for row in record_rows.rows(asked):
            if isinstance(row, record_rows.File):
                record_rows.copy_files([row], folder)
                continue
            key, values = row
            writers[key].writerow([_cell(values.get(column.key), column) for column in known[key].columns])


def _cell(value: Any, column: sheets.Column) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return guarded(str(cells.written(value, column)))


def encodings_name(codec: str) -> str:
    """A codec as people call it."""
    return f"windows-{codec[2:]}" if codec.startswith("cp") else codec.removesuffix("-sig").upper()
