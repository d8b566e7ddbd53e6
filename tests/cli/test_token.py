"""Tokens at the command line: made once, listed without their keys, revoked; what is refused and in which words."""

from __future__ import annotations

import json

import pytest

from fasti import words
from fasti.access.models import Token
from fasti.cli import main
from tests import cast
from tests.api import conftest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def bruno() -> None:
    cast.found_guild()
    conftest.account("BRUNO")


def make(*more: str) -> int:
    """Make a token for Bruno's chair."""
    return main(["token", "make", "bruno", "--post", "NORTH-B.chair", "--name", "Payroll", *more])


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_a_token_is_made_listed_and_revoked(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert make("--lang", lang) == 0
    key = capsys.readouterr().out.split()[-1]
    conftest.Program(key).get("me")
    number = str(Token.objects.get().id)
    assert main(["token", "list", "bruno", "--lang", lang]) == 0
    listed = capsys.readouterr().out
    assert "Payroll" in listed
    assert words.say("token-works", lang) in listed
    assert key not in listed
    assert main(["token", "revoke", "bruno", number, "--lang", lang]) == 0
    conftest.Program(key).get("me", status=401)
    assert main(["token", "revoke", "bruno", number, "--lang", lang]) == 2


def test_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    make("--json")
    made = json.loads(capsys.readouterr().out)
    conftest.Program(made["key"]).get("me")
    main(["token", "list", "bruno", "--json"])
    (listed,) = json.loads(capsys.readouterr().out)
    assert (listed["token"], listed["works"], "key" in listed) == (made["token"], True, False)


@pytest.mark.parametrize(
    "arguments",
    [
        ["make", "bruno", "--post", "SOUTH-B.chair", "--name", "x"],
        ["make", "nobody", "--post", "NORTH-B.chair", "--name", "x"],
        ["revoke", "bruno", "99"],
        ["revoke", "bruno", "9" * 30],
        ["list", "nobody"],
    ],
)
@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_what_cannot_be_done_is_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], lang: str
) -> None:
    assert main(["token", *arguments, "--lang", lang]) == 2
    assert capsys.readouterr().err.strip()
    assert not Token.objects.exists()
