"""Trying an act whose effects bear on members and holders alone: no unit or post begins, changes or ends with it.

The lines it touches are folded as ever, by the same steps, but straight from the ledger: nothing can follow in other
lines than the empty seats of posts. Where something else would follow, or nothing fits, the act is not plain.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date
from typing import Any

from fasti.effects import kinds, lines, state, vacancies
from fasti.effects.recorded import Recorded
from fasti.effects.vacancies import Change
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
        self._may_grow = not (book.has_aliases or book.has_voids)
        self.laid: list[ledger.Laid] = []
        """The lines folded."""

    def rows(self, line: str, subject: int) -> Sequence[Row]:
        """The spans of a line."""
        found = self._rows.get((line, subject))
        return self._book.rows(line, subject) if found is None else found

    def stands(self, line: str, subject: int, day: date) -> bool:
        """Whether a line has a span on a day."""
        for row in self.rows(line, subject):
            if row.starts_on <= day and (row.ends_before is None or day < row.ends_before):
                return True
        return False

    def end_of(self, unit: int) -> lines.End | None:
        """The end of a unit, if it has one."""
        if unit in self._book.lasting:
            return None
        spans = self.rows("unit", unit)
        if not spans or spans[-1].ends_before is not None:
            return super().end_of(unit)
        if unit < self._first["unit"]:
            self._book.lasting.add(unit)
        return None

    def lay(self, effects: Sequence[Recorded]) -> None:
        """Fold what plain effects change; raises `NotPlain`, also for a finding."""
        due: dict[str, dict[int, list[Recorded]]] = {}
        for effect in effects:
            for line, subject in kinds.lines_of(effect):
                of = due.get(line)
                if of is None:
                    due[line] = {subject: [effect]}
                elif subject in of:
                    of[subject].append(effect)
                else:
                    of[subject] = [effect]
        seats: dict[int, list[Change] | None] = {}
        for line in _ORDER:
            if line in due:
                for subject, added in due.pop(line).items():
                    self._lay_line(line, subject, added, seats)
        if due:
            raise NotPlain(*due)
        for post, changes in seats.items():
            self._lay_seats(post, changes)

    def _lay_line(
        self, line: str, subject: int, added: list[Recorded], seats: dict[int, list[Change] | None]
    ) -> None:
        if line not in _PERSON and subject < self._first[line]:
            raise NotPlain(line)
        before, last = self._book.come_to(line, subject)
        grown = None
        if last is not None and line in ledger.GROWING and self._may_grow:
            grown = self._grown(line, subject, before, added, last)
        after, last = grown or self._folded(line, subject, added)
        self._rows[(line, subject)] = after
        self.laid.append((line, subject, before, after, last, None))
        if line in ("tenure", "pool"):
            for row in after:
                self._by[(line, row.post)].add(subject)
        if line == "tenure":
            _change_seats(before, after, seats)
        elif line == "establishment":
            seats[subject] = None
            self._follow(line, subject, (), after)
        elif line == "unit":
            self._follow(line, subject, (), after)

    def _grown(
        self, line: str, subject: int, before: Sequence[Row], added: list[Recorded], last: date
    ) -> tuple[tuple[Row, ...], date] | None:
        """What comes out of a line when all that is added comes after all that it had, by these steps alone.

        None when that cannot be seen at once. What came out before is then what the fold would have come to, so it goes
        on from there.
        """
        folded = lines.LINES[line](self, subject)
        if line == "topic":
            folded.done += before
        else:
            for row in before:
                if row.ends_before is None:
                    folded.begin(row.post if line == "tenure" else line, row)
                else:
                    folded.done.append(row)
        num_closed, first = len(folded.done), added[0].id
        for effect in added:
            if effect.on <= last and (effect.id == first or effect.on < last):
                return None
            last = effect.on
            folded.advance((last, effect.id))
            if kinds.KINDS[effect.kind].apply(effect, folded):
                return None
        after = folded.result()
        if folded.findings:
            return None
        if line != "topic" and len(folded.done) != num_closed:
            ids = {effect.id for effect in added}
            closed = [row for row in after if row.ends_before is not None]
            if len(closed) - num_closed != sum(row.closed_by in ids for row in closed):
                return None
        return after, last

    def _folded(self, line: str, subject: int, added: list[Recorded]) -> tuple[tuple[Row, ...], date | None]:
        """What comes out of a line folded from its beginning."""
        book = self._book
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
        is_from_elsewhere = line != "topic" and _ended_from_elsewhere(after, live)
        if is_from_elsewhere and line in ("membership", "unit"):
            raise NotPlain("unit")
        return after, None if is_from_elsewhere else live[-1].on

    def _follow(self, line: str, subject: int, before: tuple[Row, ...], after: tuple[Row, ...]) -> None:
        """Nothing may depend on a new unit or post but empty seats, and the lines of a unit that only begins."""
        for other, owner in self._dependents(line, subject, before, after):
            if other != "vacancy" and (line != "unit" or owner != subject):
                raise NotPlain(other)

    def _lay_seats(self, post: int, changes: list[Change] | None) -> None:
        seats = self.rows("establishment", post)
        walk = self._walked_on(post, seats, changes) if changes else None
        if walk is None:
            walk = vacancies.walk(post, seats, self.holders(post))
        if walk.findings:
            raise NotPlain(walk.findings[0].code)
        empty = walk.rows()
        self._rows[("vacancy", post)] = empty
        is_ended = any(row.ends_before is not None for row in seats)
        self.laid.append(("vacancy", post, (), empty, None, None if is_ended else walk))

    def _walked_on(self, post: int, seats: Sequence[Row], changes: list[Change]) -> vacancies.Walk | None:
        """The walk through a post's seats, gone on from where it was; None when it has to be begun anew."""
        held = self._book.held("vacancy", post)
        if held is None or held.walk is None or held.seats is not seats:
            return None
        if min(change.on for change in changes) <= held.walk.last:
            return None
        walk = held.walk.copied()
        walk.go(changes)
        return walk

    def holders(self, post: int) -> Sequence[Any]:
        """All who held a post, ever."""
        laid: Any = self._rows
        found = [row for row in self._book.holders(post) if ("tenure", row.person) not in laid]
        for person in self._by.get(("tenure", post), ()):
            found += [row for row in laid[("tenure", person)] if row.post == post]
        return found


