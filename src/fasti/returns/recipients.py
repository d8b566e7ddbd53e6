"""Whom messages about the returns of a unit go to: those who serve it with a right that the rule book names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from fasti import charter
from fasti.access import rights, sight
from fasti.access.models import Account

RIGHTS = {"preparers": rights.DRAFT, "signers": rights.ISSUE}
"""Whom `reminder.to` of a pack names, by the right that they have over the unit that owes."""


def working_for(pack: charter.Pack, *, day: date) -> dict[int, list[Account]]:
    """The accounts that are to be told, by the unit they serve: open ones of persons, with an address."""
    wanted = {RIGHTS[each] for each in _to(pack, day)}
    found: dict[int, list[Account]] = defaultdict(list)
    reachable = Account.objects.filter(is_active=True, closed_at=None).exclude(person=None).exclude(email="")
    for account in reachable.order_by("id") if wanted else ():
        seen = sight.of_account(account, pack=pack, day=day)
        if seen.home is not None and any(seen.may(right, seen.home) for right in wanted):
            found[seen.home].append(account)
    return found


def _to(pack: charter.Pack, day: date) -> Sequence[str]:
    try:
        return str(pack.value("reminder.to", as_of=day).value).split()
    except charter.NoRule:
        return ()
