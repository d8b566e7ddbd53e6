"""Storage: the database is sound in itself, keeps its guards, and every stored value can be read."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from fasti.access import factors
from fasti.acts.models import Attachment, Draft, PersonalField, Relation, Task
from fasti.acts.models import Body as BodyRow
from fasti.operations import upgrade_body
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.sheets import Sheet
from fasti.operations.checks.table import Found, Group, of_act
from fasti.subjects.models import Person, Post, Unit

group = Group("storage", __name__)
GUARDED = ("act", "effect", "relation", "task", "attachment")
"""Tables that the database lets nobody change or delete from."""


@group.whole(
    "database-unsound", "The database's own examination finds tables and indexes in order.", remedy="restore"
)
def database_unsound(body: Body) -> Iterable[Found]:
    if connection.vendor == "sqlite":
        told = [row[0] for row in body.values("PRAGMA integrity_check(20)") if row[0] != "ok"]
    else:
        told = [
            row[0]
            for row in body.values(
                "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                " WHERE NOT (i.indisvalid AND i.indisready)"
                " UNION ALL SELECT conname FROM pg_constraint WHERE NOT convalidated"
            )
        ]
    for each in told:
        yield Found(args={"value": stored.shown(each)})


@group.whole(
    "shape-outdated", "The tables have the shape this version of Fasti works with.", remedy="migrate"
)
def shape_outdated(body: Body) -> Iterable[Found]:
    for change in upgrade_body.missing():
        yield Found(args={"value": change})


@group.whole(
    "guard-missing", "The database refuses to change or delete acts, effects, relations, tasks, attachments.",
    remedy="guard",
)  # fmt: skip
def guard_missing(body: Body) -> Iterable[Found]:
    if connection.vendor == "sqlite":
        sql = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        sql = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    there = {row[0] for row in body.values(sql)}
    for table in GUARDED:
        for verb in ("update", "delete"):
            if f"{table}_no_{verb}" not in there:
                yield Found(args={"value": f"{table}_no_{verb}"})


@group.whole("body-row-wrong", "One row says which body this database is the record of.", remedy="restore")
def body_row_wrong(body: Body) -> Iterable[Found]:
    ids = [row[0] for row in body.values("SELECT id FROM body")]
    if ids != [1]:
        yield Found(args={"value": ", ".join(map(str, ids)) or "-"})


@group.whole("pack-unknown", "The rule book the body is kept by can be read.", remedy="pack")
def pack_unknown(body: Body) -> Iterable[Found]:
    if body.pack is None:
        for (pack,) in body.values("SELECT pack FROM body"):
            yield Found(args={"value": stored.shown(pack)})


@group.whole(
    "last-recorded-differs", "The body's last instant of recording is that of its last act.", remedy="restore"
)
def last_recorded_differs(body: Body) -> Iterable[Found]:
    sql = (
        "SELECT b.last_recorded_at, (SELECT MAX(recorded_at) FROM act) FROM body b"
        " WHERE COALESCE(CAST(b.last_recorded_at AS TEXT), '') <>"
        " COALESCE(CAST((SELECT MAX(recorded_at) FROM act) AS TEXT), '')"
    )
    cast = "CAST(b.last_recorded_at AS TEXT), CAST((SELECT MAX(recorded_at) FROM act) AS TEXT)"
    for kept, last in body.values(
        sql.replace("b.last_recorded_at, (SELECT MAX(recorded_at) FROM act)", cast, 1)
    ):
        yield Found(args={"value": stored.shown(kept), "other": stored.shown(last)})


@group.whole(
    "factor-closed", "Apps and recovery codes of all accounts are sealed with the key of this installation.",
    remedy="key", severity="notice",
)  # fmt: skip
def factor_closed(body: Body) -> Iterable[Found]:
    for name in factors.closed():
        yield Found(args={"value": stored.shown(name)})


@group.each(
    "act-unreadable",
    "Every value of an act and of what belongs to it can be read.",
    remedy="restore",
    says="unreadable",
)
def act_unreadable(sheet: Sheet, body: Body) -> Iterable[Found]:
    for row in sheet.rows if not sheet.is_readable else ():
        for name, raw in stored.unreadable(row):
            yield of_act(sheet.act.id, field=f"{type(row).__name__}.{name}", value=raw)


@group.whole(
    "value-unreadable", "Every value of units, persons, posts, drafts and of the body's row can be read.",
    remedy="restore", says="unreadable",
)  # fmt: skip
def value_unreadable(body: Body) -> Iterable[Found]:
    for model in (Unit, Person, Post, Draft, BodyRow):
        for row in stored.rows(model):
            for name, raw in stored.unreadable(row):
                yield Found(args={"field": f"{model.__name__}.{name}", "number": row.id, "value": raw})


@group.whole(
    "row-number-wrong", "Relations, tasks, attachments and personal fields are numbered in the order of recording.",
    remedy="restore", says="row-number",
)  # fmt: skip
def row_number_wrong(body: Body) -> Iterable[Found]:
    for model in (Relation, Task, Attachment):
        order = "act_id, id" if model is Relation else "act_id, ordinal"
        yield from _out_of_order(
            body,
            f'SELECT id, act_id FROM "{model._meta.db_table}" ORDER BY {order}',  # nosec B608 - our own names
            "act",
        )
    yield from _out_of_order(
        body, "SELECT id, effect_id FROM personal_field ORDER BY effect_id, field, id", "effect"
    )
    for each in (Relation, Task, Attachment, PersonalField):
        yield from _beyond(body, each._meta.db_table)


def _out_of_order(body: Body, sql: str, owner: str) -> Iterable[Found]:
    """Rows whose number is not between those of their neighbours."""
    found = body.values(sql)
    numbers = [0, *(id for id, _ in found), 2**63]
    for at, (id, of) in enumerate(found, 1):
        if not numbers[at - 1] < id:
            yield Found(**{owner: of}, args={"number": id})
        if not id < numbers[at + 1] and numbers[at - 1] < numbers[at + 1]:
            yield Found(**{owner: of}, args={"number": id})


def _beyond(body: Body, table: str) -> Iterable[Found]:
    """Rows with a number that the table never gave."""
    owner = "effect" if table == "personal_field" else "act"
    given = stored.last_number(table)
    yield from body.query(f'SELECT id AS number, {owner}_id AS {owner} FROM "{table}" WHERE id > {given}')  # nosec B608
