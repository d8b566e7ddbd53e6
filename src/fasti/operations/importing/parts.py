"""The contents of an import in parts: cut into chunks, written as they are kept, read again from where they lie."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from fasti.operations.importing import stage

CHUNK = 4_000
"""Effects examined between two places at which a killed import can go on."""


def spooled(path: pathlib.Path) -> Iterator[Mapping[str, Any]]:
    """The contents kept in a staging file, which is gone when all are read."""
    kept = stage.Stage(path, lines={})
    for (text,) in kept.db.execute("SELECT contents FROM chunk ORDER BY n"):
        for line in text.split(b"\n"):
            yield json.loads(line)
    kept.close()
    path.unlink()


def chunks(contents: Iterable[Any]) -> Iterator[list[Any]]:
    """Acts put together until they have some thousand effects, or are some hundred."""
    chunk: list[Any] = []
    num = 0
    for content in contents:
        chunk.append(content)
        num += 1 + num_effects([content])
        if num >= CHUNK:
            yield chunk
            chunk, num = [], 0
    if chunk:
        yield chunk


def num_effects(chunk: Iterable[Any]) -> int:
    """How many effects these contents have, sound or not."""
    found = (content.get("effects") for content in chunk if isinstance(content, Mapping))
    return sum(len(effects) for effects in found if isinstance(effects, list | tuple))


def written(content: Any) -> bytes:
    """The content on one line; the same content gives the same bytes."""
    try:
        return orjson.dumps(content, default=_other, option=orjson.OPT_NON_STR_KEYS)
    except TypeError:
        return json.dumps(content, default=_other, skipkeys=True).encode()


def _other(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else str(value)
