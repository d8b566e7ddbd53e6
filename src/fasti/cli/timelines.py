"""How commands show a timeline: as text in the user's language, or as JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from fasti import charter, words
from fasti.cli import asked
from fasti.cli.errors import BadInput

if TYPE_CHECKING:
    from fasti.reports.timelines.timeline import Timeline


def show(
    read: Callable[..., Timeline], subject: int, arguments: argparse.Namespace, pack: charter.Pack
) -> None:
    """Print what `read` says of a subject; BadInput if the record did not know it yet on the day asked about."""
    from fasti.reports.timelines import plain, text
    from fasti.reports.timelines.timeline import NotKnown

    lang, as_of = arguments.lang, asked.when(arguments).as_of
    try:
        shown = read(subject, pack, as_of=as_of, known=arguments.known, lang=lang)
    except NotKnown as error:
        raise not_known(str(error), arguments) from error
    if arguments.json:
        print(json.dumps(plain.plain(shown), ensure_ascii=False, indent=2))
    else:
        print("\n".join(text.lines(shown)))


def not_known(code: str, arguments: argparse.Namespace) -> BadInput:
    """The refusal of a day on which the record did not know the subject yet."""
    day = words.day(arguments.known or asked.now().date(), arguments.lang)
    return BadInput(words.say("timeline-not-known", arguments.lang, code=code, day=day))
