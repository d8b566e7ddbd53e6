"""Posts that stand empty longer than the rule book allows, and terms that end within its notice.

Looked at are the posts that one's unit fills: its own and those beneath that its level manages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q

from fasti import charter
from fasti.access import holding, rights
from fasti.charter import rules
from fasti.register import read
from fasti.register.models import Tenure, Vacancy
from fasti.reports.waiting.asked import Asked
from fasti.reports.waiting.item import HORIZON, MOST, Item, Step, days_late
from fasti.reports.waiting.place import Place
from fasti.subjects.models import Post

VACANT, NOTICE = "posts.vacant_long_days", "reappointment.notice_days"


def items(asked: Asked, place: Place) -> Iterator[Item]:
    """Both kinds, if the rule book sets a limit or a notice."""
    posts = place.filled()
    if limit := rule(asked.pack, VACANT, asked.day):
        yield from _vacant(asked, posts, limit)
    if notice := rule(asked.pack, NOTICE, asked.day):
        yield from _ending(asked, posts, notice)


def rule(pack: charter.Pack, key: str, day: date) -> rules.Value | None:
    """A number of days of the rule book; None where it has none."""
    try:
        return pack.value(key, as_of=day)
    except charter.NoRule:
        return None


def _days(value: rules.Value) -> timedelta:
    return timedelta(days=int(str(value.value)))


def _vacant(asked: Asked, posts: dict[int, Post], limit: rules.Value) -> Iterator[Item]:
    """Posts with a seat that has been empty too long, or soon will have been; one item for each post."""
    first = asked.day + timedelta(days=HORIZON) - _days(limit)
    empty = Vacancy.objects.filter(read.on(asked.day), post__in=posts, starts_on__lte=first)
    found = holding.told(empty, asked.sight)
    seats: dict[int, list[date]] = defaultdict(list)
    for post, starts_on in found.order_by("starts_on", "id").values_list("post", "starts_on"):
        seats[post].append(starts_on)
    asked.names.learn(posts[post].unit_id for post in list(seats)[:MOST])
    for post, days in list(seats.items())[:MOST]:
        yield _empty(asked, posts[post], days, limit)


def _empty(asked: Asked, post: Post, days: list[date], limit: rules.Value) -> Item:
    due_on = days[0] + _days(limit)
    may_draft = asked.sight.has(rights.DRAFT)
    step = (
        Step("fill", "drafts-new", {"post": post.code})
        if may_draft
        else Step("post", "post", {"code": post.code})
    )
    return Item(
        kind="post",
        key=f"post:{post.code}",
        what=asked.say("waiting-post", post=asked.names.of_post(post), n=(asked.day - days[0]).days),
        why=asked.say(
            "waiting-post-why", day=asked.day_in(days[0]), n=len(days), limit=int(str(limit.value))
        ),
        unit=post.unit.code,
        article=limit.reference,
        due_on=due_on,
        since=days[0],
        days_late=days_late(due_on, asked.day),
        step=step,
    )


def _ending(asked: Asked, posts: dict[int, Post], notice: rules.Value) -> Iterator[Item]:
    """Terms whose end must be notified soon, and those that ended and are still held."""
    last = asked.day + timedelta(days=HORIZON) + _days(notice)
    terms = Tenure.objects.filter(read.on(asked.day), post__in=posts, ends_planned_on__lte=last)
    held = holding.seen(terms, asked.sight)
    still = Q(ends_before=None) | Q(ends_before__gt=asked.day)
    found = list(held.filter(still).select_related("person").order_by("ends_planned_on", "id")[:MOST])
    asked.names.learn(posts[tenure.post_id].unit_id for tenure in found)
    for tenure in found:
        if tenure.ends_planned_on is not None:
            yield _term(asked, tenure, posts[tenure.post_id], tenure.ends_planned_on, notice)


def _term(asked: Asked, tenure: Tenure, post: Post, ends_on: date, notice: rules.Value) -> Item:
    due_on = ends_on - _days(notice)
    person = tenure.person.full_name or tenure.person.code
    return Item(
        kind="term",
        key=f"term:{post.code}:{tenure.person.code}",
        what=asked.say(
            "waiting-term", person=person, post=asked.names.of_post(post), day=asked.day_in(ends_on)
        ),
        why=asked.say(
            "waiting-term-why", n=int(str(notice.value)), has="ended" if ends_on < asked.day else "ends"
        ),
        unit=post.unit.code,
        article=notice.reference,
        due_on=due_on,
        since=None,
        days_late=days_late(due_on, asked.day),
        step=Step("term", "drafts-new", {"post": post.code, "person": tenure.person.code})
        if asked.sight.has(rights.DRAFT)
        else Step("post", "post", {"code": post.code}),
    )
