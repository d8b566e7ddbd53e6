"""Everything a body's record and register say, without what must differ when the same acts are recorded again."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from fasti.acts import record
from fasti.acts.models import Act, Effect, PersonalField
from fasti.effects import store
from fasti.subjects.models import Person, Post, Unit

_ANEW = ("recorded_at", "previous_hash", "hash", "charter_version")


def of_body() -> dict[str, Any]:
    """Acts by code with their content, personal fields by effect, persons, posts, and register rows by codes."""
    codes = record.Codes()
    codes.learn_all()
    acts = {}
    for act in Act.objects.order_by("id").select_related("issuer"):
        whole = record.content(
            act,
            act.effects.order_by("ordinal"),
            act.relations.order_by("id"),
            act.tasks.order_by("ordinal"),
            act.attachments.order_by("ordinal"),
            codes=codes,
        )
        for effect in whole.get("effects", ()):
            effect.get("data", {}).pop("commitments", None)
            if not effect.get("data", True):
                del effect["data"]
        acts[act.code] = {key: value for key, value in whole.items() if key not in _ANEW}
    personal = PersonalField.objects.select_related("effect__act__issuer")
    return {
        "acts": acts,
        "order": list(acts),
        "personal": {
            (f"{each.effect.act.code}#{each.effect.ordinal}", each.field): each.value for each in personal
        },
        "units": sorted(Unit.objects.values_list("code", flat=True)),
        "persons": sorted(Person.objects.values_list("code", "full_name", "sex", "born_on")),
        "posts": sorted(Post.objects.values_list("code", "unit__code", "office")),
        "register": {line: _rows(table, codes) for line, table in store.TABLES.items()},
    }


def _rows(table: type[models.Model], codes: record.Codes) -> list[str]:
    names = {Unit: "unit", Person: "person", Post: "post", Act: "act", Effect: "effect"}
    found = []
    for row in table._default_manager.all():
        values = []
        for field in table._meta.concrete_fields:
            value = getattr(row, field.attname)
            target = names.get(field.related_model) if field.is_relation else None
            if not field.primary_key:
                values.append((field.name, codes.of(target, value) if target else str(value)))
        found.append(str(values))
    return sorted(found)


class Undone(Exception):
    """Leaves a block whose changes are not kept."""


def seen_and_undone(work: Any) -> Any:
    """Do some work in the database, keep what it returns, and undo it."""
    found: list[Any] = []
    try:
        with transaction.atomic():
            found.append(work())
            raise Undone
    except Undone:
        return found[0]
