"""`fasti bench`: measure Fasti against other ways of doing the same. For developers: it needs the checkout.

The measurements stand in the folder `bench` of the checkout and are not installed with the package.
"""

from __future__ import annotations

import argparse
import dataclasses
import importlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from fasti import words
from fasti.cli import asked, body, sample
from fasti.cli.errors import BadInput

LIST, ALL = "list", "all"


def add_parser(nouns: Any) -> None:
    """The grammar of the command."""
    noun = nouns.add_parser(
        "bench", help="measure Fasti against other ways of doing the same (needs the checkout)"
    )
    noun.add_argument(
        "name",
        metavar="list|all|NAME[,NAME]",
        help="list the measurements, make all of them, or those that are named",
    )
    noun.add_argument(
        "--effects", type=_size, default="1M", metavar="N", help="size of the national body, as 1M (default)"
    )
    noun.add_argument(
        "--work", type=Path, metavar="DIR", help="keep the bodies made in this folder for the next time"
    )
    noun.add_argument(
        "--resume",
        action="store_true",
        help="with --work: leave out what came to its end in the run before, asked the same",
    )
    noun.add_argument(
        "--write",
        action="store_true",
        help="put the table and the charts into docs/explanation/performance.md",
    )
    noun.add_argument("--json", action="store_true", help="print the records for programs")
    asked.add_language(noun)
    noun.set_defaults(run=run)


def _size(text: str) -> str:
    sample.number(text)
    return text


def run(arguments: argparse.Namespace) -> int:
    """List the measurements, or make them and print the table of all claims; 1 if one of them failed."""
    suite = _suite(arguments.lang)
    known = suite.scripts()
    if arguments.name == LIST:
        return _list(known, as_json=arguments.json)
    failed = _measure(suite, arguments, _named(suite, arguments, known))
    found = suite.kept()
    if arguments.write:
        suite.write(found)
    if arguments.json:
        print(json.dumps([dataclasses.asdict(each) for each in found.values()], ensure_ascii=False, indent=2))
    else:
        print(suite.table(found))
        num_met = sum(each.met is True for each in found.values())
        num = sum(each.met is not None for each in found.values())
        print(words.say("cli-bench-done", arguments.lang, met=num_met, num=num))
    return 1 if failed else 0


def _named(suite: Any, arguments: argparse.Namespace, known: dict[str, str]) -> list[str]:
    """The measurements asked for; BadInput for one there is not."""
    if arguments.name == ALL:
        return [name for name in known if name in suite.arguments(arguments.effects, Path())]
    names = arguments.name.split(",")
    for name in names:
        if name not in known:
            raise BadInput(words.say("cli-bench-unknown", arguments.lang, name=name, known=", ".join(known)))
    return list(names)


def _list(known: dict[str, str], *, as_json: bool) -> int:
    if as_json:
        print(json.dumps(known, ensure_ascii=False, indent=2))
        return 0
    for name, told in known.items():
        print(f"{name:10} {told}")
    return 0


def _measure(suite: Any, arguments: argparse.Namespace, names: list[str]) -> list[str]:
    """Make the measurements; the names of those that failed."""
    body.prepare_home()  # One measurement looks for a sample body there.
    failed: list[str] = []

    def tell(name: str, detail: str) -> None:
        if detail:
            failed.append(name)
        key = "cli-bench-failed" if detail else "cli-bench-running"
        print(words.say(key, arguments.lang, name=name, detail=detail), file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="fasti-bench-") as made:
        work = (arguments.work or Path(made)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        given, done = suite.arguments(arguments.effects, work), suite.Done(work / "done.json")
        if not arguments.resume:
            done.clear()
        for name in names:
            suite.run(name, given.get(name, []), tell, done=done)
    return failed


def _suite(lang: str) -> Any:
    """The measurements of the checkout; BadInput where there is none."""
    from django.conf import settings

    if not (Path(settings.ROOT) / "bench" / "suite.py").is_file():
        raise BadInput(words.say("cli-bench-absent", lang))
    if str(settings.ROOT) not in sys.path:
        sys.path.insert(0, str(settings.ROOT))
    return importlib.import_module("bench.suite")
