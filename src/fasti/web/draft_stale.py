"""Two who wrote on one draft: both texts side by side, chosen part by part. Nothing that was typed is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict

from fasti.acts.models import Draft
from fasti.web import draft_names, draft_page, draft_windows, draft_words, kept, pages, refusals
from fasti.web.asked import Asked


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the draft in which the two texts differ."""

    key: str
    label: str
    mine: tuple[str, ...]
    """Of a long list only the rows from the first to the last in which the two differ."""
    theirs: tuple[str, ...]
    takes_mine: bool
    """What is chosen unless told otherwise: mine, but for what only the other one has changed."""
    first: int = 1
    """The number of the first row shown of a list."""
    num_mine_more: int = 0
    """How many differing rows are not shown."""
    num_theirs_more: int = 0
    num_same: int = 0
    """How many rows of a long list are the same in both."""


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
    """The marks of the parts as the form began; none where it carries none that can be read."""
    try:
        return _carried(text or "{}")
    except refusals.Malformed:
        return {}


def _carried(text: str) -> dict[str, Any]:
    """What a page carries along from one form to the next; raises `Malformed`, also for numbers that JSON has not."""
    try:
        found = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise refusals.Malformed from error
    if not isinstance(found, dict):
        raise refusals.Malformed
    return found


def _no_number(text: str) -> float:
    raise ValueError(text)


def parts(
    request: Asked, typed: Mapping[str, Any], theirs: Mapping[str, Any], was: Mapping[str, str]
) -> list[Part]:
    """Where the two differ, in the order of the form."""
    own, names = draft_page.digests(typed), draft_names.Names(request)
    keys = [*draft_words.ORDER, *sorted({*typed, *theirs} - set(draft_words.ORDER))]

    def part(key: str) -> Part:
        mine, other = typed.get(key), theirs.get(key)
        head, tail = _same(mine, other) if _is_long(mine) or _is_long(other) else (0, 0)
        mine, mine_more = _cut(mine, head, tail)
        other, other_more = _cut(other, head, tail)
        return Part(
            key, draft_words.label(key, request.lang), tuple(draft_words.lines(key, mine, request, names)),
            tuple(draft_words.lines(key, other, request, names)), own.get(key) != was.get(key),
            head + 1, mine_more, other_more, head + tail,
        )  # fmt: skip

    return [part(key) for key in keys if typed.get(key) != theirs.get(key)]


def _is_long(value: Any) -> bool:
    return isinstance(value, list) and len(value) > draft_windows.SIZE


def _same(mine: Any, theirs: Any) -> tuple[int, int]:
    """How many rows two lists have in common at their beginning, and after those at their end."""
    one, other = ([each, []][not isinstance(each, list)] for each in (mine, theirs))
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return head, tail


def _cut(value: Any, head: int, tail: int) -> tuple[Any, int]:
    """The rows between, as many as a page shows, and how many there are beside them."""
    if not _is_long(value) and not (head or tail):
        return value, 0
    between = value[head : len(value) - tail] if isinstance(value, list) else []
    return between[: draft_windows.SIZE], max(0, len(between) - draft_windows.SIZE)


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
    return _carried(typed.get("mine", ""))
