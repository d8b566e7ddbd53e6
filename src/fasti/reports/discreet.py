"""Figures of a unit or peer group as somebody may be told them: computed whole, the small cells left out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fasti import charter
from fasti.access import acts
from fasti.access.sight import Sight
from fasti.dates import periods
from fasti.indicators import compute, figures
from fasti.reports import discretion

CHILD = "child"
WHOLE, OWN = ("at",), ("own",)
AT_ONCE = 5_000
"""Acts asked about in one query."""


def computed(
    pack: charter.Pack,
    ids: Sequence[str],
    sight: Sight,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    by: str | None = None,
) -> tuple[figures.Computed, discretion.Discretion]:
    """The figures and what of them may be told; raises `figures.CannotCompute` and `discretion.NotGranted`.

    Rows of the discretion: `WHOLE`; `("at", code)` for units within; `(by, indicator, key)` for parts.
    """
    found = compute.compute(
        pack, ids, unit=unit, period=period, boundaries=boundaries, known=known, by=by,
        with_people=discretion.asks_people(sight),
    )  # fmt: skip
    limits = discretion.limits(sight, unit, [each.code for each in found.perimeter])
    told = discretion.Discretion(pack, limits)
    told.put(WHOLE, found.total, limits.whole)
    rows: list[discretion.Row] = []
    for code, own in found.units.items():
        rows.append(("at", code))
        told.put(rows[-1], own, limits.by_unit.get(code, limits.whole))
    if found.own:
        rows.append(OWN)
        told.put(OWN, found.own, limits.whole)
    told.add_up(rows, WHOLE)
    if by not in (None, CHILD):
        for figure in found.total:
            told.put_parts(str(by), figure, figure.parts, WHOLE)
    return found, told


def is_granted(sight: Sight, unit: str, *, pack: charter.Pack, day: date) -> bool:
    """Whether any figures of a unit or peer group are granted; not where there is none of that code."""
    try:
        members = pack.peer_group(unit, as_of=day).units if unit in pack.peer_groups(as_of=day) else ()
        discretion.limits(sight, unit, members)
    except discretion.NotGranted:
        return False
    return True


def seen(sight: Sight, behind: Sequence[int]) -> list[int]:
    """Those of the acts behind a figure (ids, in order) that are seen."""
    found: list[int] = []
    for start in range(0, len(behind), AT_ONCE):
        some = behind[start : start + AT_ONCE]
        open_to = acts.seen_among(sight, some)
        found += [each for each in some if each in open_to]
    return found
