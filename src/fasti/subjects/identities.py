"""Which identities codes name. A code may name a unit, a person and a post at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection

from fasti.subjects.models import Person, Post, Unit

TABLES: dict[str, type[Any]] = {"unit": Unit, "person": Person, "post": Post}
LONGEST = {name: int(model._meta.get_field("code").max_length) for name, model in TABLES.items()}
"""The letters a code may have."""
_AT_ONCE = 5_000


def ids_of(codes: Collection[str]) -> dict[str, dict[str, int]]:
    """The ids of all units, persons and posts that these codes name, by code; asked for in one statement."""
    found: dict[str, dict[str, int]] = {name: {} for name in TABLES}
    asked = sorted(codes)
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        places = ", ".join(["%s"] * len(some))
        each = (
            f"SELECT '{name}', code, id FROM \"{model._meta.db_table}\" WHERE code IN ({places})"  # nosec B608 - our own names
            for name, model in TABLES.items()
        )
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(each), some * len(TABLES))
            for name, code, id in cursor.fetchall():
                found[name][code] = id
    return found
