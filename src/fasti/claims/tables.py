"""Tables of a report: each cell with a number as a sentence of its row's label, its column's heading and the number.

A Word document says where its tables are; in a plain text a table is lines in a row, parted by one mark into cells.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

_MARKS = ("|", "\t", ";")
_LONGEST = 80
"""Letters of a cell: beyond them a line is prose."""
_RULE = re.compile(r"[\s|:+=—–-]*")


def find(written: str, *, start: int = 0) -> Iterator[tuple[int, int, list[list[str]]]]:
    """The tables in a plain text: where each starts and ends, and its cells, headings first.

    >>> [rows for _, _, rows in find("Read on.\\nTown;Members\\nPisek;12\\nTabor;30\\nEnd.")]
    [[['Town', 'Members'], ['Pisek', '12'], ['Tabor', '30']]]
    """
    at, begun, mark, rows = start, start, "", list[list[str]]()
    for line in [*written[start:].splitlines(keepends=True), ""]:
        cells = _cells(line, mark)
        is_next = bool(rows) and len(cells) == len(rows[0])
        if not is_next and not (rows and line.strip() and _RULE.fullmatch(line)):
            if _is_table(rows):
                yield begun, at, rows
            mark = next((each for each in _MARKS if len(_cells(line, each)) > 1), "")
            begun, rows = at, []
            cells = _cells(line, mark)
            is_next = bool(cells)
        if is_next:
            rows.append(cells)
        at += len(line)


def _cells(line: str, mark: str) -> list[str]:
    """The cells of a line; none if the mark parts it into fewer than two, or a cell is long."""
    bare = line.strip(" \r\n")
    if not mark or mark not in bare or _RULE.fullmatch(bare):
        return []
    if mark == "|":
        bare = bare.removeprefix("|").removesuffix("|")
    cells = [cell.strip() for cell in bare.split(mark)]
    return cells if len(cells) > 1 and all(len(cell) <= _LONGEST for cell in cells) else []


def _is_table(rows: list[list[str]]) -> bool:
    """Whether the lines have headings without numbers, and a number of its own in each row after them."""
    if len(rows) < 2 or any(_is_number(cell) and not _is_year(cell) for cell in rows[0]):
        return False
    return all(any(_is_number(cell) for cell in row) for row in rows[1:])


def told(rows: list[list[str]]) -> Iterator[tuple[int, str]]:
    """A table as sentences, one for each cell with a number: its row's label, its column's headings, the number.

    Headings may stand in several rows, where one of a row above spans several columns; together they name the figure.

    >>> heads = [["", "Đảng viên", "Đảng viên"], ["", "Nam", "Nữ"]]
    >>> list(told([*heads, ["2023", "75", "45"], ["Huyện A", "30", "12"]]))[-1]
    (4, 'Đảng viên Nữ (Huyện A): 12')
    >>> list(told([["", "2023", "Nữ"], ["Đảng viên", "120", "45"]]))
    [(2, 'Đảng viên (2023): 120'), (2, 'Đảng viên (Nữ): 45')]
    """
    if not rows:
        return
    num_heads = _num_heads(rows)
    heads = [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*rows[:num_heads], strict=False)]
    for number, row in enumerate(rows, start=1):
        labels = [cell for cell in row if cell and not _is_number(cell)]
        if number <= num_heads:
            continue
        numbered = [(i, cell) for i, cell in enumerate(row) if _is_number(cell)]
        if not numbered and labels:
            yield number, " ".join(dict.fromkeys(labels))
        for i, cell in numbered:
            if i == 0 and len(labels) and len(numbered) > 1:
                continue  # the number of the row in the list
            head = heads[i] if i < len(heads) and heads[i] and len(numbered) > 1 else ""
            label = labels[0] if labels else ""
            name, beside = (head, label) if num_heads > 1 else (label, head)
            yield number, f"{name} ({beside}): {cell}" if name and beside else f"{name or beside}: {cell}"


def _num_heads(rows: list[list[str]]) -> int:
    """How many rows at the top are headings: one without numbers, and the next while a heading above spans columns."""
    found = 0
    while found < len(rows) and not any(_is_number(cell) and not _is_year(cell) for cell in rows[found]):
        found += 1
        spanned = [one for one, other in itertools.pairwise(rows[found - 1]) if one and one == other]
        if not spanned or len(set(rows[found - 1])) == 1:
            break
    return found


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"\d[\d .,\u00a0]*\s?%?", cell))


def _is_year(cell: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d{2}", cell))
