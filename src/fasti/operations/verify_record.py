"""Prove the record: every chain, every number, every commitment and attachment, and the register against its fold.

The first difference of each kind is named with the act at which it stands.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from fasti.acts import attachments, chain, record
from fasti.acts.models import Act, Attachment, Effect, PersonalField, Relation, Task
from fasti.operations import rebuild_register


@dataclass(frozen=True)
class Fault:
    """Something in the record that is not as it was issued."""

    code: str
    """chain-broken, content-changed, number-missing, commitment-broken, attachment-changed, attachment-lost or
    register-differs."""
    act: str
    detail: str


@dataclass(frozen=True)
class Proof:
    """What was proved, and the faults found."""

    num_acts: int
    num_effects: int
    num_issuers: int
    faults: tuple[Fault, ...]


def verify() -> Proof:
    """Check the whole record."""
    codes = record.Codes()
    codes.learn_all()
    faults: list[Fault] = []
    acts = list(Act.objects.select_related("issuer").order_by("issuer_id", "sequence"))
    codes.learn("act", {act.id: act.code for act in acts})
    faults += _chains(acts, codes)
    faults += _numbers(acts)
    faults += _commitments()
    faults += _attachments()
    faults += [
        Fault("register-differs", "", f"{each.line}: {each.row}")
        for each in rebuild_register.differences()[:1]
    ]
    issuers = len({act.issuer_id for act in acts})
    return Proof(len(acts), Effect.objects.count(), issuers, tuple(faults))


def _chains(acts: list[Act], codes: record.Codes) -> Iterable[Fault]:
    effects: dict[int, list[Effect]] = defaultdict(list)
    named = {act.id: act.code for act in acts}
    for effect in Effect.objects.order_by("act_id", "ordinal"):
        effects[effect.act_id].append(effect)
    codes.learn(
        "effect", {e.id: f"{named.get(e.act_id, '')}#{e.ordinal}" for each in effects.values() for e in each}
    )
    relations: dict[int, list[Relation]] = defaultdict(list)
    for relation in Relation.objects.order_by("id"):
        relations[relation.act_id].append(relation)
    tasks: dict[int, list[Task]] = defaultdict(list)
    for task in Task.objects.order_by("act_id", "ordinal"):
        tasks[task.act_id].append(task)
    files: dict[int, list[Attachment]] = defaultdict(list)
    for file in Attachment.objects.order_by("act_id", "ordinal"):
        files[file.act_id].append(file)
    head: dict[int, tuple[int, str]] = {}
    broken: set[int] = set()
    for act in acts:
        if act.issuer_id in broken:
            continue
        sequence, previous = head.get(act.issuer_id, (0, chain.GENESIS))
        if act.sequence != sequence + 1 or act.previous_hash != previous:
            broken.add(act.issuer_id)
            yield Fault("chain-broken", act.code, f"place {act.sequence} after {sequence}")
            continue
        whole = record.content(
            act, effects[act.id], relations[act.id], tasks[act.id], files[act.id], codes=codes
        )
        if chain.digest(whole) != act.hash:
            broken.add(act.issuer_id)
            yield Fault("content-changed", act.code, act.symbol)
        head[act.issuer_id] = (act.sequence, act.hash)


def _numbers(acts: list[Act]) -> Iterable[Fault]:
    last: dict[tuple[int, str], int] = {}
    for act in sorted(acts, key=lambda each: (each.issuer_id, each.series, each.number)):
        key = (act.issuer_id, act.series)
        if key in last and act.number != last[key] + 1 and not act.is_number_given:
            yield Fault("number-missing", act.code, f"{last[key] + 1}")
        last[key] = act.number


def _commitments() -> Iterable[Fault]:
    for each in PersonalField.objects.select_related("effect__act__issuer").order_by("id"):
        committed = each.effect.data.get("commitments", {}).get(each.field)
        if committed != chain.commitment(each.salt, each.value):
            yield Fault("commitment-broken", each.effect.act.code, each.field)


def _attachments() -> Iterable[Fault]:
    for each in Attachment.objects.select_related("act__issuer").order_by("id"):
        path = attachments.path(settings.HOME, each.sha256)
        if not path.exists():
            yield Fault("attachment-lost", each.act.code, each.filename)
        elif hashlib.sha256(path.read_bytes()).hexdigest() != each.sha256:
            yield Fault("attachment-changed", each.act.code, each.filename)
