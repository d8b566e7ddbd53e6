"""A grant: rights over units, by a post held, by membership, or because an account is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from fasti.access import places, rights

EVERY_CLASS = 99
"""The clearance of whoever may see acts of every class, those the rule book no longer knows among them."""


@dataclass(frozen=True, slots=True)
class Grant:
    """Rights over units, by a post held or by being a member."""

    rights: frozenset[str]
    reach: str
    """own, below, above, peers or body."""
    unit: int
    """Where the reach is measured from: the unit that the post's unit serves, or a member's own unit. 0: none."""
    clearance: int
    """The highest class of confidentiality, as its place in the pack's list, from 0."""
    office: str
    """Empty: as a member, or because the account is there."""
    post: int | None
    tenure_effect: int | None
    """The effect that opened the tenure, or the membership."""
    since: date | None
    reference: str
    """The article of the pack; empty where the system itself grants it."""
    is_verified: bool
    name: str = ""
    """The id of the pack's grant."""
    starts: frozenset[int] = frozenset()
    """The units of the reach from which organs (own, above, peers) or all beneath (below) are counted."""

    def holds(self, place: places.Place) -> bool:
        """Whether a unit in this place is within reach."""
        if self.reach == rights.BODY:
            return True
        return bool(self.starts & (place.deep if self.reach == rights.BELOW else place.near))


def built_in(*granted: str) -> Grant:
    """Rights over the whole body that come with an account, not with a post."""
    return Grant(frozenset(granted), rights.BODY, 0, EVERY_CLASS, "", None, None, None, "", True)


STRUCTURE = replace(built_in(rights.STRUCTURE), clearance=0)
REGISTRAR = replace(built_in(rights.STRUCTURE, rights.ACCOUNTS, rights.DRAFT, rights.IMPORT), clearance=0)
BEGINNING = built_in(*rights.RIGHTS)
"""What the registrar may until the first post is held: everything, as there is nobody else."""
