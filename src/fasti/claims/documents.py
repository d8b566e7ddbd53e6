"""A report as a file: text, Word or PDF, taken apart into passages with their place. What cannot be read is said.

Nothing is guessed: a page that is a picture, a file of another kind, a text in an unknown encoding are findings.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fasti.claims import sentences, tables, text
from fasti.words import encodings

MOST_PAGES = 1000
MOST_LETTERS = 5_000_000
MOST_UNPACKED = 200 * 2**20
"""Bytes that a Word document may hold once it is unpacked: beyond them it is not opened."""
_BROKEN = "\ufffd"
_PAGE_END = "\x0c"


@dataclass(frozen=True, slots=True)
class Note:
    """What was not read, or how: the code of a finding and its arguments."""

    code: str
    args: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a cell of a table, and where it stands; `line` counts lines of a text file from 1."""

    text: str
    number: int
    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None


@dataclass(slots=True)
class Document:
    """A report taken apart: passages in order, the `# key: value` lines it opens with, and what was not read."""

    name: str
    passages: list[Passage] = field(default_factory=list)
    header: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    num_pages: int | None = None
    num_letters: int = 0

    def has_room(self, written: str) -> bool:
        """Whether so much more may be read; where it may not, the document is cut, and says so once."""
        self.num_letters += len(written)
        is_over = self.num_letters > MOST_LETTERS
        if is_over and not any(note.code == "claims-cut" for note in self.notes):
            self.note("claims-cut", file=self.name, limit=MOST_LETTERS, number=self.num_letters)
        return not is_over

    def note(self, code: str, **args: object) -> None:
        """Say what was not read."""
        self.notes.append(Note(code, {key: str(value) for key, value in args.items()}))


def open_document(path: Path, *, encoding: str = "") -> Document:
    """The document in a file, by its name's ending; raises `OSError` where the file cannot be opened."""
    found = Document(path.name)
    kind = path.suffix.lower()
    if kind == ".pdf":
        _from_pdf(path, found)
    elif kind == ".docx":
        _from_word(path, found)
    elif kind in ("", ".txt", ".text", ".md"):
        _from_text(path, found, encoding)
    else:
        found.note("claims-format-unknown", file=path.name)
        return found
    if not found.passages and not found.notes:
        found.note("claims-empty", file=path.name)
    return found


def from_string(written: str, *, name: str = "") -> Document:
    """The document in a text already at hand."""
    found = Document(name)
    _take(written, found)
    return found


