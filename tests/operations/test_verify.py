"""Every check of `fasti verify` can be made to fire: damage in SQL, the check that finds it, the act it names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction

from fasti import words
from fasti.acts import attachments, search
from fasti.acts.models import Attachment
from fasti.cli import main
from fasti.cli import proof as told
from fasti.indicators import columns
from fasti.operations import checks, verify_record
from fasti.operations.checks import sheets, stored
from fasti.register import unit_words
from tests import lived_in
from tests.operations import damages

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def guild(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """The guild after some years, guards off; its places."""
    with django_db_blocker.unblock(), transaction.atomic():
        lived_in.build()
        assert verify_record.verify().faults == ()
        lived_in.unguard()
        yield lived_in.places()
        transaction.set_rollback(True)


def codes_of(id: int | None) -> set[str]:
    """The code of an act, as it is at the moment; an empty one for none."""
    with stored.as_stored():
        return set(sheets.act_codes({id}).values()) if id is not None else {""}


def require(check: str, act: int | None, damage: Callable[[], None]) -> None:
    """The damage makes the check fire at the act, and it can be told in every language."""
    group = next(each.group for each in checks.CHECKS if each.id == check)
    codes = codes_of(act)
    with lived_in.undone():
        damage()
        codes |= codes_of(act)
        found = [each for each in verify_record.verify(only=[group]).findings if each.code == check]
    assert found
    assert {each.act for each in found} & codes, [(each.act, dict(each.args)) for each in found]
    for lang in words.LANGUAGES:
        assert all(told.sentence(each, lang) for each in found)


@pytest.mark.parametrize("check", damages.DAMAGES)
def test_a_check_finds_its_damage_and_names_the_act(guild: dict[str, Any], check: str) -> None:
    act, statements = damages.DAMAGES[check]
    require(check, guild.get(act), lambda: lived_in.execute(*(each.format(**guild) for each in statements)))


@pytest.mark.parametrize("check", damages.BY_HAND)
def test_a_check_finds_damage_done_by_hand(guild: dict[str, Any], check: str) -> None:
    act, damage = damages.BY_HAND[check]
    try:
        require(check, guild.get(act), damage)
    finally:
        for file in Attachment.objects.all():
            attachments.path(settings.HOME, file.sha256).write_text(lived_in.FILE, encoding="utf-8")
        columns.forget()


@pytest.mark.parametrize("check", damages.ONLY_SQLITE)
def test_a_check_finds_values_that_are_none(guild: dict[str, Any], check: str) -> None:
    if connection.vendor == "sqlite":
        act, damage = damages.ONLY_SQLITE[check]
        require(check, guild.get(act), damage)


def test_every_check_can_be_made_to_fire() -> None:
    assert {*damages.DAMAGES, *damages.BY_HAND, *damages.ONLY_SQLITE} == {check.id for check in checks.CHECKS}
    assert len(checks.CHECKS) >= 110
    assert len({check.id for check in checks.CHECKS}) == len(checks.CHECKS)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_check_has_its_words(lang: str) -> None:
    for check in checks.CHECKS:
        assert words.knows(f"check-{check.says}", lang), check.id
        assert words.knows(f"remedy-{check.remedy}", lang), check.id
        assert words.knows(f"check-group-{check.group}", lang), check.group
    said = {check.says for check in checks.CHECKS} | {f"group-{group.name}" for group in checks.GROUPS}
    assert {id.removeprefix("check-") for id in words.ids(lang) if id.startswith("check-")} == said
    remedies = {check.remedy for check in checks.CHECKS}
    assert {id.removeprefix("remedy-") for id in words.ids(lang) if id.startswith("remedy-")} == remedies


def test_the_command_tells_faults_and_ends_with_one(
    guild: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    with lived_in.undone():
        lived_in.execute(f"UPDATE act SET title = 'Other' WHERE id = {guild['Board_member']}")
        assert main(["verify", "--only", "record", "--json"]) == 1
        listed = json.loads(capsys.readouterr().out)
        assert [(each["code"], each["act"]) for each in listed["faults"]] == [
            ("content-changed", "NORTH-B:2024/decision:1")
        ]
        for lang in words.LANGUAGES:
            assert main(["verify", "--lang", lang]) == 1
            assert "[content-changed]" in capsys.readouterr().err


def test_the_command_ends_with_nought_where_there_are_only_notices(
    guild: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    for lang in words.LANGUAGES:
        assert main(["verify", "--lang", lang, "--only", "tasks", "--as-of", "2025-01-01"]) == 0
        out = capsys.readouterr().out
        assert "[task-incomplete]" in out
        assert str(len([each for each in checks.CHECKS if each.group == "tasks"])) in out


def test_an_unknown_group_is_bad_input(guild: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--only", "gossip"]) == 2
    assert "gossip" in capsys.readouterr().err


def test_what_only_lags_is_a_remark_with_its_remedy_and_no_damage(
    guild: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    with lived_in.undone():
        unit_words.empty()
        search.empty()
        assert main(["verify", "--only", "register"]) == 0
        told = capsys.readouterr().out
        assert "[unit-words-behind]" in told
        assert "[search-behind]" in told
        assert "fasti rebuild, or start fasti serve" in told
        assert main(["rebuild"]) == 0
        assert main(["verify", "--only", "register"]) == 0
        assert "behind]" not in capsys.readouterr().out


def test_only_apps_under_another_key_are_named(guild: dict[str, Any]) -> None:
    with lived_in.undone():
        damages.seal_otherwise()
        found = verify_record.verify(only=["storage"]).notices
        assert [each.args["value"] for each in found if each.code == "factor-closed"] == ["moved"]
