"""A draft as written, read into fields: presence and shape are checked here, and every mistake is a finding. Pure."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.acts.texts import readable
from fasti.dates import periods, spans

_TEXTS = (
    "issuer",
    "type",
    "title",
    "text",
    "language",
    "signer",
    "signer_post",
    "capacity",
    "confidentiality",
    "form",
    "period",
)
_REQUIRED = ("issuer", "type", "title", "signed_on")
_LISTS = ("relations", "effects", "tasks", "attachments")
_LONGEST = {"confidentiality": 16, "tasks.group": 64}
_HIGHEST_NUMBER = 999_999_999
_FIELDS = {*_TEXTS, *_LISTS, "label", "signed_on", "in_force_on", "number"}
_LABEL = re.compile("[a-z0-9][a-z0-9_-]{0,31}")


@dataclass(frozen=True, kw_only=True)
class WrittenRelation:
    """How a draft stands to another act."""

    kind: str
    act: str
    """Code of the act, or `@` and the label of a draft issued together with this one."""
    effects: tuple[int, ...] = ()
    """Places of the effects that are corrected or amended, from 1."""


@dataclass(frozen=True, kw_only=True)
class WrittenTask:
    """A task of a draft; unit and person are codes."""

    text: str
    unit: str
    group: str = ""
    level: str = ""
    responsible: str = ""
    due_on: date | None = None
    evidence: str = ""


@dataclass(frozen=True, kw_only=True)
class WrittenFile:
    """A file of a draft: one of the machine it is issued on, by its path, or one taken in before, by its key."""

    path: str = ""
    upload: str = ""
    filename: str = ""
    """What a file taken in is called."""

    @property
    def name(self) -> str:
        """What findings call it."""
        return self.path or self.filename or self.upload


@dataclass(frozen=True, kw_only=True)
class WrittenAct:
    """A draft with its fields read. Units, persons, posts and acts are codes; effects are still as written."""

    label: str = ""
    """A name for other drafts of the same plan to refer to; not recorded."""
    issuer: str = ""
    type: str = ""
    title: str = ""
    text: str = ""
    language: str = ""
    signed_on: date = date.min
    in_force_on: date = date.min
    signer: str = ""
    signer_post: str = ""
    capacity: str = ""
    confidentiality: str = "normal"
    form: str = ""
    period: str = ""
    number: int | None = None
    relations: Sequence[WrittenRelation] = ()
    effects: Sequence[Any] = ()
    tasks: Sequence[WrittenTask] = ()
    attachments: Sequence[WrittenFile] = field(default=())


def read(raw: Any) -> tuple[WrittenAct, list[Finding]]:
    """The draft's fields and everything wrong with their shape."""
    if not isinstance(raw, Mapping):
        return WrittenAct(), [Finding("wrong-type", {"field": "act", "value": readable(raw)})]
    findings = texts.check(raw)
    findings += [Finding("unexpected-field", {"field": readable(key)}) for key in raw if key not in _FIELDS]
    findings += [Finding("missing-field", {"field": key}) for key in _REQUIRED if is_empty(raw.get(key))]
    values: dict[str, Any] = {}
    for name in _TEXTS:
        if not is_empty(raw.get(name)):
            values[name] = _text(name, raw[name], findings)
    for name in ("signed_on", "in_force_on"):
        if not is_empty(raw.get(name)):
            values[name] = _day(name, raw[name], findings)
    values.setdefault("in_force_on", values.get("signed_on", date.min))
    lists = {name: _list(name, raw.get(name), findings) for name in _LISTS}
    if not is_empty(raw.get("label")):
        values["label"] = _label(raw["label"], findings)
    if raw.get("number") is not None:
        values["number"] = _number(raw["number"], findings)
    if values.get("period"):
        _check_period(values["period"], findings)
    return (
        WrittenAct(
            **values,
            relations=_joined(_relation(each, findings) for each in lists["relations"]),
            effects=lists["effects"],
            tasks=[_task(each, at, findings) for at, each in enumerate(lists["tasks"], 1)],
            attachments=[_attachment(each, findings) for each in lists["attachments"]],
        ),
        findings,
    )


_NOT_GIVEN: dict[str, Any] = {
    field.name: field.default
    for field in dataclasses.fields(WrittenAct)
    if field.default is not dataclasses.MISSING
}
_EVERYDAY = {"issuer", "type", "title", "text", "language", "signer", "signer_post"}
_DAYS = ("signed_on", "in_force_on")


def read_plain(raw: Any, *, is_clean: bool = False) -> WrittenAct | None:
    """The draft, much faster than `read`; None for all that is not of an everyday shape, right or wrong.

    `is_clean`: it is known that all its texts can be kept.
    """
    if type(raw) is not dict or not (is_clean or texts.is_clean(raw)):
        return None
    values = {**_NOT_GIVEN, "relations": [], "effects": [], "tasks": [], "attachments": []}
    findings: list[Finding] = []
    for key, value in raw.items():
        if key in _EVERYDAY:
            if type(value) is not str or not value or value.isspace():
                return None
            values[key] = value
        elif key in _DAYS:
            values[key] = _day(key, value, findings)
        elif key == "effects" and type(value) is list:
            values[key] = value
        elif key == "relations" and type(value) is list:
            values[key] = _joined(_relation(each, findings) for each in value)
        elif key == "tasks" and type(value) is list:
            values[key] = [_task(each, at, findings) for at, each in enumerate(value, 1)]
        else:
            return None
    if findings or not all(key in raw for key in _REQUIRED):
        return None
    if "in_force_on" not in raw:
        values["in_force_on"] = values["signed_on"]
    # The values one by one through the door of a frozen class would take a third of all the reading.
    act = object.__new__(WrittenAct)
    vars(act).update(values)
    return act


