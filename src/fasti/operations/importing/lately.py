"""What was used lately: the memory of an import that does not grow with what is imported."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Lately(Generic[Key, Value]):
    """Values used lately: those of the present turn and of the one before. Older ones are forgotten."""

    def __init__(self) -> None:
        self.now: dict[Key, Value] = {}
        self.before: dict[Key, Value] = {}

    def get(self, key: Key) -> Value | None:
        """The value, None when it is not at hand."""
        found = self.now.get(key)
        if found is None:
            found = self.before.get(key)
            if found is not None:
                self.now[key] = found
        return found

    def several(self, keys: Iterable[Key]) -> tuple[dict[Key, Value], list[Key]]:
        """The values that are at hand, and the keys of those that are not."""
        now, before = self.now, self.before
        found, missing = {}, []
        for key in keys:
            value = now.get(key)
            if value is None:
                value = before.get(key)
                if value is None:
                    missing.append(key)
                    continue
                now[key] = value
            found[key] = value
        return found, missing

    def put(self, key: Key, value: Value) -> None:
        """Keep a value."""
        self.now[key] = value

    def turn(self) -> None:
        """Begin a new turn: what was not used since the last one is forgotten."""
        self.before, self.now = self.now, {}

    def __len__(self) -> int:
        return len(self.now)
