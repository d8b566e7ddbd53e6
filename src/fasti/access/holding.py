"""Which tenures and plannings are told: those in units within reach, but for what confidential acts brought about.

Who holds a post is told by the right to see people there. Where it rests on an act of a higher class, that act must be
seen as well; else neither the holder is told nor that the seat is held or empty. Everybody is told their own.
"""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Q, QuerySet

from fasti.access import acts, rights
from fasti.access.sight import EVERYTHING, Sight
from fasti.register.models import PoolEntry, Tenure, Vacancy

Held = TypeVar("Held", Tenure, PoolEntry)
State = TypeVar("State", Tenure, Vacancy)
BY = "opened_by__act"


def seen(rows: QuerySet[Held], sight: Sight) -> QuerySet[Held]:
    """Of tenures or plannings those that are told with the person, in whatever unit."""
    whole = sight.within(rights.PEOPLE).condition("post__unit_id") & acts.told_condition(sight, BY)
    return rows.filter(whole | Q(person=sight.person)) if sight.person is not None else rows.filter(whole)


def told(rows: QuerySet[State], sight: Sight) -> QuerySet[State]:
    """Of tenures or vacancies those of which it is told that they are, whoever it is."""
    found = condition(sight)
    return rows if found == EVERYTHING else rows.filter(found)


def condition(sight: Sight) -> Q:
    """The condition that it is told of a tenure or vacancy: no confidential act out of sight brought it about."""
    return acts.told_condition(sight, BY)
