"""A post is abolished; whoever still holds it holds it no longer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from fasti.acts.findings import Finding
from fasti.effects.case import Case
from fasti.effects.lines import Line, found
from fasti.effects.recorded import Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class AbolishPost:
    """The post has no seats from this day on."""

    post: str
    on: date

    KIND: ClassVar = "ABOLISH_POST"
    LINES: ClassVar[tuple[str, ...]] = ("establishment",)
    PERSONAL: ClassVar[tuple[str, ...]] = ()
    WORDING: ClassVar[Mapping[str, str]] = {
        "en": "Post abolished: { $post }",
        "vi": "Bãi bỏ chức danh: { $post }",
        "ru": "Упразднение должности: { $post }",
        "cs": "Zrušení funkce: { $post }",
    }

    @staticmethod
    def check(effect: Recorded, case: Case) -> Iterable[Finding]:
        return ()

    @staticmethod
    def apply(effect: Recorded, line: Line) -> Iterable[Finding]:
        if "seats" not in line.open:
            return found("post-not-there", effect, post=effect.post, day=effect.on)
        line.end("seats", effect.on, effect.id)
        return ()
