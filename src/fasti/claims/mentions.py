"""The numbers of a sentence that may be figures: in digits or words, percents, parts of a whole (n of m), none, half.

What is refused, and why, stands in `refused`. What a number counts is told in `counted`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from fasti.claims import numbers, periods, phrases, refused, text, wordlists

LARGEST_WHOLE = 10
"""Up to here n/m of the whole is how a share is written; above it is n of m."""
_TO = ("to", "na", "до", "lên", "xuống")
"""What stands between the two percents of "from 18 to 24 per cent"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A number that may be a figure: its value, its tokens, and its role beside another number."""

    value: Fraction
    start: int
    end: int
    is_percent: bool = False
    is_zero: bool = False
    in_digits: bool = True
    part_of: Fraction | None = None
    """The whole, where the text says "n of m"."""
    is_whole: bool = False
    bound: str | None = None
    """at_least or at_most, where the number is an end of a range."""


def find(
    tokens: Sequence[text.Token],
    *,
    dated: Sequence[periods.Dated],
    things: phrases.Phrases,
    language: wordlists.Language,
) -> tuple[Mention, ...]:
    """The numbers that may be figures, from left to right."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        if not _may_begin(tokens[at], language):
            at += 1
            continue
        mention = _at(tokens, at, dated, things, language, bool(found))
        if mention is None:
            number = numbers.at(tokens, at, language=language)
            at = number.end if number is not None and not _dated(tokens, at, dated) else at + 1
            continue
        found.append(mention)
        at = mention.end
    return _related(tokens, found, language)


def _may_begin(token: text.Token, language: wordlists.Language) -> bool:
    """Whether a mention can start with that token: few words of a sentence are numbers, or none, or a share."""
    if token.is_number or token.fold in language.numerals or token.fold in language.scales:
        return True
    return language.phrases["zero"].begins(token.fold) or language.phrases["shares"].begins(token.fold)


def _at(
    tokens: Sequence[text.Token],
    at: int,
    dated: Sequence[periods.Dated],
    things: phrases.Phrases,
    language: wordlists.Language,
    begun: bool,
) -> Mention | None:
    if _dated(tokens, at, dated):
        return None
    special = _zero(tokens, at, things, language, begun) or _share(tokens, at, language)
    if special is not None:
        return special
    number = numbers.at(tokens, at, language=language)
    if number is None or refused.why(tokens, number, things=things, language=language):
        return None
    if not number.in_digits and not _stands(tokens, number, things, language, begun):
        return None
    percent = _percent(tokens, number.end, language)
    if number.value == 0 and percent is None and things.at(tokens, number.end) is None:
        return None
    end = percent if percent is not None else number.end
    return Mention(number.value, number.start, end, percent is not None, in_digits=number.in_digits)


def _dated(tokens: Sequence[text.Token], at: int, dated: Sequence[periods.Dated]) -> bool:
    token = tokens[at]
    return any(each.start < token.end and token.start < each.end for each in dated)


def _percent(tokens: Sequence[text.Token], at: int, language: wordlists.Language) -> int | None:
    for name in ("points", "percent"):
        if hit := language.phrases[name].at(tokens, at):
            return hit.end
    if (
        at + 1 < len(tokens)
        and tokens[at].text == "-"
        and (hit := language.phrases["percent"].at(tokens, at + 1))
    ):
        return hit.end
    return None


def _zero(
    tokens: Sequence[text.Token],
    at: int,
    things: phrases.Phrases,
    language: wordlists.Language,
    begun: bool,
) -> Mention | None:
    """None, not one, ни одного, không có ... nào: a zero only where what is counted is named, or was."""
    hit = language.phrases["zero"].at(tokens, at)
    if hit is None:
        return None
    near = tokens[hit.end : hit.end + 8]
    if language.zero_needs:
        close = next((i for i, each in enumerate(near) if each.fold in language.zero_needs), None)
        if close is None or any(each.is_number for each in near[:close]):
            return None
    named = any(_names(tokens, hit, hit.end + i, things, language) for i in range(3))
    if not named and not (begun and language.phrases["nobody"].at(tokens, at)):
        return None
    return Mention(Fraction(0), hit.start, hit.end, is_zero=True, in_digits=False)


def _names(
    tokens: Sequence[text.Token],
    hit: phrases.Hit,
    at: int,
    things: phrases.Phrases,
    language: wordlists.Language,
) -> bool:
    """Whether what there is none of stands at that token; after a bare "no" in the plural, with no number between."""
    named = things.at(tokens, at)
    if named is None or tokens[hit.start].fold not in language.zero_plural or hit.end - hit.start > 1:
        return named is not None
    between = tokens[hit.end : named.start]
    plain = all(each.is_word and each.fold not in language.not_after_no for each in between)
    return plain and tokens[named.end - 1].fold.endswith("s")


