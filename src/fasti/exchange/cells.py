"""What a cell says, by the column it stands in: a day, a code, a choice, a number, a text, a list. Never guessed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.exchange import choices, sheets, tables, written_days

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
_WHOLE = re.compile(r"[0-9]{1,12}")
_PAIR = re.compile(r"([^:;]+):([^;]*)")


class Refused(Exception):
    """The cell says nothing that can be kept; carries the finding."""

    def __init__(self, code: str, **args: object) -> None:
        super().__init__(code)
        self.finding = Finding(code, args)


class Reader:
    """Reads cells of a sheet in a language, choices by the rule book."""

    def __init__(self, listed: choices.Choices, lang: str) -> None:
        self._choices, self._lang = listed, lang
        self._known: dict[tuple[str, str], Any] = {}

    def read(self, cell: tables.Cell, column: sheets.Column, heading: str) -> Any:
        """The value for a draft, None for an empty cell; raises `Refused`."""
        if column.key in sheets.SEALED and not (isinstance(cell.value, str) or cell.fault):
            raise Refused("cell-number-for-code", field=heading, value="…")  # what is sealed is not repeated
        if cell.fault:
            raise Refused(cell.fault, value=texts.readable(cell.value))
        value = cell.value
        if not isinstance(value, str):
            return _READERS[column.type](self, value, column, heading)
        if not texts.is_keepable(value):
            found = texts.check({heading: value})[0]
            raise Refused(found.code, **found.args)
        value = _trimmed(value, column)
        if value == "":
            return None
        if column.type not in _REPEATED:
            return _READERS[column.type](self, value, column, heading)
        known = (column.key, value)
        if known not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[known] = _READERS[column.type](self, value, column, heading)
        return self._known[known]

    def _text(self, value: tables.Value, column: sheets.Column, heading: str) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        code = "cell-day-for-text" if isinstance(value, date) else "wrong-type"
        raise Refused(code, field=heading, value=_shown(value))

    def _code(self, value: tables.Value, column: sheets.Column, heading: str) -> str:
        """A number where a code should be may have lost its leading zeros; the acts' own keys are only compared."""
        if isinstance(value, int) and not isinstance(value, bool) and column.key not in ("act", "target"):
            raise Refused("cell-number-for-code", field=heading, value=str(value))
        return self._text(value, column, heading)

    def _choice(self, value: tables.Value, column: sheets.Column, heading: str) -> str:
        text = self._text(value, column, heading)
        listed = self._choices.labels(column.group)
        some = list(listed.values())
        shown = ", ".join(some[:12]) + (" …" if len(some) > 12 else "")
        try:
            return self._choices.code(column.group, text)
        except choices.Unclear:
            meant = ", ".join(code for code in listed if self._choices.means(column.group, text, code))
            raise Refused("choice-unclear", value=texts.readable(text), choices=meant) from None
        except LookupError:
            raise Refused(
                "choice-unknown", field=heading, value=texts.readable(text), choices=shown
            ) from None

    def _whole(self, value: tables.Value, column: sheets.Column, heading: str) -> int:
        if isinstance(value, str) and _WHOLE.fullmatch(value):
            return int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise Refused("cell-not-whole", field=heading, value=_shown(value))

    def _day(self, value: tables.Value, column: sheets.Column, heading: str) -> str:
        if isinstance(value, datetime):
            raise Refused("day-with-time", value=_shown(value))
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, int | float) and not isinstance(value, bool):
            raise Refused("day-is-number", value=_shown(value))
        if not isinstance(value, str):
            raise Refused("day-unreadable", value=_shown(value))
        try:
            return written_days.read(value, self._lang).isoformat()
        except written_days.Ambiguous as two:
            first, second = (day.isoformat() for day in two.meanings)
            raise Refused("day-ambiguous", value=texts.readable(value), first=first, second=second) from None
        except written_days.Impossible:
            raise Refused("day-impossible", value=texts.readable(value)) from None
        except written_days.NotADay:
            raise Refused("day-unreadable", value=texts.readable(value)) from None

    def _list(self, value: tables.Value, column: sheets.Column, heading: str) -> list[Any]:
        text = self._text(value, column, heading)
        if text.startswith("["):
            return list(_json(text, list, heading))
        return [part for each in text.split(";") if (part := each.strip())]

    def _map(self, value: tables.Value, column: sheets.Column, heading: str) -> dict[str, Any]:
        """`academy: T1, T2; leaders: T3`; which kind of value, the kind of effect says."""
        text = self._text(value, column, heading)
        if text.startswith("{"):
            return dict(_json(text, dict, heading))
        found: dict[str, Any] = {}
        for part in filter(str.strip, text.split(";")):
            pair = _PAIR.fullmatch(part.strip())
            if pair is None or pair[1].strip() in found:
                raise Refused("list-malformed", field=heading, value=texts.readable(text))
            found[pair[1].strip()] = pair[2].strip()
        return found

    def _any(self, value: tables.Value, column: sheets.Column, heading: str) -> Any:
        return _json(self._text(value, column, heading), object, heading)


