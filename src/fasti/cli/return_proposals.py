"""`fasti return proposals list|answer`: what returns propose, whom it waits for, and the act that answers it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from fasti import charter, words
from fasti.cli import asked, one_act
from fasti.cli.errors import BadInput

if TYPE_CHECKING:
    from fasti.returns.proposals import Proposal


def add_verb(verbs: Any, guarded: Callable[[Any], Any]) -> None:
    """The grammar of the verb and of what follows it."""
    inner = verbs.add_parser("proposals", help="what was proposed in returns, and answering it")
    steps = inner.add_subparsers(metavar="STEP", required=True)
    step = steps.add_parser("list", help="those that wait for an answer, the oldest first")
    step.add_argument("--waiting-for", default="", metavar="UNIT", help="for whom they wait")
    step.add_argument("--proposed-by", default="", metavar="UNIT", help="who proposed them")
    step.add_argument("--all", action="store_true", help="those that were answered too")
    _finish(step, guarded(list_))
    step = steps.add_parser("answer", help="answer one, by an act of the recipient or one above")
    step.add_argument("form", metavar="FORM", help="half-year, year")
    step.add_argument("place", metavar="N.M", help="version and place, as list shows them")
    step.add_argument("answer", metavar="ANSWER", choices=("accepted", "declined", "forwarded"),
                      help="accepted, declined, or forwarded to a unit above")  # fmt: skip
    step.add_argument("--unit", required=True, metavar="UNIT", help="who proposed it")
    step.add_argument("--period", required=True, type=asked.period, metavar="PERIOD")
    step.add_argument("--to", default="", metavar="UNIT", help="the unit it is forwarded to")
    step.add_argument("--because", default="", metavar="TEXT", help="what is answered")
    one_act.add_head(step)
    _finish(step, guarded(answer))


def _finish(step: Any, run: Any) -> None:
    step.add_argument("--json", action="store_true", help="for programs")
    asked.add_language(step)
    step.set_defaults(run=run)


def list_(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Print them."""
    from fasti.access import returns as access
    from fasti.returns import proposals

    waiting, proposed = (
        _unit(code, arguments.lang) for code in (arguments.waiting_for, arguments.proposed_by)
    )
    day = asked.now().date()
    waits = None if waiting is None else sorted(access.answered_for(waiting, day))
    found = proposals.proposals(
        pack, waiting_for=waits, proposed_by=proposed, with_answered=arguments.all
    )  # fmt: skip
    if arguments.json:
        print(json.dumps([plain(each) for each in found], ensure_ascii=False, indent=2))
        return 0
    for each in found:
        print("\n".join(_told(each, pack, arguments.lang, day)))
    if not found:
        print(words.say("proposals-none", arguments.lang))
    return 0


def _unit(code: str, lang: str) -> list[int] | None:
    from fasti.subjects.models import Unit

    if not code:
        return None
    found = list(Unit.objects.filter(code=code).values_list("id", flat=True))
    if not found:
        raise BadInput(words.finding("unknown-unit", lang, unit=code))
    return found


def _told(each: Proposal, pack: charter.Pack, lang: str, day: date) -> list[str]:
    from fasti.dates import periods

    period = words.period(periods.Period.parse(each.period), lang)
    named = {"unit": each.unit, "form": pack.name("form", each.form, lang), "period": period}
    first = words.say(
        "proposals-one", lang, **named, version=each.version, number=each.position, text=each.text
    )
    state = words.say(f"proposal-answer-{each.state}", lang)
    if not each.is_waiting:
        told = words.say("proposals-done", lang, state=state, day=each.since, act=each.answered_by)
    else:
        args = {"state": state, "n": max(each.days(day), 0), "recipient": each.recipient}
        told = (
            words.say("proposals-waits", lang, **args, day=each.due_on)
            if each.due_on
            else words.say("proposals-waits-without-day", lang, **args)
        )
    return [first, f"    {told}", *([f"    {each.explanation}"] if each.explanation else [])]


def plain(each: Proposal) -> dict[str, Any]:
    """A proposal for programs."""
    return {
        "unit": each.unit, "form": each.form, "period": each.period, "version": each.version,
        "position": each.position, "text": each.text, "state": each.state, "recipient": each.recipient,
        "proposed_on": each.proposed_on.isoformat(), "since": each.since.isoformat(),
        "due_on": each.due_on.isoformat() if each.due_on else None, "article": each.article,
        "answered_by": each.answered_by or None, "explanation": each.explanation,
    }  # fmt: skip


def answer(arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Issue the act."""
    from fasti.access import actor
    from fasti.operations import answer_proposal

    act = answer_proposal.answer(
        arguments.unit, arguments.form, arguments.period, _place(arguments), arguments.answer,
        one_act.head(arguments), forward_to=arguments.to, explanation=arguments.because, pack=pack,
        recorded_at=asked.now(), actor=actor.OPERATOR, lang=arguments.lang,
    )  # fmt: skip
    return one_act.told(act, "proposals-answered", arguments)


def _place(arguments: argparse.Namespace) -> tuple[int, int]:
    version, _, position = arguments.place.partition(".")
    if not (version.isascii() and version.isdigit() and position.isascii() and position.isdigit()):
        raise BadInput(words.say("cli-malformed-argument", arguments.lang, value=arguments.place))
    return int(version[:4]), int(position[:4])
