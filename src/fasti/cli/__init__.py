"""The command line: noun, then verb. Each file is a noun; it reads its arguments, makes one call, and prints.

Exit codes: 0 done, 1 findings, 2 bad input. Errors go to stderr.
"""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import sqlite3
import sys
from collections.abc import Sequence
from typing import Any

from fasti import surroundings, words
from fasti.acts import texts
from fasti.cli import upgrade
from fasti.cli.errors import BadInput

NOUNS = (
    "demo",
    "sample",
    "body",
    "serve",
    "account",
    "token",
    "act",
    "plan",
    "unit",
    "post",
    "person",
    "return_",
    "outbox",
    "report",
    "figure",
    "peers",
    "practice",
    "claims",
    "reconcile",
    "import_",
    "export",
    "backup",
    "upgrade",
    "charter",
    "bench",
)
"""Modules of this folder, each with `add_parser(subparsers)`."""


class Grammar(argparse.ArgumentParser):
    """The grammar of a command, of which a noun may leave its first verb unsaid."""

    unsaid = ""
    """The verb that is meant where another one does not follow; empty: it must be said."""
    said: frozenset[str] = frozenset()
    """The verbs that follow the noun."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, with the verb put in where it was left out."""
        if self.unsaid and args and args[0] not in {*self.said, "-h", "--help"}:
            args = [self.unsaid, *args]
        return super().parse_known_args(args, namespace)


def parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    whole = Grammar(prog="fasti", description="The register of a federated membership body.")
    nouns = whole.add_subparsers(metavar="COMMAND", required=True)
    for name in NOUNS:
        importlib.import_module(f"fasti.cli.{name}").add_parser(nouns)
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    import django

    try:
        django.setup()
        arguments = parser().parse_args(_readable(argv))
        return _run(arguments)
    except (BadInput, surroundings.Malformed) as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _run(arguments: argparse.Namespace) -> int:
    """The command; a body of another version, a database that is locked or away and a disk without room are told in a
    sentence.
    """
    from django.db import DatabaseError, OperationalError

    from fasti.acts import attachments

    try:
        return int(arguments.run(arguments) or 0)
    except (DatabaseError, sqlite3.DatabaseError, attachments.CannotKeep, OSError) as error:
        lang = getattr(arguments, "lang", "en")
        detail = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        if _is_full(error):
            raise BadInput(words.say("cli-disk-full", lang, detail=detail)) from error
        if isinstance(error, DatabaseError | sqlite3.DatabaseError) and (told := upgrade.refusal(lang)):
            raise BadInput(told) from error
        if isinstance(error, OperationalError | sqlite3.OperationalError):
            raise BadInput(words.say("cli-database-failed", lang, detail=detail)) from error
        raise


def _is_full(error: Exception) -> bool:
    """Whether there was no room: an error of the system, of SQLite, or of PostgreSQL."""
    number = getattr(error.__cause__ if error.__cause__ else error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return True
    return "disk is full" in str(error) or "No space left on device" in str(error)


def _readable(argv: Sequence[str] | None) -> Sequence[str]:
    """The arguments, if they are text: bytes that are none cannot name anything."""
    given = sys.argv[1:] if argv is None else argv
    for each in given:
        if not texts.is_keepable(each):
            raise BadInput(words.say("cli-not-text", "en", value=texts.readable(each)))
    return given
