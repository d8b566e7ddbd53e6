"""Take the second steps of signing in from an account whose holder has lost the device: the next sign-in asks for none.

It is done under the same conditions as giving a new password, for it opens the same way: an account of somebody who
sees more is helped at the machine itself.
"""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.operations import granted, set_password
from fasti.operations.close_account import open_one
from fasti.operations.open_account import CannotChangeAccount


def forget_factors(
    name: str, *, pack: charter.Pack, at: datetime, actor: str | Actor, lang: str = "en"
) -> int:
    """Remove app, passkeys and recovery codes of the account of that name; how many there were.

    Raises `CannotChangeAccount`.
    """
    who = actors.of(actor)
    with transaction.atomic():
        account = open_one(name)
        found = granted.check_account(who, account.person_id, pack=pack, lang=lang)
        if not found and set_password.sees_more(account, who, pack):
            found = [Finding("account-above", {"value": name})]
        if found:
            raise CannotChangeAccount(found)
        num, _ = Authenticator.objects.filter(user=account).delete()
        if who.is_kept:
            log.keep(who.sight, "factor.removed", at=at, person=account.person_id, detail=name)
    return int(num)
