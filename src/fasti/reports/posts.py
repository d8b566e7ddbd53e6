"""The establishment of a unit with all beneath it: posts, seats, who sits there, what stands empty and since when.

As of a day; as known on an earlier day by `posts_known`. Holders are named only where the reader may see the people of
the post's unit, and only while their own record is within reach. What a
confidential act out of sight did to a seat is not told: neither who sits there nor that it is held or empty.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.db.models.expressions import RawSQL

from fasti import charter
from fasti.access import acts, holding, places, rights
from fasti.access import people as access
from fasti.access.places import Start
from fasti.access.sight import Sight
from fasti.dates.axes import When
from fasti.register import read
from fasti.register.models import Establishment, Tenure, Vacancy
from fasti.reports import people, seats
from fasti.subjects.models import Person, Post

AGES = ((0, 30), (31, 90), (91, 180), (181, None))
"""Bands of the age of a vacancy in days, both ends included."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who sits in a seat, since when, until when the term is planned. Without a code and a name: the holder's record
    is out of reach by now.
    """

    code: str
    name: str
    since: date
    ends_planned_on: date | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A post of the establishment on the day."""

    code: str
    office: str
    unit: str
    unit_code: str
    num_seats: int
    num_held: int
    """Seats of which it is told that they are held."""
    holders: tuple[Holder, ...] | None
    """None: the reader may not see the people of this unit."""
    empty: tuple[int, ...]
    """Of each seat that stands empty the days, the longest first."""
    is_too_long: bool
    """A seat stands empty longer than the rule book allows."""
    num_untold: int = 0
    """Seats of which it is not told whether they are held."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a seat may stand empty, and the article that says so."""

    num_days: int
    reference: str
    is_verified: bool


def limit(pack: charter.Pack, *, as_of: date) -> Limit | None:
    """The limit of the rule book on a day; None where it sets none."""
    try:
        rule = pack.value("posts.vacant_long_days", as_of=as_of)
    except charter.NoRule:
        return None
    return Limit(int(str(rule.value)), rule.reference, rule.verified)


def beneath(unit: int, sight: Sight, *, as_of: date) -> RawSQL:
    """The units that rest with a unit on a day, as a subquery."""
    return places.beneath([Start(unit, True)], organs=sight.organs, day=as_of)


def found(
    units: RawSQL, sight: Sight, *, as_of: date, is_empty: bool = False, since: date | None = None
) -> QuerySet[Post]:
    """Posts with a seat on the day, in the order of codes; only with an empty seat, empty since a day or earlier."""
    posts = Post.objects.filter(
        unit__in=units, id__in=Establishment.objects.filter(read.on(as_of), seats__gt=0).values("post")
    )
    if is_empty or since is not None:
        empty = holding.told(Vacancy.objects.filter(read.on(as_of)), sight)
        if since is not None:
            empty = empty.filter(starts_on__lt=since)
        posts = posts.filter(id__in=empty.values("post"))
    return posts.order_by("code")


def ending(units: RawSQL, sight: Sight, *, as_of: date, num_days: int) -> QuerySet[Post]:
    """Posts with a term that is to end within some days of the day, or should have ended."""
    until = as_of + timedelta(days=num_days)
    terms = holding.seen(Tenure.objects.filter(read.on(as_of), ends_planned_on__lte=until), sight)
    return Post.objects.filter(unit__in=units, id__in=terms.values("post")).order_by("code")


def told(posts: Sequence[Post], sight: Sight, pack: charter.Pack, *, when: When, lang: str) -> list[Listed]:
    """The posts of one page with their seats, holders and vacancies."""
    ids = [post.id for post in posts]
    num_seats = seats.seats(ids, when)
    held, empty, untold = _states(ids, sight, when)
    units = {post.unit_id for post in posts}
    sight.learn(units)
    named = people.names_then(units, pack, when=when, lang=lang)
    rule = limit(pack, as_of=when.as_of)
    return [
        Listed(
            post.code, pack.name("office", post.office, lang), named[post.unit_id][1], named[post.unit_id][0],
            num_seats.get(post.id, 0), len(held[post.id]),
            tuple(held[post.id]) if sight.may(rights.PEOPLE, post.unit_id) else None,
            tuple(empty[post.id]), rule is not None and any(days > rule.num_days for days in empty[post.id]),
            untold[post.id],
        )
        for post in posts
    ]  # fmt: skip


def _states(
    posts: Sequence[int], sight: Sight, when: When
) -> tuple[Mapping[int, list[Holder]], Mapping[int, list[int]], Counter[int]]:
    """By post: who holds its seats, of those that stand empty the days, and how many are neither told."""
    sitting, standing = seats.tenures(posts, when), seats.vacancies(posts, when)
    effects = {row.opened_by for row in sitting} | {row.opened_by for row in standing}
    hidden = acts.untold_among(sight, effects)
    named = _named({row.person for row in sitting}, sight)
    held, empty = defaultdict[int, list[Holder]](list), defaultdict[int, list[int]](list)
    untold = Counter[int]()
    for row in sitting:
        if row.opened_by in hidden and row.person != sight.person:
            untold[row.post] += 1
        else:
            code, name = named.get(row.person, ("", ""))
            held[row.post].append(Holder(code, name, row.starts_on, row.ends_planned_on))
    for vacant in standing:
        if vacant.opened_by in hidden:
            untold[vacant.post] += 1
        else:
            empty[vacant.post].append((when.as_of - vacant.starts_on).days)
    return held, empty, untold


def _named(persons: Collection[int], sight: Sight) -> Mapping[int, tuple[str, str]]:
    """Code and name of those who are seen today: whoever has gone out of reach since is named no more."""
    seen = access.seen_among(sight, persons)
    query = Person.objects.filter(id__in=seen).values_list("id", "code", "full_name")
    return {id: (code, name or code) for id, code, name in query}


@dataclass(frozen=True, slots=True)
class Totals:
    """The establishment of a unit with all beneath it, in numbers."""

    num_seats: int
    num_held: int
    num_empty: int
    by_age: tuple[int, ...]
    """Empty seats by the bands of `AGES`."""
    num_untold: int = 0
    """Seats of which it is not told whether they are held."""


def totals(units: RawSQL, sight: Sight, *, as_of: date) -> Totals:
    """Seats, seats held, seats empty, and these by age."""
    there = Establishment.objects.filter(read.on(as_of), post__unit__in=units).values_list("seats", flat=True)
    told = holding.condition(sight)
    sitting = Tenure.objects.filter(read.on(as_of), post__unit__in=units)
    held = sitting.aggregate(all=Count("id"), told=Count("id", filter=told))
    bands = {
        f"band_{i}": Count("id", filter=_aged(low, high, as_of) & told) for i, (low, high) in enumerate(AGES)
    }
    standing = Vacancy.objects.filter(read.on(as_of), post__unit__in=units)
    empty = standing.aggregate(all=Count("id"), told=Count("id", filter=told), **bands)
    by_age = tuple(empty[f"band_{i}"] for i in range(len(AGES)))
    num_untold = held["all"] - held["told"] + empty["all"] - empty["told"]
    return Totals(sum(there), held["told"], empty["told"], by_age, num_untold)


def band(num_days: int) -> int:
    """The place in `AGES` of an age in days."""
    return next(
        at for at, (low, high) in enumerate(AGES) if num_days >= low and (high is None or num_days <= high)
    )


def _aged(low: int, high: int | None, as_of: date) -> Q:
    young = Q(starts_on__lte=as_of - timedelta(days=low))
    return young if high is None else young & Q(starts_on__gte=as_of - timedelta(days=high))
