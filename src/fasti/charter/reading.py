"""Reading one YAML file of a pack into plain data that remembers its lines.

A mistake must be shown where it stands, so the file is composed to nodes first: every key and item keeps
its line. Only plain data is read (text, whole numbers, fractions as text, yes or no, days, lists,
mappings); a key written twice is a mistake, not the last one winning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from fasti.charter import findings

Route = tuple[str | int, ...]
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Document:
    """The data of one file, the line of every place in it, and what could not be read."""

    file: str
    data: Any = None
    lines: dict[Route, int] = field(default_factory=dict)
    findings: list[findings.BadPackFinding] = field(default_factory=list)

    def line(self, route: Route) -> int:
        """The line of a place, or of the nearest place around it."""
        while route and route not in self.lines:
            route = route[:-1]
        return self.lines.get(route, 1)

    def note(self, code: str, route: Route = (), **args: object) -> None:
        """Record a mistake at a place."""
        self.findings.append(findings.finding(code, file=self.file, line=self.line(route), **args))


def read(path: Path, *, file: str) -> Document:
    """The document at `path`, called `file` in its findings. Never raises for bad content.

    An empty file has data None.
    """
    document = Document(file)
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=LOADER)
    except UnicodeDecodeError as problem:
        document.note("yaml-malformed", problem=f"the text is not UTF-8 ({problem.reason})")
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        document.lines[()] = mark.line + 1 if mark else 1
        document.note(
            "yaml-malformed", problem=getattr(problem, "problem", None) or str(problem).split("\n")[0]
        )
    else:
        if node is not None:
            document.data = _plain(node, (), document)
    return document


def _plain(node: Any, route: Route, document: Document) -> Any:
    """The node as plain data; lines and mistakes go to the document."""
    document.lines.setdefault(route, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, route, document)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*route, i), document) for i, item in enumerate(node.value)]
    return _scalar(node, route, document)


def _mapping(node: Any, route: Route, document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        place = (*route, key)
        if key in found:
            first = document.lines[place]
            document.lines[place] = key_node.start_mark.line + 1
            document.note("key-duplicate", place, key=key, first=first)
            continue
        document.lines[place] = key_node.start_mark.line + 1
        found[key] = _plain(value_node, place, document)
    return found


def _scalar(node: Any, route: Route, document: Document) -> Any:
    tag, text = node.tag.removeprefix(_PLAIN), node.value
    match tag:
        case "null":
            return None
        case "bool":
            return text.lower() in ("true", "yes", "on")
        case "int" if text.lstrip("-").isdigit():
            return int(text)
        case "timestamp":
            return _day(text, route, document)
        case "str" | "int" | "float":
            return text
    document.note("yaml-tag", route, tag=node.tag)
    return None


def _day(text: str, route: Route, document: Document) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        document.note("day-impossible", route, text=text)
        return None
