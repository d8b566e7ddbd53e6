"""Returns owed, as rows: for each unit that stood on a period's last day and owed one, when it first came, how late.

What came is a return handed in or, where none was, a report on the period without figures: the unit's own, or of one of
its organs. It is judged as in `fasti return timeliness`. Whoever gave nothing has a row without an act.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import ibis

from fasti.indicators.duties import Duty

IN_TIME, LATE, MISSING = "in_time", "late", "missing"
SUBMIT_RETURN = "SUBMIT_RETURN"
_LAST = date(9999, 12, 31)
_NOBODY = Duty("", "", "", (), _LAST, _LAST, _LAST, "")
"""So that where no duty is laid down the relation has its columns and no row."""
_KEY = ("unit_id", "form", "period")


def rows(span: Any, duties: Sequence[Duty]) -> Any:
    """Who owed: unit, form, period and level, with the days that count."""
    return ibis.union(*(_owing(span, duty) for duty in (*duties, _NOBODY)), distinct=False)


def _owing(span: Any, duty: Duty) -> Any:
    last = _day(duty.last_on)
    stood = (span.starts_on <= last) & (span.ends_before.isnull() | (span.ends_before > last))
    kind = span.kind.isin(duty.kinds) if duty.kinds else ibis.literal(False)
    return span.filter(kind & stood).select(
        "unit_id", form=ibis.literal(duty.form), period=ibis.literal(duty.period), level=ibis.literal(duty.level),
        last_on=last, due_on=_day(duty.due_on), in_time_until=_day(duty.in_time_until),
    )  # fmt: skip


def handed_in(state: Any, effect: Any, duties: Sequence[Duty]) -> Any:
    """The first handing in of each return: its day, effect and act."""
    found = _first(_of_forms(state.filter(state.version > 0), duties), "starts_on", "opened_by_id")
    acts = effect.select(first_id=effect.id, handing_act=effect.act_id)
    found = found.left_join(acts, found.opened_by_id == acts.first_id)
    return found.select(
        *(_under(found, "came", name) for name in _KEY),
        came_on=found.starts_on, came_by=found.opened_by_id, came_act=found.handing_act,
    )  # fmt: skip


def reported(act: Any, effect: Any, organs: Any, duties: Sequence[Duty], deep: int) -> Any:
    """The first report that stands of each unit: its day and act. `organs`: spans of organs; `deep`: how nested."""
    handing = (
        effect.filter(effect.kind == SUBMIT_RETURN).select(of_act="act_id", of_unit="unit_id").distinct()
    )
    told = _of_forms(act, duties)
    told = told.left_join(handing, told.id == handing.of_act)
    last = {duty.period: duty.last_on for duty in (*duties, _NOBODY)}
    found = told.select(
        "form", "period", "signed_on", unit_id=ibis.coalesce(told.of_unit, told.issuer_id), act_id=told.id,
        until_day=told.period.cases(*((code, _day(day)) for code, day in last.items()), else_=_day(_LAST)),
    )  # fmt: skip
    for _ in range(deep):
        found = _of_the_served(found, organs)
    found = _first(found, "signed_on", "act_id")
    return found.select(
        *(_under(found, "told", name) for name in _KEY), told_on=found.signed_on, told_act=found.act_id
    )


def _of_the_served(found: Any, organs: Any) -> Any:
    """Reports of organs as those of the unit they stand under, the others as they are."""
    found = found.view()  # What was joined before is one table from here on.
    above = organs.select(
        organ="unit_id", serves="parent_id", since="starts_on",
        until=ibis.coalesce(organs.ends_before, _day(_LAST)),
    )  # fmt: skip
    met = [found.unit_id == above.organ, above.since <= found.until_day, above.until > found.until_day]
    joined = found.left_join(above, met)
    joined = joined.select(*(joined[name] for name in found.columns), joined.serves)
    return joined.mutate(unit_id=ibis.coalesce(joined.serves, joined.unit_id)).drop("serves")


def judged(owing: Any, came: Any, told: Any, days: Callable[[Any, Any], Any]) -> Any:
    """What was owed with what came of it: `state`, `first_on`, `days_late`, `effect_id`, `act_id`."""
    found = owing.left_join(came, [owing[name] == came[f"came_{name}"] for name in _KEY])
    found = found.left_join(told, [found[name] == told[f"told_{name}"] for name in _KEY])
    first = ibis.coalesce(found.came_on, found.told_on)
    found = found.mutate(
        first_on=first, effect_id=found.came_by, act_id=ibis.coalesce(found.came_act, found.told_act)
    )
    is_late = found.first_on > found.due_on
    late = days(found.first_on, found.due_on).cast("int64")
    state = ibis.cases(
        (found.first_on.isnull(), MISSING), (found.first_on <= found.in_time_until, IN_TIME), else_=LATE
    )
    days_late = ibis.cases((found.first_on.isnull(), ibis.null("int64")), (is_late, late), else_=0)
    found = found.mutate(state=state, days_late=days_late)
    wanted = (*owing.columns, "first_on", "effect_id", "act_id", "state", "days_late")
    return found.select(*wanted)


def _of_forms(table: Any, duties: Sequence[Duty]) -> Any:
    every = (*duties, _NOBODY)
    forms, codes = sorted({each.form for each in every}), sorted({each.period for each in every})
    return table.filter(table.form.isin(forms) & table.period.isin(codes) & (table.form != ""))


def _first(table: Any, day: str, then: str) -> Any:
    """The earliest row of each unit, form and period."""
    order = ibis.window(group_by=list(_KEY), order_by=[day, then])
    found = table.mutate(nth=ibis.row_number().over(order))
    return found.filter(found.nth == 0).drop("nth")


def _under(table: Any, what: str, name: str) -> Any:
    return table[name].name(f"{what}_{name}")


def _day(day: date) -> Any:
    return ibis.literal(day, type="date")
