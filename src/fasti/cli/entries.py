"""`fasti person duplicates|compare|merge`: entries of one person, found, laid side by side and merged by an act."""

from __future__ import annotations

import argparse
import itertools
import json
import textwrap
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from fasti import words
from fasti.cli import asked, printing
from fasti.cli.errors import BadInput

if TYPE_CHECKING:
    from fasti.operations.compare_persons import Comparison, Side
    from fasti.operations.naming import Names
    from fasti.subjects.models import Person

_WIDTH = 48
"""Signs of one side of a comparison."""


def add_verbs(verbs: Any) -> None:
    """The grammar of the verbs."""
    verb = verbs.add_parser("duplicates", help="entries that look like the same person, the likeliest first")
    verb.add_argument("--unit", metavar="UNIT", help="only members of this unit or one beneath it")
    verb.add_argument("--as-of", type=asked.day, metavar="DAY", help="members on that day (default: today)")
    verb.add_argument("--after", metavar="PLACE", default="", help="go on from where a page ended")
    verb.add_argument("--limit", type=int, default=50, metavar="N", help="pairs of a page (default: 50)")
    _finish(verb, duplicates)
    verb = verbs.add_parser("compare", help="two entries side by side")
    verb.add_argument("person", metavar="PERSON", help="code of an entry")
    verb.add_argument("other", metavar="OTHER", help="code of the other entry")
    _finish(verb, compare)
    verb = verbs.add_parser("merge", help="merge two entries of one person by an act")
    verb.add_argument("person", metavar="GIVEN-UP", help="code of the entry that is given up")
    verb.add_argument("other", metavar="KEPT", help="code of the entry that it stands for from then on")
    verb.add_argument("--by", required=True, metavar="FILE", help="the merging act")
    verb.add_argument("--check", action="store_true", help="only say what would change")
    _finish(verb, merge)


def _finish(verb: Any, run: Any) -> None:
    verb.add_argument("--json", action="store_true", help="for programs")
    asked.add_language(verb)
    verb.set_defaults(run=run)


def _person(code: str, lang: str) -> Person:
    from fasti.subjects.models import Person

    found = Person.objects.filter(code=code).first()
    if found is None:
        raise BadInput(words.finding("unknown-person", lang, person=code))
    return found


def tell_kept(
    person: int, names: Names, arguments: argparse.Namespace, *, known_before: datetime | None
) -> bool:
    """For an entry that was given up: say which entry it stands for. Returns whether it was."""
    from fasti.effects import store

    found = store.rows_of("alias", known_before=known_before, person=person)
    if not found:
        return False
    if arguments.json:
        from fasti.subjects.models import Person

        codes = dict(Person.objects.filter(id__in=(person, found[0].stands_for)).values_list("id", "code"))
        told = {"person": codes[person], "stands_for": codes[found[0].stands_for], "spans": []}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return True
    kept = names.person(found[0].stands_for)
    print(words.say("cli-stands-for", arguments.lang, person=names.person(person), other_person=kept))
    return True


def duplicates(arguments: argparse.Namespace) -> int:
    """Print a page of pairs."""
    from fasti.operations import find_duplicates

    lang, unit = arguments.lang, _unit(arguments)
    as_of = arguments.as_of or asked.now().date()
    try:
        page = find_duplicates.duplicates(
            unit=unit, as_of=as_of, after=arguments.after, limit=max(1, arguments.limit)
        )
    except find_duplicates.UnknownPlace as error:
        raise BadInput(words.say("cli-malformed-argument", lang, value=arguments.after)) from error
    if arguments.json:
        pairs = [
            {"kept": p.kept.code, "given_up": p.given_up.code, "grounds": list(p.grounds), "score": p.score}
            for p in page.pairs
        ]
        print(json.dumps({"pairs": pairs, "after": page.after}, ensure_ascii=False, indent=2))
        return 0
    for pair in page.pairs:
        told = ", ".join(words.say(f"cli-ground-{ground}", lang) for ground in pair.grounds)
        who = {"person": _named(pair.given_up), "other_person": _named(pair.kept)}
        print(words.say("cli-duplicate-pair", lang, **who, grounds=told, n=pair.score))
    if not page.pairs:
        print(words.say("cli-duplicates-none", lang))
    if page.after:
        print(words.say("cli-duplicates-more", lang, value=page.after))
    return 0


def _unit(arguments: argparse.Namespace) -> int | None:
    from fasti.subjects.models import Unit

    asked.body(arguments.lang)
    if arguments.unit is None:
        return None
    found = Unit.objects.filter(code=arguments.unit).values_list("id", flat=True).first()
    if found is None:
        raise BadInput(words.finding("unknown-unit", arguments.lang, unit=arguments.unit))
    return found


def _named(person: Person) -> str:
    return f"{person.full_name} ({person.code})" if person.full_name else person.code


