"""The days on which something changed at a unit: its place and name, what stands beneath it, its seats and holders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fasti.access import acts, rights
from fasti.access.sight import Sight
from fasti.dates.axes import When
from fasti.effects import as_known, store
from fasti.register.models import Establishment, Tenure, UnitSpan
from fasti.register.rows import TenureRow, UnitRow
from fasti.reports.units import standing
from fasti.reports.units.unit import Shown
from fasti.subjects.models import Post


@dataclass(frozen=True, slots=True)
class Changes:
    """Days of change in order. `big`: those on which units went over into others."""

    days: tuple[date, ...]
    big: tuple[date, ...]

    def before(self, day: date) -> date | None:
        """The last change before a day."""
        return max((each for each in self.days if each < day), default=None)

    def after(self, day: date) -> date | None:
        """The first change after a day."""
        return min((each for each in self.days if each > day), default=None)


def of_unit(shown: Shown, sight: Sight, when: When) -> Changes:
    """The changes of a unit; those of holders only where its people are seen."""
    big = {edge.on for edge in shown.edges}
    days = big | set(_ends(shown.spans)) | _beneath(shown.id, when) | _seats(shown, sight, when)
    return Changes(tuple(sorted(days)), tuple(sorted(big)))


def _ends(spans: Iterable[UnitRow]) -> Iterable[date]:
    for row in spans:
        yield row.starts_on
        if row.ends_before:
            yield row.ends_before


def _beneath(unit: int, when: When) -> set[date]:
    """When units came to stand under it, or left."""
    if when.known_before is None:
        query = UnitSpan.objects.filter(parent=unit).order_by()
        return _days(query.values_list("starts_on", "ends_before").distinct())
    candidates = standing.ever_under([unit], when)[unit]
    spans = standing.spans_of(candidates, when).values()
    return set(_ends(row for found in spans for row in found if row.parent == unit))


def _seats(shown: Shown, sight: Sight, when: When) -> set[date]:
    """When posts of the unit and its organs, whatever day they stood, got or lost seats, and holders where granted and
    told.
    """
    seen = [unit for unit in shown.units if sight.may(rights.PEOPLE, unit)]
    if when.known_before is None:
        seats = Establishment.objects.filter(post__unit__in=shown.units).order_by()
        found = _days(seats.values_list("starts_on", "ends_before").distinct())
        rows = Tenure.objects.filter(post__unit__in=seen).order_by().values_list(*TenureRow._fields)
        return found | _told([TenureRow(*values) for values in rows], sight)
    posts = dict(Post.objects.filter(Q(unit__in=shown.units)).values_list("id", "unit"))
    known = as_known.rows_of_each("establishment", posts, known_before=when.known_before)
    found = set(_ends(row for rows in known.values() for row in rows))
    held = [
        row
        for post, unit in posts.items()
        if unit in seen
        for row in store.rows_of("tenure", known_before=when.known_before, post=post)
    ]
    return found | _told(held, sight)


def _told(held: Sequence[TenureRow], sight: Sight) -> set[date]:
    """The first and last days of tenures, but for those that confidential acts out of sight brought about."""
    untold = acts.untold_among(sight, [by for row in held for by in (row.opened_by, row.closed_by)])
    found = {row.starts_on for row in held if row.opened_by not in untold}
    ended = (row for row in held if row.closed_by not in untold and row.opened_by not in untold)
    return found | {row.ends_before for row in ended if row.ends_before}


def _days(pairs: Iterable[tuple[date | None, date | None]]) -> set[date]:
    return {day for pair in pairs for day in pair if day is not None}
