"""Who does something: a name for messages, and the sight by whose rights it is done."""

from __future__ import annotations

from dataclasses import dataclass

from fasti.access import sight as sights
from fasti.access.sight import Sight


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever issues, drafts, checks or imports."""

    name: str
    sight: Sight
    is_kept: bool = True
    """Whether the access log keeps what is done."""

    @property
    def person(self) -> int | None:
        """Whose account it is; None for the operator and for technical accounts."""
        return self.sight.person


OPERATOR = Actor("operator", sights.OPERATOR)
"""Whoever works at the machine itself, by the command line."""


def signed_in(sight: Sight) -> Actor:
    """Whoever is signed in, or works by a token."""
    return Actor(sight.account.name if sight.account else "", sight)


def of(given: str | Actor) -> Actor:
    """The actor given. A bare name is a program at the machine (the builder of the sample, a bench, a test): it may do
    everything, and the access log keeps nothing of it.
    """
    return given if isinstance(given, Actor) else Actor(given, sights.OPERATOR, is_kept=False)
