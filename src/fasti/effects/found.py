"""A unit comes into being under a parent. The root of the body has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import UnitLine, found
from fasti.effects.recorded import Recorded
from fasti.register.rows import UnitRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A unit of a kind is founded, with its names by language."""

    unit: str
    """Code of the new unit."""
    parent: str = ""
    """Code of the unit it stands under; empty for the root."""
    unit_kind: str
    name: dict[str, str]
    """Name by language."""
    abbreviation: str = ""
    """As in the numbers of its acts; empty: that of its kind."""
    organ: int = 0
    """1 when the kind is an organ; set at issuing from the rule book, so that the fold needs no rule book."""
    on: date

    KIND: ClassVar = "FOUND"
    LINES: ClassVar[tuple[str, ...]] = ("unit",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Founded: { $unit }",
        "vi": "Thành lập: { $unit }",
        "ru": "Создание: { $unit }",
        "cs": "Zřízení: { $unit }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_kind(effect)

    @staticmethod
    def apply(effect: Recorded, line: UnitLine) -> Iterable[Finding]:
        if line.open or line.done:
            first = min([*line.done, *line.open.values()], key=lambda row: row.starts_on)
            if first.opened_by > effect.id:  # the other founding is the later word, for an earlier day
                args = {"unit": effect.unit, "day": effect.on}
                return [Finding("unit-exists-later", args, effect=first.opened_by)]
            return found("unit-already-founded", effect, unit=effect.unit)
        if effect.other_unit is not None and not line.world.stands("unit", effect.other_unit, effect.on):
            return found("unit-not-there", effect, unit=effect.other_unit, day=effect.on)
        data = effect.data
        line.is_organ = bool(data.get("organ"))
        line.begin(
            "unit",
            UnitRow(
                effect.unit,
                effect.other_unit,
                data["unit_kind"],
                dict(data["name"]),
                data.get("abbreviation", ""),
                effect.on,
                None,
                effect.id,
                None,
            ),
        )
        return ()
