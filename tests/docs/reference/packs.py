"""The pages on the indicators and on the keys of a pack."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import yaml

from tests.docs.reference import markdown

PACK_FILES = {
    "pack": "The pack itself: its id, its languages, the charter it follows.",
    "units": "Levels of the tree, and the kinds of unit on each.",
    "acts": "Types of act and their buckets in reports, relations, and which types may carry which effect.",
    "authority": "Which kind of unit may issue which types of act, and who signs them in what capacity.",
    "numbering": "Terms, and the series in which acts are numbered.",
    "offices": "Kinds of post, where they may be established, and which level manages them.",
    "values": "Single numbers and words, and the age bands.",
    "forms": "Forms of return, and which level owes them when.",
    "indicators": "The figures: which records, how measured, which are left out.",
    "peer_groups": "Units compared side by side.",
    "layout": "How an act looks on paper.",
    "access": "Classes of confidentiality, who may see or do what, and what needs a second person.",
    "coverage": "Every article of the charter: implemented, partly, or out of scope.",
    "claimed": "What narrative reports count, and which figure that is (a pack may go without).",
    "claims": "The words reports use for what they count, in one language, `claims/<language>.yaml`.",
    "words": "The words of the pack in one language, `words/<language>.yaml`.",
    "cases": "Examples of what the rules answer, `cases/<subject>.yaml`, run by `fasti charter test`.",
}


def indicators() -> str:
    """Every figure of every pack, with its official definition."""
    from fasti import charter

    lead = (
        "The figures each pack declares. The definition is the one printed in reports. `verified` no: the"
        " article behind it has not been checked against its source. A figure whose records do not exist yet"
        " is not declared."
    )
    packs = [charter.load(path.parent) for path in sorted((markdown.ROOT / "packs").glob("*/pack.yaml"))]
    return markdown.page("Indicators", lead, (block for pack in packs for block in _indicators_of(pack)))


def _indicators_of(pack: Any) -> Iterator[str]:
    yield f"## {pack.id}"
    rows = [
        (
            f"`{each.id}`",
            pack.name("indicator", each.id, "en"),
            pack.name("definition", each.id, "en"),
            _measure(each),
            each.reference,
            "yes" if each.verified else "no",
        )
        for each in pack.indicators
    ]
    yield markdown.table(["id", "name", "definition", "measured as", "article", "verified"], rows)


def _measure(each: Any) -> str:
    if each.relation is None:
        return f"`{each.numerator}` / `{each.denominator}`"
    of = f" of {', '.join(each.of)}" if each.of else ""
    when = f"`{each.day}` in the period" if each.day else f"at the {each.at} of the period"
    when += f", held at its {each.at}" if each.day and each.at != "period" else ""
    return f"{each.measure}{of} over `{each.relation}`, {when}"


def pack_keys() -> str:
    """Every key of every file of a pack, and the values the engine asks for."""
    lead = (
        "A pack is a folder of YAML. `<id>` stands for a name the pack chooses, `[]` for an entry of a list."
        " A *dated* value is a list of versions, each with `from` (the first day it holds), `value` (null ends"
        " the rule), `reference` (the article), `verified`, and, if need be, `note`."
        " `packs/template` is a small pack that uses every file."
    )
    blocks = [block for name in PACK_FILES for block in _pack_file(name)]
    asked = [(f"`{key}`", ", ".join(places)) for key, places in sorted(values_asked().items())]
    blocks += [
        "## Values the engine asks for",
        "A pack without one of these raises where it is needed; it never counts as zero.",
        markdown.table(["key under `values`", "asked by"], asked),
    ]
    return markdown.page("Keys of a pack", lead, blocks)


def _pack_file(name: str) -> Iterator[str]:
    schema = yaml.safe_load(
        (markdown.SRC / "charter" / "schemas" / f"{name}.yaml").read_text(encoding="utf-8")
    )
    yield f"## {name if name in ('words', 'cases') else f'{name}.yaml'}"
    yield PACK_FILES[name]
    local = schema.get("$defs", {})
    yield markdown.table(["key", "needed", "shape"], _keys(schema, "", True, local))


def _keys(
    schema: dict[str, Any], at: str, needed: bool, local: dict[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """A row for each key under a place of a file."""
    dated = "series_of" in schema
    inner = schema.get("series_of", schema)
    if at and not at.endswith("[]"):
        yield f"`{at}`", "yes" if needed else "", f"{'dated: ' if dated else ''}{_shape(inner)}"
    inner = local.get(inner.get("$ref", "").rsplit("/", 1)[-1], inner)
    for key, below in inner.get("properties", {}).items():
        yield from _keys(below, f"{at}.{key}".lstrip("."), key in inner.get("required", ()), local)
    if isinstance(inner.get("additionalProperties"), dict):
        yield from _keys(inner["additionalProperties"], f"{at}.<id>".lstrip("."), False, local)
    if "items" in inner:
        yield from _keys(inner["items"], f"{at}[]", False, local)


def _shape(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return "one of " + ", ".join(map(str, schema["enum"]))
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    kinds = schema.get("type", "anything")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    names = {
        "object": "mapping",
        "array": "list",
        "string": "text",
        "integer": "whole number",
        "boolean": "true or false",
    }
    return " or ".join(names.get(kind, kind) for kind in kinds)


def values_asked() -> dict[str, list[str]]:
    """Each key that the code asks a pack for, with the files that ask."""
    asked: dict[str, set[str]] = {}
    for path in sorted(markdown.SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="value" | "check_reason"), args=arguments):
                    for part in arguments:
                        if (
                            isinstance(part, ast.Constant)
                            and isinstance(part.value, str)
                            and "." in part.value
                        ):
                            asked.setdefault(part.value, set()).add(markdown.link(path))
    return {key: sorted(places) for key, places in asked.items()}
