"""Numbers that are not figures, and why: documents, ordinals, ages, durations, money, measures, names.

A number within a date or a term is refused before, by `periods`. The reason is given as the field's own word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fasti.claims import numbers, phrases, text, wordlists

MOST = 10**13
"""No body counts as many of anything."""
_OPENING, _CLOSING = set("\"«„“'‘"), set("\"»”“'’")


def why(
    tokens: Sequence[text.Token],
    number: numbers.Number,
    *,
    things: phrases.Phrases,
    language: wordlists.Language,
) -> str | None:
    """The reason the number is not a figure; None if it may be one. `things` are what the body counts."""
    for reason, tells in _REASONS:
        if tells(tokens, number, language):
            return reason
    if _is_numbered(tokens, number, things, language):
        return "document_number"
    if things.at(tokens, number.end) is None and _is_named(tokens, number, language):
        return "name"
    return None


def _is_named(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """Nghị quyết 18, Directive 35, регион 46: a number after its noun, and nothing counted after it."""
    return number.in_digits and language.phrases["named"].before(tokens, number.start) is not None


def _before(tokens: Sequence[text.Token], at: int) -> text.Token | None:
    return tokens[at - 1] if at else None


def _after(tokens: Sequence[text.Token], at: int) -> text.Token | None:
    return tokens[at] if at < len(tokens) else None


def _is_ordinal(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """8. sjezd, 14-й, 11th; a Czech number with a full stop before a word of the same sentence."""
    if not number.in_digits or number.end - number.start > 1:
        return False
    after = _after(tokens, number.end)
    if after is None:
        return False
    if after.text == "." and language.id == "cs":
        return (
            number.end + 1 < len(tokens)
            and tokens[number.end + 1].is_word
            and not _ends_a_sentence(tokens, number, language)
        )
    joined = after.start == tokens[number.end - 1].end
    if after.text == "-" and joined and number.end + 1 < len(tokens):
        word = "-" + tokens[number.end + 1].fold
        return tokens[number.end + 1].start == after.end and any(
            word.startswith(mark[:-1]) if mark.endswith("*") else word == mark
            for mark in language.ordinal_marks
        )
    return joined and after.fold in language.ordinal_marks


def _ends_a_sentence(
    tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language
) -> bool:
    """A capital follows the full stop, and a hedge stands before the number: pouze 21. Průměrná."""
    return tokens[number.end + 1].text[0].isupper() and any(
        language.phrases[name].before(tokens, number.start) is not None for name in ("hedges", "fillers")
    )


def _is_glued(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """Covid-19, G20, 15-QĐ/TU, 4x4: letters grown together with the digits, other than a sum of money."""
    if not number.in_digits:
        return False
    before, after = _before(tokens, number.start), _after(tokens, number.end)
    first, last = tokens[number.start], tokens[number.end - 1]
    if before is not None and before.end == first.start and before.fold not in ("$", "€", "£", "r"):
        if before.is_word or (
            before.text == "-" and number.start > 1 and _is_letter(tokens, number.start - 2)
        ):
            return True
        if before.text in "/." and number.start > 1 and _is_letter(tokens, number.start - 2):
            return True
    if after is None or after.start != last.end or after.text != "-" or number.end + 1 >= len(tokens):
        return False
    following = tokens[number.end + 1]
    return (
        following.start == after.end
        and following.is_word
        and not language.phrases["percent"].at(tokens, number.end + 1)
    )


def _is_letter(tokens: Sequence[text.Token], at: int) -> bool:
    return tokens[at].is_word and tokens[at].end == tokens[at + 1].start


def _is_numbered(
    tokens: Sequence[text.Token],
    number: numbers.Number,
    things: phrases.Phrases,
    language: wordlists.Language,
) -> bool:
    """Điều 30, статья 14, No. 35, Cụm thi đua số 2: the number is the name of what stands before it."""
    at = number.start
    if at and tokens[at - 1].text == ".":
        at -= 1
    if at > 1 and tokens[at - 1].text == "(" and tokens[at - 2].is_number and _is_joined(tokens, at):
        at -= 2
    amounts = language.phrases.get("amounts")
    if amounts is not None and amounts.before(tokens, at):
        return False
    hit = language.phrases["numbered"].before(tokens, at)
    if hit is None:
        return _goes_on_numbered(tokens, number, language)
    if language.id == "en" and _is_verb(tokens, hit, things):
        return False
    return number.in_digits or language.id == "vi"


def _is_joined(tokens: Sequence[text.Token], at: int) -> bool:
    """Whether a token and the two before it are written together: 12(3)."""
    return all(tokens[i - 1].end == tokens[i].start for i in (at - 1, at))


def _is_verb(tokens: Sequence[text.Token], hit: phrases.Hit, things: phrases.Phrases) -> bool:
    """The branches number 143: things in the plural, and a word that else opens a name."""
    counted = tokens[hit.start].fold == "number" and things.before(tokens, hit.start) is not None
    return counted and tokens[hit.start - 1].fold.endswith("s")


def _goes_on_numbered(
    tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language
) -> bool:
    """The second of "Articles 30 and 32"."""
    at = number.start
    if at < 3 or not number.in_digits or not tokens[at - 2].is_number:
        return False
    if language.phrases["joins"].before(tokens, at) is None and tokens[at - 1].text not in "-":
        return False
    after = _after(tokens, number.end)
    if tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start:
        after = None
    return language.phrases["numbered"].before(tokens, at - 2) is not None and (
        after is None or not after.is_word or after.text[0].isupper()
    )


def _is_time(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """3 dny, 15 năm, nine years."""
    at = number.end
    if at < len(tokens) and tokens[at].text == "-":
        at += 1
    if (hit := language.phrases["time"].at(tokens, at)) is None:
        return False
    return not (hit.label and tokens[hit.start].fold == "năm" and _is_count(tokens, hit.end))


def _is_count(tokens: Sequence[text.Token], at: int) -> bool:
    return False if at >= len(tokens) else tokens[at].fold in ("đồng",)


def _is_age(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """35 tuổi, aged 18, ve věku 6 - 18 let."""
    if language.phrases["age"].at(tokens, number.end):
        return True
    at = number.end
    is_range = at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at + 1].is_number
    if is_range and language.phrases["age"].at(tokens, at + 2):
        return True
    start = number.start
    if language.id == "en" and _is_bare_limit(tokens, number):
        return True
    for _ in range(3):
        if hit := language.phrases["age_before"].before(tokens, start):
            return _is_bare(tokens, number, language) or hit.end - hit.start > 1 or language.id == "en"
        if (
            hit := language.phrases["hedges"].before(tokens, start)
            or language.phrases["fillers"].before(tokens, start)
        ) is None:
            return False
        start = hit.start
    return False


def _is_bare_limit(tokens: Sequence[text.Token], number: numbers.Number) -> bool:
    """Nearly a third are under 35: a limit with nothing counted after it."""
    before, after = _before(tokens, number.start), _after(tokens, number.end)
    is_last = after is None or not (after.is_word or after.text == "%")
    return before is not None and before.fold in ("under", "over") and number.value < 100 and is_last


def _is_bare(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """Whether the number is small and stands without a noun or before a word for years."""
    return number.value < 100 and language.phrases["time"].at(tokens, number.end) is not None


def _is_money(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """10 tỷ đồng, R4 500, 29.738,- Kč."""
    at = number.end
    while at < len(tokens) and tokens[at].text in ",-–":
        at += 1
    if (hit := language.phrases["money"].at(tokens, at)) is not None and not _is_comrade(tokens, hit.start):
        return True
    return language.phrases["money_before"].before(tokens, number.start) is not None


def _is_comrade(tokens: Sequence[text.Token], at: int) -> bool:
    """Whether "đồng" is half of "đồng chí" (comrade) and no money."""
    return (
        tokens[at].fold == "đồng" and at + 1 < len(tokens) and tokens[at + 1].fold in ("chí", "bào", "nghiệp")
    )


def _is_measure(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    hit = language.phrases["measures"].at(tokens, number.end)
    return hit is not None and language.phrases["points"].at(tokens, number.end) is None


def _is_outside(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """A percent of wages, prices, output: no matter of the body's own."""
    if language.phrases["percent"].at(tokens, number.end) is None:
        return False
    for at in range(number.start - 1, -1, -1):
        if tokens[at].text in ";:" or tokens[at].is_number:
            return False
        if language.phrases["outside"].at(tokens, at):
            return True
    return False


