"""The list of drafts: all that one may see, one's own, what waits to be checked and to be signed."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from fasti.access import drafts, rights
from fasti.access import people as seen_people
from fasti.acts.models import Draft
from fasti.reports import marks, people
from fasti.subjects.models import Person
from fasti.web import asked, draft_page, pages, refusals

PAGE = 40
VIEWS = ("all", "mine", "check", "sign")


@require_GET
def listed(request: asked.Asked) -> HttpResponse:
    """The drafts one may see: all, one's own, those that wait to be checked, those that wait to be signed."""
    if not any(request.sight.has(right) for right in drafts.WORK):
        raise refusals.NotGranted(rights.DRAFT)
    view = request.GET.get("view", "all")
    view = view if view in VIEWS else "all"
    place = marks.read(request.GET.get("after", ""), int)
    query = _of_view(request, view).order_by("-id")
    query = query if place is None else query.filter(id__lt=place[0])
    related = query.select_related("unit", "drafted_by", "changed_by", "checked_by")
    found = list(related[: PAGE + 1])
    shown = found[:PAGE]
    context = {
        "view": view,
        "views": VIEWS,
        "rows": _rows(request, shown),
        "next": marks.write((shown[-1].id,)) if len(found) > PAGE else "",
        "is_first": place is None,
        "may_draft": request.sight.has(rights.DRAFT),
    }
    return pages.show(request, "drafts/list.html", context)


def _rows(request: asked.Asked, shown: list[Draft]) -> list[tuple[Draft, str, str]]:
    """The drafts of one page with the names of issuer and writer, asked for all at once."""
    units = {each.unit_id for each in shown if each.unit_id}
    named = people.unit_names(units, request.pack, as_of=request.day, lang=request.lang)
    writers = {each.drafted_by_id for each in shown if each.drafted_by_id}
    seen = seen_people.seen_among(request.sight, writers)
    return [
        (each, named[each.unit_id][1] if each.unit_id else "", _writer(each.drafted_by, seen))
        for each in shown
    ]


def _writer(person: Person | None, seen: frozenset[int]) -> str:
    if person is None:
        return ""
    return (person.id in seen and person.full_name) or person.code


def _of_view(request: asked.Asked, view: str) -> QuerySet[Draft]:
    seen, sight = drafts.seen(request.sight), request.sight
    if view == "mine":
        return seen.filter(draft_page.open_for(request)) if sight.person else seen.none()
    if view == "check":
        others = seen.filter(unit__isnull=False, checked_at=None)
        return _of_others(others.filter(drafts.held(sight, rights.CHECK)), sight.person)
    if view == "sign":
        return seen.filter(drafts.held(sight, rights.ISSUE), checked_at__isnull=False)
    return seen


def _of_others(query: QuerySet[Draft], person: int | None) -> QuerySet[Draft]:
    return query.exclude(drafted_by=person) if person else query
