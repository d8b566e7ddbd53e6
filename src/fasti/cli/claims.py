"""`fasti claims FILE`: the figures a narrative report claims, each with its sentence; and what could not be read.

Exit code 1 where something was not read or totals do not add up, so that nobody takes half a report for a whole one.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from fasti import charter, claims, words
from fasti.cli import asked, wordings
from fasti.cli.errors import BadInput
from fasti.words import encodings

MILD = ("claims-tables", "claims-languages-mixed")
"""Notes on how something was read; the others say that something was not."""


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    whole = nouns.add_parser("claims", help="the figures a narrative report (TXT, DOCX, PDF) claims")
    verbs = whole.add_subparsers(metavar="VERB", required=True)
    noun = verbs.add_parser("read", help="read a report; `fasti claims FILE` does the same")
    noun.add_argument("file", metavar="FILE")
    noun.add_argument("--unit", metavar="U", help="the unit the report is about")
    noun.add_argument(
        "--period", metavar="P", type=asked.period, help="the period it is about, such as 2024-H1"
    )
    noun.add_argument(
        "--charter", metavar="PACK", help="the rule book whose words are used (default: the body's)"
    )
    add_reading(noun)
    noun.add_argument("--json", action="store_true", help="for programs: a list of claims")
    asked.add_language(noun)
    asked.add_when(noun)
    noun.set_defaults(run=run)
    wordings.add_verbs(verbs)
    whole.unsaid, whole.said = "read", frozenset(verbs.choices)


def add_reading(noun: argparse.ArgumentParser) -> None:
    """How the file is to be read."""
    noun.add_argument(
        "--text-lang",
        choices=words.LANGUAGES,
        help="language of the report where it cannot be told (default: told)",
    )
    noun.add_argument(
        "--encoding", metavar="E", type=str.lower, choices=sorted(encodings.NAMES), default="",
        help="encoding of a text file, where it cannot be told",
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Print the claims; 1 if anything was not read or does not add up."""
    found = read(arguments, _pack(arguments))
    left, wrong = unread(found), [total for total in found.totals if not total.is_consistent]
    say_notes(found, arguments.lang)
    if arguments.json:
        print(json.dumps([claim.plain() for claim in found.claims], ensure_ascii=False, indent=1))
        return 0 if found.num_read or not left else 1
    for claim in found.claims:
        print(line(claim, arguments.lang))
    name = Path(arguments.file).name
    said = "cli-claims-found" if found.claims else "cli-claims-none"
    args = {"n": len(found.claims), "file": name} if found.claims else {"file": name}
    print(words.say(said, arguments.lang, **args))
    return 1 if left or wrong else 0


def unread(found: claims.Report) -> list[claims.Note]:
    """The notes that say that something was not read."""
    return [note for note in found.notes if note.code not in MILD]


def say_notes(found: claims.Report, lang: str) -> None:
    """Say on standard error what was not read and which totals do not add up."""
    for note in found.notes:
        print(words.finding(note.code, lang, **note.args), file=sys.stderr)
    for total in found.totals:
        if not total.is_consistent:
            print(_total(total, lang), file=sys.stderr)


def read(arguments: argparse.Namespace, pack: charter.Pack) -> claims.Report:
    """The report in the file named, read with what the body learned; BadInput where it cannot be opened."""
    if pack.claimed is None:
        raise BadInput(words.finding("claims-pack-silent", arguments.lang, value=pack.id))
    period = str(arguments.period) if arguments.period else None
    try:
        document = claims.open_document(Path(arguments.file), encoding=arguments.encoding)
    except OSError as error:
        detail = words.trouble(error, arguments.lang)
        raise BadInput(
            words.say("cli-cannot-read", arguments.lang, file=arguments.file, detail=detail)
        ) from error
    return claims.read(
        document, claimed=pack.claimed, lang=arguments.text_lang, unit=arguments.unit, period=period,
        wordings=wordings.known(arguments, pack),
    )  # fmt: skip


def _pack(arguments: argparse.Namespace) -> charter.Pack:
    """The pack named, else that of the body here, else the default."""
    try:
        if arguments.charter:
            return charter.load(arguments.charter)
        body = asked.begun()
        return charter.load(body.pack if body is not None else asked.DEFAULT_PACK)
    except charter.BadPack as error:
        raise BadInput(str(error)) from error


def line(claim: claims.Claim, lang: str) -> str:
    """A claim on two lines: value, hedge, figure, period and place; then its sentence."""
    value = words.number(claim.value, lang, digits=2)
    hedge = words.say(f"cli-claims-{claim.qualifier}", lang)
    parts = [
        f"{value:>12}",
        f"{hedge:<12}",
        f"{claim.indicator:<26}",
        f"{claim.period or '-':<14}",
        _place(claim, lang),
    ]
    return "  ".join(parts) + f"\n{'':14}{claim.sentence}"


def _place(claim: claims.Claim, lang: str) -> str:
    at = claim.passage
    if at.table is not None:
        return words.say("cli-claims-row", lang, table=at.table, row=at.row or 0)
    for name, number in (("page", at.page), ("line", at.line)):
        if number is not None:
            return words.say(f"cli-claims-{name}", lang, **{name: number})
    return words.say("cli-claims-passage", lang, passage=at.number)


def _total(total: claims.Total, lang: str) -> str:
    return words.finding(
        "claims-total", lang, number=words.number(total.stated, lang), total=words.number(total.computed, lang),
        difference=words.signed(total.computed - total.stated, lang), value=total.sentence[:300],
    )  # fmt: skip
