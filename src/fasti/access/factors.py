"""Second factors of accounts: the keys of authenticator apps, recovery codes, passkeys.

What opens by being known (keys of apps, seeds of recovery codes) is kept sealed with the key of the installation. No
backup holds that key; under another one these factors are lost until it is put back, and that can be told.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import connection

STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second factor. Recovery codes alone do not."""


def has_one(account: int) -> bool:
    """Whether an account (id) has a second factor."""
    return bool(Authenticator.objects.filter(user_id=account, type__in=STRONG).exists())


def seal(text: str) -> str:
    """Seal a secret with the key of the installation."""
    return _seal().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str | None:
    """Open a secret; None: it was sealed with another key."""
    try:
        return _seal().decrypt(sealed).decode()
    except InvalidToken:
        return None


def closed() -> list[str]:
    """Names of open accounts of which an app or recovery codes were sealed with another key: no code fits."""
    with connection.cursor() as cursor:
        # As text: what is kept is looked at too when a record is damaged, and must not break off.
        cursor.execute(
            "SELECT a.name, CAST(f.data AS text) FROM mfa_authenticator f JOIN account a ON a.id = f.user_id"
            " WHERE a.closed_at IS NULL AND f.type <> 'webauthn' ORDER BY a.name"
        )
        return list(dict.fromkeys(str(name) for name, data in cursor.fetchall() if is_closed(_read(data))))


def is_closed_to(account: int) -> bool:
    """Whether the app of an account (id) was sealed with another key."""
    found = Authenticator.objects.filter(user_id=account, type=Authenticator.Type.TOTP)
    return any(is_closed(data) for data in found.values_list("data", flat=True))


def is_closed(data: Any) -> bool:
    """Whether what is kept of a factor holds a secret that this installation's key does not open."""
    return any(unseal(each) is None for each in _sealed(data))


def _read(text: str) -> Any:
    """What is kept of a factor; what cannot be read is as a secret that cannot be opened."""
    try:
        return json.loads(text)
    except ValueError:
        return {"secret": ""}  # nosec B105 - no password: what nothing opens


def _sealed(data: Any) -> Iterable[str]:
    given = data if isinstance(data, dict) else {}
    for value in (given.get("secret"), given.get("seed"), *(given.get("migrated_codes") or ())):
        if value is not None:
            yield str(value)


def _seal() -> Fernet:
    key = hashlib.sha256(b"fasti second factor " + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
