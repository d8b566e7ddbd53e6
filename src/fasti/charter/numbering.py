"""Series and patterns of numbers, and the days of a reporting duty: small sums over what a pack writes.

A series is named by a text with the places {term}, {year}, {level} and {act_type}; a pattern writes the
number itself from {number}, {abbreviation} (of the act type), {issuer} (abbreviation of the issuer) and
{year}.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from fasti.charter import dated, rules

SERIES_PLACES = ("term", "year", "level", "act_type")
PATTERN_PLACES = ("number", "abbreviation", "issuer", "year")


def covers(rule: Mapping[str, Any], *, kind: str, act_type: str) -> bool:
    """Whether a numbering rule is meant for this kind of issuer and this type of act.

    >>> rule = {"kinds": "all", "except_kinds": ["congress"], "types": "all"}
    >>> covers(rule, kind="congress", act_type="plan")
    False
    """
    return _named(rule, "kinds", kind) and _named(rule, "types", act_type)


def _named(rule: Mapping[str, Any], key: str, id: str) -> bool:
    return (rule[key] == "all" or id in rule[key]) and id not in rule.get(f"except_{key}", ())


def names(text: str) -> tuple[str, ...]:
    """The names of the places in a series or pattern; a malformed text has the place "?".

    >>> names("{number:02d}-{abbreviation}/{issuer}")
    ('number', 'abbreviation', 'issuer')
    """
    try:
        return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
    except ValueError:
        return ("?",)


def series(text: str, *, type_: rules.ActType, level: str, term: str, year: int) -> str:
    """The series' name with its places filled.

    >>> decision = rules.ActType("decision", "QĐ", "decision", "decision", "", True)
    >>> series("{term}/{act_type}", type_=decision, level="province", term="2020-2025", year=2024)
    '2020-2025/decision'
    """
    return text.format(act_type=type_.numbered_with, level=level, term=term, year=year)


def written(pattern: str, *, number: int, abbreviation: str, issuer: str, year: int) -> str:
    """The number as it stands on the act.

    >>> written("{number:02d}-{abbreviation}/{issuer}", number=9, abbreviation="QĐ", issuer="TU", year=2024)
    '09-QĐ/TU'
    """
    return pattern.format(number=number, abbreviation=abbreviation, issuer=issuer, year=year)


def obligation(found: dated.Version, *, form: str, level: str, last_day: date) -> rules.Obligation:
    """The duty with its days counted from the last day of the period."""
    written_days = found.value
    return rules.Obligation(
        form,
        level,
        last_day + timedelta(days=written_days["cut_off_after_days"]),
        last_day + timedelta(days=written_days["due_after_days"]),
        written_days["grace_days"],
        found.reference,
        found.verified,
    )
