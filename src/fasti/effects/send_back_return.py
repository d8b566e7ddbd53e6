"""The recipient sends a version of a return back, with a reason for each figure or section that is to be put right."""

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
class SendBackReturn:
    """The very version that was looked at is sent back."""

    unit: str
    """The unit whose return it is."""
    return_form: str
    period: str
    version: int
    reasons: dict[str, str]
    """By figure or section of narrative: what is wrong with it. `all` for the return as a whole."""
    on: date

    KIND: ClassVar = "SEND_BACK_RETURN"
    LINES: ClassVar[tuple[str, ...]] = ("return",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Return sent back: { $unit }, { $return_form }, { $period }, version { $version }",
        "vi": "Trả lại báo cáo: { $unit }, { $return_form }, { $period }, lần nộp { $version }",
        "ru": "Возврат отчёта: { $unit }, { $return_form }, { $period }, редакция { $version }",
        "cs": "Vrácení výkazu: { $unit }, { $return_form }, { $period }, verze { $version }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return handing_in.check_reasons(effect, case)

    @staticmethod
    def apply(effect: Recorded, line: ReturnLine) -> Iterable[Finding]:
        return returning.answer(effect, line, "sent_back")
