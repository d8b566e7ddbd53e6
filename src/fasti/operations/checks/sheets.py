"""The record read through once, act by act: an act with its effects, relations, tasks, attachments, personal fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models

from fasti.acts import record
from fasti.acts.models import Act, Attachment, Effect, PersonalField, Relation, Task
from fasti.effects import kinds
from fasti.operations.checks import stored
from fasti.subjects import identities

BATCH = 1_000
"""Acts read at a time; only what these need is in memory."""


class Codes(record.Codes):
    """Codes of what is there; what is not is named by its number."""

    def of(self, name: str, id: int | None) -> str:
        """The code; empty for None."""
        return "" if id is None else self._known.get((name, id), f"?{id}")


@dataclass(slots=True)
class Sheet:
    """An act as it is stored. Rows have the attributes of the models; what belongs to it is in order."""

    act: Any
    code: str
    codes: Codes
    """Knows everything the act and what belongs to it name."""
    effects: list[Any] = field(default_factory=list)
    relations: list[Any] = field(default_factory=list)
    tasks: list[Any] = field(default_factory=list)
    attachments: list[Any] = field(default_factory=list)
    personal: list[Any] = field(default_factory=list)
    is_readable: bool = True
    """Every value of the act and of all that belongs to it is one of its column's."""
    known: list[Any] = field(default_factory=list)
    """The effects that are readable, of a known kind, and no VOID."""

    def __post_init__(self) -> None:
        self.is_readable = all(map(stored.is_readable, self.rows))
        self.known = [
            each
            for each in self.effects
            if each.kind in kinds.KINDS
            and each.kind != "VOID"
            and (self.is_readable or stored.is_readable(each))
        ]

    @property
    def rows(self) -> Iterator[Any]:
        """The act and all that belongs to it."""
        yield self.act
        for part in (self.effects, self.relations, self.tasks, self.attachments, self.personal):
            yield from part


def read() -> Iterator[Sheet]:
    """Every act in the order of the record."""
    batch: list[Any] = []
    for act in stored.rows(Act):
        batch.append(act)
        if len(batch) == BATCH:
            yield from _sheets(batch)
            batch = []
    yield from _sheets(batch)


def _sheets(acts: list[Any]) -> Iterable[Sheet]:
    if not acts:
        return
    between = (acts[0].id, acts[-1].id)
    effects = _by_act(Effect, "ordinal", between)
    parts = {
        "effects": effects,
        "relations": _by_act(Relation, "id", between),
        "tasks": _by_act(Task, "ordinal", between),
        "attachments": _by_act(Attachment, "ordinal", between),
        "personal": _personal(effects, between),
    }
    codes = _codes(acts, parts)
    for act in acts:
        own = {name: found.get(act.id, []) for name, found in parts.items()}
        yield Sheet(
            act,
            codes.of("act", act.id),
            codes,
            effects=own["effects"],
            relations=own["relations"],
            tasks=own["tasks"],
            attachments=own["attachments"],
            personal=own["personal"],
        )


def _codes(acts: list[Any], parts: dict[str, dict[int, list[Any]]]) -> Codes:
    """The codes of all that a batch of acts names."""
    named: dict[type[models.Model], set[int]] = defaultdict(set)
    for row in (*acts, *(row for found in parts.values() for rows in found.values() for row in rows)):
        for name, target in _references(type(row).__name__):
            value = getattr(row, name)
            if isinstance(value, int):
                named[target].add(value)
    codes = Codes()
    for name, model in identities.TABLES.items():
        codes.learn(name, codes_of(name, named[model]))
    codes.learn("act", act_codes(named[Act] | {act.id for act in acts}))
    own = {each.id: each for rows in parts["effects"].values() for each in rows}
    codes.learn("effect", effect_codes(named[Effect] | set(own)))
    return codes


def _references(name: str) -> list[tuple[str, type[models.Model]]]:
    model: Any = {each.__name__: each for each in (Act, Effect, Relation, Task, Attachment, PersonalField)}[
        name
    ]
    return [
        (each.attname, each.related_model)
        for each in model._meta.concrete_fields
        if isinstance(each, models.ForeignKey)
    ]


def acts_of(effects: set[int]) -> Iterator[tuple[int, int]]:
    """Effects with their acts."""
    return ((effect, act) for effect, act in _read("SELECT id, act_id FROM effect", effects))


def codes_of(name: str, ids: set[int]) -> dict[int, str]:
    """The codes of acts, units, persons or posts."""
    if name == "act":
        return act_codes(ids)
    table = identities.TABLES[name]._meta.db_table
    return {id: text(code) for id, code in _read(f'SELECT id, code FROM "{table}"', ids)}  # nosec B608 - our own names


def act_codes(ids: set[int]) -> dict[int, str]:
    """The codes of acts: issuer, series and number."""
    sql = "SELECT a.id, u.code, a.series, a.number FROM act a LEFT JOIN unit u ON u.id = a.issuer_id"
    return {
        id: f"{text(unit)}:{text(series)}:{number}" for id, unit, series, number in _read(sql, ids, "a.id")
    }


def effect_codes(ids: set[int]) -> dict[int, str]:
    """The codes of effects: that of the act, and the place."""
    sql = (
        "SELECT e.id, u.code, a.series, a.number, e.ordinal FROM effect e"
        " LEFT JOIN act a ON a.id = e.act_id LEFT JOIN unit u ON u.id = a.issuer_id"
    )
    return {
        id: f"{text(unit)}:{text(series)}:{number}#{ordinal}"
        for id, unit, series, number, ordinal in _read(sql, ids, "e.id")
    }


def text(value: Any) -> str:
    """A stored text, its bytes visible where they are no text; a question mark for what is not there."""
    return "?" if value is None else stored.shown(value) if stored.has_halves(str(value)) else str(value)


def _read(sql: str, ids: set[int], column: str = "id") -> Iterator[tuple[Any, ...]]:
    listed = sorted(ids)
    for start in range(0, len(listed), stored.CHUNK):
        numbers = ", ".join(map(str, listed[start : start + stored.CHUNK]))
        with connection.cursor() as cursor:
            cursor.execute(f"{sql} WHERE {column} IN ({numbers})")
            yield from cursor.fetchall()


def _by_act(model: type[models.Model], order: str, between: tuple[int, int]) -> dict[int, list[Any]]:
    sql = (
        f'SELECT {stored.columns(model)} FROM "{model._meta.db_table}" WHERE act_id BETWEEN %s AND %s'  # nosec B608 - our own names
        f" ORDER BY act_id, {order}"
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for row in stored.fetch(model, sql, between):
        found[row.act_id].append(row)
    return found


def _personal(effects: dict[int, list[Any]], between: tuple[int, int]) -> dict[int, list[Any]]:
    """The personal fields by act."""
    sql = (
        f"SELECT {stored.columns(PersonalField)} FROM personal_field WHERE effect_id IN"  # nosec B608 - our own names
        " (SELECT id FROM effect WHERE act_id BETWEEN %s AND %s) ORDER BY id"
    )
    acts = {effect.id: act for act, of_act in effects.items() for effect in of_act}
    found: dict[int, list[Any]] = defaultdict(list)
    for row in stored.fetch(PersonalField, sql, between):
        found[acts[row.effect_id]].append(row)
    return found
