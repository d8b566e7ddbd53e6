"""The rows of the register as plain values: what the fold of effects yields and the tables store. Pure.

Units, persons, posts and effects are ids. `ends_before` None: open; `closed_by` None with an end: it ran out by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple


class AliasRow(NamedTuple):
    """An entry of a person was given up: it stands for another entry of the same person, on whatever day."""

    person: int
    stands_for: int
    """The entry kept at the end of all mergers: never one that was given up itself."""
    on: date
    opened_by: int


class UnitRow(NamedTuple):
    """A unit stood under `parent` as a unit of `kind`."""

    unit: int
    parent: int | None
    kind: str
    names: dict[str, str]
    abbreviation: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class LineageRow(NamedTuple):
    """A unit went over into another, or gave a part to it."""

    predecessor: int
    successor: int
    share: int
    """Per cent of the predecessor that went over: 100 unless it was split; 0 where not stated."""
    manner: str
    """merged, dissolved or split; after a split the predecessor goes on."""
    on: date
    opened_by: int


class MembershipRow(NamedTuple):
    """A person was a member of a unit."""

    person: int
    unit: int
    stage: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class EstablishmentRow(NamedTuple):
    """A post had seats."""

    post: int
    seats: int
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class TenureRow(NamedTuple):
    """A person held a post."""

    person: int
    post: int
    manner: str
    ends_planned_on: date | None
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class PoolRow(NamedTuple):
    """A person was planned for a post."""

    person: int
    post: int
    term: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class TopicRow(NamedTuple):
    """A person completed a topic."""

    person: int
    unit: int
    course: str
    topic: str
    provider: str
    starts_on: date
    opened_by: int


class RatingRow(NamedTuple):
    """A person was given a grade for a period."""

    person: int
    unit: int
    period: str
    grade: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class UnitRatingRow(NamedTuple):
    """A unit was given a grade for a period."""

    unit: int
    period: str
    grade: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class SanctionRow(NamedTuple):
    """A person was under a sanction."""

    person: int
    unit: int
    form: str
    ground: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class UnitSanctionRow(NamedTuple):
    """A unit was under a sanction."""

    unit: int
    form: str
    ground: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class ReturnRow(NamedTuple):
    """A return of a unit was in a state: submitted, sent_back, accepted or reopened."""

    unit: int
    form: str
    period: str
    state: str
    version: int
    recipient: int | None
    submission: int | None
    """The effect that holds the figures of this version."""
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class ProposalRow(NamedTuple):
    """A proposal in a return was open, accepted, declined or forwarded."""

    unit: int
    form: str
    period: str
    version: int
    position: int
    state: str
    recipient: int | None
    """Who owes the answer, or owed it."""
    submission: int
    """The effect that holds its text."""
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class ScoreRow(NamedTuple):
    """A unit gave another (or itself) points by a scorecard; the effect that opened the row holds them."""

    unit: int
    scored: int
    scorecard: str
    period: str
    step: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class PracticeRow(NamedTuple):
    """A unit held out a practice for others to adopt."""

    unit: int
    practice: str
    practice_topic: str
    title: str
    folded: str
    """Title and text as they are searched."""
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class AdoptionRow(NamedTuple):
    """A unit works by the practice of another."""

    unit: int
    author: int
    practice: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class WordingRow(NamedTuple):
    """A phrase of reports is read as a figure or a qualifier; the effect that opened the row says who taught it."""

    unit: int
    text_language: str
    phrase: str
    """Folded: as it is looked for."""
    indicator: str
    qualifier: str
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


class VacancyRow(NamedTuple):
    """A seat stood empty."""

    post: int
    starts_on: date
    ends_before: date | None
    opened_by: int
    closed_by: int | None


Row = Any
"""Any of the rows above."""

ROWS: dict[str, type[Any]] = {
    "alias": AliasRow,
    "unit": UnitRow,
    "lineage": LineageRow,
    "membership": MembershipRow,
    "establishment": EstablishmentRow,
    "tenure": TenureRow,
    "pool": PoolRow,
    "topic": TopicRow,
    "rating": RatingRow,
    "unit_rating": UnitRatingRow,
    "sanction": SanctionRow,
    "unit_sanction": UnitSanctionRow,
    "return": ReturnRow,
    "proposal": ProposalRow,
    "score": ScoreRow,
    "practice": PracticeRow,
    "adoption": AdoptionRow,
    "wording": WordingRow,
    "vacancy": VacancyRow,
}
"""Each line of the register with its row, in the order in which they depend on each other. The first field of a row
is the subject of its line."""


def runs(seats: Iterable[EstablishmentRow]) -> Iterator[EstablishmentRow]:
    """A post's spans of seats with those joined that one change of seats parts: the post stood all the while.

    A joined span has the seats it began with.
    """
    run: EstablishmentRow | None = None
    for span in seats:
        if (
            run
            and run.closed_by is not None
            and run.ends_before == span.starts_on
            and run.closed_by == span.opened_by
        ):
            run = run._replace(ends_before=span.ends_before, closed_by=span.closed_by)
            continue
        if run:
            yield run
        run = span
    if run:
        yield run


def holds(row: Row, day: date) -> bool:
    """Whether the row's span contains the day."""
    return bool(row.starts_on <= day and (row.ends_before is None or day < row.ends_before))


def order(row: Row) -> tuple[object, ...]:
    """The order of the rows of a line: by subject, day, effect, then all the rest."""
    return (row[0], row.on if hasattr(row, "on") else row.starts_on, row.opened_by, str(row))


def parted(before: Iterable[Row], after: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The rows that only one of two states of a line has, each as often as it has it more: two seats empty since the
    same day are two equal rows.

    >>> parted([(1,), (1,), (2,)], [(1,), (3,)])
    ([(1,), (2,)], [(3,)])
    """
    waiting: dict[Any, list[Row]] = {}
    for row in after:
        waiting.setdefault(_plain(row), []).append(row)
    gone = []
    for row in before:
        alike = waiting.get(_plain(row), [])
        if row in alike:
            alike.remove(row)
        else:
            gone.append(row)
    return gone, [row for alike in waiting.values() for row in alike]


def _plain(row: Row) -> tuple[Any, ...]:
    """What of a row can be looked up: all but names by language."""
    return tuple(value for value in row if not isinstance(value, dict))


def by_day(row: Row) -> tuple[object, ...]:
    """The order of the rows of one subject: by day and effect."""
    return (row.on if hasattr(row, "on") else row.starts_on, row.opened_by)
