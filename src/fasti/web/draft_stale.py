"""Two who wrote on one draft: both texts side by side, chosen part by part. Nothing that was typed is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict

from fasti.acts.models import Draft
from fasti.web import draft_names, draft_page, draft_words, kept, pages, refusals
from fasti.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the draft in which the two texts differ."""

    key: str
    label: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    takes_mine: bool
    """What is chosen unless told otherwise: mine, but for what only the other one has changed."""


def page(request: Asked, draft: Draft, own: Mapping[str, Any]) -> HttpResponse:
    """Both texts. `draft`: as the other one has saved it; `own`: as it was typed here."""
    was = _was(request.POST.get("was", ""))
    shown = draft_page.Page(request, draft, draft.content)
    context = {
        "draft": draft,
        "title": str(draft.content.get("title") or ""),
        "parts": parts(request, own, draft.content, was),
        "mine": json.dumps(own, ensure_ascii=False),
        "was": request.POST.get("was", ""),
        "changed_by": shown.person(draft.changed_by_id),
        "stamp": kept.stamp(request.account.pk),
    }
    return pages.show(request, "drafts/stale.html", context, status=409)


def _was(text: str) -> dict[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def parts(
    request: Asked, typed: Mapping[str, Any], theirs: Mapping[str, Any], was: Mapping[str, str]
) -> list[Part]:
    """Where the two differ, in the order of the form."""
    own, names = draft_page.digests(typed), draft_names.Names(request)
    keys = [*draft_words.ORDER, *sorted({*typed, *theirs} - set(draft_words.ORDER))]

    def told(key: str, text: Mapping[str, Any]) -> tuple[str, ...]:
        return tuple(draft_words.lines(key, text.get(key), request, names))

    return [
        Part(
            key,
            draft_words.label(key, request.lang),
            told(key, typed),
            told(key, theirs),
            own.get(key) != was.get(key),
        )
        for key in keys
        if typed.get(key) != theirs.get(key)
    ]


def chosen(request: Asked, draft: Draft) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was typed here, and the draft of the parts chosen from both. Raises `Malformed` for what is no draft."""
    own = mine(request.POST)
    whole = dict(draft.content)
    for key in {*own, *draft.content}:
        if request.POST.get(f"choose-{key}") != "mine":
            continue
        whole.pop(key, None)
        if key in own:
            whole[key] = own[key]
    return own, whole


def mine(typed: QueryDict) -> dict[str, Any]:
    """The text that the page of two texts carries along; raises `Malformed` for what is no draft."""
    try:
        found = json.loads(typed.get("mine", ""))
    except (ValueError, RecursionError) as error:
        raise refusals.Malformed from error
    if not isinstance(found, dict):
        raise refusals.Malformed
    return found
