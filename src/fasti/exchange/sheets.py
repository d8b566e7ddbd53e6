"""A register as tables: one definition of the sheets and their columns, for import, export and templates.

Every row belongs to an act, because nothing changes without one. A kind of effect is a dataclass of `effects`, and its
columns are read from there: a new kind has its columns at once. Four kinds have sheets of their own, where most of
a register stands (units, posts, people, holders); any kind may stand in the sheet of effects.
"""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from fasti import charter, words
from fasti.effects import kinds, reading

OWN = {"units": "FOUND", "posts": "ESTABLISH_POST", "people": "ADMIT", "holders": "APPOINT"}
"""Sheets of a single kind of effect, in the order in which their rows stand in an act."""
SPACED = {"title", "text", "evidence"}
"""Free texts of which every space and line is kept; other cells are trimmed."""
SEALED = {"document_number": "document_hash"}
"""Fields of which only a hash is recorded, and the field that an export fills instead."""
_GROUPS = {"form": "sanction", "return_form": "form"}
"""Fields of effects whose values stand in the pack under another name than the field's own."""
_NAMES = {"name", "names"}
_WHOLE = {
    "computed",
    "declared",
    "remarks",
    "narrative",
    "proposals",
    "reasons",
    "included",
    "missing",
    "consolidated",
    "lacking",
    "differences",
    "points",
    "evidence",
    "excluded",
}
"""Parts of a return or of a score, full of figures and sentences: in one cell each, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its key for machines, and how a cell of it is read and written."""

    key: str
    """E.g. `signed_on`; of a name by language `name.vi`."""
    type: str = "text"
    """text, code, choice, day, whole, list, map or json."""
    group: str = ""
    """For a choice: the group of words of the pack, `effect`, `language`, or `literal:` and the values."""
    is_required: bool = False
    is_shown: bool = False
    """Only for the reader of an export; import passes over it."""

    @property
    def field(self) -> str:
        """The field of the draft it fills: `name.vi` is part of `name`."""
        return self.key.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its columns, and what its rows are in an act."""

    key: str
    slot: str
    """acts, effects, relations, tasks, texts or attachments."""
    columns: tuple[Column, ...]
    kind: str = ""
    """The kind of effect of all its rows; empty where a column says it."""

    def column(self, key: str) -> Column | None:
        """The column of that key; a name in any language has one wherever names have."""
        for each in self.columns:
            if each.key == key or ("." in key and "." in each.key and each.field == key.partition(".")[0]):
                return each if each.key == key else dataclasses.replace(each, key=key)
        return None


_ACT = Column(key="act", type="code", is_required=True)
_ORDER = Column(key="order", type="whole")


def of(pack: charter.Pack) -> dict[str, Sheet]:
    """The sheets for a body with this rule book, by key, in their order in a workbook."""
    found = [
        Sheet(key="acts", slot="acts", columns=_acts(pack)),
        *(
            Sheet(key=key, slot="effects", columns=(_ACT, _ORDER, *fields(kind, pack)), kind=kind)
            for key, kind in OWN.items()
        ),
        Sheet(key="effects", slot="effects", columns=_effects(pack)),
        Sheet(
            key="relations",
            slot="relations",
            columns=(
                _ACT,
                Column(key="relation", type="choice", group="relation", is_required=True),
                Column(key="target", type="code", is_required=True),
                Column(key="effects", type="list"),
            ),
        ),
        Sheet(key="tasks", slot="tasks", columns=_tasks()),
        Sheet(key="texts", slot="texts", columns=(_ACT, _ORDER, Column(key="text", is_required=True))),
        Sheet(
            key="attachments",
            slot="attachments",
            columns=(_ACT, _ORDER, Column(key="path", is_required=True)),
        ),
    ]
    return {sheet.key: sheet for sheet in found}


def _acts(pack: charter.Pack) -> tuple[Column, ...]:
    return (
        _ACT,
        Column(key="issuer", type="code", is_required=True),
        Column(key="type", type="choice", group="act_type", is_required=True),
        Column(key="number", type="whole"),
        Column(key="symbol", is_shown=True),
        Column(key="title", is_required=True),
        Column(key="signed_on", type="day", is_required=True),
        Column(key="in_force_on", type="day"),
        Column(key="signer", type="code"),
        Column(key="signer_post", type="code"),
        Column(key="capacity", type="choice", group="capacity"),
        Column(key="language", type="choice", group="language"),
        _classes(pack),
        Column(key="form", type="choice", group="form"),
        Column(key="period"),
        Column(key="text"),
    )


def _classes(pack: charter.Pack) -> Column:
    """A choice where the rule book has names for its classes of confidentiality, else a text."""
    if pack.names("class", pack.languages[0]):
        return Column(key="confidentiality", type="choice", group="class")
    return Column(key="confidentiality")


def _tasks() -> tuple[Column, ...]:
    return (
        _ACT,
        _ORDER,
        Column(key="text", is_required=True),
        Column(key="unit", type="code", is_required=True),
        Column(key="group"),
        Column(key="level", type="choice", group="level"),
        Column(key="responsible", type="code"),
        Column(key="due_on", type="day"),
        Column(key="evidence"),
    )


def _effects(pack: charter.Pack) -> tuple[Column, ...]:
    """The columns of all kinds together; those of kinds without a sheet of their own come first."""
    found: dict[str, Column] = {}
    for kind in sorted(effect_kinds(), key=lambda name: name in OWN.values()):
        for column in fields(kind, pack):
            found.setdefault(column.key, dataclasses.replace(column, is_required=False))
    which = Column(key="kind", type="choice", group="effect", is_required=True)
    day = found.pop("on")
    return (_ACT, _ORDER, which, day, *found.values())


def effect_kinds() -> tuple[str, ...]:
    """The kinds of effect a draft may write: what undoes an effect comes from a relation between acts."""
    return tuple(kind for kind in kinds.KINDS if kind != "VOID")


_FIELDS: dict[tuple[str, str, str], tuple[Column, ...]] = {}


def fields(kind: str, pack: charter.Pack) -> tuple[Column, ...]:
    """The columns of one kind of effect, from its dataclass."""
    slot = (kind, pack.id, pack.version)
    if slot not in _FIELDS:
        _FIELDS[slot] = tuple(_columns(kind, pack))
    return _FIELDS[slot]


@functools.cache
def hints(kind: str) -> Mapping[str, Any]:
    """The types of a kind's fields."""
    return {
        name: hint
        for name, hint in typing.get_type_hints(kinds.KINDS[kind]).items()
        if typing.get_origin(hint) is not typing.ClassVar and hint is not typing.ClassVar
    }