_READERS: dict[str, Callable[..., Any]] = {
    "text": Reader._text,
    "code": Reader._code,
    "choice": Reader._choice,
    "whole": Reader._whole,
    "day": Reader._day,
    "list": Reader._list,
    "map": Reader._map,
    "json": Reader._any,
}


_REPEATED = {"choice", "day", "whole"}
"""Types whose cells say the same few things over and over: each is read once."""
_MOST_KNOWN = 20_000


def _trimmed(text: str, column: sheets.Column) -> str:
    is_plain = text.isascii()
    told = text if is_plain else unicodedata.normalize("NFC", text)
    if column.type == "text" and column.key in sheets.SPACED:
        return told if told.strip() else ""
    return told.strip() if is_plain else told.strip().strip(_INVISIBLE).strip()


def _shown(value: tables.Value) -> str:
    return texts.readable(value.isoformat(" ") if isinstance(value, datetime) else value)


def _json(text: str, kind: type[Any], heading: str) -> Any:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if found is None or not isinstance(found, kind):
        raise Refused("list-malformed", field=heading, value=texts.readable(text))
    return found


def written(value: Any, column: sheets.Column) -> str | int:
    """A value of a draft as its cell says it: the inverse of reading. A day is its ISO form."""
    if column.type == "list" and all(isinstance(each, str) for each in value):
        plain = "; ".join(value)
        is_plain = value and all(each and each == each.strip() and ";" not in each for each in value)
        return plain if is_plain and not plain.startswith("[") else _dumped(value)
    if column.type == "map":
        return _written_map(value)
    if column.type in ("list", "json"):
        return _dumped(value)
    return value if isinstance(value, int) else str(value)


def _written_map(value: dict[str, Any]) -> str:
    parts = []
    for key, inner in value.items():
        each = ", ".join(map(str, inner)) if isinstance(inner, list) else str(inner)
        texts_ = inner if isinstance(inner, list) else [inner]
        if (not inner and inner != 0) or any(_is_odd(str(part), ",") for part in texts_) or _is_odd(key, ":"):
            return _dumped(value)
        parts.append(f"{key}: {each}")
    plain = "; ".join(parts)
    return plain if plain and not plain.startswith("{") else _dumped(value)


def _is_odd(text: str, sign: str) -> bool:
    """Whether a part of a list would not be read again as it is."""
    return not text or text != text.strip() or ";" in text or sign in text


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def fitting(value: Any, hint: Any) -> Any:
    """A map as its kind of effect wants it: values split into lists, or read as whole numbers.

    >>> fitting({"academy": "T1, T2"}, dict[str, list[str]]), fitting({"2025-01-01": "3"}, dict[str, int])
    ({'academy': ['T1', 'T2']}, {'2025-01-01': 3})
    """
    if hint == dict[str, list[str]]:
        return {
            key: [part for each in inner.split(",") if (part := each.strip())]
            if isinstance(inner, str)
            else inner
            for key, inner in value.items()
        }
    if hint == dict[str, int]:
        return {key: int(n) if isinstance(n, str) and _WHOLE.fullmatch(n) else n for key, n in value.items()}
    return value
