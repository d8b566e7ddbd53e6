"""Indicators and forms: columns exist, measures are complete, ratios divide counts, forms know figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fasti.charter import dated, folder, reading, shape
from fasti.charter.checks import named

_NEEDS = {
    "count": ("relation",), "sum": ("relation", "of"), "distinct": ("relation", "of"),
    "mean": ("relation", "of"), "median": ("relation", "of"), "ratio": ("numerator", "denominator"),
}  # fmt: skip
_REFUSES = {
    "count": ("of", "numerator", "denominator"), "sum": ("numerator", "denominator"),
    "distinct": ("numerator", "denominator"), "mean": ("numerator", "denominator"),
    "median": ("numerator", "denominator"),
    "ratio": ("relation", "of", "where", "any_of", "day", "at", "unit"),
}  # fmt: skip


def check_indicators(opened: folder.Folder) -> None:
    """Each indicator on a relation uses its columns and names groups that exist."""
    document = opened.documents["indicators.yaml"]
    for id_, written in opened.plain("indicators.yaml", "indicators").items():
        route = ("indicators", id_)
        where = shape.place(route)
        for key in _NEEDS[written["measure"]]:
            if key not in written:
                document.note("measure-needs", route, where=where, measure=written["measure"], key=key)
        for key in _REFUSES[written["measure"]]:
            if key in written:
                document.note(
                    "measure-refuses", (*route, key), where=where, measure=written["measure"], key=key
                )
        if "relation" in written:
            _check_relation(opened, document, route, written)


def _check_relation(
    opened: folder.Folder, document: reading.Document, route: reading.Route, written: Mapping[str, Any]
) -> None:
    relation, known = written["relation"], shape.columns()
    if relation not in known:
        names = {"group": "relation", "id": relation, "known": ", ".join(known)}
        document.note("unknown", (*route, "relation"), where=shape.place(route), **names)
        return
    for place, column in _columns(written):
        if column not in known[relation]:
            names = {"relation": relation, "column": column, "known": ", ".join(known[relation])}
            document.note("column-unknown", (*route, *place), where=shape.place(route), **names)
    if "day" not in written and "starts_on" not in known[relation]:
        document.note("measure-needs", route, where=shape.place(route), measure=written["measure"], key="day")
    for place, condition in _conditions(written):
        _check_condition(opened, document, (*route, *place), condition)


def _columns(written: Mapping[str, Any]) -> Iterator[tuple[reading.Route, str]]:
    of = written.get("of", ())
    yield from ((("of",), column) for column in ([of] if isinstance(of, str) else of))
    yield from (((key,), written[key]) for key in ("day", "unit") if key in written)
    yield from ((place, str(place[-1])) for place, _ in _conditions(written))


def _conditions(written: Mapping[str, Any]) -> Iterator[tuple[reading.Route, Any]]:
    for column, condition in written.get("where", {}).items():
        yield ("where", column), condition
    for i, part in enumerate(written.get("any_of", ())):
        yield from ((("any_of", i, column), condition) for column, condition in part.items())


def _check_condition(
    opened: folder.Folder, document: reading.Document, route: reading.Route, condition: Any
) -> None:
    """The groups and values a condition names exist."""
    if not isinstance(condition, dict):
        return
    known: dict[str, list[str]] = {
        "bucket": list(opened.table("buckets")),
        "managed_by": [*opened.plain("units.yaml", "levels"), "self"],
        "level": list(opened.plain("units.yaml", "levels")),
    }
    for key, ids in known.items():
        if key in condition and condition[key] not in ids:
            names = {"group": key, "id": condition[key], "known": ", ".join(ids)}
            document.note("unknown", (*route, key), where=shape.place(route), **names)
    days = condition.get("before_end")
    values = opened.table("values")
    if isinstance(days, dict) and days["value"] not in values:
        names = {"group": "value", "id": days["value"], "known": ", ".join(values)}
        document.note("unknown", (*route, "before_end"), where=shape.place(route), **names)


def check_ratios(opened: folder.Folder) -> None:
    """A ratio divides two declared figures that are not ratios, means or medians."""
    document, all_ = opened.documents["indicators.yaml"], opened.plain("indicators.yaml", "indicators")
    for id_, written in all_.items():
        for key in ("numerator", "denominator"):
            if (other := written.get(key)) is None:
                continue
            route = ("indicators", id_, key)
            if other not in all_:
                names = {"group": "indicator", "id": other, "known": ", ".join(all_)}
                document.note("unknown", route, where=shape.place(route), **names)
            elif all_[other]["measure"] in ("ratio", "mean", "median"):
                document.note("ratio-of-ratio", route, where=shape.place(route), id=other)


def check_forms(opened: folder.Folder) -> None:
    """Forms show declared figures once; duties name forms and levels and fall due not before the cut-off."""
    for series in opened.table("forms").values():
        for version in series.versions:
            if version.value is not None:
                _check_figures(opened, version)
    for series in opened.table("obligations").values():
        form, level = series.key.split("/")
        route = ("obligations", form, level)
        forms = opened.table("forms")
        named.check(
            opened, "forms", route[:2], group="form", id=form, rows=forms, day=series.versions[-1].starts_on
        )
        levels = opened.plain("units.yaml", "levels")
        named.check_plain(opened, "forms", route, group="level", id=level, known=levels)
        for version in series.versions:
            _check_due(opened, version)


def _check_figures(opened: folder.Folder, version: dated.Version) -> None:
    known = opened.plain("indicators.yaml", "indicators")
    seen: set[str] = set()
    for i, section in enumerate(version.value["sections"]):
        for j, id_ in enumerate(section["figures"]):
            route = (*version.route, "value", "sections", i, "figures", j)
            named.check_plain(opened, "forms", route, group="indicator", id=id_, known=known)
            if id_ in seen:
                opened.note("forms", "section-twice", route, where=shape.place(version.route[:-1]), id=id_)
            seen.add(id_)


def _check_due(opened: folder.Folder, version: dated.Version) -> None:
    value = version.value
    if value is not None and value["due_after_days"] < value["cut_off_after_days"]:
        route = (*version.route, "value", "due_after_days")
        opened.note("forms", "due-before-cut-off", route, where=shape.place(version.route[:-1]))
