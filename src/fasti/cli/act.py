"""`fasti act`: draft, check, issue, withdraw, show and find acts."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

from fasti import charter, words
from fasti.cli import asked, previews, printing
from fasti.cli.errors import BadInput
from fasti.dates import axes

MOST_FOUND = 200
"""Acts that are listed at once."""
_DRAFT_NUMBER = re.compile("[0-9]{1,18}")


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("act", help="draft, check, issue, withdraw, show and find acts")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    for name, run, what, target in (
        ("draft", draft, "keep a draft", "FILE"),
        ("check", check, "say what stands in the way of a draft, and what it would change", "FILE|DRAFT"),
        ("issue", issue, "issue a draft", "FILE|DRAFT"),
        ("withdraw", withdraw, "withdraw an issued act by a new one", "ACT"),
        ("show", show, "show an issued act", "ACT"),
        ("find", find, "find issued acts by the words in them", "WORDS"),
    ):
        verb = verbs.add_parser(name, help=what)
        verb.add_argument("target", metavar=target)
        verb.add_argument("--json", action="store_true", help="for programs")
        asked.add_language(verb)
        if name == "withdraw":
            verb.add_argument("--by", required=True, metavar="FILE", help="the withdrawing act")
            verb.add_argument("--check", action="store_true", help="only say what would change")
        if name == "show":
            asked.add_known(verb)
            verb.add_argument("--as-of", type=asked.day, metavar="DAY", help=argparse.SUPPRESS)
            verb.add_argument("-o", "--output", metavar="FILE", help="write the document (.pdf or .docx)")
        if name == "find":
            verb.add_argument(
                "--unit", metavar="UNIT", default="", help="issued by this unit or any under it"
            )
            verb.add_argument(
                "--type", metavar="TYPE", default="", help="type of act, as the rule book calls it"
            )
            asked.add_when(verb)
        verb.set_defaults(run=run)


def draft(arguments: argparse.Namespace) -> int:
    """Keep a draft."""
    from fasti.access import actor
    from fasti.operations import draft_act

    pack = asked.body(arguments.lang)
    content = asked.content(arguments.target, arguments.lang)
    try:
        kept = draft_act.draft(content, drafted_at=asked.now(), actor=actor.OPERATOR)
    except draft_act.CannotKeep as refused:
        printing.findings(refused.findings, arguments.lang, pack=pack, as_json=arguments.json)
        return 1
    print(words.say("cli-drafted", arguments.lang, draft=str(kept.id)))
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Examine a draft."""
    pack = asked.body(arguments.lang)
    return examine(_content(arguments), arguments, pack)


def examine(content: dict[str, Any], arguments: argparse.Namespace, pack: charter.Pack) -> int:
    """Say what stands in the way of a draft, or what it would change."""
    from fasti.operations import preview_change

    lang = arguments.lang
    seen = preview_change.preview([content], pack=pack, today=asked.now().date(), lang=lang)
    if seen.findings:
        printing.findings(seen.findings, lang, pack=pack, as_json=arguments.json)
        return 1
    heading = words.say("cli-checked-clean", lang, act=str(content.get("title", "")))
    previews.show(seen, arguments, pack, heading=heading)
    return 0


def _content(arguments: argparse.Namespace) -> dict[str, Any]:
    """The draft named: a number of a kept draft, or a file."""
    from fasti.operations import draft_act

    if not _DRAFT_NUMBER.fullmatch(arguments.target):
        return asked.content(arguments.target, arguments.lang)
    try:
        kept = draft_act.open_draft(int(arguments.target))
    except draft_act.NotDrafted as error:
        raise BadInput(words.say("cli-no-such-draft", arguments.lang, draft=arguments.target)) from error
    return dict(kept.content)


def issue(arguments: argparse.Namespace) -> int:
    """Issue a kept draft, or a file."""
    from fasti.operations import issue_act

    pack, lang = asked.body(arguments.lang), arguments.lang
    try:
        act = _issue(arguments, pack)
    except issue_act.CannotIssue as refused:
        printing.findings(refused.findings, lang, pack=pack, as_json=arguments.json)
        return 1
    _issued(act, "cli-issued", arguments)
    return 0


