"""What a request asks: the body, the language, the day and the known day, and who asks. Doors alone read the clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest

from fasti import charter, words
from fasti.dates import axes, spans

if TYPE_CHECKING:
    from fasti.access.models import Account
    from fasti.access.sight import Sight

LANGUAGE_COOKIE = "fasti_lang"
_DAY_FIRST = re.compile(r"([0-9]{1,2})\s*[./]\s*([0-9]{1,2})\s*[./]\s*([0-9]{4})")


class Asked(HttpRequest):
    """A request of somebody signed in, as the middleware hands it to a view."""

    pack: charter.Pack
    lang: str
    day: date
    """Today."""
    as_of: date
    """The day asked about: today unless `as_of` says another."""
    known: date | None
    """As the body knew it at the end of that day; None: as known now."""
    account: Account
    demanded: str
    """What the account must do before any other page is shown: `password`, `factor`, or nothing."""
    sight: Sight
    is_swap: bool
    """Whether a region of a page is asked for. Never by a browser that goes back: it asks for the whole page."""
    target: str
    """The id of the region that a swap replaces; empty for a page."""

    when: axes.When
    """Both axes of time."""
    misread: list[str]
    """What was given as a day and is none: the page says so, and shows today."""
    is_past: bool
    """Whether another day than today, or an earlier state of knowledge, is asked about."""


def now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


def day_of(text: str, otherwise: date | None) -> date | None:
    """A day as people write it (14.07.2025, 14/7/2025, 2025-07-14); what is no day is as if it were not there."""
    if found := _DAY_FIRST.fullmatch(text.strip()):
        text = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
    try:
        return spans.parse_day(text.strip()) if text else otherwise
    except spans.MalformedDay:
        return otherwise


def language(request: HttpRequest, otherwise: str) -> str:
    """The language of the account, else the one chosen before signing in, else the browser's, else the body's."""
    chosen = getattr(getattr(request, "user", None), "language", "")
    return chosen if chosen in words.LANGUAGES else language_of_browser(request, otherwise)


def language_of_browser(request: HttpRequest, otherwise: str) -> str:
    """The language chosen before signing in, else the browser's, else the body's: without asking the database."""
    accepted = [
        each.split(";")[0].strip()[:2].lower()
        for each in request.headers.get("Accept-Language", "").split(",")
    ]
    return next(
        (each for each in [request.COOKIES.get(LANGUAGE_COOKIE, ""), *accepted] if each in words.LANGUAGES),
        otherwise,
    )
