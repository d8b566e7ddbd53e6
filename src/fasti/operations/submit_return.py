"""Hand in a return: the register's figures of the moment and what the unit has filled in become an act of the unit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access.actor import Actor
from fasti.access.sight import OPERATOR, Sight
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.effects import consolidating, handing_in, store
from fasti.effects.case import Case
from fasti.effects.state import State
from fasti.operations import fill_return, issue_act, own_sheet, return_heads
from fasti.reports import returned
from fasti.returns import consolidate
from fasti.returns import sheet as sheets
from fasti.returns.models import ReturnDraft
from fasti.subjects.models import Unit

_AFTER_ALL = 1 << 62
"""Later than every effect of its day."""


def content(
    unit: str,
    form: str,
    period: periods.Period,
    head: Mapping[str, Any],
    *,
    pack: charter.Pack,
    known_on: date,
    sight: Sight = OPERATOR,
) -> dict[str, Any]:
    """The draft of the act: to be looked at before it is issued. Raises `CannotIssue`, `NoSheet` and `CannotCompute`.

    `head`: `signed_on` at least; issuer, signer and title follow from the rules where they are left out. `sight`: of
    whoever hands it in, who takes nothing over from acts that are closed to them.
    """
    signed_on = date.fromisoformat(str(head["signed_on"]))
    try:
        sheet = own_sheet.sheet(pack, form, unit=unit, period=period, day=signed_on, sight=sight)
    except own_sheet.NotGranted as error:
        raise issue_act.CannotIssue(error.findings) from error
    if blind := [each for each in sheet.findings if each.code == returned.EARLIER_CLOSED]:
        raise issue_act.CannotIssue(blind)
    codes = dict(Unit.objects.filter(id=sheet.recipient).values_list("id", "code"))
    effect = {
        "kind": "SUBMIT_RETURN", "unit": unit, "other_unit": codes[sheet.recipient], "return_form": form,
        "period": period.code, "known_on": known_on.isoformat(), "computed": dict(sheet.computed),
        **{part: sheet.content[part] for part in sheets.PARTS if sheet.content.get(part)},
        "on": signed_on.isoformat(),
    }  # fmt: skip
    case = Case(State(store.Stored()), pack)
    effect |= _beneath(sheet, case, signed_on)
    served = handing_in.heir(case, sheet.unit, signed_on)
    offices = sheet.form.handed_in.signers if sheet.form.handed_in else ()
    made = return_heads.head(
        "SUBMIT_RETURN", served=served, form=form, period=period, given=head, pack=pack, offices=offices
    )
    return {**made, "form": form, "period": period.code, "effects": [effect]}


def _beneath(sheet: sheets.Sheet, case: Case, signed_on: date) -> dict[str, Any]:
    """What had been accepted by the day of the returns owed to the unit, and where it is no longer the register's."""
    found = consolidating.together(case, sheet.unit, sheet.form, sheet.period, before=(signed_on, _AFTER_ALL))
    units = Unit.objects.filter(id__in=(*found.included, *found.missing))
    said = consolidating.said(found, dict(units.values_list("id", "code")))
    if found.included:
        now = consolidate.consolidate(case.pack, sheet.form.id, unit=sheet.code, period=sheet.period)
        differences: dict[str, list[str]] = {}
        for each in now.deviations:
            if each.unit in said["included"]:
                told = f"{each.unit} {each.reason} {each.known_on.isoformat()}"
                differences.setdefault(each.figure, []).append(told)
        said["differences"] = differences
    return {part: value for part, value in said.items() if value}


def submit(
    unit: str,
    form: str,
    period: periods.Period,
    head: Mapping[str, Any],
    *,
    version: int | None = None,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue the act that hands a unit's return in; the sheet in work is gone with it.

    `version`: that of the sheet that was looked at (None: whatever it is). Raises `issue_act.CannotIssue` with all that
    stands in the way, `NoSheet`, `CannotCompute`, and `Stale` when somebody has changed the sheet meanwhile.
    """
    kept = ReturnDraft.objects.filter(unit__code=unit, form=form, period=period.code)
    read = kept.values_list("version", flat=True).first() or 0
    if version not in (None, read):
        raise fill_return.Stale(read)
    sight = actors.of(actor).sight
    drafted = content(unit, form, period, head, pack=pack, known_on=recorded_at.date(), sight=sight)
    with transaction.atomic():
        now = kept.select_for_update().values_list("version", flat=True).first() or 0
        if now != read:
            raise fill_return.Stale(now)
        (act,) = issue_act.issue([drafted], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang)
        kept.filter(version=read).delete()
        if (begun := kept.values_list("version", flat=True).first()) is not None:
            raise fill_return.Stale(begun)  # Nobody had looked at what was begun meanwhile.
        return act
