"""Drafting by programs: the right people, versions, four eyes, one act for one key, withdrawal, hostile input."""

from __future__ import annotations

import contextlib
import json
import pathlib
import sqlite3
import subprocess
import sys
import time
from typing import Any

import pytest

from fasti.access.models import AccessEntry, Answered
from fasti.acts.models import Act, Draft
from tests import cast
from tests.api.conftest import Program, Programs

APPOINT = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member"}
KEY = "2f1c9a54-5c0e-4f0e"
ROOT = pathlib.Path(__file__).resolve().parents[2]


def content(title: str = "Appointment", signed_on: str = "2023-05-02", **more: Any) -> dict[str, Any]:
    """A draft of the northern board that appoints Goran."""
    made = cast.act("NORTH-B", "decision", title, signed_on, APPOINT)
    return {**made, **more}


def codes(problem: dict[str, Any]) -> list[str]:
    """The codes of the findings of a refusal."""
    return [each["code"] for each in problem["findings"]]


def issue(who: Program, draft: int, *, key: str = KEY, tag: str = '"1"', status: int = 201) -> Any:
    """Issue a draft."""
    return who.post(f"drafts/{draft}/issue", status=status, If_Match=tag, Idempotency_Key=key)


def test_a_draft_is_kept_tried_out_checked_and_issued(program: Programs) -> None:
    dora, bruno = program("DORA"), program("BRUNO")
    answer = dora.raw("post", "drafts", content(signed_on="2024-05-02"))
    assert (answer.status_code, answer["ETag"]) == (201, '"1"')
    draft = answer.json()["draft"]
    seen = bruno.post(f"drafts/{draft}/preview")
    assert seen["findings"] == []
    assert [each["line"] for each in seen["spans"]] == ["tenure", "vacancy"]
    checked = bruno.raw("post", f"drafts/{draft}/check", If_Match='"1"')
    assert (checked.json()["checked_by"], checked["ETag"]) == ("BRUNO", '"1c"')
    made = issue(bruno, draft, tag='"1c"')
    act = Act.objects.get(hash=made["hash"])
    assert made == {"act": act.code, "symbol": act.symbol, "hash": act.hash}
    assert bruno.get(f"acts/{made['act']}")["effects"][0]["person"] == "GORAN"
    entries = AccessEntry.objects.filter(unit__code="NORTH-B").order_by("id").values_list("what", flat=True)
    assert list(entries) == ["act.drafted", "act.checked", "act.issued"]


def test_who_drafted_may_not_issue_where_two_are_asked_for(program: Programs) -> None:
    bruno = program("BRUNO")
    draft = bruno.post("drafts", content(signed_on="2024-05-02"), status=201)["draft"]
    told = issue(bruno, draft, status=422)
    assert codes(told) == ["four-eyes"]
    assert Act.objects.count() == 1
    assert not Answered.objects.exists()


@pytest.mark.parametrize("who", ["ADA", "BRUNO", "DORA", "CHIARA", "EMIL", "FATIMA"])
def test_drafts_are_kept_seen_and_issued_by_whoever_may(program: Programs, who: str) -> None:
    may_draft, may_issue = who in ("ADA", "BRUNO", "DORA"), who in ("BRUNO", "DORA")
    kept = program("DORA").post("drafts", content(), status=201)["draft"]
    asking = program(who)
    told = asking.post("drafts", content(), status=201 if may_draft else 422)
    if not may_draft:
        assert codes(told) == ["not-granted"]
    for method, path in (("get", f"drafts/{kept}"), ("post", f"drafts/{kept}/preview")):
        answer = asking.ask(method, path, status=200 if may_draft else 403)
        assert may_draft or "Appointment" not in json.dumps(answer)
    assert (kept in [each["draft"] for each in asking.get("drafts")["items"]]) == may_draft
    status = 201 if may_issue else 422 if may_draft else 403
    issue(asking, kept, status=status)
    assert Act.objects.count() == 1 + may_issue


