"""What sheets and columns are called in each language, and which one a title or heading means."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from fasti import words
from fasti.exchange import sheets

PASSED_OVER = ("guide", "example", "lists", "findings")
"""Sheets of a template that hold nothing to import."""
_NUMBERED = re.compile(r"(.*\S)\s+[2-9][0-9]?")
_LANGUAGE = re.compile(r"(.+)\(([a-z]{2,3})\)")


def of_sheet(key: str, lang: str) -> str:
    """The title of a sheet."""
    return words.say(f"sheet-{key}", lang)


def of_column(key: str, lang: str) -> str:
    """The heading of a column; its key where a new kind of effect has brought a field not named yet."""
    field, _, part = key.partition(".")
    message = f"column-{field.replace('_', '-')}"
    told = words.say(message, lang) if words.knows(message, lang) else field
    return f"{told} ({part})" if part else told


def note(sheet: str, key: str, lang: str) -> str:
    """What belongs in the column, as a note at its heading; empty where nothing need be said."""
    field = key.partition(".")[0].replace("_", "-")
    for message in (f"column-note-{sheet}-{field}", f"column-note-{field}"):
        if words.knows(message, lang):
            return words.say(message, lang)
    return ""


def folded(text: str) -> str:
    """A heading as it is compared: in one form, in small letters, without the mark of a required column."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().rstrip("* \u00a0").split())


def sheet_of(title: str, known: Iterable[str]) -> str:
    """The sheet a title means, in any language; `passed over` for one that holds nothing to import; else empty."""
    told = folded(title)
    parts = _NUMBERED.fullmatch(told)
    for name in (told, parts[1] if parts else told):
        for key in (*known, *PASSED_OVER):
            if name == key or any(name == folded(of_sheet(key, lang)) for lang in words.LANGUAGES):
                return key
    return ""


def meanings(sheet: sheets.Sheet) -> Mapping[str, tuple[str, frozenset[str]]]:
    """Every folded heading of a sheet to the column it means and the languages in which it is called so."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for column in sheet.columns:
        found.setdefault(folded(column.key), (column.key, frozenset()))
        for lang in words.LANGUAGES:
            name = folded(of_column(column.key, lang))
            key, langs = found.get(name, (column.key, frozenset()))
            if key == column.key and name != folded(column.key):
                found[name] = (key, langs | {lang})
    return found


def key_of(
    text: str, sheet: sheets.Sheet, known: Mapping[str, tuple[str, frozenset[str]]]
) -> tuple[str, frozenset[str]]:
    """The column a heading means, and in which languages; empty where it means none."""
    told = folded(text)
    if told in known:
        return known[told]
    parts = _LANGUAGE.fullmatch(told)
    if parts:
        for key, langs in known.values():
            if "." in key and any(
                folded(parts[1]) == folded(of_column(key.partition(".")[0], x)) for x in langs
            ):
                return f"{key.partition('.')[0]}.{parts[2]}", langs
    if re.fullmatch(r"[a-z_]+\.[a-z]{2,3}", told) and sheet.column(told):
        return told, frozenset()
    return "", frozenset()


def language(told: Iterable[frozenset[str]]) -> str:
    """The language in which most headings are; empty where all are keys or no language leads."""
    count = Counter(lang for langs in told for lang in langs)
    if not count:
        return ""
    (first, most), *others = count.most_common()
    return "" if any(n == most for _, n in others) else first


def everything() -> frozenset[str]:
    """Every heading of any column in any language, folded, and every key: what a file's delimiter is told by."""
    ids = [each.removeprefix("column-") for each in words.ids("en") if each.startswith("column-")]
    keys = [each.replace("-", "_") for each in ids if not each.startswith("note-")]
    return frozenset([*keys, *(folded(of_column(key, lang)) for key in keys for lang in words.LANGUAGES)])
