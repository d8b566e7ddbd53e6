"""The state of acts on a day: in force, not yet, ended or changed by which other act, recorded how late."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from fasti.access import acts as access
from fasti.access.sight import Sight
from fasti.acts.models import Act, Relation
from fasti.reports.register_of_acts import asked as questions
from fasti.reports.register_of_acts import found

CHANGING = ("amends", "corrects")
TOLD = (*found.ENDING, *CHANGING)


@dataclass(frozen=True, slots=True)
class Other:
    """Another act that is seen, as it is cited."""

    id: int
    symbol: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class Touch:
    """What a later act did to this one."""

    kind: str
    """withdraws, replaces, repeals, amends or corrects."""
    by: Other | None
    """None: by an act that is not seen."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an act stands on a day."""

    state: str
    """in_force, not_yet or ended."""
    ended: Touch | None
    changed: tuple[Touch, ...]
    days_late: int
    """Days from signing to recording where these are many; else 0."""


def of(
    acts: Collection[Act], sight: Sight, *, day: date, known_before: datetime | None = None
) -> dict[int, Standing]:
    """The standing of each act, in two queries for all."""
    touches: dict[int, list[Relation]] = defaultdict(list)
    related = Relation.objects.filter(target__in=[act.id for act in acts], kind__in=TOLD)
    if known_before is not None:
        related = related.filter(act__recorded_at__lt=known_before)
    related = related.filter(act__in_force_on__lte=day).select_related("act").order_by("act_id")
    for relation in related:
        touches[relation.target_id].append(relation)
    seen = access.seen_among(sight, (each.act_id for listed in touches.values() for each in listed))
    return {act.id: _standing(act, touches[act.id], seen, day) for act in acts}


def _standing(act: Act, related: Iterable[Relation], seen: Collection[int], day: date) -> Standing:
    told = [Touch(each.kind, _other(each.act) if each.act_id in seen else None) for each in related]
    ended = next((each for each in told if each.kind in found.ENDING), None)
    changed = tuple(each for each in told if each.kind in CHANGING)
    not_ended = questions.IN_FORCE if act.in_force_on <= day else questions.NOT_YET
    return Standing(questions.ENDED if ended else not_ended, ended, changed, days_late(act))


def _other(act: Act) -> Other:
    return Other(act.id, act.symbol, act.signed_on)


def days_late(act: Act) -> int:
    """Days from signing to recording where they are more than a list lets pass; else 0."""
    days = (act.recorded_at.date() - act.signed_on).days
    return days if days > questions.LATE_DAYS else 0
