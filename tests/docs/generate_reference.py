"""Writes the pages of docs/reference from code, words and packs, so that they cannot say anything else.

`python tests/docs/generate_reference.py` writes them; with `--check` it writes nothing, names the pages that
are not current and ends with 1.
"""

from __future__ import annotations

import pathlib
import sys
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from tests.docs.reference import api, commands, effects, operations, packs  # noqa: E402
from tests.docs.reference.markdown import PAGES  # noqa: E402

WRITERS: dict[str, Callable[[], str]] = {
    "api.md": api.api,
    "checks.md": operations.checks,
    "cli.md": commands.commands,
    "effects.md": effects.effects,
    "findings.md": effects.findings,
    "indicators.md": packs.indicators,
    "operations.md": operations.operations,
    "pack-keys.md": packs.pack_keys,
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
