"""The effects that an import has accepted and not yet handed over to its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fasti.effects import kinds
from fasti.effects.recorded import Recorded


class Told:
    """The effects not yet handed over to the file, by id and by line."""

    def __init__(self) -> None:
        self._effects: list[Recorded] = []
        self._num_listed = 0
        self._by_line: dict[tuple[str, int], list[Recorded]] = {}

    def add(self, effects: Iterable[Recorded]) -> None:
        """The effects of an act."""
        self._effects += effects

    def get(self, id: int) -> Recorded | None:
        """An effect, if it is one of these. Their ids follow each other."""
        place = id - self._effects[0].id if self._effects else -1
        return self._effects[place] if 0 <= place < len(self._effects) else None

    def of(self, line: str, subject: int) -> Sequence[Recorded]:
        """The effects of a line."""
        for effect in self._effects[self._num_listed :]:
            for key in kinds.lines_of(effect):
                self._by_line.setdefault(key, []).append(effect)
        self._num_listed = len(self._effects)
        return self._by_line.get((line, subject), ())
