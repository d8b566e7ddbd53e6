"""A body that another version kept: every door says which one and what to do, and `fasti upgrade` does it."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator

import pytest

from fasti import words
from tests.engines import host
from tests.engines.test_backup import POSTGRES, Place

BACK = """
from django.core.management import call_command
scene.begin()
call_command("migrate", "fasti", "0006", verbosity=0)
"""
LATER = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("INSERT INTO django_migrations(app, name, applied) VALUES ('fasti', '9999_later', '2030-01-01')")
"""
DOORS = """
from django.conf import settings
from django.test import Client
from fasti.access.models import Account
from fasti.subjects.models import Person
settings.ALLOWED_HOSTS = ["*"]
client = Client(raise_request_exception=False)
account = Account.objects.create(
    name="ada", person=Person.objects.get(code="ADA"), opened_at="2020-01-02T00:00:00Z"
)
client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
told = []
for address, lang in (("/returns/", "vi"), ("/", "ru"), ("/practices/", "cs"), ("/api/v1/waiting", "en")):
    answer = client.get(address, headers={"Accept-Language": lang})
    told.append([answer.status_code, answer.content.decode()])
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def served() -> Iterator[host.Host]:
    with host.Host() as one:
        yield one


@pytest.fixture(params=["sqlite", POSTGRES])
def older(request: pytest.FixtureRequest, tmp_path: pathlib.Path, served: host.Host) -> Place:
    """A body as a version without returns kept it."""
    place = Place(request.param, tmp_path / "older", served)
    place.script(BACK)
    return place


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_command_says_which_body_and_what_to_do(older: Place, lang: str) -> None:
    told = older.fasti("outbox", "list", "--lang", lang)
    assert told.returncode == 2
    assert "template" in told.stderr
    assert "fasti upgrade" in told.stderr
    assert older.environment.get("FASTI_DATABASE", str(older.home)).rpartition("/")[2] in told.stderr
    assert "no such table" not in told.stderr
    assert "Traceback" not in told.stderr


def test_it_is_brought_to_this_version(older: Place) -> None:
    missing = older.fasti("upgrade", "--check")
    assert missing.returncode == 1
    assert "fasti.0007_returns" in missing.stdout
    assert older.fasti("init", "--charter", "template").returncode == 2
    assert older.fasti("upgrade", "--check").returncode == 1
    done = older.fasti("upgrade")
    assert (done.returncode, done.stderr) == (0, "")
    assert older.fasti("upgrade", "--check").returncode == 0
    assert older.fasti("outbox", "list").returncode in (0, 1)
    assert older.fasti("verify").returncode == 0


def test_pages_and_programs_are_told(older: Place) -> None:
    *pages, (status, problem) = older.script(DOORS)
    for (answered, page), lang in zip(pages, ("vi", "ru", "cs"), strict=True):
        assert answered == 503
        assert words.say("web-refusal-made-by-older", lang) in page
        assert "template" in page
        assert "fasti upgrade" in page
    assert status == 503
    assert '"code": "made-by-older"' in problem
    assert "fasti upgrade" in problem


def test_a_body_of_a_newer_version_is_left_as_it_is(older: Place) -> None:
    assert older.fasti("upgrade").returncode == 0
    older.script(LATER)
    told = older.fasti("upgrade")
    assert told.returncode == 2
    assert words.say("cli-made-by-newer", "en", unit="template", where="-")[-60:] in told.stderr
