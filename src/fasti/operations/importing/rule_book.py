"""The rule book as an import asks it: millions of times the same few questions.

Between two days on which some rule begins or ends, and within one year (numbers are counted by the year), it gives one
answer to one question. Such a stretch of days is an *age* of the rule book; an answer is asked for once in an age.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Callable
from datetime import date
from typing import Any

from fasti import charter

_ASKED = frozenset(
    (
        "unit_kind",
        "office",
        "act_type",
        "act_types",
        "classes",
        "authority",
        "numbering",
        "relation",
        "relations",
        "effects_allowed",
        "value",
        "form",
        "forms",
    )
)
"""Questions about a day."""
Age = tuple[int, int]


class RuleBook:
    """A pack, its answers of each age remembered. A question without an answer raises `charter.NoRule` as ever."""

    def __init__(self, pack: charter.Pack) -> None:
        self._pack = pack
        self._turns = sorted({each.starts_on for _, series in pack.changes() for each in series.versions})
        self.age: Callable[[date], Age] = functools.lru_cache(maxsize=20_000)(self._age)
        """The age that a day belongs to."""

    def _age(self, day: date) -> Age:
        return bisect.bisect_right(self._turns, day), day.year

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._pack, name)
        if name in _ASKED:
            found = self._remembered(found)
        self.__dict__[name] = found
        return found

    def _remembered(self, ask: Callable[..., Any]) -> Callable[..., Any]:
        answers: dict[tuple[Any, ...], Any] = {}
        age = self.age

        def answer(*of: str, as_of: date) -> Any:
            key = (of, age(as_of))
            found = answers.get(key)
            if found is None:
                found = answers[key] = ask(*of, as_of=as_of)
            return found

        return answer