def _columns(kind: str, pack: charter.Pack) -> Iterable[Column]:
    for field in dataclasses.fields(kinds.KINDS[kind]):
        if field.name in reading.SET_AT_ISSUING:
            continue
        is_required = reading.default_of(field) is dataclasses.MISSING and field.name != "on"
        if field.name in _NAMES and typing.get_origin(hints(kind)[field.name]) is dict:
            # One language of several is enough; which ones, the rule book says when the act is examined.
            for lang in dict.fromkeys([*pack.languages, *words.LANGUAGES]):
                yield Column(key=f"{field.name}.{lang}")
            continue
        type, group = _type(field.name, hints(kind)[field.name], pack)
        yield Column(key=field.name, type=type, group=group, is_required=is_required)


def _type(name: str, hint: Any, pack: charter.Pack) -> tuple[str, str]:
    if hint in (date, date | None):
        return "day", ""
    if hint is int:
        return "whole", ""
    if name in _WHOLE:
        return "json", ""
    origin = typing.get_origin(hint)
    if origin is Literal:
        return "choice", "literal:" + " ".join(filter(None, typing.get_args(hint)))
    if origin is list and typing.get_args(hint) == (str,):
        return "list", ""
    if origin is dict and typing.get_args(hint)[1] in (str, int, list[str]):
        return "map", ""
    if hint is not str:
        return "json", ""
    if name in reading.SUBJECTS or name in SEALED:
        return "code", ""
    group = _GROUPS.get(name, name)
    is_listed = group == "stage" or pack.names(group, pack.languages[0])
    return ("choice", group) if is_listed else ("text", "")
