"""From what was typed in a draft's form to the draft as written, and the steps a form offers: add, remove, move a row.

Nothing that was typed is thrown away because it is wrong: what is no day stays the text it is, and a finding says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.http import QueryDict

from fasti.exchange import written_days
from fasti.web import draft_fields, draft_windows

Resolve = Callable[[str, str], str]
"""From a kind of identity and what was typed to its code; what was typed where it is not found."""
_PLAIN = ("type", "title", "text", "language", "confidentiality", "form", "period", "capacity")
_DAYS = ("signed_on", "in_force_on")
_TASK = ("text", "group", "level", "evidence")
_WHOLE = re.compile("[0-9]{1,9}")
_ROW = re.compile(r"(effects|relations|tasks|attachments)-([0-9]{1,6})-")
_STEP = re.compile(r"(remove|up|down)-(effects|relations|tasks|attachments)-([0-9]{1,6})")
_SHOW = re.compile(r"show-((?:effects|relations|tasks)-[0-9]{1,6}(?:-\w+)?)")
LISTS = ("effects", "relations", "tasks", "attachments")


def content(
    typed: QueryDict, kept: Mapping[str, Any], *, providers: list[str], resolve: Resolve
) -> dict[str, Any]:
    """The draft as typed. `kept`: as it was saved; rows on other pages, and what no form shows, stay as there."""
    found: dict[str, Any] = {name: value for name in _PLAIN if (value := _text(typed, name))}
    found |= {name: value for name in _DAYS if (value := day(typed.get(name, "")))}
    if issuer := _text(typed, "issuer"):
        found["issuer"] = resolve("unit", issuer)
    if number := _text(typed, "number"):
        found["number"] = _number(number)
    signer, _, post = typed.get("signed_by", "").partition("@")
    found |= {name: value for name, value in (("signer", signer), ("signer_post", post)) if value}
    read: dict[str, Callable[[int], Any]] = {
        "effects": lambda at: _effect(typed, f"effects-{at}-", providers, resolve),
        "relations": lambda at: _relation(typed, f"relations-{at}-", resolve),
        "tasks": lambda at: _task(typed, f"tasks-{at}-", resolve),
        "attachments": lambda at: _attachment(typed, f"attachments-{at}-"),
    }
    for name, row in read.items():
        listed = [each for at in _places(typed, name) if (each := row(at)) is not None]
        if listed := draft_windows.joined(typed, name, listed, kept):
            found[name] = listed
    if "label" in kept:
        found["label"] = kept["label"]
    return _as_kept(found, kept)


def _as_kept(found: dict[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """The draft as typed, without what the form alone adds or leaves out: who only looks at it has not changed it."""
    if found.get("confidentiality") == "normal" and "confidentiality" not in kept:
        del found["confidentiality"]
    return {**found, **{name: [] for name in LISTS if name not in found and kept.get(name) == []}}


def _text(typed: QueryDict, name: str) -> str:
    value = str(typed.get(name, "")).replace("\r\n", "\n")
    return value if value.strip() else ""


def day(text: str) -> str:
    """A day as people write it, day before month, as the record writes it; what is none as typed."""
    if not text.strip():
        return ""
    try:
        return written_days.read(text, "vi").isoformat()
    except written_days.NotADay:
        return text


def _number(text: str) -> int | str:
    return int(text) if _WHOLE.fullmatch(text.strip()) else text


def _places(typed: QueryDict, name: str) -> list[int]:
    found = {int(match[2]) for key in typed if (match := _ROW.match(key)) and match[1] == name}
    return sorted(found)


def _effect(typed: QueryDict, at: str, providers: list[str], resolve: Resolve) -> dict[str, Any]:
    kind = typed.get(f"{at}kind", "")
    found: dict[str, Any] = {"kind": kind}
    for shape in draft_fields.of_kind(kind):
        value = _value(typed, at + shape.name, shape.widget, providers, resolve)
        if value not in ("", {}, []):
            found[shape.name] = value
    if _text(typed, at + draft_fields.SEALED) and "document_number" not in found:
        found[draft_fields.SEALED] = typed[at + draft_fields.SEALED]
    return found


def _value(typed: QueryDict, name: str, widget: str, providers: list[str], resolve: Resolve) -> Any:
    if widget == "names":
        keys = [key for key in typed if key.startswith(f"{name}-")]
        return {key.removeprefix(f"{name}-"): text for key in keys if (text := _text(typed, key))}
    if widget == "topics":
        return {each: listed for each in providers if (listed := _lines(typed, f"{name}-{each}"))}
    if widget == "people":
        return [resolve("person", each) for each in _lines(typed, name)]
    text = _text(typed, name)
    if widget == "day":
        return day(text)
    if widget == "data":
        return _data(text)
    if widget == "number" and text:
        return _number(text)
    return resolve(widget, text.strip()) if widget in ("person", "post", "unit") and text else text.strip()


def _data(text: str) -> Any:
    """What a field of JSON says; what is none as typed, so that it can be put right."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text.strip()


