"""What an account may see and do on a day: the grants that follow from the posts its person holds.

A sight is made for one request and kept no longer: a tenure may end between two. It asks the database little, and
remembers what it has asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from fasti import charter
from fasti.access import granting, grants, places, rights
from fasti.access.grants import Grant
from fasti.access.models import Account
from fasti.access.places import Start

Row = TypeVar("Row", bound=Model)
NOTHING = Q(pk__in=())
EVERYTHING = ~NOTHING
"""Holds of every row; an empty condition would vanish where it is joined to another by "or"."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The units over which a right is granted. It is a condition, never a list."""

    sight: Sight
    grants: tuple[Grant, ...]

    @property
    def is_all(self) -> bool:
        """Whether nothing is out of reach."""
        return any(grant.reach == rights.BODY for grant in self.grants)

    def holds(self, unit: int | None) -> bool:
        """Whether a unit is within reach."""
        return self.is_all or (unit is not None and self.sight.ground_among(self.grants, unit) is not None)

    @property
    def is_few(self) -> bool:
        """Whether it is so few units that they may as well be named."""
        return not self.is_all and isinstance(self.sight.beneath(self._starts), list)

    def condition(self, column: str) -> Q:
        """The condition that the unit in `column` (such as ``issuer_id`` or ``act__issuer_id``) is within reach."""
        if self.is_all:
            return EVERYTHING
        starts = self._starts
        return Q(**{f"{column}__in": self.sight.beneath(starts)}) if starts else NOTHING

    @property
    def _starts(self) -> frozenset[Start]:
        return frozenset(
            Start(unit, grant.reach == rights.BELOW) for grant in self.grants for unit in grant.starts
        )

    def restrict(self, queryset: QuerySet[Row], column: str) -> QuerySet[Row]:
        """Only the rows whose unit in `column` is within reach."""
        if not self.grants:
            return queryset.none()
        return queryset.filter(self.condition(column))


@dataclass(eq=False)
class Sight:
    """What is seen from an account on a day. Made by `of_account`, `of_tenure`, `OPERATOR`."""

    day: date
    grants: tuple[Grant, ...]
    pack: charter.Pack | None = None
    account: Account | None = None
    person: int | None = None
    """Whose account it is. None: a technical one, or the operator."""
    home: int | None = None
    """The unit served by the weightiest post, else the unit of which the person is a member."""
    post: int | None = None
    """The weightiest post held."""
    _places: dict[int, places.Place] = field(default_factory=dict)
    _few: dict[frozenset[Start], list[int] | None] = field(default_factory=dict)

    def may(self, right: str, unit: int | None) -> bool:
        """Whether the right is granted over a unit."""
        return unit is not None and self.ground(right, unit) is not None

    def has(self, right: str) -> bool:
        """Whether the right is granted over any unit at all."""
        return any(right in grant.rights for grant in self.grants)

    def ground(self, right: str, unit: int) -> Grant | None:
        """By which grant the right is held over a unit: with the post, since when, and the article. None: it is not."""
        return self.ground_among([grant for grant in self.grants if right in grant.rights], unit)

    def ground_beneath(self, right: str, unit: int) -> Grant | None:
        """By which grant the right is held over a unit and all beneath it; None: it is not."""
        deep = (rights.BELOW, rights.BODY)
        return self.ground_among([g for g in self.grants if right in g.rights and g.reach in deep], unit)

    def ground_among(self, among: Iterable[Grant], unit: int) -> Grant | None:
        """The first of the grants that reaches the unit, of the highest clearance."""
        listed = list(among)
        if not listed:
            return None
        if all(grant.reach == rights.BODY for grant in listed):
            found = listed
        else:
            place = self._place(unit)
            found = [grant for grant in listed if grant.holds(place)]
        return max(found, key=lambda grant: grant.clearance, default=None)

    def within(self, right: str) -> Reach:
        """The units over which the right is granted."""
        return Reach(self, tuple(grant for grant in self.grants if right in grant.rights))

    def limit(self, unit: int) -> int | None:
        """How small a count may be shown of a unit: 0 all, else the pack's limit; None: its figures are not granted."""
        if self.may(rights.FIGURES, unit):
            return 0
        return self.suppressed if self.may(rights.SHARED_FIGURES, unit) else None

    @cached_property
    def suppressed(self) -> int:
        """The pack's limit: counts below it are not told to whom small cells are not granted. 0 for the operator."""
        if self.pack is None:
            return 0
        return int(str(self.pack.value("report.suppress_below", as_of=self.day).value))

    @cached_property
    def organs(self) -> frozenset[str]:
        """The kinds of unit that are organs, of whatever day: ended ones are still asked about."""
        return granting.organs(self.pack) if self.pack else frozenset()

    def learn(self, units: Collection[int]) -> None:
        """Ask for the places of many units at once, before each is asked about."""
        new = set(units) - self._places.keys()
        if new and any(grant.reach != rights.BODY for grant in self.grants):
            steps = places.over(new, day=self.day)
            self._places |= places.all_places(new, steps, organs=self.organs)

    def _place(self, unit: int) -> places.Place:
        if unit not in self._places:
            self._places |= places.all_places([unit], places.over([unit], day=self.day), organs=self.organs)
        return self._places[unit]

    def beneath(self, starts: frozenset[Start]) -> list[int] | RawSQL:
        """What rests with the starts: a subquery, or the ids themselves where they are few."""
        listed = sorted(starts, key=lambda start: (start.unit, start.is_deep))
        if starts not in self._few:
            self._few[starts] = places.few(listed, organs=self.organs, day=self.day)
        ids = self._few[starts]
        return places.beneath(listed, organs=self.organs, day=self.day) if ids is None else ids

    def classes(self, clearance: int) -> tuple[str, ...] | None:
        """The classes of confidentiality up to a clearance; None: no class is hidden."""
        if clearance >= grants.EVERY_CLASS or self.pack is None:
            return None
        ids = self.pack.classes(as_of=self.day).ids
        return None if clearance >= len(ids) - 1 else ("", *ids[: clearance + 1])


OPERATOR = Sight(date.min, (grants.built_in(*rights.RIGHTS),))
"""Whoever works at the machine itself, by the command line: may everything."""


def of_account(account: Account, *, pack: charter.Pack, day: date) -> Sight:
    """The sight of an account on a day. A closed account sees nothing."""
    given = granting.given(account, pack=pack, day=day)
    return Sight(day, given.grants, pack, account, account.person_id, given.home, given.post)


def of_tenure(account: Account, effect: int, *, pack: charter.Pack, day: date) -> Sight:
    """The sight of an account with the rights of one tenure alone, named by the effect that opened it."""
    whole = of_account(account, pack=pack, day=day)
    own = tuple(each for each in whole.grants if each.tenure_effect == effect or each == grants.STRUCTURE)
    by = next((each for each in own if each.tenure_effect == effect), None)
    home, post = (by.unit, by.post) if by else (whole.home, whole.post)
    return replace(whole, grants=own, home=home, post=post, _places=whole._places)
