"""Find a draft ready to be signed: nothing stands in its way today, and somebody answers for having looked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log, rights
from fasti.access.actor import Actor
from fasti.acts.findings import Finding
from fasti.acts.models import Draft
from fasti.operations import granted, issue_act, save_draft


class CannotCheck(Exception):
    """The draft is not ready; `findings` says everything that stands in the way."""

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__(", ".join(sorted({finding.code for finding in found})))
        self.findings = tuple(found)


def check(
    id: int, *, version: int, pack: charter.Pack, checked_at: datetime, actor: str | Actor, lang: str = "en"
) -> Draft:
    """Mark a version of a draft as checked. It is for another person than drafted it where the rules ask for two.

    Raises as `save_draft.save` does, and `CannotCheck` with the findings of issuing.
    """
    who = actors.of(actor)
    with transaction.atomic():
        kept = save_draft.locked(id, version=version, actor=who, right=rights.CHECK)
        seen = issue_act.preview([kept.content], pack=pack, lang=lang, actor=who)
        found = [*seen.findings, *_alone(who, kept, seen, pack)]
        if found:
            raise CannotCheck(found)
        kept.checked_by_id, kept.checked_at = who.person, checked_at
        kept.save(update_fields=["checked_by", "checked_at"])
        if who.is_kept:
            log.keep(who.sight, "act.checked", at=checked_at, unit=kept.unit_id, detail=f"draft {kept.id}")
        return kept


def _alone(who: Actor, kept: Draft, seen: issue_act.Preview, pack: charter.Pack) -> list[Finding]:
    """The finding `four-eyes` where whoever wrote the draft would check it alone."""
    if who.person is None or who.person not in (kept.drafted_by_id, kept.changed_by_id):
        return []
    act = seen.prepared[0].written
    rule = pack.four_eyes(as_of=act.signed_on)
    if not rule.ask(act.type):
        return []
    return [*granted.check_four_eyes(
        who, None, act_type=act.type, signed_on=act.signed_on, pack=pack
    )]  # fmt: skip
