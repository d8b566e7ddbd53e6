"""Finding listed phrases in a sentence: the longest that fits wins, and a star stands for endings, 0 for a number.

Stems, not dictionaries of forms: reading a dictionary of Russian takes longer than reading twenty pages (decision 023).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fasti.claims import text

_PART = re.compile(r"[^\W\d_]+\*?|\d+|\S")


class Hit(NamedTuple):
    """A phrase found: its label, and the tokens it takes up (from, before)."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase as listed: its words, each with whether it is a stem."""

    label: str
    words: tuple[tuple[str, bool], ...]

    def fits(self, tokens: Sequence[text.Token], at: int) -> bool:
        """Whether the tokens from `at` on are this phrase."""
        if at + len(self.words) > len(tokens):
            return False
        return all(_fits(tokens[at + i], word, is_stem) for i, (word, is_stem) in enumerate(self.words))


def _fits(token: text.Token, word: str, is_stem: bool) -> bool:
    if word == "0":
        return token.is_number
    return token.fold.startswith(word) if is_stem else token.fold == word


def parse(phrase: str) -> tuple[tuple[str, bool], ...]:
    """The words of a listed phrase; marks stand apart as they do in a sentence.

    >>> parse("đại biểu"), parse("избран*")
    ((('đại', False), ('biểu', False)), (('избран', True),))
    """
    return tuple(
        (text.fold_word(part.removesuffix("*")), part.endswith("*")) for part in _PART.findall(phrase)
    )


class Phrases:
    """A list of phrases under labels, ready to be found."""

    def __init__(self, listed: Mapping[str, Iterable[str]]) -> None:
        patterns = {Pattern(label, parse(phrase)) for label, phrases in listed.items() for phrase in phrases}
        ordered = sorted(
            patterns, key=lambda each: (-len(each.words), -_letters(each), each.label, each.words)
        )
        self._whole: dict[str, list[Pattern]] = {}
        self._stems: dict[str, list[Pattern]] = {}
        for each in ordered:
            word, is_stem = each.words[0]
            (self._stems.setdefault(word[:2], []) if is_stem else self._whole.setdefault(word, [])).append(
                each
            )
        self.patterns = ordered
        self._longest = len(ordered[0].words) if ordered else 0

    def at(self, tokens: Sequence[text.Token], at: int) -> Hit | None:
        """The longest phrase that starts at that token."""
        if not 0 <= at < len(tokens):
            return None
        word = tokens[at].fold
        fitting = [
            each
            for each in (*self._whole.get(word, ()), *self._stems.get(word[:2], ()))
            if each.fits(tokens, at)
        ]
        if not fitting:
            return None
        best = max(fitting, key=lambda each: (len(each.words), _letters(each)))
        return Hit(best.label, at, at + len(best.words))

    def before(self, tokens: Sequence[text.Token], at: int) -> Hit | None:
        """The longest phrase that ends right before that token."""
        found = [
            hit
            for start in range(max(0, at - self._longest), at)
            if (hit := self._ending(tokens, start, at)) is not None
        ]
        return found[0] if found else None

    def _ending(self, tokens: Sequence[text.Token], start: int, end: int) -> Hit | None:
        word = tokens[start].fold
        for each in (*self._whole.get(word, ()), *self._stems.get(word[:2], ())):
            if start + len(each.words) == end and each.fits(tokens, start):
                return Hit(each.label, start, end)
        return None

    def all(self, tokens: Sequence[text.Token]) -> tuple[Hit, ...]:
        """Every phrase of the sentence, from left to right, none within another."""
        found, at = [], 0
        while at < len(tokens):
            hit = self.at(tokens, at)
            if hit is not None:
                found.append(hit)
            at = at + 1 if hit is None else hit.end
        return tuple(found)

    def has(self, word: str) -> bool:
        """Whether that one folded word is listed."""
        return any(len(each.words) == 1 for each in self._whole.get(word, ())) or any(
            len(each.words) == 1 and word.startswith(each.words[0][0])
            for each in self._stems.get(word[:2], ())
        )


def _letters(pattern: Pattern) -> int:
    return sum(len(word) for word, _ in pattern.words)
