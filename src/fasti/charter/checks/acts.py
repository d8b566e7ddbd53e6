"""Act types, buckets, effects and authority: what they name exists, and no two acts can bear one number."""

from __future__ import annotations

from fasti.charter import dated, folder
from fasti.charter.checks import named


def check_types(opened: folder.Folder) -> None:
    """Types have a bucket and number with an existing type; buckets are used; effects name act types."""
    types, buckets = opened.table("act_types"), opened.table("buckets")
    for version in _versions(types):
        route, day = (*version.route, "value"), version.starts_on
        named.check(
            opened,
            "act_types",
            (*route, "bucket"),
            group="bucket",
            id=version.value["bucket"],
            rows=buckets,
            day=day,
        )
        if other := version.value.get("numbered_with"):
            named.check(
                opened,
                "act_types",
                (*route, "numbered_with"),
                group="act type",
                id=other,
                rows=types,
                day=day,
            )
    used = {version.value["bucket"] for version in _versions(types)}
    for id_ in buckets.keys() - used:
        opened.note("buckets", "bucket-empty", ("buckets", id_), id=id_)
    for version in _versions(opened.table("effects")):
        for i, id_ in enumerate(version.value):
            place = (*version.route, "value", i)
            named.check(opened, "effects", place, group="act type", id=id_, rows=types, day=version.starts_on)
    _check_abbreviations(opened, types)


def _check_abbreviations(opened: folder.Folder, types: folder.Table) -> None:
    """Two types in force together may share an abbreviation only if they share a series."""
    days = sorted({version.starts_on for version in _versions(types)})
    for day in days:
        seen: dict[str, tuple[str, str]] = {}
        for key, series in types.items():
            if (version := series.at(day)) is None:
                continue
            abbreviation, counted = version.value["abbreviation"], version.value.get("numbered_with", key)
            first, other = seen.setdefault(abbreviation, (key, counted))
            if other != counted:
                place = (*version.route, "value", "abbreviation")
                names = {"first": first, "second": key, "abbreviation": abbreviation}
                opened.note("act_types", "abbreviation-shared", place, **names)


def check_authority(opened: folder.Folder) -> None:
    """Every kind of unit has its authority, over existing act types, signed by existing offices."""
    kinds, authority = opened.table("unit_kinds"), opened.table("authority")
    for id_ in kinds.keys() - authority.keys():
        opened.note("authority", "authority-missing", ("authority",), id=id_)
    for id_, series in authority.items():
        first = series.versions[0].starts_on
        if named.check(
            opened, "authority", ("authority", id_), group="unit kind", id=id_, rows=kinds, day=first
        ):
            for version in series.versions:
                _check_grants(opened, version)


def _check_grants(opened: folder.Folder, version: dated.Version) -> None:
    types, offices = opened.table("act_types"), opened.table("offices")
    for i, grant in enumerate(version.value or ()):
        route = (*version.route, "value", i)
        for j, id_ in enumerate(grant["types"]):
            place = (*route, "types", j)
            named.check(
                opened, "authority", place, group="act type", id=id_, rows=types, day=version.starts_on
            )
        for id_ in grant["signers"]:
            place = (*route, "signers", id_)
            named.check(
                opened, "authority", place, group="office", id=id_, rows=offices, day=version.starts_on
            )


def _versions(rows: folder.Table) -> list[dated.Version]:
    return [version for series in rows.values() for version in series.versions if version.value is not None]
