"""A return that is locked (accepted, or closed by time) is opened again, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects import handing_in, returning
from fasti.effects.case import Case
from fasti.effects.lines import ReturnLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenReturn:
    """Until it is handed in again its figures are not accepted ones."""

    unit: str
    """The unit whose return it is."""
    return_form: str
    period: str
    explanation: str
    on: date

    KIND: ClassVar = "REOPEN_RETURN"
    LINES: ClassVar[tuple[str, ...]] = ("return",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Return opened again: { $unit }, { $return_form }, { $period } ({ $explanation })",
        "vi": "Mở lại báo cáo: { $unit }, { $return_form }, { $period } ({ $explanation })",
        "ru": "Повторное открытие отчёта: { $unit }, { $return_form }, { $period } ({ $explanation })",
        "cs": "Znovuotevření výkazu: { $unit }, { $return_form }, { $period } ({ $explanation })",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return handing_in.check_owed(effect, case)

    @staticmethod
    def apply(effect: Recorded, line: ReturnLine) -> Iterable[Finding]:
        return returning.reopen(effect, line)
