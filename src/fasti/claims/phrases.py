"""Finding listed phrases in a sentence: the longest that fits wins, and a star stands for endings, 0 for a number.

Stems, not dictionaries of forms: reading a dictionary of Russian takes longer than reading twenty pages (decision 023).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fasti.claims import text

NUMBER = "0"
"""The word of a phrase that stands for any number in digits."""
MOST_MET = 50_000
"""Words of texts that a list remembers."""
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
        for word, is_stem in self.words:
            token = tokens[at]
            if not (token.fold.startswith(word) if is_stem else token.fold == word) and (
                word != NUMBER or not token.is_number
            ):
                return False
            at += 1
        return True

    def closes(self, word: str) -> bool:
        """Whether a folded word may be its last."""
        last, is_stem = self.words[-1]
        if last == NUMBER and word[0].isdecimal():
            return True
        return word.startswith(last) if is_stem else word == last

    def opens(self, word: str) -> bool:
        """Whether a folded word may be its first."""
        first, is_stem = self.words[0]
        return word.startswith(first) if is_stem else word == first


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

    def __init__(self, listed: Mapping[str, Iterable[str]], *, beside: Iterable[Pattern] = ()) -> None:
        patterns = {Pattern(label, parse(phrase)) for label, phrases in listed.items() for phrase in phrases}
        patterns |= set(beside)
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
        self._by_end = sorted(ordered, key=lambda each: (-len(each.words), each.words[0][1]))
        self._met: dict[str, tuple[Pattern, ...]] = {}
        self._ending: dict[str, tuple[Pattern, ...]] = {}

    def joined(self, other: Phrases) -> Phrases:
        """The phrases of both lists as one."""
        return Phrases({}, beside=(*self.patterns, *other.patterns))

    def at(self, tokens: Sequence[text.Token], at: int) -> Hit | None:
        """The longest phrase that starts at that token."""
        if not 0 <= at < len(tokens):
            return None
        for each in self._begun_by(tokens[at].fold):
            if len(each.words) == 1 or each.fits(tokens, at):
                return Hit(each.label, at, at + len(each.words))
        return None

    def begins(self, word: str) -> bool:
        """Whether any phrase may start with a folded word."""
        return bool(self._begun_by(word))

    def _begun_by(self, word: str) -> tuple[Pattern, ...]:
        """The phrases that may start with a folded word, the longest first; looked up once for each word met."""
        if (known := self._met.get(word)) is not None:
            return known
        if len(self._met) >= MOST_MET:
            self._met.clear()
        fitting = (*self._whole.get(word, ()), *(p for p in self._stems.get(word[:2], ()) if p.opens(word)))
        found = self._met[word] = tuple(sorted(fitting, key=lambda p: (-len(p.words), -_letters(p))))
        return found

    def before(self, tokens: Sequence[text.Token], at: int) -> Hit | None:
        """The longest phrase that ends right before that token."""
        if not 0 < at <= len(tokens):
            return None
        word = tokens[at - 1].fold
        found = self._ending.get(word)
        if found is None:
            if len(self._ending) >= MOST_MET:
                self._ending.clear()
            found = self._ending[word] = tuple(each for each in self._by_end if each.closes(word))
        for each in found:
            start = at - len(each.words)
            if start >= 0 and each.fits(tokens, start):
                return Hit(each.label, start, at)
        return None

    def all(self, tokens: Sequence[text.Token]) -> tuple[Hit, ...]:
        """Every phrase of the sentence, from left to right, none within another."""
        found, end = [], 0
        for at, token in enumerate(tokens):
            if at >= end and self._begun_by(token.fold) and (hit := self.at(tokens, at)) is not None:
                found.append(hit)
                end = hit.end
        return tuple(found)

    def has(self, word: str) -> bool:
        """Whether that one folded word is listed."""
        return any(len(each.words) == 1 for each in self._whole.get(word, ())) or any(
            len(each.words) == 1 and word.startswith(each.words[0][0])
            for each in self._stems.get(word[:2], ())
        )


def _letters(pattern: Pattern) -> int:
    return sum(len(word) for word, _ in pattern.words)
