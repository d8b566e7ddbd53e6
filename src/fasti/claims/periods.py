"""The days and periods a sentence names, as the gold record writes them: 2024, 2024-H1, 2024-Q1, 2025-09, a/b, a day.

Where a year is left out, the year of the report stands in. What is found here is not a figure: a number within a date,
a term or a year is never a count.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from fasti.claims import text, wordlists


class Dated(NamedTuple):
    """A place of the sentence that names a time: its kind, offsets, and the period (None: no year known)."""

    kind: str
    start: int
    end: int
    period: str | None


def find(sentence: str, *, language: wordlists.Language, year: int | None = None) -> tuple[Dated, ...]:
    """Every time named in the sentence, the longest reading of each place, from left to right."""
    folded = text.fold(sentence)
    found = [
        Dated(kind, match.start(), match.end(), _period(kind, match, language, year))
        for kind, pattern in language.periods
        for match in pattern.finditer(folded)
        if _is_time(kind, match, language)
    ]
    kept: list[Dated] = []
    for each in sorted(found, key=lambda one: (-(one.end - one.start), one.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return tuple(sorted(kept, key=lambda one: one.start))


def _is_time(kind: str, match: re.Match[str], language: wordlists.Language) -> bool:
    """Whether days and months are ones there are; a span of years runs forward."""
    parts = match.groupdict()
    if kind == "span":
        return _whole_year(parts["b"], parts["a"]) > int(parts["a"])
    if parts.get("d") and not 1 <= int(parts["d"]) <= 31:
        return False
    return not parts.get("m") or 1 <= int(parts["m"]) <= 12


def _period(kind: str, match: re.Match[str], language: wordlists.Language, default: int | None) -> str | None:
    parts = match.groupdict()
    if kind == "span":
        return f"{parts['a']}/{_whole_year(parts['b'], parts['a'])}"
    year = _year(parts.get("y")) or default
    if year is None or kind == "skip":
        return None
    match kind:
        case "half1" | "half2":
            return f"{year}-H{kind[-1]}"
        case "nine":
            return f"{year}-01-01/{year}-09-30"
        case "quarter":
            number = wordlists.ordinal(parts.get("q") or parts.get("qw") or "")
            return f"{year}-Q{number}" if number else None
        case "day" | "month":
            month = int(parts["m"]) if parts.get("m") else language.months[text.fold_word(parts["mn"])]
            return f"{year}-{month:02}" + (f"-{int(parts['d']):02}" if kind == "day" else "")
        case _:
            return str(year)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _whole_year(written: str, first: str) -> int:
    """The second year of a span: 2019-20 ends in 2020."""
    return int(written) if len(written) == 4 else int(first[:2] + written)