def test_whoever_saves_an_older_version_is_shown_the_draft_as_it_is(program: Programs) -> None:
    dora, bruno = program("DORA"), program("BRUNO")
    draft = dora.post("drafts", content(), status=201)["draft"]
    saved = bruno.raw("put", f"drafts/{draft}", content("By Bruno"), If_Match='"1"')
    assert (saved.status_code, saved["ETag"]) == (200, '"2"')
    told = dora.ask("put", f"drafts/{draft}", content("By Dora"), status=412, If_Match='W/"1"')
    assert (told["code"], told["current"]["content"]["title"], told["current"]["version"]) == (
        "stale",
        "By Bruno",
        2,
    )
    issue(dora, draft, tag='"1"', status=412)
    dora.ask("delete", f"drafts/{draft}", status=412, If_Match='"1"')
    assert Draft.objects.get().content["title"] == "By Bruno"
    assert (
        dora.ask("put", f"drafts/{draft}", content(), status=422)["findings"][0]["where"] == "header.If-Match"
    )
    dora.ask("delete", f"drafts/{draft}", status=204, If_Match='"2"')
    dora.get(f"drafts/{draft}", status=403)


def test_a_draft_that_was_not_changed_is_not_sent_again(program: Programs) -> None:
    dora = program("DORA")
    draft = dora.post("drafts", content(), status=201)["draft"]
    first = dora.raw("get", f"drafts/{draft}")
    again = dora.raw("get", f"drafts/{draft}", If_None_Match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")


# -- one act for one key -----------------------------------------------------------------------------------------------


def test_a_request_sent_twice_is_done_once(program: Programs) -> None:
    bruno = program("BRUNO")
    draft = bruno.post("drafts", content(), status=201)["draft"]
    first, again = issue(bruno, draft), issue(bruno, draft)
    assert first == again
    assert Act.objects.count() == 2
    assert issue(bruno, draft, key=KEY + "-other", status=409)["code"] == "issued"


def test_a_key_is_good_for_one_request_of_one_account(program: Programs) -> None:
    bruno, dora = program("BRUNO"), program("DORA")
    one, two = (bruno.post("drafts", content(f"Decision {n}"), status=201)["draft"] for n in (1, 2))
    issue(bruno, one)
    assert issue(bruno, two, status=422)["code"] == "key-reused"
    told = issue(dora, two, status=422)
    assert codes(told) == ["already-holds-post"]
    assert Act.objects.count() == 2


def test_a_refusal_may_be_mended_under_the_same_key(program: Programs) -> None:
    bruno = program("BRUNO")
    draft = bruno.post("drafts", content(signer="GORAN"), status=201)["draft"]
    assert "signer-not-in-office" in codes(issue(bruno, draft, status=422))
    bruno.ask("put", f"drafts/{draft}", content(), If_Match='"1"')
    issue(bruno, draft, tag='"2"')


def test_without_a_key_nothing_is_issued(program: Programs) -> None:
    bruno = program("BRUNO")
    draft = bruno.post("drafts", content(), status=201)["draft"]
    told = bruno.post(f"drafts/{draft}/issue", status=422, If_Match='"1"')
    assert told["findings"][0]["where"] == "header.Idempotency-Key"
    for key in ("short", "with space in it", "é" * 10):
        issue(bruno, draft, key=key, status=422)
    assert Act.objects.count() == 1


def _process(home: pathlib.Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.api.asking", str(home), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_two_programs_at_the_same_moment_issue_one_act(tmp_path: pathlib.Path) -> None:
    begun = _process(tmp_path, "begin")
    key, draft = begun.communicate(timeout=120)[0].split()
    moment = str(time.time() + 8)
    asking = [_process(tmp_path, "issue", key, draft, moment) for _ in range(3)]
    answers = {each.communicate(timeout=120)[0] for each in asking}
    assert len(answers) == 1
    assert answers.pop().startswith("201 ")
    with contextlib.closing(sqlite3.connect(tmp_path / "fasti.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM act").fetchone() == (2,)
        assert database.execute("SELECT count(*) FROM answered").fetchone() == (1,)


# -- withdrawal, files, hostile input ----------------------------------------------------------------------------------


def test_an_act_is_withdrawn_by_a_draft_like_any_other(program: Programs) -> None:
    bruno = program("BRUNO")
    act = issue(bruno, bruno.post("drafts", content(), status=201)["draft"])["act"]
    by = cast.act("NORTH-B", "decision", "Withdrawal", "2023-06-01")
    program("CHIARA").post(f"acts/{act}/withdrawal", by, status=403)
    kept = bruno.post(f"acts/{act}/withdrawal", by, status=201)
    assert kept["content"]["relations"] == [{"kind": "withdraws", "act": act}]
    assert bruno.post(f"drafts/{kept['draft']}/preview")["findings"] == []
    issue(bruno, kept["draft"], key=KEY + "-2")
    found = bruno.get(f"acts/{act}")
    assert (found["state"], found["related_from"][0]["kind"]) == ("ended", "withdraws")
    assert bruno.get("acts?view=withdrawn")["items"][0]["act"] == act


def test_a_program_names_no_file_of_the_machine(program: Programs) -> None:
    bruno = program("BRUNO")
    for files in ([{"path": "/etc/passwd"}], [{"upload": "../../etc/passwd"}]):
        told = bruno.post("drafts/preview", content(attachments=files))
        assert told["findings"]
        assert told["spans"] == []
    told = bruno.post("drafts", content(attachments=[{"path": "/etc/passwd"}]), status=422)
    assert codes(told) == ["attachment-by-path"]


def test_a_file_is_sent_named_and_read_again(program: Programs, settings: Any, tmp_path: Any) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    settings.HOME = tmp_path
    bruno = program("BRUNO")
    headers = {"Authorization": f"Bearer {bruno.key}"}
    sent = bruno.client.post(
        "/api/v1/uploads", {"file": SimpleUploadedFile("plan.txt", b"By hand")}, headers=headers
    )
    assert sent.status_code == 201
    bad = bruno.client.post(
        "/api/v1/uploads", {"file": SimpleUploadedFile("run.exe", b"MZ")}, headers=headers
    )
    assert (bad.status_code, codes(bad.json())) == (422, ["attachment-of-other-kind"])
    named = [{"upload": sent.json()["upload"], "filename": "plan.txt"}]
    act = issue(bruno, bruno.post("drafts", content(attachments=named), status=201)["draft"])["act"]
    assert bruno.get(f"acts/{act}")["attachments"][0]["filename"] == "plan.txt"
    file = bruno.raw("get", f"acts/{act}/attachments/1")
    assert (file.content, file["X-Content-Type-Options"]) == (b"By hand", "nosniff")
    assert file["Content-Disposition"].startswith("attachment")
    program("CHIARA").get(f"acts/{act}/attachments/1", status=403)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"title": "a\x00b"}, "text-has-nul"),
        ({"effects": [{**APPOINT, "family_name": "\ud800"}]}, "text-malformed"),
    ],
)
def test_texts_that_cannot_be_kept_are_refused(program: Programs, more: dict[str, Any], code: str) -> None:
    told = program("BRUNO").post("drafts", content(**more), status=422)
    assert code in codes(told)
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "body",
    [
        [], 1, "x", None, {"effects": {}}, {"effects": [1]}, {"signed_on": 0}, {"title": {}},
    ],
)  # fmt: skip
def test_what_is_no_draft_is_refused(program: Programs, body: Any) -> None:
    program("BRUNO").post("drafts", json.dumps(body), status=422)
    assert not Draft.objects.exists()


def test_a_name_of_ten_thousand_characters_is_a_finding(program: Programs) -> None:
    found = {**APPOINT, "kind": "ADMIT", "person": "NEW", "unit": "ALDER", "stage": "full",
             "family_name": "x" * 10_000, "given_name": "y"}  # fmt: skip
    found.pop("post")
    told = program("BRUNO").post("drafts/preview", content(effects=[found]))
    assert "text-too-long" in [each["code"] for each in told["findings"]]
