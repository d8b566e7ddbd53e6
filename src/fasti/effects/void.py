"""An earlier effect no longer holds: its act was withdrawn. What it changed is folded again without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import Line
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Void:
    """The effect named is left out of every fold from now on; voiding a VOID brings the first one back.

    Issuing makes one for each effect of an act that is withdrawn by a relation; a draft cannot write one itself.
    """

    voids: str
    """The effect: code of its act, `#`, ordinal."""
    on: date

    KIND: ClassVar = "VOID"
    LINES: ClassVar[tuple[str, ...]] = ()
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "No longer holds: { $effect }",
        "vi": "Không còn giá trị: { $effect }",
        "ru": "Утрачивает силу: { $effect }",
        "cs": "Pozbývá účinku: { $effect }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return ()

    @staticmethod
    def apply(effect: Recorded, line: Line) -> Iterable[Finding]:
        return ()
