"""A unit at a glance: a few figures, empty seats by age, members by month, reports received, planned successors.

The figures are the charter's own, so each is explained by its acts. What is too small for the reader is not told.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from fasti import charter
from fasti.access import granting, places
from fasti.dates import periods
from fasti.indicators import compute, figures
from fasti.register import read
from fasti.register.models import Establishment, Lineage, PoolEntry, Vacancy
from fasti.reports import discretion, model
from fasti.reports.waiting import posts as limits_of_posts
from fasti.reports.waiting import returns
from fasti.reports.waiting.place import Place
from fasti.reports.waiting.returns import Received

STOCKS = ("members.total", "units.total", "posts.vacant")
FLOWS = ("acts.issued", "personnel.appointed")
MONTHS = 12
AGES = (30, 90)
"""Days at which one age of an empty seat ends and the next begins, below the rule book's own limit."""
PLANNED = "plan.max_persons_per_post"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with the period it is asked for."""

    indicator: str
    period: str
    amount: model.Amount


@dataclass(frozen=True, slots=True)
class Ages:
    """Empty seats by age: the days at which each age ends (None: no end) and how many seats are that old."""

    counts: tuple[tuple[int | None, int], ...]
    limit: charter.Value | None

    @property
    def total(self) -> int:
        """All empty seats."""
        return sum(count for _, count in self.counts)

    @property
    def num_days(self) -> int | None:
        """For how many days a seat may stand empty; None where the rule book sets no limit."""
        return None if self.limit is None else int(str(self.limit.value))

    @property
    def too_long(self) -> int:
        """Those that stand empty longer than that."""
        return 0 if self.limit is None else self.counts[-1][1]


@dataclass(frozen=True, slots=True)
class Months:
    """Members at the end of each month; None for what is not told. `merged`: days on which units went over to it."""

    months: tuple[periods.Period, ...]
    values: tuple[int | None, ...]
    merged: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """Posts by how many planned successors they have: two or more, one, none."""

    many: int
    one: int
    none: int
    limit: charter.Value | None


def figures_of(
    unit: str, *, pack: charter.Pack, day: date, known: date | None, limit: int, lang: str
) -> tuple[Stated, ...]:
    """A few stocks of the day and flows of the year so far; raises `CannotCompute`."""
    declared = {each.id for each in pack.indicators}
    found = []
    for ids, kind in ((STOCKS, "day"), (FLOWS, "year")):
        wanted = tuple(id for id in ids if id in declared)
        period = periods.of_day(kind, day)
        computed = compute.compute(
            pack, wanted, unit=unit, period=period, boundaries=day, known=known, with_people=bool(limit)
        )
        told = discretion.Discretion(pack, discretion.Limits({}, limit))
        told.put(("at",), computed.total, limit)
        found += [(figure, period.code, told) for figure in computed.total]
    return tuple(
        Stated(figure.indicator, period, told.amount(("at",), figure, figure.indicator, lang))
        for figure, period, told in found
    )


def ages(place: Place, *, is_whole: bool) -> Ages:
    """The empty seats of a unit and all beneath it, by age. `is_whole`: it is the whole body.

    The last age begins where the rule book says that a seat has been empty too long.
    """
    seats = Vacancy.objects.filter(read.on(place.day))
    if not is_whole:
        start = places.Start(place.unit, is_deep=True)
        organs = granting.organs(place.pack)
        seats = seats.filter(post__unit_id__in=places.beneath([start], organs=organs, day=place.day))
    limit = limits_of_posts.rule(place.pack, limits_of_posts.VACANT, place.day)
    ends = AGES if limit is None else _ends(int(str(limit.value)))
    bounds = [None, *(place.day - timedelta(days=days) for days in ends), None]
    asked = {
        f"age{i}": Count("pk", filter=_between(older, younger))
        for i, (younger, older) in enumerate(itertools.pairwise(bounds))
    }
    found = seats.aggregate(**asked)
    return Ages(tuple((end, found[f"age{i}"]) for i, end in enumerate((*ends, None))), limit)


def _ends(limit: int) -> tuple[int, ...]:
    """The days at which ages end, the last of them the limit.

    >>> _ends(180), _ends(60)
    ((30, 90, 180), (30, 60))
    """
    return (*(days for days in AGES if days < limit), limit)


def _between(older: date | None, younger: date | None) -> Q:
    wanted = Q(pk__isnull=False)
    if older is not None:
        wanted &= Q(starts_on__gt=older)
    if younger is not None:
        wanted &= Q(starts_on__lte=younger)
    return wanted


def members(
    place: Place, *, known: date | None, limit: int, indicator: str = "members.total"
) -> Months | None:
    """Members at the end of each of the last months; None where the pack counts none, or the unit has no figures."""
    if indicator not in {each.id for each in place.pack.indicators}:
        return None
    year = periods.of_day("year", place.day)
    parts: list[figures.Part] = []
    for period in (year.previous(), year):
        try:
            computed = compute.compute(
                place.pack,
                (indicator,),
                unit=place.code,
                period=period,
                boundaries=place.day,
                known=known,
                by="month",
            )
        except figures.CannotCompute:
            return None
        parts += computed.total[0].parts
    ended = [part for part in parts if periods.Period.parse(part.key).starts_on <= place.day][-MONTHS:]
    months = tuple(periods.Period.parse(part.key) for part in ended)
    values = tuple(int(part.value or 0) for part in ended)
    told = tuple(None if 0 < value < limit else value for value in values)
    first = months[0].starts_on if months else place.day
    merged = Lineage.objects.filter(successor=place.unit, on__gte=first, on__lte=place.day)
    days = merged.exclude(manner="split").values_list("on", flat=True).distinct().order_by("on")
    return Months(months, told, tuple(days))


def received(place: Place) -> Received | None:
    """Who of the units beneath gave the report that was due last."""
    found = []
    for form, period in place.ledger.asked:
        each = returns.received(place, form, period)
        if each is not None and each.duty.due <= place.day:
            found.append(each)
    return max(found, key=lambda each: (each.duty.due, each.form), default=None)


def planned(place: Place) -> Planned | None:
    """The posts that the unit fills by their planned successors; None where nobody plans any."""
    posts = _standing(place)
    entries = PoolEntry.objects.filter(read.on(place.day), post__in=posts.values("post"))
    found = Counter(entries.values_list("post", flat=True))
    if not found:
        return None
    total = posts.values("post").distinct().count()
    many, one = sum(n > 1 for n in found.values()), sum(n == 1 for n in found.values())
    return Planned(many, one, total - many - one, limits_of_posts.rule(place.pack, PLANNED, place.day))


def _standing(place: Place) -> QuerySet[Establishment]:
    near = [unit for unit in place.served if unit not in place.own]
    managed = place.pack.managed(place.level, as_of=place.day)
    mine = Q(post__unit__in=place.own) | Q(post__unit__in=near, post__office__in=managed)
    return Establishment.objects.filter(read.on(place.day), mine, seats__gt=0)
