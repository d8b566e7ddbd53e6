"""A person becomes a member of a unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import MembershipLine, found
from fasti.effects.recorded import Recorded
from fasti.register.rows import MembershipRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Admit:
    """Admission at a stage. The name and birth data of a new person are personal: they stand with the person alone."""

    person: str
    unit: str
    stage: str = "probationary"
    """probationary or full (a member taken over from a register kept before)."""
    family_name: str = ""
    given_name: str = ""
    sex: Literal["", "F", "M"] = ""
    born_on: date | None = None
    on: date

    KIND: ClassVar = "ADMIT"
    LINES: ClassVar[tuple[str, ...]] = ("membership",)
    PERSONAL: ClassVar[tuple[str, ...]] = ("family_name", "given_name", "sex", "born_on")
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Admission: { $person }, { $unit }",
        "vi": "Kết nạp: { $person }, { $unit }",
        "ru": "Приём: { $person }, { $unit }",
        "cs": "Přijetí: { $person }, { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_members(effect)

    @staticmethod
    def apply(effect: Recorded, line: MembershipLine) -> Iterable[Finding]:
        if line.row:
            if line.row.unit == effect.unit:
                return found("already-member", effect, person=effect.person, unit=effect.unit, day=effect.on)
            return found(
                "person-in-two-places",
                effect,
                person=effect.person,
                unit=effect.unit,
                other_unit=line.row.unit,
                day=effect.on,
            )
        if not line.world.stands("unit", effect.unit, effect.on):
            return found("effect-before-unit", effect, effect=effect.kind, unit=effect.unit, day=effect.on)
        stage = effect.data["stage"]
        line.begin(
            "membership", MembershipRow(line.subject, effect.unit, stage, effect.on, None, effect.id, None)
        )
        return ()
