"""`fasti person`: a person's career, each span with the act that opened it."""

from __future__ import annotations

import argparse
import json
from typing import Any

from fasti import words
from fasti.cli import asked, printing
from fasti.cli.errors import BadInput

LINES = ("membership", "tenure", "pool", "topic")


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("person", help="a person's memberships, posts and planning")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    verb = verbs.add_parser("show", help="everything the register says of a person, with the acts")
    verb.add_argument("person", metavar="PERSON", help="code of the person")
    verb.add_argument("--json", action="store_true", help="for programs")
    asked.add_when(verb)
    asked.add_language(verb)
    verb.set_defaults(run=show)


def show(arguments: argparse.Namespace) -> int:
    """Print a person's spans that began by the day asked about."""
    from fasti.acts.models import Effect
    from fasti.effects import store
    from fasti.operations.naming import Names
    from fasti.subjects.models import Person

    pack, lang = asked.body(arguments.lang), arguments.lang
    when = asked.when(arguments)
    person = Person.objects.filter(code=arguments.person).first()
    if person is None:
        raise BadInput(words.finding("unknown-person", lang, person=arguments.person))
    names = Names(pack=pack, lang=lang)
    found = [
        (line, row)
        for line in LINES
        for row in store.rows_of(line, known_before=when.known_before, person=person.id)
        if row.starts_on <= when.as_of
    ]
    ids = {row.opened_by for _, row in found}
    acts = {e.id: e.act for e in Effect.objects.filter(id__in=ids).select_related("act__issuer")}
    if arguments.json:
        shown = [
            {
                "line": line,
                **{key: value for key, value in names.row(row).items() if key != "person"},
                "starts_on": row.starts_on.isoformat(),
                "ends_before": row.ends_before.isoformat() if getattr(row, "ends_before", None) else None,
                "act": acts[row.opened_by].code,
            }
            for line, row in found
        ]
        print(json.dumps({"person": person.code, "spans": shown}, ensure_ascii=False, indent=2))
        return 0
    print(names.person(person.id))
    for line, row in found:
        what = names.post(row.post) if hasattr(row, "post") else names.unit(row.unit)
        if line == "topic":
            what = f"{row.course}/{row.topic}, {what}"
        act = acts[row.opened_by]
        reference = words.act_reference(act.symbol, act.signed_on, lang)
        print(f"  {printing.span(row, lang)}  {words.say('cli-line-' + line, lang)}: {what}  ({reference})")
    return 0
