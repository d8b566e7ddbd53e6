"""The pages on effects and on findings."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import itertools
import pathlib
import re
from typing import Any

from tests.docs.reference import markdown

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
    "return_form": "The form of the return, an id of the pack.",
    "version": "Which version of the return is answered.",
    "explanation": "Why, in words.",
    "position": "Place of the proposal among those of the version, from 1.",
    "practice": "Code of the practice, kept by the unit whose it is.",
    "title": "What it is called in the library.",
    "scorecard": "The scorecard, an id of the pack.",
    "indicator": "The figure, an id of the pack.",
}
"""What a key of an effect means where its own file does not say more."""


def effects() -> str:
    """Each kind of effect: what it says, which lines of the register it takes part in, how it is worded."""
    from fasti.effects import kinds

    lead = (
        "What an act can change. In a draft an effect is a mapping with `kind`, `on` (left out: the day the"
        " act comes into force) and the keys below. Keys marked `?` may be left out."
    )
    return markdown.page("Effects", lead, (_effect(kind) for kind in kinds.KINDS.values()))


def _effect(kind: Any) -> str:
    path = markdown.SRC / "effects" / f"{kind.__module__.rsplit('.', 1)[1]}.py"
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
            f"{markdown.opening(path)} {inspect.cleandoc(kind.__doc__ or '')}",
            markdown.table(["key", "shape", "meaning"], rows),
            f"Worded: *{readable(kind.WORDING['en'])}*. Lines of the register: {lines}. Personal: {personal}."
            f" In {markdown.link(path)}.",
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
        markdown.table(["code", "sentence"], acts),
        "## In packs\n\nEach is led by the file and the line.",
        markdown.table(["code", "sentence"], packs),
    ]
    return markdown.page("Findings", lead, blocks)
