"""A post is set up in a unit with a number of seats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import Line, found
from fasti.effects.recorded import Recorded
from fasti.register.rows import EstablishmentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class EstablishPost:
    """An office of the charter is established at a unit."""

    post: str
    """Code of the post; new, or one that was abolished before."""
    unit: str
    office: str
    seats: int = 1
    on: date

    KIND: ClassVar = "ESTABLISH_POST"
    LINES: ClassVar[tuple[str, ...]] = ("establishment",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Post established: { $post }, seats: { $seats }",
        "vi": "Thiết lập chức danh: { $post }, số lượng: { $seats }",
        "ru": "Учреждение должности: { $post }, мест: { $seats }",
        "cs": "Zřízení funkce: { $post }, počet míst: { $seats }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_office(effect)

    @staticmethod
    def apply(effect: Recorded, line: Line) -> Iterable[Finding]:
        if "seats" in line.open:
            return found("post-already-established", effect, post=effect.post)
        if not line.world.stands("unit", effect.unit, effect.on):
            return found("effect-before-unit", effect, effect=effect.kind, unit=effect.unit, day=effect.on)
        row = EstablishmentRow(line.subject, effect.data["seats"], effect.on, None, effect.id, None)
        line.begin("seats", row)
        return ()
