"""Which returns were owed for the periods that end within others: by form, period and level, with the days that count.

They stand in the rule book alone, as it was on each period's last day. Who of a level stood that day, and what came of
it, is asked of the record (see `owed`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.dates import periods
from fasti.indicators import perimeter

RELATION = "duties"
"""The relation of figures about returns that were owed."""


@dataclass(frozen=True, slots=True)
class Duty:
    """The units of a level owed a return on a form for a period."""

    form: str
    period: str
    level: str
    kinds: tuple[str, ...]
    """The kinds of unit of that level on the day; organs owe none."""
    last_on: date
    """The period's last day: who stood on it, owed."""
    due_on: date
    in_time_until: date
    """The last day of grace."""
    reference: str
    """The article."""


def of(
    pack: charter.Pack, asked: Iterable[periods.Period], standing: perimeter.Standings
) -> tuple[Duty, ...]:
    """The duties for all periods that end within those asked about, each once; empty where none is laid down."""
    found = {
        (each.form, each.period, each.level): each for span in asked for each in _of(pack, span, standing)
    }
    return tuple(found[key] for key in sorted(found))


def _of(pack: charter.Pack, span: periods.Period, standing: perimeter.Standings) -> Iterator[Duty]:
    for form, period in _reported(pack, span):
        kinds = perimeter.kinds(standing, pack, as_of=period.last_day)
        for level in pack.levels:
            own = tuple(kind for kind, each in kinds.items() if each.level == level.id and not each.is_organ)
            try:
                duty = pack.obligation(form, level=level.id, period=period)
            except charter.NoRule:
                continue
            yield Duty(
                form, period.code, level.id, own, period.last_day, duty.due, duty.in_time_until, duty.reference
            )  # fmt: skip


def _reported(pack: charter.Pack, span: periods.Period) -> Iterator[tuple[str, periods.Period]]:
    """The forms, and the periods reported on them that end within a span; by the forms in force on each last day."""
    ends = {month.last_day for month in span.months()} or {span.last_day}
    for day in sorted(ends):
        for form in pack.forms(as_of=day):
            for kind in pack.form(form, as_of=day).period_kinds:
                period = periods.of_day(kind, day)
                if period.last_day == day:
                    yield form, period


def organs_deep(pack: charter.Pack, as_of: date) -> int:
    """How many organs may stand between an act and the unit it is of: an office of a committee of a unit is two."""
    kinds = {id: pack.unit_kind(id, as_of=as_of) for id in pack.unit_kinds(as_of=as_of)}
    organs = {id for id, kind in kinds.items() if kind.is_organ}
    deep, standing = 0, organs
    while standing and deep < len(organs):
        deep, standing = deep + 1, {id for id in organs if standing & set(kinds[id].parents)}
    return deep
