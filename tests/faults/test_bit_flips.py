"""A single changed bit anywhere in the record, the identities, the register or a file is found, and its act named.

Bits are changed behind the database's back: guards off, in the stored bytes. On SQLite whatever comes of it stays, be
it no text, no day, no JSON any more; PostgreSQL takes only values of a column's type, so there bits are changed in
how a value is written, and another place is taken when the database refuses. `FASTI_FLIPS` says how many are changed.

Left out are the numbers of register rows: nothing points to them and nothing is said by them, and a row that is folded
anew gets another one (docs/explanation/what-verify-proves.md).
"""

from __future__ import annotations

import os
import pathlib
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from fasti.acts import attachments
from fasti.acts.models import Act, Attachment, Body, Effect, PersonalField, Relation, Task
from fasti.effects import store
from fasti.operations import verify_record
from fasti.operations.checks import sheets, stored
from fasti.subjects.models import Person, Post, Unit
from tests import lived_in

pytestmark = [pytest.mark.django_db, pytest.mark.campaign]
NUM = int(os.environ.get("FASTI_FLIPS", "1000"))
WHOLE = 25
"""So many of the places are proved by every check; the others by the groups that look at stored values."""
SEED = 20261121
GROUPS = ("storage", "references", "record", "attachments", "identities", "register")
RECORD = {Act: "t.id", Effect: "t.act_id", Relation: "t.act_id", Task: "t.act_id", Attachment: "t.act_id"}
"""Tables of the record, and how a row says which act it belongs to."""
OF_EFFECT = "(SELECT e.act_id FROM effect e WHERE e.id = t.{column})"


@dataclass(frozen=True)
class Place:
    """A value of a row, or the content of a file (table `file`)."""

    table: str
    row: Any
    column: str
    kind: str
    act: int | None
    """The act it belongs to, None where it belongs to none alone."""


@pytest.fixture(scope="module")
def places(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[Place]]:
    with django_db_blocker.unblock(), transaction.atomic():
        lived_in.build()
        lived_in.unguard()
        if connection.vendor == "sqlite":
            lived_in.execute("PRAGMA ignore_check_constraints = ON")
        yield list(_places())
        if connection.vendor == "sqlite":
            lived_in.execute("PRAGMA ignore_check_constraints = OFF")
        transaction.set_rollback(True)


def _places() -> Iterator[Place]:
    for model, owner in RECORD.items():
        yield from _values(model, owner, left_out=())
    yield from _values(PersonalField, OF_EFFECT.format(column="effect_id"), left_out=())
    for model in (Unit, Person, Post, Body):
        yield from _values(model, "NULL", left_out=())
    for model in store.TABLES.values():
        yield from _values(model, OF_EFFECT.format(column="opened_by_id"), left_out=("id",))
    for file in Attachment.objects.all():
        yield Place("file", file.sha256, "", "file", file.act_id)


def _values(model: Any, owner: str, *, left_out: tuple[str, ...]) -> Iterator[Place]:
    table = model._meta.db_table
    for field in model._meta.concrete_fields:
        if field.column in left_out:
            continue
        kind = str(field.rel_db_type(connection) if field.is_relation else field.db_type(connection))
        empty = "" if "int" in kind or "date" in kind or "bool" in kind or "time" in kind else " <> ''"
        there = f'CAST(t."{field.column}" AS TEXT){empty}' if empty else f't."{field.column}" IS NOT NULL'
        for id, act in _rows(f'SELECT t.id, {owner} FROM "{table}" t WHERE {there}'):
            yield Place(table, id, str(field.column), kind, act)


def _rows(sql: str, *params: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params or None)
        return list(cursor.fetchall())


