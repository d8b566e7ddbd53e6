"""`fasti token`: keys by which programs work with the rights of one tenure. A key is shown once; its hash is kept."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from fasti import words
from fasti.cli import asked
from fasti.cli.errors import BadInput

if TYPE_CHECKING:
    from fasti.access.models import Account, Token


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("token", help="keys for programs, bound to a tenure")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    for name, run, what in (
        ("make", make, "make a token for a post that the account's person holds; its key is shown once"),
        ("list", listed, "list the tokens of an account"),
        ("revoke", revoke, "revoke a token"),
    ):
        verb = verbs.add_parser(name, help=what)
        verb.add_argument("account", metavar="ACCOUNT", help="what is typed to sign in")
        if name == "make":
            verb.add_argument("--post", required=True, metavar="POST", help="code of the post held")
            verb.add_argument("--name", required=True, help="what it will be known by")
            verb.add_argument("--purpose", choices=("api", "calendar"), default="api", help="what it opens")
        if name == "revoke":
            verb.add_argument("token", type=int, metavar="TOKEN", help="number of the token")
        verb.add_argument("--json", action="store_true", help="for programs")
        asked.add_language(verb)
        verb.set_defaults(run=run)


def make(arguments: argparse.Namespace) -> int:
    """Make a token and show its key."""
    from fasti.operations import make_token

    pack, account = asked.body(arguments.lang), _account(arguments)
    try:
        made, key = make_token.make(
            account, post=arguments.post, name=arguments.name, purpose=arguments.purpose, at=asked.now(), pack=pack,
            actor="operator",
        )  # fmt: skip
    except make_token.CannotMake as refused:
        told = {"account": account.name, "post": arguments.post}
        raise BadInput(words.say(f"token-{refused.code}", arguments.lang, **told)) from refused
    if arguments.json:
        print(json.dumps({"token": made.id, "key": key}))
        return 0
    print(words.say("token-made", arguments.lang, token=str(made.id), post=arguments.post))
    print(key)
    return 0


def listed(arguments: argparse.Namespace) -> int:
    """List the tokens of an account; their keys are kept nowhere."""
    from fasti.access import tokens

    asked.body(arguments.lang)
    account, day = _account(arguments), asked.now().date()
    works = set(tokens.working(day=day).filter(account=account).values_list("id", flat=True))
    found = list(tokens.of_account(account))
    if arguments.json:
        print(json.dumps([_plain(each, each.id in works) for each in found], ensure_ascii=False, indent=2))
        return 0
    for each in found:
        print(f"{each.id}  {each.name}  ({each.purpose}): {_state(each, each.id in works, arguments.lang)}")
    if not found:
        print(words.say("token-none", arguments.lang))
    return 0


def _plain(token: Token, works: bool) -> dict[str, Any]:
    return {
        "token": token.id,
        "name": token.name,
        "purpose": token.purpose,
        "made_at": token.made_at.isoformat(),
        "used_on": token.used_on.isoformat() if token.used_on else None,
        "revoked_at": token.revoked_at.isoformat() if token.revoked_at else None,
        "works": works,
    }


def _state(token: Token, works: bool, lang: str) -> str:
    if token.revoked_at is not None:
        return words.say(
            "token-is-revoked", lang, day=words.day(token.revoked_at.date(), lang, style="short")
        )
    used = (
        words.say("token-used-on", lang, day=words.day(token.used_on, lang, style="short"))
        if token.used_on
        else words.say("token-never-used", lang)
    )
    return f"{words.say('token-works' if works else 'token-ended', lang)}; {used}"


def revoke(arguments: argparse.Namespace) -> int:
    """Revoke a token of an account."""
    from fasti.operations import revoke_token

    pack, account = asked.body(arguments.lang), _account(arguments)
    told = {"account": account.name, "token": str(arguments.token)}
    try:
        revoke_token.revoke(account, arguments.token, at=asked.now(), pack=pack, actor="operator")
    except (revoke_token.NotMade, OverflowError) as refused:
        raise BadInput(words.say("token-no-such", arguments.lang, **told)) from refused
    print(words.say("token-revoked", arguments.lang, **told))
    return 0


def _account(arguments: argparse.Namespace) -> Account:
    from fasti.access.models import Account

    found = Account.objects.filter(name=arguments.account).first()
    if found is None:
        raise BadInput(words.say("token-unknown-account", arguments.lang, account=arguments.account))
    return found
