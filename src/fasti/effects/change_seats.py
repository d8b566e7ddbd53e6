"""A post has more or fewer seats from a day on. A step-down by stages is one effect for each stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import EstablishmentLine, found
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSeats:
    """The post goes on with another number of seats; its holders and the age of seats that stay empty are untouched.

    Fewer seats than holders on that day are refused: somebody is relieved first, on the same day at the latest.
    """

    post: str
    seats: int
    """The number of seats from this day on."""
    on: date

    KIND: ClassVar = "CHANGE_SEATS"
    LINES: ClassVar[tuple[str, ...]] = ("establishment",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Number of seats changed: { $post }, seats: { $seats }",
        "vi": "Điều chỉnh số lượng: { $post }, số lượng: { $seats }",
        "ru": "Изменение числа мест: { $post }, мест: { $seats }",
        "cs": "Změna počtu míst: { $post }, počet míst: { $seats }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_seats(effect)

    @staticmethod
    def apply(effect: Recorded, line: EstablishmentLine) -> Iterable[Finding]:
        if line.row is None:
            return found("post-not-there", effect, post=effect.post, day=effect.on)
        line.change("seats", effect.on, effect.id, seats=effect.data["seats"])
        return ()
