"""What the units of a sample body read in the register for their returns, computed when the story comes to that day.

A story cannot know the register's figures: they come out because the acts are there. So a return in it leaves its
computed figures empty, and names the day on whose evening the register is read for it.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from fasti import charter
from fasti.dates import axes, periods

Content = dict[str, Any]
Dated = tuple[Content, datetime.datetime]


@dataclasses.dataclass(frozen=True, order=True)
class Asked:
    """For the returns of the units of a peer group the register is read on the evening of a day."""

    on: datetime.date
    group: str
    form: str
    period: str


class Reading:
    """The figures of units, read once for each day, form and period. `asked`: all that will be."""

    def __init__(self, pack: charter.Pack, asked: Iterable[Asked]) -> None:
        self._pack = pack
        self._waiting = sorted(asked)
        self._read: dict[tuple[str, str], Mapping[str, Mapping[str, str]]] = {}

    def runs(self, contents: Sequence[Dated]) -> Iterator[list[Dated]]:
        """The contents in runs, cut where the register has to be read before the next is recorded.

        What precedes a run must be issued before it is taken; returns in it have their figures.
        """
        run: list[Dated] = []
        for content, recorded_at in contents:
            if self._waiting and recorded_at >= self._until():
                if run:
                    yield run
                run = []
                self._read_due(recorded_at)
            run.append((self._filled(content), recorded_at))
        if run:
            yield run

    def _until(self) -> datetime.datetime:
        found = axes.known_before(self._waiting[0].on)
        if found is None:
            raise ValueError("a day is known before the next one")
        return found

    def _read_due(self, recorded_at: datetime.datetime) -> None:
        from fasti.returns import figures

        while self._waiting and recorded_at >= self._until():
            asked = self._waiting.pop(0)
            period = periods.Period.parse(asked.period)
            rule = self._pack.form(asked.form, as_of=period.last_day)
            self._read[(asked.form, asked.period)] = figures.of_members(
                self._pack, rule, unit=asked.group, period=period
            )

    def _filled(self, content: Content) -> Content:
        effects = content.get("effects", ())
        if not any(effect["kind"] == "SUBMIT_RETURN" for effect in effects):
            return content
        return {**content, "effects": [self._with_figures(effect) for effect in effects]}

    def _with_figures(self, effect: Content) -> Content:
        if effect["kind"] != "SUBMIT_RETURN":
            return effect
        read = self._read[(effect["return_form"], effect["period"])]
        return {**effect, "computed": read[effect["unit"]]}