def compare(arguments: argparse.Namespace) -> int:
    """Print two entries side by side."""
    from fasti.operations import compare_persons
    from fasti.operations.naming import Names

    pack, lang = asked.body(arguments.lang), arguments.lang
    first, second = _person(arguments.person, lang), _person(arguments.other, lang)
    if first == second:
        raise BadInput(words.say("cli-compare-oneself", lang, person=first.code))
    found = compare_persons.compare(first, second)
    names = Names(pack=pack, lang=lang)
    if arguments.json:
        told = {"grounds": list(found.grounds), "entries": [_plain(s) for s in (found.first, found.second)]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for title, left, right in _table(found, names, lang):
        _beside(title, left, right)
    print(", ".join(words.say(f"cli-ground-{ground}", lang) for ground in found.grounds))
    return 0


def _plain(side: Side) -> dict[str, Any]:
    person = side.person
    return {
        "person": person.code,
        "name": person.full_name,
        "sex": person.sex,
        "born_on": person.born_on.isoformat() if person.born_on else None,
        "has_document": bool(person.document_hash),
        "stands_for": side.stands_for.code if side.stands_for else None,
        "spans": [
            {
                "line": line,
                "starts_on": row.starts_on.isoformat(),
                "ends_before": row.ends_before.isoformat() if getattr(row, "ends_before", None) else None,
            }
            for line, row in side.spans
        ],
        "acts": [act.code for act in side.acts],
    }


def _table(found: Comparison, names: Names, lang: str) -> Iterable[tuple[str, list[str], list[str]]]:
    first, second = found.first, found.second
    for title, tell in (
        ("code", lambda side: [side.person.code]),
        ("name", lambda side: [side.person.full_name]),
        ("sex", lambda side: [side.person.sex]),
        ("born", lambda side: [words.day(side.person.born_on, lang) if side.person.born_on else ""]),
        ("document", lambda side: [_document(side, found, lang)]),
        ("spans", lambda side: list(_spans(side, names, lang))),
        ("acts", lambda side: list(_acts(side, lang))),
    ):
        yield words.say(f"cli-compare-{title}", lang), tell(first), tell(second)


def _document(side: Side, found: Comparison, lang: str) -> str:
    if not side.person.document_hash:
        return ""
    known = {"document": "same", "other-document": "different"}
    word = next((known[ground] for ground in found.grounds if ground in known), "there")
    return words.say(f"cli-compare-document-{word}", lang)


def _spans(side: Side, names: Names, lang: str) -> Iterable[str]:
    if side.stands_for:
        given_up, kept = names.person(side.person.id), names.person(side.stands_for.id)
        yield words.say("cli-stands-for", lang, person=given_up, other_person=kept)
    for line, row in side.spans:
        what = names.post(row.post) if hasattr(row, "post") else names.unit(row.unit)
        yield f"{words.say('cli-line-' + line, lang)}: {what}, {printing.span(row, lang)}"


def _acts(side: Side, lang: str) -> Iterable[str]:
    for act in side.acts:
        yield f"{words.act_reference(act.symbol, act.signed_on, lang)} [{act.code}]"


def _beside(title: str, left: list[str], right: list[str]) -> None:
    """One row of the comparison: each item wrapped to its side's width, beginning on a line with its fellow."""
    print(title)
    for one, other in itertools.zip_longest(left, right, fillvalue=""):
        lines = itertools.zip_longest(*(textwrap.wrap(t, _WIDTH) or [""] for t in (one, other)), fillvalue="")
        for first, second in lines:
            print(f"  {first:<{_WIDTH}}  {second}".rstrip())


def merge(arguments: argparse.Namespace) -> int:
    """Merge two entries."""
    from fasti.access import actor
    from fasti.cli import act
    from fasti.operations import issue_act, merge_persons

    pack, lang = asked.body(arguments.lang), arguments.lang
    by = asked.content(arguments.by, lang)
    given_up, kept = _person(arguments.person, lang), _person(arguments.other, lang)
    if arguments.check:
        return act.examine(merge_persons.content(given_up.code, kept.code, by), arguments, pack)
    try:
        issued = merge_persons.merge(
            given_up.code, kept.code, by, pack=pack, recorded_at=asked.now(), actor=actor.OPERATOR, lang=lang
        )
    except issue_act.CannotIssue as refused:
        printing.findings(refused.findings, lang, pack=pack, as_json=arguments.json)
        return 1
    if arguments.json:
        print(
            json.dumps({"act": issued.code, "symbol": issued.symbol, "hash": issued.hash}, ensure_ascii=False)
        )
        return 0
    reference = f"{words.act_reference(issued.symbol, issued.signed_on, lang)} [{issued.code}]"
    who = {"person": _named(given_up), "other_person": _named(kept)}
    print(words.say("cli-merged", lang, **who, act=reference))
    return 0
