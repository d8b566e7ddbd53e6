"""`fasti plan`: check and issue several acts as one; the leading act's withdrawal undoes them all."""

from __future__ import annotations

import argparse
import json
from typing import Any

from fasti import charter, words
from fasti.cli import asked, previews, printing


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("plan", help="check and issue several acts as one")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    for name, run, what in (
        ("check", check, "say what stands in the way of a plan, and what it would change as a whole"),
        ("issue", issue, "issue all acts of a plan, or none"),
    ):
        verb = verbs.add_parser(name, help=what)
        verb.add_argument("file", metavar="FILE")
        verb.add_argument("--json", action="store_true", help="for programs")
        asked.add_language(verb)
        verb.set_defaults(run=run)


def check(arguments: argparse.Namespace) -> int:
    """Examine a plan."""
    from fasti.operations import issue_plan, preview_change

    pack, lang = asked.body(arguments.lang), arguments.lang
    plan = asked.plan(arguments.file, lang)
    try:
        drafts = issue_plan.contents(plan)
    except issue_plan.BadPlan as bad:
        return _refused(bad.findings, arguments, pack)
    seen = preview_change.preview(drafts, pack=pack, today=asked.now().date(), lang=lang)
    if seen.findings:
        return _refused(seen.findings, arguments, pack)
    heading = words.say("cli-plan-clean", lang, n=len(drafts))
    if plan.get("plan"):
        heading = f"{words.say('cli-plan', lang, title=str(plan['plan']))}\n{heading}"
    previews.show(seen, arguments, pack, heading=heading)
    return 0


def issue(arguments: argparse.Namespace) -> int:
    """Issue a plan."""
    from fasti.access import actor
    from fasti.operations import issue_act, issue_plan

    pack, lang = asked.body(arguments.lang), arguments.lang
    plan = asked.plan(arguments.file, lang)
    try:
        acts = issue_plan.issue(plan, pack=pack, recorded_at=asked.now(), actor=actor.OPERATOR, lang=lang)
    except (issue_plan.BadPlan, issue_act.CannotIssue) as refused:
        return _refused(refused.findings, arguments, pack)
    if arguments.json:
        rows = [{"act": act.code, "symbol": act.symbol, "hash": act.hash} for act in acts]
        print(json.dumps({"acts": rows}, ensure_ascii=False, indent=2))
        return 0
    print(words.say("cli-plan-issued", lang))
    for act in acts:
        print(f"  {words.act_reference(act.symbol, act.signed_on, lang)} [{act.code}]  {act.title}")
    print(words.say("cli-plan-leading", lang, act=acts[0].code))
    return 0


def _refused(found: Any, arguments: argparse.Namespace, pack: charter.Pack) -> int:
    printing.findings(found, arguments.lang, pack=pack, as_json=arguments.json)
    return 1
