"""A unit goes over into another: its children and members follow, its organs and posts end."""

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
class Merge:
    """`unit` ends and `other_unit` takes over from it."""

    unit: str
    """The unit that ends."""
    other_unit: str
    """The unit that takes over."""
    on: date

    KIND: ClassVar = "MERGE"
    LINES: ClassVar[tuple[str, ...]] = ("unit", "lineage")
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Merged: { $unit } → { $other_unit }",
        "vi": "Hợp nhất (sáp nhập): { $unit } → { $other_unit }",
        "ru": "Слияние (присоединение): { $unit } → { $other_unit }",
        "cs": "Sloučení: { $unit } → { $other_unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_successor(effect)

    @staticmethod
    def apply(effect: Recorded, line: Line) -> Iterable[Finding]:
        if isinstance(line, LineageLine):
            line.done.append(
                LineageRow(effect.unit, effect.other_unit or 0, 100, "merged", effect.on, effect.id)
            )
            return successor_stands(effect, line)
        if "unit" not in line.open:
            return found("unit-not-there", effect, unit=effect.unit, day=effect.on)
        line.end("unit", effect.on, effect.id)
        return () if line.done else found("unit-without-day", effect, unit=effect.unit, day=effect.on)
