"""A unit bears another name."""

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
class Rename:
    """The unit's names by language take the place of those before, and its abbreviation where one is given."""

    unit: str
    name: dict[str, str]
    """Name by language: all of them, those not given are borne no longer."""
    abbreviation: str = ""
    """As in the numbers of its acts; empty: as before."""
    on: date

    KIND: ClassVar = "RENAME"
    LINES: ClassVar[tuple[str, ...]] = ("unit",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Renamed: { $unit }; new name: { $name }",
        "vi": "Đổi tên: { $unit }; tên mới: { $name }",
        "ru": "Переименование: { $unit }; новое название: { $name }",
        "cs": "Přejmenování: { $unit }; nový název: { $name }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_rename(effect)

    @staticmethod
    def apply(effect: Recorded, line: UnitLine) -> Iterable[Finding]:
        if line.row is None:
            return found("unit-not-there", effect, unit=effect.unit, day=effect.on)
        abbreviation = effect.data.get("abbreviation") or line.row.abbreviation
        names = dict(effect.data["name"])
        line.change("unit", effect.on, effect.id, names=names, abbreviation=abbreviation)
        return ()
