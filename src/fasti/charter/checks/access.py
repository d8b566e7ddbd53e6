"""Who may see or do what: grants name offices or everyone, and a class of confidentiality that is there."""

from __future__ import annotations

from collections.abc import Iterator

from fasti.charter import dated, folder, shape
from fasti.charter.checks import named


def check_grants(opened: folder.Folder) -> None:
    """A grant is to offices in force or to everyone, up to a class of confidentiality of its first day."""
    offices, classes = opened.table("offices"), opened.table("classes")["classes"]
    for version in _versions(opened.table("grants")):
        route, value, day = (*version.route, "value"), version.value, version.starts_on
        where = shape.place(version.route[:-1])
        if ("offices" in value) == ("everyone" in value):
            opened.note("grants", "grant-to-whom", route, where=where)
        for i, id_ in enumerate(value.get("offices", ())):
            place = (*route, "offices", i)
            named.check(opened, "grants", place, group="office", id=id_, rows=offices, day=day)
        there = classes.at(day)
        known = there.value if there else ()
        named.check_plain(
            opened, "grants", (*route, "clearance"), group="class", id=value["clearance"], known=known
        )


def check_four_eyes(opened: folder.Folder) -> None:
    """The types of act that need a second pair of eyes are there."""
    types = opened.table("act_types")
    for version in _versions(opened.table("four_eyes")):
        listed = version.value["types"]
        for i, id_ in enumerate(() if listed == "all" else listed):
            place = (*version.route, "value", "types", i)
            named.check(
                opened, "four_eyes", place, group="act type", id=id_, rows=types, day=version.starts_on
            )


def _versions(rows: folder.Table) -> Iterator[dated.Version]:
    for series in rows.values():
        yield from (version for version in series.versions if version.value is not None)
