"""A unit comes to an end. Members must have a unit to go to, or there must be none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import Line, LineageLine, found, successor_stands
from fasti.effects.recorded import Recorded
from fasti.register.rows import LineageRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissolve:
    """`unit` ends; `other_unit`, where given, receives its members and its children."""

    unit: str
    other_unit: str = ""
    """The unit that receives members and children; empty when there are none."""
    on: date

    KIND: ClassVar = "DISSOLVE"
    LINES: ClassVar[tuple[str, ...]] = ("unit", "lineage")
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Dissolved: { $unit }",
        "vi": "Giải thể, kết thúc hoạt động: { $unit }",
        "ru": "Упразднение: { $unit }",
        "cs": "Zrušení: { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_successor(effect) if effect.other_unit else ()

    @staticmethod
    def apply(effect: Recorded, line: Line) -> Iterable[Finding]:
        if isinstance(line, LineageLine):
            if effect.other_unit is None:
                return ()
            line.done.append(
                LineageRow(effect.unit, effect.other_unit, 100, "dissolved", effect.on, effect.id)
            )
            return successor_stands(effect, line)
        if "unit" not in line.open:
            return found("unit-not-there", effect, unit=effect.unit, day=effect.on)
        line.end("unit", effect.on, effect.id)
        return () if line.done else found("unit-without-day", effect, unit=effect.unit, day=effect.on)
