"""A probationary member becomes a full member."""

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
class Confirm:
    """Confirmation after probation."""

    person: str
    on: date

    KIND: ClassVar = "CONFIRM"
    LINES: ClassVar[tuple[str, ...]] = ("membership",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Confirmation as full member: { $person }",
        "vi": "Công nhận thành viên chính thức: { $person }",
        "ru": "Утверждение полноправным членом: { $person }",
        "cs": "Potvrzení řádného členství: { $person }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_probation(effect)

    @staticmethod
    def apply(effect: Recorded, line: MembershipLine) -> Iterable[Finding]:
        row = line.row
        if row is None:
            return found("not-a-member", effect, person=effect.person, day=effect.on)
        if row.stage == "full":
            return found("already-full-member", effect, person=effect.person, day=effect.on)
        if row.starts_on == effect.on:  # came into this unit on the same day: that opened the span
            line.begin("membership", row._replace(stage="full"))
        else:
            line.change("membership", effect.on, effect.id, stage="full")
        return ()
