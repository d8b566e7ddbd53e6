"""The head of an act that a command has issued as the rules say; how the act, or what stands against it, is told."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from typing import Any

from fasti import charter, words
from fasti.acts.findings import Finding
from fasti.acts.models import Act
from fasti.cli import asked, printing, returns_told


def add_head(verb: Any, *, title: str = "") -> None:
    """The grammar of the head; `title`: the help of an option for it."""
    verb.add_argument("--signed-on", type=asked.day, metavar="DAY", help="default: today")
    verb.add_argument("--issuer", metavar="UNIT", help="default: as the rules say")
    verb.add_argument("--signer", metavar="PERSON", help="default: as the rules say")
    if title:
        verb.add_argument("--title", metavar="TEXT", help=title)


def head(arguments: argparse.Namespace) -> dict[str, Any]:
    """What is said of the act; the rest follows from the rules."""
    day = arguments.signed_on or asked.now().date()
    given = {name: getattr(arguments, name, None) for name in ("issuer", "signer", "title")}
    return {"signed_on": day.isoformat(), **{name: value for name, value in given.items() if value}}


def told(act: Act, message: str, arguments: argparse.Namespace) -> int:
    """Print the act that was issued, for people by a message."""
    if arguments.json:
        print(json.dumps({"act": act.code, "symbol": act.symbol, "hash": act.hash}, ensure_ascii=False))
        return 0
    reference = words.act_reference(act.symbol, act.signed_on, arguments.lang)
    print(words.say(message, arguments.lang, act=f"{reference} [{act.code}]"))
    return 0


def refused(found: Iterable[Finding], pack: charter.Pack, arguments: argparse.Namespace) -> int:
    """Print what stands against it."""
    named = returns_told.named(found, pack, arguments.lang)
    printing.findings(named, arguments.lang, pack=pack, as_json=arguments.json)
    return 1
