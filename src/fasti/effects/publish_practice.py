"""A unit describes a practice that worked, for others to adopt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects import practising
from fasti.effects.case import Case
from fasti.effects.lines import PracticeLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishPractice:
    """A practice of a unit. The same code again describes it anew."""

    unit: str
    practice: str
    """A code of the unit's own, such as one-door."""
    practice_topic: str
    """A topic of the charter's list."""
    title: str
    text: str
    """What is done, and what came of it. People are named by reference, as in the text of an act."""
    worked_at: str = ""
    """Where it was tried."""
    on: date

    KIND: ClassVar = "PUBLISH_PRACTICE"
    LINES: ClassVar[tuple[str, ...]] = ("practice",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Good practice: { $title } ({ $practice_topic }), { $unit }",
        "vi": "Cách làm hay: { $title } ({ $practice_topic }), { $unit }",
        "ru": "Передовой опыт: { $title } ({ $practice_topic }), { $unit }",
        "cs": "Dobrá praxe: { $title } ({ $practice_topic }), { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return practising.check_described(effect, case)

    @staticmethod
    def apply(effect: Recorded, line: PracticeLine) -> Iterable[Finding]:
        return practising.publish(effect, line)
