"""A claim read wrongly is corrected, what was learned is drafted and issued, and the report is read rightly."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from fasti import words
from fasti.access import actor
from fasti.access.models import Job
from fasti.acts.models import Act, Draft
from fasti.claims import Wording
from fasti.dates import axes
from fasti.exchange.work import judged
from fasti.operations import jobs
from fasti.reports import wordings
from fasti.web import work
from tests import cast
from tests.web.conftest import SignIn

pytestmark = pytest.mark.usefixtures("own_home", "guild")
TEXT = "In 2024 the northern guild raised to the lamp 12 keepers. It founded 2 lodges."
LEARNED = Wording("en", "raised to the lamp", "personnel.appointed")


def _read(client: Client) -> Job:
    work.POOL.start()  # Before there is a job: it is done by the test itself.
    sent = {"file": SimpleUploadedFile("report.txt", TEXT.encode()), "unit": "NORTH", "period": "2024"}
    assert client.post("/readings/", {**sent, "text_lang": "en"}).status_code == 302
    job = Job.objects.latest("id")
    work.POOL.run(job.pk)
    job.refresh_from_db()
    return job


def _first(client: Client, job: Job) -> dict[str, Any]:
    return dict(client.get(f"/api/v1/readings/{job.pk}").json()["lines"][0])


CORRECTION = {"indicator": "personnel.appointed", "qualifier": "exact", "value": "12", "period": "2024"}


def test_what_a_reader_corrects_is_kept_drafted_issued_and_read_with(sign_in: SignIn) -> None:
    ada = sign_in("ADA")
    job = _read(ada)
    address = f"/readings/{job.pk}/lines/0/"
    assert (_first(ada, job)["indicator"], _first(ada, job)["judged"]) == ("members.total", None)
    assert address in ada.get(f"/readings/{job.pk}/").content.decode()
    form = html.fromstring(ada.get(address).content.decode())
    assert form.xpath("//select[@name='indicator']/option[@selected]/@value") == ["members.total"]
    answer = ada.post(address, {**CORRECTION, "phrase": "raised to the lamp", "do": "learn"})
    draft = Draft.objects.latest("id")
    assert answer["Location"] == f"/drafts/{draft.pk}/"
    [effect] = draft.content["effects"]
    assert (effect["unit"], effect["phrase"], effect["authors"]) == ("GLK", "raised to the lamp", ["ADA"])
    assert LEARNED not in wordings.in_force(axes.When(cast.at("2099-01-01").date())), (
        "a draft teaches nothing"
    )
    told = _first(ada, job)["judged"]
    assert (told["verdict"], told["indicator"], told["by"]) == ("corrected", "personnel.appointed", "ADA")
    cast.issue(draft.content, recorded_at=cast.at("2090-01-01"))
    assert LEARNED in wordings.in_force(axes.When(cast.at("2099-01-01").date()))
    assert _first(ada, _read(ada))["indicator"] == "personnel.appointed"
    [entry] = ada.get("/api/v1/wordings").json()["items"]
    assert (entry["phrase"], entry["act"]) == ("raised to the lamp", Act.objects.latest("id").code)
    for lang in words.LANGUAGES:
        client = sign_in("ADA", lang=lang)
        assert "raised to the lamp" in client.get("/readings/learned/").content.decode()
        page = client.get(f"/readings/{job.pk}/").content.decode()
        assert words.say("web-readings-wrong", lang) in page
        assert words.say("web-readings-teach", lang) in client.get(address).content.decode()


def test_a_program_confirms_corrects_and_teaches_alike_and_is_refused_alike(sign_in: SignIn) -> None:
    ada = sign_in("ADA")
    job = _read(ada)

    def say(status: int, line: int = 0, client: Client = ada, **said: str) -> Any:
        path = f"/api/v1/readings/{job.pk}/lines/{line}"
        answer = client.post(path, json.dumps(said), content_type="application/json")
        assert answer.status_code == status, answer.content
        return answer.json()

    assert say(200)["verdict"] == "confirmed"
    assert ada.post(f"/readings/{job.pk}/lines/1/", {"do": "confirm"}).status_code == 302
    [one, two] = ada.get(f"/api/v1/readings/{job.pk}").json()["lines"]
    assert [one["judged"]["verdict"], two["judged"]["verdict"]] == ["confirmed", "confirmed"]
    long = "those who were raised to the lamp"
    for said, code in (
        ({"value": "many"}, "wrong-type"),
        ({"value": "1e999999999"}, "wrong-type"),
        ({"value": "1_000"}, "wrong-type"),
        ({"value": "12/0"}, "wrong-type"),
        ({"period": "soon"}, "period-malformed"),
        ({"indicator": "moons.total"}, "wording-figure-unknown"),
        ({"phrase": "raised"}, "wording-nothing-corrected"),
        ({"indicator": "personnel.appointed", "phrase": long}, "wording-too-long"),
        ({"indicator": "personnel.appointed", "phrase": "keepers"}, "wording-in-lists"),
    ):
        assert [each["code"] for each in say(422, **said)["findings"]] == [code]
        given = {**CORRECTION, "indicator": "members.total", **said, "do": "learn"}
        assert ada.post(f"/readings/{job.pk}/lines/0/", given).status_code == 422
    assert not Draft.objects.exists()
    made = say(200, indicator="personnel.appointed", phrase="raised to the lamp")
    assert Draft.objects.get(pk=made["draft"]).content["effects"][0]["phrase"] == "raised to the lamp"
    assert say(200, indicator="personnel.appointed", phrase="raised to the lamp")["draft"] == made["draft"]
    say(404, line=9)
    say(404, client=sign_in("GORAN"))
    assert sign_in("GORAN").get(f"/readings/{job.pk}/lines/0/").status_code == 404
    bruno = sign_in("BRUNO")
    address = f"/readings/{_read(bruno).pk}/lines/0/"
    answer = bruno.post(address, {**CORRECTION, "phrase": "raised to the lamp", "do": "learn"})
    assert answer.status_code == 422, "who drafts for the north alone does not teach the guild"
    assert bruno.post(address, {**CORRECTION, "do": "correct"}).status_code == 302
    assert Draft.objects.count() == 1
    kept = jobs.folder(job)
    assert ada.post(f"/readings/{job.pk}/remove/").status_code == 302
    assert not kept.exists(), "what was said goes with the reading"


def test_a_reading_whose_file_is_gone_is_as_if_it_were_not_there(sign_in: SignIn) -> None:
    ada = sign_in("ADA")
    job = _read(ada)
    Job.objects.filter(pk=job.pk).delete()
    with pytest.raises(LookupError):
        judged.judge(job, 0, {}, pack=cast.pack(), actor=actor.of("test"), at=cast.at("2099-01-01"))
    job.save()
    (jobs.folder(job) / "reading.json").unlink()
    assert ada.get(f"/api/v1/readings/{job.pk}").status_code == 404
    line = f"/readings/{job.pk}/lines/0/"
    assert [ada.get(path).status_code for path in (f"/readings/{job.pk}/", line)] == [404, 404]
    assert ada.post(line, {"do": "confirm"}).status_code == 404
