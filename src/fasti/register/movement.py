"""How the number of members of a unit changed over a period: who came, who went, and by which effect. Pure.

A member is present while a membership lies in a unit of the perimeter. What happens inside the perimeter (a
confirmation, a transfer between two of its units, a merger of two of them) is neither in nor out. Every presence
that begins in the period is one in, every presence that ends in it one out, so

    opening + ins - outs = closing

holds for every perimeter and every period, and each in and out names its effect.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from fasti.dates.periods import Period
from fasti.register import rows
from fasti.register.rows import MembershipRow, UnitRow

INS = ("admitted", "readmitted", "transferred-in", "came-with")
OUTS = ("left", "struck-off", "transferred-out", "gone-with")
"""The kinds of in and out, in the order in which they are shown. What comes or goes with a change of units (a merger,
a split, a move, a dissolution) was decided of no one person."""
REASONED = ("left", "struck-off")
"""Outs for which the charter lists reasons."""


class Stay(NamedTuple):
    """A unit belonged to the perimeter from a day until before another, by the effects that began and ended it."""

    starts_on: date
    ends_before: date | None
    opened_by: int | None = None
    closed_by: int | None = None


class Presence(NamedTuple):
    """A person was a member within the perimeter without a gap; each end with the membership and the unit's stay."""

    person: int
    starts_on: date
    ends_before: date | None
    first: MembershipRow
    first_stay: Stay
    last: MembershipRow
    last_stay: Stay


class Cause(NamedTuple):
    """What an effect is: its kind, and the reason it gives, if any."""

    kind: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A person came or went on a day."""

    kind: str
    """One of `INS` or `OUTS`."""
    reason: str
    """For `REASONED` kinds: the reason of the charter's list."""
    person: int
    on: date
    effect: int | None


@dataclass(frozen=True, slots=True)
class Movement:
    """Members on the day before the period and on its last day, and what lies between."""

    opening: int
    ins: tuple[Step, ...]
    outs: tuple[Step, ...]
    closing: int

    @property
    def foots(self) -> bool:
        """Whether nothing is missing between opening and closing."""
        return self.opening + len(self.ins) - len(self.outs) == self.closing

    def counted(self, steps: Sequence[Step], kinds: Sequence[str]) -> list[tuple[str, str, int]]:
        """How many steps there are of each kind and reason, in the order of kinds; kinds without any at 0."""
        found = Counter((step.kind, step.reason) for step in steps)
        found.update({(kind, ""): 0 for kind in kinds if not any(kind == each for each, _ in found)})
        return [(*key, found[key]) for key in sorted(found, key=lambda key: (kinds.index(key[0]), key[1]))]


def fixed(units: Iterable[int]) -> dict[int, tuple[Stay, ...]]:
    """A perimeter of the same units on every day."""
    return {unit: (Stay(date.min, None),) for unit in units}


def each_day(root: int, units: Iterable[UnitRow]) -> dict[int, tuple[Stay, ...]]:
    """The perimeter of a unit and what stood beneath it on each day."""
    spans: dict[int, list[UnitRow]] = defaultdict(list)
    for row in units:
        spans[row.unit].append(row)
    return {unit: tuple(_under(root, unit, Stay(date.min, None), spans, frozenset())) for unit in spans}


def _under(
    root: int, unit: int, within: Stay, spans: Mapping[int, Sequence[UnitRow]], path: frozenset[int]
) -> Iterator[Stay]:
    """The days among `within` on which a unit stood beneath the root, or was it."""
    if unit in path:
        return
    for row in spans.get(unit, ()):
        own = _both(within, Stay(row.starts_on, row.ends_before, row.opened_by, row.closed_by))
        if own is None:
            continue
        if unit == root:
            yield own
        elif row.parent is not None:
            yield from _under(root, row.parent, own, spans, path | {unit})


def _both(one: Stay, other: Stay) -> Stay | None:
    """The days of both, each end with the effect of the stay that sets it; the first where both do."""
    start = one if one.starts_on >= other.starts_on else other
    end = one if _before(one.ends_before, other.ends_before) else other
    if end.ends_before is not None and end.ends_before <= start.starts_on:
        return None
    return Stay(start.starts_on, end.ends_before, start.opened_by, end.closed_by)


