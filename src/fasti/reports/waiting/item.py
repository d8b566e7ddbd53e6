"""One thing that waits: what it is, why, by which article, until when, and the one next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

KINDS = ("sign", "check", "report", "post", "term", "task", "proposal")
"""The kinds, in the order in which they are offered."""
GROUPS = ("overdue", "week", "next")
HORIZON = 31
"""Days ahead from which something waits already."""
MOST = 50
"""Items of one kind; who has more waiting is told there are more."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: a verb (message `waiting-step-...`), the place where it is done, what it is asked."""

    verb: str
    place: str
    """draft, drafts-new, act, unit, post, person, report, return, returns or proposals; doors make it an address."""
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something that waits. `what` and `why` are in the language asked for."""

    kind: str
    key: str
    """What it is about; stays the same from day to day."""
    what: str
    why: str
    unit: str
    """Code of the unit it belongs to."""
    article: str
    """The reference of the rule; empty where none demands it."""
    due_on: date | None
    since: date | None
    """Since when it waits, where no day is set."""
    days_late: int
    """Days after the due day; negative before it, 0 without one."""
    step: Step

    def __post_init__(self) -> None:
        object.__setattr__(self, "what", self.what[:1].upper() + self.what[1:])

    @property
    def group(self) -> str:
        """Its urgency: overdue, week (within a week, or without a day) or next."""
        if self.days_late > 0:
            return "overdue"
        return "week" if self.due_on is None or self.days_late >= -_WEEK else "next"

    @property
    def order(self) -> tuple[object, ...]:
        """The most urgent first."""
        return (GROUPS.index(self.group), -self.days_late, KINDS.index(self.kind), self.key)


def days_late(due_on: date | None, day: date) -> int:
    """Days since the due day, negative before it.

    >>> days_late(date(2024, 7, 10), date(2024, 7, 14)), days_late(None, date(2024, 7, 14))
    (4, 0)
    """
    return (day - due_on).days if due_on else 0
