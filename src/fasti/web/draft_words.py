"""A draft in words, part by part: for who reads it without changing it, and for two texts side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fasti import words
from fasti.web import draft_fields, draft_names, draft_windows
from fasti.web.asked import Asked

ORDER = (
    "issuer", "type", "title", "signed_on", "in_force_on", "signer", "signer_post", "confidentiality", "language",
    "text", "relations", "effects", "tasks", "attachments",
)  # fmt: skip
_DAYS = ("signed_on", "in_force_on", "on", "due_on", "ends_planned_on", "until", "since", "born_on")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a draft."""

    key: str
    label: str
    lines: tuple[str, ...]
    window: draft_windows.Window | None = None
    """Of a list that is longer than a page: which of its rows the lines are."""


def parts(
    content: Mapping[str, Any],
    request: Asked,
    names: draft_names.Names,
    windows: draft_windows.Windows,
) -> list[Part]:
    """Everything the draft says, in the order of its form; of long lists the rows of one page."""
    keys = [*ORDER, *sorted(set(content) - set(ORDER))]
    found = (_part(key, content.get(key), request, names, windows.get(key)) for key in keys)
    return [part for part in found if part.lines]


def _part(
    key: str, value: Any, request: Asked, names: draft_names.Names, window: draft_windows.Window | None
) -> Part:
    if isinstance(value, list) and window is not None and not window.is_whole:
        shown = value[window.first : window.end]
        return Part(key, label(key, request.lang), tuple(lines(key, shown, request, names)), window)
    return Part(key, label(key, request.lang), tuple(lines(key, value, request, names)))


def label(key: str, lang: str) -> str:
    """What a part is called; one that no form knows, by its own name."""
    return draft_fields.label(key, lang) if words.knows(f"web-drafts-field-{key}", lang) else key


def lines(key: str, value: Any, request: Asked, names: draft_names.Names) -> list[str]:
    """A part of a draft in lines."""
    if value in (None, "", [], {}):
        return []
    if isinstance(value, list):
        names.expect(value)
        return [_row(key, each, request, names) for each in value]
    return [_one(key, value, request, names)]


def _row(key: str, each: Any, request: Asked, names: draft_names.Names) -> str:
    if not isinstance(each, Mapping):
        return str(each)
    if key == "attachments":
        return str(each.get("filename") or each.get("path", ""))
    group = {"effects": "effect", "relations": "relation"}.get(key)
    head = (
        request.pack.names(group, request.lang).get(str(each.get("kind")), str(each.get("kind")))
        if group
        else ""
    )
    rest = [_one(name, inner, request, names) for name, inner in each.items() if name != "kind" and inner]
    return f"{head[:1].upper()}{head[1:]}: {'; '.join(rest)}" if head else "; ".join(rest)


def _one(name: str, value: Any, request: Asked, names: draft_names.Names) -> str:
    if name == "language" and value in words.LANGUAGES:
        return words.say("web-drafts-language", str(value))
    if isinstance(value, str) and name in draft_names.WHAT:
        return names.told(draft_names.WHAT[name], value)
    if name in _DAYS:
        return draft_names.day_shown(value, request.lang)
    groups = {
        "type": "act_type", "reason": "reason", "grade": "grade", "ground": "ground", "confidentiality": "class",
        "office": "office", "unit_kind": "unit_kind", "level": "level",
    }  # fmt: skip
    if name in groups:
        return str(request.pack.names(groups[name], request.lang).get(str(value), value))
    if isinstance(value, Mapping):
        return "; ".join(f"{inner}: {_one('', each, request, names)}" for inner, each in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
