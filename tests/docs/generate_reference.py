"""Writes the pages of docs/reference from code, words and packs, so that they cannot say anything else.

`python tests/docs/generate_reference.py` writes them; with `--check` it writes nothing, names the pages that
are not current and ends with 1.
"""

from __future__ import annotations

import argparse
import ast
import dataclasses
import inspect
import itertools
import pathlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "fasti"
PAGES = ROOT / "docs" / "reference"
NOTE = "<!-- Written by tests/docs/generate_reference.py. Change what it reads, not this page. -->"
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
    "words": "The words of the pack in one language, `words/<language>.yaml`.",
    "cases": "Examples of what the rules answer, `cases/<subject>.yaml`, run by `fasti charter test`.",
}


KEYS = {
    "unit": "Code of the unit.",
    "other_unit": "Code of the second unit.",
    "person": "Code of the person.",
    "post": "Code of the post.",
    "other_post": "Code of the post that is left.",
    "other_person": "Code of the second person.",
    "name": "Name by language.",
    "abbreviation": "As in the numbers of its acts.",
    "period": "The period it is about, such as 2024 or 2024-H1.",
    "office": "The office, an id of the pack.",
    "seats": "Number of seats.",
    "reason": "One of the reasons the pack lists.",
    "unit_kind": "The kind of unit, an id of the pack.",
    "ends_planned_on": "End of the term as decided.",
    "course": "Code of the course.",
    "family_name": "For a new person.",
    "given_name": "For a new person.",
    "sex": "For a new person: F, M, or empty.",
    "born_on": "For a new person: the day of birth.",
    "edition": "Which time the prize is given, such as the year.",
    "category": "Code of the category.",
    "prize": "Code of the prize.",
}
"""What a key of an effect means where its own file does not say more."""
PLACES = {
    "FILE": "a file, its format by its name",
    "FILE|DRAFT": "a file (YAML or JSON, - for standard input), or the number of a kept draft",
    "WORDS": "words of the title, the text, the number or the issuer; marks may be left out",
    "ACT": "code of an act, such as VN-56-TU:2020-2025/decision:27",
    "UNIT": "code of a unit",
    "PACK": "id of a pack (vn_party, template) or path of its folder",
    "PERIOD": "a year, half-year, quarter or month: 2024, 2024-H1, 2024-Q1, 2024-05",
    "INDICATOR": "id of a figure, such as personnel.appointed",
    "body": "the sample body",
    "by": "break the figure down",
    "engine": "where the figure is computed; all give the same",
}
"""What a place holder of a command stands for where the command does not say more."""


def page(title: str, lead: str, blocks: Iterable[str]) -> str:
    """A page with a title, a leading paragraph and blocks of text."""
    return "\n\n".join([NOTE, f"# {title}", lead, *blocks]).rstrip() + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split())


def link(path: pathlib.Path) -> str:
    """A link from a reference page to a file of the project."""
    return f"[{path.name}](../../{path.relative_to(ROOT).as_posix()})"


