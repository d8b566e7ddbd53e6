"""Numbers, rates and their signs as each language writes them: 1,234 and 66.7 %, 1.234 and 66,7%.

>>> number(1234, "vi"), number(Fraction(5, 2), "cs"), signed(-3, "en")
('1.234', '2,5', '−3')
>>> share(2, 3, "vi"), share(1999, 2000, "vi")
('66,7% (2/3)', '99,9% (1.999/2.000)')
"""

from __future__ import annotations

import functools
import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TypeAlias

from babel import numbers as babel_numbers

from fasti.words.languages import LANGUAGES, Unsayable

Number: TypeAlias = int | float | Decimal | Fraction

NBSP = "\N{NO-BREAK SPACE}"
PERCENT_MARK = {"en": NBSP + "%", "vi": "%", "ru": NBSP + "%", "cs": NBSP + "%"}
MINUS = {"en": "−", "vi": "-", "ru": "−", "cs": "−"}
NOT_APPLICABLE = {"en": "not applicable", "vi": "không tính", "ru": "не рассчитывается", "cs": "nelze určit"}
PARTS = {"en": "{n} of {m}", "vi": "{n}/{m}", "ru": "{n} из {m}", "cs": "{n} {ze} {m}"}


@functools.lru_cache(maxsize=10_000)
def number(value: Number, lang: str, *, digits: int = 1) -> str:
    """The number with grouped thousands, rounded half up to at most `digits` decimals."""
    if lang not in LANGUAGES:
        raise Unsayable(f"there are no numbers in the language {lang!r}")
    rounded = _rounded(abs(Fraction(value)), digits, ROUND_HALF_UP)
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    text = babel_numbers.format_decimal(rounded, format=pattern, locale=lang)
    text = text.replace("\N{NARROW NO-BREAK SPACE}", NBSP)
    return MINUS[lang] + text if value < 0 and rounded else text


def signed(value: Number, lang: str, *, digits: int = 1) -> str:
    """A difference with its sign: +3, −3, and 0 without a sign."""
    text = number(value, lang, digits=digits)
    return "+" + text if value > 0 else text


def percent(part: int, whole: int, lang: str) -> str:
    """The rate of a part in a whole, to one decimal; a whole of 0 has none and the words for that are said.

    A rate below 100 % is never rounded up to 100 %, and one above 0 % never down to 0 %.

    >>> percent(1, 8, "cs"), percent(1, 5000, "vi"), percent(0, 0, "en")
    ('12,5\\xa0%', '0,02%', 'not applicable')
    """
    if whole == 0:
        return NOT_APPLICABLE[lang]
    rate = Fraction(100 * part, whole)
    digits = 1
    while 0 < rate < Fraction(5, 10 ** (digits + 1)):
        digits += 1
    rounded = _rounded(rate, digits, ROUND_HALF_UP)
    if rate < 100 <= rounded:
        rounded = _rounded(rate, digits, ROUND_DOWN)
    return number(rounded, lang, digits=digits) + PERCENT_MARK[lang]


def ratio(part: int, whole: int, lang: str) -> str:
    """Part and whole: 14 of 14, 14/14, 14 из 14, 14 ze 14."""
    return PARTS[lang].format(n=number(part, lang), m=number(whole, lang), ze=ze(whole))


def share(part: int, whole: int, lang: str) -> str:
    """The rate followed by its part and whole, which always accompany it."""
    return f"{percent(part, whole, lang)} ({ratio(part, whole, lang)})"


def ze(value: int) -> str:
    """The Czech preposition before a number: ze where the spoken genitive begins with s, š, čt, tř or dv.

    >>> [ze(n) for n in (0, 1, 2, 5, 14, 15, 21, 59, 101, 321, 962, 1234, 2500)]
    ['z', 'z', 'ze', 'z', 'ze', 'z', 'ze', 'z', 'ze', 'ze', 'z', 'z', 'ze']
    """
    while value >= 1000:
        value //= 1000
        if value == 1:
            return "z"
    if value >= 100:
        return "ze" if value // 100 in (1, 2, 3, 4, 6, 7) else "z"
    if value >= 20:
        return "ze" if value // 10 in (2, 3, 4, 6, 7) else "z"
    return "ze" if value in (2, 3, 4, 6, 7, 12, 13, 14, 16, 17) else "z"


def ze_told(text: str) -> str:
    """The same before a number that is written already; z before what does not begin with one.

    >>> [ze_told(text) for text in ("14", "1 234", "méně než 5")]
    ['ze', 'z', 'z']
    """
    digits = re.match(r"[0-9\s]*", text)
    written = "".join(digits[0].split()) if digits else ""
    return ze(int(written)) if written else "z"


def _rounded(value: Fraction, digits: int, rounding: str) -> Decimal:
    """The exact value as a decimal of so many digits."""
    scaled = value * 10**digits
    whole = scaled.numerator // scaled.denominator
    if rounding == ROUND_HALF_UP and scaled - whole >= Fraction(1, 2):
        whole += 1
    return Decimal(whole).scaleb(-digits)
