"""What is asked of the register of acts: which of the acts seen are to be listed. Plain values, for every door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

ALL, OWN, SUPERIOR, LATE, WITHDRAWN = "all", "own", "superior", "late", "withdrawn"
VIEWS = (ALL, OWN, SUPERIOR, LATE, WITHDRAWN)
"""Saved views: all that is seen, of one's own unit, of superiors and not concretised yet, recorded late, withdrawn."""
IN_FORCE, NOT_YET, ENDED = "in_force", "not_yet", "ended"
STATES = (IN_FORCE, NOT_YET, ENDED)
"""On a day: in force, signed but not in force yet, ended by another act."""
LATE_DAYS = 30
"""An act recorded more days than that after its signing counts as recorded late in lists. No rule: a way of looking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything that narrows the list; what is left as it is narrows nothing."""

    day: date
    """Today, or the day looked back from: acts signed until then, their state on it."""
    known_before: datetime | None = None
    """Acts recorded before this instant, and what was known then; None: all that is known."""
    view: str = ALL
    words: str = ""
    """Searched in symbol, title, text, type and issuer's name."""
    lang: str = "en"
    """The language the words are typed in."""
    unit: int | None = None
    """Issued by this unit or any under it."""
    type: str = ""
    bucket: str = ""
    since: date | None = None
    until: date | None = None
    """First and last day of signing, both included."""
    state: str = ""
    confidentiality: str = ""
    is_late: bool = False
    related: int | None = None
    """Acts that stand in a relation to this one."""
