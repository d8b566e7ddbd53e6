"""The tree opened where somebody looks: the children of one unit at a time, a hundred at once, with how many each has.

Structure is seen by everybody over the whole body, so nothing is left out. Ended units stand where they stood last, if
they are asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from fasti import charter
from fasti.dates.axes import When
from fasti.register import read
from fasti.register.models import UnitSpan
from fasti.register.rows import UnitRow
from fasti.reports.units import standing
from fasti.subjects.models import Unit

AT_ONCE = 100
_HIGHEST = 24
"""Levels that a path is followed up: more than any body has."""


@dataclass(frozen=True, slots=True)
class Node:
    """A unit in the tree."""

    unit: standing.Called
    num_children: int
    last_day: date | None = None
    """Its last day, where it has ended."""
    branch: Branch | None = None
    """What is beneath it, where it is opened."""


@dataclass(frozen=True, slots=True)
class Branch:
    """The children of a unit, in the order of their codes."""

    parent: str
    """The code of the unit; empty for the roots."""
    nodes: tuple[Node, ...]
    after: str = ""
    """The code after which more stand; empty: these are all."""
    num_more: int = 0


class Tree:
    """The tree on a day as known then. `is_whole`: ended units are shown too."""

    def __init__(self, pack: charter.Pack, *, lang: str, when: When, is_whole: bool = False) -> None:
        self.when, self.is_whole = when, is_whole
        self.names = standing.Names(pack, lang, when)

    def branch(self, parent: int | None, *, after: str = "", limit: int = AT_ONCE) -> Branch:
        """What stands under a unit (None: the roots), from a code on."""
        return self._counted([self._branch(parent, after, limit)])[0]

    def opened(self, path: Sequence[int], *, after: str = "", limit: int = AT_ONCE) -> Branch:
        """The roots, opened down along a path of units from a root on. `after`: where the last branch begins;
        `limit`: how many of a branch are shown at once, beside the unit of the path.
        """
        steps: list[int | None] = [None, *path]
        last = len(steps) - 1
        found = [
            self._branch(step, after if at == last else "", limit, path[at] if at < last else None)
            for at, step in enumerate(steps)
        ]
        made = self._counted(found)
        whole = made[-1]
        for at in range(last - 1, -1, -1):
            whole = replace(made[at], nodes=tuple(_with(node, path[at], whole) for node in made[at].nodes))
        return whole

    def node(self, unit: int, *, is_opened: bool) -> Node:
        """One unit, opened or closed."""
        self.names.learn([unit])
        row = standing.nearest(self.names.spans(unit), self.when.as_of)
        called = self.names.row(row, unit)
        found = Branch("", (Node(called, 0, self._last_day(row) if row else None),))
        if not is_opened:
            return self._counted([found])[0].nodes[0]
        alone, beneath = self._counted([found, self._branch(unit, "", AT_ONCE)])
        return replace(alone.nodes[0], branch=beneath)

    def path(self, unit: int) -> list[int]:
        """The units from a root down to the unit, itself included, on the day; where it does not stand then, as it
        stood nearest to that day.
        """
        found: list[int] = []
        at: int | None = unit
        while at is not None and at not in found and len(found) < _HIGHEST:
            found.append(at)
            self.names.learn([at])
            row = standing.nearest(self.names.spans(at), self.when.as_of)
            at = row.parent if row else None
        return found[::-1]

    # -- within ------------------------------------------------------------------------------------------------

    def _branch(self, parent: int | None, after: str, limit: int, *shown: int | None) -> Branch:
        """The branch with its counts still to come; a unit in `shown` is in it even if it comes later."""
        if self.when.known_before is None or parent is None:
            found, num_more = self._stored(parent, after, limit, {each for each in shown if each})
        else:
            found, num_more = self._folded(parent, after, limit, {each for each in shown if each})
        self.names.learn([parent, *(row.unit for row in found)], {row.unit: [row] for row in found})
        nodes = tuple(Node(self.names.row(row, row.unit), 0, self._last_day(row)) for row in found)
        code = self.names.code(parent) if parent is not None else ""
        return Branch(code, nodes, nodes[limit - 1].unit.code if num_more else "", num_more)

    def _last_day(self, row: UnitRow) -> date | None:
        ended = row.ends_before is not None and row.ends_before <= self.when.as_of
        return row.ends_before - timedelta(days=1) if ended and row.ends_before else None

    def _stored(
        self, parent: int | None, after: str, limit: int, shown: Collection[int]
    ) -> tuple[list[UnitRow], int]:
        query = self._spans().filter(parent=parent)
        rest = query.filter(unit__code__gt=after) if after else query
        fields = UnitRow._fields
        found = [UnitRow(*row) for row in rest.order_by("unit__code").values_list(*fields)[: limit + 1]]
        num_more = 0
        if len(found) > limit:
            found = found[:limit]
            num_more = rest.count() - limit
            if missing := set(shown) - {row.unit for row in found}:
                found += [UnitRow(*row) for row in query.filter(unit__in=missing).values_list(*fields)]
        return found, num_more

    def _spans(self) -> QuerySet[UnitSpan]:
        """The spans of the day; with ended units, the last one of each that has ended."""
        day = self.when.as_of
        if not self.is_whole:
            return UnitSpan.objects.filter(read.on(day))
        later = UnitSpan.objects.filter(
            unit=OuterRef("unit"), starts_on__gte=OuterRef("ends_before"), starts_on__lte=day
        )
        ended = Q(ends_before__lte=day) & ~Exists(later)
        return UnitSpan.objects.filter(Q(read.on(day)) | ended)

    def _folded(
        self, parent: int, after: str, limit: int, shown: Collection[int]
    ) -> tuple[list[UnitRow], int]:
        children = self._children(standing.ever_under([parent], self.when))[parent]
        codes = dict(Unit.objects.filter(id__in=[row.unit for row in children]).values_list("id", "code"))
        ordered = sorted(
            (row for row in children if codes[row.unit] > after), key=lambda row: codes[row.unit]
        )
        found, rest = ordered[:limit], ordered[limit:]
        return [*found, *(row for row in rest if row.unit in shown)], len(rest)

    def _children(self, candidates: dict[int, set[int]]) -> dict[int, list[UnitRow]]:
        """Of the units that may ever have been under parents, the spans of those that are."""
        spans = standing.spans_of({unit for each in candidates.values() for unit in each}, self.when)
        found: dict[int, list[UnitRow]] = {}
        for parent, units in candidates.items():
            placed = (self._placed(spans[unit]) for unit in units)
            found[parent] = [row for row in placed if row is not None and row.parent == parent]
        return found

    def _placed(self, spans: Sequence[UnitRow]) -> UnitRow | None:
        day = self.when.as_of
        row = standing.on(spans, day)
        if row is None and self.is_whole:
            row = next((row for row in spans[::-1] if row.ends_before and row.ends_before <= day), None)
        return row

    def _counted(self, branches: Sequence[Branch]) -> list[Branch]:
        """The branches with the number of children of each unit, asked once for all of them."""
        ids = {node.unit.id for branch in branches for node in branch.nodes}
        if self.when.known_before is None:
            query = self._spans().filter(parent__in=ids).order_by()
            counts = dict(query.values("parent").annotate(num=Count("id")).values_list(F("parent"), "num"))
        else:
            under = self._children(standing.ever_under(ids, self.when))
            counts = {parent: len(found) for parent, found in under.items()}
        return [
            replace(
                branch,
                nodes=tuple(replace(node, num_children=counts.get(node.unit.id, 0)) for node in branch.nodes),
            )
            for branch in branches
        ]


def _with(node: Node, unit: int, branch: Branch) -> Node:
    return replace(node, branch=branch) if node.unit.id == unit else node
