"""Numbers as each language writes them: in digits with its own marks, in words, and in both (12,5 tisíce).

Values are exact fractions. What a number counts, and whether it is a figure at all, is told elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from fasti.claims import text, wordlists

LONGEST = 24
"""Digits and marks of a number: beyond them it is no count."""
_GROUPS = {
    ".": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
    " ": re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?"),
    ",": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
}


class Number(NamedTuple):
    """A number read: its value, the tokens it takes up, whether any of it is in digits."""

    value: Fraction
    start: int
    end: int
    in_digits: bool


def digits(written: str, *, language: wordlists.Language) -> Fraction:
    """The value of a number in digits, by the marks of the language.

    >>> digits("1.234,5", language=wordlists.language("vi"))
    Fraction(2469, 2)
    >>> digits("1,234", language=wordlists.language("en")), digits("1,8", language=wordlists.language("en"))
    (Fraction(1234, 1), Fraction(9, 5))
    """
    for mark in language.groups:
        if _GROUPS[mark].fullmatch(written):
            return Fraction(written.replace(mark, "").replace(",", "."))
    return Fraction(written.replace(",", "."))


def at(tokens: Sequence[text.Token], at: int, *, language: wordlists.Language) -> Number | None:
    """The number that starts at that token, with the thousands and millions said after it."""
    if tokens[at].is_number:
        if len(tokens[at].text) > LONGEST:
            return None
        value = digits(tokens[at].text, language=language)
        return _scaled(tokens, at, value, language)
    return _in_words(tokens, at, language)


def _scaled(
    tokens: Sequence[text.Token], start: int, value: Fraction, language: wordlists.Language
) -> Number:
    """Digits, then scales: 24,9 млн; 1 triệu 200 nghìn; 1,8-million."""
    scale, end = _scale(tokens, start + 1, language)
    if scale == 1:
        return Number(value, start, start + 1, True)
    total = value * scale
    if end < len(tokens) and tokens[end].fold in language.half_after:
        return Number(total + Fraction(scale, 2), start, end + 1, True)
    if end < len(tokens) and tokens[end].is_number:
        next_scale, next_end = _scale(tokens, end + 1, language)
        if 1 < next_scale < scale:
            total += digits(tokens[end].text, language=language) * next_scale
            end = next_end
    return Number(total, start, end, True)


def _scale(tokens: Sequence[text.Token], at: int, language: wordlists.Language) -> tuple[int, int]:
    """The product of the scale words at that token and the token after them; 1 if there is none."""
    scale, end = 1, at
    while end < len(tokens):
        here = end
        if tokens[here].text in "-" and here + 1 < len(tokens) and tokens[here].end == tokens[here + 1].start:
            here += 1
        word = tokens[here].fold
        if word not in language.scales or (len(word) == 1 and tokens[here].start != tokens[here - 1].end):
            break
        scale *= language.scales[word]
        end = here + 1
        if end < len(tokens) and tokens[end].text == "." and f"{word}." in language.stops:
            end += 1
    return scale, end


def _in_words(tokens: Sequence[text.Token], start: int, language: wordlists.Language) -> Number | None:
    """A number in words: parts below a thousand are added up, then multiplied by the scale after them."""
    if (first := tokens[start].fold) not in language.numerals and first not in language.scales:
        return None
    total, current, end = Fraction(0), None, start
    last_scale, last_part = 0, Fraction(10**15)
    while end < len(tokens):
        word = tokens[end].fold
        if (
            (halves := language.phrases.get("half_inside"))
            and current is not None
            and (hit := halves.at(tokens, end))
        ):
            current, end = current + Fraction(1, 2), hit.end
            continue
        if (
            word in language.scales
            and (current is not None or total == 0)
            and _spelt(tokens, start, end, language)
        ):
            scale = language.scales[word]
            if scale < 1000:
                below, current = _hundreds(current, scale)
                current += below
                last_part = Fraction(scale)
            else:
                total, current, last_part = (
                    total + (1 if current is None else current) * scale,
                    None,
                    Fraction(scale),
                )
            last_scale, end = scale, end + 1
            continue
        if word in language.half_after and last_scale:
            total, end = total + Fraction(last_scale, 2), end + 1
            break
        if word in language.zero_tens and current is not None:
            last_part, end = Fraction(100), end + 1
            continue
        value = language.numerals.get(word)
        if value is None or not _may_follow(current, value, last_part) or _is_year(word, last_part, language):
            if _joins(tokens, end, language, last_scale or current is not None) and end > start:
                end += 1
                continue
            break
        current = value if current is None else current + value
        last_part, end = value, end + 1
    end = _without_joins(tokens, start, end, language)
    if end == start or (total == 0 and current is None):
        return None
    return Number(total + (current or 0), start, end, False)


def _hundreds(current: Fraction | None, scale: int) -> tuple[Fraction, Fraction]:
    """Three hundred: what stood before the last part stays, the last part is multiplied."""
    if current is None:
        return Fraction(0), Fraction(scale)
    kept = current - current % scale if current >= scale else Fraction(0)
    part = current - kept
    return kept, (part or Fraction(1)) * scale


def _may_follow(current: Fraction | None, value: Fraction, last: Fraction) -> bool:
    """Twenty-one, three hundred five: each part is smaller than the one before."""
    room = 10 ** (len(str(int(last))) - 1)
    return current is None or (0 < value < room and last % room == 0)


def _is_year(word: str, last: Fraction, language: wordlists.Language) -> bool:
    """Mười năm is ten years, mười lăm fifteen."""
    return word in language.not_after_ten and last == 10


def _spelt(tokens: Sequence[text.Token], start: int, end: int, language: wordlists.Language) -> bool:
    """Whether a scale may stand here: alone only where the language says so."""
    return end > start or tokens[end].fold not in ("k", "m", "x")


def _joins(tokens: Sequence[text.Token], at: int, language: wordlists.Language, begun: object) -> bool:
    """An "and" or a hyphen within a number in words."""
    inside = language.phrases.get("inside")
    if not begun or at + 1 >= len(tokens):
        return False
    word, after = tokens[at].fold, tokens[at + 1].fold
    known = after in language.numerals
    return known and ((word == "-") or (inside is not None and word == "and" and inside.has(word) and
                                        tokens[at - 1].fold in language.scales))  # fmt: skip


def _without_joins(tokens: Sequence[text.Token], start: int, end: int, language: wordlists.Language) -> int:
    while end > start and tokens[end - 1].fold in ("and", "-", *language.zero_tens):
        end -= 1
    return end
