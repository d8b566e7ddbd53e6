"""What a timeline is: entries with their days, what they are about, and the acts that opened and closed them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act did: the effect that opened or closed an entry."""

    act: str
    """The code of the act."""
    symbol: str
    signed_on: date
    ordinal: int
    kind: str
    word: str
    """The kind of effect in the charter's words."""
    told: str
    """The effect in words."""
    reason: str = ""
    act_id: int = 0
    confidentiality: str = "normal"
    is_linked: bool = True
    """The reader may open the act."""
    on: date = date.min
    """The day it took effect."""
    known_on: date = date.min
    """The day it was recorded."""

    @property
    def is_late(self) -> bool:
        """Whether the record came to know it only after the day it took effect, and after the act was signed."""
        return self.known_on > max(self.on, self.signed_on)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One stretch or event of a timeline.

    `matter` says what kind of thing it is, `what` whom or what it is about. An event has a day and no end.
    """

    line: str
    starts_on: date
    ends_before: date | None = None
    is_event: bool = False
    matter: str
    what: str
    opened: Deed | None = None
    closed: Deed | None = None
    """None where it is open, ran out by itself, or goes on in the next entry."""
    ran_out: bool = False
    """It ended by itself on its last day."""
    is_end_told: bool = True
    """False: whether it goes on is not told; `ends_before` is None then."""
    codes: Mapping[str, str | int] = field(default_factory=dict)
    """Codes of what it is about, and other plain facts, for programs."""

    def holds(self, day: date) -> bool:
        """Whether it is told to hold on a day."""
        return (
            not self.is_event
            and self.is_end_told
            and self.starts_on <= day
            and (self.ends_before is None or self.ends_before > day)
        )


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """A timeline as of a day, as known on a day (None: now)."""

    subject: str
    """person, post or unit."""
    code: str
    name: str
    lang: str
    as_of: date
    known: date | None
    standing: tuple[str, ...]
    """How things stand on the day, in sentences: the incumbent, the parent."""
    entries: tuple[Entry, ...]
    """What had begun by the day, in order."""
    later: tuple[Entry, ...] = ()
    """What begins after the day: it is counted, not told."""
    members: tuple[tuple[date, int], ...] = ()
    """Of a unit: its members with all beneath it at the ends of years."""

    @property
    def num_later(self) -> int:
        """How many entries begin after the day."""
        return len(self.later)


class NotKnown(LookupError):
    """The record did not know the subject yet on the day asked about."""
