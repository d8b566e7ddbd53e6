"""Looking up the versions of a pack's rules, with a trace of what was asked.

Which series was asked on which day can be recorded: the cases of a pack must reach both sides of every
change.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from fasti.charter import dated, findings, folder

MOST = 20_000
"""Answers of days that are kept."""
Made = TypeVar("Made")
Asked = tuple[str, str, date]


class Lookup:
    """The dated tables of the pack `id`, and the records already made from them."""

    id: str

    def __init__(self, tables: Mapping[str, folder.Table]) -> None:
        self.tables = tables
        self._made: dict[tuple[object, ...], Any] = {}
        self._answered: dict[tuple[object, ...], Any] = {}
        self._asked: set[Asked] | None = None

    def changes(self) -> tuple[tuple[str, dated.Series], ...]:
        """Every dated series of the pack with the table it stands in."""
        return tuple((table, series) for table, rows in self.tables.items() for series in rows.values())

    def trace(self, asked: set[Asked] | None) -> None:
        """From now on record which series is asked on which day; None stops."""
        self._asked = asked

    def _peek(self, table: str, key: str, as_of: date) -> dated.Version | None:
        series = self.tables[table].get(key)
        return series.at(as_of) if series else None

    def _look(self, table: str, key: str, as_of: date) -> dated.Version | None:
        if self._asked is not None:
            self._asked.add((table, key, as_of))
        return self._peek(table, key, as_of)

    def _find(self, table: str, key: str, as_of: date) -> dated.Version:
        found = self._look(table, key, as_of)
        if found is None:
            series = self.tables[table].get(key)
            since = series.versions[0].starts_on if series else None
            raise findings.NoRule(f"{table}.{key}", pack=self.id, as_of=as_of, since=since)
        return found

    def _record(
        self, table: str, key: str, as_of: date, make: Callable[[dated.Version], Made], *more: object
    ) -> Made:
        """The record made from the version in force, made once per version."""
        found = self._find(table, key, as_of)
        slot = (table, key, found.starts_on, *more)
        if slot not in self._made:
            self._made[slot] = make(found)
        made: Made = self._made[slot]
        return made

    def _once(self, slot: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What is put together of many rules for a day, made once; anew while it is recorded what is asked."""
        if self._asked is not None:
            return make()
        if slot not in self._answered:
            if len(self._answered) >= MOST:
                self._answered.clear()
            self._answered[slot] = make()
        made: Made = self._answered[slot]
        return made

    def _in_force(self, table: str, as_of: date) -> tuple[str, ...]:
        return tuple(key for key in self.tables[table] if self._peek(table, key, as_of))

    def _one(self, records: tuple[Made, ...], group: str, id: str) -> Made:
        for record in records:
            if getattr(record, "id") == id:  # noqa: B009
                return record
        raise findings.NoRule(f"{group} {id}", pack=self.id)
