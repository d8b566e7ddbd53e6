"""Figures as a return gives them: exact text, so that no number is rounded on its way. Pure."""

from __future__ import annotations

import re
from fractions import Fraction

NONE = "none"
"""There is nothing to divide by, nothing to take a median of; of a declared figure: it is not known."""
_WRITTEN = re.compile(r"([0-9]{1,12})(?:/([0-9]{1,12}))?")


class MalformedFigure(ValueError):
    """The text is no figure."""


def read(text: str) -> Fraction | None:
    """The value of a figure, None where it has none; raises `MalformedFigure`.

    >>> read("216"), read("12/14"), read("0/0"), read("none")
    (Fraction(216, 1), Fraction(6, 7), None, None)
    """
    if text == NONE:
        return None
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise MalformedFigure(text)
    denominator = int(found[2]) if found[2] is not None else 1
    return Fraction(int(found[1]), denominator) if denominator else None


def is_ratio(text: str) -> bool:
    """Whether a figure is written with its denominator.

    >>> is_ratio("12/14"), is_ratio("12")
    (True, False)
    """
    return "/" in text


def written(
    value: Fraction | int | None, *, numerator: int | None = None, denominator: int | None = None
) -> str:
    """A figure as text; one with numerator and denominator keeps both.

    >>> written(Fraction(6, 7), numerator=12, denominator=14), written(Fraction(37, 2)), written(None), written(5)
    ('12/14', '37/2', 'none', '5')
    """
    if denominator is not None:
        return f"{numerator or 0}/{denominator}"
    if value is None:
        return NONE
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else f"{exact.numerator}/{exact.denominator}"
