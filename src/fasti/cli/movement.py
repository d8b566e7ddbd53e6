"""`fasti unit movement`: members at the start, who came and went and by which acts, members at the end."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from fasti import charter, words
from fasti.cli import asked
from fasti.cli.errors import BadInput
from fasti.dates import axes
from fasti.register import movement


def add_verb(verbs: Any) -> None:
    """The grammar of the verb."""
    verb = verbs.add_parser(
        "movement", help="members at the start, ins, outs and members at the end of a period"
    )
    verb.add_argument("unit", metavar="UNIT")
    verb.add_argument("--period", type=asked.period, required=True, metavar="PERIOD")
    verb.add_argument(
        "--boundaries", type=asked.day, metavar="DAY", help="tree of that day (default: the period's last)"
    )
    verb.add_argument("--each-day", action="store_true", help="the tree of each day instead of one day's")
    verb.add_argument("--acts", action="store_true", help="name the acts")
    verb.add_argument("--json", action="store_true", help="for programs")
    asked.add_known(verb)
    asked.add_language(verb)
    verb.set_defaults(run=show)


def show(arguments: argparse.Namespace) -> int:
    """Print the movement of members of a unit over a period."""
    from fasti.operations.naming import Names
    from fasti.reports import movement as reading
    from fasti.subjects.models import Unit

    pack, lang, period = asked.body(arguments.lang), arguments.lang, arguments.period
    unit = Unit.objects.filter(code=arguments.unit).values_list("id", flat=True).first()
    if unit is None:
        raise BadInput(words.finding("unknown-unit", lang, unit=arguments.unit))
    boundaries = None if arguments.each_day else arguments.boundaries or period.last_day
    told = reading.of_unit(
        unit, period, boundaries=boundaries, known_before=axes.known_before(arguments.known)
    )
    if arguments.json:
        print(json.dumps(_plain(told, arguments, boundaries), ensure_ascii=False, indent=2))
        return 0
    title = words.say(
        "movement-title", lang, unit=Names(pack=pack, lang=lang).unit(unit), period=words.period(period, lang)
    )
    print(title)
    print(_basis(boundaries, lang))
    for line in _lines(told, arguments, pack):
        print(line)
    return 0


def _basis(boundaries: Any, lang: str) -> str:
    if boundaries is None:
        return words.say("movement-each-day", lang)
    return words.say("movement-boundaries", lang, day=words.day(boundaries, lang, style="short"))


def _parts(told: Any) -> list[tuple[str, Sequence[movement.Step], Sequence[str]]]:
    """Ins and outs: their word, their steps, the kinds they come in."""
    found = told.movement
    return [("in", found.ins, movement.INS), ("out", found.outs, movement.OUTS)]


def _lines(told: Any, arguments: argparse.Namespace, pack: charter.Pack) -> list[str]:
    """The table: a number right, what it counts left of it."""
    lang, period, found = arguments.lang, arguments.period, told.movement
    before = period.starts_on - timedelta(days=1)
    rows: list[tuple[str, int, tuple[tuple[str, int], ...]]] = [
        (words.say("movement-opening", lang, day=words.day(before, lang)), found.opening, ())
    ]
    for name, steps, kinds in _parts(told):
        rows.append((words.say(f"movement-{name}", lang), len(steps), ()))
        for kind, reason, number in found.counted(steps, kinds):
            acts = told.acts.get((kind, reason), {}) if arguments.acts else {}
            rows.append((f"  {_label(kind, reason, lang, pack)}", number, tuple(acts.items())))
    rows.append(
        (words.say("movement-closing", lang, day=words.day(period.last_day, lang)), found.closing, ())
    )
    numbers = [words.number(number, lang) for _, number, _ in rows]
    wide, narrow = max(len(label) for label, _, _ in rows), max(map(len, numbers))
    lines = []
    for (label, _, acts), number in zip(rows, numbers, strict=True):
        lines.append(f"{label:<{wide}}  {number:>{narrow}}")
        lines += [f"      {words.number(each, lang)}  {act}" for act, each in acts]
    return lines


def _label(kind: str, reason: str, lang: str, pack: charter.Pack) -> str:
    said = words.say(f"movement-{kind}", lang)
    if kind not in movement.REASONED or not reason:
        return said
    named = pack.names("reason", lang).get(reason, reason)
    return words.say("movement-reason", lang, kind=said, reason=named)


def _plain(told: Any, arguments: argparse.Namespace, boundaries: Any) -> dict[str, Any]:
    found = told.movement
    made: dict[str, Any] = {
        "unit": arguments.unit,
        "period": arguments.period.code,
        "boundaries": boundaries.isoformat() if boundaries else None,
        "opening": found.opening,
    }
    for name, steps, kinds in _parts(told):
        made[f"{name}s"] = [
            {"kind": kind, "reason": reason, "number": number, "acts": told.acts.get((kind, reason), {})}
            for kind, reason, number in found.counted(steps, kinds)
        ]
    return {**made, "closing": found.closing}
