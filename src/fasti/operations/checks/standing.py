"""Ratings, sanctions and training: of those who were there, in words of the rule book, each for its time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from fasti.dates import periods
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body, as_day
from fasti.operations.checks.table import Found, Group, of_effect
from fasti.operations.checks.tree import LIFE

group = Group("standing", __name__)


def _listed(body: Body, key: str, day: Any) -> list[str]:
    rule = body.rule("value", key, as_of=day) if day else None
    return str(rule.value).split() if rule else []


def _not_listed(column: str, key: str, *tables: tuple[str, str]) -> Callable[[Body], Iterable[Found]]:
    """A check that finds words of the register that were not on the rule book's list of their day."""

    def find(body: Body) -> Iterable[Found]:
        for table, subject in tables:
            sql = f"SELECT opened_by_id, {subject}_id, {column}, starts_on FROM {table}"  # nosec B608 - our own names
            for effect, id, value, since in body.values(sql):
                listed = _listed(body, key, as_day(since))
                if listed and value not in listed:
                    yield of_effect(effect, **{subject: id}, value=stored.shown(value))

    return find


_RATINGS = (("rating", "person"), ("unit_rating", "unit"))
_SANCTIONS = (("sanction", "person"), ("unit_sanction", "unit"))
for _id, _proves, _column, _key, _tables in (
    ("grade-unknown", "Grades are on the rule book's list of their day.", "grade", "rating.grades", _RATINGS),
    ("ground-unknown", "Grounds of sanctions are on the rule book's list of their day.", "ground", "sanction.grounds",
     _SANCTIONS),
):  # fmt: skip
    group.whole(_id, _proves, remedy="look", severity="notice", says="not-in-rules")(
        _not_listed(_column, _key, *_tables)
    )


@group.whole(
    "rating-for-no-period",
    "The register rates years, half-years, quarters and months.",
    remedy="rebuild",
    says="not-a-period",
)
def rating_for_no_period(body: Body) -> Iterable[Found]:
    for table, subject in _RATINGS:
        for effect, id, period in body.values(f"SELECT opened_by_id, {subject}_id, period FROM {table}"):  # nosec B608
            try:
                periods.Period.parse(str(period))
            except periods.MalformedPeriod:
                yield of_effect(effect, **{subject: id}, value=stored.shown(period))


def _union(columns: str, tables: Iterable[tuple[str, str]], where: str) -> str:
    """One query over tables of persons and of units."""
    return " UNION ALL ".join(
        f"""
        SELECT opened_by_id AS effect, {"t.person_id" if subject == "person" else "NULL"} AS person,
            {"t.unit_id" if subject == "unit" else "NULL"} AS unit{columns}
        FROM {table} t WHERE {where.format(table=table, subject=subject)}
        """  # nosec B608 - our own names
        for table, subject in tables
    )


group.sql(
    "rated-twice",
    "Nobody and no unit has two grades for one period on one day.",
    _union(
        ", t.period AS value",
        _RATINGS,
        "EXISTS (SELECT 1 FROM {table} o WHERE o.id < t.id AND o.{subject}_id = t.{subject}_id AND o.period = t.period"
        " AND o.starts_on < COALESCE(t.ends_before, :far) AND t.starts_on < COALESCE(o.ends_before, :far))",
    ),
    remedy="rebuild",
    says="overlap",
)
group.sql(
    "rating-without-day",
    "A grade holds at least a day.",
    _union("", _RATINGS, "t.ends_before <= t.starts_on"),
    remedy="rebuild",
    says="without-day",
)
group.sql(
    "sanction-without-day",
    "A sanction lasts at least a day.",
    _union("", _SANCTIONS, "t.ends_before <= t.starts_on"),
    remedy="rebuild",
    says="without-day",
)
group.sql(
    "sanction-without-ground",
    "A sanction names its form and its ground.",
    _union("", _SANCTIONS, "TRIM(t.form) = '' OR TRIM(t.ground) = ''"),
    remedy="rebuild",
    says="empty-field",
)
group.sql(
    "sanctioned-never-there",
    "A unit rated or sanctioned was founded before.",
    " UNION ALL ".join(
        f"""
        SELECT t.opened_by_id AS effect, t.unit_id AS unit, t.starts_on AS day FROM {table} t
        LEFT JOIN {LIFE} u ON u.unit_id = t.unit_id WHERE u.unit_id IS NULL OR t.starts_on < u.born
        """  # nosec B608 - our own names
        for table in ("unit_rating", "unit_sanction")
    ),
    remedy="rebuild",
    says="outlives",
)
group.sql(
    "topic-without-course",
    "A topic completed names its course, topic and provider.",
    """
    SELECT opened_by_id AS effect, person_id AS person FROM completed_topic
    WHERE TRIM(course) = '' OR TRIM(topic) = '' OR TRIM(provider) = ''
    """,
    remedy="rebuild",
    says="empty-field",
)
group.sql(
    "topic-twice",
    "Nobody completes one topic of a course twice by one act.",
    """
    SELECT opened_by_id AS effect, person_id AS person, topic AS value FROM completed_topic
    GROUP BY opened_by_id, person_id, course, topic, provider HAVING COUNT(*) > 1
    """,
    remedy="rebuild",
    says="twice",
)
group.sql(
    "topic-before-unit",
    "A course is held by a unit that was founded before.",
    f"""
    SELECT t.opened_by_id AS effect, t.unit_id AS unit, t.starts_on AS day FROM completed_topic t
    LEFT JOIN {LIFE} u ON u.unit_id = t.unit_id WHERE u.unit_id IS NULL OR t.starts_on < u.born
    """,  # nosec B608 - our own names
    remedy="look",
    says="outlives",
    severity="notice",
)
group.sql(
    "entry-given-up-twice",
    "An entry of a person is given up once, for one that was not given up.",
    """
    SELECT a.opened_by_id AS effect, a.person_id AS person FROM alias a
    WHERE a.person_id = a.stands_for_id OR EXISTS (SELECT 1 FROM alias b WHERE b.person_id = a.stands_for_id)
    OR EXISTS (SELECT 1 FROM alias b WHERE b.person_id = a.person_id AND b.id < a.id)
    """,
    remedy="rebuild",
    says="twice",
)
group.sql(
    "entry-given-up-not-empty",
    "Of an entry that was given up nothing stands in the register.",
    " UNION ALL ".join(
        f"""
        SELECT t.opened_by_id AS effect, t.person_id AS person, '{table}' AS value FROM {table} t
        JOIN alias a ON a.person_id = t.person_id
        """  # nosec B608 - our own names
        for table in ("membership", "tenure", "pool_entry", "completed_topic", "rating", "sanction")
    ),
    remedy="rebuild",
)
