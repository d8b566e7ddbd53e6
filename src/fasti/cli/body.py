"""`fasti init`, `fasti verify`, `fasti rebuild`: the record of a body as a whole."""

from __future__ import annotations

import argparse
import os
import pathlib
import sys
from typing import Any

from fasti import charter, surroundings, words
from fasti.acts import texts
from fasti.cli import account, asked
from fasti.cli.errors import BadInput


def add_parser(nouns: Any) -> None:
    """The grammar of the three commands."""
    init = nouns.add_parser("init", help="begin the record of a body by a charter pack")
    init.add_argument("--charter", required=True, metavar="PACK")
    init.add_argument("--database", metavar="URL", help="sqlite:///FILE or postgresql://...")
    init.add_argument(
        "--registrar",
        default="registrar",
        metavar="NAME",
        help="name of the first account (default: registrar)",
    )
    init.set_defaults(run=begin)
    check = nouns.add_parser("verify", help="prove record, register and attachments by every check")
    check.set_defaults(run=verify)
    fold = nouns.add_parser("rebuild", help="fold the register anew from the acts")
    fold.add_argument("--check", action="store_true", help="only compare, change nothing")
    fold.set_defaults(run=rebuild)
    for each in (init, check, fold):
        asked.add_language(each)
    check.add_argument("--json", action="store_true", help="for programs")
    check.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="GROUP",
        help="only this group of checks; may be repeated",
    )
    check.add_argument(
        "--as-of", type=asked.day, metavar="DAY", help="the day by which terms are over (default: today)"
    )


def begin(arguments: argparse.Namespace) -> int:
    """Create the tables, the body's row and the first account, which opens others."""
    from fasti.access import actor
    from fasti.operations import init_body, open_account

    choose_database(arguments.database)
    prepare_home()
    try:
        pack = charter.load(arguments.charter)
        if not open_account.NAME.fullmatch(arguments.registrar):
            name = texts.readable(arguments.registrar)
            raise BadInput(words.finding("account-name-malformed", arguments.lang, value=name))
        init_body.init(pack)
        opened = open_account.open_account(
            arguments.registrar, pack=pack, at=asked.now(), actor=actor.OPERATOR, is_registrar=True
        )
        sample_mark().unlink(missing_ok=True)
    except init_body.AlreadyBegun as error:
        raise BadInput(words.say("cli-already-begun", arguments.lang, pack=str(error))) from error
    except (charter.BadPack, LookupError, OSError) as error:
        raise BadInput(str(error)) from error
    print(words.say("cli-begun", arguments.lang, pack=pack.id))
    if arguments.database:
        print(words.say("cli-database-told", arguments.lang))
    account.tell(opened, arguments)
    return 0


def choose_database(address: str | None) -> None:
    """Work on the database at an address, if one is given, in place of the one of the surroundings."""
    from django.conf import settings
    from django.db import connections

    if address is None:
        return
    try:
        chosen = surroundings.database(address)
    except surroundings.Malformed as error:
        raise BadInput(str(error)) from error
    os.environ["FASTI_DATABASE"] = address
    connections["default"].close()
    del connections["default"]  # The models asked the former one how long a name may be.
    unset: dict[str, Any] = {"OPTIONS": {}, "CONN_MAX_AGE": 0}
    unset |= dict.fromkeys(("HOST", "PORT", "USER", "PASSWORD"), "")
    connections.settings["default"] |= unset | chosen
    settings.DATABASES["default"] = connections.settings["default"]
    # A connection was made while the models were read, by the engine of the surroundings.
    connections["default"].close()
    del connections["default"]


def sample_mark() -> pathlib.Path:
    """Stands beside the sample body and says whether its building came to its end. No other body has it."""
    from django.conf import settings

    return pathlib.Path(settings.HOME) / "sample-body"


def prepare_home() -> None:
    """Make the data folder."""
    from django.conf import settings

    pathlib.Path(settings.HOME).mkdir(parents=True, exist_ok=True)


def verify(arguments: argparse.Namespace) -> int:
    """Prove the body by every check, or those of some groups; each finding is told with its act."""
    from fasti.cli import proof as told
    from fasti.operations import checks, verify_record

    lang = arguments.lang
    begun = asked.begun()
    if begun is None:
        asked.body(lang)  # Says that there is no body here.
    try:
        proof = verify_record.verify(
            only=arguments.only, as_of=arguments.as_of or asked.now().date(), progress=told.progress(lang)
        )
    except verify_record.UnknownGroup as error:
        known = ", ".join(group.name for group in checks.GROUPS)
        message = words.say("cli-verify-unknown-group", lang, value=str(error), known=known)
        raise BadInput(message) from error
    if arguments.json:
        print(told.as_json(proof, lang))
        return 1 if proof.faults else 0
    told.tell(proof, lang)
    num_faults, num_notices = len(proof.faults), len(proof.notices)
    print(
        words.say(
            "cli-verify-ran", lang, checks=len(proof.checks), n=proof.num_acts,
            faults=num_faults, notices=num_notices,
        )
    )  # fmt: skip
    unit = begun.pack if begun else ""
    if proof.faults:
        first = next((fault.act for fault in proof.faults if fault.act), proof.faults[0].code)
        print(words.say("cli-not-verified", lang, unit=unit, act=first), file=sys.stderr)
        return 1
    if not arguments.only:
        print(words.say("cli-verified", lang, unit=unit, n=proof.num_acts))
    return 0


def rebuild(arguments: argparse.Namespace) -> int:
    """Fold the register anew; with --check only compare."""
    from fasti.acts.models import Act
    from fasti.effects import store
    from fasti.operations import rebuild_register

    lang = arguments.lang
    asked.body(lang)
    if arguments.check:
        found = rebuild_register.differences()
        for each in found[:20]:
            print(("- " if each.is_missing else "+ ") + f"{each.line}: {each.row}", file=sys.stderr)
        if found:
            print(words.say("cli-rebuild-differs", lang, n=len(found)), file=sys.stderr)
            return 1
        num = sum(table._default_manager.count() for table in store.TABLES.values())
        print(words.say("cli-rebuild-same", lang, n=num))
        return 0
    rebuild_register.rebuild()
    print(words.say("cli-rebuilt", lang, n=Act.objects.count()))
    return 0
