"""Totals a text states beside their parts: they should add up, and where they do not, the difference is named.

Parts add up to a whole when the text says that it consists of them. Parts told by "of whom" or "among them" may leave a
remainder, but may not exceed the whole. Lists by another measure (earlier rank, age) may overlap and are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from fasti import charter
from fasti.claims import counted, scene


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its readings."""

    laid: scene.Scene
    readings: tuple[counted.Reading, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A whole and the parts said to make it up."""

    sentence: str
    indicator: str
    stated: Fraction
    parts: tuple[Fraction, ...]
    is_exhaustive: bool
    """Whether the text says that the parts are all of it."""

    @property
    def computed(self) -> Fraction:
        """What the parts add up to."""
        return sum(self.parts, Fraction(0))

    @property
    def is_consistent(self) -> bool:
        """Whether parts and whole agree; a remainder is allowed where the list need not be complete."""
        return self.computed == self.stated or (not self.is_exhaustive and self.computed < self.stated)

    def plain(self) -> dict[str, object]:
        """The total as a record for programs."""
        return {
            "sentence": self.sentence,
            "indicator": self.indicator,
            "stated": int(self.stated),
            "parts": [int(part) for part in self.parts],
            "computed": int(self.computed),
            "difference": int(self.computed - self.stated),
            "consistent": self.is_consistent,
        }


def find(read: Sequence[Read], *, claimed: charter.Claimed) -> Iterator[Total]:
    """Every whole with its parts, in the order of the text."""
    return iter(())
