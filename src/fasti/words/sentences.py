"""Sentences built from several messages: lists, counted nouns, who reported, a course, a change, a footing.

>>> join(["A", "B", "C"], "cs"), counted("act", 5, "ru")
('A, B a C', '5\\xa0актов')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from fasti.dates.periods import Period
from fasti.words import days, numbers
from fasti.words.languages import Unsayable
from fasti.words.messages import knows, say

AND = {"en": " and ", "vi": " và ", "ru": " и ", "cs": " a "}


def join(names: Sequence[str], lang: str) -> str:
    """A list in words: A, B and C."""
    if lang not in AND:
        raise Unsayable(f"there are no lists in the language {lang!r}")
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + AND[lang] + names[-1]


def counted(noun: str, n: numbers.Number, lang: str) -> str:
    """A number with its noun: 5 acts, 5 văn bản, 5 актов, 5 aktů. The nouns are the `noun-...` messages."""
    return say(f"noun-{noun}", lang, n=n)


def sentence(text: str) -> str:
    """A sentence of its own: begins with a capital and ends with a full stop.

    >>> sentence("издано 5 концепций"), sentence("Is it so?")
    ('Издано 5 концепций.', 'Is it so?')
    """
    ended = text if text.endswith((".", "!", "?", "…")) else text + "."
    return ended[:1].upper() + ended[1:]


def act_reference(symbol: str, signed_on: date, lang: str) -> str:
    """How an act is cited: No. 15-QĐ/TU of 1 March 2022."""
    style = "short" if lang == "vi" else "long"
    return say("act-reference", lang, symbol=symbol, day=days.day(signed_on, lang, style=style))


def reported(n: int, m: int, lang: str, *, noun: str = "province", missing: Sequence[str] = ()) -> str:
    """Who reported, "12 of 14 provinces reported", with the names of those missing when given.

    Nouns: province, district, unit (of any kind).
    """
    told = say("coverage-reported", lang, n=n, m=m, noun=noun)
    if not missing:
        return told
    return say("coverage-missing", lang, reported=told, missing=join(missing, lang), k=len(missing))


def course(participants: int, topics: int, lang: str, *, providers: Mapping[str, int] | None = None) -> str:
    """A course by participants and topics, split by who taught them.

    The providers `academy` and `leaders` are declined with the sentence; with any other name (already in the
    language) the split is set in brackets, name by name, because names cannot be declined.
    """
    told = say("course", lang, participants=participants, topics=topics)
    if not providers:
        return told
    if set(providers) <= {"academy", "leaders"}:
        parts = [
            say(f"course-part-{name}", lang, n=n, place="next" if place else "first")
            for place, (name, n) in enumerate(providers.items())
        ]
        return say("course-split", lang, course=told, parts=join(parts, lang))
    named = "; ".join(f"{name}: {numbers.number(n, lang)}" for name, n in providers.items())
    return say("course-named", lang, course=told, parts=named)


def change(now: numbers.Number, before: numbers.Number, base: Period | date, lang: str) -> str:
    """The difference against a period (of a flow) or a day (of a stock): up by 3 against the end of 2023."""
    difference = Fraction(now) - Fraction(before)
    way = "up" if difference > 0 else "down" if difference < 0 else "same"
    return say("change", lang, n=abs(difference), way=way, base=_base(base, lang))


def _base(base: Period | date, lang: str) -> str:
    """The base of a comparison, in the case the language compares in."""
    if isinstance(base, Period):
        style = {"en": "in", "vi": "label", "ru": "during", "cs": "during"}[lang]
        text = days.period(base, lang, style=style)
        return text.removeprefix("in ") if lang == "en" else text
    if (base.month, base.day) == (12, 31):
        return say("change-base-year-end", lang, year=str(base.year))
    style = "short" if lang == "vi" else "long"
    return say("change-base-day", lang, day=days.day(base, lang, style=style))


def footing(lang: str, *, opening: int, closing: int, **movements: int) -> str:
    """The footing of the membership: opening 1,000 + joined 25 − left 4 = closing 1,021.

    Movements in the order given: joined, moved_in (added), left, moved_out (taken off). Raises ValueError
    where they do not add up.
    """
    signs = {"joined": 1, "moved_in": 1, "left": -1, "moved_out": -1}
    if opening + sum(signs[name] * n for name, n in movements.items()) != closing:
        raise ValueError(f"opening {opening} and {movements} do not make closing {closing}")
    parts = [say("footing-opening", lang, n=opening)]
    for name, n in movements.items():
        sign = "+" if signs[name] > 0 else "−"
        parts.append(f"{sign} {say('footing-' + name.replace('_', '-'), lang, n=n)}")
    return " ".join([*parts, "=", say("footing-closing", lang, n=closing)])


def vacant_long(n: int, vacant_days: int, lang: str) -> str:
    """Posts vacant longer than the charter allows; 180 days are said as 6 months."""
    if vacant_days % 30 == 0 and vacant_days % 365:
        return say("posts-vacant-longer", lang, n=n, k=vacant_days // 30, unit="month")
    return say("posts-vacant-longer", lang, n=n, k=vacant_days, unit="day")


def figure(
    indicator: str, label: str, value: numbers.Number | None, lang: str, *, of: tuple[int, int] | None = None
) -> str:
    """A figure as a sentence: the indicator's own message where it has one, else its label and the value.

    A ratio gives `of` = numerator and denominator instead of a value.
    """
    message = "figure-" + indicator.replace(".", "-").replace("_", "-")
    if of is not None:
        text = numbers.share(*of, lang)
        return say(message, lang, share=text) if knows(message, lang) else f"{label}: {text}"
    if value is None:
        return f"{label}: {numbers.NOT_APPLICABLE[lang]}"
    return say(message, lang, n=value) if knows(message, lang) else f"{label}: {numbers.number(value, lang)}"