def _issue(arguments: argparse.Namespace, pack: charter.Pack) -> Any:
    from fasti.access import actor
    from fasti.operations import draft_act, issue_act, issue_draft

    how: dict[str, Any] = {
        "pack": pack, "recorded_at": asked.now(), "actor": actor.OPERATOR, "lang": arguments.lang,
    }  # fmt: skip
    if not _DRAFT_NUMBER.fullmatch(arguments.target):
        (act,) = issue_act.issue([asked.content(arguments.target, arguments.lang)], **how)
        return act
    try:
        return issue_draft.issue(int(arguments.target), version=None, **how)
    except draft_act.NotDrafted as error:
        raise BadInput(words.say("cli-no-such-draft", arguments.lang, draft=arguments.target)) from error


def withdraw(arguments: argparse.Namespace) -> int:
    """Withdraw an issued act by a new one."""
    from fasti.access import actor
    from fasti.operations import issue_act, withdraw_act

    pack, lang = asked.body(arguments.lang), arguments.lang
    by = asked.content(arguments.by, lang)
    target = _find(arguments.target, lang)
    if arguments.check:
        return examine(withdraw_act.content(target.code, by), arguments, pack)
    try:
        act = withdraw_act.withdraw(
            target.code, by, pack=pack, recorded_at=asked.now(), actor=actor.OPERATOR, lang=lang
        )
    except issue_act.CannotIssue as refused:
        printing.findings(refused.findings, lang, pack=pack, as_json=arguments.json)
        return 1
    _issued(act, "cli-withdrawn", arguments, shown=target)
    return 0


def _issued(act: Any, message: str, arguments: argparse.Namespace, shown: Any = None) -> None:
    if arguments.json:
        print(json.dumps({"act": act.code, "symbol": act.symbol, "hash": act.hash}, ensure_ascii=False))
        return
    told = shown or act
    reference = words.act_reference(told.symbol, told.signed_on, arguments.lang)
    print(words.say(message, arguments.lang, act=f"{reference} [{told.code}]"))


def _find(code: str, lang: str) -> Any:
    from fasti.operations import desk

    found = desk.find_act(code)
    if found is None:
        raise BadInput(words.finding("unknown-act", lang, value=code))
    return found


def show(arguments: argparse.Namespace) -> int:
    """Show an act with its effects in words, its relations and tasks, and its place in the chain."""
    from fasti.operations.naming import Names
    from fasti.reports import act_words

    pack, lang = asked.body(arguments.lang), arguments.lang
    act = _find(arguments.target, lang)
    known = axes.known_before(arguments.known)
    if known is not None and act.recorded_at >= known:
        raise BadInput(words.finding("unknown-act", lang, value=arguments.target))
    if arguments.output:
        return _write(act, arguments, pack)
    names = Names(pack=pack, lang=lang, before=act.in_force_on)
    if arguments.json:
        print(json.dumps(_plain(act, names, lang, known), ensure_ascii=False, indent=2))
        return 0
    print(words.act_reference(act.symbol, act.signed_on, lang), f"[{act.code}]")
    print(pack.name("act_type", act.type, lang) + ":", act_words.named(act.title, lang))
    print(names.unit(act.issuer_id))
    if act.signer_id and act.signer_post_id:
        print(f"{names.person(act.signer_id)}, {names.post(act.signer_post_id)}")
    if act.confidentiality not in ("", "normal"):
        level = pack.names("class", lang).get(act.confidentiality, act.confidentiality)
        print(words.say("document-confidentiality", lang, level=level))
    if act.text.strip():
        print(f"\n{act_words.named(act.text, lang).strip()}\n")
    relations = [
        f"  {pack.name('relation', each.kind, lang)}: "
        f"{words.act_reference(each.target.symbol, each.target.signed_on, lang)} [{each.target.code}]"
        for each in act.relations.select_related("target__issuer").order_by("id")
    ]
    _block("cli-relations", relations, lang)
    _block("cli-effects", [f"  {line}" for line in _effects(act, names, lang, known)], lang)
    _block("cli-tasks", [f"  {line}" for line in _tasks(act, names, lang)], lang)
    _block("document-attachments", [f"  {line}" for line in _attachments(act, lang)], lang)
    print(words.say("cli-chain", lang, n=act.sequence, hash=act.hash))
    return 0


def _effects(act: Any, names: Any, lang: str, known: Any) -> list[str]:
    lines = []
    for each in act.effects.order_by("ordinal"):
        day = words.day(each.on, lang, style="short")
        line = f"{each.ordinal}. {day}  {printing.effect(each, names, lang)}"
        for void in each.voided_by.select_related("act__issuer").order_by("id"):
            if known is None or void.recorded_at < known:
                by = words.act_reference(void.act.symbol, void.act.signed_on, lang)
                line += f"  ({words.say('cli-voided', lang, act=by)})"
        lines.append(line)
    return lines


