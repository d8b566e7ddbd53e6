"""`fasti upgrade`: bring a body that an older version kept to this version; and what is said until that is done."""

from __future__ import annotations

import argparse
from typing import Any

from fasti import words
from fasti.cli import asked
from fasti.cli.errors import BadInput


def add_parser(nouns: Any) -> None:
    """The grammar of the command."""
    noun = nouns.add_parser("upgrade", help="bring a body kept by an older version to this one")
    noun.add_argument("--check", action="store_true", help="only say what is missing, change nothing")
    asked.add_language(noun)
    noun.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the changes that are missing; with --check only name them, exit code 1 where there are some."""
    from fasti.operations import upgrade_body

    lang = arguments.lang
    pack = asked.body(lang)
    if arguments.check and not upgrade_body.unknown():
        gone = upgrade_body.missing()
        print("\n".join((*gone, words.say("cli-upgrade-missing", lang, unit=pack.id, n=len(gone)))))
        return 1 if gone else 0
    try:
        made = upgrade_body.upgrade()
    except upgrade_body.MadeByNewer as error:
        raise BadInput(_told(upgrade_body.NEWER, lang)) from error
    print(words.say("cli-upgraded", lang, unit=pack.id, n=len(made)))
    return 0


def refusal(lang: str) -> str:
    """Which body another version made, and what to do; nothing where this version made it."""
    from fasti.operations import upgrade_body

    made_by = upgrade_body.made_by()
    return _told(made_by, lang) if made_by else ""


def _told(made_by: str, lang: str) -> str:
    found = asked.begun()
    return words.say(f"cli-made-by-{made_by}", lang, unit=found.pack if found else "-", where=_where())


def _where() -> str:
    """The file, or the name and the machine of the database."""
    from django.db import connection

    given = connection.settings_dict
    host = f" ({given['HOST']})" if given.get("HOST") else ""
    return f"{given['NAME']}{host}"
