"""Where a list goes on: the keys of the last row shown, as one opaque word of the address."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence

from fasti.web import refusals

LONGEST = 600


def write(keys: Sequence[str | int]) -> str:
    """The word for a place in a list."""
    return base64.urlsafe_b64encode(json.dumps(list(keys), ensure_ascii=False).encode()).decode().rstrip("=")


def read(word: str, *shape: type) -> tuple[str | int, ...] | None:
    """The keys of a place; None for no word. Raises `Malformed` for a word that is none of ours of this shape."""
    if not word:
        return None
    try:
        keys = json.loads(base64.urlsafe_b64decode(word[:LONGEST] + "=" * (-len(word) % 4)))
    except (binascii.Error, ValueError) as error:
        raise refusals.Malformed from error
    is_fit = isinstance(keys, list) and len(keys) == len(shape)
    if not is_fit or any(type(key) is not kind for key, kind in zip(keys, shape, strict=True)):
        raise refusals.Malformed
    if any(isinstance(key, int) and not 0 <= key < 2**63 for key in keys):
        raise refusals.Malformed
    return tuple(keys)
