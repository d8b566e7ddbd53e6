"""Every page: safe headers, sent to sign in and back, refused in one's language, text that a database can keep."""

from __future__ import annotations

import pathlib
from datetime import date

import pytest
from django.test import Client

from fasti import words
from fasti.web import asked
from tests.web.conftest import SignIn


def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_back(guild: object, client: Client) -> None:
    answer = client.get("/units/?as_of=2024-01-01")
    assert answer.status_code == 302
    assert answer["Location"] == "/account/login/?next=%2Funits%2F%3Fas_of%3D2024-01-01"


def test_a_swap_after_the_session_ended_sends_the_whole_page_to_sign_in(
    guild: object, client: Client
) -> None:
    answer = client.get("/units/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/account/login/?next=%2Funits%2F")


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_page_that_is_not_there_says_so_in_the_language_of_the_account(sign_in: SignIn, lang: str) -> None:
    answer = sign_in("ADA", lang=lang).get("/nowhere/")
    assert answer.status_code == 404
    assert words.say("web-refusal-not-there-why", lang) in answer.content.decode()


@pytest.mark.parametrize("address", ["/units/?q=%00", "/units/?q=" + "a" * 30_000])
def test_what_is_no_text_is_refused_before_anybody_reads_it(sign_in: SignIn, address: str) -> None:
    assert sign_in("ADA").get(address).status_code == 400


def test_every_page_forbids_scripts_that_are_not_ours(sign_in: SignIn) -> None:
    answer = sign_in("ADA").get("/nowhere/")
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert "no-store" in answer["Cache-Control"]
    text = answer.content.decode()
    assert "<script>" not in text
    assert " style=" not in text
    assert " onclick" not in text


def test_a_form_from_elsewhere_is_refused_and_what_was_typed_is_shown_again(sign_in: SignIn) -> None:
    client = sign_in("ADA")
    client.handler.enforce_csrf_checks = True
    answer = client.post(
        "/preferences/", {"theme": "dark", "note": "typed with care", "password": "s3cret-typed"}
    )
    assert answer.status_code == 403
    assert "typed with care" in answer.content.decode()
    assert "s3cret-typed" not in answer.content.decode()


def test_preferences_are_kept_by_the_account(sign_in: SignIn) -> None:
    client = sign_in("ADA")
    assert client.post("/preferences/", {"language": "cs", "next": "/nowhere/"})["Location"] == "/nowhere/"
    client.post("/preferences/", {"theme": "dark"})
    page = client.get("/nowhere/").content.decode()
    assert '<html lang="cs" data-theme="dark">' in page


@pytest.mark.parametrize("address", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_a_preference_never_leads_out_of_the_application(sign_in: SignIn, address: str) -> None:
    assert sign_in("ADA").post("/preferences/", {"theme": "dark", "next": address})["Location"] == "/"


def test_before_a_body_is_begun_every_page_says_how_to_begin(db: None, client: Client) -> None:
    answer = client.get("/units/")
    assert answer.status_code == 503
    assert "fasti init" in answer.content.decode()


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_day_that_is_none_is_said_and_not_passed_over(sign_in: SignIn, lang: str) -> None:
    page = sign_in("ADA", lang=lang).get("/charter/?as_of=31.02.2025").content.decode()
    assert words.say("web-misread-day", lang, value="31.02.2025") in page


@pytest.mark.parametrize("written", ["01.07.2024", "1/7/2024", "2024-07-01", "1. 7. 2024"])
def test_a_day_is_read_as_every_language_writes_it(sign_in: SignIn, written: str) -> None:
    page = sign_in("ADA").get("/charter/", {"as_of": written}).content.decode()
    assert words.say("web-past", "en", day=date(2024, 7, 1)) in page


BACK = {"HX-Request": "true", "HX-History-Restore-Request": "true", "HX-Target": "part"}


@pytest.mark.parametrize(
    "address", ["/", "/units/", "/units/NORTH/", "/units/NORTH/?tab=posts", "/acts/", "/acts/?q=lamp", "/people/",
                "/posts/", "/figures/", "/reports/", "/charter/", "/log/", "/jobs/", "/drafts/", "/search/?q=north"]
)  # fmt: skip
def test_going_back_asks_for_the_whole_page_everywhere(sign_in: SignIn, address: str) -> None:
    client = sign_in("BRUNO")
    whole = client.get(address, headers=BACK)
    assert whole.status_code == 200
    assert whole.content.lstrip().startswith(b"<!doctype html>")


def test_going_back_after_the_session_ended_shows_the_page_of_signing_in(
    guild: object, client: Client
) -> None:
    answer = client.get("/units/", headers=BACK)
    assert (answer.status_code, answer["Location"]) == (302, "/account/login/?next=%2Funits%2F")


def test_only_the_middleware_knows_how_a_swap_is_asked_for() -> None:
    folder = pathlib.Path(asked.__file__).parent
    named = [
        file.name
        for pattern in ("**/*.py", "**/*.html")
        for file in folder.glob(pattern)
        if "request.htmx" in file.read_text("utf-8") or "HX-Request" in file.read_text("utf-8")
    ]
    assert named == ["middleware.py"]
