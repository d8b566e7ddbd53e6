"""Counts as they stand on the page of a unit: told, or hidden where `discretion` says so."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from fasti.indicators.figures import Figure, Part
from fasti.reports import discretion


@dataclass(frozen=True, slots=True)
class Cell:
    """A count. `value` None and not hidden: there is nothing to count."""

    value: int | Fraction | None
    is_hidden: bool = False
    is_small: bool = False
    """It is hidden because it is below the limit; else because another would follow from it, or of few people."""

    @property
    def number(self) -> int | Fraction:
        """The value to draw; 0 where it is hidden."""
        return 0 if self.is_hidden or self.value is None else self.value


def of(figure: Figure | Part, told: discretion.Discretion, row: discretion.Row, indicator: str) -> Cell:
    """A figure or part that was put down in a row, as it may be told."""
    if not told.hides(row, indicator):
        return Cell(figure.value)
    return Cell(None, True, told.is_small(row, indicator))