def _share(tokens: Sequence[text.Token], at: int, language: wordlists.Language) -> Mention | None:
    """Half, a third, three quarters, 3/4 of the: percent values."""
    if (written := _fraction(tokens, at, language)) is not None:
        return written
    hit = language.phrases["shares"].at(tokens, at)
    if hit is None or (at and wordlists.ordinal(tokens[at - 1].fold)):
        return None
    stops = language.phrases.get("share_stops")
    after = tokens[hit.end].fold if hit.end < len(tokens) else ""
    if after == "-" or (stops is not None and stops.at(tokens, hit.end)):
        return None
    value = Fraction(hit.label) * (100 if "/" in hit.label else 1)
    bound = next(
        (
            label
            for name, label in (("share_at_least", "at_least"), ("share_approx", "approx"))
            if name in language.phrases and language.phrases[name].at(tokens, at)
        ),
        None,
    )
    return Mention(value, hit.start, hit.end, True, in_digits=False, bound=bound)


def _fraction(tokens: Sequence[text.Token], at: int, language: wordlists.Language) -> Mention | None:
    """3/4 of the cells: a small fraction of what is named after it; 12/14 cells, and 3/4 cells, are two figures."""
    shape = tokens[at : at + 3]
    if (
        len(shape) < 3
        or shape[1].text != "/"
        or not (shape[0].text.isdecimal() and shape[2].text.isdecimal())
    ):
        return None
    part, whole = int(shape[0].text), int(shape[2].text)
    is_close = shape[0].end == shape[1].start and shape[1].end == shape[2].start
    if (
        not is_close
        or not 0 < part < whole <= LARGEST_WHOLE
        or not language.phrases["share_of"].at(tokens, at + 3)
    ):
        return None
    return Mention(Fraction(100 * part, whole), at, at + 3, True)


def _stands(
    tokens: Sequence[text.Token],
    number: numbers.Number,
    things: phrases.Phrases,
    language: wordlists.Language,
    begun: bool,
) -> bool:
    """Whether a number in words is a count here: "one" and words with another meaning need a sign that they are."""
    if number.end - number.start > 1:
        return True
    word = tokens[number.start].fold
    if word in language.ones or word in language.not_alone:
        if word in language.scales and word not in language.numerals:
            return _one_scale(tokens, number.start)
        hedged = language.phrases["only"].before(tokens, number.start) is not None
        counted = things.at(tokens, number.end) is not None
        return counted and hedged and (begun or not language.phrases["joins"].before(tokens, number.start))
    if language.id == "vi":
        return things.at(tokens, number.end) is not None
    following = tokens[number.end] if number.end < len(tokens) else None
    return following is not None and (following.is_word or begun)


def _one_scale(tokens: Sequence[text.Token], at: int) -> bool:
    """A thousand, o tisíc: a scale on its own is one of it where it is in the singular."""
    return (
        at > 0 and tokens[at - 1].fold in ("a", "o") and tokens[at].fold in ("thousand", "hundred", "million")
    )


def _related(
    tokens: Sequence[text.Token], found: list[Mention], language: wordlists.Language
) -> tuple[Mention, ...]:
    """Pairs told apart: n of m, n/m, and the two ends of a range. A part equal to its whole is said once."""
    kept: list[Mention] = []
    for mention in found:
        before = kept[-1] if kept else None
        if before is None or not (before.in_digits and mention.in_digits):
            kept.append(mention)
            continue
        between = tokens[before.end : mention.start]
        if _is_part(tokens, before, mention, language):
            kept[-1] = replace(before, part_of=mention.value)
            if before.value != mention.value:
                kept.append(replace(mention, is_whole=True))
        elif mention.is_percent and len(between) == 1 and between[0].fold in _TO:
            kept[-1] = replace(before, is_percent=True)
            kept.append(mention)
        elif _is_range(tokens, before, mention, language):
            kept[-1] = replace(before, bound="at_least", is_percent=mention.is_percent)
            kept.append(replace(mention, bound="at_most"))
        else:
            kept.append(mention)
    return tuple(kept)


def _is_range(
    tokens: Sequence[text.Token], first: Mention, last: Mention, language: wordlists.Language
) -> bool:
    """10-15, from 10 to 15, between 10 and 15: two ends of one count."""
    if first.value >= last.value or last.start - first.end != 1:
        return False
    between = tokens[first.end]
    if between.text in "-–":
        return True
    opened = language.phrases["range_from"].before(tokens, first.start) is not None
    return (opened or between.fold == "až") and language.phrases["range_to"].has(between.fold)


def _is_part(
    tokens: Sequence[text.Token], part: Mention, whole: Mention, language: wordlists.Language
) -> bool:
    if part.value > whole.value or part.is_percent or whole.is_percent:
        return False
    between = tokens[part.end : whole.start]
    if len(between) == 1 and between[0].text == "/":
        return True
    hit = language.phrases["of"].at(tokens, part.end)
    return hit is not None and hit.end == whole.start
