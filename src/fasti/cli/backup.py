"""`fasti backup` and `fasti restore`: the whole body as one file, and the body from that file."""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from typing import TYPE_CHECKING, Any

from fasti import charter, words
from fasti.cli import asked, body
from fasti.cli.errors import BadInput

if TYPE_CHECKING:
    from fasti.operations import restore_body


def add_parser(nouns: Any) -> None:
    """The grammar of the two commands."""
    save = nouns.add_parser("backup", help="write the whole body into one file, also while acts are issued")
    save.add_argument("file", metavar="FILE", help="the archive to write; it must not exist yet")
    save.set_defaults(run=backup)
    load = nouns.add_parser(
        "restore", help="restore a body from its backup into an empty place, and prove it"
    )
    load.add_argument("file", metavar="FILE", help="an archive written by backup")
    load.add_argument("--database", metavar="URL", help="sqlite:///FILE or postgresql://...")
    load.add_argument(
        "--with-faults", action="store_true", help="restore even a record whose proof fails, to look into it"
    )
    load.set_defaults(run=restore)
    for each in (save, load):
        each.add_argument("--json", action="store_true", help="for programs")
        asked.add_language(each)


def backup(arguments: argparse.Namespace) -> int:
    """Write the archive."""
    from fasti.operations import archive, backup_body

    lang = arguments.lang
    asked.body(lang)
    try:
        done = backup_body.backup(pathlib.Path(arguments.file), taken_at=asked.now())
    except archive.CannotBackUp as error:
        raise BadInput(words.say(error.code, lang, **error.args_)) from error
    if arguments.json:
        said = {
            "charter": done.pack, "acts": done.num_acts, "heads": done.heads, "missing": done.missing,
            "missing_uploads": done.missing_uploads,
        }  # fmt: skip
        print(json.dumps(said, ensure_ascii=False))
    else:
        print(
            words.say("backup-done", lang, file=arguments.file, unit=_name(done.pack, lang), n=done.num_acts)
        )
    for sha256 in done.missing:
        print(words.say("backup-without", lang, file=sha256), file=sys.stderr)
    for name in done.missing_uploads:
        print(words.say("backup-without-upload", lang, file=name), file=sys.stderr)
    return 1 if done.missing or done.missing_uploads else 0


def _told(error: restore_body.CannotRestore, lang: str) -> dict[str, Any]:
    """What the sentence takes; the trouble with a file that cannot be read in the reader's language."""
    trouble = error.__cause__ and error.__cause__.__cause__
    return (
        {**error.args_, "member": words.trouble(trouble, lang)}
        if isinstance(trouble, OSError)
        else error.args_
    )


def _name(pack: str, lang: str) -> str:
    """The name of the body of that rule book."""
    found = charter.load(pack)
    return found.name("body", "name", lang if lang in found.languages else found.languages[0])


def restore(arguments: argparse.Namespace) -> int:
    """Restore the archive and say what its proof found."""
    from fasti.operations import restore_body

    lang = arguments.lang
    body.choose_database(arguments.database)
    body.prepare_home()
    try:
        done = restore_body.restore(pathlib.Path(arguments.file), with_faults=arguments.with_faults)
    except restore_body.CannotRestore as error:
        raise BadInput(words.say(error.code, lang, **_told(error, lang))) from error
    if arguments.json:
        faults = [{"code": f.code, "act": f.act, "subject": f.subject} for f in done.faults]
        said = {"charter": done.pack, "acts": done.num_acts, "faults": faults, "closed": done.closed}
        print(json.dumps(said, ensure_ascii=False))
    else:
        print(
            words.say("restore-done", lang, file=arguments.file, unit=_name(done.pack, lang), n=done.num_acts)
        )
        for fault in done.faults:
            line = words.say(
                "restore-fault", lang, act=fault.act or "-", code=fault.code, subject=fault.subject
            )
            print(line, file=sys.stderr)
    if done.closed:
        told = {"n": len(done.closed), "accounts": ", ".join(done.closed)}
        print(words.say("restore-closed", lang, **told), file=sys.stderr)
    return 1 if done.faults else 0
