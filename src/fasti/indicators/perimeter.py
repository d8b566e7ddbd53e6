"""Which units a question is about: a unit with the units beneath it, or the units of a peer group side by
side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from fasti import charter
from fasti.indicators import engines
from fasti.indicators import tree as trees
from fasti.indicators.figures import CannotCompute, UnitRef
from fasti.indicators.tallies import Run
from fasti.register.models import UnitSpan
from fasti.subjects.models import Unit

_EPOCH = date(1970, 1, 1)
_LAST = "9999-12-31"
_KEPT = 8
_GROUNDS = 500
_read: dict[tuple[object, ...], Standings] = {}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of unit is: its level, the level's rank (0: centre), whether it is an organ."""

    level: str
    rank: int
    is_organ: bool


@dataclass(frozen=True, slots=True)
class Standings:
    """All that is known of where units stood and where they went."""

    spans: tuple[trees.Standing, ...]
    successions: tuple[trees.Succession, ...]
    grown: dict[int, trees.Tree]
    grounds: dict[tuple[object, ...], Ground] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    """When each kind of unit was first used."""

    def tree(self, day: date) -> trees.Tree:
        """The tree on a day."""
        number = day_number(day)
        if number not in self.grown:
            self.grown[number] = trees.grow(self.spans, self.successions, day=number)
        return self.grown[number]


