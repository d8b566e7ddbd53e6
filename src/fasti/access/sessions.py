"""Where an account is signed in: its sessions in browsers, with the address and the browser they began at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session as Stored
from django.utils.crypto import constant_time_compare

from fasti.access.models import Account


@dataclass(frozen=True, slots=True)
class Session:
    """A browser in which the account is signed in."""

    id: int
    key: str
    """What the browser shows; never told to anybody."""
    address: str
    browser: str
    """What the browser says of itself."""
    since: datetime

    @property
    def called(self) -> str:
        """Browser and system as people call them; else the beginning of what the browser says of itself."""
        return called(self.browser)


_BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "Linux": "Linux",
}
_LONGEST = 90


def called(browser: str) -> str:
    """What a browser says of itself in two words; each later one in the tables also says what earlier ones say.

    >>> called("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36")
    'Chrome, Linux'
    >>> called("terminal 3")
    'terminal 3'
    """
    found = [
        next((name for sign, name in table.items() if sign in browser), "") for table in (_BROWSERS, _SYSTEMS)
    ]
    return ", ".join(found) if all(found) else browser[:_LONGEST]


def of_account(account: Account, *, at: datetime) -> Sequence[Session]:
    """The sessions of an account that still open it, the newest first."""
    noted = list(UserSession.objects.filter(user=account.pk).order_by("-created_at", "-id"))
    stored = Stored.objects.filter(session_key__in=[each.session_key for each in noted], expire_date__gt=at)
    alive = {each.session_key for each in stored if _opens(each, account)}
    return [
        Session(each.pk, each.session_key, str(each.ip), str(each.user_agent), each.created_at)
        for each in noted
        if each.session_key in alive
    ]


def _opens(stored: Stored, account: Account) -> bool:
    """Whether it was begun with the password that the account has now: another one ends it."""
    kept = str(stored.get_decoded().get(HASH_SESSION_KEY, ""))
    return constant_time_compare(kept, account.get_session_auth_hash())
