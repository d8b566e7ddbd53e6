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
from fasti.dates import periods

UNIT, PERIOD = "cluster-2", "2024-H1"


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
    if arguments.fresh:
        _clear()
    if not _is_built():
        _build(arguments.body)
    pack = asked.body(arguments.lang)
    out = pathlib.Path(arguments.out)
    for lang in words.LANGUAGES:
        report = _report(pack, lang)
        for format in documents.FORMATS:
            suffix = "txt" if format == "text" else format
            documents.put(
                documents.render(report, format),
                str(out / f"{UNIT}-{PERIOD}.{lang}.{suffix}"),
                arguments.lang,
            )
    documents.put(documents.render(_report(pack, arguments.lang), "text"), None, arguments.lang)
    return 0


def _report(pack: charter.Pack, lang: str) -> Any:
    from fasti.reports import assemble

    period = periods.Period.parse(PERIOD)
    return assemble.consolidate(pack, "half-year", unit=UNIT, period=period, lang=lang)


def _is_built() -> bool:
    """Whether a body stands here whose building came to its end."""
    from django.db import DatabaseError

    from fasti.acts.models import Body

    try:
        found = Body.objects.first()
    except DatabaseError:
        return False
    return found is not None and (found.pack != "vn_party" or _mark().exists())


def _mark() -> pathlib.Path:
    from django.conf import settings

    return pathlib.Path(settings.HOME) / "sample-built"


def _clear() -> None:
    """Remove the sample body of the data folder; a body that is not the sample is left alone."""
    from django.conf import settings
    from django.db import connection

    if connection.vendor != "sqlite" or not (_mark().exists() or not _is_built()):
        return
    connection.close()
    for path in pathlib.Path(settings.HOME).glob("fasti.sqlite3*"):
        path.unlink()
    shutil.rmtree(pathlib.Path(settings.HOME) / "columns", ignore_errors=True)
    _mark().unlink(missing_ok=True)


def _build(name: str) -> None:
    from django.conf import settings

    from fasti.operations import init_body

    _clear()
    body.prepare_home()
    sys.path.insert(0, str(settings.ROOT))
    build = importlib.import_module("samples.build")
    init_body.init(charter.load(name))
    build.build(charter.load(name))
    _mark().touch()
