"""A person completes a course: each topic with who provided it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import Line
from fasti.effects.recorded import Recorded
from fasti.register.rows import TopicRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteTraining:
    """Completion of a course held by `unit`, topic by topic."""

    person: str
    unit: str
    """The unit that held the course."""
    course: str
    topics: dict[str, list[str]]
    """Provider (a code of the charter) to the codes of the topics it presented."""
    on: date

    KIND: ClassVar = "COMPLETE_TRAINING"
    LINES: ClassVar[tuple[str, ...]] = ("topic",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Training completed: { $person }, course { $course }",
        "vi": "Hoàn thành bồi dưỡng: { $person }, lớp { $course }",
        "ru": "Завершение обучения: { $person }, курс { $course }",
        "cs": "Absolvování školení: { $person }, kurz { $course }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_topics(effect)

    @staticmethod
    def apply(effect: Recorded, line: Line) -> Iterable[Finding]:
        for provider, topics in effect.data["topics"].items():
            for topic in topics:
                row = TopicRow(
                    line.subject,
                    effect.unit,
                    effect.data["course"],
                    topic,
                    provider,
                    effect.on,
                    effect.id,
                )
                line.done.append(row)
        return ()
