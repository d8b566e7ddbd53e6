"""Make a token: a key by which a program works with the rights of one tenure. It is shown once; its hash is kept."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from fasti import charter
from fasti.access import log, sight, tokens
from fasti.access.models import Account, Token
from fasti.register import read
from fasti.register.models import Tenure

MOST = 20
"""So many tokens of one account work at once."""


class CannotMake(Exception):
    """The token is not made. `code`: no-tenure, too-many-tokens or unknown-purpose."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def make(
    account: Account, *, post: str, name: str, purpose: str, at: datetime, pack: charter.Pack, actor: str = ""
) -> tuple[Token, str]:
    """The token for the tenure by which the account's person holds a post today, and its key; raises `CannotMake`.

    `purpose`: api or calendar. `actor`: who makes it, where it is not the account itself.
    """
    if purpose not in tokens.PURPOSES:
        raise CannotMake("unknown-purpose")
    held = Tenure.objects.filter(read.on(at.date()), person=account.person_id or 0, post__code=post)
    effect = held.order_by("starts_on", "id").values_list("opened_by", flat=True).first()
    if effect is None or not account.is_active or account.closed_at is not None:
        raise CannotMake("no-tenure")
    key = tokens.secret()
    with transaction.atomic():
        Account.objects.select_for_update().get(id=account.id)
        if Token.objects.filter(account=account, revoked_at=None).count() >= MOST:
            raise CannotMake("too-many-tokens")
        made = Token.objects.create(
            account=account,
            tenure_effect_id=effect,
            name=name.strip(),
            purpose=purpose,
            hash=tokens.hashed(key),
            made_at=at,
        )
        whose = sight.of_account(account, pack=pack, day=at.date())
        log.keep(whose, "token.made", at=at, person=account.person_id, detail=f"{made.name} {actor}".strip())
    return made, key
