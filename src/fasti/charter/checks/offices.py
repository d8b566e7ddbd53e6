"""Offices stand in existing kinds of unit and are managed by exactly one level; age bands rise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fasti.charter import dated, folder, shape
from fasti.charter.checks import named


def check_offices(opened: folder.Folder) -> None:
    """The kinds of unit an office may stand in exist when the office begins."""
    kinds = opened.table("unit_kinds")
    for version in _versions(opened.table("offices")):
        for i, id_ in enumerate(version.value["unit_kinds"]):
            place = (*version.route, "value", "unit_kinds", i)
            named.check(
                opened, "offices", place, group="unit kind", id=id_, rows=kinds, day=version.starts_on
            )


def check_management(opened: folder.Folder) -> None:
    """Managers are levels or `self`; each office in force has one manager on every day."""
    offices, managers = opened.table("offices"), opened.table("management")
    levels = [*opened.plain("units.yaml", "levels"), "self"]
    for id_ in managers:
        named.check_plain(opened, "management", ("management", id_), group="level", id=id_, known=levels)
    for version in _versions(managers):
        for i, id_ in enumerate(version.value):
            place = (*version.route, "value", i)
            named.check(
                opened, "management", place, group="office", id=id_, rows=offices, day=version.starts_on
            )
    told: set[str] = set()
    for day in dated.versions_over(*offices.values(), *managers.values()):
        for id_ in sorted(_in_force(offices, day) - told):
            if _check_managers(opened, id_, day):
                told.add(id_)


def _check_managers(opened: folder.Folder, id_: str, day: date) -> bool:
    """Note no manager or two on the day; True if one of these was noted."""
    found = [(key, v) for key, s in opened.table("management").items() if (v := s.at(day)) and id_ in v.value]
    if not found:
        opened.note("management", "managed-missing", ("offices", id_), id=id_, day=day)
    if len(found) > 1:
        (first, _), (second, version) = found[:2]
        place = (*version.route, "value", version.value.index(id_))
        opened.note("management", "managed-twice", place, id=id_, first=first, second=second, day=day)
    return len(found) != 1


def check_ex_officio(opened: folder.Folder) -> None:
    """Both offices and the organ are there when the rule begins, and the office carried has a place in the organ."""
    offices, kinds = opened.table("offices"), opened.table("unit_kinds")
    for version in _versions(opened.table("ex_officio")):
        route, value, day = (*version.route, "value"), version.value, version.starts_on
        for key, group, rows in (
            ("holding", "office", offices), ("carries", "office", offices), ("organ", "unit kind", kinds)
        ):  # fmt: skip
            named.check(opened, "ex_officio", (*route, key), group=group, id=value[key], rows=rows, day=day)
        carried = offices[value["carries"]].at(day) if value["carries"] in offices else None
        if carried and value["organ"] in kinds and value["organ"] not in carried.value["unit_kinds"]:
            where = shape.place(version.route[:-1])
            names = {"id": value["carries"], "kind": value["organ"]}
            opened.note("ex_officio", "mandate-elsewhere", (*route, "carries"), where=where, **names)


def check_bands(opened: folder.Folder) -> None:
    """The bounds of age bands rise; only the last may be open."""
    for version in _versions(opened.table("age_bands")):
        bounds = [band["below"] for band in version.value]
        closed = [bound for bound in bounds if bound is not None]
        if closed != sorted(set(closed)) or None in bounds[:-1]:
            opened.note("age_bands", "bands-order", version.route, where=shape.place(version.route[:-1]))


def _in_force(rows: folder.Table, day: date) -> set[str]:
    return {key for key, series in rows.items() if series.at(day)}


def _versions(rows: folder.Table) -> Iterator[dated.Version]:
    for series in rows.values():
        yield from (version for version in series.versions if version.value is not None)
