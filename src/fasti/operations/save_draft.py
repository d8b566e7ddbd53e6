"""Save a draft that somebody goes on writing. Two who write at once lose nothing: the later one is shown both texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from fasti.access import actor as actors
from fasti.access import drafts, rights
from fasti.access.actor import Actor
from fasti.acts import uploads
from fasti.acts.models import Draft
from fasti.operations import draft_act


class Stale(Exception):
    """Somebody else changed the draft meanwhile; `kept` is the draft as it stands, nothing was saved."""

    def __init__(self, kept: Draft) -> None:
        super().__init__(kept.id)
        self.kept = kept


def save(
    id: int, content: Mapping[str, Any], *, version: int, changed_at: datetime, actor: str | Actor
) -> Draft:
    """Keep the content as the draft's next version. Whoever had found the draft ready has to look again.

    `version`: the one that was changed. Raises `draft_act.NotDrafted` when the draft is not open or not seen, `Stale`
    when it has another version by now, and `draft_act.CannotKeep`.
    """
    who = actors.of(actor)
    with transaction.atomic():
        kept = locked(id, version=version, actor=who)
        plain = draft_act.keepable(content, who, before=kept.content)
        if plain == kept.content:
            return kept
        _forget_files(kept.content, plain)
        kept.content = plain
        kept.unit = draft_act.unit_of(plain)
        kept.version += 1
        kept.changed_by_id, kept.changed_at = who.person, changed_at
        kept.checked_by_id, kept.checked_at = None, None
        kept.save()
        return kept


def locked(id: int, *, version: int | None, actor: Actor, right: str = rights.DRAFT) -> Draft:
    """The open draft, locked until the end of the transaction, for an actor who holds the right over it.

    Raises as `save` does; with `CannotKeep` where the draft is seen but the right over it is not held.
    """
    kept = Draft.objects.select_for_update().filter(id=id, issued_as=None, dropped_at=None).first()
    if kept is None or not drafts.sees(actor.sight, kept):
        raise draft_act.NotDrafted(id)
    refused = draft_act.refused(actor, kept.content, kept.unit_id, right=right, drafted_by=kept.drafted_by_id)
    if refused:
        raise draft_act.CannotKeep(refused)
    if version is not None and kept.version != version:
        raise Stale(kept)
    return kept


def _forget_files(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Files that the draft does not name any more are removed once that is certain."""
    gone = set(uploads.keys_of(before)) - set(uploads.keys_of(after))
    if gone:
        transaction.on_commit(lambda: uploads.drop(settings.HOME, gone))
