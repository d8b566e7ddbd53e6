"""`fasti export`: the register in formats that other programs, calendars and spreadsheets read.

The verbs are the formats of `exchange.formats`; each names the options it takes.
"""

from __future__ import annotations

import argparse
import contextlib
import pathlib
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import IO, Any

from fasti import charter, words
from fasti.cli import asked
from fasti.cli.errors import BadInput
from fasti.dates import axes


def _unit(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--unit", metavar="UNIT", default="", help="code of the unit to begin at (default: all)"
    )


def _act(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("act", metavar="ACT", help="code of the act")


def _names(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--with-personal-data", action="store_true", help="names of persons too; without it, codes alone"
    )


def _between(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--from", dest="since", type=asked.day, metavar="DAY", help="first day (default: today)"
    )
    verb.add_argument(
        "--to", dest="until", type=asked.day, metavar="DAY", help="last day (default: a year from the first)"
    )


def _when(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--as-of", type=asked.day, metavar="DAY", help="what holds on that day (default: ever)")
    asked.add_known(verb)


def _kind(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("kind", metavar="KIND", help="which table")


OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "unit": _unit,
    "act": _act,
    "names": _names,
    "when": _when,
    "known": asked.add_known,
    "between": _between,
    "kind": _kind,
}
"""What a format may take; named in `takes` of `exchange.formats`."""


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    from fasti.exchange import formats

    noun = nouns.add_parser("export", help="write the register for other programs")
    verbs = noun.add_subparsers(metavar="FORMAT", required=True)
    for name, format in formats.FORMATS.items():
        verb = verbs.add_parser(name, help=format.help)
        for option in format.takes:
            OPTIONS[option](verb)
        verb.add_argument("-o", "--output", metavar="FILE", help="the file (default: standard output)")
        asked.add_language(verb)
        verb.set_defaults(run=export, format=name)


def export(arguments: argparse.Namespace) -> int:
    """Write what is asked, in pieces, to the file or to standard output."""
    from fasti.exchange import formats

    _check(arguments)
    writer: Any = formats.writer(arguments.format)
    try:
        if formats.FORMATS[arguments.format].is_to_path:
            _put_at_path(writer, arguments)
        else:
            put(writer.write(_asked(arguments)), arguments.output, arguments.lang)
    except formats.CannotWrite as refused:
        raise BadInput(words.finding(refused.code, arguments.lang, **refused.args_)) from refused
    except charter.NoRule as missing:
        raise BadInput(str(missing)) from missing
    return 0


def _check(arguments: argparse.Namespace) -> None:
    """The days asked for are in their order, and the folder of the file is there: a mistyped one is not created."""
    lang = arguments.lang
    until = getattr(arguments, "until", None)
    since = getattr(arguments, "since", None) or asked.now().date()
    if until and until < since:
        days = {"until": words.day(until, lang), "day": words.day(since, lang)}
        raise BadInput(words.finding("day-not-after", lang, field="--to", **days))
    folder = pathlib.Path(arguments.output or ".").parent
    if not folder.is_dir():
        raise BadInput(words.say("cli-no-folder", lang, folder=folder))


def _put_at_path(writer: Any, arguments: argparse.Namespace) -> None:
    """Let a format write to the path itself: a folder, or a file with others beside it."""
    lang = arguments.lang
    if not arguments.output:
        raise BadInput(words.finding("missing-field", lang, field="--output"))
    try:
        writer.write_to(_asked(arguments), pathlib.Path(arguments.output))
    except (
        FileNotFoundError,
        FileExistsError,
        PermissionError,
        NotADirectoryError,
        IsADirectoryError,
    ) as error:
        detail = words.trouble(error, lang)
        raise BadInput(words.say("cli-cannot-read", lang, file=arguments.output, detail=detail)) from error
    print(words.say("cli-report-written", lang, file=arguments.output), file=sys.stderr)


def _asked(arguments: argparse.Namespace) -> Any:
    """The question, from the arguments that the format takes."""
    from fasti.exchange import formats

    today = asked.now().date()
    since = getattr(arguments, "since", None) or today
    return formats.Asked(
        pack=asked.body(arguments.lang),
        lang=arguments.lang,
        as_of=getattr(arguments, "as_of", None),
        known_before=axes.known_before(getattr(arguments, "known", None)),
        unit=getattr(arguments, "unit", ""),
        act=getattr(arguments, "act", ""),
        since=since,
        until=getattr(arguments, "until", None) or since + timedelta(days=365),
        has_names=getattr(arguments, "with_personal_data", False),
        kind=getattr(arguments, "kind", ""),
    )


def put(pieces: Iterator[bytes], output: str | None, lang: str) -> None:
    """Write pieces; a file that was there before is replaced only when all of them are written."""
    if output is None:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return
    path = pathlib.Path(output)
    part = path.with_name(path.name + ".part")
    try:
        with _removed_on_failure(part) as file:
            file.writelines(pieces)
        part.replace(path)
    except OSError as error:
        detail = words.trouble(error, lang)
        raise BadInput(words.say("cli-cannot-read", lang, file=output, detail=detail)) from error
    print(words.say("cli-report-written", lang, file=output), file=sys.stderr)


@contextlib.contextmanager
def _removed_on_failure(part: pathlib.Path) -> Iterator[IO[bytes]]:
    try:
        with part.open("wb") as file:
            yield file
    except BaseException:
        part.unlink(missing_ok=True)
        raise
