"""References: every row points to rows that are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from fasti.acts.models import Act, Attachment, Draft, Effect, PersonalField, Relation, Task
from fasti.effects import store
from fasti.operations.checks.body import Body
from fasti.operations.checks.table import Found, Group
from fasti.subjects.models import Post

group = Group("references", __name__)


def _dangling(*tables: Any) -> Callable[[Body], Iterable[Found]]:
    """A check that finds the rows of these tables that point to nothing."""

    def find(body: Body) -> Iterable[Found]:
        for model in tables:
            for field in model._meta.concrete_fields:
                if isinstance(field, models.ForeignKey):
                    yield from body.query(_pointing_nowhere(model, field))

    return find


def _pointing_nowhere(model: type[models.Model], field: Any) -> str:
    table, target = model._meta.db_table, field.related_model._meta.db_table
    owner = _OWNERS.get(model, "t.opened_by_id AS effect")
    return (
        f"SELECT {owner}, t.id AS number, '{model.__name__}.{field.name}' AS field, t.\"{field.column}\" AS value"  # nosec B608
        f' FROM "{table}" t WHERE t."{field.column}" IS NOT NULL'
        f' AND NOT EXISTS (SELECT 1 FROM "{target}" x WHERE x.id = t."{field.column}")'
    )


_OWNERS: dict[type[models.Model], str] = {
    Act: "t.id AS act",
    Effect: "t.act_id AS act",
    Relation: "t.act_id AS act",
    Task: "t.act_id AS act",
    Attachment: "t.act_id AS act",
    PersonalField: "t.effect_id AS effect",
    Draft: "t.issued_as_id AS act",
    Post: "NULL AS act",
}
"""Where a row says which act it belongs to; a row of the register, by the effect that opened it."""

for _id, _proves, _tables in (
    ("act-dangling", "The issuer, signer and signer's post of every act are there.", (Act,)),
    ("effect-dangling", "The act, the subjects and the effect voided of every effect are there.", (Effect,)),
    ("relation-dangling", "Both acts of every relation are there.", (Relation,)),
    ("task-dangling", "The act, unit and responsible person of every task are there.", (Task,)),
    ("attachment-dangling", "The act of every attachment is there.", (Attachment,)),
    ("personal-field-dangling", "The effect of every personal field is there.", (PersonalField,)),
    ("post-dangling", "The unit of every post is there.", (Post,)),
    ("draft-dangling", "The act that an issued draft became is there.", (Draft,)),
):
    group.whole(_id, _proves, remedy="restore", says="dangling")(_dangling(*_tables))
group.whole(
    "register-dangling",
    "The subjects and effects that rows of the register name are there.",
    remedy="rebuild",
    says="dangling",
)(_dangling(*store.TABLES.values()))
