"""Issue a kept draft: the very version that was looked at, once, by somebody who may."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import drafts
from fasti.access.actor import Actor
from fasti.acts import uploads
from fasti.acts.models import Act, Body
from fasti.operations import draft_act, issue_act, save_draft


def issue(
    id: int,
    *,
    version: int | None,
    pack: charter.Pack,
    recorded_at: datetime,
    actor: str | Actor,
    lang: str = "en",
) -> Act:
    """Issue a version of a draft (None: the last). Raises `draft_act.NotDrafted`, `save_draft.Stale` when the draft
    was changed after that version, and `issue_act.CannotIssue`.
    """
    who = actors.of(actor)
    with transaction.atomic():
        Body.objects.select_for_update().get()
        kept = draft_act.open_draft(id)
        if not drafts.sees(who.sight, kept):
            raise draft_act.NotDrafted(id)
        if version is not None and kept.version != version:
            raise save_draft.Stale(kept)
        files = uploads.keys_of(kept.content)
        (act,) = issue_act.issue(
            [kept.content], pack=pack, recorded_at=recorded_at, actor=actor, lang=lang, draft=id
        )
        transaction.on_commit(lambda: uploads.drop(settings.HOME, files))
        return act
