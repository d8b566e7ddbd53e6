"""`fasti import`: takes a register from a workbook or CSV tables, all of it or nothing."""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fasti import charter, words
from fasti.cli import asked
from fasti.cli.errors import BadInput


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    from fasti.exchange import encodings

    noun = nouns.add_parser("import", help="take a register from a workbook (XLSX) or tables (CSV)")
    noun.add_argument("source", metavar="FILE|DIR", help="a workbook, a table, or a folder of tables")
    noun.add_argument("--check", action="store_true", help="only say what stands in the way")
    noun.add_argument(
        "--encoding",
        metavar="E",
        type=str.lower,
        choices=sorted(encodings.NAMES),
        default="",
        help="of CSV files: utf-8, windows-1258, windows-1251, windows-1250 (default: found by trial)",
    )
    noun.add_argument(
        "--annotated",
        metavar="OUT.xlsx",
        help="also write a copy of the sheets with the findings in their cells",
    )
    noun.add_argument("--json", action="store_true", help="for programs")
    asked.add_language(noun)
    noun.set_defaults(run=take)


def take(arguments: argparse.Namespace) -> int:
    """Import, or say everything that stands in the way."""
    from django.conf import settings

    from fasti.access import actor
    from fasti.exchange import intake, reading, tables
    from fasti.operations import import_acts

    pack, lang = asked.body(arguments.lang), arguments.lang
    path = pathlib.Path(arguments.source)
    try:
        with (
            _bar(words.say("cli-import-rows", lang)) as rows,
            _bar(words.say("cli-import-acts", lang)) as acts,
        ):
            outcome = intake.take(
                path,
                pack=pack,
                manner=reading.Manner(lang=lang, encoding=arguments.encoding),
                recorded_at=asked.now(),
                actor=actor.OPERATOR,
                work=pathlib.Path(settings.HOME) / "imports",
                check_only=arguments.check,
                reading_rows=rows,
                examining=acts,
            )
    except tables.CannotRead as error:
        raise BadInput(words.finding(error.code, lang, **error.args_)) from error
    except import_acts.RecordBusy as error:
        raise BadInput(words.say("cli-import-busy", lang)) from error
    except (FileNotFoundError, PermissionError) as error:
        detail = words.trouble(error, lang)
        raise BadInput(words.say("cli-cannot-read", lang, file=arguments.source, detail=detail)) from error
    if outcome.findings:
        _refuse(outcome, path, arguments, pack)
        return 1
    _done(outcome, arguments)
    return 0


def _done(outcome: Any, arguments: argparse.Namespace) -> None:
    if arguments.json:
        told = {"acts": outcome.num_acts, "effects": outcome.num_effects, "rows": outcome.num_rows}
        print(json.dumps({"findings": [], "is_recorded": not arguments.check, **told}))
        return
    message = "cli-import-checked" if arguments.check else "cli-imported"
    print(words.say(message, arguments.lang, acts=_counted("act", outcome.num_acts, arguments.lang),
                    effects=_counted("effect", outcome.num_effects, arguments.lang)))  # fmt: skip


def _counted(noun: str, n: int, lang: str) -> str:
    return words.counted(noun, n, lang)


def _refuse(outcome: Any, path: pathlib.Path, arguments: argparse.Namespace, pack: charter.Pack) -> None:
    """All findings: to stderr for people, to stdout for programs, into the copy where one is asked for."""
    from fasti.exchange import annotated
    from fasti.operations import telling

    lang = arguments.lang
    told = [(each, telling.sentence(each.finding, lang, pack=pack)) for each in outcome.findings]
    if arguments.annotated:
        target = pathlib.Path(arguments.annotated)
        try:
            annotated.write(path, target, told, lang=lang, encoding=arguments.encoding)
        except OSError as error:
            detail = words.trouble(error, lang)
            raise BadInput(words.say("cli-cannot-read", lang, file=str(target), detail=detail)) from error
    if arguments.json:
        rows = [_as_json(each, sentence) for each, sentence in told]
        summary = {"num_findings": outcome.num_findings, "are_rules_asked": outcome.are_rules_asked}
        print(json.dumps({"findings": rows, "is_recorded": False, **summary}, ensure_ascii=False, indent=2))
        return
    for each, sentence in told:
        print(f"{_where(each)}  {sentence}  [{each.finding.code}]".lstrip(), file=sys.stderr)
    print(words.say("cli-findings", lang, n=outcome.num_findings), file=sys.stderr)
    if outcome.num_findings > len(told):
        print(words.say("cli-import-more", lang, n=outcome.num_findings - len(told)), file=sys.stderr)
    if not outcome.are_rules_asked and any(each.row for each, _ in told):
        print(words.say("cli-import-rules-later", lang), file=sys.stderr)
    if arguments.annotated:
        print(words.say("cli-report-written", lang, file=arguments.annotated), file=sys.stderr)


def _where(each: Any) -> str:
    """The place as a spreadsheet names it: `acts!C7`."""
    from fasti.exchange import tables

    column = tables.letter(each.column) if each.column >= 0 else ""
    cell = f"{column}{each.row}" if each.row else ""
    return f"{each.sheet}!{cell}" if each.sheet and cell else each.sheet


def _as_json(each: Any, sentence: str) -> dict[str, Any]:
    from fasti.exchange import tables

    return {
        "code": each.finding.code,
        "sheet": each.sheet,
        "row": each.row or None,
        "column": tables.letter(each.column) if each.column >= 0 else None,
        "article": each.finding.reference,
        "sentence": sentence,
    }


@contextmanager
def _bar(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal that comes with the first step; `None` elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    bars: list[Any] = []

    def moved(done: int, whole: int) -> None:
        if not bars:
            bars.append(tqdm(desc=what, total=whole or None, unit="", file=sys.stderr, leave=False))
        bars[0].update(done - bars[0].n)

    try:
        yield moved
    finally:
        for bar in bars:
            bar.close()
