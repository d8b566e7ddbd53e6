"""Put into the outbox that returns were sent back or accepted, in the transaction of the act that did it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from fasti import charter
from fasti.access.models import Account
from fasti.acts.models import Effect
from fasti.dates import periods
from fasti.effects import handing_in, store
from fasti.effects.case import Case
from fasti.effects.state import State
from fasti.operations import outbox
from fasti.returns import recipients
from fasti.returns.models import Notice

TOLD = {"SEND_BACK_RETURN": "sent_back", "ACCEPT_RETURN": "accepted"}
"""The effects on returns that their units are told of."""
OLD = timedelta(days=31)
"""An answer older than this when it is recorded is history: nobody is told."""


Readers = Mapping[int, Sequence[Account]]
"""The accounts that are told, by the unit they serve."""


def readers(contents: Iterable[Mapping[str, Any]], *, pack: charter.Pack, day: date) -> Readers:
    """Whom to tell of the answers in drafts, should they be issued; nobody where there is none.

    It asks for what every account may do, so it is to be called before anybody is kept waiting.
    """
    return recipients.working_for(pack, day=day) if any(map(_has_answer, contents)) else {}


def _has_answer(content: Any) -> bool:
    effects = content.get("effects") if isinstance(content, Mapping) else None
    listed = effects if isinstance(effects, list | tuple) else ()
    return any(str(each.get("kind")) in TOLD for each in listed if isinstance(each, Mapping))


def tell(effects: Iterable[Effect], to: Readers, *, pack: charter.Pack) -> None:
    """Tell of the answers among the effects of acts that are being issued; to be called while they are."""
    told = [each for each in effects if each.kind in TOLD and each.recorded_at.date() - each.on <= OLD]
    if not told or not to:
        return
    day = max(each.recorded_at.date() for each in told)
    case = Case(State(store.Stored()), pack)
    outbox.keep([
        _answer(each, account, pack)
        for each in told
        for account in to.get(handing_in.heir(case, each.unit_id or 0, day), [])
    ])  # fmt: skip


def _answer(effect: Effect, account: Account, pack: charter.Pack) -> Notice:
    period = periods.Period.parse(effect.data["period"])
    form = pack.form(effect.data["return_form"], as_of=period.last_day)
    return Notice(
        account=account, kind=TOLD[effect.kind], key=f"effect:{effect.id}", unit_id=effect.unit_id, form=form.id,
        period=period.code, article=form.reference[:250], cause=effect,
        made_at=effect.recorded_at, not_before=effect.recorded_at,
    )  # fmt: skip
