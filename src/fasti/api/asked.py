"""What a program asks: the body, the language, the days, and who asks: a token in the header, or a session of the web.

Doors alone read the clock.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from ninja import Field, Schema
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from fasti import charter, words
from fasti.access import sight, tokens
from fasti.acts.models import Body
from fasti.api import limits, problems
from fasti.api.given import Day
from fasti.dates import axes

if TYPE_CHECKING:
    from fasti.access.models import Account, Token
    from fasti.access.sight import Sight

SAFE = ("GET", "HEAD", "OPTIONS")


class Asked(HttpRequest):
    """A request of somebody who is known, as an operation gets it."""

    pack: charter.Pack
    lang: str
    day: date
    """Today."""
    account: Account
    sight: Sight
    token: Token | None
    """None: asked by a session of the web."""
    etag: str
    """What names the state that is answered; there once an operation has said it."""


class Days(Schema):
    """Both axes of time."""

    as_of: Day | None = Field(
        None, description="The day asked about; left out, today.", examples=["2024-06-30"]
    )
    known: Day | None = Field(
        None,
        description="As the body knew it at the end of this day; left out, as known now.",
        examples=["2024-07-15"],
    )

    def day(self, request: Asked) -> date:
        """The day asked about."""
        return self.as_of or request.day

    @property
    def known_before(self) -> datetime | None:
        """The instant up to which the record is read."""
        return axes.known_before(self.known)


class Bearer(HttpBearer):
    """A token in the header `Authorization: Bearer …`, bound to one tenure; it ends with the tenure."""

    def __call__(self, request: HttpRequest) -> Any:
        """The account of the token; None: there is no such header. A header that is no good is refused."""
        given = request.headers.get("Authorization")
        if given is None:
            return None
        scheme, _, key = given.partition(" ")
        if scheme.lower() != "bearer":
            raise problems.Unauthenticated
        return self.authenticate(request, key.strip())

    def authenticate(self, request: HttpRequest, key: str) -> Account:
        """The account of a token that works today."""
        day = now().date()
        token = tokens.find(key, purpose=tokens.API, day=day)
        if token is None:
            limits.count_failure(request)
            raise problems.Unauthenticated
        if token.used_on != day:
            type(token).objects.filter(id=token.id).update(used_on=day)
        ask = _complete(request, token.account, token)
        ask.sight = sight.of_tenure(token.account, token.tenure_effect_id, pack=ask.pack, day=ask.day)
        return token.account


class Session(APIKeyCookie):
    """The session of somebody signed in to the pages; a change needs the mark of their forms as `X-CSRFToken`."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Any:
        """The account signed in, or None."""
        if not request.user.is_authenticated:
            return None
        if request.method not in SAFE and check_csrf(request):
            raise problems.Refused("stale-form", 403)
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, key: str | None) -> Account:
        """The account signed in, with all its rights."""
        account = cast("Account", request.user)
        ask = _complete(request, account, None)
        ask.sight = sight.of_account(account, pack=ask.pack, day=ask.day)
        return account


AUTH = [Bearer(), Session()]


def _complete(request: HttpRequest, account: Account, token: Token | None) -> Asked:
    ask = cast(Asked, request)
    ask.pack = body()
    ask.lang = language(request)
    ask.day = now().date()
    ask.account, ask.token = account, token
    return ask


def body() -> charter.Pack:
    """The rule book of the body; refused where none is begun or the database is away."""
    try:
        found = Body.objects.values_list("pack", flat=True).first()
    except DatabaseError:
        found = None
    if found is None:
        raise problems.Refused("no-body", 503)
    return charter.load(found)


def language(request: HttpRequest) -> str:
    """The language that the request accepts best, else the account's, else English."""
    named = getattr(getattr(request, "account", None), "language", "")
    found = [
        code for code in _accepted(request.headers.get("Accept-Language", "")) if code in words.LANGUAGES
    ]
    return next((each for each in [*found, named] if each in words.LANGUAGES), "en")


def _accepted(header: str) -> list[str]:
    """The languages of the header, the most wanted first."""
    weighed = []
    for place, each in enumerate(header.split(",")):
        name, _, quality = each.partition(";")
        try:
            weight = float(quality.strip().removeprefix("q=") or 1)
        except ValueError:
            weight = 0.0
        weighed.append((-weight, place, name.strip()[:2].lower()))
    return [name for weight, _, name in sorted(weighed) if weight < 0]


def now() -> datetime:
    """The clock."""
    return datetime.now(UTC)
