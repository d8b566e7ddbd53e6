"""`fasti act find`: acts by the words in them, as the web finds them."""

from __future__ import annotations

import json

import pytest

from fasti import words
from fasti.acts import search
from fasti.cli import main
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def guild(db: None) -> None:
    cast.found_guild()
    cast.issue(
        cast.act("NORTH-B", "decision", "Usnesení o lampách", "2024-02-01", language="cs"),
        cast.act("SOUTH-B", "decision", "Lamps of the south", "2024-02-02"),
    )


def test_acts_are_found_as_lines_and_for_programs(guild: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["act", "find", "usnesením lampa", "--lang", "cs"]) == 0
    out = capsys.readouterr().out
    assert "Usnesení o lampách" in out
    assert words.say("cli-act-found", "cs", n=1) in out
    assert main(["act", "find", "lamp*", "--json"]) == 0
    assert [each["issuer"] for each in json.loads(capsys.readouterr().out)] == ["SOUTH-B", "NORTH-B"]


def test_the_search_is_narrowed_by_unit_and_type(guild: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["act", "find", "lamp*", "--unit", "SOUTH", "--type", "decision", "--json"]) == 0
    assert [each["issuer"] for each in json.loads(capsys.readouterr().out)] == ["SOUTH-B"]
    assert main(["act", "find", "lamp*", "--type", "rule", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["act", "find", "lamps", "--unit", "NOWHERE"]) == 2
    assert "NOWHERE" in capsys.readouterr().err


def test_an_index_that_is_behind_is_told(guild: None, capsys: pytest.CaptureFixture[str]) -> None:
    search.empty()
    assert main(["act", "find", "lamps"]) == 0
    assert "fasti rebuild" in capsys.readouterr().err


def test_the_search_is_of_a_day_as_known_on_a_day(guild: None, capsys: pytest.CaptureFixture[str]) -> None:
    late = cast.act("NORTH-B", "decision", "Late lamps", "2024-01-15")
    cast.issue(late, recorded_at=cast.at("2024-09-01"))
    found = {}
    for days in ((), ("--as-of", "2024-02-01"), ("--as-of", "2024-02-01", "--known", "2024-08-31")):
        assert main(["act", "find", "lamp*", "--json", *days]) == 0
        found[days] = [each["title"] for each in json.loads(capsys.readouterr().out)]
    assert list(found.values()) == [
        ["Lamps of the south", "Usnesení o lampách", "Late lamps"],
        ["Usnesení o lampách", "Late lamps"],
        ["Usnesení o lampách"],
    ]
