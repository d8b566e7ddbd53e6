"""`fasti return`: list, show, fill, submit, accept, send back, reopen and consolidate returns."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from typing import Any

from fasti import charter, words
from fasti.cli import asked, one_act, return_files, return_proposals, return_timeliness, returns_told
from fasti.cli.errors import BadInput

Verb = Callable[[argparse.Namespace, charter.Pack], int]


def add_parser(nouns: Any) -> None:
    """The grammar of the noun: the form comes after the verb."""
    noun = nouns.add_parser("return", help="list, show, fill, submit and answer returns")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    for name, run, what in (
        ("list", list_, "who owes a return, in what state it is, how late it came"),
        ("show", show, "a return: its figures, what it still lacks, its versions"),
        ("form", return_files.form, "the form as a workbook, to be filled in without a connection"),
        ("fill", fill, "keep what the unit declares and writes"),
        ("submit", submit, "hand a return in, by an act of the unit"),
        ("accept", accept, "accept returns, by an act of the recipient"),
        ("return", return_, "send a return back with reasons"),
        ("reopen", reopen, "open a locked return again"),
        ("export", return_files.export, "accepted returns for other systems: ADX, SDMX-CSV, their structure"),
        ("consolidate", consolidate, "what the accepted returns add up to, beside the register"),
    ):
        verb = verbs.add_parser(name, help=what)
        _add_question(verb, several=name == "accept")
        _add_more(verb, name)
        verb.set_defaults(run=_guarded(run))
    taking = verbs.add_parser("import", help="fill in returns from a message of another system (ADX)")
    return_files.add_import(taking)
    taking.set_defaults(run=_guarded(return_files.import_))
    return_timeliness.add_verb(verbs, _guarded)
    return_proposals.add_verb(verbs, _guarded)


def _add_question(verb: argparse.ArgumentParser, *, several: bool) -> None:
    verb.add_argument("form", metavar="FORM", help="half-year, year")
    more = {"nargs": "+"} if several else {}
    verb.add_argument("--unit", required=True, metavar="UNIT", help="code of a unit or peer group", **more)
    verb.add_argument("--period", required=True, type=asked.period, metavar="PERIOD")
    verb.add_argument("--json", action="store_true", help="for programs")
    asked.add_language(verb)


def _add_more(verb: argparse.ArgumentParser, name: str) -> None:
    if name in ("list", "consolidate"):
        asked.add_known(verb)
        verb.add_argument(
            "--boundaries",
            type=asked.day,
            metavar="DAY",
            help="shown, and the register read, on that day's tree",
        )
    if name == "export":
        return_files.add_export(verb)
    if name == "form":
        verb.add_argument("--out", metavar="FILE", help="the workbook (default: named after the return)")
    if name == "fill":
        verb.add_argument(
            "file",
            metavar="FILE",
            help="the form, filled in (XLSX); or declared, remarks, narrative, proposals (JSON, YAML)",
        )
        verb.add_argument(
            "--annotated", metavar="OUT.xlsx", help="also write a copy of the form with the findings in it"
        )
    if name == "return":
        verb.add_argument("--reason", action="append", required=True, metavar="FIGURE=TEXT",
                          help="figure or section and what is wrong with it; all=TEXT for the whole")  # fmt: skip
    if name == "reopen":
        verb.add_argument("--because", required=True, metavar="TEXT", help="why it is opened again")
    if name in ("accept", "return"):
        verb.add_argument(
            "--version", type=int, metavar="N", help="the version looked at (default: the last)"
        )
    if name in ("submit", "accept", "return", "reopen"):
        one_act.add_head(verb, title="title of the act (default: form and period)")


def _guarded(run: Verb) -> Callable[[argparse.Namespace], int]:
    """The verb; refusals are told as findings (1), what cannot be asked as bad input (2)."""

    def guarded(arguments: argparse.Namespace) -> int:
        from fasti.indicators.figures import CannotCompute
        from fasti.operations import fill_return, issue_act
        from fasti.returns import sheet

        pack, lang = asked.body(arguments.lang), arguments.lang
        try:
            return run(arguments, pack)
        except (issue_act.CannotIssue, fill_return.CannotFill, sheet.NoSheet) as refused:
            return one_act.refused(refused.findings, pack, arguments)
        except CannotCompute as error:
            known = error.code in words.FINDINGS
            raise BadInput(words.finding(error.code, lang, **error.args_) if known else str(error)) from error
        except charter.NoRule as error:
            raise BadInput(str(error)) from error

    return guarded


def list_(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """The returns that the units beneath owe."""
    from fasti.returns import expected

    found = expected.expected(
        pack, arguments.form, unit=arguments.unit, period=arguments.period, boundaries=arguments.boundaries,
        known=arguments.known,
    )  # fmt: skip
    _print(arguments, returns_told.plain_overview(found), returns_told.overview(found, pack, arguments.lang))
    return 0


def show(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """One return as it stands today."""
    from fasti.returns import sheet, versions

    day = asked.now().date()
    found = sheet.sheet(pack, arguments.form, unit=arguments.unit, period=arguments.period, day=day)
    made = versions.versions(arguments.unit, arguments.form, arguments.period)
    told = returns_told.sheet(found, made, pack, arguments.lang)
    _print(arguments, returns_told.plain_sheet(found, made, pack, arguments.lang), told)
    return 0


def fill(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Keep the content of a file, or of a filled form; says what is still lacking."""
    if arguments.file.lower().endswith(".xlsx"):
        return return_files.fill_from(arguments, pack)
    from fasti.access import actor
    from fasti.operations import fill_return

    content = asked.content(arguments.file, arguments.lang)
    found = fill_return.fill(
        arguments.unit, arguments.form, arguments.period, content, pack=pack, filled_at=asked.now(),
        actor=actor.OPERATOR,
    )  # fmt: skip
    told = returns_told.sheet(found, (), pack, arguments.lang)
    _print(arguments, returns_told.plain_sheet(found, (), pack, arguments.lang), told)
    return 0


