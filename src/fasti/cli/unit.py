"""`fasti unit`: the tree and single units, as of any day and as known on any day."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from typing import Any

from fasti import words
from fasti.cli import asked, printing
from fasti.cli.errors import BadInput
from fasti.register.rows import UnitRow, holds


def add_parser(nouns: Any) -> None:
    """The grammar of the noun."""
    noun = nouns.add_parser("unit", help="the tree of units, and single units")
    verbs = noun.add_subparsers(metavar="VERB", required=True)
    verb = verbs.add_parser("tree", help="the tree, from the root or a unit down")
    verb.add_argument("unit", nargs="?", metavar="UNIT", help="code of the unit to begin at")
    verb.add_argument("--depth", type=int, default=2, metavar="N", help="levels below it (default 2)")
    verb.set_defaults(run=tree)
    one = verbs.add_parser("show", help="a unit: its life, posts and holders")
    one.add_argument("unit", metavar="UNIT")
    one.set_defaults(run=show)
    for each in (verb, one):
        each.add_argument("--json", action="store_true", help="for programs")
        asked.add_when(each)
        asked.add_language(each)


def _id(code: str, lang: str) -> int:
    from fasti.subjects.models import Unit

    found = Unit.objects.filter(code=code).first()
    if found is None:
        raise BadInput(words.finding("unknown-unit", lang, unit=code))
    return found.id


def tree(arguments: argparse.Namespace) -> int:
    """Print the tree."""
    from fasti.effects import store
    from fasti.operations.naming import in_language
    from fasti.subjects.models import Unit

    asked.body(arguments.lang)
    when = asked.when(arguments)
    codes = dict(Unit.objects.values_list("id", "code"))
    children: dict[int | None, list[UnitRow]] = defaultdict(list)
    by_id: dict[int, UnitRow] = {}
    for row in store.rows_of("unit", known_before=when.known_before):
        if holds(row, when.as_of):
            children[row.parent].append(row)
            by_id[row.unit] = row
    if arguments.unit:
        start = by_id.get(_id(arguments.unit, arguments.lang))
        if start is None:
            day = words.day(when.as_of, arguments.lang)
            raise BadInput(words.finding("unit-not-there", arguments.lang, unit=arguments.unit, day=day))
        roots = [start]
    else:
        roots = children[None]

    def node(row: UnitRow, depth: int) -> dict[str, Any]:
        under = sorted(children[row.unit], key=lambda each: codes[each.unit])
        made: dict[str, Any] = {
            "unit": codes[row.unit],
            "name": in_language(row.names, arguments.lang),
            "kind": row.kind,
            "num_children": len(under),
        }
        if depth > 0:
            made["children"] = [node(each, depth - 1) for each in under]
        return made

    nodes = [node(row, arguments.depth) for row in roots]
    if arguments.json:
        print(json.dumps(nodes, ensure_ascii=False, indent=2))
    else:
        for each in nodes:
            _print(each, 0)
    return 0


def _print(node: dict[str, Any], depth: int) -> None:
    more = f"  (+{node['num_children']})" if node["num_children"] and "children" not in node else ""
    print(f"{'  ' * depth}{node['unit']}  {node['name']}{more}")
    for each in node.get("children", ()):
        _print(each, depth + 1)


def show(arguments: argparse.Namespace) -> int:
    """Print a unit's life, posts and holders."""
    from fasti.effects import store
    from fasti.operations.naming import Names, in_language
    from fasti.subjects.models import Post

    pack, lang = asked.body(arguments.lang), arguments.lang
    when, unit = asked.when(arguments), _id(arguments.unit, arguments.lang)
    names = Names(pack=pack, lang=lang)
    known = when.known_before
    spans = store.rows_of("unit", known_before=known, unit=unit)
    origin = [
        *store.rows_of("lineage", known_before=known, predecessor=unit),
        *store.rows_of("lineage", known_before=known, successor=unit),
    ]
    members = [
        row for row in store.rows_of("membership", known_before=known, unit=unit) if holds(row, when.as_of)
    ]
    posts = []
    for post in Post.objects.filter(unit=unit).order_by("code"):
        seats = [
            r
            for r in store.rows_of("establishment", known_before=known, post=post.id)
            if holds(r, when.as_of)
        ]
        held = [r for r in store.rows_of("tenure", known_before=known, post=post.id) if holds(r, when.as_of)]
        if seats:
            posts.append((post, seats[0].seats, held))
    if arguments.json:
        shown = {
            "unit": arguments.unit,
            "as_of": when.as_of.isoformat(),
            "spans": [
                {
                    "name": in_language(row.names, lang),
                    "kind": row.kind,
                    "parent": names.unit(row.parent) if row.parent else None,
                    "starts_on": row.starts_on.isoformat(),
                    "ends_before": row.ends_before.isoformat() if row.ends_before else None,
                }
                for row in spans
            ],
            "num_members": len(members),
            "posts": [
                {"post": post.code, "seats": seats, "holders": [names.person(r.person) for r in held]}
                for post, seats, held in posts
            ],
        }
        print(json.dumps(shown, ensure_ascii=False, indent=2))
        return 0
    print(names.unit(unit))
    for row in spans:
        kind = pack.name("unit_kind", row.kind, lang)
        under = words.say("cli-superior", lang, unit=names.unit(row.parent)) if row.parent else ""
        print(f"  {printing.span(row, lang)}: {kind} {under}".rstrip())
    if origin:
        print(words.say("cli-lineage", lang))
        for row in origin:
            day = words.day(row.on, lang, style="short")
            print(f"  {day}: {names.unit(row.predecessor)} → {names.unit(row.successor)}")
    print(words.say("cli-members", lang, n=len(members)))
    if posts:
        print(words.say("cli-holders", lang))
    for post, seats, held in posts:
        for row in held:
            print(f"  {names.post(post.id)}: {names.person(row.person)}, {printing.span(row, lang)}")
        for _ in range(seats - len(held)):
            print(f"  {names.post(post.id)}: {words.say('cli-vacant', lang)}")
    return 0
