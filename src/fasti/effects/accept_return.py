"""The recipient accepts a version of a return. From then on it is locked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects import returning
from fasti.effects.case import Case
from fasti.effects.lines import ReturnLine
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptReturn:
    """The very version that was looked at is accepted: one handed in meanwhile is not."""

    unit: str
    """The unit whose return it is."""
    return_form: str
    period: str
    version: int
    on: date

    KIND: ClassVar = "ACCEPT_RETURN"
    LINES: ClassVar[tuple[str, ...]] = ("return",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Return accepted: { $unit }, { $return_form }, { $period }, version { $version }",
        "vi": "Tiếp nhận báo cáo: { $unit }, { $return_form }, { $period }, lần nộp { $version }",
        "ru": "Принятие отчёта: { $unit }, { $return_form }, { $period }, редакция { $version }",
        "cs": "Přijetí výkazu: { $unit }, { $return_form }, { $period }, verze { $version }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return ()

    @staticmethod
    def apply(effect: Recorded, line: ReturnLine) -> Iterable[Finding]:
        return returning.answer(effect, line, "accepted")
