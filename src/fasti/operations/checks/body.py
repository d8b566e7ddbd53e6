"""The body under examination: its rule book, the day it is looked at, and what several checks ask for, read once."""

from __future__ import annotations

import functools
import pathlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Any

from django.db import connection

from fasti import charter
from fasti.acts.models import Effect
from fasti.effects import kinds
from fasti.indicators import alive
from fasti.operations.checks import sheets, stored
from fasti.operations.checks.table import Found

FAR = "9999-12-31"
"""Stands for an open end in queries; no day that is written can be that late."""


class Body:
    """One body, examined on a day by the rule book `pack` (None: there is none that can be read)."""

    def __init__(self, pack: charter.Pack | None, *, as_of: date, home: pathlib.Path) -> None:
        self.pack = pack
        self.as_of = as_of
        self.home = home
        self.kept: dict[str, Any] = {}
        """What a group worked out once for several of its checks."""

    # -- reading -------------------------------------------------------------------------------------------------

    def query(self, sql: str) -> Iterator[Found]:
        """The rows of a query as findings: `act` and `effect` say where, the other columns what."""
        with connection.cursor() as cursor:
            names = stored.ask(cursor, self._filled(sql))
            while batch := cursor.fetchmany(stored.CHUNK):
                for values in batch:
                    args = dict(zip(names, values, strict=True))
                    act, effect = args.pop("act", None), args.pop("effect", None)
                    yield Found(act, effect, {key: plain(value) for key, value in args.items()})

    def values(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query, for a check that needs to compute."""
        with connection.cursor() as cursor:
            stored.ask(cursor, self._filled(sql))
            return list(cursor.fetchall())

    def _filled(self, sql: str) -> str:
        return sql.replace(":today", f"'{self.as_of.isoformat()}'").replace(":far", f"'{FAR}'")

    def known(self, name: str, codes: Iterable[str]) -> set[str]:
        """Those of the codes that are of units, persons or posts of the record."""
        asked, found = sorted(codes), set()
        for start in range(0, len(asked), stored.CHUNK):
            part = asked[start : start + stored.CHUNK]
            places = ", ".join(["%s"] * len(part))
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT code FROM "{name}" WHERE code IN ({places})', part)  # nosec B608 - our own names
                found |= {row[0] for row in cursor.fetchall()}
        return found

    def sheets(self) -> Iterator[sheets.Sheet]:
        """The record, act by act."""
        return sheets.read()

    @functools.cached_property
    def posts(self) -> dict[int, tuple[int, str]]:
        """Every post with its unit and office."""
        return {
            id: (unit, plain(office))
            for id, unit, office in self.values("SELECT id, unit_id, office FROM post")
        }

    @functools.cached_property
    def issuers(self) -> dict[int, int]:
        """The issuer of every act that another act bears on."""
        return dict(self.values("SELECT id, issuer_id FROM act WHERE id IN (SELECT target_id FROM relation)"))

    @functools.cached_property
    def stood_as(self) -> dict[int, tuple[set[str], set[str]]]:
        """The kinds a unit was ever given by an act, and the abbreviations; also by acts withdrawn since."""
        found: dict[int, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        named = "', '".join(name for name, kind in kinds.KINDS.items() if _names_units(kind))
        for effect in stored.rows(Effect, f"kind IN ('{named}')"):
            if isinstance(effect.data, dict):
                kind, abbreviation = effect.data.get("unit_kind"), effect.data.get("abbreviation")
                found[effect.unit_id][0].update([kind] if isinstance(kind, str) else [])
                found[effect.unit_id][1].update([abbreviation] if isinstance(abbreviation, str) else [])
        return found

    @functools.cached_property
    def organs(self) -> set[int]:
        """The units that were founded as organs."""
        founded = stored.rows(Effect, "kind = 'FOUND'")
        return {each.unit_id for each in founded if isinstance(each.data, dict) and each.data.get("organ")}

    @functools.cached_property
    def voids(self) -> dict[int, tuple[int, int]]:
        """Every voiding effect with its act and the effect that it voids."""
        rows_ = self.values("SELECT id, act_id, voids_id FROM effect WHERE voids_id IS NOT NULL")
        return {void: (act, target) for void, act, target in rows_}

    @functools.cached_property
    def dead(self) -> Collection[int]:
        """The effects that no longer hold."""
        return alive.voided(self.voids).keys()

    @functools.cached_property
    def spans(self) -> dict[int, list[tuple[int | None, str, date, date | None, int]]]:
        """Parent, kind, first day, end and opening effect of every span of a unit, in order."""
        found: dict[int, list[tuple[int | None, str, date, date | None, int]]] = defaultdict(list)
        columns = "unit_id, parent_id, kind, starts_on, ends_before, opened_by_id"
        sql = f"SELECT {columns} FROM unit_span ORDER BY starts_on, id"  # nosec B608 - our own names
        for unit, parent, kind, starts_on, ends_before, opened_by in self.values(sql):
            start, end = as_day(starts_on), as_day(ends_before)
            if start is not None:
                found[unit].append((parent, plain(kind), start, end, opened_by))
        return found

    def kind_on(self, unit: int, day: date) -> str | None:
        """The kind of a unit on a day, None when it does not stand."""
        for _, kind, starts_on, ends_before, _ in self.spans.get(unit, ()):
            if starts_on <= day and (ends_before is None or day < ends_before):
                return kind
        return None

    def rule(self, question: str, *asked: object, as_of: date) -> Any:
        """What the rule book answers on a day; None where it has no rule or cannot be read."""
        return self._answers(question, asked, as_of)

    def rank(self, kind: str | None, *, as_of: date) -> int | None:
        """The rank of the level of a kind of unit on a day, 0 the highest; None for a kind that is not known."""
        found = self.rule("unit_kind", kind, as_of=as_of) if kind else None
        return self.pack.level(found.level).rank if found and self.pack else None

    @functools.cached_property
    def _answers(self) -> Callable[[str, tuple[object, ...], date], Any]:
        @functools.lru_cache(maxsize=65_536)
        def answer(question: str, asked: tuple[object, ...], as_of: date) -> Any:
            try:
                return getattr(self.pack, question)(*asked, as_of=as_of) if self.pack else None
            except charter.NoRule:
                return None

        return answer

    def is_judged_by(self, act: Any) -> bool:
        """Whether the act was judged by the version of the rule book at hand."""
        return self.pack is not None and act.charter_version == self.pack.version


def _names_units(kind: Any) -> bool:
    return "unit_kind" in kind.__dataclass_fields__ or "abbreviation" in kind.__dataclass_fields__


def plain(value: Any) -> Any:
    """A stored value with bytes that are no text made visible."""
    return stored.shown(value) if isinstance(value, str) and not value.isprintable() else value


def as_day(value: Any) -> date | None:
    """A day as a query hands it over; None for an open end and for what is no day."""
    if isinstance(value, date) or value is None:
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
