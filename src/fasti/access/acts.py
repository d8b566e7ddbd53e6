"""Which acts are seen: those of issuers within reach, up to the class of confidentiality one is cleared for.

A condition in the database, to be laid on whatever is listed, counted, searched or explained.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from fasti.access import rights
from fasti.access.grants import Grant
from fasti.access.sight import EVERYTHING, NOTHING, Reach, Sight
from fasti.acts.models import Act, Effect

Row = TypeVar("Row", bound=Model)
LOWEST = "normal"
"""The class of an act that nobody has raised."""
OPEN = ("", LOWEST)
"""The classes of acts of which everybody who sees a subject is told what they did to it."""
AT_ONCE = 5_000
"""Effects asked about in one query."""


def seen(sight: Sight) -> QuerySet[Act]:
    """Every act that is seen, withdrawn ones among them."""
    return restrict(Act.objects.all(), sight)


def issued_by(sight: Sight, issuers: Collection[int]) -> QuerySet[Act]:
    """The acts of some few units that are seen; asks nothing of how many units there are beneath whoever looks."""
    grants = sight.within(rights.ACTS).grants
    sight.learn(issuers)
    by_classes: dict[tuple[str, ...] | None, list[int]] = defaultdict(list)
    for issuer in issuers:
        if grant := sight.ground_among(grants, issuer):
            by_classes[sight.classes(grant.clearance)].append(issuer)
    whole = NOTHING
    for classes, units in by_classes.items():
        part = Q(issuer__in=units)
        whole |= part if classes is None else part & Q(confidentiality__in=classes)
    return Act.objects.filter(whole)


def restrict(queryset: QuerySet[Row], sight: Sight, path: str = "") -> QuerySet[Row]:
    """Only the rows whose act is seen. `path`: from the row to the act (``act``, ``target``); empty for acts."""
    if not sight.has(rights.ACTS):
        return queryset.none()
    return queryset.filter(condition(sight, path))


def condition(sight: Sight, path: str = "") -> Q:
    """The condition that an act is seen. `path`: from the row to the act; empty for acts themselves."""
    to = f"{path}__" if path else ""
    by_clearance: dict[int, list[Grant]] = defaultdict(list)
    for grant in sight.within(rights.ACTS).grants:
        by_clearance[grant.clearance].append(grant)
    whole = NOTHING
    for clearance, grants in by_clearance.items():
        classes = sight.classes(clearance)
        reach = Reach(sight, tuple(grants))
        if reach.is_all and classes is None:
            return EVERYTHING
        part = reach.condition(f"{to}issuer_id")
        whole |= part if classes is None else part & Q(**{f"{to}confidentiality__in": classes})
    return whole


def told_condition(sight: Sight, path: str) -> Q:
    """The condition that what an act did may be told: the act is of the lowest class, whoever issued it, or is seen."""
    found = condition(sight, path)
    return found if found == EVERYTHING else Q(**{f"{path}__confidentiality__in": OPEN}) | found


def untold_among(sight: Sight, effects: Iterable[int | None]) -> frozenset[int]:
    """Those of the effects (ids) of which nothing may be told: their act is of a higher class and not seen."""
    asked = {each for each in effects if each}
    told = told_condition(sight, "act")
    if not asked or told == EVERYTHING:
        return frozenset()
    some, listed = set[int](), sorted(asked)
    for start in range(0, len(listed), AT_ONCE):
        query = Effect.objects.filter(told, id__in=listed[start : start + AT_ONCE])
        some.update(query.values_list("id", flat=True))
    return frozenset(asked - some)


def sees(sight: Sight, act: Act) -> bool:
    """Whether one act is seen."""
    return may(rights.ACTS, sight, unit=act.issuer_id, confidentiality=act.confidentiality)


def may(right: str, sight: Sight, *, unit: int, confidentiality: str) -> bool:
    """Whether a right is held over papers of a unit in a class of confidentiality."""
    for grant in sight.within(right).grants:
        classes = sight.classes(grant.clearance)
        if (classes is None or confidentiality in classes) and sight.ground_among([grant], unit):
            return True
    return False


def seen_among(sight: Sight, acts: Iterable[int]) -> frozenset[int]:
    """Those of the acts (ids) that are seen, in one query: which may be named and linked."""
    asked = set(acts)
    return frozenset(seen(sight).filter(id__in=asked).values_list("id", flat=True)) if asked else frozenset()


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a figure, as far as it is seen."""

    num_seen: int
    num_hidden: int | None
    """How many more there are. None: none, or so few that the number is not told."""


def behind(queryset: QuerySet[Row], sight: Sight, path: str = "") -> Behind:
    """How many of the rows are seen, and how many are not where that may be told. `path` as in `restrict`."""
    num_seen = restrict(queryset, sight, path).count()
    return Behind(num_seen, told(queryset.count() - num_seen, sight))


def told(num_hidden: int, sight: Sight) -> int | None:
    """A number of what is hidden, where it may be told: not below the pack's limit."""
    return num_hidden if num_hidden and num_hidden >= sight.suppressed else None
