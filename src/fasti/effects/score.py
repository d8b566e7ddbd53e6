"""A unit of a peer group is given points by a scorecard: by itself, by the member that checks it, by the body above."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from fasti.acts.findings import Finding
from fasti.effects import pointing
from fasti.effects.case import Case
from fasti.effects.lines import ScoreLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The points judged for a unit in one step. Those of figures are computed and stand in no act. A later one of the
    same step takes its place from its own day.
    """

    unit: str
    """The unit that gives the points."""
    other_unit: str
    """The unit that is given them."""
    scorecard: str
    period: str
    step: Literal["self", "check", "final"]
    """By the unit itself, by the member that checks it this year, or by the body above the group."""
    points: dict[str, str]
    """By item: exact text such as 12, 7.5 or 20/3."""
    evidence: dict[str, str] = field(default_factory=dict)
    """By item: what the points rest on."""
    excluded: list[str] = field(default_factory=list)
    """Why the unit is not classed: ids of the scorecard's exclusions."""
    on: date

    KIND: ClassVar = "SCORE"
    LINES: ClassVar[tuple[str, ...]] = ("score",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Points ({ $scorecard }, { $period }, { $step }): { $other_unit }, given by { $unit }",
        "vi": "Chấm điểm ({ $scorecard }, { $period }, { $step }): { $other_unit }, đơn vị chấm: { $unit }",
        "ru": "Баллы ({ $scorecard }, { $period }, { $step }): { $other_unit }; выставляет: { $unit }",
        "cs": "Body ({ $scorecard }, { $period }, { $step }): { $other_unit }; uděluje: { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return pointing.check(effect, case)

    @staticmethod
    def apply(effect: Recorded, line: ScoreLine) -> Iterable[Finding]:
        return pointing.apply(effect, line)
