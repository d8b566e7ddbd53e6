"""People: a list of whom one may see, and the record of one with its acts."""

from __future__ import annotations

from typing import cast

from django.core.cache import cache
from django.http import HttpResponse
from django.urls import path
from django.utils.http import urlencode

from fasti.access import log, rights
from fasti.access import people as access
from fasti.access.models import AccessEntry, Account
from fasti.reports import marks, people, people_known
from fasti.reports.timelines import bands, career, seen
from fasti.reports.timelines.timeline import NotKnown
from fasti.subjects.models import Person, Unit
from fasti.web import asked, pages, refusals

PAGE = 50
ONCE_IN = 300
"""Seconds within which looking again at the same person is the same look."""
LOOKS = 20


def listed(request: asked.Asked) -> HttpResponse:
    """Whom one may see: at first the own unit with all beneath it."""
    sight = request.sight
    if not sight.has(rights.PEOPLE):
        raise refusals.NotGranted(rights.PEOPLE)
    unit = _unit(request)
    question = people.Asked(
        words=request.GET.get("q", "")[:200],
        unit=unit.id if unit else None,
        holds="holds" in request.GET,
        planned="planned" in request.GET,
    )
    place = cast("people.Cursor | None", marks.read(request.GET.get("after", ""), str, int))
    page = people_known.listed(sight, question, request.pack, when=request.when, after=place, size=PAGE)
    context = {
        "rows": people.told(page.people, sight, request.pack, lang=request.lang, when=request.when),
        "asked": question,
        "unit": unit,
        "next": marks.write(page.after) if page.after else "",
        "is_cut": page.is_cut,
        "most": people_known.MOST,
        "is_first": place is None,
    }
    return pages.show(request, "people/list.html", context)


def _unit(request: asked.Asked) -> Unit | None:
    """The unit asked for; without one the own unit, and the whole reach where `unit` is given empty."""
    code = request.GET.get("unit")
    if code is None:
        return Unit.objects.filter(id=request.sight.home or 0).first()
    if not code:
        return None
    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise refusals.NotThere
    return found


def record(request: asked.Asked, code: str) -> HttpResponse:
    """The record of a person as of a day, as known on a day. Whoever is not seen looks like nobody."""
    person = Person.objects.filter(code=code).first()
    sight = request.sight
    # Whoever is not there is looked for as long as whoever is not seen.
    if not access.sees(sight, person.id if person else 0) or person is None:
        raise refusals.NotGranted(rights.PEOPLE)
    is_own = person.id == sight.person
    sees_personal = access.sees_personal(sight, person.id)
    try:
        whole = career.of_person(
            person.id, request.pack, as_of=request.as_of, known=request.known, lang=request.lang
        )
    except NotKnown as error:
        raise refusals.NotThere from error
    timeline = seen.seen(whole, sight, is_own=is_own, without=() if sees_personal else seen.PERSONAL)
    (row,) = people.told([person], sight, request.pack, lang=request.lang, when=request.when)
    _keep_look(request, person)
    looks = _looks(request, person, is_own=is_own)
    context = {
        "person": person,
        "name": whole.name,
        "initials": "".join(part[:1] for part in (whole.name.split()[:1] + whole.name.split()[-1:])).upper(),
        "row": row,
        "is_own": is_own,
        "sees_personal": sees_personal,
        "timeline": timeline,
        "bands": bands.bands(timeline.entries, as_of=request.as_of),
        "looks": looks,
        "named": log.named(looks or (), sight),
        "may_draft": not request.is_past and sight.has(rights.DRAFT),
        "may_list": sight.has(rights.PEOPLE),
        "account_at": _account_at(request, person, is_own=is_own),
    }
    return pages.show(request, "people/record.html", context)


def _account_at(request: asked.Asked, person: Person, *, is_own: bool) -> str:
    """Where the account of a person is kept, or opened; empty for whom that is no matter."""
    if is_own:
        return "/account/"
    if access.ground(request.sight, person.id, right=rights.ACCOUNTS) is None:
        return ""
    name = Account.objects.filter(person=person).values_list("name", flat=True).first()
    return f"/accounts/{name}/" if name else f"/accounts/new/?{urlencode({'person': person.code})}"


def _keep_look(request: asked.Asked, person: Person) -> None:
    """Keep that the person was looked at; nobody's own look, and one look within some minutes."""
    if cache.add(f"looked:{request.account.pk}:{person.id}", 1, ONCE_IN):
        log.keep(request.sight, "person.seen", at=asked.now(), person=person.id)


def _looks(request: asked.Asked, person: Person, *, is_own: bool) -> list[AccessEntry] | None:
    """Who looked last; None where that is not granted."""
    units = access.rests_with(person.id, day=request.day)
    if not is_own and not any(request.sight.may(rights.LOG, unit) for unit in units):
        return None
    return list(log.of_person(person.id)[:LOOKS])


urlpatterns = [
    path("people/", listed, name="people"),
    path("people/<str:code>/", record, name="person"),
]
