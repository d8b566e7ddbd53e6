"""Fold the register anew from the whole record, to compare it with the tables or to put it in their place."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from fasti.acts.models import Body
from fasti.effects import store
from fasti.register.rows import Row


@dataclass(frozen=True)
class Difference:
    """A row that the tables and the fold do not share."""

    line: str
    row: Row
    is_missing: bool
    """True: folded from the record but not in the tables. False: in the tables without ground in the record."""


def differences() -> list[Difference]:
    """Every row by which the tables differ from the fold of the record; none when they are equal, row for row."""
    folded, stored = store.register_as_known(None), store.stored_register()
    found: list[Difference] = []
    for line, rows in folded.items():
        left, right = [str(row) for row in rows], [str(row) for row in stored[line]]
        if left == right:
            continue
        known, had = set(left), set(right)
        found += [Difference(line, row, True) for row in rows if str(row) not in had]
        found += [Difference(line, row, False) for row in stored[line] if str(row) not in known]
        if len(left) != len(right) and not found:
            found += [Difference(line, row, False) for row in stored[line]]
    return found


def rebuild() -> None:
    """Replace the register's tables by the fold of the record."""
    with transaction.atomic():
        Body.objects.select_for_update().get()
        store.replace(store.register_as_known(None))
