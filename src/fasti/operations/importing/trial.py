"""Trying an act whose effects bear on members and holders alone: no unit or post begins, changes or ends with it.

The lines it touches are folded as ever, by the same steps, but straight from the ledger: nothing can follow in other
lines than the empty seats of posts. Where something else would follow, or nothing fits, the act is not plain.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from fasti.effects import kinds, state, vacancies
from fasti.effects.recorded import Recorded
from fasti.operations.importing import ledger
from fasti.register import rows
from fasti.register.rows import Row

_PERSON = frozenset(kinds.PERSON_LINES)
_ORDER = [line for line in rows.ROWS if line in _PERSON or line in ("unit", "establishment")]


class NotPlain(Exception):
    """The act must be tried in the ordinary way."""


class Trial(state.State):
    """A state over the ledger that takes the effects of one plain act. `new`: the first unit and post not yet known."""

    def __init__(self, book: ledger.Ledger, *, new_unit: int, new_post: int) -> None:
        super().__init__(book)
        self._book = book
        self._new = {}
        self._first = {"unit": new_unit, "establishment": new_post}
        self.laid: list[tuple[str, int, list[Recorded], tuple[Row, ...]]] = []
        """The lines folded: each with the effects added and what came out."""

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """The spans of a line."""
        found = self._rows.get((line, subject))
        return self._book.rows(line, subject) if found is None else found

    def lay(self, effects: Sequence[Recorded]) -> None:
        """Fold what plain effects change; raises `NotPlain`, also for a finding."""
        due: dict[str, dict[int, list[Recorded]]] = {}
        for effect in effects:
            for line, subject in kinds.lines_of(effect):
                due.setdefault(line, {}).setdefault(subject, []).append(effect)
        seats: set[int] = set()
        for line in _ORDER:
            if line in due:
                subjects = due.pop(line)
                for subject in sorted(subjects) if len(subjects) > 1 else subjects:
                    self._lay_line(line, subject, subjects[subject], seats)
        if due:
            raise NotPlain(*due)
        for post in sorted(seats):
            self._lay_seats(post)

    def _lay_line(self, line: str, subject: int, added: list[Recorded], seats: set[int]) -> None:
        book = self._book
        if line not in _PERSON and subject < self._first[line]:
            raise NotPlain(line)
        if book.has_aliases and (book.rows("alias", subject) or book.entries_of(subject)):
            raise NotPlain("alias")
        live = [*book.effects(line, subject), *added]
        if book.has_voids:
            live = [effect for effect in live if book.is_live(effect.id)]
        if any(first.on > second.on for first, second in itertools.pairwise(live)):
            live.sort(key=_order)
        self._folding[(line, subject)] = None
        after, found = state.fold(line, subject, live, world=self)
        self._folding.clear()
        if found:
            raise NotPlain(found[0].code)
        if line in ("membership", "unit") and _ended_from_elsewhere(after, live):
            raise NotPlain("unit")
        before = tuple(book.rows(line, subject))
        self._rows[(line, subject)] = after
        self.laid.append((line, subject, added, after))
        if line in ("tenure", "pool"):
            for row in after:
                self._by[(line, row.post)].add(subject)
        if before != after:
            self._follow(line, subject, before, after, seats)

    def _follow(
        self, line: str, subject: int, before: tuple[Row, ...], after: tuple[Row, ...], seats: set[int]
    ) -> None:
        """Nothing may depend on a line but empty seats, and the lines of a unit that only begins."""
        if line == "membership":
            return
        for other, owner in self._dependents(line, subject, before, after):
            if other == "vacancy":
                seats.add(owner)
            elif line != "unit" or owner != subject:
                raise NotPlain(other)

    def _lay_seats(self, post: int) -> None:
        empty, found = vacancies.vacancies(post, self.rows("establishment", post), self.holders(post))
        if found:
            raise NotPlain(found[0].code)
        self._rows[("vacancy", post)] = empty
        self.laid.append(("vacancy", post, [], empty))

    def holders(self, post: int) -> Sequence[Any]:
        """All who held a post, ever."""
        laid: Any = self._rows
        found = [row for row in self._book.holders(post) if ("tenure", row.person) not in laid]
        for person in self._by.get(("tenure", post), ()):
            found += [row for row in laid[("tenure", person)] if row.post == post]
        return found


def _ended_from_elsewhere(after: Sequence[Row], effects: Sequence[Recorded]) -> bool:
    """Whether a span ends by an effect that is none of the line's own: the end of a unit, whose members are counted."""
    own = {effect.id for effect in effects}
    return any(row.closed_by is not None and row.closed_by not in own for row in after)


def _order(effect: Recorded) -> Any:
    return effect.on, effect.id
