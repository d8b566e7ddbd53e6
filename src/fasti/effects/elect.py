"""A person takes up a post by election."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import TenureLine
from fasti.effects.recorded import Recorded
from fasti.effects.seats import take


@dataclass(frozen=True, slots=True, kw_only=True)
class Elect:
    """Election to a post in which the person does not sit yet."""

    person: str
    post: str
    election: str = ""
    """What election it was, in the organ's own code; that of the nomination where there was one."""
    ends_planned_on: date | None = None
    """End of the term as decided. It does not end the tenure by itself."""
    on: date

    KIND: ClassVar = "ELECT"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Election: { $person }, { $post }",
        "vi": "Bầu giữ chức danh: { $person }, { $post }",
        "ru": "Избрание: { $person }, { $post }",
        "cs": "Zvolení: { $person }, { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_end(effect, "ends_planned_on")

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        return take(effect, line, manner="elected")
