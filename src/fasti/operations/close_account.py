"""Close an account: nobody signs in by it any more, and no program works with its tokens. What it did stays known."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log
from fasti.access.actor import Actor
from fasti.access.models import Account, Token
from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.operations import granted
from fasti.operations.open_account import CannotChangeAccount


def close_account(
    name: str, *, pack: charter.Pack, at: datetime, actor: str | Actor, lang: str = "en"
) -> Account:
    """Close the account of that name; raises `CannotChangeAccount`."""
    who = actors.of(actor)
    with transaction.atomic():
        account = open_one(name)
        if found := granted.check_account(who, account.person_id, pack=pack, lang=lang):
            raise CannotChangeAccount(found)
        account.is_active, account.closed_at = False, at
        account.save(update_fields=["is_active", "closed_at"])
        Token.objects.filter(account=account, revoked_at=None).update(revoked_at=at)
        if who.is_kept:
            log.keep(who.sight, "account.closed", at=at, person=account.person_id, detail=name)
    return account


def open_one(name: str) -> Account:
    """The account of that name, locked for a change; raises `CannotChangeAccount` if there is none or it is closed."""
    known = Account.objects.select_for_update().filter(name=name) if texts.is_keepable(name) else None
    account = known.first() if known is not None else None
    if account is None:
        raise CannotChangeAccount([Finding("unknown-account", {"value": texts.readable(name)})])
    if account.closed_at is not None:
        raise CannotChangeAccount([Finding("account-closed", {"value": name})])
    return account
