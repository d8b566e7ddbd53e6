"""A draft begun and saved as its form does it."""

from __future__ import annotations

from typing import Any

from django.test import Client

from fasti.acts.models import Draft
from fasti.web import asked


def today() -> str:
    return asked.now().date().isoformat()


def begin(client: Client, **more: str) -> Draft:
    fields = {"issuer": "NORTH-B", "type": "decision", "signed_on": today(), "title": "On the keeper", **more}
    answer = client.post("/drafts/new/", fields)
    assert answer.status_code == 302, answer.content.decode()
    return Draft.objects.get(id=answer["Location"].split("/")[2])


def form(draft: Draft, **more: Any) -> dict[str, Any]:
    """What the form of a decision of the northern board holds that makes Goran a board member."""
    return {
        "version": str(draft.version),
        "issuer": "NORTH-B",
        "type": "decision",
        "signed_on": today(),
        "title": "On a member of the board",
        "signed_by": "BRUNO@NORTH-B.chair",
        "language": "en",
        "effects-0-kind": "APPOINT",
        "effects-0-person": "GORAN",
        "effects-0-post": "NORTH-B.member",
        "do": "save",
        **more,
    }


def save(client: Client, draft: Draft, **more: Any) -> Any:
    return client.post(f"/drafts/{draft.id}/", form(draft, **more))


def text(answer: Any) -> str:
    return str(answer.content.decode())


def account(code: str) -> Any:
    from fasti.access.models import Account

    return Account.objects.get(person__code=code)
