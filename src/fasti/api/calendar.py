"""Calendars to subscribe to: what falls due at the unit that a tenure serves, under an address that holds a token.

The address goes to calendar programs of others, so people appear by their codes unless names are asked for. The token
is good for this calendar alone and ends with the tenure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse

from fasti.access import sight, tokens
from fasti.access.models import Token
from fasti.access.sight import Sight
from fasti.api import asked as asking
from fasti.api import limits, problems, whole
from fasti.exchange import formats, icalendar
from fasti.register.models import Tenure
from fasti.subjects.models import Unit

BACK, AHEAD = timedelta(days=31), timedelta(days=366)
"""Which days a calendar shows, seen from today."""


@dataclass(frozen=True)
class _Feed:
    token: Token
    sight: Sight
    day: date


@whole.around
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of a token. `?below=1`: with all units beneath; `?names=1`: names; `?lang=`: the language."""
    try:
        return _answer(request, _opened(request, token))
    except problems.Refused as refused:
        return problems.answer(request, refused)


def _opened(request: HttpRequest, key: str) -> _Feed:
    pack, day = asking.body(), asking.now().date()
    found = tokens.find(key, purpose=tokens.CALENDAR, day=day)
    if found is None:
        limits.count_failure(request)
        raise problems.NotThere
    if found.used_on != day:
        Token.objects.filter(id=found.id).update(used_on=day)
    seen = sight.of_tenure(found.account, found.tenure_effect_id, pack=pack, day=day)
    return _Feed(found, seen, day)


def _answer(request: HttpRequest, feed: _Feed) -> HttpResponse:
    asked_lang = request.GET.get("lang", "")
    pack = asking.body()
    lang = asked_lang if asked_lang in pack.languages else asking.language(request)
    question = formats.Asked(
        pack=pack,
        lang=lang,
        unit=_unit(feed),
        since=feed.day - BACK,
        until=feed.day + AHEAD,
        has_names=request.GET.get("names") == "1",
        is_near=request.GET.get("below") != "1",
        sight=feed.sight,
    )
    response = HttpResponse(b"".join(icalendar.write(question)), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="fasti.ics"'
    response.headers["Cache-Control"] = "private, max-age=900"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _unit(feed: _Feed) -> str:
    """The unit that the tenure serves: from where its rights are measured, else that of its post."""
    found = next(
        (grant.unit for grant in feed.sight.grants if grant.tenure_effect is not None and grant.unit), None
    )
    if found is None:
        held = Tenure.objects.filter(
            opened_by=feed.token.tenure_effect_id, person=feed.token.account.person_id or 0
        )
        return str(held.values_list("post__unit__code", flat=True)[0])
    return str(Unit.objects.values_list("code", flat=True).get(id=found))
