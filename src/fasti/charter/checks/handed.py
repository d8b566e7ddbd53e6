"""Forms that are handed in: signers exist, declared figures are computed nowhere, rules name figures of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fasti.charter import dated, folder, handing, reading, shape
from fasti.charter.checks import named


def check_handed_in(opened: folder.Folder) -> None:
    """Each version of a form that is handed in."""
    for series in opened.table("forms").values():
        for version in series.versions:
            if version.value is not None and "handed_in" in version.value:
                _check(opened, version, version.value["handed_in"])


def _check(opened: folder.Folder, version: dated.Version, written: Mapping[str, Any]) -> None:
    route = (*version.route, "value", "handed_in")
    offices = opened.table("offices")
    for i, office in enumerate(written["signers"]):
        named.check(
            opened, "forms", (*route, "signers", i), group="office", id=office, rows=offices,
            day=version.starts_on,
        )  # fmt: skip
    computed = [id_ for section in version.value["sections"] for id_ in section["figures"]]
    seen = list(opened.plain("indicators.yaml", "indicators"))
    for i, declared in enumerate(written["declared"]):
        if declared["id"] in seen:
            place = (*route, "declared", i, "id")
            opened.note("forms", "declared-twice", place, where=shape.place(route), id=declared["id"])
        seen.append(declared["id"])
    known = [*computed, *(each["id"] for each in written["declared"])]
    for i, rule in enumerate(written["rules"]):
        _check_rule(opened, (*route, "rules", i), rule, known)


def _check_rule(
    opened: folder.Folder, route: reading.Route, rule: Mapping[str, Any], known: list[str]
) -> None:
    """A rule has what its check needs, and names figures of the form."""
    for key in handing.NEEDS[rule["check"]]:
        if key not in rule:
            opened.note("forms", "rule-needs", route, where=shape.place(route), check=rule["check"], key=key)
    for place, id_ in _figures(rule):
        named.check_plain(opened, "forms", (*route, *place), group="figure", id=id_, known=known)


def _figures(rule: Mapping[str, Any]) -> Iterator[tuple[reading.Route, str]]:
    yield ("figure",), rule["figure"]
    for key in ("of", "less"):
        yield from (((key, i), id_) for i, id_ in enumerate(rule.get(key, ())))
