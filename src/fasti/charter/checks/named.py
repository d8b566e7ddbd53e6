"""Names that must exist: a rule may name another only if that one is in force when the rule begins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fasti.charter import folder, reading, shape


def check(
    opened: folder.Folder,
    table: str,
    route: reading.Route,
    *,
    group: str,
    id: str,
    rows: folder.Table,
    day: date,
) -> bool:
    """Note that `id` is not in `rows`, or not in force on the day; True if all is well."""
    where = shape.place(route)
    if id not in rows:
        opened.note(table, "unknown", route, where=where, group=group, id=id, known=", ".join(rows))
        return False
    if rows[id].at(day) is None:
        opened.note(table, "not-in-force", route, where=where, group=group, id=id, day=day)
        return False
    return True


def check_plain(
    opened: folder.Folder, table: str, route: reading.Route, *, group: str, id: str, known: Iterable[str]
) -> bool:
    """Note that `id` is not among the known ones; True if it is."""
    names = list(known)
    if id in names:
        return True
    opened.note(table, "unknown", route, where=shape.place(route), group=group, id=id, known=", ".join(names))
    return False
