"""Inserts many rows at once: prepared one statement per table, several times faster than an object at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection, models


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
    values = [[f.get_db_prep_save(getattr(row, f.attname), connection) for f in fields] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
