"""What a reader of reports taught: a wording with the figure it names, or how sure it makes a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from fasti.acts.findings import Finding
from fasti.effects import learning
from fasti.effects.case import Case
from fasti.effects.lines import WordingLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnWording:
    """An entry beside the word lists of the rule book, kept by the unit that keeps it. The same phrase of a language
    again replaces the entry before.
    """

    unit: str
    """The unit that keeps the rule book."""
    text_language: Literal["vi", "ru", "cs", "en"]
    """The language of the reports in which it is met."""
    phrase: str
    """Six words at most; a star ends a stem, 0 stands for a number that is no figure, such as that of a rule."""
    indicator: str = ""
    """The figure that a number beside it claims."""
    qualifier: Literal["", "exact", "approx", "at_least", "at_most"] = ""
    """How sure a number beside it is."""
    authors: list[str] = field(default_factory=list)
    """Codes of the persons who taught it."""
    sentence_hash: str = ""
    """SHA-256 of the sentence in which it was met."""
    on: date

    KIND: ClassVar = "LEARN_WORDING"
    LINES: ClassVar[tuple[str, ...]] = ("wording",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    ONE_OF: ClassVar[tuple[str, ...]] = ("indicator", "qualifier")
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Wording learned: “{ $phrase }” ({ $text_language }), { $unit }",
        "vi": "Từ ngữ bổ sung: “{ $phrase }” ({ $text_language }), { $unit }",
        "ru": "Усвоенное выражение: «{ $phrase }» ({ $text_language }), { $unit }",
        "cs": "Naučené znění: „{ $phrase }“ ({ $text_language }), { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return ()

    @staticmethod
    def apply(effect: Recorded, line: WordingLine) -> Iterable[Finding]:
        return learning.learn(effect, line)
