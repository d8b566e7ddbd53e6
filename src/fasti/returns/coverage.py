"""Coverage: of the units that owed a report on a period, how many issued theirs in time, and which are
missing.

Who owes one follows from the tree on the period's last day, whatever became of the units since: 14 of 14
stays 14 of 14. On later boundaries a successor has reported when all its predecessors that owed a report
have. A return that was sent back is not given until it is handed in again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fasti import charter
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.returns import given, owing


@dataclass(frozen=True, slots=True)
class Row:
    """What one unit owed and gave. `days_late` counts from the due day; without an act nothing was given.

    `of` are the units that owed it, where the boundaries are not those of the period.
    """

    unit: str
    names: Mapping[str, str]
    due_on: date
    act: str | None
    symbol: str | None
    signed_on: date | None
    days_late: int | None
    in_time: bool
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """`reported` of `due` units reported in time; `late` reported after the grace days; the others not at
    all.
    """

    form: str
    period: periods.Period
    reported: int
    late: int
    due: int
    rows: tuple[Row, ...]

    @property
    def missing(self) -> tuple[Row, ...]:
        """The units of which there is no report at all, or not of all they took over."""
        return tuple(row for row in self.rows if row.act is None)


def coverage(
    pack: charter.Pack,
    form: str,
    *,
    unit: str,
    period: periods.Period,
    boundaries: date | None = None,
    known: date | None = None,
    database: str = "default",
) -> Coverage:
    """Who of a unit's or peer group's perimeter reported on a form for a period; raises `CannotCompute`.

    Units of a level for which the charter names no obligation owe nothing.
    """
    owed = owing.owing(pack, unit, period=period, boundaries=boundaries, known=known, database=database)
    reports = given.reports(form, period, known, database)
    rows = [
        row
        for code, place in owed.members.items()
        if (row := _row(pack, form, period, code, place, owed, reports))
    ]
    if boundaries is not None and boundaries != period.last_day:
        rows = _together(rows, owed)
    in_time = sum(row.in_time for row in rows)
    late = sum(row.act is not None and not row.in_time for row in rows)
    return Coverage(form, period, in_time, late, len(rows), tuple(rows))


def _row(
    pack: charter.Pack,
    form: str,
    period: periods.Period,
    code: str,
    place: int,
    owed: owing.Owing,
    reports: Mapping[int, Sequence[Act]],
) -> Row | None:
    """What the unit at a place owed and gave, None if it owed nothing."""
    try:
        duty = pack.obligation(form, level=owed.kinds[owed.tree.kinds[place]].level, period=period)
    except charter.NoRule:
        return None
    names = owed.names.get(code, {})
    issuers = given.with_organs(place, owed.tree, owed.kinds)
    acts = [act for issuer in issuers for act in reports.get(issuer, ())]
    if not acts:
        return Row(code, names, duty.due, None, None, None, None, False, (code,))
    act = min(acts, key=lambda act: (act.signed_on, act.pk))
    late, in_time = duty.days_late(act.signed_on), not duty.is_late(act.signed_on)
    return Row(code, names, duty.due, act.code, act.symbol, act.signed_on, late, in_time, (code,))


def _together(rows: Sequence[Row], owed: owing.Owing) -> list[Row]:
    """The rows of units that went over into one, put together."""
    under: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        under[owed.shown_under[row.unit]].append(row)
    return [_merged(group, code, owed.later_names.get(code, group[0].names)) for code, group in under.items()]


def _merged(group: Sequence[Row], code: str, names: Mapping[str, str]) -> Row:
    """One row for units that went over into one: the last report of all, or none if one of them gave none."""
    of = tuple(row.unit for row in group)
    due = max(row.due_on for row in group)
    if any(row.act is None for row in group):
        return Row(code, names, due, None, None, None, None, False, of)
    last = max(group, key=lambda row: (row.days_late or 0, row.signed_on or date.min))
    return replace(last, unit=code, names=names, in_time=all(row.in_time for row in group), of=of)
