"""Who is signed in, by which post, and what they have open: drafts of their own and work that is still running."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasti.access import drafts
from fasti.access.models import Job
from fasti.acts.models import Draft

if TYPE_CHECKING:
    from fasti.web.asked import Asked

MOST = 5
_LOOKED_THROUGH = 20
"""Drafts of one's own, of which those are shown that are still seen."""


@dataclass(frozen=True)
class Opened:
    """Something to go back to."""

    kind: str
    """draft or job."""
    address: str
    title: str


@dataclass(frozen=True)
class Me:
    """Whoever is signed in."""

    name: str
    initials: str
    code: str
    """Of the person; empty for a technical account."""
    office: str
    """The weightiest post, in words; empty without one."""


def of(request: Asked) -> list[Opened]:
    """The running jobs of whoever asks, and of the drafts they wrote last those they still see; newest first."""
    account = request.account
    found = [
        Opened("job", f"/jobs/{id}/", kind)
        for id, kind in Job.objects.filter(account=account, state__in=("waiting", "running"))
        .order_by("-id")
        .values_list("id", "kind")[:MOST]
    ]
    if account.person_id is not None:
        own = Draft.objects.filter(issued_as=None, dropped_at=None, drafted_by=account.person_id)
        latest = list(own.order_by("-changed_at", "-id")[:_LOOKED_THROUGH])
        request.sight.learn({each.unit_id for each in latest if each.unit_id is not None})
        seen = [each for each in latest if drafts.sees(request.sight, each)]
        found += [
            Opened("draft", f"/drafts/{each.id}/", str(each.content.get("title") or ""))
            for each in seen[:MOST]
        ]
    return found


def me(request: Asked) -> Me:
    """Name, initials and post of whoever is signed in."""
    from fasti.subjects.models import Post

    account = request.account
    person = account.person
    name = (person.full_name or person.code) if person else account.name
    office = ""
    if request.sight.post is not None:
        kind = Post.objects.values_list("office", flat=True).get(id=request.sight.post)
        office = request.pack.name("office", kind, request.lang)
    parts = name.split()
    initials = (parts[0][:1] + parts[-1][:1]).upper() if parts else "?"
    return Me(name, initials, person.code if person else "", office)
