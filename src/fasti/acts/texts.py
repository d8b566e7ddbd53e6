"""Texts that can be kept and printed: neither NUL nor half a character nor a sign that steers a machine, in values and
keys alike, and not longer than their field.

>>> [finding.code for finding in check({"title": "a\\x00b", "text": "c\\x0bd", "effects": [{"work": "\\ud800"}]})]
['text-has-nul', 'text-has-control', 'text-malformed']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from fasti.acts.findings import Finding

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character written in two parts: no file and no database can hold it alone."""
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing: a text would be shown otherwise than it is recorded."""
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold, so that no document could be made of the text."""
_SEEN_IN_JSON = re.compile(b"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbf[\xbe\xbf]|\\\\[bf]")
"""Of these what JSON does not write as a number."""


def check(raw: Mapping[Any, Any]) -> list[Finding]:
    """A finding for each place of a draft, however deep, that holds a text which cannot be kept."""
    if is_clean(raw):
        return []
    found: list[Finding] = []
    left = [(readable(key), inner) for key, inner in list(raw.items())[::-1]] + [("key", list(raw))]
    while left:
        field, value = left.pop()
        if isinstance(value, str):
            found += _of(field, value)
        elif isinstance(value, Mapping):
            left.append((field, list(value)))
            left += [(f"{field}.{readable(key)}", inner) for key, inner in list(value.items())[::-1]]
        elif isinstance(value, list | tuple):
            left += [(field, inner) for inner in list(value)[::-1]]
    return found


def is_clean(raw: Mapping[Any, Any]) -> bool:
    """Whether nothing can be wrong, by a quick test: half a character is no JSON, and the rest is seen in it."""
    try:
        dumped = orjson.dumps(raw)
        return b"\\u00" not in dumped and not _SEEN_IN_JSON.search(dumped)
    except TypeError:
        return False


def is_clean_json(dumped: bytes) -> bool:
    """Whether nothing can be wrong with any text in JSON written out; where anything is escaped that is not seen."""
    return b"\\u" not in dumped and not _SEEN_IN_JSON.search(dumped)


def _of(field: str, text: str) -> Iterable[Finding]:
    if _TURNS.search(text):
        yield Finding("text-turns-direction", {"field": field})
    if _CONTROL.search(text):
        yield Finding("text-has-control", {"field": field})
    yield from _not_kept(field, text)


def _not_kept(field: str, text: str) -> Iterable[Finding]:
    if "\x00" in text:
        yield Finding("text-has-nul", {"field": field})
    if _HALF.search(text):
        yield Finding("text-malformed", {"field": field})


def is_keepable(text: str) -> bool:
    """Whether a file and a database can hold the text."""
    return not any(_not_kept("", text))


def longer(field: str, text: str, limit: int) -> list[Finding]:
    """A finding when a text is longer than its field."""
    if len(text) <= limit:
        return []
    return [Finding("text-too-long", {"field": field, "number": len(text), "limit": limit})]


def readable(value: Any) -> str:
    """A value as a sentence can name it: short, and without half characters and NUL."""
    text = str(value)
    text = text if len(text) <= 80 else text[:79] + "…"
    return text.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")
