"""A person moves to another post for a time, to gain experience or to serve away from home."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import TenureLine
from fasti.effects.recorded import Recorded
from fasti.effects.seats import move


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotate:
    """The person leaves `other_post` and takes up `post` on the same day."""

    person: str
    other_post: str
    """The post left."""
    post: str
    """The post taken up."""
    ends_planned_on: date | None = None
    on: date

    KIND: ClassVar = "ROTATE"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Rotation: { $person }, { $other_post } → { $post }",
        "vi": "Luân chuyển: { $person }, { $other_post } → { $post }",
        "ru": "Ротация: { $person }, { $other_post } → { $post }",
        "cs": "Rotace: { $person }, { $other_post } → { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_end(effect, "ends_planned_on")

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        return move(effect, line, manner="rotated")
