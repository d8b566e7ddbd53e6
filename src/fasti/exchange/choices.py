"""Values chosen from a list: kinds of unit, offices, types of act, reasons. A cell may hold the code or the name.

The name is accepted in every language of the pack, in any case, and as `name [code]`, which is how a drop-down tells
apart two codes of one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping

from fasti import charter, words
from fasti.exchange import sheets

_CODED = re.compile(r".*\[([^\[\]]+)\]\s*")
_OTHER_WORDS = ("score-step", "cli-claims", "sheet-language")
"""Where the words for steps of a scorecard, for how sure a figure is and for languages stand already."""
STAGES = ("probationary", "full")


class Unclear(LookupError):
    """A name that two codes of the group have: the code must be given."""


class Choices:
    """The lists of one rule book, in the language of the sheets."""

    def __init__(self, pack: charter.Pack, lang: str) -> None:
        self._pack, self._lang = pack, lang
        self._labels: dict[str, dict[str, str]] = {}
        self._codes: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def labels(self, group: str) -> Mapping[str, str]:
        """Code to what is shown for it, in the order of the rule book."""
        if group not in self._labels:
            named = self._named(group, self._lang)
            shown = list(map(_folded, named.values()))
            self._labels[group] = {
                code: f"{name} [{code}]" if shown.count(_folded(name)) > 1 else name
                for code, name in named.items()
            }
        return self._labels[group]

    def label(self, group: str, code: str) -> str:
        """What is shown for a code; the code itself where the pack no longer names it."""
        return self.labels(group).get(code, code)

    def code(self, group: str, text: str) -> str:
        """The code meant by a cell; raises LookupError, or `Unclear` for a name of several codes."""
        found = self._read(group).get(_folded(text))
        if found is None:
            coded = _CODED.fullmatch(text)
            if coded and coded[1].strip() in self.labels(group):
                return coded[1].strip()
            raise LookupError(text)
        if len(found) > 1:
            raise Unclear(text)
        return found[0]

    def means(self, group: str, text: str, code: str) -> bool:
        """Whether a cell may mean a code."""
        return code in self._read(group).get(_folded(text), ())

    def _read(self, group: str) -> Mapping[str, tuple[str, ...]]:
        """What may stand in a cell to the codes it may mean: codes first, then names of the sheets' language."""
        if group not in self._codes:
            meant: dict[str, dict[str, None]] = {_folded(code): {code: None} for code in self.labels(group)}
            for lang in (self._lang, *words.LANGUAGES):
                here: dict[str, dict[str, None]] = defaultdict(dict)
                for code, name in self._named(group, lang).items():
                    here[_folded(name)][code] = None
                for name, codes in here.items():
                    meant.setdefault(name, codes)
            self._codes[group] = {name: tuple(codes) for name, codes in meant.items()}
        return self._codes[group]

    def _named(self, group: str, lang: str) -> dict[str, str]:
        """Every code of a group with its name in a language."""
        if group.startswith("literal:"):
            codes = group.removeprefix("literal:").split()
            return {code: _said("value", code, lang) for code in codes}
        if group == "stage":
            return {code: _said("stage", code, lang) for code in STAGES}
        if group == "language":
            return {code: _said("language", code, lang) for code in self._pack.languages}
        spoken = lang if lang in self._pack.languages else self._pack.languages[0]
        named = dict(self._pack.names(group, spoken))
        if group == "effect":
            named = {kind: named.get(kind, kind) for kind in sheets.effect_kinds()}
        return named


def _said(group: str, code: str, lang: str) -> str:
    """The word for a value that Fasti itself defines; the code where it has none."""
    for family in (f"sheet-{group}", *(_OTHER_WORDS if group == "value" else ())):
        for message in (f"{family}-{code.replace('_', '-')}", f"{family}-{code}"):
            if words.knows(message, lang):
                return words.say(message, lang)
    return code


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def article(pack: charter.Pack, group: str, code: str) -> str:
    """The article of the rule book by which a value may be chosen, as it last was; empty where it names none."""
    table = pack.tables.get(f"{group}s", {})
    if code in table:
        return table[code].versions[-1].reference
    for key, series in pack.tables["values"].items():
        if key.endswith(f".{group}s") and code in str(series.versions[-1].value).split():
            return series.versions[-1].reference
    return ""
