"""A person ceases to hold a post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import TenureLine
from fasti.effects.recorded import Recorded
from fasti.effects.seats import leave_post


@dataclass(frozen=True, slots=True, kw_only=True)
class Relieve:
    """Relief from a post, with its reason by the charter's list."""

    person: str
    post: str
    reason: str
    on: date

    KIND: ClassVar = "RELIEVE"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Relief from post: { $person }, { $post }",
        "vi": "Miễn nhiệm, thôi giữ chức vụ: { $person }, { $post }",
        "ru": "Освобождение от должности: { $person }, { $post }",
        "cs": "Uvolnění z funkce: { $person }, { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_reason(effect, "relieve.reasons")

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        return leave_post(effect, line)
