"""An effect in words, in any language of the body: the pattern stands with its kind, the names are put in here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

from fasti import words
from fasti.effects import kinds


class Names(Protocol):
    """Gives names of identities for display."""

    def unit(self, id: int) -> str: ...
    def person(self, id: int) -> str: ...
    def post(self, id: int) -> str: ...
    def word(self, group: str, id: str) -> str: ...


CODES = {"reason": "reason", "grade": "grade", "form": "sanction", "ground": "ground"}
"""Data that is a code of the charter, and the group of the pack's words that names it."""


def plain(data: Mapping[str, Any], lang: str, *, word: Callable[[str, str], str]) -> dict[str, Any]:
    """An effect's data as a pattern takes it: codes in the words of the charter, a name in the language.

    `word` gives the word for a code, by group and code.
    """
    told = {key: value for key, value in data.items() if isinstance(value, str | int | date)}
    told |= {key: word(group, data[key]) for key, group in CODES.items() if key in data}
    if names := data.get("name"):
        told["name"] = names.get(lang) or next(iter(names.values()))
    return told


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

    `subjects`: place in the record (unit, person, post, other_unit ...) to id; a pattern may also say `subject`: the
    person if there is one, the unit if not. `effect`: for VOID, the words of the effect that no longer holds.
    """
    args = plain(data, lang, word=names.word)
    for place, id in subjects.items():
        if id:
            args[place] = getattr(names, place.removeprefix("other_"))(id)
    args["subject"] = args.get("person") or args.get("unit", "")
    if effect:
        args["effect"] = effect
    return words.phrase(kinds.KINDS[kind].WORDING, lang, **args)
