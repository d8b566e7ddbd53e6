"""The succession pool: within the limits of the rule book, for posts that stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fasti.operations.checks.body import Body, as_day
from fasti.operations.checks.posts import ESTABLISHED
from fasti.operations.checks.table import Found, Group, of_effect

group = Group("pool", __name__)
_PLANNED = """
    SELECT {by}, day, effect, SUM(n) OVER (PARTITION BY {by} ORDER BY day) AS planned FROM (
        SELECT {by}, starts_on AS day, 1 AS n, opened_by_id AS effect FROM pool_entry
        UNION ALL SELECT {by}, ends_before, -1, opened_by_id FROM pool_entry WHERE ends_before IS NOT NULL) c
"""


@group.whole("pool-too-many-persons", "No post has more people planned for it than the rule book allows.",
             remedy="look", severity="notice")  # fmt: skip
def pool_too_many_persons(body: Body) -> Iterable[Found]:
    seats = dict(body.values("SELECT post_id, MAX(seats) FROM establishment GROUP BY post_id"))
    for post, day, effect, planned in _over(body, "post_id", "plan.max_persons_per_post", seats):
        yield of_effect(effect, post=post, day=day, count=planned)


@group.whole("pool-too-many-posts", "Nobody is planned for more posts than the rule book allows.", remedy="look",
             severity="notice")  # fmt: skip
def pool_too_many_posts(body: Body) -> Iterable[Found]:
    for person, day, effect, planned in _over(body, "person_id", "plan.max_posts_per_person", {}):
        yield of_effect(effect, person=person, day=day, count=planned)


def _over(body: Body, by: str, key: str, seats: dict[Any, int]) -> Iterable[tuple[Any, ...]]:
    """The first day on which more are planned than the rule allows, for each post or person; times the seats."""
    told: set[int] = set()
    for subject, since, effect, planned in body.values(_PLANNED.format(by=by) + f" ORDER BY {by}, day"):
        day = as_day(since)
        limit = _limit(body, key, day) if day else None
        if limit is not None and planned > limit * seats.get(subject, 1) and subject not in told:
            told.add(subject)
            yield subject, day, effect, planned


def _limit(body: Body, key: str, day: Any) -> int | None:
    rule = body.rule("value", key, as_of=day)
    return None if rule is None or rule.value is None else int(rule.value)


group.sql(
    "pool-overlap",
    "Nobody is planned twice for one post on a day.",
    """
    SELECT opened_by_id AS effect, person_id AS person, post_id AS post, starts_on AS day FROM (
        SELECT opened_by_id, person_id, post_id, starts_on, MAX(COALESCE(ends_before, :far)) OVER (
            PARTITION BY person_id, post_id ORDER BY starts_on, id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
        FROM pool_entry
    ) s WHERE reach > starts_on
    """,
    remedy="rebuild",
    says="overlap",
)
group.sql(
    "pool-without-post",
    "Nobody is planned for a post longer than it stands.",
    f"""
    SELECT t.opened_by_id AS effect, t.person_id AS person, t.post_id AS post FROM pool_entry t
    LEFT JOIN {ESTABLISHED} s ON s.post_id = t.post_id
    WHERE s.post_id IS NULL OR t.starts_on < s.born OR COALESCE(t.ends_before, :far) > s.died
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="outlives",
)
group.sql(
    "pool-without-day",
    "An entry in the pool lasts at least a day.",
    """
    SELECT opened_by_id AS effect, person_id AS person, post_id AS post FROM pool_entry
    WHERE ends_before <= starts_on
    """,
    remedy="rebuild",
    says="without-day",
)
group.sql(
    "pool-without-term",
    "An entry in the pool names its term.",
    "SELECT opened_by_id AS effect, person_id AS person, post_id AS post FROM pool_entry WHERE TRIM(term) = ''",
    remedy="rebuild",
    says="empty-field",
)
group.sql(
    "planned-and-in-office",
    "Nobody is planned for a post that the person already holds.",
    """
    SELECT p.opened_by_id AS effect, p.person_id AS person, p.post_id AS post FROM pool_entry p
    JOIN tenure t ON t.person_id = p.person_id AND t.post_id = p.post_id
    WHERE p.ends_before IS NULL AND t.ends_before IS NULL
    """,
    remedy="look",
    severity="notice",
)