def _is_quoted(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """«Четырёх хороших ячеек», “bốn tốt”: a number in words that opens a short name in quotation marks."""
    before = _before(tokens, number.start)
    if before is None or before.text not in _OPENING:
        return False
    within = 2 if number.in_digits else 5
    return any(each.text in _CLOSING for each in tokens[number.end : number.end + within])


def _is_endless(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """More than any body counts: a run of digits, or scales heaped on scales."""
    return number.value >= MOST


def _is_contact(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """Tel. 020 7946 0812, account 123-456: the number belongs to a run of digits and marks after a word for it."""
    start = number.start
    while start and (tokens[start - 1].is_number or tokens[start - 1].text in "()+-./:–"):
        start -= 1
    return number.in_digits and language.phrases["contacts"].before(tokens, start) is not None


def _is_clock(tokens: Sequence[text.Token], number: numbers.Number, language: wordlists.Language) -> bool:
    """At 10.30, v 9.30, lúc 8.30: hours and minutes after the word that tells a time, and nothing counted after."""
    if number.end - number.start > 1 or not _CLOCK.fullmatch(tokens[number.start].text):
        return False
    after = _after(tokens, number.end)
    is_last = after is None or not (after.is_word or after.text == "%") or after.text[0].isupper()
    told = language.phrases["clock"].before(tokens, number.start) is not None
    goes_on = any(language.phrases[name].at(tokens, number.end) for name in ("clock_after", "elsewhere"))
    return told and (is_last or goes_on)


_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d")
_REASONS = (
    ("endless", _is_endless),
    ("contact", _is_contact),
    ("time", _is_clock),
    ("ordinal", _is_ordinal),
    ("age", _is_age),
    ("duration", _is_time),
    ("money", _is_money),
    ("name", _is_glued),
    ("measure", _is_measure),
    ("out_of_scope", _is_outside),
    ("name", _is_quoted),
)
