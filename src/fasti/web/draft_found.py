"""The draft that a page is about, where it is seen; the act it has become; the version that a form was made of."""

from __future__ import annotations

from typing import Any

from fasti.access import acts as access
from fasti.access import drafts, rights
from fasti.acts.models import Act, Draft
from fasti.web import asked, refusals

LARGEST_ID = 2**63
"""Beyond every number that a database gives."""


def draft(request: asked.Asked, id: int) -> Draft:
    """The open draft, where it is seen."""
    found = None
    if id < LARGEST_ID:
        related = Draft.objects.select_related("unit", "drafted_by", "changed_by", "checked_by")
        found = related.filter(id=id, issued_as=None, dropped_at=None).first()
    if not drafts.sees(request.sight, found or drafts.ABSENT) or found is None:
        raise refusals.NotGranted(rights.DRAFT)
    return found


def issued(request: asked.Asked, id: int) -> int | None:
    """The act that the draft has become, where it is seen."""
    related = Act.objects.select_related("issuer").filter(draft__id=id)
    act = related.first() if id < LARGEST_ID else None
    return act.id if act is not None and access.sees(request.sight, act) else None


def version(typed: Any) -> int:
    """The version that what was typed belongs to."""
    text = typed.get("version", "")
    if not text.isdecimal() or len(text) > 9:
        raise refusals.Malformed
    return int(text)
