"""Scorecards: what they name exists, each criterion has what its kind needs, bands rise and keep within the most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fasti.charter import dated, folder, reading, scorecards, shape
from fasti.charter.checks import named


def check_scorecards(opened: folder.Folder) -> None:
    """Each version of each scorecard."""
    for series in opened.table("scorecards").values():
        for version in series.versions:
            if version.value is not None:
                _check(opened, version)


def _check(opened: folder.Folder, version: dated.Version) -> None:
    route, value = (*version.route, "value"), version.value
    named.check(
        opened, "scorecards", (*route, "peer_group"), group="peer group", id=value["peer_group"],
        rows=opened.table("peer_groups"), day=version.starts_on,
    )  # fmt: skip
    indicators = opened.plain("indicators.yaml", "indicators")
    seen: list[str] = []
    for place, each in _items(value):
        if each["id"] in seen:
            opened.note(
                "scorecards", "repeated", (*route, *place), where=shape.place(route), found=each["id"]
            )
        seen.append(each["id"])
        if "figure" in each:
            at = (*route, *place, "figure")
            named.check_plain(opened, "scorecards", at, group="figure", id=each["figure"], known=indicators)
    for i, criterion in enumerate(value["criteria"]):
        _check_criterion(opened, (*route, "criteria", i), criterion)
    criteria = [each["id"] for each in value["criteria"]]
    for i, id_ in enumerate(value["ties"]):
        named.check_plain(
            opened, "scorecards", (*route, "ties", i), group="criterion", id=id_, known=criteria
        )


def _check_criterion(opened: folder.Folder, route: reading.Route, written: Mapping[str, Any]) -> None:
    """A criterion has what its kind needs and nothing that another needs; its bands rise and stay within the most."""
    where, wanted = shape.place(route), scorecards.NEEDS[written["kind"]]
    for key in ("figure", "target", "cap", "bands"):
        if (key in wanted) != (key in written):
            opened.note("scorecards", "criterion-needs", route, where=where, kind=written["kind"], key=key)
    for key in ("target", "cap"):
        if key in written and not scorecards.exact(written[key]):
            place = (*route, key)
            opened.note("scorecards", "too-small", place, where=shape.place(place), found=0, expected=1)
    bands = [(scorecards.exact(b["from"]), scorecards.exact(b["points"])) for b in written.get("bands", ())]
    bounds = [bound for bound, _ in bands]
    most = scorecards.exact(written["most"])
    if bounds != sorted(set(bounds)) or any(points > most for _, points in bands):
        opened.note("scorecards", "points-order", (*route, "bands"), where=where, most=written["most"])


def _items(value: Mapping[str, Any]) -> Iterator[tuple[reading.Route, Mapping[str, Any]]]:
    for key in ("criteria", "exclusions"):
        yield from (((key, i), each) for i, each in enumerate(value[key]))
    for key in ("bonus", "deductions"):
        yield from (((key, "items", i), each) for i, each in enumerate(value[key]["items"]))
