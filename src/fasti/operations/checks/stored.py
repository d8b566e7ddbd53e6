"""Reads rows as they are stored, byte for byte, also where the bytes are no longer what the column may hold.

SQLite keeps days, instants and JSON as text. Each has exactly one writing here; text in any other writing (a letter
turned into its capital within an escape, say) is `Unreadable` rather than silently the same value. PostgreSQL keeps
them as values of their own and cannot hold a malformed one.
"""

from __future__ import annotations

import contextlib
import functools
import json
from collections import namedtuple
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import orjson
from django.db import connection, models

CHUNK = 5_000
"""Rows read at a time."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A stored value that is none of its column's."""

    raw: str


@contextlib.contextmanager
def as_stored() -> Iterator[None]:
    """Text that is not UTF-8 is handed over with its bytes kept apart, where SQLite would refuse to hand it over."""
    connection.ensure_connection()
    if connection.vendor != "sqlite":
        yield
        return
    raw: Any = connection.connection
    before = raw.text_factory
    raw.text_factory = _decoded
    try:
        yield
    finally:
        raw.text_factory = before


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


@functools.cache
def shape(model: type[models.Model]) -> Any:
    """The type of a stored row: a named tuple by the model's attributes, so that code for records reads it too."""
    return namedtuple(model.__name__, [field.attname for field in model._meta.concrete_fields])


@functools.cache
def _readers(model: type[models.Model], vendor: str) -> tuple[Callable[[Any], Any], ...]:
    kinds = [_kind(field) for field in model._meta.concrete_fields]
    table = _OF_SQLITE if vendor == "sqlite" else _OF_POSTGRESQL
    return tuple(
        functools.partial(_nullable, table[kind]) if field.null else table[kind]
        for kind, field in zip(kinds, model._meta.concrete_fields, strict=True)
    )


def _kind(field: Any) -> str:
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    for kind, classes in (
        ("json", models.JSONField),
        ("instant", models.DateTimeField),
        ("day", models.DateField),
        ("flag", models.BooleanField),
        ("text", (models.CharField, models.TextField)),
    ):
        if isinstance(field, classes):
            return kind
    return "number"


def _nullable(read: Callable[[Any], Any], raw: Any) -> Any:
    return None if raw is None else read(raw)


def _text(raw: Any) -> Any:
    return raw if isinstance(raw, str) and (raw.isascii() or not has_halves(raw)) else Unreadable(shown(raw))


def has_halves(text: str) -> bool:
    """Whether a text holds bytes that are none of UTF-8, as `as_stored` hands them over."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _number(raw: Any) -> Any:
    return raw if type(raw) is int else Unreadable(shown(raw))


def _flag(raw: Any) -> Any:
    return bool(raw) if raw in (0, 1) and type(raw) in (int, bool) else Unreadable(shown(raw))


@functools.lru_cache(maxsize=4096)
def _day(raw: Any) -> Any:
    try:
        read = date.fromisoformat(raw)
    except (TypeError, ValueError):
        return Unreadable(shown(raw))
    return read if read.isoformat() == raw else Unreadable(shown(raw))


@functools.lru_cache(maxsize=4096)
def _instant(raw: Any) -> Any:
    try:
        read = datetime.fromisoformat(raw)
    except (TypeError, ValueError):
        return Unreadable(shown(raw))
    return read.replace(tzinfo=UTC) if str(read) == raw else Unreadable(shown(raw))


def _json(raw: Any) -> Any:
    try:
        read = json.loads(raw)
        if raw in (json.dumps(read), json.dumps(read, ensure_ascii=False)) or raw == _compact(read):
            return read
    except (TypeError, ValueError, RecursionError):
        pass
    return Unreadable(shown(raw))


def _compact(read: Any) -> str:
    return orjson.dumps(read).decode()


def _parsed(raw: Any) -> Any:
    return json.loads(raw) if isinstance(raw, str) else raw


def _as_is(raw: Any) -> Any:
    return raw


_OF_SQLITE: dict[str, Callable[[Any], Any]] = {
    "json": _json, "instant": _instant, "day": _day, "flag": _flag, "text": _text, "number": _number,
}  # fmt: skip
_OF_POSTGRESQL: dict[str, Callable[[Any], Any]] = dict.fromkeys(_OF_SQLITE, _as_is) | {"json": _parsed}


def shown(raw: Any) -> str:
    """A stored value as a finding can name it."""
    text = raw.decode("utf-8", "backslashreplace") if isinstance(raw, bytes) else str(raw)
    text = text if len(text) <= 60 else text[:59] + "…"
    return text.encode("utf-8", "backslashreplace").decode().replace("\x00", "\\x00")


def columns(model: type[models.Model]) -> str:
    """The columns of a model for a SELECT; on SQLite as expressions, so that no value is converted on its way."""
    quote, plus = connection.ops.quote_name, "+" if connection.vendor == "sqlite" else ""
    return ", ".join(f"{plus}{quote(str(field.column))}" for field in model._meta.concrete_fields)


def rows(model: type[models.Model], where: str = "TRUE") -> Iterator[Any]:
    """The rows of a model that meet a condition, in the order of their ids, a chunk at a time."""
    table = connection.ops.quote_name(model._meta.db_table)
    after = "TRUE"
    while True:
        sql = f"SELECT {columns(model)} FROM {table} WHERE ({where}) AND {after} ORDER BY id LIMIT {CHUNK}"  # nosec B608 - our own names
        found = fetch(model, sql)
        yield from found
        if len(found) < CHUNK:
            return
        after = f"id > {found[-1].id}"


def fetch(model: type[models.Model], sql: str, params: tuple[Any, ...] = ()) -> list[Any]:
    """The rows of a SELECT of a model's columns."""
    make, readers = shape(model)._make, _readers(model, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return [
            make([read(raw) for read, raw in zip(readers, row, strict=True)]) for row in cursor.fetchall()
        ]


def unreadable(row: Any) -> Iterator[tuple[str, str]]:
    """The columns of a row that hold none of their values, with what they hold."""
    for name, value in zip(row._fields, row, strict=True):
        if isinstance(value, Unreadable):
            yield name, value.raw


def is_readable(row: Any) -> bool:
    """Whether every column of a row holds one of its values."""
    return Unreadable not in map(type, row)


def last_number(table: str) -> int:
    """The highest number that a table has given to a row."""
    if connection.vendor == "sqlite":
        sql = f"SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = '{table}'"  # nosec B608 - our own names
    else:
        sql = f'SELECT last_value FROM "{table}_id_seq"'  # nosec B608 - our own names
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])


def ask(cursor: Any, sql: str) -> list[str]:
    """Run a query so that its values come as they are stored, and give the names of its columns.

    The database's driver turns days and instants of SQLite's columns into values on their way and breaks off at one
    that is none; a column that was computed, be it by a plus sign, it hands over as it is.
    """
    is_query = sql.lstrip().upper().startswith(("SELECT", "WITH"))
    if connection.vendor == "sqlite" and is_query:
        cursor.execute(f"SELECT * FROM ({sql}) LIMIT 0")  # nosec B608 - our own queries
        names = [str(column[0]) for column in cursor.description]
        places = ", ".join(f"c{at}" for at in range(len(names)))
        values = ", ".join(f"+c{at}" for at in range(len(names)))
        cursor.execute(f"WITH asked({places}) AS ({sql}) SELECT {values} FROM asked")  # nosec B608 - our own queries
        return names
    cursor.execute(sql)
    return [str(column[0]) for column in cursor.description]
