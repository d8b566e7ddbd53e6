"""The versions of a rule: their days rise, the first has a value, and each says something new."""

from __future__ import annotations

from itertools import pairwise

from fasti.charter import dated, folder, shape


def check(opened: folder.Folder, table: str) -> None:
    """Check every series of one table."""
    for series in opened.table(table).values():
        if series.versions[0].value is None:
            route = series.versions[0].route
            opened.note(table, "series-ends-first", route, where=shape.place(route[:-1]))
        for earlier, later in pairwise(series.versions):
            _check_pair(opened, table, earlier, later)


def _check_pair(opened: folder.Folder, table: str, earlier: dated.Version, later: dated.Version) -> None:
    where = shape.place(later.route[:-1])
    if later.starts_on <= earlier.starts_on:
        days = {"earlier": earlier.starts_on, "later": later.starts_on}
        opened.note(table, "series-order", (*later.route, "from"), where=where, **days)
    same = (earlier.value, earlier.reference, earlier.verified) == (
        later.value,
        later.reference,
        later.verified,
    )
    if same:
        opened.note(table, "series-unchanged", later.route, where=where, day=later.starts_on)
