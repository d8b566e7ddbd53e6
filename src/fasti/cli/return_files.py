"""`fasti return form`, `fill` from a workbook, `export`, `import`: returns as files, out and back."""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from collections.abc import Iterable
from typing import Any

from fasti import charter, words
from fasti.cli import asked, returns_told
from fasti.cli.errors import BadInput


def form(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Write the form of a return as a workbook."""
    from fasti.exchange import return_form
    from fasti.returns import sheet

    day = asked.now().date()
    found = sheet.sheet(pack, arguments.form, unit=arguments.unit, period=arguments.period, day=day)
    content = return_form.written(found, pack=pack, lang=arguments.lang, known_on=day)
    name = return_form.filename(arguments.unit.replace("/", "-"), arguments.form, arguments.period.code)
    keep(content, arguments.out or name, arguments.lang)
    return 0


def keep(content: bytes, output: str, lang: str) -> None:
    """Write a file; raises `BadInput` where it cannot be written."""
    try:
        pathlib.Path(output).write_bytes(content)
    except OSError as error:
        detail = words.trouble(error, lang)
        raise BadInput(words.say("cli-cannot-read", lang, file=output, detail=detail)) from error
    print(words.say("cli-report-written", lang, file=output), file=sys.stderr)


def fill_from(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Take a filled form in, or say everything that stands in the way, cell by cell."""
    from fasti.access import actor
    from fasti.exchange import annotated, return_intake, tables

    lang, path = arguments.lang, pathlib.Path(arguments.file)
    try:
        outcome = return_intake.take(
            path, arguments.unit, arguments.form, arguments.period, pack=pack, filled_at=asked.now(),
            actor=actor.OPERATOR, lang=lang,
        )  # fmt: skip
        if arguments.annotated:
            told = [(each, _sentence(each, lang, pack)) for each in outcome.told]
            annotated.write(path, pathlib.Path(arguments.annotated), told, lang=lang)
    except tables.CannotRead as error:
        raise BadInput(words.finding(error.code, lang, **error.args_)) from error
    except OSError as error:
        detail = words.trouble(error, lang)
        raise BadInput(words.say("cli-cannot-read", lang, file=str(path), detail=detail)) from error
    if arguments.json:
        print(json.dumps(_plain(outcome, lang, pack), ensure_ascii=False, indent=2))
    else:
        _tell(outcome, lang, pack)
    return 1 if outcome.findings else 0


def add_export(verb: argparse.ArgumentParser) -> None:
    """The formats, and where the file goes."""
    what = verb.add_mutually_exclusive_group(required=True)
    for name, told in (
        ("adx", "ADX"),
        ("sdmx-csv", "SDMX-CSV 2.0"),
        ("dsd", "the structure, for ADX and SDMX"),
    ):
        what.add_argument(f"--{name}", dest="format", action="store_const", const=name, help=told)
    verb.add_argument(
        "--itself", action="store_true", help="the return of the unit itself, not those beneath it"
    )
    asked.add_known(verb)
    verb.add_argument("-o", "--output", metavar="FILE", help="the file (default: standard output)")


def export(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Write the accepted returns of a perimeter for another system."""
    from fasti.access import sight
    from fasti.exchange import formats, return_data, return_formats

    lang = arguments.lang
    try:
        data = return_data.data(
            pack, arguments.form, unit=arguments.unit, period=arguments.period, sight=sight.OPERATOR,
            itself=arguments.itself, known=arguments.known,
        )  # fmt: skip
    except formats.CannotWrite as refused:
        told = {**refused.args_, "period": words.period(arguments.period, lang)}
        raise BadInput(words.finding(refused.code, lang, **told)) from refused
    content = return_formats.written(data, arguments.format, pack=pack, at=asked.now())
    if data.num_left_out:
        print(words.say("return-files-left-out", lang, n=data.num_left_out), file=sys.stderr)
    if arguments.output:
        keep(content, arguments.output, lang)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    return 0


def add_import(verb: argparse.ArgumentParser) -> None:
    """The message, and the form of groups that name none."""
    verb.add_argument("file", metavar="FILE.xml", help="an ADX message")
    verb.add_argument("--form", metavar="FORM", default="", help="of groups that name no dataSet")
    verb.add_argument("--json", action="store_true", help="for programs")
    asked.add_language(verb)


def import_(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Fill in what another system declares; nothing is handed in."""
    from fasti.access import actor
    from fasti.exchange import adx_intake, tables

    lang = arguments.lang
    try:
        outcome = adx_intake.take(
            pathlib.Path(arguments.file), form=arguments.form, pack=pack, filled_at=asked.now(),
            actor=actor.OPERATOR, lang=lang,
        )  # fmt: skip
    except tables.CannotRead as error:
        raise BadInput(words.finding(error.code, lang, **error.args_)) from error
    except OSError as error:
        detail = words.trouble(error, lang)
        raise BadInput(words.say("cli-cannot-read", lang, file=arguments.file, detail=detail)) from error
    if arguments.json:
        found = _parts(outcome, lang, pack)
        filled = [
            {"unit": each.code, "form": each.form.id, "period": each.period.code} for each in outcome.sheets
        ]
        print(json.dumps({"filled": filled, **found}, ensure_ascii=False, indent=2))
        return 1 if outcome.findings else 0
    if outcome.findings:
        print(words.say("return-form-refused", lang), file=sys.stderr)
        lines(outcome.findings, lang, pack)
    else:
        print(words.say("return-files-taken", lang, n=len(outcome.sheets)))
    _tell_more(outcome, lang, pack)
    return 1 if outcome.findings else 0


def _tell(outcome: Any, lang: str, pack: charter.Pack) -> None:
    if outcome.sheet is None:
        print(words.say("return-form-refused", lang), file=sys.stderr)
        lines(outcome.findings, lang, pack)
    else:
        told = {
            "form": pack.name("form", outcome.sheet.form.id, lang),
            "period": words.period(outcome.sheet.period, lang),
        }
        print(words.say("return-form-taken", lang, unit=outcome.sheet.code, **told))
    _tell_more(outcome, lang, pack)


def _tell_more(outcome: Any, lang: str, pack: charter.Pack) -> None:
    for message, listed in (("lacks", outcome.lacking), ("notices", outcome.notices)):
        if listed:
            print(words.say(f"return-form-{message}", lang), file=sys.stderr)
            lines(listed, lang, pack)


def lines(found: Iterable[Any], lang: str, pack: charter.Pack) -> None:
    """Findings with their places, one to a line, for people."""
    from fasti.exchange import placed

    for each in found:
        print(
            f"{placed.where(each)}  {_sentence(each, lang, pack)}  [{each.finding.code}]".strip(),
            file=sys.stderr,
        )


def _sentence(each: Any, lang: str, pack: charter.Pack) -> str:
    from fasti.operations import telling

    return telling.sentence(each.finding, lang, pack=pack)


def _plain(outcome: Any, lang: str, pack: charter.Pack) -> dict[str, Any]:
    found = _parts(outcome, lang, pack)
    told = returns_told.plain_sheet(outcome.sheet, (), pack, lang) if outcome.sheet else None
    return {"is_taken": outcome.sheet is not None, **found, "return": told}


def _parts(outcome: Any, lang: str, pack: charter.Pack) -> dict[str, Any]:
    return {
        part: [plain_finding(each, lang, pack) for each in getattr(outcome, part)]
        for part in ("findings", "lacking", "notices")
    }


def plain_finding(each: Any, lang: str, pack: charter.Pack) -> dict[str, Any]:
    """A finding with its place, for programs."""
    from fasti.exchange import tables

    return {
        "code": each.finding.code, "sheet": each.sheet, "row": each.row or None,
        "column": tables.letter(each.column) if each.column >= 0 else None,
        "figure": each.finding.args.get("figure"), "sentence": _sentence(each, lang, pack),
    }  # fmt: skip
