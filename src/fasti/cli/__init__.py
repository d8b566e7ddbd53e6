"""The command line: noun, then verb. Each file is a noun; it reads its arguments, makes one call, and prints.

Exit codes: 0 done, 1 findings, 2 bad input. Errors go to stderr.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from fasti.cli.errors import BadInput

NOUNS = ("demo", "body", "act", "unit", "person", "report", "figure", "charter")
"""Modules of this folder, each with `add_parser(subparsers)`."""


def parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    whole = argparse.ArgumentParser(prog="fasti", description="The register of a federated membership body.")
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
        arguments = parser().parse_args(argv)
        return int(arguments.run(arguments) or 0)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
