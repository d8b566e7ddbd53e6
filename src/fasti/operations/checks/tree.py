"""The tree: one root, every unit under one that stands, kinds where they belong, every life without a gap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fasti.operations.checks.body import Body, as_day
from fasti.operations.checks.table import Found, Group, of_effect

group = Group("tree", __name__)
LIFE = """(
    SELECT unit_id, MIN(starts_on) AS born, MAX(COALESCE(ends_before, :far)) AS died FROM unit_span GROUP BY unit_id)"""
"""Every unit with its first day and its end."""

group.sql(
    "roots-not-one",
    "On every day on which a unit stands there is exactly one root.",
    """
    SELECT MAX(effect) AS effect, day, MAX(roots) AS count FROM (
        SELECT day, effect, SUM(root) OVER (ORDER BY day) AS roots, SUM(unit) OVER (ORDER BY day) AS units FROM (
            SELECT starts_on AS day, CASE WHEN parent_id IS NULL THEN 1 ELSE 0 END AS root, 1 AS unit,
                opened_by_id AS effect FROM unit_span
            UNION ALL
            SELECT ends_before, CASE WHEN parent_id IS NULL THEN -1 ELSE 0 END, -1, closed_by_id
            FROM unit_span WHERE ends_before IS NOT NULL
        ) c
    ) s WHERE roots <> 1 AND units > 0 GROUP BY day
    """,
    remedy="rebuild",
)


@group.whole("unit-under-itself", "On no day does a unit stand under itself.", remedy="rebuild")
def unit_under_itself(body: Body) -> Iterable[Found]:
    for unit, spans in body.spans.items():
        for parent, _, starts_on, _, opened_by in spans:
            if _comes_round(unit, parent, starts_on, body):
                yield of_effect(opened_by, unit=unit, day=starts_on)


def _comes_round(unit: int, parent: int | None, day: date, body: Body) -> bool:
    seen: set[int] = set()
    while parent is not None and parent not in seen:
        if parent == unit:
            return True
        seen.add(parent)
        parent = _parent(parent, day, body)
    return False


def _parent(unit: int, day: date, body: Body) -> int | None:
    for parent, _, starts_on, ends_before, _ in body.spans.get(unit, ()):
        if starts_on <= day and (ends_before is None or day < ends_before):
            return parent
    return None


group.sql(
    "parent-not-there",
    "A unit stands under one that stands as long as it does.",
    f"""
    SELECT c.opened_by_id AS effect, c.unit_id AS unit, c.parent_id AS other_unit FROM unit_span c
    LEFT JOIN {LIFE} p ON p.unit_id = c.parent_id WHERE c.parent_id IS NOT NULL AND (
        p.unit_id IS NULL OR c.starts_on < p.born OR COALESCE(c.ends_before, :far) > p.died)
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="outlives",
)


@group.whole("unit-kind-not-known", "The rule book knows the kind of a unit on the day its span began.",
             remedy="look", says="not-in-rules",
             severity="notice")  # fmt: skip
def unit_kind_not_known(body: Body) -> Iterable[Found]:
    for unit, spans in body.spans.items():
        for _, kind, starts_on, _, opened_by in spans:
            if body.pack and body.rule("unit_kind", kind, as_of=starts_on) is None:
                yield of_effect(opened_by, unit=unit, value=kind, day=starts_on)


@group.whole("kind-under-wrong-kind", "Units of a kind stand under units of the kinds that the rule book says.",
             remedy="look", says="wrong-kind", severity="notice")  # fmt: skip
def kind_under_wrong_kind(body: Body) -> Iterable[Found]:
    for unit, spans in body.spans.items():
        for parent, kind, starts_on, _, opened_by in spans:
            above = body.kind_on(parent, starts_on) if parent is not None else None
            rule = body.rule("unit_kind", kind, as_of=starts_on)
            if above and rule and above not in rule.parents:
                yield of_effect(opened_by, unit=unit, value=kind, other_unit=parent)


@group.whole("level-above-parent", "No unit is of a higher level than the one it stands under.", remedy="look",
             severity="notice")  # fmt: skip
def level_above_parent(body: Body) -> Iterable[Found]:
    for unit, spans in body.spans.items():
        for parent, kind, starts_on, _, opened_by in spans:
            above = body.kind_on(parent, starts_on) if parent is not None else None
            own, higher = body.rank(kind, as_of=starts_on), body.rank(above, as_of=starts_on)
            if own is not None and higher is not None and own < higher:
                yield of_effect(opened_by, unit=unit, other_unit=parent)


