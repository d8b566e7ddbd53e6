"""Saying a message by its id, or an inline pattern, and asking which messages there are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from fluent.syntax import ast, visitor

from fasti.words import bundles
from fasti.words.languages import Unsayable


def say(message: str, lang: str, /, **args: object) -> str:
    """The message in a language, grammar agreeing with its counts; raises `Unsayable` rather than show an id.

    Arguments: numbers (int, float, Decimal, Fraction), days, or anything else by its text. Arguments the
    message does not use are ignored, so that one set of facts may be said in several ways.
    """
    return bundles.form(bundles.load(lang), message, lang, args) if args else _plain(message, lang)


@cache
def _plain(message: str, lang: str) -> str:
    """A message without arguments: the labels of a page are the same for everybody."""
    return bundles.form(bundles.load(lang), message, lang, {})


def phrase(patterns: Mapping[str, str], lang: str, /, **args: object) -> str:
    """A pattern kept beside the code that owns it (an effect's wording), one Fluent pattern per language."""
    if lang not in patterns:
        raise Unsayable(f"the wording has no pattern in the language {lang!r}")
    return bundles.form(bundles.inline(patterns[lang], lang), "phrase", lang, args)


def knows(message: str, lang: str) -> bool:
    """Whether the language has the message."""
    return bundles.load(lang).has_message(message)


def ids(lang: str) -> tuple[str, ...]:
    """Every message id of a language, sorted."""
    return tuple(sorted(_entries(lang)))


def variables(message: str, lang: str) -> frozenset[str]:
    """The names of the arguments a message uses."""
    return _entries(lang)[message]


class _Gatherer(visitor.Visitor):
    """Collects the names of the variables of a message."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.append(node.id.name)


@cache
def _entries(lang: str) -> dict[str, frozenset[str]]:
    """Each message id with its variables; raises `Unsayable` where an id stands twice."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((bundles.FOLDER / lang).glob("*.ftl")):
        for entry in _messages(bundles.read(path.read_text(encoding="utf-8"), path.name)):
            if entry.id.name in found:
                raise Unsayable(f"message {entry.id.name} stands twice in the language {lang!r}")
            gatherer = _Gatherer()
            gatherer.visit(entry)
            found[entry.id.name] = frozenset(gatherer.names)
    return found


def _messages(resource: ast.Resource) -> list[ast.Message]:
    return [entry for entry in resource.body if isinstance(entry, ast.Message)]
