"""Reads the form of a return that was filled in as a workbook: what it is about, and what stands in each place.

Every cell that cannot be taken is told with its sheet, row and column. Computed figures are read to see whether
somebody has changed them; they are never taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fasti import words
from fasti.acts.findings import Finding
from fasti.effects import given_figures
from fasti.exchange import placed, tables, xlsx
from fasti.exchange import return_places as places

_SHOWN_NONE = "–"
_SPACES = str.maketrans("", "", " \u00a0\u202f")
_MOST_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class Cell:
    """Where something stands: the sheet by its title, the row from 1, the column from 0."""

    sheet: str
    row: int
    column: int


@dataclass(slots=True)
class Filled:
    """What a form says. `cells`: where each figure and section stands, by its id."""

    about: places.About | None = None
    stamp: str = ""
    computed: dict[str, str] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    narrative: dict[str, str] = field(default_factory=dict)
    proposals: list[str] = field(default_factory=list)
    cells: dict[str, Cell] = field(default_factory=dict)
    findings: list[placed.Placed] = field(default_factory=list)

    @property
    def content(self) -> dict[str, Any]:
        """What the unit filled in, as a sheet takes it."""
        return {
            "declared": self.declared, "remarks": self.remarks, "narrative": self.narrative,
            "proposals": self.proposals,
        }  # fmt: skip

    def find(self, code: str, cell: Cell, **args: object) -> None:
        """One more finding, in its cell."""
        self.findings.append(placed.Placed(Finding(code, args), cell.sheet, cell.row, cell.column))


def read(path: Path) -> Filled:
    """The form in a workbook; raises `tables.CannotRead` where the file is no workbook, or no form of a return."""
    filled, told = Filled(), dict[str, str]()
    with xlsx.Workbook(path) as book:
        for sheet in book.sheets():
            for row in _rows(sheet):
                _read_row(sheet, row, filled, told)
    filled.about, filled.stamp = places.about(told), told.get("stamp", "")
    if filled.about is None:
        raise tables.CannotRead("return-form-none", file=path.name)
    return filled


def _rows(sheet: tables.RawSheet) -> Iterator[tables.RawRow]:
    for num, row in enumerate(sheet.rows):
        if num > _MOST_ROWS:
            return
        yield row


def _read_row(sheet: tables.RawSheet, row: tables.RawRow, filled: Filled, told: dict[str, str]) -> None:
    first = row.cells.get(0)
    place = places.parted(first.value) if first and isinstance(first.value, str) else None
    if place is None:
        return
    prefix, id = place
    line = _Line(sheet.title, row, filled)
    if prefix == places.ABOUT:
        told.setdefault(id, line.text(2))
        return
    if prefix in (places.COMPUTED, places.DECLARED) and id in filled.cells:
        filled.find("return-figure-twice", line.at(0), figure=id)
        return
    if prefix != places.COMPUTED and (sheet.is_hidden or row.is_hidden):
        filled.find("row-hidden", line.at(-1))
    _READERS[prefix](line, id)


class _Line:
    """A row of the form."""

    def __init__(self, title: str, row: tables.RawRow, filled: Filled) -> None:
        self.title, self.row, self.filled = title, row, filled

    def at(self, column: int) -> Cell:
        return Cell(self.title, self.row.number, column)

    def value(self, column: int) -> tables.Value:
        """What stands in a column; a formula, or its failure, is told and is as if nothing stood there."""
        cell = self.row.cells.get(column)
        if cell is None:
            return None
        if cell.fault:
            self.filled.find(cell.fault, self.at(column), value=str(cell.value))
            return None
        return cell.value

    def text(self, column: int) -> str:
        value = self.value(column)
        return "" if value is None else str(value).strip()

    def number(self, column: int, id: str) -> str:
        """A whole number as text; empty where nothing stands there or what stands there is none."""
        value = self.value(column)
        written = "" if value is None else str(value).translate(_SPACES)
        if not written or written == _SHOWN_NONE:
            return ""
        if isinstance(value, int | str) and not isinstance(value, bool) and _is_whole(written):
            return str(int(written))
        self.filled.find("return-figure-malformed", self.at(column), figure=id, value=str(value))
        return ""


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 12


def _read_computed(line: _Line, id: str) -> None:
    filled = line.filled
    filled.cells[id] = line.at(places.VALUE)
    raw = line.row.cells.get(places.VALUE)
    part, whole = line.number(places.VALUE, id), line.number(places.WHOLE, id)
    if part or raw is None or str(raw.value).strip() in ("", _SHOWN_NONE):
        filled.computed[id] = _figure(part, whole) or given_figures.NONE
    _read_remark(line, id)


def _read_declared(line: _Line, id: str) -> None:
    filled, num = line.filled, len(line.filled.findings)
    filled.cells[id] = line.at(places.VALUE)
    part, whole = line.number(places.VALUE, id), line.number(places.WHOLE, id)
    text, unknown = _figure(part, whole), line.text(places.UNKNOWN)
    if whole and not part and len(filled.findings) == num:
        filled.find("return-figure-malformed", line.at(places.VALUE), figure=id, value=f"/{whole}")
    if unknown and unknown.casefold() not in _not_known():
        choices = ", ".join(words.say("return-form-not-known", lang) for lang in words.LANGUAGES)
        args = {"field": id, "value": unknown, "choices": choices}
        filled.find("choice-unknown", line.at(places.UNKNOWN), **args)
    elif unknown and text:
        filled.find("return-figure-known-and-not", line.at(places.UNKNOWN), figure=id, value=text)
    elif unknown:
        text = given_figures.NONE
    if text:
        filled.declared[id] = text
    _read_remark(line, id)


def _figure(part: str, whole: str) -> str:
    return f"{part}/{whole}" if part and whole else part


def _not_known() -> frozenset[str]:
    told = (words.say("return-form-not-known", lang).casefold() for lang in words.LANGUAGES)
    return frozenset((*told, given_figures.NONE, "x"))


def _read_remark(line: _Line, id: str) -> None:
    if remark := line.text(places.REMARK):
        line.filled.remarks[id] = remark


def _read_narrative(line: _Line, id: str) -> None:
    """A text too long for a cell goes on in another line of the same key."""
    line.filled.cells.setdefault(id, line.at(2))
    value = line.value(2)
    if value is not None:
        line.filled.narrative[id] = line.filled.narrative.get(id, "") + str(value)


def _read_proposal(line: _Line, id: str) -> None:
    line.filled.cells.setdefault("proposals", line.at(2))
    if text := line.text(2):
        line.filled.proposals.append(text)


_READERS: Mapping[str, Any] = {
    places.COMPUTED: _read_computed,
    places.DECLARED: _read_declared,
    places.NARRATIVE: _read_narrative,
    places.PROPOSAL: _read_proposal,
}
