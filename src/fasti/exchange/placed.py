"""Findings in their cells: the sheet, the row and the column in which each stands, so that a person can go there."""

from __future__ import annotations

from dataclasses import dataclass

from fasti.acts.findings import Finding
from fasti.exchange import tables

MOST = 10_000
"""Findings kept of one import; the others are counted. Who has more corrects these first."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with its place in the file. Row 0: the sheet or file as a whole; column -1: the row as a whole."""

    finding: Finding
    sheet: str = ""
    row: int = 0
    column: int = -1


class Found:
    """The findings of one import, in the order of the file."""

    def __init__(self) -> None:
        self.listed: list[Placed] = []
        self.num = 0

    def add(self, finding: Finding, sheet: str = "", row: int = 0, column: int = -1) -> None:
        """One more."""
        self.num += 1
        if len(self.listed) < MOST:
            self.listed.append(Placed(finding, sheet, row, column))


def where(each: Placed) -> str:
    """The place as a spreadsheet names it, a line of a file without columns by its number; empty for none.

    >>> where(Placed(Finding("cell-error"), "Figures", 7, 2)), where(Placed(Finding("cell-error"), "a.xml", 7))
    ('Figures!C7', 'a.xml:7')
    """
    if not each.row:
        return each.sheet
    if each.column < 0:
        return f"{each.sheet}:{each.row}"
    return f"{each.sheet}!{tables.letter(each.column)}{each.row}"
