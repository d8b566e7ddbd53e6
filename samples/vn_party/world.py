"""What holds while the story is told: units, members, posts and holders. The register must come to the same.

It serves the story only, so that a seat is empty when someone is appointed and a signer holds office.
"""

from __future__ import annotations

import dataclasses
import datetime
import random
from collections.abc import Iterable

from samples.vn_party import codes, people


@dataclasses.dataclass
class Post:
    """A post with its seats, holders, and the days since which seats are empty."""

    code: str
    unit: str
    office: str
    seats: int
    holders: list[str] = dataclasses.field(default_factory=list)
    vacant_since: list[datetime.date] = dataclasses.field(default_factory=list)
    since: dict[str, datetime.date] = dataclasses.field(default_factory=dict)
    planned: list[str] = dataclasses.field(default_factory=list)
    is_kept: bool = False
    """Set aside: seats are not filled, holders are not moved by the ordinary course of the story."""


class World:
    """The body on the day the story has reached."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.children: dict[str, list[str]] = {}
        self.names: dict[str, str] = {}
        self.people: dict[str, people.Person] = {}
        self.members: dict[str, list[str]] = {}
        self.unit_of: dict[str, str] = {}
        self.probation: dict[str, list[tuple[datetime.date, str]]] = {}
        self.posts: dict[str, Post] = {}
        self.posts_at: dict[str, list[Post]] = {}
        self.held: dict[str, list[str]] = {}
        self.busy: set[str] = set()
        """Persons the ordinary course of the story leaves alone."""

    def found(self, unit: str, parent: str | None, kind: str, name: str) -> None:
        self.kinds[unit], self.names[unit] = kind, name
        self.children.setdefault(unit, [])
        if parent is not None:
            self.parents[unit] = parent
            self.children[parent].append(unit)

    def children_of(self, unit: str, *kinds: str) -> list[str]:
        return [child for child in self.children[unit] if self.kinds[child] in kinds]

    def move_children(self, source: str, target: str, *kinds: str) -> None:
        for child in self.children_of(source, *kinds):
            self.move(child, target)

    def move(self, unit: str, target: str) -> None:
        self.children[self.parents[unit]].remove(unit)
        self.children[target].append(unit)
        self.parents[unit] = target

    def dissolve(self, unit: str) -> None:
        """A unit ends with its organs; whoever held a post there holds it no longer."""
        for organ in list(self.children[unit]):
            for post in list(self.posts_at.get(organ, ())):
                self.abolish(post)
            self.children[unit].remove(organ)
        self.children[self.parents[unit]].remove(unit)

    def establish(self, post: Post, on: datetime.date) -> None:
        self.posts[post.code] = post
        self.posts_at.setdefault(post.unit, []).append(post)
        post.vacant_since = [on] * post.seats

    def post(self, unit: str, office: str) -> Post:
        """The post of this office at a unit, or of the office that answers to it in a commune."""
        offices = (office, codes.IN_COMMUNES.get(office))
        return next(post for post in self.posts_at[unit] if post.office in offices)

    def committee(self, district: str) -> str:
        """The committee of a district, a bloc or a commune."""
        return self.children_of(district, *codes.DISTRICT_COMMITTEES)[0]

    def abolish(self, post: Post) -> None:
        for person in list(post.holders):
            self.leave_post(person, post, post.since[person])
        self.posts_at[post.unit].remove(post)
        del self.posts[post.code]

    def admit(self, person: people.Person, unit: str) -> None:
        self.people[person.code] = person
        self.members.setdefault(unit, []).append(person.code)
        self.unit_of[person.code] = unit

    def leave(self, person: str) -> None:
        self.members[self.unit_of.pop(person)].remove(person)

    def take_post(self, person: str, post: Post, on: datetime.date) -> None:
        post.vacant_since.pop(0)
        post.holders.append(person)
        post.since[person] = on
        self.held.setdefault(person, []).append(post.code)

    def leave_post(self, person: str, post: Post, on: datetime.date) -> None:
        post.holders.remove(person)
        post.vacant_since.append(on)
        self.held[person].remove(post.code)

    def signer(self, rng: random.Random, issuer: str, offices: Iterable[str]) -> tuple[str, str] | None:
        """A holder of one of the offices at the issuer or at a neighbouring organ, mostly the first; with the post."""
        is_organ = self.kinds[issuer] != codes.GRASSROOTS
        places = [issuer, *(self.children.get(self.parents.get(issuer, ""), []) if is_organ else ())]
        found = [
            (post.holders[0], post.code)
            for office in offices
            for place in places
            for post in self.posts_at.get(place, ())
            if post.office == office and post.holders
        ]
        if not found:
            return None
        return found[0] if rng.random() < 0.6 else rng.choice(found[:3])

    def ordinary(self, unit: str) -> list[str]:
        """Full members of the unit without a post, plan or probation."""
        novices = {person for _, person in self.probation.get(unit, ())}
        return [
            person
            for person in self.members.get(unit, ())
            if person not in novices and person not in self.busy and not self.held.get(person)
        ]
