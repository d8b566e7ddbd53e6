"""Long work: done, refused and failed; found again; its files for nobody but who asked for them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from fasti import words
from fasti.access.models import Account, Job
from fasti.acts.models import Act
from fasti.exchange.work import KINDS
from fasti.operations import jobs
from fasti.web import work
from tests import cast
from tests.web.conftest import SignIn

REPORT = {"form": "half-year", "unit": "NORTH", "period": "2020-H1", "lang": "en"}


def _job(code: str, kind: str = "report", **question: object) -> Job:
    account = Account.objects.get(person__code=code)
    return jobs.ask(account, kind, question or REPORT, at=cast.at("2024-06-20"))


def test_a_report_is_made_in_every_format_and_its_files_are_for_its_account_alone(sign_in: SignIn) -> None:
    client, other = sign_in("BRUNO"), sign_in("ADA")
    job = _job("BRUNO")
    work.POOL.run(job.pk)
    job.refresh_from_db()
    assert (job.state, len(job.answer["files"])) == ("done", 6)
    name = next(each for each in job.answer["files"] if each.endswith(".json"))
    assert client.get(f"/jobs/{job.pk}/files/{name}").status_code == 200
    assert other.get(f"/jobs/{job.pk}/files/{name}").status_code == 404
    assert other.get(f"/jobs/{job.pk}/").status_code == 404
    assert stat.S_IMODE(jobs.folder(job).stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["../web.key", "..%2Fweb.key", "%2Fetc%2Fpasswd", "lock", "nothing.pdf"])
def test_no_other_file_is_given(sign_in: SignIn, name: str) -> None:
    client = sign_in("BRUNO")
    job = _job("BRUNO")
    work.POOL.run(job.pk)
    assert client.get(f"/jobs/{job.pk}/files/{name}").status_code == 404


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_result_that_is_gone_is_said_to_be_and_not_offered(sign_in: SignIn, lang: str) -> None:
    client = sign_in("BRUNO", lang=lang)
    job = _job("BRUNO")
    Job.objects.filter(pk=job.pk).update(state="done", answer={"files": ["report.pdf"]})
    page = client.get(f"/jobs/{job.pk}/").content.decode()
    assert words.say("web-jobs-gone", lang) in page
    assert "report.pdf" not in page
    reading = _job("BRUNO", "reading", unit="NORTH", period="2024-H1", title="x.txt")
    Job.objects.filter(pk=reading.pk).update(state="done", answer={"claims": 1})
    assert client.get(f"/readings/{reading.pk}/").status_code == 404


def test_a_job_is_done_with_the_sight_of_who_asked(sign_in: SignIn) -> None:
    sign_in("GORAN")
    job = _job("GORAN", **{**REPORT, "unit": "SOUTH"})
    work.POOL.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.answer["why"]) == ("refused", "not-granted")


def test_what_fails_on_our_side_is_marked_so_and_said_in_every_language(sign_in: SignIn) -> None:
    sign_in("BRUNO")
    job = _job("BRUNO", **{**REPORT, "period": "never"})
    work.POOL.run(job.pk)
    job.refresh_from_db()
    assert job.state == "failed"
    for lang in words.LANGUAGES:
        text = sign_in("BRUNO", lang=lang).get(f"/jobs/{job.pk}/").content.decode()
        assert words.say("web-jobs-why-error", lang) in text


def test_a_page_asks_again_while_the_job_goes_on_and_can_be_refreshed_without_scripts(
    sign_in: SignIn,
) -> None:
    client = sign_in("BRUNO")
    job = _job("BRUNO")
    Job.objects.filter(pk=job.pk).update(state="running", num_done=3, num_all=9)
    text = client.get(f"/jobs/{job.pk}/").content.decode()
    assert 'hx-trigger="every 2s"' in text
    assert 'value="33"' in text
    assert words.say("web-jobs-refresh", "en") in text
    region = client.get(f"/jobs/{job.pk}/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in region
    assert 'id="job"' in region
    assert f"/jobs/{job.pk}/" in client.get("/units/nowhere/").content.decode(), "found again in the side"


def test_it_is_removed_with_its_files_once_it_is_over(sign_in: SignIn) -> None:
    client = sign_in("BRUNO")
    job = _job("BRUNO")
    place = jobs.folder(job)
    client.post(f"/jobs/{job.pk}/remove/")
    assert place.exists(), "not before"
    work.POOL.run(job.pk)
    assert client.post(f"/jobs/{job.pk}/remove/")["Location"] == "/jobs/"
    assert not place.exists()
    assert not Job.objects.exists()


def test_after_a_restart_a_report_is_failed_and_an_import_goes_on(
    sign_in: SignIn, tmp_path: Path, settings: pytest.FixtureRequest
) -> None:
    sign_in("BRUNO")
    settings.HOME = tmp_path
    report, taken = _job("BRUNO"), _job("BRUNO", "import", file="x.csv", lang="en")
    Job.objects.update(state="running")
    seen: list[int] = []

    class Waiting(jobs.Pool):
        def _queue(self, id: int) -> None:
            seen.append(id)

    pool = Waiting(KINDS, now=lambda: cast.at("2024-06-21"))
    assert pool.start()
    report.refresh_from_db()
    assert (report.state, report.answer["why"]) == ("failed", "stopped")
    assert seen == [taken.pk]
    assert not Waiting(KINDS, now=lambda: cast.at("2024-06-21")).start(), "one process at a time"


def test_an_import_is_for_whom_it_is_granted(sign_in: SignIn) -> None:
    for code in ("BRUNO", "GORAN", "EMIL"):
        assert sign_in(code).get("/import/").status_code == 403
        assert sign_in(code).post("/import/", {"file": _table("NORTH-B")}).status_code == 403
    assert not Job.objects.exists()
    assert sign_in("DORA").get("/import/").status_code == 200


def _table(issuer: str, *, kind: str = "plan") -> SimpleUploadedFile:
    heads = "Act,Issued by,Type of act,Title,Signed on,Language,Signed by,Signer’s post"
    signer = "BRUNO,NORTH-B.chair" if issuer == "NORTH-B" else "CHIARA,SOUTH-B.chair"
    rows = f"{heads}\na1,{issuer},{kind},Lamps,2024-06-01,en,{signer}\n"
    return SimpleUploadedFile("acts.csv", rows.encode(), content_type="text/csv")


def _import(client: Client, table: SimpleUploadedFile, **more: str) -> Job:
    answer = client.post("/import/", {"file": table, **more})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    job = Job.objects.latest("id")
    work.POOL.run(job.pk)
    job.refresh_from_db()
    return job


def test_an_import_within_reach_is_recorded_and_its_upload_removed(sign_in: SignIn) -> None:
    job = _import(sign_in("DORA"), _table("NORTH-B"))
    assert job.state == "done", job.answer
    assert Act.objects.filter(title="Lamps", issuer__code="NORTH-B").exists()
    assert not (jobs.folder(job) / job.question["file"]).exists()


def test_an_import_beyond_reach_records_nothing(sign_in: SignIn) -> None:
    job = _import(sign_in("DORA"), _table("SOUTH-B"))
    assert (job.state, job.answer["why"]) == ("refused", "out-of-reach")
    assert not Act.objects.filter(title="Lamps").exists()


def test_a_check_records_nothing(sign_in: SignIn) -> None:
    job = _import(sign_in("DORA"), _table("NORTH-B"), check_only="yes")
    assert job.state == "done"
    assert not Act.objects.filter(title="Lamps").exists()


def test_findings_come_back_in_an_annotated_workbook(sign_in: SignIn) -> None:
    client = sign_in("DORA")
    job = _import(client, _table("NORTH-B", kind="nonsense"))
    assert (job.state, job.answer["why"]) == ("refused", "findings")
    text = client.get(f"/jobs/{job.pk}/").content.decode()
    assert job.answer["findings"][0]["code"] in text
    assert client.get(f"/jobs/{job.pk}/files/findings.xlsx").status_code == 200


@pytest.mark.parametrize(
    ("upload", "message"),
    [
        (None, "web-jobs-no-file"),
        (SimpleUploadedFile("acts.exe", b"MZ"), "web-jobs-not-tables"),
        (SimpleUploadedFile("acts.csv", b""), "web-jobs-no-file"),
    ],
)
def test_what_is_no_table_is_refused_before_it_is_kept(
    sign_in: SignIn, upload: SimpleUploadedFile | None, message: str
) -> None:
    answer = sign_in("DORA").post("/import/", {"file": upload} if upload else {})
    assert answer.status_code == 400
    assert not Job.objects.exists()
    text = answer.content.decode()
    assert words.say(message, "en") in text or words.say("web-jobs-empty", "en") in text


def test_an_upload_named_to_escape_stays_in_its_folder(sign_in: SignIn) -> None:
    upload = _table("NORTH-B")
    upload.name = "..\\..\\.hidden\u202e.csv"
    job = _import(sign_in("DORA"), upload)
    assert "/" not in job.question["file"]
    assert not job.question["file"].startswith(".")


def test_an_export_is_only_offered_where_all_of_it_may_be_seen(sign_in: SignIn) -> None:
    assert sign_in("GORAN").get("/export/").status_code == 403
    assert sign_in("DORA").get("/export/?unit=SOUTH").status_code == 403
    text = sign_in("DORA").get("/export/?unit=NORTH").content.decode()
    assert 'value="popolo"' in text
    assert 'value="xlsx"' not in text, "sealed acts are above her clearance"
    assert sign_in("DORA").post("/export/", {"unit": "NORTH", "format": "xlsx"}).status_code == 403
    answer = sign_in("ADA").post("/export/", {"unit": "NORTH", "format": "xlsx"})
    assert answer.status_code == 302
    job = Job.objects.get()
    work.POOL.run(job.pk)
    job.refresh_from_db()
    assert job.state == "done"
    assert job.answer["files"] == ["NORTH.xlsx"]
