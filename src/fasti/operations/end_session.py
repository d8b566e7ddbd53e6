"""End sessions: browsers in which an account is signed in have to sign in again, for one that was left or lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session as Stored
from django.db import transaction

from fasti.access import log, sessions, sight
from fasti.access.models import Account


class NotOpen(LookupError):
    """The account has no such session, or it has ended before."""


def end(account: Account, session: int, *, at: datetime) -> None:
    """End one session of the account, by its number; raises `NotOpen`, for one of another account too."""
    with transaction.atomic():
        found = [each for each in sessions.of_account(account, at=at) if each.id == session]
        if not found:
            raise NotOpen(session)
        _end(account, found, at=at)


def end_others(account: Account, *, but: str, at: datetime) -> int:
    """End all sessions of the account but the one with that key; how many."""
    with transaction.atomic():
        found = [each for each in sessions.of_account(account, at=at) if each.key != but]
        _end(account, found, at=at)
    return len(found)


def _end(account: Account, found: Sequence[sessions.Session], *, at: datetime) -> None:
    Stored.objects.filter(session_key__in=[each.key for each in found]).delete()
    UserSession.objects.filter(pk__in=[each.id for each in found]).delete()
    whose = sight.Sight(at.date(), (), account=account, person=account.person_id)
    for _ in found:
        log.keep(whose, "session.ended", at=at, person=account.person_id)
