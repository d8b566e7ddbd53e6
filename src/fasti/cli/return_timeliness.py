"""`fasti return timeliness`: who handed in on time over several periods, as a table of marks, JSON or CSV."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fasti import charter, words
from fasti.cli import asked

if TYPE_CHECKING:
    from fasti.returns.timeliness import Timeliness

FORMATS = ("text", "json", "csv")


def add_verb(verbs: Any, guarded: Callable[[Any], Any]) -> None:
    """The grammar of the verb."""
    verb = verbs.add_parser("timeliness", help="who handed in on time over several periods")
    verb.add_argument("form", metavar="FORM", help="half-year, year")
    verb.add_argument("--unit", required=True, metavar="UNIT", help="code of a unit or peer group")
    verb.add_argument(
        "--from", dest="first", required=True, type=asked.period, metavar="PERIOD", help="first period"
    )
    verb.add_argument(
        "--to", dest="last", required=True, type=asked.period, metavar="PERIOD", help="last period"
    )
    verb.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    verb.add_argument("--json", action="store_true", help="for programs; as --format json")
    asked.add_known(verb)
    asked.add_language(verb)
    verb.set_defaults(run=guarded(timeliness))


def timeliness(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Print it."""
    from fasti.reports import timeliness as telling
    from fasti.returns import timeliness as reading

    found = reading.timeliness(
        pack, arguments.form, unit=arguments.unit, first=arguments.first, last=arguments.last,
        day=asked.now().date(), known=arguments.known,
    )  # fmt: skip
    if arguments.json or arguments.format == "json":
        print(json.dumps(telling.plain(found), ensure_ascii=False, indent=2))
    elif arguments.format == "csv":
        print(telling.as_csv(found), end="")
    else:
        print("\n".join(_told(found, pack, arguments.lang)))
    return 0


def _told(found: Timeliness, pack: charter.Pack, lang: str) -> list[str]:
    from fasti.reports import timeliness as telling
    from fasti.reports.timelines import text

    column = words.say("return-column-unit", lang)
    head = (column, *(period.code for period in found.periods), words.say("timeliness-column-in-time", lang))
    rows = [
        (f"{telling.name(row, lang)} ({row.unit})", *map(telling.mark, row.cells), telling.share(row.rate))
        for row in found.rows
    ]
    foot = (
        words.say("timeliness-column-in-time", lang),
        *map(telling.share, found.by_period),
        telling.share(found.whole),
    )
    table = text.table([head, *rows, foot], right=tuple(range(1, len(head))))
    heading = telling.heading(found, found.unit, pack, lang)
    return [heading, *telling.sentences(found.whole, lang), *table, words.say("timeliness-legend", lang)]
