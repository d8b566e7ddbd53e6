"""Queries by ids whose statement is made once: to make it takes Django several times as long as to have it answered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

_ANY_ID = 2**62 - 1
"""Stands for the ids while the statement is made."""
_AT_ONCE = 2_000
_IDS_IN_ONE = 5_000


class _Made(NamedTuple):
    """The statement for an engine."""

    pieces: list[str]
    """What stands before, between and after the places of the ids."""
    others: list[Any]
    """The values of all other places."""
    compiler: Any
    converters: Any


class ByIds:
    """Rows by ids. `query`: what is asked for a list of ids, as tuples; it names each id list with `__in`, as
    `Post.objects.filter(unit__in=ids).values_list("id")` does.
    """

    def __init__(self, query: Callable[[list[int]], QuerySet[Any, Any]]) -> None:
        self._query = query
        self._made: dict[str, _Made] = {}

    def rows(self, ids: Collection[int]) -> Iterator[tuple[Any, ...]]:
        """The rows for these ids, some thousand of them at a time, each time in the order of the query."""
        ordered = sorted(ids)
        for start in range(0, len(ordered), _IDS_IN_ONE):
            yield from self._some(ordered[start : start + _IDS_IN_ONE])

    def _some(self, ids: Iterable[int]) -> Iterator[tuple[Any, ...]]:
        made = self._made.get(connection.vendor) or self._make()
        written = ",".join([f"{id:d}" for id in ids])
        with connection.cursor() as cursor:
            cursor.execute(written.join(made.pieces), made.others)
            while rows := cursor.fetchmany(_AT_ONCE):
                if made.converters:
                    yield from map(tuple, made.compiler.apply_converters(rows, made.converters))
                else:
                    yield from rows

    def _make(self) -> _Made:
        compiler = self._query([_ANY_ID]).query.get_compiler(connection=connection)
        statement, values = compiler.as_sql()
        pieces, others = [""], []
        for text, value in zip(statement.split("%s"), [*values, None], strict=True):
            pieces[-1] += text
            if value == _ANY_ID:
                pieces.append("")
            elif value is not None:
                pieces[-1] += "%s"
                others.append(value)
        converters = compiler.get_converters([each for each, *_ in compiler.select])
        made = self._made[connection.vendor] = _Made(pieces, others, compiler, converters)
        return made
