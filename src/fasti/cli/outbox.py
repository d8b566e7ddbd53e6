"""`fasti remind` puts the reminders of a day into the outbox, `fasti outbox send` drains it, `list` shows it."""

from __future__ import annotations

import argparse
import json
import pathlib
from typing import TYPE_CHECKING, Any

from fasti import words
from fasti.cli import asked
from fasti.cli.errors import BadInput

if TYPE_CHECKING:
    from fasti.operations.send_notices import Drained
    from fasti.returns.models import Notice

MOST = 200


def add_parser(nouns: Any) -> None:
    """The grammar of both nouns."""
    verb = nouns.add_parser("remind", help="put the reminders of a day into the outbox; none is made twice")
    verb.add_argument("--on", type=asked.day, metavar="DAY", help="the day (default: today)")
    _finish(verb, remind)
    noun = nouns.add_parser("outbox", help="send the messages that wait, and list them")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    verb = verbs.add_parser("send", help="send what waits, by FASTI_SMTP or into a folder")
    verb.add_argument("--folder", type=pathlib.Path, metavar="DIR", help="write each as an .eml file instead")
    _finish(verb, send)
    verb = verbs.add_parser("list", help="what waits, how often it was tried, and what went wrong")
    verb.add_argument("--all", action="store_true", help="what was sent too")
    _finish(verb, list_)


def _finish(verb: Any, run: Any) -> None:
    verb.add_argument("--json", action="store_true", help="for programs")
    asked.add_language(verb)
    verb.set_defaults(run=run)


def remind(arguments: argparse.Namespace) -> int:
    """Make the reminders."""
    from fasti.operations import remind as reminding

    pack, now = asked.body(arguments.lang), asked.now()
    made = reminding.remind(pack=pack, day=arguments.on or now.date(), at=now)
    if arguments.json:
        told = {"new": made.num_new, "known": made.num_known, "unreachable": made.num_unreachable}
        print(json.dumps(told))
        return 0
    print(words.say("outbox-reminded", arguments.lang, n=made.num_new, m=made.num_known))
    if made.num_unreachable:
        print(words.say("outbox-unreachable", arguments.lang, n=made.num_unreachable))
    return 0


def send(arguments: argparse.Namespace) -> int:
    """Drain it; 1 where something was refused or could not be sent."""
    from django.conf import settings

    from fasti.exchange import mail
    from fasti.operations import send_notices

    pack = asked.body(arguments.lang)
    if arguments.folder is not None:
        drained = send_notices.send(mail.Folder(arguments.folder), pack=pack, now=asked.now)
    elif settings.SMTP:
        with mail.Smtp() as server:
            drained = send_notices.send(server, pack=pack, now=asked.now)
    else:
        raise BadInput(words.say("outbox-no-server", arguments.lang))
    _tell(drained, arguments)
    return 1 if drained.is_away or drained.num_refused else 0


def _tell(drained: Drained, arguments: argparse.Namespace) -> None:
    told = {
        "sent": drained.num_sent, "refused": drained.num_refused, "waiting": drained.num_waiting,
        "away": drained.is_away,
    }  # fmt: skip
    if arguments.json:
        print(json.dumps(told))
        return
    print(words.say("outbox-sent", arguments.lang, n=drained.num_sent, m=drained.num_waiting))
    if drained.num_refused:
        print(words.say("outbox-refused", arguments.lang, n=drained.num_refused))
    if drained.is_away:
        print(words.say("outbox-away", arguments.lang))


def list_(arguments: argparse.Namespace) -> int:
    """List it, the oldest first."""
    from fasti.returns.models import Notice

    asked.body(arguments.lang)
    found = Notice.objects.select_related("account", "unit").order_by("id")
    shown = list((found if arguments.all else found.filter(sent_at=None))[:MOST])
    if arguments.json:
        print(json.dumps([_plain(each) for each in shown], ensure_ascii=False, indent=2))
        return 0
    for each in shown:
        told = {"unit": each.unit.code, "form": each.form, "period": each.period, "value": each.account.name}
        state = "sent" if each.sent_at else "failed" if each.last_error else "waiting"
        print(words.say(
            f"outbox-{state}-one", arguments.lang, **told, number=str(each.pk), n=each.num_attempts,
            detail=each.last_error, kind=words.say(f"notice-kind-{each.kind.replace('_', '-')}", arguments.lang),
        ))  # fmt: skip
    if not shown:
        print(words.say("outbox-empty", arguments.lang))
    return 0


def _plain(each: Notice) -> dict[str, Any]:
    return {
        "number": each.pk, "account": each.account.name, "kind": each.kind, "unit": each.unit.code,
        "form": each.form, "period": each.period, "due_on": each.due_on.isoformat() if each.due_on else None,
        "made_at": each.made_at.isoformat(), "attempts": each.num_attempts, "last_error": each.last_error,
        "not_before": each.not_before.isoformat(), "sent_at": each.sent_at.isoformat() if each.sent_at else None,
    }  # fmt: skip
