"""Put the reminders of a day into the outbox, by the rules of the day. Asked again, it makes none twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fasti import charter
from fasti.access.models import Account
from fasti.operations import outbox
from fasti.returns import recipients, reminding
from fasti.returns.models import Notice


@dataclass(frozen=True, slots=True)
class Made:
    """How many messages were made, how many were there already, and for how many returns nobody has an address."""

    num_new: int
    num_known: int
    num_unreachable: int


def remind(*, pack: charter.Pack, day: date, at: datetime) -> Made:
    """Make the reminders of a day. `at`: the instant; nothing is sent before it."""
    found = list(reminding.reminders(pack, day=day))
    if not found:
        return Made(0, 0, 0)
    working = recipients.working_for(pack, day=day)
    heirs = reminding.heirs({each.unit for each in found}, day=day)
    wanted, unreachable = [], 0
    for each in found:
        accounts = working.get(heirs.get(each.unit, each.unit), [])
        unreachable += not accounts
        wanted += [_reminder(each, account, at) for account in accounts]
    new = outbox.keep(wanted)
    return Made(new, len(wanted) - new, unreachable)


def _reminder(each: reminding.Reminder, account: Account, at: datetime) -> Notice:
    key = f"{each.kind}:{each.num_days}:{each.unit}:{each.form}:{each.period.code}"
    return Notice(
        account=account, kind=each.kind, key=key, unit_id=each.unit, form=each.form, period=each.period.code,
        due_on=each.due_on, article=each.article[:250], made_at=at, not_before=at,
    )  # fmt: skip
