"""Reads an effect as written in a draft: its kind, its subjects by code, its data. Every mistake is a finding."""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Literal

from fasti.acts import texts
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
    "other_person": "other_person",
}
"""Field of a kind that names an identity, to the place of that identity in the record."""

_NOT_DATA = {*SUBJECTS, "on", "office"}
SET_AT_ISSUING = {"organ", "months"}
"""Fields that the rule book decides: a draft may not give them."""
_SEALED = {"document_number"}
"""Fields that are taken out before a draft is read (`operations.sealing`): one that is left could not be."""
_LONGEST = {"family_name": 120, "given_name": 120, "abbreviation": 32, "term": 32, "course": 64, "topics": 64}
_LONGEST |= {
    "document_hash": 64,
    "period": 8,
    "grade": 32,
    "form": 32,
    "ground": 64,
    "reason": 64,
    "election": 64,
    "return_form": 32,
    "scorecard": 32,
    "practice": 32,
    "practice_topic": 32,
    "title": 300,
    "excluded": 32,
    "phrase": 120,
    "indicator": 64,
    "sentence_hash": 64,
}
_MOST = 9_999
"""No number in an effect is higher: seats are rows of the register."""


class WrittenEffect(typing.NamedTuple):
    """An effect of a draft, its fields checked for presence and shape. Subjects are codes."""

    kind: str
    on: date
    subjects: Mapping[str, str]
    """Place in the record (unit, person, post, other_unit, other_post, other_person) to code."""
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
    values, findings = _values(kind, raw, default_on)
    if findings:
        return None, findings
    subjects, personal, data = _parts(kind, values)
    return WrittenEffect(kind.KIND, values["on"], subjects, data, personal, values.get("office", "")), []


def read_plain(raw: Any, *, default_on: date) -> WrittenEffect | None:
    """The effect, much faster than `read`; None for all that is not of an everyday shape, right or wrong."""
    name = raw.get("kind") if type(raw) is dict else None
    plan = plan_of(name, tuple(raw)) if type(name) is str else None
    if plan is None:
        return None
    subjects: dict[str, str] = {}
    for key, place in plan.subjects:
        value = raw[key]
        if type(value) is not str or not value or value.isspace():
            return None
        subjects[place] = value
    parts: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for key, part, check, value in plan.fields:
        if check is not None:
            value = raw[key]
            if not check(value):
                return None
        parts[part][key] = value
    on: date | None = default_on
    if plan.has_day:
        on = _day_of(raw["on"]) if type(raw["on"]) is str else None
    return WrittenEffect(plan.kind, on, subjects, *parts) if on else None


class Plan(typing.NamedTuple):
    """How to read effects of a kind in which certain fields are given."""

    kind: str
    subjects: tuple[tuple[str, str], ...]
    """Each key with the place of the identity in the record."""
    fields: tuple[tuple[str, int, Any, Any], ...]
    """Data (0) and personal fields (1): key, which of both, how a value is seen to be right (None: the default)."""
    has_day: bool


_MOST_PLANS = 4_096


@functools.lru_cache(maxsize=_MOST_PLANS)
def plan_of(name: str, given: tuple[Any, ...]) -> Plan | None:
    """The plan for effects of a kind in which these fields are given, None if they are not of an everyday shape."""
    kind = kinds.KINDS.get(name)
    if kind is None or name == "VOID":
        return None
    places, names = _shape(kind)
    if any(key != "kind" and key not in names for key in given) or "office" in (
        place.name for place in places
    ):
        return None
    if list(_one_of(kind, {key: key for key in given})):
        return None
    subjects: list[tuple[str, str]] = []
    fields: list[tuple[str, int, Any, Any]] = []
    for place in places:
        key, part = place.name, int(place.name in kind.PERSONAL)
        if key in given:
            if key in SUBJECTS:
                subjects.append((key, SUBJECTS[key]))
            elif key != "on":
                fields.append((key, part, _check_of(place), None))
        elif place.default is dataclasses.MISSING:
            if key != "on":
                return None
        elif place.default not in (None, ""):
            fields.append((key, part, None, str(place.default) if part else place.default))
    return Plan(name, tuple(subjects), tuple(fields), "on" in given)


def _check_of(place: _Place) -> Callable[[Any], bool]:
    """How a value that is given is seen to be right."""
    if place.is_day:
        return lambda value: type(value) is str and _day_of(value) is not None
    if place.is_text:
        return _is_text
    if place.choices:
        return lambda value: type(value) is str and value != "" and value in place.choices
    limit = _LONGEST.get(place.name)
    if place.hint is str and limit is not None:
        return lambda value: type(value) is str and 0 < len(value) <= limit and not value.isspace()
    return _quick_check(place.hint, limit) or (
        lambda value: value is not None and value != "" and _value(place.name, value, place.hint)[1] is None
    )