@pytest.mark.parametrize("only", [GROUPS, ()], ids=["by-their-groups", "by-every-check"])
def test_a_single_changed_bit_is_found(places: list[Place], only: tuple[str, ...]) -> None:
    chance = random.Random(SEED + len(only))
    by_table: dict[str, list[Place]] = {}
    for place in places:
        by_table.setdefault(place.table, []).append(place)
    flipped: Counter[str] = Counter()
    missed: list[str] = []
    while flipped.total() < (NUM if only else WHOLE):
        place = chance.choice(by_table[chance.choice(sorted(by_table))])
        with lived_in.undone():
            expected = _codes(place.act)
            how = _flip_file(place, chance) if place.table == "file" else _flip(place, chance)
            if how is None:
                continue
            flipped[place.table] += 1
            try:
                faults = verify_record.verify(only=only).faults
            finally:
                if place.table == "file":
                    _path(place).write_text(lived_in.FILE, encoding="utf-8")
            expected |= _codes(place.act)
            if not faults or (expected and not expected & {fault.act for fault in faults}):
                missed.append(f"{place} {how}: {[(fault.code, fault.act) for fault in faults]}")
    assert missed == []
    assert {fault.code for fault in verify_record.verify().faults} <= {"guard-missing"}
    assert set(flipped) == set(by_table) or flipped.total() < 500


def _codes(act: int | None) -> set[str]:
    """The act's code; a bit changed in its issuer, series or number changes the code, too."""
    with stored.as_stored():
        return set(sheets.act_codes({act}).values()) if act is not None else set()


def _flip(place: Place, chance: random.Random) -> str | None:
    """Change a bit of a stored value; None where the database refuses."""
    if connection.vendor == "sqlite":
        column = f'+t."{place.column}"' if "int" in place.kind else f'CAST(t."{place.column}" AS BLOB)'
        ((value,),) = _rows(f'SELECT {column} FROM "{place.table}" t WHERE t.id = {place.row}')
        changed = _of_number(value, chance) if isinstance(value, int) else _of_bytes(value, chance)
        target = "%s" if isinstance(changed, int) else "CAST(%s AS TEXT)"
    else:
        ((value,),) = _rows(
            f'SELECT t."{place.column}"::text FROM "{place.table}" t WHERE t.id = {place.row}'
        )
        raw = _of_bytes(value.encode(), chance)
        try:
            changed = raw.decode()
        except UnicodeDecodeError:
            return None
        target = f"%s::text::{_type(place)}"
    sql = f'UPDATE "{place.table}" SET "{place.column}" = {target} WHERE id = {place.row}'
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [changed])
            if connection.vendor == "postgresql":
                id = changed if place.column == "id" else place.row
                cursor.execute(
                    f'SELECT t."{place.column}"::text FROM "{place.table}" t WHERE t.id = %s', [id]
                )
                if cursor.fetchone()[0] == value:
                    return None
    except (DatabaseError, ValueError):
        return None
    return f"{value!r} -> {changed!r}"


def _type(place: Place) -> str:
    return {"bigserial": "bigint", "serial": "int"}.get(
        place.kind.split(" ")[0], place.kind.split(" GENERATED")[0]
    )


def _of_number(value: int, chance: random.Random) -> int:
    """A bit of the bytes in which SQLite keeps the number."""
    width = next(n for n in (1, 2, 3, 4, 6, 8) if -(1 << (8 * n - 1)) <= value < 1 << (8 * n - 1))
    raw = bytearray(value.to_bytes(width, "big", signed=True))
    return int.from_bytes(_of_bytes(bytes(raw), chance), "big", signed=True)


def _of_bytes(value: bytes, chance: random.Random) -> bytes:
    raw = bytearray(value)
    at = chance.randrange(len(raw) * 8)
    raw[at // 8] ^= 1 << at % 8
    return bytes(raw)


def _path(place: Place) -> pathlib.Path:
    return attachments.path(settings.HOME, place.row)


def _flip_file(place: Place, chance: random.Random) -> str | None:
    path = _path(place)
    path.write_bytes(_of_bytes(path.read_bytes(), chance))
    return "file"