def _from_text(path: Path, found: Document, encoding: str) -> None:
    if path.stat().st_size > MOST_UNPACKED:
        found.note("claims-too-large", file=path.name, limit=MOST_UNPACKED // 2**20)
        return
    try:
        codec = encodings.of(path, encoding)
        written = path.read_bytes().decode(codec)
    except encodings.Undecided as undecided:
        found.note("encoding-undecided", file=undecided.file, value=undecided.names)
        return
    except UnicodeDecodeError:
        found.note("claims-broken", file=path.name, value=encoding or codec)
        return
    if "\0" in written:
        found.note("claims-format-unknown", file=path.name)
        return
    _take(written, found)


def _take(written: str, found: Document) -> None:
    whole = text.clean(written).replace("\r\n", "\n").replace("\r", "\n")
    if len(whole) > MOST_LETTERS:
        found.note("claims-cut", file=found.name, limit=f"{MOST_LETTERS}", number=f"{len(whole)}")
        whole = whole[:MOST_LETTERS]
    found.header, start = sentences.header(whole)
    lines = _Lines(whole)
    num_tables = 0
    for begun, end, rows in [*tables.find(whole, start=start), (len(whole), len(whole), [])]:
        for paragraph in sentences.paragraphs(whole[:begun], start=start):
            found.passages.append(
                Passage(_joined(paragraph.text), len(found.passages) + 1, line=lines.at(paragraph.start))
            )
        num_tables += bool(rows)
        for row, written in tables.told(rows):
            found.passages.append(
                Passage(written, len(found.passages) + 1, line=lines.at(begun), table=num_tables, row=row)
            )
        start = end
    if num_tables:
        found.note("claims-tables", file=found.name, number=num_tables)


class _Lines:
    """The number of the line an offset is on, asked for in rising order."""

    def __init__(self, whole: str) -> None:
        self.whole, self.done, self.line = whole, 0, 1

    def at(self, offset: int) -> int:
        self.line += self.whole.count("\n", self.done, offset)
        self.done = offset
        return self.line


def _joined(paragraph: str) -> str:
    """The lines of a paragraph as one, a word broken at a line's end put together."""
    return re.sub(r"\s*\n\s*", " ", re.sub(r"(?<=[^\W\d_])-\n\s*(?=[a-zà-ỹа-яё])", "", paragraph)).strip()


def _from_word(path: Path, found: Document) -> None:
    from docx.opc import exceptions
    from lxml import etree

    try:
        if _unpacked(path) > MOST_UNPACKED:
            found.note("claims-too-large", file=path.name, limit=MOST_UNPACKED // 2**20)
            return
        _take_word(path, found)
    except (
        exceptions.PackageNotFoundError, zipfile.BadZipFile, zlib.error, etree.LxmlError, KeyError, ValueError,
        AttributeError, TypeError, IndexError, NotImplementedError, RuntimeError, EOFError,
    ) as error:  # fmt: skip  # What python-docx raises of documents that are damaged or were made to harm.
        found.note("claims-unreadable", file=path.name, detail=type(error).__name__)


def _take_word(path: Path, found: Document) -> None:
    import docx
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    opened = docx.Document(str(path))
    num_tables = 0
    for part in opened.iter_inner_content():
        if isinstance(part, Paragraph):
            _add(found, part.text)
        elif isinstance(part, Table):
            num_tables += 1
            rows = [[cell.text.strip() for cell in row.cells] for row in part.rows]
            for number, written in tables.told(rows):
                _add(found, written, table=num_tables, row=number)
    if num_tables:
        found.note("claims-tables", file=path.name, number=num_tables)
    if not found.passages and opened.inline_shapes:
        found.note("claims-pictures", file=path.name)


def _unpacked(path: Path) -> int:
    """How many bytes a packed document says it holds. What lies is caught by the unpacking, which stops there."""
    with zipfile.ZipFile(path) as packed:
        return sum(each.file_size for each in packed.infolist())


def _add(found: Document, written: str, *, table: int | None = None, row: int | None = None) -> None:
    for line in text.clean(written).split("\n"):
        if line.strip() and found.has_room(line):
            found.passages.append(Passage(line.strip(), len(found.passages) + 1, table=table, row=row))


def _from_pdf(path: Path, found: Document) -> None:
    import pypdf
    from pypdf import errors

    empty = []
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            found.note("claims-locked", file=path.name)
            return
        found.num_pages = len(reader.pages)
        for number, page in enumerate(reader.pages[:MOST_PAGES], start=1):
            written = page.extract_text().replace(_PAGE_END, "\n")
            if not written.strip():
                empty.append(number)
                continue
            if not found.has_room(written):
                return
            for paragraph in sentences.paragraphs(_unwrapped(text.clean(written))):
                found.passages.append(Passage(_joined(paragraph.text), len(found.passages) + 1, page=number))
    except (errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        found.note("claims-unreadable", file=path.name, detail=type(error).__name__)
        return
    if empty:
        found.note("claims-pages-without-text", file=path.name, pages=_runs(empty), number=len(empty))
    if found.num_pages > MOST_PAGES:
        found.note("claims-cut", file=path.name, limit=MOST_PAGES, number=found.num_pages)


def _unwrapped(page: str) -> str:
    """A page's lines, those broken for their length put together again."""
    lines = [line.strip() for line in page.splitlines()]
    widest = max((len(line) for line in lines), default=0)
    found: list[str] = []
    for line in lines:
        last = found[-1] if found else ""
        if (
            last
            and line
            and len(last.rsplit("\n", 1)[-1]) >= 0.7 * widest
            and not last.endswith((".", "!", "?", ":", ";"))
        ):
            found[-1] = last + "\n" + line
        else:
            found.append(line)
    return "\n\n".join(_joined(part) for part in found if part)


def _runs(numbers: list[int]) -> str:
    """Page numbers in runs.

    >>> _runs([1, 2, 3, 7])
    '1-3, 7'
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ", ".join("-".join(map(str, run)) for run in found)


def is_broken(written: str) -> bool:
    """Whether a passage holds letters that were lost when it was written."""
    return _BROKEN in written or bool(re.search(r"(?:Ã.|á»|Ä‘|Ð.){2}", written))
