"""The seats of some posts on a day: how many there are, who sits on them, which stand empty.

They are read from the tables at once, or folded as the record knew them by an earlier day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from fasti.dates.axes import When
from fasti.effects import as_known
from fasti.register import read, rows
from fasti.register.models import Establishment, Tenure, Vacancy
from fasti.register.rows import TenureRow, VacancyRow


def seats(posts: Collection[int], when: When) -> dict[int, int]:
    """The number of seats of each post that stands on the day."""
    if when.known_before is None:
        query = Establishment.objects.filter(read.on(when.as_of), post__in=posts)
        return dict(query.values_list("post", "seats"))
    known = as_known.rows_of_each("establishment", posts, known_before=when.known_before)
    return {row.post: row.seats for found in known.values() for row in _on(found, when)}


def tenures(posts: Collection[int], when: When) -> list[TenureRow]:
    """Who holds the posts, in the order in which they took them."""
    if when.known_before is not None:
        return _folded("tenure", posts, when)
    query = Tenure.objects.filter(read.on(when.as_of), post__in=posts).order_by("starts_on", "id")
    return [TenureRow(*row) for row in query.values_list(*TenureRow._fields)]


def vacancies(posts: Collection[int], when: When) -> list[VacancyRow]:
    """Which seats of the posts stand empty, the longest first."""
    if when.known_before is not None:
        return _folded("vacancy", posts, when)
    query = Vacancy.objects.filter(read.on(when.as_of), post__in=posts).order_by("starts_on", "id")
    return [VacancyRow(*row) for row in query.values_list(*VacancyRow._fields)]


def _folded(line: str, posts: Collection[int], when: When) -> list[Any]:
    if when.known_before is None:
        raise ValueError("what is known now is in the tables")
    known = as_known.rows_on_posts(line, posts, known_before=when.known_before)
    return sorted((row for found in known.values() for row in _on(found, when)), key=rows.by_day)


def _on(found: Iterable[Any], when: When) -> list[Any]:
    return [row for row in found if rows.holds(row, when.as_of)]