def _change_seats(before: Sequence[Row], after: Sequence[Row], seats: dict[int, list[Change] | None]) -> None:
    """What happens to the seats of posts when a person's tenures come out new; None for a post: all has to be seen."""
    new = [row for row in after if row not in before]
    gone = {(row.post, row.opened_by): row for row in before if row not in after}
    for row in new:
        old = gone.pop((row.post, row.opened_by), None)
        found: list[Change] | None = []
        if old is not None:
            if old.ends_before is not None or old.starts_on != row.starts_on or row.ends_before is None:
                found = None
        elif any(row.starts_on == each.ends_before and row.post == each.post for each in after):
            found = None
        else:
            found = [Change(row.starts_on, vacancies.TAKEN, row.opened_by, 0, row.person)]
        if found is not None and row.ends_before is not None:
            found.append(Change(row.ends_before, vacancies.LEFT, row.closed_by, 0, row.person))
        known = seats.get(row.post, [])
        seats[row.post] = None if found is None or known is None else known + found
    for post, _ in gone:
        seats[post] = None


def _ended_from_elsewhere(after: Sequence[Row], effects: Sequence[Recorded]) -> bool:
    """Whether a span ends by an effect that is none of the line's own: the end of a unit, whose members are counted."""
    own = {effect.id for effect in effects}
    return any(row.closed_by is not None and row.closed_by not in own for row in after)


def _order(effect: Recorded) -> Any:
    return effect.on, effect.id
