"""Markdown of the reference pages, and where things lie in the project."""

from __future__ import annotations

import ast
import pathlib
from collections.abc import Iterable

ROOT = pathlib.Path(__file__).resolve().parents[3]


SRC = ROOT / "src" / "fasti"


PAGES = ROOT / "docs" / "reference"


NOTE = "<!-- Written by tests/docs/generate_reference.py. Change what it reads, not this page. -->"


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
