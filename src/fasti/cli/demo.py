"""`fasti demo`: build the sample body, write its half-year report in all formats and languages, and serve it."""

from __future__ import annotations

import argparse
import importlib
import pathlib
import shutil
import sys
from typing import Any

from fasti import charter, words
from fasti.cli import asked, body, documents, serve
from fasti.cli.errors import BadInput
from fasti.dates import periods
from fasti.reports import formats

UNIT, PERIOD, ISSUER = "cluster-2", "2024-H1", "VN-DP1"


def add_parser(nouns: Any) -> None:
    """The grammar of the command."""
    noun = nouns.add_parser("demo", help="build the sample body and its consolidated half-year report")
    noun.add_argument("--body", choices=("vn_party",), default="vn_party")
    noun.add_argument("--out", default="out", metavar="DIR", help="folder for the report (default: out)")
    noun.add_argument("--fresh", action="store_true", help="build the body anew")
    noun.add_argument("--no-serve", action="store_true", help="do not serve the web application")
    serve.add_where(noun)
    asked.add_language(noun)
    noun.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build what is missing, write and print the report, then serve the body with an account for each role."""
    from fasti.reports import assemble, gather

    if arguments.fresh:
        _clear()
    if not _is_built():
        _build(arguments.body, arguments.lang)
    pack = asked.body(arguments.lang)
    gathered = gather.gather(pack, "half-year", unit=UNIT, period=periods.Period.parse(PERIOD))
    out = pathlib.Path(arguments.out)
    for lang in words.LANGUAGES:
        report = assemble.tell(gathered, lang=lang, issuer=ISSUER)
        for format in formats.FORMATS:
            suffix = "txt" if format == "text" else format
            file = out / f"{UNIT}-{PERIOD}.{lang}.{suffix}"
            documents.put(formats.render(report, format), str(file), arguments.lang)
    told = assemble.tell(gathered, lang=arguments.lang, issuer=ISSUER)
    documents.put(formats.render(told, "text"), None, arguments.lang)
    _tell_accounts(arguments.body, pack, arguments.lang)
    return 0 if arguments.no_serve else serve.serve(arguments)


def _tell_accounts(name: str, pack: charter.Pack, lang: str) -> None:
    """Say by which names one signs in, and what for: the accounts of the sample are opened where they are missing."""
    from django.conf import settings

    accounts = _sample("accounts", name)
    opened = accounts.open_all(pack, home=pathlib.Path(settings.HOME), at=asked.now())
    print(words.say("cli-demo-accounts", lang, password=opened.password))
    for each in opened.told(pack, lang):
        print("  " + each)


def _sample(module: str, name: str) -> Any:
    """A module of a sample body, which stands beside the packages."""
    from django.conf import settings

    if str(settings.ROOT) not in sys.path:
        sys.path.insert(0, str(settings.ROOT))
    return importlib.import_module(f"samples.{name}.{module}")


def _is_built() -> bool:
    mark = body.sample_mark()
    return asked.begun() is not None and mark.exists() and mark.read_text() == "built"


def _clear() -> None:
    """Remove the sample body of the data folder. A body that is not the sample is never touched."""
    from django.conf import settings
    from django.db import connection

    if not body.sample_mark().exists() or connection.vendor != "sqlite":
        return
    connection.close()
    for path in pathlib.Path(settings.HOME).glob("fasti.sqlite3*"):
        path.unlink()
    for folder in ("columns", "jobs", "uploads"):
        shutil.rmtree(pathlib.Path(settings.HOME) / folder, ignore_errors=True)
    (pathlib.Path(settings.HOME) / "demo-password").unlink(missing_ok=True)
    body.sample_mark().unlink()


def _build(name: str, lang: str) -> None:
    from django.conf import settings

    from fasti.operations import init_body

    _clear()
    if asked.begun():
        raise BadInput(words.say("cli-already-begun", lang, pack=name))
    body.prepare_home()
    body.sample_mark().write_text("building")
    sys.path.insert(0, str(settings.ROOT))
    build = importlib.import_module("samples.build")
    pack = charter.load(name)
    init_body.init(pack)
    build.build(pack)
    body.sample_mark().write_text("built")
