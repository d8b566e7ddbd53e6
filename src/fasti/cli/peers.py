"""`fasti peers`: the members of a peer group side by side, and their scores by a scorecard of the charter."""

from __future__ import annotations

import argparse
import pathlib
from typing import TYPE_CHECKING, Any

from fasti import charter, words
from fasti.cli import asked, documents, points_given, report
from fasti.cli.errors import BadInput
from fasti.reports import formats

if TYPE_CHECKING:
    from fasti.reports.peers.paper import Paper


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("peers", help="members of a peer group side by side, and their scores")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    shown = verbs.add_parser("show", help="the members on the same figures")
    shown.add_argument("group", metavar="GROUP", help="code of the peer group")
    shown.add_argument("--figures", default="", metavar="ID,ID", help="default: the first of the form")
    shown.add_argument("--places", action="store_true", help="with places, where the charter ranks")
    _add_shared(shown)
    shown.add_argument("--boundaries", type=asked.day, metavar="DAY", help="on the tree of that day")
    shown.set_defaults(run=show)
    points = verbs.add_parser("score", help="the members by a scorecard, every component with its figure")
    points.add_argument("card", metavar="SCORECARD", help="id of the scorecard")
    points.add_argument("--unit", metavar="UNIT", help="one member, with the acts behind its figures")
    _add_shared(points)
    points.set_defaults(run=score)
    points_given.add_parser(verbs)


def _add_shared(verb: Any) -> None:
    verb.add_argument("--period", required=True, type=asked.period, metavar="PERIOD")
    asked.add_known(verb)
    asked.add_language(verb)
    verb.add_argument("--json", action="store_true", help="for programs; the same as --format json")
    verb.add_argument("--format", choices=formats.FORMATS, help="default: by the file's name, else text")
    verb.add_argument("-o", "--output", metavar="FILE")


def show(arguments: argparse.Namespace) -> int:
    """The members side by side."""
    from fasti.access import sight
    from fasti.indicators.figures import CannotCompute
    from fasti.reports.peers import beside, told

    pack, lang = asked.body(arguments.lang), arguments.lang
    require_group(pack, arguments)
    wanted = [each.strip() for each in arguments.figures.split(",") if each.strip()]
    unknown = [id for id in wanted if id not in {each.id for each in pack.indicators}]
    if unknown:
        raise BadInput(words.say("peers-unknown-figure", lang, figure=unknown[0]))
    try:
        found = beside.side_by_side(
            pack, arguments.group, sight.OPERATOR, period=arguments.period, wanted=wanted,
            boundaries=arguments.boundaries, known=arguments.known, ranked=arguments.places, lang=lang,
        )  # fmt: skip
    except CannotCompute as error:
        raise BadInput(report.refusal(error, lang)) from error
    if arguments.places and not found.may_rank:
        raise BadInput(words.say("peers-ranking-off", lang))
    return put(told.paper(found, lang), arguments)


def score(arguments: argparse.Namespace) -> int:
    """The members by a scorecard."""
    from fasti.access import sight
    from fasti.indicators.figures import CannotCompute
    from fasti.reports.peers import score_told, scored

    pack, lang, period = asked.body(arguments.lang), arguments.lang, arguments.period
    if arguments.card not in pack.scorecards(as_of=period.last_day):
        raise BadInput(words.say("score-unknown-card", lang, card=arguments.card, day=period.last_day))
    try:
        found = scored.scored(
            pack, arguments.card, sight.OPERATOR, period=period, known=arguments.known, lang=lang
        )
    except scored.WrongPeriod as error:
        told = {"card": arguments.card, "period": words.period(period, lang)}
        raise BadInput(words.say("score-wrong-kind", lang, **told)) from error
    except CannotCompute as error:
        raise BadInput(report.refusal(error, lang)) from error
    behind = None
    if arguments.unit:
        if arguments.unit not in {each.unit for each in found.members}:
            raise BadInput(words.say("score-not-in-group", lang, unit=arguments.unit))
        behind = scored.behind(pack, found, arguments.unit, sight.OPERATOR)
        found = scored.only(found, arguments.unit)
    return put(score_told.paper(found, pack, lang, behind=behind), arguments)


def require_group(pack: charter.Pack, arguments: argparse.Namespace) -> None:
    """There is such a group on the last day of the period."""
    day = arguments.period.last_day
    if arguments.group not in pack.peer_groups(as_of=day):
        raise BadInput(words.say("peers-unknown-group", arguments.lang, group=arguments.group, day=day))


def put(paper: Paper, arguments: argparse.Namespace) -> int:
    """Write the document in the format asked for."""
    from fasti.reports.peers import rendered

    documents.put(rendered.render(paper, _format(arguments)), arguments.output, arguments.lang)
    return 0


def _format(arguments: argparse.Namespace) -> str:
    if arguments.json or arguments.format:
        return "json" if arguments.json else str(arguments.format)
    ending = pathlib.Path(arguments.output or "").suffix.lstrip(".")
    return ending if ending in formats.FORMATS else "text"
