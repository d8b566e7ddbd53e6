"""The posts of a unit and its organs on a day: seats, who sits there since when and by which act, what stands empty.

Posts and seats are structure. Who holds them, and that nobody does, is told where the people of the unit are seen;
a holder whose record rests elsewhere is not named. What a confidential act out of sight did to a seat is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.access import people, rights
from fasti.access.sight import Sight
from fasti.dates.axes import When
from fasti.effects import as_known
from fasti.register import read, rows
from fasti.register.models import Establishment, Tenure, Vacancy
from fasti.register.rows import EstablishmentRow, TenureRow, VacancyRow
from fasti.reports.units import deeds
from fasti.reports.units.deeds import Deed
from fasti.subjects.models import Person, Post

VALUE = "posts.vacant_long_days"


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of a post on the day. Without `person` and not `is_empty`: held, by whom is not told; and where not
    `is_told` either, not even that.
    """

    is_empty: bool
    person: str = ""
    """The code of the holder; empty where nobody sits there or the holder is not seen."""
    name: str = ""
    since: date | None = None
    planned_until: date | None = None
    days_empty: int = 0
    is_too_long: bool = False
    deed: Deed | None = None
    """What filled or emptied it."""
    is_told: bool = True
    """Whether it is told that it is held or empty."""


UNTOLD = Seat(False, is_told=False)


@dataclass(frozen=True, slots=True)
class Held:
    """A post on the day with its seats; `seats` is None where its holders are not granted."""

    post: str
    office: str
    unit: int
    num_seats: int
    seats: tuple[Seat, ...] | None

    @property
    def num_empty(self) -> int:
        """How many of its seats stand empty, as far as it is told."""
        return sum(seat.is_empty for seat in self.seats or ())


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a seat may stand empty, by which article."""

    days: int
    reference: str
    is_verified: bool


def limit(pack: charter.Pack, *, as_of: date) -> Limit | None:
    """The pack's limit for an empty seat on a day; None where it has none."""
    try:
        found = pack.value(VALUE, as_of=as_of)
    except charter.NoRule:
        return None
    return Limit(int(str(found.value)), found.reference, found.verified)


def of_units(
    units: Sequence[int], sight: Sight, *, pack: charter.Pack, when: When, lang: str
) -> tuple[Held, ...]:
    """The posts of units in the order of the units, then of the charter's offices."""
    reading = _Reading(units, when)
    granted = {unit for unit in units if sight.may(rights.PEOPLE, unit)}
    held = reading.tenures(granted)
    empty = reading.vacancies(granted)
    told = _Told(held, empty, sight, pack, when, lang)
    order = {office: place for place, office in enumerate(pack.tables["offices"])}
    places = {unit: place for place, unit in enumerate(units)}
    found = [
        Held(code, office, unit, row.seats, told.seats(post) if unit in granted else None)
        for post, (code, unit, office) in reading.posts.items()
        if (row := reading.seats.get(post)) is not None
    ]
    return tuple(sorted(found, key=lambda each: (places[each.unit], order.get(each.office, 999), each.post)))


class _Reading:
    """The rows of the posts of units on a day: from the tables at once, or folded post by post as known then."""

    def __init__(self, units: Collection[int], when: When) -> None:
        self.when = when
        query = Post.objects.filter(unit__in=units).order_by("code")
        self.posts: Mapping[int, tuple[str, int, str]] = {
            id: (code, unit, office)
            for id, code, unit, office in query.values_list("id", "code", "unit", "office")
        }
        self.seats: Mapping[int, EstablishmentRow] = {row.post: row for row in self._seats()}

    def _seats(self) -> Iterable[EstablishmentRow]:
        if self.when.known_before is None:
            query = Establishment.objects.filter(read.on(self.when.as_of), post__in=self.posts)
            return [EstablishmentRow(*row) for row in query.values_list(*EstablishmentRow._fields)]
        known = as_known.rows_of_each("establishment", self.posts, known_before=self.when.known_before)
        return self._on(row for found in known.values() for row in found)

    def tenures(self, units: Collection[int]) -> list[TenureRow]:
        """Who holds posts of the units on the day."""
        if self.when.known_before is None:
            query = Tenure.objects.filter(read.on(self.when.as_of), post__in=self._of(units))
            found = query.order_by("starts_on", "id").values_list(*TenureRow._fields)
            return [TenureRow(*row) for row in found]
        return self._folded("tenure", units)

    def vacancies(self, units: Collection[int]) -> list[VacancyRow]:
        """Which seats of posts of the units stand empty on the day."""
        if self.when.known_before is None:
            query = Vacancy.objects.filter(read.on(self.when.as_of), post__in=self._of(units))
            found = query.order_by("starts_on", "id").values_list(*VacancyRow._fields)
            return [VacancyRow(*row) for row in found]
        return self._folded("vacancy", units)

    def _of(self, units: Collection[int]) -> list[int]:
        return [post for post, (_, unit, _) in self.posts.items() if unit in units]

    def _folded(self, line: str, units: Collection[int]) -> list[rows.Row]:
        if self.when.known_before is None:
            raise ValueError("what is known now is in the tables")
        known = as_known.rows_on_posts(line, self._of(units), known_before=self.when.known_before)
        return sorted(self._on(row for found in known.values() for row in found), key=rows.by_day)

    def _on(self, found: Iterable[rows.Row]) -> list[rows.Row]:
        return [row for row in found if rows.holds(row, self.when.as_of)]


class _Told:
    """Seats in words, as far as they are seen."""

    def __init__(
        self,
        held: Sequence[TenureRow],
        empty: Sequence[VacancyRow],
        sight: Sight,
        pack: charter.Pack,
        when: When,
        lang: str,
    ) -> None:
        self.when, self.limit, self.own = when, limit(pack, as_of=when.as_of), sight.person
        seen = people.seen_among(sight, {row.person for row in held})
        query = Person.objects.filter(id__in=seen).values_list("id", "code", "full_name")
        self.persons = {id: (code, name or code) for id, code, name in query}
        effects = [*(row.opened_by for row in held), *(row.opened_by for row in empty)]
        self.deeds = deeds.of(effects, sight, pack=pack, lang=lang)
        self.by_post: dict[int, list[Seat]] = defaultdict(list)
        for tenure in held:
            self.by_post[tenure.post].append(self._held(tenure))
        for vacancy in empty:
            self.by_post[vacancy.post].append(self._empty(vacancy))

    def seats(self, post: int) -> tuple[Seat, ...]:
        """The seats of a post: held ones first, in the order in which they were filled."""
        return tuple(self.by_post[post])

    def _held(self, row: TenureRow) -> Seat:
        if self._is_untold(row.opened_by) and row.person != self.own:
            return UNTOLD
        code, name = self.persons.get(row.person, ("", ""))
        return Seat(False, code, name, row.starts_on, row.ends_planned_on, deed=self.deeds.get(row.opened_by))

    def _is_untold(self, effect: int) -> bool:
        deed = self.deeds.get(effect)
        return deed is not None and deed.is_secret

    def _empty(self, row: VacancyRow) -> Seat:
        if self._is_untold(row.opened_by):
            return UNTOLD
        days = (self.when.as_of - row.starts_on).days
        too_long = self.limit is not None and days >= self.limit.days
        deed = self.deeds.get(row.opened_by)
        return Seat(True, since=row.starts_on, days_empty=days, is_too_long=too_long, deed=deed)
