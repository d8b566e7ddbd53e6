"""Attacks that were tried on the pages and the API, each with what it gets now: nothing."""

from __future__ import annotations

import html
import json
import pathlib
import re
from typing import Any
from urllib.parse import urljoin, urlsplit

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
from tests.access import doors, marks
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


# -- from a page of somebody else ------------------------------------------------------------------------------------


def test_nothing_is_done_for_a_form_or_a_program_without_the_mark_of_the_session(
    tmp_path: pathlib.Path,
) -> None:
    """A page of somebody else makes the browser of the president send whatever it likes."""
    marks.mark(tmp_path)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(account("ADA"), backend="allauth.account.auth_backends.AuthenticationBackend")
    kept = (
        Act.objects.count(),
        list(Draft.objects.order_by("id").values("id", "content", "dropped_at", "checked_at")),
    )
    done, jobs = [], Job.objects.count()
    for address in doors.addresses():
        if address.method != "get" and (answer := address.ask(browser)).status_code != 403:
            done.append(f"{address.method} {address.path}: {answer.status_code}")
    assert not done, "\n".join(done)
    assert kept == (
        Act.objects.count(), list(Draft.objects.order_by("id").values("id", "content", "dropped_at", "checked_at")),
    )  # fmt: skip
    assert Job.objects.count() == jobs


ELSEWHERE = (
    "https://evil.example/", "//evil.example/", "/\\evil.example/", "\\\\evil.example", "https:evil.example",
    "///evil.example", "javascript:alert(1)", "/%5Cevil.example/\n", "http://testserver.evil.example/",
    "\thttps://evil.example",
)  # fmt: skip


def _leads_to(link: str) -> str:
    """Where a browser goes by a link on a page of ours: it takes a backslash for a slash, and leaves out line ends."""
    plain = re.sub(r"[\t\r\n]", "", link).strip().replace("\\", "/")
    found = urlsplit(urljoin("http://testserver/account/", plain))
    return f"{found.scheme}://{found.netloc}"


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_sent_elsewhere(address: str) -> None:
    browser, stranger = doors.client("BRUNO"), Client()
    answers = [
        stranger.get("/language/", {"lang": "vi", "next": address}),
        browser.post("/preferences/", {"theme": "dark", "next": address}),
        stranger.get("/account/login/", {"next": address}),
        browser.get("/account/login/", {"next": address}),
        browser.get("/account/logout/", {"next": address}),
    ]
    for answer in answers:
        page = answer.content.decode()
        links = [answer.headers.get("Location", "/"), *re.findall(r'(?:href|action)="([^"]*)"', page)]
        assert {_leads_to(html.unescape(link)) for link in links} == {"http://testserver"}
    browser.post("/account/logout/", {"next": address})
    lost = stranger.post(
        "/preferences/", {"theme": "dark"}, headers={"Referer": f"http://testserver{address}"}
    )
    assert lost.headers["Location"].startswith("/account/login/?next=%2F")


def test_a_stale_form_leads_back_to_a_page_of_ours_alone() -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(account("BRUNO"), backend="allauth.account.auth_backends.AuthenticationBackend")
    for back in ("https://evil.example/x", "//evil.example/x", "http://testserver//evil.example/"):
        answer = browser.post(
            "/preferences/", {"theme": "dark"}, headers={"Referer": back, "HX-Current-URL": back}
        )
        assert answer.status_code == 403
        assert not re.search(r'href="(https?:)?//?[^"/]*evil', answer.content.decode())


# -- keys, tags and tokens of others -----------------------------------------------------------------------------------


def test_the_key_of_anothers_request_is_a_key_like_any_other() -> None:
    content = cast.act("NORTH-B", "letter", "Kqmine", "2024-05-01")
    made = _sent("BRUNO", "POST", "drafts", content).json()["draft"]
    key = {"Idempotency-Key": "the-same-key", "If-Match": '"1"'}
    first = _sent("BRUNO", "POST", f"drafts/{made}/issue", {}, **key)
    assert first.status_code == 201, first.content
    other = _sent("CHIARA", "POST", f"drafts/{made}/issue", {}, **key)
    assert other.status_code == 403
    assert "letter" not in other.content.decode()


def test_a_tag_of_anothers_answer_is_not_ones_own() -> None:
    tag = doors.client("ADA").get("/api/v1/acts").headers["ETag"]
    answer = doors.client("GORAN").get("/api/v1/acts", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag


def test_tokens_of_others_are_neither_listed_nor_revoked() -> None:
    _program(account("BRUNO"), "NORTH-B.chair")
    token = account("BRUNO").tokens.get()
    assert doors.client("CHIARA").get("/api/v1/tokens").json()["items"] == []
    assert doors.client("CHIARA").delete(f"/api/v1/tokens/{token.pk}").status_code == 404
    token.refresh_from_db()
    assert token.revoked_at is None


def test_a_revoked_token_and_that_of_a_closed_account_open_nothing() -> None:
    program = _program(account("BRUNO"), "NORTH-B.chair")
    assert program.get("/api/v1/me").status_code == 200
    account("BRUNO").tokens.update(revoked_at=cast.at("2024-05-02"))
    assert program.get("/api/v1/me").status_code == 401
    program = _program(account("DORA"), "NORTH-B.deputy")
    Account.objects.filter(name="dora").update(is_active=False, closed_at=cast.at("2024-05-02"))
    assert program.get("/api/v1/me").status_code == 401


@pytest.mark.parametrize("who", ["BRUNO", "GORAN"])
def test_figures_and_reports_of_units_out_of_reach_are_refused_by_every_road(who: str) -> None:
    """The unit asked for, a unit beside it, another period, a unit's own page, a job."""
    asked_ = "unit=BIRCH&period=2024-H1"
    browser = doors.client(who)
    for path in (
        f"figures/?{asked_}", f"figures/?{asked_}&by=child&theme=members", f"figures/members.total/?{asked_}",
        f"reports/?{asked_}&form=half-year&against=2023-H1", f"reports/download/json/?{asked_}&form=half-year",
        f"api/v1/figures/members.total?{asked_}&by=sex", f"api/v1/figures/members.total/acts?{asked_}",
        f"api/v1/reports/half-year?{asked_}&beside=2020-01-01", f"api/v1/units/BIRCH/movement?{asked_}",
        "units/BIRCH/?region=members", "units/BIRCH/?region=boundaries",
    ):  # fmt: skip
        assert browser.get(f"/{path}").status_code in (403, 404), path
    for road in ("jobs/reports", "jobs/exports"):
        told = {"unit": "BIRCH", "period": "2024-H1", "form": "half-year"}
        told = told if road.endswith("reports") else {"unit": "BIRCH", "format": "popolo"}
        assert _sent(who, "POST", road, told).status_code == 403, road
    assert not Job.objects.exists()
