"""Makes entries of register rows: days, the acts that opened and closed them, and what goes on without a break."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from fasti.dates.axes import When
from fasti.register import rows
from fasti.reports.timelines.reading import Reading, effects_of
from fasti.reports.timelines.timeline import Deed, Entry, Timeline

_UNBROKEN = ("unit", "membership", "establishment", "vacancy", "rating", "unit_rating")
"""Lines where what ends an entry is what begins the next: it is told once, with the next."""


class Maker:
    """Gathers the entries of one timeline."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._rows: list[tuple[str, Any, str, str, dict[str, str | int]]] = []
        self._steps: set[int] = set()
        self._events: list[Entry] = []

    def add(self, line: str, row: rows.Row, what: str, *, matter: str = "", **codes: str | int) -> None:
        """A row of the register. `matter`: the word for it, else that of the effect that opened it."""
        self._rows.append((line, row, what, matter, codes))

    def step(self, line: str, row: rows.Row, what: str, **codes: str | int) -> None:
        """A row of the register that is told as what happened on its first day: the next step is told by itself."""
        self._steps.add(row.opened_by)
        self._rows.append((line, row, what, "", codes))

    def happened(
        self, line: str, day: date, effect: int, what: str, *, matter: str = "", **codes: str | int
    ) -> None:
        """An event: what a single effect says of a day."""
        deed = self.reading.deeds([effect])[effect]
        self._events.append(
            Entry(
                line=line, starts_on=day, is_event=True, matter=matter or deed.word, what=what, opened=deed, codes=codes
            )
        )  # fmt: skip

    def entries(self) -> list[Entry]:
        """All entries in order of their days."""
        deeds = self.reading.deeds(effects_of([row for _, row, *_ in self._rows]))
        opening = {(line, row.opened_by) for line, row, *_ in self._rows}
        made = [self._entry(each, deeds, opening) for each in self._rows]
        return sorted([*made, *self._events], key=lambda entry: (entry.starts_on, entry.is_event))

    def _entry(self, each: Any, deeds: dict[int, Deed], opening: set[tuple[str, int]]) -> Entry:
        line, row, what, matter, codes = each
        is_event = not hasattr(row, "ends_before") or row.opened_by in self._steps
        ends, by = (None, None) if is_event else (row.ends_before, getattr(row, "closed_by", None))
        goes_on = line in _UNBROKEN and (line, by) in opening
        deed = deeds.get(row.opened_by)
        return Entry(
            line=line,
            starts_on=row.on if hasattr(row, "on") else row.starts_on,
            ends_before=ends,
            is_event=is_event,
            matter=matter or (deed.word if deed else ""),
            what=what,
            opened=deed,
            closed=deeds.get(by) if by and not goes_on else None,
            ran_out=ends is not None and by is None,
            codes=codes,
        )


def timeline(
    entries: Iterable[Entry], reading: Reading, when: When, *, known: date | None, **more: Any
) -> Timeline:
    """The timeline with what had begun by the day, and what comes later."""
    found = list(entries)
    begun = tuple(entry for entry in found if entry.starts_on <= when.as_of)
    later = tuple(entry for entry in found if entry.starts_on > when.as_of)
    return Timeline(
        lang=reading.lang, as_of=when.as_of, known=known, entries=begun, later=later, **more
    )  # fmt: skip


def on(found: Sequence[rows.Row], day: date) -> list[rows.Row]:
    """The rows that hold on a day."""
    return [row for row in found if rows.holds(row, day)]