group.sql(
    "unit-gap",
    "A unit's life has no gap.",
    """
    SELECT opened_by_id AS effect, unit_id AS unit, starts_on AS day FROM (
        SELECT opened_by_id, unit_id, starts_on, MAX(COALESCE(ends_before, :far)) OVER (
            PARTITION BY unit_id ORDER BY starts_on, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
        FROM unit_span
    ) s WHERE reach < starts_on
    """,
    remedy="rebuild",
)
group.sql(
    "unit-twice",
    "A unit stands in one place on every day.",
    """
    SELECT opened_by_id AS effect, unit_id AS unit, starts_on AS day FROM (
        SELECT opened_by_id, unit_id, starts_on, MAX(COALESCE(ends_before, :far)) OVER (
            PARTITION BY unit_id ORDER BY starts_on, id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
        FROM unit_span
    ) s WHERE reach > starts_on
    """,
    remedy="rebuild",
    says="overlap",
)


@group.whole("organ-goes-over", "An organ ends with its unit and goes over to no other.", remedy="rebuild")
def organ_goes_over(body: Body) -> Iterable[Found]:
    sql = """
        SELECT b.opened_by_id, b.unit_id, b.starts_on FROM unit_span b JOIN unit_span a ON a.unit_id = b.unit_id
        AND a.ends_before = b.starts_on AND a.closed_by_id = b.opened_by_id
        JOIN effect o ON o.id = b.opened_by_id AND o.unit_id <> b.unit_id
    """
    for effect, unit, day in body.values(sql):
        if unit in body.organs:
            yield of_effect(effect, unit=unit, day=as_day(day))


group.sql(
    "lineage-to-itself",
    "No unit goes over into itself.",
    "SELECT opened_by_id AS effect, predecessor_id AS unit FROM lineage WHERE predecessor_id = successor_id",
    remedy="rebuild",
)
group.sql(
    "lineage-without-end",
    "A unit that went over into another ended on that day, unless it was split.",
    f"""
    SELECT l.opened_by_id AS effect, l.predecessor_id AS unit, l."on" AS day FROM lineage l
    LEFT JOIN {LIFE} p ON p.unit_id = l.predecessor_id
    WHERE l.manner <> 'split' AND (p.unit_id IS NULL OR p.died <> l."on")
    """,  # nosec B608 - our own names
    remedy="rebuild",
)
group.sql(
    "lineage-without-successor",
    "The unit that takes over stands on the day.",
    """
    SELECT l.opened_by_id AS effect, l.successor_id AS unit, l."on" AS day FROM lineage l WHERE NOT EXISTS (
        SELECT 1 FROM unit_span s WHERE s.unit_id = l.successor_id AND s.starts_on <= l."on"
        AND (s.ends_before IS NULL OR s.ends_before > l."on"))
    """,
    remedy="rebuild",
)
group.sql(
    "lineage-shares-over",
    "What is split off a unit on a day is not more than the whole.",
    """
    SELECT MAX(opened_by_id) AS effect, predecessor_id AS unit, "on" AS day, SUM(share) AS number FROM lineage
    WHERE manner = 'split' GROUP BY predecessor_id, "on" HAVING SUM(share) > 100
    """,
    remedy="rebuild",
)
group.sql(
    "names-alike",
    "No two units of a kind under one unit bear the same name on one day.",
    """
    SELECT MAX(a.opened_by_id) AS effect, a.unit_id AS unit, b.unit_id AS other_unit FROM unit_span a
    JOIN unit_span b ON b.parent_id = a.parent_id AND b.kind = a.kind AND b.unit_id > a.unit_id
        AND CAST(b.names AS TEXT) = CAST(a.names AS TEXT) AND b.starts_on < COALESCE(a.ends_before, :far)
        AND a.starts_on < COALESCE(b.ends_before, :far)
    GROUP BY a.unit_id, b.unit_id
    """,
    remedy="look",
    severity="notice",
)
group.sql(
    "unit-ends-with-children",
    "When a unit ends, nothing is left standing under it.",
    f"""
    SELECT c.opened_by_id AS effect, c.unit_id AS unit, c.parent_id AS other_unit, p.died AS day FROM unit_span c
    JOIN {LIFE} p ON p.unit_id = c.parent_id
    WHERE p.died <> :far AND c.ends_before IS NULL
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="outlives",
)


@group.whole("nameless-span", "Every unit has a name on every day.", remedy="rebuild", says="empty-field")
def nameless_span(body: Body) -> Iterable[Found]:
    for effect, unit, names in body.values(
        "SELECT opened_by_id, unit_id, CAST(names AS TEXT) FROM unit_span"
    ):
        if str(names).strip() in ("{}", "", "null"):
            yield of_effect(effect, unit=unit)
