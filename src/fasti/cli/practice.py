"""`fasti practice`: good practices listed, shown, published, adopted and withdrawn."""

from __future__ import annotations

import argparse
import json
import pathlib
from typing import Any

from fasti import words
from fasti.cli import asked, one_act
from fasti.cli.errors import BadInput

_COLUMNS = ("practice", "topic", "unit", "since", "adopted", "state")


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("practice", help="good practices: who found them, who adopted them")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    listed = verbs.add_parser("list", help="the library, the latest first")
    listed.add_argument("--find", default="", metavar="WORDS", help="only those in which all words are found")
    listed.add_argument("--topic", default="", metavar="TOPIC", help="only of a topic of the charter")
    listed.add_argument("--unit", default="", metavar="UNIT", help="only those of a unit")
    listed.add_argument("--limit", type=int, default=50, metavar="N", help="so many at most")
    shown = verbs.add_parser("show", help="one practice at length, with who adopted it")
    shown.add_argument("unit", metavar="UNIT", help="whose practice it is")
    shown.add_argument("practice", metavar="PRACTICE", help="its code")
    for each, run in ((listed, list_), (shown, show)):
        asked.add_language(each)
        each.add_argument("--json", action="store_true", help="for programs")
        each.set_defaults(run=run)
    _add_changes(verbs)


def _add_changes(verbs: Any) -> None:
    published = verbs.add_parser("publish", help="describe a practice of a unit, by an act of it")
    published.add_argument("--topic", required=True, metavar="TOPIC", help="a topic of the charter")
    published.add_argument(
        "--text", required=True, metavar="FILE", help="a file with what is done and came of it"
    )
    published.add_argument("--worked-at", default="", metavar="TEXT", help="where it was tried")
    adopted = verbs.add_parser("adopt", help="adopt the practice of another unit, by an act")
    adopted.add_argument("--of", required=True, metavar="UNIT", help="whose practice it is")
    withdrawn = verbs.add_parser("withdraw", help="hold out a practice no more, by an act")
    withdrawn.add_argument("--because", required=True, metavar="TEXT", help="why")
    for each, run in ((published, publish), (adopted, adopt), (withdrawn, withdraw)):
        each.add_argument("practice", metavar="PRACTICE", help="its code")
        each.add_argument("--unit", required=True, metavar="UNIT", help="the unit whose act it is")
        each.add_argument("--title", required=True, metavar="TEXT", help="title of the act")
        one_act.add_head(each)
        asked.add_language(each)
        each.add_argument("--json", action="store_true", help="for programs")
        each.set_defaults(run=run)


def list_(arguments: argparse.Namespace) -> int:
    """The library."""
    from fasti.access import sight
    from fasti.reports import practices
    from fasti.reports.timelines import text

    pack, lang = asked.body(arguments.lang), arguments.lang
    found = practices.library(
        sight.OPERATOR, pack, as_of=asked.now().date(), lang=lang, find=arguments.find, topic=arguments.topic,
        unit=arguments.unit, limit=max(1, arguments.limit),
    )  # fmt: skip
    if arguments.json:
        print(json.dumps([practices.plain(each) for each in found], ensure_ascii=False, indent=2))
        return 0
    if not found:
        print(words.say("practice-none", lang))
        return 0
    rows = [
        (
            f"{each.title} [{each.practice}]", each.topic_name, f"{each.unit_name} ({each.unit})",
            words.day(each.published_on, lang, style="short"), ", ".join(one.name for one in each.adopted),
            practices.state(each, lang),
        )
        for each in found
    ]  # fmt: skip
    heads = tuple(words.say(f"practice-col-{each}", lang) for each in _COLUMNS)
    print("\n".join(text.table([heads, *rows])))
    return 0


def show(arguments: argparse.Namespace) -> int:
    """One practice."""
    from fasti.access import sight
    from fasti.reports import practices

    pack, lang = asked.body(arguments.lang), arguments.lang
    found = practices.one(
        sight.OPERATOR, pack, arguments.unit, arguments.practice, as_of=asked.now().date(), lang=lang
    )
    if found is None:
        told = {"practice": arguments.practice, "unit": arguments.unit}
        raise BadInput(words.say("practice-unknown", lang, **told))
    if arguments.json:
        print(json.dumps(practices.plain(found), ensure_ascii=False, indent=2))
    else:
        print("\n".join(practices.lines(found, lang)))
    return 0


def publish(arguments: argparse.Namespace) -> int:
    """Issue the act that describes a practice."""
    try:
        told = pathlib.Path(arguments.text).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        detail = words.trouble(error, arguments.lang)
        failed = words.say("cli-cannot-read", arguments.lang, file=arguments.text, detail=detail)
        raise BadInput(failed) from error
    more = {"worked_at": arguments.worked_at} if arguments.worked_at else {}
    effect = {"practice_topic": arguments.topic, "title": arguments.title, "text": told, **more}
    return _issue("PUBLISH_PRACTICE", effect, arguments)


def adopt(arguments: argparse.Namespace) -> int:
    """Issue the act that adopts one."""
    return _issue("ADOPT_PRACTICE", {"other_unit": arguments.of}, arguments)


def withdraw(arguments: argparse.Namespace) -> int:
    """Issue the act that withdraws one."""
    return _issue("WITHDRAW_PRACTICE", {"because": arguments.because}, arguments)


def _issue(kind: str, more: dict[str, Any], arguments: argparse.Namespace) -> int:
    from fasti.access import actor
    from fasti.operations import issue_act, issue_effect

    pack = asked.body(arguments.lang)
    effect = {"kind": kind, "unit": arguments.unit, "practice": arguments.practice, **more}
    try:
        act = issue_effect.issue(
            effect, one_act.head(arguments), pack=pack, recorded_at=asked.now(), actor=actor.OPERATOR,
            lang=arguments.lang,
        )  # fmt: skip
    except issue_act.CannotIssue as error:
        return one_act.refused(error.findings, pack, arguments)
    return one_act.told(act, "practice-issued", arguments)
