"""Posts: the establishment with its holders and vacancies, and the succession of one post."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import path

from fasti import words
from fasti.access import rights
from fasti.reports import marks, people, posts
from fasti.reports.timelines import seen, succession
from fasti.reports.timelines.timeline import NotKnown
from fasti.subjects.models import Post, Unit
from fasti.web import asked, pages, refusals

PAGE = 50
SOON = 90
"""Days ahead in which a term that ends is shown."""
VIEWS = ("all", "empty", "long", "ending")


def listed(request: asked.Asked) -> HttpResponse:
    """The establishment of a unit with all beneath it: at first of the own one, else of the whole body."""
    unit = _unit(request)
    view = request.GET.get("view", "all")
    if view not in VIEWS:
        raise refusals.NotThere
    units = posts.beneath(unit.id, request.sight, as_of=request.as_of)
    limit = posts.limit(request.pack, as_of=request.as_of)
    place = marks.read(request.GET.get("after", ""), str)
    query = _view(view, units, request, limit)
    found = list((query.filter(code__gt=place[0]) if place else query)[: PAGE + 1])
    shown = found[:PAGE]
    totals = posts.totals(units, request.sight, as_of=request.as_of)
    context = {
        "unit": unit,
        "unit_name": people.unit_names([unit.id], request.pack, as_of=request.as_of, lang=request.lang)[
            unit.id
        ][1],
        "view": view,
        "views": [(each, f"web-posts-view-{each}") for each in VIEWS],
        "limit": limit,
        "totals": totals,
        "bars": _bars(totals, request),
        "rows": posts.told(shown, request.sight, request.pack, as_of=request.as_of, lang=request.lang),
        "next": marks.write((shown[-1].code,)) if len(found) > PAGE else "",
        "past": "web-posts-past",
        "may_draft": not request.is_past and request.sight.has(rights.DRAFT),
    }
    return pages.show(request, "posts/list.html", context)


def _view(view: str, units: Any, request: asked.Asked, limit: posts.Limit | None) -> QuerySet[Post]:
    day = request.as_of
    if view == "ending":
        return posts.ending(units, request.sight, as_of=day, num_days=SOON)
    if view == "long" and limit is None:
        return Post.objects.none()
    since = day - timedelta(days=limit.num_days) if limit and view == "long" else None
    return posts.found(units, request.sight, as_of=day, is_empty=view == "empty", since=since)


def _bars(totals: posts.Totals, request: asked.Asked) -> list[dict[str, Any]]:
    most = max(totals.by_age) or 1
    return [
        {
            "label": words.say(f"web-posts-age-{low}", request.lang),
            "told": words.number(num, request.lang),
            "share": round(num / most * 100, 2),
        }
        for (low, _), num in zip(posts.AGES, totals.by_age, strict=True)
    ]


def _unit(request: asked.Asked) -> Unit:
    code = request.GET.get("unit", "")
    known = Unit.objects.filter(code=code) if code else Unit.objects.filter(id=request.sight.home or 0)
    found = known.first() or (Unit.objects.order_by("id").first() if not code else None)
    if found is None:
        raise refusals.NotThere
    return found


def succession_of(request: asked.Asked, code: str) -> HttpResponse:
    """A post over time: seats, holders, vacancies, who is planned for it."""
    post = Post.objects.select_related("unit").filter(code=code).first()
    if post is None:
        raise refusals.NotThere
    try:
        whole = succession.of_post(
            post.id, request.pack, as_of=request.as_of, known=request.known, lang=request.lang,
            sight=request.sight,
        )  # fmt: skip
    except NotKnown as error:
        raise refusals.NotThere from error
    sees_people = request.sight.may(rights.PEOPLE, post.unit_id)
    timeline = seen.seen(whole, request.sight, without=() if sees_people else seen.PEOPLE)
    (row,) = posts.told([post], request.sight, request.pack, as_of=request.as_of, lang=request.lang)
    context = {
        "post": post,
        "row": row,
        "timeline": timeline,
        "sees_people": sees_people,
        "limit": posts.limit(request.pack, as_of=request.as_of),
        "may_draft": not request.is_past and request.sight.has(rights.DRAFT),
    }
    return pages.show(request, "posts/succession.html", context)


urlpatterns = [
    path("posts/", listed, name="posts"),
    path("posts/<str:code>/", succession_of, name="post"),
]
