"""A unit gives a part of itself to another unit and goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import LineageLine, found, successor_stands
from fasti.effects.recorded import Recorded
from fasti.register.rows import LineageRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """`other_unit` receives a part of `unit`: the lineage keeps it, with the share.

    What goes along is said by effects of its own in the same act: MOVE for the units under it, TRANSFER_MEMBER for
    the members, ESTABLISH_POST and TRANSFER for the posts and their holders. A new unit is founded in the same act
    (FOUND) before it receives. Where the unit also ends, MERGE or DISSOLVE says what becomes of the rest.
    """

    unit: str
    """The unit that gives a part."""
    other_unit: str
    """The unit that receives it: a new one, or one that is there already."""
    share: int
    """The part in per cent of the unit as it stood, from 1 to 100."""
    on: date

    KIND: ClassVar = "SPLIT"
    LINES: ClassVar[tuple[str, ...]] = ("lineage",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Split: { $unit } → { $other_unit }, share in per cent: { $share }",
        "vi": "Chia, tách: { $unit } → { $other_unit }, tỷ lệ phần trăm: { $share }",
        "ru": "Выделение: { $unit } → { $other_unit }, доля в процентах: { $share }",
        "cs": "Oddělení: { $unit } → { $other_unit }, podíl v procentech: { $share }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_shares(effect)

    @staticmethod
    def apply(effect: Recorded, line: LineageLine) -> Iterable[Finding]:
        given = LineageRow(
            effect.unit, effect.other_unit or 0, effect.data["share"], "split", effect.on, effect.id
        )
        line.done.append(given)
        if effect.unit == effect.other_unit:
            return found("same-unit", effect, unit=effect.unit)
        before = date.fromordinal(effect.on.toordinal() - 1)
        if not any(line.world.stands("unit", effect.unit, day) for day in (effect.on, before)):
            return found("unit-not-there", effect, unit=effect.unit, day=effect.on)
        return successor_stands(effect, line)
