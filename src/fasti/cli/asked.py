"""The arguments that many commands share: language, day, known day, period; and the body they work on."""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import yaml

from fasti import charter, words
from fasti.acts import texts
from fasti.cli.errors import BadInput
from fasti.dates import axes, periods, spans

if TYPE_CHECKING:
    from fasti.acts.models import Body


DEFAULT_PACK = "vn_party"
"""The rule book of commands that need no body, where none is begun and none is named."""


def add_language(parser: argparse.ArgumentParser) -> None:
    """--lang."""
    parser.add_argument("--lang", choices=words.LANGUAGES, default="en", help="language of the output")


def add_when(parser: argparse.ArgumentParser) -> None:
    """--as-of and --known."""
    parser.add_argument("--as-of", type=day, metavar="DAY", help="the day asked about (default: today)")
    add_known(parser)


def add_known(parser: argparse.ArgumentParser) -> None:
    """--known."""
    parser.add_argument("--known", type=day, metavar="DAY", help="as the body knew it at the end of that day")


def day(text: str) -> date:
    """A day argument."""
    try:
        return spans.parse_day(text)
    except spans.MalformedDay as error:
        raise BadInput(words.say("cli-malformed-argument", "en", value=text)) from error


def period(text: str) -> periods.Period:
    """A period argument."""
    try:
        return periods.Period.parse(text)
    except periods.MalformedPeriod as error:
        raise BadInput(words.say("cli-malformed-argument", "en", value=text)) from error


def when(arguments: argparse.Namespace) -> axes.When:
    """The day and the known instant asked for; the clock is read here."""
    return axes.When(arguments.as_of or now().date(), axes.known_before(arguments.known))


def now() -> datetime:
    """The clock. Only doors read it."""
    return datetime.now(UTC)


def begun() -> Body | None:
    """The body whose record this database is, if one is begun here."""
    from django.db import DatabaseError

    from fasti.acts.models import Body

    try:
        return Body.objects.first()
    except DatabaseError:
        return None


def body(lang: str) -> charter.Pack:
    """The rule book of the body of this database; BadInput when there is none."""
    found = begun()
    if found is None:
        raise BadInput(words.say("cli-usage-unknown-body", lang))
    try:
        return charter.load(found.pack)
    except charter.BadPack as error:
        raise BadInput(str(error)) from error


class _Loader(yaml.SafeLoader):
    """YAML without the words on, off, yes, no and without days: a draft's field is called `on`."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _without_aliases(read: Any) -> Any:
    """What was read, if it is a tree of JSON's kinds: a part that is its own part or stands twice is refused."""
    seen: set[int] = set()
    left = [read]
    while left:
        each = left.pop()
        if isinstance(each, dict | list):
            if id(each) in seen:
                raise yaml.YAMLError("a part of the file stands in two places")
            seen.add(id(each))
            left += each.values() if isinstance(each, dict) else each
    return read


def content(name: str, lang: str) -> dict[str, Any]:
    """The draft in a JSON or YAML file, `-` for standard input; paths in it are relative to the file."""
    try:
        text = sys.stdin.read() if name == "-" else pathlib.Path(name).read_text(encoding="utf-8")
        is_json = text.lstrip().startswith(("{", "[{"))
        read = json.loads(text) if is_json else _without_aliases(yaml.load(text, Loader=_Loader))  # nosec B506
    except OSError as error:
        detail = words.trouble(error, lang)
        raise BadInput(words.say("cli-cannot-read", lang, file=name, detail=detail)) from error
    except (UnicodeDecodeError, yaml.reader.ReaderError) as error:
        raise BadInput(words.say("cli-no-text", lang, file=name)) from error
    except json.JSONDecodeError as error:
        raise BadInput(words.finding("malformed-json", lang, file=name, line=str(error.lineno))) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = str(mark.line + 1) if mark else "?"
        raise BadInput(words.finding("malformed-yaml", lang, file=name, line=line)) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, lists within lists without end.
        detail = str(error)
        raise BadInput(words.say("cli-cannot-read", lang, file=name, detail=detail)) from error
    if not isinstance(read, dict):
        raise BadInput(words.finding("wrong-type", lang, field="act", value=texts.readable(read)))
    return _beside(name, read)


def plan(name: str, lang: str) -> dict[str, Any]:
    """The plan in a JSON or YAML file; paths in its acts are relative to the file."""
    read = content(name, lang)
    if isinstance(read.get("acts"), list):
        read["acts"] = [_beside(name, each) if isinstance(each, dict) else each for each in read["acts"]]
    return read


def _beside(name: str, read: dict[str, Any]) -> dict[str, Any]:
    """The draft with the paths of its attachments taken from the folder of its file."""
    files = read.get("attachments")
    if name == "-" or not isinstance(files, list):
        return read
    folder = pathlib.Path(name).resolve().parent
    paths = [each.get("path") if isinstance(each, dict) else each for each in files]
    placed = [str(folder / path) if isinstance(path, str) and path else path for path in paths]
    return {**read, "attachments": placed}
