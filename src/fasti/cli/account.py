"""`fasti account`: who may sign in. The operator opens and closes accounts; what one may do follows from posts."""

from __future__ import annotations

import argparse
import json
from typing import Any

from fasti import words
from fasti.cli import asked, printing


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("account", help="open, close and list the accounts that may sign in")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    for name, run, what in (
        ("open", open_, "open an account; its first password is told once"),
        ("close", close, "close an account"),
        ("password", password, "give an account a new first password"),
        ("forget", forget, "take the second steps of signing in from an account; for a lost device"),
        ("list", list_, "list all accounts"),
    ):
        verb = verbs.add_parser(name, help=what)
        if name != "list":
            verb.add_argument("name", metavar="NAME", help="what is typed to sign in")
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
    from fasti.access import actor
    from fasti.operations import open_account

    pack = asked.body(arguments.lang)
    try:
        opened = open_account.open_account(
            arguments.name, pack=pack, at=asked.now(), actor=actor.OPERATOR, person=arguments.person,
            is_registrar=arguments.registrar, lang=arguments.lang,
        )  # fmt: skip
    except open_account.CannotChangeAccount as refused:
        printing.findings(refused.findings, arguments.lang, pack=pack, as_json=arguments.json)
        return 1
    tell(opened, arguments)
    return 0


def password(arguments: argparse.Namespace) -> int:
    """Give an account a new first password."""
    from fasti.access import actor
    from fasti.operations import open_account, set_password

    pack = asked.body(arguments.lang)
    try:
        opened = set_password.set_password(
            arguments.name, pack=pack, at=asked.now(), actor=actor.OPERATOR, lang=arguments.lang
        )
    except open_account.CannotChangeAccount as refused:
        printing.findings(refused.findings, arguments.lang, pack=pack, as_json=arguments.json)
        return 1
    tell(opened, arguments)
    return 0


def forget(arguments: argparse.Namespace) -> int:
    """Take the second steps of signing in from an account."""
    from fasti.access import actor
    from fasti.operations import forget_factors, open_account

    pack, lang = asked.body(arguments.lang), arguments.lang
    try:
        num = forget_factors.forget_factors(
            arguments.name, pack=pack, at=asked.now(), actor=actor.OPERATOR, lang=lang
        )
    except open_account.CannotChangeAccount as refused:
        printing.findings(refused.findings, lang, pack=pack, as_json=arguments.json)
        return 1
    if arguments.json:
        print(json.dumps({"account": arguments.name, "forgotten": num}))
    else:
        print(words.say("cli-account-forgotten", lang, value=arguments.name, n=num))
    return 0


def tell(opened: Any, arguments: argparse.Namespace) -> None:
    """The name and the password, which is kept nowhere."""
    if getattr(arguments, "json", False):
        print(json.dumps({"account": opened.account.name, "password": opened.password}))
        return
    args = {"value": opened.account.name, "password": opened.password}
    print(words.say("cli-account-opened", arguments.lang, **args))


def close(arguments: argparse.Namespace) -> int:
    """Close an account."""
    from fasti.access import actor
    from fasti.operations import close_account, open_account

    pack, lang = asked.body(arguments.lang), arguments.lang
    try:
        closed = close_account.close_account(
            arguments.name, pack=pack, at=asked.now(), actor=actor.OPERATOR, lang=lang
        )
    except open_account.CannotChangeAccount as refused:
        printing.findings(refused.findings, lang, pack=pack, as_json=arguments.json)
        return 1
    if arguments.json:
        print(json.dumps(_plain(closed)))
    else:
        print(words.say("cli-account-closed", lang, value=closed.name))
    return 0


def list_(arguments: argparse.Namespace) -> int:
    """List accounts with whose they are."""
    from fasti.access.models import Account

    asked.body(arguments.lang)
    found = Account.objects.select_related("person").order_by("name")
    if arguments.json:
        print(json.dumps([_plain(each) for each in found], ensure_ascii=False, indent=2))
        return 0
    for each in found:
        print(words.say("cli-account", arguments.lang, value=each.name, **_told(each, arguments.lang)))
    return 0


def _told(account: Any, lang: str) -> dict[str, str]:
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
