"""A unit comes to stand under another unit, with all that is beneath it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import UnitLine, found
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """`unit` stands under `parent` from this day on. Its units, members, posts and organs come along as they are.

    An organ does not move: it ends, or follows, with the unit it serves.
    """

    unit: str
    parent: str
    """The unit it stands under from now on."""
    on: date

    KIND: ClassVar = "MOVE"
    LINES: ClassVar[tuple[str, ...]] = ("unit",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Moved: { $unit }, now under { $other_unit }",
        "vi": "Chuyển về trực thuộc: { $unit } → { $other_unit }",
        "ru": "Переподчинение: { $unit } → { $other_unit }",
        "cs": "Přeřazení: { $unit } → { $other_unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_move(effect)

    @staticmethod
    def apply(effect: Recorded, line: UnitLine) -> Iterable[Finding]:
        if effect.unit == effect.other_unit:
            return found("same-unit", effect, unit=effect.unit)
        if line.row is None:
            return found("unit-not-there", effect, unit=effect.unit, day=effect.on)
        if not line.world.stands("unit", effect.other_unit or 0, effect.on):
            return found("unit-not-there", effect, unit=effect.other_unit, day=effect.on)
        line.change("unit", effect.on, effect.id, parent=effect.other_unit)
        return ()
