"""Memberships: of one unit at a time, in one that stands and has members, from probation to full; and they foot."""

from __future__ import annotations

from collections.abc import Iterable

from fasti.dates import spans
from fasti.effects import kinds
from fasti.operations.checks.body import Body, as_day
from fasti.operations.checks.table import Found, Group, of_effect
from fasti.operations.checks.tree import LIFE

group = Group("members", __name__)
_KINDS = "('" + "', '".join(kinds.kinds_of("membership")) + "')"
"""The kinds of effect that make up memberships."""

group.sql(
    "membership-overlap",
    "Nobody is a member of two units on one day.",
    """
    SELECT opened_by_id AS effect, person_id AS person, starts_on AS day FROM (
        SELECT opened_by_id, person_id, starts_on, MAX(COALESCE(ends_before, :far)) OVER (
            PARTITION BY person_id ORDER BY starts_on, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
        FROM membership
    ) s WHERE reach > starts_on
    """,
    remedy="rebuild",
    says="overlap",
)
group.sql(
    "membership-without-unit",
    "A membership lasts no longer than its unit.",
    f"""
    SELECT m.opened_by_id AS effect, m.person_id AS person, m.unit_id AS unit FROM membership m
    LEFT JOIN {LIFE} u ON u.unit_id = m.unit_id
    WHERE u.unit_id IS NULL OR m.starts_on < u.born OR COALESCE(m.ends_before, :far) > u.died
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="outlives",
)


@group.whole("unit-without-own-members", "Only units of kinds that have members have them.", remedy="look",
             severity="notice")  # fmt: skip
def unit_without_own_members(body: Body) -> Iterable[Found]:
    sql = "SELECT unit_id, MIN(opened_by_id), MIN(starts_on), COUNT(*) FROM membership GROUP BY unit_id"
    for unit, effect, since, count in body.values(sql):
        kinds = {kind for _, kind, *_ in body.spans.get(unit, ())}
        if kinds and not any(_has_members(kind, since, body) for kind in kinds):
            yield of_effect(effect, unit=unit, count=count)


def _has_members(kind: str, since: object, body: Body) -> bool:
    day = as_day(since)
    rule = body.rule("unit_kind", kind, as_of=day) if day else None
    return rule is None or bool(rule.has_members)


group.sql(
    "membership-stage-unknown",
    "A member is on probation or a full member.",
    """
    SELECT opened_by_id AS effect, person_id AS person, stage AS value FROM membership
    WHERE stage NOT IN ('probationary', 'full')
    """,
    remedy="rebuild",
    says="no-stage",
)
group.sql(
    "probation-after-full",
    "A full member is not put on probation without having left.",
    """
    SELECT b.opened_by_id AS effect, b.person_id AS person, b.starts_on AS day FROM membership a
    JOIN membership b ON b.person_id = a.person_id AND b.starts_on = a.ends_before
    JOIN effect e ON e.id = b.opened_by_id
    WHERE a.stage = 'full' AND b.stage = 'probationary' AND e.kind NOT IN ('ADMIT', 'READMIT')
    """,
    remedy="rebuild",
)
group.sql(
    "membership-without-day",
    "A membership lasts at least a day.",
    """
    SELECT opened_by_id AS effect, person_id AS person, starts_on AS day FROM membership
    WHERE ends_before <= starts_on
    """,
    remedy="rebuild",
    says="without-day",
)
group.sql(
    "membership-ends-by-itself",
    "A membership ends only by an act.",
    """
    SELECT opened_by_id AS effect, person_id AS person, ends_before AS day FROM membership
    WHERE ends_before IS NOT NULL AND closed_by_id IS NULL
    """,
    remedy="rebuild",
    says="ends-by-itself",
)
group.sql(
    "membership-of-another",
    "A membership is opened by an effect on the person or on the unit.",
    """
    SELECT m.opened_by_id AS effect, m.person_id AS person FROM membership m JOIN effect e ON e.id = m.opened_by_id
    WHERE e.person_id IS NOT NULL AND e.person_id <> m.person_id AND NOT EXISTS (
        SELECT 1 FROM alias a WHERE a.person_id = e.person_id AND a.stands_for_id = m.person_id)
    """,
    remedy="rebuild",
    says="of-another",
)
group.sql(
    "moved-in-not-out",
    "Who came into a unit with a whole unit left that one on the same day.",
    """
    SELECT m.opened_by_id AS effect, m.person_id AS person, m.unit_id AS unit, m.starts_on AS day FROM membership m
    JOIN effect e ON e.id = m.opened_by_id WHERE e.person_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM membership b WHERE b.person_id = m.person_id AND b.ends_before = m.starts_on
        AND b.closed_by_id = m.opened_by_id)
    AND NOT EXISTS (SELECT 1 FROM effect x WHERE x.person_id = m.person_id AND x."on" >= e."on")
    """,
    remedy="rebuild",
    says="not-in-register",
)
group.sql(
    "moved-out-not-in",
    "Who left a unit because it went over into another is a member there from the same day.",
    """
    SELECT m.closed_by_id AS effect, m.person_id AS person, m.unit_id AS unit, m.ends_before AS day FROM membership m
    JOIN effect e ON e.id = m.closed_by_id WHERE e.person_id IS NULL AND e.other_unit_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM membership b WHERE b.person_id = m.person_id AND b.starts_on = m.ends_before)
    AND NOT EXISTS (SELECT 1 FROM effect x WHERE x.person_id = m.person_id AND x."on" = m.ends_before)
    """,
    remedy="rebuild",
    says="not-in-register",
)
group.sql(
    "admitted-not-member",
    "Who was admitted is a member from that day.",
    f"""
    SELECT e.id AS effect, e.person_id AS person, e."on" AS day FROM effect e
    WHERE e.kind IN ('ADMIT', 'READMIT') AND NOT EXISTS (SELECT 1 FROM effect v WHERE v.voids_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.opened_by_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM effect x WHERE x.person_id = e.person_id AND x.id <> e.id AND x."on" = e."on"
        AND x.kind IN {_KINDS})
    AND NOT EXISTS (SELECT 1 FROM unit_span s WHERE s.unit_id = e.unit_id AND s.ends_before <= e."on")
    AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.person_id = e.person_id)
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="not-in-register",
)
group.sql(
    "left-still-member",
    "Who left is no member on that day.",
    """
    SELECT e.id AS effect, e.person_id AS person, e."on" AS day FROM effect e
    JOIN membership m ON m.person_id = e.person_id
    WHERE e.kind IN ('LEAVE', 'STRIKE_OFF') AND NOT EXISTS (SELECT 1 FROM effect v WHERE v.voids_id = e.id)
    AND m.starts_on <= e."on" AND (m.ends_before IS NULL OR m.ends_before > e."on")
    AND NOT EXISTS (SELECT 1 FROM effect x WHERE x.id = m.opened_by_id AND x.id > e.id AND x."on" = e."on")
    """,
    remedy="rebuild",
    says="not-in-register",
)


