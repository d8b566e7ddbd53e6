"""One operation through three doors: command line, API and pages record the same act, or refuse it alike."""

from __future__ import annotations

import json
import pathlib
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from fasti.acts.models import Act, Draft
from fasti.cli import main
from fasti.register.models import Tenure, Vacancy
from tests import cast
from tests.api import conftest

Outcome = tuple[str, Any]
"""`issued` with all that was recorded, or `refused` with the codes of the findings."""
APPOINT = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}


def appointment(*effects: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A decision of the northern board, of a day on which one person may write and issue it."""
    return {**cast.act("NORTH-B", "decision", "On the board", "2023-05-02", *effects), **more}


CASES: dict[str, dict[str, Any]] = {
    "an appointment": appointment(APPOINT),
    "two effects of later days": appointment(
        {**APPOINT, "on": "2023-06-01"},
        {
            "kind": "RELIEVE",
            "person": "DORA",
            "post": "NORTH-B.deputy",
            "reason": "request",
            "on": "2023-07-01",
        },
    ),
    "nothing but words": appointment(text="The board takes note of what [person:DORA] has said."),
    "a post that is held": appointment({**APPOINT, "post": "NORTH-B.deputy"}),
    "a post of another unit": appointment({**APPOINT, "post": "SOUTH-B.deputy"}),
    "a post left that is not held": appointment({**APPOINT, "kind": "RELIEVE", "reason": "request"}),
    "a signer without office": appointment(APPOINT, signer="GORAN"),
    "a type that is not the board's": appointment(APPOINT, type="rule"),
    "two findings at once": appointment(
        {**APPOINT, "post": "NORTH-B.deputy"}, {**APPOINT, "kind": "RELIEVE", "reason": "request"}
    ),
}


def recorded() -> Any:
    """What the last act says, and what holds since."""
    act = Act.objects.order_by("-id")[0]
    effects = act.effects.order_by("ordinal").values_list(
        "ordinal", "kind", "on", "unit", "person", "post", "data"
    )
    return (
        act.code, act.symbol, act.title, act.text, act.language, act.confidentiality, act.signed_on, act.in_force_on,
        act.signer_id, act.signer_post_id, act.capacity, act.charter_version, act.sequence, act.previous_hash,
        list(effects), list(act.relations.values_list("kind", "target")),
        sorted(Tenure.objects.values_list("person", "post", "starts_on", "ends_before", "manner")),
        sorted(Vacancy.objects.values_list("post", "starts_on"), key=str),
    )  # fmt: skip


def by_command_line(
    content: dict[str, Any], capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path
) -> Outcome:
    """`fasti act issue FILE`."""
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    capsys.readouterr()
    status = main(["act", "issue", str(path), "--json"])
    told = json.loads(capsys.readouterr().out)
    if status == 0:
        return "issued", recorded()
    return "refused", sorted({each["code"] for each in told["findings"]})


def by_api(content: dict[str, Any]) -> Outcome:
    """Keep a draft, issue it."""
    bruno = conftest.Program(conftest.key("BRUNO"))
    draft = bruno.post("drafts", content, status=201)["draft"]
    answer = bruno.raw("post", f"drafts/{draft}/issue", If_Match='"1"', Idempotency_Key="the-only-key")
    if answer.status_code == 201:
        return "issued", recorded()
    assert answer.status_code == 422
    return "refused", sorted({each["code"] for each in answer.json()["findings"]})


def by_pages(content: dict[str, Any]) -> Outcome:
    """Fill in the form, go to the page that issues."""
    client = Client()
    client.force_login(
        conftest.account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    head = {name: content[name] for name in ("issuer", "type", "signed_on", "title")}
    begun = client.post("/drafts/new/", head)
    assert begun.status_code == 302, begun.content.decode()
    draft = Draft.objects.get(id=begun["Location"].split("/")[2])
    saved = client.post(
        f"/drafts/{draft.id}/", {**head, **_fields(content), "version": draft.version, "do": "save"}
    )
    assert saved.status_code == 302, saved.content.decode()
    draft.refresh_from_db()
    answer = client.post(f"/drafts/{draft.id}/issue/", {"version": draft.version})
    draft.refresh_from_db()
    if draft.issued_as_id is not None:
        return "issued", recorded()
    if answer.status_code == 302:
        answer = client.get(f"/drafts/{draft.id}/issue/")
    return "refused", sorted(set(re.findall(r"<code>([a-z-]+)</code>", answer.content.decode())))


def _fields(content: dict[str, Any]) -> dict[str, str]:
    """The fields of the form that say the same."""
    found = {
        "signed_by": f"{content['signer']}@{content['signer_post']}",
        "language": content["language"],
        "text": content.get("text", ""),
    }
    for number, effect in enumerate(content["effects"]):
        found |= {f"effects-{number}-{name}": value for name, value in effect.items()}
    return found


def apart(work: Callable[[], Outcome]) -> Outcome:
    """Do something and undo it, so that the next door finds the body as it was."""
    cache.clear()
    point = transaction.savepoint()
    try:
        return work()
    finally:
        transaction.savepoint_rollback(point)


@pytest.mark.django_db
@pytest.mark.parametrize("case", CASES)
def test_three_doors_record_the_same_act_or_refuse_it_alike(
    case: str, capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path, settings: Any
) -> None:
    settings.HOME = tmp_path
    cast.found_guild()
    content = CASES[case]
    found = apart(lambda: by_command_line(content, capsys, tmp_path))
    assert apart(lambda: by_api(content)) == found
    assert apart(lambda: by_pages(content)) == found
