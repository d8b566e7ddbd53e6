"""Reads XLSX workbooks row by row in constant memory, and shows what other readers pass over.

Formulas, errors, merged cells, hidden rows and sheets are told, because what a person does not see must not enter the
register and what a person sees must not be lost. The table of shared texts, which spreadsheet programs write, is kept
on disk. Files that are no workbook, are locked by a password or would unpack to an unreasonable size are refused.
"""

from __future__ import annotations

import array
import mmap
import posixpath
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from lxml import etree

from fasti.exchange import tables

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_LARGEST_PART = 6 * 1024**3
_LARGEST_RATIO = 300
"""A sheet of equal rows packs to about a hundredth; a bomb to a thousandth."""
_SMALL = 16 * 1024**2
_PARTS = {space + name: name for space in (_MAIN, _STRICT) for name in ("v", "f", "is", "t", "r")}
"""Parts of cells and texts by tag; anything else in them is a look."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_DAY_FORMATS = frozenset({14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58})
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


class Workbook:
    """An open workbook; `sheets` reads it. Use as a context."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
            self._check_parts()
            self._sheets = self._read_sheets()
            self._is_day, self._first_day = self._read_styles(), self._read_first_day()
            self._texts = _Texts(self)
        except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, OSError, NotImplementedError) as error:
            raise tables.CannotRead("workbook-unreadable", file=path.name) from error

    def __enter__(self) -> Workbook:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._texts.close()
        self._zip.close()

    def _check_parts(self) -> None:
        for part in self.parts:
            ratio = part.file_size / max(part.compress_size, 1)
            if part.file_size > _LARGEST_PART or (part.file_size > _SMALL and ratio > _LARGEST_RATIO):
                raise tables.CannotRead("workbook-too-large", file=self._path.name)
            if part.flag_bits & 1:
                raise tables.CannotRead("workbook-unreadable", file=self._path.name)
            if part.filename.endswith((".xml", ".rels")):
                with self._zip.open(part) as content:
                    if b"<!DOCTYPE" in content.read(4096):
                        raise tables.CannotRead("workbook-unreadable", file=self._path.name)

    @property
    def parts(self) -> list[zipfile.ZipInfo]:
        """The parts of the file with their sizes."""
        return self._zip.infolist()

    def part(self, name: str) -> IO[bytes] | None:
        """A part of the file, None where there is none."""
        try:
            return self._zip.open(name)
        except KeyError:
            return None

    def elements(self, name: str, *tags: str) -> Iterator[Any]:
        """The elements of these tags in a part, each forgotten when the next is asked for."""
        content = self.part(name)
        if content is None:
            return
        wanted = [space + tag for tag in tags for space in (_MAIN, _STRICT)]
        with content:
            for _, element in etree.iterparse(
                content, events=("end",), tag=wanted, resolve_entities=False, no_network=True, huge_tree=True
            ):
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]

    def _read_sheets(self) -> list[tuple[str, str, bool]]:
        """Title, part and whether hidden, in the order of the workbook."""
        relations = self.part("xl/_rels/workbook.xml.rels")
        if relations is None:
            raise zipfile.BadZipFile("no workbook in the file")
        with relations:
            targets = {each.get("Id"): each.get("Target") for each in etree.parse(relations).getroot()}
        found = []
        for sheet in self.elements("xl/workbook.xml", "sheet"):
            id = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
            target = posixpath.normpath(posixpath.join("xl", targets[id] or "")).removeprefix("/")
            found.append((sheet.get("name", ""), target, sheet.get("state", "visible") != "visible"))
        return found

    def _read_first_day(self) -> datetime:
        for properties in self.elements("xl/workbook.xml", "workbookPr"):
            if properties.get("date1904") in ("1", "true"):
                return datetime(1904, 1, 1)  # noqa: DTZ001 - days of a spreadsheet have no zone
        return datetime(1899, 12, 30)  # noqa: DTZ001

    def _read_styles(self) -> frozenset[int]:
        """The styles that show a number as a day."""
        own = {
            int(each.get("numFmtId")): each.get("formatCode", "")
            for each in self.elements("xl/styles.xml", "numFmt")
        }
        found: set[int] = set()
        for formats in self.elements("xl/styles.xml", "cellXfs"):
            for at, each in enumerate(formats):
                id = int(each.get("numFmtId", 0))
                bare = _QUOTED.sub("", own.get(id, "")).lower()
                if id in _DAY_FORMATS or ("y" in bare or "d" in bare):
                    found.add(at)
        return frozenset(found)

    def sheets(self) -> Iterator[tables.RawSheet]:
        """The sheets in their order; each is read before the next."""
        for title, part, is_hidden in self._sheets:
            merged: list[str] = []
            yield tables.RawSheet(title, self._rows(part, merged), is_hidden, merged)

    def _rows(self, part: str, merged: list[str]) -> Iterator[tables.RawRow]:
        last = 0
        try:
            for element in self.elements(part, "row", "mergeCell"):
                if element.tag.endswith("}mergeCell"):
                    merged.append(element.get("ref", ""))
                    continue
                last = int(element.get("r", last + 1))
                cells = self._cells(element)
                if cells:
                    yield tables.RawRow(last, cells, element.get("hidden") in ("1", "true"))
        except (etree.XMLSyntaxError, zipfile.BadZipFile, ValueError, IndexError, OverflowError) as error:
            raise tables.CannotRead("workbook-unreadable", file=self._path.name) from error

    def _cells(self, row: Any) -> dict[int, tables.Cell]:
        found: dict[int, tables.Cell] = {}
        last = -1
        for element in row:
            reference = _REFERENCE.fullmatch(element.get("r", ""))
            last = tables.index(reference[1]) if reference else last + 1
            cell = self._cell(element)
            if cell is not None:
                found[last] = cell
        return found

    def _cell(self, element: Any) -> tables.Cell | None:
        type, value, formula, text = element.get("t", "n"), "", None, ""
        for child in element:
            tag = _PARTS.get(child.tag)
            if tag == "v":
                value = child.text or ""
            elif tag == "f":
                formula = child.text or ""
            elif tag == "is":
                text = _text(child)
        if formula is not None:
            return tables.Cell("=" + formula, "cell-formula")
        if type == "e":
            return tables.Cell(value, "cell-error")
        if type == "s":
            text = self._texts[int(value)]
        elif type == "str":
            text = _unescaped(value)
        if type in ("s", "str", "inlineStr"):
            return tables.Cell(text) if text else None
        if not value:
            return None
        if type == "b":
            return tables.Cell(value == "1")
        if type == "d":
            return tables.Cell(datetime.fromisoformat(value).replace(tzinfo=None))
        return tables.Cell(self._number(value, int(element.get("s", 0))))

    def _number(self, value: str, style: int) -> tables.Value:
        number = float(value)
        # A spreadsheet believes in 29 February 1900; days before it are off by one and read as numbers.
        first = 0 if self._first_day.year == 1904 else 61
        if style in self._is_day and first <= number < 2958466:
            moment = self._first_day + timedelta(seconds=round(number * 86400))
            return moment if number % 1 else date(moment.year, moment.month, moment.day)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number


class _Texts:
    """The workbook's shared texts, laid end to end in a file on disk, found by number."""

    def __init__(self, book: Workbook) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the workbook
        self._ends = array.array("Q", [0])
        for element in book.elements("xl/sharedStrings.xml", "si"):
            self._file.write(_text(element).encode("utf-8", "surrogatepass"))
            self._ends.append(self._file.tell())
        self._file.flush()
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ) if self._ends[-1] else None

    def __getitem__(self, at: int) -> str:
        if at < 0 or self._map is None:
            return ""
        return self._map[self._ends[at] : self._ends[at + 1]].decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Give the disk back."""
        if self._map is not None:
            self._map.close()
        self._file.close()


def _text(element: Any) -> str:
    """The text of a cell or shared text; its runs joined, readings of signs (furigana) left out."""
    parts = []
    for child in element:
        tag = _PARTS.get(child.tag)
        if tag == "t":
            parts.append(child.text or "")
        elif tag == "r":
            parts += [each.text or "" for each in child if _PARTS.get(each.tag) == "t"]
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
