"""Revoke a token: from now on it opens nothing. Revoked tokens are kept, so that the log can be read."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from fasti import charter
from fasti.access import log, sight
from fasti.access.models import Account, Token


class NotMade(LookupError):
    """The account has no such token that still works."""


def revoke(account: Account, token: int, *, at: datetime, pack: charter.Pack, actor: str = "") -> Token:
    """The token, revoked; raises `NotMade` for one of another account, or one that was revoked before."""
    with transaction.atomic():
        found = Token.objects.select_for_update().filter(id=token, account=account, revoked_at=None).first()
        if found is None:
            raise NotMade(token)
        found.revoked_at = at
        found.save(update_fields=["revoked_at"])
        whose = sight.of_account(account, pack=pack, day=at.date())
        log.keep(
            whose, "token.revoked", at=at, person=account.person_id, detail=f"{found.name} {actor}".strip()
        )
    return found
