"""The two axes of time: the day a fact holds (`as_of`) and the instant by which the body knew it (`known_on`).

Every reader of the register takes a `When`. `known_on` None means "as known now". A day given as known day means
the end of that day: what was recorded on it counts as known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class When:
    """A day, and the instant up to which the record is read (exclusive; None: all of it)."""

    as_of: date
    known_before: datetime | None = None


def known_before(day: date | None) -> datetime | None:
    """The instant just after a known day, None for None.

    >>> known_before(date(2024, 7, 15))
    datetime.datetime(2024, 7, 16, 0, 0, tzinfo=datetime.timezone.utc)
    """
    return None if day is None else datetime.combine(day + timedelta(days=1), time(), UTC)
