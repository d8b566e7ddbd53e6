"""`fasti reconcile`: what a narrative report claims beside what the register has, for a unit and a period.

Exit code 1 where a claim differs from the register or something was not read.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fasti import words
from fasti.cli import asked, report
from fasti.cli import claims as claimed
from fasti.cli.errors import BadInput

if TYPE_CHECKING:
    from fasti.reports import reconcile


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("reconcile", help="a narrative report's figures beside the register's")
    noun.add_argument("file", metavar="FILE")
    report.add_question(noun)
    claimed.add_reading(noun)
    noun.add_argument("--json", action="store_true", help="for programs")
    noun.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the claims beside the register's figures; 1 where they differ."""
    from fasti.indicators.figures import CannotCompute
    from fasti.reports import reconcile

    pack = asked.body(arguments.lang)
    read = claimed.read(arguments, pack)
    claimed.say_notes(read, arguments.lang)
    try:
        found = reconcile.reconcile(
            pack, read, unit=arguments.unit, period=arguments.period, boundaries=arguments.boundaries,
            known=arguments.known,
        )  # fmt: skip
    except CannotCompute as error:
        raise BadInput(report.refusal(error, arguments.lang)) from error
    if arguments.json:
        print(json.dumps(_plain(found), ensure_ascii=False, indent=1))
    else:
        _print(found, arguments.lang, name=Path(arguments.file).name)
    return 0 if found.agrees and not claimed.unread(read) else 1


def _plain(found: reconcile.Reconciliation) -> dict[str, Any]:
    lines = [
        {
            **line.claim.plain(),
            "verdict": line.verdict,
            "registered": line.registered,
            "difference": None if line.difference is None else float(line.difference),
            "reason": line.reason,
        }
        for line in found.lines
    ]
    return {"unit": found.unit, "period": str(found.period), "lines": lines, "left_out": dict(found.left_out)}


def _print(found: reconcile.Reconciliation, lang: str, *, name: str) -> None:
    for line in found.lines:
        print(f"{claimed.line(line.claim, lang)}\n{'':14}{_verdict(line, lang)}")
    for indicator, value in found.left_out:
        said = words.say("cli-reconcile-left-out", lang, indicator=indicator, value=words.number(value, lang))
        print(said)
    compared = [line for line in found.lines if line.registered is not None]
    differing = sum(line.reason is not None for line in compared)
    print(words.say("cli-reconcile-end", lang, file=name, n=len(compared), differing=differing))


def _verdict(line: reconcile.Line, lang: str) -> str:
    if line.registered is None:
        return words.say(f"cli-reconcile-{line.verdict}", lang)
    value = words.number(line.registered, lang)
    if line.reason is None:
        return words.say("cli-reconcile-agrees", lang, value=value)
    difference = words.signed(line.claim.value - line.registered, lang)
    reason = words.say(f"cli-reconcile-because-{line.reason}", lang)
    said = words.say("cli-reconcile-differs", lang, value=value, difference=difference)
    return f"{said} {reason}"
