"""Writes the form of a return as a workbook to be filled in without a connection, and sent back.

Computed figures are there to be read and are locked; what the unit declares and writes has open cells, with the kind of
number that the form takes, and the rules of the figure as a note. Nothing in it is a formula that gives a value.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import xlsxwriter

from fasti import charter, words
from fasti.charter import rules
from fasti.effects import given_figures, wording
from fasti.exchange import return_places as places
from fasti.exchange import tables, workbook
from fasti.reports import naming, rule_of_figures
from fasti.returns import sheet as sheets

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_STEPS = 7
_WIDTHS = (9, 46, 13, 13, 13, 14, 44, 76)
_LARGEST = 999_999_999_999
_OPEN = {"bg_color": "#FFF9DB", "locked": False, "border": 1, "border_color": "#D9C77A"}
"""How a cell looks that is to be filled in."""
_LONGEST_CELL = 30_000
"""Characters of a cell; a longer text goes on in the next line, under the same key."""


def written(sheet: sheets.Sheet, *, pack: charter.Pack, lang: str, known_on: date) -> bytes:
    """The form of a return as it stands, filled in as far as its sheet is. `known_on`: when the register was read."""
    into = io.BytesIO()
    with xlsxwriter.Workbook(into, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": _title(sheet, pack, lang), "created": workbook.CREATED})
        _Form(book, sheet, pack, lang, known_on).write()
    return into.getvalue()


def filename(unit: str, form: str, period: str) -> str:
    """What the file is called."""
    return f"{unit} {form} {period}.xlsx"


def _title(sheet: sheets.Sheet, pack: charter.Pack, lang: str) -> str:
    told = {"form": pack.name("form", sheet.form.id, lang), "period": words.period(sheet.period, lang)}
    unit = naming.Names(pack, lang, sheet.period.last_day).of_unit(sheet.code)
    return words.say("return-form-title", lang, unit=f"{unit} ({sheet.code})", **told)


class _Form:
    """A workbook being written."""

    def __init__(self, book: Any, sheet: sheets.Sheet, pack: charter.Pack, lang: str, known_on: date) -> None:
        self.book, self.sheet, self.pack, self.lang = book, sheet, pack, lang
        handed_in = sheet.form.handed_in
        self.declared: tuple[rules.Declared, ...] = handed_in.declared if handed_in else ()
        self.rules = handed_in.rules if handed_in else ()
        self.narrative = handed_in.narrative if handed_in else ()
        self.about = places.About(
            sheet.code, sheet.form.id, sheet.period.code, pack.version, known_on, sheet.version,
            sheet.draft_version,
        )  # fmt: skip
        self.rows: dict[str, int] = {}
        """The row of each figure, from 0."""
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        looks: dict[str, dict[str, Any]] = {
            "plain": {"text_wrap": True}, "key": {"font_size": 7, "font_color": "#999999"},
            "head": {"bold": True, "text_wrap": True, "bg_color": "#EEF0F4", "bottom": 1},
            "title": {"bold": True, "font_size": 15, "font_color": "#2F5D8C"},
            "section": {"bold": True, "font_color": "#2F5D8C", "bottom": 1},
            "locked": {"bg_color": "#F3F3F3", "num_format": "0", "align": "right"},
            "before": {"font_color": "#777777", "num_format": "@", "align": "right"},
            "number": {"num_format": "0", "align": "right", **_OPEN},
            "choice": {"num_format": "@", **_OPEN},
            "text": {"num_format": "@", "text_wrap": True, **_OPEN},
            "wrong": {"bg_color": "#FFD6CC"},
        }  # fmt: skip
        self.looks = {name: book.add_format({**base, **how}) for name, how in looks.items()}

    def write(self) -> None:
        self._guide()
        self._figures()
        self._texts()

    def say(self, message: str, **args: Any) -> str:
        return words.say(message, self.lang, **args)

    def place(self, id: str) -> str:
        names = self.pack.names
        return wording.place_word(id, self.lang, lambda group, each: names(group, self.lang).get(each, each))

    def _sheet(self, name: str, widths: tuple[int, ...]) -> Any:
        written = self.book.add_worksheet(self.say(f"return-form-sheet-{name}"))
        written.hide_gridlines(2)
        written.set_landscape()
        written.set_paper(9)
        written.fit_to_pages(1, 0)
        for at, width in enumerate(widths):
            written.set_column(at, at, width)
        written.protect("", {"format_columns": True, "format_rows": True})
        return written

    # -- what the form is, and how it is filled in -------------------------------------------------------------------

    def _guide(self) -> None:
        written = self._sheet("guide", (9, 34, 96))
        written.set_row(0, 26)
        written.write_string(0, 1, _title(self.sheet, self.pack, self.lang), self.looks["title"])
        row = 2
        for step in range(1, _STEPS + 1):
            told = self.say(f"return-form-step-{step}", article=self.sheet.form.reference)
            written.set_row(row, 15.0 * (len(told) // 125 + 1) + 3)
            written.merge_range(row, 1, row, 2, f"{step}. {told}", self.looks["plain"])
            row += 1
        for id, shown in self._told():
            row += 1
            written.write_string(row, 0, places.key(places.ABOUT, id), self.looks["key"])
            label = self.say(f"return-form-about-{id.replace('_', '-')}")
            written.write_string(row, 1, label, self.looks["head"])
            written.write_string(row, 2, shown, self.looks["plain"])

    def _told(self) -> Iterator[tuple[str, str]]:
        yield from self.about.written().items()
        yield "stamp", places.stamp(self.about, self.sheet.computed)

    # -- figures -----------------------------------------------------------------------------------------------------

    def _figures(self) -> None:
        written = self._sheet("figures", _WIDTHS)
        written.freeze_panes(1, 2)
        written.repeat_rows(0)
        for at, name in enumerate(places.COLUMNS[1:], 1):
            written.write_string(0, at, self.say(f"return-form-column-{name}"), self.looks["head"])
        row = 1
        for section in self.sheet.form.sections:
            title = self.pack.name("section", section.id, self.lang)
            written.write_string(row, 1, title[:1].upper() + title[1:], self.looks["section"])
            row += 1
            for id in section.figures:
                self._computed(written, row, id)
                row += 1
        written.write_string(row, 1, self.say("rule-key-declared"), self.looks["section"])
        self.rows |= {each.id: row + at for at, each in enumerate(self.declared, 1)}
        for each in self.declared:
            self._declared(written, self.rows[each.id], each)

    def _line(self, written: Any, row: int, prefix: str, id: str) -> None:
        """What a line has whether the figure is computed or declared: its name, the period before, the remark."""
        self.rows[id] = row
        written.write_string(row, 0, places.key(prefix, id), self.looks["key"])
        written.write_string(row, 1, self.place(id), self.looks["plain"])
        written.write_string(row, 5, _shown(self.sheet.earlier.before.get(id, "")), self.looks["before"])
        remark = self.sheet.content.get("remarks", {}).get(id, "")
        written.write_string(row, places.REMARK, remark, self.looks["text"])
        if reason := self.sheet.reasons.get(id):
            note = self.say("return-form-sent-back", reason=reason)
            written.write_comment(row, 1, note, _size(note))

    def _computed(self, written: Any, row: int, id: str) -> None:
        self._line(written, row, places.COMPUTED, id)
        self._value(written, row, self.sheet.computed.get(id, given_figures.NONE), self.looks["locked"])
        self._told_beside(written, row, [self.pack.name("definition", id, self.lang)])

    def _declared(self, written: Any, row: int, each: rules.Declared) -> None:
        self._line(written, row, places.DECLARED, each.id)
        given = self.sheet.content.get("declared", {}).get(each.id, "")
        look = self.looks["number"]
        written.write_blank(row, places.WHOLE, None, look if each.kind == "ratio" else self.looks["locked"])
        written.write_blank(row, places.VALUE, None, look)
        self._value(written, row, given, look)
        not_known = self.say("return-form-not-known")
        is_unknown = given == given_figures.NONE
        written.write_string(row, places.UNKNOWN, not_known if is_unknown else "", self.looks["choice"])
        told = [self._rule(rule) for rule in self.rules if rule.figure == each.id]
        definition = self.pack.names("declared_definition", self.lang).get(each.id, "")
        self._told_beside(written, row, [line for line in (definition, *told) if line])
        if told:
            written.write_comment(row, places.VALUE, "\n".join(told), _size("\n".join(told)))
        self._validate(written, row, each, not_known)
        self._warn(written, row, each.id)

    def _told_beside(self, written: Any, row: int, lines: list[str]) -> None:
        """What is counted and the rules of it, in a row high enough to be read."""
        written.write_string(row, 7, "\n".join(lines), self.looks["plain"])
        written.set_row(row, 13.0 * max(sum(len(line) // 84 + 1 for line in lines), 1) + 3)

    def _rule(self, rule: rules.FigureRule) -> str:
        return rule_of_figures.sentence(rule, pack=self.pack, lang=self.lang)

    def _value(self, written: Any, row: int, text: str, look: Any) -> None:
        part, _, whole = text.partition("/")
        if text == given_figures.NONE:
            if look is self.looks["locked"]:
                written.write_string(row, places.VALUE, "–", look)
        elif text:
            for column, each in ((places.VALUE, part), (places.WHOLE, whole)):
                if each:
                    written.write_number(row, column, int(each), look)

    def _validate(self, written: Any, row: int, each: rules.Declared, not_known: str) -> None:
        """Whole numbers, within the bounds of the form; a word to choose where the figure is not known."""
        low, high = self._bounds(each.id)
        told = {"low": low, "high": words.number(high, self.lang)}
        message = self.say("return-form-whole-number" if high == _LARGEST else "return-form-between", **told)
        how: dict[str, Any] = {
            "validate": "integer", "criteria": "between", "minimum": low, "maximum": high,
            "error_title": self.say("return-form-column-value")[:32], "error_message": message[:255],
        }  # fmt: skip
        written.data_validation(row, places.VALUE, row, places.VALUE, how)
        if each.kind == "ratio":
            of = {**how, "minimum": 0, "maximum": _LARGEST}
            of["error_message"] = self.say("return-form-whole-number", low=0)[:255]
            written.data_validation(row, places.WHOLE, row, places.WHOLE, of)
        choice = {"validate": "list", "source": [not_known], "error_message": self.say("sheet-choose")[:255]}
        written.data_validation(row, places.UNKNOWN, row, places.UNKNOWN, choice)

    def _bounds(self, id: str) -> tuple[int, int]:
        strict = [
            each for each in self.rules if each.is_strict and (each.figure, each.check) == (id, "between")
        ]
        if not strict or strict[0].low is None or strict[0].high is None:
            return 0, _LARGEST
        return strict[0].low, strict[0].high

    def _warn(self, written: Any, row: int, id: str) -> None:
        """Colour a figure that breaks a strict rule of sums as soon as all its parts are filled in."""
        signs = {"sum": "<>", "at_most": ">"}
        for rule in self.rules:
            ids = (*rule.of, *rule.less)
            if rule.figure != id or rule.check not in signs or any(each not in self.rows for each in ids):
                continue
            cell, of, less = self._cell(id), self._cells(rule.of), self._cells(rule.less)
            total = "+".join(of) + "".join(f"-{each}" for each in less)
            numbers = ",".join(f"ISNUMBER({each})" for each in (cell, *of, *less))
            formula = f"=AND({numbers},{cell}{signs[rule.check]}{total})"
            how = {"type": "formula", "criteria": formula, "format": self.looks["wrong"]}
            written.conditional_format(row, places.VALUE, row, places.VALUE, how)

    def _cell(self, id: str) -> str:
        return f"${tables.letter(places.VALUE)}${self.rows[id] + 1}"

    def _cells(self, ids: tuple[str, ...]) -> list[str]:
        return [self._cell(id) for id in ids]

    # -- texts -------------------------------------------------------------------------------------------------------

    def _texts(self) -> None:
        written = self._sheet("texts", (9, 40, 110))
        written.write_string(0, 1, self.say("return-form-column-section"), self.looks["head"])
        written.write_string(0, 2, self.say("return-form-column-text"), self.looks["head"])
        row = 1
        for section in self.narrative:
            name = self.place(section.id) + (" *" if section.is_required else "")
            text = self.sheet.content.get("narrative", {}).get(section.id, "")
            if reason := self.sheet.reasons.get(section.id):
                note = self.say("return-form-sent-back", reason=reason)
                written.write_comment(row, 1, note, _size(note))
            for start in range(0, max(len(text), 1), _LONGEST_CELL):
                part = text[start : start + _LONGEST_CELL]
                self._text(written, row, places.key(places.NARRATIVE, section.id), name, part, 150)
                row += 1
        given = list(self.sheet.content.get("proposals", ()))
        for number in range(1, max(places.NUM_PROPOSALS, len(given)) + 1):
            text = given[number - 1] if number <= len(given) else ""
            name = self.say("return-form-proposal", n=number)
            self._text(written, row, places.key(places.PROPOSAL, str(number)), name, text, 32)
            row += 1

    def _text(self, written: Any, row: int, key: str, name: str, text: str, height: int) -> None:
        written.set_row(row, height)
        written.write_string(row, 0, key, self.looks["key"])
        written.write_string(row, 1, name, self.looks["plain"])
        written.write_string(row, 2, text, self.looks["text"])


def _shown(text: str) -> str:
    return "–" if text == given_figures.NONE else text


def _size(note: str) -> dict[str, float]:
    return {"x_scale": 2.4, "y_scale": 0.6 + len(note) / 150, "font_size": 9}
