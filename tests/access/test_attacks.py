"""Attacks that were tried on the pages and the API, each with what it gets now: nothing."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from fasti.access import actor
from fasti.access.models import Account, Job
from fasti.acts import uploads
from fasti.acts.models import Act, Draft
from fasti.api import asked
from fasti.operations import draft_act, make_token
from tests import cast
from tests.access import doors
from tests.access.conftest import account

pytestmark = pytest.mark.usefixtures("guild")


@pytest.fixture(autouse=True)
def _alone(tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path
    cache.clear()


def _sent(who: str, method: str, path: str, content: dict[str, Any], **headers: str) -> Any:
    return doors.client(who).generic(
        method, f"/api/v1/{path}", json.dumps(content), content_type="application/json", headers=headers
    )


# -- files of drafts -------------------------------------------------------------------------------------------------


def _with_file(home: pathlib.Path, unit: str) -> uploads.Upload:
    """A file that a draft of the unit names."""
    file = uploads.take_in(home, "plan.txt", [b"kept"])
    content = cast.act(unit, "letter", "Plan", "2024-05-01", attachments=[file.written()])
    draft_act.draft(content, drafted_at=cast.at("2024-05-02"), actor=actor.OPERATOR)
    return file


def test_the_file_of_anothers_draft_is_neither_taken_nor_removed_by_its_key(tmp_path: pathlib.Path) -> None:
    file = _with_file(tmp_path, "SOUTH-B")
    own = cast.act("NORTH-B", "letter", "Mine", "2024-05-01")
    stolen = {**own, "attachments": [file.written()]}
    answer = _sent("BRUNO", "POST", "drafts", stolen)
    assert answer.status_code == 422
    assert [each["code"] for each in answer.json()["findings"]] == ["attachment-missing"]
    made = _sent("BRUNO", "POST", "drafts", own).json()["draft"]
    saved = _sent("BRUNO", "PUT", f"drafts/{made}", stolen, **{"If-Match": '"1"'})
    assert saved.status_code == 422
    assert "attachments" not in Draft.objects.get(id=made).content
    kept = uploads.path(tmp_path, file.key)
    assert kept is not None
    assert kept.read_bytes() == b"kept"


def test_a_draft_keeps_the_files_it_names_itself(tmp_path: pathlib.Path) -> None:
    file = uploads.take_in(tmp_path, "plan.txt", [b"kept"])
    content = cast.act("NORTH-B", "letter", "Plan", "2024-05-01", attachments=[file.written()])
    made = _sent("BRUNO", "POST", "drafts", content).json()["draft"]
    saved = _sent("BRUNO", "PUT", f"drafts/{made}", {**content, "title": "Plan 2"}, **{"If-Match": '"1"'})
    assert saved.status_code == 200, saved.content


# -- acts that are not seen ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["closed", "sealed"])
def test_a_draft_does_not_tell_whether_a_hidden_act_exists(level: str) -> None:
    (hidden,) = cast.issue(cast.act("SOUTH-B", "letter", "Hidden", "2024-03-01", confidentiality=level))
    content = cast.act("NORTH-B", "letter", "Mine", "2024-05-01", relations=[])
    browser = doors.client("BRUNO")
    kept = []
    for number in (hidden.number, 999):
        made = _sent("BRUNO", "POST", "drafts", content).json()["draft"]
        typed = f"x ({hidden.issuer.code}:{hidden.series}:{number})"
        browser.post(
            f"/drafts/{made}/",
            {"version": "1", "issuer": "NORTH-B", "type": "letter", "title": "Mine", "relations-0-kind": "amends",
             "relations-0-act": typed},
        )  # fmt: skip
        relations = Draft.objects.get(id=made).content["relations"]
        kept.append([each["act"].replace(f":{number})", ":N)") for each in relations])
    assert kept[0], "the form was read"
    assert kept[0] == kept[1]


# -- jobs ------------------------------------------------------------------------------------------------------------


def _program(whose: Account, post: str) -> Client:
    _, key = make_token.make(whose, post=post, name="test", purpose="api", at=asked.now(), pack=cast.pack())
    return Client(headers={"Authorization": f"Bearer {key}"})


def test_a_token_gets_no_job_that_was_asked_for_with_more_rights(tmp_path: pathlib.Path) -> None:
    bruno = account("BRUNO")
    job = Job.objects.create(
        account=bruno, kind="export", state="done", question={"title": "all"}, answer={"files": ["all.csv"]},
        asked_at=cast.at("2024-05-02"), ended_at=cast.at("2024-05-02"),
    )  # fmt: skip
    folder = tmp_path / "jobs" / str(job.pk)
    folder.mkdir(parents=True)
    (folder / "all.csv").write_text("everybody")
    program = _program(bruno, "NORTH-B.chair")
    assert program.get("/api/v1/jobs").json()["items"] == []
    for path in (f"jobs/{job.pk}", f"jobs/{job.pk}/files/all.csv"):
        assert program.get(f"/api/v1/{path}").status_code == 404
    assert program.delete(f"/api/v1/jobs/{job.pk}").status_code == 404
    assert Job.objects.filter(pk=job.pk).exists()
    assert doors.client("BRUNO").get(f"/api/v1/jobs/{job.pk}/files/all.csv").content == b"everybody"


def test_a_token_gets_the_jobs_of_its_own_tenure() -> None:
    bruno = account("BRUNO")
    program = _program(bruno, "NORTH-B.chair")
    token = bruno.tokens.get()
    job = Job.objects.create(
        account=bruno, kind="export", state="done", question={"tenure": token.tenure_effect_id},
        asked_at=cast.at("2024-05-02"), ended_at=cast.at("2024-05-02"),
    )  # fmt: skip
    assert [each["job"] for each in program.get("/api/v1/jobs").json()["items"]] == [job.pk]


# -- sessions --------------------------------------------------------------------------------------------------------


def test_a_session_ends_with_its_account() -> None:
    browser = doors.client("BRUNO")
    assert browser.get("/").status_code == 200
    Account.objects.filter(name="bruno").update(is_active=False, closed_at=cast.at("2024-05-02"))
    assert browser.get("/acts/").status_code == 302
    assert browser.get("/api/v1/acts").status_code == 401
    assert Act.objects.exists()


# -- what a draft may find out about people -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "effect",
    [
        {"kind": "CONFIRM", "person": "FATIMA"},
        {"kind": "LIFT", "person": "FATIMA", "form": "reprimand", "reason": "appeal"},
        {"kind": "RELIEVE", "person": "FATIMA", "post": "BIRCH.keeper", "reason": "request"},
        {"kind": "RELIEVE", "person": "CHIARA", "post": "BIRCH.keeper", "reason": "request"},
        {"kind": "READMIT", "person": "FATIMA", "unit": "ALDER"},
    ],
)
def test_a_draft_finds_out_nothing_about_people_who_are_not_seen(effect: dict[str, Any]) -> None:
    content = cast.act("ALDER", "decision", "Probing", "2024-05-01", effect)
    told = _sent("EMIL", "POST", "drafts/preview", content).content.decode()
    assert "person-out-of-reach" in told
    assert not any(
        word in told for word in ("BIRCH", "Birch", "Farsi", "Conti", "sanction-not-there", "already")
    )
