"""Where units stand on a day as the record knew it by then: what is beneath a unit, and under which units one stands.

As known now the tables answer by themselves. Of an earlier known day only the units in question are folded, from
beneath or from above, never the tree.
"""

from __future__ import annotations

from collections.abc import Collection

from fasti.acts.models import Effect
from fasti.dates.axes import When
from fasti.reports.units import standing

FEW = 400
"""Units that are folded for one branch; a larger one is asked from above, unit by unit."""
_HIGHEST = 24
"""Levels that are followed up or down: more than any body has."""


class Tree:
    """The tree of a day as known then, as far as it is asked about."""

    def __init__(self, when: When) -> None:
        self.when = when
        self._parents: dict[int, int | None] = {}

    def few(self, root: int) -> list[int] | None:
        """The unit with all that stands beneath it; None where that is more than a few."""
        found, level = {root}, {root}
        for _ in range(_HIGHEST):
            under = {unit for each in standing.ever_under(level, self.when).values() for unit in each} - found
            if len(found) + len(under) > FEW:
                return None
            self._learn(under)
            level = {unit for unit in under if self._parents[unit] in found}
            if not level:
                break
            found |= level
        return sorted(found)

    def beneath(self, units: Collection[int], root: int) -> set[int]:
        """Those of the units that are the root or stand beneath it."""
        paths = {unit: unit for unit in units}
        found = {unit for unit in units if unit == root}
        for _ in range(_HIGHEST):
            self._learn(set(paths.values()))
            paths = {unit: above for unit, at in paths.items() if (above := self._parents[at]) is not None}
            found |= {unit for unit, at in paths.items() if at == root}
            paths = {unit: at for unit, at in paths.items() if unit not in found}
            if not paths:
                break
        return found

    def _learn(self, units: Collection[int]) -> None:
        missing = set(units) - self._parents.keys()
        if not missing:
            return
        for unit, spans in standing.spans_of(missing, self.when).items():
            row = standing.on(spans, self.when.as_of)
            self._parents[unit] = row.parent if row else None


def with_predecessors(units: Collection[int], when: When) -> set[int]:
    """The units, and those that went over into them by then, and into these in turn."""
    found, new = set(units), set(units)
    while new:
        went = Effect.objects.filter(other_unit__in=new, kind__in=standing.OVER, person=None)
        if when.known_before is not None:
            went = went.filter(recorded_at__lt=when.known_before)
        new = set(went.values_list("unit", flat=True)) - found
        found |= new
    return found
