"""The record as rows of sheets: what the acts said, as they said it, so that it can be taken in again unchanged.

Acts come in the order in which they were recorded, each with its effects, relations and tasks. Effects that undo
earlier ones are not written: the relation that brought them brings them again. A number is written only where it was
given on paper; the others are allotted anew and come out the same.
"""

from __future__ import annotations

import datetime
import pathlib
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from fasti import charter
from fasti.acts import attachments
from fasti.acts.models import Act, Attachment, Effect, PersonalField, Relation, Task
from fasti.effects import reading
from fasti.exchange import extent, formats, sheets
from fasti.subjects.models import Person, Post, Unit

AT_ONCE = 500
LONGEST_TEXT = 30_000
"""Characters of a text that stand in one cell; a spreadsheet holds 32,767. Longer ones go on in the sheet of texts."""
_PARTLY = ("corrects", "amends")
"""Relations that void single effects; which, they must say."""

Row = tuple[str, dict[str, Any]]
"""The key of a sheet and the values of a row by column, as a draft has them."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an act: where an import will look for it, and its content's hash."""

    path: str
    sha256: str


def rows(asked: formats.Asked) -> Iterator[Row | File]:
    """Every row in the order of the record, and files where acts have them."""
    query = Act.objects.order_by("id").select_related("issuer")
    if asked.known_before is not None:
        query = query.filter(recorded_at__lt=asked.known_before)
    units = extent.Extent(asked).units
    last = 0
    while True:
        acts = list(query.filter(id__gt=last)[:AT_ONCE])
        if not acts:
            return
        last = acts[-1].id
        kept = [act for act in acts if units is None or act.issuer_id in units]
        yield from _Chunk(kept, asked.pack).rows()


def languages(pack: charter.Pack) -> Sequence[str]:
    """The languages that names of units may have a column in: those of the rule book and all of ours."""
    return tuple(
        dict.fromkeys(
            column.key.partition(".")[2] for column in sheets.fields("FOUND", pack) if "." in column.key
        )
    )


