"""What the room knows of each language: number words, hedges, months, ways of writing a figure. Data: `languages/`.

These lists belong to the language, not to a body: what a body counts stands in its pack. Values are read as text and
turned into numbers here, so that a word such as "no" stays a word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from fasti.claims import phrases, text

FOLDER = Path(__file__).parent / "languages"
LANGUAGES = ("vi", "ru", "cs", "en")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "перв": 1, "втор": 2, "трет": 3, "четверт": 4,
             "prvn": 1, "druh": 2, "třet": 3, "čtvrt": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}  # fmt: skip


@dataclass(frozen=True)
class Language:
    """The lists of one language. `phrases` holds each list ready to be found, by its name in the file."""

    id: str
    told_by: frozenset[str]
    groups: tuple[str, ...]
    numerals: Mapping[str, Fraction]
    scales: Mapping[str, int]
    ones: frozenset[str]
    not_alone: frozenset[str]
    zero_tens: frozenset[str]
    not_after_ten: frozenset[str]
    half_after: frozenset[str]
    zero_needs: frozenset[str]
    zero_plural: frozenset[str]
    not_after_no: frozenset[str]
    ordinal_marks: tuple[str, ...]
    months: Mapping[str, int]
    stops: frozenset[str]
    phrases: Mapping[str, phrases.Phrases]
    periods: tuple[tuple[str, re.Pattern[str]], ...]
    tokens: re.Pattern[str]


@lru_cache
def language(id: str) -> Language:
    """The lists of a language; raises `KeyError` for one that is not read."""
    if id not in LANGUAGES:
        raise KeyError(id)
    written = yaml.load((FOLDER / f"{id}.yaml").read_text(encoding="utf-8"), Loader=_LOADER)  # nosec B506 - base loader
    numerals = {text.fold_word(word): Fraction(value) for word, value in written["numerals"].items()}
    numerals |= _joined(written.get("joined", {}), numerals)
    months = {text.fold_word(name): int(number) for name, number in written["months"].items()}
    groups = tuple(written["groups"])
    return Language(
        id,
        told_by=frozenset(written["told_by"]),
        groups=groups,
        numerals=numerals,
        scales={text.fold_word(word): int(value) for word, value in written["scales"].items()},
        ones=_words(written, "ones"),
        not_alone=_words(written, "not_alone"),
        zero_tens=_words(written, "zero_tens"),
        not_after_ten=_words(written, "not_after_ten"),
        half_after=_words(written, "half_after"),
        zero_needs=_words(written, "zero_needs"),
        zero_plural=_words(written, "zero_plural"),
        not_after_no=_words(written, "not_after_no"),
        ordinal_marks=tuple(written["ordinal_marks"]),
        months=months,
        stops=frozenset(written["stops"]),
        phrases=_phrases(written),
        periods=_periods(written["periods"], months),
        tokens=text.token_pattern(groups),
    )


def ordinal(word: str) -> int:
    """The number a quarter is called by: 1 for first, II is 2; 0 if the word is none."""
    if word.isdecimal():
        return int(word)
    return next(
        (n for stem, n in _ORDINALS.items() if word == stem or (len(stem) > 3 and word.startswith(stem))), 0
    )


def _words(written: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(text.fold_word(word) for word in written.get(name, ()))


def _phrases(written: Mapping[str, Any]) -> dict[str, phrases.Phrases]:
    found = {}
    for name, listed in written.items():
        if name in ("shares", "hedges", "hedges_after"):
            found[name] = phrases.Phrases(listed)
        elif isinstance(listed, list) and name not in ("groups", "ordinal_marks", "stops"):
            found[name] = phrases.Phrases({name: listed})
    return found


def _joined(units: Mapping[str, str], numerals: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """The Czech tens said backwards: pětadvacet for 25."""
    tens = {word: value for word, value in numerals.items() if 20 <= value < 100 and value % 10 == 0}
    return {f"{unit}a{word}": value + int(n) for unit, n in units.items() for word, value in tens.items()}


def _periods(
    written: Mapping[str, list[str]], months: Mapping[str, int]
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = (
        "(?:"
        + "|".join(sorted((re.escape(name) for name in months), key=len, reverse=True))
        + r")(?![^\W\d_])"
    )
    return tuple(
        (kind, re.compile(r"(?<![\w])" + pattern.replace("MONTH", names)))
        for kind, patterns in written.items()
        for pattern in patterns
    )
