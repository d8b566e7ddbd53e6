"""The headings of a sheet: which column means what, in which language; and what the sheets of one import share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fasti import charter
from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.exchange import choices, headings, placed, sheets, staging, tables

_WITHIN = 30
"""Rows in which the headings must come; what stands above them is a title."""


@dataclass(kw_only=True)
class Shared:
    """What the sheets of one import share: where rows and findings go, and the rule book they are read by."""

    stage: staging.Stage
    found: placed.Found
    pack: charter.Pack
    lang: str
    """Language in which days and choices are read where the headings name none; empty: none known."""
    folder: Path
    """Where paths of attachments begin."""
    progress: Callable[[int], None] | None = None
    num_rows: int = 0
    _choices: dict[str, choices.Choices] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sheets = sheets.of(self.pack)

    def listed(self, lang: str) -> choices.Choices:
        """The lists of choices as a sheet in a language writes them."""
        if lang not in self._choices:
            self._choices[lang] = choices.Choices(self.pack, lang or self.pack.languages[0])
        return self._choices[lang]

    def counted(self) -> None:
        """One more row is read."""
        self.num_rows += 1
        if self.progress is not None and self.num_rows % 500 == 0:
            self.progress(self.num_rows)


class Head:
    """The headings of a sheet: which column means what."""

    def __init__(self, shared: Shared, raw: tables.RawSheet, key: str) -> None:
        self._shared, self._raw = shared, raw
        self.sheet = shared.sheets.get(key)
        self.columns: dict[int, sheets.Column] = {}
        self.texts: dict[int, str] = {}
        self.lang = ""
        self.row = 0

    def find(self, rows: Iterator[tables.RawRow]) -> bool:
        """Find the headings among the first rows; False where there is nothing to read, findings saying why."""
        seen = 0
        for row in rows:
            if self._take(row):
                self._check()
                return self.sheet is not None
            seen += 1
            if seen >= _WITHIN:
                break
        title = self._raw.title
        if self.sheet is not None:
            self._shared.found.add(Finding("sheet-without-headings", {"sheet": title}), title)
        elif seen:
            self._shared.found.add(Finding("sheet-unknown", {"sheet": title}), title)
        return False

    def _take(self, row: tables.RawRow) -> bool:
        """Whether these are the headings: those of the sheet, or of one sheet that has them all but few."""
        told = {at: str(cell.value) for at, cell in row.cells.items() if isinstance(cell.value, str)}
        for sheet in [self.sheet] if self.sheet else self._likely(told.values()):
            known = headings.meanings(sheet)
            meant = {at: headings.key_of(text, sheet, known) for at, text in told.items()}
            if sum(bool(key) for key, _ in meant.values()) >= min(2, len(sheet.columns)):
                self.sheet, self.row, self.texts = sheet, row.number, told
                self.lang = headings.language(langs for key, langs in meant.values() if key)
                self._place(meant)
                return True
        return False

    def _likely(self, told: Iterable[str]) -> Iterator[sheets.Sheet]:
        """For a sheet of an unknown title: the sheets whose required columns are all there, most columns first."""
        texts_ = list(told)
        found = []
        for sheet in self._shared.sheets.values():
            known = headings.meanings(sheet)
            keys = {headings.key_of(text, sheet, known)[0] for text in texts_} - {""}
            if {each.key for each in sheet.columns if each.is_required} <= keys and len(keys) > len(
                texts_
            ) * 0.6:
                found.append((len(keys), sheet))
        yield from (sheet for _, sheet in sorted(found, key=lambda pair: -pair[0])[:1])

    def _place(self, meant: Mapping[int, tuple[str, frozenset[str]]]) -> None:
        if self.sheet is None:
            return
        add = self._shared.found.add
        taken: set[str] = set()
        for at, (key, _) in meant.items():
            column = self.sheet.column(key) if key else None
            shown = texts.readable(self.texts[at])
            if column is None:
                add(Finding("heading-unknown", {"value": shown}), self._raw.title, self.row, at)
            elif key in taken:
                add(Finding("heading-twice", {"value": shown}), self._raw.title, self.row, at)
            else:
                taken.add(key)
                self.columns[at] = column

    def _check(self) -> None:
        if self.sheet is None:
            return
        there = {column.field for column in self.columns.values()}
        for column in self.sheet.columns:
            if column.is_required and column.field not in there:
                name = headings.of_column(column.key, self.lang or self._shared.lang or "en")
                self._shared.found.add(Finding("heading-missing", {"field": name}), self._raw.title, self.row)

    def is_keys(self, row: tables.RawRow) -> bool:
        """Whether the row below the headings repeats them as keys for machines."""
        if row.number != self.row + 1 or self.sheet is None:
            return False
        told = {at: cell.value for at, cell in row.cells.items()}
        keys = {at: column.key for at, column in self.columns.items()}
        return bool(told) and all(keys.get(at) == value for at, value in told.items())
