"""What was given on a form for a period: the reports that stand, each with the unit whose it is, and states of returns.

A return is its unit's, whoever handed it in: what a successor hands in for a merged unit is not its own. One that
was sent back is not given until it is handed in again; then it counts from the day of its first handing in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from fasti.acts.models import Act, Effect, Relation
from fasti.dates import axes, periods
from fasti.effects import as_known, returning
from fasti.indicators import alive, bases, perimeter
from fasti.indicators import tree as trees
from fasti.register.models import ReturnState
from fasti.register.rows import ReturnRow

Key = tuple[int, str]
"""A unit or organ by its id, and the code of a period."""


def reports(form: str, period: periods.Period, known: date | None, database: str) -> dict[int, list[Act]]:
    """The reports on the period that stand, by the unit or organ whose they are, earliest first."""
    return {unit: acts for (unit, _), acts in reports_of(form, [period.code], known, database).items()}


def reports_of(
    form: str, codes: Collection[str], known: date | None, database: str, *, by: Collection[int] | None = None
) -> dict[Key, list[Act]]:
    """The same for several periods, in as many queries. `by`: only of these issuers."""
    acts = Act.objects.using(database).filter(form=form, period__in=codes)
    if by is not None:
        acts = acts.filter(issuer__in=by)
    links = Relation.objects.using(database).filter(kind=bases.WITHDRAWS)
    if known is not None:
        acts = acts.filter(recorded_at__lt=axes.known_before(known))
        links = links.filter(act__recorded_at__lt=axes.known_before(known))
    dead = alive.withdrawn(links.values_list("act", "target"))
    standing = [
        act for act in acts.select_related("issuer").order_by("signed_on", "id") if act.pk not in dead
    ]
    handed_in = _handed_in([act.pk for act in standing], database)
    units = {unit for units in handed_in.values() for unit in units}
    rows = states_of(form, codes, units, known, database) if units else {}
    found: dict[Key, list[Act]] = defaultdict(list)
    for act in standing:
        for unit in handed_in.get(act.pk, [act.issuer_id]):
            key = unit, str(act.period)
            if key not in rows or rows[key][-1].state != returning.SENT_BACK:
                found[key].append(act)
    return found


def _handed_in(acts: Collection[int], database: str) -> dict[int, list[int]]:
    """The units whose returns acts hand in, by act."""
    rows = Effect.objects.using(database).filter(act__in=acts, kind="SUBMIT_RETURN").order_by("id")
    found: dict[int, list[int]] = defaultdict(list)
    for act, unit in rows.values_list("act", "unit"):
        found[act].append(unit)
    return found


def states(
    form: str, period: periods.Period, units: Collection[int], known: date | None, database: str
) -> dict[int, list[ReturnRow]]:
    """The states of the returns of units in their order, where there are any."""
    return {unit: rows for (unit, _), rows in states_of(form, [period.code], units, known, database).items()}


def states_of(
    form: str, codes: Collection[str], units: Collection[int], known: date | None, database: str
) -> dict[Key, list[ReturnRow]]:
    """The same for several periods, in as many queries."""
    found: dict[Key, list[ReturnRow]] = defaultdict(list)
    for row in _rows(form, set(codes), units, known, database):
        found[row.unit, row.period].append(row)
    return dict(found)


def _rows(
    form: str, codes: Collection[str], units: Collection[int], known: date | None, database: str
) -> Iterable[ReturnRow]:
    if known is None:
        query = ReturnState.objects.using(database).filter(form=form, period__in=codes, unit__in=list(units))
        for values in query.order_by("starts_on", "opened_by").values_list(*ReturnRow._fields):
            yield ReturnRow(*values)
        return
    before = axes.known_before(known)
    if before is None:
        raise ValueError(known)
    for rows in as_known.rows_of_each("return", units, known_before=before).values():
        yield from (row for row in rows if row.form == form and row.period in codes)


def with_organs(place: int, tree: trees.Tree, kinds: Mapping[str, perimeter.Kind]) -> Iterable[int]:
    """The unit at a place and the organs that serve it."""
    yield int(tree.units[place])
    for child in tree.children(place):
        if kinds[tree.kinds[child]].is_organ:
            yield from with_organs(child, tree, kinds)
