"""How members came to a unit and went from it, and how long a unit lived, told from the spans that stand beside each
other and not from the effect at their edge alone.

An effect at the edge of a span does not say enough: who is admitted and transferred on one day has a span that a
transfer opened, and who is confirmed and transferred on one day one that no confirmation opened. Whether somebody came
from outside, moved or stayed follows from the span of the same person that ended on the day (and for a departure from
the one that began on it). `register.movement` tells the same of a perimeter.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

import ibis

ADMITTED, READMITTED, MOVED, STAYED = "admitted", "readmitted", "moved", "stayed"
"""How a membership of a unit began: the person was no member the day before (and never had been, or had), was one of
another unit, or of this one at another stage."""
LEFT, STRUCK_OFF = "left", "struck_off"
"""How it ended: the person is no member from the day on, or `MOVED` to another unit, or `STAYED`. Whose unit was
dissolved and taken over by none has `MOVED` too: the person did not leave."""
COLUMNS = frozenset({"arrival", "departure", "stage_before"})
"""What this module adds to memberships; `stage_before` is that of the membership which ended on the first day."""


def told(found: Any, member: Any, effect: Any, need: Set[str]) -> Any:
    """The memberships `found` with those of `COLUMNS` that are needed, told from all memberships and effects.

    The register has no two memberships of a person on
    one day, so at most one ends and at most one begins on a day.
    """
    ended = _ended(member)
    if need & {"arrival", "stage_before"}:
        found = _with_before(found, ended)
    if "arrival" in need:
        found = _with_arrival(found, member)
    return _with_departure(found, member, effect, ended) if "departure" in need else found


def _ended(member: Any) -> Any:
    """The memberships that ended, by person and day."""
    closed = member.filter(member.ends_before.notnull())
    by_day = closed.group_by(who_before="person_id", day_before="ends_before")
    return by_day.aggregate(unit_before=closed.unit_id.min(), stage_before=closed.stage.min())


def _with_before(found: Any, ended: Any) -> Any:
    """The membership that ended on the first day of each."""
    met = [found.person_id == ended.who_before, found.starts_on == ended.day_before]
    return found.left_join(ended, met).drop("who_before", "day_before")


def _with_arrival(found: Any, member: Any) -> Any:
    closed = member.filter(member.ends_before.notnull())
    first = closed.group_by(once_member="person_id").aggregate(first_ended_on=closed.ends_before.min())
    found = found.left_join(first, found.person_id == first.once_member)
    return found.mutate(
        arrival=ibis.cases(
            (found.unit_before == found.unit_id, STAYED),
            (found.unit_before.notnull(), MOVED),
            (found.first_ended_on < found.starts_on, READMITTED),
            else_=ADMITTED,
        )
    ).drop("once_member", "first_ended_on")


def _with_departure(found: Any, member: Any, effect: Any, ended: Any) -> Any:
    met = [member.person_id == ended.who_before, member.starts_on == ended.day_before]
    begun = member.join(ended.select("who_before", "day_before"), met)
    begun = begun.group_by(who_after="person_id", day_after="starts_on").aggregate(
        unit_after=begun.unit_id.min()
    )
    met = [found.person_id == begun.who_after, found.ends_before == begun.day_after]
    found = found.left_join(begun, met)
    gone = effect.filter(effect.kind.isin(["DISSOLVE", "STRIKE_OFF"])).select(gone_by="id", gone_how="kind")
    found = found.left_join(gone, found.closing_effect_id == gone.gone_by)
    return found.mutate(
        departure=ibis.cases(
            (found.ends_before.isnull(), ibis.null("string")),
            (found.unit_after == found.unit_id, STAYED),
            (found.unit_after.notnull() | (found.gone_how == "DISSOLVE"), MOVED),
            (found.gone_how == "STRIKE_OFF", STRUCK_OFF),
            else_=LEFT,
        )
    ).drop("who_after", "day_after", "unit_after", "gone_by", "gone_how")


def lives(span: Any) -> Any:
    """The life of each unit under one kind, from its first day to its end, with the effects that began and ended it.

    Which spans are first and last is said by their days: the ids of effects only say when something was recorded, and a
    renaming may have been recorded long after the end, for a day before it.
    """
    forward = ibis.window(group_by=[span.unit_id, span.kind], order_by=span.starts_on)
    backward = ibis.window(group_by=[span.unit_id, span.kind], order_by=span.starts_on.desc())
    placed = span.mutate(
        from_first=ibis.row_number().over(forward), from_last=ibis.row_number().over(backward)
    )
    placed = placed.filter((placed.from_first == 0) | (placed.from_last == 0))

    def at(place: str, column: str) -> Any:
        return (placed[place] == 0).ifelse(placed[column], ibis.null(placed[column].type())).max()

    return placed.group_by("unit_id", "kind").aggregate(
        starts_on=at("from_first", "starts_on"),
        ends_before=at("from_last", "ends_before"),
        effect_id=at("from_first", "opened_by_id"),
        closing_effect_id=at("from_last", "closed_by_id"),
    )
