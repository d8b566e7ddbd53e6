"""Returns in somebody's hands: sent back to one's unit, opened again for it, or handed in to it and not answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from fasti import charter, words
from fasti.access import returns as access
from fasti.access import rights
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import returning
from fasti.register import read
from fasti.register.models import ReturnState, UnitSpan
from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.item import MOST, Item, Step, days_late
from fasti.reports.waiting.place import Place

_STEPS = {returning.SENT_BACK: "correct", returning.REOPENED: "fill-return"}
_NAMED = 3
"""So many reasons are told of a return sent back."""


def items(asked: Asked, place: Place) -> Iterator[Item]:
    """What one's unit must correct or hand in again; then what it must answer; so for those it answers for."""
    wanted = Q(pk__in=())
    held = [right for right in (rights.DRAFT, rights.ISSUE) if asked.sight.may(right, place.unit)]
    units = place.answers_for if held else frozenset[int]()
    if rights.DRAFT in held:
        wanted |= Q(unit__in=units, state__in=tuple(_STEPS))
    if rights.ISSUE in held:
        wanted |= Q(recipient__in=units, state=returning.SUBMITTED)
    states = ReturnState.objects.filter(wanted, ends_before=None).select_related("unit", "opened_by")
    found = [
        row for row in states.order_by("starts_on", "id")[:MOST] if access.sees(asked.sight, row.unit_id)
    ]
    asked.names.learn(row.unit_id for row in found)
    for row in found:
        yield _to_answer(asked, row) if row.state == returning.SUBMITTED else _own(asked, place, row)


def _own(asked: Asked, place: Place, row: ReturnState) -> Item:
    data = row.opened_by.data if row.opened_by else {}
    reasons = list(data.get("reasons", {}).values()) or [str(data.get("explanation", ""))]
    state = row.state.replace("_", "-")
    if row.unit_id != place.unit:
        state += "-of"
    duty = _duty(asked.pack, place, row)
    return Item(
        kind="report",
        key=f"return:{row.unit.code}:{row.form}:{row.period}",
        what=asked.say(f"waiting-return-{state}", unit=asked.unit(row.unit.code), **_told(asked, row)),
        why="; ".join(reasons[:_NAMED]),
        unit=row.unit.code,
        article=duty.reference if duty else "",
        due_on=duty.due if duty else None,
        since=row.starts_on,
        days_late=days_late(duty.due if duty else None, asked.day),
        step=_step(_STEPS[row.state], row),
    )


def _to_answer(asked: Asked, row: ReturnState) -> Item:
    return Item(
        kind="report",
        key=f"answer:{row.unit.code}:{row.form}:{row.period}",
        what=asked.say("waiting-return-to-answer", unit=asked.unit(row.unit.code), **_told(asked, row)),
        why=asked.say("waiting-return-to-answer-why", n=row.version, day=asked.day_in(row.starts_on)),
        unit=row.unit.code,
        article=_article(asked.pack, row),
        due_on=None,
        since=row.starts_on,
        days_late=0,
        step=_step("answer", row),
    )


def _told(asked: Asked, row: ReturnState) -> dict[str, str]:
    period = words.period(periods.Period.parse(row.period), asked.lang)
    return {"form": asked.pack.name("form", row.form, asked.lang), "period": period}


def _step(verb: str, row: ReturnState) -> Step:
    return Step(verb, "return", {"form": row.form, "unit": row.unit.code, "period": row.period})


def _last_day(row: ReturnState) -> date:
    return periods.Period.parse(row.period).last_day


def _article(pack: charter.Pack, row: ReturnState) -> str:
    try:
        return pack.form(row.form, as_of=_last_day(row)).reference
    except charter.NoRule:
        return ""


def _duty(pack: charter.Pack, place: Place, row: ReturnState) -> rules.Obligation | None:
    """The duty of the period, by the kind that the unit then was."""
    day = _last_day(row)
    if row.unit_id == place.unit:
        kind = place.ledger.kind(day)
    else:
        kind = UnitSpan.objects.filter(read.on(day), unit=row.unit_id).values_list("kind", flat=True).first()
    return pack.duty_of_kind(row.form, kind or "", periods.Period.parse(row.period))
