"""What waits for me, and how my unit stands: the page on which everybody arrives."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from fasti import words
from fasti.access import acts, rights
from fasti.access.models import Job
from fasti.acts.models import Act, Body, Effect
from fasti.indicators import engines, figures
from fasti.register import read
from fasti.register.models import Membership
from fasti.reports import glance, naming, waiting
from fasti.reports.waiting.place import root
from fasti.web import addresses, asked, drawn, pages, work

MOST_ACTS = 10


@require_safe
def home(request: asked.Asked) -> HttpResponse:
    """What waits, with the state of the unit; a technical account sees the state of the system and its jobs."""
    work.POOL.start()
    sight = request.sight
    if request.account.person_id is None and not request.account.is_registrar:
        return pages.show(request, "home/system.html", _system(request))
    asks = waiting.asks(sight, pack=request.pack, day=request.day, lang=request.lang)
    items = waiting.items(asks)
    kind = request.GET.get("kind", "")
    shown = [item for item in items if not kind or item.kind == kind]
    context: dict[str, Any] = {
        "items": items,
        "kind": kind,
        "kinds": _kinds(items),
        "groups": [(group, rows) for group in waiting.GROUPS if (rows := _rows(shown, group))],
        "unit_state": _unit(request, asks),
        "own": _own(request, asks),
        "jobs": Job.objects.filter(account=request.account).order_by("-id")[:3],
        "may_draft": sight.has(rights.DRAFT),
    }
    return pages.show(request, "home/home.html", context)


def _kinds(items: Sequence[waiting.Item]) -> list[dict[str, Any]]:
    found = Counter(item.kind for item in items)
    return [{"kind": kind, "count": found[kind]} for kind in waiting.KINDS if found[kind]]


def _rows(items: Sequence[waiting.Item], group: str) -> list[dict[str, Any]]:
    return [
        {
            "item": item,
            "address": addresses.of_step(item.step),
            "left": -item.days_late,
            "rule": addresses.of_rule(item.article),
        }
        for item in items
        if item.group == group
    ]


def _unit(request: asked.Asked, asks: waiting.Asked) -> dict[str, Any] | None:
    """How the unit that one serves stands, as far as its figures are granted."""
    place = _place(request, asks)
    if place is None:
        return None
    names = _names(request, asks)
    state: dict[str, Any] = {"code": place.code, "name": names.of_unit(place.code), "place": place}
    limit = request.sight.limit(place.unit)
    if limit is None:
        return state
    with engines.one_state():
        try:
            told = glance.figures_of(
                place.code, pack=request.pack, day=request.as_of, known=request.known, limit=limit,
                lang=request.lang,
            )  # fmt: skip
        except figures.CannotCompute:
            return state
        state["figures"] = [_figure(request, place.code, each) for each in told]
        if request.account.person_id is None or _leads(request, place.unit):
            state |= _charts(request, place, limit)
    return state


def _place(request: asked.Asked, asks: waiting.Asked) -> waiting.Place | None:
    """Where the unit stands on the day asked about: the one served, the top for whoever sees the figures of all."""
    sight, day = request.sight, request.as_of
    if day == request.day and sight.home is not None:
        return asks.place
    unit = (
        sight.home if sight.home is not None else root(day) if sight.within(rights.FIGURES).is_all else None
    )
    return waiting.around(unit, pack=request.pack, day=day) if unit is not None else None


def _names(request: asked.Asked, asks: waiting.Asked) -> naming.Names:
    """The names of the day asked about; of today they are read already."""
    return (
        asks.names
        if request.as_of == request.day
        else naming.Names(request.pack, request.lang, request.as_of)
    )


def _leads(request: asked.Asked, unit: int) -> bool:
    """Whether the unit is theirs to look after, and not only the one they are a member of."""
    return request.sight.post is not None and request.sight.may(rights.FIGURES, unit)


def _figure(request: asked.Asked, unit: str, stated: glance.Stated) -> dict[str, Any]:
    return {
        "label": request.pack.name("indicator", stated.indicator, request.lang),
        "amount": stated.amount,
        "period": drawn.period(stated.period, request.lang),
        "address": addresses.of_figure(
            stated.indicator, unit=unit, period=stated.period, known=request.known
        ),
    }


def _charts(request: asked.Asked, place: waiting.Place, limit: int) -> dict[str, Any]:
    lang, day = request.lang, words.day(request.as_of, request.lang, style="short")
    is_whole = not place.above
    ages, received, planned = (
        glance.ages(place, is_whole=is_whole),
        glance.received(place),
        glance.planned(place),
    )
    months = glance.members(place, known=request.known, limit=limit)
    return {
        "ages": drawn.ages(ages, lang, day=day) if ages.total else None,
        "months": drawn.months(months, lang, request.pack) if months and any(months.values) else None,
        "received": drawn.received(received, lang, request.pack) if received else None,
        "planned": drawn.planned(planned, lang) if planned else None,
    }


def _own(request: asked.Asked, asks: waiting.Asked) -> dict[str, Any] | None:
    """What a person has here by being one: their record, the units they are a member of, acts about them."""
    person = request.sight.person
    if person is None:
        return None
    memberships = Membership.objects.filter(read.on(request.as_of), person=person).select_related("unit")
    names = _names(request, asks)
    names.learn(each.unit_id for each in memberships)
    about = Effect.objects.filter(person=person).values("act")
    seen = (
        acts.seen(request.sight).filter(id__in=about).select_related("issuer").order_by("-signed_on", "-id")
    )
    return {
        "units": [(each.unit.code, names.of_unit(each.unit.code)) for each in memberships],
        "acts": list(seen[:MOST_ACTS]),
    }


def _system(request: asked.Asked) -> dict[str, Any]:
    """The state of the system: how much is recorded, by which rules, how much room is left; no content."""
    body = Body.objects.get()
    disk = shutil.disk_usage(settings.HOME)
    return {
        "pack_name": request.pack.name("body", "name", request.lang),
        "pack_version": request.pack.version[:12],
        "recorded_at": body.last_recorded_at,
        "num_acts": Act.objects.count(),
        "database": {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(
            connection.vendor, connection.vendor
        ),
        "free": disk.free // 2**30,
        "jobs": Job.objects.select_related("account").order_by("-id")[:50],
        "does_jobs": work.POOL.start(),
    }


urlpatterns = [path("", home, name="home")]
