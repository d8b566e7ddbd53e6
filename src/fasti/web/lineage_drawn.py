"""Predecessors, a unit and its successors as lines that run together and apart. x in per cent, y in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fasti import words
from fasti.register.rows import LineageRow
from fasti.reports.units import unit as units
from fasti.reports.units.unit import Shown

MOST = 7
"""Lines drawn on each side."""
LANE = 46
"""Pixels between two lines."""
BEND = 5.0
"""Per cent over which a line bends into another."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight piece of a unit's line; `look` is the class of its stroke."""

    x1: float
    y1: int
    x2: float
    y2: int
    look: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a unit at its line."""

    x: float
    y: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Knot:
    """A day on which units went over."""

    x: float
    y: int
    told: str


@dataclass(frozen=True)
class Drawing:
    """The whole drawing, and what it shows in words."""

    height: int
    told: str
    lines: tuple[Line, ...]
    knots: tuple[Knot, ...]
    names: tuple[Name, ...]
    num_left_out: int

    @property
    def foot(self) -> int:
        """Where the days stand."""
        return self.height - 6


def draw(shown: Shown, *, until: date, lang: str) -> Drawing | None:
    """What a unit came from and went into; None where it stood alone all the while."""
    outer = units.outer(shown)
    came = [edge for edge in shown.edges if edge.successor == shown.id and edge.predecessor in outer]
    went = [edge for edge in shown.edges if edge.predecessor == shown.id]
    if not came and not went:
        return None
    pen = _Pen(shown, [*came[:MOST], *went[:MOST]], max(len(came[:MOST]), len(went[:MOST])), until)
    pen.own()
    for sides in (came[:MOST], went[:MOST]):
        for lane, edge in enumerate(sides):
            pen.side(lane, edge)
    days = sorted({edge.on for edge in (*came, *went)})
    knots = tuple(Knot(pen.x(on), pen.middle, words.day(on, lang, style="short")) for on in days)
    left_out = max(len(came) - MOST, 0) + max(len(went) - MOST, 0)
    return Drawing(
        pen.height, _told(shown, [*came, *went], lang), tuple(pen.lines), knots, tuple(pen.names), left_out
    )


def _told(shown: Shown, edges: list[LineageRow], lang: str) -> str:
    others = [shown.names.of(_other(edge, shown.id), _before(edge.on)).short for edge in edges]
    return words.say(
        "web-units-lineage-told", lang, unit=shown.called.short, day=max(edge.on for edge in edges),
        others=words.join(list(dict.fromkeys(others)), lang),
    )  # fmt: skip


def _other(edge: LineageRow, unit: int) -> int:
    return edge.predecessor if edge.successor == unit else edge.successor


def _before(on: date) -> date:
    """The day on which what goes over still bears its name."""
    return on - timedelta(days=1)


class _Pen:
    """Draws the unit in the middle, the others above and beneath it in turns."""

    def __init__(self, shown: Shown, edges: list[LineageRow], num: int, until: date) -> None:
        self.shown = shown
        first = [shown.names.spans(edge.predecessor)[0].starts_on for edge in edges]
        self._begins = min([shown.starts_on, *first])
        self._days = max((until - self._begins).days, 1)
        self.middle = 30 + (num + 1) // 2 * LANE
        self.height = self.middle + num // 2 * LANE + 44
        self.lines: list[Line] = []
        self.names: list[Name] = []

    def x(self, day: date) -> float:
        """The place of a day; there is room for names on both sides."""
        return round(6 + min(max((day - self._begins).days / self._days, 0), 1) * 84, 2)

    def own(self) -> None:
        """The unit's own line."""
        end = self.shown.spans[-1].ends_before
        start, stop = self.x(self.shown.starts_on), self.x(end) if end else 100.0
        self.lines.append(Line(start, self.middle, stop, self.middle, "l1"))
        self._name(start, self.middle, "start", self.shown.called.short)

    def side(self, lane: int, edge: LineageRow) -> None:
        """The line of a unit that went over into this one or into which this one went."""
        y = self.middle + (lane // 2 + 1) * LANE * (-1 if lane % 2 == 0 else 1)
        knot = self.x(edge.on)
        if edge.successor == self.shown.id:
            start = min(self.x(self.shown.names.spans(edge.predecessor)[0].starts_on), knot - BEND)
            stays = 100.0 if edge.manner == "split" else knot - BEND
            self.lines += [Line(start, y, stays, y, "l6"), Line(knot - BEND, y, knot, self.middle, "l6")]
            self._name(start, y, "start", self._called(edge.predecessor, edge.on))
        else:
            bend = min(knot + BEND, 98.0)
            self.lines += [Line(knot, self.middle, bend, y, "l6"), Line(bend, y, 100.0, y, "l6")]
            self._name(100.0, y, "end", self._called(edge.successor, edge.on))

    def _called(self, unit: int, on: date) -> str:
        return self.shown.names.of(unit, _before(on)).short

    def _name(self, x: float, y: int, anchor: str, text: str) -> None:
        self.names.append(Name(x, y - 9, anchor, text))
