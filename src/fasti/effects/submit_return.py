"""A unit hands in its return for a period: the register's figures of that day, its own, and what it has to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects import handing_in, proposing, returning
from fasti.effects.case import Case
from fasti.effects.lines import ProposalLine, ReturnLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitReturn:
    """A version of a return, addressed to its recipient. Figures are exact texts: `216`, `12/14`, `none`."""

    unit: str
    """The unit that owes it."""
    other_unit: str
    """The unit it is handed in to."""
    return_form: str
    period: str
    known_on: date
    """The day on which the register was read for the computed figures."""
    computed: dict[str, str]
    """By indicator."""
    declared: dict[str, str] = field(default_factory=dict)
    """Figures that only the unit knows."""
    remarks: dict[str, str] = field(default_factory=dict)
    """By figure: what explains it."""
    narrative: dict[str, str] = field(default_factory=dict)
    """By section. People are named by reference, as in the text of an act."""
    proposals: list[str] = field(default_factory=list)
    """What the recipient is asked to do or decide."""
    included: list[str] = field(default_factory=list)
    """Where units beneath owe returns on the form to this one: those whose accepted returns are in the totals."""
    missing: list[str] = field(default_factory=list)
    """Those whose returns are not."""
    consolidated: dict[str, str] = field(default_factory=dict)
    """By figure: the total of what those included gave."""
    lacking: dict[str, list[str]] = field(default_factory=dict)
    """By figure: those of the included that did not give it."""
    differences: dict[str, list[str]] = field(default_factory=dict)
    """By figure: where that of a unit was no longer the register's, as `UNIT REASON DAY`: the reason, and the day for
    which the unit had read the register. No numbers: they stand in that unit's own return."""
    on: date

    KIND: ClassVar = "SUBMIT_RETURN"
    LINES: ClassVar[tuple[str, ...]] = ("return", "proposal")
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Return handed in: { $unit }, { $return_form }, { $period }, to { $other_unit }",
        "vi": "Nộp báo cáo: { $unit }, { $return_form }, { $period }, gửi { $other_unit }",
        "ru": "Сдача отчёта: { $unit }, { $return_form }, { $period }; адресат: { $other_unit }",
        "cs": "Podání výkazu: { $unit }, { $return_form }, { $period }; příjemce: { $other_unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return handing_in.check(effect, case)

    @staticmethod
    def apply(effect: Recorded, line: ReturnLine | ProposalLine) -> Iterable[Finding]:
        if isinstance(line, ProposalLine):
            return proposing.propose(effect, line)
        return returning.submit(effect, line)
