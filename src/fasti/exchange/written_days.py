"""Days as people write them, in the four languages, read into days. What may mean two days is refused, not guessed.

>>> read("2024-06-30", "en"), read("5. 1. 2024", "cs"), read("1 июня 2024 г.", "ru")
(datetime.date(2024, 6, 30), datetime.date(2024, 1, 5), datetime.date(2024, 6, 1))
>>> read("ngày 5 tháng 1 năm 2024", "vi"), read("05/06/2024", "vi"), read("4 March 2024", "en")
(datetime.date(2024, 1, 5), datetime.date(2024, 6, 5), datetime.date(2024, 3, 4))
>>> read("05/06/2024", "en")
Traceback (most recent call last):
...
fasti.exchange.written_days.Ambiguous: 05/06/2024
"""

from __future__ import annotations

import functools
import re
import unicodedata
from datetime import date

from babel.core import Locale

from fasti import words
from fasti.dates import spans


class NotADay(ValueError):
    """The text is not written as a day."""


class Impossible(NotADay):
    """It is written as a day that the calendar does not have, or with a year of two digits."""


class Ambiguous(NotADay):
    """It may mean two days: 05/06/2024 is in June for some and in May for others."""

    def __init__(self, text: str, meanings: tuple[date, date]) -> None:
        super().__init__(text)
        self.meanings = meanings


_END = r"\s*(?:г\.?|года|roku)?"
_ISO = re.compile(r"([0-9]{4})\s*([-/.])\s*([0-9]{1,2})\s*\2\s*([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_DIGITS = re.compile(rf"(?:ngày\s+)?([0-9]{{1,2}})\s*([./-])\s*([0-9]{{1,2}})\s*\2\s*([0-9]{{4}}){_END}")
_SHORT = re.compile(r"[0-9]{1,2}\s*([./-])\s*[0-9]{1,2}\s*\1\s*[0-9]{2}")
_VIETNAMESE = re.compile(r"(?:ngày\s+)?([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})")
_NAMED = re.compile(
    rf"([0-9]{{1,2}})(?:\.|st|nd|rd|th)?(?:\s+of)?(?:\s+|-)([^\W\d_]+)\.?,?(?:\s+|-)([0-9]{{4}}){_END}"
)
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})")


def read(text: str, lang: str) -> date:
    """The day; raises `NotADay`, `Impossible` or `Ambiguous`. `lang`: of the sheet, empty where not known.

    Digits with slashes or hyphens are day first in Vietnamese, Russian and Czech. In English, and in a sheet of no
    language, they are read only where they can mean one day alone.
    """
    told = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    if found := _ISO.fullmatch(told):
        return _day(text, found[1], found[3], found[4])
    if found := _VIETNAMESE.fullmatch(told):
        return _day(text, found[3], found[2], found[1])
    if found := _DIGITS.fullmatch(told):
        return _digits(
            text, found[1], found[3], found[4], is_day_first=found[2] == "." or lang not in ("", "en")
        )
    for pattern, day, month in ((_NAMED, 1, 2), (_MONTH_FIRST, 2, 1)):
        found = pattern.fullmatch(told)
        if found and found[month] in _months():
            return _day(text, found[3], str(_months()[found[month]]), found[day])
    if _SHORT.fullmatch(told):
        raise Impossible(text)
    raise NotADay(text)


def _digits(text: str, first: str, second: str, year: str, *, is_day_first: bool) -> date:
    if not is_day_first and int(first) <= 12 and int(second) <= 12 and int(first) != int(second):
        raise Ambiguous(text, (_day(text, year, second, first), _day(text, year, first, second)))
    return _day(text, year, second, first)


def _day(text: str, year: str, month: str, day: str) -> date:
    try:
        return spans.parse_day(f"{year}-{int(month):02d}-{int(day):02d}")
    except spans.MalformedDay:
        raise Impossible(text) from None


@functools.cache
def _months() -> dict[str, int]:
    """Names of months in the languages that have them, full and short, as they stand in a day and alone."""
    found: dict[str, int] = {}
    for lang in words.LANGUAGES:
        if lang == "vi":
            continue
        for forms in Locale(lang).months.values():
            for width in ("wide", "abbreviated"):
                found |= {name.casefold().rstrip("."): month for month, name in forms[width].items()}
    return found
