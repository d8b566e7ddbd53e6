"""A person is put forward as a candidate for an elective post."""

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
class Nominate:
    """Nomination for an election; it opens no tenure."""

    person: str
    post: str
    election: str
    """What election it is for, in the organ's own code."""
    on: date

    KIND: ClassVar = "NOMINATE"
    LINES: ClassVar[tuple[str, ...]] = ()
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Nomination for election: { $person }, { $post }",
        "vi": "Giới thiệu ứng cử: { $person }, { $post }",
        "ru": "Выдвижение кандидатом: { $person }, { $post }",
        "cs": "Navržení do volby: { $person }, { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_post(effect)

    @staticmethod
    def apply(effect: Recorded, line: Line) -> Iterable[Finding]:
        return ()
