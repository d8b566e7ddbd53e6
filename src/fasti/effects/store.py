"""The one place where register tables are written, and the readers of the register as stored or as known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from fasti.acts import bulk
from fasti.effects import as_known
from fasti.effects.parts import Part
from fasti.effects.state import Change
from fasti.effects.stored import TABLES, Stored, effects_of, posts, rows_between
from fasti.register import rows
from fasti.register.rows import Row

__all__ = [
    "TABLES",
    "Stored",
    "effects_of",
    "posts",
    "register_as_known",
    "replace",
    "rows_between",
    "rows_of",
    "stored_register",
    "write",
]

_CHUNK = 5000


def register_as_known(known_before: datetime | None) -> dict[str, list[Row]]:
    """The register as it was known at an instant (None: now), folded from the record. Rows by line."""
    return as_known.register(known_before)


def stored_register() -> dict[str, list[Row]]:
    """The register as it stands in the tables, in the order of `register_as_known`."""
    result = {}
    for line, table in TABLES.items():
        row = rows.ROWS[line]
        found = (row(*values) for values in table._default_manager.values_list(*row._fields))
        result[line] = sorted(found, key=rows.order)
    return result


def rows_of(line: str, *, known_before: datetime | None = None, **where: int) -> list[Row]:
    """Rows of a line by the values of fields: from the tables, or as known at an instant from the record.

    What is asked of a person's entry that was given up is empty: ask the entry it stands for.
    """
    if known_before is not None:
        return as_known.rows_of(line, known_before=known_before, **where)
    row = rows.ROWS[line]
    query = TABLES[line]._default_manager.filter(**where)
    order = ("on", "opened_by") if "on" in row._fields else ("starts_on", "opened_by", "id")
    return [row(*values) for values in query.order_by(*order).values_list(*row._fields)]


def rows_among(line: str, field: str, values: Iterable[int]) -> list[Row]:
    """Rows of a line, as known now, of which a field has one of some values; as many questions as there are chunks."""
    wanted, row = sorted(set(values)), rows.ROWS[line]
    order = ("on", "opened_by") if "on" in row._fields else ("starts_on", "opened_by", "id")
    found: list[Row] = []
    for start in range(0, len(wanted), _CHUNK):
        query = TABLES[line]._default_manager.filter(**{f"{field}__in": wanted[start : start + _CHUNK]})
        found += [row(*values) for values in query.order_by(*order).values_list(*row._fields)]
    return found


def write(changes: Iterable[Change]) -> None:
    """Put the changed lines into the tables: rows that hold no more out, new ones in. What holds as before stays as it
    is,
    with its number: who was rated every year has one row more, and whoever follows the tables reads that one.
    """
    by_line: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_line[change.line].append(change)
    for line, changed in by_line.items():
        parted = {change.subject: rows.parted(change.before, change.after) for change in changed}
        num_before = {change.subject: len(change.before) for change in changed}
        gone = {subject: found for subject, (found, _) in parted.items() if found}
        whole = [subject for subject, found in gone.items() if len(found) == num_before[subject]]
        _delete(line, rows.ROWS[line]._fields[0], whole)
        _delete(line, "pk", _numbers(line, {subject: gone[subject] for subject in gone.keys() - set(whole)}))
        _insert(line, (row for _, come in parted.values() for row in come))


def _delete(line: str, field: str, values: Sequence[int]) -> None:
    """Take out the rows of a line of which a field has one of some values."""
    for start in range(0, len(values), _CHUNK):
        query = TABLES[line]._default_manager.filter(**{f"{field}__in": values[start : start + _CHUNK]})
        query._raw_delete(query.db)


def _numbers(line: str, gone: Mapping[int, Sequence[Row]]) -> list[int]:
    """The numbers of rows by their subjects, as many of equal rows as there are here."""
    row, subjects, found = rows.ROWS[line], sorted(gone), []
    left = {subject: list(those) for subject, those in gone.items()}
    for start in range(0, len(subjects), _CHUNK):
        query = TABLES[line]._default_manager.filter(
            **{f"{row._fields[0]}__in": subjects[start : start + _CHUNK]}
        )
        for number, *values in query.order_by("pk").values_list("pk", *row._fields):
            if (each := row(*values)) in left[values[0]]:
                left[values[0]].remove(each)
                found.append(number)
    if any(left.values()):
        raise RuntimeError(f"{line}: the tables do not hold the rows that were to go: run fasti rebuild")
    return found


def replace(register: Iterable[Part]) -> None:
    """Empty the tables and write a whole register, part by part."""
    for table in TABLES.values():
        query = table._default_manager.all()
        query._raw_delete(query.db)
    for part in register:
        _insert(part.line, part.rows)


_REFERENCES = {
    "unit",
    "parent",
    "person",
    "stands_for",
    "post",
    "predecessor",
    "successor",
    "recipient",
    "scored",
    "author",
    "submission",
    "opened_by",
    "closed_by",
}


def _insert(line: str, found: Iterable[Row]) -> None:
    table = TABLES[line]
    names = [f"{name}_id" if name in _REFERENCES else name for name in rows.ROWS[line]._fields]
    bulk.insert(table, (table(**dict(zip(names, row, strict=True))) for row in found))
