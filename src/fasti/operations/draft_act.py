"""Keep a draft: the document as written, with what stands in its way today. It has no number and no effect yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from fasti.acts.models import Draft


class NotDrafted(LookupError):
    """There is no open draft with this number."""


def draft(content: Mapping[str, Any], *, drafted_at: datetime, actor: str) -> Draft:
    """Store a draft as it is; checking is a separate step, so that unfinished work is not lost."""
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
    return value.isoformat() if isinstance(value, date) else value
