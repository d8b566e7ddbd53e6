"""Answers of the column store, kept for as long as the record stays as it is.

A report asks the same few statements for the unit, for each unit in it and for everybody who opens it; reading the
statement costs the engine far more than the few rows it gives. An answer belongs to one state of the record, so it
never grows old: an act that is issued makes another state. The oldest asked go first when there is no more room.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from typing import Any

ROOM = 96 * 2**20
"""Bytes of all answers together."""
LARGEST = ROOM // 8
"""Bytes beyond which an answer is not kept: that of a large body, where reading it is little beside finding it."""
_OF_OBJECT = 64
"""Bytes a value of a column of texts is taken to hold."""

Rows = Mapping[str, Any]
_kept: OrderedDict[Hashable, Rows] = OrderedDict()
_size = 0
_lock = threading.Lock()


def kept(key: Hashable, ask: Callable[[], Rows]) -> Rows:
    """The answer to `key`, which names the state and the statement: the one kept, or what `ask` gives now."""
    with _lock:
        if (found := _kept.get(key)) is not None:
            _kept.move_to_end(key)
            return found
    made = ask()
    if size(made) <= LARGEST:
        for column in made.values():
            column.flags.writeable = False
        _keep(key, made)
    return made


def forget() -> None:
    """Let go of all of them."""
    global _size
    with _lock:
        _kept.clear()
        _size = 0


def size(rows: Rows) -> int:
    """About how many bytes an answer holds."""
    return sum(
        column.nbytes + (_OF_OBJECT * len(column) if column.dtype == object else 0)
        for column in rows.values()
    )


def _keep(key: Hashable, made: Rows) -> None:
    global _size
    with _lock:
        if key in _kept:
            return
        _kept[key] = made
        _size += size(made)
        while _size > ROOM:
            _size -= size(_kept.popitem(last=False)[1])
