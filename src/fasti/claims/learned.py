"""Wordings that readers taught: a phrase, and the figure it names or how sure a number beside it is.

A wording is a phrase like those of the lists, of six words at most, so that it reads more than the report it was found
in. It belongs to the number of its clause that it follows, unless it leads to the next one. A list's own longer phrase
is left as it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass

from fasti import charter
from fasti.claims import happened, mentions, phrases, place, text, wordlists

LONGEST = 6
"""Words of a phrase at most."""
SHORTEST_STEM = 3
"""Letters of a stem at least: a shorter one stands for half a dictionary."""
QUALIFIERS = ("exact", "approx", "at_least", "at_most")
_HEDGES = ("hedges", "hedges_after")


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase of a language with the figure it names, or with the qualifier (one of `QUALIFIERS`) it gives."""

    language: str
    phrase: str
    indicator: str = ""
    qualifier: str = ""


def folded(phrase: str) -> str:
    """The phrase as it is found: two spellings of one phrase are the same here.

    >>> folded("Wick  KEEPER*"), folded("nâng lên Đèn")
    ('wick keeper*', 'nâng lên đèn')
    """
    return " ".join(word + "*" * is_stem for word, is_stem in phrases.parse(phrase))


def num_words(phrase: str) -> int:
    """How many words, marks and numbers a phrase has.

    >>> num_words("raised to the lamp"), num_words("lamp-lit")
    (4, 3)
    """
    return len(phrases.parse(phrase))


def is_phrase(phrase: str) -> bool:
    """Whether it can be looked for: words, none of them a short stem, and no number but 0, which stands for any.

    >>> [is_phrase(each) for each in ("wick*", "wi*", "0 wicks", "12 wicks", "; *", "")]
    [True, False, True, False, False, False]
    """
    parts = phrases.parse(phrase)
    words = [(word, is_stem) for word, is_stem in parts if word[:1].isalpha()]
    return (
        bool(words)
        and all(len(word) >= SHORTEST_STEM for word, is_stem in words if is_stem)
        and not any(word[:1].isdecimal() and word != "0" for word, _ in parts)
        and not any(word in ("*", "") for word, _ in parts)
        and any(len(word) > 1 for word, _ in words)
    )


def holds_number(phrase: str) -> bool:
    """Whether a number is part of it.

    >>> holds_number("under rule 0"), holds_number("wicks")
    (True, False)
    """
    return any(word == phrases.NUMBER for word, _ in phrases.parse(phrase))


def example(phrase: str) -> str:
    """Words of a report in which it is found: stems without endings, some number for 0.

    >>> example("Raised* under rule 0")
    'raised under rule 12'
    """
    return " ".join("12" if word == phrases.NUMBER else word for word, _ in phrases.parse(phrase))


def of_figures(wordings: Iterable[Wording], lang: str) -> phrases.Phrases:
    """The phrases of a language that name figures, each under its figure."""
    return phrases.Phrases(_listed((each.indicator, each) for each in wordings if each.language == lang))


def language(known: wordlists.Language, wordings: Iterable[Wording]) -> wordlists.Language:
    """The lists of a language with the hedges that were learned, before and after a number."""
    listed = _listed((each.qualifier, each) for each in wordings if each.language == known.id)
    if not listed:
        return known
    hedges = {name: known.phrases[name].joined(phrases.Phrases(listed)) for name in _HEDGES}
    return dataclasses.replace(known, phrases={**known.phrases, **hedges})


def _listed(labelled: Iterable[tuple[str, Wording]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for label, each in labelled:
        if label:
            found.setdefault(label, []).append(each.phrase)
    return found


def figure(at: place.Place) -> phrases.Hit | None:
    """The wording that tells what this number counts; None if there is none."""
    own = _own(at, at.index)
    if own is not None or at.noun is None:
        return own if own is not None else _shared(at)
    same = [i for i, noun in enumerate(at.nouns) if noun == at.noun and i != at.index]
    return next((hit for i in same if (hit := _own(at, i)) is not None), None)


def _shared(at: place.Place) -> phrases.Hit | None:
    """The wording of a number joined to this one that has no noun: 29 and 2 raised to the lamp."""
    first, last = happened.group(at)
    return next(
        (hit for i in range(at.index + 1, last + 1) if (hit := _own(at, i)) is not None), None
    ) or next((hit for i in range(first, at.index) if (hit := _own(at, i)) is not None), None)


def _own(at: place.Place, index: int) -> phrases.Hit | None:
    return next((hit for hit in clear(at) if _owner(at, hit) == index), None)


def _owner(at: place.Place, hit: phrases.Hit) -> int | None:
    """The number of its clause that a wording belongs to: the one before it, unless it leads to the next."""
    counts = at.laid.counts
    before = [i for i, each in enumerate(counts) if each.end <= hit.start and _is_in(at, hit, each)]
    after = [i for i, each in enumerate(counts) if hit.end <= each.start and _is_in(at, hit, each)]
    if not before or (after and _leads_on(at, hit, counts[before[-1]], counts[after[0]])):
        return after[0] if after else None
    return before[-1]


def _leads_on(at: place.Place, hit: phrases.Hit, before: mentions.Mention, after: mentions.Mention) -> bool:
    """Whether a wording between two numbers belongs to the second: a mark parts it from the first, or it stands right
    before the second and an "and" or many words part it from the first.
    """
    if place.is_near(at.laid, before, hit.start):
        joins = at.laid.language.phrases["joins"]
        is_parted = any(joins.at(at.laid.tokens, i) for i in range(before.end, hit.start))
        return is_parted and happened.is_next_to(at, hit, after.start)
    between = at.laid.tokens[before.end : hit.start]
    return happened.is_next_to(at, hit, after.start) or any(each.text in ",:" for each in between)


def _is_in(at: place.Place, hit: phrases.Hit, mention: mentions.Mention) -> bool:
    start, end = at.laid.clause(mention)
    return not mention.is_percent and start <= hit.start and hit.end <= end


def clear(at: place.Place) -> list[phrases.Hit]:
    """The wordings of the sentence that are not part of a longer phrase of the lists."""
    listed = (*at.laid.things, *at.laid.events)
    return [
        hit
        for hit in at.laid.learned
        if not any(
            each.start <= hit.start and hit.end <= each.end and each.end - each.start > hit.end - hit.start
            for each in listed
        )
    ]


def is_told_by_lists(phrase: str, *, claimed: charter.Claimed, lang: str) -> bool:
    """Whether every word of the phrase is already in the body's own lists, or a mere link of the language."""
    known = wordlists.language(lang)
    tokens = text.tokens(phrase.replace("*", ""), pattern=known.tokens)
    words = claimed.words[lang]
    taken: set[int] = set()
    for found in (phrases.Phrases(words.things), phrases.Phrases(words.events), known.phrases["fillers"]):
        for hit in found.all(tokens):
            taken.update(range(hit.start, hit.end))
    return all(i in taken or not token.is_word for i, token in enumerate(tokens))


def listed_hedge(phrase: str, *, lang: str, other_than: str) -> str:
    """The qualifier under which the language's own lists hold the phrase, where it is another; empty else."""
    parts = phrases.parse(phrase)
    known = wordlists.language(lang).phrases
    held = {each.label for name in _HEDGES for each in known[name].patterns if each.words == parts}
    return next(iter(sorted(held - {other_than})), "")
