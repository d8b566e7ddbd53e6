"""The members of a peer group side by side on the same figures: exact amounts, small cells left out, places if asked.

Members are those of the period's last day, in the charter's order. A place is given only where the charter ranks, and
only among members whose figure is told; equal figures share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fasti import charter
from fasti.access.sight import Sight
from fasti.dates import periods
from fasti.indicators import figures
from fasti.reports import discreet, discretion, model, naming

COLUMNS = 8
"""Figures side by side where none are named."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A member's figure; `place` None: the group is not ranked, or this figure has no value to rank by."""

    amount: model.Amount
    place: int | None


@dataclass(frozen=True, slots=True)
class Member:
    """A unit of the group, in the order of the charter, with one cell for each figure."""

    unit: str
    name: str
    lang: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A peer group on the same figures for a period."""

    group: str
    name: str
    period: periods.Period
    boundaries: date
    known: date | None
    figures: tuple[str, ...]
    labels: tuple[str, ...]
    references: tuple[str, ...]
    members: tuple[Member, ...]
    whole: tuple[model.Amount, ...]
    reference: str
    """The article that names the members."""
    is_ranked: bool
    may_rank: bool
    """Whether the charter allows an order on the period's last day."""


def side_by_side(
    pack: charter.Pack,
    group: str,
    sight: Sight,
    *,
    period: periods.Period,
    wanted: Sequence[str] = (),
    boundaries: date | None = None,
    known: date | None = None,
    ranked: bool = False,
    lang: str,
) -> Beside:
    """The group on the figures `wanted`, or on the first ones of the charter's form for such a period.

    Raises `charter.NoRule`, `figures.CannotCompute` and `discretion.NotGranted`.
    """
    rule = pack.peer_group(group, as_of=period.last_day)
    ids = tuple(wanted) or usual(pack, period)
    for id in ids:
        pack.indicator(id)
    found, told = discreet.computed(
        pack, ids, sight, unit=group, period=period, boundaries=boundaries, known=known
    )
    ranking = pack.ranking(as_of=period.last_day)
    is_ranked = ranked and ranking.is_on
    names = naming.Names(pack, lang, found.boundaries)
    names.learn_codes(each.code for each in found.perimeter)
    own = {code: {each.indicator: each for each in of} for code, of in found.units.items()}
    placed = {id: _places(id, own, told) for id in ids} if is_ranked else {}
    members = tuple(
        Member(each.code, *names.short(each.code), tuple(
            Cell(
                told.amount(("at", each.code), own[each.code][id], id, lang),
                placed.get(id, {}).get(each.code),
            )
            for id in ids
        ))
        for each in found.perimeter
    )  # fmt: skip
    whole = {each.indicator: each for each in found.total}
    return Beside(
        group, pack.name("peer_group", group, lang), period, found.boundaries, known, ids,
        tuple(pack.name("indicator", id, lang) for id in ids),
        tuple(pack.indicator(id).reference for id in ids), members,
        tuple(told.amount(discreet.WHOLE, whole[id], id, lang) for id in ids), rule.reference, is_ranked,
        ranking.is_on,
    )  # fmt: skip


def usual(pack: charter.Pack, period: periods.Period) -> tuple[str, ...]:
    """What is set side by side where nothing is named: the first figures of the form for such a period."""
    for id in pack.forms(as_of=period.last_day):
        form = pack.form(id, as_of=period.last_day)
        if period.kind in form.period_kinds:
            return form.figures[:COLUMNS]
    return tuple(each.id for each in pack.indicators)[:COLUMNS]


def _places(
    id: str, own: Mapping[str, Mapping[str, figures.Figure]], told: discretion.Discretion
) -> dict[str, int]:
    """The place of each member by a figure, the highest first; who is not told has none and takes none."""
    shown = {code: of[id].value for code, of in own.items() if not told.hides(("at", code), id) and id in of}
    return places({code: Fraction(value) for code, value in shown.items() if value is not None})


def places(values: Mapping[str, Fraction]) -> dict[str, int]:
    """Places by value, the highest first; equal ones share a place and the next is left out.

    >>> places({"A": Fraction(3), "B": Fraction(5), "C": Fraction(3), "D": Fraction(1)})
    {'A': 2, 'B': 1, 'C': 2, 'D': 4}
    """
    return {code: 1 + _above(value, values.values()) for code, value in values.items()}


def _above(value: Fraction, others: Iterable[Fraction]) -> int:
    return sum(other > value for other in others)
