"""A sentence laid out for reading: its words, its numbers, the things and events named in it, and where parts begin.

Numbers that share one noun or one verb stand together as a group (29 full and 2 alternate delegates), and a clause ends
at a semicolon, a bracket or a colon.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fasti import charter
from fasti.claims import mentions, periods, phrases, text, wordlists

STOPS = frozenset(";()[]")


@dataclass(frozen=True)
class Vocabulary:
    """A pack's words of one language, ready to be found."""

    claimed: charter.Claimed
    things: phrases.Phrases
    events: phrases.Phrases


def vocabulary(claimed: charter.Claimed, lang: str) -> Vocabulary:
    """The words of the pack in that language."""
    words = claimed.words[lang]
    return Vocabulary(claimed, phrases.Phrases(words.things), phrases.Phrases(words.events))


@dataclass(frozen=True)
class Scene:
    """One sentence: everything found in it, by token."""

    sentence: str
    tokens: tuple[text.Token, ...]
    counts: tuple[mentions.Mention, ...]
    dated: tuple[periods.Dated, ...]
    things: tuple[phrases.Hit, ...]
    events: tuple[phrases.Hit, ...]
    parts: tuple[phrases.Hit, ...]
    language: wordlists.Language

    def clause(self, mention: mentions.Mention) -> tuple[int, int]:
        """The clause a mention stands in: from and before tokens."""
        return self._edge(mention.start - 1, -1, "(", ")") + 1, self._edge(mention.end, 1, ")", "(")

    def _edge(self, at: int, step: int, closing: str, opening: str) -> int:
        """The first stop from a token on, what stands in brackets of its own passed over."""
        depth = 0
        while 0 <= at < len(self.tokens):
            mark = self.tokens[at].text
            if mark in STOPS:
                depth += (mark == opening) - (mark == closing)
                if depth < 0 or (depth == 0 and mark in ";[]"):
                    return at
            at += step
        return at

    def within(self, hits: Sequence[phrases.Hit], start: int, end: int) -> tuple[phrases.Hit, ...]:
        """The hits that lie between two tokens."""
        return tuple(hit for hit in hits if start <= hit.start and hit.end <= end)

    def is_in_brackets(self, mention: mentions.Mention) -> bool:
        """Whether the mention stands within round brackets."""
        before = [token.text for token in self.tokens[: mention.start]]
        return before.count("(") > before.count(")")


def scene(
    sentence: str, *, words: Vocabulary, language: wordlists.Language, year: int | None = None
) -> Scene:
    """The sentence laid out."""
    dated = periods.find(sentence, language=language, year=year)
    tokens = text.tokens(sentence, pattern=language.tokens)
    found = mentions.find(tokens, dated=dated, things=words.things, language=language)
    return Scene(
        sentence,
        tokens,
        found,
        dated,
        _clear(words.things.all(tokens), found),
        words.events.all(tokens),
        language.phrases["parts"].all(tokens),
        language,
    )


def _clear(hits: Sequence[phrases.Hit], found: Sequence[mentions.Mention]) -> tuple[phrases.Hit, ...]:
    """The things that are not within a number's own words."""
    return tuple(hit for hit in hits if not any(m.start < hit.end and hit.start < m.end for m in found))
