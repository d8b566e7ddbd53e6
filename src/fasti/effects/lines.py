"""The lines of the register while they are folded: one subject's spans, opened and closed by effects in order.

A line refuses nothing. A step that the spans of that day do not allow leaves them as they are and yields a finding;
the operation that brought the step in refuses the act. Ends that come from elsewhere (a unit merged, a post
abolished) are drawn in by `advance`, so the rows always say which effect closed them. On one day what was recorded
first comes first: who is transferred away before the unit is dissolved is not caught by its end.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from fasti.acts.findings import Finding
from fasti.effects.recorded import Recorded
from fasti.register import rows
from fasti.register.rows import EstablishmentRow, MembershipRow, Row, TenureRow, UnitRow

Moment = tuple[date, int]
"""A place in the order of effects: the day, then the id of the effect (0: before all effects of the day)."""


class End(NamedTuple):
    """The end of a unit: the day, the effect, and the unit that takes over (None: nobody)."""

    on: date
    by: int
    into: int | None


class World(Protocol):
    """What a line may ask about other subjects."""

    def rows(self, line: str, subject: int) -> Sequence[Row]: ...
    def end_of(self, unit: int) -> End | None: ...
    def holders(self, post: int) -> Sequence[TenureRow]: ...
    def unit_of(self, post: int) -> int: ...
    def stands(self, line: str, subject: int, day: date) -> bool: ...
    def children_of(self, unit: int) -> Sequence[UnitRow]: ...


class Line:
    """Spans of one subject, by key, while effects are applied in order."""

    def __init__(self, world: World, subject: int) -> None:
        self.world = world
        self.subject = subject
        self.done: list[Row] = []
        self.open: dict[Hashable, Row] = {}
        self.findings: list[Finding] = []
        self._followed: set[tuple[int, date]] = set()

    def follow(self, unit: int, since: date, until: Moment | None) -> End | None:
        """The end of a unit that the open span must follow, if it has come by then; each end is followed once."""
        end = self.world.end_of(unit)
        if (
            end is None
            or end.on < since
            or not _due(end.on, end.by, until)
            or (unit, end.on) in self._followed
        ):
            return None
        self._followed.add((unit, end.on))
        return end

    def begin(self, key: Hashable, row: Row) -> None:
        """Open a span."""
        self.open[key] = row

    def end(self, key: Hashable, on: date, by: int | None) -> Row:
        """Close a span; one that would hold on no day is dropped. Returns the row as it was open."""
        row = self.open.pop(key)
        if row.starts_on < on:
            self.done.append(row._replace(ends_before=on, closed_by=by))
        elif self.done and _goes_on(self.done[-1], row):
            # What the dropped span went on from has, in truth, been ended by this effect: a unit that follows its
            # parent into another one and is merged itself on the same day goes where its own merger says.
            self.done[-1] = self.done[-1]._replace(closed_by=by)
        return row

    def advance(self, until: Moment | None) -> None:
        """Draw in the ends from elsewhere that come before a place in the order of effects (None: all)."""

    def result(self) -> tuple[Row, ...]:
        """All rows, in order of their start and of the effect that opened them."""
        self.advance(None)
        spans = [*self.done, *self.open.values()]
        if len(spans) > 1:
            spans.sort(key=_start)
        return tuple(spans)


def _start(row: Row) -> Moment:
    return row.starts_on, row.opened_by


def _goes_on(before: Row, row: Row) -> bool:
    """Whether a span is the one before carried on by the same effect, on the same post where it is one."""
    same_post = getattr(before, "post", None) == getattr(row, "post", None)
    return bool(same_post and before.ends_before == row.starts_on and before.closed_by == row.opened_by)


def _due(on: date, by: int | None, until: Moment | None) -> bool:
    return until is None or (on, by or 0) < until


class AliasLine(Line):
    """The entry that a person's entry stands for, once it was given up."""

    def result(self) -> tuple[Row, ...]:
        return tuple(self.done)


