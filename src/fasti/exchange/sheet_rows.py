"""Reads the rows of a sheet: cells by their columns, contents as a draft has them, findings in their cells."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from fasti.acts import texts, written
from fasti.acts.findings import Finding
from fasti.effects import reading as effect_reading
from fasti.exchange import cells, head, headings, sheets, staging, tables
from fasti.operations import sealing

_RANGE = re.compile("([A-Z]{1,3})([0-9]+)(?::([A-Z]{1,3})([0-9]+))?")


class SheetReader:
    """Reads the rows of one sheet onto the stage."""

    def __init__(self, shared: head.Shared, raw: tables.RawSheet, found: head.Head) -> None:
        if found.sheet is None:
            raise ValueError("a sheet is read by its headings")
        self._shared, self._title, self._head, self._sheet = shared, raw.title, found, found.sheet
        lang = found.lang or shared.lang
        self._cells = cells.Reader(shared.listed(lang), lang)
        places = {column.key: at for at, column in found.columns.items()}
        self._number = shared.stage.add_sheet(raw.title, places)
        self._places = places
        effect_sheets = [each.key for each in shared.sheets.values() if each.slot == self._sheet.slot]
        self._rank = effect_sheets.index(self._sheet.key)
        self._fields: dict[str, dict[str, sheets.Column]] = {}
        self._told = {key: texts.readable(found.texts[at]).rstrip("* ") for key, at in places.items()}

    def row(self, row: tables.RawRow) -> None:
        """One row: its cells read, its content put on the stage."""
        if self._head.is_keys(row):
            return
        self._shared.counted()
        if row.is_hidden:
            self._find(Finding("row-hidden"), row.number)
        values, refused = self._values(row)
        if not values and not refused:
            return
        key = values.pop("act", None)
        place = staging.Place(self._number, row.number)
        if key is None:
            if "act" not in refused:
                self._missing("act", row.number)
            return
        if self._sheet.slot == "acts":
            self._act(str(key), place, values, refused)
        else:
            self._part(str(key), place, values, refused)

    def _values(self, row: tables.RawRow) -> tuple[dict[str, Any], set[str]]:
        """What the cells say by column, and the columns whose cell was refused."""
        values: dict[str, Any] = {}
        refused: set[str] = set()
        for at, cell in row.cells.items():
            column = self._head.columns.get(at)
            if column is None:
                if at not in self._head.texts:
                    value = texts.readable(cell.value)
                    self._find(Finding("cell-without-heading", {"value": value}), row.number, at)
                continue
            if column.is_shown:
                continue
            try:
                value = self._cells.read(cell, column, self._heading(column.key))
            except cells.Refused as error:
                self._find(error.finding, row.number, at)
                refused.add(column.key)
                continue
            if value is not None:
                values[column.key] = value
        return values, refused

    def _act(self, key: str, place: staging.Place, values: dict[str, Any], refused: set[str]) -> None:
        _, found = written.read(values)
        self._tell(found, place.row, refused)
        self._shared.stage.add_act(key, place, values)

    def _part(self, key: str, place: staging.Place, values: dict[str, Any], refused: set[str]) -> None:
        order = values.pop("order", None)
        make = getattr(self, f"_{self._sheet.slot}")
        content = make(values, place.row, refused)
        if content is not None:
            self._shared.stage.add_part(key, self._sheet.slot, place, content, order=order, rank=self._rank)

    def _effects(self, values: dict[str, Any], row: int, refused: set[str]) -> dict[str, Any] | None:
        kind = self._sheet.kind or values.pop("kind", None)
        if kind is None:
            if "kind" not in refused:
                self._missing("kind", row)
            return None
        content: dict[str, Any] = {"kind": kind}
        fields = self._columns_of(kind)
        for key, value in values.items():
            column = fields.get(key) or fields.get(key.partition(".")[0] + ".")
            if column is None:
                args: dict[str, object] = {"field": self._heading(key), "effect": kind}
                self._find(Finding("field-not-of-kind", args), row, self._places.get(key, -1))
            elif "." in key:
                field, _, part = key.partition(".")
                content.setdefault(field, {})[part] = value
            else:
                is_map = isinstance(value, dict)
                content[key] = cells.fitting(value, sheets.hints(kind)[key]) if is_map else value
        if not sheets.SEALED.keys().isdisjoint(content):
            content = self._sealed(content, row)
        _, found = effect_reading.read(content, default_on=date(2000, 1, 1))
        if found:
            self._tell(found, row, refused)
        return content

    def _sealed(self, content: dict[str, Any], row: int) -> dict[str, Any]:
        """The effect without what may not be kept: a hash stands for it from here on."""
        sealed, found = sealing.seal({"effects": [content]})
        for each in found:
            self._find(dataclasses.replace(each, effect=None), row, self._places.get("document_number", -1))
        return dict(sealed["effects"][0])

    def _columns_of(self, kind: str) -> dict[str, sheets.Column]:
        """The columns of a kind by key; those of a name in several languages also by its field and a dot."""
        if kind not in self._fields:
            own = sheets.fields(kind, self._shared.pack)
            found = {column.key: column for column in own}
            found |= {column.field + ".": column for column in own if "." in column.key}
            self._fields[kind] = found
        return self._fields[kind]

    def _relations(self, values: dict[str, Any], row: int, refused: set[str]) -> dict[str, Any] | None:
        content: dict[str, Any] = {}
        for key, name in (("relation", "kind"), ("target", "act")):
            if key in values:
                content[name] = values[key]
            elif key not in refused:
                self._missing(key, row)
        if "effects" in values:
            places = values["effects"]
            content["effects"] = [int(each) if str(each).isdecimal() else each for each in places]
            if not all(isinstance(each, int) for each in content["effects"]):
                args: dict[str, object] = {"field": self._heading("effects"), "value": texts.readable(places)}
                self._find(Finding("list-malformed", args), row, self._places["effects"])
        return content

    def _tasks(self, values: dict[str, Any], row: int, refused: set[str]) -> dict[str, Any]:
        for key in ("text", "unit"):
            if key not in values and key not in refused:
                self._missing(key, row)
        return values

    def _texts(self, values: dict[str, Any], row: int, refused: set[str]) -> dict[str, Any] | None:
        return self._one("text", values, row, refused)

    def _attachments(self, values: dict[str, Any], row: int, refused: set[str]) -> dict[str, Any] | None:
        content = self._one("path", values, row, refused)
        if content is None:
            return None
        folder = self._shared.folder.resolve()
        path = (folder / content["path"]).resolve()
        if not path.is_relative_to(
            folder
        ):  # a sheet comes from others: it names no file of whoever reads it in
            args: dict[str, object] = {"file": texts.readable(content["path"])}
            self._find(Finding("attachment-elsewhere", args), row, self._places.get("path", -1))
            return None
        content["path"] = str(path)
        return content

    def _one(self, key: str, values: dict[str, Any], row: int, refused: set[str]) -> dict[str, Any] | None:
        if key not in values:
            if key not in refused:
                self._missing(key, row)
            return None
        return values

    def merged(self, span: str) -> None:
        """Cells that were joined: what stood in all but the first is gone from the file."""
        found = _RANGE.fullmatch(span)
        first_row = int(found[2]) if found else 0
        if found is None or int(found[4] or first_row) <= self._head.row:
            return
        self._find(Finding("cells-merged", {"value": span}), first_row, tables.index(found[1]))

    def _tell(self, found: Iterable[Finding], row: int, refused: set[str]) -> None:
        """Findings of a draft's fields in their cells; what is missing because it was refused was told already."""
        gone = {key.partition(".")[0] for key in refused}
        for each in found:
            field = str(each.args.get("field", ""))
            if field.partition(".")[0] in gone:
                continue
            key = next((key for key in (field, field.partition(".")[0]) if key in self._places), field)
            key = next((each for each in self._places if each.partition(".")[0] == key), key)
            args = {**each.args, "field": self._heading(field)} if field else each.args
            self._find(dataclasses.replace(each, args=args), row, self._places.get(key, -1))

    def _missing(self, key: str, row: int) -> None:
        self._find(Finding("missing-field", {"field": self._heading(key)}), row, self._places.get(key, -1))

    def _heading(self, key: str) -> str:
        """The heading as it stands in the sheet."""
        if key in self._told:
            return self._told[key]
        return headings.of_column(key, self._head.lang or self._shared.lang or "en")

    def _find(self, finding: Finding, row: int, column: int = -1) -> None:
        self._shared.found.add(finding, self._title, row, column)
