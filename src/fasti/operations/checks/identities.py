"""Identities: units, persons and posts have sound codes, came into the record by an act, and are who the acts say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fasti.effects import admit
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act, of_effect
from fasti.subjects.models import Person, Post, Unit
from fasti.subjects.names import fold

group = Group("identities", __name__)
_CODE = re.compile(r"\w[\w.+/-]*")


def _malformed(model: type[Any]) -> Callable[[Body], Iterable[Found]]:
    """A check that finds codes nobody could have been given."""

    def find(body: Body) -> Iterable[Found]:
        for row in stored.rows(model):
            code = row.code
            if not isinstance(code, str) or not _CODE.fullmatch(code) or len(code) > _longest(model):
                yield Found(args={"value": stored.shown(getattr(code, "raw", code)), "number": row.id})

    return find


def _longest(model: type[Any]) -> int:
    return int(model._meta.get_field("code").max_length)


for _name, _model in (("unit", Unit), ("person", Person), ("post", Post)):
    group.whole(
        f"{_name}-code-malformed",
        f"The code of every {_name} is one that can be given.",
        remedy="restore",
        says="code-malformed",
    )(_malformed(_model))
    group.sql(
        f"{_name}-missing",
        f"{_name.capitalize()}s are numbered in the record from 1 without gaps.",
        f"""
        SELECT id AS number, COALESCE(before, 0) + 1 AS "limit"
        FROM (SELECT id, LAG(id) OVER (ORDER BY id) AS before FROM "{_name}") s WHERE id <> COALESCE(before, 0) + 1
        """,  # nosec B608 - our own names
        remedy="restore",
        says="gap",
    )
    group.sql(
        f"{_name}-codes-confusable",
        f"No two {_name}s have codes that differ only in capitals.",
        f'SELECT MIN(code) AS value, MAX(code) AS other FROM "{_name}" GROUP BY LOWER(code) HAVING COUNT(*) > 1',  # nosec B608
        remedy="look",
        severity="notice",
        says="codes-confusable",
    )

for _name, _kind, _proves in (
    ("unit", "FOUND", "Every unit was founded by an act."),
    ("person", "ADMIT", "Every person was first entered by an act."),
    ("post", "ESTABLISH_POST", "Every post was first set up by an act."),
):
    group.sql(
        f"{_name}-without-act",
        _proves,
        f"""
        SELECT t.id AS {_name} FROM "{_name}" t
        WHERE NOT EXISTS (SELECT 1 FROM effect e WHERE e.{_name}_id = t.id AND e.kind = '{_kind}')
        """,  # nosec B608 - our own names
        remedy="restore",
        says="identity-without-act",
    )


@group.each(
    "post-office-differs",
    "The office of a post is the one its act gave it.",
    remedy="restore",
    says="post-differs",
)
def post_office_differs(sheet: Sheet, body: Body) -> Iterable[Found]:
    for each in sheet.effects:
        if each.kind == "ESTABLISH_POST" and isinstance(each.data, Mapping):
            office = body.posts.get(each.post_id, (0, ""))[1]
            if office != each.data.get("office"):
                yield of_act(sheet.act.id, post=each.post_id, value=office)


group.sql(
    "post-unit-differs",
    "The unit of a post is the one its act gave it.",
    """
    SELECT e.act_id AS act, e.post_id AS post, e.unit_id AS unit FROM effect e JOIN post p ON p.id = e.post_id
    WHERE e.kind = 'ESTABLISH_POST' AND p.unit_id <> e.unit_id
    """,
    remedy="restore",
    says="post-differs",
)
_PERSONAL = [field for field in Person._meta.concrete_fields if field.name in admit.Admit.PERSONAL]
"""The columns of a person that are filled from the personal fields of acts."""
_SAID = " ".join(f"WHEN '{each.name}' THEN COALESCE(CAST(p.{each.column} AS TEXT), '')" for each in _PERSONAL)
_GIVEN = " UNION ALL ".join(
    f"""
    SELECT p.id AS person, '{each.name}' AS field FROM person p
    WHERE COALESCE(CAST(p.{each.column} AS TEXT), '') <> '' AND NOT EXISTS (
        SELECT 1 FROM effect e JOIN personal_field f ON f.effect_id = e.id
        WHERE e.person_id = p.id AND f.field = '{each.name}')
    """  # nosec B608 - our own names
    for each in _PERSONAL
)
"""What stands of persons that no personal field of theirs says."""
group.sql(
    "person-differs",
    "The personal data of a person are those that acts gave.",
    f"""
    SELECT f.effect_id AS effect, e.person_id AS person, f.field AS field FROM personal_field f
    JOIN effect e ON e.id = f.effect_id JOIN person p ON p.id = e.person_id
    WHERE f.value <> CASE f.field {_SAID} ELSE f.value END
    """,  # nosec B608 - our own names
    remedy="restore",
    says="person-data",
)
_HAS_FIELDS = (
    "EXISTS (SELECT 1 FROM effect e JOIN personal_field f ON f.effect_id = e.id WHERE e.person_id = g.person)"
)
group.sql(
    "person-data-without-act",
    "Of a person whose data are on record, nothing is on record that no act gave.",
    f"SELECT (SELECT MIN(id) FROM effect e WHERE e.person_id = g.person) AS effect, g.person, g.field"  # nosec B608
    f" FROM ({_GIVEN}) g WHERE {_HAS_FIELDS}",
    remedy="restore",
    says="person-data",
)
group.sql(
    "person-half-erased",
    "Of a person whose personal fields are erased, the name is erased too.",
    f"SELECT (SELECT MIN(id) FROM effect e WHERE e.person_id = g.person) AS effect, g.person, g.field"  # nosec B608
    f" FROM ({_GIVEN}) g WHERE NOT {_HAS_FIELDS}",
    remedy="look",
    severity="notice",
)


@group.whole(
    "full-name-differs",
    "A person's full name is made of family and given name.",
    remedy="restore",
    says="person-data",
)
def full_name_differs(body: Body) -> Iterable[Found]:
    for row in stored.rows(Person):
        if stored.is_readable(row) and row.full_name != f"{row.family_name} {row.given_name}".strip():
            yield from _of_person(row.id, "full_name", body)


@group.whole(
    "search-name-differs",
    "A person's name for searching is the full name folded.",
    remedy="restore",
    says="person-data",
)
def search_name_differs(body: Body) -> Iterable[Found]:
    for row in stored.rows(Person):
        if stored.is_readable(row) and row.search_name != fold(row.full_name)[:250]:
            yield from _of_person(row.id, "search_name", body)


def _of_person(id: int, field: str, body: Body) -> Iterable[Found]:
    first = body.values(f"SELECT MIN(id) FROM effect WHERE person_id = {id}")  # nosec B608 - a number
    yield of_effect(first[0][0], person=id, field=field)


group.sql(
    "sex-unknown",
    "Sex is F, M, or not recorded.",
    "SELECT id AS person FROM person WHERE sex NOT IN ('', 'F', 'M')",
    remedy="restore",
)
group.sql(
    "born-after-entry",
    "Nobody is entered before the day of birth.",
    """
    SELECT e.id AS effect, p.id AS person, p.born_on AS day FROM person p JOIN effect e ON e.person_id = p.id
    WHERE e.kind = 'ADMIT' AND p.born_on > e."on"
    """,
    remedy="correct",
)
group.sql(
    "persons-alike",
    "No two persons have the same name and day of birth.",
    """
    SELECT MIN(p.id) AS person, MAX(p.id) AS other_person, COUNT(*) AS count FROM person p
    WHERE p.search_name <> '' AND p.born_on IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.person_id = p.id)
    GROUP BY p.search_name, p.born_on HAVING COUNT(*) > 1
    """,
    remedy="look",
    severity="notice",
)
