"""A person gives up a post by own request."""

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
class Resign:
    """Resignation, accepted: the tenure ends on the person's own request."""

    person: str
    post: str
    on: date

    KIND: ClassVar = "RESIGN"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Resignation from post: { $person }, { $post }",
        "vi": "Từ chức: { $person }, { $post }",
        "ru": "Отставка по собственному желанию: { $person }, { $post }",
        "cs": "Rezignace na funkci: { $person }, { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return ()

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        return leave_post(effect, line)
