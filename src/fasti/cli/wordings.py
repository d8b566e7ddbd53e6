"""`fasti claims learn` and `learned`: wordings taught by acts of whoever keeps the rule book, and their list."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Collection
from typing import Any

from fasti import charter, claims, words
from fasti.cli import asked, one_act
from fasti.cli.errors import BadInput
from fasti.dates import axes

_COLUMNS = ("phrase", "language", "tells", "author", "act", "state")


def add_verbs(verbs: Any) -> None:
    """The grammar of the verbs."""
    taught = verbs.add_parser("learn", help="teach a wording that was read wrongly, by an act")
    taught.add_argument("phrase", metavar="PHRASE", help="six words at most; a star ends a stem")
    taught.add_argument(
        "--text-lang", required=True, choices=words.LANGUAGES, help="language of the reports it is met in"
    )
    taught.add_argument(
        "--indicator", default="", metavar="FIGURE", help="the figure a number beside it claims"
    )
    taught.add_argument(
        "--qualifier", default="", metavar="HOW", choices=("exact", "approx", "at_least", "at_most"),
        help="or how sure it makes a number: exact, approx, at_least, at_most",
    )  # fmt: skip
    taught.add_argument("--sentence", default="", metavar="TEXT", help="the sentence it was met in")
    taught.add_argument("--author", default="", metavar="PERSON", help="who taught it")
    taught.add_argument(
        "--unit", default="", metavar="UNIT", help="default: the unit that keeps the rule book"
    )
    one_act.add_head(taught, title="title of the act (default: the wording)")
    taught.set_defaults(run=learn)
    shown = verbs.add_parser("learned", help="the wordings learned, the latest first")
    asked.add_when(shown)
    shown.set_defaults(run=learned)
    for each in (taught, shown):
        asked.add_language(each)
        each.add_argument("--json", action="store_true", help="for programs")


def known(arguments: argparse.Namespace, pack: charter.Pack) -> Collection[claims.Wording]:
    """The wordings of the body here; none where no body is begun, or a report is read by another rule book."""
    from fasti.reports import wordings

    body = asked.begun()
    if body is None or charter.load(body.pack).id != pack.id:
        return ()
    known_on = getattr(arguments, "known", None)
    day = getattr(arguments, "as_of", None) or known_on or asked.now().date()
    return wordings.in_force(axes.When(day, axes.known_before(known_on)))


def learn(arguments: argparse.Namespace) -> int:
    """Issue the act that teaches a wording."""
    from fasti.access import actor
    from fasti.operations import issue_act, issue_effect, wording_acts

    pack, lang = asked.body(arguments.lang), arguments.lang
    day = arguments.signed_on or asked.now().date()
    try:
        unit = arguments.unit or str(pack.value(wording_acts.KEEPER, as_of=day).value)
    except charter.NoRule as error:
        raise BadInput(str(error)) from error
    title = arguments.title or words.say("wording-draft-title", pack.languages[0], phrase=arguments.phrase)
    try:
        act = issue_effect.issue(
            {**_effect(arguments, unit), "kind": wording_acts.KIND},
            {**one_act.head(arguments), "title": title},
            pack=pack,
            recorded_at=asked.now(),
            actor=actor.OPERATOR,
            lang=lang,
        )
    except issue_act.CannotIssue as error:
        return one_act.refused(error.findings, pack, arguments)
    return one_act.told(act, "wording-issued", arguments)


def _effect(arguments: argparse.Namespace, unit: str) -> dict[str, Any]:
    sentence = arguments.sentence.strip()
    given = {
        "unit": unit, "text_language": arguments.text_lang, "phrase": arguments.phrase,
        "indicator": arguments.indicator, "qualifier": arguments.qualifier,
        "authors": [arguments.author] if arguments.author else [],
        "sentence_hash": hashlib.sha256(sentence.encode()).hexdigest() if sentence else "",
    }  # fmt: skip
    return {key: value for key, value in given.items() if value}


def learned(arguments: argparse.Namespace) -> int:
    """The list."""
    from fasti.access import sight
    from fasti.reports import wordings
    from fasti.reports.timelines import text

    pack, lang = asked.body(arguments.lang), arguments.lang
    found = wordings.listed(sight.OPERATOR, pack, asked.when(arguments), lang=lang)
    if arguments.json:
        print(json.dumps([wordings.plain(each) for each in found], ensure_ascii=False, indent=2))
        return 0
    if not found:
        print(words.say("wording-none", lang))
        return 0
    rows = [
        (
            each.phrase, words.say(f"sheet-language-{each.language}", lang), each.tells,
            ", ".join(each.author_names) or "–",
            f"{words.act_reference(each.act.symbol, each.act.signed_on, lang)} [{each.act.code}]",
            wordings.state(each, lang),
        )
        for each in found
    ]  # fmt: skip
    heads = tuple(words.say(f"wording-col-{each}", lang) for each in _COLUMNS)
    print("\n".join(text.table([heads, *rows])))
    return 0