@dataclass(frozen=True)
class Perimeter:
    """The places asked about: `members` one by one, `whole` together, `own` (of a unit) outside its members."""

    code: str
    is_group: bool
    members: Mapping[str, int]
    names: Mapping[str, Mapping[str, str]]
    whole: tuple[Run, ...]
    own: tuple[Run, ...]

    @property
    def refs(self) -> tuple[UnitRef, ...]:
        """The members with their names."""
        return tuple(UnitRef(code, self.names.get(code, {})) for code in self.members)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a question stands on: the tree of its day, what the kinds of unit are by its rules, and its perimeter."""

    tree: trees.Tree
    kinds: Mapping[str, Kind]
    around: Perimeter


def day_number(day: date) -> int:
    """Days since 1 January 1970."""
    return (day - _EPOCH).days


def standings(engine: engines.Engine) -> Standings:
    """Read from the engine, once for each state of the record."""
    if engine.state not in _read:
        if len(_read) >= _KEPT:
            _read.clear()
        _read[engine.state] = _standings(engine)
    return _read[engine.state]


def _standings(engine: engines.Engine) -> Standings:
    found = engine.run(
        "SELECT unit_id, COALESCE(parent_id, -1) AS parent_id, kind, CAST(starts_on AS VARCHAR(10)) AS starts_on,"  # nosec B608
        f" COALESCE(CAST(ends_before AS VARCHAR(10)), '{_LAST}') AS ends_before FROM unit_span"
    )
    edges = engine.run(
        'SELECT predecessor_id, successor_id, CAST("on" AS VARCHAR(10)) AS day,'
        " CASE WHEN manner = 'split' THEN 1 ELSE 0 END AS is_split FROM lineage"
    )
    rows = zip(
        found["unit_id"].tolist(), found["parent_id"].tolist(), found["kind"].tolist(), _days(found["starts_on"]),
        _days(found["ends_before"]), strict=True,
    )  # fmt: skip
    spans = (
        trees.Standing(unit, None if parent < 0 else parent, kind, starts, ends)
        for unit, parent, kind, starts, ends in rows
    )
    pairs = zip(
        edges["predecessor_id"].tolist(), edges["successor_id"].tolist(), _days(edges["day"]),
        map(bool, edges["is_split"].tolist()), strict=True,
    )  # fmt: skip
    kept = tuple(spans)
    begun: dict[str, int] = {}
    for span in kept:
        begun[span.kind] = min(span.starts_on, begun.get(span.kind, span.starts_on))
    return Standings(kept, tuple(trees.Succession(*edge) for edge in pairs), {}, begun=begun)


def _days(texts: Sequence[str]) -> list[int]:
    numbers: list[int] = np.asarray(texts, "datetime64[D]").astype(np.int64).tolist()
    last = day_number(date.fromisoformat(_LAST))
    return [trees.OPEN if number == last else number for number in numbers]


def ground(
    engine: engines.Engine, unit: str, *, pack: charter.Pack, day: date, as_of: date, database: str
) -> Ground:
    """What a question about a unit or peer group stands on; made once for each state of the record.

    `day`: the boundaries; `as_of`: the day of the rules. Raises `CannotCompute`.
    """
    standing = standings(engine)
    asked = (unit, pack.id, pack.version, day, as_of, database)
    if asked not in standing.grounds:
        if len(standing.grounds) >= _GROUNDS:
            standing.grounds.clear()
        tree, kinds_ = standing.tree(day), kinds(standing, pack, as_of=as_of)
        around = of(unit, pack=pack, tree=tree, kinds=kinds_, day=day, database=database)
        standing.grounds[asked] = Ground(tree, kinds_, around)
    return standing.grounds[asked]


def kinds(standing: Standings, pack: charter.Pack, *, as_of: date) -> dict[str, Kind]:
    """What each kind of unit of the record is on a day; a kind not in force then, when it was first used."""
    ranks = {level.id: level.rank for level in pack.levels}
    first = standing.begun
    in_force = set(pack.unit_kinds(as_of=as_of))
    found = {}
    for kind in sorted(first):
        day = as_of if kind in in_force else date.fromordinal(_EPOCH.toordinal() + first[kind])
        rule = pack.unit_kind(kind, as_of=day)
        found[kind] = Kind(rule.level, ranks[rule.level], rule.is_organ)
    return found


def of(
    code: str, *, pack: charter.Pack, tree: trees.Tree, kinds: Mapping[str, Kind], day: date, database: str
) -> Perimeter:
    """The perimeter of a unit or peer group on a day; raises `CannotCompute` if there is none of that code."""
    unit = Unit.objects.using(database).filter(code=code).values_list("id", flat=True).first()
    if unit is None:
        return _of_group(code, pack, tree, day, database)
    place = tree.position(unit)
    if place == trees.NOWHERE:
        raise _not_living(code, tree.place(unit), tree, day, database)
    beneath = [child for child in tree.children(place) if not kinds[tree.kinds[child]].is_organ]
    whole = (place, int(tree.ends[place]))
    members = _coded(beneath, tree, database)
    gaps = _gaps(whole, [(child, int(tree.ends[child])) for child in beneath])
    return Perimeter(code, False, members, names(members, day, database), (whole,), gaps)


def _of_group(code: str, pack: charter.Pack, tree: trees.Tree, day: date, database: str) -> Perimeter:
    try:
        group = pack.peer_group(code, as_of=day)
    except charter.NoRule as absent:
        message = f"There is no unit and no peer group {code} on {day}."
        raise CannotCompute("unknown-unit", message, unit=code, day=day.isoformat()) from absent
    ids = ids_of(group.units, database)
    if missing := [unit for unit in group.units if unit not in ids]:
        message = f"The peer group {code} names {missing[0]}, which the record does not have."
        raise CannotCompute("unknown-unit", message, unit=missing[0], day=day.isoformat())
    places = dict.fromkeys(tree.place(ids[unit]) for unit in group.units)
    if trees.NOWHERE in places:
        raise CannotCompute(
            "not-living", f"A unit of {code} has no place on {day}.", unit=code, day=day.isoformat()
        )
    members = _coded(list(places), tree, database)
    whole = tuple((place, int(tree.ends[place])) for place in places)
    return Perimeter(code, True, members, names(members, day, database), whole, ())


def _not_living(code: str, heir: int, tree: trees.Tree, day: date, database: str) -> CannotCompute:
    into = next(iter(_coded([heir], tree, database)), "") if heir != trees.NOWHERE else ""
    hint = f" Its figures are with {into}." if into else ""
    return CannotCompute("not-living", f"{code} does not exist on {day}.{hint}", unit=code, day=day.isoformat(),
                         into=into)  # fmt: skip


def _coded(places: Iterable[int], tree: trees.Tree, database: str) -> dict[str, int]:
    """Places by the code of their unit, in the order given."""
    by_unit = {int(tree.units[place]): place for place in places}
    codes = codes_of(by_unit, database)
    return {codes[unit]: place for unit, place in by_unit.items()}


def codes_of(units: Iterable[int], database: str) -> dict[int, str]:
    """The codes of units by their ids."""
    return dict(Unit.objects.using(database).filter(id__in=list(units)).values_list("id", "code"))


def ids_of(codes: Iterable[str], database: str) -> dict[str, int]:
    """The ids of units by their codes."""
    return dict(Unit.objects.using(database).filter(code__in=list(codes)).values_list("code", "id"))


def names(codes: Iterable[str], day: date, database: str) -> dict[str, dict[str, str]]:
    """The names of units on a day, by code."""
    spans = UnitSpan.objects.using(database).filter(unit__code__in=list(codes), starts_on__lte=day)
    return dict(spans.order_by("starts_on").values_list("unit__code", "names"))


def _gaps(whole: Run, taken: Iterable[Run]) -> tuple[Run, ...]:
    """What is left of a run outside others within it.

    >>> _gaps((0, 9), [(2, 4), (4, 8)])
    ((0, 2), (8, 9))
    """
    found, start = [], whole[0]
    for low, high in sorted(taken):
        found.append((start, low))
        start = high
    return tuple(run for run in [*found, (start, whole[1])] if run[0] < run[1])
