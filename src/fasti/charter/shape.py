"""The shape of each file of a pack: which keys it has and what stands under them.

The shapes are JSON Schemas written as YAML in `schemas/`. One word is added to the standard ones:
`series_of`, a dated series of such values, where null ends the series; and one type: `day`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from fasti.charter import reading

_SCHEMAS = Path(__file__).parent / "schemas"
_TYPES = {
    "object": "a mapping", "array": "a list", "string": "text", "integer": "a whole number",
    "boolean": "true or false", "null": "null", "day": "a day (YYYY-MM-DD)",
}  # fmt: skip
_extend: Any = jsonschema.validators.extend
_Validator: Any = _extend(
    jsonschema.Draft202012Validator,
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine(
        "day", lambda _, found: isinstance(found, date)
    ),
)
Complaint = tuple[str, reading.Route, dict[str, object]]


def check(document: reading.Document, name: str) -> None:
    """Note every place where the document departs from the shape `name`."""
    for error in _validator(name).iter_errors(document.data):
        for code, route, args in _complaints(error):
            document.note(code, route, **args)


def columns() -> Mapping[str, list[str]]:
    """The relations an indicator may count over, and their columns."""
    found: Mapping[str, list[str]] = _load("columns")
    return found


def listed(name: str, group: str) -> list[str]:
    """The words a shape allows in one of its places, such as the rights a grant may name."""
    found: list[str] = _load(name)["$defs"][group]["enum"]
    return found


@lru_cache
def _validator(name: str) -> Any:
    schema = _expand(_load(name))
    schema["$defs"] = {**_load("common"), **schema.get("$defs", {})}
    return _Validator(schema)


@lru_cache
def _load(name: str) -> Any:
    return yaml.load((_SCHEMAS / f"{name}.yaml").read_text(encoding="utf-8"), Loader=reading.LOADER)  # nosec B506 - safe loader


def _expand(schema: Any) -> Any:
    """The schema with every `series_of` written out."""
    if isinstance(schema, list):
        return [_expand(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "series_of" in schema:
        return _series(_expand(schema["series_of"]))
    return {key: _expand(part) for key, part in schema.items()}


def _series(value: dict[str, Any]) -> dict[str, Any]:
    kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
    version = {
        "from": {"type": "day"},
        "value": {**value, "type": [*kinds, "null"]},
        "reference": {"$ref": "#/$defs/reference"},
        "verified": {"type": "boolean"},
        "note": {"$ref": "#/$defs/text"},
    }
    item = {
        "type": "object", "required": ["from", "value", "reference", "verified"],
        "additionalProperties": False, "properties": version,
    }  # fmt: skip
    return {"type": "array", "minItems": 1, "items": item}


def _complaints(error: Any) -> Iterator[Complaint]:
    """The findings of one schema error: code, place, args."""
    route = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        route = (*route, error.instance)
    where, found, wanted = place(route), _show(error.instance), error.validator_value
    match error.validator:
        case "required":
            yield from (
                ("key-missing", route, {"key": k, "where": where}) for k in wanted if k not in error.instance
            )
        case "additionalProperties":
            known = error.schema.get("properties", {})
            for key in (k for k in error.instance if k not in known):
                yield "key-unknown", (*route, key), {"key": key, "where": where, "known": ", ".join(known)}
        case "type":
            kinds = wanted if isinstance(wanted, list) else [wanted]
            expected = " or ".join(_TYPES[kind] for kind in kinds)
            yield "wrong-type", route, {"where": where, "found": found, "expected": expected}
        case "enum":
            expected = ", ".join("true" if word is True else str(word) for word in wanted)
            yield "not-allowed", route, {"where": where, "found": found, "expected": expected}
        case "minimum":
            yield "too-small", route, {"where": where, "found": found, "expected": wanted}
        case "uniqueItems":
            twice = next((x for i, x in enumerate(error.instance) if x in error.instance[:i]), "a value")
            yield "repeated", route, {"where": where, "found": twice}
        case "minItems" | "minProperties" | "minLength":
            yield "empty", route, {"where": where}
        case _:
            form = error.schema.get("description", f"{error.validator} {wanted}")
            yield "wrong-form", route, {"where": where, "found": found, "expected": form}


def place(route: reading.Route) -> str:
    """A place of a file in words.

    >>> place(("unit_kinds", "lodge", 0, "value", "level"))
    'unit_kinds > lodge > 1 > value > level'
    """
    return " > ".join(str(part + 1) if isinstance(part, int) else part for part in route) or "the file"


def _show(found: Any) -> str:
    if isinstance(found, dict | list):
        return _TYPES["object" if isinstance(found, dict) else "array"]
    return "null" if found is None else str(found)
