"""`fasti demo`: build the sample body, print its half-year report, write it in all formats and languages."""

from __future__ import annotations

import argparse
import importlib
import pathlib
import shutil
import sys
from typing import Any

from fasti import charter, words
from fasti.cli import asked, body, documents
from fasti.cli.errors import BadInput
from fasti.dates import periods

UNIT, PERIOD, ISSUER = "cluster-2", "2024-H1", "VN-DP1"


def add_parser(nouns: Any) -> None:
    """The grammar of the command."""
    noun = nouns.add_parser("demo", help="build the sample body and its consolidated half-year report")
    noun.add_argument("--body", choices=("vn_party",), default="vn_party")
    noun.add_argument("--out", default="out", metavar="DIR", help="folder for the report (default: out)")
    noun.add_argument("--fresh", action="store_true", help="build the body anew")
    noun.add_argument(
        "--no-serve", action="store_true", help="do not serve the web application (not there yet)"
    )
    asked.add_language(noun)
    noun.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build what is missing, then write and print the report."""
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
        for format in documents.FORMATS:
            suffix = "txt" if format == "text" else format
            file = out / f"{UNIT}-{PERIOD}.{lang}.{suffix}"
            documents.put(documents.render(report, format), str(file), arguments.lang)
    told = assemble.tell(gathered, lang=arguments.lang, issuer=ISSUER)
    documents.put(documents.render(told, "text"), None, arguments.lang)
    return 0


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
    shutil.rmtree(pathlib.Path(settings.HOME) / "columns", ignore_errors=True)
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
