"""A person who was a member before becomes one again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import MembershipLine, found
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Readmit:
    """Readmission at a stage, after the waiting time of the charter.

    The person keeps the code of the first admission.
    """

    person: str
    unit: str
    stage: str = "probationary"
    """probationary or full."""
    on: date

    KIND: ClassVar = "READMIT"
    LINES: ClassVar[tuple[str, ...]] = ("membership",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Readmission: { $person }, { $unit }",
        "vi": "Kết nạp lại: { $person }, { $unit }",
        "ru": "Повторный приём: { $person }, { $unit }",
        "cs": "Opětovné přijetí: { $person }, { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        yield from case.check_members(effect)
        yield from case.check_waited(effect)

    @staticmethod
    def apply(effect: Recorded, line: MembershipLine) -> Iterable[Finding]:
        refused = line.check_free(effect)
        if refused:
            return refused
        if not line.done:
            return found("never-a-member", effect, person=effect.person, day=effect.on)
        line.join(effect)
        return ()
