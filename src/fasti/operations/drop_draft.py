"""Give up a draft: what was written and the files taken in for it are removed, as nothing of it is in the record."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from fasti.access import actor as actors
from fasti.access.actor import Actor
from fasti.acts import uploads
from fasti.acts.models import Draft
from fasti.operations import save_draft


def drop(id: int, *, version: int, dropped_at: datetime, actor: str | Actor) -> Draft:
    """Give up a version of a draft. Raises as `save_draft.save` does."""
    who = actors.of(actor)
    with transaction.atomic():
        kept = save_draft.locked(id, version=version, actor=who)
        files = uploads.keys_of(kept.content)
        kept.dropped_at = dropped_at
        kept.changed_by_id, kept.changed_at = who.person, dropped_at
        kept.content = {}
        kept.save()
        transaction.on_commit(lambda: uploads.drop(settings.HOME, files))
        return kept
