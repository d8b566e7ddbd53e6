"""The chain of an issuer's acts: each act's hash covers its whole content and the hash of the act before.

The hashed record holds only ASCII keys, strings, integers, lists and maps, for which sorted compact JSON and the
canonical form of RFC 8785 are the same bytes. Personal fields enter as commitments: the hash of salt and value.

>>> digest({"b": 1, "a": "Tỉnh ủy"}) == digest({"a": "Tỉnh ủy", "b": 1})
True
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson

GENESIS = "0" * 64
"""What stands in the place of the hash before an issuer's first act."""


class NotCanonical(ValueError):
    """The record holds something outside ASCII keys, strings and integers."""


def canonical(record: Mapping[str, Any]) -> bytes:
    """The record as canonical JSON (RFC 8785); raises `NotCanonical`."""
    _require_canonical(record)
    try:
        return orjson.dumps(record, option=orjson.OPT_SORT_KEYS)
    except (TypeError, ValueError) as error:
        raise NotCanonical(str(error)) from None


def _require_canonical(value: Any) -> None:
    kind = type(value)
    if kind is str:
        return
    if kind is dict or isinstance(value, Mapping):
        for key, inner in value.items():
            if type(key) is not str or not key.isascii():
                raise NotCanonical(f"key {key!r} is not ASCII text")
            if type(inner) is not str:
                _require_canonical(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            if type(inner) is not str:
                _require_canonical(inner)
    elif isinstance(value, bool) or not isinstance(value, str | int):
        raise NotCanonical(f"{value!r} is neither text nor an integer")
    elif isinstance(value, int) and abs(value) > 2**53 - 1:
        raise NotCanonical(f"{value} is outside the integers every reader of JSON can hold")


def digest(record: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical record, in hexadecimal."""
    return hashlib.sha256(canonical(record)).hexdigest()


def commitment(salt: str, value: str) -> str:
    """What stands for a personal value in the hashed record."""
    return hashlib.sha256(f"{salt}:{value}".encode()).hexdigest()