def submit(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Issue the unit's act."""
    from fasti.access import actor
    from fasti.operations import submit_return

    act = submit_return.submit(
        arguments.unit, arguments.form, arguments.period, one_act.head(arguments), pack=pack, recorded_at=asked.now(),
        actor=actor.OPERATOR, lang=arguments.lang,
    )  # fmt: skip
    return one_act.told(act, "return-submitted", arguments)


def accept(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Issue the recipient's act on one or several returns."""
    from fasti.operations import accept_return

    units = dict.fromkeys(arguments.unit, arguments.version)
    act = accept_return.accept(
        units, arguments.form, arguments.period, one_act.head(arguments), **_manner(arguments, pack)
    )
    return one_act.told(act, "return-accepted-by", arguments)


def return_(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Issue the recipient's act that sends one back."""
    from fasti.operations import send_back_return

    reasons = dict(_reason(each, arguments.lang) for each in arguments.reason)
    act = send_back_return.send_back(
        arguments.unit, arguments.form, arguments.period, reasons, one_act.head(arguments), version=arguments.version,
        **_manner(arguments, pack),
    )  # fmt: skip
    return one_act.told(act, "return-sent-back-by", arguments)


def reopen(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Issue the act that opens one again."""
    from fasti.operations import reopen_return

    act = reopen_return.reopen(
        arguments.unit, arguments.form, arguments.period, arguments.because, one_act.head(arguments),
        **_manner(arguments, pack),
    )  # fmt: skip
    return one_act.told(act, "return-reopened-by", arguments)


def consolidate(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """The accepted returns added up."""
    from fasti.returns import consolidate as consolidation

    found = consolidation.consolidate(
        pack, arguments.form, unit=arguments.unit, period=arguments.period, boundaries=arguments.boundaries,
        known=arguments.known,
    )  # fmt: skip
    told = returns_told.consolidation(found, pack, arguments.lang)
    _print(arguments, returns_told.plain_consolidation(found), told)
    return 0


def _manner(arguments: argparse.Namespace, pack: charter.Pack) -> dict[str, Any]:
    from fasti.access import actor

    return {"pack": pack, "recorded_at": asked.now(), "actor": actor.OPERATOR, "lang": arguments.lang}


def _reason(text: str, lang: str) -> tuple[str, str]:
    place, sign, reason = text.partition("=")
    if not sign:
        raise BadInput(words.say("cli-malformed-argument", lang, value=text))
    return place.strip(), reason.strip()


def _print(arguments: argparse.Namespace, plain: Mapping[str, Any], told: list[str]) -> None:
    if arguments.json:
        print(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    for line in told:
        print(line)