class SingleLine(Line):
    """Spans of which one at a time is open."""

    row: Row | None = None
    """The open span."""

    def begin(self, key: Hashable, row: Row) -> None:
        """Open a span."""
        self.open[key] = self.row = row

    def end(self, key: Hashable, on: date, by: int | None) -> Row:
        """Close the open span."""
        self.row = None
        return super().end(key, on, by)

    def change(self, key: Hashable, on: date, by: int, **fields: Any) -> None:
        """Let the open span end and go on with other values."""
        row = self.end(key, on, by)
        self.begin(key, row._replace(starts_on=on, opened_by=by, **fields))


class UnitLine(SingleLine):
    """A unit's place in the tree. When the parent goes over into another unit, it follows; an organ ends with it."""

    is_organ = False

    def advance(self, until: Moment | None) -> None:
        while (row := self.row) and row.parent is not None:
            end = self.follow(row.parent, row.starts_on, until)
            if end is None:
                return
            self.end("unit", end.on, end.by)
            if self.is_organ or end.into is None:
                return
            starts = max(end.on, row.starts_on)
            self.begin("unit", row._replace(parent=end.into, starts_on=starts, opened_by=end.by))

    def result(self) -> tuple[Row, ...]:
        spans = super().result()
        if any(child.unit != self.subject for child in self.world.children_of(self.subject)):
            self.findings += [each for row in spans for each in self._circle(row)]
        return spans

    def _circle(self, row: UnitRow) -> Iterable[Finding]:
        """A finding when the unit would stand under itself on some day of a span, whoever made it so."""
        day: date | None = row.starts_on
        while day is not None and (row.ends_before is None or day < row.ends_before):
            above, day = self._above(row.parent, day)
            if self.subject in above:
                args = {"unit": self.subject, "other_unit": row.parent}
                yield Finding("tree-cycle", args, effect=row.opened_by)
                return

    def _above(self, unit: int | None, day: date) -> tuple[set[int], date | None]:
        """The unit and all above it on a day, up to this line's own unit; and the next day on which that changes."""
        seen: set[int] = set()
        changes: list[date] = []
        while unit is not None and unit not in seen:
            seen.add(unit)
            if unit == self.subject:
                break
            spans = self.world.rows("unit", unit)
            changes += [span.starts_on for span in spans if span.starts_on > day]
            unit = next((span.parent for span in spans if rows.holds(span, day)), None)
        return seen, min(changes, default=None)


class LineageLine(Line):
    """Where a unit went."""

    def result(self) -> tuple[Row, ...]:
        return tuple(self.done)


class MembershipLine(SingleLine):
    """A person's membership: of one unit at a time. It goes along when the unit goes over into another."""

    def check_free(self, effect: Recorded) -> list[Finding]:
        """What keeps the person from becoming a member of the effect's unit on its day."""
        if self.row and self.row.unit == effect.unit:
            return found("already-member", effect, person=effect.person, unit=effect.unit, day=effect.on)
        if self.row:
            args = {"person": effect.person, "unit": effect.unit, "other_unit": self.row.unit}
            return found("person-in-two-places", effect, **args, day=effect.on)
        if not self.world.stands("unit", effect.unit, effect.on):
            return found("effect-before-unit", effect, effect=effect.kind, unit=effect.unit, day=effect.on)
        return []

    def join(self, effect: Recorded) -> None:
        """Become a member of the effect's unit at its stage."""
        stage = effect.data["stage"]
        row = MembershipRow(self.subject, effect.unit, stage, effect.on, None, effect.id, None)
        self.begin("membership", row)

    def advance(self, until: Moment | None) -> None:
        while row := self.row:
            end = self.follow(row.unit, row.starts_on, until)
            if end is None:
                return
            self.end("membership", end.on, end.by)
            if end.into is None:
                return
            starts = max(end.on, row.starts_on)
            self.begin("membership", row._replace(unit=end.into, starts_on=starts, opened_by=end.by))


class EstablishmentLine(SingleLine):
    """A post's seats. They end with the unit."""

    def advance(self, until: Moment | None) -> None:
        if self.row:
            end = self.world.end_of(self.world.unit_of(self.subject))
            if end and _due(end.on, end.by, until):
                self.end("seats", end.on, end.by)


class PostLine(Line):
    """A person's spans on posts, keyed by post: they end when the post does."""

    def advance(self, until: Moment | None) -> None:
        for post, row in list(self.open.items()):
            end = _end_of_post(self.world.rows("establishment", row.post), row.starts_on)
            if end and _due(*end, until):
                self.end(post, *end)


