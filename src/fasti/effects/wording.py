"""An effect in words, in any language of the body: the pattern stands with its kind, the names are put in here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from fasti import words
from fasti.effects import kinds


class Names(Protocol):
    """Gives names of identities for display."""

    def unit(self, id: int) -> str: ...
    def person(self, id: int) -> str: ...
    def post(self, id: int) -> str: ...


def say(
    kind: str,
    lang: str,
    *,
    names: Names,
    subjects: Mapping[str, int | None],
    data: Mapping[str, Any],
    effect: str = "",
) -> str:
    """The effect as a line: a noun and what it is about, so that no verb must agree with a person's sex.

    `subjects`: place in the record (unit, person, post, other_unit, other_post) to id. `effect`: for VOID, the words
    of the effect that no longer holds.
    """
    args: dict[str, Any] = {key: value for key, value in data.items() if isinstance(value, str | int | date)}
    for place, id in subjects.items():
        if id:
            args[place] = getattr(names, place.removeprefix("other_"))(id)
    if effect:
        args["effect"] = effect
    return words.phrase(kinds.KINDS[kind].WORDING, lang, **args)
