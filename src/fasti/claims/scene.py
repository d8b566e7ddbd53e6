"""A sentence laid out for reading: its words, its numbers, the things and events named in it, and where parts begin.

Numbers that share one noun or one verb stand together as a group (29 full and 2 alternate delegates), and a clause ends
at a semicolon, a bracket or a colon.
"""

from __future__ import annotations

import functools
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
    learned: phrases.Phrases
    """Wordings that name a figure by themselves, each under its figure."""
    counted: phrases.Phrases
    """Things and wordings: what may follow a number."""


def vocabulary(claimed: charter.Claimed, lang: str, *, learned: phrases.Phrases | None = None) -> Vocabulary:
    """The words of the pack in that language, and what was learned beside them."""
    words, more = claimed.words[lang], learned or phrases.Phrases({})
    things = phrases.Phrases(words.things)
    counted = things.joined(more) if more.patterns else things
    return Vocabulary(claimed, things, phrases.Phrases(words.events), more, counted)


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
    learned: tuple[phrases.Hit, ...] = ()

    def clause(self, mention: mentions.Mention) -> tuple[int, int]:
        """The clause a mention stands in: from and before tokens."""
        return self._edge(mention.start - 1, -1, "(", ")") + 1, self._edge(mention.end, 1, ")", "(")

    def _edge(self, at: int, step: int, closing: str, opening: str) -> int:
        """The first stop from a token on, what stands in brackets of its own passed over."""
        depth = 0
        ahead = [i for i in self.stops if (i >= at if step > 0 else i <= at)]
        for i in ahead[::step]:
            mark = self.tokens[i].text
            depth += (mark == opening) - (mark == closing)
            if depth < 0 or (depth == 0 and mark in ";[]"):
                return i
        return len(self.tokens) if step > 0 else -1

    @functools.cached_property
    def stops(self) -> tuple[int, ...]:
        """The tokens that may end a clause."""
        return tuple(i for i, token in enumerate(self.tokens) if token.text in STOPS)

    @functools.cached_property
    def has_plans(self) -> bool:
        """Whether any words of intent stand in it."""
        plans = self.language.phrases["plans"]
        return any(plans.at(self.tokens, i) for i in range(len(self.tokens)))

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
    found = mentions.find(tokens, dated=dated, things=words.counted, language=language)
    return Scene(
        sentence,
        tokens,
        found,
        dated,
        _clear(words.things.all(tokens), found),
        words.events.all(tokens),
        language.phrases["parts"].all(tokens),
        language,
        _clear(words.learned.all(tokens), found),
    )


def _clear(hits: Sequence[phrases.Hit], found: Sequence[mentions.Mention]) -> tuple[phrases.Hit, ...]:
    """The things that are not within a number's own words."""
    return tuple(hit for hit in hits if not any(m.start < hit.end and hit.start < m.end for m in found))