def _text(name: str, value: Any, findings: list[Finding]) -> str:
    if not isinstance(value, str):
        findings.append(Finding("wrong-type", {"field": name, "value": readable(value)}))
        return ""
    if name in _LONGEST:
        findings.extend(texts.longer(name, value, _LONGEST[name]))
    return value


def is_empty(value: Any) -> bool:
    """Nothing, or a text of nothing but spaces."""
    return value is None or (isinstance(value, str) and not value.strip())


def _day(name: str, value: Any, findings: list[Finding]) -> date:
    try:
        return spans.parse_day(str(value))
    except spans.MalformedDay:
        findings.append(Finding("malformed-day", {"field": name, "value": readable(value)}))
        return date.min


def _list(name: str, value: Any, findings: list[Finding]) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        findings.append(Finding("wrong-type", {"field": name, "value": readable(value)}))
        return []
    return list(value)


def _number(value: Any, findings: list[Finding]) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _HIGHEST_NUMBER:
        return value
    findings.append(Finding("wrong-type", {"field": "number", "value": readable(value)}))
    return None


def _check_period(text: str, findings: list[Finding]) -> None:
    try:
        periods.Period.parse(text)
    except periods.MalformedPeriod:
        findings.append(Finding("period-malformed", {"value": text}))


def _label(value: Any, findings: list[Finding]) -> str:
    if isinstance(value, str) and _LABEL.fullmatch(value):
        return value
    findings.append(Finding("malformed-code", {"field": "label", "value": readable(value), "limit": 32}))
    return ""


def _relation(raw: Any, findings: list[Finding]) -> WrittenRelation:
    if not isinstance(raw, Mapping):
        findings.append(Finding("wrong-type", {"field": "relations", "value": readable(raw)}))
        return WrittenRelation(kind="", act="")
    for name in ("kind", "act"):
        if not raw.get(name):
            findings.append(Finding("missing-field", {"field": f"relations.{name}"}))
    for name in raw:
        if name not in WrittenRelation.__dataclass_fields__:
            findings.append(Finding("unexpected-field", {"field": f"relations.{readable(name)}"}))
    return WrittenRelation(
        kind=str(raw.get("kind", "")),
        act=str(raw.get("act", "")),
        effects=_places(raw.get("effects"), findings),
    )


def _joined(relations: Iterable[WrittenRelation]) -> list[WrittenRelation]:
    """Relations of one kind to one act as one, with all the effects they name."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for each in relations:
        key = (each.kind, each.act)
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), *each.effects)))
    return [WrittenRelation(kind=kind, act=act, effects=places) for (kind, act), places in found.items()]


def _places(raw: Any, findings: list[Finding]) -> tuple[int, ...]:
    """Places of effects, each once."""
    if raw is None:
        return ()
    places = raw if isinstance(raw, list) else [raw]
    for each in places:
        if not isinstance(each, int) or isinstance(each, bool) or not 0 < each <= _HIGHEST_NUMBER:
            findings.append(Finding("wrong-type", {"field": "relations.effects", "value": readable(each)}))
            return ()
    return tuple(dict.fromkeys(places))


def _task(raw: Any, ordinal: int, findings: list[Finding]) -> WrittenTask:
    if not isinstance(raw, Mapping):
        findings.append(Finding("wrong-type", {"field": "tasks", "value": readable(raw)}))
        return WrittenTask(text="", unit="")
    for name in raw:
        if name not in WrittenTask.__dataclass_fields__:
            findings.append(Finding("unexpected-field", {"field": f"tasks.{readable(name)}"}))
    if is_empty(raw.get("text")):
        findings.append(Finding("missing-field", {"field": "tasks.text"}))
    if is_empty(raw.get("unit")):
        findings.append(Finding("task-without-unit", {"number": ordinal}))
    texts = {
        name: _text(f"tasks.{name}", raw[name], findings)
        for name in ("text", "unit", "group", "level", "responsible", "evidence")
        if not is_empty(raw.get(name))
    }
    due = None if is_empty(raw.get("due_on")) else _day("tasks.due_on", raw["due_on"], findings)
    return WrittenTask(**{"text": "", "unit": "", **texts}, due_on=due)


def _attachment(raw: Any, findings: list[Finding]) -> WrittenFile:
    given = raw if isinstance(raw, Mapping) else {"path": raw}
    for name in given:
        if name not in WrittenFile.__dataclass_fields__:
            findings.append(Finding("unexpected-field", {"field": f"attachments.{readable(name)}"}))
    known = {name: given[name] for name in WrittenFile.__dataclass_fields__ if name in given}
    if not all(isinstance(value, str) for value in known.values()) or ("path" in known) == (
        "upload" in known
    ):
        findings.append(Finding("wrong-type", {"field": "attachments", "value": readable(raw)}))
        return WrittenFile()
    return WrittenFile(**known)
