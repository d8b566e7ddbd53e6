"""A document of tables, before any format: a title, what it stands on, tables with notes. Texts are in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """A table: heads, rows of text as long as the heads; the first column names the row, others stand to the right."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()
    left: tuple[int, ...] = (0,)
    """Columns of words, which stand to the left."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document. `plain` is what programs read: the same with exact values."""

    lang: str
    name: str
    """The name of its file, without ending."""
    title: str
    author: str
    facts: tuple[str, ...]
    tables: tuple[Table, ...]
    plain: Mapping[str, Any] = field(default_factory=dict)
