"""The acts behind rows of the register, read at once, and which of them may be named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fasti import charter
from fasti.access import acts
from fasti.access.sight import Sight
from fasti.acts.models import Effect

_FIELDS = (
    "id",
    "kind",
    "on",
    "recorded_at",
    "act_id",
    "act__symbol",
    "act__signed_on",
    "act__confidentiality",
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act did. `act` 0 and an empty symbol: the act is not seen."""

    kind: str
    """The kind of effect."""
    word: str
    """The charter's word for it."""
    on: date
    known_on: date
    """The day on which it was recorded."""
    act: int
    symbol: str
    signed_on: date | None
    is_secret: bool
    """The act is of a higher class than the lowest and is not seen: what it says of people is left out too."""


def of(effects: Iterable[int | None], sight: Sight, *, pack: charter.Pack, lang: str) -> dict[int, Deed]:
    """What acts did, by effect. Acts that are not seen are not named."""
    wanted = sorted({each for each in effects if each})
    if not wanted:
        return {}
    found = list(Effect.objects.filter(id__in=wanted).values_list(*_FIELDS))
    seen = acts.seen_among(sight, {act for *_, act, _, _, _ in found})
    words = pack.names("effect", lang)
    return {
        id: Deed(
            kind, words.get(kind, kind), on, recorded_at.date(), act if act in seen else 0,
            symbol if act in seen else "", signed_on if act in seen else None,
            act not in seen and level not in acts.OPEN,
        )
        for id, kind, on, recorded_at, act, symbol, signed_on, level in found
    }  # fmt: skip
