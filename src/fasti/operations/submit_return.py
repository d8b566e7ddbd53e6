"""Hand in a return: the register's figures of the moment and what the unit has filled in become an act of the unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from fasti import charter
from fasti.access.actor import Actor
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.effects import handing_in, store
from fasti.effects.case import Case
from fasti.effects.state import State
from fasti.operations import issue_act, return_heads
from fasti.returns import sheet as sheets
from fasti.returns.models import ReturnDraft
from fasti.subjects.models import Unit


def content(
    unit: str,
    form: str,
    period: periods.Period,
    head: Mapping[str, Any],
    *,
    pack: charter.Pack,
    known_on: date,
) -> dict[str, Any]:
    """The draft of the act: to be looked at before it is issued. Raises `NoSheet` and `CannotCompute`.

    `head`: `signed_on` at least; issuer, signer and title follow from the rules where they are left out.
    """
    signed_on = date.fromisoformat(str(head["signed_on"]))
    sheet = sheets.sheet(pack, form, unit=unit, period=period, day=signed_on)
    codes = dict(Unit.objects.filter(id=sheet.recipient).values_list("id", "code"))
    effect = {
        "kind": "SUBMIT_RETURN", "unit": unit, "other_unit": codes[sheet.recipient], "return_form": form,
        "period": period.code, "known_on": known_on.isoformat(), "computed": dict(sheet.computed),
        **{part: sheet.content[part] for part in sheets.PARTS if sheet.content.get(part)},
        "on": signed_on.isoformat(),
    }  # fmt: skip
    served = handing_in.heir(Case(State(store.Stored()), pack), sheet.unit, signed_on)
    offices = sheet.form.handed_in.signers if sheet.form.handed_in else ()
    made = return_heads.head(
        "SUBMIT_RETURN", served=served, form=form, period=period, given=head, pack=pack, offices=offices
    )
    return {**made, "form": form, "period": period.code, "effects": [effect]}


def submit(
    unit: str,
    form: str,
    period: periods.Period,
    head: Mapping[str, Any],
    *,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue the act that hands a unit's return in; the sheet in work is gone with it.

    Raises `issue_act.CannotIssue` with everything that stands in the way, `NoSheet` and `CannotCompute`.
    """
    drafted = content(unit, form, period, head, pack=pack, known_on=recorded_at.date())
    with transaction.atomic():
        (act,) = issue_act.issue([drafted], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang)
        ReturnDraft.objects.filter(unit__code=unit, form=form, period=period.code).delete()
        return act
