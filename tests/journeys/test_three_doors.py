"""One operation through three doors: command line, API and pages record the same act, or refuse it alike."""

from __future__ import annotations

import json
import pathlib
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from fasti.acts import uploads
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


# -- a kept draft ----------------------------------------------------------------------------------------------------


def kept_and_issued_by_command_line(
    content: dict[str, Any], capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path
) -> Outcome:
    """`fasti act draft FILE`, `fasti act issue DRAFT`."""
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert main(["act", "draft", str(path)]) == 0
    return issued_by_command_line(Draft.objects.latest("id").id, capsys)


def issued_by_command_line(draft: int, capsys: pytest.CaptureFixture[str]) -> Outcome:
    """`fasti act issue DRAFT`."""
    capsys.readouterr()
    status = main(["act", "issue", str(draft), "--json"])
    told = json.loads(capsys.readouterr().out)
    if status == 0:
        return "issued", recorded()
    return "refused", sorted({each["code"] for each in told["findings"]})


def issued_by_api(draft: int) -> Outcome:
    bruno = conftest.Program(conftest.key("BRUNO"))
    answer = bruno.raw("post", f"drafts/{draft}/issue", If_Match='"1"', Idempotency_Key="the-only-key")
    assert answer.status_code == 201, answer.content.decode()
    return "issued", recorded()


def issued_by_pages(draft: int) -> Outcome:
    client = Client()
    client.force_login(
        conftest.account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    answer = client.post(f"/drafts/{draft}/issue/", {"version": 1})
    assert answer.status_code == 302, answer.content.decode()
    return "issued", recorded()


@pytest.mark.django_db
def test_whoever_drafted_may_not_issue_by_any_door(
    capsys: pytest.CaptureFixture[str], tmp_path: pathlib.Path, settings: Any
) -> None:
    settings.HOME = tmp_path
    cast.found_guild()
    content = appointment(APPOINT, signed_on="2024-05-02")
    refused: Outcome = ("refused", ["four-eyes"])
    assert apart(lambda: kept_and_issued_by_command_line(content, capsys, tmp_path)) == refused
    assert apart(lambda: by_api(content)) == refused
    assert apart(lambda: by_pages(content)) == refused


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["command line", "api", "pages"])
def test_a_draft_of_somebody_else_is_issued_with_its_file_by_every_door(
    door: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: pathlib.Path,
    settings: Any,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    settings.HOME = tmp_path
    cache.clear()
    cast.found_guild()
    file = uploads.take_in(tmp_path, "plan.txt", [b"the plan"])
    dora = conftest.Program(conftest.key("DORA"))
    content = appointment(APPOINT, signed_on="2024-05-02", attachments=[file.written()])
    draft = dora.post("drafts", content, status=201)["draft"]
    issue = {
        "command line": lambda: issued_by_command_line(draft, capsys),
        "api": lambda: issued_by_api(draft),
        "pages": lambda: issued_by_pages(draft),
    }[door]
    with django_capture_on_commit_callbacks(execute=True):
        assert issue()[0] == "issued"
    act = Act.objects.latest("id")
    assert list(act.attachments.values_list("filename", "size")) == [("plan.txt", 8)]
    assert [each for each in (tmp_path / "uploads").rglob("*") if each.is_file()] == []
    assert Draft.objects.get(id=draft).content == {}