def _end_of_post(spans: Sequence[EstablishmentRow], since: date) -> tuple[date, int | None] | None:
    """The end of the post that stood on a day. A change of its seats does not end it."""
    if len(spans) == 1 and spans[0].ends_before is None:
        return None
    for span in rows.runs(spans):
        if span.ends_before is not None and span.starts_on <= since < span.ends_before:
            return span.ends_before, span.closed_by
    return None


class TenureLine(PostLine):
    """The posts a person holds."""


class PoolLine(PostLine):
    """The posts a person is planned for."""

    def advance(self, until: Moment | None) -> None:
        for post, row in list(self.open.items()):
            end = _end_of_post(self.world.rows("establishment", row.post), row.starts_on)
            if row.ends_before is not None and (end is None or row.ends_before <= end[0]):
                end = (row.ends_before, None)
            if end and _due(*end, until):
                self.end(post, *end)


class TopicLine(Line):
    """The topics a person completed."""

    def result(self) -> tuple[Row, ...]:
        return tuple(sorted(self.done, key=lambda row: (row.starts_on, row.opened_by, row.course, row.topic)))


class RatingLine(Line):
    """The grades of a person or unit, keyed by period."""


class SanctionLine(Line):
    """The sanctions on a person, keyed by the effect that imposed them. One with a duration ends by itself."""

    def advance(self, until: Moment | None) -> None:
        last = self.last() if self.open else None
        for key, row in list(self.open.items()):
            ends: list[tuple[date, int | None]] = []
            ends += [(last.on, last.by)] if last and row.starts_on <= last.on else []
            ends += [(row.ends_before, None)] if row.ends_before is not None else []
            end = min(ends, default=None, key=lambda each: (each[0], each[1] or 0))
            if end and _due(*end, until):
                self.end(key, *end)

    def last(self) -> End | None:
        """What ends every sanction at the latest."""
        return None


class UnitSanctionLine(SanctionLine):
    """The sanctions on a unit. They end with it at the latest; a successor does not take them over."""

    def last(self) -> End | None:
        return self.world.end_of(self.subject)


class ReturnLine(Line):
    """The returns of a unit, keyed by form and period. They outlive the unit: what it owed can still be answered."""


class ProposalLine(Line):
    """The proposals in the returns of a unit, keyed by form, period, version and place. They outlive the unit."""

    def __init__(self, world: World, subject: int) -> None:
        super().__init__(world, subject)
        self.texts: dict[tuple[str, str, int, int], str] = {}
        self.versions: dict[tuple[str, str], int] = {}
        """How often a return was handed in, by form and period."""


class ScoreLine(Line):
    """The points a unit gives, keyed by the unit scored, scorecard, period and step. They outlive both units."""


class PracticeLine(Line):
    """The good practices of a unit, keyed by their codes. They outlive it."""


class AdoptionLine(Line):
    """The practices a unit adopted, keyed by whose they are and their code."""


class WordingLine(Line):
    """The wordings that a unit keeps, keyed by language and folded phrase. They outlive it."""


LINES: dict[str, type[Line]] = {
    "alias": AliasLine,
    "unit": UnitLine,
    "lineage": LineageLine,
    "membership": MembershipLine,
    "establishment": EstablishmentLine,
    "tenure": TenureLine,
    "pool": PoolLine,
    "topic": TopicLine,
    "rating": RatingLine,
    "unit_rating": RatingLine,
    "sanction": SanctionLine,
    "unit_sanction": UnitSanctionLine,
    "return": ReturnLine,
    "proposal": ProposalLine,
    "score": ScoreLine,
    "practice": PracticeLine,
    "adoption": AdoptionLine,
    "wording": WordingLine,
}


def found(code: str, effect: Recorded, /, **args: Any) -> list[Finding]:
    """One finding about an effect on the day it takes effect."""
    return [Finding(code, args, effect=effect.id)]


def successor_stands(effect: Recorded, line: LineageLine) -> list[Finding]:
    """The unit that takes over must be there on the day."""
    if line.world.stands("unit", effect.other_unit or 0, effect.on):
        return []
    return found("successor-not-there", effect, other_unit=effect.other_unit, day=effect.on)
