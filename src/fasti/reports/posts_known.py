"""The establishment of a unit with all beneath it as the record knew it on an earlier day, in the order of codes.

The tables say what is known now, so each post is folded from the record. A page goes through as many posts as it
needs, up to a limit; where it stops there it says so and the next page goes on. Totals are counted for a branch of a
few units alone: for a larger one every post of the body would have to be folded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from fasti.access import acts, rights
from fasti.access.sight import Sight
from fasti.dates.axes import When
from fasti.register.rows import TenureRow, VacancyRow
from fasti.reports import known_tree, posts, seats
from fasti.subjects.models import Post

_AT_ONCE = 200
MOST = 2_000
"""Posts that one page goes through."""


@dataclass(frozen=True, slots=True)
class Page:
    """Posts that answer to what is asked, in the order of codes."""

    posts: tuple[Post, ...]
    after: str
    """The code after which the next page begins; empty: these are all."""
    is_cut: bool = False
    """The page stopped at the limit: there may be more, though it is not full."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which posts."""

    unit: int
    view: str = "all"
    """all, empty, long (empty longer than the rule book allows) or ending (a term ends soon)."""
    office: str = ""
    num_days: int = 0
    """Of `long`: the limit; of `ending`: how soon."""


class Establishment:
    """The establishment of a unit with all beneath it on a day, as known then."""

    def __init__(self, asked: Asked, sight: Sight, when: When) -> None:
        self.asked, self.sight, self.when = asked, sight, when
        self._tree = known_tree.Tree(when)
        self._few = self._tree.few(asked.unit)

    def page(self, *, after: str = "", size: int) -> Page:
        """The posts after a code; `size` at most."""
        found: list[Post] = []
        num, last = 0, ""
        for handful in self._handfuls(after):
            num, last = num + len(handful), handful[-1].code
            kept = self._kept(handful)
            found += [post for post in handful if post.id in kept]
            if len(found) > size:
                return Page(tuple(found[:size]), found[size - 1].code)
            if num >= MOST:
                return Page(tuple(found), last, is_cut=True)
        return Page(tuple(found), "")

    def totals(self) -> posts.Totals | None:
        """Seats, seats held, seats empty, and these by age; None for a branch of more than a few units."""
        if self._few is None:
            return None
        ids = list(Post.objects.filter(unit__in=self._few).values_list("id", flat=True))
        held, empty = seats.tenures(ids, self.when), seats.vacancies(ids, self.when)
        effects = {row.opened_by for row in held} | {row.opened_by for row in empty}
        untold = acts.untold_among(self.sight, effects)
        sitting = sum(row.opened_by not in untold for row in held)
        told = [row for row in empty if row.opened_by not in untold]
        ages = Counter(posts.band((self.when.as_of - row.starts_on).days) for row in told)
        return posts.Totals(
            sum(seats.seats(ids, self.when).values()), sitting, len(told),
            tuple(ages[at] for at in range(len(posts.AGES))), len(held) - sitting + len(empty) - len(told),
        )  # fmt: skip

    # -- within --------------------------------------------------------------------------------------------------

    def _handfuls(self, after: str) -> Iterator[Sequence[Post]]:
        query: QuerySet[Post] = Post.objects.order_by("code")
        if self.asked.office:
            query = query.filter(office=self.asked.office)
        if self._few is not None:
            query = query.filter(unit__in=self._few)
        while handful := list(query.filter(code__gt=after)[:_AT_ONCE]):
            yield handful
            after = handful[-1].code

    def _kept(self, handful: Sequence[Post]) -> set[int]:
        """Those with a seat on the day, beneath the unit, that answer to the view."""
        standing = {id for id, num in seats.seats([post.id for post in handful], self.when).items() if num}
        among = [post for post in handful if post.id in standing]
        if self._few is None:
            beneath = self._tree.beneath({post.unit_id for post in among}, self.asked.unit)
            among = [post for post in among if post.unit_id in beneath]
        ids = [post.id for post in among]
        views: dict[str, Callable[[], set[int]]] = {
            "empty": lambda: self._empty(ids, None),
            "long": lambda: self._empty(ids, self.when.as_of - timedelta(days=self.asked.num_days)),
            "ending": lambda: self._ending(among),
        }
        return views[self.asked.view]() if self.asked.view in views else set(ids)

    def _empty(self, ids: Collection[int], since: date | None) -> set[int]:
        rows: list[VacancyRow] = seats.vacancies(ids, self.when)
        untold = acts.untold_among(self.sight, {row.opened_by for row in rows})
        return {
            row.post
            for row in rows
            if row.opened_by not in untold and (since is None or row.starts_on < since)
        }

    def _ending(self, among: Sequence[Post]) -> set[int]:
        self.sight.learn({post.unit_id for post in among})
        granted = [post.id for post in among if self.sight.may(rights.PEOPLE, post.unit_id)]
        until = self.when.as_of + timedelta(days=self.asked.num_days)
        rows: list[TenureRow] = [
            row
            for row in seats.tenures(granted, self.when)
            if row.ends_planned_on is not None and row.ends_planned_on <= until
        ]
        untold = acts.untold_among(self.sight, {row.opened_by for row in rows})
        return {row.post for row in rows if row.opened_by not in untold}
