"""Numbering: each act a unit may issue counts in exactly one series, and its number shows in the pattern."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fasti.charter import dated, folder, numbering, shape
from fasti.charter.checks import named


def check_terms(opened: folder.Folder) -> None:
    """Terms belong to levels; rules name kinds of unit that exist."""
    levels, kinds = opened.plain("units.yaml", "levels"), opened.table("unit_kinds")
    for id_ in opened.table("terms"):
        named.check_plain(opened, "terms", ("terms", id_), group="level", id=id_, known=levels)
    for version in _rules(opened):
        for key in ("kinds", "except_kinds"):
            ids = version.value.get(key, ())
            for i, id_ in enumerate(ids if isinstance(ids, list) else ()):
                place = (*version.route, "value", key, i)
                named.check_plain(opened, "numbering", place, group="unit kind", id=id_, known=kinds)


def check_patterns(opened: folder.Folder) -> None:
    """Series and patterns use the places there are, and a pattern shows the number."""
    for version in _rules(opened):
        for key, known in (("series", numbering.SERIES_PLACES), ("pattern", numbering.PATTERN_PLACES)):
            route = (*version.route, "value", key)
            for name in numbering.names(version.value[key]):
                if name not in known:
                    where = shape.place(route)
                    opened.note(
                        "numbering", "placeholder", route, where=where, name=name, known=", ".join(known)
                    )
        if "number" not in numbering.names(version.value["pattern"]):
            route = (*version.route, "value", "pattern")
            opened.note("numbering", "number-absent", route, where=shape.place(route))


def check_numbering(opened: folder.Folder) -> None:
    """Each issuer and act type allowed on a day has one numbering rule, and a term if it needs one."""
    rules, grants = opened.table("numbering"), opened.table("authority")
    days = list(dated.versions_over(*rules.values(), *grants.values(), *opened.table("terms").values()))
    told: set[tuple[str, str, str]] = set()
    for kind, type_, day in _allowed(opened, days):
        matching = [
            series
            for series in rules.values()
            if (v := series.at(day)) and _covers(v, kind=kind, type_=type_)
        ]
        _check_one(opened, matching, kind, type_, day, told)


def _check_one(
    opened: folder.Folder,
    matching: list[dated.Series],
    kind: str,
    type_: str,
    day: date,
    told: set[tuple[str, str, str]],
) -> None:
    if not matching and ("", kind, type_) not in told:
        told.add(("", kind, type_))
        opened.note("numbering", "numbering-missing", ("numbering",), kind=kind, type=type_, day=day)
    for other in matching[1:]:
        if (other.key, kind, type_) not in told:
            told.add((other.key, kind, type_))
            names = {"kind": kind, "type": type_, "first": matching[0].key, "second": other.key, "day": day}
            opened.note("numbering", "numbering-twice", ("numbering", other.key), **names)
    for series in matching[:1]:
        _check_term(opened, series, kind, day, told)


def _check_term(
    opened: folder.Folder, series: dated.Series, kind: str, day: date, told: set[tuple[str, str, str]]
) -> None:
    version, unit = series.at(day), opened.table("unit_kinds")[kind].at(day)
    if version is None or unit is None or "term" not in numbering.names(version.value["series"]):
        return
    level = unit.value["level"]
    terms = opened.table("terms").get(level)
    if (terms is None or terms.at(day) is None) and ("term", kind, "") not in told:
        told.add(("term", kind, ""))
        opened.note("numbering", "term-missing", ("terms",), kind=kind, level=level, day=day)


def _allowed(opened: folder.Folder, days: list[date]) -> Iterator[tuple[str, str, date]]:
    """Kind, act type and day of every permission, on every day on which something begins."""
    types = opened.table("act_types")
    kinds = opened.table("unit_kinds")
    for kind, series in opened.table("authority").items():
        for day in days:
            version = series.at(day) if kind in kinds and kinds[kind].at(day) else None
            for grant in version.value if version else ():
                for type_ in grant["types"]:
                    if type_ in types and types[type_].at(day):
                        yield kind, type_, day


def _covers(version: dated.Version, *, kind: str, type_: str) -> bool:
    return numbering.covers(version.value, kind=kind, act_type=type_)


def _rules(opened: folder.Folder) -> Iterator[dated.Version]:
    for series in opened.table("numbering").values():
        yield from (version for version in series.versions if version.value is not None)