def _quick_check(hint: Any, limit: int | None) -> Callable[[Any], bool] | None:
    """Whether a value is of a type, and no text in it is too long; None for types without a quick answer."""
    if hint is str:
        return lambda value: type(value) is str and (limit is None or len(value) <= limit)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    inner = _quick_check(args[-1], limit) if origin in (list, dict) else None
    if inner is None:
        return None
    if origin is list:
        return lambda value: type(value) is list and all(map(inner, value))
    return lambda value: (
        type(value) is dict
        and all(type(key) is str and key.isascii() for key in value)
        and all(map(inner, value.values()))
    )


def _is_text(value: Any) -> bool:
    return type(value) is str and value != "" and not value.isspace()


@functools.lru_cache(maxsize=20_000, typed=True)
def _day_of(value: str) -> date | None:
    try:
        return spans.parse_day(value)
    except spans.MalformedDay:
        return None


def _parts(kind: Any, values: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str], dict[str, Any]]:
    """What an effect says of whom: subjects by their place in the record, personal fields, all other data."""
    subjects: dict[str, str] = {}
    personal: dict[str, str] = {}
    data: dict[str, Any] = {}
    for key, value in values.items():
        if value is None or value == "":
            continue
        if key in kind.PERSONAL:
            personal[key] = str(value)
        elif key in SUBJECTS:
            subjects[SUBJECTS[key]] = value
        elif key not in _NOT_DATA:
            data[key] = value.isoformat() if isinstance(value, date) else value
    if kind.KIND == "ESTABLISH_POST":
        data["office"] = values["office"]
    return subjects, personal, data


class _Place(typing.NamedTuple):
    """A field of a kind: its type and default, whether it is a day or a text of any length, or one of some choices."""

    name: str
    hint: Any
    default: Any
    is_day: bool
    is_text: bool
    choices: tuple[Any, ...]


def default_of(field: dataclasses.Field[Any]) -> Any:
    """What a field is when it is not given: None for lists and maps that may be left out, MISSING if it is needed."""
    return None if field.default_factory is not dataclasses.MISSING else field.default


@functools.cache
def _shape(kind: Any) -> tuple[tuple[_Place, ...], frozenset[str]]:
    """The fields of a kind, and the names of those that a draft may give."""
    hints = typing.get_type_hints(kind)
    places = [
        _Place(
            field.name,
            hint := hints[field.name],
            default_of(field),
            hint in (date, date | None),
            hint is str and field.name not in _LONGEST,
            typing.get_args(hint) if typing.get_origin(hint) is Literal else (),
        )
        for field in dataclasses.fields(kind)
    ]
    names = frozenset(place.name for place in places) - SET_AT_ISSUING - _SEALED
    return tuple(places), names


def _values(
    kind: Any, given: Mapping[str, Any], default_on: date | None
) -> tuple[dict[str, Any], list[Finding]]:
    places, names = _shape(kind)
    findings = [
        Finding("unexpected-field", {"field": readable(key)})
        for key in given
        if key not in names and key != "kind"
    ]
    values: dict[str, Any] = {}
    for name, hint, default, is_day, is_text, choices in places:
        value = given.get(name)
        if value is None or (type(value) is str and not value.strip()):
            if name == "on" and "on" not in given and default_on is not None:
                values[name] = default_on
            elif default is dataclasses.MISSING:
                findings.append(Finding("missing-field", {"field": name}))
            else:
                values[name] = default
        elif type(value) is str and (is_text or value in choices):
            values[name] = value
        else:
            values[name], finding = _day(name, value) if is_day else _value(name, value, hint)
            findings += [finding] if finding else []
    return values, [*findings, *_one_of(kind, values)]


def _one_of(kind: Any, values: Mapping[str, Any]) -> Iterable[Finding]:
    """Of the subjects of which a kind takes exactly one, the first is missing or the others are too much."""
    choice = getattr(kind, "ONE_OF", ())
    there = [name for name in choice if values.get(name)]
    if choice and not there:
        yield Finding("missing-field", {"field": choice[0]})
    yield from (Finding("unexpected-field", {"field": name}) for name in there[1:])


def _value(name: str, value: Any, hint: Any) -> tuple[Any, Finding | None]:
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
