"""Probing from outside: what does not exist and what is not seen answer alike, in words, state and number of queries;
days at the ends of the calendar break nothing and show nothing.
"""

from __future__ import annotations

import difflib
import pathlib
import re
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fasti.access.models import Job
from fasti.acts.models import Act, Draft
from tests.access import doors, marks


@pytest.fixture(autouse=True)
def _marked(guild: None, tmp_path: pathlib.Path, settings: Any) -> None:
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    cache.clear()
    marks.mark(tmp_path)


def _pairs() -> list[tuple[str, str]]:
    """Addresses of what Bruno does not see, each with one of what is nowhere."""
    act = Act.objects.select_related("issuer").get(title=marks.of_act("BIRCH", "sealed"))
    draft = Draft.objects.get(content__title=marks.of_draft("BIRCH"))
    job, code = Job.objects.get(kind="report"), f"{act.issuer.code}:{act.series}"
    return [
        *((f"/acts/{act.id}/{end}", f"/acts/99999/{end}") for end in ("", "pdf/", "docx/")),
        ("/people/M-3/", "/people/M-99/"), (f"/drafts/{draft.id}/", "/drafts/99999/"),
        (f"/jobs/{job.pk}/", "/jobs/9/"), (f"/jobs/{job.pk}/files/report.html", "/jobs/9/files/report.html"),
        (f"/drafts/new/?withdraws={code}:{act.number}", f"/drafts/new/?withdraws={code}:99999"),
        ("/people/?unit=&q=M-3", "/people/?unit=&q=M-99"), ("/search/?q=kqmemberbirch", "/search/?q=kqmembernone"),
        (f"/acts/?q={act.title}", "/acts/?q=kqactnowhere"),
        (f"/api/v1/acts/{code}:{act.number}", f"/api/v1/acts/{code}:99999"),
        (f"/api/v1/acts/{code}:{act.number}/files/1", f"/api/v1/acts/{code}:99999/files/1"),
        ("/api/v1/people/M-3", "/api/v1/people/M-99"), ("/api/v1/people?q=M-3", "/api/v1/people?q=M-99"),
        (f"/api/v1/drafts/{draft.id}", "/api/v1/drafts/99999"), (f"/api/v1/jobs/{job.pk}", "/api/v1/jobs/9"),
    ]  # fmt: skip


def _answered(browser: Client, path: str) -> tuple[int, int, str]:
    """State, number of queries, and what is said but for the address itself and what is new in every answer."""
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(path)
    told = doors.said(answer)
    for part in sorted({*re.split(r"[/?&=:]", path), path}, key=len, reverse=True):
        told = told.replace(part, "") if len(part) > 1 else told
    told = re.sub(
        r'(csrfmiddlewaretoken|stamp)" value="[\w:-]+"|X-CSRFToken": "\w+"|[0-9]|%\w\w|ETag\S+ \S+', "", told
    )
    return answer.status_code, len(asked), told


def test_what_is_not_seen_answers_like_what_is_not_there() -> None:
    browser, wrong = doors.client("BRUNO"), []
    for hidden, nowhere in _pairs():
        found, missed = _answered(browser, hidden), _answered(browser, nowhere)
        if found != missed:
            wrong.append(f"{hidden}: {found[:2]}; {nowhere}: {missed[:2]}; {_differing(found[2], missed[2])}")
    assert not wrong, "\n".join(wrong)


def _differing(one: str, other: str) -> list[str]:
    return list(difflib.unified_diff(one.splitlines(), other.splitlines(), lineterm="", n=0))[2:]


DAYS = ("1000-01-01", "9998-12-31", "9999-12-31", "0000-00-00", "2015-01-01")
_PERIOD = re.compile(r"/\d{4}-H[12]/")
PERIODS = ("0001", "0002-H1", "9998", "9998-H2", "9999", "9999-12")


@pytest.mark.parametrize("name", ["as_of", "known", "boundaries", "beside", "period"])
def test_days_at_the_ends_of_the_calendar_break_nothing_and_show_nothing(name: str) -> None:
    """One address of every page and operation, on days before anything was and after everything will have been."""
    browser, wrong = doors.client("BRUNO"), []
    browser.raise_request_exception = False
    firsts = {each.name: each for each in reversed(list(doors.addresses())) if each.method == "get"}
    for address in firsts.values():
        if name in ("boundaries", "beside") and not re.search("figure|report", address.path):
            continue
        for day in PERIODS if name == "period" else DAYS:
            path = _PERIOD.sub(f"/{day}/", address.path) if name == "period" else address.path
            answer = browser.get(f"{path}{'&' if '?' in path else '?'}{name}={day}")
            told = marks.met(doors.said(answer)) - marks.MATRIX["BRUNO"]
            if answer.status_code >= 500 or told:
                wrong.append(f"{path} {name}={day}: {answer.status_code} {sorted(told)}")
    assert len(firsts) > 40
    assert not wrong, "\n".join(wrong)
