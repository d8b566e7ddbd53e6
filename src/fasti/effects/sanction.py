"""A person or a unit is sanctioned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.dates import spans
from fasti.effects import discipline
from fasti.effects.case import Case
from fasti.effects.lines import SanctionLine
from fasti.effects.recorded import Recorded
from fasti.register.rows import SanctionRow, UnitSanctionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """A sanction of the charter's forms on one of its grounds. It ends by itself after its duration, if it has one.

    Either `person` or `unit` is given. Where the form takes away the membership, the post or the unit itself, the same
    act ends these on the same day by LEAVE, RELIEVE or DISSOLVE: the sanction alone ends nothing.
    """

    person: str = ""
    """The person sanctioned; a unit otherwise."""
    unit: str = ""
    """The unit sanctioned; left out for a person."""
    form: str
    """A form of sanction of the charter."""
    ground: str
    """A ground of the charter's list."""
    months: int = 0
    """Its duration; set at issuing from the rule book, so that the fold needs no rule book. 0: without end."""
    on: date

    KIND: ClassVar = "SANCTION"
    LINES: ClassVar[tuple[str, ...]] = ("sanction", "unit_sanction")
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    ONE_OF: ClassVar[tuple[str, ...]] = ("person", "unit")
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Sanction: { $subject }, { $form }; ground: { $ground }",
        "vi": "Kỷ luật: { $subject }, { $form }; căn cứ: { $ground }",
        "ru": "Взыскание: { $subject }, { $form }; основание: { $ground }",
        "cs": "Trest: { $subject }, { $form }; důvod: { $ground }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return discipline.check_sanction(effect, case)

    @staticmethod
    def apply(effect: Recorded, line: SanctionLine) -> Iterable[Finding]:
        form, ground, months = effect.data["form"], effect.data["ground"], effect.data.get("months")
        until = spans.months_after(effect.on, months) if months else None
        row: SanctionRow | UnitSanctionRow
        if effect.person is None:
            row = UnitSanctionRow(effect.unit, form, ground, effect.on, until, effect.id, None)
        else:
            row = SanctionRow(line.subject, effect.unit, form, ground, effect.on, until, effect.id, None)
        line.begin(effect.id, row)
        return ()
