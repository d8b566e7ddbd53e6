"""What is computed: figures with their exact numerators and denominators, for a unit and for each unit within
it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fasti.dates import periods

Value = int | Fraction | None
"""A number, or None where there is nothing to divide by or to take a median of."""


class CannotCompute(LookupError):
    """The figure cannot be computed as asked; the message says why. `code` and `args_` make it a finding."""

    def __init__(self, code: str, message: str, **args: str) -> None:
        self.code, self.args_ = code, args
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class UnitRef:
    """A unit by its code, with its names by language on the boundaries day."""

    code: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A figure for one value of a disaggregation (`unknown` where the record does not say)."""

    key: str
    value: Value
    numerator: int | None = None
    denominator: int | None = None
    num_people: int | None = None
    """As of `Figure`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator's figure. `additive` False: the figures of parts do not add up to that of the whole."""

    indicator: str
    value: Value
    numerator: int | None
    denominator: int | None
    additive: bool
    parts: tuple[Part, ...] = ()
    num_people: int | None = None
    """How many different persons its rows are about, of a ratio those of its numerator; None: not asked, or not about
    persons one by one.
    """


@dataclass(frozen=True, slots=True)
class Computed:
    """Figures of a unit or peer group (`total`), of each unit of its perimeter, and booked at the unit
    itself.

    `own` holds what is booked at the unit and its organs, outside the units beneath it; it is empty for a
    peer group. `unplaced` are the codes of units with figures that have no place on the boundaries day, not
    even through successors, predecessors or parents: their figures are in no total.
    """

    unit: str
    period: periods.Period
    boundaries: date
    known: date | None
    engine: str
    perimeter: tuple[UnitRef, ...]
    total: tuple[Figure, ...]
    units: Mapping[str, tuple[Figure, ...]]
    own: tuple[Figure, ...]
    unplaced: tuple[str, ...]
