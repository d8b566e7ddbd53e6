"""`fasti peers give`: points given to members of a peer group by an act, or kept as a draft of it."""

from __future__ import annotations

import argparse
import json
import pathlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from fasti import charter, words
from fasti.cli import asked, one_act
from fasti.cli.errors import BadInput

if TYPE_CHECKING:
    from fasti.operations.give_points import Judged, Round

STEPS = ("self", "check", "final")
_PARTS = {"points", "evidence", "excluded"}


def add_parser(verbs: Any) -> None:
    """The grammar of the verb."""
    verb = verbs.add_parser("give", help="give points in a step, by an act of whoever the scorecard names")
    verb.add_argument("card", metavar="SCORECARD", help="id of the scorecard")
    verb.add_argument("--period", required=True, type=asked.period, metavar="PERIOD")
    verb.add_argument(
        "--step", required=True, choices=STEPS, help="by itself, by its checker, by the body above"
    )
    of = verb.add_mutually_exclusive_group(required=True)
    of.add_argument("--unit", metavar="UNIT", help="the member that is given points")
    of.add_argument(
        "--file", metavar="FILE.json", help='several members: {"UNIT": {"points": {"ITEM": "12"}, ...}, ...}'
    )
    for name, told in (("points", "judged items, as exact numbers"), ("evidence", "what they rest on")):
        verb.add_argument(f"--{name}", nargs="+", default=[], metavar="ITEM=VALUE", help=told)
    verb.add_argument("--exclude", nargs="+", default=[], metavar="ID", help="why the member is not classed")
    verb.add_argument("--draft", action="store_true", help="keep it as a draft, for others to check and sign")
    one_act.add_head(verb, title="title of the act; default: what it gives")
    asked.add_language(verb)
    verb.add_argument("--json", action="store_true", help="for programs")
    verb.set_defaults(run=give)


def give(arguments: argparse.Namespace) -> int:
    """Issue the act that gives the points, or keep it as a draft; or say everything that stands in the way."""
    from fasti.operations import draft_act, issue_act
    from fasti.operations.give_points import Round

    pack = asked.body(arguments.lang)
    wanted = Round(arguments.card, arguments.period, arguments.step)
    judged = _file(arguments) if arguments.file else {arguments.unit: _judged(arguments)}
    try:
        return _done(arguments, wanted, judged, pack)
    except (issue_act.CannotIssue, draft_act.CannotKeep) as error:
        return one_act.refused(error.findings, pack, arguments)


def _done(
    arguments: argparse.Namespace, wanted: Round, judged: Mapping[str, Judged], pack: charter.Pack
) -> int:
    from fasti.access import actor
    from fasti.operations import give_points

    lang, now, head = arguments.lang, asked.now(), one_act.head(arguments)
    if arguments.draft:
        kept = give_points.draft(wanted, judged, head, pack=pack, drafted_at=now, actor=actor.OPERATOR)
        told = words.say("score-kept", lang, number=str(kept.id))
        print(json.dumps({"draft": kept.id}) if arguments.json else told)
        return 0
    act = give_points.give(wanted, judged, head, pack=pack, recorded_at=now, actor=actor.OPERATOR, lang=lang)
    return one_act.told(act, "score-given", arguments)


def _judged(arguments: argparse.Namespace) -> Judged:
    from fasti.operations.give_points import Judged

    points, evidence = (_pairs(each, arguments.lang) for each in (arguments.points, arguments.evidence))
    return Judged(points, evidence, tuple(arguments.exclude))


def _pairs(given: Iterable[str], lang: str) -> dict[str, str]:
    found = {}
    for each in given:
        item, sign, value = each.partition("=")
        if not (item and sign):
            raise BadInput(words.say("score-not-pairs", lang, value=each))
        found[item.strip()] = value.strip()
    return found


def _file(arguments: argparse.Namespace) -> dict[str, Judged]:
    """What was judged of several members, from a file; raises `BadInput` where it does not hold that."""
    from fasti.operations.give_points import Judged

    try:
        read = json.loads(pathlib.Path(arguments.file).read_text(encoding="utf-8"))
    except OSError as error:
        told = {"file": arguments.file, "detail": words.trouble(error, arguments.lang)}
        raise BadInput(words.say("cli-cannot-read", arguments.lang, **told)) from error
    except ValueError as error:
        raise _malformed(arguments, str(error)) from error
    if not isinstance(read, dict) or not read:
        raise _malformed(arguments, '{"UNIT": {...}}')
    found = {}
    for unit, each in read.items():
        if not _is_judged(each):
            raise _malformed(arguments, str(unit))
        found[unit] = Judged(each["points"], each.get("evidence", {}), tuple(each.get("excluded", ())))
    return found


def _is_judged(each: Any) -> bool:
    if not isinstance(each, dict) or "points" not in each or not each.keys() <= _PARTS:
        return False
    texts = [each["points"], each.get("evidence", {})]
    excluded = each.get("excluded", [])
    return (
        all(isinstance(part, dict) and all(isinstance(text, str) for text in part.values()) for part in texts)
        and isinstance(excluded, list)
        and all(isinstance(id, str) for id in excluded)
    )


def _malformed(arguments: argparse.Namespace, detail: str) -> BadInput:
    told = {"file": arguments.file, "detail": detail}
    return BadInput(words.say("score-file-malformed", arguments.lang, **told))
