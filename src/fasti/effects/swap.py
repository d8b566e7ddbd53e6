"""Two persons exchange their posts on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import TenureLine, found
from fasti.effects.recorded import Recorded
from fasti.effects.seats import move


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """`person` goes from `other_post` to `post`, `other_person` the other way: one effect in both careers.

    As both leave and take up on the same day, no seat is empty and none has two holders.
    """

    person: str
    post: str
    """The post that `person` takes up and `other_person` leaves."""
    other_person: str
    """The person who goes the other way."""
    other_post: str
    """The post that `other_person` takes up and `person` leaves."""
    on: date

    KIND: ClassVar = "SWAP"
    LINES: ClassVar[tuple[str, ...]] = ("tenure",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Exchange of posts: { $person } → { $post }, { $other_person } → { $other_post }",
        "vi": "Hoán đổi chức danh: { $person } → { $post }, { $other_person } → { $other_post }",
        "ru": "Взаимная замена: { $person } → { $post }, { $other_person } → { $other_post }",
        "cs": "Výměna funkcí: { $person } → { $post }, { $other_person } → { $other_post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return ()

    @staticmethod
    def apply(effect: Recorded, line: TenureLine) -> Iterable[Finding]:
        if effect.person == effect.other_person:
            return found("swap-with-oneself", effect, person=effect.person)
        posts = (effect.other_post, effect.post)
        if line.subject == effect.other_person:
            posts = (effect.post, effect.other_post)
        return move(effect, line, manner="swapped", posts=posts)
