"""A table as it lies in a file, before anybody asks what it means: sheets of rows of cells, read one row at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell that is not empty."""

    value: Value
    fault: str = ""
    """cell-formula or cell-error where it is no value but a reckoning or its failure; `value` is then its text."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row that is not empty; cells by column, from 0."""

    number: int
    """As the spreadsheet counts, from 1."""
    cells: dict[int, Cell]
    is_hidden: bool = False


@dataclass(slots=True)
class RawSheet:
    """A sheet: its rows in a stream. What lies behind the rows in the file is known once they are read."""

    title: str
    rows: Iterator[RawRow]
    is_hidden: bool = False
    merged: list[str] = field(default_factory=list)
    """Ranges of merged cells, such as `A3:B4`."""


class CannotRead(Exception):
    """The file cannot be read as tables; carries the code of a finding, its arguments, and the row where known."""

    def __init__(self, code: str, *, row: int = 0, **args: str) -> None:
        super().__init__(code, args)
        self.code, self.args_, self.row = code, args, row


def letter(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> letter(0), letter(25), letter(26), letter(701), letter(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    found, left = "", column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        found = chr(65 + rest) + found
    return found


def index(letters: str) -> int:
    """The column of letters, counted from 0.

    >>> index("A"), index("AA"), index("XFD")
    (0, 26, 16383)
    """
    found = 0
    for each in letters:
        found = found * 26 + ord(each) - 64
    return found - 1
