"""Figures of one unit or peer group looked up under other circumstances: another period, tree or known day.

Only figures that the reader may be told are found. Each question is asked once; one that cannot be answered, because
the unit was not there or no rule held, finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from fasti import charter
from fasti.access.sight import OPERATOR, Sight
from fasti.dates import periods
from fasti.indicators import figures
from fasti.reports import discreet, discretion


@dataclass(frozen=True, slots=True)
class Under:
    """The circumstances of a figure; `boundaries` None: the tree of the period's end, `known` None: as known now."""

    period: periods.Period
    boundaries: date | None = None
    known: date | None = None


class Looks:
    """What the register has of a unit or peer group, as somebody may be told it."""

    def __init__(self, pack: charter.Pack, unit: str, *, sight: Sight = OPERATOR) -> None:
        self.pack, self.unit, self.sight = pack, unit, sight
        self._found: dict[tuple[Under, str], int] = {}
        self._asked: set[tuple[Under, str]] = set()
        self._units: dict[tuple[str, Under], tuple[figures.Computed, discretion.Discretion]] = {}

    @cached_property
    def counts(self) -> tuple[str, ...]:
        """Every figure of the pack that is a count."""
        return tuple(each.id for each in self.pack.indicators if each.measure in ("count", "sum", "distinct"))

    def told(self, ids: Iterable[str], under: Under) -> dict[str, int]:
        """Those of the figures that may be told, by id; nothing where they cannot be computed so."""
        wanted = tuple(ids)
        new = tuple(id for id in wanted if (under, id) not in self._asked)
        self._asked |= {(under, id) for id in new}
        try:
            self.learn(new, under)
        except (figures.CannotCompute, charter.NoRule):
            return {}
        return {id: self._found[under, id] for id in wanted if (under, id) in self._found}

    def learn(self, ids: Sequence[str], under: Under) -> None:
        """Look figures up; raises `CannotCompute`, `charter.NoRule` and `discretion.NotGranted`."""
        if not ids:
            return
        found, told = self._computed(ids, under, None)
        for figure in found.total:
            if figure.value is not None and not told.hides(discreet.WHOLE, figure.indicator):
                self._found[under, figure.indicator] = int(figure.value)
        self._asked |= {(under, id) for id in ids}

    def parts(self, id: str, under: Under) -> set[int]:
        """The values of a figure's parts by each of its columns, those that may be told."""
        values: set[int] = set()
        for column in self.pack.indicator(id).by:
            found, told = self._computed((id,), under, column)
            values |= {
                int(part.value)
                for part in found.total[0].parts
                if part.value is not None and not told.hides((column, id, part.key), id)
            }
        return values

    def by_unit(self, id: str, under: Under) -> Mapping[str, int]:
        """The figure of each unit within, by code, of those that may be told."""
        found, told = self._within(id, under)
        return {
            code: int(own[0].value)
            for code, own in found.units.items()
            if own[0].value is not None and not told.hides(("at", code), id)
        }

    def hides_units(self, id: str, under: Under) -> bool:
        """Whether the figure of any unit within is not told."""
        found, told = self._within(id, under)
        return any(told.hides(("at", code), id) for code in found.units)

    def _within(self, id: str, under: Under) -> tuple[figures.Computed, discretion.Discretion]:
        if (id, under) not in self._units:
            self._units[id, under] = self._computed((id,), under, None)
        return self._units[id, under]

    def _computed(
        self, ids: Sequence[str], under: Under, by: str | None
    ) -> tuple[figures.Computed, discretion.Discretion]:
        return discreet.computed(
            self.pack, ids, self.sight, unit=self.unit, period=under.period, boundaries=under.boundaries,
            known=under.known, by=by,
        )  # fmt: skip
