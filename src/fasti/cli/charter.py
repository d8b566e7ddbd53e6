"""`fasti charter check|test|show`: is a pack sound, do its cases hold, what does it say on a day?"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from fasti import charter
from fasti.charter import cases, dated
from fasti.cli import asked
from fasti.cli.errors import BadInput


def add_parser(subparsers: Any) -> None:
    """The noun `charter` with its verbs."""
    noun = subparsers.add_parser("charter", help="check, test or show a rule book")
    verbs = noun.add_subparsers(dest="verb", required=True)
    for name, run, said in (
        ("check", check, "name every mistake of a pack"),
        ("test", ask_cases, "ask a pack's cases and name changes no case asks about"),
        ("show", show, "print the rules with their articles; ✗ marks what nobody has checked"),
    ):
        verb = verbs.add_parser(name, help=said, description=f"{said[:1].upper()}{said[1:]}.")
        verb.add_argument("pack", help="id of a pack (vn_party, template) or path of its folder")
        verb.add_argument("--json", action="store_true", help="write JSON")
        verb.set_defaults(run=run)
        if name == "show":
            verb.add_argument("key", nargs="?", help="a table (offices) or a rule (offices.keeper)")
            verb.add_argument("--as-of", metavar="DAY", help="only what holds on this day (YYYY-MM-DD)")
            verb.add_argument("--lang", metavar="LANG", help="names in this language of the pack")


def check(options: argparse.Namespace) -> int:
    """0 if the pack is sound, 1 with every finding, 2 if there is no such pack."""
    try:
        found = charter.check(options.pack)
    except charter.BadPack as refused:
        raise BadInput(str(refused)) from refused
    if options.json:
        print(_json([dataclasses.asdict(each) for each in found]))
    else:
        for finding in found:
            print(finding)
        print(f"{options.pack}: {len(found)} findings" if found else f"{options.pack}: no findings")
    return 1 if found else 0


def ask_cases(options: argparse.Namespace) -> int:
    """0 if every case holds and every change is asked about on both sides, else 1; 2 for a pack refused."""
    pack = _load(options.pack)
    results, open_sides = charter.run_cases(pack), charter.uncovered_changes(pack)
    failed = [result for result in results if not result.is_ok]
    if options.json:
        told = {
            "cases": len(results),
            "failed": list(map(str, failed)),
            "uncovered": list(map(str, open_sides)),
        }
        print(_json(told))
    else:
        for problem in (*failed, *open_sides):
            print(problem)
        counts = f"{len(results)} cases, {len(failed)} failed"
        print(f"{pack.id}: {counts}, {len(open_sides)} sides of changes not asked about")
    return 1 if failed or open_sides else 0


def show(options: argparse.Namespace) -> int:
    """Print the rules asked for; 1 if none holds, 2 for bad input."""
    pack = _load(options.pack)
    day = asked.day(options.as_of) if options.as_of else None
    rows = list(_rows(pack, _key(options.key or "", pack), day, _lang(options.lang, pack)))
    if options.json:
        print(_json(rows))
    elif rows:
        print(f"{pack.id} {pack.version[:12]}  {pack.reference}")
        print("\n".join(map(_line, rows)))
    if not rows:
        on = f" on {day}" if day else ""
        print(f"The pack {pack.id} has no rule {options.key}{on}.", file=sys.stderr)
    return 0 if rows else 1


def _load(name: str) -> charter.Pack:
    try:
        return charter.load(name)
    except charter.BadPack as refused:
        raise BadInput(str(refused)) from refused


def _key(key: str, pack: charter.Pack) -> str:
    known = ("", *pack.tables, "indicators")
    if (table := key.split(".")[0]) not in known:
        raise BadInput(f"There is no table {table}; there are {', '.join(known[1:])}.")
    return key


def _lang(lang: str | None, pack: charter.Pack) -> str:
    if lang and lang not in pack.languages:
        raise BadInput(f"The pack {pack.id} has no words in {lang}; it has {', '.join(pack.languages)}.")
    return lang or pack.languages[0]


def _rows(pack: charter.Pack, key: str, day: datetime.date | None, lang: str) -> Iterator[dict[str, Any]]:
    for table, series in pack.changes():
        if _asked(key, f"{table}.{series.key}"):
            in_force = [series.at(day)] if day else series.versions
            for version in in_force:
                if version is not None:
                    yield _row(pack, table, series.key, version, lang)
    for indicator in pack.indicators:
        if _asked(key, f"indicators.{indicator.id}"):
            yield {
                "rule": f"indicators.{indicator.id}",
                "name": pack.name("indicator", indicator.id, lang),
                "from": None,
                "value": pack.name("definition", indicator.id, lang),
                "reference": indicator.reference,
                "verified": indicator.verified,
            }


def _asked(key: str, rule: str) -> bool:
    return not key or rule == key or rule.startswith(f"{key}.")


def _row(pack: charter.Pack, table: str, key: str, version: dated.Version, lang: str) -> dict[str, Any]:
    group = {"effects": "effect", "offices": "office", "unit_kinds": "unit_kind", "authority": "unit_kind",
             "terms": "level", "layouts": ""}.get(table, table.removesuffix("s"))  # fmt: skip
    try:
        name = pack.name(group, key, lang)
    except charter.NoRule:
        name = ""
    return {
        "rule": f"{table}.{key}",
        "name": name,
        "from": version.starts_on.isoformat(),
        "value": cases.plain(version.value),
        "reference": version.reference,
        "verified": version.verified,
    }


def _line(row: Mapping[str, Any]) -> str:
    mark = "✓" if row["verified"] else "✗"
    name = f" ({row['name']})" if row["name"] else ""
    since = f"  from {row['from']}" if row["from"] else ""
    return f"{mark} {row['rule']}{name}{since}: {_told(row['value'])}  [{row['reference']}]"


def _told(value: Any) -> str:
    """A value in one line.

    >>> _told({"level": "lodge", "parents": ["region"], "organ": False}), _told(None)
    ('level lodge, parents region, organ no', 'ends')
    """
    if value is None:
        return "ends"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_inner(part)}" for key, part in value.items())
    if isinstance(value, list):
        return "; ".join(map(_told, value)) or "none"
    return str(value)


def _inner(part: Any) -> str:
    if isinstance(part, list):
        return "; ".join(map(_told, part)) or "none"
    return "none" if part is None else _told(part)


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2, default=str)