def _tasks(act: Any, names: Any, lang: str) -> Iterator[str]:
    for task in act.tasks.order_by("ordinal"):
        told = words.say("act-task-of", lang, unit=names.unit(task.unit_id), text=task.text)
        if task.responsible_id:
            told += "; " + words.say("document-responsible", lang, person=names.person(task.responsible_id))
        if task.due_on:
            told += "; " + words.say("document-due", lang, day=task.due_on)
        yield f"{task.ordinal}. {told}"


def _attachments(act: Any, lang: str) -> Iterator[str]:
    for each in act.attachments.order_by("ordinal"):
        told = words.say("cli-attachment", lang, file=each.filename, n=each.size, hash=f"{each.sha256[:16]}…")
        yield f"{each.ordinal}. {told}"


def _plain(act: Any, names: Any, lang: str, known: Any) -> dict[str, Any]:
    """The act for programs: codes and days, and its text, effects and tasks in words."""
    from fasti.reports import act_words

    signer, post = act.signer, act.signer_post
    return {
        "act": act.code,
        "symbol": act.symbol,
        "issuer": act.issuer.code,
        "type": act.type,
        "title": act_words.named(act.title, lang),
        "text": act_words.named(act.text, lang),
        "confidentiality": act.confidentiality,
        "signed_on": act.signed_on.isoformat(),
        "in_force_on": act.in_force_on.isoformat(),
        "recorded_at": act.recorded_at.isoformat(),
        "signer": signer.code if signer else None,
        "signer_post": post.code if post else None,
        "relations": [
            {"kind": each.kind, "act": each.target.code}
            for each in act.relations.select_related("target__issuer").order_by("id")
        ],
        "effects": _effects(act, names, lang, known),
        "tasks": list(_tasks(act, names, lang)),
        "attachments": list(
            act.attachments.order_by("ordinal").values("filename", "media_type", "size", "sha256")
        ),
        "sequence": act.sequence,
        "hash": act.hash,
    }


def _block(title: str, lines: list[str], lang: str) -> None:
    if lines:
        print(words.say(title, lang))
        print("\n".join(lines))


def _write(act: Any, arguments: argparse.Namespace, pack: charter.Pack) -> int:
    from fasti.cli import documents

    return documents.write_act(act, arguments.output, arguments.lang, pack)


def find(arguments: argparse.Namespace) -> int:
    """List the acts in which all the words are found, the last signed first."""
    from fasti.access.sight import OPERATOR
    from fasti.acts import search
    from fasti.reports.register_of_acts import asked as questions
    from fasti.reports.register_of_acts import found, told

    pack, lang, when = asked.body(arguments.lang), arguments.lang, asked.when(arguments)
    unit = _unit(arguments.unit, lang) if arguments.unit else None
    question = questions.Asked(
        day=when.as_of,
        known_before=when.known_before,
        words=arguments.target,
        lang=lang,
        unit=unit,
        type=arguments.type,
        until=arguments.as_of,
    )
    listed = found.found(OPERATOR, question, pack=pack)
    page = found.page(listed, size=MOST_FOUND)
    lines = told.lines(
        page.acts, OPERATOR, pack=pack, lang=lang, day=when.as_of, known_before=when.known_before
    )
    if arguments.json:
        print(json.dumps([_found(line) for line in lines], ensure_ascii=False, indent=2))
        return 0
    for line in lines:
        print(f"{words.act_reference(line.symbol, line.signed_on, lang)}  {line.title}  [{line.code}]")
    print(words.say("cli-act-found", lang, n=listed.count()))
    if page.next:
        print(words.say("cli-act-more", lang, n=MOST_FOUND))
    if behind := search.num_behind():
        print(words.say("cli-act-behind", lang, n=behind), file=sys.stderr)
    return 0


def _unit(code: str, lang: str) -> int:
    from fasti.subjects.models import Unit

    id = Unit.objects.filter(code=code).values_list("id", flat=True).first()
    if id is None:
        raise BadInput(words.finding("unknown-unit", lang, unit=code))
    return id


def _found(line: Any) -> dict[str, Any]:
    """A found act for programs."""
    return {
        "act": line.code,
        "symbol": line.symbol,
        "title": line.title,
        "type": line.type,
        "issuer": line.issuer,
        "signed_on": line.signed_on.isoformat(),
        "in_force_on": line.in_force_on.isoformat(),
        "state": line.standing.ended.kind if line.standing.ended else line.standing.state,
    }
