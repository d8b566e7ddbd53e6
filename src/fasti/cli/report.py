"""`fasti report`: the consolidated report of a unit or peer group on a form, for a period, in any format."""

from __future__ import annotations

import argparse
import pathlib
from typing import Any

from fasti import charter, words
from fasti.cli import asked, documents
from fasti.cli.errors import BadInput
from fasti.reports import formats, model


def add_parser(nouns: Any) -> None:
    """The grammar of the noun: the form takes the place of the verb."""
    noun = nouns.add_parser("report", help="the consolidated report of a unit or peer group")
    noun.add_argument("form", metavar="FORM", help="half-year, year")
    add_question(noun)
    noun.add_argument(
        "--beside", type=asked.day, metavar="DAY", help="and on the tree of that day, side by side"
    )
    noun.add_argument("--format", choices=formats.FORMATS, help="default: by the file's name, else text")
    noun.add_argument("-o", "--output", metavar="FILE")
    noun.add_argument("--issuer", metavar="UNIT", help="the organ in whose name the report is given")
    noun.add_argument("--dated", type=asked.day, metavar="DAY", help="the day the document bears")
    noun.set_defaults(run=run)


def add_question(parser: argparse.ArgumentParser) -> None:
    """What every figure is asked by: unit, period, boundaries, known day, language."""
    parser.add_argument("--unit", required=True, metavar="UNIT", help="code of a unit or peer group")
    parser.add_argument("--period", required=True, type=asked.period, metavar="PERIOD")
    parser.add_argument("--boundaries", type=asked.day, metavar="DAY", help="on the tree of that day")
    asked.add_known(parser)
    asked.add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the report."""
    pack = asked.body(arguments.lang)
    report = consolidated(arguments, pack)
    documents.put(formats.render(report, _format(arguments)), arguments.output, arguments.lang)
    return 0


def consolidated(arguments: argparse.Namespace, pack: charter.Pack) -> model.Report:
    """The report asked for; BadInput when it cannot be given."""
    from fasti.indicators.figures import CannotCompute
    from fasti.reports import assemble, gather

    try:
        return assemble.consolidate(
            pack,
            arguments.form,
            unit=arguments.unit,
            period=arguments.period,
            boundaries=arguments.boundaries,
            beside=arguments.beside,
            known=arguments.known,
            lang=arguments.lang,
            dated=arguments.dated,
            issuer=arguments.issuer,
        )
    except CannotCompute as error:
        raise BadInput(refusal(error, arguments.lang)) from error
    except (gather.NotForPeriod, charter.NoRule) as error:
        raise BadInput(str(error)) from error


def refusal(error: Any, lang: str) -> str:
    """Why a figure cannot be computed, in the user's language where there is a sentence for it."""
    if error.code in words.FINDINGS:
        return words.finding(error.code, lang, **error.args_)
    return str(error)


def _format(arguments: argparse.Namespace) -> str:
    if arguments.format:
        return str(arguments.format)
    suffix = pathlib.Path(arguments.output or "").suffix.lstrip(".")
    return {"txt": "text", "": "text", "htm": "html"}.get(
        suffix, suffix if suffix in formats.FORMATS else "text"
    )
