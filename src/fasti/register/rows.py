"""The rows of the register as plain values: what the fold of effects yields and the tables store. Pure.

Units, persons, posts and effects are ids. `ends_before` None: open; `closed_by` None with an end: it ran out by itself.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple


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
    """A unit went over into another."""

    predecessor: int
    successor: int
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
    "unit": UnitRow,
    "lineage": LineageRow,
    "membership": MembershipRow,
    "establishment": EstablishmentRow,
    "tenure": TenureRow,
    "pool": PoolRow,
    "topic": TopicRow,
    "vacancy": VacancyRow,
}
"""Each line of the register with its row, in the order in which they depend on each other. The first field of a row
is the subject of its line."""


def holds(row: Row, day: date) -> bool:
    """Whether the row's span contains the day."""
    return bool(row.starts_on <= day and (row.ends_before is None or day < row.ends_before))