def opening(path: pathlib.Path) -> str:
    """The first paragraph of a module's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0]


# -- effects ---------------------------------------------------------------------------------------


def effects() -> str:
    """Each kind of effect: what it says, which lines of the register it takes part in, how it is worded."""
    from fasti.effects import kinds

    lead = (
        "What an act can change. In a draft an effect is a mapping with `kind`, `on` (left out: the day the"
        " act comes into force) and the keys below. Keys marked `?` may be left out."
    )
    return page("Effects", lead, (_effect(kind) for kind in kinds.KINDS.values()))


def _effect(kind: Any) -> str:
    path = SRC / "effects" / f"{kind.__module__.rsplit('.', 1)[1]}.py"
    keys = [field for field in dataclasses.fields(kind) if field.name != "on"]
    meant = meanings(path, kind.__name__)
    rows = [
        (
            f"`{field.name}`{_optional(field)}",
            shape_of(str(field.type)),
            meant.get(field.name) or KEYS[field.name],
        )
        for field in keys
    ]
    lines = ", ".join(f"`{line}`" for line in kind.LINES) or "none: it is a fact of its act alone"
    personal = ", ".join(f"`{name}`" for name in kind.PERSONAL) or "none"
    return "\n\n".join(
        [
            f"## {kind.KIND}",
            f"{opening(path)} {inspect.cleandoc(kind.__doc__ or '')}",
            table(["key", "shape", "meaning"], rows),
            f"Worded: *{readable(kind.WORDING['en'])}*. Lines of the register: {lines}. Personal: {personal}."
            f" In {link(path)}.",
        ]
    )


def shape_of(annotation: str) -> str:
    """A type as a reader of YAML knows it.

    >>> shape_of("date | None"), shape_of("dict[str, list[str]]")
    ('day', 'mapping of text to list of text')
    """
    names = {"str": "text", "int": "whole number", "date": "day", "bool": "true or false"}
    plain = annotation.removesuffix(" | None").replace("Mapping", "dict").replace("Sequence", "list")
    plain = re.sub(r"tuple\[(\w+), \.\.\.\]", r"list[\1]", plain)
    for name, word in names.items():
        plain = re.sub(rf"\b{name}\b", word, plain)
    plain = re.sub(r"list\[([^\[\]]*)\]", r"list of \1", plain)
    return re.sub(r"dict\[([^,]*), (.*)\]", r"mapping of \1 to \2", plain)


def _optional(field: Any) -> str:
    missing = dataclasses.MISSING
    return "?" if field.default is not missing or field.default_factory is not missing else ""


def meanings(path: pathlib.Path, name: str) -> dict[str, str]:
    """The text under each field of a class."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)
    return {
        field.target.id: said.value.value
        for field, said in itertools.pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
    }


def readable(pattern: str) -> str:
    """A pattern of words with its variables in angle brackets.

    >>> readable("Appointment: { $person }, { $post }")
    'Appointment: ‹person›, ‹post›'
    """
    return re.sub(r"\{ *\$(\w+)[^{}]*\}", r"‹\1›", pattern)


# -- findings --------------------------------------------------------------------------------------


def findings() -> str:
    """Every finding of a check, with its sentence."""
    from fasti import words
    from fasti.charter import findings as of_packs

    acts = [
        (f"`{code}`", words.finding(code, "en", **{name: f"‹{name}›" for name in args}))
        for code, args in sorted(words.FINDINGS.items())
    ]
    packs = [
        (f"`{code}`", re.sub(r"\{(\w+)\}", r"‹\1›", f"{said} {remedy}"))
        for code, (said, remedy) in sorted(of_packs.SENTENCES.items())
    ]
    lead = (
        "What a check can find wrong. The code is stable: programs and tests may rely on it. A check lists"
        " everything at once, and nothing is applied while one finding stands."
    )
    blocks = [
        "## In acts\n\nSaid in the language of the user; here in English.",
        table(["code", "sentence"], acts),
        "## In packs\n\nEach is led by the file and the line.",
        table(["code", "sentence"], packs),
    ]
    return page("Findings", lead, blocks)


# -- commands --------------------------------------------------------------------------------------


def commands() -> str:
    """Every command with its arguments."""
    lead = (
        "`./fasti` in a clone, `fasti` in an environment that has it. Exit codes: 0 done, 1 findings, 2 bad"
        " input. Errors go to standard error."
    )
    return page("Commands", lead, (_command(*leaf) for leaf in leaves(whole_parser())))


def whole_parser() -> argparse.ArgumentParser:
    """The parser of the `fasti` command."""
    from fasti import cli

    return cli.parser()


Leaf = tuple[str, str, argparse.ArgumentParser]


def leaves(parser: argparse.ArgumentParser, said: str = "") -> Iterator[Leaf]:
    """Each command that does something: its full name, what it does, its parser."""
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        yield parser.prog, said or parser.description or "", parser
    for action in below:
        helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, child in action.choices.items():
            yield from leaves(child, helps.get(name, ""))


