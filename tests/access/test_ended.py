"""What a right leaves behind when it ends: tokens, calendars, answers, jobs and the log give nothing more."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from fasti.access import actor, log
from fasti.access.models import Job
from fasti.acts.models import Act
from fasti.api import asked
from fasti.operations import draft_act, jobs, make_token
from tests import cast
from tests.access import doors
from tests.access.conftest import Look, account, person, unit

pytestmark = pytest.mark.usefixtures("guild")


@pytest.fixture(autouse=True)
def _alone(tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path
    cache.clear()


def relieve(who: str = "BRUNO", post: str = "NORTH-B.chair") -> None:
    relief = {"kind": "RELIEVE", "person": who, "post": post, "reason": "request"}
    cast.issue(cast.act("COUNCIL", "decision", "Relief", "2024-05-10", relief), recorded_at=asked.now())


def key(who: str, post: str, purpose: str) -> str:
    return make_token.make(
        account(who), post=post, name="test", purpose=purpose, at=asked.now(), pack=cast.pack()
    )[1]


def test_a_token_and_a_calendar_end_with_the_tenure() -> None:
    program = Client(headers={"Authorization": f"Bearer {key('BRUNO', 'NORTH-B.chair', 'api')}"})
    feed = f"/calendar/{key('BRUNO', 'NORTH-B.chair', 'calendar')}.ics"
    assert program.get("/api/v1/people").status_code == 200
    assert Client().get(feed).status_code == 200
    relieve()
    assert program.get("/api/v1/people").status_code == 401
    assert Client().get(feed).status_code == 404
    gone, none = Client().get(feed), Client().get("/calendar/none.ics")
    assert gone.content.replace(feed.encode(), b"/calendar/none.ics") == none.content


def test_a_calendar_tells_nothing_of_sealed_acts_and_no_names_unasked() -> None:
    seat = {"kind": "APPOINT", "person": "CHIARA", "post": "NORTH-B.member", "ends_planned_on": "2027-01-01"}
    open_ = {"kind": "APPOINT", "person": "GORAN", "post": "NORTH-B.member", "ends_planned_on": "2027-01-02"}
    cast.issue(
        cast.act("COUNCIL", "decision", "Sealed", "2024-04-01", seat, confidentiality="sealed"),
        cast.act("NORTH-B", "decision", "Open", "2024-04-02", open_),
    )
    feed = f"/calendar/{key('BRUNO', 'NORTH-B.chair', 'calendar')}.ics?below=1"
    told = Client().get(feed).content.decode()
    assert "GORAN" in told
    assert "Gorić" not in told
    assert "CHIARA" not in told
    assert "CHIARA" not in Client().get(f"{feed}&names=1").content.decode()


# -- answers that were given before ----------------------------------------------------------------------


def _issue(browser: Client, draft: int, **headers: str) -> Any:
    return browser.post(
        f"/api/v1/drafts/{draft}/issue", "{}", content_type="application/json",
        headers={"Idempotency-Key": "key-number-one", "If-Match": '"1"', **headers},
    )  # fmt: skip


def _ready(look: Look) -> int:
    content = cast.act("NORTH-B", "letter", "Kqissued", "2024-05-02", confidentiality="closed")
    return draft_act.draft(content, drafted_at=cast.at("2024-05-02"), actor=actor.signed_in(look("DORA"))).id


def test_an_answer_given_to_a_session_is_not_given_again_to_a_token_of_less_rights(look: Look) -> None:
    cast.issue(
        cast.act("NORTH-B", "decision", "A seat", "2024-04-02",
                 {"kind": "APPOINT", "person": "BRUNO", "post": "NORTH-B.member"})
    )  # fmt: skip
    draft, browser = _ready(look), doors.client("BRUNO")
    assert _issue(browser, draft).status_code == 201, _issue(browser, draft).content
    assert "letter:1" in _issue(browser, draft).content.decode(), "asked again, answered again"
    weak = Client(headers={"Authorization": f"Bearer {key('BRUNO', 'NORTH-B.member', 'api')}"})
    assert "letter:1" not in doors.said(_issue(weak, draft))


def test_an_answer_is_not_given_again_once_the_right_has_ended(look: Look) -> None:
    draft, browser = _ready(look), doors.client("BRUNO")
    assert _issue(browser, draft).status_code == 201
    relieve()
    assert "letter:1" not in doors.said(_issue(browser, draft))


# -- jobs ------------------------------------------------------------------------------------------------


def test_what_came_of_a_job_is_not_given_out_once_the_post_is_left(
    tmp_path: pathlib.Path, look: Look
) -> None:
    job = Job.objects.create(
        account=account("BRUNO"), kind="export", state="done", question={"title": "NORTH"},
        answer={"files": ["all.csv"], "unit": "Kqunit", jobs.record.BY: jobs.grounds(look("BRUNO"))},
        asked_at=cast.at("2024-05-02"), ended_at=cast.at("2024-05-02"),
    )  # fmt: skip
    folder = tmp_path / "jobs" / str(job.pk)
    folder.mkdir(parents=True)
    (folder / "all.csv").write_text("everybody")
    browser = doors.client("BRUNO")
    roads = (f"/jobs/{job.pk}/", f"/api/v1/jobs/{job.pk}", "/api/v1/jobs")
    files = (f"/jobs/{job.pk}/files/all.csv", f"/api/v1/jobs/{job.pk}/files/all.csv")
    assert all(doors.said(browser.get(path)).count("everybody") for path in files)
    assert "all.csv" in doors.said(browser.get(roads[0]))
    relieve()
    assert [browser.get(path).status_code for path in files] == [404, 404]
    for path in roads:
        told = doors.said(browser.get(path))
        assert "all.csv" not in told
        assert "Kqunit" not in told
    assert "Your posts do not grant this." in doors.said(browser.get(roads[0]))


def test_a_job_keeps_by_which_posts_it_was_done(look: Look) -> None:
    from fasti.exchange import work

    told = {"unit": "NORTH", "format": "popolo", "lang": "en", "title": "NORTH"}
    job = jobs.ask(account("BRUNO"), "export", told, at=cast.at("2024-05-02"))
    work.pool(now=lambda: cast.at("2024-05-02")).run(job.pk)
    job.refresh_from_db()
    assert job.state == "done", job.answer
    assert job.answer[jobs.record.BY] == jobs.grounds(look("BRUNO"))
    assert jobs.file_of(job, "NORTH.json", look("BRUNO")) is not None
    assert jobs.file_of(job, "NORTH.json", look("GORAN")) is None


# -- the log ---------------------------------------------------------------------------------------------


def test_the_own_log_names_nobody_who_is_out_of_sight_by_now(look: Look) -> None:
    (secret,) = cast.issue(cast.act("NORTH-B", "letter", "Kqsecret", "2024-04-01", confidentiality="closed"))
    at = cast.at("2024-05-02")
    log.keep(look("BRUNO"), "person.seen", at=at, person=person("GORAN"))
    log.keep(look("BRUNO"), "act.seen", at=at, unit=unit("NORTH-B"), act=secret.id)
    browser, symbol = doors.client("BRUNO"), f'<span class="id">{secret.symbol}</span>'
    assert "Gorić" in doors.said(browser.get("/log/"))
    assert symbol in doors.said(browser.get("/log/"))
    relieve()
    assert "Gorić" not in doors.said(browser.get("/log/"))
    assert symbol not in doors.said(browser.get("/log/"))
    items = browser.get("/api/v1/log").json()["items"]
    assert {each["act"] for each in items} == {None}
    assert "GORAN" in {each["person"] for each in items}


def test_who_looked_at_me_does_not_name_the_sealed_act_by_which_they_came_to_look() -> None:
    seat = {"kind": "APPOINT", "person": "CHIARA", "post": "NORTH-B.deputy"}
    leave = {"kind": "RELIEVE", "person": "DORA", "post": "NORTH-B.deputy", "reason": "request"}
    cast.issue(cast.act("COUNCIL", "decision", "Sealed", "2024-04-01", leave, seat, confidentiality="sealed"))
    assert doors.client("CHIARA").get("/people/GORAN/").status_code == 200
    symbol = Act.objects.get(title="Sealed").symbol
    told = doors.said(doors.client("GORAN").get("/log/?view=about-me"))
    assert "Conti" in told
    assert symbol not in told
    assert json.dumps(doors.client("GORAN").get("/api/v1/log?of=me").json()).count(symbol) == 0
