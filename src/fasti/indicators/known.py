"""The register's tables as they were known at the end of a day, with the columns of the column store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from fasti.dates import axes
from fasti.effects import store
from fasti.indicators import bases
from fasti.register import rows


def register(day: date) -> dict[str, list[Sequence[Any]]]:
    """Rows by table, each in the order of the columns of `bases.REGISTER`; those that no figure reads are left out."""
    found = store.register_as_known(axes.known_before(day))
    named = {line: str(store.TABLES[line]._meta.db_table) for line in found}
    return {
        table: columns_of(line, table, found[line])
        for line, table in named.items()
        if table in bases.REGISTER
    }


def columns_of(line: str, table: str, found: Sequence[Any]) -> list[Sequence[Any]]:
    fields = rows.ROWS[line]._fields
    wanted = [fields.index(column.removesuffix("_id")) for column in bases.REGISTER[table]]
    return [[row[i] for i in wanted] for row in found]
