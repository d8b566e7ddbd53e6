"""The register: every row is the one that the fold of the record yields; what is derived from it keeps up."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow as pa
from django.db import DatabaseError

from fasti.acts import search
from fasti.effects import parts, store
from fasti.indicators import columns
from fasti.operations import index_units
from fasti.operations.checks import stored
from fasti.operations.checks.body import Body
from fasti.operations.checks.table import Found, Group, of_effect
from fasti.register import rows
from fasti.register.rows import TenureRow

group = Group("register", __name__)
MOST = 1_000
"""Differences of a line that are kept; of a register that is wholly wrong nobody reads more."""
_NAMES = {"predecessor": "unit"}
"""The kind of identity of a line's subject, where its field is called otherwise."""


def _comparison(body: Body) -> dict[str, list[Found]]:
    """What was found by the one fold of the record: by line, `fold` for what does not fit, `error` if it broke off."""
    if "fold" not in body.kept:
        found: dict[str, list[Found]] = {line: [] for line in (*rows.ROWS, "fold", "error")}
        try:
            for part in parts.parts(held=_holders):
                found["fold"] += [of_effect(each.effect, value=each.code) for each in part.findings][:MOST]
                if len(found[part.line]) < MOST:
                    found[part.line] += _differences(part)
        except Exception as error:  # A record that was tampered with may break the fold anywhere.
            found["error"].append(Found(args={"value": stored.shown(error) or type(error).__name__}))
        body.kept["fold"] = found
    kept: dict[str, list[Found]] = body.kept["fold"]
    return kept


def _differences(part: parts.Part) -> Iterator[Found]:
    """The rows of a part that the fold and the table do not share."""
    attributes = operator.attrgetter(*(_attribute(part.line, name) for name in rows.ROWS[part.line]._fields))
    there = [attributes(row) for row in _stored(part.line, part.first, part.beyond)]
    folded, kept = Counter(str(tuple(row)) for row in part.rows), Counter(str(row) for row in there)
    if folded == kept:
        return
    fields = rows.ROWS[part.line]._fields
    for found, others, state in (
        (map(tuple, part.rows), kept.copy(), "missing"),
        (there, folded.copy(), "extra"),
    ):
        for row in found:
            others[str(row)] -= 1
            if others[str(row)] < 0:
                named = dict(zip(fields, row, strict=True))
                subject = {_NAMES.get(fields[0], fields[0]): row[0]}
                day = named.get("starts_on", named.get("on"))
                yield of_effect(named["opened_by"], **subject, day=getattr(day, "raw", day), state=state)


def _stored(line: str, first: int, beyond: int) -> list[Any]:
    """The rows of a line of the register as they are stored, also those that cannot be read."""
    model, subject = store.TABLES[line], _attribute(line, rows.ROWS[line]._fields[0])
    where = f"{subject} >= {first} AND {subject} < {beyond}"
    if first == 1:
        where = f"{subject} < {beyond}"
    return list(stored.rows(model, where))


def _attribute(line: str, name: str) -> str:
    return next(
        field.attname
        for field in store.TABLES[line]._meta.concrete_fields
        if name in (field.name, field.attname)
    )


def _holders(first: int, beyond: int) -> Iterator[TenureRow]:
    """Who ever held posts, by the rows that can be read."""
    for row in stored.rows(store.TABLES["tenure"], f"post_id >= {first} AND post_id < {beyond}"):
        if stored.is_readable(row):
            yield TenureRow(*(getattr(row, _attribute("tenure", name)) for name in TenureRow._fields))


@group.whole("record-not-foldable", "The register can be folded from the record.", remedy="restore")
def record_not_foldable(body: Body) -> Iterable[Found]:
    return _comparison(body)["error"]


@group.whole(
    "effect-does-not-fit", "On every day, all effects that hold fit into one history.", remedy="correct"
)
def effect_does_not_fit(body: Body) -> Iterable[Found]:
    return _comparison(body)["fold"]


def _differs(line: str) -> Callable[[Body], Iterable[Found]]:
    return lambda body: _comparison(body)[line]


for _line, _what in (
    ("alias", "who stands for whom"), ("unit", "where units stand"), ("lineage", "where units went"),
    ("membership", "who is a member where"), ("establishment", "the seats of posts"), ("tenure", "who holds posts"),
    ("pool", "who is planned for posts"), ("topic", "who completed topics"), ("rating", "the grades of persons"),
    ("unit_rating", "the grades of units"), ("sanction", "the sanctions on persons"),
    ("unit_sanction", "the sanctions on units"), ("return", "the states of returns"),
    ("proposal", "the states of proposals"), ("score", "the points units are given"),
    ("practice", "good practices"), ("adoption", "who adopted practices"), ("wording", "wordings learned"),
    ("vacancy", "which seats are empty"),
):  # fmt: skip
    group.whole(
        f"register-{_line.replace('_', '-')}-differs",
        f"What the register says of {_what} is what the fold of the record yields, row for row.",
        remedy="rebuild",
        says="register-differs",
    )(_differs(_line))


@group.whole("register-row-number-wrong", "No row of the register bears a number that its table never gave.",
             remedy="rebuild", says="row-number")  # fmt: skip
def register_row_number_wrong(body: Body) -> Iterable[Found]:
    for model in store.TABLES.values():
        table = model._meta.db_table
        where = f"id < 1 OR id > {stored.last_number(table)}"
        yield from body.query(f'SELECT id AS number, opened_by_id AS effect FROM "{table}" WHERE {where}')  # nosec B608


@group.whole("columns-differ", "The column store, where it is up to date, holds what the database holds.",
             remedy="columns")  # fmt: skip
def columns_differ(body: Body) -> Iterable[Found]:
    kept = columns.kept()
    for table in kept.files if kept else ():
        try:
            if kept and columns.differs(kept, table):
                yield Found(args={"value": table})
        except (pa.ArrowException, DatabaseError, ValueError, OSError):
            yield Found(args={"value": table})


@group.whole("search-behind", "Every act can be found by the words in it.", remedy="index", severity="notice")
def search_behind(body: Body) -> Iterable[Found]:
    num = search.num_behind()
    if num:
        yield Found(args={"number": num})


@group.whole("unit-words-behind", "Every unit can be found by its names.", remedy="index", severity="notice")
def unit_words_behind(body: Body) -> Iterable[Found]:
    num = index_units.num_behind()
    if num:
        yield Found(args={"number": num})
