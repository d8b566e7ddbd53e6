"""Set the address to which messages for an account go; empty: none are made for it."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log
from fasti.access.actor import Actor
from fasti.access.models import Account
from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.operations import granted
from fasti.operations.close_account import open_one
from fasti.operations.open_account import CannotChangeAccount

LONGEST = 254


def set_email(
    name: str, email: str, *, pack: charter.Pack, at: datetime, actor: str | Actor, lang: str = "en"
) -> Account:
    """Set it for one's own account, or for one that one may open; raises `CannotChangeAccount`."""
    who = actors.of(actor)
    with transaction.atomic():
        account = open_one(name)
        is_own = who.sight.account is not None and who.sight.account.pk == account.pk
        found = [] if is_own else granted.check_account(who, account.person_id, pack=pack, lang=lang)
        if not found and not _is_address(email):
            found = [Finding("account-email-malformed", {"value": texts.readable(email)[:LONGEST]})]
        if found:
            raise CannotChangeAccount(found)
        account.email = email
        account.save(update_fields=["email"])
        if who.is_kept:
            log.keep(who.sight, "email.set", at=at, person=account.person_id, detail=name)
    return account


def _is_address(email: str) -> bool:
    if not email:
        return True
    try:
        validate_email(email)
    except ValidationError:
        return False
    return len(email) <= LONGEST and texts.is_keepable(email)
