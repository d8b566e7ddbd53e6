"""The way from what stands in the way of a draft to its field, which may be on another page of a long list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fasti.web import draft_windows
from fasti.web.draft_findings import Shown
from fasti.web.draft_windows import Window, Windows

MOST = 60
"""Findings shown at once; the rest is counted, and shown once these are settled."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A finding with the way to its field."""

    code: str
    told: str
    effect: int | None
    href: str
    """Where it is said, for who reads the draft; empty where it is about the whole."""
    do: str
    """The step of the form that keeps what was typed and goes there; empty where the field is on the page."""


@dataclass(frozen=True, slots=True)
class Pages:
    """A long list on its page: what is shown, and where the next thing is said that is not on the page."""

    window: Window
    marks: str
    """The marks of the rows shown."""
    num_findings: int
    """How many things are said at rows of other pages."""
    next_finding: str
    """The field of the next of them, from here on and round; empty for none."""


def pointed(found: Sequence[Shown], windows: Windows) -> list[Pointed]:
    """Each finding with the way to its field."""
    return [_one(each, windows) for each in found]


def _one(each: Shown, windows: Windows) -> Pointed:
    place = draft_windows.of(each.field)
    if place is None or windows[place[0]].holds(place[1]):
        return Pointed(each.code, each.told, each.effect, f"#{each.field}" if each.field else "", "")
    page = draft_windows.address(
        {**windows, place[0]: draft_windows.on(windows[place[0]], place[1])}, each.field
    )
    return Pointed(each.code, each.told, each.effect, page, f"show-{each.field}")


def pages(content: Mapping[str, Any], windows: Windows, found: Sequence[Shown]) -> dict[str, Pages]:
    """The lists that are longer than a page, by name."""
    return {name: _pages(content, window, found) for name, window in windows.items() if not window.is_whole}


def _pages(content: Mapping[str, Any], window: Window, found: Sequence[Shown]) -> Pages:
    places = [(place[1], each.field) for each in found if (place := draft_windows.of(each.field))
              and place[0] == window.name and not window.holds(place[1])]  # fmt: skip
    later = [field for at, field in places if at >= window.end]
    following = (later or [field for _, field in places] or [""])[0]
    return Pages(window, draft_windows.marks(content, window), len(places), following)