@group.whole(
    "members-do-not-foot",
    "In every year, the members at its start, those admitted and those who left make the members at its end.",
    remedy="rebuild",
)
def members_do_not_foot(body: Body) -> Iterable[Found]:
    flows: dict[str, int] = {}
    for year, count in body.values(_STOCK):
        flows[str(year)] = flows.get(str(year), 0) + int(count)
    for kind, year, effect, count in body.values(_FLOW):
        if effect not in body.dead:
            flows[str(year)] = flows.get(str(year), 0) - int(
                count if kind in ("ADMIT", "READMIT") else -count
            )
    for year, over in sorted(flows.items()):
        if over:
            yield Found(args={"value": year, "number": over})


_STOCK = """
    SELECT SUBSTR(CAST(day AS TEXT), 1, 4), SUM(n) FROM (
        SELECT starts_on AS day, 1 AS n FROM membership
        UNION ALL SELECT ends_before, -1 FROM membership WHERE ends_before IS NOT NULL
    ) c GROUP BY SUBSTR(CAST(day AS TEXT), 1, 4)
"""
"""By how many members every year differs from the one before, as the register says."""
_FLOW = """
    SELECT kind, SUBSTR(CAST("on" AS TEXT), 1, 4), id, 1 FROM effect
    WHERE kind IN ('ADMIT', 'READMIT', 'LEAVE', 'STRIKE_OFF')
"""


@group.whole("probation-overdue", "Nobody is on probation a year longer than the rule book says.", remedy="look",
             severity="notice")  # fmt: skip
def probation_overdue(body: Body) -> Iterable[Found]:
    sql = (
        "SELECT opened_by_id, person_id, starts_on FROM membership"
        " WHERE stage = 'probationary' AND ends_before IS NULL"
    )
    for effect, person, since in body.values(sql):
        day = as_day(since)
        rule = body.rule("value", "membership.probation_months", as_of=day) if day else None
        if day and rule and spans.months_after(day, int(rule.value) + 12) < body.as_of:
            yield of_effect(effect, person=person, day=day)


group.sql(
    "age-unknown",
    "The age of every member is known.",
    """
    SELECT m.unit_id AS unit, COUNT(*) AS count FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.ends_before IS NULL AND p.born_on IS NULL AND p.full_name <> '' GROUP BY m.unit_id
    """,
    remedy="complete",
    severity="notice",
)
group.sql(
    "member-very-old",
    "No member is older than 110 years.",
    """
    SELECT m.opened_by_id AS effect, m.person_id AS person, p.born_on AS day FROM membership m
    JOIN person p ON p.id = m.person_id WHERE m.ends_before IS NULL AND p.born_on IS NOT NULL
    AND CAST(SUBSTR(:today, 1, 4) AS INTEGER) - CAST(SUBSTR(CAST(p.born_on AS TEXT), 1, 4) AS INTEGER) > 110
    """,
    remedy="look",
    severity="notice",
)
