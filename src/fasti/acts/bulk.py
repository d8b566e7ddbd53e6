"""Inserts many rows at once: one statement per table, prepared column by column, several times as fast as Django."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models

_PLAIN = frozenset((int, str, type(None)))
_AS_IT_IS = (models.IntegerField, models.CharField, models.TextField, models.ForeignKey)
"""Fields whose plain values the database takes as they are."""


def insert(model: type[models.Model], objects: Sequence[models.Model] | Iterable[models.Model]) -> None:
    """Insert objects with the ids they carry; where the first has none, the database gives them."""
    rows = list(objects)
    if not rows:
        return
    fields = [f for f in model._meta.concrete_fields if not (f.primary_key and rows[0].pk is None)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})"  # nosec B608 - our own names
    values = list(zip(*(_column(field, rows) for field in fields), strict=True))
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)


def _column(field: Any, rows: Sequence[models.Model]) -> list[Any]:
    """The values of a field as the database takes them."""
    values = list(map(attrgetter(field.attname), rows))
    if isinstance(field, _AS_IT_IS) and _PLAIN.issuperset(map(type, values)):
        return values
    return [field.get_db_prep_save(value, connection) for value in values]
