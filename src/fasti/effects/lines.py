"""The lines of the register while they are folded: one subject's spans, opened and closed by effects in order.

A line refuses nothing. A step that the spans of that day do not allow leaves them as they are and yields a finding;
the operation that brought the step in refuses the act. Ends that come from elsewhere (a unit merged, a post
abolished) are drawn in by `advance`, so the rows always say which effect closed them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from fasti.acts.findings import Finding
from fasti.dates import spans
from fasti.effects.recorded import Recorded
from fasti.register.rows import EstablishmentRow, MembershipRow, Row, TenureRow, UnitRow


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


class Line:
    """Spans of one subject, by key, while effects are applied in order."""

    def __init__(self, world: World, subject: int) -> None:
        self.world = world
        self.subject = subject
        self.done: list[Row] = []
        self.open: dict[Hashable, Row] = {}
        self._followed: set[tuple[int, date]] = set()

    def follow(self, unit: int, since: date, day: date | None) -> End | None:
        """The end of a unit that the open span must follow, if it has come by the day; each end is followed once."""
        end = self.world.end_of(unit)
        if end is None or end.on < since or not _due(end.on, day) or (unit, end.on) in self._followed:
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
        return row

    def advance(self, day: date | None) -> None:
        """Draw in the ends from elsewhere up to and including a day (None: all)."""

    def result(self) -> tuple[Row, ...]:
        """All rows, in order of their start and of the effect that opened them."""
        self.advance(None)
        return tuple(
            sorted([*self.done, *self.open.values()], key=lambda row: (row.starts_on, row.opened_by))
        )


def _due(on: date, day: date | None) -> bool:
    return day is None or on <= day


class UnitLine(Line):
    """A unit's place in the tree. When the parent goes over into another unit, it follows; an organ ends with it."""

    is_organ = False

    @property
    def row(self) -> UnitRow | None:
        """The open span."""
        return self.open.get("unit")

    def advance(self, day: date | None) -> None:
        while (row := self.row) and row.parent is not None:
            end = self.follow(row.parent, row.starts_on, day)
            if end is None:
                return
            self.end("unit", end.on, end.by)
            if self.is_organ or end.into is None:
                return
            starts = max(end.on, row.starts_on)
            self.begin("unit", row._replace(parent=end.into, starts_on=starts, opened_by=end.by))


class LineageLine(Line):
    """Where a unit went."""

    def result(self) -> tuple[Row, ...]:
        return tuple(self.done)


class MembershipLine(Line):
    """A person's membership: of one unit at a time. It goes along when the unit goes over into another."""

    @property
    def row(self) -> MembershipRow | None:
        """The open span."""
        return self.open.get("membership")

    def advance(self, day: date | None) -> None:
        while row := self.row:
            end = self.follow(row.unit, row.starts_on, day)
            if end is None:
                return
            self.end("membership", end.on, end.by)
            if end.into is None:
                return
            starts = max(end.on, row.starts_on)
            self.begin("membership", row._replace(unit=end.into, starts_on=starts, opened_by=end.by))


class EstablishmentLine(Line):
    """A post's seats. They end with the unit."""

    @property
    def row(self) -> EstablishmentRow | None:
        """The open span."""
        return self.open.get("seats")

    def advance(self, day: date | None) -> None:
        if self.row:
            end = self.world.end_of(self.world.unit_of(self.subject))
            if end and _due(end.on, day):
                self.end("seats", end.on, end.by)


class PostLine(Line):
    """A person's spans on posts, keyed by post: they end when the post does."""

    def advance(self, day: date | None) -> None:
        for post, row in list(self.open.items()):
            end = _end_of_post(self.world.rows("establishment", row.post), row.starts_on)
            if end and _due(end[0], day):
                self.end(post, *end)


def _end_of_post(spans: Iterable[EstablishmentRow], since: date) -> tuple[date, int | None] | None:
    for span in spans:
        if span.ends_before is not None and span.starts_on <= since < span.ends_before:
            return span.ends_before, span.closed_by
    return None


class TenureLine(PostLine):
    """The posts a person holds."""


class PoolLine(PostLine):
    """The posts a person is planned for."""

    def advance(self, day: date | None) -> None:
        for post, row in list(self.open.items()):
            end = _end_of_post(self.world.rows("establishment", row.post), row.starts_on)
            if row.ends_before is not None and (end is None or row.ends_before <= end[0]):
                end = (row.ends_before, None)
            if end and _due(end[0], day):
                self.end(post, *end)


class TopicLine(Line):
    """The topics a person completed."""

    def result(self) -> tuple[Row, ...]:
        return tuple(sorted(self.done, key=lambda row: (row.starts_on, row.opened_by, row.course, row.topic)))


LINES: dict[str, type[Line]] = {
    "unit": UnitLine,
    "lineage": LineageLine,
    "membership": MembershipLine,
    "establishment": EstablishmentLine,
    "tenure": TenureLine,
    "pool": PoolLine,
    "topic": TopicLine,
}


def found(code: str, effect: Recorded, /, **args: Any) -> list[Finding]:
    """One finding about an effect on the day it takes effect."""
    return [Finding(code, args, effect=effect.id)]


def planned_end(effect: Recorded) -> date | None:
    """The end of a term as decided, from an effect's data."""
    text = effect.data.get("ends_planned_on")
    return spans.parse_day(text) if text else None


def check_seat(effect: Recorded, line: TenureLine) -> list[Finding]:
    """What keeps the person from taking up the effect's post on its day. Seats are counted by `vacancies`."""
    post = effect.post or 0
    if post in line.open:
        return found("already-holds-post", effect, person=effect.person, post=post, day=effect.on)
    if not line.world.stands("establishment", post, effect.on):
        return found("post-not-there", effect, post=post, day=effect.on)
    return []


def move(effect: Recorded, line: TenureLine, *, manner: str) -> list[Finding]:
    """Leave one post and take up another on the same day."""
    if effect.post == effect.other_post:
        return found("same-post", effect, person=effect.person, post=effect.post)
    if effect.other_post not in line.open:
        return found(
            "does-not-hold-post", effect, person=effect.person, post=effect.other_post, day=effect.on
        )
    refused = check_seat(effect, line)
    if refused:
        return refused
    line.end(effect.other_post, effect.on, effect.id)
    row = TenureRow(
        line.subject, effect.post or 0, manner, planned_end(effect), effect.on, None, effect.id, None
    )
    line.begin(effect.post, row)
    return []


def successor_stands(effect: Recorded, line: LineageLine) -> list[Finding]:
    """The unit that takes over must be there on the day."""
    if line.world.stands("unit", effect.other_unit or 0, effect.on):
        return []
    return found("successor-not-there", effect, other_unit=effect.other_unit, day=effect.on)
