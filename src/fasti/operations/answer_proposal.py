"""Answer a proposal of a return: an act of whoever owes the answer, or of one above."""

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
from fasti.register.models import Proposal


def answer(
    unit: str,
    form: str,
    period: periods.Period,
    place: tuple[int, int],
    said: str,
    head: Mapping[str, Any],
    *,
    forward_to: str = "",
    explanation: str = "",
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue the act. `place`: version and position; `said`: accepted, declined or forwarded (then `forward_to`).

    `head`: `signed_on` at least; issuer, type and signer follow from the rules. Raises `issue_act.CannotIssue`.
    """
    drafted = content(
        unit, form, period, place, said, head, forward_to=forward_to, explanation=explanation, pack=pack
    )
    (act,) = issue_act.issue([drafted], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang)
    return act


def content(
    unit: str,
    form: str,
    period: periods.Period,
    place: tuple[int, int],
    said: str,
    head: Mapping[str, Any],
    *,
    forward_to: str = "",
    explanation: str = "",
    pack: charter.Pack,
) -> dict[str, Any]:
    """The draft of that act: to be looked at before it is issued. Raises `issue_act.CannotIssue`."""
    version, position = place
    effect = {
        "kind": "ANSWER_PROPOSAL", "unit": unit, "return_form": form, "period": period.code, "version": version,
        "position": position, "answer": said,
        **({"other_unit": forward_to} if forward_to else {}),
        **({"explanation": explanation} if explanation else {}),
    }  # fmt: skip
    day = date.fromisoformat(str(head["signed_on"]))
    served = _served(unit, form, period, place, day, pack)
    made = return_heads.head(
        "ANSWER_PROPOSAL", served=served, form=form, period=period, given=head, pack=pack
    )
    return {**made, "effects": [effect]}


def _served(
    unit: str, form: str, period: periods.Period, place: tuple[int, int], day: date, pack: charter.Pack
) -> int:
    """The unit that owes the answer, or whoever took over from it; raises `CannotIssue` if nothing was proposed."""
    version, position = place
    rows = Proposal.objects.filter(
        unit__code=unit, form=form, period=period.code, version=version, position=position, ends_before=None
    )
    recipient = rows.values_list("recipient", flat=True).first()
    if recipient is None:
        args: dict[str, object] = {
            "unit": unit, "return_form": form, "period": period.code, "version": version, "number": position,
        }  # fmt: skip
        raise issue_act.CannotIssue([Finding("proposal-not-there", args)])
    return handing_in.heir(Case(State(store.Stored()), pack), recipient, day)