def _before(one: date | None, other: date | None) -> bool:
    return other is None or (one is not None and one <= other)


def presences(
    memberships: Iterable[MembershipRow], perimeter: Mapping[int, Sequence[Stay]]
) -> Iterator[Presence]:
    """Who was a member within the perimeter, and when."""
    pieces = sorted(_pieces(memberships, perimeter), key=lambda each: (each.person, each.starts_on))
    last: Presence | None = None
    for piece in pieces:
        if last and last.person == piece.person and last.ends_before == piece.starts_on:
            last = Presence(*last[:2], piece.ends_before, *last[3:5], *piece[5:])
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _pieces(
    memberships: Iterable[MembershipRow], perimeter: Mapping[int, Sequence[Stay]]
) -> Iterator[Presence]:
    for row in memberships:
        for stay in perimeter.get(row.unit, ()):
            both = _both(Stay(row.starts_on, row.ends_before), stay)
            if both:
                yield Presence(row.person, both.starts_on, both.ends_before, row, stay, row, stay)


def begins(presence: Presence, period: Period) -> bool:
    """Whether a presence begins in the period: one in."""
    return period.contains(presence.starts_on)


def ends(presence: Presence, period: Period) -> bool:
    """Whether a presence ends in the period: one out."""
    return presence.ends_before is not None and period.contains(presence.ends_before)


def movement(
    found: Sequence[Presence],
    period: Period,
    *,
    memberships: Mapping[int, Sequence[MembershipRow]],
    causes: Mapping[int, Cause],
) -> Movement:
    """The movement over a period.

    `memberships`: all memberships, wherever, of each person whose presence begins or ends in the period; `causes`:
    the effects that opened and closed these and the stays.
    """
    opening = sum(
        each.starts_on < period.starts_on
        and (each.ends_before is None or each.ends_before >= period.starts_on)
        for each in found
    )
    closing = sum(
        each.starts_on < period.ends_before
        and (each.ends_before is None or each.ends_before >= period.ends_before)
        for each in found
    )
    ins = [_in(each, memberships[each.person], causes) for each in found if begins(each, period)]
    outs = [
        _out(each, each.ends_before, memberships[each.person], causes)
        for each in found
        if each.ends_before is not None and ends(each, period)
    ]
    return Movement(opening, tuple(sorted(ins, key=_order)), tuple(sorted(outs, key=_order)), closing)


def _order(step: Step) -> tuple[date, int]:
    return (step.on, step.person)


def _in(each: Presence, memberships: Sequence[MembershipRow], causes: Mapping[int, Cause]) -> Step:
    """An in: by the membership's effect, or by that of the unit where the membership had begun before."""
    day, own = each.starts_on, causes[each.first.opened_by].kind
    was_member = day > date.min and any(
        rows.holds(row, date.fromordinal(day.toordinal() - 1)) for row in memberships
    )
    has_come = each.first.starts_on == day and own != "CONFIRM"
    effect = each.first.opened_by if has_come or not was_member else each.first_stay.opened_by
    if not was_member:
        kind = "readmitted" if any(row.starts_on < day for row in memberships) else "admitted"
    else:
        kind = "transferred-in" if has_come and own == "TRANSFER_MEMBER" else "came-with"
    return Step(kind, "", each.person, day, effect)


def _out(
    each: Presence, day: date, memberships: Sequence[MembershipRow], causes: Mapping[int, Cause]
) -> Step:
    """An out: by the effect that ended the membership, or by that of the unit where the membership goes on."""
    is_member = any(rows.holds(row, day) for row in memberships)
    own = causes[each.last.closed_by] if each.last.closed_by is not None else Cause("")
    has_gone = each.last.ends_before == day and own.kind != "CONFIRM"
    effect = each.last.closed_by if has_gone or not is_member else each.last_stay.closed_by
    if not is_member:
        kind = {"STRIKE_OFF": "struck-off", "DISSOLVE": "gone-with"}.get(own.kind, "left")
    else:
        kind = "transferred-out" if has_gone and own.kind == "TRANSFER_MEMBER" else "gone-with"
    return Step(kind, own.reason if kind in REASONED else "", each.person, day, effect)
