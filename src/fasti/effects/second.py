"""A person is lent to another post for a time and keeps the home post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import TenureLine, found
from fasti.effects.recorded import Recorded
from fasti.effects.seats import take


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """The person takes up `post` in addition and goes on holding `other_post`.

    The end is planned, not automatic: a secondment ends by an act of its own, like any tenure.
    """

    person: str
    other_post: str
    """The home post, kept."""
    post: str
    """The post taken up in addition."""
    ends_planned_on: date
    """End of the secondment as decided. It does not end the tenure by itself."""
    on: date

    KIND: ClassVar = "SECOND"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Secondment: { $person }, { $post }; keeps the post: { $other_post }",
        "vi": "Biệt phái: { $person }, { $post }; vẫn giữ chức danh: { $other_post }",
        "ru": "Прикомандирование: { $person }, { $post }; с сохранением должности: { $other_post }",
        "cs": "Dočasné přidělení: { $person }, { $post }; ponechává si funkci: { $other_post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return case.check_end(effect, "ends_planned_on")

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        home = effect.other_post
        if home == effect.post:
            return found("same-post", effect, person=effect.person, post=home)
        if home not in line.open:
            return found("does-not-hold-post", effect, person=effect.person, post=home, day=effect.on)
        return take(effect, line, manner="seconded")
