"""The register on trial: what the lines would be with some effects more, folded only where something changes.

A `State` lies over a source (the stored register, the whole log, or another state). Adding effects folds the lines
they take part in, then the lines that depend on what changed: a unit's end is felt by its children, members and
posts, a post's end by its holders and planned persons, a tenure by the post's empty seats, and when an entry of a
person stands for another, by the lines of both. Preview, issuing, withdrawal, rebuilding and reading "as known on"
are all this one fold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from fasti.acts.findings import Finding
from fasti.effects import kinds, lines, same_person, vacancies
from fasti.effects.recorded import Recorded
from fasti.register import rows
from fasti.register.rows import AliasRow, LineageRow, MembershipRow, PoolRow, Row, TenureRow, UnitRow

Key = tuple[str, int]
"""A line of the register and its subject."""


class Source(Protocol):
    """Where a state takes what it does not fold itself."""

    def expect(self, keys: Collection[Key]) -> None: ...
    def know(self, effects: Collection[int]) -> None: ...
    def effects(self, line: str, subject: int) -> Sequence[Recorded]: ...
    def voids_of(self, effect: int) -> Sequence[int]: ...
    def recorded(self, id: int) -> Recorded: ...
    def rows(self, line: str, subject: int) -> Sequence[Row]: ...
    def entries_of(self, person: int) -> Sequence[AliasRow]: ...
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
    """A register over a source. It is itself a source, so trials can be laid over each other.

    `only`: the lines that are folded at all, for work over a part of the register.
    """

    def __init__(self, source: Source, *, only: Collection[str] = tuple(rows.ROWS)) -> None:
        self._source = source
        self._lines = tuple(line for line in rows.ROWS if line in only)
        self._added: dict[Key, list[Recorded]] = defaultdict(list)
        self._new: dict[int, Recorded] = {}
        self._voids: dict[int, list[int]] = defaultdict(list)
        self._rows: dict[Key, tuple[Row, ...]] = {}
        self._findings: dict[Key, list[Finding]] = {}
        self._due: dict[str, set[int]] = defaultdict(set)
        self._folding: dict[Key, None] = {}
        self._unanswered: dict[Key, set[Key]] = defaultdict(set)
        self._by: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._posts: dict[int, tuple[int, str]] = {}
        self._posts_of: dict[int, list[int]] = defaultdict(list)
        self.changes: dict[Key, Change] = {}

    # -- adding effects ------------------------------------------------------------------------------------------

    @property
    def findings(self) -> list[Finding]:
        """What does not fit together in the lines folded here."""
        return [finding for found in self._findings.values() for finding in found]

    def findings_of(self, line: str, first: int, beyond: int) -> list[Finding]:
        """The findings of a line for the subjects with ids from `first` on and below `beyond`."""
        folded = self._findings.items()
        return [each for (of, id), found in folded if of == line and first <= id < beyond for each in found]

    def add_post(self, post: int, unit: int, office: str) -> None:
        """Make a post known that the source does not hold yet."""
        if post not in self._posts:
            self._posts_of[unit].append(post)
        self._posts[post] = (unit, office)

    def add(self, effects: Iterable[Recorded]) -> None:
        """Lay effects over the source and fold what they change."""
        added = list(effects)
        self._new |= {effect.id: effect for effect in added}
        self.know([effect.voids for effect in added if effect.voids is not None])
        self._fall_due(key for effect in added for key in self._touched(effect))
        self._settle()

    def refold(self, line: str, subject: int) -> Change | None:
        """Fold one line anew, and what depends on it where it comes out different from what the source holds."""
        self._fall_due([(line, subject)])
        self._settle()
        return self.changes.get((line, subject))

    def _touched(self, effect: Recorded) -> Iterable[Key]:
        for key in kinds.lines_of(effect):
            if key[0] in self._lines:
                self._added[key].append(effect)
                yield key
        if effect.voids is not None:
            self._voids[effect.voids].append(effect.id)
        while effect.voids is not None:
            # The effect voided falls out of its lines; when that one voids another, the other comes back.
            effect = self.recorded(effect.voids)
            yield from kinds.lines_of(effect)

    def _fall_due(self, keys: Iterable[Key]) -> None:
        for line, subject in keys:
            self._due[line].add(subject)

    def _settle(self) -> None:
        """Fold all lines that are due. Who stands for whom comes first: then an entry's acts are another's too."""
        persons = {person for line in kinds.PERSON_LINES for person in self._due[line]}
        self.expect([("alias", person) for person in persons])
        self._settle_line("alias")
        for line in kinds.PERSON_LINES:
            self._due[line] |= {self.kept(person) for person in self._due[line]}
        for line in rows.ROWS:
            self._settle_line(line)
        self._due.clear()

    def _settle_line(self, line: str) -> None:
        while line in self._lines and (due := sorted(self._due[line])):
            self.expect([(line, subject) for subject in due])
            for subject in due:
                if subject in self._due[line]:
                    self._refold(line, subject)

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
        for asked, other in self._unanswered.pop(key, ()):
            if (asked, other) != key and (asked, other) not in self._folding:
                self._due[asked].add(other)

    def _keep(self, key: Key, after: tuple[Row, ...]) -> None:
        line, subject = key
        self._rows[key] = after
        index = {
            "alias": "stands_for",
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
        if line == "alias":
            yield from self._of_entries(subject, before, after)
        elif line == "unit":
            if _extent(before) == _extent(after):
                return
            yield from (("unit", row.unit) for row in self.children_of(subject))
            yield from (("lineage", row.predecessor) for row in self.predecessors_of(subject))
            yield from (("membership", row.person) for row in self.members_of(subject))
            yield from (("establishment", post) for post in self.posts_of(subject))
            yield ("unit_sanction", subject)
            if self.rows("lineage", subject):
                yield ("lineage", subject)
        elif line == "establishment":
            yield from (("tenure", row.person) for row in self.holders(subject))
            yield from (("pool", row.person) for row in self.planned(subject))
            yield ("vacancy", subject)
        elif line == "tenure":
            yield from (("vacancy", row.post) for row in (*before, *after))

    def _of_entries(self, person: int, before: tuple[Row, ...], after: tuple[Row, ...]) -> Iterable[Key]:
        """The lines of a person's entry and of the one it stood and stands for; the entries that stood beside it."""
        stood = {row.stands_for for row in before} or {person}
        yield from (("alias", row.person) for each in stood for row in self.entries_of(each))
        for line in kinds.PERSON_LINES:
            yield from ((line, each) for each in {person, *stood, *(row.stands_for for row in after)})

    # -- folding one line ----------------------------------------------------------------------------------------

    def _fold(self, line: str, subject: int) -> tuple[tuple[Row, ...], list[Finding]]:
        if line == "vacancy":
            seats = self.rows("establishment", subject)
            empty, findings = vacancies.vacancies(subject, seats, self.holders(subject))
            return empty, list(findings)
        self._folding[(line, subject)] = None
        try:
            found = (
                self._of_person(line, subject) if line in kinds.PERSON_LINES else self.effects(line, subject)
            )
            live = [effect for effect in found if self.is_live(effect.id)]
            live.sort(key=lambda effect: effect.order)
            if line == "membership" and self.entries_of(subject):
                live = same_person.as_one(live)
            return fold(line, subject, live, world=self)
        finally:
            del self._folding[(line, subject)]

    def _of_person(self, line: str, person: int) -> Sequence[Recorded]:
        """The effects of a person under whatever entry, with the entry kept in its place; none if given up."""
        if self.kept(person) != person:
            return ()
        own = self.effects(line, person)
        entries = self.entries_of(person)
        others = [effect for row in entries for effect in self.effects(line, row.person)]
        found = {effect.id: effect for effect in (*own, *others)}
        if not others and all(effect.other_person is None for effect in own):
            return own
        return [self.by_entries_kept(effect) for effect in found.values()]

    def by_entries_kept(self, effect: Recorded) -> Recorded:
        """The effect with its persons under the entries that are kept."""
        person, other = effect.person, effect.other_person
        return effect._replace(
            person=None if person is None else self.kept(person),
            other_person=None if other is None else self.kept(other),
        )

    # -- what holds (Source and World) ---------------------------------------------------------------------------

    def expect(self, keys: Collection[Key]) -> None:
        """Say which lines will be folded: what is stored of them is then read at once."""
        self._source.expect(keys)

    def know(self, effects: Collection[int]) -> None:
        """Say which effects will be asked for by their id."""
        unknown = [effect for effect in effects if effect not in self._new]
        if unknown:
            self._source.know(unknown)

    def effects(self, line: str, subject: int) -> Sequence[Recorded]:
        """The effects of a line, voided ones among them."""
        return [*self._source.effects(line, subject), *self._added.get((line, subject), ())]

    def is_live(self, effect: int) -> bool:
        """Whether no voiding of an effect stands."""
        return not any(self.is_live(void) for void in self.voids_of(effect))

    def voids_of(self, effect: int) -> Sequence[int]:
        """The effects that void this one, voided ones among them."""
        under = () if effect in self._new else self._source.voids_of(effect)
        return [*under, *self._voids[effect]] if effect in self._voids else under

    def recorded(self, id: int) -> Recorded:
        """An effect by its id."""
        return self._new.get(id) or self._source.recorded(id)

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """The spans of a line."""
        key = (line, subject)
        if key in self._folding:
            # Two units that stood one above the other, each in its time: who asked in the midst is folded again.
            self._unanswered[key].add(next(reversed(self._folding)))
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

    def kept(self, person: int) -> int:
        """The entry that a person's entry stands for: itself, unless it was given up."""
        found = self.rows("alias", person)
        return int(found[0].stands_for) if found else person

    def entries_of(self, person: int) -> Sequence[AliasRow]:
        """The entries that were given up for this one."""
        stored = self._source.entries_of(person)
        if not stored and ("alias", person) not in self._by:
            return ()
        return self._overlaid("alias", "stands_for", person, stored)

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
        return [*self._source.posts_of(unit), *self._posts_of.get(unit, ())]

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
        for effect, voids in trial._voids.items():
            self._voids[effect] += voids
        for post, (unit, office) in trial._posts.items():
            self.add_post(post, unit, office)
        for key, after in trial._rows.items():
            self._keep(key, after)
        for key, change in trial.changes.items():
            first = self.changes.get(key)
            before = first.before if first else change.before
            self.changes[key] = Change(change.line, change.subject, before, change.after)


def _extent(spans: Sequence[UnitRow]) -> list[object]:
    """When a unit stood, and what ended it: all that other lines depend on. Its name and parent are its own affair."""
    extent: list[object] = []
    for row in spans:
        if extent and extent[-1] == row.starts_on:
            extent.pop()
        else:
            extent.append(row.starts_on)
        extent.append(row.ends_before)
    return [*extent, spans[-1].closed_by if spans else None]


def fold(
    line: str, subject: int, effects: Iterable[Recorded], *, world: lines.World
) -> tuple[tuple[Row, ...], list[Finding]]:
    """The spans of one line from its live effects in order, and what in them does not fit together."""
    folded = lines.LINES[line](world, subject)
    findings: list[Finding] = []
    for effect in effects:
        folded.advance(effect.order)
        findings += kinds.KINDS[effect.kind].apply(effect, folded)
    spans = folded.result()
    return spans, [*findings, *folded.findings]
