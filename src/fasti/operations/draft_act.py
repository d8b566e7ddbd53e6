"""Keep a draft: the document as written, with what stands in its way today. It has no number and no effect yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log, rights
from fasti.access.actor import Actor
from fasti.acts import texts, uploads
from fasti.acts.findings import Finding
from fasti.acts.models import Draft
from fasti.operations import granted, sealing
from fasti.subjects.models import Unit


class NotDrafted(LookupError):
    """There is no open draft with this number."""


class CannotKeep(ValueError):
    """The draft holds texts that no database can keep; `findings` says where."""

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__(", ".join(sorted({finding.code for finding in found})))
        self.findings = tuple(found)


def draft(content: Mapping[str, Any], *, drafted_at: datetime, actor: str | Actor) -> Draft:
    """Store a draft as it is; checking is a separate step, so that unfinished work is not lost.

    Numbers of documents are kept as their hash. Raises `CannotKeep` for what cannot be stored at all, and where the
    right to draft for the issuer is not held.
    """
    who = actors.of(actor)
    plain = keepable(content, who, before={})
    with transaction.atomic():
        kept = Draft.objects.create(
            content=plain, unit=unit_of(plain), drafted_at=drafted_at, changed_at=drafted_at,
            drafted_by_id=who.person, changed_by_id=who.person,
        )  # fmt: skip
        if who.is_kept:
            log.keep(who.sight, "act.drafted", at=drafted_at, unit=kept.unit_id, detail=f"draft {kept.id}")
        return kept


def keepable(content: Mapping[str, Any], who: Actor, *, before: Mapping[str, Any]) -> dict[str, Any]:
    """The content as it is stored; raises `CannotKeep`. `before`: what the draft held until now."""
    sealed, unsealed = sealing.seal(content)
    found = [*unsealed, *texts.check(sealed), *_named_by_path(sealed, who, paths_of(before))]
    found += _of_other_drafts(sealed, before)
    if not found:
        unit = unit_of(sealed)
        found += refused(who, sealed, unit.id if unit else None, drafted_by=who.person)
    if found:
        raise CannotKeep(found)
    return {str(key): _plain(value) for key, value in sealed.items()}


def unit_of(content: Mapping[str, Any]) -> Unit | None:
    """The unit that a draft names as its issuer, if there is one."""
    code = content.get("issuer")
    return Unit.objects.filter(code=code).first() if isinstance(code, str) and code else None


def refused(
    who: Actor,
    content: Mapping[str, Any],
    unit: int | None,
    *,
    right: str = rights.DRAFT,
    drafted_by: int | None,
) -> list[Finding]:
    """What the actor lacks over a draft of a unit. One that names no unit yet is for whoever drafts it."""
    if granted.is_everything(who.sight):
        return []
    if unit is not None:
        level = str(content.get("confidentiality") or "normal")
        return granted.check(who, right, unit=unit, confidentiality=level, pack=_pack(who))
    if right == rights.DRAFT and who.sight.has(right) and drafted_by == who.person:
        return []
    article = granted.granted_by(right, pack=_pack(who), as_of=who.sight.day)
    code = texts.readable(content.get("issuer") or "–")
    return [Finding("not-granted", {"right": right, "unit": code, "article": article}, article)]


def _pack(who: Actor) -> charter.Pack:
    if who.sight.pack is None:
        raise ValueError("a sight of limited rights knows its rule book")
    return who.sight.pack


def paths_of(content: Mapping[str, Any]) -> list[str]:
    """Paths of files that a draft names."""
    files = content.get("attachments")
    listed = files if isinstance(files, list | tuple) else ()
    named = (each.get("path") if isinstance(each, Mapping) else each for each in listed)
    return [str(each) for each in named if each is not None]


def _named_by_path(content: Mapping[str, Any], who: Actor, before: Sequence[str]) -> list[Finding]:
    """Only whoever works at the machine names its files; what stood in the draft before may stay."""
    if granted.is_everything(who.sight):
        return []
    new = [path for path in paths_of(content) if path not in before]
    return [Finding("attachment-by-path", {"file": texts.readable(path)}) for path in new]


def _of_other_drafts(content: Mapping[str, Any], before: Mapping[str, Any]) -> list[Finding]:
    """A file taken in belongs to one draft: who read its key there can neither take the file nor have it removed."""
    new = set(uploads.keys_of(content)) - set(uploads.keys_of(before))
    if not new:
        return []
    others = Draft.objects.filter(issued_as=None, dropped_at=None, content__attachments__isnull=False)
    named = {key for other in others.values_list("content", flat=True) for key in uploads.keys_of(other)}
    return [Finding("attachment-missing", {"file": texts.readable(key)}) for key in sorted(new & named)]


def open_draft(id: int) -> Draft:
    """The draft with this number that has been neither issued nor given up; raises `NotDrafted`."""
    found = Draft.objects.filter(id=id, issued_as=None, dropped_at=None).first()
    if found is None:
        raise NotDrafted(id)
    return found


def _plain(value: Any) -> Any:
    """The content with days as text, as JSON keeps them."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if value is None or isinstance(value, str | int):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
