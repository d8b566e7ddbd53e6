"""The pages on the operations and on the checks of `fasti verify`."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import Any

from tests.docs.reference import markdown


def operations() -> str:
    """Every operation: the only transactions."""
    lead = "The verbs, one file each: check, change and log in one transaction. Nothing else begins one."
    rows = [(f"`{path.stem}`", markdown.opening(path), markdown.link(path)) for path in operation_files()]
    return markdown.page("Operations", lead, [markdown.table(["operation", "what it does", "file"], rows)])


def operation_files() -> list[pathlib.Path]:
    """The files of the operations room that are an operation."""
    return [path for path in sorted((markdown.SRC / "operations").glob("*.py")) if path.stem != "__init__"]


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
    return markdown.page("Checks", lead, (_checks_of(group, words.say) for group in table_of.GROUPS))


def _checks_of(group: Any, say: Callable[..., str]) -> str:
    path = markdown.SRC / "operations" / "checks" / f"{group.module.rsplit('.', 1)[1]}.py"
    rows = [
        (f"`{each.id}`", each.proves, each.severity, say(f"remedy-{each.remedy}", "en"))
        for each in group.checks
    ]
    return "\n\n".join(
        [
            f"## {group.name}",
            f"{markdown.opening(path)} In {markdown.link(path)}.",
            markdown.table(["check", "what is proved", "a finding is a", "what to do"], rows),
        ]
    )
