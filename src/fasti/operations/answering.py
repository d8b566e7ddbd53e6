"""The act by which a recipient answers a return, or several at once: one effect for each, on a version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.effects import handing_in, store
from fasti.effects.case import Case
from fasti.effects.state import State
from fasti.operations import issue_act, return_heads
from fasti.register.models import ReturnState
from fasti.subjects.models import Unit


def answer(
    kind: str,
    form: str,
    period: periods.Period,
    told: Mapping[str, Mapping[str, Any]],
    head: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue the act with an effect of a kind on each unit's return. `told`: by unit what the effect says beside it.

    `head`: `signed_on` at least. Raises `issue_act.CannotIssue`.
    """
    drafted = content(kind, form, period, told, head, pack=pack)
    (act,) = issue_act.issue([drafted], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang)
    return act


def content(
    kind: str,
    form: str,
    period: periods.Period,
    told: Mapping[str, Mapping[str, Any]],
    head: Mapping[str, Any],
    *,
    pack: charter.Pack,
) -> dict[str, Any]:
    """The draft of that act: to be looked at before it is issued. Raises `issue_act.CannotIssue`."""
    effects = [
        {"kind": kind, "unit": unit, "return_form": form, "period": period.code, **more}
        for unit, more in told.items()
    ]
    first = next(iter(told), "")
    day = date.fromisoformat(str(head["signed_on"]))
    served = _recipient(first, form, period, day, pack)
    made = return_heads.head(kind, served=served, form=form, period=period, given=head, pack=pack)
    return {**made, "effects": effects}


def version(unit: str, form: str, period: periods.Period, given: int | None) -> int:
    """The version that is answered: the one given, else the last that was handed in; raises `CannotIssue`."""
    if given is not None:
        return given
    rows = ReturnState.objects.filter(unit__code=unit, form=form, period=period.code)
    last = rows.order_by("starts_on", "opened_by").values_list("version", flat=True).last()
    if last is None:
        args: dict[str, object] = {"unit": unit, "return_form": form, "period": period.code}
        raise issue_act.CannotIssue([Finding("return-not-submitted", args)])
    return int(last)


def _recipient(unit: str, form: str, period: periods.Period, day: date, pack: charter.Pack) -> int:
    """The unit that answers for a return; raises `CannotIssue` for a unit or form there is not."""
    id = Unit.objects.filter(code=unit).values_list("id", flat=True).first()
    if id is None:
        raise issue_act.CannotIssue([Finding("unknown-unit", {"unit": unit})])
    try:
        rule = pack.form(form, as_of=period.last_day)
    except charter.NoRule:
        raise issue_act.CannotIssue([Finding("unknown-form", {"value": form})]) from None
    case = Case(State(store.Stored()), pack)
    there = handing_in.heir(case, id, day)
    to = handing_in.recipient(case, there, day, rule.handed_in) if rule.handed_in else None
    return to or there
