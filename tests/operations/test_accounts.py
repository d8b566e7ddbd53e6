"""Accounts are opened, closed and given passwords by those who may; a password is told once and kept as a hash."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fasti.access import actor, sight
from fasti.access.models import AccessEntry, Account, Token
from fasti.acts.models import Body, Effect
from fasti.cli import main
from fasti.operations import close_account, open_account, set_password
from tests import cast

AT = cast.at("2024-06-01")


@pytest.fixture(autouse=True)
def guild(db: None) -> None:
    cast.found_guild()


def opened(
    name: str, person: str = "", who: actor.Actor = actor.OPERATOR, **more: Any
) -> open_account.Opened:
    return open_account.open_account(name, pack=cast.pack(), at=AT, actor=who, person=person, **more)


def seen(name: str) -> actor.Actor:
    account = Account.objects.get(name=name)
    return actor.signed_in(sight.of_account(account, pack=cast.pack(), day=AT.date()))


def codes(work: Any, *args: Any, **more: Any) -> list[str]:
    before = list(Account.objects.order_by("id").values())
    with pytest.raises(open_account.CannotChangeAccount) as refused:
        work(*args, **more)
    assert list(Account.objects.order_by("id").values()) == before
    return [each.code for each in refused.value.findings]


def test_an_account_has_a_password_that_is_told_once_and_kept_as_a_hash() -> None:
    one = opened("emil", "EMIL")
    kept = Account.objects.get(name="emil")
    assert kept.check_password(one.password)
    assert one.password not in kept.password
    assert kept.last_login is None
    assert len({opened(f"n{n}").password for n in range(5)}) == 5
    (entry, *_) = AccessEntry.objects.filter(person__code="EMIL")
    assert (entry.what, entry.account, entry.detail) == ("account.opened", None, "emil")


@pytest.mark.parametrize(
    "name", ["", "E", "Emil", "émile", "a b", "-a", "x" * 65, "a\x00b", "a\ud800b", "а1"]
)
def test_a_name_that_could_be_taken_for_another_is_refused(name: str) -> None:
    assert "account-name-malformed" in codes(opened, name)


def test_a_person_has_one_account_for_good() -> None:
    opened("emil", "EMIL")
    assert codes(opened, "emil") == ["account-name-taken"]
    assert codes(opened, "emil2", "EMIL") == ["account-of-person"]
    assert codes(opened, "nobody", "NOBODY") == ["unknown-person"]
    close_account.close_account("emil", pack=cast.pack(), at=AT, actor=actor.OPERATOR)
    assert codes(opened, "emil", "GORAN") == ["account-name-taken"]
    assert codes(opened, "emil3", "EMIL") == ["account-of-person"]
    assert opened("emil", "EMIL").account.closed_at is None
    assert Account.objects.filter(person__code="EMIL").count() == 1


def test_closing_ends_sign_in_tokens_and_sight() -> None:
    account = opened("bruno", "BRUNO").account
    tenure = Effect.objects.filter(kind="APPOINT").first()
    assert tenure is not None
    token = Token.objects.create(account=account, tenure_effect=tenure, name="x", hash="h", made_at=AT)
    close_account.close_account("bruno", pack=cast.pack(), at=AT, actor=actor.OPERATOR)
    token.refresh_from_db()
    assert token.revoked_at == AT
    assert seen("bruno").sight.grants == ()
    close = {"pack": cast.pack(), "at": AT, "actor": actor.OPERATOR}
    assert codes(close_account.close_account, "bruno", **close) == ["account-closed"]
    assert codes(close_account.close_account, "nobody", **close) == ["unknown-account"]


def test_those_who_may_open_accounts_do_so_for_their_own_people() -> None:
    for name in ("ADA", "DORA", "EMIL"):
        opened(name.lower(), name)
    assert opened("goran", "GORAN", seen("dora")).account.person is not None
    assert codes(opened, "fatima", "FATIMA", seen("dora")) == ["not-granted"]
    assert codes(opened, "goran2", "GORAN", seen("emil")) == ["not-granted", "account-of-person"][::-1]
    assert codes(opened, "technician", "", seen("dora")) == ["not-granted"]
    assert opened("technician", "", seen("ada")).account.person is None
    assert codes(opened, "second", "", seen("ada"), is_registrar=True) == ["not-granted"]
    entry = AccessEntry.objects.get(person__code="GORAN")
    assert entry.account is not None
    assert (entry.account.name, entry.tenure_effect is not None) == ("dora", True)


def test_nobody_comes_by_a_new_password_to_what_they_are_not_cleared_for() -> None:
    (
        opened("registrar", is_registrar=True),
        opened("ada", "ADA"),
        opened("dora", "DORA"),
        opened("goran", "GORAN"),
    )
    new = {"pack": cast.pack(), "at": AT}
    assert set_password.set_password("ada", actor=seen("registrar"), **new).password  # never used yet
    Account.objects.update(last_login=AT)
    assert codes(set_password.set_password, "ada", actor=seen("registrar"), **new) == ["account-above"]
    assert codes(set_password.set_password, "ada", actor=seen("dora"), **new) == ["account-above"]
    given = set_password.set_password("goran", actor=seen("dora"), **new)
    kept = Account.objects.get(name="goran")
    assert kept.check_password(given.password)
    assert kept.last_login is None
    assert set_password.set_password("ada", actor=actor.OPERATOR, **new).password
    assert AccessEntry.objects.filter(what="password.set", person__code="ADA").count() == 2


def test_the_command_line_opens_lists_and_closes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", "open", "emil", "--person", "EMIL", "--json"]) == 0
    given = json.loads(capsys.readouterr().out)
    assert Account.objects.get(name="emil").check_password(given["password"])
    assert main(["account", "password", "emil", "--lang", "cs"]) == 0
    assert "emil" in capsys.readouterr().out
    assert not Account.objects.get(name="emil").check_password(given["password"])
    assert main(["account", "open", "machine", "--lang", "vi"]) == 0
    capsys.readouterr()
    assert main(["account", "list"]) == 0
    told = capsys.readouterr().out
    assert "emil: Ek Emil (EMIL) (open)" in told
    assert "machine: of no person (open)" in told
    assert main(["account", "close", "emil", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["closed_at"]
    assert main(["account", "close", "emil"]) == 1
    assert "account-closed" in capsys.readouterr().err
    assert main(["account", "list", "--json"]) == 0
    assert [each["account"] for each in json.loads(capsys.readouterr().out)] == ["emil", "machine"]


def test_a_new_body_gets_its_first_account(capsys: pytest.CaptureFixture[str]) -> None:
    Body.objects.all().delete()
    assert main(["init", "--charter", "template", "--registrar", "Upper"]) == 2
    assert not Body.objects.exists()
    capsys.readouterr()
    assert main(["init", "--charter", "template", "--registrar", "first"]) == 0
    told = capsys.readouterr().out
    account = Account.objects.get(name="first")
    assert account.is_registrar
    assert account.person is None
    assert any(account.check_password(word.strip(".,")) for word in told.split())
