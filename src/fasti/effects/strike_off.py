"""A member is struck off the list, without it being a sanction."""

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
class StrikeOff:
    """End of membership by decision of the organisation, with its reason by the charter's list."""

    person: str
    reason: str
    """A reason of the charter's list."""
    on: date

    KIND: ClassVar = "STRIKE_OFF"
    LINES: ClassVar[tuple[str, ...]] = ("membership",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Struck off the list of members: { $person }; reason: { $reason }",
        "vi": "Xóa tên trong danh sách: { $person }; lý do: { $reason }",
        "ru": "Исключение из списков: { $person }; основание: { $reason }",
        "cs": "Vyškrtnutí ze seznamu členů: { $person }; důvod: { $reason }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        yield from case.check_reason(effect, "strike_off.reasons")
        yield from case.check_holds_no_post(effect)

    @staticmethod
    def apply(effect: Recorded, line: MembershipLine) -> Iterable[Finding]:
        if line.row is None:
            return found("not-a-member", effect, person=effect.person, day=effect.on)
        line.end("membership", effect.on, effect.id)
        return ()
