"""`fasti account`: who may sign in. The operator opens and closes accounts; what one may do follows from posts."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import Any, TypeVar

from fasti import words
from fasti.cli import asked, printing

Made = TypeVar("Made")


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("account", help="open, close and list the accounts that may sign in")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    for name, run, what in (
        ("open", open_, "open an account; its first password is told once"),
        ("close", close, "close an account"),
        ("password", password, "give an account a new first password"),
        ("forget", forget, "take the second steps of signing in from an account; for a lost device"),
        ("email", email, "set the address for its messages; none, if left out"),
        ("list", list_, "list all accounts"),
    ):
        verb = verbs.add_parser(name, help=what)
        if name != "list":
            verb.add_argument("name", metavar="NAME", help="what is typed to sign in")
        if name == "email":
            verb.add_argument("email", metavar="ADDRESS", nargs="?", default="", help="name@example.org")
        if name == "open":
            verb.add_argument(
                "--person", default="", metavar="PERSON", help="code of the person whose account it is"
            )
            verb.add_argument("--registrar", action="store_true", help="it may open accounts itself")
        verb.add_argument("--json", action="store_true", help="for programs")
        asked.add_language(verb)
        verb.set_defaults(run=run)


def open_(arguments: argparse.Namespace) -> int:
    """Open an account and tell its first password."""
    from fasti.operations import open_account

    more = {"person": arguments.person, "is_registrar": arguments.registrar}
    return _change(arguments, open_account.open_account, tell, **more)


def password(arguments: argparse.Namespace) -> int:
    """Give an account a new first password."""
    from fasti.operations import set_password

    return _change(arguments, set_password.set_password, tell)


def forget(arguments: argparse.Namespace) -> int:
    """Take the second steps of signing in from an account."""
    from fasti.operations import forget_factors

    return _change(arguments, forget_factors.forget_factors, _tell_forgotten)


def email(arguments: argparse.Namespace) -> int:
    """Set the address for the messages of an account."""
    from fasti.operations import set_email

    def work(name: str, **how: Any) -> Any:
        return set_email.set_email(name, arguments.email, **how)

    return _change(arguments, work, _tell_email)


def _tell_email(account: Any, arguments: argparse.Namespace) -> None:
    if arguments.json:
        print(json.dumps({"account": account.name, "email": account.email}))
    else:
        kind = "set" if account.email else "none"
        print(words.say("cli-account-email", arguments.lang, value=account.name, kind=kind))


def close(arguments: argparse.Namespace) -> int:
    """Close an account."""
    from fasti.operations import close_account

    return _change(arguments, close_account.close_account, _tell_closed)


def _change(
    arguments: argparse.Namespace,
    work: Callable[..., Made],
    tell: Callable[[Made, argparse.Namespace], None],
    **more: Any,
) -> int:
    """Do something to the account named, and tell what came of it, or what stands in the way."""
    from fasti.access import actor
    from fasti.operations import open_account

    pack, lang = asked.body(arguments.lang), arguments.lang
    try:
        made = work(arguments.name, pack=pack, at=asked.now(), actor=actor.OPERATOR, lang=lang, **more)
    except open_account.CannotChangeAccount as refused:
        printing.findings(refused.findings, lang, pack=pack, as_json=arguments.json)
        return 1
    tell(made, arguments)
    return 0


def tell(opened: Any, arguments: argparse.Namespace) -> None:
    """The name and the password, which is kept nowhere."""
    if getattr(arguments, "json", False):
        print(json.dumps({"account": opened.account.name, "password": opened.password}))
        return
    args = {"value": opened.account.name, "password": opened.password}
    print(words.say("cli-account-opened", arguments.lang, **args))


def _tell_forgotten(num: int, arguments: argparse.Namespace) -> None:
    if arguments.json:
        print(json.dumps({"account": arguments.name, "forgotten": num}))
    else:
        print(words.say("cli-account-forgotten", arguments.lang, value=arguments.name, n=num))


def _tell_closed(closed: Any, arguments: argparse.Namespace) -> None:
    if arguments.json:
        print(json.dumps(_plain(closed)))
    else:
        print(words.say("cli-account-closed", arguments.lang, value=closed.name))


def list_(arguments: argparse.Namespace) -> int:
    """List accounts with whose they are."""
    from fasti.access.models import Account

    asked.body(arguments.lang)
    found = Account.objects.select_related("person").order_by("name")
    if arguments.json:
        print(json.dumps([_plain(each) for each in found], ensure_ascii=False, indent=2))
        return 0
    for each in found:
        print(words.say("cli-account", arguments.lang, value=each.name, **_told(each)))
    return 0


def _told(account: Any) -> dict[str, str]:
    kind = "closed" if account.closed_at else "registrar" if account.is_registrar else "open"
    if account.person is None:
        return {"kind": kind, "person": "none"}
    return {"kind": kind, "person": f"{account.person.full_name} ({account.person.code})".strip()}


def _plain(account: Any) -> dict[str, Any]:
    return {
        "account": account.name,
        "person": account.person.code if account.person else None,
        "is_registrar": account.is_registrar,
        "opened_at": account.opened_at.isoformat(),
        "closed_at": account.closed_at.isoformat() if account.closed_at else None,
    }
