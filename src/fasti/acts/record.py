"""The content of an act as it is hashed: everything the act says, by stable codes, nothing personal in clear."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from fasti.acts.by_ids import ByIds
from fasti.acts.models import Act, Attachment, Effect, Relation, Task
from fasti.subjects import identities
from fasti.subjects.models import Person, Post, Unit


class Codes:
    """Codes of identities, acts and effects by id; read when first asked for, unless made known before."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], str] = {}

    def learn(self, name: str, codes: Mapping[int, str]) -> None:
        """Make codes of units, persons, posts, acts or effects known."""
        self._known |= {(name, id): code for id, code in codes.items()}

    def learn_all(self) -> None:
        """Read the codes of all identities, for work over the whole record."""
        for name, model in (("unit", Unit), ("person", Person), ("post", Post)):
            self.learn(name, dict(model._default_manager.values_list("id", "code")))

    def expect(self, effects: Iterable[Effect]) -> None:
        """Read at once the codes that some effects name."""
        asked: dict[str, set[int]] = {"unit": set(), "person": set(), "post": set(), "effect": set()}
        for each in effects:
            asked["unit"] |= {each.unit_id, each.other_unit_id or each.unit_id}
            asked["person"] |= {id for id in (each.person_id, each.other_person_id) if id}
            asked["post"] |= {id for id in (each.post_id, each.other_post_id) if id}
            asked["effect"] |= {each.voids_id} if each.voids_id else set()
        for name, ids in asked.items():
            unknown = sorted(id for id in ids if (name, id) not in self._known)
            for start in range(0, len(unknown), 5000):
                self.learn(name, _codes(name, unknown[start : start + 5000]))

    def of(self, name: str, id: int | None) -> str:
        """The code; empty for None."""
        if id is None:
            return ""
        if (name, id) not in self._known:
            self._known[(name, id)] = _read(name, id)
        return self._known[(name, id)]


def _read(name: str, id: int) -> str:
    if name == "act":
        return Act.objects.select_related("issuer").get(id=id).code
    return _codes(name, [id])[id]


def _codes(name: str, ids: Sequence[int]) -> dict[int, str]:
    if name == "effect":
        effects = Effect.objects.select_related("act__issuer").filter(id__in=ids)
        return {effect.id: f"{effect.act.code}#{effect.ordinal}" for effect in effects}
    return dict(_CODES[name].rows(ids))


def _of(model: type[Any], ids: list[int]) -> QuerySet[Any, Any]:
    found: QuerySet[Any, Any] = model.objects.filter(id__in=ids).values_list("id", "code")
    return found


_CODES = {name: ByIds(functools.partial(_of, model)) for name, model in identities.TABLES.items()}


def content(
    act: Act,
    effects: Iterable[Effect],
    relations: Iterable[Relation],
    tasks: Iterable[Task],
    attachments: Iterable[Attachment],
    *,
    codes: Codes,
) -> dict[str, Any]:
    """The hashed record of an act. Empty fields are left out."""
    whole = {
        "issuer": codes.of("unit", act.issuer_id),
        "type": act.type,
        "series": act.series,
        "number": act.number,
        "number_given": int(act.is_number_given),
        "symbol": act.symbol,
        "title": act.title,
        "text": act.text,
        "language": act.language,
        "signed_on": act.signed_on.isoformat(),
        "in_force_on": act.in_force_on.isoformat(),
        "signer": codes.of("person", act.signer_id),
        "signer_post": codes.of("post", act.signer_post_id),
        "capacity": act.capacity,
        "confidentiality": act.confidentiality,
        "form": act.form,
        "period": act.period,
        "charter_version": act.charter_version,
        "recorded_at": act.recorded_at.isoformat(),
        "sequence": act.sequence,
        "previous_hash": act.previous_hash,
        "effects": [_effect(each, codes) for each in effects],
        "relations": sorted([each.kind, codes.of("act", each.target_id)] for each in relations),
        "tasks": [_task(each, codes) for each in tasks],
        "attachments": [[each.filename, each.media_type, each.size, each.sha256] for each in attachments],
    }
    return _without_empty(whole)


def _effect(effect: Effect, codes: Codes) -> dict[str, Any]:
    found = {"ordinal": effect.ordinal, "kind": effect.kind, "on": effect.on.isoformat()}
    for place, name, id in (
        ("unit", "unit", effect.unit_id),
        ("person", "person", effect.person_id),
        ("post", "post", effect.post_id),
        ("other_unit", "unit", effect.other_unit_id),
        ("other_post", "post", effect.other_post_id),
        ("other_person", "person", effect.other_person_id),
        ("voids", "effect", effect.voids_id),
    ):
        if id is not None:
            found[place] = codes.of(name, id)
    if effect.data:
        found["data"] = effect.data
    return found


def _task(task: Task, codes: Codes) -> dict[str, Any]:
    return _without_empty(
        {
            "ordinal": task.ordinal,
            "group": task.group,
            "text": task.text,
            "unit": codes.of("unit", task.unit_id),
            "level": task.level,
            "responsible": codes.of("person", task.responsible_id),
            "due_on": task.due_on.isoformat() if task.due_on else "",
            "evidence": task.evidence,
        }
    )


def _without_empty(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value}
