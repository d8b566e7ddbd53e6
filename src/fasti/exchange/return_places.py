"""The places of a return's form in a workbook: what the small words in its first column mean, on paper and back.

Each line of the form bears the key of its place, so that it is found wherever a person has moved it and whatever
language its headings are in. What the form is about stands in it too, with a stamp over the figures that were given.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fasti.dates import spans

ABOUT, COMPUTED, DECLARED, NARRATIVE, PROPOSAL = "about", "computed", "declared", "narrative", "proposal"
PREFIXES = (ABOUT, COMPUTED, DECLARED, NARRATIVE, PROPOSAL)
COLUMNS = ("key", "figure", "value", "whole", "unknown", "before", "remark", "rule")
"""Of the sheet of figures, from the first. Sections of text and proposals stand in the third."""
VALUE, WHOLE, UNKNOWN, REMARK = 2, 3, 4, 6
NUM_PROPOSALS = 12


@dataclass(frozen=True, slots=True)
class About:
    """Which return a form is for, and what it was made from."""

    unit: str
    form: str
    period: str
    rules: str
    """The version of the rule book."""
    known_on: date | None
    """The day on which the register was read."""
    version: int
    """The last version of the return that was handed in."""
    draft: int
    """The version of the sheet in work."""

    def written(self) -> dict[str, str]:
        """As the form bears it."""
        day = self.known_on.isoformat() if self.known_on else ""
        return {
            "unit": self.unit, "form": self.form, "period": self.period, "rules": self.rules, "known_on": day,
            "version": str(self.version), "draft": str(self.draft),
        }  # fmt: skip


def about(written: Mapping[str, str]) -> About | None:
    """What a form says it is about; None where it does not say it."""
    try:
        day = spans.parse_day(written["known_on"]) if written["known_on"] else None
        version, draft = int(written["version"]), int(written["draft"])
        return About(
            written["unit"], written["form"], written["period"], written["rules"], day, version, draft
        )
    except (KeyError, ValueError):
        return None


def key(prefix: str, id: str) -> str:
    """What stands in the first column of a place.

    >>> key(DECLARED, "meetings.held")
    'declared:meetings.held'
    """
    return f"{prefix}:{id}"


def parted(text: str) -> tuple[str, str] | None:
    """Prefix and id of a key; None for any other text.

    >>> parted("declared:meetings.held"), parted("Figures")
    (('declared', 'meetings.held'), None)
    """
    prefix, sign, id = text.strip().partition(":")
    return (prefix, id) if sign and prefix in PREFIXES else None


def stamp(told: About, computed: Mapping[str, str]) -> str:
    """Names what the form is about with its computed figures: whoever changes one of them is told."""
    content = json.dumps([told.written(), sorted(computed.items())], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()[:24]
