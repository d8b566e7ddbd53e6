"""Long lists of a draft in pages: which effects, relations and tasks a form shows, and how what was typed in them goes
back among the rest.

A form carries the rows of one page alone, with the place of the first and a short mark of each as they were saved. So
a draft of thousands of effects is written on like one of three, and the rest of it stays as it is.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from fasti.web import draft_fields, refusals

SIZE = 50
"""Rows of a list on one page."""
LISTS = ("effects", "relations", "tasks")
_PLACE = re.compile(r"(effects|relations|tasks)-([0-9]{1,6})(?:-.*)?")
_DIGITS = re.compile("[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Window:
    """The rows of a list that are shown: from `first` (counted from 0) to before `end`, of `num`."""

    name: str
    first: int
    num: int

    @property
    def end(self) -> int:
        """The first row after those shown."""
        return min(self.first + SIZE, self.num)

    @property
    def is_whole(self) -> bool:
        """Whether all rows fit on one page."""
        return self.num <= SIZE

    @property
    def number(self) -> int:
        """The number of the first row shown, from 1."""
        return self.first + 1

    @property
    def previous(self) -> int | None:
        """The number of the first row of the page before."""
        return self.first - SIZE + 1 if self.first else None

    @property
    def next(self) -> int | None:
        """The number of the first row of the next page."""
        return self.end + 1 if self.end < self.num else None

    def holds(self, at: int) -> bool:
        """Whether a row is shown."""
        return self.first <= at < self.end


Windows = Mapping[str, Window]


def on(window: Window, row: int) -> Window:
    """The page of the same list on which a row (counted from 0) stands."""
    return Window(window.name, _page(row, window.num), window.num)


def at(content: Mapping[str, Any], rows: Mapping[str, int]) -> dict[str, Window]:
    """The pages on which rows (counted from 0) stand, of each list; the last page for a row that is not there."""
    nums = {name: len(draft_fields.rows(content, name)) for name in LISTS}
    return {name: Window(name, _page(rows.get(name, 0), num), num) for name, num in nums.items()}


def _page(row: int, num: int) -> int:
    return max(0, min(row, num - 1)) // SIZE * SIZE


def asked(given: QueryDict, content: Mapping[str, Any]) -> dict[str, Window]:
    """The pages that an address asks for: `?effects=51` the one with the 51st effect."""
    return at(content, {name: _number(given.get(name, "")) - 1 for name in LISTS})


def typed(given: QueryDict, content: Mapping[str, Any], *, place: str = "") -> dict[str, Window]:
    """The pages that a form was sent with; of the list in which `place` is, the one where it stands."""
    rows = {name: _number(given.get(f"{name}-first", "")) for name in LISTS}
    if found := _PLACE.fullmatch(place):
        rows[found[1]] = int(found[2])
    return at(content, rows)


def address(windows: Windows, place: str = "") -> str:
    """What an address needs to show these pages, and the place on the page to go to."""
    asked = "&".join(f"{each.name}={each.number}" for each in windows.values() if each.first)
    return (f"?{asked}" if asked else "") + (f"#{place}" if place else "")


def of(place: str) -> tuple[str, int] | None:
    """The list and the row (counted from 0) that a place on the page is in; None for a place in no list."""
    found = _PLACE.fullmatch(place)
    return (found[1], int(found[2])) if found else None


def _number(text: str) -> int:
    return int(text) if _DIGITS.fullmatch(text) else 0


# -- what was typed, among the rest ----------------------------------------------------------------------------------


def mark(row: Any) -> str:
    """A short mark of a row: by it a later form knows where its rows stand by then."""
    return hashlib.sha256(json.dumps(row, sort_keys=True, default=str).encode()).hexdigest()[:10]


def marks(content: Mapping[str, Any], window: Window) -> str:
    """The marks of the rows shown, as a form carries them."""
    return " ".join(map(mark, draft_fields.rows(content, window.name)[window.first : window.end]))


def joined(given: QueryDict, name: str, listed: list[Any], kept: Mapping[str, Any]) -> list[Any]:
    """A whole list: the rows typed where they stand among those kept.

    Where somebody else has changed the list meanwhile, the rows are looked for by their marks, so that none of the
    other's rows on other pages is lost. Raises `Malformed` for a form that does not say which rows it had.
    """
    if f"{name}-first" not in given:
        return listed
    whole, was = draft_fields.rows(kept, name), given.get(f"{name}-marks", "").split()
    first = given.get(f"{name}-first", "")
    if not was or not _DIGITS.fullmatch(first):
        raise refusals.Malformed
    if [mark(each) for each in listed] == was:
        return whole
    start, end = _stretch([mark(each) for each in whole], was, int(first))
    return [*whole[:start], *listed, *whole[end:]]


def _stretch(marks: list[str], was: list[str], first: int) -> tuple[int, int]:
    """Where the rows of a form stand by now: as they were if all are there, else between the outer ones of them."""
    places = range(max(0, len(marks) - len(was) + 1))
    for start in sorted(places, key=lambda at: abs(at - first)):
        if marks[start] == was[0] and marks[start : start + len(was)] == was:
            return start, start + len(was)
    start = marks.index(was[0]) if was[0] in marks else min(first, len(marks))
    end = marks.index(was[-1], start) + 1 if was[-1] in marks[start:] else min(start + len(was), len(marks))
    return start, end
