"""Who asks what waits: their sight, the day, the language, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fasti import charter, words
from fasti.access.sight import Sight
from fasti.reports import naming
from fasti.reports.waiting.place import Place


@dataclass(frozen=True)
class Asked:
    """The question that every reader of this folder answers for its kind."""

    sight: Sight
    pack: charter.Pack
    day: date
    lang: str
    place: Place | None
    names: naming.Names

    def say(self, message: str, **args: object) -> str:
        """A sentence in the language."""
        return words.say(message, self.lang, **args)

    def unit(self, code: str) -> str:
        """A unit's name."""
        return self.names.of_unit(code)

    def day_in(self, day: date) -> str:
        """A day as it stands in a sentence: in Vietnamese in figures."""
        return words.day(day, self.lang, style="short" if self.lang == "vi" else "long")
