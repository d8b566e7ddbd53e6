"""Who is signed in, by which post, and what they have open: drafts of their own and work that is still running."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasti.access.models import Job
from fasti.acts.models import Draft

if TYPE_CHECKING:
    from fasti.access.models import Account
    from fasti.web.asked import Asked

MOST = 5


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


def of_account(account: Account) -> list[Opened]:
    """Drafts drafted or changed last by the account's person, and its running jobs; newest first."""
    found = [
        Opened("job", f"/jobs/{id}/", kind)
        for id, kind in Job.objects.filter(account=account, state__in=("waiting", "running"))
        .order_by("-id")
        .values_list("id", "kind")[:MOST]
    ]
    if account.person_id is not None:
        drafts = Draft.objects.filter(issued_as=None, dropped_at=None, drafted_by=account.person_id)
        found += [
            Opened("draft", f"/drafts/{id}/", str(title or ""))
            for id, title in drafts.order_by("-changed_at", "-id").values_list("id", "content__title")[:MOST]
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