def _command(name: str, said: str, parser: argparse.ArgumentParser) -> str:
    shown = [
        action for action in parser._actions if action.help != argparse.SUPPRESS and action.dest != "help"
    ]
    required = [_written(action) for action in shown if action.required or not action.option_strings]
    usage = " ".join([name, *required, "[options]"])
    rows = [(f"`{', '.join(action.option_strings) or _place(action)}`", meaning(action)) for action in shown]
    return "\n\n".join([f"## {name}", sentence(said), f"    {usage}", table(["argument", "meaning"], rows)])


def _place(action: argparse.Action) -> str:
    return str(action.metavar or action.dest)


def _written(action: argparse.Action) -> str:
    written = " ".join([*action.option_strings[-1:], _place(action)])
    return f"[{written}]" if action.nargs == "?" else written


def meaning(action: argparse.Action) -> str:
    """What an argument is: its help, else what its place holder stands for; its choices and default."""
    said = re.sub(r" *\(default:? [^)]*\)", "", action.help or "")
    choices = f"One of: {', '.join(map(str, action.choices))}." if action.choices else ""
    default = (
        "" if action.default in (None, False, argparse.SUPPRESS, [], ()) else f"Default: {action.default}."
    )
    return " ".join(filter(None, [sentence(said or PLACES.get(_place(action), "")), choices, default]))


def sentence(said: str) -> str:
    """With a capital letter and a full stop."""
    return said[:1].upper() + said[1:] + ("" if said.endswith(".") or not said else ".")


# -- indicators ------------------------------------------------------------------------------------


def indicators() -> str:
    """Every figure of every pack, with its official definition."""
    from fasti import charter

    lead = (
        "The figures each pack declares. The definition is the one printed in reports. `verified` no: the"
        " article behind it has not been checked against its source. A figure whose records do not exist yet"
        " is not declared."
    )
    packs = [charter.load(path.parent) for path in sorted((ROOT / "packs").glob("*/pack.yaml"))]
    return page("Indicators", lead, (block for pack in packs for block in _indicators_of(pack)))


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
    yield table(["id", "name", "definition", "measured as", "article", "verified"], rows)


def _measure(each: Any) -> str:
    if each.relation is None:
        return f"`{each.numerator}` / `{each.denominator}`"
    of = f" of {', '.join(each.of)}" if each.of else ""
    when = f"`{each.day}` in the period" if each.day else f"at the {each.at} of the period"
    when += f", held at its {each.at}" if each.day and each.at != "period" else ""
    return f"{each.measure}{of} over `{each.relation}`, {when}"


# -- packs -----------------------------------------------------------------------------------------


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
        table(["key under `values`", "asked by"], asked),
    ]
    return page("Keys of a pack", lead, blocks)


def _pack_file(name: str) -> Iterator[str]:
    schema = yaml.safe_load((SRC / "charter" / "schemas" / f"{name}.yaml").read_text(encoding="utf-8"))
    yield f"## {name if name in ('words', 'cases') else f'{name}.yaml'}"
    yield PACK_FILES[name]
    local = schema.get("$defs", {})
    yield table(["key", "needed", "shape"], _keys(schema, "", True, local))


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
    for path in sorted(SRC.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="value" | "check_reason"), args=arguments):
                    for part in arguments:
                        if (
                            isinstance(part, ast.Constant)
                            and isinstance(part.value, str)
                            and "." in part.value
                        ):
                            asked.setdefault(part.value, set()).add(link(path))
    return {key: sorted(places) for key, places in asked.items()}


# -- operations ------------------------------------------------------------------------------------


def operations() -> str:
    """Every operation: the only transactions."""
    lead = "The verbs, one file each: check, change and log in one transaction. Nothing else begins one."
    rows = [(f"`{path.stem}`", opening(path), link(path)) for path in operation_files()]
    return page("Operations", lead, [table(["operation", "what it does", "file"], rows)])


def operation_files() -> list[pathlib.Path]:
    """The files of the operations room that are an operation."""
    return [path for path in sorted((SRC / "operations").glob("*.py")) if path.stem != "__init__"]


