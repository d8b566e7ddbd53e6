"""Fold the register anew from the record, to compare it with the tables or to put it in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from fasti.acts.models import Body
from fasti.effects import parts, store
from fasti.effects.state import Change, State
from fasti.indicators import columns
from fasti.operations import index_acts, index_units
from fasti.register import rows
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
    return list(each_difference())


def each_difference() -> Iterator[Difference]:
    """The differences one after the other, line by line; a part of the register is held in memory at a time."""
    for part in parts.parts():
        subject = rows.ROWS[part.line]._fields[0]
        stored = store.rows_between(part.line, subject, part.first, part.beyond)
        yield from _between(part.line, part.rows, stored)


def _between(line: str, folded: list[Row], stored: list[Row]) -> Iterator[Difference]:
    left, right = [str(row) for row in folded], [str(row) for row in stored]
    if left == right:
        return
    for found, others, is_missing in ((folded, right, True), (stored, left, False)):
        spare = Counter(others)
        for row in found:
            spare[str(row)] -= 1
            if spare[str(row)] < 0:
                yield Difference(line, row, is_missing)


def rebuild() -> None:
    """Replace the register's tables by the fold of the record; column store and full-text index are begun anew."""
    with transaction.atomic():
        Body.objects.select_for_update().get()
        store.replace(parts.parts())
    columns.forget()
    index_acts.anew()
    index_units.anew()


def rebuild_subject(line: str, subject: int) -> Change | None:
    """Fold one line of one unit, person or post anew, with what rests on it, and put right what differs in the tables.

    Returns the line before and after where it differed, None where the table was right.
    """
    with transaction.atomic():
        Body.objects.select_for_update().get()
        state = State(store.Stored())
        change = state.refold(line, subject)
        store.write(state.changes.values())
    if state.changes:
        columns.forget()
    return change
