"""A sanction ends before its time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import SanctionLine, found
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """The sanction of that form ends early, as on appeal or for good conduct.

    Either `person` or `unit` is given. Of several open sanctions of the form the one that began on `since` ends, the
    oldest if none is named. One that never should have been is undone by withdrawing its act instead.
    """

    person: str = ""
    """The person under the sanction; a unit otherwise."""
    unit: str = ""
    """The unit under the sanction; left out for a person."""
    form: str
    """The form of sanction that ends."""
    since: date | None = None
    """The day on which the sanction began, where several of the form are open."""
    reason: str
    """A reason of the charter's list."""
    on: date

    KIND: ClassVar = "LIFT"
    LINES: ClassVar[tuple[str, ...]] = ("sanction", "unit_sanction")
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    ONE_OF: ClassVar[tuple[str, ...]] = ("person", "unit")
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Sanction lifted: { $subject }, { $form }; reason: { $reason }",
        "vi": "Chấm dứt kỷ luật trước thời hạn: { $subject }, { $form }; lý do: { $reason }",
        "ru": "Досрочное снятие взыскания: { $subject }, { $form }; основание: { $reason }",
        "cs": "Předčasné zrušení trestu: { $subject }, { $form }; důvod: { $reason }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_reason(effect, "lift.reasons")

    @staticmethod
    def apply(effect: Recorded, line: SanctionLine) -> Iterable[Finding]:
        form, since = effect.data["form"], effect.data.get("since")
        for key, row in line.open.items():
            if row.form == form and since in (None, row.starts_on.isoformat()):
                line.end(key, effect.on, effect.id)
                return ()
        return found("sanction-not-there", effect, value=form, day=effect.on)