def checks() -> str:
    """Every check of `fasti verify`, by group."""
    from fasti import words
    from fasti.operations import checks as table_of

    num, notices = len(table_of.CHECKS), sum(each.severity == "notice" for each in table_of.CHECKS)
    lead = (
        f"`fasti verify` runs {num} checks over a whole body: {num - notices} find faults, {notices} give notice of"
        " what somebody should look at. A fault ends the command with 1. `--only` takes the id of a group. What"
        " it proves and what it cannot is told in [what verify proves](../explanation/what-verify-proves.md)."
    )
    return page("Checks", lead, (_checks_of(group, words.say) for group in table_of.GROUPS))


def _checks_of(group: Any, say: Callable[..., str]) -> str:
    path = SRC / "operations" / "checks" / f"{group.module.rsplit('.', 1)[1]}.py"
    rows = [
        (f"`{each.id}`", each.proves, each.severity, say(f"remedy-{each.remedy}", "en"))
        for each in group.checks
    ]
    return "\n\n".join(
        [
            f"## {group.name}",
            f"{opening(path)} In {link(path)}.",
            table(["check", "what is proved", "a finding is a", "what to do"], rows),
        ]
    )


# -- api -------------------------------------------------------------------------------------------


def api() -> str:
    """Every operation of the API by noun, from its description: what it answers and what it may be asked."""
    from fasti.api import whole

    described = whole.api.get_openapi_schema(path_prefix="/api/v1/")
    lead = (
        "Every operation under `/api/v1`, from its description, which the server gives as `/api/v1/openapi.json`."
        " How to make a token, to page, to issue without issuing twice and to read refusals is told in"
        " [use the API](../how-to/use-the-api.md). Every operation takes `Accept-Language`; what the statuses mean"
        " is told there."
    )
    by_noun: dict[str, list[str]] = {}
    for path, operations_ in described["paths"].items():
        for method, operation in operations_.items():
            by_noun.setdefault(operation["tags"][0], []).append(_operation_of(path, method, operation))
    blocks = [block for noun, told in by_noun.items() for block in (f"## {noun}", *told)]
    return page("API", lead, blocks)


def _operation_of(path: str, method: str, operation: dict[str, Any]) -> str:
    """One operation: its address, what it does, its parameters, its statuses."""
    rows = [
        (f"`{each['name']}`" + ("" if each["required"] else "?"), each["in"], each.get("description", ""))
        for each in operation["parameters"]
        if each["name"] != "Accept-Language"
    ]
    statuses = ", ".join(str(status) for status in sorted(map(int, operation["responses"])))
    parts = [f"### {method.upper()} {path}", f"{operation['summary']}. {operation['description']}"]
    if rows:
        parts.append(table(["parameter", "in", "meaning"], rows))
    return "\n\n".join([*parts, f"Answers: {statuses}."])


WRITERS: dict[str, Callable[[], str]] = {
    "api.md": api,
    "checks.md": checks,
    "cli.md": commands,
    "effects.md": effects,
    "findings.md": findings,
    "indicators.md": indicators,
    "operations.md": operations,
    "pack-keys.md": pack_keys,
}


def is_current(name: str) -> bool:
    """Whether the page in the project is the one that would be written."""
    path = PAGES / name
    return path.exists() and path.read_text(encoding="utf-8") == WRITERS[name]()


def main(arguments: list[str]) -> int:
    """Write or check all pages, or those named."""
    set_up()
    names = [name for name in arguments if name in WRITERS] or list(WRITERS)
    if "--check" in arguments:
        stale = [name for name in names if not is_current(name)]
        print(
            "\n".join(f"docs/reference/{name} is not current" for name in stale)
            or "all reference pages are current"
        )
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in names:
        (PAGES / name).write_text(WRITERS[name](), encoding="utf-8")
    return 0


def set_up() -> None:
    """Make the records known, as a command does."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fasti.settings")
    django.setup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
