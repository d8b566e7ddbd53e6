"""Prove one act on demand: its hash is that of its content, its neighbours in the chain of the issuer fit."""

from __future__ import annotations

from dataclasses import dataclass

from fasti.acts import chain, record
from fasti.acts.models import Act


@dataclass(frozen=True, slots=True)
class Link:
    """An act in the chain of its issuer."""

    act: Act | None
    """None: there is none there; before the first act, and after the last."""
    hash: str
    is_sound: bool
    """Its hash and that borne by the one after it fit."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The act before, the act, the act after."""

    before: Link
    act: Link
    after: Link
    is_recomputed: bool
    """Whether the hash of the act was worked out anew from its content."""
    num_effects: int
    num_tasks: int
    num_files: int

    @property
    def is_sound(self) -> bool:
        """Everything that was looked at fits."""
        return self.before.is_sound and self.act.is_sound and self.after.is_sound


def prove(act: Act, *, recompute: bool) -> Proof:
    """The act's place in its chain; `recompute`: with the hash of its whole content worked out anew."""
    beside = Act.objects.filter(issuer=act.issuer_id, sequence__in=(act.sequence - 1, act.sequence + 1))
    found = {each.sequence: each for each in beside}
    before, after = found.get(act.sequence - 1), found.get(act.sequence + 1)
    previous = before.hash if before else chain.GENESIS
    is_due = act.sequence == 1 or before is not None
    return Proof(
        Link(before, act.previous_hash, is_due and previous == act.previous_hash),
        Link(act, act.hash, not recompute or _digest(act) == act.hash),
        Link(after, after.hash if after else "", after is None or after.previous_hash == act.hash),
        recompute,
        act.effects.count(), act.tasks.count(), act.attachments.count(),
    )  # fmt: skip


def _digest(act: Act) -> str:
    """The hash of the content as it stands; empty where the content cannot be hashed any more."""
    effects = list(act.effects.order_by("ordinal"))
    codes = record.Codes()
    codes.expect(effects)
    tasks, files = act.tasks.order_by("ordinal"), act.attachments.order_by("ordinal")
    try:
        return chain.digest(
            record.content(act, effects, list(act.relations.all()), list(tasks), list(files), codes=codes)
        )
    except (chain.NotCanonical, AttributeError, TypeError, ValueError, LookupError):
        return ""
