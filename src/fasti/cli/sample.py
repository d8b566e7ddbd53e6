"""`fasti sample`: a sample body of a chosen size, written straight into a database or into the column store's files."""

from __future__ import annotations

import argparse
import importlib
import pathlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tqdm import tqdm

from fasti import charter, words
from fasti.cli import asked, body
from fasti.cli.errors import BadInput

PACK = "vn_party"
COLUMNS = "columns"
LEAST, MOST = 1_000, 1_000_000_000


def add_parser(nouns: Any) -> None:
    """The grammar of the command."""
    noun = nouns.add_parser(
        "sample", help="write a sample body of a chosen size, for trials and measurements"
    )
    noun.add_argument(
        "name", choices=("national",), help="a whole country: its provinces, districts and cells"
    )
    noun.add_argument(
        "--effects",
        type=number,
        default=1_000_000,
        metavar="N",
        help="about so many effects, as 40000000 or 40M",
    )
    noun.add_argument(
        "--to", required=True, metavar="URL|columns", help="an empty database, or files of the column store"
    )
    noun.add_argument(
        "--out", default="columns-national", metavar="DIR", help="with --to columns: the folder to write to"
    )
    noun.add_argument("--seed", type=int, default=1, metavar="N", help="another seed makes another body")
    asked.add_language(noun)
    noun.set_defaults(run=run)


def number(text: str) -> int:
    """A number of effects, as 40000000 or 40M."""
    found = re.fullmatch(r"(\d+)([kM]?)", text)
    number = int(found[1]) * {"": 1, "k": 1_000, "M": 1_000_000}[found[2]] if found else 0
    if not LEAST <= number <= MOST:
        raise argparse.ArgumentTypeError(f"{text}: 1k to 1000M")
    return number


def run(arguments: argparse.Namespace) -> int:
    """Write the body and say how much of it there is."""
    from django.conf import settings
    from django.db import connection

    if str(settings.ROOT) not in sys.path:
        sys.path.insert(0, str(settings.ROOT))
    plan = importlib.import_module("samples.national.plan").plan(arguments.effects, seed=arguments.seed)
    build = importlib.import_module("samples.national.build")
    if arguments.to == COLUMNS:
        folder = pathlib.Path(arguments.out)
        if folder.exists() and any(folder.iterdir()):
            raise BadInput(words.say("cli-sample-not-empty", arguments.lang, file=str(folder)))
        with _progress() as tell:
            store = build.into_files(plan, folder, progress=tell)
        _tell(arguments.lang, str(folder), {table: store.num_held(table) for table in store.files})
        return 0
    _begin(arguments)
    with _progress() as tell:
        build.into_database(plan, version=charter.load(PACK).version, progress=tell)
    _tell(arguments.lang, str(connection.settings_dict["NAME"]), _counted())
    return 0


def _begin(arguments: argparse.Namespace) -> None:
    """Begin the record in the database named; it must not have been begun."""
    from fasti.operations import init_body

    body.choose_database(arguments.to)
    body.prepare_home()
    try:
        init_body.init(charter.load(PACK))
    except init_body.AlreadyBegun as error:
        raise BadInput(words.say("cli-already-begun", arguments.lang, pack=str(error))) from error


@contextmanager
def _progress() -> Iterator[Any]:
    with tqdm(unit="", file=sys.stderr, disable=not sys.stderr.isatty()) as bar:

        def tell(done: int, whole: int) -> None:
            bar.total = whole
            bar.update(done - bar.n)

        yield tell


def _counted() -> dict[str, int]:
    from fasti.acts.models import Act, Effect
    from fasti.subjects.models import Person, Unit

    models: dict[str, Any] = {"act": Act, "effect": Effect, "person": Person, "unit": Unit}
    return {table: model.objects.count() for table, model in models.items()}


def _tell(lang: str, place: str, num: dict[str, int]) -> None:
    told = {f"num_{table}": num[table] for table in ("act", "effect", "person", "unit")}
    print(words.say("cli-sample-done", lang, file=place, **told))
