"""Counts as they may be shown: small ones are not told to whom small cells are not granted, nor can they be worked out.

>>> hidden([3, 20, 40], limit=5), hidden([3, 20, 40], limit=0), hidden([0, 20], limit=5)
((True, True, False), (False, False, False), (False, False))
>>> hidden([2, 3, 40], limit=5)
(True, True, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from fasti.indicators.figures import Figure


@dataclass(frozen=True, slots=True)
class Cell:
    """A count. `value` None and not hidden: there is nothing to count."""

    value: int | Fraction | None
    is_hidden: bool = False

    @property
    def number(self) -> int | Fraction:
        """The value to draw; 0 where it is hidden."""
        return 0 if self.is_hidden or self.value is None else self.value


def one(value: int | Fraction | None, *, limit: int) -> Cell:
    """A count that stands alone."""
    is_small = value is not None and 0 < value < limit
    return Cell(None, True) if is_small else Cell(value)


def of_figure(figure: Figure, *, limit: int) -> Cell:
    """A figure; a ratio whose numerator or what it leaves of its denominator is small is hidden too."""
    if figure.denominator is None:
        return one(figure.value, limit=limit)
    part, whole = figure.numerator or 0, figure.denominator
    is_small = any(0 < each < limit for each in (part, whole - part, whole))
    return Cell(None, True) if is_small else Cell(figure.value)


def hidden(values: Sequence[int], *, limit: int) -> tuple[bool, ...]:
    """Which of counts whose sum is told are hidden: the small ones, and where that is one alone the next smallest."""
    small = [0 < value < limit for value in values]
    if sum(small) == 1:
        others = [at for at, value in enumerate(values) if value and not small[at]]
        if others:
            small[min(others, key=lambda at: values[at])] = True
    return tuple(small)


def parts(values: Sequence[int], *, limit: int) -> tuple[Cell, ...]:
    """Counts whose sum is told too."""
    which = hidden(values, limit=limit)
    return tuple(
        Cell(None, True) if is_hidden else Cell(v) for v, is_hidden in zip(values, which, strict=True)
    )
