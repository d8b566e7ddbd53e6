"""A proposal in a return is answered: accepted, declined, or forwarded to a unit above, which then owes the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects import handing_in, proposing, returning
from fasti.effects.case import Case
from fasti.effects.lines import ProposalLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerProposal:
    """The proposal is named by its return, the version it first stood in, and its place there from 1."""

    unit: str
    """The unit that proposed."""
    other_unit: str = ""
    """Of one that is forwarded: the unit that is to answer."""
    return_form: str
    period: str
    version: int
    position: int
    answer: str
    """accepted, declined or forwarded."""
    explanation: str = ""
    """What is answered; needed where it is declined."""
    on: date

    KIND: ClassVar = "ANSWER_PROPOSAL"
    LINES: ClassVar[tuple[str, ...]] = ("proposal",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Proposal { $position }, version { $version }, { $unit }, { $return_form }, { $period }: { $answer }",
        "vi": "Kiến nghị { $position }, lần nộp { $version }, { $unit }, { $return_form }, { $period }: { $answer }",
        "ru": "Предложение { $position }, редакция { $version }, { $unit }, { $return_form }, { $period }: { $answer }",
        "cs": "Návrh { $position }, verze { $version }, { $unit }, { $return_form }, { $period }: { $answer }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        yield from handing_in.check_owed(effect, case)
        answer, named = effect.data["answer"], returning.named(effect)
        if answer not in proposing.ANSWERS:
            yield Finding("proposal-answer-unknown", {"value": answer}, effect=effect.id)
        if answer == proposing.DECLINED and not effect.data.get("explanation", "").strip():
            yield Finding("missing-field", {"field": "explanation"}, effect=effect.id)
        above = list(case.ancestors(handing_in.heir(case, effect.unit or 0, effect.on), effect.on))[1:]
        is_forwarded = answer == proposing.FORWARDED
        if (effect.other_unit is not None) != is_forwarded or (
            is_forwarded and effect.other_unit not in above
        ):
            yield Finding("proposal-forwarded-nowhere", named, effect=effect.id)

    @staticmethod
    def apply(effect: Recorded, line: ProposalLine) -> Iterable[Finding]:
        return proposing.answer(effect, line)
