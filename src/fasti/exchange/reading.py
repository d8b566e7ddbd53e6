"""Reads the sheets of a register from files onto a stage, and finds everything in them that cannot be.

Every cell is read before anything is said, and every finding has its sheet, row and column. What concerns several
rows (an act's key given twice, rows of no act) is asked when all are there. The rules of the body are not asked here:
that is the work of issuing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from fasti import charter
from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.exchange import delimited, head, headings, placed, sheet_rows, staging, tables, xlsx

_TABLES = (".csv", ".tsv", ".txt")
_BOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How files are to be read."""

    lang: str = ""
    """Language in which days and choices are read where the headings name none."""
    encoding: str = ""
    """One of `encodings.NAMES`; empty: found by trial."""


def files(path: Path) -> list[Path]:
    """The file, or the tables in the folder; raises `CannotRead` where there are none."""
    if not path.exists():
        raise tables.CannotRead("file-not-there", file=str(path))
    if path.is_dir():
        found = sorted(each for each in path.iterdir() if each.suffix.lower() in _TABLES and each.is_file())
    else:
        found = [path] if path.suffix.lower() in (*_TABLES, *_BOOKS) and path.is_file() else []
    if not found:
        raise tables.CannotRead("file-not-tables", file=str(path.name))
    return found


def read(
    path: Path,
    stage: staging.Stage,
    *,
    pack: charter.Pack,
    manner: Manner,
    progress: Callable[[int], None] | None = None,
) -> placed.Found:
    """Put everything that can be read on the stage; the findings say what cannot. Raises `CannotRead` for no tables."""
    found = placed.Found()
    folder = path if path.is_dir() else path.parent
    work = _Reading(
        head.Shared(stage=stage, found=found, pack=pack, lang=manner.lang, folder=folder, progress=progress)
    )
    for file in files(path):
        with ExitStack() as open_:
            try:
                for raw in _raw_sheets(file, manner, open_):
                    work.sheet(raw)
            except tables.CannotRead as error:
                title = "" if file.suffix.lower() in _BOOKS else file.stem
                found.add(Finding(error.code, error.args_), title, error.row)
    stage.close_rows()
    work.check_whole(path.name)
    return found


def _raw_sheets(file: Path, manner: Manner, open_: ExitStack) -> Iterator[tables.RawSheet]:
    if file.suffix.lower() in _BOOKS:
        yield from open_.enter_context(xlsx.Workbook(file)).sheets()
    else:
        yield delimited.sheet(file, encoding=manner.encoding, known=headings.everything())


class _Reading:
    """The reading of one file or folder."""

    def __init__(self, shared: head.Shared) -> None:
        self._shared, self._stage, self._found = shared, shared.stage, shared.found
        self._has_acts = False

    def sheet(self, raw: tables.RawSheet) -> None:
        key = headings.sheet_of(raw.title, self._shared.sheets)
        if key in headings.PASSED_OVER:
            return
        rows = iter(raw.rows)
        headed = head.Head(self._shared, raw, key)
        if not headed.find(rows):
            return
        if raw.is_hidden:
            self._found.add(Finding("sheet-hidden", {"sheet": raw.title}), raw.title)
        if headed.sheet is not None and headed.sheet.key == "acts":
            self._has_acts = True
        reader = sheet_rows.SheetReader(self._shared, raw, headed)
        for row in rows:
            reader.row(row)
        for span in raw.merged:
            reader.merged(span)

    def check_whole(self, name: str) -> None:
        """What only all rows together can show."""
        if not self._has_acts and not self._found.num:
            self._found.add(Finding("sheet-missing", {"sheet": self._told("acts")}))
        elif not self._stage.num_acts and not self._found.num:
            self._found.add(Finding("nothing-to-import", {"file": name}))
        for key, place in self._stage.twice():
            self._at(place, "act", Finding("act-key-twice", {"value": texts.readable(key)}))
        if self._has_acts:
            for key, place in self._stage.homeless():
                self._at(place, "act", Finding("act-key-unknown", {"value": texts.readable(key)}))
        for order, place in self._stage.same_order():
            self._at(place, "order", Finding("order-twice", {"number": order}))

    def _told(self, key: str) -> str:
        return headings.of_sheet(key, self._shared.lang or "en")

    def _at(self, place: staging.Place, column: str, finding: Finding) -> None:
        title, columns = self._stage.sheet(place.sheet)
        self._found.add(finding, title, place.row, columns.get(column, -1))
