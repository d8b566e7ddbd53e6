"""Keep a draft: the document as written, with what stands in its way today. It has no number and no effect yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from fasti.acts import texts
from fasti.acts.findings import Finding
from fasti.acts.models import Draft
from fasti.operations import sealing


class NotDrafted(LookupError):
    """There is no open draft with this number."""


class CannotKeep(ValueError):
    """The draft holds texts that no database can keep; `findings` says where."""

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__(", ".join(sorted({finding.code for finding in found})))
        self.findings = tuple(found)


def draft(content: Mapping[str, Any], *, drafted_at: datetime, actor: str) -> Draft:
    """Store a draft as it is; checking is a separate step, so that unfinished work is not lost.

    Numbers of documents are kept as their hash. Raises `CannotKeep` for what cannot be stored at all.
    """
    content, unsealed = sealing.seal(content)
    found = [*unsealed, *texts.check(content)]
    if found:
        raise CannotKeep(found)
    with transaction.atomic():
        return Draft.objects.create(content=_plain(content), drafted_at=drafted_at)


def open_draft(id: int) -> Draft:
    """The draft with this number that has not been issued; raises `NotDrafted`."""
    found = Draft.objects.filter(id=id, issued_as=None).first()
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
