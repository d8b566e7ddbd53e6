"""The sentences of the four languages as Fluent bundles: one folder of .ftl files per language, read once.

In our .ftl files and patterns a tilde is a no-break space, as in TeX: `{ $n }~концепций` keeps a number with
its noun. Numbers in a sentence are written by the number rules of the language, days by its long date.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from babel.core import Locale
from fluent.runtime import FluentBundle, FluentResource, types
from fluent.syntax import ast

from fasti.words import days, folding, numbers
from fasti.words.languages import LANGUAGES, Unsayable

FOLDER = Path(__file__).parent
LONGEST = 1000  # characters of one argument; Fluent refuses parts beyond 2,500


class Numeral(types.FluentType, float):
    """A number in a sentence: its plural class as Fluent reads it, its digits as the language writes them."""

    exact: numbers.Number

    def format(self, locale: Locale) -> str:
        """The digits in the bundle's language."""
        return numbers.number(self.exact, locale.language)


class Preposition(types.FluentType):
    """The Czech z or ze before a number, as the function ZE of our messages."""

    def __init__(self, before: float | str) -> None:
        self.text = numbers.ze_told(before) if isinstance(before, str) else numbers.ze(int(before))

    def format(self, locale: Locale) -> str:
        """The preposition; it is the same in every bundle."""
        return self.text


def read(text: str, where: str) -> ast.Resource:
    """A resource from Fluent text; raises `Unsayable` where it cannot be parsed."""
    resource = FluentResource(text.replace("~", "\N{NO-BREAK SPACE}"))
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise Unsayable(f"{where} is not well-formed Fluent near: {(entry.content or '').strip()[:80]!r}")
    return resource


def bundle(lang: str) -> FluentBundle:
    """An empty bundle of a language; raises `Unsayable` for a language without words."""
    if lang not in LANGUAGES:
        raise Unsayable(f"there are no words in the language {lang!r}; choose one of {', '.join(LANGUAGES)}")
    return FluentBundle([lang], functions={"ZE": Preposition}, use_isolating=False)


@functools.cache
def load(lang: str) -> FluentBundle:
    """The bundle with every message of a language."""
    filled = bundle(lang)
    for path in sorted((FOLDER / lang).glob("*.ftl")):
        filled.add_resource(read(path.read_text(encoding="utf-8"), path.name))
    return filled


@functools.lru_cache(maxsize=2000)
def inline(pattern: str, lang: str) -> FluentBundle:
    """A bundle whose one message, `phrase`, is the given pattern; its selections may stand on one line."""
    filled = bundle(lang)
    lines = "\n    ".join(folding.unfold(pattern).strip().splitlines())
    filled.add_resource(read(f"phrase =\n    {lines}\n", "the pattern"))
    return filled


def form(filled: FluentBundle, message: str, lang: str, args: Mapping[str, Any]) -> str:
    """The text of a message of a bundle; raises `Unsayable` for a missing argument or message."""
    found = filled.get_message(message).value if filled.has_message(message) else None
    if found is None:
        raise Unsayable(f"no message {message!r} in the language {lang!r}")
    text, errors = filled.format_pattern(found, {name: argument(value, lang) for name, value in args.items()})
    if errors:
        raise Unsayable(f"message {message!r} in the language {lang!r}: {errors[0]}")
    # A Russian day ends with its own full stop, a Vietnamese one begins with its own word.
    return str(text).replace("г..", "г.").replace("gày ngày ", "gày ")


def argument(value: object, lang: str) -> types.FluentType | str:
    """A value as it stands in a sentence of the language."""
    if isinstance(value, bool) or value is None:
        raise Unsayable(f"{value!r} cannot stand in a sentence")
    if isinstance(value, (int, float, Decimal, Fraction)):
        numeral = Numeral(value)
        numeral.exact = value
        return numeral
    if isinstance(value, date):
        return days.day(value, lang)
    text = str(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
