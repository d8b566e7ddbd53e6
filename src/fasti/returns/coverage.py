"""Coverage: of the units that owed a report on a period, how many issued theirs in time, and which are
missing.

Who owes one follows from the tree on the period's last day, whatever became of the units since: 14 of 14
stays 14 of 14. On later boundaries a successor has reported when all its predecessors that owed a report
have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fasti import charter
from fasti.acts.models import Act, Relation
from fasti.dates import axes, periods
from fasti.indicators import alive, bases, engines, perimeter
from fasti.indicators import tree as trees


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
    day = period.last_day
    with engines.opened(known=known, database=database) as engine:
        standing = perimeter.standings(engine)
        ground = perimeter.ground(engine, unit, pack=pack, day=day, as_of=day, database=database)
    around = ground.around
    given = reports(form, period, known, database)
    rows = [
        row
        for code, place in around.members.items()
        if (row := _row(pack, form, period, code, place, ground.tree, ground.kinds, around, given))
    ]
    if boundaries is not None and boundaries != day:
        rows = _on_boundaries(rows, standing.tree(boundaries), boundaries, database)
    in_time = sum(row.in_time for row in rows)
    late = sum(row.act is not None and not row.in_time for row in rows)
    return Coverage(form, period, in_time, late, len(rows), tuple(rows))


def reports(form: str, period: periods.Period, known: date | None, database: str) -> dict[int, list[Act]]:
    """The reports on the period that stand, by issuer, earliest first."""
    acts = Act.objects.using(database).filter(form=form, period=period.code)
    links = Relation.objects.using(database).filter(kind=bases.WITHDRAWS)
    if known is not None:
        acts = acts.filter(recorded_at__lt=axes.known_before(known))
        links = links.filter(act__recorded_at__lt=axes.known_before(known))
    dead = alive.withdrawn(links.values_list("act", "target"))
    found: dict[int, list[Act]] = defaultdict(list)
    for act in acts.select_related("issuer").order_by("signed_on", "id"):
        if act.pk not in dead:
            found[act.issuer_id].append(act)
    return found


def _row(
    pack: charter.Pack,
    form: str,
    period: periods.Period,
    code: str,
    place: int,
    tree: trees.Tree,
    kinds: Mapping[str, perimeter.Kind],
    around: perimeter.Perimeter,
    reports: Mapping[int, Sequence[Act]],
) -> Row | None:
    """What the unit at a place owed and gave, None if it owed nothing."""
    try:
        duty = pack.obligation(form, level=kinds[tree.kinds[place]].level, period=period)
    except charter.NoRule:
        return None
    names = around.names.get(code, {})
    given = [act for issuer in with_organs(place, tree, kinds) for act in reports.get(issuer, ())]
    if not given:
        return Row(code, names, duty.due, None, None, None, None, False, (code,))
    act = min(given, key=lambda act: (act.signed_on, act.pk))
    late = max(0, (act.signed_on - duty.due).days)
    in_time = act.signed_on <= duty.due + timedelta(days=duty.grace_days)
    return Row(code, names, duty.due, act.code, act.symbol, act.signed_on, late, in_time, (code,))


def with_organs(place: int, tree: trees.Tree, kinds: Mapping[str, perimeter.Kind]) -> Iterable[int]:
    """The unit at a place and the organs that serve it."""
    yield int(tree.units[place])
    for child in tree.children(place):
        if kinds[tree.kinds[child]].is_organ:
            yield from with_organs(child, tree, kinds)


def _on_boundaries(rows: Sequence[Row], tree: trees.Tree, day: date, database: str) -> list[Row]:
    """The rows of units that went over into one, put together."""
    units = perimeter.ids_of([row.unit for row in rows], database)
    together: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        together[tree.place(units[row.unit])].append(row)
    heirs = perimeter.codes_of(
        [int(tree.units[place]) for place in together if place != trees.NOWHERE], database
    )
    names = perimeter.names(heirs.values(), day, database)
    found = []
    for place, group in together.items():
        code = heirs[int(tree.units[place])] if place != trees.NOWHERE else group[0].unit
        found.append(_merged(group, code, names.get(code, group[0].names)))
    return found


def _merged(group: Sequence[Row], code: str, names: Mapping[str, str]) -> Row:
    """One row for units that went over into one: the last report of all, or none if one of them gave none."""
    of = tuple(row.unit for row in group)
    due = max(row.due_on for row in group)
    if any(row.act is None for row in group):
        return Row(code, names, due, None, None, None, None, False, of)
    last = max(group, key=lambda row: (row.days_late or 0, row.signed_on or date.min))
    return replace(last, unit=code, names=names, in_time=all(row.in_time for row in group), of=of)
