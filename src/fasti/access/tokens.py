"""Tokens: keys by which programs work with the rights of one tenure. They end with it, and only their hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from fasti.access.models import Account, Token
from fasti.register import read
from fasti.register.models import Tenure

API, CALENDAR = "api", "calendar"
PURPOSES = (API, CALENDAR)
_PREFIX = "fasti_"
_BYTES = 32


def secret() -> str:
    """A new key: 256 bits of chance, recognised as ours by its beginning."""
    return _PREFIX + secrets.token_urlsafe(_BYTES)


def hashed(key: str) -> str:
    """What is kept of a key. It is too long to be guessed, so that one round suffices."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def find(key: str, *, purpose: str, day: date) -> Token | None:
    """The token with this key, if it works on the day: not revoked, its account open, its tenure held."""
    return (
        working(day=day).filter(hash=hashed(key), purpose=purpose).select_related("account__person").first()
    )


def working(*, day: date) -> QuerySet[Token]:
    """The tokens that work on a day."""
    held = Tenure.objects.filter(
        read.on(day), opened_by=OuterRef("tenure_effect"), person=OuterRef("account__person")
    )
    return Token.objects.filter(
        Exists(held), revoked_at=None, account__is_active=True, account__closed_at=None
    )


def of_account(account: Account) -> QuerySet[Token]:
    """The tokens of an account, the newest first."""
    return Token.objects.filter(account=account).select_related("tenure_effect").order_by("-id")
