"""Posts: the establishment with its holders and vacancies, and the succession of one post."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import path

from fasti import words
from fasti.access import rights
from fasti.reports import known_tree, marks, people, posts, posts_known
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
    limit = posts.limit(request.pack, as_of=request.as_of)
    place = marks.read(request.GET.get("after", ""), str)
    after = str(place[0]) if place else ""
    page, totals = (_known if request.known else _stored)(request, unit, view, limit, after)
    context = {
        "unit": unit,
        "unit_name": people.names_then([unit.id], request.pack, when=request.when, lang=request.lang)[
            unit.id
        ][1],
        "view": view,
        "views": [(each, f"web-posts-view-{each}") for each in VIEWS],
        "limit": limit,
        "totals": totals,
        "few": known_tree.FEW,
        "most": posts_known.MOST,
        "bars": _bars(totals, request) if totals else [],
        "rows": posts.told(page.posts, request.sight, request.pack, when=request.when, lang=request.lang),
        "next": marks.write((page.after,)) if page.after else "",
        "is_cut": page.is_cut,
        "is_first": place is None,
        "may_draft": not request.is_past and request.sight.has(rights.DRAFT),
    }
    return pages.show(request, "posts/list.html", context)


Found = tuple[posts_known.Page, posts.Totals | None]


def _stored(request: asked.Asked, unit: Unit, view: str, limit: posts.Limit | None, after: str) -> Found:
    """The posts of the day as known now, with the totals."""
    units = posts.beneath(unit.id, request.sight, as_of=request.as_of)
    found = list(_view(view, units, request, limit).filter(code__gt=after)[: PAGE + 1])
    more = found[PAGE - 1].code if len(found) > PAGE else ""
    totals = posts.totals(units, request.sight, as_of=request.as_of)
    return posts_known.Page(tuple(found[:PAGE]), more), totals


def _known(request: asked.Asked, unit: Unit, view: str, limit: posts.Limit | None, after: str) -> Found:
    """The posts of the day as known on an earlier day, with the totals of a branch of a few units."""
    num_days = limit.num_days if limit and view == "long" else SOON
    question = posts_known.Asked(unit.id, view, num_days=num_days)
    found = posts_known.Establishment(question, request.sight, request.when)
    page = (
        posts_known.Page((), "") if view == "long" and limit is None else found.page(after=after, size=PAGE)
    )
    return page, found.totals()


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
    (row,) = posts.told([post], request.sight, request.pack, when=request.when, lang=request.lang)
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