def _lines(typed: QueryDict, name: str) -> list[str]:
    return [line.strip() for line in _text(typed, name).splitlines() if line.strip()]


def _relation(typed: QueryDict, at: str, resolve: Resolve) -> dict[str, Any]:
    act, kind = _text(typed, f"{at}act").strip(), typed.get(f"{at}kind", "")
    places = [int(each) if _WHOLE.fullmatch(each) else each for each in _split(typed.get(f"{at}effects", ""))]
    found: dict[str, Any] = {"kind": kind, "act": resolve("act", act) if act else ""}
    return {**found, "effects": places} if places else found


def _split(text: str) -> list[str]:
    return [each for each in re.split(r"[,;\s]+", text) if each]


def _task(typed: QueryDict, at: str, resolve: Resolve) -> dict[str, Any]:
    found: dict[str, Any] = {name: value for name in _TASK if (value := _text(typed, at + name))}
    for name, what in (("unit", "unit"), ("responsible", "person")):
        if value := _text(typed, at + name).strip():
            found[name] = resolve(what, value)
    if due := day(typed.get(f"{at}due_on", "")):
        found["due_on"] = due
    return found


def _attachment(typed: QueryDict, at: str) -> dict[str, str] | None:
    for name in ("upload", "path"):
        if value := typed.get(at + name, ""):
            filename = typed.get(f"{at}filename", "")
            return {name: value, **({"filename": filename} if name == "upload" and filename else {})}
    return None


def picked(typed: QueryDict) -> QueryDict:
    """What was typed, with the one who was meant put into the field where several fitted."""
    name, _, code = typed.get("pick", "").partition("=")
    if not code or name not in typed:
        return typed
    found = typed.copy()
    found[name] = code
    return found


def stepped(draft: Mapping[str, Any], do: str, typed: QueryDict) -> tuple[dict[str, Any], str]:
    """The draft after a step on its rows, and the place on the page to go to; as it was for what is no such step."""
    if do == "add-effects" and (kind := typed.get("new_kind", "")):
        return _added(draft, "effects", {"kind": kind})
    if do == "add-relations":
        return _added(draft, "relations", {"kind": typed.get("new_relation", ""), "act": ""})
    if do == "add-tasks":
        return _added(draft, "tasks", {})
    if shown := _SHOW.fullmatch(do):
        return dict(draft), shown[1]
    if (name := _gone_to(do, typed)) and (number := typed.get(f"goto-{name}", "").strip()):
        return dict(draft), f"{name}-{max(0, int(number) - 1)}" if _WHOLE.fullmatch(number) else ""
    match = _STEP.fullmatch(do)
    if match is None:
        return dict(draft), ""
    verb, name, at = match[1], match[2], int(match[3])
    listed = draft_fields.rows(draft, name)
    if not 0 <= at < len(listed):
        return dict(draft), ""
    row = listed.pop(at)
    if verb != "remove":
        at = max(0, at - 1) if verb == "up" else at + 1
        listed.insert(at, row)
    rest = {key: value for key, value in draft.items() if key != name}
    return ({**rest, name: listed} if listed else rest), f"{name}-{min(at, max(0, len(listed) - 1))}"


def _gone_to(do: str, typed: QueryDict) -> str:
    """The list in which a row is gone to: by its button, or by the key that sends the form."""
    names = [name for name in draft_windows.LISTS if do == f"goto-{name}"]
    sent = [name for name in draft_windows.LISTS if do == "save" and typed.get(f"goto-{name}", "").strip()]
    return next(iter(names or sent), "")


def _added(draft: Mapping[str, Any], name: str, row: dict[str, Any]) -> tuple[dict[str, Any], str]:
    listed = [*draft_fields.rows(draft, name), row]
    return {**draft, name: listed}, f"{name}-{len(listed) - 1}"


_UNSEEN = re.compile("[\x00\u202a-\u202e\u2066-\u2069]")


def cleaned(value: Any) -> Any:
    """What was typed, without the characters that nothing can keep or that turn the direction of writing."""
    if isinstance(value, Mapping):
        return {str(cleaned(key)): cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [cleaned(inner) for inner in value]
    return _UNSEEN.sub("", value) if isinstance(value, str) else value
