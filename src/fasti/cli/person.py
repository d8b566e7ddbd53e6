"""`fasti person`: a person's career, each entry with the acts that opened and closed it."""

from __future__ import annotations

import argparse
from typing import Any

from fasti import words
from fasti.cli import asked, entries, timelines
from fasti.cli.errors import BadInput


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
    entries.add_verbs(verbs)


def show(arguments: argparse.Namespace) -> int:
    """Print a person's career: what had begun by the day asked about, with the acts."""
    from fasti.operations.naming import Names
    from fasti.reports.timelines import career
    from fasti.subjects.models import Person

    pack, lang = asked.body(arguments.lang), arguments.lang
    person = Person.objects.filter(code=arguments.person).first()
    if person is None:
        raise BadInput(words.finding("unknown-person", lang, person=arguments.person))
    names, known_before = Names(pack=pack, lang=lang), asked.when(arguments).known_before
    if entries.tell_kept(person.id, names, arguments, known_before=known_before):
        return 0
    timelines.show(career.of_person, person.id, arguments, pack)
    return 0
