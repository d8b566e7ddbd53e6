"""A narrative report in the browser: sent, read, shown beside the register, for its reader and who may share it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from fasti import claims, words
from fasti.access.models import Job
from fasti.acts.models import Act
from fasti.claims import documents
from fasti.exchange.work import reading
from fasti.operations import jobs
from fasti.web import work
from tests import cast
from tests.web.conftest import SignIn

TEXT = (
    "In 2024 the northern guild admitted 2 keepers in its lodges.\n\n"
    "Nothing else is told here.\n\n"
    "It founded 12 lodges (6 big lodges, 4 small lodges)."
)
ABOUT = {"unit": "NORTH", "period": "2024"}


@pytest.fixture
def late(guild: Act) -> Act:
    """Of 2024 two were admitted in time; a third admission the register learned of only in 2025."""
    work.POOL.start()  # Before there is a job: it is done by the test itself.
    cast.issue(cast.act("NORTH-B", "decision", "Admissions", "2024-04-01", _admit("ONE"), _admit("TWO")))
    content = cast.act("NORTH-B", "decision", "Late admission", "2024-05-01", _admit("LATE"))
    return cast.issue(content, recorded_at=cast.at("2025-02-01"))[0]


def _admit(code: str) -> dict[str, str]:
    return {
        "kind": "ADMIT", "person": code, "unit": "ALDER", "stage": "full", "family_name": code.title(), "sex": "F",
    }  # fmt: skip


def _send(client: Client, text: str | bytes = TEXT, name: str = "report.txt", **more: str) -> Any:
    content = text.encode() if isinstance(text, str) else text
    return client.post("/readings/", {"file": SimpleUploadedFile(name, content), **ABOUT, **more})


def _read(client: Client, text: str | bytes = TEXT, name: str = "report.txt", **more: str) -> Job:
    answer = _send(client, text, name, **more)
    assert answer.status_code == 302, answer.content.decode()[-1500:]
    job = Job.objects.latest("id")
    assert answer["Location"] == f"/readings/{job.pk}/"
    work.POOL.run(job.pk)
    job.refresh_from_db()
    return job


@pytest.mark.usefixtures("own_home")
def test_each_claim_stands_in_its_place_beside_the_register(sign_in: SignIn, late: Act) -> None:
    client = sign_in("BRUNO")
    job = _read(client, written="2025-01-10", text_lang="en")
    assert job.state == "done", job.answer
    assert client.get(f"/jobs/{job.pk}/").content.decode().count(f"/readings/{job.pk}/") == 1
    page = html.fromstring(client.get(f"/readings/{job.pk}/").content.decode())
    marked = [(mark.text, mark.get("href")) for mark in page.xpath("//p[@class='beside-text']/a")]
    assert marked == [("2", "#r0"), ("12", "#r1"), ("6", "#r2"), ("4", "#r3")]
    beside = {each.get("id"): " ".join(each.text_content().split()) for each in page.xpath("//ul/li[@id]")}
    assert "difference −1" in beside["r0"]
    assert "As known on" in beside["r0"]
    assert page.xpath(f"//li[@id='r0']//a[@href='/acts/{late.id}/']"), "the act since is named"
    assert "Unexplained" in beside["r1"]
    assert "add up to 10" in page.xpath("//section[@aria-labelledby='totals-h']")[0].text_content()
    assert page.xpath("//div[@aria-labelledby='left-h']//a"), "members there are, and the report has none"
    only = html.fromstring(client.get(f"/readings/{job.pk}/?view=differs").content.decode())
    assert len(only.xpath("//div[@class='beside']")) < len(page.xpath("//div[@class='beside']"))
    assert not list(jobs.folder(job).glob("report.*")), "the file is gone"
    assert Act.objects.count() == 3, "a reading is never an act"


@pytest.mark.usefixtures("own_home")
def test_it_is_its_readers_and_those_of_the_unit_who_may_see_all_of_it(sign_in: SignIn, late: Act) -> None:
    job = _read(sign_in("BRUNO"), text_lang="en")
    address = f"/readings/{job.pk}/"
    assert sign_in("DORA").get(address).status_code == 200
    for other in ("ADA", "CHIARA", "EMIL", "GORAN"):
        assert sign_in(other).get(address).status_code == 404
        assert address not in sign_in(other).get("/readings/").content.decode()
    assert address in sign_in("DORA").get("/readings/").content.decode()
    assert sign_in("DORA").post(f"{address}remove/").status_code == 404, "it is not hers"
    assert sign_in("GORAN").post("/readings/", {**ABOUT, "unit": "SOUTH"}).status_code == 403
    assert sign_in("BRUNO").post(f"{address}remove/")["Location"] == "/readings/"
    assert sign_in("BRUNO").get(address).status_code == 404
    assert not jobs.folder(job).exists()


@pytest.mark.usefixtures("own_home")
def test_it_is_told_in_every_language_and_dropped_after_its_days(sign_in: SignIn, late: Act) -> None:
    job = _read(sign_in("BRUNO"), written="2025-01-10", text_lang="en")
    for lang in words.LANGUAGES:
        client = sign_in("BRUNO", lang=lang)
        assert words.say("web-readings-text", lang) in client.get(f"/readings/{job.pk}/").content.decode()
        assert words.say("web-readings-lead", lang) in client.get("/readings/").content.decode()
    Job.objects.update(asked_at=cast.at("2020-01-01"))
    _read(sign_in("BRUNO"), text_lang="en")
    assert Job.objects.count() == 1


@pytest.mark.usefixtures("own_home")
def test_a_program_gets_the_same(sign_in: SignIn, late: Act) -> None:
    client = sign_in("BRUNO")
    client.get("/")
    job = _read(client, written="2025-01-10", text_lang="en")
    told = client.get(f"/api/v1/readings/{job.pk}").json()
    assert [line["value"] for line in told["lines"]] == [2, 12, 6, 4]
    [reason] = told["lines"][0]["reasons"]
    assert (reason["reason"], reason["acts"]) == ("late", [late.code])
    assert [each["job"] for each in client.get("/api/v1/readings").json()["items"]] == [job.pk]
    assert sign_in("GORAN").get(f"/api/v1/readings/{job.pk}").status_code == 404


# -- files that are none, or mean harm -------------------------------------------------------------------------------


def _bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for n in range(3):
            packed.writestr(f"word/{n}.xml", b" " * (documents.MOST_UNPACKED // 2))
    return made.getvalue()


def _docx(document: str) -> bytes:
    import docx

    plain, made = io.BytesIO(), io.BytesIO()
    docx.Document().save(plain)
    with zipfile.ZipFile(plain) as whole, zipfile.ZipFile(made, "w") as packed:
        for name in whole.namelist():
            packed.writestr(name, document if name == "word/document.xml" else whole.read(name))
    return made.getvalue()


LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "'
    + "&a;" * 99
    + '"><!ENTITY c "'
    + "&b;" * 99
    + '">]><d>&c;</d>'
)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docx", b"no zip at all", "claims-unreadable"),
        ("a.docx", _docx("<w:document"), "claims-unreadable"),
        ("a.docx", _docx(LAUGHS), "claims-unreadable"),
        ("a.pdf", b"no pdf", "claims-unreadable"),
        (
            "a.pdf",
            b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj trailer<</Root 1 0 R>>",
            "claims-unreadable",
        ),
        ("a.txt", b"PK\x03\x04\x00\x00", "claims-format-unknown"),
        ("a.txt", b"\n\n", "claims-empty"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_a_finding(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert [note.code for note in claims.open_document(path).notes] == [code]


def test_a_document_that_unpacks_without_end_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(_bomb())
    assert path.stat().st_size < 2**20
    assert [note.code for note in claims.open_document(path).notes] == ["claims-too-large"]


@pytest.mark.usefixtures("own_home")
def test_what_cannot_be_read_is_said_on_the_page(sign_in: SignIn, late: Act) -> None:
    client = sign_in("BRUNO")
    for name, content in (("a.exe", b"MZ"), ("a.txt", b"")):
        answer = _send(client, content, name)
        assert answer.status_code == 400
        assert 'aria-invalid="true"' in answer.content.decode()
    assert client.post("/readings/", ABOUT).status_code == 400
    assert not Job.objects.exists()
    job = _read(client, b"no zip at all", "a.docx")
    kept = json.loads((jobs.folder(job) / reading.FILE).read_text())
    assert [note["code"] for note in kept["notes"]] == ["claims-unreadable"]
    assert words.finding("claims-unreadable", "en", file="a.docx", detail="PackageNotFoundError")[:20] in (
        client.get(f"/readings/{job.pk}/").content.decode()
    )
