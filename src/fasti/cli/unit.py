"""`fasti unit`: the tree and single units, as of any day and as known on any day."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from typing import Any

from fasti import words
from fasti.cli import asked, movement, timelines
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
    one = verbs.add_parser("show", help="a unit: its posts and holders on a day, or its life")
    one.add_argument("unit", metavar="UNIT")
    one.add_argument(
        "--life", action="store_true", help="from its founding on: names, places, heads, members"
    )
    one.set_defaults(run=show)
    movement.add_verb(verbs)
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
    """Print a unit with its posts and holders on a day, or its life up to that day."""
    from fasti.reports.timelines import life, unit_day
    from fasti.reports.timelines.timeline import NotKnown

    pack, lang = asked.body(arguments.lang), arguments.lang
    unit = _id(arguments.unit, lang)
    if arguments.life:
        timelines.show(life.of_unit, unit, arguments, pack)
        return 0
    as_of = asked.when(arguments).as_of
    try:
        shown = unit_day.of_unit(unit, pack, as_of=as_of, known=arguments.known, lang=lang)
    except NotKnown as error:
        raise timelines.not_known(str(error), arguments) from error
    if arguments.json:
        print(json.dumps(unit_day.plain(shown), ensure_ascii=False, indent=2))
    else:
        print("\n".join(unit_day.lines(shown)))
    return 0
