"""`fasti init`, `fasti verify`, `fasti rebuild`: the record of a body as a whole."""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import sys
from typing import Any

from fasti import charter, words
from fasti.cli import asked
from fasti.cli.errors import BadInput


def add_parser(nouns: Any) -> None:
    """The grammar of the three commands."""
    init = nouns.add_parser("init", help="begin the record of a body by a charter pack")
    init.add_argument("--charter", required=True, metavar="PACK")
    init.add_argument("--database", metavar="URL", help="sqlite:///FILE or postgresql://...")
    init.set_defaults(run=begin)
    check = nouns.add_parser("verify", help="prove chains, numbers, attachments and the register")
    check.set_defaults(run=verify)
    fold = nouns.add_parser("rebuild", help="fold the register anew from the acts")
    fold.add_argument("--check", action="store_true", help="only compare, change nothing")
    fold.set_defaults(run=rebuild)
    for each in (init, check, fold):
        asked.add_language(each)
    check.add_argument("--json", action="store_true", help="for programs")


def begin(arguments: argparse.Namespace) -> int:
    """Create the tables and the body's row."""
    from django.conf import settings
    from django.db import connections

    from fasti.operations import init_body
    from fasti.settings import MalformedDatabase, database

    if arguments.database:
        try:
            chosen = database(arguments.database)
        except MalformedDatabase as error:
            raise BadInput(str(error)) from error
        os.environ["FASTI_DATABASE"] = arguments.database
        connections.settings["default"] |= chosen
        settings.DATABASES["default"] = connections.settings["default"]
    prepare_home()
    try:
        pack = charter.load(arguments.charter)
        init_body.init(pack)
        sample_mark().unlink(missing_ok=True)
    except init_body.AlreadyBegun as error:
        raise BadInput(words.say("cli-already-begun", arguments.lang, pack=str(error))) from error
    except (charter.BadPack, LookupError, OSError) as error:
        raise BadInput(str(error)) from error
    print(words.say("cli-begun", arguments.lang, pack=pack.id))
    return 0


def sample_mark() -> pathlib.Path:
    """Stands beside the sample body and says whether its building came to its end. No other body has it."""
    from django.conf import settings

    return pathlib.Path(settings.HOME) / "sample-body"


def prepare_home() -> None:
    """Make the data folder."""
    from django.conf import settings

    pathlib.Path(settings.HOME).mkdir(parents=True, exist_ok=True)


def verify(arguments: argparse.Namespace) -> int:
    """Prove the record; each fault is named with its act."""
    from fasti.operations import verify_record

    pack, lang = asked.body(arguments.lang), arguments.lang
    proof = verify_record.verify()
    if arguments.json:
        faults = [{"code": f.code, "act": f.act, "detail": f.detail} for f in proof.faults]
        print(json.dumps({"acts": proof.num_acts, "effects": proof.num_effects, "faults": faults}))
    elif proof.faults:
        for fault in proof.faults:
            line = words.say("cli-fault", lang, act=fault.act or "-", code=fault.code, detail=fault.detail)
            print(line, file=sys.stderr)
        first = proof.faults[0].act or proof.faults[0].code
        print(words.say("cli-not-verified", lang, unit=pack.id, act=first), file=sys.stderr)
    else:
        print(words.say("cli-verified", lang, unit=pack.id, n=proof.num_acts))
    return 1 if proof.faults else 0


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
