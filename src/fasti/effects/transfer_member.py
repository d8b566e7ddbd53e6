"""A member goes over from one unit to another."""

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
class TransferMember:
    """The membership goes on in `unit`: the stage stays as it is, and a probation runs on."""

    person: str
    unit: str
    """The unit that receives the member."""
    other_unit: str
    """The unit that the member leaves."""
    on: date

    KIND: ClassVar = "TRANSFER_MEMBER"
    LINES: ClassVar[tuple[str, ...]] = ("membership",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Membership transferred: { $person }, { $other_unit } → { $unit }",
        "vi": "Chuyển sinh hoạt: { $person }, { $other_unit } → { $unit }",
        "ru": "Перевод на учёт: { $person }, { $other_unit } → { $unit }",
        "cs": "Převod členství: { $person }, { $other_unit } → { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_has_members(effect)

    @staticmethod
    def apply(effect: Recorded, line: MembershipLine) -> Iterable[Finding]:
        row = line.row
        if effect.unit == effect.other_unit:
            return found("same-unit", effect, unit=effect.unit)
        if row is None:
            return found("not-a-member", effect, person=effect.person, day=effect.on)
        if row.unit != effect.other_unit:
            return found("not-member-of", effect, person=effect.person, unit=effect.other_unit, day=effect.on)
        if not line.world.stands("unit", effect.unit, effect.on):
            return found("effect-before-unit", effect, effect=effect.kind, unit=effect.unit, day=effect.on)
        line.change("membership", effect.on, effect.id, unit=effect.unit)
        return ()
