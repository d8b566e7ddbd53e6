"""What is looked up about rows of plain numbers: by its number in another table, and the kind of a unit on a day."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np

from fasti.indicators import bases
from fasti.indicators.perimeter import Kind
from fasti.indicators.plain import NO_DAY, Columns, Numbers, blocks

_FAR = 2**31
"""Added to a day, so that it is no less than nothing."""


class Lookups:
    """Over one state of the store, for one question; what is read whole is read once."""

    def __init__(self, columns: Columns, kinds: Mapping[str, Kind]) -> None:
        self.columns, self.kinds = columns, kinds
        self._whole: dict[tuple[str, str], Numbers] = {}

    def of(self, table: str, name: str, ids: Numbers) -> Numbers:
        """A column of the rows with these numbers; what there is not has nothing."""
        values = self.column(table, name)
        first = self.columns.numbered_from(table)
        none = NO_DAY if bases.numbered(table)[name] == "date" else -1
        if self.columns.words(table, name) is not None:
            none = 0
        if first is None:
            return _found(self.column(table, "id"), values, ids, none)
        places = ids - first
        if not len(places) or (places.min() >= 0 and places.max() < len(values)):
            found: Numbers = values.take(places, mode="clip")
            return found
        is_there = (places >= 0) & (places < len(values))
        return np.where(is_there, values[np.where(is_there, places, 0)] if len(values) else none, none)

    def column(self, table: str, name: str) -> Numbers:
        """A whole column, all rows that count."""
        if (table, name) not in self._whole:
            self._whole[table, name] = self.columns.whole(table, [name])[name]
        return self._whole[table, name]

    def kinds_of(self, units: Numbers, days: Numbers) -> Numbers:
        """The kinds (numbers of the words of `unit_span.kind`) of units on days: their first kind also before they were
        founded, their last also after they ended; 0 for what is no unit.
        """
        found = self.columns.kept("kinds", functools.partial(_ordered, self.columns))
        if not len(found["key"]):
            return np.zeros(len(units), np.int32)
        wanted = units.astype(np.int64)
        then = np.searchsorted(found["key"], (wanted << 33) + days.astype(np.int64) + _FAR, side="right") - 1
        is_of = (then >= 0) & (found["unit"][then] == wanted)
        first = np.minimum(np.searchsorted(found["unit"], wanted), len(found["unit"]) - 1)
        place = np.where(is_of, then, first)
        return np.where(found["unit"][place] == wanted, found["kind"][place], 0)

    def num_units(self) -> int:
        """One more than the highest number of a unit."""
        found: int = self.columns.kept(
            "units", lambda: int(self.columns.whole("unit", ["id"])["id"].max(initial=0)) + 1
        )
        return found

    def kind_words(self) -> tuple[str | None, ...]:
        """What the numbers of kinds stand for."""
        return self.columns.words("unit_span", "kind") or (None,)

    def of_kinds(self, what: str) -> list[Any]:
        """The level, rank or `is_organ` of each kind, in the order of `kind_words`."""
        found = (self.kinds.get(kind or "") for kind in self.kind_words())
        return [getattr(kind, what) if kind else None for kind in found]

    def num_effects(self, acts: Numbers) -> Numbers:
        """How many effects each act carries."""
        if not len(acts):
            return np.zeros(0, np.int64)
        low, high = int(acts.min()), int(acts.max())
        num = np.zeros(high - low + 1, np.int64)
        for files in self.columns.of("effect", ["act_id"]):
            column = files["act_id"]
            for first, last, least, most in blocks(column):
                if least <= high and most >= low:
                    found = column.read(self.columns.folder, first, last) - low
                    if least < low or most > high:
                        found = found[(found >= 0) & (found <= high - low)]
                    num += np.bincount(found, minlength=len(num))
        return num[acts.astype(np.int64) - low]

    def concretised_ranks(self, acts: Numbers) -> Numbers:
        """The highest rank (0: the centre) among the issuers of the acts that each concretises; `NO_DAY` for none."""
        best = np.full(len(acts), NO_DAY, np.int64)
        words = self.columns.words("relation", "kind") or ()
        if bases.CONCRETISES not in words or not len(acts):
            return best
        by_act, target = self.column("relation", "act_id"), self.column("relation", "target_id")
        is_one = self.column("relation", "kind") == words.index(bases.CONCRETISES)
        links = np.flatnonzero(is_one & (target >= 0) & (by_act >= acts.min()) & (by_act <= acts.max()))
        issuer, day = (self.of("act", name, target[links]) for name in ("issuer_id", "signed_on"))
        ranks = np.array([NO_DAY if each is None else each for each in self.of_kinds("rank")], np.int64)
        order = np.argsort(acts, kind="stable")
        place = np.minimum(np.searchsorted(acts[order], by_act[links]), len(acts) - 1)
        is_asked = acts[order][place] == by_act[links]
        found = ranks[self.kinds_of(issuer, day)]
        np.minimum.at(best, order[place[is_asked]], found[is_asked])
        return best


def _found(ids: Numbers, values: Numbers, wanted: Numbers, none: int) -> Numbers:
    if not len(ids):
        return np.full(len(wanted), none)
    order = np.argsort(ids, kind="stable")
    place = order[np.minimum(np.searchsorted(ids[order], wanted), len(ids) - 1)]
    return np.where(ids[place] == wanted, values[place], none)


def _ordered(columns: Columns) -> dict[str, Numbers]:
    """The spans of units by unit and day: `key` rises with both."""
    span = columns.whole("unit_span", ["unit_id", "kind", "starts_on"])
    key = (span["unit_id"].astype(np.int64) << 33) + span["starts_on"].astype(np.int64) + _FAR
    order = np.argsort(key, kind="stable")
    return {"key": key[order], "unit": span["unit_id"][order].astype(np.int64), "kind": span["kind"][order]}