class _Chunk:
    """Some acts, with everything of theirs read at once."""

    def __init__(self, acts: Sequence[Act], pack: charter.Pack) -> None:
        self._acts, self._pack = acts, pack
        ids = [act.id for act in acts]
        self._effects = _by(Effect.objects.filter(act__in=ids).order_by("act", "ordinal"), "act_id")
        self._voided = defaultdict(list)
        voids = Effect.objects.filter(act__in=ids, kind="VOID").order_by("act", "ordinal")
        for act, target, ordinal in voids.values_list("act", "voids__act", "voids__ordinal"):
            self._voided[(act, target)].append(ordinal)
        self._relations = _by(
            Relation.objects.filter(act__in=ids).select_related("target__issuer").order_by("act", "id"),
            "act_id",
        )
        self._tasks = _by(Task.objects.filter(act__in=ids).order_by("act", "ordinal"), "act_id")
        self._files = _by(Attachment.objects.filter(act__in=ids).order_by("act", "ordinal"), "act_id")
        self._personal: dict[int, dict[str, str]] = defaultdict(dict)
        personal = PersonalField.objects.filter(effect__act__in=ids).values_list("effect", "field", "value")
        for effect, field, value in personal:
            self._personal[effect][field] = value
        self._codes = self._read_codes()

    def _read_codes(self) -> Mapping[str, Mapping[int, str]]:
        asked: dict[str, set[int | None]] = {"unit": set(), "person": set(), "post": set()}
        for act in self._acts:
            asked["person"].add(act.signer_id)
            asked["post"].add(act.signer_post_id)
        for effect in (each for some in self._effects.values() for each in some):
            for place in set(reading.SUBJECTS.values()):
                asked[place.removeprefix("other_")].add(getattr(effect, f"{place}_id"))
        for task in (each for some in self._tasks.values() for each in some):
            asked["unit"].add(task.unit_id)
            asked["person"].add(task.responsible_id)
        models: dict[str, type[Any]] = {"unit": Unit, "person": Person, "post": Post}
        return {name: extent.codes(models[name], ids) for name, ids in asked.items()}

    def rows(self) -> Iterator[Row | File]:
        for act in self._acts:
            yield "acts", self._act(act)
            for at in range(LONGEST_TEXT, len(act.text), LONGEST_TEXT):
                part = act.text[at : at + LONGEST_TEXT]
                yield "texts", {"act": act.code, "order": at // LONGEST_TEXT, "text": part}
            for effect in self._effects[act.id]:
                if effect.kind != "VOID":
                    yield self._effect(act, effect)
            for relation in self._relations[act.id]:
                yield "relations", self._relation(act, relation)
            for task in self._tasks[act.id]:
                yield "tasks", self._task(act, task)
            for file in self._files[act.id]:
                path = f"attachments/{file.sha256}/{file.filename}"
                yield "attachments", {"act": act.code, "order": file.ordinal, "path": path}
                yield File(path, file.sha256)

    def _code(self, name: str, id: int | None) -> str:
        return self._codes[name][id] if id is not None else ""

    def _act(self, act: Act) -> dict[str, Any]:
        return {
            "act": act.code,
            "issuer": act.issuer.code,
            "type": act.type,
            "number": act.number if act.is_number_given else None,
            "symbol": act.symbol,
            "title": act.title,
            "signed_on": act.signed_on,
            "in_force_on": act.in_force_on,
            "signer": self._code("person", act.signer_id),
            "signer_post": self._code("post", act.signer_post_id),
            "capacity": act.capacity,
            "language": act.language,
            "confidentiality": act.confidentiality,
            "form": act.form,
            "period": act.period,
            "text": act.text[:LONGEST_TEXT],
        }

    def _effect(self, act: Act, effect: Effect) -> Row:
        own = next((key for key, kind in sheets.OWN.items() if kind == effect.kind), "")
        row: dict[str, Any] = {"act": act.code, "order": effect.ordinal}
        if not own:
            row["kind"] = effect.kind
        personal = self._personal.get(effect.id, {})
        for column in sheets.fields(effect.kind, self._pack):
            if column.field in row or column.field == "on":
                continue
            row[column.key] = self._value(effect, column, personal)
        names = {
            f"{field}.{lang}": name for field in ("name", "names") for lang, name in _names(effect, field)
        }
        return own or "effects", {**row, **names, "on": effect.on}

    def _value(self, effect: Effect, column: sheets.Column, personal: Mapping[str, str]) -> Any:
        place = reading.SUBJECTS.get(column.key)
        if place == "unit" and not column.is_required and effect.person_id is not None:
            return None  # of a person, the unit was added at issuing: the one of which they were a member
        if place is not None:
            return self._code(place.removeprefix("other_"), getattr(effect, f"{place}_id"))
        value = personal.get(column.key) or effect.data.get(column.key)
        return datetime.date.fromisoformat(value) if column.type == "day" and value else value

    def _relation(self, act: Act, relation: Relation) -> dict[str, Any]:
        voided = self._voided[(act.id, relation.target_id)] if relation.kind in _PARTLY else []
        return {
            "act": act.code,
            "relation": relation.kind,
            "target": relation.target.code,
            "effects": list(map(str, voided)) or None,
        }

    def _task(self, act: Act, task: Task) -> dict[str, Any]:
        return {
            "act": act.code,
            "order": task.ordinal,
            "text": task.text,
            "unit": self._code("unit", task.unit_id),
            "group": task.group,
            "level": task.level,
            "responsible": self._code("person", task.responsible_id),
            "due_on": task.due_on,
            "evidence": task.evidence,
        }


def _names(effect: Effect, field: str) -> Iterable[tuple[str, str]]:
    found = effect.data.get(field)
    return found.items() if isinstance(found, Mapping) else ()


def _by(objects: Iterable[Any], field: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for each in objects:
        found[getattr(each, field)].append(each)
    return found


def copy_files(files: Iterable[File], folder: pathlib.Path) -> None:
    """Put the files of acts where their paths say, beside the sheets."""
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(attachments.path(pathlib.Path(settings.HOME), file.sha256), target)
