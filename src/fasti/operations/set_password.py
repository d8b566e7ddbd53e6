"""Give an account a new first password, for whoever has lost theirs: told once, to be changed at the next sign-in.

Whoever may open accounts must not come by this to what they are not cleared for: the account of somebody who sees
more, and has used it, gets a new password at the machine itself.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log, sight
from fasti.access.actor import Actor
from fasti.access.models import Account
from fasti.acts.findings import Finding
from fasti.operations import granted
from fasti.operations.close_account import open_one
from fasti.operations.open_account import CannotChangeAccount, Opened, made_up


def set_password(
    name: str, *, pack: charter.Pack, at: datetime, actor: str | Actor, lang: str = "en"
) -> Opened:
    """A new password for the account of that name; whoever is signed in by it is signed out.

    Raises `CannotChangeAccount`.
    """
    who = actors.of(actor)
    with transaction.atomic():
        account = open_one(name)
        found = granted.check_account(who, account.person_id, pack=pack, lang=lang)
        if not found and account.last_login is not None and sees_more(account, who, pack):
            found = [Finding("account-above", {"value": name})]
        if found:
            raise CannotChangeAccount(found)
        given = made_up()
        account.set_password(given)
        account.last_login = None
        account.save(update_fields=["password", "last_login"])
        if who.is_kept:
            log.keep(who.sight, "password.set", at=at, person=account.person_id, detail=name)
    return Opened(account, given)


def sees_more(account: Account, who: Actor, pack: charter.Pack) -> bool:
    """Whether the account is cleared for more than the actor, or registers accounts itself."""
    if granted.is_everything(who.sight):
        return False
    theirs = sight.of_account(account, pack=pack, day=who.sight.day).grants
    own = max((grant.clearance for grant in who.sight.grants), default=0)
    return account.is_registrar or any(grant.clearance > own for grant in theirs)
