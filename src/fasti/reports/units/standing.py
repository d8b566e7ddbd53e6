"""The spans of a few units, as the tables have them or folded as they were known; never of the whole tree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.acts.models import Effect
from fasti.dates.axes import When
from fasti.effects import as_known
from fasti.register import rows
from fasti.register.models import UnitSpan
from fasti.register.rows import UnitRow
from fasti.reports import naming
from fasti.subjects.models import Unit

Spans = Mapping[int, Sequence[UnitRow]]
_UNDER = ("FOUND", "MOVE")
OVER = ("MERGE", "DISSOLVE")


def spans_of(units: Collection[int], when: When) -> dict[int, list[UnitRow]]:
    """The spans of units in order; a unit that was not known by then has none."""
    if when.known_before is not None:
        return as_known.rows_of_each("unit", units, known_before=when.known_before)
    found: dict[int, list[UnitRow]] = {unit: [] for unit in units}
    query = UnitSpan.objects.filter(unit__in=units).order_by("starts_on", "id")
    for values in query.values_list(*UnitRow._fields):
        found[values[0]].append(UnitRow(*values))
    return found


def on(spans: Iterable[UnitRow], day: date) -> UnitRow | None:
    """The span that holds on a day."""
    return next((row for row in spans if rows.holds(row, day)), None)


def nearest(spans: Sequence[UnitRow], day: date) -> UnitRow | None:
    """The span on a day, else the last before it, else the first after it."""
    begun = [row for row in spans if row.starts_on <= day]
    if begun:
        return begun[-1]
    return spans[0] if spans else None


def ever_under(parents: Collection[int], when: When) -> dict[int, set[int]]:
    """For parents, the units that the record as known then may have put under them on some day: founded there, moved
    there, or there with a unit that went over into one of them.
    """
    placed: dict[int, set[int]] = {}
    went_over: dict[int, set[int]] = {}
    new = set(parents)
    while new:
        placed |= {unit: set() for unit in new}
        went_over |= {unit: set() for unit in new}
        query = Effect.objects.filter(other_unit__in=new, kind__in=(*_UNDER, *OVER), person=None)
        if when.known_before is not None:
            query = query.filter(recorded_at__lt=when.known_before)
        for kind, unit, into in query.values_list("kind", "unit", "other_unit"):
            (placed if kind in _UNDER else went_over)[into].add(unit)
        new = {unit for each in new for unit in went_over[each]} - placed.keys()
    return {parent: _gathered(parent, placed, went_over) for parent in parents}


def _gathered(parent: int, placed: Mapping[int, set[int]], went_over: Mapping[int, set[int]]) -> set[int]:
    found: set[int] = set()
    left, seen = [parent], {parent}
    while left:
        at = left.pop()
        found |= placed[at]
        left += [each for each in went_over[at] if each not in seen]
        seen |= went_over[at]
    return found


@dataclass(frozen=True, slots=True)
class Called:
    """A unit by its code and name; `lang`: the language of the name; `short`: the place it is named by, if it is."""

    id: int
    code: str
    name: str
    short: str
    lang: str
    kind: str
    is_organ: bool


class Names:
    """The names of a few units on a day, read at once. What does not stand then bears its nearest name."""

    def __init__(self, pack: charter.Pack, lang: str, when: When) -> None:
        self.pack, self.lang, self.when = pack, lang, when
        self._spans: dict[int, list[UnitRow]] = {}
        self._codes: dict[int, str] = {}

    def learn(self, units: Iterable[int | None], spans: Spans | None = None) -> None:
        """Read what is not known of units yet; `spans`: those that were read already."""
        for unit, found in (spans or {}).items():
            self._spans.setdefault(unit, list(found))
        wanted = {unit for unit in units if unit is not None}
        if missing := wanted - self._spans.keys():
            self._spans |= spans_of(missing, self.when)
        if missing := wanted - self._codes.keys():
            self._codes |= dict(Unit.objects.filter(id__in=missing).values_list("id", "code"))

    def spans(self, unit: int) -> list[UnitRow]:
        """A unit's spans, of those learnt."""
        return self._spans[unit]

    def code(self, unit: int) -> str:
        """A unit's code, of those learnt."""
        return self._codes[unit]

    def of(self, unit: int, day: date | None = None) -> Called:
        """A unit, of those learnt, as it is called on a day (None: the day asked about)."""
        return self.row(nearest(self._spans[unit], day or self.when.as_of), unit)

    def row(self, row: UnitRow | None, unit: int) -> Called:
        """A unit as it is called in one of its spans."""
        code = self._codes[unit]
        if row is None:
            return Called(unit, code, code, code, self.lang, "", False)
        name, lang = naming.chosen(row.names, self.lang, self.pack)
        is_organ = self.pack.unit_kind(row.kind, as_of=row.starts_on).is_organ
        kind = self.pack.names("unit_kind", lang).get(row.kind, "")
        place = name if is_organ else naming.without(name, kind)
        short = place if place[:1].isupper() else name
        return Called(unit, code, name or code, short or code, lang, row.kind, is_organ)


def organ_kinds(pack: charter.Pack) -> frozenset[str]:
    """The kinds of unit that were organs on whatever day."""
    series = pack.tables["unit_kinds"]
    return frozenset(
        id for id, each in series.items() if any(v.value and v.value["organ"] for v in each.versions)
    )
