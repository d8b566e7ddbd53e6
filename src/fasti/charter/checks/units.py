"""Levels and kinds of unit: ranks count from 0, parents exist and stand above, nobody is his own ancestor."""

from __future__ import annotations

from typing import Any

from fasti.charter import dated, folder, shape
from fasti.charter.checks import named


def check_id(opened: folder.Folder) -> None:
    """The pack is called as its folder."""
    id_ = opened.plain("pack.yaml", "id")
    if id_ != opened.path.name:
        opened.documents["pack.yaml"].note("id-wrong", ("id",), id=id_, folder=opened.path.name)


def check_levels(opened: folder.Folder) -> None:
    """Ranks are 0, 1, 2 ... each once."""
    seen: dict[int, str] = {}
    for id_, row in opened.plain("units.yaml", "levels").items():
        route = ("levels", id_, "rank")
        if row["rank"] in seen:
            opened.note(
                "unit_kinds", "level-rank", route, first=seen[row["rank"]], second=id_, rank=row["rank"]
            )
        seen.setdefault(row["rank"], id_)
    if sorted(seen) != list(range(len(seen))):
        opened.note("unit_kinds", "level-gap", ("levels",), ranks=", ".join(map(str, sorted(seen))))


def check_kinds(opened: folder.Folder) -> None:
    """Levels and parents exist; parents stand on the same or a higher level; organs have no members."""
    levels, kinds = opened.plain("units.yaml", "levels"), opened.table("unit_kinds")
    for series in kinds.values():
        for version in series.versions:
            if version.value is not None:
                _check_kind(opened, version, levels, kinds)
    _check_cycles(opened, kinds)


def _check_kind(opened: folder.Folder, version: dated.Version, levels: Any, kinds: folder.Table) -> None:
    route, value = (*version.route, "value"), version.value
    where = shape.place(version.route[:-1])
    if value["organ"] and value["members"]:
        opened.note("unit_kinds", "organ-members", (*route, "members"), where=where)
    known = named.check_plain(
        opened, "unit_kinds", (*route, "level"), group="level", id=value["level"], known=levels
    )
    if known and not value["parents"] and levels[value["level"]]["rank"] > 0:
        opened.note("unit_kinds", "kind-orphan", (*route, "parents"), where=where)
    for i, parent in enumerate(value["parents"]):
        place = (*route, "parents", i)
        there = named.check(
            opened, "unit_kinds", place, group="unit kind", id=parent, rows=kinds, day=version.starts_on
        )
        if there and known:
            _check_above(opened, version, kinds[parent], levels, i)


def _check_above(
    opened: folder.Folder, version: dated.Version, parent: dated.Series, levels: Any, i: int
) -> None:
    above = parent.at(version.starts_on)
    level = version.value["level"]
    if above is None or above.value["level"] not in levels:
        return
    if levels[above.value["level"]]["rank"] > levels[level]["rank"]:
        names = {"level": level, "parent": parent.key, "above": above.value["level"]}
        place = (*version.route, "value", "parents", i)
        opened.note("unit_kinds", "kind-below", place, where=shape.place(version.route[:-1]), **names)


def _check_cycles(opened: folder.Folder, kinds: folder.Table) -> None:
    parents = {
        key: {p for v in series.versions if v.value for p in v.value["parents"] if p in kinds}
        for key, series in kinds.items()
    }
    in_cycle = [key for key in parents if key in _ancestors(parents, key)]
    if in_cycle:
        route = ("unit_kinds", in_cycle[0])
        opened.note("unit_kinds", "kind-cycle", route, cycle=", ".join(in_cycle))


def _ancestors(parents: dict[str, set[str]], key: str) -> set[str]:
    found: set[str] = set()
    waiting = list(parents[key])
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            waiting.extend(parents[one])
    return found
