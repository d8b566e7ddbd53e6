"""Reads an effect as written in a draft: its kind, its subjects by code, its data. Every mistake is a finding."""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from fasti.acts import texts, written
from fasti.acts.findings import Finding
from fasti.acts.texts import readable
from fasti.dates import spans
from fasti.effects import kinds

SUBJECTS = {
    "unit": "unit",
    "parent": "other_unit",
    "other_unit": "other_unit",
    "person": "person",
    "post": "post",
    "other_post": "other_post",
}
"""Field of a kind that names an identity, to the place of that identity in the record."""

_NOT_DATA = {*SUBJECTS, "on", "office"}
_SET_AT_ISSUING = {"organ"}
"""Fields that the rule book decides: a draft may not give them."""
_LONGEST = {"family_name": 120, "given_name": 120, "abbreviation": 32, "term": 32, "course": 64, "topics": 64}
_MOST = 9_999
"""No number in an effect is higher: seats are rows of the register."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class WrittenEffect:
    """An effect of a draft, its fields checked for presence and shape. Subjects are codes."""

    kind: str
    on: date
    subjects: Mapping[str, str]
    """Place in the record (unit, person, post, other_unit, other_post) to code."""
    data: Mapping[str, Any]
    personal: Mapping[str, str]
    office: str = ""


def read(raw: Any, *, default_on: date | None) -> tuple[WrittenEffect | None, list[Finding]]:
    """The effect, or None with what is wrong with it."""
    if not isinstance(raw, Mapping):
        return None, [Finding("wrong-type", {"field": "effects", "value": readable(raw)})]
    kind = kinds.KINDS.get(str(raw.get("kind", "")))
    if kind is None:
        return None, [Finding("unknown-effect", {"effect": readable(raw.get("kind", ""))})]
    if kind.KIND == "VOID":
        return None, [Finding("void-by-relation")]
    given = {key: value for key, value in raw.items() if key != "kind"}
    if "on" not in given and default_on is not None:
        given["on"] = default_on.isoformat()
    values, findings = _values(kind, given)
    if findings:
        return None, findings
    personal = {name: str(values.pop(name)) for name in kind.PERSONAL if values.get(name)}
    subjects = {SUBJECTS[key]: value for key, value in values.items() if key in SUBJECTS and value}
    data = {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in values.items()
        if key not in _NOT_DATA and key not in kind.PERSONAL and value not in (None, "")
    }
    if kind.KIND == "ESTABLISH_POST":
        data["office"] = values["office"]
    written = WrittenEffect(
        kind=kind.KIND,
        on=values["on"],
        subjects=subjects,
        data=data,
        personal=personal,
        office=values.get("office", ""),
    )
    return written, []


@functools.cache
def _shape(kind: Any) -> tuple[dict[str, Any], dict[str, dataclasses.Field[Any]]]:
    """The types and the fields of a kind, by name."""
    return typing.get_type_hints(kind), {field.name: field for field in dataclasses.fields(kind)}


def _values(kind: Any, given: Mapping[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    hints, fields = _shape(kind)
    findings = [
        Finding("unexpected-field", {"field": readable(key)})
        for key in given
        if key not in fields or key in _SET_AT_ISSUING
    ]
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if written.is_empty(given.get(name)):
            if field.default is dataclasses.MISSING:
                findings.append(Finding("missing-field", {"field": name}))
            else:
                values[name] = field.default
            continue
        value, finding = _value(name, given[name], hints[name])
        values[name] = value
        findings += [finding] if finding else []
    return values, findings


def _value(name: str, value: Any, hint: Any) -> tuple[Any, Finding | None]:
    if hint in (date, date | None):
        return _day(name, value)
    if hint is str and isinstance(value, date):
        value = value.isoformat()
    if not _fits(value, hint):
        return None, Finding("wrong-type", {"field": name, "value": readable(value)})
    for text in _texts(value) if name in _LONGEST else ():
        for finding in texts.longer(name, text, _LONGEST[name]):
            return None, finding
    return value, None


def _day(name: str, value: Any) -> tuple[date | None, Finding | None]:
    try:
        return spans.parse_day(str(value)), None
    except spans.MalformedDay:
        return None, Finding("malformed-day", {"field": name, "value": readable(value)})


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _fits(value: Any, hint: Any) -> bool:
    origin = typing.get_origin(hint)
    if origin is dict:
        _, inner = typing.get_args(hint)
        return isinstance(value, Mapping) and all(
            isinstance(k, str) and k.isascii() and _fits(v, inner) for k, v in value.items()
        )
    if origin is list:
        (inner,) = typing.get_args(hint)
        return isinstance(value, list) and all(_fits(each, inner) for each in value)
    if origin is Literal:
        return value in typing.get_args(hint)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST
    return isinstance(value, hint) and not isinstance(value, bool)
