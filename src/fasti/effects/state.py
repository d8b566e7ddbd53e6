"""The register on trial: what the lines would be with some effects more, folded only where something changes.

A `State` lies over a source (the stored register, the whole log, or another state). Adding effects folds the lines
they take part in, then the lines that depend on what changed: a unit's end is felt by its children, members and
posts, a post's end by its holders and planned persons, a tenure by the post's empty seats. Preview, issuing,
withdrawal, rebuilding and reading "as known on" are all this one fold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from fasti.acts.findings import Finding
from fasti.effects import kinds, lines, vacancies
from fasti.effects.recorded import Recorded
from fasti.register import rows
from fasti.register.rows import LineageRow, MembershipRow, PoolRow, Row, TenureRow, UnitRow

Key = tuple[str, int]
"""A line of the register and its subject."""


class Source(Protocol):
    """Where a state takes what it does not fold itself."""

    def effects(self, line: str, subject: int) -> Sequence[Recorded]: ...
    def is_live(self, effect: int) -> bool: ...
    def recorded(self, id: int) -> Recorded: ...
    def rows(self, line: str, subject: int) -> Sequence[Row]: ...
    def holders(self, post: int) -> Sequence[TenureRow]: ...
    def planned(self, post: int) -> Sequence[PoolRow]: ...
    def members_of(self, unit: int) -> Sequence[MembershipRow]: ...
    def children_of(self, unit: int) -> Sequence[UnitRow]: ...
    def predecessors_of(self, unit: int) -> Sequence[LineageRow]: ...
    def posts_of(self, unit: int) -> Sequence[int]: ...
    def unit_of(self, post: int) -> int: ...
    def office_of(self, post: int) -> str: ...
    def successor_of(self, effect: int) -> int | None: ...


@dataclass(frozen=True)
class Change:
    """A line before and after."""

    line: str
    subject: int
    before: tuple[Row, ...]
    after: tuple[Row, ...]


class State:
    """A register over a source. It is itself a source, so trials can be laid over each other."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._added: dict[Key, list[Recorded]] = defaultdict(list)
        self._new: dict[int, Recorded] = {}
        self._toggled: set[int] = set()
        self._rows: dict[Key, tuple[Row, ...]] = {}
        self._findings: dict[Key, list[Finding]] = {}
        self._due: dict[str, set[int]] = defaultdict(set)
        self._folding: set[Key] = set()
        self._by: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._posts: dict[int, tuple[int, str]] = {}
        self.changes: dict[Key, Change] = {}

    # -- adding effects ------------------------------------------------------------------------------------------

    @property
    def findings(self) -> list[Finding]:
        """What does not fit together in the lines folded here."""
        return [finding for found in self._findings.values() for finding in found]

    def add_post(self, post: int, unit: int, office: str) -> None:
        """Make a post known that the source does not hold yet."""
        self._posts[post] = (unit, office)

    def add(self, effects: Iterable[Recorded]) -> None:
        """Lay effects over the source and fold what they change."""
        for effect in effects:
            self._new[effect.id] = effect
            for line, subject in self._touched(effect):
                self._due[line].add(subject)
        for line in rows.ROWS:
            while self._due[line]:
                for subject in sorted(self._due[line]):
                    if subject in self._due[line]:
                        self._refold(line, subject)

    def _touched(self, effect: Recorded) -> Iterable[Key]:
        for key in kinds.lines_of(effect):
            self._added[key].append(effect)
            yield key
        while effect.voids is not None:
            # The effect voided falls out of its lines; when that one voids another, the other comes back.
            effect = self.recorded(effect.voids)
            self._toggled ^= {effect.id}
            yield from kinds.lines_of(effect)

    def _refold(self, line: str, subject: int) -> None:
        """Fold a line anew; where it comes out different, the lines that depend on it are due."""
        key = (line, subject)
        self._due[line].discard(subject)
        stored = tuple(self._source.rows(line, subject))
        before = self._rows.get(key, stored)
        after, self._findings[key] = self._fold(line, subject)
        self._keep(key, after)
        if after != stored:
            self.changes[key] = Change(line, subject, stored, after)
        else:
            self.changes.pop(key, None)
        if before != after:
            for dependent, other in self._dependents(line, subject, before, after):
                self._due[dependent].add(other)

    def _keep(self, key: Key, after: tuple[Row, ...]) -> None:
        line, subject = key
        self._rows[key] = after
        index = {
            "tenure": "post",
            "pool": "post",
            "membership": "unit",
            "unit": "parent",
            "lineage": "successor",
        }
        if line in index:
            for row in after:
                self._by[(line, getattr(row, index[line]))].add(subject)

    def _dependents(
        self, line: str, subject: int, before: tuple[Row, ...], after: tuple[Row, ...]
    ) -> Iterable[Key]:
        if line == "unit":
            yield from (("unit", row.unit) for row in self.children_of(subject))
            yield from (("lineage", row.predecessor) for row in self.predecessors_of(subject))
            yield from (("membership", row.person) for row in self.members_of(subject))
            yield from (("establishment", post) for post in self.posts_of(subject))
        elif line == "establishment":
            yield from (("tenure", row.person) for row in self.holders(subject))
            yield from (("pool", row.person) for row in self.planned(subject))
            yield ("vacancy", subject)
        elif line == "tenure":
            yield from (("vacancy", row.post) for row in (*before, *after))

    # -- folding one line ----------------------------------------------------------------------------------------

    def _fold(self, line: str, subject: int) -> tuple[tuple[Row, ...], list[Finding]]:
        if line == "vacancy":
            seats = self.rows("establishment", subject)
            empty, findings = vacancies.vacancies(subject, seats, self.holders(subject))
            return empty, list(findings)
        self._folding.add((line, subject))
        try:
            live = [effect for effect in self.effects(line, subject) if self.is_live(effect.id)]
            return fold(line, subject, sorted(live, key=lambda e: e.order), world=self)
        finally:
            self._folding.discard((line, subject))

    # -- what holds (Source and World) ---------------------------------------------------------------------------

    def effects(self, line: str, subject: int) -> Sequence[Recorded]:
        """The effects of a line, voided ones among them."""
        return [*self._source.effects(line, subject), *self._added.get((line, subject), ())]

    def is_live(self, effect: int) -> bool:
        """Whether an effect is not voided."""
        was = effect in self._new or self._source.is_live(effect)
        return was != (effect in self._toggled)

    def recorded(self, id: int) -> Recorded:
        """An effect by its id."""
        return self._new.get(id) or self._source.recorded(id)

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """The spans of a line."""
        key = (line, subject)
        if key in self._folding:
            return ()
        if subject in self._due[line]:
            self._refold(line, subject)
        if key in self._rows:
            return self._rows[key]
        return self._source.rows(line, subject)

    def _overlaid(self, line: str, field: str, subject: int, stored: Iterable[Any]) -> list[Any]:
        """Rows of all subjects with this value in a field: the source's, with the lines folded here in their place."""
        owner = rows.ROWS[line]._fields[0]
        kept = [row for row in stored if (line, getattr(row, owner)) not in self._rows]
        mine = [
            row
            for other in sorted(self._by.get((line, subject), ()))
            for row in self._rows[(line, other)]
            if getattr(row, field) == subject
        ]
        return kept + mine

    def holders(self, post: int) -> Sequence[TenureRow]:
        """All who held a post, ever."""
        return self._overlaid("tenure", "post", post, self._source.holders(post))

    def planned(self, post: int) -> Sequence[PoolRow]:
        """All who were planned for a post, ever."""
        return self._overlaid("pool", "post", post, self._source.planned(post))

    def members_of(self, unit: int) -> Sequence[MembershipRow]:
        """All who were members of a unit, ever."""
        return self._overlaid("membership", "unit", unit, self._source.members_of(unit))

    def children_of(self, unit: int) -> Sequence[UnitRow]:
        """All that stood under a unit, ever."""
        return self._overlaid("unit", "parent", unit, self._source.children_of(unit))

    def predecessors_of(self, unit: int) -> Sequence[LineageRow]:
        """All units that went over into this one."""
        return self._overlaid("lineage", "successor", unit, self._source.predecessors_of(unit))

    def posts_of(self, unit: int) -> Sequence[int]:
        """All posts of a unit, ever."""
        return [*self._source.posts_of(unit), *(p for p, (u, _) in self._posts.items() if u == unit)]

    def unit_of(self, post: int) -> int:
        """The unit a post belongs to."""
        return self._posts[post][0] if post in self._posts else self._source.unit_of(post)

    def office_of(self, post: int) -> str:
        """The office of a post."""
        return self._posts[post][1] if post in self._posts else self._source.office_of(post)

    def successor_of(self, effect: int) -> int | None:
        """The unit that takes over by an effect that ends one."""
        return self._new[effect].other_unit if effect in self._new else self._source.successor_of(effect)

    def end_of(self, unit: int) -> lines.End | None:
        """The end of a unit, if it has one."""
        spans = self.rows("unit", unit)
        if not spans or spans[-1].ends_before is None or spans[-1].closed_by is None:
            return None
        last = spans[-1]
        into = self.successor_of(last.closed_by)
        return lines.End(last.ends_before, last.closed_by, None if into == unit else into)

    def stands(self, line: str, subject: int, day: date) -> bool:
        """Whether a line has a span on a day."""
        return any(rows.holds(row, day) for row in self.rows(line, subject))

    def members(self, unit: int, day: date) -> int:
        """The number of members of a unit on a day."""
        return sum(rows.holds(row, day) for row in self.members_of(unit))

    def children(self, unit: int, day: date) -> Sequence[UnitRow]:
        """What stands under a unit on a day."""
        return [row for row in self.children_of(unit) if rows.holds(row, day)]

    # -- taking over a trial -------------------------------------------------------------------------------------

    def absorb(self, trial: State) -> None:
        """Make an accepted trial, laid over this state, part of it."""
        for key, added in trial._added.items():
            self._added[key] += added
        self._new |= trial._new
        self._toggled ^= trial._toggled
        self._posts |= trial._posts
        for key, after in trial._rows.items():
            self._keep(key, after)
        for key, change in trial.changes.items():
            first = self.changes.get(key)
            before = first.before if first else change.before
            self.changes[key] = Change(change.line, change.subject, before, change.after)


def fold(
    line: str, subject: int, effects: Iterable[Recorded], *, world: lines.World
) -> tuple[tuple[Row, ...], list[Finding]]:
    """The spans of one line from its live effects in order, and what in them does not fit together."""
    folded = lines.LINES[line](world, subject)
    findings: list[Finding] = []
    for effect in effects:
        folded.advance(effect.on)
        findings += kinds.KINDS[effect.kind].apply(effect, folded)
    return folded.result(), findings
