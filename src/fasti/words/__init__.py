"""The words Fasti speaks: every sentence shown to people, in English, Vietnamese, Russian and Czech. Pure.

`say` is the one way to a message; the others build numbers, days, periods and sentences that need more
than one. Nothing is ever shown half-said: an unknown message or a missing argument raises `Unsayable`.
"""

from fasti.words.days import as_of, boundaries, day, known_on, period
from fasti.words.findings import FINDINGS, finding
from fasti.words.languages import LANGUAGES, Unsayable
from fasti.words.messages import ids, knows, phrase, say, variables
from fasti.words.numbers import number, percent, ratio, share, signed
from fasti.words.sentences import (
    act_reference,
    change,
    counted,
    course,
    figure,
    footing,
    join,
    reported,
    sentence,
    vacant_long,
)
from fasti.words.troubles import trouble

__all__ = [
    "FINDINGS",
    "LANGUAGES",
    "Unsayable",
    "act_reference",
    "as_of",
    "boundaries",
    "change",
    "counted",
    "course",
    "day",
    "figure",
    "finding",
    "footing",
    "ids",
    "join",
    "known_on",
    "knows",
    "number",
    "percent",
    "period",
    "phrase",
    "ratio",
    "reported",
    "say",
    "sentence",
    "share",
    "signed",
    "trouble",
    "vacant_long",
    "variables",
]
