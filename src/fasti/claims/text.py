"""The words of a sentence, folded so that one spelling stands for all: the ground every list of words is matched on.

Folding: Unicode NFC, small letters, ru ё as е, every dash as a hyphen, every space as one kind of space, and the two
ways Vietnamese places a tone mark as one (hoá as hóa, uỷ as ủy). Offsets always point into the text as it was given.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import NamedTuple

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2000\u2002\u2003\u2009\u200a\u202f\u3000\t"), " ")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'")
_SAME = {**_DASHES, **_SPACES, **_QUOTES, ord("ё"): "е"}
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_WORD = r"[^\W\d_]+"
_NUMBERS = {
    ".": r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])",
    " ": r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)",
    ",": r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)",
}


class Token(NamedTuple):
    """A word, a number in digits or a mark; `start` and `end` are offsets in the sentence."""

    text: str
    fold: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text[0].isdecimal()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


def clean(text: str) -> str:
    """The text in NFC, without soft hyphens, marks of order or direction."""
    return re.sub(
        "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", unicodedata.normalize("NFC", text)
    )


def fold(text: str) -> str:
    """The text as lists of words are matched on it; as long as the text, letter by letter.

    >>> fold("Ещё 5\u00a0–\u00a07")
    'еще 5 - 7'
    """
    lowered = text.lower()
    if len(lowered) == len(text) and "Σ" not in text:  # whose small letter depends on its place
        return lowered.translate(_SAME)
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text).translate(_SAME)


@functools.lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """One word folded, with the tone mark of an open Vietnamese syllable in its older place.

    >>> fold_word("hoá"), fold_word("hoàn"), fold_word("Quý")
    ('hóa', 'hoàn', 'quý')
    """
    folded = fold(word)
    if (end := folded[-2:]) in _TONES and not folded.startswith("q"):
        return folded[:-2] + _TONES[end]
    return folded


def number_pattern(groups: tuple[str, ...]) -> str:
    """What a number in digits looks like where these marks part thousands."""
    grouped = [_NUMBERS[mark] for mark in groups]
    return "|".join([*grouped, r"\d+[.,]\d+(?![.,]?\d)", r"\d+"])


def tokens(sentence: str, *, pattern: re.Pattern[str]) -> tuple[Token, ...]:
    """The words, numbers and marks of a sentence, in order."""
    same = sentence.translate(_SPACES)
    return tuple(
        Token(found.group(), fold_word(found.group()), found.start(), found.end())
        for found in pattern.finditer(same)
    )


def token_pattern(groups: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern `tokens` reads a language with."""
    return re.compile(f"(?:{number_pattern(groups)})|{_WORD}|\\S")
