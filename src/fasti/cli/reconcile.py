"""`fasti reconcile`: what a narrative report claims beside what the register has, for a unit and a period.

Each difference is told with its reasons (`fasti.reports.reasons`). Exit code 1 where a claim differs from the register
or something was not read.
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
    from fasti import charter
    from fasti.reports import reasons, reconcile


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("reconcile", help="a narrative report's figures beside the register's")
    noun.add_argument("file", metavar="FILE")
    report.add_question(noun)
    noun.add_argument(
        "--written", type=asked.day, metavar="DAY", help="the day of the report (default: its own)"
    )
    claimed.add_reading(noun)
    noun.add_argument("--json", action="store_true", help="for programs")
    noun.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the claims beside the register's figures; 1 where they differ."""
    from fasti.indicators.figures import CannotCompute
    from fasti.reports import reconcile, reconciled

    pack = asked.body(arguments.lang)
    read = claimed.read(arguments, pack)
    claimed.say_notes(read, arguments.lang)
    try:
        found = reconcile.reconcile(
            pack, read, unit=arguments.unit, period=arguments.period, boundaries=arguments.boundaries,
            known=arguments.known, written_on=arguments.written,
        )  # fmt: skip
    except CannotCompute as error:
        raise BadInput(report.refusal(error, arguments.lang)) from error
    if arguments.json:
        print(
            json.dumps(reconciled.plain(found, pack=pack, lang=arguments.lang), ensure_ascii=False, indent=1)
        )
    else:
        _print(found, pack, arguments.lang, name=Path(arguments.file).name)
    return 0 if found.agrees and not claimed.unread(read) else 1


def _print(found: reconcile.Reconciliation, pack: charter.Pack, lang: str, *, name: str) -> None:
    for line in found.lines:
        print(f"{claimed.line(line.claim, lang)}\n{'':14}{_verdict(line, lang)}")
        for reason in line.reasons:
            print(f"{'':14}{_because(reason, pack, lang)}")
    for indicator, value in found.left_out:
        said = words.say("cli-reconcile-left-out", lang, indicator=indicator, value=words.number(value, lang))
        print(said)
    end = {"n": found.num_compared, "differing": found.num_differing}
    print(words.say("cli-reconcile-end", lang, file=name, **end))


def _because(reason: reasons.Reason, pack: charter.Pack, lang: str) -> str:
    """The reason, with the acts that make the difference."""
    from fasti.acts.models import Act
    from fasti.reports import reason_words

    said = reason_words.sentence(reason, pack=pack, lang=lang)
    codes = [
        act.code for act in Act.objects.select_related("issuer").filter(pk__in=reason.acts).order_by("pk")
    ]
    return f"{said} ({', '.join(codes)})" if codes else said


def _verdict(line: reconcile.Line, lang: str) -> str:
    if line.registered is None:
        return words.say(f"cli-reconcile-{line.verdict}", lang)
    value = words.number(line.registered, lang)
    if line.verdict == "agrees":
        return words.say("cli-reconcile-agrees", lang, value=value)
    difference = words.signed(line.claim.value - line.registered, lang)
    return words.say("cli-reconcile-differs", lang, value=value, difference=difference)
