"""Posts: seats, holders and vacancies fit each other on every day, in units that stand and may have them."""

from __future__ import annotations

from collections.abc import Iterable

from fasti.operations.checks.body import Body, as_day
from fasti.operations.checks.table import Found, Group, of_effect
from fasti.operations.checks.tree import LIFE

group = Group("posts", __name__)
ESTABLISHED = """(
    SELECT post_id, MIN(starts_on) AS born, MAX(COALESCE(ends_before, :far)) AS died FROM establishment
    GROUP BY post_id)"""
"""Every post with its first day and its end."""
_CHANGES = """
    SELECT post_id, starts_on AS day, 1 AS held, 0 AS seats, 0 AS empty, opened_by_id AS effect FROM tenure
    UNION ALL SELECT post_id, ends_before, -1, 0, 0, closed_by_id FROM tenure WHERE ends_before IS NOT NULL
    UNION ALL SELECT post_id, starts_on, 0, seats, 0, opened_by_id FROM establishment
    UNION ALL SELECT post_id, ends_before, 0, -seats, 0, closed_by_id FROM establishment WHERE ends_before IS NOT NULL
    UNION ALL SELECT post_id, starts_on, 0, 0, 1, opened_by_id FROM vacancy
    UNION ALL SELECT post_id, ends_before, 0, 0, -1, closed_by_id FROM vacancy WHERE ends_before IS NOT NULL
"""
"""By how much holders, seats and vacancies of a post change on a day."""
_DAYS = f"""
    SELECT post_id, day, effect, SUM(held) OVER w AS held, SUM(seats) OVER w AS seats, SUM(empty) OVER w AS empty
    FROM ({_CHANGES}) c WINDOW w AS (PARTITION BY post_id ORDER BY day)
"""  # nosec B608 - our own names

group.sql(
    "post-over-its-seats",
    "On no day has a post more holders than seats.",
    f"""
    SELECT MAX(effect) AS effect, post_id AS post, day, MAX(held) AS count, MAX(seats) AS "limit" FROM ({_DAYS}) d
    WHERE held > seats GROUP BY post_id, day
    """,  # nosec B608 - our own names
    remedy="rebuild",
)
group.sql(
    "seats-do-not-foot",
    "On every day, the holders and the vacancies of a post make its seats.",
    f"""
    SELECT MAX(effect) AS effect, post_id AS post, day, MAX(held + empty) AS count, MAX(seats) AS "limit"
    FROM ({_DAYS}) d
    WHERE held + empty <> seats GROUP BY post_id, day
    """,  # nosec B608 - our own names
    remedy="rebuild",
)
group.sql(
    "seats-overlap",
    "On no day has a post two numbers of seats.",
    """
    SELECT opened_by_id AS effect, post_id AS post, starts_on AS day FROM (
        SELECT opened_by_id, post_id, starts_on, MAX(COALESCE(ends_before, :far)) OVER (
            PARTITION BY post_id ORDER BY starts_on, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
        FROM establishment
    ) s WHERE reach > starts_on
    """,
    remedy="rebuild",
    says="overlap",
)
group.sql(
    "post-without-seats",
    "A post that stands has at least one seat.",
    "SELECT opened_by_id AS effect, post_id AS post FROM establishment WHERE seats < 1",
    remedy="rebuild",
)
group.sql(
    "post-without-unit",
    "A post stands no longer than its unit.",
    f"""
    SELECT s.opened_by_id AS effect, s.post_id AS post, p.unit_id AS unit FROM establishment s
    JOIN post p ON p.id = s.post_id LEFT JOIN {LIFE} u ON u.unit_id = p.unit_id
    WHERE u.unit_id IS NULL OR s.starts_on < u.born OR COALESCE(s.ends_before, :far) > u.died
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="outlives",
)
for _id, _table, _what in (
    ("seats-without-day", "establishment", "number of seats"),
    ("vacancy-without-day", "vacancy", "vacancy"),
):
    group.sql(
        _id,
        f"A {_what} lasts at least a day.",
        f"""
        SELECT opened_by_id AS effect, post_id AS post, starts_on AS day FROM {_table}
        WHERE ends_before <= starts_on
        """,  # nosec B608 - our own names
        remedy="rebuild",
        says="without-day",
    )
group.sql(
    "vacancy-without-post",
    "A vacancy lasts no longer than its post stands.",
    f"""
    SELECT v.opened_by_id AS effect, v.post_id AS post, v.starts_on AS day FROM vacancy v
    LEFT JOIN {ESTABLISHED} s ON s.post_id = v.post_id
    WHERE s.post_id IS NULL OR v.starts_on < s.born OR COALESCE(v.ends_before, :far) > s.died
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="outlives",
)


@group.whole("office-for-wrong-kind", "Posts stand in units of the kinds that the rule book gives their office.",
             remedy="look", says="wrong-kind", severity="notice")  # fmt: skip
def office_for_wrong_kind(body: Body) -> Iterable[Found]:
    for effect, post, since in body.values("SELECT opened_by_id, post_id, starts_on FROM establishment"):
        day, (unit, office) = as_day(since), body.posts.get(post, (0, ""))
        kind = body.kind_on(unit, day) if day else None
        rule = body.rule("office", office, as_of=day) if day else None
        if kind and rule and kind not in rule.unit_kinds:
            yield of_effect(effect, post=post, value=kind)


@group.whole("vacant-too-long", "No seat is vacant longer than the rule book calls long.", remedy="look",
             severity="notice")  # fmt: skip
def vacant_too_long(body: Body) -> Iterable[Found]:
    rule = body.rule("value", "posts.vacant_long_days", as_of=body.as_of)
    for effect, post, since in body.values(
        "SELECT opened_by_id, post_id, starts_on FROM vacancy WHERE ends_before IS NULL"
    ):
        day = as_day(since)
        if day and rule and (body.as_of - day).days > int(rule.value):
            yield of_effect(effect, post=post, day=day)


group.sql(
    "unit-without-post",
    "Every organ that stands has a post.",
    """
    SELECT s.opened_by_id AS effect, s.unit_id AS unit FROM unit_span s WHERE s.ends_before IS NULL
    AND EXISTS (SELECT 1 FROM act a WHERE a.issuer_id = s.unit_id)
    AND NOT EXISTS (SELECT 1 FROM post p JOIN establishment e ON e.post_id = p.id
        WHERE p.unit_id = s.unit_id AND e.ends_before IS NULL)
    """,
    remedy="look",
    severity="notice",
)


@group.whole("unit-without-head", "Every unit with leading posts has somebody in one of them.", remedy="look",
             severity="notice")  # fmt: skip
def unit_without_head(body: Body) -> Iterable[Found]:
    sql = (
        "SELECT p.unit_id, p.office, MIN(e.opened_by_id), COUNT(t.id) FROM post p"
        " JOIN establishment e ON e.post_id = p.id AND e.ends_before IS NULL"
        " LEFT JOIN tenure t ON t.post_id = p.id AND t.ends_before IS NULL GROUP BY p.unit_id, p.office"
    )
    led: dict[int, tuple[int, int]] = {}
    for unit, office, effect, held in body.values(sql):
        rule = body.rule("office", office, as_of=body.as_of)
        if rule and rule.is_leader:
            first, before = led.get(unit, (effect, 0))
            led[unit] = (min(first, effect), before + held)
    for unit, (effect, held) in sorted(led.items()):
        if not held:
            yield of_effect(effect, unit=unit)
