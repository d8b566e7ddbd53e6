"""People found by the beginnings of the words of their names, or by their code, by an index of the database.

PostgreSQL keeps the words of the folded name under a GIN index, SQLite in a table of its full text that triggers keep;
both part words at everything in ASCII that is neither letter nor digit. People whom many words of a large body would
name are soon met in the order of names; looking them all up first would only cost. PostgreSQL's own estimate decides.
"""

from __future__ import annotations

import json
import string
from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.db import connection
from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from fasti.subjects import names
from fasti.subjects.models import Person

FEW = 300_000
"""People that are looked up and put in order in less than half a second; where more answer, names are gone through."""
_PARTING = "".join(
    chr(code) for code in range(1, 128) if chr(code) not in string.ascii_letters + string.digits
)
"""Everything in ASCII at which a name is parted into words."""
_TO_SPACES = str.maketrans(dict.fromkeys(_PARTING, " "))
_QUOTED = "".join(f"\\x{ord(sign):02x}" for sign in _PARTING)
_PARTED = f"translate(person.search_name, E'{_QUOTED}', repeat(' ', {len(_PARTING)}))"
_IN_SQLITE = "SELECT rowid FROM person_word WHERE person_word MATCH %s"
VECTOR = f"array_to_tsvector(array_remove(string_to_array({_PARTED}, ' '), ''))"
"""PostgreSQL: the words of a name, word for word as the index `person_word` has them."""


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom words name. `is_few`: so few that they are best put in order after they are found."""

    people: QuerySet[Person]
    is_few: bool


def named(query: QuerySet[Person], words: str) -> Named:
    """Those of whom each of the words begins a word of the name, or is the code. Marks and case say nothing."""
    typed = words.split()
    if not typed:
        return Named(query, is_few=False)
    by_index = reduce(and_, map(_by_index, typed))
    if connection.vendor != "postgresql" or _estimated(by_index) <= FEW:
        return Named(query.filter(by_index), is_few=True)
    return Named(query.filter(*map(_by_name, typed)), is_few=False)


def _by_index(typed: str) -> Q:
    has_code = Q(code__in={typed, typed.upper(), typed.lower()})
    parts = _parts(typed)
    if not parts:
        return has_code
    if connection.vendor == "postgresql":
        asked = " & ".join(f"'{part}':*" for part in parts)
        return has_code | Q(RawSQL(f"({VECTOR} @@ %s::tsquery)", [asked], BooleanField()))  # nosec B611
    asked = " AND ".join(f'"{part}"*' for part in parts)
    return has_code | Q(id__in=RawSQL(_IN_SQLITE, [asked]))  # nosec B611 - our own names


def _by_name(typed: str) -> Q:
    """The same on PostgreSQL, asked of the name itself: quicker than its words where nearly everybody is met."""
    begins = Q()
    for part in _parts(typed):
        begins &= Q(RawSQL(f"((' ' || {_PARTED}) LIKE %s)", [f"% {part}%"], BooleanField()))  # nosec B611
    return begins | Q(code__in={typed, typed.upper(), typed.lower()})


def _estimated(asked: Q) -> int:
    """How many PostgreSQL expects to find."""
    plan = json.loads(Person.objects.filter(asked).explain(format="json"))
    return int(plan[0]["Plan"]["Plan Rows"])


def _parts(typed: str) -> list[str]:
    return names.fold(typed).translate(_TO_SPACES).split()
