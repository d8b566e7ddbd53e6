"""The full-text index of the acts: symbol, title, text, type and the names of the issuer, in four languages.

It is derived: neither hashed nor backed up, filled from the record and begun anew at will. Acts enter in the order of
their ids, so the last one in it says how far it has come. On SQLite it is a contentless FTS5 table with the forms in
one column, the lemmas in another and the numbers of acts in a third; on PostgreSQL a tsvector in which form and lemma
have the same place, under a GIN index.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from django.db import connection
from django.db.models import Max, QuerySet
from django.db.models.expressions import RawSQL

from fasti.acts import tokens
from fasti.acts.models import Act

MOST_BYTES = 400_000
"""Of the different words of one act: PostgreSQL takes a megabyte with the places."""
_LAST_PLACE = 16_383
"""PostgreSQL knows no place beyond."""
_IN_SQLITE = "SELECT rowid FROM act_search WHERE act_search MATCH %s"
_IN_POSTGRES = "SELECT act_id FROM act_search WHERE words @@ %s::tsquery"

_NO_WORDS: list[tuple[str, ...]] = [()] * len(tokens.Word._fields)
Names = Sequence[tuple[str, str]]
"""What an act is called by, each with its language: its type, and the names of its issuer."""


class Written(NamedTuple):
    """What is asked of an act that is taken into the index: fields of the record."""

    id: int
    type: str
    issuer_id: int
    signed_on: date
    symbol: str
    title: str
    text: str
    language: str


def matching(queryset: QuerySet[Act], words: str, lang: str) -> QuerySet[Act]:
    """The acts in which all the words are found, as typed in a language; none for words that hold no letter.

    Words in quotation marks stand together; a word that ends with * and the number of an act mean their beginning.
    """
    asked = tokens.asked(words, lang)
    if not asked:
        return queryset.none()
    if connection.vendor == "postgresql":
        return queryset.filter(id__in=RawSQL(_IN_POSTGRES, [_for_postgres(asked)]))  # nosec B611
    return queryset.filter(id__in=RawSQL(_IN_SQLITE, [_for_sqlite(asked)]))  # nosec B611


# What is asked, in the language of each engine. Tokens are letters and digits alone: nothing needs quoting for safety.


def _for_sqlite(asked: Iterable[tokens.Asked]) -> str:
    return " AND ".join(map(_one_for_sqlite, asked))


def _one_for_sqlite(each: tokens.Asked) -> str:
    star = " *" if each.is_beginning else ""
    if each.sign:
        return f'({{signs}} : "{each.sign}"{star})'
    forms = " ".join(word.form for word in each.words)
    lemmas = " ".join(word.lemma for word in each.words)
    return f'({{forms}} : "{forms}"{star} OR {{lemmas}} : "{lemmas}"{star})'


def _for_postgres(asked: Iterable[tokens.Asked]) -> str:
    return " & ".join(map(_one_for_postgres, asked))


def _one_for_postgres(each: tokens.Asked) -> str:
    star = ":*" if each.is_beginning else ""
    if each.sign:
        return f"'{each.sign}'{star}"
    return "(" + " <-> ".join(f"('{word.form}'{star} | '{word.lemma}'{star})" for word in each.words) + ")"


# Filling


def last() -> int:
    """The id of the last act in the index; 0 for an empty one."""
    table = "act_search" if connection.vendor == "postgresql" else "act_search_docsize"
    column = "act_id" if connection.vendor == "postgresql" else "id"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COALESCE(MAX({column}), 0) FROM {table}")  # nosec B608 - our own names
        return int(cursor.fetchone()[0])


def num_behind() -> int:
    """How many of the last acts are not in the index yet."""
    top = Act.objects.aggregate(top=Max("id"))["top"] or 0
    return max(0, top - last())


def put(acts: Sequence[tuple[Written, Names]]) -> None:
    """Take acts into the index, each with its names. The caller sees to it that none is in there."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            statement = "INSERT INTO act_search (act_id, words) VALUES (%s, %s::tsvector)"
            cursor.executemany(statement, [(act.id, _vector(act, names)) for act, names in acts])
        else:
            statement = "INSERT INTO act_search (rowid, forms, lemmas, signs) VALUES (%s, %s, %s, %s)"
            cursor.executemany(statement, [(act.id, *_columns(act, names)) for act, names in acts])


def settle() -> None:
    """After many acts: let PostgreSQL sort in at once what it keeps for later, where the index is ours."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT gin_clean_pending_list('act_search_words') FROM pg_class"
                " WHERE oid = 'act_search'::regclass AND pg_has_role(relowner, 'USAGE')"
            )


def empty() -> None:
    """Begin anew with nothing."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DELETE FROM act_search")
        else:
            cursor.execute("INSERT INTO act_search (act_search) VALUES ('delete-all')")


def _words(act: Written, names: Names) -> list[tokens.Word]:
    symbol, title, text = (tokens.read(part, act.language) for part in (act.symbol, act.title, act.text))
    called = (_called(name, lang) for lang, name in names)
    # The text comes last: of a very long one only the beginning is taken in.
    return tokens.within(chain(symbol, title, *called, text), MOST_BYTES)


@functools.lru_cache(maxsize=4_000)
def _called(name: str, lang: str) -> tuple[tokens.Word, ...]:
    """The words of a type's or a unit's name: thousands of acts bear the same."""
    return tuple(tokens.read(name, lang))


def _columns(act: Written, names: Names) -> tuple[str, str, str]:
    """Forms, lemmas and signs. Where no word has a lemma of its own the forms stand for all."""
    columns = list(zip(*_words(act, names), strict=True)) or _NO_WORDS
    forms, lemmas, signs = (" ".join(filter(None, column)) for column in columns)
    return forms, "" if lemmas == forms else lemmas, signs


def _vector(act: Written, names: Names) -> str:
    places: dict[str, set[int]] = {}
    for place, word in enumerate(_words(act, names), 1):
        for each in {*word} - {""}:
            places.setdefault(each, set()).add(min(place, _LAST_PLACE))
    return " ".join(f"'{each}':{','.join(map(str, sorted(found)[:255]))}" for each, found in places.items())
