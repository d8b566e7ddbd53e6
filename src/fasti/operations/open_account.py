"""Open an account: the way of a person into the system, with a first password that is told once and must be changed."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log
from fasti.access.actor import Actor
from fasti.access.models import Account
from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.operations import granted
from fasti.register.models import Alias
from fasti.subjects.models import Person

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")
"""In small letters: nobody signs in beside somebody else by a capital."""
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Those that are not taken for one another when read aloud."""


class CannotChangeAccount(Exception):
    """The account was not opened, closed or given a password; `findings` says why."""

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__(", ".join(sorted({finding.code for finding in found})))
        self.findings = tuple(found)


@dataclass(frozen=True, slots=True)
class Opened:
    """An account with the password it was given, which is kept nowhere."""

    account: Account
    password: str


def open_account(
    name: str,
    *,
    pack: charter.Pack,
    at: datetime,
    actor: str | Actor,
    person: str = "",
    is_registrar: bool = False,
    password: str | None = None,
    lang: str = "en",
) -> Opened:
    """Open an account for a person (code), or a technical one; raises `CannotChangeAccount`.

    A person has one account for good: one that was closed is opened again under its name. `password`: one that need
    not be changed; otherwise one is made up.
    """
    who = actors.of(actor)
    with transaction.atomic():
        holder = _holder(person)
        kept = Account.objects.filter(name=name).first() if texts.is_keepable(name) else None
        found = [*_check(name, person, holder, kept), *_check_granted(who, holder, is_registrar, pack, lang)]
        if found:
            raise CannotChangeAccount(found)
        account = kept or Account(name=name, person=holder, opened_at=at)
        account.is_registrar, account.is_active, account.closed_at = is_registrar, True, None
        given = password or made_up()
        account.set_password(given)
        account.last_login = at if password else None
        account.save()
        if who.is_kept:
            log.keep(who.sight, "account.opened", at=at, person=account.person_id, detail=name)
    return Opened(account, given)


def made_up() -> str:
    """A password of four groups of five letters, drawn by chance: about 99 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(4))


def _holder(code: str) -> Person | None:
    """The person with a code, by the entry that is kept."""
    if not code or not texts.is_keepable(code):
        return None
    found = Person.objects.filter(code=code).first()
    alias = Alias.objects.select_related("stands_for").filter(person=found).first() if found else None
    return alias.stands_for if alias else found


def _check(name: str, code: str, holder: Person | None, kept: Account | None) -> Iterator[Finding]:
    if not NAME.fullmatch(name):
        yield Finding("account-name-malformed", {"value": texts.readable(name)})
    if code and holder is None:
        yield Finding("unknown-person", {"person": texts.readable(code)})
        return
    other = Account.objects.filter(person=holder).first() if holder else None
    if other is not None and (other.closed_at is None or other.name != name):
        yield Finding("account-of-person", {"person": code, "value": other.name})
    elif kept is not None and (kept.closed_at is None or kept.person_id != (holder.id if holder else None)):
        yield Finding("account-name-taken", {"value": name})


def _check_granted(
    who: Actor, holder: Person | None, is_registrar: bool, pack: charter.Pack, lang: str
) -> list[Finding]:
    if is_registrar and not granted.is_everything(who.sight):
        return granted.check_account(who, None, pack=pack, lang=lang, is_above=True)
    return granted.check_account(who, holder.id if holder else None, pack=pack, lang=lang)
