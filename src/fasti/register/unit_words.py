"""The words by which units are found: of every name a unit ever bore, in every language, and of its code; folded.

Derived from the unit spans: neither proved nor backed up, kept up to date from the record, begun anew at will. A word
is looked up by its beginning in the order of the primary key, on either engine, however many units there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from fasti.register.models import UnitSpan
from fasti.subjects import names
from fasti.subjects.models import Unit

LONGEST = 64
"""Letters of one word that are kept."""
MOST = 12
"""Words of one question that are looked up."""
_AT_ONCE = 2_000
_WORD = re.compile(r"[^\W_]+")
_BEYOND = "\U0010ffff"
_BEGINNING = "SELECT unit_id FROM unit_word WHERE word >= %s AND word < %s"


def of_text(text: str) -> list[str]:
    """The folded words of a text, in order.

    >>> of_text("Đảng bộ xã Kỳ Sơn-2")
    ['dang', 'bo', 'xa', 'ky', 'son', '2']
    """
    return [word[:LONGEST] for word in _WORD.findall(names.fold(text))]


def asked(text: str) -> list[str]:
    """The pieces of a question, folded; a piece with marks in it may be a code.

    >>> asked("Kỳ VN-18 &")
    ['ky', 'vn-18']
    """
    return [piece[:LONGEST] for piece in names.fold(text).split() if _WORD.search(piece)][:MOST]


def matching(text: str) -> QuerySet[Unit]:
    """The units in whose names and code each word of a question begins a word; none for a question without letters."""
    found = asked(text)
    if not found:
        return Unit.objects.none()
    query = Unit.objects.all()
    for piece in found:
        sql, given = _condition(piece)
        query = query.filter(id__in=RawSQL(sql, given))  # nosec B611
    return query.order_by("id")


def _condition(word: str) -> tuple[str, list[str]]:
    """The units that have a word beginning so; a piece with marks in it may also be several words."""
    several = of_text(word)
    sql, given = _BEGINNING, [word, word + _BEYOND]
    if several != [word]:
        parts = " INTERSECT ".join([_BEGINNING] * len(several))
        sql = f"SELECT unit_id FROM ({_BEGINNING} UNION SELECT * FROM ({parts}) AS parts) AS ways"  # nosec B608
        given += [each for part in several for each in (part, part + _BEYOND)]
    return sql, given


def put(units: Iterable[int]) -> None:
    """Take the words of units in anew, from all their spans."""
    wanted = sorted(set(units))
    for start in range(0, len(wanted), _AT_ONCE):
        _put(wanted[start : start + _AT_ONCE])


def _put(units: list[int]) -> None:
    words: dict[int, set[str]] = {unit: set() for unit in units}
    for unit, called, short in UnitSpan.objects.filter(unit__in=units).values_list(
        "unit", "names", "abbreviation"
    ):
        words[unit].update(_of_names(called, short))
    for unit, code in Unit.objects.filter(id__in=[unit for unit in units if words[unit]]).values_list(
        "id", "code"
    ):
        words[unit].update([names.fold(code)[:LONGEST], *of_text(code)])
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM unit_word WHERE unit_id = %s", [[unit] for unit in units])
        rows: list[tuple[str, int]] = [
            (word, unit) for unit, found in words.items() for word in sorted(found)
        ]
        cursor.executemany("INSERT INTO unit_word (word, unit_id) VALUES (%s, %s)", rows)


def _of_names(called: Mapping[str, Any], short: str) -> Iterable[str]:
    for name in (*called.values(), short):
        yield from of_text(str(name))


def last() -> int:
    """The last effect whose unit is taken in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(last_effect) FROM unit_word_mark")
        found = cursor.fetchone()
    return int(found[0] or 0) if found else 0


def mark(effect: int) -> None:
    """Note how far the words have come."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM unit_word_mark")
        cursor.execute("INSERT INTO unit_word_mark (last_effect) VALUES (%s)", [effect])


def empty() -> None:
    """Take everything out."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM unit_word")
        cursor.execute("DELETE FROM unit_word_mark")
